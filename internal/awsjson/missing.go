package awsjson

// Missing returns the Go paths of the required fields of v, a pointer to a struct, that
// are not set.
func Missing(v any) []string { return nil }
