package filing

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yice/filing/submission"
	"yice/form"
	"yice/text"
	"yice/text/gb18030"
)

const spendHeader = "date,summary,category,treatment,source,amount\n"

// A character that was lost before the file came is refused with its row and field, in every container; nothing is
// stored in its place.
func TestALostCharacterIsNamedAndNotStored(t *testing.T) {
	lost := spendHeader + "2023-01-05,材料\uFFFD款,设计,费用化,企业自筹,1.00\n2023-01-06,好,设计,费用化,企业自筹,2.00\n"
	utf16 := "\xff\xfe"
	for _, r := range strings.ReplaceAll(lost, ",", "\t") {
		utf16 += string([]byte{byte(r), byte(r >> 8)})
	}
	workbook := filepath.Join(t.TempDir(), "spend.xlsx")
	book := excelize.NewFile()
	for i, line := range strings.Split(strings.TrimSpace(lost), "\n") {
		for c, cell := range strings.Split(line, ",") {
			name, _ := excelize.CoordinatesToCellName(c+1, i+1)
			if err := book.SetCellStr("Sheet1", name, cell); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := book.SaveAs(workbook); err != nil {
		t.Fatal(err)
	}
	gb := strings.Replace(toGB(t, strings.Replace(lost, "\uFFFD", "@", 1)), "@", "\x84\x31\xA4\x37", 1)
	for name, open := range map[string]func() (*Source, error){
		"UTF-8":   func() (*Source, error) { return ReadFile(file(t, "a.csv", lost), ReadOptions{}) },
		"GB18030": func() (*Source, error) { return ReadFile(file(t, "a.csv", gb), ReadOptions{Encoding: GB18030}) },
		"UTF-16":  func() (*Source, error) { return ReadFile(file(t, "a.csv", utf16), ReadOptions{}) },
		"XLSX":    func() (*Source, error) { return ReadFile(workbook, ReadOptions{}) },
		"a paste": func() (*Source, error) { return ReadText("", lost) },
	} {
		t.Run(name, func(t *testing.T) {
			s := desk(t, waterUSCC, goldenYear)
			src, err := open()
			if err != nil {
				t.Fatal(err)
			}
			f := form.ByID("spend")
			p, err := Prepare(context.Background(), s, f, src, ImportOptions{GoodRows: true})
			if err != nil {
				t.Fatal(err)
			}
			r, err := p.Apply(context.Background(), true)
			if err != nil {
				t.Fatal(err)
			}
			if counts(r) != "1 0 0 1" || r.Refused[0].Row != 2 || r.Refused[0].Field != "summary" ||
				!strings.Contains(r.Refused[0].Reason.ZH, "第 3 个字已经丢失") {
				t.Errorf("%s %+v", counts(r), r.Refused)
			}
		})
	}
}

func toGB(t testing.TB, s string) string {
	t.Helper()
	var out bytes.Buffer
	w := gb18030.NewWriter(&out)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What comes in as GB18030 goes out as the same bytes, whatever part of it the characters are from.
func TestGB18030GoesOutAsItCameIn(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	stored := toGB(t, spendHeader+"2023-01-05,张\uFE10㐀𠂇\uE000\uE78Dḿ€,设计,费用化,企业自筹,1.00\n")
	r := importText(t, s, "spend", stored, ImportOptions{Read: ReadOptions{Encoding: GB18030}})
	if counts(r) != "1 0 0 0" {
		t.Fatalf("%s %+v", counts(r), r.Refused)
	}
	var out bytes.Buffer
	if err := Export(context.Background(), s, form.ByID("spend"), &out, ExportOptions{Encoding: GB18030}); err != nil {
		t.Fatal(err)
	}
	name := "\xD5\xC5\xA6\xD9\x81\x39\xEE\x39\x95\x32\x90\x31\xAA\xA1\x84\x31\x82\x36\xA8\xBC\xA2\xE3"
	if !strings.Contains(stored, name) || !strings.Contains(out.String(), name) {
		t.Errorf("% X\nwent out as\n% X", stored, out.String())
	}
}

func TestWhatIsNoTextIsNotExported(t *testing.T) {
	f := form.ByID("spend")
	at := f.Index("summary")
	rows := func(_ context.Context, f *form.Form, visit func(*form.Record) error) error {
		for _, s := range []string{"好", "\uFFFD\xFF"} {
			r := form.NewRecord(f)
			r.Values[at] = form.S(s)
			if err := visit(r); err != nil {
				return err
			}
		}
		return nil
	}
	var out bytes.Buffer
	_, err := submission.WriteTable(context.Background(), &out, f, encodable(rows))
	var say *text.Fault
	if !asFault(err, &say) || say.Code != "filing.export-text" ||
		!strings.HasPrefix(say.Say.ZH, "第 2 行「"+f.Fields[at].Title.ZH+"」里有读不出来的字节（FF）") {
		t.Error(err)
	}
}
