package types

// OperationType is the kind of change that an [Operation] records. Most values are the names of the API calls that start
// the operations. Some calls that return operations have no constant here, such as TagResource.
type OperationType string

// Values of [OperationType].
const (
	OperationTypeDeleteKnownHostKeys                  OperationType = "DeleteKnownHostKeys"
	OperationTypeDeleteInstance                       OperationType = "DeleteInstance"
	OperationTypeCreateInstance                       OperationType = "CreateInstance"
	OperationTypeStopInstance                         OperationType = "StopInstance"
	OperationTypeStartInstance                        OperationType = "StartInstance"
	OperationTypeRebootInstance                       OperationType = "RebootInstance"
	OperationTypeOpenInstancePublicPorts              OperationType = "OpenInstancePublicPorts"
	OperationTypePutInstancePublicPorts               OperationType = "PutInstancePublicPorts"
	OperationTypeCloseInstancePublicPorts             OperationType = "CloseInstancePublicPorts"
	OperationTypeAllocateStaticIp                     OperationType = "AllocateStaticIp"
	OperationTypeReleaseStaticIp                      OperationType = "ReleaseStaticIp"
	OperationTypeAttachStaticIp                       OperationType = "AttachStaticIp"
	OperationTypeDetachStaticIp                       OperationType = "DetachStaticIp"
	OperationTypeUpdateDomainEntry                    OperationType = "UpdateDomainEntry"
	OperationTypeDeleteDomainEntry                    OperationType = "DeleteDomainEntry"
	OperationTypeCreateDomain                         OperationType = "CreateDomain"
	OperationTypeDeleteDomain                         OperationType = "DeleteDomain"
	OperationTypeCreateInstanceSnapshot               OperationType = "CreateInstanceSnapshot"
	OperationTypeDeleteInstanceSnapshot               OperationType = "DeleteInstanceSnapshot"
	OperationTypeCreateInstancesFromSnapshot          OperationType = "CreateInstancesFromSnapshot"
	OperationTypeCreateLoadBalancer                   OperationType = "CreateLoadBalancer"
	OperationTypeDeleteLoadBalancer                   OperationType = "DeleteLoadBalancer"
	OperationTypeAttachInstancesToLoadBalancer        OperationType = "AttachInstancesToLoadBalancer"
	OperationTypeDetachInstancesFromLoadBalancer      OperationType = "DetachInstancesFromLoadBalancer"
	OperationTypeUpdateLoadBalancerAttribute          OperationType = "UpdateLoadBalancerAttribute"
	OperationTypeCreateLoadBalancerTlsCertificate     OperationType = "CreateLoadBalancerTlsCertificate"
	OperationTypeDeleteLoadBalancerTlsCertificate     OperationType = "DeleteLoadBalancerTlsCertificate"
	OperationTypeAttachLoadBalancerTlsCertificate     OperationType = "AttachLoadBalancerTlsCertificate"
	OperationTypeCreateDisk                           OperationType = "CreateDisk"
	OperationTypeDeleteDisk                           OperationType = "DeleteDisk"
	OperationTypeAttachDisk                           OperationType = "AttachDisk"
	OperationTypeDetachDisk                           OperationType = "DetachDisk"
	OperationTypeCreateDiskSnapshot                   OperationType = "CreateDiskSnapshot"
	OperationTypeDeleteDiskSnapshot                   OperationType = "DeleteDiskSnapshot"
	OperationTypeCreateDiskFromSnapshot               OperationType = "CreateDiskFromSnapshot"
	OperationTypeCreateRelationalDatabase             OperationType = "CreateRelationalDatabase"
	OperationTypeUpdateRelationalDatabase             OperationType = "UpdateRelationalDatabase"
	OperationTypeDeleteRelationalDatabase             OperationType = "DeleteRelationalDatabase"
	OperationTypeCreateRelationalDatabaseFromSnapshot OperationType = "CreateRelationalDatabaseFromSnapshot"
	OperationTypeCreateRelationalDatabaseSnapshot     OperationType = "CreateRelationalDatabaseSnapshot"
	OperationTypeDeleteRelationalDatabaseSnapshot     OperationType = "DeleteRelationalDatabaseSnapshot"
	OperationTypeUpdateRelationalDatabaseParameters   OperationType = "UpdateRelationalDatabaseParameters"
	OperationTypeStartRelationalDatabase              OperationType = "StartRelationalDatabase"
	OperationTypeRebootRelationalDatabase             OperationType = "RebootRelationalDatabase"
	OperationTypeStopRelationalDatabase               OperationType = "StopRelationalDatabase"
	OperationTypeEnableAddOn                          OperationType = "EnableAddOn"
	OperationTypeDisableAddOn                         OperationType = "DisableAddOn"
	OperationTypePutAlarm                             OperationType = "PutAlarm"
	OperationTypeGetAlarms                            OperationType = "GetAlarms"
	OperationTypeDeleteAlarm                          OperationType = "DeleteAlarm"
	OperationTypeTestAlarm                            OperationType = "TestAlarm"
	OperationTypeCreateContactMethod                  OperationType = "CreateContactMethod"
	OperationTypeGetContactMethods                    OperationType = "GetContactMethods"
	OperationTypeSendContactMethodVerification        OperationType = "SendContactMethodVerification"
	OperationTypeDeleteContactMethod                  OperationType = "DeleteContactMethod"
	OperationTypeCreateDistribution                   OperationType = "CreateDistribution"
	OperationTypeUpdateDistribution                   OperationType = "UpdateDistribution"
	OperationTypeDeleteDistribution                   OperationType = "DeleteDistribution"
	OperationTypeResetDistributionCache               OperationType = "ResetDistributionCache"
	OperationTypeAttachCertificateToDistribution      OperationType = "AttachCertificateToDistribution"
	OperationTypeDetachCertificateFromDistribution    OperationType = "DetachCertificateFromDistribution"
	OperationTypeUpdateDistributionBundle             OperationType = "UpdateDistributionBundle"
	OperationTypeSetIpAddressType                     OperationType = "SetIpAddressType"
	OperationTypeCreateCertificate                    OperationType = "CreateCertificate"
	OperationTypeDeleteCertificate                    OperationType = "DeleteCertificate"
	OperationTypeCreateContainerService               OperationType = "CreateContainerService"
	OperationTypeUpdateContainerService               OperationType = "UpdateContainerService"
	OperationTypeDeleteContainerService               OperationType = "DeleteContainerService"
	OperationTypeCreateContainerServiceDeployment     OperationType = "CreateContainerServiceDeployment"
	OperationTypeCreateContainerServiceRegistryLogin  OperationType = "CreateContainerServiceRegistryLogin"
	OperationTypeRegisterContainerImage               OperationType = "RegisterContainerImage"
	OperationTypeDeleteContainerImage                 OperationType = "DeleteContainerImage"
	OperationTypeCreateBucket                         OperationType = "CreateBucket"
	OperationTypeDeleteBucket                         OperationType = "DeleteBucket"
	OperationTypeCreateBucketAccessKey                OperationType = "CreateBucketAccessKey"
	OperationTypeDeleteBucketAccessKey                OperationType = "DeleteBucketAccessKey"
	OperationTypeUpdateBucketBundle                   OperationType = "UpdateBucketBundle"
	OperationTypeUpdateBucket                         OperationType = "UpdateBucket"
	OperationTypeSetResourceAccessForBucket           OperationType = "SetResourceAccessForBucket"
	OperationTypeUpdateInstanceMetadataOptions        OperationType = "UpdateInstanceMetadataOptions"
	OperationTypeStartGUISession                      OperationType = "StartGUISession"
	OperationTypeStopGUISession                       OperationType = "StopGUISession"
	OperationTypeSetupInstanceHttps                   OperationType = "SetupInstanceHttps"
	OperationTypeGetProfile                           OperationType = "GetProfile"
)

// Values returns the known values of OperationType. Later versions can have more.
func (OperationType) Values() []OperationType {
	return []OperationType{
		OperationTypeDeleteKnownHostKeys,
		OperationTypeDeleteInstance,
		OperationTypeCreateInstance,
		OperationTypeStopInstance,
		OperationTypeStartInstance,
		OperationTypeRebootInstance,
		OperationTypeOpenInstancePublicPorts,
		OperationTypePutInstancePublicPorts,
		OperationTypeCloseInstancePublicPorts,
		OperationTypeAllocateStaticIp,
		OperationTypeReleaseStaticIp,
		OperationTypeAttachStaticIp,
		OperationTypeDetachStaticIp,
		OperationTypeUpdateDomainEntry,
		OperationTypeDeleteDomainEntry,
		OperationTypeCreateDomain,
		OperationTypeDeleteDomain,
		OperationTypeCreateInstanceSnapshot,
		OperationTypeDeleteInstanceSnapshot,
		OperationTypeCreateInstancesFromSnapshot,
		OperationTypeCreateLoadBalancer,
		OperationTypeDeleteLoadBalancer,
		OperationTypeAttachInstancesToLoadBalancer,
		OperationTypeDetachInstancesFromLoadBalancer,
		OperationTypeUpdateLoadBalancerAttribute,
		OperationTypeCreateLoadBalancerTlsCertificate,
		OperationTypeDeleteLoadBalancerTlsCertificate,
		OperationTypeAttachLoadBalancerTlsCertificate,
		OperationTypeCreateDisk,
		OperationTypeDeleteDisk,
		OperationTypeAttachDisk,
		OperationTypeDetachDisk,
		OperationTypeCreateDiskSnapshot,
		OperationTypeDeleteDiskSnapshot,
		OperationTypeCreateDiskFromSnapshot,
		OperationTypeCreateRelationalDatabase,
		OperationTypeUpdateRelationalDatabase,
		OperationTypeDeleteRelationalDatabase,
		OperationTypeCreateRelationalDatabaseFromSnapshot,
		OperationTypeCreateRelationalDatabaseSnapshot,
		OperationTypeDeleteRelationalDatabaseSnapshot,
		OperationTypeUpdateRelationalDatabaseParameters,
		OperationTypeStartRelationalDatabase,
		OperationTypeRebootRelationalDatabase,
		OperationTypeStopRelationalDatabase,
		OperationTypeEnableAddOn,
		OperationTypeDisableAddOn,
		OperationTypePutAlarm,
		OperationTypeGetAlarms,
		OperationTypeDeleteAlarm,
		OperationTypeTestAlarm,
		OperationTypeCreateContactMethod,
		OperationTypeGetContactMethods,
		OperationTypeSendContactMethodVerification,
		OperationTypeDeleteContactMethod,
		OperationTypeCreateDistribution,
		OperationTypeUpdateDistribution,
		OperationTypeDeleteDistribution,
		OperationTypeResetDistributionCache,
		OperationTypeAttachCertificateToDistribution,
		OperationTypeDetachCertificateFromDistribution,
		OperationTypeUpdateDistributionBundle,
		OperationTypeSetIpAddressType,
		OperationTypeCreateCertificate,
		OperationTypeDeleteCertificate,
		OperationTypeCreateContainerService,
		OperationTypeUpdateContainerService,
		OperationTypeDeleteContainerService,
		OperationTypeCreateContainerServiceDeployment,
		OperationTypeCreateContainerServiceRegistryLogin,
		OperationTypeRegisterContainerImage,
		OperationTypeDeleteContainerImage,
		OperationTypeCreateBucket,
		OperationTypeDeleteBucket,
		OperationTypeCreateBucketAccessKey,
		OperationTypeDeleteBucketAccessKey,
		OperationTypeUpdateBucketBundle,
		OperationTypeUpdateBucket,
		OperationTypeSetResourceAccessForBucket,
		OperationTypeUpdateInstanceMetadataOptions,
		OperationTypeStartGUISession,
		OperationTypeStopGUISession,
		OperationTypeSetupInstanceHttps,
		OperationTypeGetProfile,
	}
}
