package types_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/types"
)

func TestExceptions(t *testing.T) {
	client, server := smithy.FaultClient, smithy.FaultServer
	tested := map[string]bool{}
	for _, row := range []struct {
		err      smithy.APIError
		typedNil smithy.APIError // a nil pointer of the same type
		code     string
		fault    smithy.ErrorFault
	}{
		{&types.AccessDeniedException{}, (*types.AccessDeniedException)(nil), "AccessDeniedException", client},
		{&types.AccountSetupInProgressException{}, (*types.AccountSetupInProgressException)(nil),
			"AccountSetupInProgressException", client},
		{&types.InvalidInputException{}, (*types.InvalidInputException)(nil), "InvalidInputException", client},
		{&types.NotFoundException{}, (*types.NotFoundException)(nil), "NotFoundException", client},
		{&types.OperationFailureException{}, (*types.OperationFailureException)(nil), "OperationFailureException",
			client},
		{&types.RegionSetupInProgressException{}, (*types.RegionSetupInProgressException)(nil),
			"RegionSetupInProgressException", client},
		{&types.ServiceException{}, (*types.ServiceException)(nil), "ServiceException", server},
		{&types.UnauthenticatedException{}, (*types.UnauthenticatedException)(nil), "UnauthenticatedException", client},
	} {
		tested[row.code] = true
		check := func(what, got, want string) {
			t.Helper()
			if got != want {
				t.Errorf("%T: %s is %q, want %q", row.err, what, got, want)
			}
		}
		check("type", reflect.TypeOf(row.err).Elem().Name(), row.code)
		check("code of nil", row.typedNil.ErrorCode(), row.code)
		check("code of empty", row.err.ErrorCode(), row.code)
		check("message of empty", row.err.ErrorMessage(), "")
		check("text of empty", row.err.Error(), row.code+": ")
		if got := row.err.ErrorFault(); got != row.fault {
			t.Errorf("%T: fault is %v, want %v", row.err, got, row.fault)
		}

		// The field Code must not change the code of the error.
		const body = `{"message":"no such bucket","code":"DoesNotExist","docs":"d","tip":"t"}`
		if err := json.Unmarshal([]byte(body), row.err); err != nil {
			t.Fatal(err)
		}
		check("text", row.err.Error(), row.code+": no such bucket")
		check("message", row.err.ErrorMessage(), "no such bucket")
		fields := reflect.ValueOf(row.err).Elem()
		check("Code", *fields.FieldByName("Code").Interface().(*string), "DoesNotExist")
		check("Docs", *fields.FieldByName("Docs").Interface().(*string), "d")
		check("Tip", *fields.FieldByName("Tip").Interface().(*string), "t")

		fields.FieldByName("ErrorCodeOverride").Set(reflect.ValueOf(ptr("Other")))
		check("code with override", row.err.ErrorCode(), "Other")
		check("text with override", row.err.Error(), "Other: no such bucket")
		text, err := json.Marshal(row.err)
		if err != nil {
			t.Fatal(err)
		}
		check("JSON", string(text), body)
	}
	for name := range readSource(t).structs {
		if strings.HasSuffix(name, "Exception") && !tested[name] {
			t.Errorf("%s is not tested", name)
		}
	}
}

func TestExceptionInErrorChain(t *testing.T) {
	err := error(&smithy.OperationError{
		ServiceID:     "Lightsail",
		OperationName: "GetBuckets",
		Err:           &types.NotFoundException{Message: ptr("gone")},
	})
	var missing *types.NotFoundException
	if !errors.As(err, &missing) || missing.ErrorMessage() != "gone" {
		t.Errorf("found %v in %v", missing, err)
	}
	var invalid *types.InvalidInputException
	if errors.As(err, &invalid) {
		t.Errorf("found %v in %v", invalid, err)
	}
}
