package main

import "fmt"

// A budget is a limit for a measured value, usually a ratio of two variants.
type budget struct {
	name  string
	value func(results) (float64, bool)
	least bool // limit and goal are minimums; otherwise they are maximums
	limit float64
	goal  float64 // 0 if there is no goal beyond limit
}

// budgets are the project's budgets. Most are ratios, because absolute times are
// not comparable between machines.
var budgets = []budget{
	{name: "call on the fake transport, CPU: official / ours", value: ratioOf(emptyResponse, "fake", cpu, officialClient, thisClient), least: true, limit: 5, goal: 6},
	{name: "call on the fake transport, allocations: official / ours", value: ratioOf(emptyResponse, "fake", allocs, officialClient, thisClient), least: true, limit: 4.8, goal: 5.5},
	{name: "call with a session token on the fake transport, CPU: official / ours", value: ratioOf(emptyResponseSession, "fake", cpu, officialClient, thisClient), least: true, limit: 5},
	{name: "call on the fake transport, CPU: ours / baseline", value: ratioOf(emptyResponse, "fake", cpu, thisClient, baselineClient), limit: 0.8, goal: 0.6},
	{name: "call over TLS on loopback, CPU: official / ours", value: ratioOf(emptyResponse, "TLS", cpu, officialClient, thisClient), least: true, limit: 1.3, goal: 1.5},
	{name: "page of 1,000 buckets, CPU: official / ours", value: ratioOf(buckets1000, "fake", cpu, officialClient, thisClient), least: true, limit: 3.5, goal: 5},
	{name: "page of 1,000 buckets, allocations: official / ours", value: ratioOf(buckets1000, "fake", allocs, officialClient, thisClient), least: true, limit: 50, goal: 60},
	{name: "page of 100 instances, CPU: official / ours", value: ratioOf(instances100, "fake", cpu, officialClient, thisClient), least: true, limit: 3.5, goal: 5},
	{name: "decoding one bucket, CPU: ours / fastest other decoder", value: ratioToFastest(decodeBucket), limit: 1},
	{name: "decoding 1,000 buckets, CPU: ours / fastest other decoder", value: ratioToFastest(decodeBuckets), limit: 0.7},
	{name: "call on the middleware path, CPU: ours / official", value: ratioOf(emptyResponse, "fake", cpu, middlewareClient, officialClient), limit: 0.75},
	{name: "call on the middleware path, allocations: ours / official", value: ratioOf(emptyResponse, "fake", allocs, middlewareClient, officialClient), limit: 0.85},
	{name: "process start, wall: ours / official", value: ratioOf(startup, "exec", wall, thisClient, officialClient), limit: 0.75},
	{name: "stripped binary: ours / official", value: ratioOf(program, "go build", size, thisClient, officialClient), limit: 0.88},
	{name: "stripped binary, method looked up by name: ours / official", value: ratioOf(programMethod, "go build", size, thisClient, officialClient), limit: 0.92},
	{name: "cold build, wall: official / ours", value: ratioOf(coldBuild, "go build", wall, officialClient, thisClient), least: true, limit: 2.2, goal: 3},
	{name: "live heap while listing: later pages / first 10 pages", value: heapGrowth, limit: 1.1},
	{name: "bytes retained per page by one kept name", value: retainedBytes, limit: 8 << 10},
}

// ratioOf returns a function that computes the ratio of a to b in one row.
func ratioOf(what, via string, m *measure, a, b variant) func(results) (float64, bool) {
	return func(rs results) (float64, bool) { return rs.find(what, via, m).ratio(a, b) }
}

// ratioToFastest returns a function that computes the ratio of our CPU time to that of
// the fastest other decoder in one row.
func ratioToFastest(what string) func(results) (float64, bool) {
	return func(rs results) (float64, bool) {
		r := rs.find(what, memory, cpu)
		return r.ratio(thisClient, r.lowest(otherDecoders))
	}
}

func heapGrowth(rs results) (float64, bool) {
	first, ok := rs.find(heapFirstPages, "fake", retained).value(thisClient)
	rest, _ := rs.find(heapLaterPages, "fake", retained).value(thisClient)
	return rest / first, ok
}

func retainedBytes(rs results) (float64, bool) {
	return rs.find(keptName, "fake", retained).value(thisClient)
}

// within reports whether v complies with limit.
func (b *budget) within(v, limit float64) bool {
	if b.least {
		return v >= limit
	}
	return v <= limit
}

// evaluate returns the budget's line for the table, and reports whether the budget
// is missed. A budget whose value was not measured is not missed.
func (b *budget) evaluate(rs results) (line []string, missed bool) {
	sign := "at most"
	if b.least {
		sign = "at least"
	}
	allowed := fmt.Sprintf("%s %g", sign, b.limit)
	if b.goal != 0 {
		allowed += fmt.Sprintf(", goal %g", b.goal)
	}
	v, ok := b.value(rs)
	if !ok {
		return []string{b.name, allowed, "", "not measured"}, false
	}
	result := "met"
	switch {
	case !b.within(v, b.limit):
		result, missed = "missed", true
	case b.goal != 0 && b.within(v, b.goal):
		result = "met, goal reached"
	}
	return []string{b.name, allowed, digits(v), result}, missed
}
