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
	coldBuild      = "cold build of the client package"
	modules        = "modules that a consumer compiles"
	packages       = "packages that a consumer compiles, without the standard library"
	sourceLines    = "lines of Go in these packages, without the SDK's core"
	corePath       = "github.com/aws/aws-sdk-go-v2"
	smithyPath     = "github.com/aws/smithy-go"
	stdPath        = "std"
	dependencyLine = `{{.ImportPath}} {{if .Standard}}` + stdPath + `{{else}}{{.Module.Path}}{{end}} {{.Dir}} {{join .GoFiles ","}}`
)

// clientPackages are the packages that are built.
var clientPackages = map[variant]string{
	officialClient: "github.com/aws/aws-sdk-go-v2/service/lightsail",
	thisClient:     "github.com/lightsail-go/sdk/lightsail",
}

// A dependency is a package that a client package imports, directly or indirectly,
// or the client package itself.
type dependency struct {
	path, module, dir string
	files             []string
}

// core reports whether every client of the SDK needs the package.
func (d *dependency) core() bool {
	return slices.Contains([]string{stdPath, corePath, smithyPath}, d.module)
}

func dependencies(ctx context.Context, pkg string) ([]dependency, error) {
	out, _, _, err := goRun(ctx, nil, "list", "-deps", "-f", dependencyLine, pkg)
	if err != nil {
		return nil, err
	}
	var deps []dependency
	for line := range strings.Lines(out) {
		fields := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 4)
		deps = append(deps, dependency{fields[0], fields[1], fields[2], strings.Split(fields[3], ",")})
	}
	return deps, nil
}

// measureDependencies counts the modules, packages and lines that a consumer of
// the client package compiles.
func measureDependencies(ctx context.Context) (results, error) {
	modulesRow := &row{what: modules, via: "go list", measure: number}
	packagesRow := &row{what: packages, via: "go list", measure: number}
	linesRow := &row{what: sourceLines, via: "go list", measure: number}
	for v, pkg := range clientPackages {
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
		modulesRow.values[v] = []float64{float64(len(seen))}
		packagesRow.values[v] = []float64{float64(n)}
		linesRow.values[v] = []float64{float64(lines)}
	}
	return results{modulesRow, packagesRow, linesRow}, nil
}

// measureColdBuild builds the client packages with a build cache that contains only
// the standard library and the SDK's core.
func measureColdBuild(ctx context.Context, dir string, rounds int) (results, error) {
	warm := filepath.Join(dir, "warm")
	if err := warmCache(ctx, warm); err != nil {
		return nil, err
	}
	walls := &row{what: coldBuild, via: "go build", measure: wall}
	cpus := &row{what: coldBuild, via: "go build", measure: cpu}
	builders := []variant{officialClient, thisClient}
	for round := range rounds {
		for _, i := range roundOrder(len(builders), round) {
			v := builders[i]
			cache := filepath.Join(dir, "cache-"+programDirs[v]+strconv.Itoa(round))
			if err := linkTree(warm, cache); err != nil {
				return nil, err
			}
			_, took, spent, err := goRun(ctx, []string{"GOCACHE=" + cache}, "build", clientPackages[v])
			if err != nil {
				return nil, err
			}
			walls.values[v] = append(walls.values[v], float64(took))
			cpus.values[v] = append(cpus.values[v], float64(spent))
			if err := os.RemoveAll(cache); err != nil {
				return nil, err
			}
		}
	}
	return results{walls, cpus}, nil
}

// warmCache builds the packages that every client needs into a new build cache.
func warmCache(ctx context.Context, cache string) error {
	args := []string{"build"}
	for _, pkg := range clientPackages {
		deps, err := dependencies(ctx, pkg)
		if err != nil {
			return err
		}
		for _, d := range deps {
			// The go command does not accept vendored packages of the standard
			// library as arguments. It builds them as dependencies.
			if d.core() && !strings.HasPrefix(d.path, "vendor/") && d.path != "unsafe" && !slices.Contains(args, d.path) {
				args = append(args, d.path)
			}
		}
	}
	_, _, _, err := goRun(ctx, []string{"GOCACHE=" + cache}, args...)
	return err
}

// linkTree copies a build cache as hard links. The go command never changes an
// existing file of its cache, so the copies are independent.
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
