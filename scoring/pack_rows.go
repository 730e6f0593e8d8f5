package scoring

import (
	"strings"

	"yice/internal/inorder"
	"yice/text"
)

// What a pack says of one enterprise, as the screens list it and the lines tell it.

// PackRow is one thing a pack says of an enterprise, with its number where it is one.
type PackRow struct {
	Setting
	Param *Param // nil where it is said in words
	Own   bool   // the enterprise may have its own
}

// RowsFor is everything the pack says that concerns an enterprise of a type, the gists of the clauses last.
func (p *Pack) RowsFor(uscc, typ string) []PackRow {
	eff, _ := p.For(uscc, typ)
	all := eff.Settings()
	open := map[string]bool{}
	for i := range all {
		if group, ok := strings.CutSuffix(all[i].Path, ".overridable"); ok {
			for _, name := range strings.Split(all[i].Value.ZH, "、") {
				open[group+"."+name] = true
			}
		}
	}
	own := "enterprise." + uscc
	var rows, last []PackRow
	for i := range all {
		st := all[i]
		switch {
		case strings.HasSuffix(st.Path, ".overridable"),
			strings.HasPrefix(st.Group, "enterprise.") && st.Group != own,
			// An override is told where the parameter stands that it replaces.
			strings.HasPrefix(st.Path, own+".indicator."), strings.HasPrefix(st.Path, own+".bonus."),
			strings.Contains(st.Path, ".weight.") && !strings.HasSuffix(st.Path, ".weight."+typ):
			continue
		}
		r := PackRow{Setting: st}
		if x, ok := eff.Param(st.Path); ok {
			r.Param, r.Own = &x, open[st.Path]
		}
		if st.Path == own+"."+ProfitTargetPath {
			r.Own = true
		}
		if strings.HasPrefix(st.Group, "clause.") {
			last = append(last, r)
		} else {
			rows = append(rows, r)
		}
	}
	return append(rows, last...)
}

// Assumed reports a number that the pack's document does not give.
func (r *PackRow) Assumed() bool { return r.Param != nil && r.Param.Basis == Assumed }

// Overridden reports a number that the enterprise has of its own.
func (r *PackRow) Overridden() bool { return r.Param != nil && r.Param.Basis == Override }

// OfOne reports what concerns the one enterprise: what it has, or may have, of its own.
func (r *PackRow) OfOne() bool {
	return r.Own || r.Overridden() || strings.HasPrefix(r.Group, "enterprise.")
}

// OwnPath is the name under which [SetOverride] sets it for an enterprise.
func (r *PackRow) OwnPath(uscc string) string {
	return strings.TrimPrefix(r.Path, "enterprise."+uscc+".")
}

// Now is what stands there, as it is typed.
func (r *PackRow) Now() string {
	if r.Param != nil {
		return r.Param.Text
	}
	return r.Value.ZH
}

// Origin says in sentences where what a row says comes from.
func (p *Pack) Origin(r *PackRow) []text.Pair {
	if r.Param == nil {
		return []text.Pair{text.TuiPolIsWord}
	}
	var out []text.Pair
	st := p.Standing(r.Param)
	switch reason := text.TuiPolReason.With(p.Say(r.Param.Reason)); {
	case r.Param.Basis != Override:
		out = append(out, st.Full(p))
	case st.Settled():
		tail := st.Tail()
		out = append(out, text.Pair{ZH: text.StandIsOwn.ZH + tail.ZH, EN: text.StandIsOwn.EN + tail.EN}, reason)
	default:
		out = append(out, text.StandIsOwn, reason)
	}
	if r.Param.Origin == FromType {
		out = append(out, text.TuiPolIsType)
	}
	if d := r.Param.Default; d != nil {
		out = append(out, text.TuiPolDefault.With(d.Text, p.Standing(d).Word()))
	}
	return out
}

// OwnDraft gives a pack as a draft with one parameter set for one enterprise; see [SetOverride]. An issued pack is never changed: its next
// version begins from it.
func (p *Pack) OwnDraft(e Enterprise, path, value, reason string) (*Pack, error) {
	return p.redrafted(func(source []byte) ([]byte, error) { return SetOverride(source, e, path, value, reason) })
}

// DefaultDraft gives a pack as a draft in which an enterprise has the default again at a path.
func (p *Pack) DefaultDraft(uscc, path string) (*Pack, error) {
	return p.redrafted(func(source []byte) ([]byte, error) { return RemoveOverride(source, uscc, path) })
}

func (p *Pack) redrafted(change func(source []byte) ([]byte, error)) (*Pack, error) {
	source := p.Source
	if p.Issued() {
		var err error
		if source, err = NewFrom(p, p.Year); err != nil {
			return nil, err
		}
	}
	source, err := change(source)
	if err != nil {
		return nil, err
	}
	return Load(source)
}

// YearDraft gives the draft of another year from a pack; see [NewFrom].
func (p *Pack) YearDraft(year int) (*Pack, error) {
	source, err := NewFrom(p, year)
	if err != nil {
		return nil, err
	}
	return Load(source)
}

// Reading is one of the ways the add-back could be read, and what it would add back.
type Reading struct {
	Rates, Counted text.Pair // how the rates are taken, and which R&D counts
	Amount         Dec       // 万元
	InForce        bool
	key            string
}

// Readings are all of them, the one in force first, then by what they add back; none where the pack adds nothing back.
func (s *Sheet) Readings() (out []Reading) {
	b := s.Pack.Addback
	if b == nil {
		return nil
	}
	now := b.Reading + "/" + b.Basis + "/" + b.GovernmentFund
	for key, amount := range s.Alternatives {
		part := strings.Split(key, "/")
		rates := text.TuiReadingA
		if part[0] == "B" {
			rates = text.TuiReadingB
		}
		out = append(out, Reading{rates.With(b.BaseRate.Text, b.IncrementRate.Text), countedRD(part[1], part[2]), amount, key == now, key})
	}
	inorder.Sort(out, func(x, y Reading) int {
		if x.InForce != y.InForce {
			return btoi(y.InForce) - btoi(x.InForce)
		}
		if c := y.Amount.Cmp(x.Amount); c != 0 {
			return c
		}
		return strings.Compare(x.key, y.key)
	})
	return out
}

func countedRD(basis, grants string) text.Pair {
	switch {
	case basis == "expensed" && grants == "exclude":
		return text.TuiReadExpensed
	case basis == "expensed":
		return text.TuiReadExpensedGrants
	case grants == "exclude":
		return text.TuiReadTotal
	}
	return text.TuiReadTotalGrants
}
