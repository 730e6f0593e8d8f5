package book

import (
	"context"
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

const (
	goldenUSCC = "91150200MA0BT0013C"
	goldenDir  = "../examples/golden-2023"
)

// rowsIn reads the tables of a folder, money in 元; the id of a row is its place.
func rowsIn(dir string) Rows {
	return func(_ context.Context, f *form.Form, visit func(*form.Record) error) error {
		file, err := os.Open(filepath.Join(dir, f.ID+".csv"))
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		defer file.Close()
		lines, err := csv.NewReader(file).ReadAll()
		if err != nil {
			return err
		}
		for n, line := range lines[1:] {
			r := form.NewRecord(f)
			r.ID = int64(n) + 1
			for i, id := range lines[0] {
				v, err := f.Field(id).Parse(line[i], form.Yuan)
				if err != nil {
					return err
				}
				r.Set(id, v)
			}
			if err := visit(r); err != nil {
				return err
			}
		}
		return nil
	}
}

func goldenPack(t testing.TB) *scoring.Pack {
	t.Helper()
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := scoring.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func goldenSource(t testing.TB) Source {
	t.Helper()
	from := Source{USCC: goldenUSCC, Year: 2023, Rows: rowsIn(goldenDir + "/2023"), Pack: goldenPack(t)}
	err := rowsIn(goldenDir+"/2022")(t.Context(), form.ByID(SummaryID), func(r *form.Record) error {
		from.Before.Summary = r
		return nil
	})
	if err != nil || from.Before.Summary == nil {
		t.Fatal("the year before: ", err)
	}
	return from
}

func read(t testing.TB, from Source) *Year {
	t.Helper()
	y, err := Read(t.Context(), from)
	if err != nil {
		t.Fatal(err)
	}
	return y
}

func innovation(s *scoring.Sheet) [2]string {
	return [2]string{s.Innovation.Confirmed.String(), s.Innovation.Pending.String()}
}

// The example scores from its tables alone what it scores in a workspace.
func TestReadScoresTheExample(t *testing.T) {
	y := read(t, goldenSource(t))
	if got := innovation(y.Sheet()); got != [2]string{"82.58", "82.58"} {
		t.Errorf("innovation %v", got)
	}
	if y.Scanned() {
		t.Error("a scan that nobody asked for")
	}
	for _, f := range y.Findings() {
		if f.Severity == form.Must {
			t.Errorf("%s: %s", FindingID(f), f.Message.ZH)
		}
	}
	if c := y.Counts(); c.Must != 0 || c.Verify != len(y.Findings()) || c.Verify == 0 {
		t.Errorf("%+v of %d", c, len(y.Findings()))
	}
}

// Two sheets come of one reading: as typed, and as somebody else has decided; neither disturbs the other.
func TestUnderOtherRecognitionsAndAnotherPack(t *testing.T) {
	readings := 0
	from := goldenSource(t)
	rows := from.Rows
	from.Rows = func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		if f.ID == LedgerID {
			readings++
		}
		return rows(ctx, f, visit)
	}
	y := read(t, from)
	typed := y.Sheet().JSON()

	pending := y.Under(y.Pack, func(r *form.Record) *form.Record {
		if !r.Form.Recognised || r.Str("recognition") != form.Recognised {
			return r
		}
		r = r.Clone()
		r.Set("recognition", form.Value{})
		return r
	})
	if got := innovation(pending); got != [2]string{"82.58", "82.58"} {
		t.Errorf("what takes no recognition hangs on one: %v", got)
	}
	if pending.BonusTotal.Confirmed.String() != "0.00" || pending.BonusTotal.Pending.String() != "5.00" {
		t.Errorf("bonus of what nobody decided: %v", pending.BonusTotal)
	}
	without := y.Under(y.Pack, func(r *form.Record) *form.Record {
		if r.Form.ID == "project" {
			return nil
		}
		return r
	})
	if got := innovation(without); got[1] == "83.58" {
		t.Errorf("without its projects: %v", got)
	}
	if same := y.Under(y.Pack, func(r *form.Record) *form.Record { return r }); !slices.Equal(same.JSON(), typed) {
		t.Error("rows as they are make another sheet")
	}
	other := *y.Pack
	other.ID = "other"
	if sheet := y.Under(&other, nil); sheet.Pack == nil || sheet.Pack.ID != "other" || y.Pack.ID == "other" {
		t.Error("not under the pack asked for")
	}
	if !slices.Equal(y.Sheet().JSON(), typed) {
		t.Error("the sheet as typed has changed")
	}
	if readings != 1 {
		t.Errorf("the ledger was read %d times", readings)
	}
}

// A scan on reading says of lines what the desk says; one of too many lines is given up, and said to be.
func TestReadScansForWhatIsFarAbove(t *testing.T) {
	from := goldenSource(t)
	from.Scan = true
	rows := from.Rows
	from.Rows = func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		if f.ID != LedgerID {
			return rows(ctx, f, visit)
		}
		for n := range 41 {
			r := form.NewRecord(f)
			r.ID = int64(n) + 1
			r.Set("date", form.S("2023-05-05"))
			r.Set("category", form.S(f.Field("category").Codes[0].ID))
			r.Set("amount", form.N(100_00))
			if n == 40 {
				r.Set("amount", form.N(1_000_000_00))
			}
			if err := visit(r); err != nil {
				return err
			}
		}
		return nil
	}
	far := func(y *Year) int {
		return len(slices.DeleteFunc(slices.Clone(y.Findings()), func(f form.Finding) bool { return f.Check != CheckFarAbove || f.Row != 41 }))
	}
	y := read(t, from)
	if !y.Scanned() || far(y) != 1 {
		t.Errorf("scanned %v, found %d", y.Scanned(), far(y))
	}
	scan := NewScan()
	scan.most = 40
	if err := from.Rows(t.Context(), form.ByID(LedgerID), func(r *form.Record) error { scan.usual(r); return nil }); err != nil {
		t.Fatal(err)
	}
	if !scan.over() || len(scan.amounts) != 0 {
		t.Error("a scan remembers more lines than it may")
	}
	from.Scan = false
	if y = read(t, from); y.Scanned() || far(y) != 0 {
		t.Error("found what nobody scanned for")
	}
}

// The sums of somebody else's ledger are bounded, and a column that cannot be added up is refused.
func TestReadIsBounded(t *testing.T) {
	sums := newSumming(100)
	for n := range 100 {
		if !sums.add(Cell{Project: string(rune('a' + n)), Lines: 1}, 0) {
			t.Fatalf("refused after %d", n)
		}
	}
	if sums.add(Cell{Project: "one more"}, 0) {
		t.Error("no bound")
	}
	if !sums.add(Cell{Project: "a", Lines: 1}, 0) {
		t.Error("a part that is there already is refused")
	}
	f := form.ByID(AnnualID)
	_, err := Read(t.Context(), Source{Rows: func(_ context.Context, of *form.Form, visit func(*form.Record) error) error {
		if of != f {
			return nil
		}
		for range 2000 {
			r := form.NewRecord(f)
			r.Set("revenue", form.N(f.Field("revenue").Limit()))
			if err := visit(r); err != nil {
				return err
			}
		}
		return nil
	}})
	var fault *text.Fault
	if !errors.As(err, &fault) || fault.Code != "entry.total" {
		t.Errorf("%v", err)
	}
}
