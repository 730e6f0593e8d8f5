package scoring_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"yice/form"
	"yice/scoring"
)

// readForm reads one CSV file of the example into records, by field ids.
func readForm(t testing.TB, folder, id string) []*form.Record {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, id+".csv"))
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	f := form.ByID(id)
	if f == nil {
		t.Fatalf("no form %s", id)
	}
	var records []*form.Record
	for i, row := range rows[1:] {
		r := form.NewRecord(f)
		r.ID = int64(i + 1)
		for k, cell := range row {
			field := f.Field(rows[0][k])
			if field == nil {
				t.Fatalf("%s: no field %s", id, rows[0][k])
			}
			v, err := field.Parse(cell, form.Yuan)
			if err != nil {
				t.Fatalf("%s line %d %s: %v", id, i+2, rows[0][k], err)
			}
			r.Set(field.ID, v)
		}
		records = append(records, r)
	}
	return records
}

// goldenFacts builds the facts of the example enterprise from its files.
func goldenFacts(t testing.TB) *scoring.Facts {
	t.Helper()
	folder := filepath.Join("..", "examples", "golden-2023")
	year := filepath.Join(folder, "2023")
	card := readForm(t, year, "enterprise")[0]
	f := &scoring.Facts{
		USCC: card.Str("uscc"), Name: card.Str("name"), Type: card.Str("type"), Year: 2023,
		Annual:    readForm(t, year, "annual")[0],
		Registers: map[string][]*form.Record{},
	}
	for _, id := range []string{"project", "patent", "award", "platform", "talent", "team", "conversion", "innovation", "checklist"} {
		f.Registers[id] = readForm(t, year, id)
	}
	f.Ledger = ledgerOf(readForm(t, year, "spend"))
	before := readForm(t, filepath.Join(folder, "2022"), "rd_summary")[0]
	f.Prev = &scoring.RD{
		FromSummary: true,
		Expensed:    before.Num("expensed"), ExpensedGovernment: before.Num("expensed_government"),
		Capitalised: before.Num("capitalised"), CapitalisedGovernment: before.Num("capitalised_government"),
	}
	return f
}

// ledgerOf adds ledger lines up.
func ledgerOf(lines []*form.Record) scoring.RD {
	rd := scoring.RD{ByProject: map[string]int64{}, ByPlatform: map[string]int64{}, OwnByProject: map[string]int64{}}
	for _, r := range lines {
		n := r.Num("amount")
		rd.Lines++
		government := r.Str("source") == form.Government
		if r.Str("treatment") == form.Expensed {
			rd.Expensed += n
			if government {
				rd.ExpensedGovernment += n
			}
		} else {
			rd.Capitalised += n
			if government {
				rd.CapitalisedGovernment += n
			}
		}
		if r.Str("original_technology") == form.Yes {
			rd.Original += n
		}
		if p := r.Str("project"); p != "" {
			rd.ByProject[p] += n
			if r.Str("treatment") == form.Expensed && !government {
				rd.OwnByProject[p] += n
			}
		}
		if p := r.Str("platform"); p != "" {
			rd.ByPlatform[p] += n
		}
		month := 0
		if d := r.Str("date"); len(d) == 10 {
			month = int(d[5]-'0')*10 + int(d[6]-'0')
		}
		rd.ByMonth[month] += n
	}
	return rd
}

func goldenPack(t testing.TB) *scoring.Pack {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("..", "examples", "pack-2023.toml"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := scoring.Load(source)
	if err != nil {
		t.Fatalf("%#v", err)
	}
	return p
}

// TestGolden compares every figure of the worked example to the last digit.
func TestGolden(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "examples", "golden-2023", "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Indicators         map[string][3]string // confirmed, with pending, unfilled
		Innovation         [3]string
		AnnualContribution string `json:"annual_contribution"`
		Bonus              map[string][2]string
		Addback            string
		Alternatives       map[string]string
		Deemed             map[string][2]string
		Assessed           [2]string
		Completion         string
		Separate           string
		Base               string
		Tilt               string
		Priority           bool
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	s := scoring.Evaluate(goldenPack(t), goldenFacts(t))
	check := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: got %s, want %s", what, got, want)
		}
	}
	pair := func(what string, got scoring.Pair, want [2]string) {
		t.Helper()
		check(what, got.Confirmed.String(), want[0])
		check(what+" with pending", got.Pending.String(), want[1])
	}
	triple := func(what string, got scoring.Pair, unfilled scoring.Dec, want [3]string) {
		t.Helper()
		pair(what, got, [2]string(want[:2]))
		check(what+" unfilled", unfilled.String(), want[2])
	}
	if len(s.Indicators) != len(want.Indicators) {
		t.Errorf("%d indicators, want %d", len(s.Indicators), len(want.Indicators))
	}
	for i := range s.Indicators {
		l := &s.Indicators[i]
		triple(l.ID, l.Score, l.Unfilled, want.Indicators[l.ID])
	}
	triple("innovation", s.Innovation, s.Unfilled, want.Innovation)
	check("annual contribution", s.AnnualContribution.Confirmed.String(), want.AnnualContribution)
	for i := range s.Bonuses {
		pair(s.Bonuses[i].ID, s.Bonuses[i].Score, want.Bonus[s.Bonuses[i].ID])
	}
	pair("bonus", s.BonusTotal, want.Bonus["total"])
	check("addback", s.Addback.Score.Confirmed.String(), want.Addback)
	if len(s.Alternatives) != 8 {
		t.Errorf("%d alternatives", len(s.Alternatives))
	}
	for k, v := range want.Alternatives {
		check(k, s.Alternatives[k].String(), v)
	}
	for i := range s.Deemed {
		pair(s.Deemed[i].ID, s.Deemed[i].Score, want.Deemed[s.Deemed[i].ID])
	}
	pair("assessed", *s.Assessed, want.Assessed)
	check("completion", s.Completion.Confirmed.String()+"%", want.Completion)
	check("separate", s.Separate.Score.Confirmed.String(), want.Separate)
	check("base", s.Base.Confirmed.String(), want.Base)
	check("tilt", s.Tilt.Score.Confirmed.String(), want.Tilt)
	if s.Priority == nil || *s.Priority != want.Priority {
		t.Errorf("priority %v", s.Priority)
	}
	if len(s.Missing) != 0 {
		t.Errorf("missing %v", s.Missing)
	}
}
