package filing

import (
	"archive/zip"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yice/filing/registry"
)

// A registry answers questions and nothing else.
func TestAQuestionWritesNothing(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.dir)
		stranger := filepath.Join(t.TempDir(), "other.db")
		for _, q := range []string{
			"", ";", "-- nothing", "DELETE FROM roster", "PRAGMA query_only = 0", "ATTACH '" + stranger + "' AS x", "SELECT 1; DELETE FROM roster",
			"WITH x AS (SELECT 1) DELETE FROM roster", "/* SELECT */ DROP TABLE roster", "VACUUM INTO '" + stranger + "'", "UPDATE roster SET name = ''",
			"INSERT INTO roster SELECT * FROM roster", "CREATE TEMP TABLE x (a)", "EXPLAIN DELETE FROM roster", "SELECT load_extension('x')", "BEGIN",
			"SELECT 1;SELECT 2", "SELECT * FROM nothing", "REPLACE INTO roster VALUES (1)",
		} {
			if a, err := r.Ask(t.Context(), q); err == nil {
				t.Errorf("%q was done: %+v", q, a)
			}
		}
		if _, err := os.Stat(stranger); err == nil {
			t.Error("another file was made")
		}
		a, err := r.Ask(t.Context(), "SELECT uscc, final FROM ranking WHERE name <> ';DELETE' ORDER BY uscc;")
		if err != nil || len(a.Rows) != 3 {
			t.Errorf("%+v %v", a, err)
		}
		for _, view := range []string{"current_submission", "ranking", "due", "double_claim", "intra_group", "group_total", "five_years"} {
			if _, err := r.Ask(t.Context(), "SELECT * FROM "+view); err != nil {
				t.Errorf("%s: %v", view, err)
			}
		}
		if a, err = r.Ask(t.Context(), "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"); err != nil || !a.More || len(a.Rows) != 10_000 {
			t.Errorf("an endless answer: %v", err)
		}
		if rows := ranked(t, r, registry.RankOptions{}); len(rows) != 3 {
			t.Error("something was written")
		}
	})
}

func TestTheTablesAreExported(t *testing.T) {
	f := newFleet(t)
	r := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	take(t, r, registry.TakeOptions{}, f.dir)
	dir := filepath.Join(t.TempDir(), "out")
	files, err := r.ExportCSV(t.Context(), dir)
	if err != nil || !slices.Contains(files, "f_spend.csv") || !slices.Contains(files, "ranking.csv") {
		t.Fatalf("%v %v", files, err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(read(t, filepath.Join(dir, "f_spend.csv"))), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 8 {
		t.Errorf("%d rows: %v", len(rows), err)
	}
	files, err = r.ExportParquet(t.Context(), dir)
	if err != nil || !slices.Contains(files, "f_spend-2023.parquet") {
		t.Fatalf("%v %v", files, err)
	}
	if _, err := r.ExportCSV(t.Context(), dir); err == nil {
		t.Error("files that were there were written over")
	}
}

// The papers say what the registry says, to whom it concerns, and that they are drafts until the year is closed.
func TestThePapersSayWhatTheRegistrySays(t *testing.T) {
	f := newFleet(t)
	r := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	take(t, r, registry.TakeOptions{}, f.dir)
	c, err := r.Show(t.Context(), waterSub, "")
	if err != nil {
		t.Fatal(err)
	}
	const basis = "〔2024〕5号第三条 <b>&"
	if _, err := r.Adjust(t.Context(), waterSub, c.Lines[0].ID, "-1.25", basis); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Targets(t.Context(), file(t, "t.csv", "uscc,line,declared,approved,basis,document\n"+waterSub+",rd_intensity,1.60%,1.50%,行业平均 <i>,国资发〔2023〕9号\n")); err != nil {
		t.Fatal(err)
	}
	papers := func() string {
		dir := filepath.Join(t.TempDir(), "papers")
		files, err := r.Notices(t.Context(), dir)
		if err != nil || len(files) != 10 {
			t.Fatalf("%v %v", files, err)
		}
		for name, says := range map[string][]string{
			"通报.html":                    {"示例燃气", "未报", "24.75", "示例集团"},
			"汇总表.html":                   {"24.875", waterSub}, // half of 24.75 and 25.00
			"核定意见.html":                  {"研发投入强度", "1.60%", "1.50%", "国资发〔2023〕9号", "&lt;i&gt;", "示例水务"},
			"工资总额清算.html":                {"单列（核定）", "合计", "示例集团"},
			"结果通知书-" + heatSub + ".html": {"竞争型", "2020-03-31"},
		} {
			page := string(read(t, filepath.Join(dir, name)))
			for _, s := range says {
				if !strings.Contains(page, s) {
					t.Errorf("%s does not say %s", name, s)
				}
			}
		}
		for _, name := range []string{"核定意见.docx", "工资总额清算.docx"} {
			if z, err := zip.OpenReader(filepath.Join(dir, name)); err != nil || len(z.File) < 5 {
				t.Errorf("%s: %v", name, err)
			} else {
				z.Close()
			}
		}
		page := string(read(t, filepath.Join(dir, "结果通知书-"+waterSub+".html")))
		if !strings.Contains(page, "24.75") || !strings.Contains(page, "&lt;b&gt;&amp;") || strings.Contains(page, "<b>&") || strings.Contains(page, heatSub) {
			t.Error("the notice says something else")
		}
		return page
	}
	if !strings.Contains(papers(), "未定稿") {
		t.Error("a draft does not say so")
	}
	if _, err := r.CloseYear(t.Context()); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(papers(), "未定稿") {
		t.Error("a closed year is told to be a draft")
	}
}
