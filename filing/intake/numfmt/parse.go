package numfmt

import (
	"strings"
	"unicode/utf8"
)

// sort is what kind of thing a section shows.
type sort uint8

const (
	general  sort = iota // all digits
	figure               // so many digits
	power                // 1.23E+06
	fraction             // 1 1/2: the plain decimal
	moment               // a date or a time
	words                // no digit at all
)

// section is one of the up to four parts of a code.
type section struct {
	sort sort
	// op and limit are its condition, [>=10000]; "" where it has none.
	op    string
	limit Decimal
	// before and after are what stands around the digits; bare, without what only says that the figure is negative.
	before, after, bareBefore, bareAfter string
	inner                                []piece // the digits, where text stands between them
	whole, ints                          int     // digits before the point: at least, and places for them
	places, least                        int     // digits behind the point: at most, and at least
	percents, thousands, shift           int     // how the figure is scaled
	powered                              bool
	says                                 sign
	colour                               string
	unsigned                             bool // is for figures below zero and shows them like others
	forged                               bool // has digits of its own: 0"0000"
	plain                                bool // digits and nothing else
	day                                  clock
}

// sign is how a section shows that a figure is below zero.
type sign uint8

const (
	silent sign = iota
	marked      // a minus, brackets, 负
	worded      // 贷: whoever reads the cell knows what it means
)

// piece is a place for a digit, or text (place 0).
type piece struct {
	place byte
	text  string
}

// Parse understands a format code. It never fails: what is no format shows all digits, like General.
func Parse(code string) *Format {
	f := &Format{}
	if code == "" {
		code = generals[0]
	}
	for i, part := range split(code) {
		if i == 3 || len(f.sections) > 0 && isText(part) {
			break // how texts are shown
		}
		f.sections = append(f.sections, parseSection(part))
	}
	if len(f.sections) > 1 && f.sections[1].op == "" && f.sections[0].op == "" {
		s := &f.sections[1]
		s.unsigned = s.says == silent && s.colour == f.sections[0].colour
	}
	return f
}

// longestCode bounds what is read of a code; spreadsheets allow 255 characters.
const longestCode = 1024

// split parts a code at the semicolons that are not quoted.
func split(code string) []string {
	code = code[:min(len(code), longestCode)]
	var parts []string
	from := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			if end := strings.IndexByte(code[i+1:], '"'); end >= 0 {
				i += end + 1
			}
		case '\\', '!', '_', '*':
			_, n := utf8.DecodeRuneInString(code[i+1:])
			i += n
		case '[':
			if end := strings.IndexByte(code[i:], ']'); end >= 0 {
				i += end
			}
		case ';':
			parts = append(parts, code[from:i])
			from = i + 1
		}
	}
	return append(parts, code[from:])
}

// isText reports a section for texts, which has an @ outside quotes.
func isText(part string) bool {
	for _, t := range tokens(part) {
		if t.what == at {
			return true
		}
	}
	return false
}

func parseSection(part string) section {
	var s section
	list := tokens(part)
	for _, t := range list {
		if t.what == bracket {
			s.bracket(t.text)
		}
	}
	switch {
	case isText(part):
		s.sort, s.plain = general, true
	case readClock(list, &s.day):
		s.sort = moment
	default:
		s.read(list)
	}
	return s
}

// bracket takes what stands in [ ].
func (s *section) bracket(in string) {
	switch op := strings.TrimRight(in[:min(2, len(in))], "-.0123456789 "); op {
	case "<", "<=", ">", ">=", "=", "<>":
		if limit, ok := ParseDecimal([]byte(strings.TrimSpace(in[len(op):]))); ok {
			s.op, s.limit = op, limit
		}
		return
	}
	// [DBNum2] only chooses the numerals.
	if folded := strings.ToLower(in); !strings.HasPrefix(folded, "dbnum") && !strings.HasPrefix(folded, "natnum") {
		s.colour = folded
	}
}

// read sorts out the tokens of a section that is no date.
func (s *section) read(list []token) {
	r := reader{s: s}
	for i, t := range list {
		r.token(t, i, list)
	}
	switch {
	case r.general:
		s.sort = general
	case r.digits == 0:
		s.sort = words
	case r.slash:
		s.sort = fraction
	case s.powered:
		s.sort = power
	default:
		s.sort = figure
	}
	if s.sort != figure {
		s.whole, s.least = 1, 0
	}
	if !r.literal || s.sort != figure {
		s.inner = nil
	}
	if r.points > 1 {
		s.shift = 0 // 0000!.00!.00 is no figure with a point
	}
	s.before, s.after = strings.TrimLeft(r.before.String(), " "), strings.TrimRight(r.after.String(), " ")
	if s.sort == words {
		s.before, s.after = strings.TrimSpace(s.before+s.after), ""
	}
	s.signs()
	s.forged = s.sort != words && s.forges()
	s.plain = s.before == "" && s.after == "" && s.inner == nil && s.percents == 0 && s.thousands == 0
}

// forges reports text that reads as part of the figure it stands beside.
func (s *section) forges() bool {
	const digits = "0123456789０１２３４５６７８９"
	if before := strings.TrimRight(s.before, " ,"); before != "" && strings.Trim(before, digits+"., -¥￥(") == "" && strings.ContainsAny(before, digits+".") {
		return true
	}
	if after := strings.TrimLeft(s.after, " ,.eE+-%"); after != "" && strings.IndexAny(after, digits) == 0 || strings.ContainsAny(s.after, "%") && s.percents == 0 {
		return true
	}
	for _, p := range s.inner {
		if strings.ContainsAny(p.text, digits+"eE") {
			return true
		}
	}
	return false
}

// signs finds what says that a figure is below zero.
func (s *section) signs() {
	s.bareBefore, s.bareAfter = s.before, s.after
	for _, mark := range []string{"-", "−", "－", "–", "—", "(", "（", "负", "△", "▲"} {
		if bare := strings.Replace(s.before, mark, "", 1); bare != s.before && dashes(bare) {
			s.bareBefore, s.says = strings.TrimLeft(bare, " "), marked
			break
		}
	}
	for _, mark := range []string{")", "）", "-", "−", "－"} {
		after, ok := strings.CutPrefix(strings.TrimLeft(s.after, " "), mark)
		if !ok {
			after, ok = strings.CutSuffix(s.after, mark)
		}
		if ok {
			s.bareAfter, s.says = strings.TrimRight(after, " "), marked
			break
		}
	}
	around := strings.ToLower(s.before + s.after)
	if strings.Contains(around, "贷") || strings.Contains(around, "cr") {
		s.says = worded
	}
}

// reader is where the reading of a section is.
type reader struct {
	s              *section
	before, after  strings.Builder
	held           []string // texts since the last digit: between digits, or behind them all
	digits         int
	point, general bool
	slash, literal bool
	commas         int
	points         int // that are only text
	zeroSeen       bool
}

func (r *reader) token(t token, i int, list []token) {
	s := r.s
	switch t.what {
	case digit:
		r.digit(t.text[0])
	case point:
		if r.point || r.general {
			r.text(t.text)
			return
		}
		r.point = true
		r.commasScale()
	case comma:
		if r.digits > 0 {
			r.commas++
		}
	case percent:
		s.percents++
		r.text(t.text)
	case exponent:
		s.powered = s.powered || r.digits > 0
	case generally:
		r.general = true
		r.digits++
		r.flush()
	case text, letter:
		if t.text == "/" && r.digits > 0 && i+1 < len(list) && (list[i+1].what == digit || list[i+1].text >= "1" && list[i+1].text <= "9") {
			r.slash = true
		}
		r.text(t.text)
	}
	if i == len(list)-1 {
		r.commasScale()
		for _, h := range r.held {
			r.after.WriteString(h)
		}
	}
}

// text keeps what stands as it is.
func (r *reader) text(t string) {
	if r.digits == 0 && !r.point {
		r.before.WriteString(t)
		return
	}
	r.held = append(r.held, t)
}

// commasScale counts commas behind the digits before the point, each of which leaves three digits out.
func (r *reader) commasScale() {
	r.s.thousands += r.commas
	r.commas = 0
}

// digit adds a place for a digit.
func (r *reader) digit(place byte) {
	s := r.s
	if s.powered {
		return // of the exponent
	}
	r.commas = 0 // between digits: grouping
	r.flush()
	r.digits++
	s.inner = append(s.inner, piece{place: place})
	if r.point {
		s.places++
		if place == '0' {
			s.least = s.places
		}
		return
	}
	s.ints++
	r.zeroSeen = r.zeroSeen || place == '0'
	if r.zeroSeen {
		s.whole++
	}
	if r.shifting() {
		r.points++
	}
	if r.points > 0 {
		s.shift++
	}
}

// shifting reports whether a point that is only text stands right before the digit: 0!.0 shows another figure.
func (r *reader) shifting() bool {
	n := len(r.s.inner)
	return n > 1 && r.s.inner[n-2].place == 0 && strings.ContainsAny(r.s.inner[n-2].text, ".．·。")
}

// flush puts the texts since the last digit between it and the next. A comma there is grouping, however it is written.
func (r *reader) flush() {
	between := strings.ReplaceAll(strings.Join(r.held, ""), ",", "")
	r.held = nil
	if between == "" || r.digits == 0 {
		return
	}
	r.s.inner = append(r.s.inner, piece{text: between})
	r.literal = true
}
