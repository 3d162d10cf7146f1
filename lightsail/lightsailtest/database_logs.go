package lightsailtest

import (
	"fmt"
	"slices"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("GetRelationalDatabaseEvents", (*state).getRelationalDatabaseEvents)
	register("GetRelationalDatabaseLogEvents", (*state).getRelationalDatabaseLogEvents)
	register("GetRelationalDatabaseLogStreams", (*state).getRelationalDatabaseLogStreams)
}

const (
	// maxEventAge and defaultEventAge are documented.
	maxEventAge     = 14 * 24 * time.Hour
	defaultEventAge = time.Hour

	// maxJournal limits the memory of a server that runs for a long time.
	maxJournal = 1000
)

// A journal is a list to which entries are only added. Its oldest ones are removed. It is
// replaced and never modified in place.
type journal[T any] struct {
	count   int // of all entries that were added
	entries []journalEntry[T]
}

type journalEntry[T any] struct {
	number int
	item   T
}

func (j journal[T]) add(item T) journal[T] {
	entries := append(slices.Clone(j.entries), journalEntry[T]{j.count, item})
	return journal[T]{j.count + 1, entries[max(0, len(entries)-maxJournal):]}
}

// addEvent adds an event. Except for those of backups, the texts of messages are guesses, and
// the categories are those of Amazon RDS.
func (d *database) addEvent(at time.Time, category, message string) {
	name := d.name
	d.events = d.events.add(types.RelationalDatabaseEvent{
		CreatedAt: &at, EventCategories: []string{category}, Message: &message, Resource: &name,
	})
}

// writeLog adds lines to the main log of the engine.
func (d *database) writeLog(at time.Time, lines ...string) {
	for _, line := range lines {
		message := at.Format("2006-01-02T15:04:05.000000Z") + " 0 [System] " + line
		if d.engineName() == enginePostgres {
			message = at.Format("2006-01-02 15:04:05 UTC") + "::@:[1]:LOG:  " + line
		}
		d.logs = d.logs.add(types.LogEvent{CreatedAt: &at, Message: &message})
	}
}

// getRelationalDatabaseEvents returns the oldest events first, as in a published example.
func (st *state) getRelationalDatabaseEvents(in *lightsail.GetRelationalDatabaseEventsInput) (*lightsail.GetRelationalDatabaseEventsOutput, error) {
	age := defaultEventAge
	if in.DurationInMinutes != nil {
		age = time.Duration(*in.DurationInMinutes) * time.Minute
	}
	var v violations
	v.check(age >= time.Minute && age <= maxEventAge, "durationInMinutes", "must be 1 to %d", int(maxEventAge.Minutes()))
	if err := v.err(); err != nil {
		return nil, err
	}
	d, err := find[*database](st, in.RelationalDatabaseName)
	if err != nil {
		return nil, err
	}
	oldest := st.now.Add(-age)
	var recent []journalEntry[types.RelationalDatabaseEvent]
	for _, e := range d.events.entries {
		if !e.item.CreatedAt.Before(oldest) {
			recent = append(recent, e)
		}
	}
	page, next, err := pageOf(st, in, recent, func(e journalEntry[types.RelationalDatabaseEvent]) string {
		return fmt.Sprintf("%012d", e.number)
	})
	out := &lightsail.GetRelationalDatabaseEventsOutput{NextPageToken: next, RelationalDatabaseEvents: []types.RelationalDatabaseEvent{}}
	for _, e := range page {
		out.RelationalDatabaseEvents = append(out.RelationalDatabaseEvents, e.item)
	}
	return out, err
}

func (st *state) getRelationalDatabaseLogStreams(in *lightsail.GetRelationalDatabaseLogStreamsInput) (*lightsail.GetRelationalDatabaseLogStreamsOutput, error) {
	d, err := find[*database](st, in.RelationalDatabaseName)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetRelationalDatabaseLogStreamsOutput{LogStreams: d.engine().logStreams}, nil
}

// getRelationalDatabaseLogEvents has entries about starts and stops of the engine in one log
// stream. The others are empty. Several things are guesses from Amazon CloudWatch Logs: the
// entries of a page are in the order of time, StartTime is part of the time range and EndTime
// is not, and a token is returned again at the end to which it leads. So is the error for an
// unknown log stream.
func (st *state) getRelationalDatabaseLogEvents(in *lightsail.GetRelationalDatabaseLogEventsInput) (*lightsail.GetRelationalDatabaseLogEventsOutput, error) {
	d, err := find[*database](st, in.RelationalDatabaseName)
	if err != nil {
		return nil, err
	}
	engine, fromHead := d.engine(), deref(in.StartFromHead)
	if !slices.Contains(engine.logStreams, *in.LogStreamName) {
		return nil, notFound("log stream", *in.LogStreamName)
	}
	if fromHead && d.engineName() == enginePostgres {
		return nil, invalidInput("startFromHead: must not be true for %s", engine.display)
	}
	var entries []journalEntry[types.LogEvent]
	if *in.LogStreamName == engine.mainLog {
		for _, e := range d.logs.entries {
			isEarly := in.StartTime != nil && e.item.CreatedAt.Before(*in.StartTime)
			if !isEarly && (in.EndTime == nil || e.item.CreatedAt.Before(*in.EndTime)) {
				entries = append(entries, e)
			}
		}
	}

	position := logPosition{isForward: fromHead}
	if !fromHead {
		position.number = d.logs.count
	}
	query, token, err := splitToken(st, in)
	if err == nil && token != "" {
		position, err = st.logPosition(query, token)
	}
	if err != nil {
		return nil, err
	}
	page := position.page(entries, st.pager.size)
	// Without entries, both tokens stay where they are.
	first, after := position.number, position.number
	out := &lightsail.GetRelationalDatabaseLogEventsOutput{ResourceLogEvents: []types.LogEvent{}}
	for _, e := range page {
		out.ResourceLogEvents = append(out.ResourceLogEvents, e.item)
	}
	if len(page) > 0 {
		first, after = page[0].number, page[len(page)-1].number+1
	}
	next := func(p logPosition) *string {
		if token != "" && p == position {
			return &token
		}
		return st.pager.token(query, p.key())
	}
	out.NextBackwardToken = next(logPosition{false, first})
	out.NextForwardToken = next(logPosition{true, after})
	return out, nil
}

// A logPosition is a place in a log, before the entry with the given number, and the
// direction in which to read from there. It is the content of a page token.
type logPosition struct {
	isForward bool
	number    int
}

func (p logPosition) key() string { return fmt.Sprint(p.isForward, " ", p.number) }

// logPosition returns the position in a page token.
func (st *state) logPosition(query []byte, token string) (p logPosition, err error) {
	key, err := st.pager.key(query, token)
	if err == nil {
		_, err = fmt.Sscan(key, &p.isForward, &p.number)
	}
	return p, err
}

// page returns the entries of the page at the position. With a size of 0, a log has one page.
func (p logPosition) page(entries []journalEntry[types.LogEvent], size int) []journalEntry[types.LogEvent] {
	if size <= 0 {
		size = len(entries)
	}
	i, _ := slices.BinarySearchFunc(entries, p.number, func(e journalEntry[types.LogEvent], number int) int { return e.number - number })
	if p.isForward {
		return entries[i:min(i+size, len(entries))]
	}
	return entries[max(0, i-size):i]
}
