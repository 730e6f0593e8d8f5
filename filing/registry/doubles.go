package registry

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"iter"
	"slices"
	"strconv"
	"strings"

	"yice/filing/claims"
	"yice/filing/registry/spelling"
	"yice/form"
	"yice/text"
)

// What is claimed twice is found by holding every mark of a period against every other, which a question has no time for. It is put down when a
// run that took something in ends: the double claims, for `claims` and the screen, and the rows that share a mark, for the view.
//
// It cannot be old unseen. A row of `submission` that is written or taken out takes away, in the same transaction, what was put down of its
// period, and then all is reckoned from the marks again, slowly. `doubled` says of which submissions it is, by a digest of those that count and
// of the rules; who asks reckons that digest anew. It stands in the history like all that the program believes, and bears the digest of the double
// claims, so that one which was edited is not believed either.

// doublesOf is the digest of what double claims are found in: the submissions that count, as they were loaded, and the rules.
func doublesOf(current []*held) string {
	all := make([]string, 0, len(current)+1)
	for _, h := range current {
		all = append(all, h.Digest+" "+h.content)
	}
	slices.Sort(all)
	return digestOf([]byte(strings.Join(append(all, "rules "+claims.Rules), "\n")))
}

// undouble takes away what was put down of the period of a row of `submission` that changes.
func (t *tx) undouble(ctx context.Context, of *table, values []any) error {
	if of.name != "submission" {
		return nil
	}
	period := ""
	if len(values) > submissionAt["period"] {
		period = canonical(varchar, values[submissionAt["period"]])
	} else if err := t.each(ctx, "SELECT period FROM submission WHERE digest = ?", values, func(scan func(...any) error) error { return scan(&period) }); err != nil {
		return err
	}
	if period == "" || t.single[period] {
		return nil
	}
	t.single[period] = true
	put, err := t.there(ctx, "SELECT 1 FROM doubled WHERE period = ?", period)
	if err != nil || !put {
		return err
	}
	for _, name := range []string{"doubled_claim", "doubled_row"} {
		if err := t.exec(ctx, "DELETE FROM "+quoted(name)+" WHERE period = ?", period); err != nil {
			return err
		}
	}
	return t.drop(ctx, "claims", "", "doubled", period)
}

// putDoubles puts down what is claimed twice in every period of which that is not done.
func (r *Registry) putDoubles(ctx context.Context) error {
	const open = `SELECT p.period FROM (SELECT DISTINCT year, period FROM submission) p WHERE NOT EXISTS (SELECT 1 FROM doubled d WHERE d.period = p.period) ORDER BY p.period`
	var periods []string
	err := r.s.each(ctx, open, nil, func(scan func(...any) error) error {
		var period string
		err := scan(&period)
		periods = append(periods, period)
		return err
	})
	if err != nil {
		return cannotUse(err)
	}
	for _, period := range periods {
		if err := r.write(ctx, func(t *tx) error { return r.putDoublesOf(ctx, t, period) }); err != nil {
			return err
		}
	}
	return nil
}

func (r *Registry) putDoublesOf(ctx context.Context, t *tx, period string) error {
	if put, err := t.there(ctx, "SELECT 1 FROM doubled WHERE period = ?", period); err != nil || put {
		return err // another run was quicker
	}
	current, err := r.current(ctx, scopeOf(period))
	if err != nil || len(current) == 0 {
		return err
	}
	of, year := byDigest(current), int64(current[0].Year)
	sum := sha256.New()
	claimed, rows := int64(0), int64(0)
	for _, id := range formsInOrder {
		sides, err := r.sides(ctx, period, id, of)
		if err != nil {
			return err
		}
		if err := t.e.bulk(ctx, t.session, "doubled_claim", tableNamed("doubled_claim").names(), claimRows(period, year, doublesIn(period, sides, of), &claimed, sum)); err != nil {
			return err
		}
		if err := t.e.bulk(ctx, t.session, "doubled_row", tableNamed("doubled_row").names(), sharedRows(period, year, sides, &rows)); err != nil {
			return err
		}
	}
	return t.put(ctx, "claims", "", "doubled", period, year, doublesOf(current), claimed, hex.EncodeToString(sum.Sum(nil)), t.at)
}

// claimRows are double claims as they are put down; place goes on from where it is, and sum takes them in.
func claimRows(period string, year int64, all []Claim, place *int64, sum hash.Hash) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for i := range all {
			c := &all[i]
			*place++
			row := []any{
				period, *place, year, c.ID, c.Form, spelling.Storable(markText(c.mark)), truth(c.Certain), spelling.Storable(c.Because.ZH), spelling.Storable(c.Because.EN), spelling.Storable(sidesText(c.Sides)),
			}
			digestTexts(sum, row[1:])
			if !yield(row, nil) {
				return
			}
		}
	}
}

// sharedRows are the rows that bear a mark which another enterprise's bears, a row a mark.
func sharedRows(period string, year int64, sides []claims.Side, place *int64) iter.Seq2[[]any, error] {
	key := func(s *claims.Side, m *claims.Mark) string { return s.Form.ID + "\x00" + m.ID }
	first, shared := make(map[string]string), make(map[string]bool)
	for i := range sides {
		s := &sides[i]
		for m := range s.Marks {
			k := key(s, &s.Marks[m])
			if whose, met := first[k]; !met {
				first[k] = s.USCC
			} else if whose != s.USCC {
				shared[k] = true
			}
		}
	}
	return func(yield func([]any, error) bool) {
		for i := range sides {
			s := &sides[i]
			for _, m := range s.Marks {
				if !shared[key(s, &m)] {
					continue
				}
				*place++
				row := []any{
					period, *place, year, s.Form.ID, spelling.Storable(markText(m.ID)), s.Path, s.USCC, spelling.Storable(s.Name), s.Row.Row, spelling.Storable(s.Key), spelling.Storable(s.Title),
					truth(m.Certain), spelling.Storable(m.Because.ZH),
				}
				if !yield(row, nil) {
					return
				}
			}
		}
	}
}

// putDown gives the double claims that were put down of a period; not ok where none were, or of other submissions, or they are not what was
// put down.
func (r *Registry) putDown(ctx context.Context, period string, current []*held) (all []Claim, ok bool, err error) {
	var of, content string
	count := 0
	err = r.accounted(ctx, "doubled", scope{}, "", func(values []any) error {
		if canonical(varchar, values[0]) == period {
			of, content = canonical(varchar, values[2]), canonical(varchar, values[4])
			count, _ = strconv.Atoi(canonical(integer, values[3]))
		}
		return nil
	})
	if err != nil || of == "" || of != doublesOf(current) {
		return nil, false, err
	}
	by := byDigest(current)
	sum := sha256.New()
	all = make([]Claim, 0, count)
	sound := true
	const put = "SELECT place, year, claim, form, mark, certain, because, because_en, sides FROM doubled_claim WHERE period = ? ORDER BY place"
	err = r.s.each(ctx, put, []any{period}, func(scan func(...any) error) error {
		var place, year, certain int64
		var mark, sides string
		c := Claim{Period: period}
		if err := scan(&place, &year, &c.ID, &c.Form, &mark, &certain, &c.Because.ZH, &c.Because.EN, &sides); err != nil {
			return err
		}
		digestTexts(sum, []any{place, year, c.ID, c.Form, mark, certain, c.Because.ZH, c.Because.EN, sides})
		c.Certain, c.mark = certain == 1, markOf(mark)
		f := form.ByID(c.Form)
		c.Sides = sidesFrom(sides, by, f)
		sound = sound && f != nil && c.Sides != nil
		all = append(all, c)
		return nil
	})
	if err != nil {
		return nil, false, cannotUse(err)
	}
	certainFirst(all)
	return all, sound && len(all) == count && hex.EncodeToString(sum.Sum(nil)) == content, nil
}

// digestTexts takes texts and whole numbers into a digest, each with its length before it.
func digestTexts(h hash.Hash, values []any) {
	var b []byte
	for _, v := range values {
		s, is := v.(string)
		if !is {
			s = canonical(bigint, v)
		}
		b = append(append(strconv.AppendInt(b, int64(len(s)), 10), ':'), s...)
	}
	_, _ = h.Write(b) // a hash takes everything
}

func sidesText(all []ClaimSide) string {
	sides := make([]spelling.Side, len(all))
	for i := range all {
		s := &all[i]
		sides[i] = spelling.Side{Of: s.Digest, Row: s.Row, Key: s.key, Title: s.title}
	}
	return spelling.Sides(sides)
}

// sidesFrom reads them; nil where they are not as they are written, or of a submission that does not count.
func sidesFrom(s string, by map[string]*held, f *form.Form) []ClaimSide {
	sides, ok := spelling.SidesFrom(s, func(digest string) bool { return by[digest] != nil })
	if !ok {
		return nil
	}
	all := make([]ClaimSide, len(sides))
	for i, s := range sides {
		all[i] = sideOf(by[s.Of], f, s.Row, s.Key, s.Title)
	}
	return all
}

func sideOf(h *held, f *form.Form, row int64, key, title string) ClaimSide {
	return ClaimSide{
		USCC: h.USCC, Name: h.Name, Key: text.Harmless(key), Title: text.Harmless(title), Digest: h.Digest, Serial: h.Serial, Row: row,
		form: f, key: key, title: title,
	}
}

// undoubled names the periods of which what was put down is not what the marks say.
func (r *Registry) undoubled(ctx context.Context) (wrong []text.Pair, err error) {
	var periods []string
	err = r.s.each(ctx, "SELECT period FROM doubled ORDER BY period", nil, func(scan func(...any) error) error {
		var period string
		err := scan(&period)
		periods = append(periods, period)
		return err
	})
	if err != nil {
		return nil, cannotUse(err)
	}
	for _, period := range periods {
		current, err := r.current(ctx, scopeOf(period))
		if err != nil {
			return nil, err
		}
		put, sound, err := r.putDown(ctx, period, current)
		if err != nil {
			return nil, err
		}
		all, err := r.reckoned(ctx, period, current)
		if err != nil {
			return nil, err
		}
		same := sound && slices.EqualFunc(put, all, sameClaim)
		if same {
			if same, err = r.sameRows(ctx, period, byDigest(current)); err != nil {
				return nil, err
			}
		}
		if !same {
			wrong = append(wrong, text.RegistryDoublesEdited.With(text.Harmless(period)))
		}
	}
	return wrong, nil
}

func sameClaim(a, b Claim) bool {
	return a.ID == b.ID && a.Form == b.Form && a.mark == b.mark && a.Certain == b.Certain && sidesText(a.Sides) == sidesText(b.Sides)
}

// sameRows reports whether the rows that were put down for the view are those that share a mark.
func (r *Registry) sameRows(ctx context.Context, period string, of map[string]*held) (bool, error) {
	want, is := sha256.New(), sha256.New()
	place := int64(0)
	for _, id := range formsInOrder {
		sides, err := r.sides(ctx, period, id, of)
		if err != nil {
			return false, err
		}
		for row := range sharedRows(period, 0, sides, &place) {
			digestTexts(want, row[3:])
		}
	}
	err := r.s.each(ctx, "SELECT form, mark, digest, uscc, name, row, key, title, certain, because FROM doubled_row WHERE period = ? ORDER BY place", []any{period}, func(scan func(...any) error) error {
		var texts [10]string
		into := make([]*string, len(texts))
		for i := range texts {
			into[i] = &texts[i]
		}
		if err := scanTexts(scan, into); err != nil {
			return err
		}
		row := make([]any, len(texts))
		for i, s := range texts {
			row[i] = s
		}
		digestTexts(is, row)
		return nil
	})
	return hex.EncodeToString(want.Sum(nil)) == hex.EncodeToString(is.Sum(nil)), cannotUse(err)
}
