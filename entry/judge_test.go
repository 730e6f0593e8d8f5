package entry_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yice/book"
	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

func findings(s *entry.Session, check string) []form.Finding {
	return slices.DeleteFunc(s.Findings(), func(f form.Finding) bool { return f.Check != check })
}

func TestDoubledKeysAndLostReferences(t *testing.T) {
	s := golden(t)
	patent := form.ByID("patent")
	row := find(t, s, "patent", "202110253004.0").ID
	o := must[entry.Outcome](t)(s.Put(patent, row, "number", "202110253000.2"))
	if got := findings(s, "patent.key-doubled"); len(got) != 2 || got[0].Field != "number" {
		t.Errorf("%+v", got)
	}
	if !slices.ContainsFunc(o.Findings, func(f form.Finding) bool { return f.Check == "patent.key-doubled" }) {
		t.Errorf("the outcome does not say it: %+v", o.Findings)
	}
	must[entry.Outcome](t)(s.Undo())
	if got := findings(s, "patent.key-doubled"); len(got) != 0 {
		t.Errorf("still %+v", got)
	}
	o = must[entry.Outcome](t)(s.Put(patent, row, "project", "P404"))
	if got := findings(s, "patent.ref-unresolved"); len(got) != 1 || got[0].Row != row || len(o.Findings) != 1 {
		t.Errorf("%+v, outcome %+v", got, o.Findings)
	}
	must[entry.Outcome](t)(s.Put(form.ByID(ledgerID), firstLine(t, s).ID, "project", "P404"))
	if got := findings(s, "spend.ref-unresolved"); len(got) != 1 || !strings.Contains(got[0].Message.ZH, "P404") {
		t.Errorf("%+v", got)
	}
	must[entry.Outcome](t)(s.Put(form.ByID("project"), 0, "code", "P404"))
	if got := findings(s, "spend.ref-unresolved"); len(got) != 0 {
		t.Errorf("registered, and still %+v", got)
	}
}

// TestFindingsOfLinesFollowANewName: a line's finding names what the line refers to, under the name it bears now.
func TestFindingsOfLinesFollowANewName(t *testing.T) {
	s := golden(t)
	line := firstLine(t, s).ID
	must[entry.Outcome](t)(s.Put(form.ByID(ledgerID), line, "project", "P1"))
	must[entry.Outcome](t)(s.Put(form.ByID(ledgerID), line, "platform", "智慧水务重点实验室"))
	both := func() string {
		t.Helper()
		got := findings(s, "spend.project-and-platform")
		if len(got) != 1 {
			t.Fatalf("%+v", got)
		}
		return got[0].Message.ZH
	}
	if was := both(); !strings.Contains(was, "P1") {
		t.Fatalf("%s", was)
	}
	must[entry.Outcome](t)(s.Put(form.ByID("project"), find(t, s, "project", "P1").ID, "code", "P9"))
	if now := both(); !strings.Contains(now, "P9") || strings.Contains(now, "P1'") {
		t.Errorf("%s", now)
	}
}

func TestFindingsAreOrderedAndNamed(t *testing.T) {
	s := golden(t)
	must[entry.Outcome](t)(s.Put(form.ByID("patent"), find(t, s, "patent", "202110253000.2").ID, "granted_on", ""))
	must[entry.Outcome](t)(s.Put(form.ByID(annualID), 0, "profit", "不知道"))
	all := s.Findings()
	for i, f := range all {
		if i > 0 && f.Severity < all[i-1].Severity {
			t.Errorf("%s stands behind %s", entry.FindingID(f), entry.FindingID(all[i-1]))
		}
		at, ok := book.ParseFindingID(entry.FindingID(f))
		if !ok || at.Check != f.Check || at.Form != f.Form || at.Row != f.Row || at.Field != f.Field {
			t.Errorf("%s is read as %+v", entry.FindingID(f), at)
		}
		if f.Message.ZH == "" || f.Message.EN == "" {
			t.Errorf("%s says nothing in one language", entry.FindingID(f))
		}
	}
	if all[0].Form != annualID || all[1].Form != "patent" {
		t.Errorf("begins with %s, %s", entry.FindingID(all[0]), entry.FindingID(all[1]))
	}
}

func TestReasonStandsWhileItsFiguresDo(t *testing.T) {
	s := golden(t)
	outside := func() form.Finding {
		got := findings(s, "project.spend-outside-ledger")
		if len(got) == 0 {
			t.Fatal("no finding")
		}
		return got[0]
	}
	id := entry.FindingID(outside())
	_, verify, _ := s.Counts()
	for _, empty := range []string{"核实无误", "情况属实。", "无", "已核实，没问题！", "OK", "ok ok ok ok", "经核实，数据准确无误，情况属实", "哈哈哈哈哈哈哈哈", "......", "Verified, no problem", "  a "} {
		if err := s.Reason(id, empty); code(err) != "entry.reason-hollow" {
			t.Errorf("%q: %v", empty, err)
		}
	}
	const why = "差额为自建厂房与公用设施支出，\n不属于研发，凭证 记-2023-118"
	if err := s.Reason(id, why); err != nil {
		t.Fatal(err)
	}
	f := outside()
	if _, v, e := s.Counts(); !f.Explained || f.Reason != why || v != verify-1 || e != 1 {
		t.Errorf("%+v, %d open, %d explained", f, v, e)
	}
	fresh := open(t, s.Workspace(), 2023)
	if _, _, e := fresh.Counts(); e != 1 {
		t.Error("the reason is not in the file")
	}
	row := find(t, s, "project", f.Key).ID
	must[entry.Outcome](t)(s.Put(form.ByID("project"), row, "total_spend", "600万"))
	if f := outside(); f.Explained || f.Reason != why {
		t.Errorf("the figures changed, and the reason stands: %+v", f)
	}
	must[entry.Outcome](t)(s.Undo())
	if f := outside(); !f.Explained {
		t.Error("the figures are back, and the reason is not")
	}
	// Put into the file by another door, an empty phrase explains nothing, whatever fingerprint it bears.
	notes := must[[]store.Note](t)(s.Workspace().Notes(s.Book(), "reason"))
	if len(notes) != 1 || notes[0].ID != id || !strings.HasPrefix(notes[0].Text, why) {
		t.Fatalf("%+v", notes)
	}
	notes[0].Text = "核实无误" + strings.TrimPrefix(notes[0].Text, why)
	if err := s.Workspace().PutNote(s.Book(), notes[0]); err != nil {
		t.Fatal(err)
	}
	for _, f := range findings(open(t, s.Workspace(), 2023), "project.spend-outside-ledger") {
		if f.Explained {
			t.Errorf("%q explains it", f.Reason)
		}
	}
	if err := s.Reason(id, ""); err != nil {
		t.Fatal(err)
	}
	if f := outside(); f.Explained || f.Reason != "" {
		t.Errorf("taken back: %+v", f)
	}
}

func TestReasonsThatSaySomething(t *testing.T) {
	for _, good := range []string{"2023年新购中试装置一台", "设备调试推迟到下半年集中进行", "one large pilot plant bought in September", "合同号 HT-2023-018，一次性付款", "项目已并入P1核算，明细见附件"} {
		if say, hollow := entry.Hollow(good); hollow {
			t.Errorf("%q: %s", good, say)
		}
	}
}

func TestReasonNeedsAFindingThatMayStand(t *testing.T) {
	s := golden(t)
	must[entry.Outcome](t)(s.Put(form.ByID(annualID), 0, "profit", "不知道"))
	id := entry.FindingID(s.Findings()[0])
	if err := s.Reason(id, "利润还没有审计出来，先空着"); code(err) != "entry.reason-must" {
		t.Errorf("强制性: %v", err)
	}
	if err := s.Reason("nothing@annual/1/profit", "利润还没有审计出来，先空着"); code(err) != "entry.no-finding" {
		t.Errorf("unknown: %v", err)
	}
}

func TestDeepCheckFindsDoublesAndOutliers(t *testing.T) {
	s := golden(t)
	f := form.ByID(ledgerID)
	if err := s.CheckDeep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := append(findings(s, book.CheckDouble), findings(s, book.CheckFarAbove)...); len(got) != 0 {
		t.Fatalf("the example has %+v", got)
	}
	double := firstLine(t, s).Clone()
	double.ID = 0
	large := form.NewRecord(f)
	for id, typed := range map[string]string{"date": "2023-06-01", "voucher": "记-9999", "summary": "工资", "category": "人员人工", "treatment": "费用化", "source": "企业自筹", "amount": "8亿"} {
		large.Set(id, must[form.Value](t)(f.Field(id).Parse(typed, form.Yuan)))
	}
	o := must[entry.Outcome](t)(s.PutRecords(text.Pair{}, f, []*form.Record{double, large}))
	if err := s.CheckDeep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := findings(s, book.CheckDouble); len(got) != 1 || got[0].Row != o.Rows[0] {
		t.Errorf("doubles %+v", got)
	}
	got := findings(s, book.CheckFarAbove)
	if len(got) != 1 || got[0].Row != o.Rows[1] {
		t.Fatalf("outliers %+v", got)
	}
	if err := open(t, s.Workspace(), 2023).Reason(entry.FindingID(got[0]), "当年一次性支付专家团队三年聘用费"); err != nil {
		t.Errorf("a reason by another session: %v", err)
	}
	must[entry.Outcome](t)(s.Put(f, o.Rows[1], "amount", "800"))
	if got := findings(s, book.CheckFarAbove); len(got) != 0 {
		t.Errorf("mended, and still %+v", got)
	}
	if got := findings(s, book.CheckDouble); len(got) != 1 {
		t.Errorf("the other went too: %+v", got)
	}
	must[entry.Outcome](t)(s.Put(f, firstLine(t, s).ID, "voucher", "记-0001补"))
	if got := findings(s, book.CheckDouble); len(got) != 0 {
		t.Errorf("the first of the two changed, and still %+v", got)
	}
}

func TestSummaryAndLedgerOfTheYearBefore(t *testing.T) {
	w := newWorkspace(t)
	before := open(t, w, 2022)
	load(t, before, filepath.Join(goldenDir, "2022"))
	s := open(t, w, 2023)
	if s.Facts().Prev == nil || !s.Facts().Prev.FromSummary || s.Facts().Prev.Expensed != 1_000_000_000 {
		t.Fatalf("prev %+v", s.Facts().Prev)
	}
	line := form.NewRecord(form.ByID(ledgerID))
	line.Set("date", form.S("2022-05-06"))
	line.Set("treatment", form.S(book.Expensed))
	line.Set("amount", form.N(500))
	must[entry.Outcome](t)(before.PutRecords(text.Pair{}, line.Form, []*form.Record{line}))
	if err := s.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !s.Facts().Prev.FromSummary {
		t.Error("the summary no longer counts")
	}
	if got := findings(s, "rd_summary.prior-differs"); len(got) != 3 || got[0].Severity != form.Verify {
		t.Errorf("%+v", got)
	}
	summary := before.Records(form.ByID(summaryID))[0].ID
	must[entry.Outcome](t)(before.Apply(text.Pair{}, []entry.Edit{{Form: form.ByID(summaryID), Row: summary, Remove: true}}))
	if err := s.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	if p := s.Facts().Prev; p == nil || p.FromSummary || p.Expensed != 500 {
		t.Errorf("prev %+v", p)
	}
	// As a filing year it is the other way round: the ledger comes first.
	must[entry.Outcome](t)(before.Put(form.ByID(summaryID), 0, "expensed", "7"))
	if l := before.Facts().Ledger; l.FromSummary || l.Expensed != 500 {
		t.Errorf("2022 by itself: %+v", l)
	}
}

func TestManyFlaggedLines(t *testing.T) {
	s := golden(t)
	f := form.ByID(ledgerID)
	var lines []*form.Record
	for i := range book.ListedLines + 50 {
		r := firstLine(t, s).Clone()
		r.ID = 0
		r.Set("voucher", form.S(fmt.Sprint("新", i)))
		r.Set("date", form.S("2021-01-01"))
		lines = append(lines, r)
	}
	o := must[entry.Outcome](t)(s.PutRecords(text.Pair{}, f, lines))
	for _, session := range []*entry.Session{s, open(t, s.Workspace(), 2023)} {
		if n, _, _ := session.Counts(); n != book.ListedLines+50 {
			t.Errorf("%d counted, want %d", n, book.ListedLines+50)
		}
	}
	must[entry.Outcome](t)(s.Put(f, o.Rows[0], "date", "2023-01-01"))
	fresh := open(t, s.Workspace(), 2023)
	for _, session := range []*entry.Session{s, fresh} {
		if n, _, _ := session.Counts(); n != book.ListedLines+49 {
			t.Errorf("%d counted, want %d", n, book.ListedLines+49)
		}
	}
	if n := len(findings(fresh, "spend.date-outside-year")); n != book.ListedLines {
		t.Errorf("%d listed, want %d", n, book.ListedLines)
	}
}

func TestReasonBeyondTheListedLines(t *testing.T) {
	s := golden(t)
	f := form.ByID(ledgerID)
	var lines []*form.Record
	for i := range book.ListedLines + 20 {
		r := firstLine(t, s).Clone()
		r.ID = 0
		r.Set("voucher", form.S(fmt.Sprint("零", i)))
		r.Set("amount", form.N(0))
		lines = append(lines, r)
	}
	o := must[entry.Outcome](t)(s.PutRecords(text.Pair{}, f, lines))
	last := o.Findings[len(o.Findings)-1]
	if last.Row != o.Rows[book.ListedLines+19] || last.Severity != form.Verify {
		t.Fatalf("%+v", last)
	}
	_, verify, _ := s.Counts()
	fresh := open(t, s.Workspace(), 2023) // its list ends before the line
	if err := fresh.Reason(entry.FindingID(last), "当月冲回重记，留零行备查，见凭证附件"); err != nil {
		t.Fatal(err)
	}
	for _, session := range []*entry.Session{fresh, open(t, s.Workspace(), 2023)} {
		if _, v, e := session.Counts(); v != verify-1 || e != 1 {
			t.Errorf("%d open, want %d; %d explained", v, verify-1, e)
		}
	}
}

func TestEnterpriseOfAnotherBook(t *testing.T) {
	w := newWorkspace(t)
	other := must[*entry.Session](t)(entry.Open(w, "91150200MA0BT00217", 2023, entry.Options{Create: true}))
	s := open(t, w, 2023)
	card := form.ByID(enterpriseID)
	must[entry.Outcome](t)(s.Put(card, 0, "uscc", other.Book().USCC))
	if got := findings(s, "enterprise.uscc-book"); len(got) != 1 {
		t.Errorf("%+v", got)
	}
	must[entry.Outcome](t)(s.Put(card, 0, "uscc", "91150200MA0BT003XY"))
	if got := s.Book().USCC; got != "91150200MA0BT003XY" || s.Facts().USCC != got {
		t.Errorf("the book is %s, the facts are of %s", got, s.Facts().USCC)
	}
	if b, ok, err := w.FindBook("91150200MA0BT003XY", 2023); err != nil || !ok || b != s.Book() {
		t.Errorf("%v %v %v", b, ok, err)
	}
}
