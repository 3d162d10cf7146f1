package lightsailtest_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// apiService is the name of the container service of the tests.
var apiService = aws.String("api")

// Lags of the states of container services.
var (
	servicePending   = lightsailtest.Lag{Type: types.ResourceTypeContainerService, State: string(types.ContainerServiceStatePending), Polls: 1}
	serviceDeploying = lightsailtest.Lag{State: string(types.ContainerServiceStateDeploying), Polls: 1}
	serviceUpdating  = lightsailtest.Lag{State: string(types.ContainerServiceStateUpdating), Polls: 1}
)

// failingDeployments is a Lag with which all deployments fail.
var failingDeployments = lightsailtest.Lag{
	State: string(types.ContainerServiceStateDeploying), Polls: 1, End: string(types.ContainerServiceDeploymentStateFailed), Reason: "exec format error",
}

// createTestService creates the container service api.
func createTestService(t *testing.T, client *lightsail.Client) types.ContainerService {
	t.Helper()
	return *must[lightsail.CreateContainerServiceOutput](t)(client.CreateContainerService(t.Context(), &lightsail.CreateContainerServiceInput{
		Power: types.ContainerServicePowerNameNano, Scale: aws.Int32(1), ServiceName: apiService, Tags: []types.Tag{{Key: aws.String("team")}},
	})).ContainerService
}

// readContainerService returns the container service api.
func readContainerService(t *testing.T, client *lightsail.Client) types.ContainerService {
	t.Helper()
	in := &lightsail.GetContainerServicesInput{ServiceName: apiService}
	return must[lightsail.GetContainerServicesOutput](t)(client.GetContainerServices(t.Context(), in)).ContainerServices[0]
}

// webContainers returns the containers of a deployment with an image and the port 80.
func webContainers(image string) map[string]types.Container {
	return map[string]types.Container{
		"web": {Image: &image, Ports: map[string]types.ContainerServiceProtocol{"80": types.ContainerServiceProtocolHttp}},
	}
}

// deployContainers creates a deployment of the container service api with a public endpoint.
func deployContainers(t *testing.T, client *lightsail.Client, image string) (*types.ContainerService, error) {
	t.Helper()
	out, err := client.CreateContainerServiceDeployment(t.Context(), &lightsail.CreateContainerServiceDeploymentInput{
		Containers:     webContainers(image),
		PublicEndpoint: &types.EndpointRequest{ContainerName: aws.String("web"), ContainerPort: aws.Int32(80)},
		ServiceName:    apiService,
	})
	if err != nil {
		return nil, err
	}
	return out.ContainerService, nil
}

// mustDeployContainers is deployContainers for a deployment that must be accepted.
func mustDeployContainers(t *testing.T, client *lightsail.Client, image string) *types.ContainerService {
	t.Helper()
	return must[types.ContainerService](t)(deployContainers(t, client, image))
}

// readContainerDeployments returns the versions and the states of the deployments of the container
// service api.
func readContainerDeployments(t *testing.T, client *lightsail.Client) (deployments []string) {
	t.Helper()
	in := &lightsail.GetContainerServiceDeploymentsInput{ServiceName: apiService}
	for _, d := range must[lightsail.GetContainerServiceDeploymentsOutput](t)(client.GetContainerServiceDeployments(t.Context(), in)).Deployments {
		deployments = append(deployments, fmt.Sprintf("%d %s", *d.Version, d.State))
	}
	return deployments
}

func updateTestService(t *testing.T, client *lightsail.Client, in lightsail.UpdateContainerServiceInput) types.ContainerService {
	t.Helper()
	in.ServiceName = apiService
	return *must[lightsail.UpdateContainerServiceOutput](t)(client.UpdateContainerService(t.Context(), &in)).ContainerService
}

// A container service is created, gets two deployments, is changed, disabled, enabled and
// deleted, with a lag of each state.
func TestContainerServiceLifecycle(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(
		servicePending, serviceDeploying, serviceUpdating, lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 1},
	))
	ctx := t.Context()

	created := createTestService(t, client)
	wantEqual(t, "principal of a pending service", "", *created.PrincipalArn)
	wantEqual(t, "state of the created service", types.ContainerServiceStatePending, created.State)
	wantEqual(t, "state at the first poll", types.ContainerServiceStatePending, readContainerService(t, client).State)
	ready := readContainerService(t, client)
	want := types.ContainerService{
		Arn:                  created.Arn,
		ContainerServiceName: apiService,
		CreatedAt:            created.CreatedAt,
		IsDisabled:           aws.Bool(false),
		Location:             &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Power:                types.ContainerServicePowerNameNano,
		PowerId:              aws.String("nano-1"),
		PrincipalArn:         ready.PrincipalArn,
		PrivateDomainName:    aws.String("api.service.local"),
		PrivateRegistryAccess: &types.PrivateRegistryAccess{
			EcrImagePullerRole: &types.ContainerServiceECRImagePullerRole{IsActive: aws.Bool(false), PrincipalArn: aws.String("")},
		},
		ResourceType: types.ResourceTypeContainerService,
		Scale:        aws.Int32(1),
		State:        types.ContainerServiceStateReady,
		Tags:         []types.Tag{{Key: aws.String("team"), Value: aws.String("")}},
		Url:          created.Url,
	}
	wantEqual(t, "service that is ready", want, ready)
	for text, pattern := range map[string]string{
		*ready.Url:          `^https://api\.[0-9a-v]{13}\.us-east-1\.cs\.amazonlightsail\.com/$`,
		*ready.PrincipalArn: `^arn:aws:iam::123456789012:role/amazon/lightsail/us-east-1/containers/api/[0-9a-v]{52}$`,
		*ready.Arn:          `^arn:aws:lightsail:us-east-1:123456789012:ContainerService/`,
	} {
		if !regexp.MustCompile(pattern).MatchString(text) {
			t.Errorf("got %s, want it to match %s", text, pattern)
		}
	}

	deploying := mustDeployContainers(t, client, "nginx:1.27")
	deployment := types.ContainerServiceDeployment{
		Containers: map[string]types.Container{"web": {
			Command: []string{}, Environment: map[string]string{}, Image: aws.String("nginx:1.27"),
			Ports: map[string]types.ContainerServiceProtocol{"80": types.ContainerServiceProtocolHttp},
		}},
		CreatedAt: deploying.NextDeployment.CreatedAt,
		PublicEndpoint: &types.ContainerServiceEndpoint{
			ContainerName: aws.String("web"), ContainerPort: aws.Int32(80),
			HealthCheck: &types.ContainerServiceHealthCheckConfig{
				HealthyThreshold: aws.Int32(2), IntervalSeconds: aws.Int32(5), Path: aws.String("/"),
				SuccessCodes: aws.String("200-499"), TimeoutSeconds: aws.Int32(2), UnhealthyThreshold: aws.Int32(2),
			},
		},
		State:   types.ContainerServiceDeploymentStateActivating,
		Version: aws.Int32(1),
	}
	want.State, want.NextDeployment, want.StateDetail = types.ContainerServiceStateDeploying, &deployment, deploying.StateDetail
	wantEqual(t, "service during the first deployment", want, *deploying)
	wantEqual(t, "deployments during the first one", []string{"1 ACTIVATING"}, readContainerDeployments(t, client))
	deployment.State = types.ContainerServiceDeploymentStateActive
	want.State, want.CurrentDeployment, want.NextDeployment, want.StateDetail = types.ContainerServiceStateRunning, &deployment, nil, nil
	wantEqual(t, "service after the first deployment", want, readContainerService(t, client))

	mustDeployContainers(t, client, "nginx:1.28")
	_, err := deployContainers(t, client, "nginx:1.29")
	const busy = `InvalidInputException: Sorry, deployment 2 is in progress for service "api". Please wait`
	if err == nil || !strings.Contains(err.Error(), busy) {
		t.Errorf("third deployment during the second one: got error %v, want %s", err, busy)
	}
	_, err = client.UpdateContainerService(ctx, &lightsail.UpdateContainerServiceInput{ServiceName: apiService})
	wantCode(t, "UpdateContainerService during a deployment", err, invalidInput)
	wantEqual(t, "deployments during the second one", []string{"2 ACTIVATING", "1 ACTIVE"}, readContainerDeployments(t, client))
	wantEqual(t, "deployments after the second one", []string{"2 ACTIVE", "1 INACTIVE"}, readContainerDeployments(t, client))

	updating := updateTestService(t, client, lightsail.UpdateContainerServiceInput{Power: types.ContainerServicePowerNameMicro, Scale: aws.Int32(20)})
	wantEqual(t, "changed service", "UPDATING CREATING_SYSTEM_RESOURCES micro micro-1 20",
		fmt.Sprint(updating.State, " ", updating.StateDetail.Code, " ", updating.Power, " ", *updating.PowerId, " ", *updating.Scale))
	_, err = deployContainers(t, client, "nginx:1.29")
	wantCode(t, "deployment during a change", err, invalidInput)
	var states []types.ContainerServiceState
	for _, isDisabled := range []bool{true, false} {
		states = append(states, readContainerService(t, client).State, readContainerService(t, client).State)
		updateTestService(t, client, lightsail.UpdateContainerServiceInput{IsDisabled: &isDisabled})
		if isDisabled {
			states = append(states, readContainerService(t, client).State)
			_, err = deployContainers(t, client, "nginx:1.29")
			wantCode(t, "deployment of a disabled service", err, invalidInput)
		}
	}
	states = append(states, readContainerService(t, client).State, readContainerService(t, client).State)
	wantEqual(t, "states while the service is changed, disabled and enabled",
		[]types.ContainerServiceState{"UPDATING", "RUNNING", "UPDATING", "DISABLED", "DISABLED", "UPDATING", "RUNNING"}, states)
	wantEqual(t, "deployments of the enabled service", []string{"2 ACTIVE", "1 INACTIVE"}, readContainerDeployments(t, client))

	must[lightsail.DeleteContainerServiceOutput](t)(client.DeleteContainerService(ctx, &lightsail.DeleteContainerServiceInput{ServiceName: apiService}))
	wantEqual(t, "state of the deleted service", types.ContainerServiceStateDeleting, readContainerService(t, client).State)
	_, err = client.GetContainerServices(ctx, &lightsail.GetContainerServicesInput{ServiceName: apiService})
	wantCode(t, "GetContainerServices of a deleted service", err, "NotFoundException")
	var operations []types.OperationType
	for op, err := range lightsail.NewGetOperationsForResourcePaginator(client, &lightsail.GetOperationsForResourceInput{ResourceName: apiService}).All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		operations = append(operations, op.OperationType)
		wantEqual(t, "status of "+*op.Id, types.OperationStatusSucceeded, op.Status)
	}
	wantEqual(t, "operation records", []types.OperationType{
		types.OperationTypeDeleteContainerService,
		types.OperationTypeUpdateContainerService, types.OperationTypeUpdateContainerService, types.OperationTypeUpdateContainerService,
		types.OperationTypeCreateContainerServiceDeployment, types.OperationTypeCreateContainerServiceDeployment,
		types.OperationTypeCreateContainerService,
	}, operations)
}

// Without a Lag, the output of each call has the state during the change, and the next
// call the one after it.
func TestContainerServiceWithoutLag(t *testing.T) {
	_, client := newTestServer(t)
	states := []types.ContainerServiceState{createTestService(t, client).State, readContainerService(t, client).State}
	deploying := mustDeployContainers(t, client, "nginx")
	wantEqual(t, "version of the next deployment", int32(1), *deploying.NextDeployment.Version)
	states = append(states, deploying.State, readContainerService(t, client).State)
	states = append(states, updateTestService(t, client, lightsail.UpdateContainerServiceInput{Scale: aws.Int32(2)}).State, readContainerService(t, client).State)
	wantEqual(t, "states", []types.ContainerServiceState{"PENDING", "READY", "DEPLOYING", "RUNNING", "UPDATING", "RUNNING"}, states)
}

// A service that is created with a deployment is deployed after it has been created. The
// codes of its state are the steps of the deployment.
func TestContainerServiceWithFirstDeployment(t *testing.T) {
	lag := serviceDeploying
	lag.Polls = 9
	_, client := newTestServer(t, lightsailtest.WithLag(servicePending, lag))
	created := must[lightsail.CreateContainerServiceOutput](t)(client.CreateContainerService(t.Context(), &lightsail.CreateContainerServiceInput{
		Deployment:  &types.ContainerServiceDeploymentRequest{Containers: webContainers("nginx")},
		Power:       types.ContainerServicePowerNameSmall,
		Scale:       aws.Int32(3),
		ServiceName: apiService,
	})).ContainerService
	states := []string{fmt.Sprint(created.State, " ", created.NextDeployment.State)}
	for range 11 {
		s := readContainerService(t, client)
		text := string(s.State)
		if s.StateDetail != nil {
			text += " " + string(s.StateDetail.Code)
		}
		states = append(states, text)
	}
	wantEqual(t, "states", []string{
		"PENDING ACTIVATING", "PENDING",
		"DEPLOYING CREATING_SYSTEM_RESOURCES", "DEPLOYING CREATING_SYSTEM_RESOURCES", "DEPLOYING CREATING_SYSTEM_RESOURCES",
		"DEPLOYING CREATING_NETWORK_INFRASTRUCTURE", "DEPLOYING PROVISIONING_CERTIFICATE", "DEPLOYING PROVISIONING_SERVICE",
		"DEPLOYING CREATING_DEPLOYMENT", "DEPLOYING EVALUATING_HEALTH_CHECK", "DEPLOYING ACTIVATING_DEPLOYMENT",
		"RUNNING",
	}, states)
	wantEqual(t, "deployments", []string{"1 ACTIVE"}, readContainerDeployments(t, client))
}

// The creation of a service fails: the service remains PENDING, with the code of the
// failure.
func TestContainerServiceCreationFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		lag := servicePending
		lag.End, lag.Reason = string(types.ContainerServiceStateDetailCodeCertificateLimitExceeded), "no more certificates"
		_, client := newTestServer(t, lightsailtest.WithLag(lag))
		createTestService(t, client)
		err := lightsail.NewContainerServiceReadyWaiter(client).Wait(t.Context(), &lightsail.GetContainerServicesInput{ServiceName: apiService}, time.Hour)
		const want = "ContainerService api is in the state PENDING: CERTIFICATE_LIMIT_EXCEEDED: no more certificates"
		if err == nil || err.Error() != want {
			t.Errorf("got error %v, want %s", err, want)
		}
		_, err = deployContainers(t, client, "nginx")
		wantCode(t, "deployment of a service that could not be created", err, invalidInput)
		must[lightsail.DeleteContainerServiceOutput](t)(client.DeleteContainerService(t.Context(), &lightsail.DeleteContainerServiceInput{ServiceName: apiService}))
	})
}

// Domain names and the role for private repositories are added, changed and removed.
func TestContainerServiceSettings(t *testing.T) {
	_, client := newTestServer(t)
	createTestService(t, client)
	requestCertificate(t, client, "site", "example.com", "www.example.com")
	requestCertificate(t, client, "blog", "blog.example.com")
	type names = map[string][]string
	for _, test := range []struct{ change, want names }{
		{names{"site": {"example.com", "www.example.com"}, "none": {}}, names{"site": {"example.com", "www.example.com"}}},
		{names{"blog": {"blog.example.com"}}, names{"site": {"example.com", "www.example.com"}, "blog": {"blog.example.com"}}},
		{nil, names{"site": {"example.com", "www.example.com"}, "blog": {"blog.example.com"}}},
		{names{"site": {"example.com"}, "blog": {}}, names{"site": {"example.com"}}},
		{names{"site": {}}, nil},
	} {
		updateTestService(t, client, lightsail.UpdateContainerServiceInput{PublicDomainNames: test.change})
		wantEqual(t, fmt.Sprint("domain names after ", test.change), test.want, readContainerService(t, client).PublicDomainNames)
	}

	var roles []string
	for _, isActive := range []bool{true, true, false, true} {
		s := updateTestService(t, client, lightsail.UpdateContainerServiceInput{PrivateRegistryAccess: &types.PrivateRegistryAccessRequest{
			EcrImagePullerRole: &types.ContainerServiceECRImagePullerRoleRequest{IsActive: &isActive},
		}})
		role := s.PrivateRegistryAccess.EcrImagePullerRole
		wantEqual(t, "whether the role is active", isActive, *role.IsActive)
		roles = append(roles, *role.PrincipalArn)
	}
	pattern := regexp.MustCompile(`^arn:aws:iam::123456789012:role/amazon/lightsail/us-east-1/containers/api/private-repo-access/[0-9a-v]{52}$`)
	if !pattern.MatchString(roles[0]) || roles[1] != roles[0] || roles[2] != "" || !pattern.MatchString(roles[3]) || roles[3] == roles[0] {
		t.Errorf("got roles %q, want the same for two activations, none while it is inactive, and a new one", roles)
	}
}

// A certificate of a container service cannot be deleted, and is one of a resource in use.
func TestCertificateOfContainerService(t *testing.T) {
	_, client := newTestServer(t)
	createTestService(t, client)
	requestCertificate(t, client, "site", "example.com")
	names := map[string][]string{"missing": {"example.com"}}
	_, err := client.UpdateContainerService(t.Context(), &lightsail.UpdateContainerServiceInput{ServiceName: apiService, PublicDomainNames: names})
	wantCode(t, "UpdateContainerService with a missing certificate", err, "NotFoundException")
	updateTestService(t, client, lightsail.UpdateContainerServiceInput{PublicDomainNames: map[string][]string{"site": {"example.com"}}})
	site := aws.String("site")
	_, err = client.DeleteCertificate(t.Context(), &lightsail.DeleteCertificateInput{CertificateName: site})
	wantCode(t, "DeleteCertificate of a certificate in use", err, invalidInput)
	c := must[lightsail.GetCertificatesOutput](t)(client.GetCertificates(t.Context(), &lightsail.GetCertificatesInput{CertificateName: site}))
	wantEqual(t, "resources that use the certificate", int32(1), c.Certificates[0].CertificateDetail.InUseResourceCount)
}

func TestContainerServiceInvalidInput(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials), lightsailtest.WithBuckets(types.Bucket{Name: alpha}))
	client := server.Client(inProcess(server))
	createTestService(t, client)
	five := []string{"example.com", "a.example.com", "b.example.com", "c.example.com", "d.example.com"}
	requestCertificate(t, client, "site", five[0], five[1:]...)
	if err := server.PutJSON([]byte(`{"certificates": [{"certificateName": "expired", "certificateDetail": {"status": "EXPIRED"}}]}`)); err != nil {
		t.Fatal(err)
	}
	valid := func(change func(in *lightsail.CreateContainerServiceInput)) *lightsail.CreateContainerServiceInput {
		in := &lightsail.CreateContainerServiceInput{Power: types.ContainerServicePowerNameNano, Scale: aws.Int32(1), ServiceName: aws.String("web")}
		change(in)
		return in
	}
	type create = *lightsail.CreateContainerServiceInput
	for _, test := range []struct {
		change  func(in create)
		message string
	}{
		{func(in create) { in.ServiceName = apiService }, "already in use: api"},
		{func(in create) { in.ServiceName = alpha }, "already in use: alpha"},
		{func(in create) { in.ServiceName = aws.String("Web") }, "serviceName: must have 1 to 63"},
		{func(in create) { in.ServiceName = aws.String("web-") }, "serviceName: must have 1 to 63"},
		{func(in create) { in.ServiceName = aws.String(fmt.Sprintf("%064d", 0)) }, "serviceName: must have 1 to 63"},
		{func(in create) { in.Power = "pico" }, "power: must be one of"},
		{func(in create) { in.Scale = aws.Int32(0) }, "scale: must be 1 to 20"},
		{func(in create) { in.Scale = aws.Int32(21) }, "scale: must be 1 to 20"},
		{func(in create) { in.Tags = make([]types.Tag, 51) }, "tags: must have at most 50"},
		{func(in create) { in.PublicDomainNames = map[string][]string{"site": five} }, "at most 4 domain names"},
		{func(in create) { in.PublicDomainNames = map[string][]string{"site": {"example.net"}} }, "does not have the domain name example.net"},
		{func(in create) { in.PublicDomainNames = map[string][]string{"expired": {"example.com"}} }, "is EXPIRED. It must be ISSUED"},
		{func(in create) { in.Deployment = &types.ContainerServiceDeploymentRequest{} }, "containers: must not be empty"},
	} {
		wantInvalidInput(t, server, "CreateContainerService", valid(test.change), test.message)
	}
	update := &lightsail.UpdateContainerServiceInput{ServiceName: apiService, Scale: aws.Int32(21)}
	wantInvalidInput(t, server, "UpdateContainerService", update, "scale: must be 1 to 20")
	all := must[lightsail.GetContainerServicesOutput](t)(client.GetContainerServices(t.Context(), &lightsail.GetContainerServicesInput{})).ContainerServices
	wantEqual(t, "number of services", 1, len(all))
	_, err := client.UpdateContainerService(t.Context(), &lightsail.UpdateContainerServiceInput{ServiceName: aws.String("web")})
	wantCode(t, "UpdateContainerService of an unknown service", err, "NotFoundException")
}

// Services that a test puts get default values for what is not set.
func TestPutContainerServices(t *testing.T) {
	server, client := newTestServer(t)
	const document = `{"containerServices": [
		{"containerServiceName": "api", "currentDeployment": {"version": 6, "containers": {"web": {"image": "nginx"}}}},
		{"isDisabled": true}, {}, {"nextDeployment": {}}
	]}`
	if err := server.PutJSON([]byte(document)); err != nil {
		t.Fatal(err)
	}
	got := map[string]types.ContainerServiceState{}
	out := must[lightsail.GetContainerServicesOutput](t)(client.GetContainerServices(t.Context(), nil))
	for _, s := range out.ContainerServices {
		got[*s.ContainerServiceName] = s.State
	}
	wantEqual(t, "states", map[string]types.ContainerServiceState{
		"api": "RUNNING", "container-service-2": "DISABLED", "container-service-3": "READY", "container-service-4": "DEPLOYING",
	}, got)
	wantEqual(t, "next version", int32(7), *mustDeployContainers(t, client, "nginx").NextDeployment.Version)
	wantEqual(t, "deployments", []string{"7 ACTIVE", "6 INACTIVE"}, readContainerDeployments(t, client))
}

func TestContainerCatalog(t *testing.T) {
	_, client := newTestServer(t)
	powers := must[lightsail.GetContainerServicePowersOutput](t)(client.GetContainerServicePowers(t.Context(), nil)).Powers
	wantEqual(t, "number of powers", len(types.ContainerServicePowerName("").Values()), len(powers))
	wantEqual(t, "first power", types.ContainerServicePower{
		CpuCount: aws.Float32(0.25), IsActive: aws.Bool(true), Name: aws.String("nano"), PowerId: aws.String("nano-1"),
		Price: aws.Float32(7), RamSizeInGb: aws.Float32(0.5),
	}, powers[0])
	metadata := must[lightsail.GetContainerAPIMetadataOutput](t)(client.GetContainerAPIMetadata(t.Context(), nil)).Metadata
	wantEqual(t, "name in the metadata", "lightsailctlVersion", metadata[0]["name"])
}
