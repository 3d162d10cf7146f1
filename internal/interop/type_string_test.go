package interop_test

import (
	"fmt"
	"go/types"
	"strings"
)

// spell returns a text for a type that is equal for corresponding types of the two
// clients. It omits parameter names and the clients' package paths. It adds official
// types that the type mentions to s.todo, which are compared later.
func (s *surface) spell(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		return t.Name()
	case *types.Named:
		if t.Obj().Pkg() == nil {
			return t.Obj().Name() // error
		}
		name := s.name(t.Obj())
		if strings.HasPrefix(t.Obj().Pkg().Path(), officialPath) {
			s.todo = append(s.todo, t.Obj())
		}
		for arg := range t.TypeArgs().Types() {
			name += " of " + s.spell(arg)
		}
		return name
	case *types.Pointer:
		return "*" + s.spell(t.Elem())
	case *types.Slice:
		return "[]" + s.spell(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), s.spell(t.Elem()))
	case *types.Map:
		return "map[" + s.spell(t.Key()) + "]" + s.spell(t.Elem())
	case *types.Signature:
		return fmt.Sprintf("func(%s, variadic: %v) (%s)", s.spellAll(t.Params()), t.Variadic(), s.spellAll(t.Results()))
	case *types.Struct:
		var fields []string
		for f := range t.Fields() {
			fields = append(fields, f.Name()+" "+s.spell(f.Type()))
		}
		return "struct{" + strings.Join(fields, "; ") + "}"
	case *types.Interface:
		var parts []string
		for m := range t.Methods() { // in alphabetical order
			parts = append(parts, m.Name()+" "+s.spell(m.Type()))
		}
		if t.IsComparable() || !t.IsMethodSet() {
			parts = append(parts, t.String())
		}
		return "interface{" + strings.Join(parts, "; ") + "}"
	}
	panic(fmt.Sprintf("spell does not support %T", t))
}

func (s *surface) spellAll(tuple *types.Tuple) string {
	var parts []string
	for v := range tuple.Variables() {
		parts = append(parts, s.spell(v.Type()))
	}
	return strings.Join(parts, ", ")
}
