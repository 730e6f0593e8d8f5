package registry

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"yice/filing/claims"
	"yice/filing/registry/spelling"
	"yice/form"
	"yice/internal/inorder"
	"yice/text"
)

// Claim is an achievement that two enterprises claim, and who keeps it.
type Claim struct {
	ID      string
	Period  string
	Form    string
	Certain bool
	Because text.Pair
	Sides   []ClaimSide
	Awarded string // uscc; "" before anybody decided
	Who, At string
	Why     string
	mark    string
}

// ClaimSide is the row of one enterprise.
type ClaimSide struct {
	USCC, Name, Key, Title, Digest, Serial string
	Row                                    int64
	form                                   *form.Form
	key, title                             string // as they were handed in
}

// Claims finds what two enterprises claim among the submissions that count of a period.
func (r *Registry) Claims(ctx context.Context, period string) ([]Claim, error) {
	period, err := r.period(ctx, period)
	if err != nil {
		return nil, err
	}
	current, err := r.current(ctx, scopeOf(period))
	if err != nil {
		return nil, err
	}
	all, put, err := r.putDown(ctx, period, current)
	if err == nil && !put {
		all, err = r.reckoned(ctx, period, current)
	}
	if err != nil {
		return nil, err
	}
	awards, err := r.awards(ctx)
	if err != nil {
		return nil, err
	}
	for i := range all {
		c := &all[i]
		if w, ok := awards[c.ID]; ok {
			c.Awarded, c.Who, c.At, c.Why = w.uscc, w.who, string(w.at), w.why
		}
	}
	return all, nil
}

// reckoned finds them from the marks, those that are certain first.
func (r *Registry) reckoned(ctx context.Context, period string, current []*held) (all []Claim, err error) {
	of := byDigest(current)
	for _, id := range formsInOrder {
		sides, err := r.sides(ctx, period, id, of)
		if err != nil {
			return nil, err
		}
		all = append(all, doublesIn(period, sides, of)...)
	}
	certainFirst(all)
	return all, nil
}

func certainFirst(all []Claim) {
	inorder.Stably(all, func(a, b Claim) int { return int(truth(b.Certain) - truth(a.Certain)) })
}

func byDigest(current []*held) map[string]*held {
	of := make(map[string]*held, len(current))
	for _, h := range current {
		of[h.Digest] = h
	}
	return of
}

// formsInOrder are the forms in which something can be claimed twice. They are looked at one after another: the marks of all together would take
// more memory than a registry of ten thousand enterprises may.
var formsInOrder = slices.Sorted(slices.Values(claims.Forms))

// doublesIn finds the double claims among the sides of one form.
func doublesIn(period string, sides []claims.Side, of map[string]*held) (all []Claim) {
	for _, d := range claims.Doubles(sides) {
		c := Claim{ID: claimID(period, d.Form, d.Mark, d.Sides), Period: period, Form: d.Form, Certain: d.Certain, Because: d.Because, mark: d.Mark}
		for _, s := range d.Sides {
			c.Sides = append(c.Sides, sideOf(of[s.Path], s.Form, s.Row.Row, s.Row.Key, s.Row.Title))
		}
		all = append(all, c)
	}
	return all
}

// claimID names a double claim for as long as the same enterprises claim the same by the same mark.
func claimID(period, form, mark string, sides []claims.Side) string {
	parts := []string{period, form, mark}
	for _, s := range sides {
		parts = append(parts, s.USCC+" "+s.Key)
	}
	slices.Sort(parts[3:])
	sum := sha256.Sum256([]byte(spelling.Texts(parts)))
	return "C" + strings.ToUpper(hex.EncodeToString(sum[:5]))
}

// sides reads the rows of a form that bear a mark which another enterprise's bears too. They are put in order here: the database would sort what it
// gives by copies of it.
func (r *Registry) sides(ctx context.Context, period, formID string, of map[string]*held) ([]claims.Side, error) {
	const shared = `SELECT c.digest, c.place, c.row, c.mark, c.certain, c.key, c.title, c.plain, c.alike, c.because, c.because_en
		FROM (SELECT period, year, form, mark FROM claim WHERE period = ? AND form = ? GROUP BY period, year, form, mark HAVING MIN(uscc) <> MAX(uscc)) k
		JOIN claim c ON c.period = k.period AND c.year = k.year AND c.form = k.form AND c.mark = k.mark
		WHERE c.period = ? AND c.form = ?`
	f := form.ByID(formID)
	type marked struct {
		of    *held
		place int64
		row   claims.Row // with the one mark
	}
	var found []*marked
	err := r.s.each(ctx, shared, []any{period, formID, period, formID}, func(scan func(...any) error) error {
		var digest, mark, because, english string
		var certain, alike int64
		one := &marked{}
		err := scan(&digest, &one.place, &one.row.Row, &mark, &certain, &one.row.Key, &one.row.Title, &one.row.Plain, &alike, &because, &english)
		if one.of, one.row.Form = of[digest], f; err != nil || one.of == nil || one.row.Form == nil {
			return err
		}
		one.row.Marks = []claims.Mark{{ID: markOf(mark), Certain: certain == 1, Alike: alike == 1, Because: text.Pair{ZH: because, EN: english}}}
		found = append(found, one)
		return nil
	})
	if err != nil {
		return nil, cannotUse(err)
	}
	// The parties in the order of their codes, as people list them; their rows, and the marks of a row, as they were handed in.
	slices.SortFunc(found, func(a, b *marked) int {
		return cmp.Or(strings.Compare(a.of.USCC, b.of.USCC), strings.Compare(a.of.Digest, b.of.Digest), cmp.Compare(a.place, b.place))
	})
	var all []claims.Side
	var party *claims.Party
	for i, one := range found {
		if i == 0 || found[i-1].of != one.of {
			party = &claims.Party{USCC: one.of.USCC, Name: one.of.Name, File: one.of.Shown, Path: one.of.Digest, Year: one.of.Year}
		} else if last := all[len(all)-1].Row; last.Form == one.row.Form && last.Row == one.row.Row {
			last.Marks = append(last.Marks, one.row.Marks...)
			continue
		}
		all = append(all, claims.Side{Party: party, Row: &one.row})
	}
	return all, nil
}

// award is who keeps a claim.
type award struct {
	uscc, who, why, form string
	at                   stamp
	sides                []string // "uscc key" of those who do not keep it
}

func (r *Registry) awards(ctx context.Context) (map[string]award, error) {
	all := make(map[string]award)
	err := r.s.each(ctx, "SELECT claim, uscc, who, at, why, form, sides FROM award", nil, func(scan func(...any) error) error {
		var claim, sides string
		var w award
		if err := scan(&claim, &w.uscc, &w.who, &w.at, &w.why, &w.form, &sides); err != nil {
			return err
		}
		w.sides = strings.Split(sides, "\n")
		all[claim] = w
		return nil
	})
	return all, cannotUse(err)
}

// lostRow names a row that was awarded to somebody else.
func lostRow(year int, uscc, form, key string) string {
	return strings.Join([]string{strconv.Itoa(year), uscc, form, key}, "\x00")
}

// lost gives the rows that were awarded to somebody else.
func (r *Registry) lost(ctx context.Context) (map[string]bool, error) {
	all := make(map[string]bool)
	err := r.s.each(ctx, "SELECT year, form, sides FROM award", nil, func(scan func(...any) error) error {
		var year int
		var form, sides string
		if err := scan(&year, &form, &sides); err != nil {
			return err
		}
		for _, side := range strings.Split(sides, "\n") {
			uscc, key, _ := cut(side)
			all[lostRow(year, uscc, form, key)] = true
		}
		return nil
	})
	return all, cannotUse(err)
}

// Award decides who keeps what two enterprises claim. The rows of the others count for them no longer; everybody's submission stays
// as it was handed in.
func (r *Registry) Award(ctx context.Context, claim, uscc, why string, o TakeOptions) (*Decided, error) {
	why, err := reasoned(why)
	if err != nil {
		return nil, err
	}
	year, err := r.Newest(ctx)
	if err != nil {
		return nil, err
	}
	if err := r.open(ctx, year.Year); err != nil {
		return nil, err
	}
	all, err := r.Claims(ctx, "")
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(all, func(c Claim) bool { return strings.EqualFold(c.ID, claim) })
	if at < 0 {
		return nil, fault("registry.claim", text.Usage, text.RegistryNoClaim.With(text.Harmless(claim)))
	}
	c := all[at]
	uscc = strings.ToUpper(strings.TrimSpace(uscc))
	if !slices.ContainsFunc(c.Sides, func(s ClaimSide) bool { return s.USCC == uscc }) {
		return nil, fault("registry.claim-side", text.Usage, text.RegistryNoSide.With(text.Harmless(uscc), c.ID))
	}
	var lost, touched []string
	for _, s := range c.Sides {
		if !slices.Contains(touched, s.USCC) {
			touched = append(touched, s.USCC)
		}
		if s.USCC != uscc {
			lost = append(lost, s.USCC+" "+s.key)
		}
	}
	err = r.write(ctx, func(t *tx) error {
		if err := r.open(ctx, year.Year); err != nil {
			return err
		}
		return t.put(ctx, "award", why, "award", c.ID, int64(year.Year), uscc, t.who, t.at, why, c.Form, strings.Join(lost, "\n"))
	})
	if err != nil {
		return nil, err
	}
	a, err := r.prepare(ctx, o.Keys)
	if err != nil {
		return nil, err
	}
	out := &Decided{}
	return out, r.measureAgain(ctx, a, touched, map[int]bool{year.Year: true}, out)
}
