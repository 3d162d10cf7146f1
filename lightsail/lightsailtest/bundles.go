package lightsailtest

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// instanceSizes holds the instance bundles by size, with prices for Linux, Windows, and
// Linux without a public IPv4 address (0 if there is no such bundle). Two things are
// guesses: the power of Windows bundles, and everything about bundles without IPv4
// except ID, CPUs, and memory.
var instanceSizes = []struct {
	instanceType           string
	cpus                   int32
	ram                    float32
	disk, transfer, power  int32
	linux, windows, noIpv4 float32
}{
	{"nano", 2, 0.5, 20, 1024, 298, 5, 9.5, 3.5},
	{"micro", 2, 1, 40, 2048, 500, 7, 14, 5},
	{"small", 2, 2, 60, 3072, 1000, 12, 22, 10},
	{"medium", 2, 4, 80, 4096, 2000, 24, 44, 0},
	{"large", 2, 8, 160, 5120, 3000, 44, 74, 0},
	{"xlarge", 4, 16, 320, 6144, 4000, 84, 124, 0},
	{"2xlarge", 8, 32, 640, 7168, 5000, 164, 244, 0},
}

// A bucketBundle is a storage size and a price of buckets.
type bucketBundle struct {
	id                string
	price             float32 // USD per month
	storage, transfer int32   // GB per month
}

// bucketBundles holds the bucket bundles, which are the same in all Regions.
var bucketBundles = []bucketBundle{
	{"small_1_0", 1, 5, 25},
	{"medium_1_0", 3, 100, 250},
	{"large_1_0", 5, 250, 500},
}

// bundles returns the instance bundles of a Region, similar to those that the service
// had in 2024. Their IDs depend on the Region. The bundle for Lightsail for Research is
// made up.
func bundles(region string) []types.Bundle {
	suffix := "_0"
	switch region {
	case "ap-south-1":
		suffix = "_1"
	case "ap-southeast-2":
		suffix = "_2"
	}
	var linux, windows, noIpv4 []types.Bundle
	for _, s := range instanceSizes {
		b := types.Bundle{
			BundleId:               aws.String(s.instanceType + "_3" + suffix),
			CpuCount:               aws.Int32(s.cpus),
			DiskSizeInGb:           aws.Int32(s.disk),
			InstanceType:           aws.String(s.instanceType),
			IsActive:               aws.Bool(true),
			Name:                   aws.String(capitalize(s.instanceType)),
			Power:                  aws.Int32(s.power),
			Price:                  aws.Float32(s.linux),
			PublicIpv4AddressCount: aws.Int32(1),
			RamSizeInGb:            aws.Float32(s.ram),
			SupportedPlatforms:     []types.InstancePlatform{types.InstancePlatformLinuxUnix},
			TransferPerMonthInGb:   aws.Int32(s.transfer),
		}
		linux = append(linux, b)

		if s.noIpv4 != 0 {
			b6 := b
			b6.BundleId = aws.String(s.instanceType + "_ipv6_3" + suffix)
			b6.Price = aws.Float32(s.noIpv4)
			b6.PublicIpv4AddressCount = aws.Int32(0)
			noIpv4 = append(noIpv4, b6)
		}

		w := b
		w.BundleId = aws.String(s.instanceType + "_win_3" + suffix)
		w.Price = aws.Float32(s.windows)
		w.SupportedPlatforms = []types.InstancePlatform{types.InstancePlatformWindows}
		if s.instanceType == "nano" {
			w.DiskSizeInGb = aws.Int32(30)
		}
		windows = append(windows, w)
	}

	inactive := linux[0]
	inactive.BundleId = aws.String("nano_1" + suffix)
	inactive.CpuCount = aws.Int32(1)
	inactive.InstanceType = aws.String("t2.nano")
	inactive.IsActive = aws.Bool(false)
	inactive.Power = aws.Int32(300)

	research := linux[5]
	research.BundleId = aws.String("research_xlarge_1" + suffix)
	research.SupportedAppCategories = []types.AppCategory{types.AppCategoryLfR}

	all := append(linux, windows...)
	all = append(all, noIpv4...)
	return append(all, inactive, research)
}

// capitalize changes the first letter of s to upper case, which is not the first
// character of 2xlarge.
func capitalize(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return r >= 'a' })
	return s[:i] + strings.ToUpper(s[i:i+1]) + s[i+1:]
}
