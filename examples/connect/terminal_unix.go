//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// notifyResize relays a signal to c whenever the size of the terminal window changes.
func notifyResize(c chan<- os.Signal) { signal.Notify(c, syscall.SIGWINCH) }
