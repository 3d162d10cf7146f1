package types

// RelationalDatabaseParameter is a parameter of a database: a setting of its engine, such as a
// limit on memory or connections. GetRelationalDatabaseParameters returns all parameters of a
// database, and UpdateRelationalDatabaseParameters takes those to change.
type RelationalDatabaseParameter struct {
	// AllowedValues describes the values that the engine accepts, such as a range of numbers.
	AllowedValues *string `json:"allowedValues,omitzero"`

	// ApplyMethod is the time at which a change takes effect: "immediate", or "pending-reboot" for
	// the next restart of the database with RebootRelationalDatabase.
	ApplyMethod *string `json:"applyMethod,omitzero"`

	// ApplyType is how the engine applies changes. Changes of a "dynamic" parameter can take effect
	// immediately. Changes of other parameters need a restart.
	ApplyType *string `json:"applyType,omitzero"`

	// DataType is the type of ParameterValue.
	DataType *string `json:"dataType,omitzero"`

	// Description is a text about the purpose of the parameter.
	Description *string `json:"description,omitzero"`

	// IsModifiable reports whether UpdateRelationalDatabaseParameters can change the parameter.
	IsModifiable *bool `json:"isModifiable,omitzero"`

	// ParameterName is the name of the parameter in the engine.
	ParameterName *string `json:"parameterName,omitzero"`

	// ParameterValue is the value of the parameter, as a string also if DataType is a number.
	ParameterValue *string `json:"parameterValue,omitzero"`
}
