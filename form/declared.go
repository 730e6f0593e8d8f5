package form

import (
	"math/big"
	"slices"
	"strings"

	"yice/text"
)

// A pack declares checks and never writes expressions: each kind of rule below is told its fields, and says by itself what is
// wrong. What is empty, or could not be read, is a matter of its own and never compared.

// Unique says that no two rows have the same in all of some fields. A row in which one of them is empty is like no other.
type Unique struct {
	ID       string
	Severity Severity
	Fields   []string
	Say      text.Pair // the pack's own words, added to ours
}

// Of is what rows must not share; "" where the row says nothing.
func (u *Unique) Of(r *Record) string {
	var b strings.Builder
	for _, id := range u.Fields {
		v := r.Get(id)
		if v.Empty() {
			return ""
		}
		b.WriteString(r.Form.Field(id).Show(v))
		b.WriteByte(0)
	}
	return b.String()
}

// Band says how far a figure usually is from last year's, below and above, in millionths of last year's.
type Band struct {
	ID       string
	Severity Severity
	Field    string
	Down, Up int64
	HasDown  bool
	HasUp    bool
	Say      text.Pair
}

// Beyond says how a figure and last year's go beyond the band; empty where they do not, or there is nothing to compare.
func (b *Band) Beyond(now, before *Record) text.Pair {
	n, ok := now.Get(b.Field).Int()
	was, ok2 := before.Get(b.Field).Int()
	if !ok || !ok2 || was <= 0 {
		return text.Pair{}
	}
	f := now.Form.Field(b.Field)
	moved := n - was
	switch {
	case b.HasUp && moved > 0 && beyondShare(moved, was, b.Up):
		return besides(text.FormBandUp.With(f.amount(N(n)), f.amount(N(was)), shareText(b.Up)), b.Say)
	case b.HasDown && moved < 0 && beyondShare(-moved, was, b.Down):
		return besides(text.FormBandDown.With(f.amount(N(n)), f.amount(N(was)), shareText(b.Down)), b.Say)
	}
	return text.Pair{}
}

// beyondShare reports whether a part is more than so many millionths of a whole, whatever their size.
func beyondShare(part, whole, millionths int64) bool {
	a := new(big.Int).Mul(big.NewInt(part), big.NewInt(1_000_000))
	b := new(big.Int).Mul(big.NewInt(whole), big.NewInt(millionths))
	return a.Cmp(b) > 0
}

func shareText(millionths int64) string { return trimZeros(fixed(millionths, 4), 0) + "%" }

// besides adds the pack's own words to ours.
func besides(ours, own text.Pair) text.Pair {
	if own.Empty() {
		return ours
	}
	return text.FormSaidByPack.With(ours, own)
}

// RuleKind is one way a declared check compares fields of a row.
type RuleKind uint8

const (
	RequiredWhen RuleKind = iota // Field is filled where When holds and Of are filled
	OneOf                        // at least one of Of is filled; with Exactly no more than one
	Within                       // Field lies between Least and Most
	NotAfter                     // Field, a day or month, is not after Of
	NotBefore                    // Field is not before Of
	PartOf                       // Field is not more than Of
	SumOf                        // Field is what Of come to
	EqualTo                      // Field is the same as Of
)

// Condition is the values of a field in which a rule holds.
type Condition struct {
	Field  string
	Values []string
}

// Rule is a declared check of one row.
type Rule struct {
	ID          string
	Kind        RuleKind
	Severity    Severity
	Field       string
	Of          []string
	When        []Condition
	Exactly     bool
	Least, Most Value
	Say         text.Pair // the pack's own words, added to ours
}

// Check makes the check that a rule declares.
func (ru Rule) Check() Check {
	at := ru.Field
	if at == "" {
		at = ru.Of[0]
	}
	fields := []string{at}
	for _, id := range ru.Of {
		if !slices.Contains(fields, id) {
			fields = append(fields, id)
		}
	}
	for _, c := range ru.When {
		if !slices.Contains(fields, c.Field) {
			fields = append(fields, c.Field)
		}
	}
	judge := ruleKinds[ru.Kind]
	return Check{ID: ru.ID, Severity: ru.Severity, Fields: fields, Bad: func(r *Record) (text.Pair, bool) {
		say := judge(&ru, r)
		if say.Empty() {
			return say, false
		}
		return besides(say, ru.Say), true
	}}
}

var ruleKinds = [...]func(*Rule, *Record) text.Pair{
	RequiredWhen: (*Rule).requiredWhen, OneOf: (*Rule).oneOf, Within: (*Rule).within, NotAfter: (*Rule).notAfter, NotBefore: (*Rule).notBefore,
	PartOf: (*Rule).partOf, SumOf: (*Rule).sumOf, EqualTo: (*Rule).equalTo,
}

// there reports that a field holds something, if only text that could not be read.
func (r *Record) there(field string) bool { return !r.Get(field).Empty() || r.unread(field) }

func (ru *Rule) requiredWhen(r *Record) text.Pair {
	if r.there(ru.Field) {
		return text.Pair{}
	}
	because := text.Pair{}
	for _, c := range ru.When {
		if !slices.Contains(c.Values, r.Str(c.Field)) {
			return text.Pair{}
		}
		fd := r.Form.Field(c.Field)
		because = text.FormBecauseIs.With(fd.Title, fd.CodeTitle(r.Str(c.Field)))
	}
	for _, id := range ru.Of {
		if r.Get(id).Empty() {
			return text.Pair{}
		}
		because = text.FormBecauseFilled.With(r.Form.Field(id).Title)
	}
	return text.FormRequiredWhen.With(because)
}

func (ru *Rule) oneOf(r *Record) text.Pair {
	n := 0
	for _, id := range ru.Of {
		if r.there(id) {
			n++
		}
	}
	switch {
	case n == 0:
		return text.FormOneOf.With(r.Form.titles(ru.Of))
	case n > 1 && ru.Exactly:
		return text.FormOnlyOneOf.With(r.Form.titles(ru.Of))
	}
	return text.Pair{}
}

func (ru *Rule) within(r *Record) text.Pair {
	v := r.Get(ru.Field)
	if v.Empty() || v.s == FailedMonth {
		return text.Pair{}
	}
	fd := r.Form.Field(ru.Field)
	switch {
	case !ru.Least.Empty() && v.compare(ru.Least) < 0:
		return text.FormBelowLeast.With(fd.amount(v), fd.amount(ru.Least))
	case !ru.Most.Empty() && v.compare(ru.Most) > 0:
		return text.FormAboveMost.With(fd.amount(v), fd.amount(ru.Most))
	}
	return text.Pair{}
}

func (ru *Rule) notAfter(r *Record) text.Pair { return ru.turned(r, text.FormNotAfter, 1) }

func (ru *Rule) notBefore(r *Record) text.Pair { return ru.turned(r, text.FormNotBefore, -1) }

// turned finds a day or month on the wrong side of another.
func (ru *Rule) turned(r *Record, say text.Pair, side int) text.Pair {
	v, of := r.Get(ru.Field), r.Get(ru.Of[0])
	if v.Empty() || of.Empty() || v.s == FailedMonth || of.s == FailedMonth || v.compare(of)*side <= 0 {
		return text.Pair{}
	}
	fd, other := r.Form.Field(ru.Field), r.Form.Field(ru.Of[0])
	return say.With(fd.Display(v, NoUnit, text.ZH), other.Title, other.Display(of, NoUnit, text.ZH))
}

func (ru *Rule) partOf(r *Record) text.Pair {
	n, ok := r.Get(ru.Field).Int()
	of, ok2 := r.Get(ru.Of[0]).Int()
	if !ok || !ok2 || n <= of {
		return text.Pair{}
	}
	return text.FormPartOverWhole.With(r.amount(ru.Field), r.Form.Field(ru.Of[0]).Title, r.amount(ru.Of[0]))
}

// sumOf compares only where every part is known; a part that is missing is not nothing.
func (ru *Rule) sumOf(r *Record) text.Pair {
	n, ok := r.Get(ru.Field).Int()
	var sum int64
	for _, id := range ru.Of {
		part, there := r.Get(id).Int()
		ok = ok && there
		sum = Plus(sum, part)
	}
	if !ok || n == sum {
		return text.Pair{}
	}
	fd := r.Form.Field(ru.Field)
	return text.FormNotTheSum.With(fd.amount(N(n)), r.Form.titles(ru.Of), fd.amount(N(sum)))
}

func (ru *Rule) equalTo(r *Record) text.Pair {
	v, of := r.Get(ru.Field), r.Get(ru.Of[0])
	if v.Empty() || of.Empty() || v == of {
		return text.Pair{}
	}
	return text.FormNotEqual.With(r.amount(ru.Field), r.Form.Field(ru.Of[0]).Title, r.amount(ru.Of[0]))
}

// compare orders two values of one kind.
func (v Value) compare(w Value) int {
	if v.kind == number && w.kind == number {
		switch {
		case v.n < w.n:
			return -1
		case v.n > w.n:
			return 1
		}
		return 0
	}
	return strings.Compare(v.s, w.s)
}

// titles names fields in a row.
func (f *Form) titles(ids []string) text.Pair {
	var zh, en []string
	for _, id := range ids {
		title := f.Field(id).Title
		zh, en = append(zh, title.ZH), append(en, title.EN)
	}
	return pair(strings.Join(zh, "、"), strings.Join(en, ", "))
}
