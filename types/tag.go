package types

// Tag is a label on a resource: a key with an optional value.
//
// A resource holds at most 50 tags, whose keys are unique and case-sensitive. Letters, digits, spaces and + - = . _ : / @ are
// allowed; neither key nor value may begin with "aws:". The service checks these rules, not the client. If tags given at
// creation cannot be applied, the creation as a whole is undone.
type Tag struct {
	// Key names the tag: 1 to 128 Unicode characters.
	Key *string `json:"key,omitzero"`

	// Value goes with the key: 0 to 256 Unicode characters. A tag made with a key only comes back with "" here.
	Value *string `json:"value,omitzero"`
}
