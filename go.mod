module github.com/lightsail-go/sdk

go 1.25

require (
	github.com/aws/aws-sdk-go-v2 v1.47.7
	github.com/aws/smithy-go v1.28.8
)

require github.com/google/go-cmp v0.7.0
