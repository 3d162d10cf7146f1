package awsjson_test

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

const shared = "../../../shared/conformance/"

func readShared(t testing.TB, name string) []byte {
	data, err := os.ReadFile(shared + name)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no conformance data beside the repository: " + shared + name)
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

type conformanceCase struct {
	ID      string
	Kind    string // request, response or error
	Shape   *string
	Headers map[string]string
	Body    *string
	Params  any
	Given   struct {
		Modeled string
		IsError bool
	}
	Expectation string
}

// The types of the AWS JSON 1.1 cases that use what the codec supports.
type (
	simpleStruct struct {
		Value *string `json:"Value,omitzero"`
	}
	kitchenSink struct {
		Boolean             *bool                        `json:"Boolean,omitzero"`
		Double              *float64                     `json:"Double,omitzero"`
		EmptyStruct         *struct{}                    `json:"EmptyStruct,omitzero"`
		Float               *float32                     `json:"Float,omitzero"`
		Integer             *int32                       `json:"Integer,omitzero"`
		JsonValue           *string                      `json:"JsonValue,omitzero"`
		ListOfLists         [][]string                   `json:"ListOfLists,omitzero"`
		ListOfMapsOfStrings []map[string]string          `json:"ListOfMapsOfStrings,omitzero"`
		ListOfStrings       []string                     `json:"ListOfStrings,omitzero"`
		ListOfStructs       []simpleStruct               `json:"ListOfStructs,omitzero"`
		Long                *int64                       `json:"Long,omitzero"`
		MapOfListsOfStrings map[string][]string          `json:"MapOfListsOfStrings,omitzero"`
		MapOfMaps           map[string]map[string]string `json:"MapOfMaps,omitzero"`
		MapOfStrings        map[string]string            `json:"MapOfStrings,omitzero"`
		MapOfStructs        map[string]simpleStruct      `json:"MapOfStructs,omitzero"`
		RecursiveList       []kitchenSink                `json:"RecursiveList,omitzero"`
		RecursiveMap        map[string]kitchenSink       `json:"RecursiveMap,omitzero"`
		RecursiveStruct     *kitchenSink                 `json:"RecursiveStruct,omitzero"`
		SimpleStruct        *simpleStruct                `json:"SimpleStruct,omitzero"`
		String              *string                      `json:"String,omitzero"`
		StructWithJsonName  *simpleStruct                `json:"StructWithJsonName,omitzero"`
		Timestamp           *time.Time                   `json:"Timestamp,omitzero"`
		UnixTimestamp       *time.Time                   `json:"UnixTimestamp,omitzero"`
	}
	simpleScalars struct {
		FloatValue  *float32 `json:"floatValue,omitzero"`
		DoubleValue *float64 `json:"doubleValue,omitzero"`
	}
	jsonEnums struct {
		FooEnum1    color            `json:"fooEnum1,omitzero"`
		FooEnum2    color            `json:"fooEnum2,omitzero"`
		FooEnum3    color            `json:"fooEnum3,omitzero"`
		FooEnumList []color          `json:"fooEnumList,omitzero"`
		FooEnumMap  map[string]color `json:"fooEnumMap,omitzero"`
		FooEnumSet  []color          `json:"fooEnumSet,omitzero"`
	}
	jsonIntEnums struct {
		IntEnum1    int32             `json:"intEnum1,omitzero"`
		IntEnum2    int32             `json:"intEnum2,omitzero"`
		IntEnum3    int32             `json:"intEnum3,omitzero"`
		IntEnumList []number          `json:"intEnumList,omitzero"`
		IntEnumMap  map[string]number `json:"intEnumMap,omitzero"`
		IntEnumSet  []number          `json:"intEnumSet,omitzero"`
	}
	nullOperation struct {
		String *string `json:"string,omitzero"`
	}
	contentTypeParameters struct {
		Value *int32 `json:"value,omitzero"`
	}
	invalidGreeting struct {
		Message *string `json:"Message,omitzero"`
	}
	complexError struct {
		TopLevel *string `json:"TopLevel,omitzero"`
		Nested   *struct {
			Foo *string `json:"Foo,omitzero"`
		} `json:"Nested,omitzero"`
	}
)

var shapes = map[string]reflect.Type{
	"":                                      reflect.TypeFor[struct{}](), // none
	"KitchenSink":                           reflect.TypeFor[kitchenSink](),
	"SimpleScalarPropertiesInputOutput":     reflect.TypeFor[simpleScalars](),
	"JsonEnumsInputOutput":                  reflect.TypeFor[jsonEnums](),
	"JsonIntEnumsInputOutput":               reflect.TypeFor[jsonIntEnums](),
	"NullOperationInputOutput":              reflect.TypeFor[nullOperation](),
	"OperationWithOptionalInputOutputInput": reflect.TypeFor[simpleStruct](),
	"ContentTypeParametersInput":            reflect.TypeFor[contentTypeParameters](),
	"InvalidGreeting":                       reflect.TypeFor[invalidGreeting](),
	"ComplexError":                          reflect.TypeFor[complexError](),
	"FooError":                              reflect.TypeFor[struct{}](),
}

// unsupported are the shapes and cases that use what no type of Lightsail has.
var unsupported = map[string]string{
	// Shapes.
	"DatetimeOffsetsOutput":               "timestamp as a date-time string",
	"FractionalSecondsOutput":             "timestamp as a date-time string",
	"PutAndGetInlineDocumentsInputOutput": "document",
	"SparseNullsOperationInputOutput":     "sparse lists and maps",
	"UnionInputOutput":                    "union",
	// Cases of KitchenSink.
	"serializes_blob_shapes": "blob",
	"parses_blob_shapes":     "blob",
	"serializes_timestamp_shapes_with_iso8601_timestampformat":  "timestamp as a date-time string",
	"serializes_timestamp_shapes_with_httpdate_timestampformat": "timestamp as an HTTP date",
	"parses_iso8601_timestamps":                                 "timestamp as a date-time string",
	"parses_httpdate_timestamps":                                "timestamp as an HTTP date",
}

// TestAWSJSONCases runs client and server cases in both directions: lightsailtest decodes
// requests and encodes responses.
func TestAWSJSONCases(t *testing.T) {
	var data struct{ Cases []conformanceCase }
	if err := json.Unmarshal(readShared(t, "awsjson11-cases.json"), &data); err != nil {
		t.Fatal(err)
	}
	unused := map[string]bool{}
	for name := range unsupported {
		unused[name] = true
	}
	ran := 0
	for _, c := range data.Cases {
		shape := ""
		if c.Shape != nil {
			shape = *c.Shape
		}
		delete(unused, shape)
		delete(unused, c.ID)
		if unsupported[shape] != "" || unsupported[c.ID] != "" {
			continue
		}
		ran++
		t.Run(c.ID+"/"+c.Kind, func(t *testing.T) {
			typ, ok := shapes[shape]
			if !ok {
				t.Fatalf("no type for shape %s", shape)
			}
			value := reflect.New(typ)
			fill(t, value.Elem(), c.Params)
			if c.Kind != "error" && (c.Body == nil || *c.Body == "") {
				return // the codec is not called for an empty body
			}
			if c.Kind == "error" {
				body := ""
				if c.Body != nil {
					body = *c.Body
				}
				info, err := awsjson.ParseError(c.Headers["X-Amzn-Errortype"], []byte(body))
				if err != nil || info.Code != shape {
					t.Errorf("got %+v, %v, want code %s", info, err, shape)
				}
				got := reflect.New(typ)
				if err := awsjson.UnmarshalError([]byte(body), got.Interface()); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(value.Interface(), got.Interface()); diff != "" {
					t.Error(diff)
				}
				return
			}
			got := reflect.New(typ)
			if err := awsjson.Unmarshal(t.Context(), []byte(*c.Body), got.Interface()); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(value.Interface(), got.Interface(), cmpopts.EquateNaNs()); diff != "" {
				t.Error(diff)
			}
			if c.ID == "handles_unexpected_json_output" || c.ID == "AwsJson11StructuresDontDeserializeNullValues" || c.ID == "AwsJson11ServersDontDeserializeNullStructureValues" {
				return // the body has members that the parameters lack
			}
			body, err := awsjson.Marshal(value.Interface())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(jsonValue(t, []byte(*c.Body)), jsonValue(t, body)); diff != "" {
				t.Error(diff)
			}
		})
	}
	for name := range unused {
		t.Errorf("no case or shape %s", name)
	}
	t.Logf("%d cases of %d", ran, len(data.Cases))
}

func jsonValue(t *testing.T, text []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// fill sets v from a case's parameters without using the codec.
func fill(t *testing.T, v reflect.Value, params any) {
	t.Helper()
	special := map[any]float64{"NaN": math.NaN(), "Infinity": math.Inf(1), "-Infinity": math.Inf(-1)}
	switch p := params.(type) {
	case nil:
		return
	case bool:
		v.Set(reflect.New(v.Type().Elem()))
		v.Elem().SetBool(p)
	case string:
		if v.Kind() == reflect.Pointer {
			v.Set(reflect.New(v.Type().Elem()))
			v = v.Elem()
		}
		if f, ok := special[p]; ok && v.CanFloat() {
			v.SetFloat(f)
		} else {
			v.SetString(p)
		}
	case float64:
		if v.Kind() == reflect.Pointer {
			v.Set(reflect.New(v.Type().Elem()))
			v = v.Elem()
		}
		switch {
		case v.CanInt():
			v.SetInt(int64(p))
			if v.Int() == 1234567890123456768 { // parses_long_shapes, through a float64
				v.SetInt(1234567890123456789)
			}
		case v.CanFloat():
			v.SetFloat(p)
		default:
			v.Set(reflect.ValueOf(time.UnixMilli(int64(p * 1000)).UTC()))
		}
	case []any:
		v.Set(reflect.MakeSlice(v.Type(), len(p), len(p)))
		for i, p := range p {
			fill(t, v.Index(i), p)
		}
	case map[string]any:
		if v.Kind() == reflect.Pointer {
			v.Set(reflect.New(v.Type().Elem()))
			v = v.Elem()
		}
		if v.Kind() == reflect.Map {
			v.Set(reflect.MakeMap(v.Type()))
			for key, p := range p {
				elem := reflect.New(v.Type().Elem()).Elem()
				fill(t, elem, p)
				v.SetMapIndex(reflect.ValueOf(key), elem)
			}
			return
		}
		for name, p := range p {
			found := false
			for i := range v.NumField() {
				if tag := v.Type().Field(i).Tag.Get("json"); tag == name+",omitzero" {
					fill(t, v.Field(i), p)
					found = true
				}
			}
			if !found {
				t.Fatalf("%s has no field %s", v.Type(), name)
			}
		}
	default:
		t.Fatalf("parameter of type %T", params)
	}
}

func TestLightsailErrors(t *testing.T) {
	var data struct {
		Cases []conformanceCase `json:"lightsail_errors"`
	}
	if err := json.Unmarshal(readShared(t, "awsjson11-cases.json"), &data); err != nil {
		t.Fatal(err)
	}
	exceptions := map[string]any{
		"AccessDeniedException":           &types.AccessDeniedException{},
		"AccountSetupInProgressException": &types.AccountSetupInProgressException{},
		"InvalidInputException":           &types.InvalidInputException{},
		"NotFoundException":               &types.NotFoundException{},
		"OperationFailureException":       &types.OperationFailureException{},
		"RegionSetupInProgressException":  &types.RegionSetupInProgressException{},
		"ServiceException":                &types.ServiceException{},
		"UnauthenticatedException":        &types.UnauthenticatedException{},
	}
	for _, c := range data.Cases {
		info, err := awsjson.ParseError("", []byte(*c.Body))
		if err != nil || info.Message != "__Message__" || "Lightsail_"+info.Code != c.ID {
			t.Errorf("%s: got %+v, %v", c.ID, info, err)
		}
		v := exceptions[info.Code]
		delete(exceptions, info.Code)
		if err := awsjson.UnmarshalError([]byte(*c.Body), v); err != nil {
			t.Fatal(c.ID, err)
		}
		body, err := awsjson.Marshal(v)
		if err != nil {
			t.Fatal(c.ID, err)
		}
		if diff := cmp.Diff(c.Params, jsonValue(t, body)); diff != "" {
			t.Error(c.ID, diff)
		}
	}
	for name := range exceptions {
		t.Errorf("no case of %s", name)
	}
}

func TestErrorMessageCasing(t *testing.T) {
	var data struct {
		Cases []conformanceCase `json:"error_message_casing"`
	}
	if err := json.Unmarshal(readShared(t, "awsjson11-cases.json"), &data); err != nil {
		t.Fatal(err)
	}
	for _, c := range data.Cases {
		unmarshal := awsjson.UnmarshalError
		if !c.Given.IsError {
			unmarshal = func(body []byte, v any) error { return awsjson.Unmarshal(t.Context(), body, v) }
		}
		var lower struct {
			Message *string `json:"message"`
		}
		got, v := &lower.Message, any(&lower)
		if c.Given.Modeled == "Message" {
			var upper invalidGreeting
			got, v = &upper.Message, &upper
		}
		if err := unmarshal([]byte(*c.Body), v); err != nil {
			t.Fatal(c.ID, err)
		}
		text := ""
		if *got != nil {
			text = **got
		}
		if want := "message member reads as '" + text + "'"; c.Expectation != want {
			t.Errorf("%s: %s, want %s", c.ID, want, c.Expectation)
		}
	}
	if len(data.Cases) == 0 {
		t.Error("no cases")
	}
	// Only the outermost object has both names, and an exact match takes precedence.
	var v struct {
		Message *string `json:"message"`
		Upper   *string `json:"Message"`
		Nested  *struct {
			Message *string `json:"message"`
		} `json:"nested"`
	}
	if err := awsjson.UnmarshalError([]byte(`{"message":"a","Message":"b","nested":{"Message":"c"}}`), &v); err != nil {
		t.Fatal(err)
	}
	if *v.Message != "a" || *v.Upper != "b" || v.Nested.Message != nil {
		t.Errorf("got %q %q %v", *v.Message, *v.Upper, v.Nested.Message)
	}
}
