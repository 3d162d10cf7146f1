package transport

// An Operation describes one API operation of the service. It is static data:
// making one runs no code, and the linker drops those that a program does not
// call.
type Operation struct {
	// Name is the operation's name on the wire, for example GetBuckets.
	Name string

	// Input and Output are nil pointers to the operation's input and output
	// structs.
	Input, Output any

	// Repeatable reports that the call may be sent again after the service has
	// accepted it. A response that ends early is then retried.
	Repeatable bool
}
