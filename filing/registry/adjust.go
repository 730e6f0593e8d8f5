package registry

import (
	"context"
	"math/big"
	"strconv"
	"strings"

	"yice/filing/registry/spelling"
	"yice/scoring"
	"yice/text"
)

// Adjustment is points that somebody gave or took, and on what basis. It stands beside what was measured, never in it.
type Adjustment struct {
	ID, USCC, Period string
	Year             int
	Line, Kind       string // "indicator" or "bonus"
	Points           string // "-2.50"
	Who, Basis       string
	When             stamp
}

func (a Adjustment) rat() *big.Rat {
	q, _ := new(big.Rat).SetString(a.Points)
	return q
}

// longestReason bounds what is written as a basis or a reason, in characters; shortestReason is what says something.
const (
	longestReason  = 2000
	shortestReason = 2
)

// reasoned asks for a reason that says something.
func reasoned(s string) (string, error) {
	s = strings.TrimSpace(text.Harmless(s))
	if n := len([]rune(s)); n < shortestReason || n > longestReason {
		return "", fault("registry.reason", text.Usage, text.RegistryReason.With(shortestReason, longestReason))
	}
	return s, nil
}

// linesOf gives the lines of a pack that may be adjusted, with their kind.
func linesOf(p *scoring.Pack) map[string]string {
	all := make(map[string]string)
	sheet := scoring.Evaluate(p, &scoring.Facts{Year: p.Year})
	for _, id := range sheet.LineIDs() {
		all[id] = sheet.Line(id).Kind
	}
	return all
}

// titlesOf gives what the lines of a pack are called.
func titlesOf(p *scoring.Pack) map[string]string {
	all := make(map[string]string)
	sheet := scoring.Evaluate(p, &scoring.Facts{Year: p.Year})
	for _, id := range sheet.LineIDs() {
		all[id] = sheet.Line(id).Name
	}
	return all
}

// ParsePoints reads points that are given or taken.
func ParsePoints(typed string) (given scoring.Dec, err error) {
	given, ok := spelling.Dec(strings.TrimPrefix(typed, "+"))
	if !ok || given.Places > 4 || given.Units == 0 || given.Rat().Cmp(big.NewRat(1000, 1)) > 0 || given.Rat().Cmp(big.NewRat(-1000, 1)) < 0 {
		return given, fault("registry.points", text.Usage, text.RegistryPoints.With(text.Harmless(typed)))
	}
	return given, nil
}

// Adjust gives points to a line of an enterprise's current submission of the newest year, or takes them.
func (r *Registry) Adjust(ctx context.Context, uscc, line, points, basis string) (a Adjustment, err error) {
	year, err := r.Newest(ctx)
	if err != nil {
		return a, err
	}
	if basis, err = reasoned(basis); err != nil {
		return a, err
	}
	given, err := ParsePoints(points)
	if err != nil {
		return a, err
	}
	packs, err := r.packsRead(ctx)
	if err != nil {
		return a, err
	}
	kind := linesOf(packs[year.Year])[line]
	if kind != "indicator" && kind != "bonus" {
		return a, fault("registry.line", text.Usage, text.RegistryNoLine.With(text.Harmless(line)))
	}
	h, err := r.one(ctx, uscc, strconv.Itoa(year.Year))
	if err != nil {
		return a, err
	}
	err = r.write(ctx, func(t *tx) error {
		if err := r.open(ctx, year.Year); err != nil {
			return err
		}
		a = Adjustment{
			ID: "T" + strconv.FormatInt(t.seq+1, 10), USCC: h.USCC, Year: h.Year, Period: h.Period, Line: line, Kind: kind, Points: given.String(),
			Who: t.who, When: stamp(t.at), Basis: basis,
		}
		return t.put(ctx, "adjust", basis, "adjustment", a.ID, a.USCC, int64(a.Year), a.Period, a.Line, a.Kind, a.Points, a.Points, a.Who, string(a.When), a.Basis)
	})
	return a, err
}

// adjustments gives all of them by enterprise and period.
func (r *Registry) adjustments(ctx context.Context) (map[string][]Adjustment, error) {
	all := make(map[string][]Adjustment)
	query := `SELECT id, uscc, year, period, line, kind, points_text, who, "when", basis FROM adjustment ORDER BY "when", id`
	err := r.s.each(ctx, query, nil, func(scan func(...any) error) error {
		var a Adjustment
		if err := scan(&a.ID, &a.USCC, &a.Year, &a.Period, &a.Line, &a.Kind, &a.Points, &a.Who, &a.When, &a.Basis); err != nil {
			return err
		}
		if _, ok := spelling.Dec(a.Points); !ok {
			return fault("registry.row", text.Findings, text.RegistryRowEdited.With("adjustment "+text.Harmless(a.ID)))
		}
		all[a.USCC+" "+a.Period] = append(all[a.USCC+" "+a.Period], a)
		return nil
	})
	return all, cannotUse(err)
}

// one gives the submission that counts of an enterprise and period.
func (r *Registry) one(ctx context.Context, uscc, period string) (*held, error) {
	uscc = strings.ToUpper(strings.TrimSpace(uscc))
	all, err := r.submissions(ctx, scope{uscc: uscc, period: period})
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, fault("registry.none", text.Usage, text.RegistryNone.With(text.Harmless(uscc), period))
	}
	return ends(all)[0], nil
}

// adjustedLines gives the score of each line that was adjusted, with its points.
func adjustedLines(c *Case) map[string]string {
	sums := make(map[string]*big.Rat)
	places := make(map[string]int)
	for _, l := range c.Lines {
		if d, ok := spelling.Dec(l.Confirmed); ok {
			sums[l.ID], places[l.ID] = d.Rat(), int(d.Places)
		}
	}
	all := make(map[string]string)
	for _, a := range c.Adjustments {
		if sums[a.Line] == nil {
			sums[a.Line] = new(big.Rat)
		}
		sums[a.Line].Add(sums[a.Line], a.rat())
		if d, ok := spelling.Dec(a.Points); ok {
			places[a.Line] = max(places[a.Line], int(d.Places))
		}
		all[a.Line] = sums[a.Line].FloatString(places[a.Line])
	}
	return all
}
