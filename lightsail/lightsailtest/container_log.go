package lightsailtest

import (
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetContainerLog", (*state).getContainerLog) }

// maxContainerLogAge is the published time for which the service keeps the logs of containers.
const maxContainerLogAge = 4 * 24 * time.Hour

// A containerLogEvent is an event of a log with a key that sorts the events of a container.
type containerLogEvent struct {
	types.ContainerServiceLogEvent
	key string
}

// getContainerLog returns the messages of the service about the deployments of a
// container, oldest first, at the time of their deployment. There is no output of
// programs, since the server does not run the containers. Two things are guesses: the
// error for a container that has never run, and that the limits of the time range belong
// to it.
func (st *state) getContainerLog(in *lightsail.GetContainerLogInput) (*lightsail.GetContainerLogOutput, error) {
	s, err := find[*containerService](st, in.ServiceName)
	if err != nil {
		return nil, err
	}
	matches := containerLogFilter(deref(in.FilterPattern))
	var events []containerLogEvent
	hasRun := false
	for _, d := range s.deployments {
		if _, ok := d.Containers[*in.ContainerName]; !ok {
			continue
		}
		hasRun = true
		at := *d.CreatedAt
		if at.Before(st.now.Add(-maxContainerLogAge)) ||
			in.StartTime != nil && at.Before(*in.StartTime) || in.EndTime != nil && at.After(*in.EndTime) {
			continue
		}
		for n, message := range d.log {
			if matches(message) {
				events = append(events, containerLogEvent{
					types.ContainerServiceLogEvent{CreatedAt: aws.Time(at), Message: aws.String(message)},
					fmt.Sprintf("%010d.%03d", *d.Version, n),
				})
			}
		}
	}
	if !hasRun {
		return nil, notFound("container", *in.ContainerName)
	}
	page, next, err := pageOf(st, in, events, func(e containerLogEvent) string { return e.key })
	out := &lightsail.GetContainerLogOutput{LogEvents: []types.ContainerServiceLogEvent{}, NextPageToken: next}
	for _, e := range page {
		out.LogEvents = append(out.LogEvents, e.ContainerServiceLogEvent)
	}
	return out, err
}

// containerLogFilter returns a function that reports whether a message matches a pattern of the
// documented terms: "ERROR" must be in the message, "-ERROR" must not, and one of "?ERROR"
// and "?Exception" must. That a term can be a part of a word is a guess.
func containerLogFilter(pattern string) func(message string) bool {
	terms := strings.Fields(pattern)
	return func(message string) bool {
		hasOptional, matchesOptional := false, false
		for _, term := range terms {
			if excluded, ok := strings.CutPrefix(term, "-"); ok {
				if strings.Contains(message, excluded) {
					return false
				}
			} else if optional, ok := strings.CutPrefix(term, "?"); ok {
				hasOptional = true
				matchesOptional = matchesOptional || strings.Contains(message, optional)
			} else if !strings.Contains(message, term) {
				return false
			}
		}
		return matchesOptional || !hasOptional
	}
}
