package lightsail_test

// This file is code written for the official client with two import paths changed.
// internal/interop compiles and runs it with both clients.

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// A site is an application that runs on an instance with a static IP, a DNS entry, a
// database and a container service.
type site struct {
	client *lightsail.Client
	name   string
}

// launch creates the resources of the site.
func (s site) launch(ctx context.Context, blueprint, bundle, password string) error {
	_, err := s.client.CreateInstances(ctx, &lightsail.CreateInstancesInput{
		AvailabilityZone: aws.String("us-east-1a"),
		BlueprintId:      &blueprint,
		BundleId:         &bundle,
		InstanceNames:    []string{s.name},
		IpAddressType:    types.IpAddressTypeDualstack,
		UserData:         aws.String("#!/bin/sh\n"),
		AddOns: []types.AddOnRequest{{
			AddOnType:                types.AddOnTypeAutoSnapshot,
			AutoSnapshotAddOnRequest: &types.AutoSnapshotAddOnRequest{SnapshotTimeOfDay: aws.String("06:00")},
		}},
		Tags: []types.Tag{{Key: aws.String("site"), Value: &s.name}},
	})
	if err != nil {
		return fmt.Errorf("create instance: %w", err)
	}
	if _, err := s.client.AllocateStaticIp(ctx, &lightsail.AllocateStaticIpInput{StaticIpName: aws.String(s.name + "-ip")}); err != nil {
		return fmt.Errorf("allocate address: %w", err)
	}
	if _, err := s.client.AttachStaticIp(ctx, &lightsail.AttachStaticIpInput{InstanceName: &s.name, StaticIpName: aws.String(s.name + "-ip")}); err != nil {
		return fmt.Errorf("attach address: %w", err)
	}
	_, err = s.client.PutInstancePublicPorts(ctx, &lightsail.PutInstancePublicPortsInput{
		InstanceName: &s.name,
		PortInfos:    []types.PortInfo{{FromPort: 443, ToPort: 443, Protocol: types.NetworkProtocolTcp, Cidrs: []string{"0.0.0.0/0"}}},
	})
	if err != nil {
		return fmt.Errorf("open port: %w", err)
	}
	_, err = s.client.CreateRelationalDatabase(ctx, &lightsail.CreateRelationalDatabaseInput{
		MasterDatabaseName:            aws.String("app"),
		MasterUsername:                aws.String("admin"),
		MasterUserPassword:            &password,
		RelationalDatabaseBlueprintId: aws.String("postgres_16"),
		RelationalDatabaseBundleId:    aws.String("micro_2_0"),
		RelationalDatabaseName:        aws.String(s.name + "-db"),
		PubliclyAccessible:            aws.Bool(false),
	})
	if err != nil {
		return fmt.Errorf("create database: %w", err)
	}
	_, err = s.client.CreateContainerService(ctx, &lightsail.CreateContainerServiceInput{
		ServiceName: aws.String(s.name + "-api"),
		Power:       types.ContainerServicePowerNameNano,
		Scale:       aws.Int32(1),
		Deployment: &types.ContainerServiceDeploymentRequest{
			Containers: map[string]types.Container{"api": {
				Image:       aws.String("nginx:latest"),
				Environment: map[string]string{"MODE": "live"},
				Ports:       map[string]types.ContainerServiceProtocol{"80": types.ContainerServiceProtocolHttp},
			}},
			PublicEndpoint: &types.EndpointRequest{ContainerName: aws.String("api"), ContainerPort: aws.Int32(80)},
		},
	})
	if err != nil {
		return fmt.Errorf("create container service: %w", err)
	}
	return nil
}

// address returns the static IP once the instance runs.
func (s site) address(ctx context.Context) (string, error) {
	out, err := s.client.GetInstance(ctx, &lightsail.GetInstanceInput{InstanceName: &s.name})
	if err != nil {
		return "", err
	}
	instance := out.Instance
	if instance == nil || instance.State == nil || aws.ToInt32(instance.State.Code) != 16 || !aws.ToBool(instance.IsStaticIp) {
		return "", nil
	}
	return aws.ToString(instance.PublicIpAddress), nil
}

// publish points the domain to the address.
func (s site) publish(ctx context.Context, domain, address string) error {
	_, err := s.client.CreateDomainEntry(ctx, &lightsail.CreateDomainEntryInput{
		DomainName:  &domain,
		DomainEntry: &types.DomainEntry{Name: aws.String(s.name + "." + domain), Type: aws.String("A"), Target: &address},
	}, func(o *lightsail.Options) { o.Region = "us-east-1" })
	return err
}

// databases returns the names of the databases that are available, of all pages.
func (s site) databases(ctx context.Context) (names []string, err error) {
	in := &lightsail.GetRelationalDatabasesInput{}
	for {
		out, err := s.client.GetRelationalDatabases(ctx, in)
		if err != nil {
			return nil, err
		}
		for _, db := range out.RelationalDatabases {
			if aws.ToString(db.State) == "available" {
				names = append(names, aws.ToString(db.Name))
			}
		}
		if in.PageToken = out.NextPageToken; in.PageToken == nil {
			return names, nil
		}
	}
}

// siteServer responds to each operation with the first of its responses that is left,
// and records the requests.
type siteServer struct {
	mu        sync.Mutex
	requests  []string
	responses map[string][]string
}

func (s *siteServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	operation := strings.TrimPrefix(r.Header.Get("X-Amz-Target"), "Lightsail_20161128.")
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, operation+" "+string(body))
	responses := s.responses[operation]
	w.Header().Set("Content-Type", "application/x-amz-json-1.1")
	if len(responses) == 0 {
		w.WriteHeader(http.StatusBadRequest)
		fmt.Fprintf(w, `{"__type":"NotFoundException","message":"no response left for %s"}`, operation)
		return
	}
	s.responses[operation] = responses[1:]
	fmt.Fprint(w, responses[0])
}

func TestServiceManagesSite(t *testing.T) {
	t.Parallel()
	operations := `{"operations":[{"id":"1","status":"Started","operationType":"CreateInstance","createdAt":1.635800000123E9}]}`
	fake := &siteServer{responses: map[string][]string{
		"CreateInstances":          {operations},
		"AllocateStaticIp":         {operations},
		"AttachStaticIp":           {operations},
		"PutInstancePublicPorts":   {`{"operation":{"id":"2","status":"Succeeded"}}`},
		"CreateRelationalDatabase": {operations},
		"CreateContainerService":   {`{"containerService":{"containerServiceName":"shop-api","state":"PENDING","power":"nano","scale":1}}`},
		"GetInstance": {
			`{"instance":{"name":"shop","state":{"code":0,"name":"pending"},"isStaticIp":true}}`,
			`{"instance":{"name":"shop","state":{"code":16,"name":"running"},"isStaticIp":true,"publicIpAddress":"192.0.2.7"}}`,
		},
		"CreateDomainEntry": {`{"operation":{"id":"3","status":"Succeeded"}}`},
		"GetRelationalDatabases": {
			`{"relationalDatabases":[{"name":"shop-db","state":"available"},{"name":"old","state":"stopped"}],"nextPageToken":"p2"}`,
			`{"relationalDatabases":[{"name":"stats","state":"available","pendingModifiedValues":{"masterUserPassword":"****"}}]}`,
		},
	}}
	server := httptest.NewServer(fake)
	t.Cleanup(server.Close)
	s := site{name: "shop", client: lightsail.NewFromConfig(aws.Config{
		Region: "eu-central-1",
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "secret"}, nil
		}),
		BaseEndpoint: &server.URL,
	})}

	ctx := t.Context()
	if err := s.launch(ctx, "ubuntu_24_04", "nano_3_0", "pass word"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"", "192.0.2.7"} {
		if got, err := s.address(ctx); got != want || err != nil {
			t.Errorf("address: got %q, %v, want %q", got, err, want)
		}
	}
	if err := s.publish(ctx, "example.com", "192.0.2.7"); err != nil {
		t.Error(err)
	}
	if got, err := s.databases(ctx); !slices.Equal(got, []string{"shop-db", "stats"}) || err != nil {
		t.Errorf("databases: got %q, %v, want shop-db and stats", got, err)
	}
	var notFound *types.NotFoundException
	if _, err := s.client.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{InstanceName: &s.name}); !errors.As(err, &notFound) {
		t.Errorf("DeleteInstance: got error %v, want a NotFoundException", err)
	}
	if len(fake.requests) != 12 {
		t.Fatalf("got %d requests, want 12:\n%s", len(fake.requests), strings.Join(fake.requests, "\n"))
	}

	var sent struct {
		Deployment map[string]any `json:"deployment"`
	}
	_, body, _ := strings.Cut(fake.requests[5], " ")
	if err := json.Unmarshal([]byte(body), &sent); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"containers": map[string]any{"api": map[string]any{
			"environment": map[string]any{"MODE": "live"}, "image": "nginx:latest", "ports": map[string]any{"80": "HTTP"},
		}},
		"publicEndpoint": map[string]any{"containerName": "api", "containerPort": 80.0},
	}
	if diff := cmp.Diff(want, sent.Deployment); diff != "" {
		t.Errorf("deployment that was sent (-want +got):\n%s", diff)
	}
	if want := `PutInstancePublicPorts {"instanceName":"shop","portInfos":[{"cidrs":["0.0.0.0/0"],"fromPort":443,"protocol":"tcp","toPort":443}]}`; fake.requests[3] != want {
		t.Errorf("got request\n%s\nwant\n%s", fake.requests[3], want)
	}
}
