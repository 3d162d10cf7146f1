package types

type RelationalDatabaseParameter struct {
	AllowedValues *string `json:"allowedValues,omitzero"`

	ApplyMethod *string `json:"applyMethod,omitzero"`

	ApplyType *string `json:"applyType,omitzero"`

	DataType *string `json:"dataType,omitzero"`

	Description *string `json:"description,omitzero"`

	IsModifiable *bool `json:"isModifiable,omitzero"`

	ParameterName *string `json:"parameterName,omitzero"`

	ParameterValue *string `json:"parameterValue,omitzero"`
}
