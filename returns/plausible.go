package returns

import (
	"math/big"
	"math/bits"
	"unicode"

	"yice/form"
	"yice/text"
)

// The labour cost of a person-month is plausible between these, 分.
const (
	labourLeast = 2_200_00
	labourMost  = 50_000_00
)

// plausibility gives the findings that ask for a reason and nothing else.
func plausibility(s *source) []form.Finding {
	found := append(labourCost(s), nothingToShow(s)...)
	return append(found, oldProjects(s)...)
}

// labourCost compares 107-2(8) with the person-months of all projects.
func labourCost(s *source) []form.Finding {
	cost := s.figures[8]
	var tenths int64
	for i := range s.projects {
		tenths += s.projects[i].PersonMonths.Exact
	}
	if !cost.Known || cost.Exact <= 0 || tenths <= 0 {
		return nil
	}
	a := perMonth(cost.Exact, tenths)
	if a.Cmp(big.NewRat(labourLeast, 1)) >= 0 && a.Cmp(big.NewRat(labourMost, 1)) <= 0 {
		return nil
	}
	say := text.ReturnsLabour.With(shown(form.Thousand, cost.Exact), scaled(tenths, 1), form.Grouped(new(big.Rat).Quo(a, big.NewRat(100, 1)).FloatString(0)))
	return []form.Finding{yearFinding(s, "107.labour-per-month", "project", "person_months", say)}
}

// perMonth is what a person-month cost, 分; the product may be beyond what 64 bits hold.
func perMonth(fen, tenths int64) *big.Rat {
	r := new(big.Rat).SetFrac64(fen, tenths)
	return r.Mul(r, big.NewRat(10, 1))
}

// nothingToShow: R&D without an institution, and R&D without a patent or a paper.
func nothingToShow(s *source) []form.Finding {
	spent := s.figures[7]
	if !spent.Known || spent.Exact <= 0 {
		return nil
	}
	var found []form.Finding
	if f := s.figures[22]; f.Known && f.Exact == 0 {
		found = append(found, yearFinding(s, "107-2.no-institution", "annual", "institutions", text.ReturnsNoInstitution.With(shown(form.Thousand, spent.Exact))))
	}
	applied, inForce, papers := s.figures[29], s.figures[32], s.figures[40]
	if papers.Known && papers.Exact == 0 && applied.Exact == 0 && inForce.Exact == 0 {
		found = append(found, yearFinding(s, "107-2.no-output", "annual", "papers", text.ReturnsNoOutput.With(shown(form.Thousand, spent.Exact))))
	}
	return found
}

// title is a project's name made ready for comparing: letters, digits and Chinese characters only.
type title struct {
	record *form.Record
	runes  []rune
	// seen has a bit for every character, folded to 64: two names that differ in many bits differ in many characters.
	seen uint64
}

func titleOf(r *form.Record) title {
	t := title{record: r}
	for _, c := range r.Str("name") {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			continue
		}
		c = unicode.ToLower(c)
		t.runes = append(t.runes, c)
		t.seen |= 1 << (uint32(c) * 2654435761 >> 26)
	}
	return t
}

// oldProjects finds new projects whose name is more than 80% that of an earlier year's project with another code.
func oldProjects(s *source) []form.Finding {
	if len(s.in.Earlier) == 0 {
		return nil
	}
	codes := map[string]bool{}
	earlier := make([]title, 0, len(s.in.Earlier))
	for _, r := range ordered(s.in.Earlier) {
		codes[r.Key()] = true
		earlier = append(earlier, titleOf(r))
	}
	var found []form.Finding
	for i := range s.projects {
		r := s.projects[i].Record
		if codes[r.Key()] {
			continue // the same project, carried over
		}
		t := titleOf(r)
		for j := range earlier {
			if similar(&t, &earlier[j]) {
				say := text.ReturnsOldProject.With(r.Str("name"), naming(earlier[j].record), earlier[j].record.Str("name"))
				found = append(found, projectFinding(r, "project.old-name", "name", [2]string{"project", "name"}, say))
				break
			}
		}
	}
	return found
}

// similar reports whether two names are more than 80% alike: fewer edits than a fifth of the longer one.
func similar(a, b *title) bool {
	longer := max(len(a.runes), len(b.runes))
	if longer == 0 {
		return false
	}
	most := (longer - 1) / 5 // edits < longer/5
	if abs(len(a.runes)-len(b.runes)) > most {
		return false
	}
	if bits.OnesCount64(a.seen&^b.seen) > most || bits.OnesCount64(b.seen&^a.seen) > most {
		return false
	}
	return edits(a.runes, b.runes) <= most
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// edits counts the insertions, removals and replacements that make a into b.
func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
