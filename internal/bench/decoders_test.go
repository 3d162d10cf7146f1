package main

import (
	"encoding/json"
	"testing"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// TestDecodersSameValues checks that every decoder decodes every member of every text:
// the output encodes to the JSON value of the text.
func TestDecodersSameValues(t *testing.T) {
	encoders := map[variant]func(any) ([]byte, error){thisClient: awsjson.Marshal}
	for _, v := range otherDecoders {
		encoders[v] = json.Marshal
	}
	for _, d := range decodings() {
		for v, encode := range encoders {
			out, err := d.decode(v)
			if err != nil {
				t.Errorf("%s, %s: %v", d.name, v, err)
				continue
			}
			text, err := encode(out)
			if err != nil {
				t.Errorf("%s, %s: %v", d.name, v, err)
				continue
			}
			if !sameJSON(t, string(text), string(d.text)) {
				t.Errorf("%s, %s: got %.2000s, want %.2000s", d.name, v, text, d.text)
			}
		}
	}
}
