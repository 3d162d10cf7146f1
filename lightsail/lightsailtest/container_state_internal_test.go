package lightsailtest

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/types"
)

func init() {
	stateRules["container services"] = containerContradictions
	randomNumbers["containerport"] = [2]int{80, 81}
	randomNumbers["healthythreshold"] = [2]int{1, 3}
	randomNumbers["intervalseconds"] = [2]int{4, 300}
	randomNumbers["scale"] = [2]int{0, 21}
	randomNumbers["timeoutseconds"] = [2]int{1, 60}
	randomTexts["containername"] = []string{"web"}
	randomTexts["containers keys"] = []string{"web"}
	randomTexts["digest"] = []string{"sha256:" + strings.Repeat("0", 64)}
	randomTexts["filterpattern"] = []string{"", "deployment", "-Creating", "?Started ?Reached"}
	randomTexts["image"] = []string{"nginx", "nginx", ":api.web.1", ":api.web.latest"}
	randomTexts["label"] = []string{"web"}
	randomTexts["ports keys"] = []string{"80"}
	randomTexts["servicename"] = []string{"api", "api", "sparse"}
	randomTexts["successcodes"] = []string{"200-299", "200,404"}
}

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

// Random calls of the API operations for containers, with lags of the states of services
// and deployments that fail, do not panic and do not make the state contradict itself.
func TestRandomContainerCalls(t *testing.T) {
	lags := WithLag(
		Lag{State: string(types.ContainerServiceStatePending), Polls: 1}, Lag{State: string(types.ContainerServiceStateUpdating), Polls: 1},
		Lag{State: string(types.ContainerServiceStateDeploying), Polls: 2},
		Lag{Name: "sparse", State: string(types.ContainerServiceStateDeploying), Polls: 1, End: string(types.ContainerServiceDeploymentStateFailed)},
		Lag{Name: "api", State: Deleted, Polls: 1})
	var names []string
	for name := range apiOperations {
		if strings.Contains(name, "Container") {
			names = append(names, name)
		}
	}
	// Most random deployments are invalid.
	names = append(names, slices.Repeat([]string{"CreateContainerServiceDeployment"}, 3*len(names))...)
	slices.Sort(names)
	accepted, states := map[string]int{}, map[types.ContainerServiceDeploymentState]int{}
	for seed := range uint64(20) {
		random, now := rand.New(rand.NewPCG(seed, 1)), start
		server := NewServer(t, lags, WithPageSize(2), WithClock(func() time.Time { return now }))
		if err := server.PutJSON([]byte(sparseContainerServices)); err != nil {
			t.Fatal(err)
		}
		st := server.account.home()
		for call := range 1000 {
			name := names[random.IntN(len(names))]
			body, err := json.Marshal(randomInput(random, "", inputTypes()[name]))
			if err != nil {
				t.Fatal(err)
			}
			in, err := decode(inputTypes()[name], body)
			if err != nil || name == "DeleteContainerService" && random.IntN(10) > 0 {
				continue
			}
			if _, err := st.runOperation(name, now, outcome{failed: random.IntN(20) == 0}, in); err == nil {
				accepted[name]++
			} else if !isException(err) {
				t.Errorf("seed %d, call %d: %s %s: %v", seed, call, name, body, err)
			}
			for _, contradiction := range containerContradictions(st) {
				t.Fatalf("seed %d, call %d: %s %s: %s", seed, call, name, body, contradiction)
			}
			now = now.Add(time.Duration(random.IntN(100)) * time.Minute)
		}
		for _, s := range list[*containerService](st) {
			for _, d := range s.deployments {
				states[d.State]++
			}
		}
	}
	for _, name := range names {
		if accepted[name] == 0 {
			t.Errorf("no call of %s was accepted", name)
		}
	}
	for _, state := range types.ContainerServiceDeploymentState("").Values() {
		if states[state] == 0 {
			t.Errorf("no deployment is %s after the calls", state)
		}
	}
}
