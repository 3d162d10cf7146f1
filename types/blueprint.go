package types

// Blueprint is an image for new instances: an operating system, alone or with an application.
//
// To create an instance, choose a blueprint and a [Bundle]. The bundle must support the blueprint's Platform, and its
// Power must be at least MinPower.
type Blueprint struct {
	// AppCategory is the product that the blueprint belongs to. Only blueprints of Lightsail for Research have one.
	AppCategory AppCategory `json:"appCategory,omitzero"`

	// BlueprintId selects the blueprint in requests, such as "ubuntu_24_04" or "wordpress".
	BlueprintId *string `json:"blueprintId,omitzero"`

	// Description is a human-readable text about the blueprint.
	Description *string `json:"description,omitzero"`

	// Group is a name that the releases of one product share, such as "ubuntu_24". It is not a blueprint ID: the
	// blueprint "nodejs" has the group "node".
	Group *string `json:"group,omitzero"`

	// IsActive reports whether new instances can be created from the blueprint. GetBlueprints returns inactive
	// blueprints only with IncludeInactive.
	IsActive *bool `json:"isActive,omitzero"`

	// LicenseUrl is the web page of the end-user license.
	LicenseUrl *string `json:"licenseUrl,omitzero"`

	// MinPower is the lowest Power of a bundle that can run the blueprint. 0 means that every bundle can.
	MinPower *int32 `json:"minPower,omitzero"`

	// Name is the human-readable name of the product, such as "LAMP (PHP 8)". It is not unique: all releases of Ubuntu have
	// the name "Ubuntu".
	Name *string `json:"name,omitzero"`

	// Platform is the family of the operating system. The bundle must support it.
	Platform InstancePlatform `json:"platform,omitzero"`

	// ProductUrl is a web page about the blueprint.
	ProductUrl *string `json:"productUrl,omitzero"`

	// Type reports whether the blueprint contains an application.
	Type BlueprintType `json:"type,omitzero"`

	// Version is the version of the product, such as "24.04 LTS". It has no common format; its alphabetical order is
	// not the order of the releases.
	Version *string `json:"version,omitzero"`

	// VersionCode is a code for Version. It is a string, although it looks like a number: "1".
	VersionCode *string `json:"versionCode,omitzero"`
}

// BlueprintType is the content of a [Blueprint]: an operating system alone (os), or an application on an operating
// system (app).
type BlueprintType string

// Values of [BlueprintType].
const (
	BlueprintTypeOs  BlueprintType = "os"
	BlueprintTypeApp BlueprintType = "app"
)

// Values returns the known values of BlueprintType. Later versions can have more.
func (BlueprintType) Values() []BlueprintType {
	return []BlueprintType{
		BlueprintTypeOs,
		BlueprintTypeApp,
	}
}

// AppCategory is a product with blueprints and bundles of its own, apart from the usual Lightsail ones.
//
// GetBlueprints and GetBundles return the entries of a category only if the request asks for the category.
type AppCategory string

// Values of [AppCategory].
const (
	AppCategoryLfR AppCategory = "LfR" // Lightsail for Research: virtual computers for research applications
)

// Values returns the known values of AppCategory. Later versions can have more.
func (AppCategory) Values() []AppCategory {
	return []AppCategory{
		AppCategoryLfR,
	}
}
