package lightsail_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestWaitersFollowPages waits for a record that appears on the third page in the second
// poll.
func TestWaitersFollowPages(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		var tokens []string
		lightsailtest.Handle(server, func(_ context.Context, in *lightsail.GetExportSnapshotRecordsInput) (*lightsail.GetExportSnapshotRecordsOutput, error) {
			token := aws.ToString(in.PageToken)
			tokens = append(tokens, token)
			next := map[string]string{"": "2", "2": "3", "3": "4"}[token]
			out := &lightsail.GetExportSnapshotRecordsOutput{NextPageToken: &next}
			if token == "3" && len(tokens) > 4 {
				out.ExportSnapshotRecords = []types.ExportSnapshotRecord{{Name: aws.String("record"), State: types.RecordStateSucceeded}}
			}
			return out, nil
		})
		out, err := lightsail.NewExportSnapshotRecordSucceededWaiter(client, "record").WaitForOutput(t.Context(), nil, time.Hour)
		if err != nil || len(out.ExportSnapshotRecords) != 1 {
			t.Errorf("got output %v and error %v, want the page of the record and none", out, err)
		}
		if diff := cmp.Diff([]string{"", "2", "3", "4", "", "2", "3"}, tokens); diff != "" {
			t.Errorf("page tokens (-want +got):\n%s", diff)
		}
	})
}

// TestWaitersFollowEmptyPages waits for resources that are selected by name and are not on
// the first page.
func TestWaitersFollowEmptyPages(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		lightsailtest.Handle(server, func(_ context.Context, in *lightsail.GetDistributionsInput) (*lightsail.GetDistributionsOutput, error) {
			if in.PageToken == nil {
				return &lightsail.GetDistributionsOutput{NextPageToken: aws.String("2")}, nil
			}
			return distributionOut(in, "enabled"), nil
		})
		lightsailtest.Handle(server, func(_ context.Context, in *lightsail.GetCertificatesInput) (*lightsail.GetCertificatesOutput, error) {
			if in.PageToken == nil {
				return &lightsail.GetCertificatesOutput{NextPageToken: aws.String("2")}, nil
			}
			return certificateOut(in, "ISSUED"), nil
		})
		if err := lightsail.NewDistributionEnabledWaiter(client).Wait(t.Context(), distributionIn, time.Minute); err != nil {
			t.Errorf("distribution: got error %v, want none", err)
		}
		if err := lightsail.NewCertificateIssuedWaiter(client).Wait(t.Context(), certificateIn, time.Minute); err != nil {
			t.Errorf("certificate: got error %v, want none", err)
		}
		server.AssertCalls(t, "GetDistributions", "GetDistributions", "GetCertificates", "GetCertificates")
		if certificateIn.IncludeCertificateDetails || certificateIn.PageToken != nil {
			t.Errorf("got input %v after the wait, want it unchanged", certificateIn)
		}
	})
}

// TestWaitersDuplicateToken checks that a page token that repeats ends a wait.
func TestWaitersDuplicateToken(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		lightsailtest.Handle(server, func(context.Context, *lightsail.GetCloudFormationStackRecordsInput) (*lightsail.GetCloudFormationStackRecordsOutput, error) {
			return &lightsail.GetCloudFormationStackRecordsOutput{NextPageToken: aws.String("again")}, nil
		})
		err := lightsail.NewCloudFormationStackRecordSucceededWaiter(client, "record").Wait(t.Context(), nil, time.Hour)
		if err == nil || !strings.Contains(err.Error(), "same page token twice") || len(server.Calls()) != 2 {
			t.Errorf("got error %v after %d requests, want a duplicate token after 2", err, len(server.Calls()))
		}
	})
}

// TestWaitersErrorOnLaterPage checks that an error on any page ends a wait.
func TestWaitersErrorOnLaterPage(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		lightsailtest.Handle(server, func(_ context.Context, in *lightsail.GetExportSnapshotRecordsInput) (*lightsail.GetExportSnapshotRecordsOutput, error) {
			if in.PageToken == nil {
				return &lightsail.GetExportSnapshotRecordsOutput{NextPageToken: aws.String("2")}, nil
			}
			return nil, &types.AccessDeniedException{}
		})
		out, err := lightsail.NewExportSnapshotRecordSucceededWaiter(client, "record").WaitForOutput(t.Context(), nil, time.Hour)
		var exception *types.AccessDeniedException
		if !errors.As(err, &exception) || out != nil {
			t.Errorf("got output %v and error %v, want nil and an AccessDeniedException", out, err)
		}
	})
}

// TestWaitersRequireName checks that waiters for one resource reject an input that selects
// all, and that nothing is sent.
func TestWaitersRequireName(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(200, `{}`))
	client := newClient(do)
	for field, err := range map[string]error{
		"GetBucketsInput.BucketName":                      lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), nil, time.Minute),
		"GetContainerServicesInput.ServiceName":           lightsail.NewContainerServiceReadyWaiter(client).Wait(t.Context(), nil, time.Minute),
		"GetCertificatesInput.CertificateName":            lightsail.NewCertificateIssuedWaiter(client).Wait(t.Context(), nil, time.Minute),
		"GetDistributionsInput.DistributionName":          lightsail.NewDistributionEnabledWaiter(client).Wait(t.Context(), nil, time.Minute),
		"GetDiskInput.DiskName":                           lightsail.NewDiskAvailableWaiter(client).Wait(t.Context(), &lightsail.GetDiskInput{}, time.Minute),
		"GetContainerServiceDeploymentsInput.ServiceName": lightsail.NewContainerServiceDeploymentActiveWaiter(client, 1).Wait(t.Context(), nil, time.Minute),
	} {
		if err == nil || !strings.Contains(err.Error(), field) {
			t.Errorf("got error %v, want the missing field %s", err, field)
		}
	}
	if sent.len() != 0 {
		t.Errorf("got %d requests, want none", sent.len())
	}
}

// TestWaitersEmptyResponse checks that a response without the resource does not prove that
// the resource does not exist.
func TestWaitersEmptyResponse(t *testing.T) {
	t.Parallel()
	eachWaiter(t, func(t *testing.T, row waiterRow, server *lightsailtest.Server) {
		if row.hasEmpty || rowName(row) == "OperationSucceeded" {
			return
		}
		timeout := requireTimeout(t, waitError(row.wait(t.Context(), server, 10*time.Minute, empty)))
		if timeout.Last == nil {
			t.Errorf("got error %v without the last output, want it", timeout)
		}
	})
}
