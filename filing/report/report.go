// Package report draws what people print and sign: the year's workbook, in the layout of the statutory returns, and the
// self-assessment as one page of HTML. Both show the same [Material], taken from a session at one moment.
//
// It computes nothing: figures come from scoring and returns, already rounded, and are only put in their place. What it
// writes depends on the data and the language alone (no clock, no random numbers, no order of a map), because a print is
// part of the submission and sealing the same data twice must give the same file. Whatever people typed is data: it is
// escaped in HTML and stays a text in a spreadsheet, whatever it begins with.
//
// Start with [Gather], or [Verified] for what was handed in, then [Material.Workbook] in workbook.go and [Material.HTML] in html.go.
package report

import (
	"context"
	"math/big"
	"strings"

	"yice/entry"
	"yice/filing/submission"
	"yice/form"
	"yice/returns"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// Material is everything the prints of one enterprise and year show. It is never changed once it is gathered.
type Material struct {
	USCC, Name, Type string
	Year             int
	Card             *form.Record // nil: none
	Sheet            *scoring.Sheet
	PackNote         text.Pair // why this pack is in force, or why there is none (then Sheet is nil)
	Facts            *scoring.Facts
	Returns          *returns.Inputs
	Findings         []form.Finding
	SignOffs         []entry.SignOff
	Steps            []scoring.Step
	Outlook          *scoring.Outlook // nil: no pack
	Years            []YearSpend      // oldest first, this year last
	// Must, Verify and Explained count every finding, also of ledger lines that Findings does not list.
	Must, Verify, Explained int

	// verdict is what the data was found to be, where it comes from a submission; nil: from a desk.
	verdict *submission.Verdict

	// paper: a return by itself, whose figures hang on no pack.
	paper bool

	forms     *form.Dictionary
	registers map[string][]*form.Record
	ledger    func(ctx context.Context, visit func(*form.Record) error) error
	settings  map[string]scoring.Setting // of the pack, by path
}

// YearSpend is the R&D of a year, 分.
type YearSpend struct {
	Year                  int
	Expensed, Capitalised int64
	Untreated             int64 // of lines without a treatment
	Government            int64 // of all of them
}

// Total is every line of the year, whatever its treatment.
func (y YearSpend) Total() int64 { return y.Expensed + y.Capitalised + y.Untreated }

// Gather takes the material from a session. It reads the two years before from the workspace; the ledger's lines are
// read later, where they are printed.
func Gather(s *entry.Session) (*Material, error) {
	m := &Material{
		Year: s.Year(), Sheet: s.Sheet(), PackNote: s.PackNote(), Facts: s.Facts(), Returns: s.Returns(), Findings: s.Findings(),
		Steps: s.NextSteps(), Outlook: s.Outlook(), registers: make(map[string][]*form.Record), settings: make(map[string]scoring.Setting),
	}
	m.USCC, m.Name, m.Type = s.Enterprise()
	m.Must, m.Verify, m.Explained = s.Counts()
	m.forms = s.Forms()
	for _, f := range m.forms.All() {
		if f.Scope == form.Ledger {
			m.ledger = func(ctx context.Context, visit func(*form.Record) error) error {
				return s.Workspace().Scan(ctx, s.Book(), f, visit)
			}
			continue
		}
		m.registers[f.ID] = s.Records(f)
	}
	if cards := m.registers["enterprise"]; len(cards) > 0 {
		m.Card = cards[0]
	}
	if p := s.Pack(); p != nil {
		for _, set := range p.Settings() {
			m.settings[set.Path] = set
		}
	}
	var err error
	if m.SignOffs, err = s.SignOffs(); err != nil {
		return nil, err
	}
	m.Years, err = yearsOf(s)
	return m, err
}

// yearsOf gives the R&D of up to three years, as far as the workspace knows them.
func yearsOf(s *entry.Session) ([]YearSpend, error) {
	var years []YearSpend
	facts := s.Facts()
	if old, ok, err := readYear(s.Workspace(), s.Book().USCC, s.Year()-2); err != nil {
		return nil, err
	} else if ok {
		years = append(years, old)
	}
	if p := facts.Prev; p != nil {
		years = append(years, spendOf(facts.Year-1, p))
	}
	return append(years, spendOf(facts.Year, &facts.Ledger)), nil
}

func spendOf(year int, rd *scoring.RD) YearSpend {
	return YearSpend{
		Year: year, Expensed: rd.Expensed, Capitalised: rd.Capitalised, Untreated: rd.Untreated.Amount,
		Government: rd.Government(),
	}
}

// readYear reads an earlier year as the year before is read: its summary where there is one, else its ledger.
func readYear(w *store.Workspace, uscc string, year int) (y YearSpend, ok bool, err error) {
	book, there, err := w.FindBook(uscc, year)
	if err != nil || !there {
		return y, false, err
	}
	y.Year = year
	rows, err := w.Records(book, form.ByID("rd_summary"))
	if err != nil {
		return y, false, err
	}
	if len(rows) > 0 {
		r := rows[0]
		y.Expensed, y.Capitalised = r.Num("expensed"), r.Num("capitalised")
		y.Government = form.Plus(r.Num("expensed_government"), r.Num("capitalised_government"))
		return y, true, nil
	}
	cube, err := w.Cube(book)
	if err != nil || len(cube.Cells) == 0 {
		return y, false, err
	}
	for i := range cube.Cells {
		c := &cube.Cells[i]
		switch {
		case c.Outside:
			continue
		case c.Treatment == "费用化":
			y.Expensed = form.Plus(y.Expensed, c.Amount)
		case c.Treatment == "资本化":
			y.Capitalised = form.Plus(y.Capitalised, c.Amount)
		default:
			y.Untreated = form.Plus(y.Untreated, c.Amount)
		}
		if c.Source == "政府部门" {
			y.Government = form.Plus(y.Government, c.Amount)
		}
	}
	return y, true, nil
}

// ---- what stands on every print ----

// Marks are what a reader must not miss: that the result is simulated, that the enterprise is made up.
func (m *Material) Marks() []text.Pair {
	var marks []text.Pair
	switch {
	case m.paper:
	case m.Sheet == nil:
		marks = append(marks, text.ReportMarkNoPack)
	case !m.official():
		marks = append(marks, m.simulatedMark())
	}
	if strings.Contains(m.Name, "虚构") {
		marks = append(marks, text.ReportMarkMadeUp)
	}
	return marks
}

// signer is who signs in a role: who has confirmed the data as they are, else who stands on the card; when is empty
// where nobody has.
func (m *Material) signer(role entry.Role) (name, when string) {
	for _, o := range m.SignOffs {
		if o.Role == role && o.Standing {
			return o.Name, o.Date
		}
	}
	if m.Card == nil {
		return "", ""
	}
	return m.Card.Str(cardField[role]), ""
}

var cardField = map[entry.Role]string{entry.UnitHead: "unit_head", entry.StatisticsHead: "statistics_head", entry.Preparer: "prepared_by"}

// card gives a text of the enterprise's card as people read it.
func (m *Material) card(field string, l text.Lang) string {
	if m.Card == nil {
		return ""
	}
	return m.Card.Form.Field(field).Display(m.Card.Get(field), form.NoUnit, l)
}

// typeTitle is the type of the enterprise as people read it.
func (m *Material) typeTitle() text.Pair {
	return form.ByID("enterprise").Field("type").CodeTitle(m.Type)
}

// place says where a finding stands: form, row and field.
func (m *Material) place(f *form.Finding) text.Pair {
	in := m.forms.ByID(f.Form)
	if in == nil {
		return text.Same(f.Key)
	}
	said := in.Title
	if f.Key != "" {
		said = text.ReportPlace.With(said, form.KeyTitle(f.Form, form.Printable(f.Key, 60)))
	}
	if field := in.Field(f.Field); field != nil {
		said = text.ReportPlace.With(said, field.Title)
	}
	return said
}

// assumption is one assumed parameter in words.
type assumption struct {
	of, name text.Pair
	value    string
	path     string
	line     int
	standing scoring.Standing
}

// assumptions lists what the pack assumes for this enterprise, in the order of the pack.
func (m *Material) assumptions(l text.Lang) []assumption {
	if m.Sheet == nil {
		return nil
	}
	var all []assumption
	for _, p := range m.Sheet.Assumed() {
		a := assumption{of: text.Same(""), name: text.Same("—"), value: p.Text, path: p.Path, line: p.Line, standing: m.Sheet.Standing(&p)}
		if set, ok := m.settings[p.Path]; ok {
			a.of, a.name = set.Of, set.Name
		} else if of, name, ok := m.partTitle(p.Path); ok {
			a.of, a.name = of, name
		}
		switch a.value {
		case "true":
			a.value = text.ReportYes.In(l)
		case "false":
			a.value = text.ReportNo.In(l)
		}
		all = append(all, a)
	}
	return all
}

// partTitle names a number that the pack's settings tell as part of a sentence: a rung of a ladder, the ends of a scale,
// the due date of a milestone.
func (m *Material) partTitle(path string) (of, name text.Pair, ok bool) {
	parts := strings.Split(path, ".")
	last := parts[len(parts)-1]
	if parts[0] == "enterprise" && last == "due" {
		return m.Sheet.Pack.Say(m.Name), text.ReportDue, true
	}
	if len(parts) < 4 || parts[2] != "scale" {
		return of, name, false
	}
	if line := m.Sheet.Line(parts[1]); line != nil {
		of = line.Title()
	}
	switch last {
	case "cap":
		name = text.ScoreParamCap
	case "floor":
		name = text.ScoreParamFloor
	case "base":
		name = text.ScoreParamBase
	case "at":
		name = text.ScoreParamRungAt.With(parts[len(parts)-2])
	case "above":
		name = text.ScoreParamRungAbove.With(parts[len(parts)-2])
	case "give":
		name = text.ScoreParamRungGive.With(parts[len(parts)-2])
	}
	return of, name, !name.Empty()
}

// progress is how much of the way to full marks a line has gone, in hundredths of a percent and at most 10,000; ok is
// false where there is no figure or no way to measure it.
func progress(line *scoring.Line) (n int64, ok bool) {
	const full = 10_000
	switch {
	case line.Status == scoring.Reached:
		return full, true
	case line.Value == nil || line.Status == scoring.NoData || line.Status == scoring.NotDefined || line.Status == scoring.NotComparable:
		return 0, false
	case line.GapRat == nil || line.Value.Sign() <= 0:
		return 0, line.GapRat != nil
	}
	done, whole := line.Way(line.Value)
	if whole.Sign() <= 0 {
		return 0, false
	}
	part := new(big.Rat).Quo(done, whole)
	part.Mul(part, big.NewRat(full, 1))
	part.Add(part, big.NewRat(1, 2))
	return min(new(big.Int).Quo(part.Num(), part.Denom()).Int64(), full-1), true // not there is not there, however near
}

// readings are the eight readings of the add-back in their order.
var readings = []string{
	"A/expensed/exclude", "A/expensed/include", "A/total/exclude", "A/total/include",
	"B/expensed/exclude", "B/expensed/include", "B/total/exclude", "B/total/include",
}

var readingWords = map[string]text.Pair{
	"A": text.ReportReadingA, "B": text.ReportReadingB, "expensed": text.ReportReadingExpensed, "total": text.ReportReadingTotal,
	"exclude": text.ReportReadingExclude, "include": text.ReportReadingInclude,
}

// reading says one of the readings in words.
func reading(name string) text.Pair {
	parts := strings.Split(name, "/")
	return text.ReportReading.With(readingWords[parts[0]], readingWords[parts[1]], readingWords[parts[2]])
}

// chosenReading is the one the pack chose, "" where it has no add-back.
func (m *Material) chosenReading() string {
	if m.Sheet == nil || m.Sheet.Pack.Addback == nil {
		return ""
	}
	a := m.Sheet.Pack.Addback
	return a.Reading + "/" + a.Basis + "/" + a.GovernmentFund
}
