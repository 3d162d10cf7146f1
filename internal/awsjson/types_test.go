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

// plain has plain scalars with omitzero and without it.
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

// getInstancesOutput is a list of structs with many fields and several levels.
type getInstancesOutput struct {
	Instances     []instance `json:"instances,omitzero"`
	NextPageToken *string    `json:"nextPageToken,omitzero"`
}

type (
	instance struct {
		AddOns           []addOn                 `json:"addOns,omitzero"`
		Arn              *string                 `json:"arn,omitzero"`
		BlueprintId      *string                 `json:"blueprintId,omitzero"`
		BlueprintName    *string                 `json:"blueprintName,omitzero"`
		BundleId         *string                 `json:"bundleId,omitzero"`
		CreatedAt        *time.Time              `json:"createdAt,omitzero"`
		Hardware         *hardware               `json:"hardware,omitzero"`
		IpAddressType    color                   `json:"ipAddressType,omitzero"`
		Ipv6Addresses    []string                `json:"ipv6Addresses,omitzero"`
		IsStaticIp       *bool                   `json:"isStaticIp,omitzero"`
		Location         *types.ResourceLocation `json:"location,omitzero"`
		MetadataOptions  *metadataOptions        `json:"metadataOptions,omitzero"`
		Name             *string                 `json:"name,omitzero"`
		Networking       *networking             `json:"networking,omitzero"`
		PrivateIpAddress *string                 `json:"privateIpAddress,omitzero"`
		PublicIpAddress  *string                 `json:"publicIpAddress,omitzero"`
		ResourceType     color                   `json:"resourceType,omitzero"`
		SshKeyName       *string                 `json:"sshKeyName,omitzero"`
		State            *instanceState          `json:"state,omitzero"`
		SupportCode      *string                 `json:"supportCode,omitzero"`
		Tags             []types.Tag             `json:"tags,omitzero"`
		Username         *string                 `json:"username,omitzero"`
	}
	addOn struct {
		Duration              *string `json:"duration,omitzero"`
		Name                  *string `json:"name,omitzero"`
		NextSnapshotTimeOfDay *string `json:"nextSnapshotTimeOfDay,omitzero"`
		SnapshotTimeOfDay     *string `json:"snapshotTimeOfDay,omitzero"`
		Status                *string `json:"status,omitzero"`
		Threshold             *string `json:"threshold,omitzero"`
	}
	hardware struct {
		CpuCount    *int32   `json:"cpuCount,omitzero"`
		Disks       []disk   `json:"disks,omitzero"`
		RamSizeInGb *float32 `json:"ramSizeInGb,omitzero"`
	}
	disk struct {
		AddOns          []addOn                 `json:"addOns,omitzero"`
		Arn             *string                 `json:"arn,omitzero"`
		AttachedTo      *string                 `json:"attachedTo,omitzero"`
		AttachmentState *string                 `json:"attachmentState,omitzero"`
		AutoMountStatus color                   `json:"autoMountStatus,omitzero"`
		CreatedAt       *time.Time              `json:"createdAt,omitzero"`
		GbInUse         *int32                  `json:"gbInUse,omitzero"`
		Iops            *int32                  `json:"iops,omitzero"`
		IsAttached      *bool                   `json:"isAttached,omitzero"`
		IsSystemDisk    *bool                   `json:"isSystemDisk,omitzero"`
		Location        *types.ResourceLocation `json:"location,omitzero"`
		Name            *string                 `json:"name,omitzero"`
		Path            *string                 `json:"path,omitzero"`
		ResourceType    color                   `json:"resourceType,omitzero"`
		SizeInGb        *int32                  `json:"sizeInGb,omitzero"`
		State           color                   `json:"state,omitzero"`
		SupportCode     *string                 `json:"supportCode,omitzero"`
		Tags            []types.Tag             `json:"tags,omitzero"`
	}
	metadataOptions struct {
		HttpEndpoint            color  `json:"httpEndpoint,omitzero"`
		HttpProtocolIpv6        color  `json:"httpProtocolIpv6,omitzero"`
		HttpPutResponseHopLimit *int32 `json:"httpPutResponseHopLimit,omitzero"`
		HttpTokens              color  `json:"httpTokens,omitzero"`
		State                   color  `json:"state,omitzero"`
	}
	networking struct {
		MonthlyTransfer *monthlyTransfer `json:"monthlyTransfer,omitzero"`
		Ports           []portInfo       `json:"ports,omitzero"`
	}
	monthlyTransfer struct {
		GbPerMonthAllocated *int32 `json:"gbPerMonthAllocated,omitzero"`
	}
	portInfo struct {
		AccessDirection color    `json:"accessDirection,omitzero"`
		AccessFrom      *string  `json:"accessFrom,omitzero"`
		AccessType      color    `json:"accessType,omitzero"`
		CidrListAliases []string `json:"cidrListAliases,omitzero"`
		Cidrs           []string `json:"cidrs,omitzero"`
		CommonName      *string  `json:"commonName,omitzero"`
		FromPort        int32    `json:"fromPort"`
		Ipv6Cidrs       []string `json:"ipv6Cidrs,omitzero"`
		Protocol        color    `json:"protocol,omitzero"`
		ToPort          int32    `json:"toPort"`
	}
	instanceState struct {
		Code *int32  `json:"code,omitzero"`
		Name *string `json:"name,omitzero"`
	}
)

// instancesPage returns a response with n instances that have a value for every field.
func instancesPage(n int) []byte {
	const location = `"location":{"availabilityZone":"us-east-1a","regionName":"us-east-1"}`
	const tags = `"tags":[{"key":"team","value":"web"}]`
	const addOns = `"addOns":[{"name":"AutoSnapshot","status":"Enabled","snapshotTimeOfDay":"06:00","nextSnapshotTimeOfDay":"07:00","threshold":"5","duration":"10"}]`
	const port = `{"fromPort":%d,"toPort":%d,"protocol":"tcp","accessFrom":"Anywhere (0.0.0.0/0)","accessType":"public","commonName":"","accessDirection":"inbound","cidrs":["0.0.0.0/0"],"ipv6Cidrs":["::/0"],"cidrListAliases":["lightsail-connect"]}`
	var b strings.Builder
	b.WriteString(`{"instances":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"name":"instance-%04d","arn":"arn:aws:lightsail:us-east-1:111122223333:Instance/e48ff3cd-%04d-4c8d-EXAMPLE","supportCode":"621291663362/i-05859e1331EXAMPLE",`+
			`"createdAt":1.57065479885E9,%s,"resourceType":"Instance",%s,"blueprintId":"wordpress","blueprintName":"WordPress","bundleId":"micro_2_0",%s,"isStaticIp":true,`+
			`"privateIpAddress":"172.26.0.42","publicIpAddress":"203.0.113.7","ipv6Addresses":["2001:db8:85a3::8a2e:370:7334"],"ipAddressType":"dualstack",`+
			`"hardware":{"cpuCount":1,"ramSizeInGb":1.0,"disks":[{"name":"disk-1","arn":"arn:aws:lightsail:us-east-1:111122223333:Disk/7ab6b0ec-%04d-EXAMPLE","supportCode":"621291663362/vol-0EXAMPLE",`+
			`"createdAt":1.57065479885E9,%s,"resourceType":"Disk",%s,%s,"sizeInGb":40,"isSystemDisk":true,"iops":120,"path":"/dev/xvda","state":"in-use","attachedTo":"instance-%04d","isAttached":true,`+
			`"attachmentState":"attached","gbInUse":7,"autoMountStatus":"Mounted"}]},`+
			`"networking":{"monthlyTransfer":{"gbPerMonthAllocated":2048},"ports":[`+port+`,`+port+`]},"state":{"code":16,"name":"running"},"username":"bitnami","sshKeyName":"LightsailDefaultKeyPair",`+
			`"metadataOptions":{"state":"applied","httpTokens":"required","httpEndpoint":"enabled","httpPutResponseHopLimit":1,"httpProtocolIpv6":"disabled"}}`,
			i, i, location, tags, addOns, i, location, tags, addOns, i, 80, 80, 443, 443)
	}
	b.WriteString(`]}`)
	return []byte(b.String())
}
