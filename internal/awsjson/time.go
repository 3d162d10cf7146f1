package awsjson

import (
	"strconv"
	"time"
)

// A timestamp is a number of seconds since 1970, in the years 1 to 9999, with at most three
// decimals.
const (
	minMillis = -62135596800000 // 0001-01-01T00:00:00Z
	maxMillis = 253402300799999 // 9999-12-31T23:59:59.999Z

	ruleTime = "timestamp outside the years 1 to 9999"
)

// millis returns n seconds in milliseconds, truncated. A float64 would not do: it makes
// 1004 milliseconds of 1.005 seconds.
func (n number) millis() (ms int64, ok bool) {
	m, e := n.mant, n.exp+3
	for ; e > 0 && m != 0; e-- {
		if m > maxMillis {
			return 0, false
		}
		m *= 10
	}
	for ; e < 0 && m != 0; e++ {
		m /= 10
	}
	if n.neg {
		return -int64(m), m <= -minMillis
	}
	return int64(m), m <= maxMillis
}

func appendTime(dst []byte, t time.Time) (_ []byte, ok bool) {
	sec, nsec := t.Unix(), int64(t.Nanosecond())
	if sec < minMillis/1000 || sec > maxMillis/1000 {
		return dst, false
	}
	if sec < 0 && nsec > 0 { // truncate towards 1970, as when decoding
		sec++
		nsec -= 1e9
	}
	ms := sec*1000 + nsec/1e6
	if ms < 0 {
		dst = append(dst, '-')
		ms = -ms
	}
	dst = strconv.AppendInt(dst, ms/1000, 10)
	if ms %= 1000; ms != 0 {
		dst = append(dst, '.', byte('0'+ms/100), byte('0'+ms/10%10), byte('0'+ms%10))
		for dst[len(dst)-1] == '0' {
			dst = dst[:len(dst)-1]
		}
	}
	return dst, true
}
