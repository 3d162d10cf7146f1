package lightsailtest_test

import (
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// front is the name of the load balancer in these tests.
var front = aws.String("front")

func createLoadBalancer(t *testing.T, client *lightsail.Client) []types.Operation {
	t.Helper()
	return must[lightsail.CreateLoadBalancerOutput](t)(client.CreateLoadBalancer(t.Context(), &lightsail.CreateLoadBalancerInput{
		InstancePort: 80, LoadBalancerName: front,
	})).Operations
}

func readLoadBalancer(t *testing.T, client *lightsail.Client) types.LoadBalancer {
	t.Helper()
	return *must[lightsail.GetLoadBalancerOutput](t)(client.GetLoadBalancer(t.Context(), &lightsail.GetLoadBalancerInput{LoadBalancerName: front})).LoadBalancer
}

// readHealth returns the health of the instances of the load balancer, with its reasons.
func readHealth(t *testing.T, client *lightsail.Client) string {
	t.Helper()
	var all []string
	for _, h := range readLoadBalancer(t, client).InstanceHealthSummary {
		all = append(all, strings.TrimSpace(*h.InstanceName+" "+string(h.InstanceHealth)+" "+string(h.InstanceHealthReason)))
	}
	return strings.Join(all, ", ")
}

func attachInstances(t *testing.T, client *lightsail.Client, names ...string) ([]types.Operation, error) {
	t.Helper()
	out, err := client.AttachInstancesToLoadBalancer(t.Context(), &lightsail.AttachInstancesToLoadBalancerInput{InstanceNames: names, LoadBalancerName: front})
	if err != nil {
		return nil, err
	}
	return out.Operations, nil
}

func detachInstances(t *testing.T, client *lightsail.Client, names ...string) ([]types.Operation, error) {
	t.Helper()
	out, err := client.DetachInstancesFromLoadBalancer(t.Context(), &lightsail.DetachInstancesFromLoadBalancerInput{InstanceNames: names, LoadBalancerName: front})
	if err != nil {
		return nil, err
	}
	return out.Operations, nil
}

func setAttribute(t *testing.T, client *lightsail.Client, name types.LoadBalancerAttributeName, value string) error {
	t.Helper()
	_, err := client.UpdateLoadBalancerAttribute(t.Context(), &lightsail.UpdateLoadBalancerAttributeInput{
		AttributeName: name, AttributeValue: &value, LoadBalancerName: front,
	})
	return err
}

// describe returns the type, the resource, the details and the status of each operation
// record.
func describe(operations []types.Operation) (records []string) {
	for _, op := range operations {
		records = append(records, strings.Join([]string{string(op.OperationType), string(op.ResourceType), *op.ResourceName,
			aws.ToString(op.OperationDetails), *op.Location.AvailabilityZone, string(op.Status)}, " "))
	}
	return records
}

// A load balancer is provisioned, gets instances, is changed, and is deleted, with a lag of
// each state.
func TestLoadBalancerLifecycle(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithInstances(types.Instance{Name: aws.String("db")}), lightsailtest.WithLag(
		lightsailtest.Lag{State: "provisioning", Polls: 1},
		lightsailtest.Lag{State: "initial", Polls: 1},
		lightsailtest.Lag{State: "draining", Polls: 1},
		lightsailtest.Lag{Type: types.ResourceTypeLoadBalancer, State: lightsailtest.Deleted, Polls: 1},
	))
	ctx := t.Context()
	created := must[lightsail.CreateLoadBalancerOutput](t)(client.CreateLoadBalancer(ctx, &lightsail.CreateLoadBalancerInput{
		HealthCheckPath:  aws.String("/health"),
		InstancePort:     8080,
		IpAddressType:    types.IpAddressTypeIpv4,
		LoadBalancerName: front,
		Tags:             []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
	})).Operations
	wantEqual(t, "records of CreateLoadBalancer", []string{"CreateLoadBalancer LoadBalancer front  all Started"}, describe(created))
	_, err := attachInstances(t, client, "web")
	wantCode(t, "AttachInstancesToLoadBalancer while it is provisioning", err, "OperationFailureException")
	wantEqual(t, "state of the new load balancer", types.LoadBalancerStateProvisioning, readLoadBalancer(t, client).State)

	lb := readLoadBalancer(t, client)
	id, _, _ := strings.Cut(*lb.DnsName, "-")
	if len(id) != 32 || !strings.HasSuffix(*lb.DnsName, ".us-east-1.elb.amazonaws.com") || !strings.Contains(*lb.SupportCode, "loadbalancer/app/"+id+"/") {
		t.Errorf("got DnsName %s and SupportCode %s, want names of a load balancer", *lb.DnsName, *lb.SupportCode)
	}
	want := types.LoadBalancer{
		Arn: lb.Arn,
		ConfigurationOptions: map[string]string{
			"SessionStickinessEnabled":                   "false",
			"SessionStickiness_LB_CookieDurationSeconds": "86400",
		},
		CreatedAt:               lb.CreatedAt,
		DnsName:                 lb.DnsName,
		HealthCheckPath:         aws.String("/health"),
		HttpsRedirectionEnabled: aws.Bool(false),
		InstanceHealthSummary:   []types.InstanceHealthSummary{},
		InstancePort:            aws.Int32(8080),
		IpAddressType:           types.IpAddressTypeIpv4,
		Location:                &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:                    front,
		Protocol:                types.LoadBalancerProtocolHttp,
		PublicPorts:             []int32{80},
		ResourceType:            types.ResourceTypeLoadBalancer,
		State:                   types.LoadBalancerStateActive,
		SupportCode:             lb.SupportCode,
		Tags:                    []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
		TlsCertificateSummaries: []types.LoadBalancerTlsCertificateSummary{},
		TlsPolicyName:           aws.String("TLS-2016-08"),
	}
	wantEqual(t, "active load balancer", want, lb)

	operations, err := attachInstances(t, client, "web", "db")
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "records of AttachInstancesToLoadBalancer", []string{
		"AttachInstancesToLoadBalancer LoadBalancer front web all Succeeded",
		"AttachInstancesToLoadBalancer Instance web front all Succeeded",
		"AttachInstancesToLoadBalancer LoadBalancer front db all Succeeded",
		"AttachInstancesToLoadBalancer Instance db front all Succeeded",
	}, describe(operations))
	wantEqual(t, "health at first", "web initial Lb.InitialHealthChecking, db initial Lb.InitialHealthChecking", readHealth(t, client))
	wantEqual(t, "health later", "web healthy, db healthy", readHealth(t, client))
	if _, err := attachInstances(t, client, "web"); err != nil {
		t.Errorf("AttachInstancesToLoadBalancer of an attached instance: %v", err)
	}
	wantEqual(t, "health after another AttachInstancesToLoadBalancer", "web healthy, db healthy", readHealth(t, client))

	for name, value := range map[types.LoadBalancerAttributeName]string{
		types.LoadBalancerAttributeNameHealthCheckPath:                          "/ready",
		types.LoadBalancerAttributeNameSessionStickinessEnabled:                 "true",
		types.LoadBalancerAttributeNameSessionStickinessLbCookieDurationSeconds: "60",
		types.LoadBalancerAttributeNameTlsPolicyName:                            "TLS-FS-1-2-Res-2019-08",
	} {
		if err := setAttribute(t, client, name, value); err != nil {
			t.Errorf("UpdateLoadBalancerAttribute of %s: %v", name, err)
		}
	}
	must[lightsail.SetIpAddressTypeOutput](t)(client.SetIpAddressType(ctx, &lightsail.SetIpAddressTypeInput{
		IpAddressType: types.IpAddressTypeDualstack, ResourceName: front, ResourceType: types.ResourceTypeLoadBalancer,
	}))
	want.ConfigurationOptions = map[string]string{"SessionStickinessEnabled": "true", "SessionStickiness_LB_CookieDurationSeconds": "60"}
	want.HealthCheckPath, want.TlsPolicyName = aws.String("/ready"), aws.String("TLS-FS-1-2-Res-2019-08")
	want.IpAddressType = types.IpAddressTypeDualstack
	want.InstanceHealthSummary = []types.InstanceHealthSummary{
		{InstanceHealth: types.InstanceHealthStateHealthy, InstanceName: aws.String("web")},
		{InstanceHealth: types.InstanceHealthStateHealthy, InstanceName: aws.String("db")},
	}
	wantEqual(t, "changed load balancer", want, readLoadBalancer(t, client))
	listed := must[lightsail.GetLoadBalancersOutput](t)(client.GetLoadBalancers(ctx, &lightsail.GetLoadBalancersInput{})).LoadBalancers
	wantEqual(t, "listed load balancers", []types.LoadBalancer{want}, listed)

	operations, err = detachInstances(t, client, "web")
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "records of DetachInstancesFromLoadBalancer", []string{
		"DetachInstancesFromLoadBalancer LoadBalancer front web all Succeeded",
		"DetachInstancesFromLoadBalancer Instance web front all Started",
	}, describe(operations))
	wantEqual(t, "health while draining", "db healthy, web draining Instance.DeregistrationInProgress", readHealth(t, client))
	wantEqual(t, "health after draining", "db healthy", readHealth(t, client))
	for _, op := range operations {
		record := must[lightsail.GetOperationOutput](t)(client.GetOperation(ctx, &lightsail.GetOperationInput{OperationId: op.Id})).Operation
		wantEqual(t, "status of the record of "+*op.ResourceName+" after draining", types.OperationStatusSucceeded, record.Status)
	}

	deleted := must[lightsail.DeleteLoadBalancerOutput](t)(client.DeleteLoadBalancer(ctx, &lightsail.DeleteLoadBalancerInput{LoadBalancerName: front})).Operations
	wantEqual(t, "records of DeleteLoadBalancer", []string{"DeleteLoadBalancer LoadBalancer front  all Started"}, describe(deleted))
	wantEqual(t, "health while it is deleted", "", readHealth(t, client))
	_, err = client.GetLoadBalancer(ctx, &lightsail.GetLoadBalancerInput{LoadBalancerName: front})
	wantCode(t, "GetLoadBalancer of a deleted load balancer", err, "NotFoundException")
	wantEqual(t, "state of the instance", "running", *getInstance(t, client, "db").State.Name)
}

// The health of an instance depends on its state. When it runs again, the health checks
// begin again.
func TestLoadBalancerHealth(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithInstances(types.Instance{Name: aws.String("db")}), lightsailtest.WithLag(
		lightsailtest.Lag{State: "stopping", Polls: 1},
		lightsailtest.Lag{State: "initial", Polls: 1},
		lightsailtest.Lag{Name: "db", State: "initial", Polls: 1, End: "unhealthy", Reason: "Instance.ResponseCodeMismatch"},
	))
	createLoadBalancer(t, client)
	if _, err := attachInstances(t, client, "web", "db"); err != nil {
		t.Fatal(err)
	}
	readHealth(t, client)
	wantEqual(t, "health", "web healthy, db unhealthy Instance.ResponseCodeMismatch", readHealth(t, client))
	must[lightsail.RebootInstanceOutput](t)(client.RebootInstance(t.Context(), &lightsail.RebootInstanceInput{InstanceName: aws.String("db")}))
	stopTestInstance(t, client, "web")
	const db = "db unhealthy Instance.ResponseCodeMismatch"
	wantEqual(t, "health while stopping", "web unhealthy Instance.FailedHealthChecks, "+db, readHealth(t, client))
	getInstance(t, client, "web")
	wantEqual(t, "health when stopped", "web unused Instance.InvalidState, "+db, readHealth(t, client))
	must[lightsail.StartInstanceOutput](t)(client.StartInstance(t.Context(), &lightsail.StartInstanceInput{InstanceName: aws.String("web")}))
	wantEqual(t, "health after a start", "web initial Lb.InitialHealthChecking, "+db, readHealth(t, client))
	wantEqual(t, "health in the end", "web healthy, "+db, readHealth(t, client))

	must[lightsail.DeleteInstanceOutput](t)(client.DeleteInstance(t.Context(), &lightsail.DeleteInstanceInput{InstanceName: aws.String("db")}))
	wantEqual(t, "health after DeleteInstance", "web healthy", readHealth(t, client))
}

// An instance that is draining can be attached again. A detachment can fail.
func TestLoadBalancerDraining(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithInstances(types.Instance{Name: aws.String("db")}), lightsailtest.WithLag(
		lightsailtest.Lag{State: "draining", Polls: 3},
		lightsailtest.Lag{Name: "db", State: "draining", Polls: 1, End: "healthy", Reason: "busy"},
	))
	createLoadBalancer(t, client)
	if _, err := attachInstances(t, client, "web", "db"); err != nil {
		t.Fatal(err)
	}
	operations, err := detachInstances(t, client, "web", "db", "web")
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "number of records", 6, len(operations))
	const draining = "draining Instance.DeregistrationInProgress"
	wantEqual(t, "health while draining", "web "+draining+", db "+draining, readHealth(t, client))
	record := must[lightsail.GetOperationOutput](t)(client.GetOperation(t.Context(), &lightsail.GetOperationInput{OperationId: operations[3].Id})).Operation
	wantEqual(t, "record of the failed detachment", "Failed busy", string(record.Status)+" "+aws.ToString(record.ErrorDetails))
	if _, err := attachInstances(t, client, "web"); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "health after attaching again", "db healthy, web healthy", readHealth(t, client))
}

// The failures of the service while it creates a load balancer.
func TestLoadBalancerCreationFails(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{State: "provisioning", Polls: 1, End: "failed", Reason: "no capacity"}))
	operations := createLoadBalancer(t, client)
	err := lightsail.NewOperationSucceededWaiter(client, func(o *lightsail.OperationSucceededWaiterOptions) {
		o.MinDelay, o.MaxDelay = time.Nanosecond, time.Nanosecond
	}).Wait(t.Context(), operations, time.Minute)
	if err == nil || !strings.Contains(err.Error(), "no capacity") {
		t.Errorf("wait for the operation record: got %v, want the reason of the lag", err)
	}
	err = lightsail.NewLoadBalancerActiveWaiter(client).Wait(t.Context(), &lightsail.GetLoadBalancerInput{LoadBalancerName: front}, time.Minute)
	if err == nil || !strings.Contains(err.Error(), "failed") {
		t.Errorf("wait for the load balancer: got %v, want an error with its state", err)
	}
	wantCode(t, "UpdateLoadBalancerAttribute of a failed load balancer",
		setAttribute(t, client, types.LoadBalancerAttributeNameSessionStickinessEnabled, "true"), "OperationFailureException")
	must[lightsail.DeleteLoadBalancerOutput](t)(client.DeleteLoadBalancer(t.Context(), &lightsail.DeleteLoadBalancerInput{LoadBalancerName: front}))
}

func TestCreateLoadBalancerInvalidInput(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials), lightsailtest.WithBuckets(types.Bucket{Name: alpha}))
	withCertificate := func(name, domain string, alternatives ...string) lightsail.CreateLoadBalancerInput {
		return lightsail.CreateLoadBalancerInput{
			CertificateAlternativeNames: alternatives, CertificateDomainName: &domain, CertificateName: &name, InstancePort: 80, LoadBalancerName: front,
		}
	}
	for message, in := range map[string]lightsail.CreateLoadBalancerInput{
		"loadBalancerName: must have 2 to 255":        {LoadBalancerName: aws.String("a b"), InstancePort: 80},
		"instancePort: must be 1 to 65535":            {LoadBalancerName: front},
		"healthCheckPath: must begin with a slash":    {LoadBalancerName: front, InstancePort: 80, HealthCheckPath: aws.String("health")},
		"tlsPolicyName: no TLS policy has this name":  {LoadBalancerName: front, InstancePort: 80, TlsPolicyName: aws.String("TLS")},
		"certificateName: must be set if and only if": {LoadBalancerName: front, InstancePort: 80, CertificateDomainName: aws.String("example.com")},
		"already in use: alpha":                       {LoadBalancerName: alpha, InstancePort: 80},
		"tags: must have at most 50":                  {LoadBalancerName: front, InstancePort: 80, Tags: make([]types.Tag, 51)},

		"already in use: front":                            withCertificate("front", "example.com"),
		"certificateDomainName: must be the name":          withCertificate("tls-1", "*.example.com"),
		"certificateName: must have 2 to 255":              withCertificate("-", "example.com"),
		"certificateAlternativeNames[0]: must be the name": withCertificate("tls-1", "example.com", "com"),
		"certificateAlternativeNames: must have at most 9": withCertificate("tls-1", "example.com", strings.Fields("a.io b.io c.io d.io e.io f.io g.io h.io i.io j.io")...),
	} {
		wantInvalidInput(t, server, "CreateLoadBalancer", in, message)
	}
}

func TestLoadBalancerQuota(t *testing.T) {
	_, client := newTestServer(t)
	for _, name := range strings.Split("abcdefghijk", "") {
		_, err := client.CreateLoadBalancer(t.Context(), &lightsail.CreateLoadBalancerInput{InstancePort: 80, LoadBalancerName: aws.String("lb-" + name)})
		if name == "k" {
			wantCode(t, "CreateLoadBalancer number 11", err, invalidInput)
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLoadBalancerInstancesInvalidInput(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithInstances(
		types.Instance{Name: aws.String("db")}, types.Instance{Name: aws.String("old"), State: &types.InstanceState{Name: aws.String("stopped")}}))
	_, err := attachInstances(t, client, "web")
	wantCode(t, "AttachInstancesToLoadBalancer without a load balancer", err, "NotFoundException")
	createLoadBalancer(t, client)
	for _, test := range []struct {
		call    func(t *testing.T, client *lightsail.Client, names ...string) ([]types.Operation, error)
		names   []string
		code    string
		message string
	}{
		{attachInstances, []string{}, invalidInput, "instanceNames: must not be empty"},
		{attachInstances, []string{"web", "missing"}, "NotFoundException", "missing"},
		{attachInstances, []string{"web", "old"}, "OperationFailureException", "old is stopped"},
		{detachInstances, []string{}, invalidInput, "instanceNames: must not be empty"},
		{detachInstances, []string{"missing"}, "NotFoundException", "missing"},
		{detachInstances, []string{"db"}, invalidInput, "db is not attached"},
	} {
		_, err := test.call(t, client, test.names...)
		if errorCode(err) != test.code || !strings.Contains(err.Error(), test.message) {
			t.Errorf("%v: got %v, want %s with %q", test.names, err, test.code, test.message)
		}
	}
	wantEqual(t, "health after failed calls", "", readHealth(t, client))
}

func TestUpdateLoadBalancerAttributeInvalidInput(t *testing.T) {
	_, client := newTestServer(t)
	createLoadBalancer(t, client)
	for _, test := range []struct {
		name           types.LoadBalancerAttributeName
		value, message string
	}{
		{types.LoadBalancerAttributeNameHealthCheckPath, "health", "must begin with a slash"},
		{types.LoadBalancerAttributeNameSessionStickinessEnabled, "yes", "must be true or false"},
		{types.LoadBalancerAttributeNameSessionStickinessLbCookieDurationSeconds, "0", "must be 1 to 604800"},
		{types.LoadBalancerAttributeNameSessionStickinessLbCookieDurationSeconds, "604801", "must be 1 to 604800"},
		{types.LoadBalancerAttributeNameSessionStickinessLbCookieDurationSeconds, "1h", "must be 1 to 604800"},
		{types.LoadBalancerAttributeNameTlsPolicyName, "TLS", "no TLS policy has this name"},
		{types.LoadBalancerAttributeNameHttpsRedirectionEnabled, "1", "must be true or false"},
		{types.LoadBalancerAttributeNameHttpsRedirectionEnabled, "true", "cannot enable https redirection while https is disabled."},
	} {
		err := setAttribute(t, client, test.name, test.value)
		if errorCode(err) != invalidInput || !strings.Contains(err.Error(), test.message) {
			t.Errorf("%s = %s: got %v, want %s with %q", test.name, test.value, err, invalidInput, test.message)
		}
	}
}

// A test can put load balancers with the health of instances that do not exist.
func TestPutLoadBalancers(t *testing.T) {
	server, client := newTestServer(t)
	if err := server.PutJSON([]byte(`{
		"loadBalancers": [
			{},
			{"name": "front", "instanceHealthSummary": [
				{"instanceName": "gone", "instanceHealth": "unhealthy", "instanceHealthReason": "Instance.Timeout"}, {"instanceName": "web"}
			], "tlsCertificateSummaries": [{"name": "tls-1", "isAttached": true}, {"name": "tls-2"}]}
		],
		"tlsCertificates": [{}, {"name": "tls-2", "loadBalancerName": "front", "status": "EXPIRED"}]
	}`)); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "health", "gone unhealthy Instance.Timeout, web healthy", readHealth(t, client))
	lb := readLoadBalancer(t, client)
	wantEqual(t, "protocol", types.LoadBalancerProtocolHttpHttps, lb.Protocol)
	wantEqual(t, "certificates", []types.LoadBalancerTlsCertificateSummary{
		{IsAttached: aws.Bool(true), Name: aws.String("tls-1")}, {IsAttached: aws.Bool(false), Name: aws.String("tls-2")},
	}, lb.TlsCertificateSummaries)
	wantEqual(t, "status of the certificate", types.LoadBalancerTlsCertificateStatusExpired, readCertificates(t, client)[1].Status)
	if _, err := detachInstances(t, client, "gone", "web"); err != nil {
		t.Error(err)
	}
	wantEqual(t, "health after DetachInstancesFromLoadBalancer", "", readHealth(t, client))
	first := must[lightsail.GetLoadBalancerTlsCertificatesOutput](t)(client.GetLoadBalancerTlsCertificates(t.Context(),
		&lightsail.GetLoadBalancerTlsCertificatesInput{LoadBalancerName: aws.String("load-balancer-1")})).TlsCertificates
	wantEqual(t, "certificate that was put without a name", "tls-certificate-3", *first[0].Name)
}
