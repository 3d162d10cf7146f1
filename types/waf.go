package types

// WafAcfpConfig configures the rule group "AWSManagedRulesACFPRuleSet", account creation fraud
// prevention (ACFP). The rule group inspects requests that create accounts in the application
// behind a distribution. [WafRule] has it.
type WafAcfpConfig struct {
	// CreationPath is the path to which the registration form is sent with POST, such as
	// "/signup/submit": 1 to 256 characters, starting with "/".
	CreationPath *string `json:"creationPath,omitzero"`

	// PayloadType is the format of the request body of the registration: "JSON" or "FORM_ENCODED".
	PayloadType WafPayloadTypeEnum `json:"payloadType,omitzero"`

	// RegistrationPagePath is the path of the page that has the registration form, such as
	// "/signup": 1 to 256 characters, starting with "/".
	RegistrationPagePath *string `json:"registrationPagePath,omitzero"`

	// ResponseInspection determines which responses of the application mean that a registration
	// succeeded or failed.
	ResponseInspection *WafResponseInspection `json:"responseInspection,omitzero"`
}

// WafAtpConfig configures the rule group "AWSManagedRulesATPRuleSet", account takeover prevention
// (ATP). The rule group inspects the login requests of the application behind a distribution.
// [WafRule] has it.
type WafAtpConfig struct {
	// LoginPath is the path to which logins are sent, such as "/login": 1 to 256 characters,
	// starting with "/". Paths that begin with it match too.
	LoginPath *string `json:"loginPath,omitzero"`

	// PasswordField is the name of the field of the request body that has the password, not a
	// password: 1 to 512 characters. With the PayloadType "JSON" it is a JSON Pointer, such as
	// "/password"; with "FORM_ENCODED" it is the name of a form field, such as "password".
	PasswordField *string `json:"passwordField,omitzero"`

	// PayloadType is the format of the request body of a login: "JSON" or "FORM_ENCODED".
	PayloadType WafPayloadTypeEnum `json:"payloadType,omitzero"`

	// ResponseInspection determines which responses of the application mean that a login succeeded
	// or failed.
	ResponseInspection *WafResponseInspection `json:"responseInspection,omitzero"`

	// UsernameField is the name of the field of the request body that has the user name: 1 to 512
	// characters, in the same form as PasswordField.
	UsernameField *string `json:"usernameField,omitzero"`
}

// WafBotControlConfig configures the rule group "AWSManagedRulesBotControlRuleSet", which detects
// requests of bots. [WafRule] has it.
type WafBotControlConfig struct {
	// InspectionLevel determines which bots are detected: "COMMON" or "TARGETED".
	InspectionLevel WafInspectionLevelEnum `json:"inspectionLevel,omitzero"`
}

// WafConfig is the configuration of the web application firewall (WAF) of a distribution, the
// content delivery network (CDN) of Lightsail. The firewall inspects the requests to the
// distribution and blocks those that match its rules.
//
// [LightsailDistribution] has it. CreateDistribution and UpdateDistribution set it.
type WafConfig struct {
	// IsWafEnabled reports whether the firewall is turned on. If it is on without WafRules, it
	// blocks no requests.
	IsWafEnabled *bool `json:"isWafEnabled,omitzero"`

	// WafRules are the rule groups that the firewall applies.
	WafRules []WafRule `json:"wafRules,omitzero"`
}

// WafInspectionLevelEnum is the inspection level of the bot control rule group.
type WafInspectionLevelEnum string

// Values of [WafInspectionLevelEnum].
const (
	// WafInspectionLevelEnumCommon detects bots that identify themselves, such as search engines,
	// scrapers and automated browsers.
	WafInspectionLevelEnumCommon WafInspectionLevelEnum = "COMMON"
	// WafInspectionLevelEnumTargeted also detects bots that conceal their identity, with rate
	// limits, CAPTCHAs and challenges that run in the browser.
	WafInspectionLevelEnumTargeted WafInspectionLevelEnum = "TARGETED"
)

// Values returns the known values of [WafInspectionLevelEnum].
func (WafInspectionLevelEnum) Values() []WafInspectionLevelEnum {
	return []WafInspectionLevelEnum{
		WafInspectionLevelEnumCommon,
		WafInspectionLevelEnumTargeted,
	}
}

// WafPayloadTypeEnum is the format of the request bodies that a rule group inspects: "JSON", or
// "FORM_ENCODED" for HTML forms.
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

// WafResponseInspection lists the HTTP status codes by which a rule group recognizes successful and
// failed logins or registrations. [WafAcfpConfig] and [WafAtpConfig] have it.
type WafResponseInspection struct {
	// FailureCodes are the status codes of failed attempts, such as 401: 1 to 10 codes from 0 to
	// 999, none of which is in SuccessCodes.
	FailureCodes []int32 `json:"failureCodes,omitzero"`

	// SuccessCodes are the status codes of successful attempts, such as 200: 1 to 10 codes from 0
	// to 999, none of which is in FailureCodes.
	SuccessCodes []int32 `json:"successCodes,omitzero"`
}

// WafRule is a rule group of the web application firewall of a distribution: a set of rules for
// requests that AWS maintains. Three rule groups need a configuration; set it for these groups
// only.
//
// CreateDistribution and UpdateDistribution take it. [WafConfig] has it.
type WafRule struct {
	// Name is the name of the rule group. Required. The bundle of the distribution determines which
	// ones are available:
	//
	//   - "medium_1_0": "AWSManagedRulesAnonymousIpList", "AWSManagedRulesCommonRuleSet" and
	//     "AWSManagedRulesKnownBadInputsRuleSet"
	//   - "large_1_0": these and "AWSManagedRulesACFPRuleSet", "AWSManagedRulesATPRuleSet",
	//     "AWSManagedRulesAdminProtectionRuleSet", "AWSManagedRulesAmazonIpReputationList",
	//     "AWSManagedRulesBotControlRuleSet", "AWSManagedRulesLinuxRuleSet",
	//     "AWSManagedRulesPHPRuleSet", "AWSManagedRulesSQLiRuleSet", "AWSManagedRulesUnixRuleSet",
	//     "AWSManagedRulesWindowsRuleSet" and "AWSManagedRulesWordPressRuleSet"
	//
	// Distributions with other bundles have no firewall.
	Name *string `json:"name,omitzero" required:"true"`

	// AcfpConfig configures the rule group "AWSManagedRulesACFPRuleSet". It must be set for this
	// rule group and nil for all others.
	AcfpConfig *WafAcfpConfig `json:"acfpConfig,omitzero"`

	// AtpConfig configures the rule group "AWSManagedRulesATPRuleSet". It must be set for this rule
	// group and nil for all others.
	AtpConfig *WafAtpConfig `json:"atpConfig,omitzero"`

	// BotControlConfig configures the rule group "AWSManagedRulesBotControlRuleSet". It must be set
	// for this rule group and nil for all others.
	BotControlConfig *WafBotControlConfig `json:"botControlConfig,omitzero"`
}
