package lightsailtest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

// The values of a bucket's ObjectVersioning. The first cannot be asked for.
const (
	versioningNeverEnabled = "NeverEnabled"
	versioningEnabled      = "Enabled"
	versioningSuspended    = "Suspended"
)

var (
	bucketName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{1,52}[a-z0-9]$`)
	logPrefix  = regexp.MustCompile(`^[\w/!.*')(-]{1,100}$`)

	// Names with these are reserved in Amazon S3. That Lightsail refuses them,
	// too, is a guess.
	reservedPrefixes = []string{"xn--", "sthree-", "amzn-s3-demo-"}
	reservedSuffixes = []string{"-s3alias", "--ol-s3", "--x-s3"}

	corsMethods = []string{"DELETE", "GET", "HEAD", "POST", "PUT"}
)

const (
	maxAccounts  = 10
	maxCorsBytes = 64 << 10
	maxCorsRules = 20
	maxRuleID    = 255
	maxTagKey    = 128
	maxTags      = 50
	maxTagValue  = 256
)

// problems are the rules that an input breaks. That the service tells all of
// them in one InvalidInputException, a member that is missing included, is a
// guess.
type problems []string

func (p *problems) check(ok bool, member, rule string, args ...any) {
	if !ok {
		*p = append(*p, member+": "+fmt.Sprintf(rule, args...))
	}
}

func (p problems) err() error {
	if len(p) == 0 {
		return nil
	}
	return invalidInput("%s", strings.Join(p, "; "))
}

// bucketName checks a member that must name a bucket.
func (p *problems) bucketName(member string, name *string) {
	if name == nil {
		p.check(false, member, "it is required")
		return
	}
	p.check(bucketName.MatchString(*name), member,
		"it must be 3 to 54 lower-case letters, digits and hyphens, with no hyphen at either end")
}

func (p *problems) newBucketName(member string, name *string) {
	p.bucketName(member, name)
	if name == nil {
		return
	}
	for _, prefix := range reservedPrefixes {
		p.check(!strings.HasPrefix(*name, prefix), member, "names that begin with %s are reserved", prefix)
	}
	for _, suffix := range reservedSuffixes {
		p.check(!strings.HasSuffix(*name, suffix), member, "names that end with %s are reserved", suffix)
	}
}

func (p *problems) bucketBundle(member string, id *string) {
	if id == nil {
		p.check(false, member, "it is required")
		return
	}
	p.check(slices.ContainsFunc(bucketPlans, func(plan bucketPlan) bool { return plan.id == *id }), member, "there is no such plan for buckets")
}

func (p *problems) tags(tags []types.Tag) {
	p.check(len(tags) <= maxTags, "tags", "there are more than %d", maxTags)
	seen := map[string]bool{}
	for i, tag := range tags {
		member := fmt.Sprintf("tags[%d].", i)
		key, value := deref(tag.Key), deref(tag.Value)
		p.check(key != "" && utf8.RuneCountInString(key) <= maxTagKey, member+"key", "it must have 1 to %d characters", maxTagKey)
		p.check(utf8.RuneCountInString(value) <= maxTagValue, member+"value", "it must have at most %d characters", maxTagValue)
		p.check(!seen[key], member+"key", "it is there twice")
		seen[key] = true
		for name, text := range map[string]string{"key": key, "value": value} {
			p.check(strings.IndexFunc(text, notForTags) < 0, member+name, "it may have letters, digits, spaces and + - = . _ : / @ only")
			p.check(!strings.HasPrefix(strings.ToLower(text), "aws:"), member+name, "it must not begin with aws:")
		}
	}
}

func notForTags(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsSpace(r) && !strings.ContainsRune("+-=._:/@", r)
}

// accessLogConfig checks all but the destination's being there. That logging
// cannot be enabled without a destination is documented, that the service
// insists on it is a guess.
func (p *problems) accessLogConfig(config *types.BucketAccessLogConfig) {
	if config == nil {
		return
	}
	p.check(config.Enabled != nil, "accessLogConfig.enabled", "it is required")
	if config.Destination != nil {
		p.bucketName("accessLogConfig.destination", config.Destination)
	}
	if config.Prefix != nil {
		p.check(logPrefix.MatchString(*config.Prefix), "accessLogConfig.prefix",
			"it must be 1 to 100 of letters, digits and _ / ! . * ' ) ( -")
	}
	if config.Enabled != nil && *config.Enabled {
		p.check(config.Destination != nil, "accessLogConfig.destination", "it is required where enabled is true")
	}
}

func (p *problems) accessRules(rules *types.AccessRules) {
	if rules != nil && rules.GetObject != "" {
		p.check(slices.Contains(rules.GetObject.Values(), rules.GetObject), "accessRules.getObject", "it must be public or private")
	}
}

func (p *problems) readonlyAccessAccounts(accounts []string) {
	p.check(len(accounts) <= maxAccounts, "readonlyAccessAccounts", "there are more than %d", maxAccounts)
	for i, id := range accounts {
		p.check(strings.TrimSpace(id) != "", fmt.Sprintf("readonlyAccessAccounts[%d]", i), "it is blank")
	}
}

func (p *problems) versioning(versioning *string) {
	if versioning != nil {
		p.check(*versioning == versioningEnabled || *versioning == versioningSuspended,
			"versioning", "it must be %s or %s", versioningEnabled, versioningSuspended)
	}
}

func (p *problems) cors(cors *types.BucketCorsConfig) {
	if cors == nil {
		return
	}
	p.check(len(cors.Rules) <= maxCorsRules, "cors.rules", "there are more than %d", maxCorsRules)
	text, err := awsjson.Marshal(cors)
	p.check(err == nil && len(text) <= maxCorsBytes, "cors", "it is larger than %d bytes", maxCorsBytes)
	seen := map[string]bool{}
	for i, rule := range cors.Rules {
		member := fmt.Sprintf("cors.rules[%d].", i)
		p.check(len(rule.AllowedMethods) > 0, member+"allowedMethods", "it is required")
		p.check(len(rule.AllowedOrigins) > 0, member+"allowedOrigins", "it is required")
		for _, method := range rule.AllowedMethods {
			p.check(slices.Contains(corsMethods, method), member+"allowedMethods", "they must be of %s", strings.Join(corsMethods, ", "))
		}
		if id := deref(rule.Id); id != "" {
			p.check(utf8.RuneCountInString(id) <= maxRuleID, member+"id", "it has more than %d characters", maxRuleID)
			p.check(!seen[id], member+"id", "it is there twice")
			seen[id] = true
		}
	}
}

func deref[T any](p *T) (value T) {
	if p != nil {
		value = *p
	}
	return value
}
