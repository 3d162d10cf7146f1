package lightsailtest

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("GetRelationalDatabaseBlueprints", (*state).getRelationalDatabaseBlueprints)
	register("GetRelationalDatabaseBundles", (*state).getRelationalDatabaseBundles)
}

// Database engines. The model of the service has only the first one.
const (
	engineMySQL    = string(types.RelationalDatabaseEngineMysql)
	enginePostgres = "postgres"
)

// A databaseEngine has the documented limits of an engine, its usual port, and its log
// streams. A published example has the log streams of MySQL; that of PostgreSQL is a guess.
type databaseEngine struct {
	description, display                  string
	maxDatabaseName, maxUser, maxPassword int
	port                                  int32
	logStreams                            []string
	mainLog                               string // the log stream that the server writes to
}

var databaseEngines = map[string]databaseEngine{
	engineMySQL:    {"MySQL Community Edition", "MySQL", 64, 16, 41, 3306, []string{"audit", "error", "general", "slowquery"}, "error"},
	enginePostgres: {"PostgreSQL", "PostgreSQL", 63, 63, 128, 5432, []string{"postgresql"}, "postgresql"},
}

// databaseBlueprints holds the blueprints of databases, by engine and version. The form of
// the IDs is published. The versions, and which of them is the default, are guesses.
var databaseBlueprints = []struct {
	id, engine, version string
	isDefault           bool
}{
	{"mysql_5_7", engineMySQL, "5.7.44", false},
	{"mysql_8_0", engineMySQL, "8.0.40", true},
	{"mysql_8_4", engineMySQL, "8.4.3", false},
	{"postgres_12", enginePostgres, "12.22", false},
	{"postgres_15", enginePostgres, "15.10", false},
	{"postgres_16", enginePostgres, "16.6", true},
	{"postgres_17", enginePostgres, "17.2", false},
}

// databaseSizes holds the published sizes of databases. The price is that of a month in USD.
// With high availability it is twice as high.
var databaseSizes = []struct {
	name           string
	price, ram     float32
	disk, transfer int32
	oldCPUs        int32 // of the first generation; a guess, except for the first size
}{
	{"micro", 15, 1, 40, 100, 1},
	{"small", 30, 2, 80, 100, 1},
	{"medium", 60, 4, 120, 100, 2},
	{"large", 115, 8, 240, 200, 2},
}

// databaseBundles returns the bundles of databases. Those of the first generation are not
// active, and their micro bundles are not encrypted. Both are guesses.
func databaseBundles() (bundles []types.RelationalDatabaseBundle) {
	for _, isActive := range []bool{true, false} {
		for _, size := range databaseSizes {
			suffix, cpus := "_2_0", int32(2)
			if !isActive {
				suffix, cpus = "_1_0", size.oldCPUs
			}
			b := types.RelationalDatabaseBundle{
				BundleId:             aws.String(size.name + suffix),
				CpuCount:             aws.Int32(cpus),
				DiskSizeInGb:         aws.Int32(size.disk),
				IsActive:             aws.Bool(isActive),
				IsEncrypted:          aws.Bool(isActive || size.name != "micro"),
				Name:                 aws.String(capitalize(size.name)),
				Price:                aws.Float32(size.price),
				RamSizeInGb:          aws.Float32(size.ram),
				TransferPerMonthInGb: aws.Int32(size.transfer),
			}
			ha := b
			ha.BundleId = aws.String(size.name + "_ha" + suffix)
			ha.Name = aws.String(*b.Name + " with High Availability")
			ha.Price = aws.Float32(2 * size.price)
			bundles = append(bundles, b, ha)
		}
	}
	return bundles
}

// isHighlyAvailable reports whether databases with a bundle have a standby.
func isHighlyAvailable(bundleID string) bool { return strings.Contains(bundleID, "_ha_") }

// databaseBundle returns the bundle of databases with the given ID. Acceptance tests of the
// Terraform provider create databases with bundles that are not active here, so all can be
// used.
func databaseBundle(id *string) (types.RelationalDatabaseBundle, bool) {
	bundles := databaseBundles()
	i := slices.IndexFunc(bundles, func(b types.RelationalDatabaseBundle) bool { return *b.BundleId == deref(id) })
	if i < 0 {
		return types.RelationalDatabaseBundle{}, false
	}
	return bundles[i], true
}

// fitsBundle reports whether a database of bundle b has room for one of another bundle.
func fitsBundle(b, other types.RelationalDatabaseBundle) bool {
	return deref(b.RamSizeInGb) >= deref(other.RamSizeInGb) && deref(b.DiskSizeInGb) >= deref(other.DiskSizeInGb) &&
		deref(b.CpuCount) >= deref(other.CpuCount)
}

// databaseBlueprintsOutput returns all blueprints of databases.
func databaseBlueprintsOutput() (blueprints []types.RelationalDatabaseBlueprint) {
	for _, b := range databaseBlueprints {
		engine := databaseEngines[b.engine]
		blueprints = append(blueprints, types.RelationalDatabaseBlueprint{
			BlueprintId:              aws.String(b.id),
			Engine:                   types.RelationalDatabaseEngine(b.engine),
			EngineDescription:        aws.String(engine.description),
			EngineVersion:            aws.String(b.version),
			EngineVersionDescription: aws.String(engine.display + " " + b.version),
			IsEngineDefault:          aws.Bool(b.isDefault),
		})
	}
	return blueprints
}

// databaseBlueprint returns the blueprint of databases with the given ID.
func databaseBlueprint(id *string) (types.RelationalDatabaseBlueprint, bool) {
	return findBlueprint(func(b types.RelationalDatabaseBlueprint) bool { return *b.BlueprintId == deref(id) })
}

// defaultDatabaseBlueprint returns the default blueprint of an engine. If the engine is
// empty or unknown, it returns that of MySQL.
func defaultDatabaseBlueprint(engine string) types.RelationalDatabaseBlueprint {
	if _, known := databaseEngines[engine]; !known {
		engine = engineMySQL
	}
	b, _ := findBlueprint(func(b types.RelationalDatabaseBlueprint) bool {
		return string(b.Engine) == engine && *b.IsEngineDefault
	})
	return b
}

func findBlueprint(matches func(types.RelationalDatabaseBlueprint) bool) (types.RelationalDatabaseBlueprint, bool) {
	all := databaseBlueprintsOutput()
	i := slices.IndexFunc(all, matches)
	if i < 0 {
		return types.RelationalDatabaseBlueprint{}, false
	}
	return all[i], true
}

// isNewerVersion reports whether version a, such as "8.4.3", is newer than b.
func isNewerVersion(a, b string) bool {
	numbers := func(version string) (numbers []int) {
		for part := range strings.SplitSeq(version, ".") {
			n, _ := strconv.Atoi(part)
			numbers = append(numbers, n)
		}
		return numbers
	}
	return slices.Compare(numbers(a), numbers(b)) > 0
}

func (st *state) getRelationalDatabaseBlueprints(in *lightsail.GetRelationalDatabaseBlueprintsInput) (*lightsail.GetRelationalDatabaseBlueprintsOutput, error) {
	page, next, err := pageByPosition(st, in, databaseBlueprintsOutput())
	return &lightsail.GetRelationalDatabaseBlueprintsOutput{Blueprints: page, NextPageToken: next}, err
}

func (st *state) getRelationalDatabaseBundles(in *lightsail.GetRelationalDatabaseBundlesInput) (*lightsail.GetRelationalDatabaseBundlesOutput, error) {
	matching := slices.DeleteFunc(databaseBundles(), func(b types.RelationalDatabaseBundle) bool {
		return !*b.IsActive && !deref(in.IncludeInactive)
	})
	page, next, err := pageByPosition(st, in, matching)
	return &lightsail.GetRelationalDatabaseBundlesOutput{Bundles: page, NextPageToken: next}, err
}
