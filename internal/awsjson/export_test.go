package awsjson

// Check walks data, one JSON text of any kind, the way an unknown member's value is
// walked, and returns what is wrong with it.
func Check(data []byte) error {
	d := newDecoder(data)
	defer d.free()
	return d.finish(d.skip(skipSpace(data, 0)))
}

// DecoderSize is the memory that a decoder keeps between calls, in bytes.
func DecoderSize() int {
	d := newDecoder(nil)
	defer d.free()
	return cap(d.ends) + 32*cap(d.slabs) + 2*cap(d.order)
}
