package lightsailtest

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateContainerServiceDeployment", (*state).createContainerServiceDeployment)
	register("GetContainerServiceDeployments", (*state).getContainerServiceDeployments)
}

// Published quotas of a container service, and the documented length of the name of a
// container.
const (
	maxDeployments   = 50
	maxContainers    = 10
	maxContainerName = 53
)

// A deployment is one version of what a container service runs.
type deployment struct {
	types.ContainerServiceDeployment

	// log holds the messages that the service adds to the logs of the containers.
	log []string
}

// addLog adds messages to the log of the deployment.
func (d *deployment) addLog(messages ...string) {
	for _, message := range messages {
		d.log = append(d.log, fmt.Sprintf("[deployment:%d] %s", *d.Version, message))
	}
}

// deploymentIn returns a copy of the deployment of s in a state, or nil. At most one
// deployment is ACTIVE, and one ACTIVATING.
func (s *containerService) deploymentIn(state types.ContainerServiceDeploymentState) *types.ContainerServiceDeployment {
	for _, d := range s.deployments {
		if d.State == state {
			return &d.ContainerServiceDeployment
		}
	}
	return nil
}

// endDeployment ends the deployment that is ACTIVATING, if there is one. If it becomes
// ACTIVE, the previous one becomes INACTIVE. The order of the messages in the log is a
// guess, and so is the reason among them.
func (s *containerService) endDeployment(end types.ContainerServiceDeploymentState, reason string) {
	n := slices.IndexFunc(s.deployments, func(d deployment) bool {
		return d.State == types.ContainerServiceDeploymentStateActivating
	})
	if n < 0 {
		return
	}
	deployments := slices.Clone(s.deployments)
	message := "Took too long"
	if end == types.ContainerServiceDeploymentStateActive {
		message = "Reached a steady state"
		for i := range deployments {
			if deployments[i].State == types.ContainerServiceDeploymentStateActive {
				deployments[i].State = types.ContainerServiceDeploymentStateInactive
			}
		}
	} else if reason != "" {
		deployments[n].addLog(reason)
	}
	deployments[n].State = end
	deployments[n].addLog(message)
	s.deployments = deployments
}

// addDeployment adds a deployment with the next version to s. The oldest one that is not
// ACTIVE is removed if there are too many.
func (s *containerService) addDeployment(d deployment) {
	deployments := slices.Clone(s.deployments)
	if d.Version == nil {
		d.Version = aws.Int32(1)
		if n := len(deployments); n > 0 {
			d.Version = aws.Int32(*deployments[n-1].Version + 1)
		}
	}
	if len(deployments) >= maxDeployments {
		oldest := slices.IndexFunc(deployments, func(d deployment) bool {
			return d.State != types.ContainerServiceDeploymentStateActive
		})
		deployments = slices.Delete(deployments, oldest, oldest+1)
	}
	d.addLog("Creating your deployment", "Started 1 new node")
	s.deployments = append(deployments, d)
}

// putDeployment adds a deployment of a container service that a test puts. state is its
// default state. A nil d is no deployment.
func (st *state) putDeployment(s *containerService, d *types.ContainerServiceDeployment, state types.ContainerServiceDeploymentState) {
	if d == nil {
		return
	}
	added := *d
	setDefault(&added.CreatedAt, st.now)
	added.Containers = withEmptyMembers(added.Containers)
	if added.State == "" {
		added.State = state
	}
	s.addDeployment(deployment{ContainerServiceDeployment: added})
}

// withEmptyMembers returns containers for outputs, which have empty members instead of
// ones that are not set.
func withEmptyMembers(containers map[string]types.Container) map[string]types.Container {
	all := map[string]types.Container{}
	for name, c := range containers {
		if c.Command == nil {
			c.Command = []string{}
		}
		if c.Environment == nil {
			c.Environment = map[string]string{}
		}
		if c.Ports == nil {
			c.Ports = map[string]types.ContainerServiceProtocol{}
		}
		all[name] = c
	}
	return all
}

func (st *state) createContainerServiceDeployment(in *lightsail.CreateContainerServiceDeploymentInput) (*lightsail.CreateContainerServiceDeploymentOutput, error) {
	s, err := find[*containerService](st, in.ServiceName)
	if err != nil {
		return nil, err
	}
	if err := s.checkIdle(); err != nil {
		return nil, err
	}
	if *s.IsDisabled {
		// It is documented that the service must be enabled. The error is a guess.
		return nil, invalidInput("The container service %s is disabled. Enable it to create a deployment.", s.name)
	}
	if err := st.deploy(s, in.Containers, in.PublicEndpoint); err != nil {
		return nil, err
	}
	out := st.changeContainerService(s, types.ContainerServiceStateDeploying, types.ContainerServiceStateRunning)
	st.record(types.OperationTypeCreateContainerServiceDeployment, s)
	return &lightsail.CreateContainerServiceDeploymentOutput{ContainerService: out}, nil
}

// deploy adds a deployment to s, which is ACTIVATING.
func (st *state) deploy(s *containerService, containers map[string]types.Container, request *types.EndpointRequest) error {
	containers, err := s.checkContainers(containers)
	if err != nil {
		return err
	}
	endpoint, err := newPublicEndpoint(containers, request)
	if err != nil {
		return err
	}
	s.addDeployment(deployment{ContainerServiceDeployment: types.ContainerServiceDeployment{
		Containers:     containers,
		CreatedAt:      aws.Time(st.now),
		PublicEndpoint: endpoint,
		State:          types.ContainerServiceDeploymentStateActivating,
	}})
	return nil
}

// checkContainers returns the containers of a new deployment for outputs. The error for a
// name is published, except for one that is too long. The others are guesses.
func (s *containerService) checkContainers(containers map[string]types.Container) (map[string]types.Container, error) {
	if len(containers) == 0 {
		return nil, invalidInput("containers: must not be empty")
	}
	if len(containers) > maxContainers {
		return nil, invalidInput("containers: must have at most %d containers", maxContainers)
	}
	containers = withEmptyMembers(containers)
	for _, name := range slices.Sorted(maps.Keys(containers)) {
		c := containers[name]
		if !containerName.MatchString(name) || len(name) > maxContainerName {
			return nil, invalidInput("Container name %q does not match pattern: %s", name, containerName)
		}
		image, err := s.resolveImage(name, deref(c.Image))
		if err != nil {
			return nil, err
		}
		c.Image = &image
		containers[name] = c
		for _, port := range slices.Sorted(maps.Keys(c.Ports)) {
			if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
				return nil, invalidInput("containers.%s.ports: must have port numbers from 1 to 65535 as keys", name)
			}
		}
	}
	return containers, nil
}

// newPublicEndpoint returns the public endpoint of a deployment, or nil if request is nil. The
// error for a port and the defaults of the health check are published.
func newPublicEndpoint(containers map[string]types.Container, request *types.EndpointRequest) (*types.ContainerServiceEndpoint, error) {
	if request == nil {
		return nil, nil
	}
	c, ok := containers[*request.ContainerName]
	if !ok {
		return nil, invalidInput("publicEndpoint.containerName: no container of the deployment has the name %s", *request.ContainerName)
	}
	if _, ok := c.Ports[strconv.Itoa(int(*request.ContainerPort))]; !ok {
		return nil, invalidInput("Invalid port specified. You must specify a port that is in the list of ports of the specified container.")
	}
	check := deref(request.HealthCheck)
	setDefault(&check.HealthyThreshold, 2)
	setDefault(&check.IntervalSeconds, 5)
	setDefault(&check.Path, "/")
	setDefault(&check.SuccessCodes, "200-499")
	setDefault(&check.TimeoutSeconds, 2)
	setDefault(&check.UnhealthyThreshold, 2)
	var v violations
	v.containerHealthCheck("publicEndpoint.healthCheck.", check)
	if err := v.err(); err != nil {
		return nil, err
	}
	return &types.ContainerServiceEndpoint{
		ContainerName: request.ContainerName,
		ContainerPort: request.ContainerPort,
		HealthCheck:   &check,
	}, nil
}

// containerHealthCheck checks the documented bounds of a health check.
func (v *violations) containerHealthCheck(path string, check types.ContainerServiceHealthCheckConfig) {
	v.check(*check.IntervalSeconds >= 5 && *check.IntervalSeconds <= 300, path+"intervalSeconds", "must be 5 to 300")
	v.check(*check.TimeoutSeconds >= 2 && *check.TimeoutSeconds <= 60, path+"timeoutSeconds", "must be 2 to 60")
	areValid := true
	for _, codes := range strings.Split(*check.SuccessCodes, ",") {
		first, last, isRange := strings.Cut(codes, "-")
		if !isRange {
			last = first
		}
		from, err := strconv.Atoi(first)
		to, err2 := strconv.Atoi(last)
		areValid = areValid && err == nil && err2 == nil && 200 <= from && from <= to && to <= 499
	}
	v.check(areValid, path+"successCodes", "must be a list of codes or ranges between 200 and 499, such as 200,202 or 200-299")
}

// getContainerServiceDeployments returns the newest deployment first, as documented. The
// call counts as a poll of the service.
func (st *state) getContainerServiceDeployments(in *lightsail.GetContainerServiceDeploymentsInput) (*lightsail.GetContainerServiceDeploymentsOutput, error) {
	s, err := show[*containerService](st, in.ServiceName)
	if err != nil {
		return nil, err
	}
	deployments := []types.ContainerServiceDeployment{}
	for _, d := range slices.Backward(s.deployments) {
		deployments = append(deployments, d.ContainerServiceDeployment)
	}
	return &lightsail.GetContainerServiceDeploymentsOutput{Deployments: deployments}, nil
}
