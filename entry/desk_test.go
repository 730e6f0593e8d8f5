package entry_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"yice/book"
	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

func TestWhatIfEqualsTheRealThingAndWritesNothing(t *testing.T) {
	for _, c := range []struct{ sets, adds []string }{
		{[]string{"patent[202110253004.0].status=授权", "patent[ZL 202110253004.0].granted_on=2023-11-03"}, nil},
		{[]string{"annual.revenue=7.5亿"}, nil},
		{[]string{"checklist[企业人才数据库].answer=是", "checklist[智慧水务和生态资源智能化创新中心挂牌].answer=是"}, nil},
		{[]string{"spend[#1].amount=1,200,000", "spend[#2].treatment=资本化"}, []string{"spend:date=2023-08-01,category=设计,treatment=费用化,source=企业自筹,amount=1,500,000.00,project=P1,summary=试制"}},
		{[]string{"project[P1].code=甲01", "project[P2].recognition=已认定", "project[P2].recognised_doc=文〔2023〕1号", "project[P2].recognised_on=2023-12-20"}, nil},
		{nil, []string{"award:level=国家级，achievement_title=成果Z,awarded_on=2023-05-01,recognition=已认定,recognised_doc=x,recognised_on=2023-06-01", "conversion:name=甲,乙合同,income=75万,contracted_on=2023-11-01"}},
		{[]string{"enterprise.type=竞争型", "team[P1+己].share=10%", "platform[管网运维工程研究中心].recognition=不予认定"}, []string{"rd_summary:expensed=1"}},
	} {
		s := golden(t)
		head, before := must[string](t)(s.Workspace().HistoryHead()), string(s.Sheet().JSON())
		edits := must[[]entry.Edit](t)(s.ParseEdits(c.sets, c.adds))
		sheet, changes, err := s.WhatIf(edits)
		if err != nil {
			t.Errorf("%v %v: %v", c.sets, c.adds, err)
			continue
		}
		if got := must[string](t)(s.Workspace().HistoryHead()); got != head || string(s.Sheet().JSON()) != before {
			t.Errorf("%v %v: something was written", c.sets, c.adds)
		}
		supposed := string(sheet.JSON())
		o := must[entry.Outcome](t)(s.Apply(text.Pair{}, edits))
		if got := string(s.Sheet().JSON()); got != supposed {
			t.Errorf("%v %v: supposed\n%s\nthen\n%s", c.sets, c.adds, supposed, got)
		}
		if len(o.Changes) != len(changes) {
			t.Errorf("%v %v: %d changes supposed, then %d", c.sets, c.adds, len(changes), len(o.Changes))
		}
	}
}

func TestParseEditsRefuses(t *testing.T) {
	s := golden(t)
	for _, c := range []struct{ set, add, want string }{
		{set: "patents[1].status=授权", want: "entry.no-form"},
		{set: "patent[202110253004.0].state=授权", want: "entry.no-field"},
		{set: "patent[202110253009.9].status=授权", want: "entry.no-key"},
		{set: "patent.status=授权", want: "entry.edit-syntax"},
		{set: "patent[202110253004.0].status", want: "entry.edit-syntax"},
		{set: "annual.nothing=1", want: "entry.no-field"},
		{set: "", want: "entry.no-form"},
		{set: "spend[#99999].amount=1", want: "entry.no-key"},
		{add: "award", want: "entry.edit-syntax"},
		{add: "award:", want: "entry.edit-syntax"},
		{add: "award:level", want: "entry.edit-syntax"},
		{add: "award:nothing=1", want: "entry.no-field"},
		{add: "award:level=市级,nothing=1", want: "entry.no-field"},
		{add: "prize:level=市级", want: "entry.no-form"},
	} {
		var err error
		if c.set != "" || c.add == "" {
			_, err = s.ParseEdits([]string{c.set}, nil)
		} else {
			_, err = s.ParseEdits(nil, []string{c.add})
		}
		if code(err) != c.want {
			t.Errorf("%q %q: %v, want %s", c.set, c.add, err, c.want)
		}
	}
}

func FuzzParseEdits(f *testing.F) {
	for _, seed := range []string{"patent[202110253004.0].status=授权", "annual.revenue=8亿", "award:level=市级,name=a,b", "a[b].c=d].e=f", "team[P1+甲]].pay==1"} {
		f.Add(seed)
	}
	s := golden(f)
	f.Fuzz(func(t *testing.T, typed string) {
		for _, edits := range [][]entry.Edit{parsed(s.ParseEdits([]string{typed}, nil)), parsed(s.ParseEdits(nil, []string{typed}))} {
			for _, e := range edits {
				if e.Form == nil || e.Form.Field(e.Field) == nil {
					t.Errorf("%q is read as %+v", typed, e)
				}
			}
			if _, _, err := s.WhatIf(edits); err != nil && code(err) == "" {
				t.Errorf("%q: %v", typed, err)
			}
		}
	})
}

func parsed(edits []entry.Edit, err error) []entry.Edit {
	if err != nil {
		return nil
	}
	return edits
}

func TestChecklistOffersWhatThePackAsks(t *testing.T) {
	s := golden(t)
	f := form.ByID(checklistID)
	items := s.ChecklistItems()
	if len(items) != 10 {
		t.Fatalf("%d items", len(items))
	}
	last := items[9]
	if !last.Milestone || last.Due != "2023-12-31" || last.Answer != book.Unanswered || last.Record.ID >= 0 || !slices.Contains(last.Clauses, "C28") {
		t.Errorf("%+v", last)
	}
	state := func() entry.FormState {
		all := s.States()
		return all[slices.IndexFunc(all, func(st entry.FormState) bool { return st.Form == f })]
	}
	if st := state(); st.Rows != 9 || st.Filled != 9 || st.Asked != 10 {
		t.Errorf("%+v", st)
	}
	head := must[string](t)(s.Workspace().HistoryHead())
	if o := must[entry.Outcome](t)(s.Put(f, last.Record.ID, "answer", "")); o.Seq != 0 || must[string](t)(s.Workspace().HistoryHead()) != head {
		t.Error("looking at an item wrote it")
	}
	before := s.Totals()
	o := must[entry.Outcome](t)(s.Put(f, last.Record.ID, "answer", "是"))
	if o.Rows[0] <= 0 || o.Records[0].Str("item") != last.Item || s.Totals().Innovation == before.Innovation {
		t.Errorf("%+v", o)
	}
	must[entry.Outcome](t)(s.Put(f, last.Record.ID, "document", "示例发〔2023〕10号")) // the screen may still hold the stand-in
	if st := state(); st.Rows != 10 || st.Filled != 10 {
		t.Errorf("%+v", st)
	}
	must[entry.Outcome](t)(s.Put(f, 0, "item", "自己的一条"))
	if items := s.ChecklistItems(); len(items) != 11 || items[10].Asked {
		t.Errorf("%+v", items[len(items)-1])
	}
}

func TestNextYear(t *testing.T) {
	s := golden(t)
	project := form.ByID("project")
	must[entry.Outcome](t)(s.Put(project, find(t, s, "project", "P2").ID, "status", "完成"))
	must[entry.Outcome](t)(s.Put(form.ByID("patent"), find(t, s, "patent", "202110253001.7").ID, "status", "失效"))
	must[entry.Outcome](t)(s.Put(form.ByID("patent"), find(t, s, "patent", "202110253000.2").ID, "project", "P2"))
	c, err := entry.NextYear(s.Workspace(), goldenUSCC, 2023, "测试")
	if err != nil {
		t.Fatal(err)
	}
	next := open(t, s.Workspace(), 2024)
	if c.Book != next.Book() {
		t.Errorf("book %+v", c.Book)
	}
	taken := make(map[string]string)
	for _, f := range c.Forms {
		taken[f.Form.ID] = fmt.Sprint(f.Taken, "/", f.Of)
	}
	for id, want := range map[string]string{"enterprise": "1/1", "project": "1/2", "patent": "5/6", "platform": "3/3", "award": "0/6", annualID: "0/1"} {
		if taken[id] != want {
			t.Errorf("%s: %s taken, want %s", id, taken[id], want)
		}
	}
	if _, name, typ := next.Enterprise(); name != "示例水务（虚构）" || typ != "功能型" {
		t.Errorf("card %s %s", name, typ)
	}
	p := find(t, next, "project", "P1")
	if p.Str("name") == "" || !p.Get("total_spend").Empty() || next.LastYear(project, p).Num("total_spend") != 460_000_000 {
		t.Errorf("project %v", p.Values)
	}
	if got := find(t, next, "patent", "202110253000.2").Str("project"); got != "" {
		t.Errorf("refers to %s, which stayed behind", got)
	}
	if got := findings(next, "patent.ref-unresolved"); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	if got, want := next.Facts().Prev, s.Facts().Ledger; got == nil || got.Expensed != want.Expensed || got.Capitalised != want.Capitalised {
		t.Errorf("prev %+v", got)
	}
	if next.Pack() != nil || next.PackNote().Empty() || next.Sheet() != nil {
		t.Error("the pack of 2023 scores 2024")
	}
	if _, err := entry.NextYear(s.Workspace(), goldenUSCC, 2023, "测试"); code(err) != "entry.next-has-rows" {
		t.Errorf("twice: %v", err)
	}
	must[entry.Outcome](t)(next.Undo())
	if n := len(next.Records(project)); n != 0 || len(next.Records(form.ByID(enterpriseID))) != 1 {
		t.Errorf("after undo %d projects", n)
	}
	if _, err := entry.NextYear(s.Workspace(), goldenUSCC, 2023, "测试"); err != nil {
		t.Errorf("again after undo: %v", err)
	}
	if _, err := entry.NextYear(s.Workspace(), goldenUSCC, 2019, "测试"); code(err) != "entry.no-year" {
		t.Errorf("from nowhere: %v", err)
	}
}

func TestLastYearAndChoices(t *testing.T) {
	s := golden(t)
	if r := s.LastYear(form.ByID(summaryID), nil); r == nil || r.Num("expensed") != 1_000_000_000 {
		t.Errorf("last year's summary %v", r)
	}
	if r := s.LastYear(form.ByID("patent"), s.Records(form.ByID("patent"))[0]); r != nil {
		t.Errorf("there was no such patent: %v", r)
	}
	got := s.Choices(form.ByID(ledgerID).Field("project"))
	if len(got) != 2 || got[0].Key != "P1" || got[0].Title != "城市供水管网漏损智能识别关键技术研究" {
		t.Errorf("%v", got)
	}
	if got := s.Choices(form.ByID(ledgerID).Field("amount")); got != nil {
		t.Errorf("an amount names no row: %v", got)
	}
}

func TestDraftOutlivesACrash(t *testing.T) {
	s := golden(t)
	f := form.ByID("patent")
	row := s.Records(f)[0].ID
	if err := s.Draft(f, row, "title", "一种示例水处理方"); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.TakeDraft(); ok {
		t.Error("a session is offered its own draft")
	}
	other := must[*entry.Session](t)(entry.Open(s.Workspace(), goldenUSCC, 2023, entry.Options{})) // as if the program had been killed
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	next := open(t, s.Workspace(), 2023)
	d, ok := next.TakeDraft()
	if !ok || d.Form != "patent" || d.Row != row || d.Field != "title" || d.Typed != "一种示例水处理方" {
		t.Errorf("%v %+v", ok, d)
	}
	if _, ok := open(t, s.Workspace(), 2023).TakeDraft(); ok {
		t.Error("offered twice")
	}
}

func TestADraftGoesWithItsField(t *testing.T) {
	s := golden(t)
	f := form.ByID("patent")
	r := s.Records(f)[0]
	title := r.Str("title")
	leave := map[string]func(*entry.Session) error{
		"written": func(d *entry.Session) error {
			_, err := d.Put(f, r.ID, "title", "一种示例水处理方法")
			return err
		},
		"unchanged": func(d *entry.Session) error { _, err := d.Put(f, r.ID, "title", title); return err },
		"given up":  func(d *entry.Session) error { return d.Draft(f, r.ID, "title", "") },
	}
	for name, do := range leave {
		d := open(t, s.Workspace(), 2023)
		must[entry.Outcome](t)(d.Put(f, r.ID, "title", title))
		for _, err := range []error{d.Draft(f, r.ID, "title", "半句"), do(d)} {
			if err != nil {
				t.Fatal(name, err)
			}
		}
		if _, ok := open(t, s.Workspace(), 2023).TakeDraft(); ok {
			t.Errorf("%s: the field has left, its draft has not", name)
		}
	}
	// Told to end while a field is open: its text is offered back.
	d := open(t, s.Workspace(), 2023)
	for _, err := range []error{d.Draft(f, r.ID, "title", "半句"), d.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if got, ok := open(t, s.Workspace(), 2023).TakeDraft(); !ok || got.Typed != "半句" {
		t.Errorf("%v %+v", ok, got)
	}
}

func TestSignOffsStandUntilTheNextChange(t *testing.T) {
	s := golden(t)
	standing := func(s *entry.Session) (n int) {
		for _, o := range must[[]entry.SignOff](t)(s.SignOffs()) {
			if o.Standing {
				n++
			}
		}
		return n
	}
	if err := s.Sign(entry.StatisticsHead, "示例乙", ""); code(err) != "entry.sign-order" {
		t.Errorf("out of turn: %v", err)
	}
	for _, c := range []struct {
		role       entry.Role
		name, date string
		want       string
	}{
		{"会计", "甲", "", "entry.sign-role"},
		{entry.Preparer, " ", "", "entry.sign-name"},
		{entry.Preparer, "丙", "昨天", "entry.sign-date"},
		{entry.Preparer, "示例 丙", "2024年1月15日", ""},
		{entry.StatisticsHead, "示例乙", "", ""},
		{entry.UnitHead, "示例甲", "", ""},
	} {
		if err := s.Sign(c.role, c.name, c.date); code(err) != c.want || c.want == "" && err != nil {
			t.Errorf("%+v: %v", c, err)
		}
	}
	offs := must[[]entry.SignOff](t)(s.SignOffs())
	if offs[0].Name != "示例 丙" || offs[0].Date != "2024-01-15" || offs[1].Date != "2024-01-20" || standing(s) != 3 {
		t.Errorf("%+v", offs)
	}
	if other := open(t, s.Workspace(), 2022); len(must[entry.Outcome](t)(other.Put(form.ByID(summaryID), 0, "capitalised", "9")).Rows) != 1 || standing(s) != 3 {
		t.Error("a change of another year withdrew them")
	}
	o := must[entry.Outcome](t)(s.Put(form.ByID(annualID), 0, "papers", "3"))
	if !o.Withdrawn || standing(s) != 0 || standing(open(t, s.Workspace(), 2023)) != 0 {
		t.Errorf("withdrawn %v, %d stand", o.Withdrawn, standing(s))
	}
	if o := must[entry.Outcome](t)(s.Put(form.ByID(annualID), 0, "papers", "4")); o.Withdrawn {
		t.Error("withdrawn twice")
	}
	if err := s.Sign(entry.Preparer, "示例丙", ""); err != nil || standing(s) != 1 {
		t.Errorf("again: %v, %d", err, standing(s))
	}
	if err := s.Reason(entry.FindingID(findings(s, "project.spend-outside-ledger")[0]), "差额为自建厂房与公用设施支出"); err != nil || standing(s) != 0 {
		t.Errorf("a reason is filed too: %v, %d", err, standing(s))
	}
}

func TestReadersDoNotWaitForWriters(t *testing.T) {
	s := golden(t)
	annual, ledger := form.ByID(annualID), form.ByID(ledgerID)
	line := firstLine(t, s).ID
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				s.Findings()
				s.States()
				s.Returns()
				s.Totals()
				s.ChecklistItems()
				s.Choices(ledger.Field("project"))
				s.LastYear(annual, nil)
				if _, _, err := s.WhatIf([]entry.Edit{{Form: ledger, Row: line, Field: "amount", Typed: "5"}}); err != nil {
					t.Error(err)
				}
				if err := s.CheckDeep(t.Context()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for i := range 40 {
		must[entry.Outcome](t)(s.Put(annual, 0, "papers", fmt.Sprint(i+1)))
		must[entry.Outcome](t)(s.Put(ledger, line, "amount", fmt.Sprint(i+1)))
	}
	close(done)
	readers.Wait()
	if got := s.Facts().Annual.Num("papers"); got != 40 {
		t.Errorf("%d papers", got)
	}
}

// BenchmarkPut edits one cell of a year with a thousand rows in registers and a ledger of 20,000 lines.
func BenchmarkPut(b *testing.B) {
	for _, c := range []struct{ form, field string }{{"patent", "title"}, {ledgerID, "amount"}} {
		b.Run(c.form, func(b *testing.B) {
			s := golden(b)
			grow(b, s, 1000, 20_000)
			f := form.ByID(c.form)
			row := int64(7)
			s.Findings()
			for i := 0; b.Loop(); i++ {
				if _, err := s.Put(f, row, c.field, fmt.Sprint(i+1)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	s := golden(b)
	grow(b, s, 1000, 20_000)
	for b.Loop() {
		if _, err := entry.Open(s.Workspace(), goldenUSCC, 2023, options(b)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFindings(b *testing.B) {
	s := golden(b)
	grow(b, s, 1000, 20_000)
	for b.Loop() {
		must[entry.Outcome](b)(s.Put(form.ByID(annualID), 0, "papers", fmt.Sprint(b.N)))
		s.Findings()
	}
}

func grow(b *testing.B, s *entry.Session, patents, lines int) {
	b.Helper()
	p := s.Records(form.ByID("patent"))[0]
	var rows []*form.Record
	for i := range patents {
		r := p.Clone()
		r.ID = 0
		r.Set("number", form.S(fmt.Sprintf("20211%07d.1", i)))
		rows = append(rows, r)
	}
	fill(b, s, p.Form, rows)
	line := firstLine(b, s)
	categories := line.Form.Field("category").Codes
	err := func() error {
		_, _, err := s.Workspace().WriteBulk(b.Context(), s.Book(), line.Form, store.Bulk{Label: text.Same("导入"), File: "a", Digest: "d"}, func(yield func(*form.Record, error) bool) {
			for i := range lines {
				r := line.Clone()
				r.ID = 0
				r.Set("date", form.S(fmt.Sprintf("2023-%02d-%02d", i%12+1, i%28+1)))
				r.Set("category", form.S(categories[i%len(categories)].ID))
				r.Set("counterparty_uscc", form.S(fmt.Sprintf("9115020000000%04dX", i%300)))
				if !yield(r, nil) {
					return
				}
			}
		})
		return err
	}()
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Reload(b.Context()); err != nil {
		b.Fatal(err)
	}
}
