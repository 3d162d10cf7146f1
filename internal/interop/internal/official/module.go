package official

import (
	"path/filepath"
	"reflect"
	"strings"
)

// ReadModule reads this module's client in the module's root directory.
func ReadModule(root string) (*API, error) {
	api := newAPI()
	for _, pkg := range []struct{ dir, prefix string }{{"types", "types."}, {"lightsail", ""}} {
		files, err := parseDir(filepath.Join(root, pkg.dir))
		if err != nil {
			return nil, err
		}
		api.collect(files, pkg.prefix, tagged)
	}
	api.dropInternal()
	return api, nil
}

// tagged reads what the tag says about a field.
func tagged(_ string, f *Field, text string) bool {
	tag := reflect.StructTag(text)
	wire, options, _ := strings.Cut(tag.Get("json"), ",")
	f.Wire, f.SendsZero = wire, options != "omitzero"
	f.Required = tag.Get("required") == "true"
	f.Sensitive = tag.Get("sensitive") == "true"
	return wire != "" && wire != "-"
}
