package scoring_test

import (
	"fmt"
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
)

// ofForms is the pack of docs/pack-format.md's kind with something behind it.
func ofForms(t *testing.T, more string) string {
	t.Helper()
	return examplePack(t) + "\n" + more
}

const energyForm = `
[[form]]
id      = "energy"
title   = "能耗登记"
keys    = ["meter"]
label   = ["name"]
clauses = ["A1"]
carry   = true
help    = "每块计量表一行"

[[form.field]]
id       = "meter"
title    = "表号"
kind     = "text"
required = true
carry    = true
synonyms = ["计量表号", "仪表编号"]

[[form.field]]
id       = "name"
title    = "用能单位"
kind     = "text"
required = true
carry    = true

[[form.field]]
id    = "class"
title = "能源种类"
kind  = "code"
codes = ["电", "热", "气"]

[[form.field]]
id    = "cost"
title = "费用"
kind  = "money"
unit  = "万元"

[[form.field]]
id    = "green"
title = "其中绿电费用"
kind  = "money"
unit  = "万元"

[[form.field]]
id       = "read_on"
title    = "抄表日期"
kind     = "date"
in_year  = true

[[form.field]]
id       = "invoice"
title    = "发票号"
kind     = "text"

[[form.check]]
kind  = "part_of"
field = "green"
of    = "cost"

[[form.check]]
kind  = "range"
field = "cost"
min   = "0.01"
max   = "10000"

[[form.check]]
kind = "unique"
of   = ["invoice"]

[[form.check]]
kind  = "required_when"
field = "read_on"
when  = { class = ["电"] }

[[field]]
form  = "annual"
id    = "energy_total"
title = "综合能耗"
kind  = "decimal"
decimals = 2
unit  = "吨标煤"
source = "A1"

[[field.check]]
kind = "band"
up   = "30%"
down = "30%"

[[track]]
id      = "meters"
name    = "计量表"
clauses = ["A1"]
measure = { kind = "count", register = "energy", where = { class = ["电"] } }

[english]
"能耗登记" = "Energy"
"表号" = "Meter"
"电" = "Electricity"
`

// A pack brings a register, a figure of the year and checks; its measures count the register, and the dictionary that is built in
// stays as it is.
func TestAPackBringsForms(t *testing.T) {
	p, err := scoring.Load([]byte(ofForms(t, energyForm)))
	if err != nil {
		t.Fatal(err)
	}
	d := p.Dictionary()
	f := d.ByID("energy")
	if f == nil || f.Title.EN != "Energy" || f.Field("meter").Title.EN != "Meter" || f.Field("class").CodeTitle("电").EN != "Electricity" {
		t.Fatalf("the form is %+v", f)
	}
	if form.ByID("energy") != nil || form.ByID("annual").Field("energy_total") != nil {
		t.Error("the dictionary that is built in has changed")
	}
	annual := d.ByID("annual")
	if annual.Field("energy_total") == nil || annual.Index("revenue") != form.ByID("annual").Index("revenue") {
		t.Error("the field was not added behind the others")
	}
	r := form.NewRecord(f)
	for id, typed := range map[string]string{"meter": "E-01", "name": "一厂", "class": "电", "cost": "2", "green": "3"} {
		v, err := f.Field(id).Parse(typed, f.Field(id).Unit)
		if err != nil {
			t.Fatal(id, err)
		}
		r.Set(id, v)
	}
	var got []string
	for _, x := range f.Check(r, 2026) {
		got = append(got, x.Check+" "+x.Field)
	}
	if want := "energy.part-of-green-cost green|energy.required-when-read-on read_on"; strings.Join(got, "|") != want {
		t.Errorf("found %q, want %q", strings.Join(got, "|"), want)
	}
	facts := &scoring.Facts{Year: 2026, Type: "竞争型", Registers: map[string][]*form.Record{"energy": {r}}}
	if v := scoring.Evaluate(p, facts).Tracks[1].ValueText; v != "1" {
		t.Errorf("the track counts %q", v)
	}
	more := strings.Replace(energyForm, "[english]", "[[track]]\nid = \"coal\"\nname = \"综合能耗\"\nclauses = [\"A1\"]\nmeasure = { kind = \"value\", field = \"annual.energy_total\" }\n\n[english]", 1)
	q, err := scoring.Load([]byte(ofForms(t, more)))
	if err != nil {
		t.Fatal(err)
	}
	facts.Annual = form.NewRecord(q.Dictionary().ByID("annual"))
	facts.Annual.Set("energy_total", form.N(1250))
	if v := scoring.Evaluate(q, facts).Tracks[2].ValueText; v != "12.5" && v != "12.50" {
		t.Errorf("the figure of the year reads %q", v)
	}
	if _, err := scoring.Load([]byte(ofForms(t, strings.Replace(more, "annual.energy_total", "annual.energy_totals", 1)))); err == nil {
		t.Error("a figure that no pack brings is measured")
	}
	if i, _, _ := f.Heading("仪表编号"); i != f.Index("meter") {
		t.Error("the synonym is not known")
	}
}

// What a pack may not bring, each refused by name and place.
func TestWhatAPackMayNotBring(t *testing.T) {
	base := ofForms(t, energyForm)
	many := func(n int, one string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, strings.ReplaceAll(one, "#", "%[1]d"), i)
		}
		return b.String()
	}
	form1 := func(id string) string {
		return "[[form]]\nid = \"" + id + "\"\ntitle = \"另一张表\"\n[[form.field]]\nid = \"aa\"\ntitle = \"甲\"\nkind = \"text\"\n"
	}
	field := func(rest string) string {
		return "[[form]]\nid = \"other\"\ntitle = \"另一张表\"\n[[form.field]]\n" + rest
	}
	for name, more := range map[string]string{
		"a form that is built in":      form1("spend"),
		"a table of SQLite":            form1("sqlite_master"),
		"a path":                       form1("../x"),
		"a table of the workspace":     form1("history"),
		"an index of another form":     form1("spend_order"),
		"a word of SQL":                form1("select"),
		"a device":                     form1("nul"),
		"the prior year's file":        form1("prior_rd_summary"),
		"capitals":                     form1("Energy2"),
		"one letter":                   form1("e"),
		"twice":                        form1("energy"),
		"the title of another form":    "[[form]]\nid = \"other\"\ntitle = \"专利\"\n[[form.field]]\nid = \"aa\"\ntitle = \"甲\"\nkind = \"text\"\n",
		"a field every row has":        field("id = \"remark\"\ntitle = \"甲\"\nkind = \"text\"\n"),
		"a field that is a row id":     field("id = \"rowid\"\ntitle = \"甲\"\nkind = \"text\"\n"),
		"a field with an underscore":   field("id = \"_row\"\ntitle = \"甲\"\nkind = \"text\"\n"),
		"a kind that is none":          field("id = \"aa\"\ntitle = \"甲\"\nkind = \"float\"\n"),
		"a code without codes":         field("id = \"aa\"\ntitle = \"甲\"\nkind = \"code\"\n"),
		"a formula as a title":         field("id = \"aa\"\ntitle = \"=1+1\"\nkind = \"text\"\n"),
		"a control character":          field("id = \"aa\"\ntitle = \"甲\\u0007\"\nkind = \"text\"\n"),
		"a reference to nothing":       field("id = \"aa\"\ntitle = \"甲\"\nkind = \"ref\"\nref = \"nothing\"\n"),
		"a reference to a file":        field("id = \"aa\"\ntitle = \"甲\"\nkind = \"ref\"\nref = \"annual\"\n"),
		"too many decimals":            field("id = \"aa\"\ntitle = \"甲\"\nkind = \"decimal\"\ndecimals = 9\n"),
		"a title that is a book":       field("id = \"aa\"\ntitle = \"" + strings.Repeat("长", 41) + "\"\nkind = \"text\"\n"),
		"a unit that is no money":      field("id = \"aa\"\ntitle = \"甲\"\nkind = \"money\"\nunit = \"美元\"\n"),
		"61 fields":                    "[[form]]\nid = \"other\"\ntitle = \"另一张表\"\n" + many(61, "[[form.field]]\nid = \"f#\"\ntitle = \"甲#\"\nkind = \"text\"\n"),
		"41 forms":                     many(41, "[[form]]\nid = \"f#\"\ntitle = \"表#\"\n[[form.field]]\nid = \"aa\"\ntitle = \"甲\"\nkind = \"text\"\n"),
		"no field":                     "[[form]]\nid = \"other\"\ntitle = \"另一张表\"\n",
		"a key that is no field":       "[[form]]\nid = \"other\"\ntitle = \"另一张表\"\nkeys = [\"zz\"]\n[[form.field]]\nid = \"aa\"\ntitle = \"甲\"\nkind = \"text\"\n",
		"a field of a ledger":          "[[field]]\nform = \"spend\"\nid = \"aa\"\ntitle = \"甲\"\nkind = \"text\"\n",
		"a field that is built in":     "[[field]]\nform = \"annual\"\nid = \"revenue\"\ntitle = \"甲\"\nkind = \"text\"\n",
		"a field twice":                "[[field]]\nform = \"annual\"\nid = \"energy_total\"\ntitle = \"甲\"\nkind = \"text\"\n",
		"an expression":                "[[field]]\nform = \"annual\"\nid = \"aa\"\ntitle = \"甲\"\nkind = \"int\"\n[[field.check]]\nkind = \"range\"\nmin = \"1+1\"\n",
		"a check of another's field":   "[[field]]\nform = \"annual\"\nid = \"aa\"\ntitle = \"甲\"\nkind = \"int\"\n[[field.check]]\nkind = \"part_of\"\nof = \"meter\"\n",
		"a check of unlike kinds":      "[[field]]\nform = \"annual\"\nid = \"aa\"\ntitle = \"甲\"\nkind = \"int\"\n[[field.check]]\nkind = \"part_of\"\nof = \"revenue\"\n",
		"a band without an end":        "[[field]]\nform = \"annual\"\nid = \"aa\"\ntitle = \"甲\"\nkind = \"int\"\n[[field.check]]\nkind = \"band\"\n",
		"a code that is not in a list": "[[form]]\nid = \"other\"\ntitle = \"另一张表\"\n[[form.field]]\nid = \"aa\"\ntitle = \"甲\"\nkind = \"flag\"\n[[form.check]]\nkind = \"required_when\"\nfield = \"aa\"\nwhen = { aa = [\"也许\"] }\n",
	} {
		head, english, _ := strings.Cut(base, "[english]")
		if p, err := scoring.Load([]byte(head + more + "\n[english]" + english)); err == nil {
			t.Errorf("%s: the pack loads, with %d forms", name, len(p.Forms))
		}
	}
}

// Money that wraps: a bound beyond what a cell may hold is refused where the pack is read.
func TestABoundOfMoneyDoesNotWrap(t *testing.T) {
	pack := strings.Replace(ofForms(t, energyForm), `max   = "10000"`, `max   = "99999999999999999999"`, 1)
	if _, err := scoring.Load([]byte(pack)); err == nil {
		t.Error("the pack loads")
	}
}

// TestFormsOfAnOlderSchemaAreRead: a pack of schema 1 that brings forms was read before its schema was asked for; it is read for ever.
func TestFormsOfAnOlderSchemaAreRead(t *testing.T) {
	source := strings.Replace(examplePack(t), "schema     = 2", "schema     = 1", 1)
	for _, section := range []string{"[[deduction]]", "[[track]]", "[grades]", "[[test]]"} {
		from := strings.Index(source, section)
		to := strings.Index(source[from+1:], "\n[")
		if to < 0 {
			source = source[:from]
			continue
		}
		source = source[:from] + source[from+1+to+1:]
	}
	p, err := scoring.Load([]byte(source + `
[[form]]
id = "meters"
title = "计量表"
[[form.field]]
id = "reading"
title = "读数"
kind = "int"
[[field]]
form = "annual"
id = "coal"
title = "标煤"
kind = "int"
unit = "吨"
`))
	if err != nil || p.Dictionary().ByID("meters") == nil || p.Dictionary().ByID("annual").Field("coal") == nil {
		t.Error(err)
	}
}
