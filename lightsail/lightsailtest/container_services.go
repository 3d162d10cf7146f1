package lightsailtest

import (
	"crypto/sha256"
	"encoding/base32"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateContainerService", (*state).createContainerService)
	register("DeleteContainerService", (*state).deleteContainerService)
	register("GetContainerServices", (*state).getContainerServices)
	register("UpdateContainerService", (*state).updateContainerService)

	registerPut("containerServices", (*state).putContainerService)
}

// Published quotas: container services in a Region, and what one of them can have.
const (
	maxContainerServices = 100
	maxNodes             = 20
	maxPublicDomainNames = 4
)

// maxServiceName is the documented length of the name of a container service.
const maxServiceName = 63

// containerName matches the names of container services and containers, and the labels of
// images. The pattern is in a published error.
var containerName = regexp.MustCompile(`^(?:[a-z0-9]{1,2}|[a-z0-9][a-z0-9-]+[a-z0-9])$`)

// A containerService is a container service. Its states drive its deployments: a
// deployment is ACTIVATING while the service is DEPLOYING.
type containerService struct {
	entry
	types.ContainerService

	// deployments holds the retained deployments, oldest first. The CurrentDeployment and
	// the NextDeployment of outputs are two of them.
	deployments []deployment

	// images holds the registered images, oldest first.
	images []types.ContainerImage

	// imageVersions holds the version of the last image that was registered, by label.
	imageVersions map[string]int
}

func (*containerService) kind() types.ResourceType { return types.ResourceTypeContainerService }

func (s *containerService) value() any { return &s.ContainerService }

// Codes of the StateDetail while a service is DEPLOYING or UPDATING, in the documented
// order. That an update has the first four steps is a guess.
var (
	deployingSteps = []types.ContainerServiceStateDetailCode{
		types.ContainerServiceStateDetailCodeCreatingSystemResources,
		types.ContainerServiceStateDetailCodeCreatingNetworkInfrastructure,
		types.ContainerServiceStateDetailCodeProvisioningCertificate,
		types.ContainerServiceStateDetailCodeProvisioningService,
		types.ContainerServiceStateDetailCodeCreatingDeployment,
		types.ContainerServiceStateDetailCodeEvaluatingHealthCheck,
		types.ContainerServiceStateDetailCodeActivatingDeployment,
	}
	updatingSteps = deployingSteps[:4]
)

// setState accepts the states of a service and, as the End of a [Lag], the failures for
// which it has none. FAILED is the end of a deployment that fails: the service keeps the
// active deployment. CERTIFICATE_LIMIT_EXCEEDED and UNKNOWN_ERROR are the ends of a
// creation that fails: the service remains PENDING with this code.
func (s *containerService) setState(state, reason string) {
	s.StateDetail = nil
	s.State = types.ContainerServiceState(state)
	switch code := types.ContainerServiceStateDetailCode(state); code {
	case types.ContainerServiceStateDetailCode(types.ContainerServiceDeploymentStateFailed):
		s.endDeployment(types.ContainerServiceDeploymentStateFailed, reason)
		s.State = s.idleState()
		return
	case types.ContainerServiceStateDetailCodeCertificateLimitExceeded, types.ContainerServiceStateDetailCodeUnknownError:
		s.State = types.ContainerServiceStatePending
		s.StateDetail = &types.ContainerServiceStateDetail{Code: code, Message: &reason}
		s.endDeployment(types.ContainerServiceDeploymentStateFailed, reason)
		return
	}
	switch s.State {
	case types.ContainerServiceStateDeploying:
		s.setStep(deployingSteps)
	case types.ContainerServiceStateUpdating:
		s.setStep(updatingSteps)
	case types.ContainerServiceStateRunning:
		s.endDeployment(types.ContainerServiceDeploymentStateActive, "")
	case types.ContainerServiceStatePending, types.ContainerServiceStateDeleting:
	default:
		s.endDeployment(types.ContainerServiceDeploymentStateFailed, reason)
	}
}

// setStep sets the StateDetail. The last polls of a lag see the last of the steps. The
// messages are guesses.
func (s *containerService) setStep(steps []types.ContainerServiceStateDetailCode) {
	code := steps[0]
	if len(s.steps) > 1 {
		code = steps[max(0, len(steps)-s.steps[0].polls)]
	}
	message := "In progress: " + strings.ToLower(strings.ReplaceAll(string(code), "_", " "))
	s.StateDetail = &types.ContainerServiceStateDetail{Code: code, Message: &message}
}

// idleState returns the state of a service that is not being changed.
func (s *containerService) idleState() types.ContainerServiceState {
	switch {
	case deref(s.IsDisabled):
		return types.ContainerServiceStateDisabled
	case s.deploymentIn(types.ContainerServiceDeploymentStateActive) != nil:
		return types.ContainerServiceStateRunning
	}
	return types.ContainerServiceStateReady
}

// checkIdle returns an error if the service is being changed. The error during a
// deployment is published. That there are errors in other states is a guess.
func (s *containerService) checkIdle() error {
	if d := s.deploymentIn(types.ContainerServiceDeploymentStateActivating); d != nil {
		return invalidInput("Sorry, deployment %d is in progress for service %q. Please wait for it to complete before trying again.",
			*d.Version, s.name)
	}
	switch s.State {
	case types.ContainerServiceStateReady, types.ContainerServiceStateRunning, types.ContainerServiceStateDisabled:
		return nil
	}
	return invalidInput("The container service %s is in the state %s. Wait until it is in another state and try again.", s.name, s.State)
}

// changeContainerService puts s into the first of the states, as enter does. It returns s
// in that state, even without a Lag, as the service does in the output of the call.
func (st *state) changeContainerService(s *containerService, states ...types.ContainerServiceState) *types.ContainerService {
	s.steps = nil
	s.setState(string(states[0]), "")
	out := s.output()
	names := make([]string, len(states))
	for i, state := range states {
		names[i] = string(state)
	}
	st.enter(s, names...)
	return &out
}

// newContainerService returns a container service with default values for the fields of
// c that are not set, and without its deployments. The forms of the values are published.
func (st *state) newContainerService(c types.ContainerService) *containerService {
	name := *c.ContainerServiceName
	setDefault(&c.IsDisabled, false)
	if c.Power == "" {
		c.Power = types.ContainerServicePowerNameNano
	}
	setDefault(&c.PowerId, powerID(c.Power))
	setDefault(&c.PrincipalArn, st.containerRole(name))
	setDefault(&c.PrivateDomainName, name+".service.local")
	setDefault(&c.PrivateRegistryAccess, types.PrivateRegistryAccess{})
	setDefault(&c.PrivateRegistryAccess.EcrImagePullerRole, types.ContainerServiceECRImagePullerRole{})
	setDefault(&c.PrivateRegistryAccess.EcrImagePullerRole.IsActive, false)
	setDefault(&c.PrivateRegistryAccess.EcrImagePullerRole.PrincipalArn, "")
	setDefault(&c.Scale, 1)
	// In public addresses, services of one account and Region have the same ID.
	sum := sha256.Sum256([]byte(accountID + st.region))
	id := strings.ToLower(base32.HexEncoding.EncodeToString(sum[:]))[:13]
	setDefault(&c.Url, "https://"+name+"."+id+"."+st.region+".cs.amazonlightsail.com/")
	c.CurrentDeployment, c.NextDeployment = nil, nil
	return &containerService{ContainerService: c}
}

// containerRole returns the ARN of a new role for a container service. path is what
// follows the path of all container services of the Region.
func (st *state) containerRole(path string) string {
	return "arn:aws:iam::" + accountID + ":role/amazon/lightsail/" + st.region + "/containers/" + path + "/" +
		st.randomString(52, "0123456789abcdefghijklmnopqrstuv")
}

// putContainerService adds a container service with the deployments of c and default
// values for the fields that are not set.
func (st *state) putContainerService(c types.ContainerService) {
	setDefaultName[*containerService](st, &c.ContainerServiceName, "container-service-%d")
	s := st.newContainerService(c)
	st.putDeployment(s, c.CurrentDeployment, types.ContainerServiceDeploymentStateActive)
	st.putDeployment(s, c.NextDeployment, types.ContainerServiceDeploymentStateActivating)
	switch {
	case s.State != "":
	case s.deploymentIn(types.ContainerServiceDeploymentStateActivating) != nil:
		s.State = types.ContainerServiceStateDeploying
	default:
		s.State = s.idleState()
	}
	st.put(s, "all")
}

func (st *state) createContainerService(in *lightsail.CreateContainerServiceInput) (*lightsail.CreateContainerServiceOutput, error) {
	var v violations
	v.containerName("serviceName", *in.ServiceName, maxServiceName)
	v.scale(in.Scale)
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	if err := checkQuota[*containerService](st, maxContainerServices, 1); err != nil {
		return nil, err
	}
	if err := st.checkNames(*in.ServiceName); err != nil {
		return nil, err
	}
	s := st.newContainerService(types.ContainerService{
		ContainerServiceName: in.ServiceName, Power: in.Power, Scale: in.Scale, Tags: mergeTags(nil, in.Tags),
	})
	if err := st.setPublicDomainNames(s, in.PublicDomainNames); err != nil {
		return nil, err
	}
	st.setRegistryAccess(s, in.PrivateRegistryAccess)
	states := []types.ContainerServiceState{types.ContainerServiceStatePending, types.ContainerServiceStateReady}
	if d := in.Deployment; d != nil {
		if err := st.deploy(s, d.Containers, d.PublicEndpoint); err != nil {
			return nil, err
		}
		states = []types.ContainerServiceState{
			types.ContainerServiceStatePending, types.ContainerServiceStateDeploying, types.ContainerServiceStateRunning,
		}
	}
	st.create(s, "all")
	out := st.changeContainerService(s, states...)
	// The output has no operation records. That GetOperations returns them is a guess, for
	// which there are operation types.
	st.record(types.OperationTypeCreateContainerService, s)
	return &lightsail.CreateContainerServiceOutput{ContainerService: out}, nil
}

// output returns the container service for an output. It has a principal only after it
// has been created, as in published outputs.
func (s *containerService) output() types.ContainerService {
	out := s.ContainerService
	out.CurrentDeployment = s.deploymentIn(types.ContainerServiceDeploymentStateActive)
	out.NextDeployment = s.deploymentIn(types.ContainerServiceDeploymentStateActivating)
	if s.State == types.ContainerServiceStatePending {
		out.PrincipalArn = aws.String("")
	}
	return out
}

func (st *state) getContainerServices(in *lightsail.GetContainerServicesInput) (*lightsail.GetContainerServicesOutput, error) {
	if in.ServiceName == nil {
		return &lightsail.GetContainerServicesOutput{ContainerServices: values(showAll[*containerService](st), (*containerService).output)}, nil
	}
	s, err := show[*containerService](st, in.ServiceName)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetContainerServicesOutput{ContainerServices: []types.ContainerService{s.output()}}, nil
}

// updateContainerService makes two guesses: the service has its new values while it is
// UPDATING, and it keeps its active deployment while it is disabled.
func (st *state) updateContainerService(in *lightsail.UpdateContainerServiceInput) (*lightsail.UpdateContainerServiceOutput, error) {
	var v violations
	if in.Scale != nil {
		v.scale(in.Scale)
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	s, err := find[*containerService](st, in.ServiceName)
	if err != nil {
		return nil, err
	}
	if err := s.checkIdle(); err != nil {
		return nil, err
	}
	if err := st.setPublicDomainNames(s, in.PublicDomainNames); err != nil {
		return nil, err
	}
	setUnlessNil(&s.IsDisabled, in.IsDisabled)
	setUnlessNil(&s.Scale, in.Scale)
	if in.Power != "" {
		s.Power, s.PowerId = in.Power, aws.String(powerID(in.Power))
	}
	st.setRegistryAccess(s, in.PrivateRegistryAccess)
	out := st.changeContainerService(s, types.ContainerServiceStateUpdating, s.idleState())
	st.record(types.OperationTypeUpdateContainerService, s)
	return &lightsail.UpdateContainerServiceOutput{ContainerService: out}, nil
}

// setPublicDomainNames changes the domain names of certificates. An empty list removes
// those of its certificate. A new certificate must be issued and have the domain names,
// which is documented. The errors are guesses.
func (st *state) setPublicDomainNames(s *containerService, change map[string][]string) error {
	for _, name := range slices.Sorted(maps.Keys(change)) {
		if len(change[name]) == 0 {
			continue
		}
		c, err := st.findIssuedCertificate(&name)
		if err != nil {
			return err
		}
		for _, domain := range change[name] {
			if !slices.Contains(c.SubjectAlternativeNames, domain) {
				return invalidInput("publicDomainNames: the certificate %s does not have the domain name %s", name, domain)
			}
		}
	}
	all, count := map[string][]string{}, 0
	for _, names := range []map[string][]string{s.PublicDomainNames, change} {
		for certificate, domains := range names {
			all[certificate] = domains
			if len(domains) == 0 {
				delete(all, certificate)
			}
		}
	}
	var v violations
	for _, domains := range all {
		count += len(domains)
	}
	v.check(count <= maxPublicDomainNames, "publicDomainNames", "must have at most %d domain names", maxPublicDomainNames)
	if len(all) == 0 {
		all = nil
	}
	if v.err() == nil {
		s.PublicDomainNames = all
	}
	return v.err()
}

// setRegistryAccess activates or deactivates the role by which a service pulls images from
// private repositories. That each activation creates a role is a guess.
func (st *state) setRegistryAccess(s *containerService, access *types.PrivateRegistryAccessRequest) {
	request := deref(deref(access).EcrImagePullerRole)
	role := s.PrivateRegistryAccess.EcrImagePullerRole
	if request.IsActive == nil || *request.IsActive == *role.IsActive {
		return
	}
	role.IsActive, role.PrincipalArn = request.IsActive, aws.String("")
	if *role.IsActive {
		role.PrincipalArn = aws.String(st.containerRole(*s.ContainerServiceName + "/private-repo-access"))
	}
}

func (st *state) deleteContainerService(in *lightsail.DeleteContainerServiceInput) (*lightsail.DeleteContainerServiceOutput, error) {
	s, err := find[*containerService](st, in.ServiceName)
	if err != nil {
		return nil, err
	}
	st.remove(s, string(types.ContainerServiceStateDeleting))
	st.record(types.OperationTypeDeleteContainerService, s)
	return &lightsail.DeleteContainerServiceOutput{}, nil
}

// containerName checks the name of a container service, or the label of an image.
func (v *violations) containerName(member, name string, maxLength int) {
	v.check(containerName.MatchString(name) && len(name) <= maxLength, member,
		"must have 1 to %d lowercase letters, digits, and hyphens, with a letter or digit at the start and the end", maxLength)
}

func (v *violations) scale(scale *int32) {
	v.check(*scale >= 1 && *scale <= maxNodes, "scale", "must be 1 to %d", maxNodes)
}
