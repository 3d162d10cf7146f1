package main

import (
	"context"
	"os"
)

const (
	program       = "stripped program that calls GetBuckets"
	programMethod = "stripped program that calls GetBuckets, method looked up by name"
)

// measureSize builds the programs in size and measures the binaries.
func measureSize(ctx context.Context, dir string) (results, error) {
	plain := &row{what: program, via: "go build", measure: size}
	method := &row{what: programMethod, via: "go build", measure: size}
	for _, v := range []variant{officialClient, thisClient, baselineClient} {
		for _, r := range []*row{plain, method} {
			flags := []string{"-trimpath", "-ldflags=-s -w"}
			if r == method {
				flags = append(flags, "-tags=method")
			}
			path, err := build(ctx, dir, "./size/"+programDirs[v], flags...)
			if err != nil {
				return nil, err
			}
			info, err := os.Stat(path)
			if err != nil {
				return nil, err
			}
			r.values[v] = []float64{float64(info.Size())}
		}
	}
	return results{plain, method}, nil
}
