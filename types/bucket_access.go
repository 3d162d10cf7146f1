package types

// ResourceBucketAccess tells whether an instance may use a bucket.
type ResourceBucketAccess string

// What an instance may do with a bucket.
const (
	ResourceBucketAccessAllow ResourceBucketAccess = "allow" // read and write
	ResourceBucketAccessDeny  ResourceBucketAccess = "deny"
)

// Values lists the known values in a new slice, in the order of the service's model.
func (ResourceBucketAccess) Values() []ResourceBucketAccess {
	return []ResourceBucketAccess{
		ResourceBucketAccessAllow,
		ResourceBucketAccessDeny,
	}
}
