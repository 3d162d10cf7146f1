package lightsailtest

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateContainerServiceRegistryLogin", (*state).createContainerServiceRegistryLogin)
	register("DeleteContainerImage", (*state).deleteContainerImage)
	register("GetContainerImages", (*state).getContainerImages)
	register("RegisterContainerImage", (*state).registerContainerImage)
}

// maxImages is the published quota of the images of a container service.
const maxImages = 150

// maxImageLabel is the documented length of the label of an image.
const maxImageLabel = 53

// imageDigest matches the digest of an image. That no other algorithm is valid is a guess.
var imageDigest = regexp.MustCompile(`^sha256:[0-9a-f]{64}$`)

// createContainerServiceRegistryLogin returns a password of no registry. The user name and
// the address have the form of Amazon ECR, which is a guess for the user name.
func (st *state) createContainerServiceRegistryLogin(*lightsail.CreateContainerServiceRegistryLoginInput) (*lightsail.CreateContainerServiceRegistryLoginOutput, error) {
	const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	return &lightsail.CreateContainerServiceRegistryLoginOutput{RegistryLogin: &types.ContainerServiceRegistryLogin{
		ExpiresAt: aws.Time(st.now.Add(12 * time.Hour)),
		Password:  aws.String(st.randomString(400, base64)),
		Registry:  aws.String(accountID + ".dkr.ecr." + st.region + ".amazonaws.com"),
		Username:  aws.String("AWS"),
	}}, nil
}

// registerContainerImage accepts each digest, as if an image with it had been pushed. The
// error for too many images is a guess, and so is that the version of a deleted image is
// not used again.
func (st *state) registerContainerImage(in *lightsail.RegisterContainerImageInput) (*lightsail.RegisterContainerImageOutput, error) {
	var v violations
	v.containerName("label", *in.Label, maxImageLabel)
	v.check(imageDigest.MatchString(*in.Digest), "digest", "must be sha256: followed by 64 hexadecimal digits")
	if err := v.err(); err != nil {
		return nil, err
	}
	s, err := find[*containerService](st, in.ServiceName)
	if err != nil {
		return nil, err
	}
	if len(s.images) >= maxImages {
		return nil, invalidInput("The container service %s has reached the maximum number of %d images.", s.name, maxImages)
	}
	versions := maps.Clone(s.imageVersions)
	if versions == nil {
		versions = map[string]int{}
	}
	versions[*in.Label]++
	image := types.ContainerImage{
		CreatedAt: aws.Time(st.now),
		Digest:    in.Digest,
		Image:     aws.String(fmt.Sprintf(":%s.%s.%d", s.name, *in.Label, versions[*in.Label])),
	}
	s.images, s.imageVersions = append(s.images, image), versions
	st.record(types.OperationTypeRegisterContainerImage, s)
	return &lightsail.RegisterContainerImageOutput{ContainerImage: &image}, nil
}

// getContainerImages returns the newest image first, which is a guess.
func (st *state) getContainerImages(in *lightsail.GetContainerImagesInput) (*lightsail.GetContainerImagesOutput, error) {
	s, err := find[*containerService](st, in.ServiceName)
	if err != nil {
		return nil, err
	}
	images := append([]types.ContainerImage{}, s.images...)
	slices.Reverse(images)
	return &lightsail.GetContainerImagesOutput{ContainerImages: images}, nil
}

// resolveImage returns the image of a container. It replaces the version latest of a
// registered image by the highest version. The error is published for an image with an
// invalid version. That other images get it as well is a guess.
func (s *containerService) resolveImage(container, image string) (string, error) {
	if image != "" && !strings.HasPrefix(image, ":") {
		return image, nil
	}
	label, isLatest := strings.CutSuffix(image, ".latest")
	for _, i := range slices.Backward(s.images) {
		registered := *i.Image
		if registered == image || isLatest && registered[:strings.LastIndex(registered, ".")] == label {
			return registered, nil
		}
	}
	return "", invalidInput("Container %q has invalid image %q. Example of valid image: \":%s.%[1]s.123\".",
		container, image, *s.ContainerServiceName)
}

// deleteContainerImage returns an error if the current or the next deployment uses the
// image, which is a guess.
func (st *state) deleteContainerImage(in *lightsail.DeleteContainerImageInput) (*lightsail.DeleteContainerImageOutput, error) {
	s, err := find[*containerService](st, in.ServiceName)
	if err != nil {
		return nil, err
	}
	n := slices.IndexFunc(s.images, func(i types.ContainerImage) bool { return *i.Image == *in.Image })
	if n < 0 {
		return nil, notFound("container image", *in.Image)
	}
	if version := s.usesImage(*in.Image); version != nil {
		return nil, invalidInput("The image %s is used by deployment %d.", *in.Image, *version)
	}
	s.images = slices.Delete(slices.Clone(s.images), n, n+1)
	st.record(types.OperationTypeDeleteContainerImage, s)
	return &lightsail.DeleteContainerImageOutput{}, nil
}

// usesImage returns the version of the current or the next deployment if it uses an
// image, or nil.
func (s *containerService) usesImage(image string) *int32 {
	for _, d := range s.deployments {
		switch d.State {
		case types.ContainerServiceDeploymentStateActive, types.ContainerServiceDeploymentStateActivating:
			for _, c := range d.Containers {
				if deref(c.Image) == image {
					return d.Version
				}
			}
		}
	}
	return nil
}
