// Package official reads the syntax of two Lightsail clients, the official one and this module's, into one description that can be
// compared. It compiles and runs neither of them.
package official

import (
	"slices"
	"strings"
)

// API describes a Lightsail client: its operations and the types that they use.
//
// A type of package types has the name types.Bucket; an input or output has no package in its name.
type API struct {
	Operations map[string]bool
	Structs    map[string]*Struct
	Enums      map[string]*Enum
	Exceptions map[string]bool

	// Names are all package-level names of package types, with their prefix, and of the client's package.
	Names map[string]bool
}

// Struct is an input, an output, or another struct of the API.
type Struct struct {
	Name   string
	Fields []Field // in the order of the source
}

// Field is a field of a struct that is sent or received.
type Field struct {
	Name string

	// Type is the field's type as the struct's own package writes it.
	Type string

	// Uses are the names of API types in Type.
	Uses []string

	Wire      string // the JSON member's name
	SendsZero bool   // whether the member is sent when the field has the zero value
	Required  bool
	Sensitive bool
}

// Enum is a string type with constants.
type Enum struct {
	Name      string
	Constants []Constant // in the order of the source
}

// Constant is a known value of an enum.
type Constant struct{ Name, Value string }

// Field returns the field with the given name, or nil.
func (s *Struct) Field(name string) *Field {
	if i := slices.IndexFunc(s.Fields, func(f Field) bool { return f.Name == name }); i >= 0 {
		return &s.Fields[i]
	}
	return nil
}

// Element returns the element type of a slice, as the struct's own package writes it, and reports whether the field is a slice.
func (f *Field) Element() (string, bool) {
	return strings.CutPrefix(f.Type, "[]")
}

// Uses returns the names of all types of package types that the named types need, at any depth, sorted.
func (api *API) Uses(names ...string) []string {
	seen := map[string]bool{}
	for todo := names; len(todo) > 0; todo = todo[1:] {
		s := api.Structs[todo[0]]
		if s == nil {
			continue
		}
		for _, f := range s.Fields {
			for _, use := range f.Uses {
				if !seen[use] {
					seen[use] = true
					todo = append(todo, use)
				}
			}
		}
	}
	var uses []string
	for name := range seen {
		uses = append(uses, name)
	}
	slices.Sort(uses)
	return uses
}

// HasSensitive reports whether the struct of the given name has a sensitive field.
func (api *API) HasSensitive(name string) bool {
	s := api.Structs[name]
	return s != nil && slices.ContainsFunc(s.Fields, func(f Field) bool { return f.Sensitive })
}

// ContainsSensitive reports whether the named struct, or a struct that it contains at any depth, has a sensitive field.
func (api *API) ContainsSensitive(name string) bool {
	return api.HasSensitive(name) || slices.ContainsFunc(api.Uses(name), api.HasSensitive)
}
