package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/examples/internal/flags"
	"github.com/lightsail-go/sdk/types"
)

// options holds the values of the flags.
type options struct {
	name        string
	destination string
	instance    string // empty skips the step
	bundle      string
	nextBundle  string
	tags        []types.Tag
	showSecret  bool
	keep        bool
	json        bool
	account     account.Flags
}

// parse parses the flags. It prints errors to stderr.
func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("buckets", flag.ContinueOnError)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: buckets [flags]\n\n"+
			"Creates a bucket, runs the bucket operations of Lightsail on it, and deletes it.\n"+
			"Uses a demo account unless -live is set.\n\n")
		fs.PrintDefaults()
	}
	fs.StringVar(&o.name, "name", "", "`name` of the bucket to create\n(default \""+demoName+"\"; required with -live)")
	fs.StringVar(&o.destination, "destination", "",
		"`name` of the bucket to create for the access logs\n(default \""+demoDestination+"\"; required with -live)")
	fs.StringVar(&o.instance, "instance", "",
		"`name` of an existing instance that gets access to the bucket\n(default \""+demoInstance+"\"; none with -live)")
	fs.StringVar(&o.bundle, "bundle", "small_1_0", "`ID` of the bundle (storage plan) of the buckets")
	fs.StringVar(&o.nextBundle, "next-bundle", "medium_1_0", "`ID` of the bundle to change the bucket to")
	fs.Func("tag", "tag of the bucket, as `key=value`; may be repeated\n(default purpose=example)", func(s string) error {
		key, value, _ := strings.Cut(s, "=")
		if key == "" {
			return errors.New("missing tag key: use key=value")
		}
		o.tags = append(o.tags, types.Tag{Key: &key, Value: &value})
		return nil
	})
	fs.BoolVar(&o.showSecret, "show-secret", false, "print the secret of the access key")
	fs.BoolVar(&o.keep, "keep", false, "do not delete the buckets; to use the access key later, also set\n-show-secret")
	fs.BoolVar(&o.json, "json", false, "print the result as JSON")
	o.account.Define(fs, "use your own account, in which buckets cost money")

	if err := flags.Parse(fs, args, stderr); err != nil {
		return nil, err
	}
	given := flags.Given(fs)
	if !o.account.Live {
		for _, f := range []struct {
			name  string
			value *string
			demo  string
		}{
			{"name", &o.name, demoName},
			{"destination", &o.destination, demoDestination},
			{"instance", &o.instance, demoInstance},
		} {
			if !given[f.name] {
				*f.value = f.demo
			}
		}
	}
	if o.tags == nil {
		key, value := "purpose", "example"
		o.tags = []types.Tag{{Key: &key, Value: &value}}
	}
	if err := o.check(fs.Args(), given); err != nil {
		flags.PrintError(fs, stderr, err)
		return nil, err
	}
	return &o, nil
}

// bucketName matches the names that a bucket can have.
var bucketName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{1,52}[a-z0-9]$`)

const bucketNameRule = "a bucket name has 3 to 54 lower-case letters, digits and hyphens, with a letter or digit at both ends"

// check validates the combination of flags and arguments.
func (o *options) check(args []string, given map[string]bool) error {
	switch {
	case len(args) > 0:
		return fmt.Errorf("unexpected argument %q", args[0])
	case o.name == "":
		return errors.New("-name is required: name of the bucket to create")
	case o.destination == "":
		return errors.New("-destination is required: name of the bucket to create for the access logs")
	case o.name == o.destination:
		return errors.New("-name and -destination must be different: a bucket that is logged to itself logs its own log objects")
	case !bucketName.MatchString(o.name):
		return fmt.Errorf("-name %q: %s", o.name, bucketNameRule)
	case !bucketName.MatchString(o.destination):
		return fmt.Errorf("-destination %q: %s", o.destination, bucketNameRule)
	case given["instance"] && o.instance == "":
		return errors.New("-instance requires a name")
	case o.bundle == "":
		return errors.New("-bundle requires an ID")
	case o.nextBundle == "":
		return errors.New("-next-bundle requires an ID")
	case o.bundle == o.nextBundle:
		return fmt.Errorf("-bundle and -next-bundle must be different, not both %s", o.bundle)
	}
	return o.account.Check()
}
