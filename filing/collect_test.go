package filing

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"yice/entry"
	"yice/filing/submission"
	"yice/scoring"
	"yice/seal"
	"yice/store"
	"yice/text"
)

// Three enterprises made by hand: a parent and its two subsidiaries. What they claim and pay is small enough to add up on
// paper.
const (
	parentUSCC = "91150200MA0BT0013C"
	waterSub   = "91150200MA0BT00217"
	heatSub    = "91150200MA0BT00305"
)

// sheets are the forms of an enterprise as CSV, by id.
type sheets map[string]string

// handIn seals a year made of tables and gives the file.
func handIn(t testing.TB, uscc string, tables sheets, o SubmitOptions) (string, *entry.Session) {
	t.Helper()
	s := sit(t, once(t, fmt.Sprint("handed over ", uscc, tables), func() *store.Workspace {
		s := desk(t, uscc, goldenYear)
		handOver(t, s, tables)
		source, signature := issued(t)
		return under(t, s, source, signature).Workspace()
	}), uscc, goldenYear)
	path, _ := submit(t, s, o)
	return path, s
}

func handOver(t testing.TB, s *entry.Session, tables sheets) {
	t.Helper()
	for _, f := range inOrder(nil) {
		if content := tables[f.ID]; content != "" {
			r, err := ImportFiles(context.Background(), s, f, []string{file(t, f.ID+".csv", content)}, ImportOptions{})
			if err != nil || r.RefusedCount > 0 {
				t.Fatalf("%s: %v %+v", f.ID, err, r.Refused)
			}
		}
	}
}

const (
	spendHead  = "date,voucher,summary,category,treatment,source,activity,counterparty,counterparty_name,counterparty_uscc,intra_group,amount\n"
	awardHead  = "name,achievement_title,level,grade,authority,awarded_on,certificate,recognition,recognised_by,recognised_doc,recognised_on\n"
	plantHead  = "code,name,kind,level,established_on,recognition,recognised_by,recognised_doc,recognised_on\n"
	patentHead = "number,title,kind,status,applied_on,granted_on,family\n"
	cardHead   = "uscc,name,type,tier,parent_uscc\n"
	prizes     = "包头市科学技术奖,%s,市级,二等,包头市人民政府,2023-11-11,%s,,,,\n"
)

func parentTables() sheets {
	return sheets{
		"enterprise": cardHead + parentUSCC + ",示例集团,功能型,集团本部,\n",
		"annual":     "revenue,profit\n100000000.00,9000000.00\n",
		"spend": spendHead +
			"2023-02-01,记-1,膜材料试验,直接投入,费用化,企业自筹,试验发展,,,,,2000000.00\n" +
			"2023-03-01,记-2,委托研究,委托外部,费用化,企业自筹,试验发展,境内企业,示例水务," + waterSub + ",是,600000.00\n" +
			"2023-04-01,记-3,委托研究尾款,委托外部,费用化,企业自筹,试验发展,境内企业,示例水务," + waterSub + ",是,150000.50\n" +
			"2023-05-01,记-4,委托高校,委托外部,费用化,企业自筹,试验发展,境内高校,某大学,12100000460023702X,否,100000.00\n",
		"patent":   patentHead + "202110253000.2,一种水处理方法,发明,授权,2021-05-10,2023-08-10,F1\n202110253001.7,一种管网检测方法,发明,授权,2021-05-11,2023-08-11,WO2021123456\n",
		"award":    awardHead + fmt.Sprintf(prizes, "示例成果甲", "包科奖2023-015"),
		"platform": plantHead + "PT1,智慧水务重点实验室,重点实验室,自治区级,2023-06-18,已认定,自治区科技厅,内科发〔2023〕7号,2023-09-01\n",
	}
}

func waterTables() sheets {
	return sheets{
		"enterprise": cardHead + waterSub + ",示例水务,功能型,权属企业," + parentUSCC + "\n",
		"annual":     "revenue,profit\n50000000.00,2000000.00\n",
		"spend": spendHead +
			"2023-02-01,记-1,试验设备折旧,折旧与长期待摊,费用化,企业自筹,试验发展,,,,,1000000.00\n" +
			"2023-06-01,记-2,委托热力公司试验,委托外部,资本化,企业自筹,试验发展,境内企业,示例热力," + heatSub + ",是,50000.00\n",
		// The same number; the same family of an outside numbering with another number; an own family code that means nothing.
		"patent": patentHead + "202110253000.2,一种水处理方法,发明,授权,2021-05-10,2023-08-10,\n202110253002.1,管网检测装置,发明,授权,2021-05-12,2023-08-12,WO2021123456\n",
		// The same certificate.
		"award": awardHead + fmt.Sprintf(prizes, "示例成果甲", "包科奖 2023-015"),
		// The enterprise's own code PT1 means nothing.
		"platform": plantHead + "PT1,水质监测企业技术中心,企业技术中心,市级,2023-06-18,,,,\n",
	}
}

func heatTables() sheets {
	return sheets{
		"enterprise": cardHead + heatSub + ",示例热力,竞争型,权属企业," + parentUSCC + "\n",
		"annual":     "revenue,profit\n80000000.00,4000000.00\n",
		"spend":      spendHead + "2023-02-01,记-1,研发人员工资,人员人工,费用化,企业自筹,试验发展,,,,,700000.00\n",
		"patent":     patentHead + "202110253003.6,一种换热器,发明,授权,2021-05-13,2023-08-13,F1\n",
		// Name, level and authority of the parent's platform, written otherwise.
		"platform": plantHead + "LAB,智慧水务 重点实验室,重点实验室,自治区级,2023-06-18,已认定,自治区科技厅,内科发〔2023〕7号,2023-09-01\n",
	}
}

// threeEnterprises is a folder with what the three handed in, which is made once.
func threeEnterprises(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for name, with := range map[string]struct {
		uscc   string
		tables sheets
	}{"a.zip": {parentUSCC, parentTables()}, "b.zip": {waterSub, waterTables()}, "c.zip": {heatSub, heatTables()}} {
		if threeMade[name] == nil {
			path, _ := handIn(t, with.uscc, with.tables, SubmitOptions{})
			threeMade[name] = read(t, path)
		}
		if err := os.WriteFile(filepath.Join(dir, name), threeMade[name], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var threeMade = map[string][]byte{}

func copyTo(t testing.TB, from, to string) {
	t.Helper()
	if err := os.WriteFile(to, read(t, from), 0o600); err != nil {
		t.Fatal(err)
	}
}

func collect(t testing.TB, o CollectOptions, paths ...string) *Collected {
	t.Helper()
	c, err := Collect(context.Background(), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestThreeEnterprisesPutTogether(t *testing.T) {
	c := collect(t, CollectOptions{}, threeEnterprises(t))
	if len(c.Problems) != 0 || len(c.Enterprises) != 3 {
		t.Fatalf("%v %+v", c.Problems, c.Enterprises)
	}
	// Two of one type are ranked among themselves, the third is first of its own.
	ranks := map[string]int{}
	for _, e := range c.Enterprises {
		if !e.OK {
			t.Errorf("%s is not sound: %v", e.Name, e.Problems)
		}
		ranks[e.USCC] = e.Rank
	}
	if ranks[heatSub] != 1 || ranks[parentUSCC]+ranks[waterSub] != 3 {
		t.Errorf("ranks %v", ranks)
	}

	// Paid to one another: 600,000.00 + 150,000.50 by the parent, 50,000.00 by the water works; the university is outside.
	want := []IntraGroup{
		{parentUSCC, waterSub, "示例集团", "示例水务", 2023, "2023", 75000050, 2, parentUSCC},
		{waterSub, heatSub, "示例水务", "示例热力", 2023, "2023", 5000000, 1, parentUSCC},
	}
	if !slices.Equal(c.IntraGroup, want) {
		t.Errorf("intra-group %+v", c.IntraGroup)
	}
	// R&D: 2,850,000.50 + 1,050,000.00 + 700,000.00 = 4,600,000.50; less 800,000.50 = 3,800,000.00.
	got := c.Totals[0]
	if len(c.Totals) != 1 || got.RD != "460.00" || got.Eliminated != "80.00" || got.RDNet != "380.00" || got.Book != "1500.00" || got.Enterprises != 3 {
		t.Errorf("totals %+v", c.Totals)
	}
	if len(c.Groups) != 1 || c.Groups[0].Root != parentUSCC || len(c.Groups[0].Members) != 3 || c.Groups[0].Eliminated != "80.00" {
		t.Fatalf("groups %+v", c.Groups)
	}
}

func TestDoubleClaimsByHand(t *testing.T) {
	c := collect(t, CollectOptions{}, threeEnterprises(t))
	type found struct {
		kind    string
		certain bool
		of      string
	}
	var got []found
	for _, d := range c.DoubleClaims {
		var sides []string
		for _, s := range d.Claims {
			sides = append(sides, s.USCC[16:]+":"+s.Key+"@"+fmt.Sprint(s.Row))
			if s.Entry != "data/"+d.Kind+".csv" || s.File == "" {
				t.Errorf("a claim stands nowhere: %+v", s)
			}
		}
		got = append(got, found{d.Kind, d.Certain, strings.Join(sides, " ")})
	}
	want := []found{
		{"patent", true, "3C:202110253000.2@2 17:202110253000.2@2"},
		{"award", true, "3C:包科奖2023-015@2 17:包科奖 2023-015@2"},
		{"platform", true, "3C:PT1@2 05:LAB@2"},
		{"patent", false, "3C:202110253001.7@3 17:202110253002.1@3"},
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("not found: %+v", w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("claims: %+v", got)
	}
}

// The increment counts one and a half times and a fall takes nothing away: members added up are never below the group.
func TestAddbackByBothScopes(t *testing.T) {
	dir := t.TempDir()
	for i, with := range []struct {
		uscc   string
		tables sheets
		before string
	}{{parentUSCC, parentTables(), "1000000.00"}, {waterSub, waterTables(), "1600000.00"}} {
		s := desk(t, with.uscc, goldenYear-1)
		handOver(t, s, sheets{
			"enterprise": with.tables["enterprise"],
			"rd_summary": "expensed,expensed_government,capitalised,capitalised_government\n" + with.before + ",0,0,0\n",
		})
		s = sit(t, s.Workspace(), with.uscc, goldenYear)
		handOver(t, s, with.tables)
		path, _ := submit(t, s, SubmitOptions{})
		copyTo(t, path, filepath.Join(dir, fmt.Sprintf("%d.zip", i)))
	}
	c := collect(t, CollectOptions{}, dir)
	if len(c.Problems) > 0 || len(c.Groups) != 1 {
		t.Fatalf("%v %+v", c.Problems, c.Groups)
	}
	g := c.Groups[0]
	// Parent: 285.00005 expensed, before 100: 285.00005 + 50% of 185.00005 = 377.500075 → 377.50 (expensed alone).
	// Water: 100 expensed, before 160: a fall, so 100.00. Together 477.50.
	// As one: 385.00005 less 75.00005 paid within = 310, before 260: 310 + 50% of 50 = 335.00.
	if g.Sum != "477.50" || g.Consolidated != "335.00" {
		t.Errorf("sum %s, consolidated %s", g.Sum, g.Consolidated)
	}
}

func TestALaterSubmissionReplacesTheEarlier(t *testing.T) {
	dir := t.TempDir()
	s := newRegulator(t).desk(t)
	key, _ := keyFile(t)
	first, r1 := submit(t, s, SubmitOptions{Key: key})
	copyTo(t, first, filepath.Join(dir, "z-first.zip"))
	if err := Reopen(s, "国资委退回：专利名称有误，重新报送"); err != nil {
		t.Fatal(err)
	}
	importText(t, s, "patent", "number,title\n202110253000.2,一种更名的方法\n", ImportOptions{})
	second, r2 := submit(t, s, SubmitOptions{Key: key, Now: sealedAt("2024-02-01T00:00:00+08:00")})
	copyTo(t, second, filepath.Join(dir, "a-second.zip"))
	copyTo(t, second, filepath.Join(dir, "b-again.zip"))

	c := collect(t, CollectOptions{}, dir)
	if len(c.Enterprises) != 1 || c.Enterprises[0].Serial != r2.Serial || c.Enterprises[0].Rank != 1 {
		t.Fatalf("%+v", c.Enterprises)
	}
	if len(c.Replaced) != 2 || len(c.DoubleClaims) != 0 || len(c.Problems) != 0 {
		t.Errorf("replaced %+v, claims %+v, problems %v", c.Replaced, c.DoubleClaims, c.Problems)
	}
	for _, r := range c.Replaced {
		if r.File == "z-first.zip" && (r.Serial != r1.Serial || r.ReplacedBy != r2.Serial) {
			t.Errorf("%+v", r)
		}
	}

	// A damaged later one never displaces the sound earlier one.
	bad := read(t, second)
	bad[len(bad)/2] ^= 1
	for _, name := range []string{"a-second.zip", "b-again.zip"} {
		if err := os.WriteFile(filepath.Join(dir, name), bad, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c = collect(t, CollectOptions{}, dir)
	if len(c.Problems) == 0 {
		t.Error("the damage is not told")
	}
	i := slices.IndexFunc(c.Enterprises, func(e CollectedEnterprise) bool { return e.OK })
	if i < 0 || c.Enterprises[i].Serial != r1.Serial {
		t.Errorf("%+v", c.Enterprises)
	}
}

func TestBadFilesNeverStopTheOthers(t *testing.T) {
	dir := threeEnterprises(t)
	whole := read(t, filepath.Join(dir, "a.zip"))
	for name, content := range map[string][]byte{
		"empty.zip": {}, "text.zip": []byte("no zip at all"), "cut.zip": whole[:len(whole)/2], "deep/x.zip": []byte("PK\x05\x06"),
		"\x1b[2Jevil.zip": []byte("PK"),
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("not ours"), 0o600)
	c := collect(t, CollectOptions{}, dir, filepath.Join(dir, "gone.zip"))
	if len(c.Enterprises) != 3 || len(c.Problems) != 6 {
		t.Errorf("%d enterprises, problems: %v", len(c.Enterprises), c.Problems)
	}
	if strings.ContainsRune(string(c.JSON(text.ZH)), '\x1b') {
		t.Error("a control character got through")
	}
	out := filepath.Join(t.TempDir(), "out.xlsx")
	if err := c.WriteFile(out, text.EN); err != nil {
		t.Fatal(err)
	}
}

func TestTheWorkbookHoldsNoFormulas(t *testing.T) {
	tables := parentTables()
	tables["patent"] = patentHead + "202110253000.2,=1+1,发明,授权,2021-05-10,2023-08-10,\n"
	other := waterTables()
	other["patent"] = tables["patent"]
	a, _ := handIn(t, parentUSCC, tables, SubmitOptions{})
	b, _ := handIn(t, waterSub, other, SubmitOptions{})
	c := collect(t, CollectOptions{}, a, b)
	out := filepath.Join(t.TempDir(), "out.xlsx")
	if err := c.WriteFile(out, text.ZH); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(out)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if len(book.GetSheetList()) != 8 {
		t.Errorf("sheets %v", book.GetSheetList())
	}
	found := false
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for y, row := range rows {
			for x, cell := range row {
				at, _ := excelize.CoordinatesToCellName(x+1, y+1)
				formula, err := book.GetCellFormula(sheet, at)
				if err != nil || formula != "" {
					t.Errorf("%s!%s is a formula: %q %v", sheet, at, formula, err)
				}
				found = found || cell == "=1+1"
			}
		}
	}
	if !found {
		t.Error("the title is nowhere")
	}
	if err := c.WriteFile(filepath.Join(t.TempDir(), "out.txt"), text.ZH); err == nil {
		t.Error("a workbook was written under another ending")
	}
}

func TestCollectedJSONKeepsItsContract(t *testing.T) {
	c := collect(t, CollectOptions{}, threeEnterprises(t))
	var out struct {
		Enterprises []struct {
			USCC, Name, Type  string
			Year              int
			OK                bool
			Innovation, Bonus string
			Assessed          *string
			Completion        *string
			Rank              *int
		}
		Claims   []struct{ Grade string } `json:"double_claims"`
		Problems []string
	}
	if err := json.Unmarshal(c.JSON(text.ZH), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Enterprises) != 3 || out.Enterprises[0].Rank == nil || len(out.Claims) != 4 || out.Claims[0].Grade != "certain" || out.Problems == nil {
		t.Errorf("%+v", out)
	}
}

func TestSpreadAndMean(t *testing.T) {
	d := func(units int64) scoring.Dec { return scoring.Dec{Units: units, Places: 2} }
	for _, c := range []struct{ a, b, want int64 }{{100, 101, 101}, {100, 102, 101}, {-100, -101, -101}, {0, 0, 0}, {-1, 1, 0}, {-1, 2, 1}, {1, -2, -1}} {
		if got := mean(d(c.a), d(c.b)); got.Units != c.want {
			t.Errorf("mean of %d and %d is %d", c.a, c.b, got.Units)
		}
	}
	var members []*member
	for i, units := range []int64{300, 100, 400, 201} {
		m := &member{innovation: d(units)}
		m.row.Year, m.row.Type, m.row.Policy = 2023, []string{"功能型", "竞争型"}[i%2], "issued"
		members = append(members, m)
	}
	s, _ := spread(members, func(m *member) *scoring.Dec { return &m.innovation })
	if s.Min != "1.00" || s.Median != "2.51" || s.Max != "4.00" || s.Count != 4 {
		t.Errorf("%+v", s)
	}
	rank(members, true)
	if members[0].row.Rank != 2 || members[2].row.Rank != 1 || members[3].row.Rank != 1 || members[1].row.Rank != 2 {
		t.Error("ranks within type")
	}
}

func TestReceiptsGoBack(t *testing.T) {
	r := newRegulator(t)
	s := r.desk(t)
	path, sealed := submit(t, s, SubmitOptions{Key: r.enterprise})
	dir := filepath.Join(t.TempDir(), "receipts")
	c := collect(t, CollectOptions{Receipts: dir, ReceiptKey: r.receipting, Trust: r.trust, Pack: r.pack}, path)
	receipt := filepath.Join(dir, "receipt-"+sealed.Serial+".zip")
	say, err := Receive(s, receipt, "")
	if err != nil || !strings.Contains(say.ZH, sealed.Serial) {
		t.Fatalf("%v %v: %s", say, err, c.JSON(text.ZH))
	}
	if got, _ := Received(s); got[sealed.Serial] == "" {
		t.Errorf("%v", got)
	}
	again, err := Receive(s, receipt, "")
	if err != nil || !strings.Contains(again.ZH, "登记过") {
		t.Errorf("%v %v", again, err)
	}
	trust := seal.Trust{Dir: filepath.Join(t.TempDir(), "trust")}
	if err := trust.Add("别人", mustKey(t).Public()); err != nil {
		t.Fatal(err)
	}
	if _, err := Receive(s, receipt, trust.Dir); err == nil {
		t.Error("a stranger's receipt was taken in")
	}
	// Another enterprise, another content under the same serial, and a changed byte.
	if _, err := Receive(desk(t, waterSub, goldenYear), receipt, ""); err == nil {
		t.Error("another enterprise's receipt was taken in")
	}
	v := verify(t, path, VerifyOptions{Trust: r.trust, Pack: r.pack})
	other := v.Submission.Received()
	other.Manifest = strings.Repeat("0", 64)
	forged := filepath.Join(t.TempDir(), "forged.zip")
	wrong, err := submission.NewReceipt(v.Verdict, other, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if err := writeSigned(forged, receiptEntry, wrong.Bytes(), nil, time.Now()); err != nil {
		t.Fatal(err)
	}
	if _, err := Receive(s, forged, ""); err == nil {
		t.Error("a receipt for other bytes was taken in")
	}
	whole := read(t, receipt)
	for i := range whole {
		bad := slices.Clone(whole)
		bad[i] ^= 1
		if _, err := readSigned(file(t, "bad.zip", string(bad)), receiptEntry); err == nil {
			t.Fatalf("byte %d changed and nobody noticed", i)
		}
	}
}

// Nobody was asked who signed, or by whose policy: then there is nothing to acknowledge.
func TestThereIsNoReceiptForWhatNobodyAsked(t *testing.T) {
	r := newRegulator(t)
	path, _ := submit(t, r.desk(t), SubmitOptions{Key: r.enterprise})
	for what, o := range map[string]CollectOptions{"nobody": {}, "no keys": {Pack: r.pack}} {
		o.Receipts = filepath.Join(t.TempDir(), "receipts")
		c := collect(t, o, path)
		empty(t, o.Receipts)
		if !strings.Contains(string(c.JSON(text.ZH)), "没有出回执") {
			t.Errorf("%s: %s", what, c.JSON(text.ZH))
		}
	}
}

func TestOnlyTrustedSignersAreRanked(t *testing.T) {
	r := newRegulator(t)
	ours, k := keyFile(t)
	r.enrol(t, seal.Holder{Name: "示例集团", Role: seal.Filing, USCC: parentUSCC, Key: k.Public()})
	a, _ := handIn(t, parentUSCC, parentTables(), SubmitOptions{Key: ours})
	b, _ := handIn(t, heatSub, heatTables(), SubmitOptions{})
	c := collect(t, CollectOptions{Trust: r.trust}, a, b)
	if len(c.Enterprises) != 2 || len(c.Problems) != 1 {
		t.Fatalf("%+v %v", c.Enterprises, c.Problems)
	}
	for _, e := range c.Enterprises {
		if e.OK != (e.USCC == parentUSCC) || (e.Rank > 0) != e.OK {
			t.Errorf("%+v", e)
		}
	}
}

func TestAnEncryptedSubmissionIsOpenedForTheReceiverAlone(t *testing.T) {
	receiver, k := keyFile(t)
	public := file(t, "public.pem", string(k.Public().PEM()))
	a, _ := handIn(t, parentUSCC, parentTables(), SubmitOptions{EncryptTo: public})
	if c := collect(t, CollectOptions{}, a); len(c.Enterprises) != 0 || len(c.Problems) != 1 {
		t.Errorf("%+v", c.Enterprises)
	}
	if c := collect(t, CollectOptions{Key: receiver}, a); len(c.Enterprises) != 1 || !c.Enterprises[0].OK {
		t.Errorf("%+v %v", c.Enterprises, c.Problems)
	}
}
