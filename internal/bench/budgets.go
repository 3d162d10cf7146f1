package main

import "fmt"

// A budget is what a ratio must keep to.
type budget struct {
	name  string
	value func(results) (float64, bool)
	least bool // limit is the least that is allowed, and else the most
	limit float64
	goal  float64 // 0 where there is none beyond the limit
}

// budgets are those of the project. They hold for ratios, since absolute times
// mean nothing on a machine that others share.
var budgets = []budget{
	{name: "a call, CPU: official / ours", value: ratioOf(emptyAnswer, "fake", cpu, officialClient, thisClient), least: true, limit: 2.3, goal: 3},
	{name: "a call, allocations: official / ours", value: ratioOf(emptyAnswer, "fake", allocs, officialClient, thisClient), least: true, limit: 2.4, goal: 2.7},
	{name: "a page of 1,000 buckets, CPU: official / ours", value: ratioOf(buckets1000, "fake", cpu, officialClient, thisClient), least: true, limit: 2.2, goal: 3},
	{name: "a page of 1,000 buckets, allocations: official / ours", value: ratioOf(buckets1000, "fake", allocs, officialClient, thisClient), least: true, limit: 6, goal: 8},
	{name: "a call, CPU: ours / floor", value: ratioOf(emptyAnswer, "fake", cpu, thisClient, floorClient), limit: 1.5, goal: 1.3},
	{name: "a watched call, CPU: ours / official", value: ratioOf(emptyAnswer, "fake", cpu, watchedClient, officialClient), limit: 1},
	{name: "a watched call, allocations: ours / official", value: ratioOf(emptyAnswer, "fake", allocs, watchedClient, officialClient), limit: 1},
	{name: "start of a process, wall: ours / official", value: ratioOf(startup, "exec", wall, thisClient, officialClient), limit: 0.75},
	{name: "stripped binary: ours / official", value: ratioOf(program, "go build", size, thisClient, officialClient), limit: 1},
	{name: "cold build, wall: official / ours", value: ratioOf(coldBuild, "go build", wall, officialClient, thisClient), least: true, limit: 6},
	{name: "listing all, live heap: later pages / first ones", value: listGrowth, limit: 1.1},
	{name: "bytes that a kept name of a page keeps", value: keptBytes, limit: 8 << 10},
}

func ratioOf(what, via string, m *measure, a, b contender) func(results) (float64, bool) {
	return func(rs results) (float64, bool) { return rs.find(what, via, m).ratio(a, b) }
}

func listGrowth(rs results) (float64, bool) {
	first, ok := rs.find(listFirst, "fake", held).value(thisClient)
	rest, _ := rs.find(listRest, "fake", held).value(thisClient)
	return rest / first, ok
}

func keptBytes(rs results) (float64, bool) {
	return rs.find(keepNames, "fake", held).value(thisClient)
}

// met tells whether v is within the budget.
func (b *budget) met(v float64) bool { return b.within(v, b.limit) }

func (b *budget) within(v, limit float64) bool {
	if b.least {
		return v >= limit
	}
	return v <= limit
}

// judge returns the budget as a line of a table, and whether it is broken.
// What was not measured is not broken.
func (b *budget) judge(rs results) (line []string, broken bool) {
	sign := "at most"
	if b.least {
		sign = "at least"
	}
	allowed := fmt.Sprintf("%s %g", sign, b.limit)
	if b.goal != 0 {
		allowed += fmt.Sprintf(", goal %g", b.goal)
	}
	v, ok := b.value(rs)
	verdict := "not measured"
	measured := ""
	if ok {
		measured = digits(v)
		switch {
		case !b.met(v):
			verdict, broken = "NOT MET", true
		case b.goal != 0 && b.within(v, b.goal):
			verdict = "met, goal too"
		default:
			verdict = "met"
		}
	}
	return []string{b.name, allowed, measured, verdict}, broken
}
