package lightsail_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// logPages is a log of three pages. Like the service, it returns the same token again
// at an end of the log.
type logPages struct{ sent []string }

func (l *logPages) GetRelationalDatabaseLogEvents(_ context.Context, in *lightsail.GetRelationalDatabaseLogEventsInput, _ ...func(*lightsail.Options)) (*lightsail.GetRelationalDatabaseLogEventsOutput, error) {
	pages := []string{"old", "middle", "new"}
	l.sent = append(l.sent, aws.ToString(in.PageToken))
	page := len(pages) - 1
	if aws.ToBool(in.StartFromHead) {
		page = 0
	}
	if in.PageToken != nil {
		_, name, _ := strings.Cut(*in.PageToken, "/")
		page = slices.Index(pages, name)
	}
	return &lightsail.GetRelationalDatabaseLogEventsOutput{
		ResourceLogEvents: []types.LogEvent{{Message: &pages[page]}},
		NextForwardToken:  aws.String("f/" + pages[min(page+1, len(pages)-1)]),
		NextBackwardToken: aws.String("b/" + pages[max(page-1, 0)]),
	}, nil
}

// The paginator of GetRelationalDatabaseLogEvents follows one of two tokens, and a
// token that is returned again is the end and not an error.
func TestLogEventsPaginator(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name     string
		fromHead *bool
		want     []string
	}{
		{"direction not set", nil, []string{"new", "middle", "old"}},
		{"from the newest page", aws.Bool(false), []string{"new", "middle", "old"}},
		{"from the oldest page", aws.Bool(true), []string{"old", "middle", "new"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := &lightsail.GetRelationalDatabaseLogEventsInput{
				LogStreamName: aws.String("error"), RelationalDatabaseName: aws.String("db"), StartFromHead: test.fromHead,
			}
			var got []string
			for event, err := range lightsail.NewGetRelationalDatabaseLogEventsPaginator(new(logPages), in).All(t.Context()) {
				if err != nil {
					t.Fatal(err)
				}
				if got = append(got, aws.ToString(event.Message)); len(got) > 10 {
					t.Fatal("the paginator does not end")
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// StopOnDuplicateToken can be turned off for this paginator too.
func TestLogEventsPaginatorReportsDuplicateToken(t *testing.T) {
	t.Parallel()
	paginator := lightsail.NewGetRelationalDatabaseLogEventsPaginator(new(logPages), nil, func(o *lightsail.GetRelationalDatabaseLogEventsPaginatorOptions) {
		o.StopOnDuplicateToken = false
	})
	var last error
	pages := 0
	for _, err := range paginator.Pages(t.Context()) {
		if last = err; err == nil {
			pages++
		}
	}
	if last == nil || !strings.Contains(last.Error(), "same page token twice") || pages != 3 {
		t.Errorf("got %d pages and error %v, want 3 and the error of a duplicate token", pages, last)
	}
}
