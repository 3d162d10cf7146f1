package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/types"
)

// print prints the catalog as tables. It also prints a chart if w is a terminal or
// -chart is set.
func (c *catalog) print(w io.Writer, o *options) error {
	var b bytes.Buffer
	for _, rows := range [][][]string{c.blueprintRows(), c.bundleRows(), c.powerRows()} {
		if len(rows) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		if err := terminal.WriteTable(&b, rows); err != nil {
			return err
		}
	}
	width, isTerminal := terminalWidth(w)
	if o.chart || isTerminal {
		b.WriteString("\n")
		if err := c.drawChart(&b, width); err != nil {
			return err
		}
	}
	_, err := b.WriteTo(w)
	return err
}

func (c *catalog) blueprintRows() [][]string {
	rows := [][]string{{"BLUEPRINT", "TYPE", "CHEAPEST BUNDLE", "USD/MONTH", "VERSION"}}
	for _, b := range c.Blueprints {
		cheapest := c.cheapest(&b)
		bundleCell, priceCell := text(aws.ToString(cheapest.BundleId)), price(cheapest.Price)
		if isInactive(b.IsActive) {
			bundleCell, priceCell = "inactive", price(nil)
		}
		rows = append(rows, []string{
			text(aws.ToString(b.BlueprintId)), text(string(b.Type)), bundleCell, priceCell, text(aws.ToString(b.Version)),
		})
	}
	return rows
}

func (c *catalog) bundleRows() [][]string {
	rows := [][]string{{"BUNDLE", "VCPUS", "RAM GB", "DISK GB", "TRANSFER GB", "USD/MONTH", "PLATFORM"}}
	for _, b := range c.Bundles {
		rows = append(rows, []string{
			text(aws.ToString(b.BundleId)), number(5, b.CpuCount), gigabytes(b.RamSizeInGb), number(7, b.DiskSizeInGb),
			number(11, b.TransferPerMonthInGb), price(b.Price), platformCell(&b.Bundle),
		})
	}
	return rows
}

// platformCell returns the table cell with the platforms of a bundle and what is unusual
// about it.
func platformCell(b *types.Bundle) string {
	var words []string
	for _, p := range b.SupportedPlatforms {
		words = append(words, platformName(p))
	}
	if b.PublicIpv4AddressCount != nil && *b.PublicIpv4AddressCount == 0 {
		words = append(words, "no IPv4")
	}
	if isInactive(b.IsActive) {
		words = append(words, "inactive")
	}
	return text(strings.Join(words, ", "))
}

// platformName returns the name of a platform as in the flag -platform.
func platformName(p types.InstancePlatform) string {
	switch p {
	case types.InstancePlatformLinuxUnix:
		return "linux"
	case types.InstancePlatformWindows:
		return "windows"
	}
	return string(p)
}

// powerRows returns a line for each blueprint that requires more power than some bundles
// for its platform have.
func (c *catalog) powerRows() [][]string {
	var rows [][]string
	for _, blueprint := range c.Blueprints {
		var missing []string
		for _, b := range c.Bundles {
			if slices.Contains(b.SupportedPlatforms, blueprint.Platform) && !canRun(&b.Bundle, &blueprint.Blueprint) {
				missing = append(missing, text(aws.ToString(b.BundleId)))
			}
		}
		if missing != nil {
			rows = append(rows, []string{fmt.Sprintf("%s requires more power than these bundles have: %s",
				text(aws.ToString(blueprint.BlueprintId)), strings.Join(missing, ", "))})
		}
	}
	return rows
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
