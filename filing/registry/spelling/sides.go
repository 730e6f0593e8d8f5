package spelling

import (
	"strconv"
	"strings"
)

// Side is a side of a double claim: of which submission, its row, and what the row says.
type Side struct {
	Of         string
	Row        int64
	Key, Title string
}

// Sides writes them: each text with its length before it, for a key or a title may hold any sign.
func Sides(all []Side) string {
	var b []byte
	for i := range all {
		s := &all[i]
		for _, one := range []string{s.Of, strconv.FormatInt(s.Row, 10), s.Key, s.Title} {
			one = Storable(one)
			b = append(append(strconv.AppendInt(b, int64(len(one)), 10), ':'), one...)
		}
	}
	return string(b)
}

// SidesFrom reads them; not ok where they are not as they are written, or of a submission that does not count.
func SidesFrom(s string, counts func(of string) bool) (all []Side, ok bool) {
	next := func() (one string, ok bool) {
		length, rest, found := strings.Cut(s, ":")
		n, err := strconv.Atoi(length)
		if !found || err != nil || n < 0 || n > len(rest) {
			return "", false
		}
		one, s = rest[:n], rest[n:]
		return one, true
	}
	for s != "" {
		of, ok1 := next()
		row, ok2 := next()
		key, ok3 := next()
		title, ok4 := next()
		n, err := strconv.ParseInt(row, 10, 64)
		if !ok1 || !ok2 || !ok3 || !ok4 || err != nil || !counts(of) {
			return nil, false
		}
		all = append(all, Side{of, n, key, title})
	}
	return all, true
}
