package filing

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yice/book"
	"yice/entry"
	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/seal"
	"yice/store"
	"yice/text"
)

func reopened(t testing.TB, s *entry.Session) {
	t.Helper()
	if err := Reopen(s, "国资委退回：专利名称有误，重新报送"); err != nil {
		t.Fatal(err)
	}
}

func TestTwoSubmissionsCellByCell(t *testing.T) {
	s := golden(t)
	first, _ := submit(t, s, SubmitOptions{})
	reopened(t, s)
	spend := form.ByID("spend")
	view, err := s.View(context.Background(), spend, store.Query{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := view.Rows(0, 2)
	if err != nil {
		t.Fatal(err)
	}
	edit := func(f string, row int64, field, typed string) {
		t.Helper()
		if _, err := s.Put(form.ByID(f), row, field, typed); err != nil {
			t.Fatal(err)
		}
	}
	edit("spend", lines[0].ID, "amount", "99999.99")
	if _, err := s.Apply(text.Same("remove"), []entry.Edit{{Form: spend, Row: lines[1].ID, Remove: true}}); err != nil {
		t.Fatal(err)
	}
	importText(t, s, "patent", "number,title,kind,status,applied_on,granted_on\n202110253004.0,一种示例水处理方法4,发明,授权,2021-05-14,2023-12-01\n202310000001.5,新,发明,实审,2023-05-10,\n", ImportOptions{})
	second, _ := submit(t, s, SubmitOptions{})

	a, b := open(t, first), open(t, second)
	changes, err := submission.Diff(context.Background(), a, b)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range changes {
		got = append(got, fmt.Sprintf("%s %s %s -> %s", c.Form, c.Field, c.Old, c.New))
	}
	amount := spend.Field("amount")
	for _, want := range []string{
		"spend amount " + amount.Show(lines[0].Get("amount")) + " -> 99999.99",
		"patent status 实审 -> 授权", "patent granted_on  -> 2023-12-01",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("not told: %s", want)
		}
	}
	whole := 0
	for _, c := range changes {
		if c.Field == "" {
			whole++
		}
	}
	if len(changes) != 5 || whole != 2 {
		t.Errorf("%d changes, %d rows as a whole: %v", len(changes), whole, got)
	}
	moves, err := submission.ScoreMoves(context.Background(), a, b)
	if err != nil || !slices.ContainsFunc(moves, func(m scoring.Change) bool { return m.Line == "innovation" }) {
		t.Errorf("%v %v", moves, err)
	}
	none, err := submission.Diff(context.Background(), a, a)
	if err != nil || len(none) != 0 {
		t.Errorf("a file differs from itself: %v %v", none, err)
	}
}

func open(t testing.TB, path string) *Submission {
	t.Helper()
	v, err := VerifiedSubmission(context.Background(), path, VerifyOptions{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v.Submission
}

const decisions = "uscc,year,form,key,recognition,recognised_by,recognised_doc,recognised_on,level,authority,kind\n" +
	waterUSCC + ",2023,project,P2,已认定,示例主管部门,示例认字〔2024〕3号,2024-02-01,市级,,\n" +
	waterUSCC + ",2023,platform,管网运维工程研究中心,不予认定,示例主管部门,示例认字〔2024〕3号,2024-02-01,市级,,工程研究中心\n" +
	waterUSCC + ",2022,project,P1,已认定,内蒙古自治区科学技术厅,示例认字〔2024〕3号,2024-02-01,自治区级,,\n" +
	"91150200MA0BT00217,2023,project,P2,已认定,示例主管部门,示例认字〔2024〕3号,2024-02-01,市级,,\n"

func TestRecognitionsAreOneStepAndComeOnce(t *testing.T) {
	s := golden(t)
	key, k := keyFile(t)
	signed := filepath.Join(t.TempDir(), "decisions.zip")
	if n, err := MakeRecognitions(context.Background(), file(t, "d.csv", "\ufeff"+decisions), signed, key, nil, time.Now()); err != nil || n != 4 {
		t.Fatalf("%d %v", n, err)
	}
	dry, err := Recognise(context.Background(), s, signed, RecogniseOptions{DryRun: true})
	if err != nil || dry.Changed != 2 || dry.Written || s.Find(form.ByID("project"), "P2").Str("recognition") != "待认定" {
		t.Fatalf("%+v %v", dry, err)
	}
	done, err := Recognise(context.Background(), s, signed, RecogniseOptions{})
	if err != nil || done.Read != 2 || done.Changed != 2 || done.Others != 2 || done.RefusedCount != 0 || done.Signer != k.Public().Fingerprint() {
		t.Fatalf("%+v %v", done, err)
	}
	p := s.Find(form.ByID("project"), "P2")
	if p.Str("recognition") != form.Recognised || p.Str("recognised_doc") != "示例认字〔2024〕3号" || p.Str("recognised_on") != "2024-02-01" {
		t.Errorf("P2: %v", p.Values)
	}
	if got := s.Find(form.ByID("platform"), "管网运维工程研究中心").Str("recognition"); got != form.Refused {
		t.Errorf("the platform is %s", got)
	}
	if len(done.Moves) == 0 {
		t.Error("the score did not move")
	}
	again, err := Recognise(context.Background(), s, signed, RecogniseOptions{})
	if err != nil || again.Changed != 0 || again.Unchanged != 2 {
		t.Errorf("%+v %v", again, err)
	}
	if _, err := s.Undo(); err != nil || s.Find(form.ByID("project"), "P2").Str("recognition") != "待认定" ||
		s.Find(form.ByID("platform"), "管网运维工程研究中心").Str("recognition") != "待认定" {
		t.Error("one undo does not take it back")
	}
	if done, err = Recognise(context.Background(), s, signed, RecogniseOptions{}); err != nil || done.Changed != 2 {
		t.Errorf("after an undo it cannot come again: %+v %v", done, err)
	}
	for _, d := range done.Decisions {
		r, err := s.Record(form.ByID(d.Form), d.row)
		if err != nil || r.Str("recognition") == form.Recognised && s.SelfDeclared(r) {
			t.Errorf("%s %s is self-declared though a signed decision was taken in: %v", d.Form, d.Key, err)
		}
	}
}

// A table that nobody signed decides nothing: what it recognises stays self-declared.
func TestAnUnsignedTableLeavesRowsSelfDeclared(t *testing.T) {
	s := golden(t)
	done, err := Recognise(context.Background(), s, file(t, "d.csv", decisions), RecogniseOptions{Unsigned: true})
	if err != nil || done.Changed == 0 {
		t.Fatalf("%+v %v", done, err)
	}
	told := 0
	for _, d := range done.Decisions {
		r, err := s.Record(form.ByID(d.Form), d.row)
		if err != nil {
			t.Fatal(err)
		}
		if r.Str("recognition") == form.Recognised {
			if told++; !s.SelfDeclared(r) {
				t.Errorf("%s %s counts as decided", d.Form, d.Key)
			}
		}
	}
	if told == 0 {
		t.Error("nothing was recognised")
	}
}

func TestRecognitionsAreRefusedWhereTheyAreWrong(t *testing.T) {
	s := golden(t)
	ctx := context.Background()
	plain := file(t, "d.csv", decisions)
	if _, err := Recognise(ctx, s, plain, RecogniseOptions{}); err == nil {
		t.Error("an unsigned table was applied")
	}
	if _, err := Recognise(ctx, s, file(t, "x.zip", "PK"), RecogniseOptions{}); err == nil {
		t.Error("rubbish was applied")
	}
	key, _ := keyFile(t)
	signed := filepath.Join(t.TempDir(), "decisions.zip")
	if _, err := MakeRecognitions(ctx, plain, signed, key, nil, time.Now()); err != nil {
		t.Fatal(err)
	}
	trust := seal.Trust{Dir: filepath.Join(t.TempDir(), "trust")}
	if err := trust.Add("别人", mustKey(t).Public()); err != nil {
		t.Fatal(err)
	}
	if _, err := Recognise(ctx, s, signed, RecogniseOptions{Trust: trust.Dir}); err == nil {
		t.Error("a stranger's decisions were applied")
	}
	head := "uscc,year,form,key,recognition,recognised_by,recognised_doc,recognised_on\n"
	row := waterUSCC + ",2023,"
	for bad, field := range map[string]string{
		"project,P9,已认定,a,b,2024-01-01":  "key",
		"patent,P2,已认定,a,b,2024-01-01":   "form",
		"project,P2,,a,b,2024-01-01":     "recognition",
		"project,P2,也许,a,b,2024-01-01":   "recognition",
		"project,P2,已认定,a,,2024-01-01":   "recognised_doc",
		"project,P2,已认定,a,b,":            "recognised_on",
		"project,P2,不予认定,a,b,2024-13-01": "recognised_on",
	} {
		r, err := Recognise(ctx, s, file(t, "d.csv", head+row+bad+"\n"+row+"project,P1,已认定,内蒙古自治区科学技术厅,示例认字〔2023〕1号,2023-12-20\n"), RecogniseOptions{Unsigned: true, DryRun: true})
		if err != nil || r.RefusedCount != 1 || r.Refused[0].Field != field || r.Refused[0].Row != 2 || r.Unchanged != 1 {
			t.Errorf("%s: %+v %v", bad, r.Refused, err)
		}
		if _, err := MakeRecognitions(ctx, file(t, "d.csv", strings.Replace(head, "\n", ",level\n", 1)+row+bad+",市级\n"), filepath.Join(t.TempDir(), "o.zip"), key, nil, time.Now()); (err == nil) != (field == "key") {
			t.Errorf("%s: signed: %v", bad, err)
		}
	}
	submit(t, s, SubmitOptions{})
	if _, err := Recognise(ctx, s, signed, RecogniseOptions{}); err == nil {
		t.Error("a sealed year was changed")
	}
}

func TestTheRegulatorsTableListsWhatWaits(t *testing.T) {
	s := golden(t)
	path, _ := submit(t, s, SubmitOptions{})
	out := filepath.Join(t.TempDir(), "table.csv")
	if err := SaveRecognitionTemplate(context.Background(), out, []*Verification{verify(t, path, VerifyOptions{})}); err != nil {
		t.Fatal(err)
	}
	got := string(read(t, out))
	if lines := strings.Count(got, "\n"); lines < 4 || !strings.Contains(got, waterUSCC+",2023,project,P2,") || strings.Index(got, ",P1,") > strings.Index(got, ",P2,") || !strings.Contains(got, "管网运维工程研究中心") {
		t.Errorf("%s", got)
	}
}

// two opens two desks over the same enterprise and year.
func two(t testing.TB, mine, other sheets) (*entry.Session, *entry.Session) {
	a, b := desk(t, waterUSCC, goldenYear), desk(t, waterUSCC, goldenYear)
	handOver(t, a, mine)
	handOver(t, b, other)
	return a, b
}

func TestMergingBringsInAndOverwritesNothing(t *testing.T) {
	const head = "number,title,kind,status,applied_on,granted_on,family\n"
	const ledger = "date,voucher,summary,category,treatment,source,amount\n"
	s, other := two(t, sheets{
		"patent": head + "202110253000.2,甲,发明,授权,2021-05-10,,\n202110253001.7,乙,发明,授权,2021-05-11,2023-08-11,z2\n",
		"spend":  ledger + "2023-01-05,记-1,材料,直接投入,费用化,企业自筹,100.00\n2023-01-05,记-1,材料,直接投入,费用化,企业自筹,100.00\n2023-01-06,记-2,设计,设计,费用化,企业自筹,200.00\n",
		"annual": "revenue\n1000.00\n",
	}, sheets{
		"project": "code,name,level,source,cooperation,goal,start,end\nP1,项目,市级,2,21,4,202301,202312\n",
		"patent":  head + "202110253000.2,甲,发明,授权,2021-05-10,2023-08-10,\n202110253001.7,乙改,发明,授权,2021-05-11,2023-08-11,\n202110253002.1,丙,发明,授权,2021-05-12,2023-08-12,\n",
		"spend":   ledger + "2023-01-05,记-1,材料,直接投入,费用化,企业自筹,100.00\n2023-01-06,记-2,设计费,设计,费用化,企业自筹,200.00\n2023-01-07,记-3,试验,装备调试与试验,费用化,企业自筹,300.00\n2023-01-07,记-3,试验,装备调试与试验,费用化,企业自筹,300.00\n",
		"annual":  "revenue,profit\n1000.00,50.00\n",
	})
	dry, err := Merge(context.Background(), s, other.Workspace(), MergeOptions{DryRun: true})
	if err != nil || dry.Written || len(s.Records(form.ByID("project"))) != 0 {
		t.Fatalf("%v", err)
	}
	m, err := Merge(context.Background(), s, other.Workspace(), MergeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	of := func(id string) MergedForm {
		i := slices.IndexFunc(m.Forms, func(f MergedForm) bool { return f.Form.ID == id })
		if i < 0 {
			t.Fatalf("nothing is told of %s", id)
		}
		f := m.Forms[i]
		f.Form = nil
		return f
	}
	if got := of("patent"); got != (MergedForm{nil, 3, 1, 1, 0, 1}) {
		t.Errorf("patents %+v", got)
	}
	if got := of("spend"); got != (MergedForm{nil, 4, 2, 0, 1, 1}) {
		t.Errorf("ledger %+v", got)
	}
	if got := of("annual"); got.Filled != 1 || got.Added != 0 {
		t.Errorf("annual %+v", got)
	}
	if got := of("project"); got.Added != 1 {
		t.Errorf("projects %+v", got)
	}
	if m.ConflictCount != 2 || m.Open != 2 || len(m.Conflicts) != 2 {
		t.Errorf("conflicts %+v", m.Conflicts)
	}
	f := form.ByID("patent")
	if s.Find(f, "202110253001.7").Str("title") != "乙" || s.Find(f, "202110253001.7").Str("family") != "z2" || s.Find(f, "202110253000.2").Str("granted_on") != "2023-08-10" {
		t.Error("something was overwritten, or an empty cell not filled")
	}
	if got := s.Facts().Ledger; got.Lines != 5 || got.Expensed != 100_00*2+200_00+300_00*2 {
		t.Errorf("the ledger is %+v", got)
	}
	if again, err := Merge(context.Background(), s, other.Workspace(), MergeOptions{Side: Ours}); err != nil || again.Open != 0 || s.Facts().Ledger.Lines != 5 {
		t.Errorf("merged twice: %+v %v", again, err)
	}
	chosen, err := Merge(context.Background(), s, other.Workspace(), MergeOptions{DryRun: true, Choose: func(c Conflict) Side {
		if c.Form == "patent" {
			return Theirs
		}
		return Undecided
	}})
	if err != nil || chosen.ConflictCount != 2 || chosen.Open != 1 {
		t.Errorf("chosen one by one: %+v %v", chosen, err)
	}
	if _, err := s.Undo(); err != nil || s.Facts().Ledger.Lines != 3 || len(s.Records(f)) != 2 || !s.Records(form.ByID("annual"))[0].Get("profit").Empty() {
		t.Error("one undo does not take it back")
	}
	theirs, err := Merge(context.Background(), s, other.Workspace(), MergeOptions{Side: Theirs, Forms: []string{"patent"}})
	if err != nil || theirs.Open != 0 || s.Find(f, "202110253001.7").Str("title") != "乙改" || s.Find(f, "202110253001.7").Str("family") != "z2" || s.Facts().Ledger.Lines != 3 {
		t.Errorf("theirs: %+v %v", theirs, err)
	}
}

func TestMergingRefusesWhatMakesNoSense(t *testing.T) {
	s, other := desk(t, waterUSCC, goldenYear), desk(t, waterSub, goldenYear)
	for name, merge := range map[string]func() error{
		"another enterprise": func() error { _, err := Merge(context.Background(), s, other.Workspace(), MergeOptions{}); return err },
		"itself":             func() error { _, err := Merge(context.Background(), s, s.Workspace(), MergeOptions{}); return err },
		"no such form": func() error {
			_, err := Merge(context.Background(), s, desk(t, waterUSCC, goldenYear).Workspace(), MergeOptions{Forms: []string{"nosuch"}})
			return err
		},
	} {
		var f *text.Fault
		if err := merge(); !asFault(err, &f) || f.Class != text.Usage {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMergingBringsTheEvidence(t *testing.T) {
	s, other := two(t, sheets{}, sheets{"patent": "number,title,kind,status,applied_on\n202110253000.2,甲,发明,实审,2021-05-10\n"})
	attached, err := other.Workspace().AttachFile(file(t, "证书.pdf", "scan"))
	if err != nil {
		t.Fatal(err)
	}
	f := form.ByID("patent")
	if _, err := other.Put(f, other.Records(f)[0].ID, "evidence", attached); err != nil {
		t.Fatal(err)
	}
	if _, err := Merge(context.Background(), s, other.Workspace(), MergeOptions{}); err != nil {
		t.Fatal(err)
	}
	path, err := s.Workspace().EvidencePath(s.Records(f)[0].Str("evidence"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "scan" {
		t.Errorf("%q %v", got, err)
	}
}

// What a workspace that began with a submission seals again is the same data.
func TestAWorkspaceBeginsWithASubmission(t *testing.T) {
	s := golden(t)
	path, _ := submit(t, s, SubmitOptions{})
	w, err := store.Create(filepath.Join(t.TempDir(), "new.yice"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	if _, err := Adopt(context.Background(), w, verify(t, path, VerifyOptions{}), AdoptOptions{Session: entry.Options{Who: "示例丙", Template: template}}); err != nil {
		t.Fatal(err)
	}
	n := sit(t, w, waterUSCC, goldenYear)
	if got := n.Sheet().Innovation.Confirmed.String(); got != "82.58" {
		t.Errorf("it scores %s", got)
	}
	explainAll(t, n)
	second, _ := submit(t, n, SubmitOptions{})
	a, b := parts(t, read(t, path)), parts(t, read(t, second))
	for name := range a {
		if strings.HasPrefix(name, "data/") && a[name] != b[name] {
			t.Errorf("%s differs", name)
		}
	}
	if _, err := entry.NextYear(w, waterUSCC, goldenYear, "示例丙"); err != nil {
		t.Error(err)
	}
}

// The rows are judged again: a submission whose findings were taken out of the list does not verify.
func TestFindingsTakenOutOfTheListAreFound(t *testing.T) {
	s := golden(t)
	path, _ := submit(t, s, SubmitOptions{})
	say := map[string]string{"a 强制性 finding in the rows": "finding.must", "the list emptied": "finding.hidden", "a second row": "table.cell"}
	for name, change := range map[string]func(map[string]string){
		"a 强制性 finding in the rows": func(p map[string]string) {
			p["data/patent.csv"] = strings.Replace(p["data/patent.csv"], "202110253000.2", "202110253000.3", 1)
		},
		"the list emptied": func(p map[string]string) { p[findingsEntry] = "{\n  \"findings\": []\n}\n" },
		"a second row":     func(p map[string]string) { p["data/annual.csv"] += strings.SplitAfter(p["data/annual.csv"], "\n")[1] },
	} {
		forged := forge(t, read(t, path), func(p map[string]string) {
			change(p)
			reseal(t, p)
		})
		if v := verify(t, forged, VerifyOptions{}); v.OK || !v.Has(say[name]) {
			t.Errorf("%s: ok %v, %v", name, v.OK, v.Problems)
		}
	}
}

// A line that must be mended is found behind however many that only want a reason.
func TestAFlaggedLineHidesBehindNoOthers(t *testing.T) {
	s := golden(t)
	path, _ := submit(t, s, SubmitOptions{})
	forged := forge(t, read(t, path), func(p map[string]string) {
		head, _, _ := strings.Cut(p["data/spend.csv"], "\n")
		columns := strings.Split(head, ",")
		line := func(date string) string {
			cells := make([]string, len(columns))
			for id, cell := range map[string]string{
				"date": date, "summary": "材料", "category": "直接投入", "treatment": "费用化", "source": "企业自筹", "amount": "0.00",
			} {
				cells[slices.Index(columns, id)] = cell
			}
			return strings.Join(cells, ",") + "\n"
		}
		p["data/spend.csv"] += strings.Repeat(line("2023-01-05"), book.ListedLines+5) + line("2022-01-05")
		reseal(t, p)
	})
	v := verify(t, forged, VerifyOptions{})
	if !slices.ContainsFunc(v.Problems, func(p submission.Problem) bool { return strings.Contains(p.Say.ZH, "1 个没有列出的强制性") }) {
		t.Errorf("%v", v.Problems)
	}
}

func FuzzSignedFiles(f *testing.F) {
	path := filepath.Join(f.TempDir(), "s.zip")
	if err := writeSigned(path, recognitionEntry, []byte(decisions), nil, time.Now()); err != nil {
		f.Fatal(err)
	}
	f.Add(read(f, path))
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), "x.zip")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if signed, err := readSigned(path, recognitionEntry); err == nil {
			_ = eachDecision(context.Background(), signed.Content, func(cells []string, row int) error {
				_ = checkDecision(cells, row)
				return nil
			})
		}
		_, _ = readSigned(path, receiptEntry)
	})
}

func FuzzDecisions(f *testing.F) {
	f.Add([]byte(decisions))
	f.Add([]byte("uscc,year\n1,2"))
	s := golden(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		var out Recognised
		if out.decide(context.Background(), s, "f", content) == nil && int(out.Changed+out.Unchanged) != len(out.Decisions) {
			t.Error("decisions are miscounted")
		}
	})
}

func FuzzReceipts(f *testing.F) {
	f.Add(printJSON(submission.Receipt{Format: "yice-receipt/3", Serial: "1", ReceivedAt: "2024-01-20T09:00:00+08:00"}))
	f.Fuzz(func(t *testing.T, content []byte) {
		if r, ok := submission.ParseReceipt(content); ok && string(printJSON(r)) != string(content) {
			t.Error("a receipt has two spellings")
		}
	})
}

func FuzzCollect(f *testing.F) {
	whole := read(f, func() string { p, _ := handIn(f, parentUSCC, parentTables(), SubmitOptions{}); return p }())
	f.Add(whole, 0, byte(0))
	f.Add(whole, len(whole)/3, byte(7))
	f.Fuzz(func(t *testing.T, content []byte, at int, by byte) {
		if len(content) > 0 {
			content = slices.Clone(content)
			content[max(0, at)%len(content)] ^= by
		}
		path := filepath.Join(t.TempDir(), "x.zip")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := Collect(context.Background(), []string{path}, CollectOptions{})
		if err != nil {
			t.Fatal(err)
		}
		sound := len(c.Enterprises) == 1 && c.Enterprises[0].OK
		if sound == (len(c.Problems) > 0) {
			t.Errorf("sound %v, problems %v", sound, c.Problems)
		}
		_ = c.JSON(text.EN)
	})
}
