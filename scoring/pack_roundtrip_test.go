package scoring_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"yice/scoring"

	"pgregory.net/rapid"
)

// drawn is a pack made up of random numbers: its file, and every number in it by path.
type drawn struct {
	file    strings.Builder
	numbers map[string]string
}

// number draws a figure between two whole numbers, writes it in one of the ways a pack may, and remembers it.
func (d *drawn) number(t *rapid.T, path string, least, most int64) string {
	places := rapid.IntRange(0, 8).Draw(t, "places")
	units := rapid.Int64Range(least*tenTo(places), most*tenTo(places)).Draw(t, path)
	s := big.NewRat(units, tenTo(places)).FloatString(places)
	d.numbers[path] = s
	if rapid.Bool().Draw(t, "quoted") {
		return `"` + s + `"`
	}
	return s
}

// share draws a percent.
func (d *drawn) share(t *rapid.T, path string, least, most int64) string {
	s := fmt.Sprintf("%d.%02d%%", rapid.Int64Range(least, most-1).Draw(t, path), rapid.Int64Range(0, 99).Draw(t, "hundredths"))
	d.numbers[path] = s
	return `"` + s + `"`
}

// weights draws weights by type for n indicators, each type's sum 100.
func weights(t *rapid.T, n int, typ string) []int64 {
	all, left := make([]int64, n), int64(100)
	for i := range n - 1 {
		all[i] = rapid.Int64Range(0, left).Draw(t, "weight "+typ)
		left -= all[i]
	}
	all[n-1] = left
	return all
}

// drawPack makes up a pack that must load.
func drawFile(t *rapid.T) *drawn {
	d := &drawn{numbers: map[string]string{}}
	w := &d.file
	fmt.Fprintf(w, "[pack]\nschema = 1\nid = \"X\"\nversion = \"1\"\ntitle = \"示例\"\nissuer = \"示例\"\nsource_doc = \"示例\"\nyear = 2023\n"+
		"valid_from = 2023-01-01\nvalid_to = 2023-12-31\nstatus = \"draft\"\nlevels = [\"国家级\", \"市级\"]\ntypes = [\"竞争型\", \"服务业\"]\ngiven = [\"valid_from\", \"valid_to\"]\n"+
		"[rounding]\nline_decimals = 2\nmoney_decimals = 2\nmode = \"half_up\"\nassumed = [\"line_decimals\", \"money_decimals\"]\n"+
		"[annual]\nclauses = [\"K1\"]\nassumed = [\"innovation_weight\"]\ninnovation_weight = %s\n[[clause]]\nid = \"K1\"\nat = \"一\"\ngist = \"要点\"\n",
		d.number(t, "annual.innovation_weight", 0, 100))
	n := rapid.IntRange(1, 12).Draw(t, "indicators")
	first, second := weights(t, n, "竞争型"), weights(t, n, "服务业")
	for i := range n {
		id := fmt.Sprintf("i%d", i)
		path := "indicator." + id
		fmt.Fprintf(w, "[[indicator]]\nid = \"%s\"\nname = \"指标\"\nclauses = [\"K1\"]\nweight = { \"服务业\" = %d, \"竞争型\" = %d }\n", id, second[i], first[i])
		d.numbers[path+".weight.竞争型"], d.numbers[path+".weight.服务业"] = fmt.Sprint(first[i]), fmt.Sprint(second[i])
		if rapid.Bool().Draw(t, "ladder") {
			d.ladder(t, path)
			continue
		}
		fmt.Fprintf(w, "measure = { kind = \"level_points\", register = \"award\", points = { \"国家级\" = %s, \"市级\" = %s } }\n",
			d.number(t, path+".measure.points.国家级", 0, 1000), d.number(t, path+".measure.points.市级", 0, 1000))
		fmt.Fprintf(w, "scale = { kind = \"to_target\", cap = %s }\ntarget = %s\nassumed = [\"weight\", \"measure.points\", \"scale\", \"target\"]\n",
			d.share(t, path+".scale.cap", 0, 1000), d.number(t, path+".target", -1_000_000, 1_000_000))
	}
	return d
}

// ladder draws one whose rungs climb.
func (d *drawn) ladder(t *rapid.T, path string) {
	var rungs []string
	n := rapid.Int64Range(1, 6).Draw(t, "rungs")
	for i := range n {
		kind := rapid.SampledFrom([]string{"at", "above"}).Draw(t, "kind")
		rung := fmt.Sprintf("%s.scale.rungs.%d.", path, i+1)
		rungs = append(rungs, fmt.Sprintf("{ %s = %s, give = %s }", kind, d.share(t, rung+kind, 10*i-20, 10*i-10), d.share(t, rung+"give", 10*i, 10*i+10)))
	}
	fmt.Fprintf(&d.file, "measure = { kind = \"growth\", cur = \"rd.total\", prev = \"rd.total_prev\" }\nscale = { kind = \"ladder\", rungs = [ %s ] }\ngiven = [\"weight\"]\nassumed = [\"scale.rungs\"]\n",
		strings.Join(rungs, ", "))
}

// TestPackRoundTrip: every number of any pack comes back exactly as written, at its path, with its basis.
func TestPackRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawFile(t)
		p, err := scoring.Load([]byte(d.file.String()))
		if err != nil {
			t.Fatalf("%v\n%s", err, d.file.String())
		}
		for path, written := range d.numbers {
			want, _, _ := scoring.ParseNumber(written)
			got, ok := p.Param(path)
			if !ok || got.Value.Cmp(want) != 0 || got.Text != written || got.Path != path {
				t.Fatalf("%s: %+v, written %s", path, got, written)
			}
			if line := strings.Split(d.file.String(), "\n")[got.Line-1]; !strings.HasPrefix(strings.TrimLeft(string([]rune(line)[got.Col-1:]), `"`), written) {
				t.Fatalf("%s is not at line %d, column %d: %s", path, got.Line, got.Col, line)
			}
			assumed := false
			for _, a := range p.Assumed {
				assumed = assumed || a.Path == path
			}
			if assumed != (got.Basis == scoring.Assumed) {
				t.Fatalf("%s: %v", path, got.Basis)
			}
		}
	})
}
