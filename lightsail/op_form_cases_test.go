package lightsail_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// plainOperation is the source of an operation file without a paginator.
const plainOperation = `package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
)

// GetRegions returns the Regions.
func (c *Client) GetRegions(ctx context.Context, params *GetRegionsInput, optFns ...func(*Options)) (*GetRegionsOutput, error) {
	return invoke[*GetRegionsOutput](ctx, c, &getRegions, params, optFns)
}

var getRegions = transport.Operation{
	Name:       "GetRegions",
	Input:      (*GetRegionsInput)(nil),
	Output:     (*GetRegionsOutput)(nil),
	Repeatable: true,
}

// GetRegionsInput is the input of [Client.GetRegions].
type GetRegionsInput struct {
	// IncludeAvailabilityZones adds the zones.
	IncludeAvailabilityZones *bool ` + "`json:\"includeAvailabilityZones,omitzero\"`" + `
}

// GetRegionsOutput is the output of [Client.GetRegions].
type GetRegionsOutput struct {
	// ResultMetadata holds metadata of the call.
	ResultMetadata middleware.Metadata ` + "`json:\"-\"`" + `
}

func (out *GetRegionsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
`

// pagedOperation is the source of an operation file with all optional declarations.
const pagedOperation = `package lightsail

func (c *Client) GetBuckets(ctx context.Context, params *GetBucketsInput, optFns ...func(*Options)) (*GetBucketsOutput, error) {
	return invoke[*GetBucketsOutput](ctx, c, &getBuckets, params, optFns)
}

var getBuckets = transport.Operation{Name: "GetBuckets", Input: (*GetBucketsInput)(nil), Output: (*GetBucketsOutput)(nil)}

type GetBucketsInput struct{ PageToken *string }

func (v GetBucketsInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

func (v GetBucketsInput) LogValue() slog.Value { return redact.LogValue(v) }

func (in *GetBucketsInput) check(v *violations) { v.bucketName("BucketName", in.BucketName) }

type GetBucketsOutput struct {
	Buckets        []types.Bucket
	NextPageToken  *string
	ResultMetadata middleware.Metadata ` + "`json:\"-\"`" + `
}

func (out *GetBucketsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

func (v GetBucketsOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

func (v GetBucketsOutput) LogValue() slog.Value { return redact.LogValue(v) }

type GetBucketsAPIClient interface {
	GetBuckets(context.Context, *GetBucketsInput, ...func(*Options)) (*GetBucketsOutput, error)
}

type GetBucketsPaginatorOptions = PaginatorOptions

type GetBucketsPaginator struct {
	paginator *paginator[*GetBucketsInput, *GetBucketsOutput]
}

func NewGetBucketsPaginator(client GetBucketsAPIClient, params *GetBucketsInput, optFns ...func(*GetBucketsPaginatorOptions)) *GetBucketsPaginator {
	return &GetBucketsPaginator{newPaginator(client.GetBuckets, params, optFns,
		func(in *GetBucketsInput) **string { return &in.PageToken },
		func(out *GetBucketsOutput) *string { return out.NextPageToken })}
}

func (p *GetBucketsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

func (p *GetBucketsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetBucketsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

func (p *GetBucketsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetBucketsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

func (p *GetBucketsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.Bucket, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetBucketsOutput) []types.Bucket { return out.Buckets })
}
`

func TestCheckOperationFileAccepts(t *testing.T) {
	t.Parallel()
	withoutPaginator, _, _ := strings.Cut(pagedOperation, "type GetBucketsPaginatorOptions")
	logEvents := strings.ReplaceAll(pagedOperation, "GetBuckets", "GetRelationalDatabaseLogEvents")
	logEvents = strings.ReplaceAll(logEvents, "getBuckets", "getRelationalDatabaseLogEvents")
	for _, row := range []struct{ why, file, src string }{
		{"plain operation", "op_get_regions.go", plainOperation},
		{"operation with a paginator", "op_get_buckets.go", pagedOperation},
		{"API client without a paginator", "op_get_buckets.go", withoutPaginator},
		{"items of a predeclared type", "op_get_buckets.go", strings.ReplaceAll(pagedOperation, "types.Bucket", "string")},
		{"acronym", "op_get_container_api_metadata.go", strings.NewReplacer("GetRegions", "GetContainerAPIMetadata", "getRegions", "getContainerAPIMetadata").Replace(plainOperation)},
		{"other constructor of GetRelationalDatabaseLogEvents", "op_get_relational_database_log_events.go", strings.Replace(logEvents, "return &in.PageToken", "return in.token()", 1)},
	} {
		for _, problem := range checkOperationFile(row.file, row.src) {
			t.Errorf("%s: got problem %q, want none", row.why, problem)
		}
	}
}

func TestCheckOperationFileRejects(t *testing.T) {
	t.Parallel()
	const regions, buckets = "op_get_regions.go", "op_get_buckets.go"
	for _, row := range []struct {
		why, file, old, new string
		want                string // start of the only problem
	}{
		{"file of another operation", "op_get_region.go", "", "", "op_get_region.go:12: operation GetRegions is in this file, want op_get_regions.go"},
		{"syntax error", regions, "return invoke", "return return invoke", "op_get_regions.go:13:"},
		{"two statements", regions, "\treturn invoke", "\tlog()\n\treturn invoke", "op_get_regions.go:12: method Client.GetRegions is not of the form"},
		{"other output type", regions, "invoke[*GetRegionsOutput]", "invoke[*GetBucketsOutput]", "op_get_regions.go:12: method Client.GetRegions is not of the form"},
		{"other descriptor", regions, "&getRegions", "&getBuckets", "op_get_regions.go:12: method Client.GetRegions is not of the form"},
		{"changed option functions", regions, "params, optFns)\n}", "params, append(optFns, mark))\n}", "op_get_regions.go:12: method Client.GetRegions is not of the form"},
		{"value receiver", regions, "(c *Client)", "(c Client)", "op_get_regions.go:12: method Client.GetRegions is not of the form"},
		{"other parameter type", regions, "params *GetRegionsInput", "params *GetBucketsInput", "op_get_regions.go:12: method Client.GetRegions is not of the form"},
		{"descriptor of another name", regions, "var getRegions", "var regions", "op_get_regions.go:16: got var regions, want var getRegions after method Client.GetRegions"},
		{"name of another operation", regions, `"GetRegions"`, `"GetBuckets"`, "op_get_regions.go:16: var getRegions is not of the form"},
		{"input of another operation", regions, "(*GetRegionsInput)(nil)", "(*GetBucketsInput)(nil)", "op_get_regions.go:16: var getRegions is not of the form"},
		{"output of another operation", regions, "(*GetRegionsOutput)(nil)", "(*GetBucketsOutput)(nil)", "op_get_regions.go:16: var getRegions is not of the form"},
		{"Repeatable is false", regions, "Repeatable: true", "Repeatable: false", "op_get_regions.go:16: var getRegions is not of the form"},
		{"unknown field of the descriptor", regions, "Repeatable: true", "Timeout: 5", "op_get_regions.go:16: var getRegions is not of the form"},
		{"no input", regions, "type GetRegionsInput struct", "type Input struct", "op_get_regions.go:24: got type Input, want type GetRegionsInput after var getRegions"},
		{"input is an alias", regions, "type GetRegionsInput struct {", "type GetRegionsInput = struct {", "op_get_regions.go:24: type GetRegionsInput is not a struct"},
		{"input is not a struct", buckets, "type GetBucketsInput struct{ PageToken *string }", "type GetBucketsInput = string", "op_get_buckets.go:9: type GetBucketsInput is not a struct"},
		{"output without metadata", regions, "ResultMetadata middleware.Metadata", "Metadata middleware.Metadata", "op_get_regions.go:33: the last field of type GetRegionsOutput is not ResultMetadata"},
		{"metadata without a tag", buckets, "`json:\"-\"`", "", "op_get_buckets.go:21: the last field of type GetBucketsOutput is not ResultMetadata"},
		{"no metadata method", regions, "func (out *GetRegionsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }", "", "op_get_regions.go:33: the file ends, want method GetRegionsOutput.metadata after type GetRegionsOutput"},
		{"other metadata method", regions, "return &out.ResultMetadata", "return nil", "op_get_regions.go:35: method GetRegionsOutput.metadata is not of the form"},
		{"helper function", regions, "func (out *GetRegionsOutput) metadata", "func helper() {}\n\nfunc (out *GetRegionsOutput) metadata", "op_get_regions.go:35: got func helper, want method GetRegionsOutput.metadata after type GetRegionsOutput"},
		{"declaration at the end", buckets, "return out.Buckets })\n}\n", "return out.Buckets })\n}\n\nconst limit = 5\n", "op_get_buckets.go:59: unexpected const limit"},
		{"second operation", regions, "{ return &out.ResultMetadata }\n", "{ return &out.ResultMetadata }\n\nfunc (c *Client) GetZones() {}\n", "op_get_regions.go:37: unexpected method Client.GetZones"},
		{"descriptor before the method", regions, "// GetRegions returns the Regions.", "var first int\n", "op_get_regions.go:11: var first comes first, want the operation's method of *Client"},
		{"grouped variables", regions, "var getRegions", "var (\n\ta, b int\n)\n\nvar getRegions", "op_get_regions.go:16: got var (...), want var getRegions after method Client.GetRegions"},
		{"pointer receiver of Format", buckets, "func (v GetBucketsInput) Format", "func (v *GetBucketsInput) Format", "op_get_buckets.go:11: method GetBucketsInput.Format is not of the form"},
		{"Format without LogValue", buckets, "func (v GetBucketsInput) LogValue() slog.Value { return redact.LogValue(v) }", "", "op_get_buckets.go:3: type GetBucketsInput has one of the methods Format and LogValue, want both or none"},
		{"check before Format", buckets, "func (v GetBucketsInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }\n\nfunc (v GetBucketsInput) LogValue() slog.Value { return redact.LogValue(v) }\n\nfunc (in *GetBucketsInput) check(v *violations) { v.bucketName(\"BucketName\", in.BucketName) }",
			"func (in *GetBucketsInput) check(v *violations) {}\n\nfunc (v GetBucketsInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }", "op_get_buckets.go:13: got method GetBucketsInput.Format, want type GetBucketsOutput after method GetBucketsInput.check"},
		{"API client with two methods", buckets, "\tGetBuckets(context.Context,", "\tClose()\n\tGetBuckets(context.Context,", "op_get_buckets.go:29: type GetBucketsAPIClient is not of the form"},
		{"generic paginator alias", buckets, "type GetBucketsPaginator struct {\n\tpaginator *paginator[*GetBucketsInput, *GetBucketsOutput]\n}", "type GetBucketsPaginator = paginator[*GetBucketsInput, *GetBucketsOutput]", "op_get_buckets.go:35: type GetBucketsPaginator is not of the form"},
		{"constructor with another call", buckets, "newPaginator(client.GetBuckets,", "newPaginator(client.GetBundles,", "op_get_buckets.go:39: func NewGetBucketsPaginator is not of the form"},
		{"no HasMorePages", buckets, "func (p *GetBucketsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }\n", "", "op_get_buckets.go:46: got method GetBucketsPaginator.NextPage, want method GetBucketsPaginator.HasMorePages after func NewGetBucketsPaginator"},
		{"NextPage without options", buckets, "nextPage(ctx, optFns)", "nextPage(ctx, nil)", "op_get_buckets.go:47: method GetBucketsPaginator.NextPage is not of the form"},
		{"Pages calls nextPage", buckets, "p.paginator.pages(", "p.paginator.nextPage(", "op_get_buckets.go:51: method GetBucketsPaginator.Pages is not of the form"},
		{"All with two item types", buckets, "[]types.Bucket { return out.Buckets }", "[]types.Bundle { return out.Buckets }", "op_get_buckets.go:55: method GetBucketsPaginator.All is not of the form"},
	} {
		src := plainOperation
		if row.file == buckets {
			src = pagedOperation
		}
		if !strings.Contains(src, row.old) {
			t.Errorf("%s: the source does not contain %q", row.why, row.old)
		}
		problems := checkOperationFile(row.file, strings.Replace(src, row.old, row.new, 1))
		if len(problems) != 1 || !strings.HasPrefix(problems[0], row.want) {
			t.Errorf("%s: got problems %q, want one that starts with %q", row.why, problems, row.want)
		}
	}
}

func TestCheckOtherFile(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ why, src, want string }{
		{"operation", "func (c *Client) GetX(ctx context.Context, params *GetXInput, optFns ...func(*Options)) (*GetXOutput, error) { return nil, nil }",
			"client.go:3: method GetX of *Client has the signature of an operation, want it in op_get_x.go"},
		{"operation without parameter names", "func (Client) GetX(context.Context, *GetXInput, ...func(*Options)) (*GetXOutput, error) { return nil, nil }",
			"client.go:3: method GetX of *Client has the signature of an operation, want it in op_get_x.go"},
		{"other method", "func (c *Client) Options() Options { return c.options }", ""},
		{"no option functions", "func (c *Client) invoke(ctx context.Context, op *transport.Operation, params any) (any, error) { return nil, nil }", ""},
		{"method of another type", "func (p *Pager) Next(ctx context.Context, in *Input, optFns ...func(*Options)) (*Output, error) { return nil, nil }", ""},
		{"function", "func GetX(ctx context.Context, in *Input, optFns ...func(*Options)) (*Output, error) { return nil, nil }", ""},
	} {
		problems := checkOtherFile("client.go", "package lightsail\n\n"+row.src+"\n")
		if got := strings.Join(problems, "\n"); got != row.want {
			t.Errorf("%s: got problems %q, want %q", row.why, got, row.want)
		}
	}
}

func TestCheckOperationForms(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, src := range map[string]string{
		"op_get_regions.go":      plainOperation,
		"op_get_buckets.go":      pagedOperation,
		"op_get_buckets_test.go": "package lightsail\n\nfunc (c *Client) ignored() {}\n",
		"client.go":              "package lightsail\n\nfunc (c *Client) Options() Options { return c.options }\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	problems, files, err := checkOperationForms(dir)
	if err != nil || files != 2 || len(problems) != 0 {
		t.Errorf("got %d operation files, problems %q, error %v, want 2 and no problems", files, problems, err)
	}

	if err := os.Rename(filepath.Join(dir, "op_get_regions.go"), filepath.Join(dir, "regions.go")); err != nil {
		t.Fatal(err)
	}
	problems, files, err = checkOperationForms(dir)
	if err != nil || files != 1 || len(problems) != 1 || !strings.HasPrefix(problems[0], "regions.go:12: method GetRegions of *Client") {
		t.Errorf("got %d operation files, problems %q, error %v, want 1 and one problem in regions.go", files, problems, err)
	}
}
