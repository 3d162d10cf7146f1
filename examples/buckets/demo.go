package main

// Names in the demo account. Initially the account has only the instance.
const (
	demoName        = "example-bucket"
	demoDestination = "example-bucket-logs"
	demoInstance    = "web-1"
)
