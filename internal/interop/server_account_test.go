package interop_test

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// exportable are the resources of the servers in TestServerSnapshotExports.
const exportable = `{
	"instances": [{"name": "web"}],
	"disks": [{"name": "data", "attachedTo": "web", "path": "/dev/xvdf"}]
}`

// TestServerSnapshotExports copies snapshots, also to another Region, exports them, and
// creates stacks from the exports.
func TestServerSnapshotExports(t *testing.T) {
	runSessions(t, func(s *session) {
		if err := s.server.PutJSON([]byte(exportable)); err != nil {
			s.Fatal(err)
		}
		must[lightsail.CreateInstanceSnapshotOutput](s, &lightsail.CreateInstanceSnapshotInput{
			InstanceName: aws.String("web"), InstanceSnapshotName: aws.String("web-1"),
		})
		must[lightsail.CreateDiskSnapshotOutput](s, &lightsail.CreateDiskSnapshotInput{DiskName: aws.String("data"), DiskSnapshotName: aws.String("data-1")})
		copyInput := &lightsail.CopySnapshotInput{
			SourceRegion: types.RegionNameUsEast1, SourceSnapshotName: aws.String("web-1"), TargetSnapshotName: aws.String("web-2"),
		}
		s.waitSucceeded(must[lightsail.CopySnapshotOutput](s, copyInput).Operations)
		s.mustFail("InvalidInputException", copyInput)

		var sources []string
		for _, name := range []string{"web-2", "data-1"} {
			s.waitSucceeded(must[lightsail.ExportSnapshotOutput](s, &lightsail.ExportSnapshotInput{SourceSnapshotName: &name}).Operations)
		}
		s.mustFail("NotFoundException", &lightsail.ExportSnapshotInput{SourceSnapshotName: aws.String("web")})
		followPages(s, func(token *string) *string {
			out := must[lightsail.GetExportSnapshotRecordsOutput](s, &lightsail.GetExportSnapshotRecordsInput{PageToken: token})
			r := out.ExportSnapshotRecords[0]
			assertEqual(s, r.State, types.RecordStateSucceeded)
			if r.SourceInfo.InstanceSnapshotInfo != nil {
				sources = append(sources, *r.Name)
			}
			return out.NextPageToken
		})
		create := &lightsail.CreateCloudFormationStackInput{Instances: []types.InstanceEntry{{
			AvailabilityZone: aws.String("us-east-1a"), InstanceType: aws.String("t3.micro"), PortInfoSource: types.PortInfoSourceTypeDefault,
			SourceName: &sources[0], UserData: aws.String("#!/bin/sh"),
		}}}
		for range 2 {
			s.waitSucceeded(must[lightsail.CreateCloudFormationStackOutput](s, create).Operations)
		}
		followPages(s, func(token *string) *string {
			out := must[lightsail.GetCloudFormationStackRecordsOutput](s, &lightsail.GetCloudFormationStackRecordsInput{PageToken: token})
			assertEqual(s, *out.CloudFormationStackRecords[0].SourceInfo[0].Name, sources[0])
			return out.NextPageToken
		})
		create.Instances = append(create.Instances, create.Instances...)
		s.mustFail("InvalidInputException", create)

		cfg := s.server.Config()
		cfg.Region = "eu-west-1"
		s.configure(cfg)
		s.waitSucceeded(must[lightsail.CopySnapshotOutput](s, copyInput).Operations)
		snapshot := must[lightsail.GetInstanceSnapshotOutput](s, &lightsail.GetInstanceSnapshotInput{InstanceSnapshotName: aws.String("web-2")}).InstanceSnapshot
		assertEqual(s, snapshot.Location.RegionName, types.RegionNameEuWest1)
		assertEqual(s, *snapshot.FromAttachedDisks[0].Name, "data")
	},
		lightsailtest.WithPageSize(1),
		lightsailtest.WithRegions("us-east-1", "eu-west-1"),
		lightsailtest.WithLag(lightsailtest.Lag{State: "Started", Polls: 1}),
	)
}

// TestServerAccount connects the networks, opens a graphical session, and reads an estimate
// of costs and the profile.
func TestServerAccount(t *testing.T) {
	notebook, web := aws.String("notebook"), aws.String("web")
	runSessions(t, func(s *session) {
		isPeered := func() bool { return *must[lightsail.IsVpcPeeredOutput](s, &lightsail.IsVpcPeeredInput{}).IsPeered }
		s.mustFail("NotFoundException", &lightsail.UnpeerVpcInput{})
		s.waitSucceeded([]types.Operation{*must[lightsail.PeerVpcOutput](s, &lightsail.PeerVpcInput{}).Operation})
		assertEqual(s, isPeered(), true)
		s.waitSucceeded([]types.Operation{*must[lightsail.UnpeerVpcOutput](s, &lightsail.UnpeerVpcInput{}).Operation})
		assertEqual(s, isPeered(), false)

		s.mustFail("InvalidInputException", &lightsail.StartGUISessionInput{ResourceName: web})
		s.waitSucceeded(must[lightsail.StartGUISessionOutput](s, &lightsail.StartGUISessionInput{ResourceName: notebook}).Operations)
		access := &lightsail.CreateGUISessionAccessDetailsInput{ResourceName: notebook}
		assertEqual(s, len(must[lightsail.CreateGUISessionAccessDetailsOutput](s, access).Sessions), 2)
		s.waitSucceeded(must[lightsail.StopGUISessionOutput](s, &lightsail.StopGUISessionInput{ResourceName: notebook}).Operations)
		assertEqual(s, must[lightsail.CreateGUISessionAccessDetailsOutput](s, access).Status, types.StatusStopped)

		start := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
		estimate := &lightsail.GetCostEstimateInput{ResourceName: notebook, StartTime: &start, EndTime: aws.Time(start.AddDate(0, 0, 1))}
		costs := must[lightsail.GetCostEstimateOutput](s, estimate).ResourcesBudgetEstimate[0].CostEstimates
		assertEqual(s, *costs[0].ResultsByTime[0].Unit, 24)
		estimate.ResourceName = aws.String("gone")
		s.mustFail("NotFoundException", estimate)

		assertEqual(s, must[lightsail.GetProfileOutput](s, &lightsail.GetProfileInput{}).ProfileType, types.ProfileTypeLightsailor)
		if err := s.server.PutJSON([]byte(`{"partner": {"enrolledAt": 1767312000, "status": "Active", "tierName": "Growth"}}`)); err != nil {
			s.Fatal(err)
		}
		assertEqual(s, must[lightsail.GetProfileOutput](s, &lightsail.GetProfileInput{}).Partner.TierName, types.TierNameGrowth)
	}, lightsailtest.WithInstances(types.Instance{Name: web},
		types.Instance{Name: notebook, BlueprintId: aws.String("research_notebook"), BundleId: aws.String("research_xlarge_1_0")}))
}
