package store

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"yice/text"
)

// worked is a history of several minutes, forms and people, with steps of many entries, undone and overtaken ones.
func worked(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t, smallForms())
	var lines, projects []int64
	for i := range 40 {
		d.clock = d.clock.Add(17 * time.Second)
		switch {
		case i%7 == 3:
			projects = append(projects, d.add("project", "code", fmt.Sprint("P", i), "name", fmt.Sprint("名", i)))
		case i%7 == 5:
			d.set("project", projects[0], "name", fmt.Sprint("改", i))
		case i%11 == 9:
			d.undo()
			lines = slices.DeleteFunc(lines, func(row int64) bool { return d.get("spend", row, "amount") == "gone" })
		case i == 20:
			if _, _, err := d.WriteBulk(background, d.book, d.form("spend"), Bulk{File: "a.csv", Who: "李四"}, manySpend(d.form("spend"), 30)); err != nil {
				t.Fatal(err)
			}
		case i%3 == 1 && len(lines) > 0:
			d.set("spend", lines[i%len(lines)], "amount", i, "summary", fmt.Sprint("摘", i), "voucher", fmt.Sprint(i))
		default:
			lines = append(lines, d.add("spend", "date", "2023-01-01", "amount", 100*i))
		}
	}
	return d
}

// walked reads a walk to its end, in windows of so many entries.
func walked(t *testing.T, x *Minutes, size int64, most int) (all []Minute) {
	t.Helper()
	x.size = size
	for range 10_000 {
		from, part, done, err := x.Read(background, most)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all[:from], part...)
		if done {
			return all
		}
	}
	t.Fatal("it never ends")
	return nil
}

// However finely the history is cut into readings, the minutes are the same, and every entry is in exactly one of them.
func TestMinutesDoNotHangOnTheirWindows(t *testing.T) {
	d := worked(t)
	for _, q := range []HistoryQuery{{}, {Form: "spend"}, {Who: "李四"}, {Text: "改"}, {Row: 1, Form: "spend"}} {
		entries, err := d.History(d.book, q)
		if err != nil || len(entries) < 2 {
			t.Fatal(q, len(entries), err)
		}
		want := walked(t, d.Minutes(d.book, q), windowEntries, 1000)
		n := 0
		for i, m := range want {
			var mine []Entry
			for ; n < len(entries) && entries[n].Seq >= m.First; n++ {
				mine = append(mine, entries[n])
			}
			rows := map[int64]bool{}
			var weight, bulk int64
			for _, e := range mine {
				if e.Who != m.Head.Who || !e.At.Truncate(time.Minute).Equal(m.Head.At.Truncate(time.Minute)) || !m.Several && e.Form != m.Head.Form {
					t.Errorf("%+v: minute %d holds %+v", q, i, e)
				}
				weight += e.Rows
				if e.Field == "" && bulkEntry(e.Old+e.New) {
					bulk += e.Rows
				} else if e.Row != 0 {
					rows[e.Row] = true
				}
			}
			if len(mine) != m.Entries || mine[0].Seq != m.Head.Seq || mine[len(mine)-1].Seq != m.First || weight != m.Weight || int64(len(rows))+bulk != m.Records || m.Open {
				t.Errorf("%+v: minute %d is %+v, its entries say %d, %d records, weight %d", q, i, m, len(mine), int64(len(rows))+bulk, weight)
			}
		}
		if n != len(entries) {
			t.Errorf("%+v: the minutes hold %d of %d entries", q, n, len(entries))
		}
		for _, size := range []int64{1, 2, 3, 7, 50} {
			for _, most := range []int{1, 2, 1000} {
				if got := walked(t, d.Minutes(d.book, q), size, most); fmt.Sprint(got) != fmt.Sprint(want) {
					t.Fatalf("%+v: by %d entries and %d minutes:\n%+v\nwant\n%+v", q, size, most, got, want)
				}
			}
		}
	}
}

// A minute ends where another form, another person or another minute begins.
func TestAMinuteIsOfOneFormAndOnePerson(t *testing.T) {
	d := newDesk(t, smallForms())
	d.clock = d.clock.Add(time.Second)
	a := d.add("spend", "amount", 1)
	d.clock = d.clock.Add(10 * time.Second)
	d.set("spend", a, "amount", 2, "voucher", "7")
	b := d.add("spend", "amount", 3)
	d.add("project", "code", "P1")
	d.set("spend", b, "amount", 4)
	d.clock = d.clock.Add(50 * time.Second)
	d.set("spend", b, "amount", 5)
	d.undo()
	var got []string
	for _, m := range walked(t, d.Minutes(d.book, HistoryQuery{}), windowEntries, 10) {
		got = append(got, fmt.Sprintf("%s %s %s %d/%d/%d", m.Head.At.UTC().Format("04"), m.Head.Who, m.Head.Form, m.Entries, m.Steps, m.Records))
	}
	want := []string{"01 李四 spend 1/1/1", "01 张三 spend 1/1/1", "00 张三 spend 1/1/1", "00 张三 project 1/1/1", "00 张三 spend 4/3/2", "00  enterprise 1/1/1"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Each record that was changed comes once, the last changed first, with how many entries it has.
func TestTouchedRecords(t *testing.T) {
	d := worked(t)
	entries, err := d.History(d.book, HistoryQuery{})
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	n, at := map[string]int{}, map[string]int{}
	for _, e := range entries {
		key := fmt.Sprint(e.Form, " ", e.Row, " ", e.Field == "" && bulkEntry(e.Old+e.New))
		if e.Form == "" || e.Row == 0 {
			continue
		}
		if n[key]++; n[key] == 1 {
			at[key] = len(want)
			want = append(want, key)
		}
	}
	for _, size := range []int64{2, windowEntries} {
		x := d.Touched(d.book, HistoryQuery{})
		x.size = size
		var got []string
		for done := false; !done; {
			var part []TouchedRecord
			if part, done, err = x.Read(background, 3); err != nil || len(part) > 3 {
				t.Fatal(len(part), err)
			}
			for _, r := range part {
				key := fmt.Sprint(r.Form, " ", r.Row, " ", r.Bulk)
				got = append(got, key)
				if !r.Bulk && int64(n[key]) != r.Changes {
					t.Errorf("%s has %d entries, not %d", key, n[key], r.Changes)
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A text is looked for in what is shown: labels, keys, figures with and without their commas, codes by their titles.
func TestHistoryIsSearchedAsItIsShown(t *testing.T) {
	d := newDesk(t, smallForms())
	row := d.add("spend", "amount", 1550000, "category", "B", "summary", "中空纤维膜")
	d.set("spend", row, "amount", 7)
	d.add("project", "code", "P1", "name", "别的")
	for find, want := range map[string]int{"15,500": 2, "15500.00": 2, "纤维": 1, "code b": 1, "CODE B": 1, "P1": 1, "张三": 3, "没有": 0, "新增": 2} {
		got, err := d.History(d.book, HistoryQuery{Text: find})
		if err != nil || len(got) != want {
			t.Errorf("%q: %d entries, want %d (%v)", find, len(got), want, err)
		}
	}
	if got, err := d.History(d.book, HistoryQuery{Text: "张三", Limit: 2}); err != nil || len(got) != 2 || got[0].Form != "project" {
		t.Error(got, err)
	}
}

// The past of a record tells every value its fields have had, also of a line that came with many, and where it came from.
func TestPastOfARecord(t *testing.T) {
	d := newDesk(t, smallForms())
	f := d.form("spend")
	_, err := d.Transaction(d.book, worded("导入", "import"), "李四", func(tx *Tx) error {
		if _, err := tx.Bulk(background, f, Bulk{File: "a.xlsx"}, manySpend(f, 20)); err != nil {
			return err
		}
		r := ImportRecord{File: "a.xlsx", Sheets: []string{"6月"}}
		for i := range 20 {
			r.Put(int64(i+1), 0, int64(i+5))
		}
		return tx.NoteImport(f, r)
	})
	if err != nil {
		t.Fatal(err)
	}
	was, summary := d.get("spend", 12, "amount"), d.get("spend", 12, "summary")
	d.set("spend", 12, "amount", 7700)
	d.set("spend", 12, "amount", 8800)
	d.undo()
	d.remove("spend", 12)
	past, err := d.Past(background, d.book, f, 12, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	var amounts []string
	for _, x := range past {
		kinds = append(kinds, x.Kind)
		for _, c := range x.Cells {
			if c.Field == "amount" {
				amounts = append(amounts, c.New)
			}
		}
	}
	came := past[len(past)-1]
	if !slices.Equal(kinds, []string{"do", "undo", "do", "do", "bulk"}) || len(past[0].Cells) != 0 || past[0].New != "" {
		t.Fatalf("%q %+v", kinds, past[0])
	}
	if want := []string{"77.00", "88.00", "77.00", figure(was)}; !slices.Equal(amounts, want) {
		t.Errorf("%q, want %q", amounts, want)
	}
	if came.File != "a.xlsx" || came.Sheet != "6月" || came.Line != 16 || !came.Touches("summary") || came.Touches("voucher") != (d.get("spend", 11, "voucher") != "") {
		t.Errorf("%+v", came)
	}
	for _, c := range came.Cells {
		if c.Field == "summary" && c.New != summary {
			t.Errorf("the summary came as %q, not %q", c.New, summary)
		}
	}
	// Its first line bears the entry of all of them; another line's changes are none of its.
	d.set("spend", 1, "amount", 100)
	if past, err = d.Past(background, d.book, f, 13, 0, 100); err != nil || len(past) != 1 || past[0].Kind != "bulk" {
		t.Error(past, err)
	}
	// Page by page it is the same.
	all, err := d.Past(background, d.book, f, 12, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	var paged []Change
	for before := int64(0); ; before = paged[len(paged)-1].Seq {
		part, err := d.Past(background, d.book, f, 12, before, 2)
		if err != nil {
			t.Fatal(err)
		}
		if len(part) == 0 {
			break
		}
		paged = append(paged, part...)
	}
	if fmt.Sprint(paged) != fmt.Sprint(all) {
		t.Errorf("%v\n%v", paged, all)
	}
}

// figure writes 分 as 元.
func figure(fen string) string {
	for len(fen) < 3 {
		fen = "0" + fen
	}
	return fen[:len(fen)-2] + "." + fen[len(fen)-2:]
}

func worded(zh, en string) text.Pair { return text.Pair{ZH: zh, EN: en} }
