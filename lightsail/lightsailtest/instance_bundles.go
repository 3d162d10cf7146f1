package lightsailtest

import (
	"regexp"
	"strconv"

	"github.com/lightsail-go/sdk/types"
)

// autoBundle stands for the newest generation of the current bundle.
const autoBundle = "auto"

// bundleGeneration matches the size and the generation in the ID of a bundle, such as
// small_win and 3 in small_win_3_0.
var bundleGeneration = regexp.MustCompile(`^(.+)_(\d+)_\d+$`)

// updateBundle moves an instance to a newer generation of its bundle, or back to the
// bundle that it had before. These are guesses: the error for any other bundle, and that
// the size must not change.
func (st *state) updateBundle(i *instance, id string) error {
	size, newest := splitBundleID(*i.BundleId)
	current, found := newest, types.Bundle{}
	for _, b := range st.bundles() {
		s, generation := splitBundleID(deref(b.BundleId))
		isNewer := s == size && generation > current && deref(b.IsActive)
		switch {
		case id == autoBundle && isNewer && generation > newest:
			found, newest = b, generation
		case id == deref(b.BundleId) && (isNewer || id == i.previousBundle):
			found = b
		}
	}
	if found.BundleId == nil {
		return invalidInput("attributeUpdates.bundleId: %s is not a newer generation of %s", id, *i.BundleId)
	}
	previous := *i.BundleId
	i.setBundle(found)
	i.previousBundle = previous
	return nil
}

func splitBundleID(id string) (size string, generation int) {
	parts := bundleGeneration.FindStringSubmatch(id)
	if parts == nil {
		return id, 0
	}
	generation, _ = strconv.Atoi(parts[2])
	return parts[1], generation
}

// setBundle sets the bundle of an instance. The system disk does not change.
func (i *instance) setBundle(b types.Bundle) {
	i.BundleId, i.previousBundle = b.BundleId, ""
	i.Hardware.CpuCount, i.Hardware.RamSizeInGb = b.CpuCount, b.RamSizeInGb
	i.Networking.MonthlyTransfer = &types.MonthlyTransfer{GbPerMonthAllocated: b.TransferPerMonthInGb}
}
