package main

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

var (
	bucketName  = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{1,52}[a-z0-9]$`)
	logPrefix   = regexp.MustCompile(`^[\w/!.*')(-]*$`)
	placeholder = regexp.MustCompile(`{[^{}]*}`)
)

// maxPrefix is the maximum length of a log prefix in characters.
const maxPrefix = 100

// expand replaces {region} and {bucket} in a template.
func expand(template, region, bucket string) string {
	return strings.NewReplacer("{region}", region, "{bucket}", bucket).Replace(template)
}

// checkBucketName returns an error if no bucket can have this name.
func checkBucketName(name string) error {
	if !bucketName.MatchString(name) {
		return errors.New("a bucket name has 3 to 54 lower-case letters, digits and hyphens, with a letter or digit at both ends")
	}
	return nil
}

// checkNames returns an error if the destination is not a valid bucket name in one of
// the Regions, or if no bucket can have the prefix. Without Regions it uses a short name
// of a Region. The length of a prefix also depends on the bucket; checkPrefix checks it.
func (o *options) checkNames(regions []string) error {
	if (o.allRegions || len(regions) > 1) && !o.disable && !strings.Contains(o.destination, "{region}") {
		return fmt.Errorf("-destination %q must contain {region} for more than one Region, such as %q:"+
			" a bucket can log only to a bucket of its own Region", o.destination, o.destination+"-{region}")
	}
	if len(regions) == 0 {
		regions = []string{"us-east-1"}
	}
	for _, region := range regions {
		if o.destination == "" {
			break
		}
		if err := checkBucketName(expand(o.destination, region, "{bucket}")); err != nil {
			return fmt.Errorf("-destination %q: %w", expand(o.destination, region, "{bucket}"), err)
		}
	}
	fixed := strings.NewReplacer("{bucket}", "", "{region}", "").Replace(o.prefix)
	if unknown := placeholder.FindString(fixed); unknown != "" {
		return fmt.Errorf("-prefix %q: unknown placeholder %s: use {bucket} or {region}", o.prefix, unknown)
	}
	if !logPrefix.MatchString(fixed) {
		return fmt.Errorf("-prefix %q: a prefix has only letters, digits and the characters _ / ! . * ' ) ( -", o.prefix)
	}
	for _, bucket := range o.buckets {
		if err := o.checkPrefix(regions[0], bucket); err != nil {
			return err
		}
	}
	if len(fixed) > maxPrefix {
		return fmt.Errorf("-prefix has more than %d characters", maxPrefix)
	}
	return nil
}

// checkPrefix returns an error if the prefix of a bucket is too long.
func (o *options) checkPrefix(region, bucket string) error {
	if n := len(expand(o.prefix, region, bucket)); n > maxPrefix {
		return fmt.Errorf("-prefix %q has %d characters for the bucket %s: the maximum is %d", o.prefix, n, bucket, maxPrefix)
	}
	return nil
}
