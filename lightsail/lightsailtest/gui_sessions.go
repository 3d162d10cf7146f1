package lightsailtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateGUISessionAccessDetails", (*state).createGUISessionAccessDetails)
	register("StartGUISession", (*state).startGUISession)
	register("StopGUISession", (*state).stopGUISession)
}

// guiSessionTime is the documented time after which a session expires.
const guiSessionTime = time.Hour

// A guiSession is the graphical session of a virtual computer of Lightsail for Research.
// It starts and stops at once.
type guiSession struct {
	startedAt time.Time // zero before the first start
	isStopped bool
}

// guiStatus returns the status of the session of an instance. When it has which value is a
// guess from the names of the values.
func (st *state) guiStatus(i *instance) types.Status {
	switch {
	case *i.State.Name == instancePending:
		return types.StatusSettingUpInstance
	case i.gui.startedAt.IsZero():
		return types.StatusNotStarted
	case i.gui.isStopped || *i.State.Name != instanceRunning:
		return types.StatusStopped
	case st.now.Sub(i.gui.startedAt) >= guiSessionTime:
		return types.StatusStartExpired
	}
	return types.StatusStarted
}

// checkResearch returns an error for an instance that is not a virtual computer. The error
// is a guess.
func (st *state) checkResearch(i *instance) error {
	if blueprint, _ := st.blueprint(*i.BlueprintId); blueprint.AppCategory == types.AppCategoryLfR {
		return nil
	}
	return invalidInput("resourceName: %s is not a virtual computer of Lightsail for Research", i.name)
}

// createGUISessionAccessDetails returns URLs of a session that is started. That there are
// none before is a guess, and the names of sessions, the URLs and the percentage of a new
// instance are made up. Nothing listens at the URLs.
func (st *state) createGUISessionAccessDetails(in *lightsail.CreateGUISessionAccessDetailsInput) (*lightsail.CreateGUISessionAccessDetailsOutput, error) {
	i, err := find[*instance](st, in.ResourceName)
	if err == nil {
		err = st.checkResearch(i)
	}
	if err != nil {
		return nil, err
	}
	out := &lightsail.CreateGUISessionAccessDetailsOutput{
		PercentageComplete: aws.Int32(100),
		ResourceName:       &i.name,
		Sessions:           []types.Session{},
		Status:             st.guiStatus(i),
	}
	if out.Status == types.StatusSettingUpInstance {
		out.PercentageComplete = aws.Int32(50)
	}
	if out.Status == types.StatusStarted {
		for _, name := range []string{"primary", "secondary"} {
			url := "https://" + deref(i.PublicIpAddress) + ":8443/?authToken=" + st.randomString(32, hexDigits) + "#" + name
			out.Sessions = append(out.Sessions, types.Session{IsPrimary: aws.Bool(name == "primary"), Name: aws.String(name), Url: &url})
		}
	}
	return out, nil
}

// startGUISession also resumes a session that has expired.
func (st *state) startGUISession(in *lightsail.StartGUISessionInput) (*lightsail.StartGUISessionOutput, error) {
	i, err := st.findInstance(in.ResourceName, instanceRunning)
	if err == nil {
		err = st.checkResearch(i)
	}
	if err != nil {
		return nil, err
	}
	i.gui = guiSession{startedAt: st.now}
	return &lightsail.StartGUISessionOutput{Operations: st.record(types.OperationTypeStartGUISession, i)}, nil
}

// stopGUISession returns an error if the session is not started, which is a guess.
func (st *state) stopGUISession(in *lightsail.StopGUISessionInput) (*lightsail.StopGUISessionOutput, error) {
	i, err := find[*instance](st, in.ResourceName)
	if err == nil {
		err = st.checkResearch(i)
	}
	if err != nil {
		return nil, err
	}
	if status := st.guiStatus(i); status != types.StatusStarted && status != types.StatusStartExpired {
		return nil, operationFailure("The session of %s is in the state %s.", i.name, status)
	}
	i.gui.isStopped = true
	return &lightsail.StopGUISessionOutput{Operations: st.record(types.OperationTypeStopGUISession, i)}, nil
}
