package types

type WafAcfpConfig struct {
	CreationPath *string `json:"creationPath,omitzero"`

	PayloadType WafPayloadTypeEnum `json:"payloadType,omitzero"`

	RegistrationPagePath *string `json:"registrationPagePath,omitzero"`

	ResponseInspection *WafResponseInspection `json:"responseInspection,omitzero"`
}

type WafAtpConfig struct {
	LoginPath *string `json:"loginPath,omitzero"`

	PasswordField *string `json:"passwordField,omitzero"`

	PayloadType WafPayloadTypeEnum `json:"payloadType,omitzero"`

	ResponseInspection *WafResponseInspection `json:"responseInspection,omitzero"`

	UsernameField *string `json:"usernameField,omitzero"`
}

type WafBotControlConfig struct {
	InspectionLevel WafInspectionLevelEnum `json:"inspectionLevel,omitzero"`
}

type WafConfig struct {
	IsWafEnabled *bool `json:"isWafEnabled,omitzero"`

	WafRules []WafRule `json:"wafRules,omitzero"`
}

type WafInspectionLevelEnum string

// Values of [WafInspectionLevelEnum].
const (
	WafInspectionLevelEnumCommon   WafInspectionLevelEnum = "COMMON"
	WafInspectionLevelEnumTargeted WafInspectionLevelEnum = "TARGETED"
)

// Values returns the known values of [WafInspectionLevelEnum].
func (WafInspectionLevelEnum) Values() []WafInspectionLevelEnum {
	return []WafInspectionLevelEnum{
		WafInspectionLevelEnumCommon,
		WafInspectionLevelEnumTargeted,
	}
}

type WafPayloadTypeEnum string

// Values of [WafPayloadTypeEnum].
const (
	WafPayloadTypeEnumJson        WafPayloadTypeEnum = "JSON"
	WafPayloadTypeEnumFormEncoded WafPayloadTypeEnum = "FORM_ENCODED"
)

// Values returns the known values of [WafPayloadTypeEnum].
func (WafPayloadTypeEnum) Values() []WafPayloadTypeEnum {
	return []WafPayloadTypeEnum{
		WafPayloadTypeEnumJson,
		WafPayloadTypeEnumFormEncoded,
	}
}

type WafResponseInspection struct {
	FailureCodes []int32 `json:"failureCodes,omitzero"`

	SuccessCodes []int32 `json:"successCodes,omitzero"`
}

type WafRule struct {
	Name *string `json:"name,omitzero" required:"true"`

	AcfpConfig *WafAcfpConfig `json:"acfpConfig,omitzero"`

	AtpConfig *WafAtpConfig `json:"atpConfig,omitzero"`

	BotControlConfig *WafBotControlConfig `json:"botControlConfig,omitzero"`
}
