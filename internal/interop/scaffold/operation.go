package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/lightsail-go/sdk/internal/interop/internal/official"
)

// operation writes the file of an operation.
func (s *scaffold) operation(op string) error {
	name := filepath.Join(s.root, "lightsail", "op_"+snake(op)+".go")
	if _, err := os.Stat(name); err == nil {
		return fmt.Errorf("%s exists", name)
	}
	in, out := s.theirs.Structs[op+"Input"], s.theirs.Structs[op+"Output"]
	if in == nil || out == nil {
		return errors.New("the official client has no input or no output of this name")
	}
	data := operationData{
		Op:         op,
		Variable:   lowerFirst(op),
		Repeatable: strings.HasPrefix(op, "Get") || strings.HasPrefix(op, "Is") || strings.HasPrefix(op, "Download"),
	}
	if s.theirs.ContainsSensitive(in.Name) {
		data.InputMethods = redaction(in.Name)
	}
	if s.theirs.ContainsSensitive(out.Name) {
		data.OutputMethods = redaction(out.Name)
	}
	data.TwoWays = out.Field("NextForwardToken") != nil && out.Field("NextBackwardToken") != nil && in.Field("StartFromHead") != nil
	data.Pages = in.Field("PageToken") != nil && (out.Field("NextPageToken") != nil || data.TwoWays)
	comments := map[string]string{}
	switch {
	case data.Pages && !data.TwoWays:
		comments = pageComments
	case !data.Pages:
		comments = changeComments
	}
	data.Input, data.Output = fields(in, comments), fields(out, comments)
	if data.Pages {
		if err := data.findItems(out); err != nil {
			return err
		}
	}
	var b strings.Builder
	if err := operationTemplate.Execute(&b, data); err != nil {
		return err
	}
	return appendTo(name, "lightsail", b.String())
}

// pageComments are the comments of fields that mean the same in all operations that page by NextPageToken.
var pageComments = map[string]string{
	"PageToken": `// PageToken selects the page to return: the NextPageToken of the page before
// it. If nil, the first page is returned.
`,
	"NextPageToken": `// NextPageToken is the PageToken of the next page. It is nil or empty on the
// last page.
`,
}

// changeComments are the comments of fields that mean the same in all operations that change something.
var changeComments = map[string]string{
	"Operations": `// Operations are records of the changes that the call started.
// [OperationSucceededWaiter] waits for them.
`,
}

type operationData struct {
	Op, Variable                string
	Repeatable                  bool
	Input, Output               string
	InputMethods, OutputMethods string
	Pages, TwoWays              bool
	Items, Item                 string
}

// findItems finds the field of an output that lists what the operation pages through: the only slice.
func (d *operationData) findItems(out *official.Struct) error {
	for _, f := range out.Fields {
		element, ok := f.Element()
		if ok && d.Items != "" {
			return fmt.Errorf("the output has two lists, %s and %s: write its paginator by hand", d.Items, f.Name)
		}
		if ok {
			d.Items, d.Item = f.Name, element
		}
	}
	if d.Items == "" {
		return errors.New("the output has no list: write its paginator by hand")
	}
	return nil
}

var operationTemplate = template.Must(template.New("").Parse(`//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_{{.Op}}.html
func (c *Client) {{.Op}}(ctx context.Context, params *{{.Op}}Input, optFns ...func(*Options)) (*{{.Op}}Output, error) {
	return invoke[*{{.Op}}Output](ctx, c, &{{.Variable}}, params, optFns)
}

var {{.Variable}} = transport.Operation{
	Name: "{{.Op}}",
	Input: (*{{.Op}}Input)(nil),
	Output: (*{{.Op}}Output)(nil),
{{- if .Repeatable}}
	Repeatable: true,
{{- end}}
}

// {{.Op}}Input is the input of [Client.{{.Op}}].
type {{.Op}}Input struct {{"{"}}{{if .Input}}
{{.Input}}{{end}}}
{{.InputMethods}}
// {{.Op}}Output is the output of [Client.{{.Op}}].
type {{.Op}}Output struct {
{{if .Output}}{{.Output}}
{{end}}	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata ` + "`json:\"-\"`" + `
}

func (out *{{.Op}}Output) metadata() *middleware.Metadata { return &out.ResultMetadata }
{{.OutputMethods}}{{if .Pages}}
// {{.Op}}APIClient is the part of [Client] that [{{.Op}}Paginator] calls.
type {{.Op}}APIClient interface {
	// {{.Op}} is [Client.{{.Op}}].
	{{.Op}}(context.Context, *{{.Op}}Input, ...func(*Options)) (*{{.Op}}Output, error)
}

// {{.Op}}PaginatorOptions are the options of a [{{.Op}}Paginator].
type {{.Op}}PaginatorOptions = PaginatorOptions

// {{.Op}}Paginator iterates over the pages of [Client.{{.Op}}], or over the
// {{.Items}} in them. [PaginatorOptions] describes all paginators.
type {{.Op}}Paginator struct {
	paginator *paginator[*{{.Op}}Input, *{{.Op}}Output]
}

// New{{.Op}}Paginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func New{{.Op}}Paginator(client {{.Op}}APIClient, params *{{.Op}}Input, optFns ...func(*{{.Op}}PaginatorOptions)) *{{.Op}}Paginator {
{{- if .TwoWays}}
	fromHead := params != nil && params.StartFromHead != nil && *params.StartFromHead
	endQuietly := func(o *{{.Op}}PaginatorOptions) { o.StopOnDuplicateToken = true }
	optFns = append([]func(*{{.Op}}PaginatorOptions){endQuietly}, optFns...)
	return &{{.Op}}Paginator{newPaginator(client.{{.Op}}, params, optFns,
		func(in *{{.Op}}Input) **string { return &in.PageToken },
		func(out *{{.Op}}Output) *string {
			if fromHead {
				return out.NextForwardToken
			}
			return out.NextBackwardToken
		})}
{{- else}}
	return &{{.Op}}Paginator{newPaginator(client.{{.Op}}, params, optFns,
		func(in *{{.Op}}Input) **string { return &in.PageToken },
		func(out *{{.Op}}Output) *string { return out.NextPageToken })}
{{- end}}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *{{.Op}}Paginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *{{.Op}}Paginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*{{.Op}}Output, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *{{.Op}}Paginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*{{.Op}}Output, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *{{.Op}}Paginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[{{.Item}}, error] {
	return allItems(ctx, p.paginator, optFns, func(out *{{.Op}}Output) []{{.Item}} { return out.{{.Items}} })
}
{{end}}`))
