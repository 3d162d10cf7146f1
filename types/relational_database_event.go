package types

import "time"

// LogEvent is an entry of a log that the engine of a database writes.
// GetRelationalDatabaseLogEvents returns it.
type LogEvent struct {
	// CreatedAt is the time of the entry.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Message is the text of the entry.
	Message *string `json:"message,omitzero"`
}

// RelationalDatabaseEvent is a message of Lightsail about something that happened to a database,
// such as a backup. GetRelationalDatabaseEvents returns it. The logs of the database engine consist
// of [LogEvent] instead.
type RelationalDatabaseEvent struct {
	// CreatedAt is the time of the event.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// EventCategories are the categories of the event, for example "backup".
	EventCategories []string `json:"eventCategories,omitzero"`

	// Message is the text of the event, for example "Finished Relational Database backup".
	Message *string `json:"message,omitzero"`

	// Resource is the name of the database.
	Resource *string `json:"resource,omitzero"`
}
