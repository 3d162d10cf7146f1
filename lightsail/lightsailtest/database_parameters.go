package lightsailtest

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("GetRelationalDatabaseParameters", (*state).getRelationalDatabaseParameters)
	register("UpdateRelationalDatabaseParameters", (*state).updateRelationalDatabaseParameters)
}

// Documented values of ApplyMethod and of ApplyType. The second type is published.
const (
	applyImmediate     = "immediate"
	applyPendingReboot = "pending-reboot"
	applyDynamic       = "dynamic"
	applyStatic        = "static"
)

// A databaseParameter is a parameter of an engine.
type databaseParameter struct {
	name, applyType, dataType, allowed, value string
	isFixed                                   bool
	description                               string
}

// databaseParameters holds a few parameters of each engine, sorted by name. A published
// example has the first ones of MySQL. The others exist in the engines, and everything else
// about them is a guess.
var databaseParameters = map[string][]databaseParameter{
	engineMySQL: {
		{"activate_all_roles_on_login", applyDynamic, "boolean", "0,1", "0", false, "Activates the granted roles of a user at login"},
		{"allow-suspicious-udfs", applyStatic, "boolean", "0,1", "", true, "Allows user-defined functions with only one symbol"},
		{"auto_generate_certs", applyStatic, "boolean", "0,1", "", true, "Generates files for TLS that do not exist"},
		{"autocommit", applyDynamic, "boolean", "0,1", "", false, "Commits each statement"},
		{"general_log", applyDynamic, "boolean", "0,1", "", false, "Writes the general query log"},
		{"long_query_time", applyDynamic, "float", "0-31536000", "", false, "Number of seconds after which a query is slow"},
		{"max_connections", applyDynamic, "integer", "1-100000", "{DBInstanceClassMemory/12582880}", false, "Maximum number of connections"},
		{"performance_schema", applyStatic, "boolean", "0,1", "0", false, "Enables the performance schema"},
		{"slow_query_log", applyDynamic, "boolean", "0,1", "", false, "Writes the log of slow queries"},
		{"time_zone", applyDynamic, "string", "Asia/Tokyo,Europe/Paris,UTC,US/Eastern", "", false, "Time zone of the server"},
		{"wait_timeout", applyDynamic, "integer", "1-31536000", "", false, "Number of seconds after which an idle connection is closed"},
	},
	enginePostgres: {
		{"autovacuum", applyDynamic, "boolean", "0,1", "", false, "Starts the autovacuum process"},
		{"config_file", applyStatic, "string", "", "/rdsdbdata/config/postgresql.conf", true, "Main configuration file of the server"},
		{"log_min_duration_statement", applyDynamic, "integer", "-1-2147483647", "", false, "Number of milliseconds after which statements are logged"},
		{"log_statement", applyDynamic, "string", "none,ddl,mod,all", "", false, "Kinds of statements that are logged"},
		{"max_connections", applyStatic, "integer", "6-8388607", "{DBInstanceClassMemory/9531392}", false, "Maximum number of connections"},
		{"shared_buffers", applyStatic, "integer", "16-1073741823", "{DBInstanceClassMemory/32768}", false, "Number of shared buffers"},
		{"work_mem", applyDynamic, "integer", "64-2147483647", "", false, "Memory of a query operation in KB"},
	},
}

// parameterChange is what UpdateRelationalDatabaseParameters has set.
type parameterChange struct{ value, method string }

// listParameters returns the parameters of the database.
func (d *database) listParameters() (parameters []types.RelationalDatabaseParameter) {
	for _, p := range databaseParameters[d.engineName()] {
		parameter := types.RelationalDatabaseParameter{
			ApplyMethod:   aws.String(applyPendingReboot),
			ApplyType:     aws.String(p.applyType),
			DataType:      aws.String(p.dataType),
			Description:   aws.String(p.description),
			IsModifiable:  aws.Bool(!p.isFixed),
			ParameterName: aws.String(p.name),
		}
		if p.allowed != "" {
			parameter.AllowedValues = aws.String(p.allowed)
		}
		if p.value != "" {
			parameter.ParameterValue = aws.String(p.value)
		}
		if c, ok := d.parameters[p.name]; ok {
			parameter.ParameterValue, parameter.ApplyMethod = aws.String(c.value), aws.String(c.method)
		}
		parameters = append(parameters, parameter)
	}
	return parameters
}

func (st *state) getRelationalDatabaseParameters(in *lightsail.GetRelationalDatabaseParametersInput) (*lightsail.GetRelationalDatabaseParametersOutput, error) {
	d, err := find[*database](st, in.RelationalDatabaseName)
	if err != nil {
		return nil, err
	}
	page, next, err := pageByPosition(st, in, d.listParameters())
	return &lightsail.GetRelationalDatabaseParametersOutput{NextPageToken: next, Parameters: page}, err
}

// updateRelationalDatabaseParameters applies a change of a dynamic parameter at once and one
// of a static parameter at the next restart, as documented, unless ApplyMethod delays it. The
// errors are guesses, and so is that the new value is returned before the restart.
func (st *state) updateRelationalDatabaseParameters(in *lightsail.UpdateRelationalDatabaseParametersInput) (*lightsail.UpdateRelationalDatabaseParametersOutput, error) {
	d, err := st.findDatabase(in.RelationalDatabaseName, databaseAvailable)
	if err != nil {
		return nil, err
	}
	var v violations
	v.check(len(in.Parameters) > 0, "parameters", "must not be empty")
	parameters := maps.Clone(d.parameters)
	if parameters == nil {
		parameters = map[string]parameterChange{}
	}
	isPending := false
	for i, p := range in.Parameters {
		c := v.parameter(fmt.Sprintf("parameters[%d].", i), p, databaseParameters[d.engineName()])
		parameters[deref(p.ParameterName)] = c
		isPending = isPending || c.method == applyPendingReboot
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	d.parameters = parameters
	if isPending {
		d.ParameterApplyStatus = aws.String(parametersPendingReboot)
	}
	return &lightsail.UpdateRelationalDatabaseParametersOutput{
		Operations: st.record(types.OperationTypeUpdateRelationalDatabaseParameters, d),
	}, nil
}

// parameter checks a change of one of the known parameters.
func (v *violations) parameter(member string, in types.RelationalDatabaseParameter, known []databaseParameter) parameterChange {
	i := slices.IndexFunc(known, func(p databaseParameter) bool { return p.name == deref(in.ParameterName) })
	if i < 0 {
		v.check(false, member+"parameterName", "must be the name of a parameter of the database")
		return parameterChange{}
	}
	p, method := known[i], deref(in.ApplyMethod)
	if method == "" {
		method = applyPendingReboot
		if p.applyType == applyDynamic {
			method = applyImmediate
		}
	}
	v.check(!p.isFixed, member+"parameterName", "%s cannot be changed", p.name)
	v.check(method == applyImmediate || method == applyPendingReboot, member+"applyMethod", "must be %s or %s", applyImmediate, applyPendingReboot)
	v.check(method != applyImmediate || p.applyType == applyDynamic, member+"applyMethod", "must be %s for %s", applyPendingReboot, p.name)
	v.check(in.ParameterValue != nil && p.allows(*in.ParameterValue), member+"parameterValue", "must be one of the allowed values: %s", p.allowed)
	return parameterChange{deref(in.ParameterValue), method}
}

var numberRange = regexp.MustCompile(`^(-?\d+)-(-?\d+)$`)

// allows reports whether the parameter can have a value. A formula in braces is not
// evaluated.
func (p databaseParameter) allows(value string) bool {
	if strings.HasPrefix(value, "{") && strings.HasSuffix(value, "}") || p.allowed == "" {
		return true
	}
	limits := numberRange.FindStringSubmatch(p.allowed)
	if limits == nil {
		return slices.Contains(strings.Split(p.allowed, ","), value)
	}
	if _, err := strconv.ParseInt(value, 10, 64); err != nil && p.dataType == "integer" {
		return false
	}
	var numbers [3]float64
	for i, text := range []string{limits[1], value, limits[2]} {
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return false
		}
		numbers[i] = n
	}
	return numbers[0] <= numbers[1] && numbers[1] <= numbers[2]
}
