//go:build !unix

package main

import "os"

// notifyResize does nothing: there is no signal for it here. The machine keeps
// the size that the terminal had at first.
func notifyResize(chan<- os.Signal) {}
