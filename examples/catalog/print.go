package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
)

// print prints the catalog as tables. It also prints a chart if w is a terminal or
// -chart is set.
func (c *catalog) print(w io.Writer, o *options) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	c.blueprintTable(table, o)
	if err := table.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w)
	c.bundleTable(table, o)
	if err := table.Flush(); err != nil {
		return err
	}
	width, isTerminal := terminalWidth(w)
	if o.chart || isTerminal {
		fmt.Fprintln(w)
		return c.drawChart(w, width)
	}
	return nil
}

func (c *catalog) blueprintTable(w io.Writer, o *options) {
	row(w, "BLUEPRINT", "NAME", "VERSION", "TYPE", "PLATFORM", "MIN POWER", "BUNDLES", "CHEAPEST", "USD/MONTH", o.activeHeader())
	for _, b := range c.Blueprints {
		cheapest := c.cheapest(&b)
		row(w,
			text(aws.ToString(b.BlueprintId)), text(aws.ToString(b.Name)), text(aws.ToString(b.Version)),
			text(string(b.Type)), text(string(b.Platform)), number(9, b.MinPower), fmt.Sprintf("%7d", len(b.Bundles)),
			text(aws.ToString(cheapest.BundleId)), price(cheapest.Price), o.activeCell(b.IsActive))
	}
}

func (c *catalog) bundleTable(w io.Writer, o *options) {
	row(w, "BUNDLE", "PLATFORM", "VCPUS", "RAM GB", "DISK GB", "TRANSFER GB", "IPV4", "POWER", "USD/MONTH", "RUNS", o.activeHeader())
	for _, b := range c.Bundles {
		var platforms []string
		for _, p := range b.SupportedPlatforms {
			platforms = append(platforms, string(p))
		}
		row(w,
			text(aws.ToString(b.BundleId)), text(strings.Join(platforms, ",")),
			number(5, b.CpuCount), gigabytes(b.RamSizeInGb), number(7, b.DiskSizeInGb), number(11, b.TransferPerMonthInGb),
			number(4, b.PublicIpv4AddressCount), number(5, b.Power), price(b.Price), c.runsCell(&b), o.activeCell(b.IsActive))
	}
}

// runsCell returns the text of the table cell with the blueprints that a bundle can
// run, out of the blueprints for its platform.
func (c *catalog) runsCell(b *bundle) string {
	candidates, missing := 0, []string{}
	for _, blueprint := range c.Blueprints {
		if slices.Contains(b.SupportedPlatforms, blueprint.Platform) {
			candidates++
			if !canRun(&b.Bundle, &blueprint.Blueprint) {
				missing = append(missing, text(aws.ToString(blueprint.BlueprintId)))
			}
		}
	}
	switch {
	case len(missing) == candidates:
		return "none"
	case len(missing) > 0:
		return fmt.Sprintf("%d of %d, not %s", candidates-len(missing), candidates, strings.Join(missing, ", "))
	}
	return fmt.Sprintf("all %d", candidates)
}

// activeHeader returns the header of the column ACTIVE, which is printed only with
// -inactive.
func (o *options) activeHeader() string {
	if !o.inactive {
		return ""
	}
	return "ACTIVE"
}

// activeCell returns the text of a cell in the column ACTIVE.
func (o *options) activeCell(p *bool) string {
	switch {
	case !o.inactive:
		return ""
	case p == nil:
		return "-"
	case *p:
		return "yes"
	}
	return "no"
}

// row prints a table row. It omits empty cells.
func row(w io.Writer, cells ...string) {
	cells = slices.DeleteFunc(cells, func(s string) bool { return s == "" })
	fmt.Fprintln(w, strings.Join(cells, "\t"))
}

// number returns a right-aligned table cell, and "-" for nil.
func number(width int, p *int32) string {
	if p == nil {
		return fmt.Sprintf("%*s", width, "-")
	}
	return fmt.Sprintf("%*d", width, *p)
}

func price(p *float32) string {
	if !isValid(p) {
		return fmt.Sprintf("%9s", "-")
	}
	return fmt.Sprintf("%9.2f", *p)
}

func gigabytes(p *float32) string {
	if !isValid(p) {
		return fmt.Sprintf("%6s", "-")
	}
	return fmt.Sprintf("%6g", *p)
}

// text returns a table cell, and "-" for the empty string.
func text(s string) string {
	if s = terminal.Line(s); s == "" {
		return "-"
	}
	return s
}
