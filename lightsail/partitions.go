package lightsail

import "strings"

// A partition is a group of Regions with its own domain names, accounts and
// credentials.
type partition struct {
	prefix    string // of its Regions' names
	global    string // the pseudo-Region of the whole partition, or ""
	suffix    string // of host names
	dualStack string // suffix of host names for IPv4 and IPv6
}

// standard is the partition of most Regions, and of Regions that match no other
// partition.
var standard = partition{"", "", "amazonaws.com", "api.aws"}

var otherPartitions = []partition{
	{"cn-", "aws-cn-global", "amazonaws.com.cn", "api.amazonwebservices.com.cn"},
	{"us-gov-", "aws-us-gov-global", "amazonaws.com", "api.aws"},
	{"eusc-de-", "", "amazonaws.eu", "api.amazonwebservices.eu"},
	{"us-iso-", "aws-iso-global", "c2s.ic.gov", "api.aws.ic.gov"},
	{"us-isob-", "aws-iso-b-global", "sc2s.sgov.gov", "api.aws.scloud"},
	{"eu-isoe-", "aws-iso-e-global", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"},
	{"us-isof-", "aws-iso-f-global", "csp.hci.ic.gov", "api.aws.hci.ic.gov"},
}

// partitionOf returns the partition of a Region.
func partitionOf(region string) *partition {
	for i := range otherPartitions {
		if p := &otherPartitions[i]; p.has(region) {
			return p
		}
	}
	return &standard
}

// has reports whether region has the form of the partition's Regions: the prefix,
// a word, a number.
func (p *partition) has(region string) bool {
	rest, ok := strings.CutPrefix(region, p.prefix)
	word, number, _ := strings.Cut(rest, "-")
	return region != "" && region == p.global || ok && consistsOf(word, isWord) && consistsOf(number, isDigit)
}

// host returns the service's host name in a Region of the partition.
func (p *partition) host(region string, fips, dualStack bool) string {
	name, suffix := "lightsail.", p.suffix
	if fips {
		name = "lightsail-fips."
	}
	if dualStack {
		suffix = p.dualStack
	}
	return name + region + "." + suffix
}

// intrinsicRegion returns the Region of a FIPS pseudo-Region such as
// fips-us-east-1 or us-east-1-fips.
func intrinsicRegion(region string) string {
	region = strings.ReplaceAll(region, "-fips-", "-")
	region = strings.ReplaceAll(region, "fips-", "")
	return strings.ReplaceAll(region, "-fips", "")
}

// regionOfZone returns the Region of an Availability Zone or a Local Zone:
// us-east-1 for us-east-1a, us-west-2 for us-west-2-lax-1a. It returns "" for a
// Region.
func regionOfZone(region string) string {
	name := strings.TrimRight(region, "abcdefghijklmnopqrstuvwxyz")
	if len(region)-len(name) != 1 {
		return ""
	}
	parts := strings.Split(name, "-")
	for i, part := range parts {
		if i >= 2 && consistsOf(part, isDigit) {
			return strings.Join(parts[:i+1], "-")
		}
	}
	return ""
}

// consistsOf reports whether s is not empty and all its bytes are of a kind.
func consistsOf(s string, kind func(c byte) bool) bool {
	for i := range len(s) {
		if !kind(s[i]) {
			return false
		}
	}
	return s != ""
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isWord(c byte) bool {
	return isDigit(c) || c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
