package lightsailtest

import (
	"fmt"
	"hash/fnv"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("IsVpcPeered", (*state).isVPCPeered)
	register("PeerVpc", (*state).peerVPC)
	register("UnpeerVpc", (*state).unpeerVPC)
}

// A vpcPeering is the connection of the network of Lightsail with the default VPC of the
// account. It exists while they are connected.
type vpcPeering struct {
	entry
	peeredVPC
}

// A peeredVPC has the fields of all resources. Package types has no struct for it, since
// no API operation returns it.
type peeredVPC struct {
	Name     *string                 `json:"name,omitzero"` // the ID of the VPC of Lightsail
	Location *types.ResourceLocation `json:"location,omitzero"`
}

func (*vpcPeering) kind() types.ResourceType { return types.ResourceTypePeeredVpc }

func (p *vpcPeering) value() any { return &p.peeredVPC }

// vpcID returns the ID of a VPC of the Region.
func (st *state) vpcID(name string) string {
	h := fnv.New64a()
	_, _ = h.Write([]byte(st.region + "/" + name))
	return fmt.Sprintf("vpc-0%016x", h.Sum64())
}

func (st *state) vpcPeering() *vpcPeering {
	p, _ := st.resources[st.vpcID("lightsail")].(*vpcPeering)
	return p
}

// peerVPC succeeds if the networks are connected, which is a guess. The operation type is
// published, although the model lacks it.
func (st *state) peerVPC(*lightsail.PeerVpcInput) (*lightsail.PeerVpcOutput, error) {
	p := st.vpcPeering()
	if p == nil || p.deleted > 0 {
		p = &vpcPeering{peeredVPC: peeredVPC{Name: aws.String(st.vpcID("lightsail"))}}
		st.create(p, "all")
	}
	operation := st.recordDetails("PeeredVpc", p, st.vpcID("default"))
	return &lightsail.PeerVpcOutput{Operation: &operation}, nil
}

// isVPCPeered also reports a connection that is being removed.
func (st *state) isVPCPeered(*lightsail.IsVpcPeeredInput) (*lightsail.IsVpcPeeredOutput, error) {
	return &lightsail.IsVpcPeeredOutput{IsPeered: aws.Bool(len(showAll[*vpcPeering](st)) > 0)}, nil
}

// unpeerVPC returns an error if the networks are not connected, which is a guess. The
// operation type is published, although the model lacks it.
func (st *state) unpeerVPC(*lightsail.UnpeerVpcInput) (*lightsail.UnpeerVpcOutput, error) {
	p := st.vpcPeering()
	if p == nil || p.hidden > 0 || p.deleted > 0 {
		return nil, notFound(types.ResourceTypePeeredVpc, st.vpcID("lightsail"))
	}
	st.remove(p, "")
	operation := st.recordDetails("UnpeeredVpc", p, st.vpcID("default"))
	return &lightsail.UnpeerVpcOutput{Operation: &operation}, nil
}
