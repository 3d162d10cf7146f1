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
	compareClients(t, func(t *testing.T) []instrumentation { return []instrumentation{newXRay(t)} }, func(t *testing.T, s scenario, o observation) {
		if s.invalidInput {
			return // input validation precedes the module
		}
		single(t, o.Spans[0]).assertAttributes(t, span{
			"name": "Lightsail", "namespace": "aws", "aws.operation": "GetBuckets", "aws.region": "us-east-1", "parent_id": "<root>",
			"http.response.status": unlessZero(float64(s.status)), "aws.request_id": s.requestID(), "fault": unlessZero(s.failure != ""),
		})
		for i, r := range o.Sent {
			if got := r.Header["X-Amzn-Trace-Id"]; got != "Root=<trace>;Parent=<segment>;Sampled=1" || slices.Contains(r.Signed, "x-amzn-trace-id") {
				t.Errorf("attempt %d: got X-Amzn-Trace-Id %q and signed headers %s", i+1, got, r.Signed)
			}
		}
	})
}

// unlessZero returns value, or nil for a zero value, which segments omit.
func unlessZero[T comparable](value T) any {
	var zero T
	if value == zero {
		return nil
	}
	return value
}

func init() { xray.SetLogger(xraylog.NullLogger) }

// xRay is the X-Ray SDK. It reports to a socket of the test instead of a daemon.
type xRay struct {
	config xray.Config
	daemon *net.UDPConn
}

func newXRay(t *testing.T) instrumentation {
	daemon, err := net.ListenUDP("udp", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { daemon.Close() })
	emitter, err := xray.NewDefaultEmitter(daemon.LocalAddr().(*net.UDPAddr))
	if err != nil {
		t.Fatal(err)
	}
	return &xRay{xray.Config{Emitter: emitter, SamplingStrategy: sampleAll{}}, daemon}
}

// sampleAll is a sampling strategy that samples every request.
type sampleAll struct{}

func (sampleAll) ShouldTrace(*sampling.Request) *sampling.Decision {
	return &sampling.Decision{Sample: true}
}

func (*xRay) install(cfg *aws.Config) { awsv2.AWSV2Instrumentor(&cfg.APIOptions) }

func (x *xRay) begin(ctx context.Context) (context.Context, func()) {
	ctx, _ = xray.ContextWithConfig(ctx, x.config)
	ctx, segment := xray.BeginSegment(ctx, "root")
	return ctx, func() { segment.Close(nil) }
}

// recorded reads the packet that contains the root segment.
func (x *xRay) recorded(t *testing.T) (spans []span, ids map[string]string) {
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
		segment := span{}
		flatten(segment, "", s)
		ids[segment["id"].(string)] = "<segment>"
		spans = append(spans, segment)
	}
	return spans, ids
}

// flatten sets the scalars in value as attributes of s. The attribute name is the path
// of the scalar. It omits times, and the stack and ID of an exception.
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
