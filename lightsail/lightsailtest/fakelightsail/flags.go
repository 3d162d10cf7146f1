package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// options holds the values of the flags.
type options struct {
	format      format
	seeds       []string // file names
	buckets     []types.Bucket
	instances   []types.Instance
	credentials []string
	server      []lightsailtest.Option
}

// parse parses the flags. It prints errors to stderr. With an error, the options have the
// flags before the invalid one.
func parse(args []string, stderr io.Writer) (*options, error) {
	o := &options{format: formats[0]}
	fs := flag.NewFlagSet("fakelightsail", flag.ContinueOnError)
	// Errors are printed below, without the help text.
	fs.SetOutput(io.Discard)
	o.addServerFlags(fs)
	o.addContentFlags(fs)
	fs.Func("print", "`format` of what to print when the server is ready: env, json, powershell, or none (default env)", func(s string) error {
		i := slices.IndexFunc(formats, func(f format) bool { return f.name == s })
		if i < 0 {
			return fmt.Errorf("unknown format %q, want env, json, powershell, or none", s)
		}
		o.format = formats[i]
		return nil
	})

	err := fs.Parse(args)
	if rest := fs.Args(); err == nil && len(rest) > 0 {
		err = fmt.Errorf("unexpected argument %q", rest[0])
	}
	if err == nil {
		err = o.parseCredentials()
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		help(fs, stderr)
	case err != nil:
		fmt.Fprintf(stderr, "fakelightsail: %v\nRun fakelightsail -help for usage.\n", err)
	}
	return o, err
}

// addServerFlags adds the flags for the behavior of the server.
func (o *options) addServerFlags(fs *flag.FlagSet) {
	add := func(options ...lightsailtest.Option) { o.server = append(o.server, options...) }
	fs.Func("addr", "`address` to listen on (default: a free port of 127.0.0.1)", func(s string) error {
		if _, port, err := net.SplitHostPort(s); err != nil || !isPort(port) {
			return errors.New("must be HOST:PORT, such as 127.0.0.1:8080")
		}
		add(lightsailtest.WithAddress(s))
		return nil
	})
	fs.Func("regions", "comma-separated AWS `Regions` of the server (default us-east-1)", func(s string) error {
		regions, err := list(s)
		if err != nil {
			return err
		}
		for _, region := range regions {
			if zone := zoneName.FindStringSubmatch(region); zone != nil {
				return fmt.Errorf("%s is an Availability Zone of the Region %s", region, zone[1])
			}
		}
		add(lightsailtest.WithRegions(regions[0], regions[1:]...))
		return nil
	})
	fs.Func("credentials", "credentials `ID:SECRET[:TOKEN]` that the server accepts (default: example keys); may be repeated", func(s string) error {
		o.credentials = append(o.credentials, s)
		return nil
	})
	addBool := func(name, usage string, option lightsailtest.Option) {
		fs.BoolFunc(name, usage, func(s string) error {
			if s != "true" {
				return errors.New("the flag has no value")
			}
			add(option)
			return nil
		})
	}
	addBool("unsigned", "accept requests without a signature", lightsailtest.WithUnsigned())
	addBool("model-statuses", "respond with the error statuses of the service model, such as 404, and not with 400", lightsailtest.WithModelStatuses())
	fs.Func("page-size", "`number` of items per page, or 0 for a single page (default 10)", func(s string) error {
		n, err := count(s)
		add(lightsailtest.WithPageSize(n))
		return err
	})
	fs.Func("latency", "`duration` to wait before each response, such as 200ms", func(s string) error {
		d, err := duration(s)
		add(lightsailtest.WithFaults("", lightsailtest.Latency(d).Always()))
		return err
	})
	fs.Func("lag", "delay or fail changes of resources: `[[type][/name].]state=polls[:end[:reason]]`, as described below; may be repeated", func(s string) error {
		lag, err := parseLag(s)
		add(lightsailtest.WithLag(lag))
		return err
	})
	faults := uint64(0)
	fs.Func("fault", "inject the fault `[operation=]fault[*times]`, as described below; may be repeated", func(s string) error {
		faults++
		operation, fault, err := parseFault(s, faults)
		add(lightsailtest.WithFaults(operation, fault))
		return err
	})
}

// addContentFlags adds the flags for the initial content of the server.
func (o *options) addContentFlags(fs *flag.FlagSet) {
	fs.Func("seed", "`file` with resources: the JSON output of operations such as GetInstances, or - for standard input; may be repeated", func(s string) error {
		if s == "" {
			return errors.New("empty file name")
		}
		if s == "-" && slices.Contains(o.seeds, s) {
			return errors.New("standard input can be read only once")
		}
		o.seeds = append(o.seeds, s)
		return nil
	})
	fs.Func("buckets", "comma-separated `names` of buckets", func(s string) error {
		names, err := list(s)
		for _, name := range names {
			o.buckets = append(o.buckets, types.Bucket{Name: &name})
		}
		return err
	})
	fs.Func("instances", "comma-separated `names` of instances, each with an optional blueprint: web,office:windows_server_2022", func(s string) error {
		items, err := list(s)
		for _, item := range items {
			name, blueprint, ok := strings.Cut(item, ":")
			if name == "" || ok && blueprint == "" {
				return fmt.Errorf("%q is not name or name:blueprint", item)
			}
			i := types.Instance{Name: &name}
			if ok {
				i.BlueprintId = &blueprint
			}
			o.instances = append(o.instances, i)
		}
		return err
	})
}

// zoneName matches an Availability Zone, which is a Region and a letter, such as us-east-1a,
// or a Local Zone, such as us-west-2-lax-1a. A client rejects both as a Region.
var zoneName = regexp.MustCompile(`^([a-z]+(?:-[a-z]+)+-[0-9]+)(?:-[a-z]+-[0-9]+)?[a-z]$`)

// isPort reports whether s is the number of a port.
func isPort(s string) bool {
	_, err := strconv.ParseUint(s, 10, 16)
	return err == nil
}

func help(fs *flag.FlagSet, w io.Writer) {
	fmt.Fprint(w, "usage: fakelightsail [flags]\n\n"+
		"Runs an in-memory Lightsail server and prints environment variables that configure an\nAWS SDK to use it. They have the first of the Regions and of the credentials.\n\n")
	fs.SetOutput(w)
	fs.PrintDefaults()
	fmt.Fprint(w, lagHelp, faultHelp(), endpointHelp)
}

const endpointHelp = `
These SDKs ignore AWS_ENDPOINT_URL_LIGHTSAIL and call the real service, unless the
endpoint is set in code:

  AWS SDK for Go v1           &aws.Config{Endpoint: aws.String(url)}
  AWS SDK for Java 1.x        withEndpointConfiguration(new EndpointConfiguration(url, region))
  AWS SDK for Java < 2.28.1   endpointOverride(URI.create(url))
  AWS SDK for JavaScript v2   new AWS.Lightsail({endpoint: url})
  boto3 < 1.28                boto3.client("lightsail", endpoint_url=url)
  AWS CLI < 1.29, < 2.13      aws --endpoint-url "$AWS_ENDPOINT_URL_LIGHTSAIL"
  others before mid-2023      see their documentation
`

// list parses a comma-separated list.
func list(s string) ([]string, error) {
	items := strings.Split(s, ",")
	if slices.Contains(items, "") {
		return nil, errors.New("empty item in the list")
	}
	return items, nil
}

// parseCredentials parses the values of -credentials, each of which is ID:SECRET[:TOKEN].
// The error of a function of the flag set would repeat the value.
func (o *options) parseCredentials() error {
	var accepted []aws.Credentials
	for _, s := range o.credentials {
		parts := append(strings.SplitN(s, ":", 3), "")
		if len(parts) < 3 || slices.Contains(parts[:len(parts)-1], "") {
			return errors.New("invalid value for flag -credentials: must be ID:SECRET or ID:SECRET:TOKEN")
		}
		accepted = append(accepted, aws.Credentials{
			AccessKeyID: parts[0], SecretAccessKey: parts[1], SessionToken: parts[2], Source: "fakelightsail",
		})
	}
	if len(accepted) > 0 {
		o.server = append(o.server, lightsailtest.WithCredentials(accepted[0], accepted[1:]...))
	}
	return nil
}

// count parses a non-negative integer.
func count(s string) (int, error) {
	n, err := strconv.ParseUint(s, 10, 31)
	if err != nil {
		return 0, fmt.Errorf("%q is not a non-negative integer", s)
	}
	return int(n), nil
}

// duration parses a non-negative duration.
func duration(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 {
		return 0, fmt.Errorf("%q is not a duration with a unit, such as 1.5s", s)
	}
	return d, nil
}
