package registry

import (
	"cmp"
	"context"
	"math/big"
	"strconv"
	"strings"

	"yice/filing/ranking"
	"yice/filing/registry/spelling"
	"yice/filing/submission"
	"yice/form"
	"yice/internal/inorder"
	"yice/scoring"
	"yice/text"
)

// RankOptions say who stands beside whom.
type RankOptions struct {
	Type   string // code or title; "": all, each within its type
	Tier   string // of the roster: ranked among their own; "": all
	Period string // "2026" or "2026Q2"; "": the newest year
}

// Ranked is an enterprise in its place.
type Ranked struct {
	Rank                    int // 0: not ranked
	USCC, Name, Type, Tier  string
	Period, Serial          string
	Self, Confirmed         *submission.ResultJSON
	Adjusted, AdjustedBonus string // what the scores come to with the adjustments
	Points, BonusPoints     string // the adjustments
	Grade                   string
	Asked                   []text.Pair // what should be asked of it; contested ones are not ranked
	Late                    bool
	adjusted                scoring.Dec
	held                    *held
}

// Rank gives the enterprises of a period by type and place: by what was confirmed, with the adjustments, by the rules of
// consolidation. Drafts are never there: what was taken was scored under an issued pack.
func (r *Registry) Rank(ctx context.Context, o RankOptions) ([]Ranked, error) {
	period, err := r.period(ctx, o.Period)
	if err != nil {
		return nil, err
	}
	if o.Type != "" {
		v, err := form.ByID("enterprise").Field("type").Parse(o.Type, form.Yuan)
		if err != nil {
			return nil, fault("registry.type", text.Usage, sayOfParse(err))
		}
		o.Type = v.Str()
	}
	current, err := r.current(ctx, scopeOf(period))
	if err != nil {
		return nil, err
	}
	members, err := r.members(ctx)
	if err != nil {
		return nil, err
	}
	adjustments, err := r.adjustments(ctx)
	if err != nil {
		return nil, err
	}
	packs, err := r.packsRead(ctx)
	if err != nil {
		return nil, err
	}
	var rows []Ranked
	for _, h := range current {
		m := members[h.USCC]
		if o.Type != "" && h.Type != o.Type || o.Tier != "" && m.Tier != o.Tier {
			continue
		}
		row := h.ranked(m, adjustments[h.USCC+" "+h.Period])
		row.Grade = gradeOf(packs[h.Year], h, &row)
		rows = append(rows, row)
	}
	place(rows)
	return rows, nil
}

// place ranks rows and puts them in their order.
func place(rows []Ranked) {
	var entries []*ranking.Entry
	for i := range rows {
		e := rows[i].held.Entry
		e.Score = rows[i].adjusted
		entries = append(entries, &e)
	}
	ranking.Rank(ranking.Rankable(entries, true))
	for i := range rows {
		rows[i].Rank = entries[i].Rank
	}
	inorder.Stably(rows, func(a, b Ranked) int {
		return cmp.Or(int(truth(a.Rank == 0)-truth(b.Rank == 0)), cmp.Compare(a.Type, b.Type), cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.USCC, b.USCC))
	})
}

// ranked is a submission as a row, with its adjustments.
func (h *held) ranked(m Member, adjustments []Adjustment) Ranked {
	row := Ranked{
		USCC: h.USCC, Name: h.Name, Type: h.Type, Tier: m.Tier, Period: h.Period, Serial: h.Serial, Self: h.Self, Confirmed: h.Confirmed,
		Asked: h.Asked, Late: late(m, h), held: h,
	}
	points, bonus := new(big.Rat), new(big.Rat)
	places := int(h.Score.Places)
	for _, a := range adjustments {
		if a.Kind == "bonus" {
			bonus.Add(bonus, a.rat())
		} else {
			points.Add(points, a.rat())
		}
		if d, ok := spelling.Dec(a.Points); ok {
			places = max(places, int(d.Places))
		}
	}
	final := new(big.Rat).Add(h.Score.Rat(), points)
	row.Adjusted = final.FloatString(places)
	row.adjusted, _ = spelling.Dec(row.Adjusted)
	if d, ok := spelling.Dec(h.Confirmed.Bonus); ok {
		row.AdjustedBonus = bonus.Add(bonus, d.Rat()).FloatString(places)
	}
	if len(adjustments) > 0 {
		row.Points = points.FloatString(places)
	}
	return row
}

// gradeOf is the grade of the adjusted score; the pack's own where nothing was adjusted.
func gradeOf(p *scoring.Pack, h *held, row *Ranked) string {
	if row.Points == "" || p == nil || p.Grades == nil {
		return h.Grade
	}
	score := row.adjusted.Rat()
	if p.Grades.On == "total" {
		if d, ok := spelling.Dec(row.AdjustedBonus); ok {
			score.Add(score, d.Rat())
		}
	}
	return p.Grades.Word(score, h.Deducted, h.Missing)
}

// period is the one that is meant: as asked, else that of the newest year.
func (r *Registry) period(ctx context.Context, asked string) (string, error) {
	if asked == "" {
		year, err := r.Newest(ctx)
		return strconv.Itoa(year.Year), err
	}
	p, ok := submission.ParsePeriod(asked)
	if !ok {
		return "", fault("registry.period", text.Usage, text.RegistryBadPeriod.With(text.Harmless(asked)))
	}
	return p.String(), nil
}

// late reports whether a submission came after the day on which it was due.
func late(m Member, h *held) bool { return m.Due != "" && string(h.Received) >= m.Due+" 16:00:00" }

// Due is an enterprise that has not handed in as it should.
type Due struct {
	USCC, Name, Period string
	State              string // 未报, 迟报, 无效
	Due                string // the day, "" where none is set
	Received           stamp  // of what is late
	Why                text.Pair
}

// The states of what is due.
const (
	stateNone = "未报"
	stateLate = "迟报"
	stateVoid = "无效"
)

// Due lists who has not handed in, handed in late, or handed in what is void: of the year, and of every quarter of it of which
// anything came; period "" asks for all of them.
func (r *Registry) Due(ctx context.Context, period string) ([]Due, error) {
	year, err := r.Newest(ctx)
	if err != nil {
		return nil, err
	}
	periods := []string{strconv.Itoa(year.Year)}
	if period != "" {
		if period, err = r.period(ctx, period); err != nil {
			return nil, err
		}
		periods = []string{period}
	}
	members, err := r.members(ctx)
	if err != nil {
		return nil, err
	}
	in := scope{year: year.Year}
	if period != "" {
		in = scopeOf(period)
	}
	current, err := r.current(ctx, in)
	if err != nil {
		return nil, err
	}
	have := make(map[string]*held)
	quarters := make(map[string]bool)
	for _, h := range current {
		have[h.USCC+" "+h.Period] = h
		if strings.HasPrefix(h.Period, periods[0]+"Q") {
			quarters[h.Period] = true
		}
	}
	void, err := r.returned(ctx, in)
	if err != nil {
		return nil, err
	}
	if period == "" {
		for _, q := range []string{"Q1", "Q2", "Q3", "Q4"} {
			if quarters[periods[0]+q] {
				periods = append(periods, periods[0]+q)
			}
		}
	}
	var all []Due
	for _, p := range periods {
		for _, m := range sortedMembers(members) {
			if d, is := dueOf(m, p, have[m.USCC+" "+p], void[m.USCC+" "+p]); is {
				all = append(all, d)
			}
		}
	}
	return all, nil
}

func dueOf(m Member, period string, h *held, void *Due) (d Due, is bool) {
	p, _ := submission.ParsePeriod(period)
	if !m.of(p.Year) {
		return d, false
	}
	d = Due{USCC: m.USCC, Name: m.Name, Period: period, Due: m.Due, State: stateNone}
	if p.Quarterly() {
		d.Due = ""
	}
	switch {
	case h == nil && void != nil:
		d.State, d.Why = stateVoid, void.Why
	case h == nil:
	case d.Due != "" && late(m, h):
		d.State, d.Received = stateLate, h.Received
	default:
		return d, false
	}
	return d, true
}

func sortedMembers(members map[string]Member) []Member {
	all := make([]Member, 0, len(members))
	for _, m := range members {
		all = append(all, m)
	}
	inorder.Sort(all, func(a, b Member) int { return cmp.Compare(a.USCC, b.USCC) })
	return all
}

// returned gives what was refused, by enterprise and period.
func (r *Registry) returned(ctx context.Context, in scope) (map[string]*Due, error) {
	all := make(map[string]*Due)
	err := r.arrivals(ctx, in, func(a arrival) {
		if a.state == returned {
			all[a.uscc+" "+a.period] = &Due{Why: a.message}
		}
	})
	return all, err
}

// arrival is a file that came.
type arrival struct {
	digest, uscc, period, file, state, code string
	message                                 text.Pair
	at                                      stamp
}

// arrivals visits the files that came, in the order in which they did.
func (r *Registry) arrivals(ctx context.Context, in scope, visit func(arrival)) error {
	return r.accounted(ctx, "arrival", in, " ORDER BY received_at, digest", func(values []any) error {
		word := func(i int) string { return canonical(varchar, values[i]) }
		a := arrival{digest: word(0), uscc: word(1), period: word(3), file: word(5), state: word(7), code: word(8), message: inBoth(word(9), word(12))}
		_ = a.at.Scan(values[10])
		visit(a)
		return nil
	})
}
