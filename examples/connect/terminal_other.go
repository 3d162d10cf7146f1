//go:build !unix

package main

import "os"

// notifyResize does nothing, because this platform has no signal for a change of the
// window size. The session keeps the initial size.
func notifyResize(chan<- os.Signal) {}
