package lightsailtest

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// PutJSON accepts the lists of all API operations that list resources, which have an ARN.
func TestPutJSONAcceptsAllResources(t *testing.T) {
	client := reflect.TypeFor[*lightsail.Client]()
	checked := 0
	for operation := range apiOperations {
		method, _ := client.MethodByName(operation)
		for member, field := range membersOf(method.Type.Out(0).Elem()) {
			if !strings.HasPrefix(operation, "Get") || field.Type.Kind() != reflect.Slice || field.Type.Elem().Kind() != reflect.Struct {
				continue
			}
			if _, isResource := field.Type.Elem().FieldByName("Arn"); !isResource {
				continue
			}
			checked++
			if p, ok := putters[member]; !ok || p.value != field.Type.Elem() {
				t.Errorf("%s: PutJSON does not accept the member %s: register a function for it with registerPut", operation, member)
			}
		}
	}
	if checked < 2 {
		t.Errorf("found %d lists of resources, want at least 2", checked)
	}
}

// Maps keep the case of their keys.
func TestJSONReaderMaps(t *testing.T) {
	const text = `{"CONTAINERS": {"Web": {"Environment": {"HOME": "/", "home": ""}, "ports": {"80": "HTTP"}, "command": []}}, "version": 7}`
	var got types.ContainerServiceDeployment
	if err := newJSONReader([]byte(text)).value("", reflect.ValueOf(&got).Elem()); err != nil {
		t.Fatal(err)
	}
	want := types.ContainerServiceDeployment{
		Containers: map[string]types.Container{"Web": {
			Command:     []string{},
			Environment: map[string]string{"HOME": "/", "home": ""},
			Ports:       map[string]types.ContainerServiceProtocol{"80": types.ContainerServiceProtocolHttp},
		}},
		Version: aws.Int32(7),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for text, want := range map[string]string{
		`{"containers":[]}`:                            "containers: must be an object",
		`{"containers":{"a":{},"a":{}}}`:               "containers.a: duplicate member",
		`{"containers":{"a":{"environment":{"b":1}}}}`: "containers.a.environment.b: must be a string",
	} {
		if err := newJSONReader([]byte(text)).value("", reflect.ValueOf(&got).Elem()); err == nil || err.Error() != want {
			t.Errorf("%s: got error %v, want %s", text, err, want)
		}
	}
}
