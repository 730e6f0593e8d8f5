package numfmt

import (
	"math/big"
	"strconv"
	"strings"
	"time"
)

// clock is which parts of a moment a section shows.
type clock struct {
	year, month, day, weekday, hour, minute, second, elapsed bool
}

// readClock reads a section that shows a date or a time; false for one that shows none.
func readClock(list []token, c *clock) bool {
	var last byte // the last letter that was no text
	var pending bool
	for i, t := range list {
		switch t.what {
		case digit, exponent, generally, at:
			// Hundredths of a second are written with digits, behind a point.
			if t.what != digit || !c.second || i == 0 || list[i-1].what != point && list[i-1].what != digit {
				return false
			}
		case letter:
			ch := t.text[0]
			if ch == '[' {
				c.elapsed = true
				ch = t.text[1]
			}
			switch ch {
			case 'y', 'e':
				c.year = true
			case 'd':
				if len(t.text) > 2 {
					c.weekday = true
				} else {
					c.day = true
				}
			case 'h':
				c.hour = true
			case 's':
				c.second = true
				if pending {
					c.minute, pending = true, false
				}
			case 'm':
				if t.text[0] == '[' || last == 'h' && len(t.text) < 3 {
					c.minute = true
				} else {
					c.month = c.month || pending
					pending = true
				}
			case 'a':
				if t.text == "a/p" {
					continue
				}
				if len(t.text) < 3 {
					return false // no part of a date
				}
				c.weekday = true
			case 'g', 'b':
				continue
			}
			last = ch
		}
	}
	c.month = c.month || pending
	return *c != clock{}
}

// append adds a serial as a moment; ok is false for what is no day between 1900 and 9999.
func (c *clock) append(dst []byte, n *Decimal, from1904 bool) (out []byte, ok bool) {
	if n.negative || n.point > 7 {
		return dst, false
	}
	if !c.year && !c.month && !c.day && !c.weekday {
		return c.time(dst, n), true
	}
	serial := 0
	for i := range max(n.point, 0) {
		serial = serial*10 + int(n.at(i)-'0')
	}
	day, ok := dayOf(serial, from1904)
	if !ok {
		return dst, false
	}
	switch {
	case c.day && (c.year || c.month):
		return day.AppendFormat(dst, "2006-01-02"), true
	case c.year && c.month:
		return day.AppendFormat(dst, "2006-01"), true
	case c.year:
		return day.AppendFormat(dst, "2006"), true
	case c.month:
		return append(strconv.AppendInt(dst, int64(day.Month()), 10), "月"...), true
	case c.day:
		return strconv.AppendInt(dst, int64(day.Day()), 10), true
	}
	return append(append(dst, "星期"...), [...]string{"日", "一", "二", "三", "四", "五", "六"}[day.Weekday()]...), true
}

// dayOf gives the day of a serial. 1900 had no 29 February, though serials count it.
func dayOf(n int, from1904 bool) (time.Time, bool) {
	switch {
	case from1904:
		n += 1462
	case n == 60:
		return time.Time{}, false
	case n < 60:
		n++
	}
	if n < 2 || n > 2_958_465 {
		return time.Time{}, false
	}
	return time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC), true
}

// time adds the time of day, or, where the format counts hours beyond a day, all of them.
func (c *clock) time(dst []byte, n *Decimal) []byte {
	whole, part, _ := strings.Cut(string(n.append(nil)), ".")
	days, _ := strconv.ParseInt(whole, 10, 64)
	numerator, _ := new(big.Int).SetString("0"+part, 10)
	divisor := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(part))), nil)
	// Seconds of the day, half up.
	twice := new(big.Int).Mul(numerator, big.NewInt(2*86_400))
	seconds := new(big.Int).Div(twice.Add(twice, divisor), new(big.Int).Mul(divisor, big.NewInt(2))).Int64()
	if c.elapsed {
		seconds += days * 86_400
	} else {
		seconds %= 86_400
	}
	hours, minutes := seconds/3600, seconds/60%60
	if !c.hour {
		minutes, hours = seconds/60, 0
	}
	if c.hour || !c.minute {
		dst = append(strconv.AppendInt(dst, hours, 10), ':')
	}
	if minutes < 10 {
		dst = append(dst, '0')
	}
	dst = strconv.AppendInt(dst, minutes, 10)
	if c.second {
		dst = append(dst, ':')
		if seconds%60 < 10 {
			dst = append(dst, '0')
		}
		dst = strconv.AppendInt(dst, seconds%60, 10)
	}
	return dst
}
