package lightsailtest_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// putRunningService adds the container service api, whose deployment 1 is active.
func putRunningService(t *testing.T, server *lightsailtest.Server) {
	t.Helper()
	const document = `{"containerServices": [{"containerServiceName": "api", "currentDeployment": {"containers": {"web": {"image": "nginx"}}}}]}`
	if err := server.PutJSON([]byte(document)); err != nil {
		t.Fatal(err)
	}
}

// A deployment fails: the service keeps the active one, and the log of the container has
// the reason.
func TestContainerDeploymentFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, client := newTestServer(t, lightsailtest.WithLag(failingDeployments))
		ctx := t.Context()
		putRunningService(t, server)
		version := *mustDeployContainers(t, client, "nginx:broken").NextDeployment.Version
		waiter := lightsail.NewContainerServiceDeploymentActiveWaiter(client, version)
		err := waiter.Wait(ctx, &lightsail.GetContainerServiceDeploymentsInput{ServiceName: apiService}, time.Hour)
		var state *lightsail.ResourceStateError
		if !errors.As(err, &state) || state.State != "FAILED" || state.Name != "api version 2" {
			t.Errorf("got error %v, want that api version 2 is FAILED", err)
		}
		wantEqual(t, "deployments", []string{"2 FAILED", "1 ACTIVE"}, readContainerDeployments(t, client))
		s := readContainerService(t, client)
		wantEqual(t, "state of the service", types.ContainerServiceStateRunning, s.State)
		wantEqual(t, "current deployment", int32(1), *s.CurrentDeployment.Version)
		if s.NextDeployment != nil {
			t.Errorf("got next deployment %v, want none", s.NextDeployment)
		}
		wantEqual(t, "log", []string{
			"[deployment:1] Creating your deployment", "[deployment:1] Started 1 new node",
			"[deployment:2] Creating your deployment", "[deployment:2] Started 1 new node",
			"[deployment:2] exec format error", "[deployment:2] Took too long",
		}, readContainerLog(t, client, lightsail.GetContainerLogInput{}))
		in := &lightsail.GetOperationsForResourceInput{ResourceName: apiService}
		ops := must[lightsail.GetOperationsForResourceOutput](t)(client.GetOperationsForResource(ctx, in)).Operations
		if len(ops) != 1 {
			t.Fatalf("got %d operation records, want that of the deployment", len(ops))
		}
		wantEqual(t, "operation record", "Failed exec format error", fmt.Sprint(ops[0].Status, " ", *ops[0].ErrorDetails))
	})
}

// A service without an active deployment is READY after a deployment has failed.
func TestFirstContainerDeploymentFails(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(failingDeployments))
	createTestService(t, client)
	mustDeployContainers(t, client, "nginx:broken")
	wantEqual(t, "deployments before", []string{"1 ACTIVATING"}, readContainerDeployments(t, client))
	s := readContainerService(t, client)
	wantEqual(t, "state of the service", types.ContainerServiceStateReady, s.State)
	if s.CurrentDeployment != nil || s.NextDeployment != nil {
		t.Errorf("got current deployment %v and next deployment %v, want none", s.CurrentDeployment, s.NextDeployment)
	}
	mustDeployContainers(t, client, "nginx:broken")
	wantEqual(t, "deployments after", []string{"2 ACTIVATING", "1 FAILED"}, readContainerDeployments(t, client))
}

// A service keeps 50 deployments, among them the active one.
func TestContainerDeploymentsAreLimited(t *testing.T) {
	lag := failingDeployments
	lag.Polls = 0
	server, client := newTestServer(t, lightsailtest.WithLag(lag))
	putRunningService(t, server)
	for range 51 {
		mustDeployContainers(t, client, "nginx:broken")
	}
	deployments := readContainerDeployments(t, client)
	wantEqual(t, "number of deployments", 50, len(deployments))
	wantEqual(t, "newest deployment", "52 FAILED", deployments[0])
	wantEqual(t, "oldest deployments", []string{"4 FAILED", "1 ACTIVE"}, deployments[48:])
}

func TestContainerDeploymentInvalidInput(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials))
	client := server.Client(inProcess(server))
	createTestService(t, client)
	type containers = map[string]types.Container
	nginx, http := aws.String("nginx"), types.ContainerServiceProtocolHttp
	port := func(port string, protocol types.ContainerServiceProtocol) containers {
		return containers{"web": {Image: nginx, Ports: map[string]types.ContainerServiceProtocol{port: protocol}}}
	}
	endpoint := func(name string, port int32) *types.EndpointRequest {
		return &types.EndpointRequest{ContainerName: &name, ContainerPort: &port}
	}
	check := func(check types.ContainerServiceHealthCheckConfig) *types.EndpointRequest {
		e := endpoint("web", 80)
		e.HealthCheck = &check
		return e
	}
	type healthCheck = types.ContainerServiceHealthCheckConfig
	many := containers{}
	for i := range 11 {
		many[fmt.Sprint("web", i)] = types.Container{Image: nginx}
	}
	long := strings.Repeat("a", 54)
	for _, test := range []struct {
		containers containers
		endpoint   *types.EndpointRequest
		message    string
	}{
		{nil, nil, "containers: must not be empty"},
		{many, nil, "containers: must have at most 10"},
		{containers{"web_1": {Image: nginx}}, nil, `Container name "web_1" does not match pattern: ^(?:`},
		{containers{long: {Image: nginx}}, nil, "does not match pattern"},
		{containers{"web": {}}, nil, `Container "web" has invalid image "". Example of valid image: ":api.web.123".`},
		{webContainers(":api.web.1"), nil, `Container "web" has invalid image ":api.web.1"`},
		{webContainers(":api.web.LATEST"), nil, `has invalid image ":api.web.LATEST"`},
		{port("0", http), nil, "containers.web.ports: must have port numbers"},
		{port("80", "QUIC"), nil, "must be one of HTTP"},
		{port("80", http), endpoint("db", 80), "publicEndpoint.containerName: no container"},
		{port("80", http), endpoint("web", 81), "Invalid port specified. You must specify a port"},
		{port("80", http), check(healthCheck{IntervalSeconds: aws.Int32(4)}), "healthCheck.intervalSeconds: must be 5 to 300"},
		{port("80", http), check(healthCheck{TimeoutSeconds: aws.Int32(61)}), "healthCheck.timeoutSeconds: must be 2 to 60"},
		{port("80", http), check(healthCheck{SuccessCodes: aws.String("200,500")}), "healthCheck.successCodes: must be a list"},
		{port("80", http), check(healthCheck{SuccessCodes: aws.String("299-200")}), "healthCheck.successCodes: must be a list"},
		{port("80", http), check(healthCheck{SuccessCodes: aws.String("")}), "healthCheck.successCodes: must be a list"},
	} {
		wantInvalidInput(t, server, "CreateContainerServiceDeployment", &lightsail.CreateContainerServiceDeploymentInput{
			Containers: test.containers, PublicEndpoint: test.endpoint, ServiceName: apiService,
		}, test.message)
	}
	wantEqual(t, "deployments", []string(nil), readContainerDeployments(t, client))
	in := &lightsail.CreateContainerServiceDeploymentInput{
		Containers:     port("80", http),
		PublicEndpoint: check(healthCheck{Path: aws.String("/health"), SuccessCodes: aws.String("200,300-399")}),
		ServiceName:    apiService,
	}
	must[lightsail.CreateContainerServiceDeploymentOutput](t)(client.CreateContainerServiceDeployment(t.Context(), in))
	got := readContainerService(t, client).CurrentDeployment.PublicEndpoint.HealthCheck
	wantEqual(t, "health check", "/health 200,300-399 5", fmt.Sprint(*got.Path, " ", *got.SuccessCodes, " ", *got.IntervalSeconds))
}

// A fault that lets the operation record of a deployment fail undoes the deployment.
func TestContainerDeploymentUndone(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithFaults("CreateContainerServiceDeployment", lightsailtest.FailLater(0, "Busy", "no capacity")))
	putRunningService(t, server)
	before := readContainerService(t, client)
	mustDeployContainers(t, client, "nginx:1.28")
	wantEqual(t, "service", before, readContainerService(t, client))
	wantEqual(t, "deployments", []string{"1 ACTIVE"}, readContainerDeployments(t, client))
	mustDeployContainers(t, client, "nginx:1.29")
	wantEqual(t, "deployments after another one", []string{"2 ACTIVE", "1 INACTIVE"}, readContainerDeployments(t, client))
}

// testDigest returns the digest of an image whose digits are all the same.
func testDigest(digit string) *string { return aws.String("sha256:" + strings.Repeat(digit, 64)) }

// registerImage registers an image with the container service api and returns its name.
func registerImage(t *testing.T, client *lightsail.Client, label, digit string) string {
	t.Helper()
	in := &lightsail.RegisterContainerImageInput{Digest: testDigest(digit), Label: &label, ServiceName: apiService}
	return *must[lightsail.RegisterContainerImageOutput](t)(client.RegisterContainerImage(t.Context(), in)).ContainerImage.Image
}

// Images are registered with versions of their labels, deployed, and deleted.
func TestContainerImages(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(serviceDeploying))
	ctx := t.Context()
	createTestService(t, client)
	wantEqual(t, "registered images", []string{":api.web.1", ":api.db.1", ":api.web.2", ":api.web.3"}, []string{
		registerImage(t, client, "web", "1"), registerImage(t, client, "db", "2"),
		registerImage(t, client, "web", "1"), registerImage(t, client, "web", "3"),
	})
	remove := func(image string) error {
		_, err := client.DeleteContainerImage(ctx, &lightsail.DeleteContainerImageInput{Image: &image, ServiceName: apiService})
		return err
	}
	if err := remove(":api.web.3"); err != nil {
		t.Fatal(err)
	}
	wantCode(t, "DeleteContainerImage of a deleted image", remove(":api.web.3"), "NotFoundException")
	images := func() (all []string) {
		in := &lightsail.GetContainerImagesInput{ServiceName: apiService}
		for _, i := range must[lightsail.GetContainerImagesOutput](t)(client.GetContainerImages(ctx, in)).ContainerImages {
			all = append(all, *i.Image+" "+(*i.Digest)[:8])
		}
		return all
	}
	wantEqual(t, "images", []string{":api.web.2 sha256:1", ":api.db.1 sha256:2", ":api.web.1 sha256:1"}, images())

	next := mustDeployContainers(t, client, ":api.web.latest").NextDeployment
	wantEqual(t, "image of the deployment", ":api.web.2", *next.Containers["web"].Image)
	wantCode(t, "DeleteContainerImage of an image that is being deployed", remove(":api.web.2"), invalidInput)
	readContainerService(t, client)
	wantCode(t, "DeleteContainerImage of an image that is deployed", remove(":api.web.2"), invalidInput)
	if err := remove(":api.web.1"); err != nil {
		t.Fatal(err)
	}
	mustDeployContainers(t, client, "nginx")
	readContainerService(t, client)
	if err := remove(":api.web.2"); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "image after all of its label have been deleted", ":api.web.4", registerImage(t, client, "web", "4"))
	wantEqual(t, "remaining images", []string{":api.web.4 sha256:4", ":api.db.1 sha256:2"}, images())
}

func TestContainerImagesInvalidInput(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials))
	client := server.Client(inProcess(server))
	createTestService(t, client)
	label := aws.String("web")
	for _, test := range []struct {
		in      lightsail.RegisterContainerImageInput
		message string
	}{
		{lightsail.RegisterContainerImageInput{Label: label, ServiceName: apiService}, "digest: must be set"},
		{lightsail.RegisterContainerImageInput{Digest: aws.String("sha256:1"), Label: label, ServiceName: apiService}, "digest: must be sha256: followed by 64"},
		{lightsail.RegisterContainerImageInput{Digest: testDigest("1"), Label: aws.String("web.1"), ServiceName: apiService}, "label: must have 1 to 53"},
	} {
		wantInvalidInput(t, server, "RegisterContainerImage", &test.in, test.message)
	}
	for range 150 {
		registerImage(t, client, "web", "1")
	}
	in := &lightsail.RegisterContainerImageInput{Digest: testDigest("1"), Label: label, ServiceName: apiService}
	wantInvalidInput(t, server, "RegisterContainerImage", in, "maximum number of 150 images")
	_, err := client.GetContainerImages(t.Context(), &lightsail.GetContainerImagesInput{ServiceName: label})
	wantCode(t, "GetContainerImages of an unknown service", err, "NotFoundException")
}

// A login is valid for 12 hours. Servers return the same passwords in the same order.
func TestContainerServiceRegistryLogin(t *testing.T) {
	now := time.Now().Truncate(time.Millisecond).UTC()
	var passwords [][2]string
	for range 2 {
		_, client := newTestServer(t, lightsailtest.WithClock(func() time.Time { return now }))
		var pair [2]string
		for i := range pair {
			login := must[lightsail.CreateContainerServiceRegistryLoginOutput](t)(client.CreateContainerServiceRegistryLogin(t.Context(), nil)).RegistryLogin
			wantEqual(t, "end of the login", now.Add(12*time.Hour), *login.ExpiresAt)
			wantEqual(t, "registry and user", "123456789012.dkr.ecr.us-east-1.amazonaws.com AWS", *login.Registry+" "+*login.Username)
			pair[i] = *login.Password
		}
		passwords = append(passwords, pair)
	}
	if passwords[0] != passwords[1] || passwords[0][0] == passwords[0][1] || len(passwords[0][0]) != 400 {
		t.Error("the two servers return other passwords, or the same one twice, or not 400 characters")
	}
}

// readContainerLog returns the messages of all pages of the log of the container web.
func readContainerLog(t *testing.T, client *lightsail.Client, in lightsail.GetContainerLogInput) []string {
	t.Helper()
	in.ServiceName, in.ContainerName = apiService, aws.String("web")
	messages := []string{}
	pages := 0
	for out, err := range lightsail.NewGetContainerLogPaginator(client, &in).Pages(t.Context()) {
		if pages++; err != nil || pages > maxPages {
			t.Fatal(pages, err)
		}
		for _, e := range out.LogEvents {
			messages = append(messages, *e.Message)
		}
	}
	return messages
}

// The log of a container has messages of all its deployments of the last four days.
func TestContainerLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, client := newTestServer(t, lightsailtest.WithPageSize(2))
		createTestService(t, client)
		first := time.Now()
		mustDeployContainers(t, client, "nginx:1")
		time.Sleep(time.Hour)
		second := time.Now()
		mustDeployContainers(t, client, "nginx:2")
		all := []string{
			"[deployment:1] Creating your deployment", "[deployment:1] Started 1 new node", "[deployment:1] Reached a steady state",
			"[deployment:2] Creating your deployment", "[deployment:2] Started 1 new node", "[deployment:2] Reached a steady state",
		}
		type input = lightsail.GetContainerLogInput
		for _, test := range []struct {
			name string
			in   input
			want []string
		}{
			{"all", input{}, all},
			{"from the second deployment", input{StartTime: &second}, all[3:]},
			{"until the first deployment", input{EndTime: &first}, all[:3]},
			{"after the second deployment", input{StartTime: aws.Time(second.Add(time.Second))}, []string{}},
			{"empty pattern", input{FilterPattern: aws.String("")}, all},
			{"with a term", input{FilterPattern: aws.String("Started")}, []string{all[1], all[4]}},
			{"with two terms", input{FilterPattern: aws.String("Started deployment:2")}, all[4:5]},
			{"without a term", input{FilterPattern: aws.String("-Creating -Reached")}, []string{all[1], all[4]}},
			{"with one of two terms", input{FilterPattern: aws.String("?Creating ?Reached")}, []string{all[0], all[2], all[3], all[5]}},
			{"with a term in another case", input{FilterPattern: aws.String("started")}, []string{}},
		} {
			wantEqual(t, test.name, test.want, readContainerLog(t, client, test.in))
		}
		_, err := client.GetContainerLog(t.Context(), &input{ServiceName: apiService, ContainerName: aws.String("db")})
		wantCode(t, "GetContainerLog of an unknown container", err, "NotFoundException")
		_, err = client.GetContainerLog(t.Context(), &input{ServiceName: apiService, ContainerName: aws.String("web"), PageToken: aws.String("a")})
		wantCode(t, "GetContainerLog with an invalid token", err, invalidInput)

		time.Sleep(4*24*time.Hour - 30*time.Minute)
		wantEqual(t, "after four days", all[3:], readContainerLog(t, client, input{}))
	})
}
