//go:build !race

package awsjson_test

const raceEnabled = false
