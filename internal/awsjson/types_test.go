package awsjson_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/types"
)

type (
	color  string
	label  string
	number int32
)

// all has a field of every kind that the codec supports, except for plain scalars
// without omitzero.
type all struct {
	Bool    *bool                           `json:"bool,omitzero"`
	Bools   []bool                          `json:"bools,omitzero"`
	Child   *all                            `json:"child,omitzero"`
	Colors  []color                         `json:"colors,omitzero"`
	Color   color                           `json:"color,omitzero"`
	Deep    [][][]int32                     `json:"deep,omitzero"`
	Empty   *struct{}                       `json:"empty,omitzero"`
	Float32 *float32                        `json:"float32,omitzero"`
	Float64 *float64                        `json:"float64,omitzero"`
	Floats  []float64                       `json:"floats,omitzero"`
	Int32   *int32                          `json:"int32,omitzero"`
	Int64   *int64                          `json:"int64,omitzero"`
	Kids    []all                           `json:"kids,omitzero"`
	Labels  map[label]color                 `json:"labels,omitzero"`
	Lists   map[string][]string             `json:"lists,omitzero"`
	Maps    []map[string]string             `json:"maps,omitzero"`
	Named   map[string]all                  `json:"named,omitzero"`
	Numbers map[string]map[string][]float64 `json:"numbers,omitzero"`
	Number  number                          `json:"number,omitzero"`
	On      bool                            `json:"on,omitzero"`
	String  *string                         `json:"string,omitzero"`
	Strings []string                        `json:"strings,omitzero"`
	Time    *time.Time                      `json:"time,omitzero"`
	Times   []time.Time                     `json:"times,omitzero"`

	Ignored  any `json:"-"`
	internal any
}

// plain has plain scalars whose zero value is encoded, and others whose is not.
type plain struct {
	Bool        bool     `json:"bool"`
	BoolZero    bool     `json:"boolZero,omitzero"`
	Float32     float32  `json:"float32"`
	Float32Zero float32  `json:"float32Zero,omitzero"`
	Float64     float64  `json:"float64"`
	Float64Zero float64  `json:"float64Zero,omitzero"`
	Int32       int32    `json:"int32"`
	Int32Zero   int32    `json:"int32Zero,omitzero"`
	Int64       int64    `json:"int64"`
	Int64Zero   int64    `json:"int64Zero,omitzero"`
	Pointer     *bool    `json:"pointer"`
	String      string   `json:"string"`
	Strings     []string `json:"strings"`
}

type getBucketsOutput struct {
	AccountLevelBpaSync *types.AccountLevelBpaSync `json:"accountLevelBpaSync,omitzero"`
	Buckets             []types.Bucket             `json:"buckets,omitzero"`
	NextPageToken       *string                    `json:"nextPageToken,omitzero"`
	ResultMetadata      map[string]any             `json:"-"`
}

type updateBucketInput struct {
	AccessLogConfig        *types.BucketAccessLogConfig `json:"accessLogConfig,omitzero"`
	AccessRules            *types.AccessRules           `json:"accessRules,omitzero"`
	BucketName             *string                      `json:"bucketName,omitzero"`
	Cors                   *types.BucketCorsConfig      `json:"cors,omitzero"`
	ReadonlyAccessAccounts []string                     `json:"readonlyAccessAccounts,omitzero"`
	Versioning             *string                      `json:"versioning,omitzero"`
}

func ptr[T any](v T) *T { return &v }

// bucketsPage returns a response with n buckets, with names and in an order as the
// service writes them.
func bucketsPage(n int) []byte {
	var b strings.Builder
	b.WriteString(`{"accountLevelBpaSync":{"bpaImpactsLightsail":false,"lastSyncedAt":1.6358000005E9,"status":"InSync"},"buckets":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"resourceType":"Bucket",`+
			`"accessRules":{"getObject":"private","allowPublicOverrides":false},`+
			`"arn":"arn:aws:lightsail:us-east-1:111122223333:Bucket/f067b03e-%04d-4a2a-9e1c-EXAMPLE11111",`+
			`"bundleId":"small_1_0","createdAt":1.63580%04dE9,"url":"https://bucket-%04d.s3.us-east-1.amazonaws.com",`+
			`"location":{"availabilityZone":"all","regionName":"us-east-1"},"name":"bucket-%04d",`+
			`"supportCode":"621291663362/bucket-%04d/small_1_0","tags":[{"key":"team","value":"web"},{"key":"env","value":"prod"}],`+
			`"objectVersioning":"NeverEnabled","ableToUpdateBundle":true,"readonlyAccessAccounts":["111122223333"],`+
			`"state":{"code":"OK"},"accessLogConfig":{"enabled":true,"destination":"logs-bucket","prefix":"logs/bucket-%04d/"}}`,
			i%10000, i%10000, i, i, i, i)
	}
	b.WriteString(`]}`)
	return []byte(b.String())
}

func fullUpdate() *updateBucketInput {
	return &updateBucketInput{
		AccessLogConfig:        &types.BucketAccessLogConfig{Enabled: ptr(true), Destination: ptr("logs-bucket"), Prefix: ptr("logs/my-bucket/")},
		AccessRules:            &types.AccessRules{AllowPublicOverrides: ptr(false), GetObject: "private"},
		BucketName:             ptr("my-bucket"),
		Cors:                   &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{AllowedMethods: []string{"GET", "PUT"}, AllowedOrigins: []string{"https://example.com"}, MaxAgeSeconds: ptr(int32(3600))}}},
		ReadonlyAccessAccounts: []string{"111122223333", "444455556666"},
		Versioning:             ptr("Enabled"),
	}
}
