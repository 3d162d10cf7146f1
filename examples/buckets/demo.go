package main

// The names in the made-up account. Its instance is all that is there at first.
const (
	demoName        = "example-bucket"
	demoDestination = "example-bucket-logs"
	demoInstance    = "web-1"
)
