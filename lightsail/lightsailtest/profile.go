package lightsailtest

import (
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("GetProfile", (*state).getProfile)

	registerPut("partner", (*state).putPartner)
	registerPut("profileType", (*state).putProfileType)
}

func (st *state) putPartner(p types.PartnerInfo) { st.partner = &p }

// putProfileType does nothing: the type follows from the partner, which the same output
// has.
func (st *state) putProfileType(types.ProfileType) {}

func (st *state) getProfile(*lightsail.GetProfileInput) (*lightsail.GetProfileOutput, error) {
	if st.partner == nil {
		return &lightsail.GetProfileOutput{ProfileType: types.ProfileTypeLightsailor}, nil
	}
	return &lightsail.GetProfileOutput{ProfileType: types.ProfileTypeLightsailPartner, Partner: st.partner}, nil
}
