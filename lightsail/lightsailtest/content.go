package lightsailtest

import (
	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

// A State is the content of a server in all of its Regions; see [Server.Snapshot].
type State struct {
	// Buckets holds all buckets, including those that are hidden or being deleted because
	// of [WithLag]. They have all fields, even those that GetBuckets returns only on
	// request. Buckets and Instances are sorted by Region and name.
	Buckets []types.Bucket

	// Instances holds all instances, including those that are hidden or being deleted.
	Instances []types.Instance

	// Operations holds the operation records with their current status, oldest first in
	// each Region. Lightsail returns an operation record for each change of a resource.
	// Clients track the progress of the change by calling GetOperation for the record's
	// ID. The server keeps the last 10,000 records of each Region.
	Operations []types.Operation

	// AccessKeys holds the IDs of the access keys of each bucket, oldest first. The map
	// key is the name of the bucket.
	AccessKeys map[string][]string

	// AccountLevelBpaSync is the status of Amazon S3 Block Public Access for the
	// account.
	AccountLevelBpaSync types.AccountLevelBpaSync
}

// Snapshot returns a copy of the server's state.
func (s *Server) Snapshot() State {
	var snapshot State
	s.lock(func(st *state) {
		snapshot.AccessKeys = map[string][]string{}
		snapshot.AccountLevelBpaSync = clone(st.bpa)
		for _, b := range each[*bucket](st.account) {
			snapshot.Buckets = append(snapshot.Buckets, clone(b.Bucket))
			for _, key := range b.accessKeys {
				snapshot.AccessKeys[b.name] = append(snapshot.AccessKeys[b.name], *key.AccessKeyId)
			}
		}
		for _, i := range each[*instance](st.account) {
			snapshot.Instances = append(snapshot.Instances, clone(i.Instance))
		}
		for _, region := range s.options.regions {
			for _, record := range s.account.regions[region].records {
				record.finishIfDue(st.now)
				snapshot.Operations = append(snapshot.Operations, clone(record.Operation))
			}
		}
	})
	return snapshot
}

// lock calls f with the state of the first Region and the mutex locked.
func (s *Server) lock(f func(st *state)) {
	now := s.options.now()
	s.account.mu.Lock()
	defer s.account.mu.Unlock()
	for _, st := range s.account.regions {
		st.begin(now, outcome{})
	}
	f(s.account.home())
}

// PutBuckets adds buckets to the first Region of the server. A bucket replaces a resource
// with the same name.
//
// Fields that are not set get default values, such as a numbered Name and a State with the
// Code OK. PutBuckets does not validate buckets, and [WithLag] does not apply to them. A
// bucket that replaces another one has no access keys and no objects.
func (s *Server) PutBuckets(buckets ...types.Bucket) {
	s.lock(func(st *state) {
		for _, b := range buckets {
			st.putBucket(clone(b))
		}
	})
}

// FillBuckets marks buckets as containing objects. DeleteBucket deletes such a bucket
// only with ForceDelete. FillBuckets ignores names of unknown buckets.
//
// The server does not implement Amazon S3: it does not store the objects themselves.
func (s *Server) FillBuckets(names ...string) {
	s.lock(func(st *state) {
		for _, name := range names {
			if b, ok := st.resources[name].(*bucket); ok {
				b.hasObjects = true
			}
		}
	})
}

// SetAccountLevelBpaSync sets the status of Amazon S3 Block Public Access (BPA) for the
// account, which GetBuckets returns. By default its status is InSync and it does not
// affect buckets.
func (s *Server) SetAccountLevelBpaSync(sync types.AccountLevelBpaSync) {
	s.lock(func(st *state) { st.putAccountLevelBpaSync(clone(sync)) })
}

// PutInstances adds instances to the first Region of the server. An instance replaces a
// resource with the same name.
//
// Fields that are not set get default values, such as a numbered Name, the BlueprintId
// ubuntu_24_04, and the State running. PutInstances does not validate instances, and
// [WithLag] applies to them only with the state [NoAccess]. Nothing listens at their
// addresses.
func (s *Server) PutInstances(instances ...types.Instance) {
	s.lock(func(st *state) {
		for _, i := range instances {
			st.putInstance(clone(i))
		}
	})
}

// PutAccessDetails replaces access details that the server generates for the instance
// with the name InstanceName, whether it exists yet or not. A field that is not set keeps
// the generated value, except that CertKey and PrivateKey are generated only if neither
// is set. For a Windows instance, Password is the plain text, which the server encrypts
// if the instance has another key pair than [DefaultKeyPairName].
func (s *Server) PutAccessDetails(details ...types.InstanceAccessDetails) {
	s.lock(func(st *state) {
		for _, d := range details {
			st.putAccessDetails(clone(d))
		}
	})
}

// Remove removes resources from the first Region at once, whatever depends on them. It
// ignores unknown names.
func (s *Server) Remove(names ...string) {
	s.lock(func(st *state) {
		for _, name := range names {
			delete(st.resources, name)
		}
	})
}

// clone returns a deep copy of a struct of package types.
func clone[T any](v T) T { return *awsjson.Clone(&v).(*T) }

// cloneAll returns deep copies of structs of package types, and never nil.
func cloneAll[T any](list []T) []T {
	clones := make([]T, len(list))
	for i, v := range list {
		clones[i] = clone(v)
	}
	return clones
}

func setDefault[T any](p **T, value T) {
	if *p == nil {
		*p = &value
	}
}

func setUnlessNil[T any](p **T, value *T) {
	if value != nil {
		*p = value
	}
}
