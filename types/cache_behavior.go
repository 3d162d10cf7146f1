package types

// BehaviorEnum determines whether a distribution caches content. [CacheBehavior] and
// [CacheBehaviorPerPath] have it.
type BehaviorEnum string

// Values of [BehaviorEnum].
const (
	// BehaviorEnumDontCacheSetting fetches content from the origin for every request.
	BehaviorEnumDontCacheSetting BehaviorEnum = "dont-cache"
	// BehaviorEnumCacheSetting caches content as [CacheSettings] determine.
	BehaviorEnumCacheSetting BehaviorEnum = "cache"
)

// Values returns the known values of [BehaviorEnum].
func (BehaviorEnum) Values() []BehaviorEnum {
	return []BehaviorEnum{
		BehaviorEnumDontCacheSetting,
		BehaviorEnumCacheSetting,
	}
}

// CacheBehavior determines whether a distribution caches content for which there is no
// [CacheBehaviorPerPath].
//
// CreateDistribution and UpdateDistribution take it. [LightsailDistribution] has it.
type CacheBehavior struct {
	// Behavior is "cache" or "dont-cache". Use "cache" for a website that is the same for all
	// viewers. Use "dont-cache" for a website with personalized pages, and add a
	// [CacheBehaviorPerPath] for each part that is the same for all viewers.
	Behavior BehaviorEnum `json:"behavior,omitzero"`
}

// CacheBehaviorPerPath is an exception from the [CacheBehavior] of a distribution, for a directory,
// a file or a type of files. If the default is "cache", it usually excludes content from the cache.
// If the default is "dont-cache", it usually adds content.
//
// CreateDistribution and UpdateDistribution take a list. [LightsailDistribution] has it.
type CacheBehaviorPerPath struct {
	// Behavior is "cache" to cache the content of Path, or "dont-cache" to fetch it from the origin
	// for every request.
	Behavior BehaviorEnum `json:"behavior,omitzero"`

	// Path selects a file, a directory or a type of files. It is case-sensitive. An asterisk stands
	// for any characters: "images/logo.png" is a file, "images/*" is a directory, and "*.css" are
	// all files of a type.
	Path *string `json:"path,omitzero"`
}
