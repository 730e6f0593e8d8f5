package entry

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"yice/form"
	"yice/returns"
	"yice/scoring"
	"yice/text"
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
	if listed := st.flags.rows(); len(listed) >= listedFlags {
		t := j.forms[ledgerID]
		must, verify := st.flags.open()
		var seen tally
		for _, found := range listed {
			for i := range found {
				seen.add(&found[i])
			}
		}
		t.must += max(0, int(must)-seen.must)
		t.verify += max(0, int(verify)-seen.verify)
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
		if key := r.Key(); key != "" && !r.Form.Single() && len(t.keys()[key]) > 1 {
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

// doubled finds rows that bear one natural key.
func (st *state) doubled(t *table) []form.Finding {
	if !t.form.Keyed() || t.form.Single() {
		return nil
	}
	var found []form.Finding
	for _, rows := range t.keys() {
		if len(rows) < 2 {
			continue
		}
		for _, r := range rows {
			found = append(found, doubledKey(r, len(rows)))
		}
	}
	return found
}

func doubledKey(r *form.Record, times int) form.Finding {
	field := keyField(r)
	return form.Finding{
		Check: r.Form.ID + ".key-doubled", Severity: form.Must, Form: r.Form.ID, Row: r.ID, Key: r.Key(), Field: field,
		Message: text.EntryKeyDoubled.With(r.Form.Title, r.Form.Field(field).Title, clip(r.Key()), times),
	}
}

// keyField is the field that names the row: the first of the key it goes by.
func keyField(r *form.Record) string {
	for _, key := range r.Form.Keys {
		if !r.Get(key[0]).Empty() {
			return key[0]
		}
	}
	return ""
}

// unresolved finds references of a row to rows that are not there.
func (st *state) unresolved(r *form.Record) []form.Finding {
	var found []form.Finding
	for i := range r.Form.Fields {
		fd := &r.Form.Fields[i]
		key := r.Values[i].Str()
		if fd.Kind != form.Ref || key == "" {
			continue
		}
		to := form.ByID(fd.Ref)
		if to == nil || st.table(to).find(key) != nil {
			continue
		}
		found = append(found, form.Finding{
			Check: r.Form.ID + ".ref-unresolved", Severity: form.Must, Form: r.Form.ID, Row: r.ID, Key: label(r), Field: fd.ID,
			Message: text.EntryRefUnresolved.With(r.Form.Title, fd.Title, clip(key), to.Title),
		})
	}
	return found
}

// unresolvedLedger finds the projects and platforms that ledger lines name and no register has: one finding a field, for
// the ledger as a whole.
func (st *state) unresolvedLedger() []form.Finding {
	f := form.ByID(ledgerID)
	var found []form.Finding
	for _, by := range [...]struct {
		field string
		key   func(*returns.Sum) string
	}{
		{"project", func(s *returns.Sum) string { return s.Project }},
		{"platform", func(s *returns.Sum) string { return s.Platform }},
	} {
		fd := f.Field(by.field)
		if fd == nil {
			continue
		}
		to := form.ByID(fd.Ref)
		list := st.ledger.list()
		missing, lines := []string{}, int64(0)
		for i := range list {
			key := by.key(&list[i])
			if key == "" || st.table(to).find(key) != nil {
				continue
			}
			lines += list[i].Lines
			if !slices.Contains(missing, key) {
				missing = append(missing, key)
			}
		}
		if len(missing) == 0 {
			continue
		}
		slices.Sort(missing)
		found = append(found, form.Finding{
			Check: f.ID + ".ref-unresolved", Severity: form.Must, Form: f.ID, Field: fd.ID, Key: clip(missing[0]),
			Message: text.EntryRefUnresolvedLedger.With(f.Title, lines, fd.Title, firstFew(missing), to.Title),
		})
	}
	return found
}

// firstFew lists keys for a sentence, five at most.
func firstFew(keys []string) text.Pair {
	quoted := make([]string, 0, 5)
	for i, k := range keys {
		if i == 5 {
			return text.EntryAndMore.With(strings.Join(quoted, " "), len(keys))
		}
		quoted = append(quoted, fmt.Sprintf("“%s”", clip(k)))
	}
	return text.Same(strings.Join(quoted, " "))
}

// card judges the enterprise's own row: it must be there, and of the enterprise whose book this is.
func (st *state) card() []form.Finding {
	f := form.ByID(enterpriseID)
	card := st.table(f).single()
	if card == nil {
		return checkRow(form.NewRecord(f), st.book.Year)
	}
	if have := card.Str("uscc"); have != "" && have != st.book.USCC {
		return []form.Finding{{
			Check: "enterprise.uscc-book", Severity: form.Must, Form: f.ID, Row: card.ID, Key: label(card), Field: "uscc",
			Message: text.EntryCardOther.With(clip(have), st.book.USCC),
		}}
	}
	return nil
}

// priorDiffers compares the summary and the ledger of the year before, where it has both: the summary is what counts.
func (st *state) priorDiffers() []form.Finding {
	rd, ok := fromSummary(st.before.summary)
	if !ok || st.before.ledger.Lines == 0 {
		return nil
	}
	f := form.ByID(summaryID)
	by := st.before.ledger
	var found []form.Finding
	for _, c := range [...]struct {
		field           string
		summary, ledger int64
	}{
		{"expensed", rd.Expensed, by.Expensed},
		{"expensed_government", rd.ExpensedGovernment, by.ExpensedGovernment},
		{"capitalised", rd.Capitalised, by.Capitalised},
		{"capitalised_government", rd.CapitalisedGovernment, by.CapitalisedGovernment},
	} {
		if c.summary == c.ledger || st.before.summary.Get(c.field).Empty() {
			continue
		}
		found = append(found, form.Finding{
			Check: "rd_summary.prior-differs", Severity: form.Verify, Form: f.ID, Field: c.field, Key: strconv.Itoa(st.book.Year - 1),
			Message: text.EntryPriorDiffers.With(st.book.Year-1, f.Field(c.field).Title, money(c.summary), money(c.ledger)),
		})
	}
	return found
}

// inOrder sorts findings: 强制性 first, then by form, row and field as people see them; a finding that two sources make
// stands once.
func (st *state) inOrder(all []form.Finding) []form.Finding {
	if len(all) < 2 {
		return all
	}
	forms := make(map[string]*formOrder)
	for i, f := range formsInOrder() {
		forms[f.ID] = &formOrder{rank: i, form: f}
	}
	ranked := make([]rankedFinding, len(all))
	for i := range all {
		ranked[i] = rankedFinding{&all[i], st.rank(forms, &all[i])}
	}
	slices.SortFunc(ranked, func(a, b rankedFinding) int {
		return cmp.Or(slices.Compare(a.rank[:], b.rank[:]), cmp.Compare(a.Check, b.Check), cmp.Compare(a.Message.ZH, b.Message.ZH))
	})
	sorted := make([]form.Finding, 0, len(all))
	for i, r := range ranked {
		if i > 0 && *r.Finding == *ranked[i-1].Finding {
			continue
		}
		sorted = append(sorted, *r.Finding)
	}
	return sorted
}

type rankedFinding struct {
	*form.Finding
	rank [5]int64 // severity, form, place of the row, row, field
}

// formOrder is where a form stands, and its rows, worked out where a finding asks for it.
type formOrder struct {
	rank  int
	form  *form.Form
	place map[int64]int64
}

func (st *state) rank(forms map[string]*formOrder, f *form.Finding) [5]int64 {
	o := forms[f.Form]
	if o == nil {
		return [5]int64{int64(f.Severity), int64(len(forms)), 0, f.Row, -1}
	}
	place := f.Row
	if t := st.tables[f.Form]; t != nil {
		if o.place == nil {
			o.place = make(map[int64]int64, len(t.rows))
			for n, r := range t.rows {
				o.place[r.ID] = int64(n) + 1
			}
		}
		place = o.place[f.Row]
	}
	return [5]int64{int64(f.Severity), int64(o.rank), place, f.Row, int64(o.form.Index(f.Field))}
}

// ofOneRow sorts the findings of one row.
func ofOneRow(f *form.Form, all []form.Finding) []form.Finding {
	slices.SortStableFunc(all, func(a, b form.Finding) int {
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), cmp.Compare(f.Index(a.Field), f.Index(b.Field)), cmp.Compare(a.Check, b.Check))
	})
	return all
}

// money shows 分 as 万元 for a sentence.
func money(fen int64) text.Pair {
	fd := form.Field{Kind: form.Money, Unit: form.Wan}
	return text.Pair{
		ZH: fd.Display(form.N(fen), form.Wan, text.ZH) + " " + form.Wan.Title.ZH,
		EN: fd.Display(form.N(fen), form.Wan, text.EN) + " (" + form.Wan.Title.EN + ")",
	}
}
