package main

import (
	"context"
	"os"
)

const (
	program       = "a program that calls GetBuckets, stripped"
	programMethod = "the same, with a method looked up by name"
)

// measureSize builds the programs in size.
func measureSize(ctx context.Context, dir string) (results, error) {
	plain := &row{what: program, via: "go build", measure: size}
	method := &row{what: programMethod, via: "go build", measure: size}
	for _, c := range []contender{officialClient, thisClient, floorClient} {
		for _, r := range []*row{plain, method} {
			flags := []string{"-trimpath", "-ldflags=-s -w"}
			if r == method {
				flags = append(flags, "-tags=method")
			}
			path, err := build(ctx, dir, "./size/"+names[c], flags...)
			if err != nil {
				return nil, err
			}
			info, err := os.Stat(path)
			if err != nil {
				return nil, err
			}
			r.values[c] = []float64{float64(info.Size())}
		}
	}
	return results{plain, method}, nil
}
