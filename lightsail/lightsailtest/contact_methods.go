package lightsailtest

import (
	"regexp"
	"slices"
	"strings"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateContactMethod", (*state).createContactMethod)
	register("DeleteContactMethod", (*state).deleteContactMethod)
	register("GetContactMethods", (*state).getContactMethods)
	register("SendContactMethodVerification", (*state).sendContactMethodVerification)

	registerPut("contactMethods", (*state).putContactMethod)
}

// smsRegions holds the Regions whose contact methods can have the protocol SMS.
var smsRegions = []string{"us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1", "ap-southeast-1", "ap-southeast-2"}

// phoneNumber matches a telephone number of the standard E.164.
var phoneNumber = regexp.MustCompile(`^\+[1-9][0-9]{1,14}$`)

// A contactMethod is an address to which alarms send notifications. The server does not
// send any.
type contactMethod struct {
	entry
	types.ContactMethod
}

func (*contactMethod) kind() types.ResourceType { return types.ResourceTypeContactMethod }

func (c *contactMethod) value() any { return &c.ContactMethod }

// setState ignores the reason, for which a contact method has no field.
func (c *contactMethod) setState(status, _ string) { c.Status = types.ContactMethodStatus(status) }

// newContactMethod returns a contact method with default values for the fields of c that
// are not set. The form of its name, which the service chooses, is a guess.
func (st *state) newContactMethod(c types.ContactMethod) *contactMethod {
	setDefault(&c.Name, "ContactMethod-"+st.uuid())
	return &contactMethod{ContactMethod: c}
}

func (st *state) putContactMethod(c types.ContactMethod) {
	if c.Protocol == "" {
		c.Protocol = types.ContactProtocolEmail
	}
	setDefault(&c.ContactEndpoint, "ops@example.com")
	if c.Status == "" {
		c.Status = types.ContactMethodStatusValid
	}
	st.put(st.newContactMethod(c), "all")
}

// createContactMethod allows one contact method of each protocol, and SMS in some Regions
// only, as is documented. Guesses are the errors, that it checks an email address only for
// an @, and that a phone number is valid at once.
func (st *state) createContactMethod(in *lightsail.CreateContactMethodInput) (*lightsail.CreateContactMethodOutput, error) {
	var v violations
	if in.Protocol == types.ContactProtocolSms {
		v.check(phoneNumber.MatchString(*in.ContactEndpoint), "contactEndpoint",
			"must be a phone number in the E.164 format, such as +12065550100")
		v.check(slices.Contains(smsRegions, st.region), "protocol", "SMS is not supported in %s", st.region)
	} else {
		v.check(strings.Contains(*in.ContactEndpoint, "@"), "contactEndpoint", "must be an email address")
	}
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	for _, c := range list[*contactMethod](st) {
		if c.Protocol == in.Protocol {
			return nil, invalidInput("protocol: the Region has a contact method of this protocol")
		}
	}
	c := st.newContactMethod(types.ContactMethod{
		ContactEndpoint: in.ContactEndpoint, Protocol: in.Protocol, Tags: mergeTags(nil, in.Tags),
	})
	st.create(c, "all")
	st.verify(c)
	return &lightsail.CreateContactMethodOutput{Operations: st.record(types.OperationTypeCreateContactMethod, c)}, nil
}

// verify starts the verification of a contact method, which the owner of an email address
// has confirmed when the lag of PendingVerification is over.
func (st *state) verify(c *contactMethod) {
	if c.Protocol == types.ContactProtocolSms {
		c.Status = types.ContactMethodStatusValid
		return
	}
	st.enter(c, string(types.ContactMethodStatusPendingVerification), string(types.ContactMethodStatusValid))
}

func (st *state) getContactMethods(in *lightsail.GetContactMethodsInput) (*lightsail.GetContactMethodsOutput, error) {
	out := &lightsail.GetContactMethodsOutput{ContactMethods: []types.ContactMethod{}}
	for _, c := range showAll[*contactMethod](st) {
		if len(in.Protocols) == 0 || slices.Contains(in.Protocols, c.Protocol) {
			out.ContactMethods = append(out.ContactMethods, c.ContactMethod)
		}
	}
	return out, nil
}

// findContactMethod is find for a protocol.
func (st *state) findContactMethod(protocol types.ContactProtocol) (*contactMethod, error) {
	for _, c := range list[*contactMethod](st) {
		if c.Protocol == protocol && c.hidden <= 0 && c.deleted <= 0 {
			return c, nil
		}
	}
	return nil, notFound(types.ResourceTypeContactMethod, string(protocol))
}

// sendContactMethodVerification does not change a contact method that is valid, which is a
// guess.
func (st *state) sendContactMethodVerification(in *lightsail.SendContactMethodVerificationInput) (*lightsail.SendContactMethodVerificationOutput, error) {
	c, err := st.findContactMethod(types.ContactProtocol(in.Protocol))
	if err != nil {
		return nil, err
	}
	if c.Status != types.ContactMethodStatusValid {
		st.verify(c)
	}
	return &lightsail.SendContactMethodVerificationOutput{
		Operations: st.record(types.OperationTypeSendContactMethodVerification, c),
	}, nil
}

func (st *state) deleteContactMethod(in *lightsail.DeleteContactMethodInput) (*lightsail.DeleteContactMethodOutput, error) {
	c, err := st.findContactMethod(in.Protocol)
	if err != nil {
		return nil, err
	}
	st.remove(c, "")
	return &lightsail.DeleteContactMethodOutput{Operations: st.record(types.OperationTypeDeleteContactMethod, c)}, nil
}
