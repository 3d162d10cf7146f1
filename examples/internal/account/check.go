package account

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
)

var (
	regionName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

	// An Availability Zone is a Region and a letter, such as us-east-1a; a Local Zone has
	// a place between them, such as us-west-2-lax-1a.
	zoneName = regexp.MustCompile(`^([a-z]+(?:-[a-z]+)+-[0-9]+)(?:-[a-z]+-[0-9]+)?[a-z]$`)
)

// CheckRegion returns an error if s cannot be the name of an AWS Region. It accepts
// names of Regions that do not exist.
func CheckRegion(s string) error {
	if s == "" {
		return errors.New("empty Region")
	}
	if zone := zoneName.FindStringSubmatch(s); zone != nil {
		return fmt.Errorf("this is an Availability Zone of the Region %s", zone[1])
	}
	if !regionName.MatchString(s) {
		return errors.New("not an AWS Region, such as us-east-1")
	}
	return nil
}

// checkEndpoint returns an error if s is not a URL that a client can call. The error
// does not quote s, which can contain a password.
func checkEndpoint(s string) error {
	u, err := url.Parse(s)
	switch {
	case err != nil || u.Hostname() == "":
		return errors.New("must be a URL such as http://localhost:4566")
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("must begin with http:// or https://, not %s://", u.Scheme)
	}
	return nil
}
