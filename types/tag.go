package types

// Tag is a label of a resource: a key with an optional value.
//
// A resource can have at most 50 tags. Their keys are unique and case-sensitive. Keys and values consist of letters,
// digits, spaces and +-=._:/@, and do not start with "aws:". The service checks these rules; the client does not. If
// the tags of a new resource cannot be applied, the resource is not created.
type Tag struct {
	// Key names the tag: 1 to 128 Unicode characters.
	Key *string `json:"key,omitzero"`

	// Value is an optional text of up to 256 Unicode characters. The service returns an empty string for a tag without
	// a value.
	Value *string `json:"value,omitzero"`
}
