package lightsailtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lightsail-go/sdk/types"
)

func init() { stateRules["container services"] = containerContradictions }

// containerContradictions returns what contradicts itself in container services.
func containerContradictions(st *state) (contradictions []string) {
	for _, s := range list[*containerService](st) {
		add := func(format string, args ...any) {
			contradictions = append(contradictions, s.name+": "+fmt.Sprintf(format, args...))
		}
		count := map[types.ContainerServiceDeploymentState]int{}
		for i, d := range s.deployments {
			count[d.State]++
			if i > 0 && *d.Version <= *s.deployments[i-1].Version {
				add("deployment %d follows %d", *d.Version, *s.deployments[i-1].Version)
			}
		}
		active, activating := count[types.ContainerServiceDeploymentStateActive], count[types.ContainerServiceDeploymentStateActivating]
		if active > 1 || activating > 1 || len(s.deployments) > maxDeployments {
			add("%d deployments, of which %d are ACTIVE and %d ACTIVATING", len(s.deployments), active, activating)
		}
		switch s.State {
		case types.ContainerServiceStateReady:
			if active > 0 {
				add("READY with an active deployment")
			}
		case types.ContainerServiceStateRunning:
			if active == 0 {
				add("RUNNING without an active deployment")
			}
		case types.ContainerServiceStateDeploying:
			if activating == 0 {
				add("DEPLOYING without a deployment that is ACTIVATING")
			}
		}
		if isIdle := s.checkIdle() == nil; isIdle && (activating > 0 || s.State != s.idleState() || len(s.steps) > 1) {
			add("the state is %s with %d deployments that are ACTIVATING, want %s", s.State, activating, s.idleState())
		} else if s.StateDetail != nil && isIdle {
			add("StateDetail in the state %s", s.State)
		}
		if s.PowerId == nil || *s.PowerId != powerID(s.Power) || *s.Scale < 1 || *s.Scale > maxNodes {
			add("power %s with the ID %s and scale %d", s.Power, deref(s.PowerId), *s.Scale)
		}
		for _, i := range s.images {
			if !strings.HasPrefix(*i.Image, ":"+s.name+".") {
				add("image %s", *i.Image)
			}
		}
		for _, d := range s.deployments {
			for name, c := range d.Containers {
				isKnown := slices.ContainsFunc(s.images, func(i types.ContainerImage) bool { return *i.Image == deref(c.Image) })
				if strings.HasPrefix(deref(c.Image), ":") && !isKnown && s.usesImage(deref(c.Image)) != nil {
					add("container %s uses the image %s, which does not exist", name, deref(c.Image))
				}
			}
		}
	}
	return contradictions
}

// sparseContainerServices holds container services with few fields.
const sparseContainerServices = `{"containerServices": [
	{"containerServiceName": "sparse", "currentDeployment": {"containers": {"a": {"image": "nginx"}}}},
	{"containerServiceName": "stuck", "privateRegistryAccess": {"ecrImagePullerRole": {}}, "nextDeployment": {}},
	{}
]}`
