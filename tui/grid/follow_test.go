package grid

import (
	"fmt"
	"strings"
	"testing"

	"yice/form"
)

// spent makes a line of the ledger of "field=value" words.
func spent(id int64, words ...string) *form.Record {
	r := form.NewRecord(form.ByID("spend"))
	r.ID = id
	for _, w := range words {
		field, value, _ := strings.Cut(w, "=")
		r.Set(field, form.S(value))
	}
	return r
}

// follower is a grid that has learnt from lines and stands on its blank row.
func follower(t *testing.T, lines ...*form.Record) *Grid {
	t.Helper()
	g := opened(t, &rows{all: lines}, 120, 36)
	if cmd := g.Learn(); cmd == nil {
		t.Fatal("nothing is learnt")
	} else if err := g.Learnt(cmd().(HabitMsg)); err != nil {
		t.Fatal(err)
	}
	g.ToBlank()
	return g
}

// key types into the current cell and goes on.
func key(g *Grid, typed string) {
	g.Edit(true)
	g.Editor().Set(typed)
	g.Leave()
	g.Next()
}

func (g *Grid) here(t *testing.T, field string) {
	t.Helper()
	if f := g.Field().ID; f != field {
		t.Errorf("on %s, not on %s", f, field)
	}
}

// The codes that go with what was bought come from the newest such line, those that go with the project from the project's newest; of a
// kind that is not known, and a project that is not, nothing is taken over unasked.
func TestWhatALineFollows(t *testing.T) {
	lines := []*form.Record{
		spent(1, "date=2023-03-01", "voucher=记-1", "summary=工资", "project=A", "category=人员人工", "treatment=费用化", "source=企业自筹", "activity=试验发展"),
		spent(2, "date=2023-03-02", "voucher=记-2", "summary=材料", "project=B", "category=直接投入", "treatment=资本化", "source=政府部门", "activity=应用研究"),
	}
	for _, c := range []struct {
		about, project string
		want           string // category, treatment, source
		on             string // where Enter goes after the project
	}{
		{"工资", "A", "人员人工 费用化 企业自筹", "amount"},
		{"工资", "B", "人员人工 资本化 政府部门", "amount"}, // as wages are, paid as B is
		{"材料", "A", "直接投入 费用化 企业自筹", "amount"}, // as materials are, paid as A is
		{"工资", "C", "人员人工  ", "treatment"},     // a project of which nothing is known
		{"会议", "B", " 资本化 政府部门", "category"},   // a kind of which nothing is known
		{"会议", "C", "  ", "category"},
	} {
		t.Run(c.about+c.project, func(t *testing.T) {
			g := follower(t, lines...)
			for _, typed := range []string{"3", "记-3", c.about} {
				key(g, typed)
			}
			g.here(t, "project")
			key(g, c.project)
			r := g.Record(2)
			if got := fmt.Sprintf("%s %s %s", r.Str("category"), r.Str("treatment"), r.Str("source")); got != c.want {
				t.Errorf("%q, not %q", got, c.want)
			}
			if r.Str("date") != "2023-03-03" {
				t.Errorf("a day alone is %q", r.Str("date"))
			}
			g.here(t, c.on)
		})
	}
}

// What was keyed by hand is not changed by what follows.
func TestAHandIsNotOverruled(t *testing.T) {
	g := follower(t, spent(1, "date=2023-03-01", "voucher=记-1", "summary=工资", "category=人员人工", "treatment=费用化"))
	g.Show("category")
	key(g, "设计")
	g.Show("summary")
	key(g, "工资")
	if r := g.Record(1); r.Str("category") != "设计" || r.Str("treatment") != "费用化" {
		t.Error(r.Str("category"), r.Str("treatment"))
	}
	if about, n := g.Followed(); about != "工资" || n != 1 {
		t.Error(about, n)
	}
}

// One more like the line above takes all but the amount, counts the number on, and leaves what is there.
func TestOneMoreLikeTheLineAbove(t *testing.T) {
	g := follower(t, spent(1, "date=2023-03-01", "voucher=记-009", "summary=工资", "project=A", "category=人员人工", "treatment=费用化", "source=企业自筹", "remark=补记"))
	if !g.CanFollow() {
		t.Fatal("a blank line below a line")
	}
	edits := g.LikeAbove()
	g.here(t, "amount")
	r := g.Record(1)
	for field, want := range map[string]string{"date": "2023-03-01", "voucher": "记-010", "summary": "工资", "project": "A", "category": "人员人工", "remark": "", "amount": ""} {
		if got := r.Str(field); got != want {
			t.Errorf("%s = %q, not %q", field, got, want)
		}
	}
	written := map[string]bool{}
	for _, e := range edits {
		if e.Row != r.ID {
			t.Errorf("an edit of row %d", e.Row)
		}
		written[e.Field] = true
	}
	for _, field := range []string{"date", "voucher", "summary", "project", "category", "treatment", "source"} {
		if !written[field] {
			t.Errorf("%s is shown and not written", field)
		}
	}
	key(g, "5")
	if g.CanFollow(); g.Field().ID != "remark" && g.Field().ID != "voucher" {
		t.Errorf("on %s", g.Field().ID)
	}
	g.cur.Row = 0
	if g.CanFollow() {
		t.Error("a line that was there is one to copy, not to fill")
	}
}

// A line that was there is passed field by field as ever: only new ones follow.
func TestOldLinesDoNotFollow(t *testing.T) {
	same := []string{"date=2023-03-01", "summary=工资", "category=人员人工", "treatment=费用化"}
	g := follower(t, spent(1, same...), spent(2, same...))
	g.cur = Pos{1, 0}
	g.Show("summary")
	g.Next()
	g.here(t, "project")
}
