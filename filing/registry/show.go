package registry

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"yice/filing/submission"
	"yice/scoring"
	"yice/text"
)

// Case is all that the registry has of an enterprise: what it says, what was confirmed and adjusted, every line to its rows, and
// its years.
type Case struct {
	Member
	Period      string // of what is shown
	Ranked      *Ranked
	State       string // 未报, 迟报, 无效; "" where it handed in as it should
	Digest      string
	Lines       []Line
	Findings    []Finding
	Targets     []Target
	Adjustments []Adjustment
	Replaced    []Sealing // of the same period, which do not count
	Years       []YearLine
	Returned    []Returned
	HandedOn    []Handed // by which groups the submission that is shown was handed on

	pack *scoring.Pack // of the year that is shown
}

// Line is a line of the sheet. Figures are decimal texts, "" where there is none.
type Line struct {
	ID, Kind, Title                    string
	Says                               text.Pair // the title in both languages
	Self, Confirmed, Pending, Unfilled string
	Value, Target, Status, Gap         string
	Exact                              string // of the score before rounding, a fraction
	Used                               []Used
}

// Used is a row that counted for a line, or did not.
type Used struct {
	Form, Key, Title string
	Counted, Why     text.Pair
	Row              int64
	Pending          bool
}

// Finding is one that travelled along, with the reason that was written.
type Finding struct {
	Check, Severity, Form, Field, Reason string
	Message                              text.Pair
	Row                                  int64
}

// Sealing is a submission that another took the place of.
type Sealing struct{ Serial, SealedAt, Digest, By string }

// YearLine is what an enterprise came to in a year or quarter.
type YearLine struct {
	Period, Serial  string
	Self, Confirmed *submission.ResultJSON
	Adjusted, Grade string
}

// Returned is a file that was not taken.
type Returned struct {
	File, Code string
	Message    text.Pair
	At         stamp
}

// Show gives the case of an enterprise; of the newest year, or as asked.
func (r *Registry) Show(ctx context.Context, uscc, period string) (*Case, error) {
	period, err := r.period(ctx, period)
	if err != nil {
		return nil, err
	}
	uscc = strings.ToUpper(strings.TrimSpace(uscc))
	members, err := r.members(ctx)
	if err != nil {
		return nil, err
	}
	m, member := members[uscc]
	all, err := r.submissions(ctx, scope{uscc: uscc})
	if err != nil {
		return nil, err
	}
	if !member && len(all) == 0 {
		return nil, fault("registry.none", text.Usage, text.RegistryNone.With(text.Harmless(uscc), period))
	}
	m.USCC = uscc
	c := &Case{Member: m, Period: period}
	if err := r.years(ctx, c, all); err != nil {
		return nil, err
	}
	if err := r.returnedOf(ctx, c); err != nil {
		return nil, err
	}
	p, _ := submission.ParsePeriod(period)
	if c.Targets, err = r.targetsOf(ctx, uscc, p.Year); err != nil {
		return nil, err
	}
	if c.Ranked == nil {
		c.State = stateNone
		if len(c.Returned) > 0 {
			c.State = stateVoid
		}
		return c, nil
	}
	if c.Ranked.Late {
		c.State = stateLate
	}
	handed, err := r.handedOn(ctx, scope{uscc: uscc, period: period})
	if err != nil {
		return nil, err
	}
	for _, h := range handed {
		if h.Digest == c.Digest {
			c.HandedOn = append(c.HandedOn, h)
		}
	}
	return c, r.lines(ctx, c)
}

// years gives a line to each period, and finds the one that is shown.
func (r *Registry) years(ctx context.Context, c *Case, all []*held) error {
	adjustments, err := r.adjustments(ctx)
	if err != nil {
		return err
	}
	packs, err := r.packsRead(ctx)
	if err != nil {
		return err
	}
	for _, h := range ends(all) {
		row := h.ranked(c.Member, adjustments[h.USCC+" "+h.Period])
		row.Grade = gradeOf(packs[h.Year], h, &row)
		c.Years = append(c.Years, YearLine{h.Period, h.Serial, h.Self, h.Confirmed, row.Adjusted, row.Grade})
		if h.Period == c.Period {
			c.pack = packs[h.Year]
			c.Ranked, c.Digest, c.Adjustments = &row, h.Digest, adjustments[h.USCC+" "+h.Period]
			if c.Name == "" {
				c.Name, c.Type, c.Parent = h.Name, h.Type, h.Parent
			}
		}
	}
	for _, h := range all {
		if h.Replaced != nil && h.Period == c.Period {
			c.Replaced = append(c.Replaced, Sealing{h.Serial, h.SealedAt, h.Digest, h.Replaced.Serial})
		}
	}
	if c.Ranked == nil {
		return nil
	}
	rows, err := r.Rank(ctx, RankOptions{Period: c.Period})
	if err != nil {
		return err
	}
	if at := slices.IndexFunc(rows, func(x Ranked) bool { return x.USCC == c.USCC }); at >= 0 {
		c.Ranked.Rank = rows[at].Rank
	}
	return nil
}

// lines reads every line with its rows. They must be as they were loaded.
func (r *Registry) lines(ctx context.Context, c *Case) error {
	same, err := r.asLoaded(ctx, c.Ranked.held)
	if err == nil && !same {
		err = fault("registry.damaged", text.Findings, text.RegistryRowsEdited.With(text.Harmless(c.Ranked.Serial), c.Digest))
	}
	if err != nil {
		return err
	}
	at := make(map[string]int)
	err = r.s.each(ctx, `SELECT line, kind, title, self_text, confirmed_text, pending_text, unfilled_text, exact, value_text, target_text, status, gap
		FROM line WHERE digest = ? AND uscc = ? ORDER BY place`, []any{c.Digest, c.USCC}, func(scan func(...any) error) error {
		var l Line
		err := scanTexts(scan, []*string{&l.ID, &l.Kind, &l.Title, &l.Self, &l.Confirmed, &l.Pending, &l.Unfilled, &l.Exact, &l.Value, &l.Target, &l.Status, &l.Gap})
		l.Says = lineTitle(c.pack, l.Title)
		at[l.ID] = len(c.Lines)
		c.Lines = append(c.Lines, l)
		return err
	})
	if err != nil {
		return cannotUse(err)
	}
	err = r.s.each(ctx, "SELECT line, form, row, key, title, counted, counted_en, pending, why, why_en FROM used WHERE digest = ? AND uscc = ? ORDER BY place", []any{c.Digest, c.USCC}, func(scan func(...any) error) error {
		var u Used
		var texts [8]sql.NullString
		var pending int64
		if err := scan(&texts[0], &texts[1], &u.Row, &texts[2], &texts[3], &texts[4], &texts[5], &pending, &texts[6], &texts[7]); err != nil {
			return err
		}
		u.Form, u.Key, u.Title, u.Pending = texts[1].String, texts[2].String, texts[3].String, pending == 1
		u.Counted, u.Why = inBoth(texts[4].String, texts[5].String), inBoth(texts[6].String, texts[7].String)
		if i, ok := at[texts[0].String]; ok {
			c.Lines[i].Used = append(c.Lines[i].Used, u)
		}
		return nil
	})
	if err != nil {
		return cannotUse(err)
	}
	err = r.s.each(ctx, "SELECT check_id, severity, form, row, field, message, message_en, reason FROM finding WHERE digest = ? AND uscc = ? ORDER BY place", []any{c.Digest, c.USCC}, func(scan func(...any) error) error {
		var f Finding
		var texts [7]sql.NullString
		if err := scan(&texts[0], &texts[1], &texts[2], &f.Row, &texts[3], &texts[4], &texts[5], &texts[6]); err != nil {
			return err
		}
		f.Check, f.Severity, f.Form, f.Field, f.Reason = texts[0].String, texts[1].String, texts[2].String, texts[3].String, texts[6].String
		f.Message = inBoth(texts[4].String, texts[5].String)
		c.Findings = append(c.Findings, f)
		return nil
	})
	return cannotUse(err)
}

// lineTitle is the title of a line, which stands in Chinese alone, as its pack says it in English, or the program where no pack names it.
func lineTitle(p *scoring.Pack, chinese string) text.Pair {
	for _, own := range []text.Pair{text.ScoreAddback, text.ScoreSeparate, text.ScoreTilt} {
		if own.ZH == chinese {
			return own
		}
	}
	if p == nil {
		return text.Same(chinese)
	}
	return p.Say(chinese)
}

// inBoth is a sentence of the registry. What an earlier format put down stands in Chinese alone.
func inBoth(chinese, english string) text.Pair {
	if english == "" {
		return text.Same(chinese)
	}
	return text.Pair{ZH: chinese, EN: english}
}

func (r *Registry) targetsOf(ctx context.Context, uscc string, year int) (all []Target, err error) {
	err = r.accounted(ctx, "target", scope{uscc: uscc, year: year}, " ORDER BY line", func(values []any) error {
		word := func(i int) string { return canonical(varchar, values[i]) }
		all = append(all, Target{USCC: uscc, Year: year, Line: word(2), Declared: word(3), Approved: word(4), Basis: word(5), Document: word(6)})
		return nil
	})
	return all, cannotUse(err)
}

func (r *Registry) returnedOf(ctx context.Context, c *Case) error {
	return r.arrivals(ctx, scope{uscc: c.USCC, period: c.Period}, func(a arrival) {
		if a.state == returned {
			c.Returned = append(c.Returned, Returned{File: a.file, Code: a.code, Message: a.message, At: a.at})
		}
	})
}

// chinaTime shows a moment of the database as people in China read it.
func chinaTime(s string) string {
	at := stamp(s).time()
	if at.IsZero() {
		return s
	}
	return at.In(china).Format("2006-01-02 15:04")
}
