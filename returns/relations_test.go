package returns

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"yice/form"
)

func TestTablesOfCodesHold(t *testing.T) {
	seen := map[int]bool{}
	for _, c := range codes1072 {
		if seen[c.Number] {
			t.Errorf("107-2 (%d) stands twice", c.Number)
		}
		seen[c.Number] = true
		if c.Title.ZH == "" || c.Title.EN == "" || c.Group.ZH == "" {
			t.Errorf("107-2 (%d) has no title", c.Number)
		}
		f := form.ByID(c.Form)
		if f == nil || f.Field(c.Field) == nil {
			t.Errorf("107-2 (%d) comes from %s.%s, which is nowhere", c.Number, c.Form, c.Field)
		}
		if c.Keyed != (c.Form == "annual") {
			t.Errorf("107-2 (%d): keyed figures are those of annual", c.Number)
		}
	}
	for _, number := range []int{
		1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 57, 43, 58, 55, 56, 52, 44, 45, 22, 23, 24, 25,
		26, 27, 29, 30, 32, 33, 53, 54, 36, 37, 38, 40, 41, 46, 47, 48, 49, 50,
	} {
		if !seen[number] {
			t.Errorf("107-2 (%d) is missing", number)
		}
		delete(seen, number)
	}
	if len(seen) != 0 {
		t.Errorf("107-2 has no code of %v", seen)
	}
	ids := map[string]bool{}
	for i := range relations1072Table {
		r := &relations1072Table[i]
		if ids[r.id] {
			t.Errorf("relation %s stands twice", r.id)
		}
		ids[r.id] = true
		for _, number := range append([]int{r.whole}, r.parts...) {
			code(number) // panics on a number that is no code
		}
	}
}

// Each relation by itself: figures that break it, and figures on its very edge that do not.
func TestEachRelationBitesAndLetsPass(t *testing.T) {
	for i := range relations1072Table {
		r := &relations1072Table[i]
		edge, broken := map[int]Figure{}, map[int]Figure{}
		for _, p := range r.parts {
			edge[p], broken[p] = known(1_000_00), known(1_000_00)
		}
		sum := int64(len(r.parts)) * 1_000_00
		edge[r.whole] = known(sum)
		switch r.shape {
		case atLeast, equal:
			broken[r.whole] = known(sum - 1)
		case both, implies:
			broken[r.whole] = known(0)
		}
		if say, bad := r.judge(edge); bad {
			t.Errorf("%s bites on its edge: %s", r.id, say.ZH)
		}
		say, bad := r.judge(broken)
		if !bad {
			t.Errorf("%s lets %v pass", r.id, broken)
			continue
		}
		for _, number := range append([]int{r.whole}, r.parts...) {
			if !strings.Contains(say.ZH, bare(code(number).Title.ZH)) {
				t.Errorf("%s does not name %d: %s", r.id, number, say.ZH)
			}
		}
		for _, missing := range append([]int{r.whole}, r.parts[0]) {
			partly := map[int]Figure{}
			for number, f := range broken {
				if number != missing {
					partly[number] = f
				}
			}
			if _, bad := r.judge(partly); bad && (r.shape != atLeast || len(r.parts) == 1 || missing == r.whole) {
				t.Errorf("%s is judged without %d", r.id, missing)
			}
		}
	}
}

func TestWholeAgainstTheKnownParts(t *testing.T) {
	r := &relation{"x", atLeast, 23, []int{24, 25}}
	if _, bad := r.judge(map[int]Figure{23: known(2), 24: known(3)}); !bad {
		t.Error("3 doctors among 2 persons pass because the masters are not keyed yet")
	}
	if _, bad := r.judge(map[int]Figure{23: known(2), 24: known(2)}); bad {
		t.Error("2 doctors among 2 persons bite although the masters are not keyed yet")
	}
}

func TestMessageNamesCodesAndPlaces(t *testing.T) {
	r := &relation{"x", atLeast, 1, []int{5}}
	say, _ := r.judge(map[int]Figure{1: known(46), 5: known(50)})
	if want := "107-2：1 研究开发人员合计 46 < 5 本科毕业及以上人员 50"; say.ZH != want {
		t.Errorf("says %q, want %q", say.ZH, want)
	}
	if want := "107-2: 1 R&D personnel, total 46 < 5 bachelor's degree or above 50"; say.EN != want {
		t.Errorf("says %q, want %q", say.EN, want)
	}
	money := &relation{"x", atLeast, 20, []int{21}}
	say, _ = money.judge(map[int]Figure{20: known(100_000_000), 21: known(250_000_000)})
	if !strings.Contains(say.ZH, "1,000 < 21") || !strings.HasSuffix(say.ZH, "2,500（千元）") {
		t.Errorf("amounts are not in 千元: %s", say.ZH)
	}
	say, _ = money.judge(map[int]Figure{20: known(100_000_000), 21: known(100_000_001)})
	if !strings.Contains(say.ZH, "1,000.00001") {
		t.Errorf("a difference below one 千元 cannot be seen: %s", say.ZH)
	}
}

func TestRelationsOverTheForms(t *testing.T) {
	ledger := func(t *testing.T) *desk {
		return newDesk(t).line(Sum{Category: "人员人工", Activity: "试验发展"}, 500_000).line(Sum{Category: "委托外部", Counterparty: "境内高校"}, 100_000)
	}
	for _, c := range []struct {
		name string
		desk func(*testing.T) *desk
		want string
		not  string
	}{
		{"nothing keyed", newDesk, "", "*"},
		{"a sound ledger", func(t *testing.T) *desk { return ledger(t).annual("rd_staff=5") }, "", "*"},
		{"staff without labour cost", func(t *testing.T) *desk {
			return newDesk(t).annual("rd_staff=5").line(Sum{Category: "直接投入"}, 1000)
		}, "!107-2.iff.1.8", ""},
		{"labour cost without staff", func(t *testing.T) *desk { return ledger(t).annual("rd_staff=0") }, "!107-2.iff.1.8", ""},
		{"staff not keyed yet", func(t *testing.T) *desk { return ledger(t).annual("revenue=1") }, "", "!107-2.iff.1.8"},
		{"staff and no ledger yet", func(t *testing.T) *desk { return newDesk(t).annual("rd_staff=5") }, "107-2.no-ledger", "!107-2.iff.1.8"},
		{"a line without category", func(t *testing.T) *desk { return ledger(t).line(Sum{}, 1) }, "!107-2.eq.7.categories", ""},
		{"commissioned work without counterparty", func(t *testing.T) *desk {
			return ledger(t).line(Sum{Category: "委托外部"}, 1)
		}, "!107-2.eq.14.counterparties", ""},
		{"a line of unknown source", func(t *testing.T) *desk {
			return ledger(t).line(Sum{Category: "设计", Source: "?"}, 1)
		}, "!107-2.eq.7.sources", ""},
		{"institutions spend more than all", func(t *testing.T) *desk {
			return ledger(t).annual("rd_staff=5", "institution_spend=600000.01", "institutions=1")
		}, "!107-2.ge.7.26", ""},
		{"institutions spend as much as all", func(t *testing.T) *desk {
			return ledger(t).annual("rd_staff=5", "institution_spend=600000", "institutions=1")
		}, "", "!107-2.ge.7.26"},
		{"no institution", func(t *testing.T) *desk { return ledger(t).annual("rd_staff=5", "institutions=0") }, "107-2.no-institution", ""},
		{"no patent and no paper", func(t *testing.T) *desk { return ledger(t).annual("rd_staff=5", "papers=0") }, "107-2.no-output", ""},
		{"papers not keyed yet", func(t *testing.T) *desk { return ledger(t).annual("rd_staff=5") }, "", "107-2.no-output"},
		{"no paper but a patent", func(t *testing.T) *desk {
			return ledger(t).annual("rd_staff=5", "papers=0").
				row("patent", "number=202110253000.2", "title=甲", "kind=发明", "status=申请", "applied_on=2023-05-10")
		}, "", "107-2.no-output"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := c.desk(t).findings()
			if c.want != "" && !slices.Contains(found, c.want) {
				t.Errorf("found %v, want %s", found, c.want)
			}
			if c.not == "*" && len(found) > 0 || slices.Contains(found, c.not) {
				t.Errorf("found %v, want none of %s", found, c.not)
			}
		})
	}
}

func TestYearOnASummaryIsNotJudgedByItsParts(t *testing.T) {
	d := newDesk(t).annual("rd_staff=5")
	d.row("rd_summary", "expensed=1000000", "expensed_government=200000")
	if found := d.findings(); len(found) != 0 {
		t.Errorf("found %v", found)
	}
	for _, row := range Table1072(d.in) {
		n, ok := row.Shown()
		switch row.Number {
		case 7:
			if n != 1000 {
				t.Errorf("107-2 (7) is %d, want the summary's 1000", n)
			}
		case 43:
			if n != 200 {
				t.Errorf("107-2 (43) is %d, want the summary's 200", n)
			}
		case 8, 9, 14, 57:
			if ok {
				t.Errorf("107-2 (%d) is %d, but a summary does not tell", row.Number, n)
			}
		}
	}
	d.line(Sum{Category: "人员人工"}, 900_000)
	if found := d.findings(); !slices.Contains(found, "rd_summary.differs") {
		t.Errorf("ledger and summary differ and nobody says so: %v", found)
	}
}

// A finding of money says of what unit each of its figures is.
func TestAFindingNamesTheUnitOfItsMoney(t *testing.T) {
	d := newDesk(t)
	d.row("project", "code=A", "name=甲", "start=202301", "end=202312", "staff=3", "person_months=20", "total_spend=9000000")
	d.row("project", "code=B", "name=乙", "start=202301", "end=202312", "staff=3", "person_months=20", "total_spend=1000000")
	d.row("rd_summary", "expensed=7000000")
	d.in.Ledger = []*Sum{
		{Project: "A", Category: labour, Treatment: form.Expensed, Source: government, Amount: 4_000_000_00, Lines: 1},
		{Project: "A", Category: labour, Treatment: form.Expensed, Source: "企业自筹", Amount: -1_000_000_00, Lines: 1},
		{Project: "B", Category: labour, Treatment: form.Expensed, Source: "企业自筹", Amount: 2_000_000_00, Lines: 1},
		{Category: labour, Treatment: form.Expensed, Source: "企业自筹", Amount: -3_000_000_00, Lines: 1},
	}
	said := map[string]bool{}
	for _, f := range Findings(d.in) {
		said[f.Check] = true
		for _, l := range []struct{ message, unit string }{{f.Message.ZH, " 千元"}, {f.Message.EN, " CNY 1k"}} {
			if !slices.Contains([]string{"project.spend-outside-ledger", "project.spend-below-ledger", "107-1.10>=11", "107.7>=10", "107.43>=11", "rd_summary.differs"}, f.Check) {
				continue
			}
			bare := strings.ReplaceAll(l.message, l.unit, "\x00")
			if figure := regexp.MustCompile(`\d{4}[^\x00\d]`).FindString(bare); figure != "" {
				t.Errorf("%s says %q of no unit: %s", f.Check, figure, l.message)
			}
		}
	}
	for _, id := range []string{"project.spend-outside-ledger", "project.spend-below-ledger", "107-1.10>=11", "107.7>=10", "rd_summary.differs"} {
		if !said[id] {
			t.Errorf("nothing is said of %s", id)
		}
	}
}
