package scoring

import (
	"cmp"
	"errors"
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// Trial is a test of a pack: facts and rows of an enterprise that is made up, and what the lines must come to. A pack proves
// itself by them before it is issued.
type Trial struct {
	Name   string
	Facts  Facts
	Expect []Expectation
	Line   int
}

// Expectation is one figure that a trial expects: of a line of the sheet, or of a total.
type Expectation struct {
	What, Want string
	Line       int
}

var trialSection = declare(sectionOf[*Trial]{
	key: "test", title: text.PackSayTrial, since: 2, unlisted: true,
	kept: several(func(p *Pack) *[]Trial { return &p.Trials }), line: func(t *Trial) *int { return &t.Line },
	says: []parameter[*Trial]{
		{key: "name", is: isText, must: must, title: text.PackSayName, at: func(t *Trial) any { return &t.Name }},
		{key: "type", is: isText, must: must, title: text.PackSayType, read: func(s *section, t *Trial) {
			t.Facts.Type = s.text("type")
			s.d.knownType(s, "type", t.Facts.Type)
		}},
		{
			key: "uscc", is: isText, title: text.PackSayUSCC, help: "写了就按这家企业的 `[[enterprise]]` 设定算",
			read: func(s *section, t *Trial) { t.Facts.USCC = s.text("uscc") },
		},
		{
			key: "as_of", is: isNumber, bare: true, title: text.PackSayAsOf, rule: numberRule{form: plain, least: 1, most: 12, whole: true}, help: "数到哪个月；不写是全年",
			at: func(t *Trial) any { return &t.Facts.AsOf },
		},
		{key: "facts", is: isTable, title: text.PackSayFact, help: "`rd.…`、`fin.…`、`annual.…` 的指标数（包自己加的年度字段也行），金额是万元，百分数写 `\"2%\"`；没写的是缺数据，登记表的数由 `rows` 来", read: readTrialFacts},
		{key: "rows", is: isMany, title: text.PackSayRows, help: "登记表的行：`{ form = \"award\", level = \"市级\", awarded_on = \"2026-03-01\" }`，值照导入时写，金额是元", read: readTrialRows},
		{
			key: "expect", is: isTable, must: must, title: text.PackSayExpect,
			help: "各项的编号，或 `innovation`、`bonus`、`deductions`、`assessed`、`grade`、`conditions` 等合计，等于几（条件等于 `符合`、`不符合`、`未知`）；编号后可加 `.pending`（连编号一起加引号）、`.value`、`.status`、`.gap`、`.unfilled`、`.last_year`",
		},
	},
})

// trialKind has the tests of a pack. They are no policy: nothing of them shows where the pack is read.
type trialKind struct{ plainKind }

// read reads the tests, and then what they expect: of lines that all sections give.
func (k *trialKind) read(d *decoder, file *section) {
	k.section.read(d, file)
	for i, n := range file.many(k.section.key) {
		if v := n.get("expect"); v != nil && v.kind == aTable && i < len(d.p.Trials) {
			readExpectations(&section{d: d, n: n, path: k.section.key + "." + numbered(i), got: map[string]*node{"expect": v}}, &d.p.Trials[i])
		}
	}
}

func (*trialKind) list(*settingList)                         {}
func (*trialKind) ownWords(_ *Pack, to []string) []string    { return to }
func (*trialKind) named(*Pack, func(id, name string, _ int)) {}

// ReadTrials reads a file that holds nothing but tests of a pack; on failure err is PackErrors.
func (p *Pack) ReadTrials(source []byte) ([]Trial, error) {
	errs := &errorList{}
	if !readSource(source, errs) {
		return nil, errs.sorted()
	}
	own := *p
	own.Trials = nil
	d := &decoder{src: errs.src, errs: errs, p: &own, numbers: map[string]numberRule{}, overridables: map[string][]string{}}
	d.root = buildTree(errs.src, errs)
	s := &section{d: d, n: d.root, got: map[string]*node{}, basis: &basis{entries: map[string]*basisEntry{}, unlisted: map[string]bool{}}}
	s.take(keyRules{{key: "test", is: isMany, must: must}})
	(&trialKind{plainKind{trialSection}}).read(d, s)
	if len(errs.all) > 0 {
		return nil, errs.sorted()
	}
	return own.Trials, nil
}

// flat gives the entries of a table with those of tables within, by their path.
func (n *node) flat(under string, yield func(path string, at int, v *node)) {
	for _, e := range n.entries {
		if e.val.kind == aTable {
			e.val.flat(under+e.key+".", yield)
			continue
		}
		yield(under+e.key, e.at, e.val)
	}
}

// readTrialFacts puts figures where the engine finds them: the ledger's sums, those of the year before, the annual form.
func readTrialFacts(s *section, t *Trial) {
	d := s.d
	t.Facts.Year = d.p.Year
	v := s.got["facts"]
	if v == nil {
		return
	}
	var rd, before ledgerFigures
	v.flat("", func(id string, at int, v *node) {
		path := s.path + ".facts." + id
		c, known := FactByID(id)
		if !known {
			near := ""
			if !d.errs.full() {
				near = nearFact(id)
			}
			d.errs.addNear(at, path, text.PackUnknownFact.With(legible(id)), near)
			return
		}
		stored, ok := d.storedFigure(v, path, &c)
		if !ok {
			return
		}
		home, field, _ := strings.Cut(c.Source, ".")
		switch name, isRD := strings.CutPrefix(id, "rd."); {
		case isRD && strings.HasSuffix(name, "_prev"):
			ok = before.set(strings.TrimSuffix(name, "_prev"), stored)
		case isRD:
			ok = rd.set(name, stored)
		case home == "annual":
			if t.Facts.Annual == nil {
				t.Facts.Annual = form.NewRecord(d.form("annual"))
			}
			t.Facts.Annual.Set(field, form.N(stored))
		default:
			ok = false
		}
		if !ok {
			d.errs.add(at, path, text.PackTrialFact.With(legible(id)))
		}
	})
	t.Facts.Ledger = rd.sums()
	if before.there {
		sums := before.sums()
		t.Facts.Prev, t.Facts.PrevYear = &sums, &sums
	}
}

// storedFigure reads the figure of a fact as its field stores it.
func (d *decoder) storedFigure(v *node, path string, c *Fact) (int64, bool) {
	if v.kind != aNumber && v.kind != aString {
		d.errs.add(v.at, path, text.PackWantNumber)
		return 0, false
	}
	n, _, why := ParseNumber(v.text)
	if !why.Empty() {
		d.errs.add(v.at, path, why)
		return 0, false
	}
	scale := int64(1)
	if home, field, _ := strings.Cut(c.Source, "."); home == "annual" {
		scale = scaleOf(d.form(home).Field(field))
	} else if c.IsMoney() {
		scale = 1_000_000
	}
	n.Mul(n, big.NewRat(scale, 1))
	if !n.IsInt() || !n.Num().IsInt64() || n.Num().Int64() > form.MaxTotal || n.Num().Int64() < -form.MaxTotal {
		d.errs.add(v.at, path, text.PackTrialFine.With(legible(v.text)))
		return 0, false
	}
	return n.Num().Int64(), true
}

// ledgerFigures are the sums of a ledger as a trial gives them; what it does not give is nothing.
type ledgerFigures struct {
	there                                                bool
	total, expensed, government, capitalised, capitalGov int64
	original                                             int64
	hasTotal, hasExpensed                                bool
}

func (l *ledgerFigures) set(name string, fen int64) bool {
	l.there = true
	switch name {
	case "total":
		l.total, l.hasTotal = fen, true
	case "expensed":
		l.expensed, l.hasExpensed = fen, true
	case "government":
		l.government = fen
	case "capitalised":
		l.capitalised = fen
	case "capitalised_government":
		l.capitalGov = fen
	case "original":
		l.original = fen
	default:
		return false
	}
	return true
}

// sums: a total is expensed but for what is said to be capitalised.
func (l *ledgerFigures) sums() RD {
	rd := RD{Expensed: l.expensed, ExpensedGovernment: l.government, Capitalised: l.capitalised, CapitalisedGovernment: l.capitalGov, Original: l.original}
	switch {
	case l.hasTotal && l.hasExpensed:
		rd.Capitalised = form.Plus(l.total, -l.expensed)
	case l.hasTotal:
		rd.Expensed = form.Plus(l.total, -l.capitalised)
	}
	if l.there {
		rd.Lines = 1
	}
	return rd
}

// readTrialRows reads rows of registers, each cell as an import reads it.
func readTrialRows(s *section, t *Trial) {
	d := s.d
	t.Facts.Registers = map[string][]*form.Record{}
	for i, n := range s.many("rows") {
		path := s.path + ".rows." + numbered(i)
		in := &section{d: d, n: n, path: path, got: map[string]*node{}}
		id := n.get("form")
		if id == nil || id.kind != aString {
			d.errs.add(n.at, path+".form", text.PackMissingKey.With("form"))
			continue
		}
		in.got["register"] = id
		f := d.form("checklist")
		if id.text != f.ID {
			f = d.register(in)
		}
		if f == nil {
			continue
		}
		r := form.NewRecord(f)
		r.ID = int64(i + 1)
		for _, e := range n.entries {
			if e.key == "form" {
				continue
			}
			fd := d.field(e.key, e.at, path+"."+e.key, f)
			if fd == nil {
				continue
			}
			if e.val.kind != aString && e.val.kind != aNumber && e.val.kind != aDate {
				d.errs.add(e.val.at, path+"."+e.key, text.PackWantText)
				continue
			}
			v, err := fd.Parse(e.val.text, form.Yuan)
			if err != nil {
				var why *form.ParseError
				if errors.As(err, &why) {
					d.errs.add(e.val.at, path+"."+e.key, why.Say)
				} else {
					d.errs.add(e.val.at, path+"."+e.key, text.PackWantText)
				}
				continue
			}
			r.Set(e.key, v)
		}
		t.Facts.Registers[f.ID] = append(t.Facts.Registers[f.ID], r)
	}
}

// Expectable are the totals that a trial may expect a figure of, by which no line may be called.
func Expectable() []string { return slices.Clone(expectable) }

// expectable are the totals that a trial may expect a figure of.
var expectable = []string{"innovation", "annual_contribution", "unfilled", "bonus", "deductions", "assessed", "completion", "base", "grade", "conditions"}

var expectedParts = []string{"pending", "value", "status", "gap", "unfilled", "last_year"}

func readExpectations(s *section, t *Trial) {
	d := s.d
	v := s.got["expect"]
	if v == nil {
		return
	}
	if len(v.entries) == 0 {
		d.errs.add(v.at, s.path+".expect", text.PackEmptyTable)
	}
	known := d.p.lineIDs()
	v.flat("", func(what string, at int, v *node) {
		id, part, _ := strings.Cut(what, ".")
		path := s.path + ".expect." + what
		switch {
		case !slices.Contains(known, id):
			d.errs.addNear(at, path, text.PackTrialLine.With(legible(id), among(known)), d.near(id, known))
		case part != "" && !slices.Contains(expectedParts, part):
			d.errs.addNear(at, path, text.PackUnknownName.With(legible(part), among(expectedParts)), d.near(part, expectedParts))
		case v.kind != aString && v.kind != aNumber:
			d.errs.add(v.at, path, text.PackWantText)
		default:
			t.Expect = append(t.Expect, Expectation{what, v.text, d.src.at(at).Line})
		}
	})
}

// lineIDs are the ids of the lines that a pack gives a sheet, and of its totals.
func (p *Pack) lineIDs() []string {
	ids := []string{"addback", "payroll_separate", "payroll_tilt"}
	for _, k := range kinds {
		k.named(p, func(id, _ string, _ int) { ids = append(ids, id) })
	}
	return append(ids, expectable...)
}

// Outcome is what a trial came to: what is wrong with it, nothing where it holds.
type Outcome struct {
	Name   string
	Line   int
	Differ []text.Pair
}

// Try runs trials under the pack.
func (p *Pack) Try(trials []Trial) []Outcome {
	all := make([]Outcome, len(trials))
	for i := range trials {
		t := &trials[i]
		all[i] = Outcome{Name: t.Name, Line: t.Line}
		s := Evaluate(p, &t.Facts)
		for _, x := range t.Expect {
			got := s.told(x.What)
			if sameFigure(got, x.Want) {
				continue
			}
			id, part, _ := strings.Cut(x.What, ".")
			name := text.Same(x.What)
			if l := s.Line(id); l != nil {
				name = text.ScoreTwo.With(l.Title(), x.What)
			}
			say := text.PackTrialDiffers.With(x.Line, name, cmp.Or(got, "—"), x.Want)
			if part == "" { // why, in the words of the line
				if why := s.becauseOf(id); !why.Empty() {
					say = text.PackTrialBecause.With(say, why)
				}
			}
			all[i].Differ = append(all[i].Differ, say)
		}
	}
	return all
}

// becauseOf is the computation of a line, for whoever expected another figure.
func (s *Sheet) becauseOf(id string) text.Pair {
	e, _ := s.Explain(id)
	for _, p := range e.Paragraphs {
		if p.Label == text.ScoreLabelFormula || p.Label == text.ScoreLabelNoData {
			return p.Lines[len(p.Lines)-1]
		}
	}
	return text.Pair{}
}

// sameFigure compares figures as figures, anything else as it stands.
func sameFigure(a, b string) bool {
	x, ok := new(big.Rat).SetString(strings.TrimSuffix(a, "%"))
	y, ok2 := new(big.Rat).SetString(strings.TrimSuffix(b, "%"))
	if ok && ok2 && strings.HasSuffix(a, "%") == strings.HasSuffix(b, "%") {
		return x.Cmp(y) == 0
	}
	return a == b
}

// told gives a figure of the sheet by the name an expectation has for it.
func (s *Sheet) told(what string) string {
	id, part, _ := strings.Cut(what, ".")
	if l := s.Line(id); l != nil {
		return l.told(part)
	}
	both := func(p *Pair) string {
		switch {
		case p == nil:
			return ""
		case part == "pending":
			return p.Pending.String()
		}
		return p.Confirmed.String()
	}
	switch id {
	case "innovation":
		return both(&s.Innovation)
	case "annual_contribution":
		return both(&s.AnnualContribution)
	case "unfilled":
		return s.Unfilled.String()
	case "bonus":
		return both(&s.BonusTotal)
	case "deductions":
		return both(&s.DeductionTotal)
	case "assessed":
		return both(s.Assessed)
	case "completion":
		if s.Completion != nil {
			return both(s.Completion) + "%"
		}
	case "base":
		return both(s.Base)
	case "conditions":
		if part == "pending" {
			return string(s.QualifiedPending)
		}
		return string(s.Qualified)
	case "grade":
		if part == "pending" {
			return s.GradePending
		}
		return s.Grade
	}
	return ""
}

func (l *Line) told(part string) string {
	switch part {
	case "pending":
		if l.Kind == "condition" {
			return string(l.work.verdictPending)
		}
		return l.Score.Pending.String()
	case "value":
		return l.ValueText
	case "status":
		return string(l.Status)
	case "gap":
		return l.GapText
	case "unfilled":
		return l.Unfilled.String()
	case "last_year":
		return l.LastYear
	}
	switch l.Kind {
	case "track", "term":
		return l.ValueText
	case "condition":
		return string(l.Status)
	}
	return l.Score.Confirmed.String()
}
