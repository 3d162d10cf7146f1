package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const (
	coldBuild     = "cold build of the client package"
	modules       = "modules that a consumer compiles"
	packages      = "packages that a consumer compiles, those of the standard library aside"
	sourceLines   = "lines of Go that these packages have beyond the SDK's core"
	corePath      = "github.com/aws/aws-sdk-go-v2"
	smithyPath    = "github.com/aws/smithy-go"
	stdPath       = "std"
	listDependent = `{{.ImportPath}} {{if .Standard}}` + stdPath + `{{else}}{{.Module.Path}}{{end}} {{.Dir}} {{join .GoFiles ","}}`
)

// clientPackages are what is built.
var clientPackages = map[contender]string{
	officialClient: "github.com/aws/aws-sdk-go-v2/service/lightsail",
	thisClient:     "github.com/lightsail-go/sdk/lightsail",
}

// A goPackage is a package that another one depends on.
type goPackage struct {
	path, module, dir string
	files             []string
}

// core tells whether the package is there for any client of the SDK.
func (p *goPackage) core() bool {
	return slices.Contains([]string{stdPath, corePath, smithyPath}, p.module)
}

func dependencies(ctx context.Context, pkg string) ([]goPackage, error) {
	out, _, _, err := goRun(ctx, nil, "list", "-deps", "-f", listDependent, pkg)
	if err != nil {
		return nil, err
	}
	var deps []goPackage
	for line := range strings.Lines(out) {
		fields := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 4)
		deps = append(deps, goPackage{fields[0], fields[1], fields[2], strings.Split(fields[3], ",")})
	}
	return deps, nil
}

// measureDependencies counts what a consumer of the client package compiles.
func measureDependencies(ctx context.Context) (results, error) {
	modulesRow := &row{what: modules, via: "go list", measure: number}
	packagesRow := &row{what: packages, via: "go list", measure: number}
	linesRow := &row{what: sourceLines, via: "go list", measure: number}
	for c, pkg := range clientPackages {
		deps, err := dependencies(ctx, pkg)
		if err != nil {
			return nil, err
		}
		seen := map[string]bool{}
		n, lines := 0, 0
		for _, d := range deps {
			if d.module != stdPath {
				seen[d.module] = true
				n++
			}
			if d.core() {
				continue
			}
			for _, file := range d.files {
				text, err := os.ReadFile(filepath.Join(d.dir, file))
				if err != nil {
					return nil, err
				}
				lines += strings.Count(string(text), "\n")
			}
		}
		modulesRow.values[c] = []float64{float64(len(seen))}
		packagesRow.values[c] = []float64{float64(n)}
		linesRow.values[c] = []float64{float64(lines)}
	}
	return results{modulesRow, packagesRow, linesRow}, nil
}

// measureColdBuild builds the client packages with a cache that has the standard
// library and the SDK's core, and nothing else.
func measureColdBuild(ctx context.Context, dir string, rounds int) (results, error) {
	warm := filepath.Join(dir, "warm")
	if err := warmCache(ctx, warm); err != nil {
		return nil, err
	}
	walls := &row{what: coldBuild, via: "go build", measure: wall}
	cpus := &row{what: coldBuild, via: "go build", measure: cpu}
	builders := []contender{officialClient, thisClient}
	for round := range rounds {
		for _, i := range turns(len(builders), round) {
			c := builders[i]
			cache := filepath.Join(dir, "cache-"+names[c]+strconv.Itoa(round))
			if err := linkTree(warm, cache); err != nil {
				return nil, err
			}
			_, took, spent, err := goRun(ctx, []string{"GOCACHE=" + cache}, "build", clientPackages[c])
			if err != nil {
				return nil, err
			}
			walls.values[c] = append(walls.values[c], float64(took))
			cpus.values[c] = append(cpus.values[c], float64(spent))
			if err := os.RemoveAll(cache); err != nil {
				return nil, err
			}
		}
	}
	return results{walls, cpus}, nil
}

// warmCache fills a new build cache with what is there for any client.
func warmCache(ctx context.Context, cache string) error {
	args := []string{"build"}
	for _, pkg := range clientPackages {
		deps, err := dependencies(ctx, pkg)
		if err != nil {
			return err
		}
		for _, d := range deps {
			// What the standard library vendors cannot be named here, and is
			// built along with what needs it.
			if d.core() && !strings.HasPrefix(d.path, "vendor/") && d.path != "unsafe" && !slices.Contains(args, d.path) {
				args = append(args, d.path)
			}
		}
	}
	_, _, _, err := goRun(ctx, []string{"GOCACHE=" + cache}, args...)
	return err
}

// linkTree makes a copy of a build cache out of hard links. The go command never
// writes into a file of its cache that is there already.
func linkTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return os.MkdirAll(filepath.Join(to, rel), 0o755)
		}
		return os.Link(path, filepath.Join(to, rel))
	})
}
