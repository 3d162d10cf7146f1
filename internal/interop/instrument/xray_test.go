package instrument_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-xray-sdk-go/v2/instrumentation/awsv2"
	"github.com/aws/aws-xray-sdk-go/v2/strategy/sampling"
	"github.com/aws/aws-xray-sdk-go/v2/xray"
	"github.com/aws/aws-xray-sdk-go/v2/xraylog"
)

func TestXRay(t *testing.T) {
	alike(t, func(t *testing.T) []watcher { return []watcher{newXRay(t)} }, func(t *testing.T, s scenario, seen observation) {
		if s.invalid {
			return // what validates comes first
		}
		only(t, seen.Spans[0]).has(t, span{
			"name": "Lightsail", "namespace": "aws", "aws.operation": "GetBuckets", "aws.region": "us-east-1", "parent_id": "<root>",
			"http.response.status": unlessZero(float64(s.status)), "aws.request_id": s.requestID(), "fault": unlessZero(s.failure != ""),
		})
		for i, r := range seen.Sent {
			if got := r.Header["X-Amzn-Trace-Id"]; got != "Root=<trace>;Parent=<segment>;Sampled=1" || slices.Contains(r.Signed, "x-amzn-trace-id") {
				t.Errorf("attempt %d: X-Amzn-Trace-Id: %s, signed headers %s", i+1, got, r.Signed)
			}
		}
	})
}

// unlessZero is nil for a zero value, for members that are left out then.
func unlessZero[T comparable](value T) any {
	var zero T
	if value == zero {
		return nil
	}
	return value
}

func init() { xray.SetLogger(xraylog.NullLogger) }

// xRay is the X-Ray SDK, whose daemon is a socket of the test.
type xRay struct {
	config xray.Config
	daemon *net.UDPConn
}

func newXRay(t *testing.T) watcher {
	daemon, err := net.ListenUDP("udp", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { daemon.Close() })
	emitter, err := xray.NewDefaultEmitter(daemon.LocalAddr().(*net.UDPAddr))
	if err != nil {
		t.Fatal(err)
	}
	return &xRay{xray.Config{Emitter: emitter, SamplingStrategy: everything{}}, daemon}
}

// everything samples everything.
type everything struct{}

func (everything) ShouldTrace(*sampling.Request) *sampling.Decision {
	return &sampling.Decision{Sample: true}
}

func (*xRay) install(cfg *aws.Config) { awsv2.AWSV2Instrumentor(&cfg.APIOptions) }

func (x *xRay) begin(ctx context.Context) (context.Context, func()) {
	ctx, _ = xray.ContextWithConfig(ctx, x.config)
	ctx, segment := xray.BeginSegment(ctx, "root")
	return ctx, func() { segment.Close(nil) }
}

// seen reads the one packet that the root segment goes out in.
func (x *xRay) seen(t *testing.T) (spans []span, ids map[string]string) {
	if err := x.daemon.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	packet := make([]byte, 1<<16)
	n, err := x.daemon.Read(packet)
	if err != nil {
		t.Fatal(err)
	}
	var root span
	if err := json.Unmarshal(bytes.TrimPrefix(packet[:n], []byte(xray.Header)), &root); err != nil {
		t.Fatal(err)
	}
	ids = map[string]string{root["trace_id"].(string): "<trace>", root["id"].(string): "<root>"}
	subsegments, _ := root["subsegments"].([]any)
	for _, s := range subsegments {
		seen := span{}
		flatten(seen, "", s)
		ids[seen["id"].(string)] = "<segment>"
		spans = append(spans, seen)
	}
	return spans, ids
}

// flatten puts the leaves of value into s, under the names that lead there. It
// leaves out times, and the stack and the ID of an exception.
func flatten(s span, name string, value any) {
	switch value := value.(type) {
	case map[string]any:
		for member, v := range value {
			flatten(s, strings.TrimPrefix(name+"."+member, "."), v)
		}
	case []any:
		if !strings.HasSuffix(name, ".stack") {
			for i, v := range value {
				flatten(s, fmt.Sprintf("%s.%d", name, i), v)
			}
		}
	default:
		if name != "start_time" && name != "end_time" && !exceptionID.MatchString(name) {
			s[name] = value
		}
	}
}

var exceptionID = regexp.MustCompile(`^cause\.exceptions\.[0-9]+\.id$`)
