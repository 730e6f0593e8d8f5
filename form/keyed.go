package form

import (
	"fmt"
	"strings"
)

// Keyed completes what was typed on a screen before it is parsed: in a field whose date lies in the filing year,
// month and day are enough ("0315", "3.15", "3-15", "3月15日"), and for a month its number ("6", "6月"). Anything else is given back as it
// is.
func (f *Field) Keyed(typed string, year int) string {
	switch {
	case !f.InYear:
		return typed
	case f.Kind == Month:
		bare := strings.TrimSuffix(strings.TrimSuffix(foldFigures(typed), "份"), "月")
		if n, ok := digits(bare); ok && len(bare) <= 2 && n > 0 {
			return fmt.Sprintf("%04d%02d", year, n)
		}
		return typed
	case f.Kind != Date:
		return typed
	}
	month, day, ok := monthDay(foldFigures(typed))
	if !ok {
		return typed
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// DayOf completes a day that was typed alone, one or two digits, where the date lies in the filing year: it is of the month of near.
// Anything else is given back as it is.
func (f *Field) DayOf(typed string, near Value) string {
	day := foldFigures(typed)
	if f.Kind != Date || !f.InYear || len(day) > 2 || len(near.Str()) < len("2023-03") {
		return typed
	}
	if n, ok := digits(day); ok && n > 0 {
		return fmt.Sprintf("%s-%02d", near.Str()[:len("2023-03")], n)
	}
	return typed
}

// monthDay reads a month and a day without a year; whether there is such a day is for the parser to say.
func monthDay(s string) (month, day int, ok bool) {
	if len(s) == 4 {
		if n, ok := digits(s); ok {
			return n / 100, n % 100, true
		}
	}
	left, right, found := strings.Cut(s, "月")
	if found {
		right = strings.TrimSuffix(strings.TrimSuffix(right, "日"), "号")
	} else {
		at := strings.IndexAny(s, ".-/")
		if at < 0 {
			return 0, 0, false
		}
		left, right = s[:at], s[at+1:]
	}
	month, ok1 := digits(left)
	day, ok2 := digits(right)
	return month, day, ok1 && ok2 && month > 0 && month < 100 && day > 0 && day < 100
}

// digits reads one to four digits.
func digits(s string) (n int, ok bool) {
	if len(s) == 0 || len(s) > 4 {
		return 0, false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, true
}

// Succeeding gives the text with its last run of digits counted one up, keeping its width: 记-0099 → 记-0100.
// ok is false where it has none.
func Succeeding(s string) (next string, ok bool) {
	end := strings.LastIndexAny(s, "0123456789") + 1
	start := end
	for start > 0 && s[start-1] >= '0' && s[start-1] <= '9' {
		start--
	}
	if start == end || end-start > 18 {
		return "", false
	}
	var n int64
	for _, r := range s[start:end] {
		n = n*10 + int64(r-'0')
	}
	return fmt.Sprintf("%s%0*d%s", s[:start], end-start, n+1, s[end:]), true
}
