package registry

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"yice/filing/targets"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// Member is a line of the roster: an enterprise that must hand in.
type Member struct {
	USCC, Name, Type, Tier, Parent string
	From, To, Due                  string // days; "" where nothing bounds it
}

// Target is what an enterprise declared for a line, and what was approved.
type Target struct {
	USCC, Line                          string
	Year                                int
	Declared, Approved, Basis, Document string
}

// Changed counts what a table did.
type Changed struct {
	Added, Changed, Same int
	// Left are columns of the table that say nothing here; Moved are enterprises whose score the targets moved.
	Left  []string
	Moved []ScoreChange
}

// Roster takes a roster in: those who are new are added, those who are there are changed. A line that cannot be right refuses
// the whole file, so that nobody is missing without being missed.
func (r *Registry) Roster(ctx context.Context, path string) (c Changed, err error) {
	members, err := readRoster(path)
	if err != nil {
		return c, err
	}
	year, err := r.Newest(ctx)
	if err == nil {
		err = r.open(ctx, year.Year)
	}
	if err != nil {
		return c, err
	}
	have, err := r.members(ctx)
	if err != nil {
		return c, err
	}
	err = r.write(ctx, func(t *tx) error {
		for _, m := range members {
			switch was, known := have[m.USCC]; {
			case known && was == m:
				c.Same++
				continue
			case known:
				c.Changed++
			default:
				c.Added++
			}
			if err := t.put(ctx, "roster", shown(path), "roster", m.USCC, m.Name, m.Type, m.Tier, m.Parent, m.From, m.To, m.Due); err != nil {
				return err
			}
		}
		return nil
	})
	return c, err
}

// members gives the roster by code.
func (r *Registry) members(ctx context.Context) (map[string]Member, error) {
	all := make(map[string]Member)
	err := r.s.each(ctx, "SELECT uscc, name, type, tier, parent, member_from, member_to, due FROM roster", nil, func(scan func(...any) error) error {
		var m Member
		texts := []*string{&m.USCC, &m.Name, &m.Type, &m.Tier, &m.Parent, &m.From, &m.To, &m.Due}
		if err := scanTexts(scan, texts); err != nil {
			return err
		}
		all[m.USCC] = m
		return nil
	})
	return all, cannotUse(err)
}

// of reports whether a member was one in a year.
func (m Member) of(year int) bool {
	y := strconv.Itoa(year)
	return (m.From == "" || m.From <= y+"-12-31") && (m.To == "" || m.To >= y+"-01-01")
}

func readRoster(path string) ([]Member, error) {
	rows, err := readTable(path, []string{"uscc", "name", "type", "tier", "parent", "from", "to", "due"}, 2)
	if err != nil {
		return nil, err
	}
	card := form.ByID("enterprise")
	at := make(map[string]int)
	var all []Member
	for _, row := range rows {
		wrong := func(column string, say text.Pair) error {
			return fault("registry.roster", text.Findings, text.RegistryTableRow.With(shown(path), row.Number, column, say))
		}
		c := row.Cells
		m := Member{USCC: strings.ToUpper(c[0]), Name: c[1], Type: c[2], Tier: c[3], Parent: strings.ToUpper(c[4])}
		if before, twice := at[m.USCC]; twice {
			return nil, wrong("uscc", text.RegistryRosterTwice.With(text.Harmless(m.USCC), before))
		}
		if !form.ValidUSCC(m.USCC) {
			return nil, wrong("uscc", text.FilingRecogniseCode.With(text.Harmless(c[0])))
		}
		if m.Parent != "" && !form.ValidUSCC(m.Parent) {
			return nil, wrong("parent", text.FilingRecogniseCode.With(text.Harmless(c[4])))
		}
		if m.Parent == m.USCC {
			return nil, wrong("parent", text.RegistryRosterOwn)
		}
		if m.Name == "" {
			return nil, wrong("name", text.RegistryRosterNameless)
		}
		if m.Type != "" {
			v, err := card.Field("type").Parse(m.Type, form.Yuan)
			if err != nil {
				return nil, wrong("type", sayOfParse(err))
			}
			m.Type = v.Str()
		}
		for i, day := range []*string{&m.From, &m.To, &m.Due} {
			if *day = c[5+i]; *day != "" && !isDay(*day) {
				return nil, wrong([]string{"from", "to", "due"}[i], text.RegistryBadDay.With(text.Harmless(*day)))
			}
		}
		if m.From != "" && m.To != "" && m.To < m.From {
			return nil, wrong("to", text.RegistryDaysCrossed.With(m.To, m.From))
		}
		at[m.USCC] = row.Number
		all = append(all, m)
	}
	if len(all) == 0 {
		return nil, fault("registry.empty", text.Findings, text.RegistryTableEmpty.With(shown(path)))
	}
	return all, nil
}

func sayOfParse(err error) text.Pair {
	var p *form.ParseError
	if errors.As(err, &p) {
		return p.Say
	}
	return sayOf(err)
}

func isDay(s string) bool {
	t, err := time.Parse("2006-01-02", s)
	return err == nil && t.Year() >= 1990 && t.Year() <= 2999
}

// Targets takes a table of targets in: a line for an enterprise, a year and a line of the pack.
func (r *Registry) Targets(ctx context.Context, path string) (c Changed, err error) {
	year, err := r.Newest(ctx)
	if err == nil {
		err = r.open(ctx, year.Year)
	}
	if err != nil {
		return c, err
	}
	measures, err := r.measures(ctx)
	if err != nil {
		return c, err
	}
	members, err := r.members(ctx)
	if err != nil {
		return c, err
	}
	all, left, err := readTargets(path, year.Year, measures[year.Year].Pack, members)
	if err != nil {
		return c, err
	}
	c.Left = left
	touched := make(map[string]bool)
	err = r.write(ctx, func(t *tx) error {
		for _, g := range all {
			var was Target
			err := t.row(ctx, "SELECT declared, approved, basis, document FROM target WHERE uscc = ? AND year = ? AND line = ?",
				given{g.USCC, int64(g.Year), g.Line}, &was.Declared, &was.Approved, &was.Basis, &was.Document)
			switch {
			case err != nil:
				c.Added++
			case was.Declared == g.Declared && was.Approved == g.Approved && was.Basis == g.Basis && was.Document == g.Document:
				c.Same++
				continue
			default:
				c.Changed++
			}
			touched[g.USCC] = true
			if err := t.put(ctx, "target", shown(path), "target", g.USCC, int64(g.Year), g.Line, g.Declared, g.Approved, g.Basis, g.Document); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || len(touched) == 0 {
		return c, err
	}
	// What was handed in before is measured by them too.
	a, err := r.prepare(ctx, "")
	if err != nil {
		return c, err
	}
	again := &Decided{}
	err = r.measureAgain(ctx, a, slices.Sorted(maps.Keys(touched)), map[int]bool{year.Year: true}, again)
	c.Moved = again.Changes
	return c, err
}

// readTargets reads a table of targets of the year's pack. A quarter's target is a line of its own.
func readTargets(path string, year int, pack *scoring.Pack, members map[string]Member) (all []Target, left []string, err error) {
	read, err := targets.Read(path, pack, false)
	if err != nil {
		return nil, nil, err
	}
	for i := range read.Rows {
		row := &read.Rows[i]
		if _, known := members[row.USCC]; !known {
			return nil, nil, fault("registry.target", text.Findings, targets.At(shown(path), row.Number, 0, text.RegistryStranger.With(row.USCC)))
		}
		g := Target{USCC: row.USCC, Line: row.Indicator, Year: year, Declared: row.Declared, Approved: row.Value, Basis: row.Basis, Document: row.Document}
		all = append(all, g)
		for q, v := range row.Quarters {
			if v != "" {
				g.Line, g.Declared, g.Approved = row.Indicator+quarterLines[q], "", v
				all = append(all, g)
			}
		}
	}
	return all, read.Left, nil
}

var quarterLines = [3]string{".q1", ".q2", ".q3"}

// approved gives the targets of a year that were approved, by enterprise; nil where none was.
func (r *Registry) approved(ctx context.Context, year int, pack *scoring.Pack) (all map[string][]scoring.OwnTarget, err error) {
	lines := make(map[string]bool)
	for _, l := range pack.TargetLines() {
		lines[l.ID] = true
	}
	quarters := make(map[string]string)
	err = r.s.each(ctx, "SELECT uscc, line, declared, approved, basis, document FROM target WHERE year = ? ORDER BY uscc, line", []any{int64(year)}, func(scan func(...any) error) error {
		var g Target
		if err := scanTexts(scan, []*string{&g.USCC, &g.Line, &g.Declared, &g.Approved, &g.Basis, &g.Document}); err != nil || g.Approved == "" {
			return err
		}
		if id, q, is := strings.Cut(g.Line, "."); is {
			quarters[g.USCC+" "+id+" "+q] = g.Approved
			return nil
		}
		if !lines[g.Line] { // of an edition that took any line
			return nil
		}
		if all == nil {
			all = make(map[string][]scoring.OwnTarget)
		}
		all[g.USCC] = append(all[g.USCC], scoring.OwnTarget{Indicator: g.Line, Value: g.Approved, Declared: g.Declared, Basis: g.Basis, Document: g.Document})
		return nil
	})
	for uscc, own := range all {
		for i := range own {
			for q, suffix := range quarterLines {
				own[i].Quarters[q] = quarters[uscc+" "+own[i].Indicator+" "+suffix[1:]]
			}
		}
	}
	return all, cannotUse(err)
}

// readTable reads a table whose head names the columns by their ids; the first needed of them must be there.
func readTable(path string, ids []string, needed int) ([]targets.TableRow, error) {
	columns := make([]targets.Column, len(ids))
	for i, id := range ids {
		columns[i] = targets.Column{ID: id, Must: i < needed}
	}
	t, err := targets.ReadTable(path, columns)
	if err != nil {
		return nil, err
	}
	return t.Rows, nil
}
