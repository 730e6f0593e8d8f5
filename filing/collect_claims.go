package filing

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"yice/filing/submission"
	"yice/form"
	"yice/text"
)

// DoubleClaim is one achievement that two enterprises claim.
type DoubleClaim struct {
	Kind    string // form id
	Certain bool   // else suspected
	Because text.Pair
	Claims  []Claim
}

// Claim is one side of a double claim: the row of an enterprise, and where it stands: Row of Entry in File.
type Claim struct {
	USCC, Name, Key, Title string
	File, Entry            string
	Row                    int64
}

// claimed is a row that somebody else might claim too.
type claimed struct {
	form  *form.Form
	row   int64
	key   string
	title string // of the achievement
	plain string // title, made ready for comparing
	marks []mark
}

// mark is something by which two claims are seen to be of one achievement. Codes that an enterprise gives itself (of
// projects, platforms, achievements) are never marks.
type mark struct {
	id      string
	certain bool // alike titles make it certain; else suspected at most
	alike   bool // only rows with alike titles are meant
	because text.Pair
}

// mostClaims is how many rows of a submission are looked at.
const mostClaims = 20_000

func claimsOf(s *Submission) (all []claimed, more bool) {
	for _, id := range []string{"patent", "award", "platform", "project"} {
		f := form.ByID(id)
		for _, r := range s.Records(f) {
			c := claimed{form: f, row: r.ID, key: r.Key(), title: titleOf(r)}
			c.plain = plainTitle(c.title)
			switch id {
			case "patent":
				c.patent(r)
			case "award":
				c.award(r)
			case "platform":
				c.platform(r)
			}
			if f.Recognised {
				c.document(r)
			}
			if len(c.marks) == 0 {
				continue
			}
			if len(all) == mostClaims {
				return all, true
			}
			all = append(all, c)
		}
	}
	return all, false
}

func titleOf(r *form.Record) string {
	for _, id := range []string{"achievement_title", "title", "name"} {
		if t := r.Str(id); t != "" {
			return t
		}
	}
	return ""
}

func (c *claimed) patent(r *form.Record) {
	if n := r.Str("number"); n != "" {
		c.marks = append(c.marks, mark{"number\x00" + n, true, false, text.FilingClaimPatent.With(n)})
	}
	if family := plainTitle(r.Str("family")); family != "" {
		// A short one (F1, z4) may well be the enterprise's own numbering: then the titles must be alike too.
		c.marks = append(c.marks, mark{"family\x00" + family, false, len([]rune(family)) < 6, text.FilingClaimFamily.With(harmless(r.Str("family")))})
	}
}

func (c *claimed) award(r *form.Record) {
	if certificate := plainTitle(r.Str("certificate")); certificate != "" {
		because := text.FilingClaimCertificate.With(harmless(r.Str("certificate")))
		c.marks = append(c.marks, mark{"certificate\x00" + certificate, true, len([]rune(certificate)) < 4, because})
	}
	if c.plain != "" {
		id := strings.Join([]string{"award", c.plain, r.Str("level"), plainTitle(r.Str("name"))}, "\x00")
		c.marks = append(c.marks, mark{id, false, false, text.FilingClaimAward.With(harmless(r.Str("name")), harmless(c.title))})
	}
}

func (c *claimed) platform(r *form.Record) {
	authority := plainTitle(r.Str("recognised_by"))
	if c.plain == "" || r.Str("level") == "" {
		return
	}
	id := c.plain + "\x00" + r.Str("level")
	if authority != "" {
		c.marks = append(c.marks, mark{
			"platform\x00" + id + "\x00" + authority, true, false,
			text.FilingClaimPlatform.With(harmless(c.title), r.Str("level"), harmless(r.Str("recognised_by"))),
		})
	}
	c.marks = append(c.marks, mark{"named\x00" + id, false, false, text.FilingClaimPlatformNamed.With(harmless(c.title), r.Str("level"))})
}

// document: one decision may recognise many things, so that the names have to be alike.
func (c *claimed) document(r *form.Record) {
	if doc := plainTitle(r.Str("recognised_doc")); doc != "" && c.plain != "" {
		c.marks = append(c.marks, mark{"document\x00" + doc, false, true, text.FilingClaimDocument.With(harmless(r.Str("recognised_doc")))})
	}
}

// side is a claim of one member.
type side struct {
	m *member
	c *claimed
}

// doubleClaims finds what two enterprises claim in one year.
func doubleClaims(members []*member) (found []DoubleClaim, problems []text.Pair) {
	type bucket struct {
		mark  mark
		sides []side
	}
	by := make(map[string]*bucket)
	for _, m := range members {
		if m.uncounted {
			problems = append(problems, text.FilingCollectClaims.With(m.row.File, mostClaims))
		}
		for i := range m.claims {
			c := &m.claims[i]
			for _, k := range c.marks {
				id := strconv.Itoa(m.row.Year) + "\x00" + c.form.ID + "\x00" + k.id
				b := by[id]
				if b == nil {
					b = &bucket{mark: k}
					by[id] = b
				}
				b.sides = append(b.sides, side{m, c})
			}
		}
	}
	told := make(map[string]bool) // pairs of rows that are told already
	ids := make([]string, 0, len(by))
	for id, b := range by {
		if len(b.sides) > 1 {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(truth(by[b].mark.certain)-truth(by[a].mark.certain), strings.Compare(a, b))
	})
	for _, id := range ids {
		b := by[id]
		for _, sides := range apart(b.sides, b.mark.alike) {
			if claim, fresh := claimOf(b.mark, sides, told); fresh {
				found = append(found, claim)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b DoubleClaim) int { return truth(b.Certain) - truth(a.Certain) })
	return found, problems
}

// apart parts the sides of a bucket into groups that are of one thing: all of them, or those with alike titles.
func apart(sides []side, alike bool) [][]side {
	if !alike {
		return [][]side{sides}
	}
	var groups [][]side
	for _, s := range sides {
		at := -1
		// Beyond some hundred groups only equal titles are looked for: a hostile file must not make this quadratic.
		for i, g := range groups {
			if g[0].c.plain == s.c.plain || i < mostCompared && similarTitles(g[0].c.plain, s.c.plain) {
				at = i
				break
			}
			if i > mostCompared*10 {
				break
			}
		}
		if at < 0 {
			groups = append(groups, []side{s})
		} else {
			groups[at] = append(groups[at], s)
		}
	}
	return groups
}

const mostCompared = 200

// claimOf makes a double claim of sides of more than one enterprise; fresh is false where there is none, or all of it is told.
func claimOf(k mark, sides []side, told map[string]bool) (claim DoubleClaim, fresh bool) {
	enterprises := make(map[string]bool)
	for _, s := range sides {
		enterprises[s.m.row.USCC] = true
	}
	if len(enterprises) < 2 {
		return claim, false
	}
	claim = DoubleClaim{Kind: sides[0].c.form.ID, Certain: k.certain, Because: k.because}
	same := true
	for i, s := range sides {
		for _, other := range sides[:min(i, pairsTold)] {
			pair := other.place() + "\x00\x00" + s.place()
			fresh = fresh || !told[pair]
			told[pair] = true
		}
		same = same && s.c.plain == sides[0].c.plain
		claim.Claims = append(claim.Claims, Claim{
			USCC: s.m.row.USCC, Name: s.m.row.Name, Key: harmless(s.c.key), Title: harmless(s.c.title),
			File: s.m.row.File, Entry: submission.DataEntry(s.c.form), Row: s.c.row,
		})
	}
	switch what, _, _ := strings.Cut(k.id, "\x00"); what {
	case "certificate":
		claim.Certain = same // else one number and two achievements: perhaps a slip of the pen on one side
	case "document":
		claim.Certain = same
	}
	return claim, fresh
}

// pairsTold is with how many earlier sides of a claim each further one is remembered, so that it is not told again.
const pairsTold = 20

// place says where a claim stands; sides of a bucket are always in the order of members and rows.
func (s side) place() string {
	return s.m.row.Path + "\x00" + s.c.form.ID + "\x00" + strconv.FormatInt(s.c.row, 10)
}

// plainTitle makes names comparable that people read alike: width, case, blanks and punctuation.
func plainTitle(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// similarTitles reports whether two plain titles are of one thing: alike in four of five neighbouring pairs of characters,
// or one within the other.
func similarTitles(a, b string) bool {
	if a == b {
		return a != ""
	}
	ra, rb := []rune(a), []rune(b)
	if len(ra) > longestTitle || len(rb) > longestTitle || min(len(ra), len(rb)) < 4 {
		return false
	}
	if min(len(ra), len(rb)) >= 6 && (strings.Contains(a, b) || strings.Contains(b, a)) {
		return true
	}
	pairs := make(map[[2]rune]int)
	for i := range len(ra) - 1 {
		pairs[[2]rune{ra[i], ra[i+1]}]++
	}
	common := 0
	for i := range len(rb) - 1 {
		if p := [2]rune{rb[i], rb[i+1]}; pairs[p] > 0 {
			pairs[p]--
			common++
		}
	}
	return 2*common*5 >= 4*(len(ra)+len(rb)-2)
}

// longestTitle is how much of a name is compared, in characters.
const longestTitle = 400
