package entry_test

import (
	"strings"
	"testing"

	"yice/book"
	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// addLine writes a line of the ledger: fields and values in turn.
func addLine(t *testing.T, s *entry.Session, pairs ...string) int64 {
	t.Helper()
	var edits []entry.Edit
	for i := 0; i < len(pairs); i += 2 {
		edits = append(edits, entry.Edit{Form: form.ByID(ledgerID), Row: -1, Field: pairs[i], Typed: pairs[i+1]})
	}
	return must[entry.Outcome](t)(s.Apply(text.Pair{}, edits)).Records[0].ID
}

// everyPart are the attributes that every line should have.
var everyPart = []string{"summary", "试验材料", "category", "直接投入", "treatment", "费用化", "source", "企业自筹", "project", "P1"}

// sameRD insists that a year's R&D is what it was, but for what is counted apart.
func sameRD(t *testing.T, what string, was, now scoring.RD) {
	t.Helper()
	if now.Total() != was.Total() || now.Expensed != was.Expensed || now.ByMonth != was.ByMonth || now.Lines != was.Lines ||
		now.ByProject["P1"] != was.ByProject["P1"] || now.OwnByProject["P1"] != was.OwnByProject["P1"] {
		t.Errorf("%s is counted: %+v, was %+v", what, now, was)
	}
}

func TestLinesOutsideTheYearCountNowhere(t *testing.T) {
	s := golden(t)
	was, score, in := s.Facts().Ledger, s.Totals(), len(s.Returns().Ledger)
	late := addLine(t, s, append([]string{"date", "2024-01-03", "amount", "120000"}, everyPart...)...)
	addLine(t, s, append([]string{"amount", "500"}, everyPart...)...)
	addLine(t, s, append([]string{"date", "2022-12-31", "amount", "70.5"}, everyPart...)...)
	now := s.Facts().Ledger
	sameRD(t, "a line outside the year", was, now)
	if now.Outside != (scoring.Blank{Lines: 3, Amount: 120570_50}) {
		t.Errorf("outside %+v", now.Outside)
	}
	if !sameTotals(score, s.Totals()) || len(s.Returns().Ledger) != in {
		t.Error("the sheet or the returns have moved")
	}
	if again := must[*scoring.Facts](t)(s.Recompute(t.Context())); again.Ledger.Outside != now.Outside || again.Ledger.Total() != now.Total() {
		t.Errorf("read again: %+v", again.Ledger)
	}
	fresh := open(t, s.Workspace(), 2023)
	if got := fresh.Facts().Ledger; got.Outside != now.Outside || got.Total() != now.Total() {
		t.Errorf("opened again: %+v", got)
	}
	if got := findings(s, book.CheckOutsideYear); len(got) != 1 || !strings.Contains(got[0].Message.ZH, "另有 3 行、12.05705 万元不在 2023 年，未计入") {
		t.Errorf("%+v", got)
	}
	e, _ := s.Sheet().Explain("addback")
	if !strings.Contains(told(e), "另有 3 行、12.05705 万元不在 2023 年，未计入") {
		t.Errorf("the explanation does not say it: %s", told(e))
	}
	// Dated in the year it counts, at once.
	must[entry.Outcome](t)(s.Put(form.ByID(ledgerID), late, "date", "2023-01-03"))
	if got := s.Facts().Ledger; got.Total() != was.Total()+120000_00 || got.ByMonth[1] != was.ByMonth[1]+120000_00 || got.Outside.Lines != 2 {
		t.Errorf("%+v", got)
	}
	// What it refers to is looked for wherever it is dated.
	must[entry.Outcome](t)(s.Put(form.ByID(ledgerID), late, "date", "2024-01-03"))
	must[entry.Outcome](t)(s.Put(form.ByID(ledgerID), late, "project", "P404"))
	if got := findings(s, "spend.ref-unresolved"); len(got) != 1 {
		t.Errorf("%+v", got)
	}
}

func told(e scoring.Explanation) string {
	var b strings.Builder
	for _, p := range e.Paragraphs {
		for _, l := range p.Lines {
			b.WriteString(l.ZH + "\n")
		}
	}
	return b.String()
}

func TestTheYearBeforeCountsItsOwnDatesOnly(t *testing.T) {
	w := newWorkspace(t)
	before := open(t, w, 2022)
	addLine(t, before, append([]string{"date", "2022-05-05", "amount", "1000"}, everyPart[:8]...)...)
	addLine(t, before, append([]string{"date", "2021-05-05", "amount", "9000"}, everyPart[:8]...)...)
	addLine(t, before, "date", "2022-06-06", "amount", "300", "category", "设计")
	s := open(t, w, 2023)
	prev := s.Facts().Prev
	// What the year before does not say makes it larger: expensed, own money.
	if prev == nil || prev.Total() != 1300_00 || prev.Expensed != 1300_00 || prev.ExpensedGovernment != 0 {
		t.Errorf("%+v", prev)
	}
}

func TestBlanksBringNothing(t *testing.T) {
	base := golden(t)
	was, addback := base.Facts().Ledger, base.Sheet().Addback.Score.Confirmed
	for _, c := range []struct {
		lacks, say   string
		with         []string
		expensed     int64
		intoAddback  bool
		explainedOut bool
	}{
		{"treatment", "未填费用化/资本化 1 行 12.30 万元", []string{"source", "企业自筹", "category", "设计"}, 0, false, true},
		{"source", "未填资金来源 1 行 12.30 万元", []string{"treatment", "费用化", "category", "设计"}, 123000_00, false, true},
		{"category", "未填费用类别 1 行 12.30 万元", []string{"treatment", "费用化", "source", "企业自筹"}, 123000_00, true, false},
	} {
		s := golden(t)
		line := addLine(t, s, append([]string{"date", "2023-07-07", "summary", "样机试制", "amount", "123000", "project", "P1"}, c.with...)...)
		now := s.Facts().Ledger
		if now.Total() != was.Total()+123000_00 || now.ByProject["P1"] != was.ByProject["P1"]+123000_00 || now.Expensed != was.Expensed+c.expensed {
			t.Errorf("without %s: %+v", c.lacks, now)
		}
		if moved := s.Sheet().Addback.Score.Confirmed != addback; moved != c.intoAddback {
			t.Errorf("without %s the add-back is %s, was %s", c.lacks, s.Sheet().Addback.Score.Confirmed, addback)
		}
		if got := findings(s, book.CheckUnfilledLines); len(got) != 1 || got[0].Field != c.lacks || !strings.Contains(got[0].Message.ZH, c.say) || got[0].Severity != form.Verify {
			t.Errorf("without %s: %+v", c.lacks, got)
		}
		e, _ := s.Sheet().Explain("addback")
		if out := strings.Contains(told(e), c.say+"：未计入"); out != c.explainedOut || !strings.Contains(told(e), c.say) {
			t.Errorf("without %s explain says %s", c.lacks, told(e))
		}
		if e, _ := s.Sheet().Explain("rd_intensity"); !strings.Contains(told(e), c.say+"：这个数不分它，已计入") {
			t.Errorf("without %s explain says %s", c.lacks, told(e))
		}
		answer := map[string]string{"treatment": "资本化", "source": "政府部门", "category": "设计"}[c.lacks]
		must[entry.Outcome](t)(s.Put(form.ByID(ledgerID), line, c.lacks, answer))
		if got := findings(s, book.CheckUnfilledLines); len(got) != 0 {
			t.Errorf("filled in, and still %+v", got)
		}
	}
}

// A blank never brings more than the least that any answer would.
func TestABlankIsNeverTheBestAnswer(t *testing.T) {
	for _, amount := range []string{"4000", "-4000"} {
		for _, lacks := range []string{"treatment", "source"} {
			s := golden(t)
			pairs := []string{"date", "2023-07-07", "summary", "样机试制", "amount", amount, "category", "设计", "remark", "冲销前月"}
			for field, v := range map[string]string{"treatment": "费用化", "source": "企业自筹"} {
				if field != lacks {
					pairs = append(pairs, field, v)
				}
			}
			line := addLine(t, s, pairs...)
			blank := s.Sheet().Alternatives
			for _, code := range form.ByID(ledgerID).Field(lacks).Codes {
				must[entry.Outcome](t)(s.Put(form.ByID(ledgerID), line, lacks, code.ID))
				for reading, got := range s.Sheet().Alternatives {
					if blank[reading].Units > got.Units {
						t.Errorf("%s 元 without %s, reading %s: %s, and %s as %s", amount, lacks, reading, blank[reading], got, code.ID)
					}
				}
			}
		}
	}
}

func TestWhatTheYearLacksIsAsked(t *testing.T) {
	w := newWorkspace(t)
	s := open(t, w, 2023)
	count := func(check string) int { return len(findings(s, check)) }
	items := 0
	for _, it := range s.ChecklistItems() {
		if it.Asked {
			items++
		}
	}
	if count(book.CheckUnfilledBefore) != 1 || count(book.CheckUnfilledChecklist) != items || items == 0 {
		t.Errorf("before %d, checklist %d of %d", count(book.CheckUnfilledBefore), count(book.CheckUnfilledChecklist), items)
	}
	asked := func(field string) bool {
		for _, f := range findings(s, book.CheckUnfilledFigure) {
			if f.Field == field && f.Severity == form.Verify {
				return true
			}
		}
		return false
	}
	if !asked("revenue") || !asked("profit") {
		t.Errorf("%+v", findings(s, book.CheckUnfilledFigure))
	}
	must[entry.Outcome](t)(s.Put(form.ByID(annualID), 0, "revenue", "80000"))
	if asked("revenue") {
		t.Error("revenue is there, and still asked for")
	}
	first := s.ChecklistItems()[0]
	must[entry.Outcome](t)(s.Put(form.ByID(checklistID), first.Record.ID, "answer", "否"))
	if got := count(book.CheckUnfilledChecklist); got != items-1 {
		t.Errorf("%d of %d items still asked for", got, items)
	}
	before := open(t, w, 2022)
	must[entry.Outcome](t)(before.Put(form.ByID(summaryID), 0, "expensed", "0"))
	if err := s.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	if count(book.CheckUnfilledBefore) != 0 {
		t.Error("the year before is there, and still asked for")
	}
	// A reason lets each stand, those of items nobody has answered too.
	for _, f := range s.Findings() {
		if f.Severity == form.Verify {
			if err := s.Reason(entry.FindingID(f), "本年新设企业，有关制度尚在起草之中"); err != nil {
				t.Errorf("%s: %v", entry.FindingID(f), err)
			}
		}
	}
	if _, verify, _ := s.Counts(); verify != 0 {
		t.Errorf("%d without a reason", verify)
	}
}
