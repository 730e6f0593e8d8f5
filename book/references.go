package book

import (
	"slices"
	"strconv"
	"strings"

	"yice/form"
	"yice/returns"
	"yice/text"
)

// What no row can answer for by itself and no return asks about: keys borne twice, references to nothing, the card of
// another enterprise, and a year before that says two things.

// doubled finds rows that bear one natural key, or of a form without one are alike.
func (y *Year) doubled(t *Table) []form.Finding {
	if !t.form.Keyed() && len(t.form.Alike) == 0 || t.form.Single() {
		return nil
	}
	var found []form.Finding
	for _, rows := range t.Keys() {
		if len(rows) < 2 {
			continue
		}
		for _, r := range rows {
			found = append(found, doubledKey(r, len(rows)))
		}
	}
	return found
}

// doubledKey is 强制性 where a key names one row, and 核实性 where two real rows may be alike: two licences of one result
// signed on one day are two contracts.
func doubledKey(r *form.Record, times int) form.Finding {
	if len(r.Form.Alike) > 0 {
		field := r.Form.Alike[0]
		return form.Finding{
			Check: r.Form.ID + ".alike", Severity: form.Verify, Form: r.Form.ID, Row: r.ID, Key: Label(r), Field: field,
			Message: text.EntryAlike.With(r.Form.Title, Clip(Label(r)), times, fieldTitles(r.Form, r.Form.Alike)),
		}
	}
	field := keyField(r)
	return form.Finding{
		Check: r.Form.ID + ".key-doubled", Severity: form.Must, Form: r.Form.ID, Row: r.ID, Key: r.Key(), Field: field,
		Message: text.EntryKeyDoubled.With(r.Form.Title, r.Form.Field(field).Title, Clip(r.Key()), times),
	}
}

// fieldTitles lists fields for a sentence.
func fieldTitles(f *form.Form, ids []string) text.Pair {
	var zh, en []string
	for _, id := range ids {
		title := f.Field(id).Title
		zh, en = append(zh, title.ZH), append(en, title.EN)
	}
	return text.Pair{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
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
func (y *Year) unresolved(r *form.Record) []form.Finding {
	var found []form.Finding
	for i := range r.Form.Fields {
		fd := &r.Form.Fields[i]
		key := r.Values[i].Str()
		if fd.Kind != form.Ref || key == "" {
			continue
		}
		to := y.Forms().ByID(fd.Ref)
		if to == nil || y.Table(to).Find(key) != nil {
			continue
		}
		found = append(found, form.Finding{
			Check: r.Form.ID + ".ref-unresolved", Severity: form.Must, Form: r.Form.ID, Row: r.ID, Key: Label(r), Field: fd.ID,
			Message: text.EntryRefUnresolved.With(r.Form.Title, fd.Title, Clip(key), to.Title),
		})
	}
	return found
}

// unresolvedLedger finds the projects and platforms that ledger lines name and no register has: one finding a field, for
// the ledger as a whole.
func (y *Year) unresolvedLedger() []form.Finding {
	f := form.ByID(LedgerID)
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
		missing, lines := []string{}, int64(0)
		last, known := "", true // parts that name the same stand together, mostly
		for _, list := range [...][]*returns.Sum{y.Ledger.Sums(), y.Ledger.strays} {
			for _, sum := range list {
				key := by.key(sum)
				if key != last {
					last, known = key, key == "" || y.Table(to).Find(key) != nil
				}
				if known {
					continue
				}
				lines += sum.Lines
				if !slices.Contains(missing, key) {
					missing = append(missing, key)
				}
			}
		}
		if len(missing) == 0 {
			continue
		}
		slices.Sort(missing)
		found = append(found, form.Finding{
			Check: f.ID + ".ref-unresolved", Severity: form.Must, Form: f.ID, Field: fd.ID, Key: Clip(missing[0]),
			Message: text.EntryRefUnresolvedLedger.With(f.Title, lines, fd.Title, firstFew(missing), to.Title),
		})
	}
	return found
}

// firstFew lists keys for a sentence, five at most.
func firstFew(keys []string) text.Pair {
	var zh, en []string
	for _, k := range keys[:min(len(keys), 5)] {
		quoted := text.Quoted.With(Clip(k))
		zh, en = append(zh, quoted.ZH), append(en, quoted.EN)
	}
	list := text.Pair{ZH: strings.Join(zh, " "), EN: strings.Join(en, " ")}
	if len(keys) > 5 {
		return text.EntryAndMore.With(list, len(keys))
	}
	return list
}

// card judges the enterprise's own row: it must be there, and of the enterprise whose book this is.
func (y *Year) card() []form.Finding {
	f := form.ByID(EnterpriseID)
	card := y.Table(f).Single()
	if card == nil {
		return CheckRow(form.NewRecord(f), y.Year)
	}
	if have := card.Str("uscc"); have != "" && have != y.USCC {
		return []form.Finding{{
			Check: "enterprise.uscc-book", Severity: form.Must, Form: f.ID, Row: card.ID, Key: Label(card), Field: "uscc",
			Message: text.EntryCardOther.With(Clip(have), y.USCC),
		}}
	}
	return nil
}

// priorDiffers compares the summary and the ledger of the year before, where it has both: the summary is what counts.
func (y *Year) priorDiffers() []form.Finding {
	rd, ok := FromSummary(y.Before.Summary)
	if !ok || y.Before.Ledger.Lines == 0 {
		return nil
	}
	f := form.ByID(SummaryID)
	by := y.Before.Ledger
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
		if c.summary == c.ledger || y.Before.Summary.Get(c.field).Empty() {
			continue
		}
		found = append(found, form.Finding{
			Check: "rd_summary.prior-differs", Severity: form.Verify, Form: f.ID, Field: c.field, Key: strconv.Itoa(y.Year - 1),
			Message: text.EntryPriorDiffers.With(y.Year-1, f.Field(c.field).Title, money(c.summary), money(c.ledger)),
		})
	}
	return found
}
