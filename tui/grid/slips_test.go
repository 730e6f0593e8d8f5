package grid

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"yice/form"
	"yice/internal/effort"
)

// paperLine is a line as it stands on paper, by field.
type paperLine map[string]string

var keyedFields = []string{"date", "voucher", "summary", "project", "category", "treatment", "source", "activity", "amount"}

// year makes lines as a year brings them: kinds that repeat, a project each with its ways, vouchers and dates that go on.
func year(rnd *rand.Rand, n int) []paperLine {
	kinds := [][2]string{{"研发人员工资及社保", "人员人工"}, {"试剂与管材领用", "直接投入"}, {"在线监测仪器折旧", "折旧与长期待摊"}, {"中试装置设计", "设计"}, {"会议与差旅", "其他"}}
	ways := map[string][3]string{"P1": {"费用化", "企业自筹", "试验发展"}, "P2": {"资本化", "政府部门", "应用研究"}, "P3": {"费用化", "银行贷款", "基础研究"}}
	var out []paperLine
	for i := range n {
		k := kinds[rnd.IntN(len(kinds))]
		project := fmt.Sprintf("P%d", 1+rnd.IntN(len(ways)))
		w := ways[project]
		out = append(out, paperLine{
			"date": fmt.Sprintf("2023-%02d-%02d", 1+i*12/n, 1+i*12%n*28/n), "voucher": fmt.Sprintf("记-%04d", 1+i*3/2), "summary": k[0], "project": project,
			"category": k[1], "treatment": w[0], "source": w[1], "activity": w[2], "amount": fmt.Sprintf("%d.%02d", 100+rnd.IntN(900_000), rnd.IntN(100)),
		})
	}
	return out
}

// slip is one way of keying a field wrong; "" where this field cannot be.
type slip struct {
	name string
	of   func(rnd *rand.Rand, field, typed string) string
}

var slips = []slip{
	{"two digits swapped", func(rnd *rand.Rand, field, s string) string {
		if f := form.ByID("spend").Field(field); f.Kind != form.Date && f.Kind != form.Money && field != "voucher" {
			return ""
		}
		for range 20 {
			i := rnd.IntN(len(s) - 1)
			if a, b := s[i], s[i+1]; a != b && strings.IndexByte("0123456789", a) >= 0 && strings.IndexByte("0123456789", b) >= 0 {
				return s[:i] + string(b) + string(a) + s[i+2:]
			}
		}
		return ""
	}},
	{"ten times", func(_ *rand.Rand, field, s string) string {
		if field != "amount" {
			return ""
		}
		return strings.Replace(s, ".", "0.", 1)
	}},
	{"万元 for 元", func(_ *rand.Rand, field, s string) string {
		if field != "amount" {
			return ""
		}
		return s + "万"
	}},
	{"the key beside", func(rnd *rand.Rand, _ string, s string) string {
		at := -1
		for range 20 {
			if i := rnd.IntN(len(s)); s[i] > '0' && s[i] < '9' {
				at = i
			}
		}
		if at < 0 {
			return ""
		}
		return s[:at] + string(s[at]+1) + s[at+1:]
	}},
	{"another code of the list", func(rnd *rand.Rand, field, s string) string {
		f := form.ByID("spend").Field(field)
		if f.Kind != form.CodeKind {
			return ""
		}
		for {
			if c := f.Codes[rnd.IntN(len(f.Codes))]; c.ID != s {
				return c.ID
			}
		}
	}},
}

// keyLine keys a line by hand into a new row and gives it.
func keyLine(g *Grid, l paperLine, wrong string, typed string) (r *form.Record, told []form.Finding) {
	g.ToBlank()
	row := g.cur.Row
	for _, id := range keyedFields {
		g.Show(id)
		text := l[id]
		if id == wrong {
			text = typed
		}
		g.Edit(true)
		g.Editor().Set(text)
		g.Leave()
	}
	r = g.Record(row)
	g.fresh[r.ID].left = true
	return r, g.Told(r)
}

// caught reports by what a line keyed wrong is found out: what is told of the row, or the papers' count and sum.
func caught(l paperLine, r *form.Record, told, usual []form.Finding) string {
	if len(r.Raw) > 0 {
		return "not read"
	}
	for _, f := range told {
		if !slices.ContainsFunc(usual, func(u form.Finding) bool { return u.Check == f.Check && u.Field == f.Field }) {
			return f.Check
		}
	}
	want, _ := r.Form.Field("amount").Parse(l["amount"], form.Yuan)
	if r.Get("amount") != want {
		return "the batch's sum"
	}
	if p := r.Str("project"); !slices.Contains([]string{"P1", "P2", "P3"}, p) {
		return "no such project"
	}
	return ""
}

// TestSlips keys lines with one slip each, over fields and kinds of slips, and counts how many nobody is told of: by what the row says, by
// the habits of the year, and by the count and the sum of the batch. With one slip in a hundred fields, which is a hurried hand, at most
// eight of ten thousand fields may stay wrong in silence.
func TestSlips(t *testing.T) {
	rnd := rand.New(rand.NewPCG(2026, 11))
	paper := year(rnd, 400)
	lines := make([]*form.Record, len(paper))
	for i, l := range paper {
		var words []string
		for _, id := range keyedFields[:8] {
			words = append(words, id+"="+l[id])
		}
		lines[i] = spent(int64(i+1), words...)
	}
	alarms := 0
	made, missed, lost := 0, map[string]int{}, 0
	by := map[string]int{}
	for total := effort.Of(600, 10_000); made < total; {
		// Some lines before it are there: the wrong one is held against what a clerk has keyed by then.
		k := 60 + rnd.IntN(len(paper)-60)
		l, before := paper[k], lines[k-60:k]
		field, s := keyedFields[rnd.IntN(len(keyedFields))], slips[rnd.IntN(len(slips))]
		typed := s.of(rnd, field, l[field])
		if typed == "" || typed == l[field] {
			continue
		}
		made++
		_, usual := keyLine(follower(t, before...), l, "", "")
		for _, f := range usual {
			if f.Check == "unlike" {
				alarms++
			}
		}
		r, told := keyLine(follower(t, before...), l, field, typed)
		if how := caught(l, r, told, usual); how == "" {
			lost++
			missed[field+": "+s.name]++
		} else {
			by[how]++
		}
	}
	t.Logf("%d slips, %d told of nobody: of ten thousand fields with a slip in a hundred, %d.%d", made, lost, lost*100/made, lost*1000/made%10)
	t.Log("caught by", by)
	t.Log("missed", missed)
	t.Logf("%d of %d right lines are asked about", alarms, made)
	if alarms*50 > made {
		t.Errorf("%d of %d right lines are asked about", alarms, made)
	}
	if lost*100 > 8*made {
		t.Errorf("%d of %d slips pass in silence", lost, made)
	}
}
