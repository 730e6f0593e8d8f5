package tui

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/seal"
	"yice/store"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/regulator"
)

// submissions makes a folder with what two enterprises handed in, and a file that is none; both claim the same patents.
func submissions(t *testing.T, o Options) string {
	t.Helper()
	return filepath.Join(copied(t, "received", func(dir string) { handInto(t, filepath.Join(dir, "received"), o) }), "received")
}

func handInto(t *testing.T, dir string, o Options) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	key := filepath.Join(t.TempDir(), "key.pem")
	k, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	if err := seal.WriteKey(key, k, ""); err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct{ uscc, name string }{{"91150200MA0BT0013C", ""}, {"91150200MA0BT00217", "示例热力（虚构）"}} {
		w, err := store.Create(filepath.Join(t.TempDir(), "w.yice"), store.Options{Now: o.Now})
		if err != nil {
			t.Fatal(err)
		}
		s, err := entry.Open(w, one.uscc, 2023, entry.Options{Who: o.Who, Template: o.Template, Now: o.Now, Create: true})
		if err != nil {
			t.Fatal(err)
		}
		handIn(t, s, one.uscc, one.name, filepath.Join(dir, one.uscc+".zip"), key, o)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "broken.zip"), []byte("PK not really"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func handIn(t *testing.T, s *entry.Session, uscc, name, to, key string, o Options) {
	t.Helper()
	ctx := context.Background()
	source := "../examples/golden-2023/2023"
	if name != "" {
		// Another enterprise hands in the same year: its card comes first, the rest is copied without one.
		source = t.TempDir()
		files, err := filepath.Glob("../examples/golden-2023/2023/*.csv")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if filepath.Base(f) == "enterprise.csv" {
				continue
			}
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(source, filepath.Base(f)), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := filing.ImportFolder(ctx, s, source, filing.ImportOptions{Who: o.Who}); err != nil {
		t.Fatal(err)
	}
	if name != "" {
		card := form.ByID("enterprise")
		for field, typed := range map[string]string{
			"name": name, "type": "竞争型", "tier": "集团本部", "area": "150200", "industry": "4610", "unit_head": "示例甲",
			"statistics_head": "示例乙", "prepared_by": "示例丙", "phone": "0472-0000000", "innovation_lead": "示例甲",
		} {
			if _, err := s.Put(card, 0, field, typed); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, f := range s.Findings() {
		if f.Severity == form.Verify {
			if err := s.Reason(entry.FindingID(f), "已与财务凭证和批复文件逐项核对，金额与时间无误"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := s.CheckDeep(ctx); err != nil {
		t.Fatal(err)
	}
	for _, f := range s.Findings() {
		if f.Severity == form.Verify && !f.Explained {
			if err := s.Reason(entry.FindingID(f), "已与财务凭证和批复文件逐项核对，金额与时间无误"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := filing.Submit(ctx, s, to, filing.SubmitOptions{Who: o.Who, Now: o.Now, Key: key, Unsigned: "示例企业没有签字人，封存仅供核对程序"}); err != nil {
		t.Fatalf("%s: %v", uscc, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// The regulator's desk needs no workspace: it verifies, ranks, finds what is claimed twice, and opens each one.
func TestGroup(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	dir := submissions(t, o)
	for _, size := range []struct {
		name string
		w, h int
		lang text.Lang
	}{{"80x24", 80, 24, text.ZH}, {"120x36", 120, 36, text.ZH}, {"120x36-en", 120, 36, text.EN}} {
		t.Run(size.name, func(t *testing.T) {
			o := o
			o.Lang = size.lang
			d := launch(t, o, size.w, size.h)
			d.press("g")
			d.paste(dir).press("<enter>")
			s := d.m.Top().(*regulator.GroupScreen)
			s.Path = "/srv/received"
			hideSigner(s.Got)
			d.m.dirty = true
			d.golden("group-" + size.name)
			d.press("<tab>").golden("group-ranking-" + size.name)
			d.press("<tab>").golden("group-claims-" + size.name)
			d.press("<shift+tab>", "<shift+tab>", "<enter>").golden("group-one-" + size.name)
			d.press("<esc>", "<esc>")
			if _, ok := d.m.Top().(*beginning.StartScreen); !ok {
				t.Errorf("left to %T", d.m.Top())
			}
		})
	}
}

// hideSigner puts a fixed name for the fingerprint of a key made anew in every run.
func hideSigner(c *filing.Collected) {
	for i := range c.Enterprises {
		if c.Enterprises[i].Signer != "" {
			c.Enterprises[i].Signer = "0123456789abcdef"
		}
	}
}

func TestGroupTells(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	dir := submissions(t, o)
	d := launch(t, o, 120, 36)
	d.press("g").paste(dir).press("<enter>").sees("示例水务", "示例热力")
	d.press("<f9>", "<f9>")
	d.order("81.94", "73.58") // the highest score first
	d.press("<tab>", "<tab>").sees("确定", "专利")
	d.press("<shift+tab>", "<shift+tab>", "<shift+tab>").sees("broken.zip")
	to := filepath.Join(t.TempDir(), "all")
	d.press("<ctrl+e>", "<ctrl+a>").paste(to).press("<enter>").sees("已存")
	if _, err := os.Stat(to + ".xlsx"); err != nil {
		t.Error(err)
	}
	d.press("<ctrl+o>", "<ctrl+a>").paste("/nowhere/at/all").press("<enter>").sees("/nowhere/at/all")
}

// Enter opens the bar under the cursor.
func TestGroupRanking(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	d := launch(t, o, 120, 36)
	d.press("g").paste(submissions(t, o)).press("<enter>")
	s := d.m.Top().(*regulator.GroupScreen)
	one := s.Got.Enterprises[0]
	for i, score := range []string{"91.50", "60.00", "73.58", "40.25", "60.00"} {
		e := one
		e.USCC, e.Name, e.Innovation, e.Assessed = strconv.Itoa(i), "示例企业"+strconv.Itoa(i), score, ""
		s.Got.Enterprises = append(s.Got.Enterprises, e)
	}
	replaced := one
	replaced.Name, replaced.ReplacedBy = "被替代的", "2"
	s.Got.Enterprises = append(s.Got.Enterprises, replaced)
	for i := range s.Got.Enterprises {
		e := &s.Got.Enterprises[i]
		e.Rank = 1
		if e.Innovation == "91.50" {
			e.Rank = 0 // the best one is by a draft
		}
	}
	s.Show(s.Got)
	s.Path = "/srv/received"
	d.press("<tab>").misses("被替代的").golden("group-ranked-120x36")
	d.press("<right>", "<right>").sees("考核利润", "4,400.00").misses("示例企业0")
	d.press("<end>", "<enter>").sees("竞争型  2023").misses("示例企业")
	if _, ok := d.m.Top().(*regulator.SubmittedScreen); !ok {
		t.Errorf("Enter opened %T", d.m.Top())
	}
}
