package main

import (
	"context"
	"encoding/json"

	"github.com/bytedance/sonic"
	gojson "github.com/goccy/go-json"
	jsoniter "github.com/json-iterator/go"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/lightsail"
)

// memory is the way of rows that decode a text in memory, without a call.
const memory = "memory"

// decoders are the functions that decode a text into a new output, by variant. Sonic
// compiles to machine code on amd64 and arm64 only, and not with every new version of
// Go. Elsewhere it is encoding/json.
var decoders = [numVariants]func(text []byte, out any) error{
	thisClient:   func(text []byte, out any) error { return awsjson.Unmarshal(context.Background(), text, out) },
	encodingJSON: json.Unmarshal,
	sonicStd:     sonic.ConfigStd.Unmarshal,
	sonicFastest: sonic.ConfigFastest.Unmarshal,
	goJSON:       gojson.Unmarshal,
	jsonIterator: jsoniter.ConfigFastest.Unmarshal,
}

// A decoding is a response that every decoder decodes.
type decoding struct {
	name  string
	text  []byte
	ours  func() any // returns a pointer to a new output
	other func() any // the same for the other decoders
}

// Names of the decodings in the tables and for -run.
const (
	decodeBucket     = "decoding one bucket"
	decodeBuckets    = "decoding 1,000 buckets"
	decodeInstance   = "decoding one instance"
	decodeInstances  = "decoding 100 instances"
	decodeDeployment = "decoding a container deployment"
)

func decodings() []decoding {
	return []decoding{
		{decodeBucket, []byte(bucketsPage(1)), newOf[lightsail.GetBucketsOutput], newOf[numberTimesBuckets]},
		{decodeBuckets, []byte(bucketsPage(1000)), newOf[lightsail.GetBucketsOutput], newOf[numberTimesBuckets]},
		{decodeInstance, []byte(instancesPage(1)), newOf[lightsail.GetInstancesOutput], newOf[numberTimesInstances]},
		{decodeInstances, []byte(instancesPage(100)), newOf[lightsail.GetInstancesOutput], newOf[numberTimesInstances]},
		{decodeDeployment, []byte(deployment()), newOf[lightsail.GetContainerServiceDeploymentsOutput], newOf[numberTimesDeployments]},
	}
}

func newOf[T any]() any { return new(T) }

// decode decodes the text into a new output with the decoder v.
func (d *decoding) decode(v variant) (out any, err error) {
	if v == thisClient {
		out = d.ours()
	} else {
		out = d.other()
	}
	return out, decoders[v](d.text, out)
}

// call returns the call that decodes the text with the decoder v.
func (d *decoding) call(v variant) call {
	return func(context.Context) (int, error) {
		_, err := d.decode(v)
		return 1, err
	}
}
