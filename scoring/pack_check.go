package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/text"
)

// What only shows when a pack is seen as a whole.

func (d *decoder) checkAcross(file *section) {
	d.checkWeights(file)
	d.checkFamilies()
	d.checkChosen()
	d.checkOneID()
	d.checkNotices()
}

// checkWeights: for each type the weights of the indicators sum to 100.
func (d *decoder) checkWeights(file *section) {
	if len(d.p.Indicators) == 0 {
		if v := file.got["indicator"]; v != nil {
			d.errs.add(v.at, "indicator", text.PackNoIndicators)
		}
		return
	}
	if d.root.lost {
		return
	}
	at := file.got["indicator"].at
	for _, t := range d.p.Types {
		sum, whole := new(big.Rat), true
		for i := range d.p.Indicators {
			w, ok := d.p.Indicators[i].Weight[t]
			if !ok {
				whole = false
				break
			}
			sum.Add(sum, w.Value)
		}
		if whole && sum.Cmp(hundred) != 0 {
			d.errs.add(at, "indicator", text.PackWeights.With(t, plainText(sum), d.sumInWords(t)))
		}
	}
}

// sumInWords shows what a sum of weights is made of: "30+10+20".
func (d *decoder) sumInWords(t string) string {
	parts := make([]string, 0, len(d.p.Indicators))
	for i := range d.p.Indicators {
		if i == 20 {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, d.p.Indicators[i].Weight[t].Text)
	}
	return strings.Join(parts, "+")
}

// plainText shows an exact figure without needless zeros.
func plainText(v *big.Rat) string {
	if v.IsInt() {
		return v.Num().String()
	}
	return strings.TrimRight(strings.TrimRight(v.FloatString(maxDecimals), "0"), ".")
}

// family is one of the four families of indicators that C10 asks for.
type family struct {
	name    text.Pair
	belongs func(m *Measure) bool
}

var families = []family{
	{text.Pair{ZH: "研发投入", EN: "R&D spending"}, func(m *Measure) bool { return m.of("rd") }},
	{text.Pair{ZH: "发明专利", EN: "invention patents"}, func(m *Measure) bool { return m.of("patent") }},
	{text.Pair{ZH: "重大项目", EN: "major projects"}, func(m *Measure) bool { return m.of("project") }},
	{text.Pair{ZH: "成果转化", EN: "conversion"}, func(m *Measure) bool { return m.of("conversion") }},
}

// of reports whether a measure, or one it is made of, takes the rows of a register or a fact of its family.
func (m *Measure) of(register string) (is bool) {
	m.each(func(part *Measure) {
		is = is || part.Register == register ||
			slices.ContainsFunc([]string{part.Fact, part.Num, part.Cur}, func(f string) bool { return strings.HasPrefix(f, register+".") })
	})
	return is
}

// checkFamilies: a pack that has clause C10 of the notice in its directory must have the four families of indicators it
// asks for. A pack that does not name the clause is not held to it.
func (d *decoder) checkFamilies() {
	i := slices.IndexFunc(d.p.Clauses, func(c Clause) bool { return c.ID == "C10" })
	if i < 0 || d.root.lost || len(d.p.Indicators) == 0 || d.measureLost() {
		return
	}
	for _, f := range families {
		has := func(in Indicator) (is bool) {
			in.measures(func(m *Measure) { is = is || f.belongs(m) })
			return is
		}
		if !slices.ContainsFunc(d.p.Indicators, has) {
			d.errs.add(d.src.starts[d.p.Clauses[i].Line-1], "clause.C10", text.PackFamily.With(f.name))
		}
	}
}

// measureLost: an indicator whose measure could not be read may be the one that is looked for.
func (d *decoder) measureLost() bool {
	return slices.ContainsFunc(d.p.Indicators, func(in Indicator) (lost bool) {
		in.measures(func(m *Measure) {
			lost = lost || m.Kind == "" || m.Fact+m.Num+m.Cur+m.Register == "" && m.Of == nil && m.Over == nil && m.Kind != MeasureChecklist
		})
		return lost
	})
}

// dataOnly are the clauses of the notice that ask for data or evidence and attach no points.
var dataOnly = []string{
	"C02", "C03", "C07", "C08", "C11", "C12", "C13", "C14", "C15", "C17", "C18", "C20", "C21", "C22", "C23", "C24", "C25", "C26",
	"C27", "C29", "C30", "C31", "C41", "C42",
}

// notice253 is the document whose clauses the numbers above are.
const notice253 = "包国资发〔2022〕253号"

// checkChosen: an indicator that rests only on clauses without points is the pack's own choice, and says so.
func (d *decoder) checkChosen() {
	if d.p.SourceDoc != notice253 {
		return
	}
	for i := range d.p.Indicators {
		in := &d.p.Indicators[i]
		if in.Chosen || len(in.Clauses) == 0 || in.ID == "" {
			continue
		}
		if !slices.ContainsFunc(in.Clauses, func(c string) bool { return !slices.Contains(dataOnly, c) }) {
			d.errs.add(d.src.starts[in.Line-1], "indicator."+in.ID, text.PackChosen.With(inARow(in.Clauses)))
		}
	}
}

// checkOneID: a line of the sheet is known by its id, whatever section it comes from.
func (d *decoder) checkOneID() {
	seen := map[string]string{"addback": "addback", "payroll_separate": "payroll_separate", "payroll_tilt": "payroll_tilt"}
	totals := append(slices.Clone(expectable), totalIDs[:]...)
	once := func(id, section string, line int) {
		if id == "" || line == 0 {
			return
		}
		if d.p.Schema > 1 && slices.Contains(totals, id) { // packs of schema 1 are read for ever
			d.errs.add(d.src.starts[line-1], section+"."+id, text.PackIDTotal.With(id))
		}
		if other := seen[id]; other != "" && other != section {
			d.errs.add(d.src.starts[line-1], section+"."+id, text.PackIDShared.With(id, other))
		}
		seen[id] = section
	}
	for _, k := range kinds {
		section := k.heading().key
		k.named(d.p, func(id, _ string, line int) { once(id, section, line) })
	}
}

// notice notes what is worth a look.
func (d *decoder) notice(at int, path string, say text.Pair) {
	if len(d.p.Notices) < maxPackErrors {
		d.p.Notices = append(d.p.Notices, PackError{Position: d.src.at(at), Path: legible(path), Say: say})
	}
}

// checkNotices compares the pack with what the notice says where a regulator may still decide otherwise.
func (d *decoder) checkNotices() {
	d.noticeRatios()
	if d.p.SourceDoc != notice253 {
		return
	}
	now, before := d.p.InnovationWeight, d.p.InnovationWeightPrev
	if now.Value != nil && before.Value != nil && now.Value.Cmp(before.Value) <= 0 {
		d.notice(d.src.starts[now.Line-1], now.Path, text.PackWeightNotRaised.With(now.Text, before.Text))
	}
	for i := range d.p.Deemed {
		if x := &d.p.Deemed[i]; x.Register == "platform" && slices.Contains(x.Levels, "市级") {
			d.notice(d.src.starts[x.Line-1], "deemed."+x.ID+".levels", text.PackLevelBeyond.With("C35"))
		}
	}
	if s := d.p.Separate; s != nil && slices.Contains(s.Levels, "市级") {
		d.notice(d.src.starts[s.Line-1], "payroll_separate.levels", text.PackLevelBeyond.With("C37"))
	}
}

// isMoneyFact reports whether a fact of the catalogue is an amount.
func isMoneyFact(id string) bool {
	f, ok := FactByID(id)
	return ok && f.IsMoney()
}

// noticeRatios looks for a forgotten percent sign: 1.8 as the target of a ratio of two amounts of money is 180%, and hardly meant.
func (d *decoder) noticeRatios() {
	for i := range d.p.Indicators {
		in := &d.p.Indicators[i]
		t := in.Target
		if t.Value == nil || strings.HasSuffix(t.Text, "%") || t.Value.Cmp(big.NewRat(1, 1)) < 0 {
			continue
		}
		if in.Measure.Kind == MeasureGrowth || in.Measure.Kind == MeasureRatio && isMoneyFact(in.Measure.Num) && isMoneyFact(in.Measure.Den) {
			d.notice(d.src.starts[t.Line-1], t.Path, text.PackLargeRatio.With(t.Text, plainText(new(big.Rat).Mul(t.Value, hundred))))
		}
	}
}
