package entry

import (
	"slices"
	"strconv"
	"strings"

	"yice/form"
	"yice/returns"
	"yice/scoring"
)

// judged is every finding of a state, in order, with its counts.
type judged struct {
	list  []form.Finding
	forms map[string]*tally
	all   tally
}

// tally counts findings: open 强制性, 核实性 without a standing reason, and 核实性 with one.
type tally struct{ must, verify, explained int }

func (t *tally) add(f *form.Finding) {
	switch {
	case f.Severity == form.Must:
		t.must++
	case f.Explained:
		t.explained++
	default:
		t.verify++
	}
}

// Findings gives all, 强制性 first, then in the order of forms and rows. For a ledger with very many flagged rows the
// first thousand are listed; Counts is exact. Reason without Explained is one that no longer stands: the figures it
// explained have changed.
func (s *Session) Findings() []form.Finding { return slices.Clone(s.now.Load().judged().list) }

// Counts gives how many findings are open 强制性, how many 核实性 want a reason, and how many have one.
func (s *Session) Counts() (must, verify, explained int) {
	all := s.now.Load().judged().all
	return all.must, all.verify, all.explained
}

// FindingID names a finding for `yice reason`: check@form/row/field.
func FindingID(f form.Finding) string {
	return f.Check + "@" + f.Form + "/" + strconv.FormatInt(f.Row, 10) + "/" + f.Field
}

// parseFindingID takes such a name apart.
func parseFindingID(id string) (f form.Finding, ok bool) {
	at := strings.LastIndexByte(id, '@')
	if at < 0 {
		return f, false
	}
	parts := strings.Split(id[at+1:], "/")
	if len(parts) != 3 {
		return f, false
	}
	row, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil {
		return f, false
	}
	return form.Finding{Check: id[:at], Form: parts[0], Row: row, Field: parts[2]}, true
}

// gather puts every finding together: of rows by themselves, of keys and references, across forms, and of the deep check.
func (st *state) gather() *judged {
	var all []form.Finding
	for _, f := range formsInOrder() {
		if f.Scope == form.Ledger {
			continue
		}
		t := st.table(f)
		for _, found := range t.findings() {
			all = append(all, found...)
		}
		all = append(all, st.doubled(t)...)
		for _, r := range t.rows {
			all = append(all, st.unresolved(r)...)
		}
	}
	for _, found := range st.flags.rows() {
		all = append(all, found...)
	}
	all = append(all, st.unresolvedLedger()...)
	all = append(all, st.card()...)
	all = append(all, st.priorDiffers()...)
	all = append(all, st.unfilled()...)
	all = append(all, st.unlikely()...)
	all = append(all, returns.Findings(st.returns())...)
	if st.pack != nil {
		all = append(all, scoring.Findings(st.pack, st.facts)...)
	}
	all = append(all, st.deep.findings()...)
	all = st.inOrder(all)
	st.explain(all)
	return st.count(all)
}

// count tallies findings; of a ledger with more flagged rows than are listed, by the counts the transactions kept.
func (st *state) count(all []form.Finding) *judged {
	j := &judged{list: all, forms: make(map[string]*tally)}
	for i := range all {
		t := j.forms[all[i].Form]
		if t == nil {
			t = &tally{}
			j.forms[all[i].Form] = t
		}
		t.add(&all[i])
	}
	if must, verify := st.flags.unlisted(st.flags.rows()); must+verify > 0 {
		t := j.forms[ledgerID]
		if t == nil {
			t = &tally{}
			j.forms[ledgerID] = t
		}
		t.must += must
		t.verify += verify
	}
	for _, t := range j.forms {
		j.all.must += t.must
		j.all.verify += t.verify
		j.all.explained += t.explained
	}
	return j
}

// rowFindings gives what one row has to answer for, with its key and its references.
func (st *state) rowFindings(r *form.Record) []form.Finding {
	var found []form.Finding
	if t := st.tables[r.Form.ID]; t != nil {
		found = append(found, t.findings()[r.ID]...)
		if key := indexKey(r); key != "" && !r.Form.Single() && len(t.keys()[key]) > 1 {
			found = append(found, doubledKey(r, len(t.keys()[key])))
		}
	} else {
		found = checkRow(r, st.book.Year)
	}
	found = append(found, st.unresolved(r)...)
	if r.Form.ID == enterpriseID {
		found = append(found, st.card()...)
	}
	found = ofOneRow(r.Form, found)
	st.explain(found)
	return found
}
