//go:build method

package main

import (
	"os"
	"reflect"
)

// A method looked up by a name that the linker cannot know makes it keep all
// exported methods of all types that are reachable. Templates do that, and some
// loggers.
func init() {
	if name := os.Getenv("METHOD"); name != "" {
		reflect.ValueOf(os.Stdout).MethodByName(name)
	}
}
