package main

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"os"
	"regexp"
	"slices"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// chartGroups are the groups of bars, from top to bottom.
var chartGroups = []struct {
	label     string
	what, via string
	measure   *measure
}{
	{"call: CPU", emptyResponse, "fake", cpu},
	{"call: allocations", emptyResponse, "fake", allocs},
	{"page of 1,000 buckets: CPU", buckets1000, "fake", cpu},
	{"page of 1,000 buckets: allocations", buckets1000, "fake", allocs},
	{"process start", startup, "exec", wall},
	{"stripped binary", program, "go build", size},
	{"cold build", coldBuild, "go build", wall},
}

// chartVariants are the bars of a group, from top to bottom. The colors are
// readable on a light and on a dark background.
var chartVariants = []struct {
	variant variant
	name    string
	color   color.Color
}{
	{officialClient, "official client", color.RGBA{R: 0x8c, G: 0x95, B: 0x9f, A: 0xff}},
	{thisClient, "this module", color.RGBA{R: 0x1f, G: 0x88, B: 0xe5, A: 0xff}},
	{baselineClient, "baseline: by hand, with encoding/json", color.RGBA{R: 0xc6, G: 0x8a, B: 0x1d, A: 0xff}},
}

// textColor stands for the color of the text. save replaces it with currentColor,
// which the style sheet of the SVG sets for light and dark mode.
var textColor = color.RGBA{R: 0x01, G: 0x02, B: 0x03, A: 0xff}

const (
	textColorHex = "#010203"
	barWidth     = vg.Length(9)
	barPitch     = vg.Length(10)
	fontSize     = vg.Length(11)
	groupSize    = vg.Length(44)

	style = `<title>Cost relative to the official client</title>
<style>
svg { color: #1f2328; }
@media (prefers-color-scheme: dark) { svg { color: #e6edf3; } }
text { font-family: "Liberation Sans", Arial, Helvetica, sans-serif !important; }
</style>
`
)

// writeChart draws the results relative to those of the official client.
func writeChart(path string, rs results) error {
	p := plot.New()
	p.BackgroundColor = nil
	p.X.Min = 0
	p.X.Label.Text = "relative to the official client (shorter is better)"
	p.X.Tick.Marker = plot.ConstantTicks{{Value: 0, Label: "0"}, {Value: 0.5, Label: "0.5"}, {Value: 1, Label: "1"}, {Value: 1.5, Label: "1.5"}, {Value: 2, Label: "2"}}
	p.Y.LineStyle.Width = 0
	p.Y.Tick.LineStyle.Width = 0
	p.Legend.Top = true
	p.Legend.Padding = 3
	for _, style := range []*draw.TextStyle{&p.X.Label.TextStyle, &p.X.Tick.Label, &p.Y.Tick.Label, &p.Legend.TextStyle} {
		style.Color = textColor
		style.Font.Size = fontSize
		style.Font.Variant = "Sans"
	}
	p.X.LineStyle.Color, p.X.Tick.LineStyle.Color = textColor, textColor

	var groups []string
	lengths := make([]plotter.Values, len(chartVariants))
	texts := make([][]string, len(chartVariants))
	for _, bar := range slices.Backward(chartGroups) {
		r := rs.find(bar.what, bar.via, bar.measure)
		base, ok := r.value(officialClient)
		if !ok {
			continue
		}
		groups = append(groups, bar.label)
		for i, d := range chartVariants {
			v, ok := r.value(d.variant)
			lengths[i] = append(lengths[i], v/base)
			text := ""
			if ok {
				text = r.text(d.variant)
			}
			texts[i] = append(texts[i], text)
			p.X.Max = max(p.X.Max, v/base+0.25) // room for the label
		}
	}
	if len(groups) == 0 {
		return errors.New("chart: no measurement to draw")
	}
	p.NominalY(groups...)
	for i, d := range chartVariants {
		offset := barPitch * vg.Length(len(chartVariants)/2-i)
		if err := addBars(p, d.name, d.color, offset, lengths[i], texts[i]); err != nil {
			return err
		}
	}
	return save(p, path, 720, groupSize*vg.Length(len(groups))+60)
}

// addBars adds the bars of one variant, with its values as labels.
func addBars(p *plot.Plot, name string, c color.Color, offset vg.Length, lengths plotter.Values, texts []string) error {
	chart, err := plotter.NewBarChart(lengths, barWidth)
	if err != nil {
		return err
	}
	chart.Horizontal = true
	chart.Color = c
	chart.Offset = offset
	chart.LineStyle.Width = 0
	ends := plotter.XYLabels{Labels: texts}
	for i, v := range lengths {
		ends.XYs = append(ends.XYs, plotter.XY{X: v, Y: float64(i)})
	}
	labels, err := plotter.NewLabels(ends)
	if err != nil {
		return err
	}
	labels.Offset = vg.Point{X: 3, Y: offset + 1}
	for i := range labels.TextStyle {
		labels.TextStyle[i].Color = textColor
		labels.TextStyle[i].Font.Size = fontSize - 2
		labels.TextStyle[i].Font.Variant = "Sans"
		labels.TextStyle[i].YAlign = draw.YCenter
	}
	p.Add(chart, labels)
	p.Legend.Add(name, chart)
	return nil
}

// save writes p as an SVG that supports light and dark mode.
func save(p *plot.Plot, path string, width, height vg.Length) error {
	canvas := vgsvg.New(width, height)
	p.Draw(draw.Crop(draw.New(canvas), 8, -8, 4, -8))
	var b bytes.Buffer
	if _, err := canvas.WriteTo(&b); err != nil {
		return err
	}
	svg := bytes.ReplaceAll(b.Bytes(), []byte(textColorHex), []byte("currentColor"))
	end := bytes.Index(svg, []byte(`xlink">`)) + len(`xlink">`) + 1
	svg = slices.Insert(svg, end, []byte(style)...)
	return os.WriteFile(path, fixTextWidths(svg), 0o644)
}

var svgText = regexp.MustCompile(`(font-size:([0-9.]+)px[^>]*)>([^<]+)</text>`)

// fixTextWidths gives each text of an SVG the width for which the plot has room. The fonts
// of a reader can be wider.
func fixTextWidths(svg []byte) []byte {
	return svgText.ReplaceAllFunc(svg, func(text []byte) []byte {
		m := svgText.FindSubmatch(text)
		size, err := strconv.ParseFloat(string(m[2]), 64)
		if err != nil {
			return text
		}
		style := draw.TextStyle{Font: font.From(plot.DefaultFont, vg.Length(size)), Handler: plot.DefaultTextHandler}
		style.Font.Variant = "Sans"
		return fmt.Appendf(nil, `%s textLength="%.1f" lengthAdjust="spacingAndGlyphs">%s</text>`, m[1], style.Width(string(m[3])).Points(), m[3])
	})
}
