package interop_test

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	officialtypes "github.com/aws/aws-sdk-go-v2/service/lightsail/types"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/types"
)

// convert sets dst, which must be zero, to a deep copy of src. The types may belong
// to different clients: struct fields are matched by name. It panics if dst has no
// field for an exported field of src.
func convert(dst, src reflect.Value) {
	switch src.Kind() {
	case reflect.Pointer:
		if !src.IsNil() {
			dst.Set(reflect.New(dst.Type().Elem()))
			convert(dst.Elem(), src.Elem())
		}
	case reflect.Struct:
		if src.Type() == timeType || src.Type() == metadataType {
			dst.Set(src)
			return
		}
		for i := range src.NumField() {
			field := src.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			to := dst.FieldByName(field.Name)
			if !to.IsValid() {
				panic(fmt.Sprintf("%s.%s has no field %s", dst.Type().PkgPath(), dst.Type().Name(), field.Name))
			}
			convert(to, src.Field(i))
		}
	case reflect.Slice:
		if !src.IsNil() {
			dst.Set(reflect.MakeSlice(dst.Type(), src.Len(), src.Len()))
			for i := range src.Len() {
				convert(dst.Index(i), src.Index(i))
			}
		}
	case reflect.Map:
		if !src.IsNil() {
			dst.Set(reflect.MakeMap(dst.Type()))
			for key, value := range src.Seq2() {
				k, v := reflect.New(dst.Type().Key()).Elem(), reflect.New(dst.Type().Elem()).Elem()
				convert(k, key)
				convert(v, value)
				dst.SetMapIndex(k, v)
			}
		}
	default:
		dst.Set(src.Convert(dst.Type()))
	}
}

// convertTo returns a deep copy of v, a pointer to a struct of either client, as a
// value of type t.
func convertTo(t reflect.Type, v any) any {
	dst := reflect.New(t).Elem()
	convert(dst, reflect.ValueOf(v))
	return dst.Interface()
}

func TestConvert(t *testing.T) {
	tags := []officialtypes.Tag{{Key: aws.String("team")}}
	official := &officialtypes.Bucket{
		Name: aws.String("logs"), CreatedAt: aws.Time(time.Unix(1, 0)), Tags: tags,
		Location: &officialtypes.ResourceLocation{RegionName: officialtypes.RegionNameUsEast1},
	}
	ours := convertTo(reflect.TypeFor[*types.Bucket](), official)
	*tags[0].Key = "changed"
	want := &types.Bucket{
		Name: aws.String("logs"), CreatedAt: aws.Time(time.Unix(1, 0)), Tags: []types.Tag{{Key: aws.String("team")}},
		Location: &types.ResourceLocation{RegionName: types.RegionNameUsEast1},
	}
	if diff := cmp.Diff(want, ours); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	// Structs with maps, as a client for them has: nil and empty values differ.
	type element struct{ Key *string }
	type source struct {
		Plain   int32
		Nested  map[string][]element
		Entries []map[string]string
		None    map[string]element
	}
	type target struct {
		Plain   int32
		Nested  map[string][]types.Tag
		Entries []map[string]string
		None    map[string]types.Tag
	}
	got := convertTo(reflect.TypeFor[*target](), &source{
		Plain:   7,
		Nested:  map[string][]element{"a": {{aws.String("k")}}, "nil": nil, "empty": {}},
		Entries: []map[string]string{{"k": "v"}, nil, {}},
	})
	if diff := cmp.Diff(&target{
		Plain:   7,
		Nested:  map[string][]types.Tag{"a": {{Key: aws.String("k")}}, "nil": nil, "empty": {}},
		Entries: []map[string]string{{"k": "v"}, nil, {}},
	}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	defer func() {
		if recover() == nil {
			t.Error("a field without a counterpart does not panic")
		}
	}()
	convertTo(reflect.TypeFor[*types.Tag](), &source{})
}
