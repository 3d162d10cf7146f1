package lightsailtest_test

import (
	"testing"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// A server without a socket, as most tests use it.
func BenchmarkNewServer(b *testing.B) {
	for b.Loop() {
		tb := &fakeTB{}
		lightsailtest.NewServer(tb)
		if failures := tb.end(); failures != nil {
			b.Fatal(failures)
		}
	}
}

// A server with a socket.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		server, err := lightsailtest.Start()
		if err != nil {
			b.Fatal(err)
		}
		if err := server.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
