package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/types"
)

// readPlan reads a plan that -dry-run -json has printed. It returns a report with the
// changes that are to be made, and without the other buckets.
func readPlan(path string) (*report, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	r, err := parsePlan(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}

// parsePlan parses and validates a plan.
func parsePlan(text []byte) (*report, error) {
	// Read the version first: a plan of another version can have unknown members.
	var header struct {
		Version *int `json:"version"`
	}
	if err := json.Unmarshal(text, &header); err != nil {
		return nil, notPlan(err)
	}
	switch {
	case header.Version == nil:
		return nil, errors.New("not a plan of -dry-run -json: the member version is missing")
	case *header.Version != reportVersion:
		return nil, fmt.Errorf("the plan has the version %d, and this program supports version %d: "+
			"make a new plan with -dry-run -json", *header.Version, reportVersion)
	}
	var r report
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return nil, notPlan(err)
	}
	switch {
	case !r.DryRun:
		return nil, errors.New("this is the result of a run, not a plan: make a plan with -dry-run -json")
	case len(r.Regions) == 0:
		return nil, errors.New("the plan has no Regions")
	}
	seen := map[string]bool{}
	for _, region := range r.Regions {
		switch {
		case region == nil:
			return nil, errors.New("a Region is null")
		case seen[region.Region]:
			return nil, fmt.Errorf("the Region %s is listed twice", region.Region)
		}
		seen[region.Region] = true
		if err := region.checkPlan(); err != nil {
			return nil, fmt.Errorf("the Region %q: %w", region.Region, err)
		}
	}
	r.DryRun = false
	return &r, nil
}

// notPlan returns the error for JSON that is not a plan.
func notPlan(err error) error {
	var syntax *json.SyntaxError
	var value *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON: %w at byte %d", err, syntax.Offset)
	case errors.As(err, &value) && value.Field != "":
		return fmt.Errorf("not a plan of -dry-run -json: %s must not be a %s", value.Field, value.Value)
	case errors.As(err, &value):
		return errors.New("not a plan of -dry-run -json: it must be an object")
	}
	return fmt.Errorf("not a plan of -dry-run -json: %s", strings.TrimPrefix(err.Error(), "json: "))
}

// checkPlan validates the plan of one Region and removes what is not to be changed.
func (r *regionReport) checkPlan() error {
	if err := account.CheckRegion(r.Region); err != nil {
		return err
	}
	seen := map[string]bool{}
	pending := []*change{}
	for _, c := range r.Buckets {
		if c == nil {
			return errors.New("a bucket is null")
		}
		if seen[c.Bucket] {
			return fmt.Errorf("bucket %q is listed twice", c.Bucket)
		}
		seen[c.Bucket] = true
		if err := c.checkPlan(); err != nil {
			return fmt.Errorf("bucket %q: %w", c.Bucket, err)
		}
		if c.isPending() {
			pending = append(pending, c)
		}
	}
	r.Buckets, r.Error = pending, ""
	return nil
}

// checkPlan validates the plan of one bucket.
func (c *change) checkPlan() error {
	switch c.Result {
	case skipped, kept, failed:
		return nil // not to be changed
	case toCreate:
		if c.Bundle == "" {
			return errors.New("the member bundle is missing")
		}
	case toUpdate:
		switch {
		case c.Before == nil:
			return errors.New("the member before is missing")
		case c.Want == nil || c.Want.Enabled == nil:
			return errors.New("the member want is missing or has no member enabled")
		case *c.Want.Enabled:
			if err := checkWant(c.Want); err != nil {
				return fmt.Errorf("the member want is not valid: %w", err)
			}
		}
	default:
		return fmt.Errorf("unknown result %q", c.Result)
	}
	return checkBucketName(c.Bucket)
}

// checkWant validates a configuration that turns access logging on.
func checkWant(want *types.BucketAccessLogConfig) error {
	if err := checkBucketName(aws.ToString(want.Destination)); err != nil {
		return fmt.Errorf("destination %q: %w", aws.ToString(want.Destination), err)
	}
	prefix := want.Prefix
	if prefix != nil && (*prefix == "" || len(*prefix) > maxPrefix || !logPrefix.MatchString(*prefix)) {
		return fmt.Errorf("prefix %q: a prefix has 1 to %d letters, digits and the characters _ / ! . * ' ) ( -",
			*prefix, maxPrefix)
	}
	return nil
}
