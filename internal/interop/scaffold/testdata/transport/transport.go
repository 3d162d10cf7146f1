package transport

type Operation struct {
	Name          string
	Input, Output any
	Repeatable    bool
}
