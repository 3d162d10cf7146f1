package lightsail_test

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// This example creates an alarm that sends an email if an instance uses more than 80
// percent of its CPU for 10 minutes. It tests the alarm, which simulates the state.
func ExampleClient_PutAlarm() {
	server, err := lightsailtest.Start(lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("web-busy")

	_, err = client.CreateContactMethod(ctx, &lightsail.CreateContactMethodInput{
		ContactEndpoint: aws.String("ops@example.com"),
		Protocol:        types.ContactProtocolEmail,
	})
	if err != nil {
		log.Fatal(err)
	}
	_, err = client.PutAlarm(ctx, &lightsail.PutAlarmInput{
		AlarmName:             name,
		ComparisonOperator:    types.ComparisonOperatorGreaterThanThreshold,
		ContactProtocols:      []types.ContactProtocol{types.ContactProtocolEmail},
		EvaluationPeriods:     aws.Int32(2), // of 5 minutes
		MetricName:            types.MetricNameCPUUtilization,
		MonitoredResourceName: aws.String("web"),
		Threshold:             aws.Float64(80),
	})
	if err != nil {
		log.Fatal(err)
	}

	printState := func() {
		out, err := client.GetAlarms(ctx, &lightsail.GetAlarmsInput{AlarmName: name})
		if err != nil {
			log.Fatal(err)
		}
		alarm := out.Alarms[0]
		fmt.Printf("%s %s of %s > %v %s: %s\n",
			alarm.Statistic, alarm.MetricName, *alarm.MonitoredResourceInfo.Name, *alarm.Threshold, alarm.Unit, alarm.State)
	}
	printState()
	if _, err := client.TestAlarm(ctx, &lightsail.TestAlarmInput{AlarmName: name, State: types.AlarmStateAlarm}); err != nil {
		log.Fatal(err)
	}
	printState()
	// Output:
	// Average CPUUtilization of web > 80 Percent: INSUFFICIENT_DATA
	// Average CPUUtilization of web > 80 Percent: ALARM
}
