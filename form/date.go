package form

import (
	"fmt"
	"strings"

	"yice/text"
)

// Years that a date may lie in.
const (
	MinYear = 1900
	MaxYear = 2100
)

// parseDate reads a folded text; the stored form is 2023-03-15.
func parseDate(s string) (Value, error) {
	if len(s) == 10 && s[4] == '-' && s[7] == '-' && allDigits(s[:4]) && allDigits(s[5:7]) && allDigits(s[8:]) {
		if err := realDay(number4(s), int(s[5]-'0')*10+int(s[6]-'0'), int(s[8]-'0')*10+int(s[9]-'0'), s); err != nil {
			return Value{}, err
		}
		return S(s), nil
	}
	y, m, d, err := yearMonthDay(s)
	if err != nil {
		return Value{}, err
	}
	if d < 0 {
		return Value{}, refuse(text.FormDateNoDay, quoted(s))
	}
	if err := realDay(y, m, d, s); err != nil {
		return Value{}, err
	}
	return S(fmt.Sprintf("%04d-%02d-%02d", y, m, d)), nil
}

// parseMonth reads a folded text; the stored form is 202303. A full date gives its month.
func parseMonth(s string, zeros bool) (Value, error) {
	if strings.Trim(s, "0") == "" && (len(s) == 6 || len(s) == 1) { // a spreadsheet keeps 000000 as 0
		if !zeros {
			return Value{}, refuse(text.FormMonthZeros)
		}
		return S(FailedMonth), nil
	}
	y, m, d, err := yearMonthDay(s)
	if err != nil {
		if _, ok := dateParts(withoutTime(s)); !ok || len(s) < len("202306") {
			err = refuse(text.FormNotMonth, quoted(s))
		}
		return Value{}, err
	}
	if d < 0 {
		d = 1
	}
	if err := realDay(y, m, d, s); err != nil {
		return Value{}, err
	}
	return S(fmt.Sprintf("%04d%02d", y, m)), nil
}

// yearMonthDay takes a date apart: 20240315, 2024.3.5, 2024/3/5, 2024年3月5日, without a day (d = -1) 202403, 2024年3月.
func yearMonthDay(s string) (y, m, d int, err error) {
	parts, ok := dateParts(withoutTime(s))
	if !ok {
		return 0, 0, 0, refuse(text.FormNotDate, quoted(s))
	}
	switch len(parts) {
	case 1:
		switch p := parts[0]; len(p) {
		case 8:
			return number4(p), number2(p[4:]), number2(p[6:]), nil
		case 6:
			return number4(p), number2(p[4:]), -1, nil
		case 5:
			return 0, 0, 0, refuse(text.FormDateSerial, quoted(s))
		}
	case 2:
		if len(parts[0]) == 4 && len(parts[1]) <= 2 {
			return number4(parts[0]), number2(parts[1]), -1, nil
		}
	case 3:
		switch {
		case len(parts[0]) == 4 && len(parts[1]) <= 2 && len(parts[2]) <= 2:
			return number4(parts[0]), number2(parts[1]), number2(parts[2]), nil
		case len(parts[0]) <= 2 && len(parts[2]) == 4:
			return 0, 0, 0, refuse(text.FormDateOrder, quoted(s))
		case len(parts[0]) <= 2 && len(parts[2]) <= 2:
			return 0, 0, 0, refuse(text.FormDateShortYear, quoted(s))
		}
	}
	return 0, 0, 0, refuse(text.FormNotDate, quoted(s))
}

// withoutTime drops a time of day, which exports put behind a date.
func withoutTime(s string) string {
	i := strings.IndexAny(s, " T")
	if i < 0 {
		return s
	}
	for _, c := range s[i+1:] {
		if (c < '0' || c > '9') && c != ':' && c != '.' && c != 'Z' {
			return s
		}
	}
	if !strings.Contains(s[i:], ":") {
		return s
	}
	return s[:i]
}

// dateParts splits at - / . or 年 月 日; at most three runs of digits, each followed by at most one separator and blanks.
func dateParts(s string) (parts []string, ok bool) {
	run := ""
	separated := true
	close := func() {
		if run != "" {
			parts = append(parts, run)
			run, separated = "", false
		}
	}
	for _, r := range s {
		switch {
		case isDigit(r):
			if run == "" && !separated {
				return nil, false
			}
			run += string(r)
			if len(run) > 8 {
				return nil, false
			}
		case r == ' ':
			close()
			separated = separated || len(parts) > 0
		case strings.ContainsRune("-/.年月日号", r):
			if run == "" && strings.ContainsRune("-/.", r) {
				return nil, false
			}
			close()
			separated = true
		default:
			return nil, false
		}
	}
	close()
	return parts, len(parts) > 0 && len(parts) <= 3
}

func realDay(y, m, d int, typed string) error {
	switch {
	case y < MinYear || y > MaxYear:
		return refuse(text.FormDateYear, quoted(typed), MinYear, MaxYear)
	case m < 1 || m > 12:
		return refuse(text.FormDateMonth, quoted(typed), m)
	case d < 1 || d > daysIn(y, m):
		return refuse(text.FormDateDay, quoted(typed), y, m, daysIn(y, m), d)
	}
	return nil
}

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// number4 and number2 read up to four and two leading digits.
func number4(s string) int { return leading(s, 4) }
func number2(s string) int { return leading(s, 2) }

func leading(s string, most int) int {
	n := 0
	for i := 0; i < len(s) && i < most && s[i] >= '0' && s[i] <= '9'; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// yearOf gives the year of a stored date or month.
func yearOf(s string) int { return number4(s) }
