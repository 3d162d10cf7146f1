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

// Values of a bucket's ObjectVersioning. UpdateBucket does not accept the first one.
const (
	versioningNeverEnabled = "NeverEnabled"
	versioningEnabled      = "Enabled"
	versioningSuspended    = "Suspended"
)

var (
	bucketName   = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{1,52}[a-z0-9]$`)
	resourceName = regexp.MustCompile(`^[a-zA-Z0-9][\w.-]{0,253}[a-zA-Z0-9]$`)
	logPrefix    = regexp.MustCompile(`^[\w/!.*')(-]{1,100}$`)

	// Amazon S3 reserves bucket names with these prefixes and suffixes. That Lightsail
	// rejects them, too, is a guess.
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

// violations holds the rules that an input violates. That the service reports all of
// them in one InvalidInputException, including missing required members, is a guess.
type violations []string

// check adds a violation of a rule by a member of the input unless ok is true.
func (v *violations) check(ok bool, member, rule string, args ...any) {
	if !ok {
		*v = append(*v, member+": "+fmt.Sprintf(rule, args...))
	}
}

// err returns an InvalidInputException if there are violations.
func (v violations) err() error {
	if len(v) == 0 {
		return nil
	}
	return invalidInput("%s", strings.Join(v, "; "))
}

// resourceName checks the name of a resource to be created. The pattern is documented.
func (v *violations) resourceName(member string, name *string) {
	v.check(resourceName.MatchString(deref(name)), member,
		"must have 2 to 255 letters, digits, periods, underscores, and hyphens, with a letter or digit at the start and the end")
}

// bucketName checks a required member that has the name of a bucket.
func (v *violations) bucketName(member string, name *string) {
	v.check(bucketName.MatchString(*name), member,
		"must have 3 to 54 lowercase letters, digits, and hyphens, without a hyphen at the start or the end")
}

// newBucketName checks a required member that names a bucket to be created.
func (v *violations) newBucketName(member string, name *string) {
	v.bucketName(member, name)
	for _, prefix := range reservedPrefixes {
		v.check(!strings.HasPrefix(*name, prefix), member, "must not begin with %s", prefix)
	}
	for _, suffix := range reservedSuffixes {
		v.check(!strings.HasSuffix(*name, suffix), member, "must not end with %s", suffix)
	}
}

func (v *violations) bucketBundle(member string, id *string) {
	v.check(slices.ContainsFunc(bucketBundles, func(b bucketBundle) bool { return b.id == *id }), member, "no bucket bundle has this ID")
}

func (v *violations) tags(tags []types.Tag) {
	v.check(len(tags) <= maxTags, "tags", "must have at most %d items", maxTags)
	seen := map[string]bool{}
	for i, tag := range tags {
		member := fmt.Sprintf("tags[%d].", i)
		key, value := deref(tag.Key), deref(tag.Value)
		v.check(key != "" && utf8.RuneCountInString(key) <= maxTagKey, member+"key", "must have 1 to %d characters", maxTagKey)
		v.check(utf8.RuneCountInString(value) <= maxTagValue, member+"value", "must have at most %d characters", maxTagValue)
		v.check(!seen[key], member+"key", "must not repeat another key")
		seen[key] = true
		for name, text := range map[string]string{"key": key, "value": value} {
			v.check(strings.IndexFunc(text, isInvalidInTag) < 0, member+name, "must have only letters, digits, spaces, and + - = . _ : / @")
			v.check(!strings.HasPrefix(strings.ToLower(text), "aws:"), member+name, "must not begin with aws:")
		}
	}
}

func isInvalidInTag(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsSpace(r) && !strings.ContainsRune("+-=._:/@", r)
}

// accessLogConfig checks everything except that the destination exists. The
// documentation requires a destination if logging is enabled; that the service rejects
// an input without it is a guess.
func (v *violations) accessLogConfig(config *types.BucketAccessLogConfig) {
	if config == nil {
		return
	}
	if config.Destination != nil {
		v.bucketName("accessLogConfig.destination", config.Destination)
	}
	if config.Prefix != nil {
		v.check(logPrefix.MatchString(*config.Prefix), "accessLogConfig.prefix",
			"must have 1 to 100 letters, digits, and _ / ! . * ' ) ( -")
	}
	if *config.Enabled {
		v.check(config.Destination != nil, "accessLogConfig.destination", "must be set if enabled is true")
	}
}

func (v *violations) readonlyAccessAccounts(accounts []string) {
	v.check(len(accounts) <= maxAccounts, "readonlyAccessAccounts", "must have at most %d items", maxAccounts)
	for i, id := range accounts {
		v.check(strings.TrimSpace(id) != "", fmt.Sprintf("readonlyAccessAccounts[%d]", i), "must not be blank")
	}
}

func (v *violations) versioning(versioning *string) {
	if versioning != nil {
		v.check(*versioning == versioningEnabled || *versioning == versioningSuspended,
			"versioning", "must be %s or %s", versioningEnabled, versioningSuspended)
	}
}

func (v *violations) cors(cors *types.BucketCorsConfig) {
	if cors == nil {
		return
	}
	v.check(len(cors.Rules) <= maxCorsRules, "cors.rules", "must have at most %d items", maxCorsRules)
	text, err := awsjson.Marshal(cors)
	v.check(err == nil && len(text) <= maxCorsBytes, "cors", "must have at most %d bytes", maxCorsBytes)
	seen := map[string]bool{}
	for i, rule := range cors.Rules {
		member := fmt.Sprintf("cors.rules[%d].", i)
		v.check(len(rule.AllowedMethods) > 0, member+"allowedMethods", "must not be empty")
		v.check(len(rule.AllowedOrigins) > 0, member+"allowedOrigins", "must not be empty")
		for _, method := range rule.AllowedMethods {
			v.check(slices.Contains(corsMethods, method), member+"allowedMethods", "must have only %s", strings.Join(corsMethods, ", "))
		}
		if id := deref(rule.Id); id != "" {
			v.check(utf8.RuneCountInString(id) <= maxRuleID, member+"id", "must have at most %d characters", maxRuleID)
			v.check(!seen[id], member+"id", "must not repeat another ID")
			seen[id] = true
		}
	}
}

// deref returns the value that p points to, or the zero value if p is nil.
func deref[T any](p *T) (value T) {
	if p != nil {
		value = *p
	}
	return value
}
