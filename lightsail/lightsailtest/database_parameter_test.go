package lightsailtest_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// databaseParameter returns a parameter of the database db.
func databaseParameter(t *testing.T, client *lightsail.Client, name string) (found types.RelationalDatabaseParameter) {
	t.Helper()
	in := &lightsail.GetRelationalDatabaseParametersInput{RelationalDatabaseName: aws.String("db")}
	for p, err := range lightsail.NewGetRelationalDatabaseParametersPaginator(client, in).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if *p.ParameterName == name {
			found = p
		}
	}
	return found
}

func setParameter(t *testing.T, client *lightsail.Client, p types.RelationalDatabaseParameter) {
	t.Helper()
	out := must[lightsail.UpdateRelationalDatabaseParametersOutput](t)(client.UpdateRelationalDatabaseParameters(t.Context(),
		&lightsail.UpdateRelationalDatabaseParametersInput{RelationalDatabaseName: aws.String("db"), Parameters: []types.RelationalDatabaseParameter{p}}))
	wantEqual(t, "records", []string{"UpdateRelationalDatabaseParameters db"}, recordsOf(out.Operations))
}

// Changes of dynamic parameters are in effect at once, and others after a restart.
func TestDatabaseParameters(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithPageSize(3), lightsailtest.WithLag(lightsailtest.Lag{State: "rebooting", Polls: 1}))
	createTestDatabase(t, client, "db")
	status := func() string { return *readDatabase(t, client, "db").ParameterApplyStatus }
	want := types.RelationalDatabaseParameter{
		AllowedValues: aws.String("0,1"),
		ApplyMethod:   aws.String("pending-reboot"),
		ApplyType:     aws.String("static"),
		DataType:      aws.String("boolean"),
		Description:   aws.String("Enables the performance schema"),
		IsModifiable:  aws.Bool(true),
		ParameterName: aws.String("performance_schema"),
	}
	want.ParameterValue = aws.String("0")
	wantEqual(t, "static parameter", want, databaseParameter(t, client, "performance_schema"))

	setParameter(t, client, types.RelationalDatabaseParameter{ParameterName: aws.String("max_connections"), ParameterValue: aws.String("50")})
	wantEqual(t, "status after a dynamic change", "in-sync", status())
	p := databaseParameter(t, client, "max_connections")
	wantEqual(t, "dynamic parameter", "50 immediate", *p.ParameterValue+" "+*p.ApplyMethod)
	setParameter(t, client, types.RelationalDatabaseParameter{ParameterName: aws.String("performance_schema"), ParameterValue: aws.String("1")})
	wantEqual(t, "status after a static change", "pending-reboot", status())
	want.ParameterValue = aws.String("1")
	wantEqual(t, "changed static parameter", want, databaseParameter(t, client, "performance_schema"))
	rebootDatabase(t, client)
	wantEqual(t, "status while rebooting", "pending-reboot", status())
	wantEqual(t, "status after the reboot", "in-sync", status())

	setParameter(t, client, types.RelationalDatabaseParameter{
		ApplyMethod: aws.String("pending-reboot"), ParameterName: aws.String("long_query_time"), ParameterValue: aws.String("0.5"),
	})
	wantEqual(t, "status after a delayed change", "pending-reboot", status())
	stopDatabase(t, client, nil)
	startDatabase(t, client)
	wantEqual(t, "status after a start", "in-sync", status())
}

func TestUpdateDatabaseParametersInvalidInput(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithCredentials(testCredentials))
	createTestDatabase(t, client, "db")
	for _, test := range []struct{ name, value, method, message string }{
		{"unknown", "1", "", "parameters[0].parameterName: must be the name of a parameter"},
		{"auto_generate_certs", "1", "", "auto_generate_certs cannot be changed"},
		{"autocommit", "2", "", "must be one of the allowed values: 0,1"},
		{"max_connections", "0", "", "must be one of the allowed values: 1-100000"},
		{"max_connections", "1.5", "", "must be one of the allowed values"},
		{"long_query_time", "long", "", "must be one of the allowed values"},
		{"long_query_time", "NaN", "", "must be one of the allowed values"},
		{"time_zone", "Mars", "", "must be one of the allowed values"},
		{"autocommit", "1", "later", "applyMethod: must be immediate or pending-reboot"},
		{"performance_schema", "1", "immediate", "applyMethod: must be pending-reboot for performance_schema"},
	} {
		wantInvalidInput(t, server, "UpdateRelationalDatabaseParameters", lightsail.UpdateRelationalDatabaseParametersInput{
			Parameters: []types.RelationalDatabaseParameter{
				{ParameterName: &test.name, ParameterValue: &test.value, ApplyMethod: &test.method},
			},
			RelationalDatabaseName: aws.String("db"),
		}, test.message)
	}
	wantInvalidInput(t, server, "UpdateRelationalDatabaseParameters", lightsail.UpdateRelationalDatabaseParametersInput{
		Parameters: []types.RelationalDatabaseParameter{{ParameterName: aws.String("autocommit")}}, RelationalDatabaseName: aws.String("db"),
	}, "parameterValue: must be one of")
	setParameter(t, client, types.RelationalDatabaseParameter{ParameterName: aws.String("max_connections"), ParameterValue: aws.String("{DBInstanceClassMemory/2}")})
}

// The catalog of databases.
func TestDatabaseCatalog(t *testing.T) {
	_, client := newTestServer(t)
	ctx := t.Context()
	var engines []string
	for b, err := range lightsail.NewGetRelationalDatabaseBlueprintsPaginator(client, nil).All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if *b.IsEngineDefault {
			engines = append(engines, string(b.Engine)+" "+*b.BlueprintId+" "+*b.EngineVersionDescription)
		}
	}
	wantEqual(t, "default blueprints", []string{"mysql mysql_8_0 MySQL 8.0.40", "postgres postgres_16 PostgreSQL 16.6"}, engines)

	var bundles []types.RelationalDatabaseBundle
	for b, err := range lightsail.NewGetRelationalDatabaseBundlesPaginator(client, nil).All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		bundles = append(bundles, b)
	}
	wantEqual(t, "number of bundles", 8, len(bundles))
	wantEqual(t, "bundle", types.RelationalDatabaseBundle{
		BundleId:             aws.String("large_ha_2_0"),
		CpuCount:             aws.Int32(2),
		DiskSizeInGb:         aws.Int32(240),
		IsActive:             aws.Bool(true),
		IsEncrypted:          aws.Bool(true),
		Name:                 aws.String("Large with High Availability"),
		Price:                aws.Float32(230),
		RamSizeInGb:          aws.Float32(8),
		TransferPerMonthInGb: aws.Int32(200),
	}, bundles[7])
	all := 0
	for b, err := range lightsail.NewGetRelationalDatabaseBundlesPaginator(client, &lightsail.GetRelationalDatabaseBundlesInput{IncludeInactive: aws.Bool(true)}).All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		all++
		if *b.BundleId == "micro_1_0" && (*b.IsActive || *b.IsEncrypted) {
			t.Errorf("got the bundle %+v, want it neither active nor encrypted", b)
		}
	}
	wantEqual(t, "number of bundles with inactive ones", 16, all)
}
