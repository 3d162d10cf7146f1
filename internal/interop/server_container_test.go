package interop_test

import (
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestServerContainers creates, deploys, changes and deletes container services.
func TestServerContainers(t *testing.T) {
	lag := func(name string, state types.ContainerServiceState, end, reason string) lightsailtest.Lag {
		return lightsailtest.Lag{Type: types.ResourceTypeContainerService, Name: name, State: string(state), Polls: 1, End: end, Reason: reason}
	}
	runSessions(t, func(s *session) {
		service := aws.String("api")
		createContainerServices(s, service)
		deployContainers(s, service)
		readContainerLogs(s, service)
		changeContainerServices(s, service)
	},
		lightsailtest.WithPageSize(2),
		lightsailtest.WithLag(
			lag("", types.ContainerServiceStatePending, "", ""),
			lag("", types.ContainerServiceStateDeploying, "", ""),
			lag("", types.ContainerServiceStateUpdating, "", ""),
			lag("broken", types.ContainerServiceStateDeploying, "FAILED", "exec format error"),
			lag("rejected", types.ContainerServiceStatePending, "UNKNOWN_ERROR", "no capacity"),
			lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 1},
		),
	)
}

// waitContainerService polls a container service until it has a state.
func (s *session) waitContainerService(name *string, state types.ContainerServiceState) types.ContainerService {
	s.Helper()
	for range 10 {
		service := must[lightsail.GetContainerServicesOutput](s, &lightsail.GetContainerServicesInput{ServiceName: name}).ContainerServices[0]
		if service.State == state {
			return service
		}
	}
	s.Fatalf("%s is not %s after 10 polls", *name, state)
	panic("unreachable")
}

// createContainerServices creates a service with all settings, and one that fails.
func createContainerServices(s *session, name *string) {
	powers := must[lightsail.GetContainerServicePowersOutput](s, &lightsail.GetContainerServicePowersInput{}).Powers
	metadata := must[lightsail.GetContainerAPIMetadataOutput](s, &lightsail.GetContainerAPIMetadataInput{}).Metadata
	assertEqual(s, metadata[0]["name"], "lightsailctlVersion")
	create := &lightsail.CreateContainerServiceInput{
		Power: types.ContainerServicePowerName(*powers[1].Name),
		PrivateRegistryAccess: &types.PrivateRegistryAccessRequest{
			EcrImagePullerRole: &types.ContainerServiceECRImagePullerRoleRequest{IsActive: aws.Bool(true)},
		},
		PublicDomainNames: map[string][]string{"site": {"example.com", "www.example.com"}},
		Scale:             aws.Int32(2),
		ServiceName:       name,
		Tags:              []types.Tag{{Key: aws.String("team"), Value: aws.String("web")}},
	}
	must[lightsail.CreateCertificateOutput](s, &lightsail.CreateCertificateInput{
		CertificateName: aws.String("site"), DomainName: aws.String("example.com"), SubjectAlternativeNames: []string{"www.example.com"},
	})
	must[lightsail.CreateContainerServiceOutput](s, create)
	s.mustFail("InvalidInputException", create)
	s.waitContainerService(name, types.ContainerServiceStateReady)
	must[lightsail.CreateContainerServiceOutput](s, &lightsail.CreateContainerServiceInput{
		Power: types.ContainerServicePowerNameNano, Scale: aws.Int32(1), ServiceName: aws.String("rejected"),
	})
	must[lightsail.GetContainerServicesOutput](s, &lightsail.GetContainerServicesInput{})
	all := must[lightsail.GetContainerServicesOutput](s, &lightsail.GetContainerServicesInput{}).ContainerServices
	assertEqual(s, *all[1].StateDetail, types.ContainerServiceStateDetail{
		Code: types.ContainerServiceStateDetailCodeUnknownError, Message: aws.String("no capacity"),
	})
}

// deployContainers registers, deploys and deletes images.
func deployContainers(s *session, name *string) {
	login := must[lightsail.CreateContainerServiceRegistryLoginOutput](s, &lightsail.CreateContainerServiceRegistryLoginInput{}).RegistryLogin
	assertEqual(s, time.Until(*login.ExpiresAt) > 11*time.Hour, true)
	register := &lightsail.RegisterContainerImageInput{
		Digest: aws.String("sha256:" + strings.Repeat("0", 64)), Label: aws.String("server"), ServiceName: name,
	}
	for range 3 {
		must[lightsail.RegisterContainerImageOutput](s, register)
	}
	register.Digest = aws.String("sha1:0")
	s.mustFail("InvalidInputException", register)
	images := must[lightsail.GetContainerImagesOutput](s, &lightsail.GetContainerImagesInput{ServiceName: name}).ContainerImages
	assertEqual(s, *images[0].Image, ":api.server.3")
	remove := &lightsail.DeleteContainerImageInput{Image: images[0].Image, ServiceName: name}
	must[lightsail.DeleteContainerImageOutput](s, remove)
	s.mustFail("NotFoundException", remove)

	deploy := &lightsail.CreateContainerServiceDeploymentInput{
		Containers: map[string]types.Container{"web": {
			Command:     []string{"serve", "-v"},
			Environment: map[string]string{"MODE": "test"},
			Image:       aws.String(":api.server.latest"),
			Ports:       map[string]types.ContainerServiceProtocol{"80": types.ContainerServiceProtocolHttp},
		}},
		PublicEndpoint: &types.EndpointRequest{
			ContainerName: aws.String("web"), ContainerPort: aws.Int32(80),
			HealthCheck: &types.ContainerServiceHealthCheckConfig{Path: aws.String("/health"), SuccessCodes: aws.String("200-299,404")},
		},
		ServiceName: name,
	}
	must[lightsail.CreateContainerServiceDeploymentOutput](s, deploy)
	s.mustFail("InvalidInputException", deploy)
	running := s.waitContainerService(name, types.ContainerServiceStateRunning)
	assertEqual(s, *running.CurrentDeployment.Containers["web"].Image, ":api.server.2")
	deploy.PublicEndpoint.ContainerPort = aws.Int32(81)
	s.mustFail("InvalidInputException", deploy)
	remove.Image = images[1].Image
	s.mustFail("InvalidInputException", remove)

	broken := aws.String("broken")
	must[lightsail.CreateContainerServiceOutput](s, &lightsail.CreateContainerServiceInput{
		Deployment: &types.ContainerServiceDeploymentRequest{Containers: map[string]types.Container{"web": {Image: aws.String("nginx")}}},
		Power:      types.ContainerServicePowerNameNano, Scale: aws.Int32(1), ServiceName: broken,
	})
	s.waitContainerService(broken, types.ContainerServiceStateReady)
	deployments := must[lightsail.GetContainerServiceDeploymentsOutput](s, &lightsail.GetContainerServiceDeploymentsInput{ServiceName: broken}).Deployments
	assertEqual(s, deployments[0].State, types.ContainerServiceDeploymentStateFailed)
	records := must[lightsail.GetOperationsForResourceOutput](s, &lightsail.GetOperationsForResourceInput{ResourceName: broken}).Operations
	assertEqual(s, *records[0].ErrorDetails, "exec format error")
}

// readContainerLogs reads the pages of a log, and parts of it.
func readContainerLogs(s *session, name *string) {
	in := &lightsail.GetContainerLogInput{ContainerName: aws.String("web"), ServiceName: name}
	page := must[lightsail.GetContainerLogOutput](s, in)
	in.PageToken = page.NextPageToken
	page = must[lightsail.GetContainerLogOutput](s, in)
	assertEqual(s, *page.LogEvents[0].Message, "[deployment:1] Reached a steady state")
	in = &lightsail.GetContainerLogInput{
		ContainerName: in.ContainerName, EndTime: page.LogEvents[0].CreatedAt, FilterPattern: aws.String("?steady ?long"), ServiceName: aws.String("broken"),
		StartTime: aws.Time(page.LogEvents[0].CreatedAt.Add(-time.Hour)),
	}
	assertEqual(s, *must[lightsail.GetContainerLogOutput](s, in).LogEvents[0].Message, "[deployment:1] Took too long")
	in.ContainerName = aws.String("db")
	s.mustFail("NotFoundException", in)
}

// changeContainerServices changes, disables and deletes services.
func changeContainerServices(s *session, name *string) {
	must[lightsail.UpdateContainerServiceOutput](s, &lightsail.UpdateContainerServiceInput{
		IsDisabled: aws.Bool(true), Power: types.ContainerServicePowerNameNano, PublicDomainNames: map[string][]string{"site": {}}, Scale: aws.Int32(1), ServiceName: name,
	})
	disabled := s.waitContainerService(name, types.ContainerServiceStateDisabled)
	assertEqual(s, len(disabled.PublicDomainNames), 0)
	s.mustFail("InvalidInputException", &lightsail.UpdateContainerServiceInput{Scale: aws.Int32(21), ServiceName: name})
	must[lightsail.DeleteContainerServiceOutput](s, &lightsail.DeleteContainerServiceInput{ServiceName: name})
	s.waitContainerService(name, types.ContainerServiceStateDeleting)
	s.mustFail("NotFoundException", &lightsail.GetContainerServicesInput{ServiceName: name})
	s.mustFail("NotFoundException", &lightsail.DeleteContainerServiceInput{ServiceName: name})
}
