package lightsailtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("GetSetupHistory", (*state).getSetupHistory)
	register("SetupInstanceHttps", (*state).setupInstanceHTTPS)
}

const (
	// maxSetups is the documented number of calls that GetSetupHistory returns.
	maxSetups = 5

	maxDomainNames = 10

	// maxCommonName is the maximum length of the name that is the subject of a
	// certificate.
	maxCommonName = 63
)

// setupPorts are the TCP ports that must be open to all addresses during a setup.
var setupPorts = []int32{22, 80, 443}

// setupInstanceHTTPS does not create a certificate. The documentation requires a running
// instance and open ports. That a closed port makes the operation record fail is a guess,
// and so is that the service accepts all blueprints.
func (st *state) setupInstanceHTTPS(in *lightsail.SetupInstanceHttpsInput) (*lightsail.SetupInstanceHttpsOutput, error) {
	var v violations
	v.check(1 <= len(in.DomainNames) && len(in.DomainNames) <= maxDomainNames, "domainNames", "must have 1 to %d items", maxDomainNames)
	for n, name := range in.DomainNames {
		v.check(strings.Contains(name, "."), fmt.Sprintf("domainNames[%d]", n), "must be a domain name")
	}
	isShort := func(name string) bool { return len(name) <= maxCommonName }
	v.check(len(in.DomainNames) < 2 || slices.ContainsFunc(in.DomainNames, isShort), "domainNames",
		"must have a name with at most %d characters", maxCommonName)
	v.check(strings.Contains(*in.EmailAddress, "@"), "emailAddress", "must be an email address")
	if err := v.err(); err != nil {
		return nil, err
	}
	i, err := st.findInstance(in.InstanceName, instanceRunning)
	if err != nil {
		return nil, err
	}
	isClosed := func(port int32) bool { return !i.isOpenToAll(port) }
	if n := slices.IndexFunc(setupPorts, isClosed); n >= 0 {
		st.failing[i] = fmt.Sprintf("TCP port %d is not open to all IP addresses.", setupPorts[n])
	}
	operations := st.record(types.OperationTypeSetupInstanceHttps, i)
	st.records[len(st.records)-1].setup = &types.SetupRequest{
		CertificateProvider: in.CertificateProvider,
		DomainNames:         in.DomainNames,
		InstanceName:        in.InstanceName,
	}
	return &lightsail.SetupInstanceHttpsOutput{Operations: operations}, nil
}

// getSetupHistory returns the newest calls first, which is a guess.
func (st *state) getSetupHistory(in *lightsail.GetSetupHistoryInput) (*lightsail.GetSetupHistoryOutput, error) {
	i, err := find[*instance](st, in.ResourceName)
	if err != nil {
		return nil, err
	}
	var setups []*operationRecord
	for _, r := range st.records {
		if r.setup != nil && r.subject == resource(i) {
			setups = append(setups, r)
		}
	}
	setups = setups[max(0, len(setups)-maxSetups):]
	page, next, err := pageFromEnd(st, in, setups, func(r *operationRecord) string { return *r.Id })
	if err != nil {
		return nil, err
	}
	out := &lightsail.GetSetupHistoryOutput{NextPageToken: next, SetupHistory: []types.SetupHistory{}}
	for _, r := range page {
		r.finishIfDue(st.now)
		out.SetupHistory = append(out.SetupHistory, i.setupHistory(r))
	}
	return out, nil
}

// setupHistory returns a call of SetupInstanceHttps. Its only command and the version of
// the script are made up.
func (i *instance) setupHistory(r *operationRecord) types.SetupHistory {
	status, output := types.SetupStatusInProgress, ""
	switch r.Status {
	case types.OperationStatusSucceeded:
		status, output = types.SetupStatusSucceeded, "The certificate has been installed."
	case types.OperationStatusFailed:
		status = types.SetupStatusFailed
	}
	return types.SetupHistory{
		ExecutionDetails: []types.SetupExecutionDetails{{
			Command:        aws.String("certbot certonly --domains " + strings.Join(r.setup.DomainNames, ",")),
			DateTime:       r.CreatedAt,
			Name:           r.ResourceName,
			StandardError:  aws.String(deref(r.ErrorDetails)),
			StandardOutput: &output,
			Status:         status,
			Version:        aws.String("1"),
		}},
		OperationId: r.Id,
		Request:     r.setup,
		Resource: &types.SetupHistoryResource{
			Arn:          i.Arn,
			CreatedAt:    i.CreatedAt,
			Location:     i.Location,
			Name:         i.Name,
			ResourceType: i.ResourceType,
		},
		Status: status,
	}
}
