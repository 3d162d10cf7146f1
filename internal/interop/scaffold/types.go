package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// typeDeclaration appends the declaration of a struct or an enum to its file in package types.
func (s *scaffold) typeDeclaration(name string) error {
	plain := strings.TrimPrefix(name, "types.")
	file, err := s.typeFile(plain)
	if err != nil {
		return err
	}
	text := ""
	if s.theirs.Structs[name] != nil {
		text = s.structType(name)
	} else {
		text = s.enumType(name)
	}
	return appendTo(filepath.Join(s.root, "types", file), "types", text)
}

func (s *scaffold) structType(name string) string {
	plain := strings.TrimPrefix(name, "types.")
	text := fmt.Sprintf("type %s struct {\n%s}\n", plain, fields(s.theirs.Structs[name], nil))
	if s.theirs.ContainsSensitive(name) {
		text += redaction(plain)
	}
	return text
}

func (s *scaffold) enumType(name string) string {
	plain := strings.TrimPrefix(name, "types.")
	var constants, values strings.Builder
	for _, c := range s.theirs.Enums[name].Constants {
		fmt.Fprintf(&constants, "%s %s = %q\n", c.Name, plain, c.Value)
		fmt.Fprintf(&values, "%s,\n", c.Name)
	}
	return fmt.Sprintf("type %[1]s string\n\n// Values of [%[1]s].\nconst (\n%[2]s)\n\n// Values returns the known values of [%[1]s].\nfunc (%[1]s) Values() []%[1]s {\nreturn []%[1]s{\n%[3]s}\n}\n",
		plain, constants.String(), values.String())
}

// typeFile returns the name of the file in package types that a type belongs to.
func (s *scaffold) typeFile(plain string) (string, error) {
	for _, name := range []string{plain, ""} {
		if file := s.typeFiles[name]; file != "" {
			return file, nil
		}
	}
	words := strings.Split(snake(plain), "_")
	for n := len(words); n > 0; n-- {
		file := strings.Join(words[:n], "_") + ".go"
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		if _, err := os.Stat(filepath.Join(s.root, "types", file)); err == nil {
			return file, nil
		} else if !os.IsNotExist(err) {
			return "", err
		}
	}
	return snake(plain) + ".go", nil
}
