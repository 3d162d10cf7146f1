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

// print writes the catalogue as tables, and on a terminal as a chart, too.
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
	row(w, "BLUEPRINT", "NAME", "VERSION", "TYPE", "PLATFORM", "MIN POWER", "BUNDLES", "CHEAPEST", "USD/MONTH", o.header())
	for _, b := range c.Blueprints {
		cheapest := c.cheapest(&b)
		row(w,
			text(aws.ToString(b.BlueprintId)), text(aws.ToString(b.Name)), text(aws.ToString(b.Version)),
			text(string(b.Type)), text(string(b.Platform)), number(9, b.MinPower), fmt.Sprintf("%7d", len(b.Bundles)),
			text(aws.ToString(cheapest.BundleId)), price(cheapest.Price), o.active(b.IsActive))
	}
}

func (c *catalog) bundleTable(w io.Writer, o *options) {
	row(w, "BUNDLE", "PLATFORM", "VCPUS", "RAM GB", "DISK GB", "TRANSFER GB", "IPV4", "POWER", "USD/MONTH", "RUNS", o.header())
	for _, b := range c.Bundles {
		var platforms []string
		for _, p := range b.SupportedPlatforms {
			platforms = append(platforms, string(p))
		}
		row(w,
			text(aws.ToString(b.BundleId)), text(strings.Join(platforms, ",")),
			number(5, b.CpuCount), gigabytes(b.RamSizeInGb), number(7, b.DiskSizeInGb), number(11, b.TransferPerMonthInGb),
			number(4, b.PublicIpv4AddressCount), number(5, b.Power), price(b.Price), c.whatRuns(&b), o.active(b.IsActive))
	}
}

// whatRuns tells which of the blueprints of its platform a bundle runs.
func (c *catalog) whatRuns(b *bundle) string {
	candidates, missing := 0, []string{}
	for _, image := range c.Blueprints {
		if slices.Contains(b.SupportedPlatforms, image.Platform) {
			candidates++
			if !runs(&b.Bundle, &image.Blueprint) {
				missing = append(missing, text(aws.ToString(image.BlueprintId)))
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

// header and active are the column that tells what is inactive. It is there only
// where such are shown.
func (o *options) header() string {
	if !o.inactive {
		return ""
	}
	return "ACTIVE"
}

func (o *options) active(p *bool) string {
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

// row writes the cells of a row, but for empty ones.
func row(w io.Writer, cells ...string) {
	cells = slices.DeleteFunc(cells, func(s string) bool { return s == "" })
	fmt.Fprintln(w, strings.Join(cells, "\t"))
}

// number returns a number that stands at the right of its column.
func number(width int, p *int32) string {
	if p == nil {
		return fmt.Sprintf("%*s", width, "-")
	}
	return fmt.Sprintf("%*d", width, *p)
}

func price(p *float32) string {
	if !known(p) {
		return fmt.Sprintf("%9s", "-")
	}
	return fmt.Sprintf("%9.2f", *p)
}

func gigabytes(p *float32) string {
	if !known(p) {
		return fmt.Sprintf("%6s", "-")
	}
	return fmt.Sprintf("%6g", *p)
}

// text returns a cell, "-" for nothing.
func text(s string) string {
	if s = terminal.Line(s); s == "" {
		return "-"
	}
	return s
}
