package lightsailtest_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// databaseEvents returns the categories and messages of the events of the last minutes.
func databaseEvents(t *testing.T, client *lightsail.Client, name string, minutes int32) []string {
	t.Helper()
	events := []string{}
	in := &lightsail.GetRelationalDatabaseEventsInput{DurationInMinutes: &minutes, RelationalDatabaseName: &name}
	for e, err := range lightsail.NewGetRelationalDatabaseEventsPaginator(client, in).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if *e.Resource != name || e.CreatedAt.IsZero() {
			t.Errorf("got the event %+v, want one of %s", e, name)
		}
		events = append(events, strings.Join(e.EventCategories, ",")+": "+*e.Message)
	}
	return events
}

// logPages returns the pages of a log, with entries separated by commas. Each entry is the
// hour of its time and the last word of its message.
func logPages(t *testing.T, client *lightsail.Client, in *lightsail.GetRelationalDatabaseLogEventsInput) (pages []string) {
	t.Helper()
	for page, err := range lightsail.NewGetRelationalDatabaseLogEventsPaginator(client, in).Pages(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if len(pages) > maxPages {
			t.Fatalf("more than %d pages", maxPages)
		}
		var entries []string
		for _, e := range page.ResourceLogEvents {
			entries = append(entries, e.CreatedAt.Format("15")+" "+(*e.Message)[strings.LastIndex(*e.Message, " ")+1:])
		}
		pages = append(pages, strings.Join(entries, ","))
	}
	return pages
}

func TestDatabaseEvents(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, client := newTestServer(t, lightsailtest.WithPageSize(2))
		createTestDatabase(t, client, "db")
		created := []string{
			"creation: Relational Database created", "backup: Backing up Relational Database", "backup: Finished Relational Database backup",
		}
		wantEqual(t, "events of a new database", created, databaseEvents(t, client, "db", 1))
		time.Sleep(2 * time.Hour)
		rebootDatabase(t, client)
		wantEqual(t, "events of an hour", []string{"availability: Relational Database restarted"}, databaseEvents(t, client, "db", 60))
		wantEqual(t, "events of 2 hours", append(created, "availability: Relational Database restarted"), databaseEvents(t, client, "db", 120))
		out := must[lightsail.GetRelationalDatabaseEventsOutput](t)(client.GetRelationalDatabaseEvents(t.Context(),
			&lightsail.GetRelationalDatabaseEventsInput{RelationalDatabaseName: aws.String("db")}))
		wantEqual(t, "number of events of the default duration", 1, len(out.RelationalDatabaseEvents))

		// There is one backup each day at 16:00.
		time.Sleep(100 * 24 * time.Hour)
		wantEqual(t, "number of events of 14 days", 2*14, len(databaseEvents(t, client, "db", 14*24*60)))
		for _, minutes := range []int32{0, -1, 14*24*60 + 1} {
			_, err := client.GetRelationalDatabaseEvents(t.Context(), &lightsail.GetRelationalDatabaseEventsInput{
				DurationInMinutes: &minutes, RelationalDatabaseName: aws.String("db"),
			})
			wantCode(t, "GetRelationalDatabaseEvents with an invalid duration", err, invalidInput)
		}
	})
}

// The paginator reads a log forward and backward. At an end of the log, a token that leads
// there is returned again.
func TestDatabaseLogEvents(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, client := newTestServer(t, lightsailtest.WithPageSize(2))
		ctx, db := t.Context(), aws.String("db")
		createTestDatabase(t, client, "db") // 2 entries
		for range 2 {
			time.Sleep(time.Hour)
			rebootDatabase(t, client) // 3 entries each
		}
		streams := must[lightsail.GetRelationalDatabaseLogStreamsOutput](t)(client.GetRelationalDatabaseLogStreams(ctx,
			&lightsail.GetRelationalDatabaseLogStreamsInput{RelationalDatabaseName: db})).LogStreams
		wantEqual(t, "log streams", []string{"audit", "error", "general", "slowquery"}, streams)

		in := lightsail.GetRelationalDatabaseLogEventsInput{LogStreamName: aws.String("error"), RelationalDatabaseName: db}
		pages := []string{"00 8.0.40,00 connections", "01 complete,01 8.0.40", "01 connections,02 complete", "02 8.0.40,02 connections", ""}
		head := in
		head.StartFromHead = aws.Bool(true)
		wantEqual(t, "pages from the head", pages, logPages(t, client, &head))
		wantEqual(t, "pages from the tail", []string{pages[3], pages[2], pages[1], pages[0], ""}, logPages(t, client, &in))
		ranged := head
		ranged.StartTime, ranged.EndTime = aws.Time(time.Now().Add(-time.Hour)), aws.Time(time.Now())
		wantEqual(t, "pages of a time range", []string{"01 complete,01 8.0.40", "01 connections", ""}, logPages(t, client, &ranged))
		empty := in
		empty.LogStreamName = aws.String("audit")
		wantEqual(t, "pages of an empty log", []string{""}, logPages(t, client, &empty)[:1])

		get := func(in lightsail.GetRelationalDatabaseLogEventsInput, token *string) *lightsail.GetRelationalDatabaseLogEventsOutput {
			t.Helper()
			in.PageToken = token
			return must[lightsail.GetRelationalDatabaseLogEventsOutput](t)(client.GetRelationalDatabaseLogEvents(ctx, &in))
		}
		last := get(in, nil)
		end := get(in, last.NextForwardToken)
		wantEqual(t, "entries after the last page", []types.LogEvent{}, end.ResourceLogEvents)
		wantEqual(t, "forward token at the end", last.NextForwardToken, end.NextForwardToken)
		back := get(in, end.NextBackwardToken)
		wantEqual(t, "back from the end", last.ResourceLogEvents, back.ResourceLogEvents)
		beginning := get(head, get(head, nil).NextBackwardToken)
		wantEqual(t, "entries before the first page", []types.LogEvent{}, beginning.ResourceLogEvents)
		wantEqual(t, "backward token at the beginning", beginning.NextBackwardToken, get(head, beginning.NextBackwardToken).NextBackwardToken)
		stopDatabase(t, client, nil)
		wantEqual(t, "new entries after the end", 1, len(get(in, end.NextForwardToken).ResourceLogEvents))

		in.PageToken = aws.String("x")
		_, err := client.GetRelationalDatabaseLogEvents(ctx, &in)
		wantCode(t, "GetRelationalDatabaseLogEvents with an invalid token", err, invalidInput)
		other := lightsail.GetRelationalDatabaseLogEventsInput{LogStreamName: aws.String("audit"), PageToken: last.NextForwardToken, RelationalDatabaseName: db}
		_, err = client.GetRelationalDatabaseLogEvents(ctx, &other)
		wantCode(t, "GetRelationalDatabaseLogEvents with the token of another log", err, invalidInput)
		other = lightsail.GetRelationalDatabaseLogEventsInput{LogStreamName: aws.String("postgresql"), RelationalDatabaseName: db}
		_, err = client.GetRelationalDatabaseLogEvents(ctx, &other)
		wantCode(t, "GetRelationalDatabaseLogEvents with an unknown log stream", err, "NotFoundException")
	})
}

// A PostgreSQL database has other limits, another port, and a log that can only be read from
// its end.
func TestPostgresDatabase(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithPageSize(0))
	in := databaseInput("pg")
	in.MasterUserPassword = aws.String(strings.Repeat("p", 128))
	in.MasterUsername = aws.String("a_user_with_a_long_name")
	in.PreferredBackupWindow, in.PreferredMaintenanceWindow = nil, nil
	in.RelationalDatabaseBlueprintId = aws.String("postgres_16")
	must[lightsail.CreateRelationalDatabaseOutput](t)(client.CreateRelationalDatabase(t.Context(), in))
	d := readDatabase(t, client, "pg")
	wantEqual(t, "engine", "postgres 16.6", *d.Engine+" "+*d.EngineVersion)
	wantEqual(t, "port", int32(5432), *d.MasterEndpoint.Port)
	log := &lightsail.GetRelationalDatabaseLogEventsInput{LogStreamName: aws.String("postgresql"), RelationalDatabaseName: aws.String("pg")}
	out := must[lightsail.GetRelationalDatabaseLogEventsOutput](t)(client.GetRelationalDatabaseLogEvents(t.Context(), log))
	if n := len(out.ResourceLogEvents); n != 2 || !strings.HasSuffix(*out.ResourceLogEvents[1].Message, "LOG:  ready for connections") {
		t.Errorf("got the log %+v, want 2 entries of PostgreSQL", out.ResourceLogEvents)
	}
	log.StartFromHead = aws.Bool(true)
	_, err := client.GetRelationalDatabaseLogEvents(t.Context(), log)
	wantCode(t, "GetRelationalDatabaseLogEvents from the head", err, invalidInput)
}
