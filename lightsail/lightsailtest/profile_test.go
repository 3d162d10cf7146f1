package lightsailtest_test

import (
	"testing"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// The account is not in the partner program unless a test puts its membership.
func TestProfile(t *testing.T) {
	server, client := newTestServer(t)
	profile := func() *lightsail.GetProfileOutput {
		t.Helper()
		return must[lightsail.GetProfileOutput](t)(client.GetProfile(t.Context(), &lightsail.GetProfileInput{}))
	}
	if p := profile(); p.ProfileType != types.ProfileTypeLightsailor || p.Partner != nil {
		t.Errorf("got profile %+v, want Lightsailor without a membership", p)
	}
	const document = `{"profileType": "LightsailPartner", "partner": {"enrolledAt": "2026-01-02T03:04:05Z", "status": "Active", "tierName": "Growth"}}`
	if err := server.PutJSON([]byte(document)); err != nil {
		t.Fatal(err)
	}
	p := profile()
	wantEqual(t, "type of the profile", types.ProfileTypeLightsailPartner, p.ProfileType)
	enrolled := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	wantEqual(t, "membership", types.PartnerInfo{EnrolledAt: &enrolled, Status: types.PartnerStatusActive, TierName: types.TierNameGrowth}, *p.Partner)
}
