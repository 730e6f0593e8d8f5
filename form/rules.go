package form

import (
	"strings"

	"yice/text"
)

// The rules that several forms share. A rule of one form alone stands with the form.

// found is a rule's verdict: the sentence only where there is something to say.
func found(bad bool, p text.Pair, args ...any) (text.Pair, bool) {
	if !bad {
		return text.Pair{}, false
	}
	return fill(p, args), true
}

// fill puts figures into a sentence; one without figures may hold a % sign of its own.
func fill(p text.Pair, args []any) text.Pair {
	if len(args) == 0 {
		return p
	}
	return p.With(args...)
}

// partOf: a part is never more than its whole. With the whole missing there is nothing to compare.
func partOf(id, part, whole string) Check {
	return compare(id, Must, text.FormPartOverWhole, part, whole)
}

// over: a figure that is usually not above another.
func over(id, high, low string) Check { return compare(id, Verify, text.FormOver, high, low) }

func compare(id string, s Severity, say text.Pair, part, whole string) Check {
	return Check{ID: id, Severity: s, Fields: []string{part, whole}, Bad: func(r *Record) (text.Pair, bool) {
		p, ok := r.Get(part).Int()
		w, ok2 := r.Get(whole).Int()
		if !ok || !ok2 || p <= w {
			return text.Pair{}, false
		}
		return say.With(r.amount(part), r.Form.Field(whole).Title, r.amount(whole)), true
	}}
}

// partsOf: several parts together are never more than their whole.
func partsOf(id, whole string, parts ...string) Check {
	return Check{ID: id, Severity: Must, Fields: append([]string{whole}, parts...), Bad: func(r *Record) (text.Pair, bool) {
		w, ok := r.Get(whole).Int()
		if !ok {
			return text.Pair{}, false
		}
		var titles, figures [2][]string
		left := w
		for _, p := range parts {
			n, _ := r.Get(p).Int()
			if n < 0 {
				return text.Pair{}, false // said by its own finding
			}
			left -= n
			f := r.Form.Field(p)
			titles[0], titles[1] = append(titles[0], f.Title.ZH), append(titles[1], f.Title.EN)
			figures[0], figures[1] = append(figures[0], f.Show(r.Get(p))), append(figures[1], f.Show(r.Get(p)))
			if left < 0 {
				break
			}
		}
		if left >= 0 {
			return text.Pair{}, false
		}
		return text.FormPartsOverWhole.With(r.amount(whole), pair(strings.Join(titles[0], "、"), strings.Join(titles[1], ", ")),
			strings.Join(figures[0], " + ")), true
	}}
}

// positive: a figure that makes no sense as zero or less.
func positive(id, field string) Check {
	return Check{ID: id, Severity: Verify, Fields: []string{field}, Bad: func(r *Record) (text.Pair, bool) {
		n, ok := r.Get(field).Int()
		if !ok || n != 0 {
			return text.Pair{}, false
		}
		return text.FormZero, true
	}}
}

// Words that make a reviewer ask whether something is R&D at all. The ledger's list is shorter: a summary may well speak
// of a trial production or a demonstration that a project needs.
var (
	projectDoubts = []string{"技改", "技术改造", "改造", "生产", "产业化", "示范", "推广", "补贴", "扩建", "扩产"}
	ledgerDoubts  = []string{"技改", "改造", "产业化", "推广", "补贴", "扩建", "扩产", "量产"}
)

// doubtful: a name or summary that reads like something else than R&D. A hint only: it hits real projects too.
func doubtful(id, field string, words []string) Check {
	return Check{ID: id, Severity: Verify, Fields: []string{field}, Bad: func(r *Record) (text.Pair, bool) {
		s := r.Str(field)
		if s == "" {
			return text.Pair{}, false
		}
		for _, w := range words {
			if strings.Contains(s, w) {
				return text.FormDoubtful.With(Printable(s, 40), w), true
			}
		}
		return text.Pair{}, false
	}}
}

// idCard: a staff number that looks like an ID-card number. Such numbers are never kept.
func idCard(id string) Check {
	return Check{ID: id, Severity: Must, Fields: []string{"person"}, Bad: func(r *Record) (text.Pair, bool) {
		return found(looksLikeIDCard(r.Str("person")), text.FormIDCard)
	}}
}

func looksLikeIDCard(s string) bool {
	if len(s) != 18 || !allDigits(s[:17]) || !allDigits(s[17:]) && s[17] != 'X' && s[17] != 'x' {
		return false
	}
	y, m, d := number4(s[6:]), number2(s[10:]), number2(s[12:])
	return y >= MinYear && y <= MaxYear && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

// recognitionChecks are the rules of the recognition group.
func recognitionChecks(form string) []Check {
	return []Check{
		{
			ID: form + ".recognition-proof", Severity: Must, Fields: []string{"recognition", "recognised_doc", "recognised_on"},
			Bad: func(r *Record) (text.Pair, bool) {
				if r.Str("recognition") != Recognised {
					return text.Pair{}, false
				}
				noDoc := r.Get("recognised_doc").Empty() && !r.unread("recognised_doc")
				noDate := r.Get("recognised_on").Empty() && !r.unread("recognised_on")
				switch {
				case noDoc && noDate:
					return text.FormNoDecision, true
				case noDoc:
					return text.FormNoDecisionNumber, true
				case noDate:
					return text.FormNoDecisionDate, true
				}
				return text.Pair{}, false
			},
		},
		{
			ID: form + ".recognition-undecided", Severity: Verify, Fields: []string{"recognition", "recognised_doc", "recognised_on"},
			Bad: func(r *Record) (text.Pair, bool) {
				s := r.Str("recognition")
				decided := s == Recognised || s == Refused
				return found(!decided && (!r.Get("recognised_doc").Empty() || !r.Get("recognised_on").Empty()), text.FormUndecided)
			},
		},
	}
}

// recognisedBefore: a decision dated before what it decides on.
func recognisedBefore(id, date string) Check {
	return Check{ID: id, Severity: Verify, Fields: []string{"recognised_on", date}, Bad: func(r *Record) (text.Pair, bool) {
		on, since := r.Str("recognised_on"), r.Str(date)
		if on == "" || since == "" || on >= since {
			return text.Pair{}, false
		}
		return text.FormRecognisedBefore.With(on, r.Form.Field(date).Title, since), true
	}}
}
