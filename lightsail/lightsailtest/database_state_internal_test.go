package lightsailtest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/types"
)

func init() { stateRules["databases"] = databaseContradictions }

// databaseContradictions returns what cannot be true of a database.
func databaseContradictions(st *state) (contradictions []string) {
	for _, d := range list[*database](st) {
		pending, latest := *d.PendingModifiedValues, d.latestRestorableTime(st.now)
		check := func(ok bool, problem string) {
			if !ok {
				contradictions = append(contradictions, d.name+" has "+problem)
			}
		}
		check(d.passwords.current != nil, "no current password")
		check((pending.MasterUserPassword != nil) == (d.passwords.pending != nil), "a pending password on one side only")
		check(pending.MasterUserPassword == nil || *pending.MasterUserPassword == hiddenPassword, "a password in the pending values")
		isPending := pending.BackupRetentionEnabled != nil || pending.EngineVersion != nil
		check(!isPending || !d.maintenance.IsZero(), "pending values without a time")
		check(*d.BackupRetentionEnabled != d.backupsSince.IsZero(), "backups on one side only")
		check(d.nextBackup.IsZero() || d.nextBackup.After(st.now), "a next backup in the past")
		check(d.next == nil || len(d.steps) > 1, "a change that waits for nothing")
		check(!d.hasForeignParameters(), "parameters of the other engine")
		check(*d.ParameterApplyStatus == parametersInSync || len(d.parameters) > 0, "no parameter that waits for a restart")
		isHA := isHighlyAvailable(*d.RelationalDatabaseBundleId)
		check((d.SecondaryAvailabilityZone != nil) == isHA, "a standby although its bundle has none")
		check(deref(d.SecondaryAvailabilityZone) != deref(d.Location.AvailabilityZone), "its standby in its own zone")
		check(strings.HasPrefix(*d.RelationalDatabaseBlueprintId, *d.Engine), "a blueprint of another engine")
		check(!latest.After(st.now), "a latest restorable time in the future")
		check(*d.BackupRetentionEnabled || latest.IsZero(), "a latest restorable time without backups")
	}
	for _, s := range list[*databaseSnapshot](st) {
		if s.password == nil || s.State == nil || deref(s.database.MasterUsername) == "" {
			contradictions = append(contradictions, s.name+" cannot be restored")
		}
	}
	return contradictions
}

func (d *database) hasForeignParameters() bool {
	for name := range d.parameters {
		known := false
		for _, p := range databaseParameters[d.engineName()] {
			known = known || p.name == name
		}
		if !known {
			return true
		}
	}
	return false
}

// sparseDatabases holds databases and snapshots with few or with impossible fields.
const sparseDatabases = `{
	"relationalDatabases": [
		{}, {"name": "copy-db", "hardware": {}, "masterEndpoint": {}, "pendingMaintenanceActions": [{}], "pendingModifiedValues": {"engineVersion": "x"}},
		{"name": "main", "engine": "postgres", "backupRetentionEnabled": false, "parameterApplyStatus": ""},
		{"name": "oracle", "engine": "oracle", "relationalDatabaseBlueprintId": "oracle_1", "relationalDatabaseBundleId": "none", "state": "",
			"preferredBackupWindow": "", "preferredMaintenanceWindow": "day", "createdAt": 0}
	],
	"relationalDatabaseSnapshots": [
		{}, {"name": "copy-1", "engine": "oracle", "state": "", "fromRelationalDatabaseBundleId": "none"}, {"name": "main-1", "engine": "postgres", "sizeInGb": 0}
	]
}`

// A journal keeps the newest entries and their numbers.
func TestJournalIsLimited(t *testing.T) {
	var j journal[string]
	for i := range maxJournal + 3 {
		j = j.add(fmt.Sprint(i))
	}
	if first := j.entries[0]; len(j.entries) != maxJournal || first.number != 3 || first.item != "3" || j.count != maxJournal+3 {
		t.Errorf("got %d entries of %d, the first one %+v, want %d from number 3", len(j.entries), j.count, first, maxJournal)
	}
}

func TestTimeWindows(t *testing.T) {
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 3, day, hour, minute, 0, 0, time.UTC) } // March 2 is a Monday
	for _, test := range []struct {
		text         string
		after, start time.Time
	}{
		{"mon:17:00-mon:17:30", at(2, 16, 59), at(2, 17, 0)},
		{"mon:17:00-mon:17:30", at(2, 17, 0), at(9, 17, 0)},
		{"SUN:23:45-Mon:00:15", at(2, 0, 0), at(8, 23, 45)},
		{"sun:23:45-mon:00:15", at(8, 23, 45), at(15, 23, 45)},
	} {
		w, ok := parseMaintenanceWindow(test.text)
		if got := w.next(test.after, 7); !ok || w.length != 30 || !got.Equal(test.start) {
			t.Errorf("%s after %v: got %v, length %d, %v, want %v", test.text, test.after, got, w.length, ok, test.start)
		}
	}
	for _, test := range []struct {
		daily, weekly string
		overlap       bool
	}{
		{"16:30-17:00", "mon:17:00-mon:17:30", false},
		{"16:31-17:01", "mon:17:00-mon:17:30", true},
		{"17:30-18:00", "mon:17:00-mon:17:30", false},
		{"17:29-17:59", "mon:17:00-mon:17:30", true},
		{"23:45-00:15", "mon:00:00-mon:00:30", true},
		{"23:30-00:00", "mon:00:00-mon:00:30", false},
		{"00:00-00:30", "sun:23:45-mon:00:15", true},
		{"12:00-12:30", "sat:23:00-mon:01:00", true},
	} {
		daily, ok := parseBackupWindow(test.daily)
		weekly, okWeekly := parseMaintenanceWindow(test.weekly)
		if got := overlaps(daily, weekly); !ok || !okWeekly || got != test.overlap {
			t.Errorf("%s and %s: got overlap %v, want %v", test.daily, test.weekly, got, test.overlap)
		}
	}
}

// Windows that are not set are 30 minutes long and do not overlap the one that is set.
func TestDefaultWindowsDoNotOverlap(t *testing.T) {
	st, _, _ := newTestState(t)
	for hour := range 23 {
		daily := fmt.Sprintf("%02d:00-%02d:00", hour, hour+1)
		weekly := fmt.Sprintf("mon:%02d:00-mon:%02d:00", hour, hour+1)
		for _, d := range []types.RelationalDatabase{{PreferredBackupWindow: &daily}, {PreferredMaintenanceWindow: &weekly}} {
			st.setDefaultWindows(&d)
			var v violations
			if v.windows(d.PreferredBackupWindow, d.PreferredMaintenanceWindow); v.err() != nil {
				t.Errorf("%s, %s: %v", *d.PreferredBackupWindow, *d.PreferredMaintenanceWindow, v.err())
			}
		}
	}
}
