package lightsailtest

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/types"
)

const (
	minutesPerDay  = 24 * 60
	minutesPerWeek = 7 * minutesPerDay

	// minWindow is the documented minimum length of a window in minutes.
	minWindow = 30
)

var (
	dailyWindow  = regexp.MustCompile(`^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$`)
	weeklyWindow = regexp.MustCompile(`^([a-z]{3}):(\d\d:\d\d)-([a-z]{3}):(\d\d:\d\d)$`)
	weekdays     = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
)

// A timeWindow is a time of each day or of each week, in minutes.
type timeWindow struct{ start, length int }

// parseBackupWindow parses a window of each day, such as "16:00-16:30".
func parseBackupWindow(text string) (w timeWindow, ok bool) {
	m := dailyWindow.FindStringSubmatch(text)
	if m == nil {
		return w, false
	}
	minute := func(hours, minutes string) int {
		h, _ := strconv.Atoi(hours)
		m, _ := strconv.Atoi(minutes)
		return 60*h + m
	}
	start, end := minute(m[1], m[2]), minute(m[3], m[4])
	return timeWindow{start, modulo(end-start, minutesPerDay)}, true
}

// parseMaintenanceWindow parses a window of each week, such as "Tue:17:00-Tue:17:30". The
// week begins on Monday.
func parseMaintenanceWindow(text string) (w timeWindow, ok bool) {
	m := weeklyWindow.FindStringSubmatch(strings.ToLower(text))
	if m == nil {
		return w, false
	}
	first, last := slices.Index(weekdays, m[1]), slices.Index(weekdays, m[3])
	clocks, ok := parseBackupWindow(m[2] + "-" + m[4])
	if !ok || first < 0 || last < 0 {
		return w, false
	}
	start := first*minutesPerDay + clocks.start
	end := last*minutesPerDay + (clocks.start+clocks.length)%minutesPerDay
	return timeWindow{start, modulo(end-start, minutesPerWeek)}, true
}

func modulo(n, m int) int { return ((n % m) + m) % m }

// overlaps reports whether a window of each day overlaps one of each week.
func overlaps(daily, weekly timeWindow) bool {
	for day := range weekdays {
		start := day*minutesPerDay + daily.start
		if modulo(weekly.start-start, minutesPerWeek) < daily.length || modulo(start-weekly.start, minutesPerWeek) < weekly.length {
			return true
		}
	}
	return false
}

// next returns the first start of the window after now. period is the number of days after
// which the window repeats: 1 or 7.
func (w timeWindow) next(now time.Time, period int) time.Time {
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	if period == 7 {
		day = day.AddDate(0, 0, -(int(now.Weekday())+6)%7) // Monday
	}
	next := day.Add(time.Duration(w.start) * time.Minute)
	for !next.After(now) {
		next = next.AddDate(0, 0, period)
	}
	return next
}

// windows checks the windows that a database has or gets. A nil window is not checked.
func (v *violations) windows(backup, maintenance *string) {
	var daily, weekly timeWindow
	var ok, okWeekly bool
	if backup != nil {
		daily, ok = parseBackupWindow(*backup)
		v.check(ok && daily.length >= minWindow, "preferredBackupWindow", "must have the form hh24:mi-hh24:mi and at least %d minutes", minWindow)
	}
	if maintenance != nil {
		weekly, okWeekly = parseMaintenanceWindow(*maintenance)
		v.check(okWeekly && weekly.length >= minWindow, "preferredMaintenanceWindow",
			"must have the form ddd:hh24:mi-ddd:hh24:mi and at least %d minutes", minWindow)
	}
	if ok && okWeekly {
		v.check(!overlaps(daily, weekly), "preferredBackupWindow", "must not overlap preferredMaintenanceWindow")
	}
}

// setDefaultWindows sets windows that are not set to 30 minutes at random. The service
// chooses them from an 8-hour block that depends on the Region. That of us-east-1 is used in all Regions,
// with backups in its first half. Published examples have days in lower case.
func (st *state) setDefaultWindows(d *types.RelationalDatabase) {
	backup := 3*60 + st.random.IntN(4*60-minWindow)
	day, maintenance := weekdays[st.random.IntN(len(weekdays))], 7*60+st.random.IntN(4*60-minWindow)
	hasBackup, hasMaintenance := d.PreferredBackupWindow != nil, d.PreferredMaintenanceWindow != nil
	for range minutesPerDay / minWindow {
		if !hasBackup {
			text := clockText(backup) + "-" + clockText(backup+minWindow)
			d.PreferredBackupWindow = &text
		}
		if !hasMaintenance {
			text := fmt.Sprintf("%[1]s:%[2]s-%[1]s:%[3]s", day, clockText(maintenance), clockText(maintenance+minWindow))
			d.PreferredMaintenanceWindow = &text
		}
		var v violations
		if v.windows(d.PreferredBackupWindow, d.PreferredMaintenanceWindow); v.err() == nil {
			break
		}
		backup, maintenance = (backup+minWindow)%minutesPerDay, (maintenance+minWindow)%(minutesPerDay-2*minWindow)
	}
	lower := strings.ToLower(*d.PreferredMaintenanceWindow)
	d.PreferredMaintenanceWindow = &lower
}

// clockText returns a minute of the day as a time of day, such as "16:30".
func clockText(minute int) string {
	minute %= minutesPerDay
	return fmt.Sprintf("%02d:%02d", minute/60, minute%60)
}
