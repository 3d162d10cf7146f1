package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// The responses are written as the service writes them: timestamps have an
// exponent, and members are not in alphabetical order. They contain the members
// that such a response usually has. All names and numbers are invented.

// responseBody returns the response body for a request. The page token of a
// GetBuckets request is the number of buckets in the response.
func responseBody(operation string, request []byte) (string, error) {
	var input struct{ PageToken string }
	if err := json.Unmarshal(request, &input); err != nil {
		return "", err
	}
	switch operation {
	case "GetBundles":
		return bundlesPage(100), nil
	case "GetInstances":
		return instancesPage(100), nil
	case "GetContainerServiceDeployments":
		return deployment(), nil
	case "UpdateBucket":
		return updatedBucket(), nil
	case "GetBuckets":
		if input.PageToken == "" {
			return `{}`, nil
		}
		n, err := strconv.Atoi(input.PageToken)
		return bucketsPage(n), err
	}
	return "", fmt.Errorf("unexpected operation %s", operation)
}

func bucketsPage(n int) string {
	var b strings.Builder
	b.WriteString(`{"accountLevelBpaSync":{"bpaImpactsLightsail":false,"lastSyncedAt":1.6358000005E9,"status":"InSync"},"buckets":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		writeBucket(&b, i, "")
	}
	b.WriteString(`]}`)
	return b.String()
}

// writeBucket writes the JSON object of bucket i. It appends more, which is empty
// or starts with a comma, to the members of the object.
func writeBucket(b *strings.Builder, i int, more string) {
	fmt.Fprintf(b, `{"resourceType":"Bucket",`+
		`"accessRules":{"getObject":"private","allowPublicOverrides":false},`+
		`"arn":"arn:aws:lightsail:us-east-1:111122223333:Bucket/f067b03e-%04[1]d-4a2a-9e1c-6b1d3c0e%04[1]d",`+
		`"bundleId":"medium_1_0","createdAt":1.63580%04[1]dE9,"url":"https://media-files-%04[1]d.s3.us-east-1.amazonaws.com/",`+
		`"location":{"availabilityZone":"all","regionName":"us-east-1"},"name":"media-files-%04[1]d",`+
		`"supportCode":"621291663362/media-files-%04[1]d","tags":[{"key":"team","value":"web"},{"key":"environment","value":"production"}],`+
		`"objectVersioning":"NeverEnabled","ableToUpdateBundle":true,"readonlyAccessAccounts":["444455556666"],`+
		`"state":{"code":"OK"},"accessLogConfig":{"enabled":true,"destination":"access-logs","prefix":"logs/media-files-%04[1]d/"}%[2]s}`,
		i, more)
}

func bundlesPage(n int) string {
	var b strings.Builder
	b.WriteString(`{"bundles":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"price":%[1]d.5,"cpuCount":2,"diskSizeInGb":%[2]d,"bundleId":"size%02[1]d_3_0","instanceType":"size%02[1]d","isActive":true,`+
			`"name":"Size%02[1]d","power":%[3]d,"ramSizeInGb":0.5,"transferPerMonthInGb":1024,"publicIpv4AddressCount":1,"supportedPlatforms":["LINUX_UNIX"]}`,
			i, 20*i+20, 100*i+298)
	}
	b.WriteString(`]}`)
	return b.String()
}

// instancesPage returns a page of n instances with a disk and two open ports each.
func instancesPage(n int) string {
	const (
		location = `"location":{"availabilityZone":"us-east-1a","regionName":"us-east-1"}`
		port     = `{"fromPort":%[1]d,"toPort":%[1]d,"protocol":"tcp","accessFrom":"Anywhere (0.0.0.0/0 and ::/0)","accessType":"public",` +
			`"commonName":"","accessDirection":"inbound","cidrs":["0.0.0.0/0"],"ipv6Cidrs":["::/0"],"cidrListAliases":["lightsail-connect"]}`
	)
	ports := fmt.Sprintf(port, 80) + "," + fmt.Sprintf(port, 443)
	var b strings.Builder
	b.WriteString(`{"instances":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"name":"web-%04[1]d","arn":"arn:aws:lightsail:us-east-1:111122223333:Instance/e48ff3cd-%04[1]d-4c8d-9b7e-6b1d3c0e%04[1]d",`+
			`"supportCode":"621291663362/i-05859e13318%05[1]d","createdAt":1.57065479885E9,%[2]s,"resourceType":"Instance",`+
			`"tags":[{"key":"team","value":"web"}],"blueprintId":"wordpress","blueprintName":"WordPress","bundleId":"micro_3_0",`+
			`"addOns":[{"name":"AutoSnapshot","status":"Enabled","snapshotTimeOfDay":"06:00","nextSnapshotTimeOfDay":"06:00"}],`+
			`"isStaticIp":true,"privateIpAddress":"172.26.0.42","publicIpAddress":"203.0.113.7",`+
			`"ipv6Addresses":["2001:db8:85a3::8a2e:370:7334"],"ipAddressType":"dualstack",`+
			`"hardware":{"cpuCount":2,"disks":[{"createdAt":1.57065479885E9,"sizeInGb":40,"isSystemDisk":true,"iops":120,"path":"/dev/xvda",`+
			`"attachedTo":"web-%04[1]d","attachmentState":"attached"}],"ramSizeInGb":1.0},`+
			`"networking":{"monthlyTransfer":{"gbPerMonthAllocated":2048},"ports":[%[3]s]},"state":{"code":16,"name":"running"},`+
			`"username":"bitnami","sshKeyName":"LightsailDefaultKeyPair","metadataOptions":{"state":"applied","httpTokens":"required",`+
			`"httpEndpoint":"enabled","httpPutResponseHopLimit":1,"httpProtocolIpv6":"disabled"}}`,
			i, location, ports)
	}
	b.WriteString(`]}`)
	return b.String()
}

// deployment returns a deployment of a container service: maps in a map.
func deployment() string {
	return `{"deployments":[{"version":7,"state":"ACTIVE","containers":{` +
		`"web":{"image":":shop.web.3","command":["serve","--port","8080"],"environment":{"LOG_LEVEL":"info","API":"http://localhost:9000","TEAM":"web"},` +
		`"ports":{"8080":"HTTP","9090":"TCP"}},` +
		`"api":{"image":"nginx:1.27","command":[],"environment":{"LOG_LEVEL":"debug","REGION":"us-east-1"},"ports":{"9000":"HTTP"}}},` +
		`"publicEndpoint":{"containerName":"web","containerPort":8080,"healthCheck":{"healthyThreshold":2,"unhealthyThreshold":2,` +
		`"timeoutSeconds":2,"intervalSeconds":5,"path":"/","successCodes":"200-499"}},"createdAt":1.635800123E9}]}`
}

func updatedBucket() string {
	var b strings.Builder
	b.WriteString(`{"bucket":`)
	writeBucket(&b, 7, `,"cors":{"rules":[{"id":"web","allowedMethods":["GET","PUT"],"allowedOrigins":["https://example.com"],`+
		`"allowedHeaders":["*"],"exposeHeaders":["ETag"],"maxAgeSeconds":3600}]}`)
	b.WriteString(`,"operations":[{"id":"6f2f5a4e-77a5-4c3b-8a3d-1f0d8a0c52b1","resourceName":"media-files-0007","resourceType":"Bucket",` +
		`"createdAt":1.635800123456E9,"location":{"availabilityZone":"all","regionName":"us-east-1"},"isTerminal":true,` +
		`"operationType":"UpdateBucket","status":"Succeeded","statusChangedAt":1.635800123456E9}]}`)
	return b.String()
}
