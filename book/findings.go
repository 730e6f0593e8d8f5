package book

import (
	"slices"

	"yice/form"
	"yice/returns"
)

// judged is every finding of a year, in order, with its counts.
type judged struct {
	list  []form.Finding
	forms map[string]*Tally
	all   Tally
}

// Tally counts findings: open 强制性, 核实性 without a standing reason, and 核实性 with one.
type Tally struct{ Must, Verify, Explained int }

func (t *Tally) add(f *form.Finding) {
	switch {
	case f.Severity == form.Must:
		t.Must++
	case f.Explained:
		t.Explained++
	default:
		t.Verify++
	}
}

// Findings gives all, 强制性 first, then in the order of forms and rows. For a ledger with very many flagged rows the
// first thousand are listed; Counts is exact. Reason without Explained is one that no longer stands: the figures it
// explained have changed. Not to be changed.
func (y *Year) Findings() []form.Finding { return y.judged().list }

// Counts counts the findings, those of unlisted lines among them.
func (y *Year) Counts() Tally { return y.judged().all }

// CountsOf counts those of one form.
func (y *Year) CountsOf(f *form.Form) Tally {
	if t := y.judged().forms[f.ID]; t != nil {
		return *t
	}
	return Tally{}
}

// gather puts every finding together: of rows by themselves, of keys and references, across forms, and of the ledger as a
// whole where it was scanned.
func (y *Year) gather() *judged {
	var all []form.Finding
	for _, f := range y.Forms().All() {
		if f.Scope == form.Ledger {
			continue
		}
		t := y.Table(f)
		all = append(all, y.declared(t)...)
		for _, found := range t.findings() {
			all = append(all, found...)
		}
		all = append(all, y.doubled(t)...)
		for _, r := range t.rows {
			all = append(all, y.unresolved(r)...)
		}
	}
	for _, found := range y.Flags.rows() {
		all = append(all, found...)
	}
	all = append(all, y.unresolvedLedger()...)
	all = append(all, y.card()...)
	all = append(all, y.priorDiffers()...)
	all = append(all, y.unfilled()...)
	all = append(all, y.unlikely()...)
	all = append(all, y.reach()...)
	all = append(all, returns.Findings(y.Returns())...)
	if y.Pack != nil {
		all = append(all, y.sheet.Findings()...)
	}
	all = append(all, y.lines.findings()...)
	all = y.inOrder(all)
	y.explain(all)
	return y.count(all)
}

func (y *Year) explain(found []form.Finding) {
	if y.Explain != nil {
		y.Explain(found)
	}
}

// count tallies findings; of a ledger with more flagged rows than are listed, by the counts the transactions kept.
func (y *Year) count(all []form.Finding) *judged {
	j := &judged{list: slices.Clip(all), forms: make(map[string]*Tally)}
	of := func(form string) *Tally {
		t := j.forms[form]
		if t == nil {
			t = &Tally{}
			j.forms[form] = t
		}
		return t
	}
	for i := range all {
		of(all[i].Form).add(&all[i])
	}
	if must, verify := y.Flags.unlisted(y.Flags.rows()); must+verify > 0 {
		t := of(LedgerID)
		t.Must += must
		t.Verify += verify
	}
	for _, t := range j.forms {
		j.all.Must += t.Must
		j.all.Verify += t.Verify
		j.all.Explained += t.Explained
	}
	return j
}

// RowFindings gives what one row has to answer for, with its key and its references.
func (y *Year) RowFindings(r *form.Record) []form.Finding {
	var found []form.Finding
	if t := y.Tables[r.Form.ID]; t != nil {
		found = append(found, t.findings()[r.ID]...)
		if key := indexKey(r); key != "" && !r.Form.Single() && len(t.Keys()[key]) > 1 {
			found = append(found, doubledKey(r, len(t.Keys()[key])))
		}
		found = append(found, y.declaredOf(t, r)...)
	} else {
		found = CheckRow(r, y.Year)
	}
	found = append(found, y.unresolved(r)...)
	if r.Form.ID == EnterpriseID {
		found = append(found, y.card()...)
	}
	found = ofOneRow(r.Form, found)
	y.explain(found)
	return found
}
