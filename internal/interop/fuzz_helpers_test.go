package interop_test

import (
	"context"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"math/rand/v2"
	"reflect"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
)

// A fuzzOutcome is what one call returned.
type fuzzOutcome struct {
	output any // as our type; nil with an error
	err    error
}

func (o fuzzOutcome) errorText() string {
	if o.err == nil {
		return ""
	}
	return o.err.Error()
}

// status returns the HTTP status of the error, or 0.
func (o fuzzOutcome) status() int {
	var response *awshttp.ResponseError
	if errors.As(o.err, &response) {
		return response.HTTPStatusCode()
	}
	return 0
}

func reflectCaller(client any) caller { return caller{client: reflect.ValueOf(client)} }

// callOnce calls op with a complete input.
func callOnce(ctx context.Context, c caller, op string) (o fuzzOutcome) {
	output, err, _ := c.call(ctx, op, completeInput(op))
	if o.err = err; err == nil {
		o.output = convertTo(outputType(op), output)
	}
	return o
}

// byteSource is a source of random numbers that returns the fuzzed bytes first, so that
// the fuzzer decides. Then it returns numbers that depend on all bytes.
type byteSource struct {
	data []byte
	rest *rand.PCG
}

func newByteSource(data []byte) *byteSource {
	h := fnv.New64a()
	h.Write(data)
	return &byteSource{data, rand.NewPCG(1, h.Sum64())}
}

func (s *byteSource) Uint64() uint64 {
	if len(s.data) < 2 {
		return s.rest.Uint64()
	}
	// rand takes the high bits of a number for a choice among few.
	n := uint64(binary.BigEndian.Uint16(s.data)) << 48
	s.data = s.data[2:]
	return n
}
