package types

type BehaviorEnum string

// Values of [BehaviorEnum].
const (
	BehaviorEnumDontCacheSetting BehaviorEnum = "dont-cache"
	BehaviorEnumCacheSetting     BehaviorEnum = "cache"
)

// Values returns the known values of [BehaviorEnum].
func (BehaviorEnum) Values() []BehaviorEnum {
	return []BehaviorEnum{
		BehaviorEnumDontCacheSetting,
		BehaviorEnumCacheSetting,
	}
}

type CacheBehavior struct {
	Behavior BehaviorEnum `json:"behavior,omitzero"`
}

type CacheBehaviorPerPath struct {
	Behavior BehaviorEnum `json:"behavior,omitzero"`

	Path *string `json:"path,omitzero"`
}
