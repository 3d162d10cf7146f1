package lightsail_test

import (
	"context"
	"fmt"
	"log"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// This example prints the average CPU utilization of an instance for each 15 minutes
// of an hour. The service returns data points in no order.
func ExampleClient_GetInstanceMetricData() {
	server, err := lightsailtest.Start(lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	start := time.Date(2026, 1, 2, 15, 0, 0, 0, time.UTC)
	out, err := client.GetInstanceMetricData(context.Background(), &lightsail.GetInstanceMetricDataInput{
		EndTime:      aws.Time(start.Add(time.Hour)),
		InstanceName: aws.String("web"),
		MetricName:   types.InstanceMetricNameCPUUtilization,
		Period:       aws.Int32(15 * 60), // seconds
		StartTime:    aws.Time(start),
		Statistics:   []types.MetricStatistic{types.MetricStatisticAverage},
		Unit:         types.MetricUnitPercent,
	})
	if err != nil {
		log.Fatal(err)
	}
	slices.SortFunc(out.MetricData, func(a, b types.MetricDatapoint) int { return a.Timestamp.Compare(*b.Timestamp) })
	for _, point := range out.MetricData {
		fmt.Printf("%s %.2f %s\n", point.Timestamp.Format("15:04"), *point.Average, point.Unit)
	}
	// Output:
	// 15:00 1.55 Percent
	// 15:15 3.46 Percent
	// 15:30 3.09 Percent
	// 15:45 2.07 Percent
}
