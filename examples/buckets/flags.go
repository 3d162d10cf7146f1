package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/types"
)

// options are what the flags say.
type options struct {
	name        string
	destination string
	instance    string // none means that none is attached
	bundle      string
	nextBundle  string
	tags        []types.Tag
	showSecret  bool
	keep        bool
	json        bool
	account     account.Flags
}

// parse reads the flags. What is wrong with them it tells on stderr, too.
func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("buckets", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: buckets [flags]\n\n"+
			"Makes a bucket, does with it what can be done, and deletes it.\n"+
			"Without -live it works on a made-up account, and needs none.\n\n")
		fs.PrintDefaults()
	}
	fs.StringVar(&o.name, "name", "", "the `name` of the bucket to make (default \""+demoName+"\"; required with -live)")
	fs.StringVar(&o.destination, "destination", "",
		"the `name` of the bucket to make for the access logs\n(default \""+demoDestination+"\"; required with -live)")
	fs.StringVar(&o.instance, "instance", "",
		"the `name` of the instance to attach, which must exist\n(default \""+demoInstance+"\"; with -live none)")
	fs.StringVar(&o.bundle, "bundle", "small_1_0", "the `ID` of the plan of both buckets")
	fs.StringVar(&o.nextBundle, "next-bundle", "medium_1_0", "the `ID` of the plan that the bucket is given later")
	fs.Func("tag", "a tag, `key=value`; can be given many times (default purpose=example)", func(s string) error {
		key, value, _ := strings.Cut(s, "=")
		if key == "" {
			return errors.New("it has no key")
		}
		o.tags = append(o.tags, types.Tag{Key: &key, Value: &value})
		return nil
	})
	fs.BoolVar(&o.showSecret, "show-secret", false, "show the secret of the access key")
	fs.BoolVar(&o.keep, "keep", false, "leave the buckets, and do not delete them;\nthe access key is of use only with its secret: see -show-secret")
	fs.BoolVar(&o.json, "json", false, "print the result as JSON")
	o.account.Define(fs, "work on your account, where buckets cost money")

	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
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
	if err := o.check(fs.Args()); err != nil {
		fmt.Fprintf(stderr, "buckets: %v\nsee buckets -help\n", err)
		return nil, err
	}
	return &o, nil
}

// check tells which flags make no sense together.
func (o *options) check(rest []string) error {
	switch {
	case len(rest) > 0:
		return fmt.Errorf("unexpected argument %q", rest[0])
	case o.name == "":
		return errors.New("-name is required: the name of the bucket to make")
	case o.destination == "":
		return errors.New("-destination is required: the name of the bucket to make for the access logs")
	case o.name == o.destination:
		return errors.New("-name and -destination must be two names: the log of a bucket that is in it makes logs itself")
	case o.bundle == o.nextBundle:
		return errors.New("-bundle and -next-bundle must be two plans")
	}
	return o.account.Check()
}
