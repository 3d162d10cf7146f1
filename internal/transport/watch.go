package transport

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/tracing"
)

// watched tells whether somebody looks into the steps of a call.
func (c *Config) watched() bool {
	const modes = aws.LogSigning | aws.LogRequest | aws.LogRequestWithBody | aws.LogResponse | aws.LogResponseWithBody
	return len(c.APIOptions) > 0 || c.intercepted() || c.traced() || c.metered() || c.ClientLogMode&modes != 0
}

func (c *Config) intercepted() bool {
	i := &c.Interceptors
	return len(i.BeforeExecution)+len(i.AfterExecution)+
		len(i.BeforeSerialization)+len(i.AfterSerialization)+
		len(i.BeforeRetryLoop)+
		len(i.BeforeAttempt)+len(i.AfterAttempt)+
		len(i.BeforeSigning)+len(i.AfterSigning)+
		len(i.BeforeTransmit)+len(i.AfterTransmit)+
		len(i.BeforeDeserialization)+len(i.AfterDeserialization) > 0
}

func (c *Config) traced() bool {
	switch c.TracerProvider.(type) {
	case nil, tracing.NopTracerProvider, *tracing.NopTracerProvider:
		return false
	}
	return true
}

func (c *Config) metered() bool {
	switch c.MeterProvider.(type) {
	case nil, metrics.NopMeterProvider, *metrics.NopMeterProvider:
		return false
	}
	return true
}
