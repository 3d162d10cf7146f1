package lightsailtest

import (
	"strings"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("GetRelationalDatabaseMasterUserPassword", (*state).getRelationalDatabaseMasterUserPassword)
}

const (
	// minPassword is the documented minimum length of a password.
	minPassword = 8

	// generatedPassword is the length of a generated password, as in a published example.
	generatedPassword = 32

	passwordCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&()*+,-.:;<=>?[]^_{|}~"

	// hiddenPassword is the MasterUserPassword of PendingModifiedValues. That it is not the
	// password itself is a guess from Amazon RDS.
	hiddenPassword = "****"
)

// masterPasswords holds the passwords of the master user. Those that do not exist are nil.
type masterPasswords struct{ previous, current, pending *masterPassword }

// A masterPassword is a version of the password of the master user.
type masterPassword struct {
	text      string
	createdAt time.Time
}

// newPassword returns a password with the given text, or a generated one if text is nil.
func (st *state) newPassword(text *string) *masterPassword {
	if text != nil {
		return &masterPassword{*text, st.now}
	}
	return &masterPassword{st.randomString(generatedPassword, passwordCharacters), st.now}
}

// rotate makes the pending password the current one.
func (p *masterPasswords) rotate() {
	if p.pending != nil {
		*p = masterPasswords{previous: p.current, current: p.pending}
	}
}

// password checks the password of a master user. The rules are documented.
func (v *violations) password(text *string, engine databaseEngine) {
	if text == nil {
		return
	}
	isInvalid := func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`/"@`, r) }
	v.check(len(*text) >= minPassword && len(*text) <= engine.maxPassword, "masterUserPassword",
		"must have %d to %d characters for %s", minPassword, engine.maxPassword, engine.display)
	v.check(!strings.ContainsFunc(*text, isInvalid), "masterUserPassword",
		`must have only printable ASCII characters except spaces, /, ", and @`)
}

// getRelationalDatabaseMasterUserPassword returns a NotFoundException for a version that does
// not exist, which is a guess.
func (st *state) getRelationalDatabaseMasterUserPassword(in *lightsail.GetRelationalDatabaseMasterUserPasswordInput) (*lightsail.GetRelationalDatabaseMasterUserPasswordOutput, error) {
	d, err := find[*database](st, in.RelationalDatabaseName)
	if err != nil {
		return nil, err
	}
	version := d.passwords.current
	switch in.PasswordVersion {
	case types.RelationalDatabasePasswordVersionPrevious:
		version = d.passwords.previous
	case types.RelationalDatabasePasswordVersionPending:
		version = d.passwords.pending
	}
	if version == nil {
		return nil, notFound(types.ResourceType(in.PasswordVersion+" password"), d.name)
	}
	return &lightsail.GetRelationalDatabaseMasterUserPasswordOutput{CreatedAt: &version.createdAt, MasterUserPassword: &version.text}, nil
}
