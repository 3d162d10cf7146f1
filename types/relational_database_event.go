package types

import "time"

type LogEvent struct {
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	Message *string `json:"message,omitzero"`
}

type RelationalDatabaseEvent struct {
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	EventCategories []string `json:"eventCategories,omitzero"`

	Message *string `json:"message,omitzero"`

	Resource *string `json:"resource,omitzero"`
}
