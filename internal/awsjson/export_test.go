package awsjson

// Check scans data, one JSON text of any kind, in the way of an unknown member's value.
func Check(data []byte) error {
	d := newDecoder(&noRoot, data)
	defer d.free()
	return d.finish(d.skip(skipSpace(data, 0)))
}

// DecoderSize returns how many bytes a decoder for the type of v keeps between calls.
func DecoderSize(v any) int {
	root, _, err := rootOf(v)
	if err != nil {
		panic(err)
	}
	d := newDecoder(root, nil)
	defer d.free()
	return cap(d.open) + 24*cap(d.slabs) + 8*cap(d.used) + 2*cap(d.order)
}
