package lightsailtest

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// blueprints returns a short version of the list of blueprints that the service had in
// 2024. The entries wordpress, lamp_8_bitnami and nodejs are those of the published
// example, except for their descriptions. The others have the published IDs, platforms and,
// where the service or AWS Marketplace has them, product URLs. Of their license URLs, only
// that of Windows Server 2019 and the form of those of applications are published. The
// rest is made up: versions, the product URLs that contain "example", and the entry for
// Lightsail for Research.
func blueprints() []types.Blueprint {
	const marketplace = "https://aws.amazon.com/marketplace/pp/"
	return []types.Blueprint{
		windows("windows_server_2022", "windows_2022", "Windows Server 2022", 0, marketplace+"prodview-dq4sxno5vuy7m"),
		licensed(windows("windows_server_2019", "windows_2019", "Windows Server 2019", 0, marketplace+"B07QZ4XZ8F"),
			"https://d7umqicpi7263.cloudfront.net/eula/product/ef297a90-3ad0-4674-83b4-7f0ec07c39bb/8dcaef51-8e20-41b3-a622-57864d247f86.txt"),
		windows("windows_server_2016", "windows_2016", "Windows Server 2016", 0, marketplace+"B01M7SJEU7"),
		windows("windows_server_2022_sql_2022_express", "windows_2022_sql_exp_2022", "SQL Server 2022 Express", 1000, marketplace+"prodview-c2jz4lr4h2yc6"),
		linux("amazon_linux_2023", "amazon_linux_2023", "Amazon Linux 2023", "2023.4.20240611.0", "https://aws.amazon.com/linux/amazon-linux-2023"),
		linux("amazon_linux_2", "amazon_linux_2", "Amazon Linux 2", "2.0.20240610.1", "https://aws.amazon.com/amazon-linux-2/"),
		linux("ubuntu_24_04", "ubuntu_24", "Ubuntu", "24.04 LTS", marketplace+"prodview-s4zvkzmlirbga"),
		linux("ubuntu_22_04", "ubuntu_22", "Ubuntu", "22.04 LTS", marketplace+"prodview-f2if34z3a4e3i"),
		linux("debian_12", "debian_12", "Debian", "12.5", marketplace+"prodview-63gms6fbfaota"),
		linux("centos_stream_9", "centos_stream_9", "CentOS Stream 9", "Stream 9", marketplace+"prodview-k66o7o642dfve"),
		application("wordpress", "wordpress", "WordPress", "6.5.3-0", marketplace+"B00NN8Y43U"),
		application("lamp_8_bitnami", "lamp_8", "LAMP (PHP 8)", "8.2.18-4", marketplace+"prodview-6g3gzfcih6dvu"),
		application("nodejs", "node", "Node.js", "18.20.2-0", marketplace+"B00NNZUAKO"),
		application("mean", "mean", "MEAN", "6.0.4-3", marketplace+"prodview-examplemean"),
		inactive(application("wordpress_5_1_1_2", "wordpress", "WordPress", "5.1.1-2", marketplace+"B00NN8Y43U")),
		forResearch(application("research_notebook", "research_notebook", "Research notebook", "1.0", marketplace+"prodview-exampleres")),
	}
}

func blueprint(id, group, name, version, url string) types.Blueprint {
	return types.Blueprint{
		BlueprintId: aws.String(id),
		Description: aws.String(name + " image."),
		Group:       aws.String(group),
		IsActive:    aws.Bool(true),
		LicenseUrl:  aws.String(url),
		MinPower:    aws.Int32(0),
		Name:        aws.String(name),
		ProductUrl:  aws.String(url),
		Version:     aws.String(version),
		VersionCode: aws.String("1"),
	}
}

func linux(id, group, name, version, url string) types.Blueprint {
	b := blueprint(id, group, name, version, url)
	b.Platform, b.Type = types.InstancePlatformLinuxUnix, types.BlueprintTypeOs
	return b
}

func application(id, group, name, version, url string) types.Blueprint {
	b := linux(id, group, name, version, url)
	b.Type, b.LicenseUrl = types.BlueprintTypeApp, aws.String(url+"#pdp-usage")
	return b
}

func windows(id, group, name string, minPower int32, url string) types.Blueprint {
	b := blueprint(id, group, name, "2024.06.13", url)
	b.Platform, b.Type, b.MinPower = types.InstancePlatformWindows, types.BlueprintTypeOs, &minPower
	if minPower > 0 {
		b.Type = types.BlueprintTypeApp
	}
	return b
}

func licensed(b types.Blueprint, url string) types.Blueprint {
	b.LicenseUrl = &url
	return b
}

func inactive(b types.Blueprint) types.Blueprint {
	b.IsActive = aws.Bool(false)
	return b
}

func forResearch(b types.Blueprint) types.Blueprint {
	b.AppCategory = types.AppCategoryLfR
	return b
}
