package types

// Blueprint is an image that an instance is made from: an operating system, alone or with an application installed.
//
// Pair it with a [Bundle] that supports its Platform and has at least its MinPower.
type Blueprint struct {
	// AppCategory is set for Lightsail for Research blueprints only.
	AppCategory AppCategory `json:"appCategory,omitzero"`

	// BlueprintId names the image in requests, such as "ubuntu_24_04" or "wordpress".
	BlueprintId *string `json:"blueprintId,omitzero"`

	// Description is a text about the image for people.
	Description *string `json:"description,omitzero"`

	// Group gathers the releases of one product, such as "ubuntu_24". It looks like an ID and is none: "nodejs" is the ID of
	// the group "node".
	Group *string `json:"group,omitzero"`

	// IsActive tells whether new instances can be made of the image. Retired images are listed only on request.
	IsActive *bool `json:"isActive,omitzero"`

	// LicenseUrl leads to the end-user licence.
	LicenseUrl *string `json:"licenseUrl,omitzero"`

	// MinPower is the least Power of a bundle that can run the image; 0 means that any can.
	MinPower *int32 `json:"minPower,omitzero"`

	// Name is the product as people read it, such as "LAMP (PHP 8)". It is not unique: every release of Ubuntu is "Ubuntu".
	Name *string `json:"name,omitzero"`

	// Platform is the family of the operating system; the bundle must support it.
	Platform InstancePlatform `json:"platform,omitzero"`

	// ProductUrl leads to a page about the image.
	ProductUrl *string `json:"productUrl,omitzero"`

	// Type tells an operating system from an application.
	Type BlueprintType `json:"type,omitzero"`

	// Version is the product's version as text, such as "18.20.2-0" or "24.04 LTS". Text order is not release order.
	Version *string `json:"version,omitzero"`

	// VersionCode is a code beside Version. It reads like a number and is a string: "1".
	VersionCode *string `json:"versionCode,omitzero"`
}

// BlueprintType tells an operating system from an application.
type BlueprintType string

// The kinds of blueprint.
const (
	BlueprintTypeOs  BlueprintType = "os"  // an operating system alone
	BlueprintTypeApp BlueprintType = "app" // an application or stack on an operating system
)

// Values lists the known kinds in a new slice, in the order of the service's model.
func (BlueprintType) Values() []BlueprintType {
	return []BlueprintType{
		BlueprintTypeOs,
		BlueprintTypeApp,
	}
}

// AppCategory marks blueprints and bundles of a product beside the usual one.
//
// As a filter of a listing it shows only what has that category, which never appears without the filter.
type AppCategory string

// The categories.
const (
	AppCategoryLfR AppCategory = "LfR" // Lightsail for Research
)

// Values lists the known categories in a new slice, in the order of the service's model.
func (AppCategory) Values() []AppCategory {
	return []AppCategory{
		AppCategoryLfR,
	}
}
