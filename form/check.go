package form

import (
	"fmt"

	"yice/text"
)

// Ids of the checks every form has. Those of a form begin with its id.
const (
	CheckUnread   = "unread"
	CheckRequired = "required"
	CheckCode     = "unknown-code"
	CheckNegative = "negative"
	CheckShare    = "over-100-percent"
	CheckFuture   = "after-year-end"
	CheckUSCC     = "uscc.check-character"
)

// Check gives the findings of one row by itself: unread text, required, codes, signs, identifiers, the form's own rules.
// They come in the order of the fields, then of the form's rules.
func (f *Form) Check(r *Record, year int) []Finding {
	var found []Finding
	for i := range f.Fields {
		found = f.checkField(found, r, i, year)
	}
	for i := range f.Checks {
		c := &f.Checks[i]
		var say text.Pair
		var bad bool
		if c.Bad != nil {
			say, bad = c.Bad(r)
		} else {
			say, bad = c.BadIn(r, year)
		}
		if bad {
			found = append(found, r.Finding(c.ID, c.Severity, c.Fields[0], say))
		}
	}
	return found
}

// checkField appends what is wrong with one cell by the definition of its field.
func (f *Form) checkField(found []Finding, r *Record, i, year int) []Finding {
	field := &f.Fields[i]
	add := func(check string, s Severity, p text.Pair, args ...any) {
		found = append(found, r.Finding(check, s, field.ID, fill(p, args)))
	}
	v := r.Values[i]
	if v.Empty() {
		if raw, ok := r.Raw[i]; ok {
			add(CheckUnread, Must, text.FormUnread, field.whyUnread(raw))
			return found
		}
		if field.Required && (field.Applies == nil || field.Applies(r)) {
			add(CheckRequired, Must, text.FormRequired)
		}
		return found
	}
	switch field.Kind {
	case Int, Money, Decimal:
		if v.n < 0 && !field.Signed {
			add(CheckNegative, Must, text.FormNegative, field.amount(v))
		}
	case Percent:
		switch {
		case v.n > 1_000_000:
			add(CheckShare, Must, text.FormOver100, field.Show(v))
		case v.n < 0:
			add(CheckNegative, Must, text.FormNegative, field.amount(v))
		}
	case Date:
		if !field.Later && year > 0 && yearOf(v.s) > year && f.Scope != Ledger {
			add(CheckFuture, Verify, text.FormFuture, quoted(v.s), year)
		}
	case CodeKind:
		if !field.OpenCodes && field.Code(v.s) == nil {
			add(CheckCode, Must, text.FormNotCode, quoted(v.s), field.choices())
		}
	case Flag:
		if v.s != Yes && v.s != No {
			add(CheckCode, Must, text.FormNotFlag, quoted(v.s))
		}
	case ID:
		if field.Identifier == USCC && !ValidUSCC(v.s) {
			say := text.FormUSCCShape.With(quoted(v.s))
			if want, ok := usccCheck(v.s); ok {
				say = text.FormUSCCCheck.With(v.s, string(v.s[17]), string(want))
			}
			add(CheckUSCC, Verify, say)
		}
	}
	return found
}

// whyUnread says again why a text kept as typed is not a value.
func (f *Field) whyUnread(raw string) text.Pair {
	if _, err := f.Parse(raw, f.Unit); err != nil {
		if p, ok := err.(*ParseError); ok {
			return p.Say
		}
	}
	return text.FormUnreadRetype
}

// Finding makes a finding about a field of this row: its message names the form, the row and the field before what is
// said. field may be "" for the row as a whole.
func (r *Record) Finding(check string, s Severity, field string, say text.Pair) Finding {
	label := r.Label()
	title := text.FormWholeRow
	if fd := r.Form.Field(field); fd != nil {
		title = fd.Title
	}
	message := text.FormAtField.With(r.Form.Title, Printable(label, 60), title, say)
	if r.Form.Single() || label == "" {
		message = text.FormAtSingle.With(r.Form.Title, title, say)
	}
	// Values come through the parser; a file changed by hand may hold anything all the same.
	message = pair(Printable(message.ZH, maxMessage), Printable(message.EN, maxMessage))
	return Finding{
		Check: check, Severity: s, Form: r.Form.ID, Row: r.ID, Key: Printable(label, maxMessage), Field: field,
		Message: message, Short: pair(Printable(say.ZH, maxMessage), Printable(say.EN, maxMessage)),
	}
}

const maxMessage = 2000

// Label gives what a person would know the row by: its natural key, else the first filled fields of Form.Label, else
// its number in the workspace; "" for a row that has nothing yet.
func (r *Record) Label() string {
	if k := r.Key(); k != "" {
		return k
	}
	label := ""
	for _, id := range r.Form.Label {
		i := r.Form.Index(id)
		if i < 0 || r.Values[i].Empty() {
			continue
		}
		if label != "" {
			return label + " " + r.Form.Fields[i].Show(r.Values[i])
		}
		label = r.Form.Fields[i].Show(r.Values[i])
	}
	if label == "" && r.ID > 0 && !r.Form.Single() {
		return fmt.Sprintf("#%d", r.ID)
	}
	return label
}

// Unread reports that a cell holds text that could not be read, which its own finding says.
func (r *Record) Unread(field string) bool { return r.unread(field) }

// unread reports that a cell holds text that could not be read: it is then not missing.
func (r *Record) unread(field string) bool {
	_, ok := r.Raw[r.Form.Index(field)]
	return ok
}

// amount is a figure as a sentence names it, with separators and its unit: 80,000.00 万元, CNY 800,000,000.00.
func (r *Record) amount(field string) text.Pair {
	return r.Form.Field(field).amount(r.Get(field))
}

func (f *Field) amount(v Value) text.Pair {
	zh, en := f.Display(v, NoUnit, text.ZH), f.Display(v, NoUnit, text.EN)
	switch {
	case f.Kind == Money:
		return pair(zh+" "+f.Unit.Title.ZH, Yuan.Title.EN+" "+f.Display(v, Yuan, text.EN))
	case f.Unit.Title.Empty():
		return pair(zh, en)
	}
	return pair(zh+" "+f.Unit.Title.ZH, en+" "+f.Unit.Title.EN)
}
