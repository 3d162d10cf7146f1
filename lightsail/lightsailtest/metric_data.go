package lightsailtest

import (
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("GetBucketMetricData", (*state).getBucketMetricData)
	register("GetContainerServiceMetricData", (*state).getContainerServiceMetricData)
	registerGlobal("GetDistributionMetricData", types.ResourceTypeDistribution, (*state).getDistributionMetricData)
	register("GetInstanceMetricData", (*state).getInstanceMetricData)
	register("GetLoadBalancerMetricData", (*state).getLoadBalancerMetricData)
	register("GetRelationalDatabaseMetricData", (*state).getRelationalDatabaseMetricData)
}

func (st *state) getBucketMetricData(in *lightsail.GetBucketMetricDataInput) (*lightsail.GetBucketMetricDataOutput, error) {
	points, err := st.datapoints(metricQuery{
		types.ResourceTypeBucket, in.BucketName,
		string(in.MetricName), in.Unit, in.Period, in.StartTime, in.EndTime, in.Statistics,
	})
	return &lightsail.GetBucketMetricDataOutput{MetricData: points, MetricName: in.MetricName}, err
}

func (st *state) getContainerServiceMetricData(in *lightsail.GetContainerServiceMetricDataInput) (*lightsail.GetContainerServiceMetricDataOutput, error) {
	points, err := st.datapoints(metricQuery{
		types.ResourceTypeContainerService, in.ServiceName,
		string(in.MetricName), "", in.Period, in.StartTime, in.EndTime, in.Statistics,
	})
	return &lightsail.GetContainerServiceMetricDataOutput{MetricData: points, MetricName: in.MetricName}, err
}

// getDistributionMetricData also returns metrics of the firewall if it is off. The service
// has none then.
func (st *state) getDistributionMetricData(in *lightsail.GetDistributionMetricDataInput) (*lightsail.GetDistributionMetricDataOutput, error) {
	points, err := st.datapoints(metricQuery{
		types.ResourceTypeDistribution, in.DistributionName,
		string(in.MetricName), in.Unit, in.Period, in.StartTime, in.EndTime, in.Statistics,
	})
	return &lightsail.GetDistributionMetricDataOutput{MetricData: points, MetricName: in.MetricName}, err
}

func (st *state) getInstanceMetricData(in *lightsail.GetInstanceMetricDataInput) (*lightsail.GetInstanceMetricDataOutput, error) {
	points, err := st.datapoints(metricQuery{
		types.ResourceTypeInstance, in.InstanceName,
		string(in.MetricName), in.Unit, in.Period, in.StartTime, in.EndTime, in.Statistics,
	})
	return &lightsail.GetInstanceMetricDataOutput{MetricData: points, MetricName: in.MetricName}, err
}

func (st *state) getLoadBalancerMetricData(in *lightsail.GetLoadBalancerMetricDataInput) (*lightsail.GetLoadBalancerMetricDataOutput, error) {
	points, err := st.datapoints(metricQuery{
		types.ResourceTypeLoadBalancer, in.LoadBalancerName,
		string(in.MetricName), in.Unit, in.Period, in.StartTime, in.EndTime, in.Statistics,
	})
	return &lightsail.GetLoadBalancerMetricDataOutput{MetricData: points, MetricName: in.MetricName}, err
}

func (st *state) getRelationalDatabaseMetricData(in *lightsail.GetRelationalDatabaseMetricDataInput) (*lightsail.GetRelationalDatabaseMetricDataOutput, error) {
	points, err := st.datapoints(metricQuery{
		types.ResourceTypeRelationalDatabase, in.RelationalDatabaseName,
		string(in.MetricName), in.Unit, in.Period, in.StartTime, in.EndTime, in.Statistics,
	})
	return &lightsail.GetRelationalDatabaseMetricDataOutput{MetricData: points, MetricName: in.MetricName}, err
}
