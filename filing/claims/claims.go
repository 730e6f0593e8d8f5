// Package claims finds achievements that two enterprises claim: by marks that a row bears (an application number, a certificate,
// name, level and authority together), and by names that people read alike. It gives what is to be asked, and decides nothing.
//
// Consolidation and the registry ask it. Start with [Of] and [Double].
package claims

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"yice/filing/submission"
	"yice/form"
	"yice/internal/inorder"
	"yice/text"
)

// Double is one achievement that two enterprises claim.
type Double struct {
	Form    string // form id
	Mark    string // by which they are seen to be of one
	Certain bool   // else suspected
	Because text.Pair
	Sides   []Side
}

// Party is the submission of an enterprise.
type Party struct {
	USCC, Name string
	File, Path string // how its file is shown, and where it lies
	Year       int
}

// Side is a row of a party.
type Side struct {
	*Party
	*Row
}

// Row is a row that somebody else might claim too.
type Row struct {
	Form  *form.Form
	Row   int64
	Key   string
	Title string // of the achievement
	Plain string // title, made ready for comparing
	Marks []Mark
}

// Mark is something by which two claims are seen to be of one achievement. Codes that an enterprise gives itself (of
// projects, platforms, achievements) are never marks.
type Mark struct {
	ID      string
	Certain bool // alike titles make it certain; else suspected at most
	Alike   bool // only rows with alike titles are meant
	Because text.Pair
}

// Rules names what [Doubles] goes by. It changes whenever it would say something else of the same rows: what was found before is found again
// then. A test knows what it says.
const Rules = "1"

// Most is how many rows of a submission are looked at.
const Most = 20_000

// Forms are those whose rows could be claimed twice. What is claimed twice is claimed in one form.
var Forms = []string{"patent", "award", "platform", "project"}

// Of gives the rows of a verified submission that could be claimed twice; more is true where there are more than are looked at.
func Of(s *submission.Submission) (all []Row, more bool) {
	for _, id := range Forms {
		f := form.ByID(id)
		for _, r := range s.Records(f) {
			c := Row{Form: f, Row: r.ID, Key: r.Key(), Title: TitleOf(r)}
			c.Plain = plainTitle(c.Title)
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
			if len(c.Marks) == 0 {
				continue
			}
			if len(all) == Most {
				return all, true
			}
			all = append(all, c)
		}
	}
	return all, false
}

// TitleOf is what the achievement of a row is called.
func TitleOf(r *form.Record) string {
	for _, id := range []string{"achievement_title", "title", "name"} {
		if t := r.Str(id); t != "" {
			return t
		}
	}
	return ""
}

func (c *Row) patent(r *form.Record) {
	if n := r.Str("number"); n != "" {
		c.Marks = append(c.Marks, Mark{"number\x00" + n, true, false, text.FilingClaimPatent.With(n)})
	}
	if family := plainTitle(r.Str("family")); family != "" {
		// A short one (F1, z4) may well be the enterprise's own numbering: then the titles must be alike too.
		c.Marks = append(c.Marks, Mark{"family\x00" + family, false, len([]rune(family)) < 6, text.FilingClaimFamily.With(text.Harmless(r.Str("family")))})
	}
}

func (c *Row) award(r *form.Record) {
	if certificate := plainTitle(r.Str("certificate")); certificate != "" {
		because := text.FilingClaimCertificate.With(text.Harmless(r.Str("certificate")))
		c.Marks = append(c.Marks, Mark{"certificate\x00" + certificate, true, len([]rune(certificate)) < 4, because})
	}
	if c.Plain != "" {
		id := strings.Join([]string{"award", c.Plain, r.Str("level"), plainTitle(r.Str("name"))}, "\x00")
		c.Marks = append(c.Marks, Mark{id, false, false, text.FilingClaimAward.With(text.Harmless(r.Str("name")), text.Harmless(c.Title))})
	}
}

func (c *Row) platform(r *form.Record) {
	authority := plainTitle(r.Str("recognised_by"))
	if c.Plain == "" || r.Str("level") == "" {
		return
	}
	id := c.Plain + "\x00" + r.Str("level")
	if authority != "" {
		c.Marks = append(c.Marks, Mark{
			"platform\x00" + id + "\x00" + authority, true, false,
			text.FilingClaimPlatform.With(text.Harmless(c.Title), r.Str("level"), text.Harmless(r.Str("recognised_by"))),
		})
	}
	c.Marks = append(c.Marks, Mark{"named\x00" + id, false, false, text.FilingClaimPlatformNamed.With(text.Harmless(c.Title), r.Str("level"))})
}

// document: one decision may recognise many things, so that the names have to be alike.
func (c *Row) document(r *form.Record) {
	if doc := plainTitle(r.Str("recognised_doc")); doc != "" && c.Plain != "" {
		c.Marks = append(c.Marks, Mark{"document\x00" + doc, false, true, text.FilingClaimDocument.With(text.Harmless(r.Str("recognised_doc")))})
	}
}

// Doubles finds what two enterprises claim in one year. The sides come in the order of parties, and of rows in each.
func Doubles(sides []Side) (found []Double) {
	type bucket struct {
		mark  Mark
		sides []Side
	}
	by := make(map[string]*bucket)
	for _, s := range sides {
		for _, k := range s.Marks {
			id := strconv.Itoa(s.Year) + "\x00" + s.Form.ID + "\x00" + k.ID
			b := by[id]
			if b == nil {
				b = &bucket{mark: k}
				by[id] = b
			}
			b.sides = append(b.sides, s)
		}
	}
	told := pairs{of: make(map[string]uint32), told: make(map[uint64]bool)}
	ids := make([]string, 0, len(by))
	for id, b := range by {
		if len(b.sides) > 1 {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(truth(by[b].mark.Certain)-truth(by[a].mark.Certain), strings.Compare(a, b))
	})
	for _, id := range ids {
		b := by[id]
		for _, sides := range apart(b.sides, b.mark.Alike) {
			if claim, fresh := doubleOf(b.mark, sides, told); fresh {
				found = append(found, claim)
			}
		}
	}
	inorder.Stably(found, func(a, b Double) int { return truth(b.Certain) - truth(a.Certain) })
	return found
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// apart parts the sides of a bucket into groups that are of one thing: all of them, or those with alike titles.
func apart(sides []Side, alike bool) [][]Side {
	if !alike {
		return [][]Side{sides}
	}
	var groups [][]Side
	var firsts []gist
	for _, s := range sides {
		at, is := -1, gistOf(s.Plain)
		// Beyond some hundred groups only equal titles are looked for: a hostile file must not make this quadratic.
		for i := range firsts {
			if firsts[i].plain == s.Plain || i < mostCompared && firsts[i].like(is) {
				at = i
				break
			}
			if i > mostCompared*10 {
				break
			}
		}
		if at < 0 {
			groups, firsts = append(groups, []Side{s}), append(firsts, is)
		} else {
			groups[at] = append(groups[at], s)
		}
	}
	return groups
}

const mostCompared = 200

// doubleOf makes a double claim of sides of more than one enterprise; fresh is false where there is none, or all of it is told.
func doubleOf(k Mark, sides []Side, told pairs) (claim Double, fresh bool) {
	enterprises := make(map[string]bool)
	for _, s := range sides {
		enterprises[s.USCC] = true
	}
	if len(enterprises) < 2 {
		return claim, false
	}
	claim = Double{Form: sides[0].Form.ID, Mark: k.ID, Certain: k.Certain, Because: k.Because, Sides: sides}
	same := true
	var first [pairsTold]uint32
	for i, s := range sides {
		at := told.number(s)
		for _, other := range first[:min(i, pairsTold)] {
			pair := uint64(other)<<32 | uint64(at)
			fresh = fresh || !told.told[pair]
			told.told[pair] = true
		}
		if i < pairsTold {
			first[i] = at
		}
		same = same && s.Plain == sides[0].Plain
	}
	switch what, _, _ := strings.Cut(k.ID, "\x00"); what {
	case "certificate":
		claim.Certain = same // else one number and two achievements: perhaps a slip of the pen on one side
	case "document":
		claim.Certain = same
	}
	return claim, fresh
}

// pairsTold is with how many earlier sides of a claim each further one is remembered, so that it is not told again.
const pairsTold = 20

// pairs are the pairs of rows that are told already, by the numbers of their places.
type pairs struct {
	of   map[string]uint32
	told map[uint64]bool
}

// number gives the number of a row's place; there are fewer rows than numbers.
func (p pairs) number(s Side) uint32 {
	place := s.place()
	at, known := p.of[place]
	if !known {
		at = uint32(len(p.of))
		p.of[place] = at
	}
	return at
}

// place says where a claim stands; sides of a bucket are always in the order of members and rows.
func (s Side) place() string {
	return s.Path + "\x00" + s.Form.ID + "\x00" + strconv.FormatInt(s.Row.Row, 10)
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

// gist is a plain title made ready to be held against many.
type gist struct {
	plain string
	runes int
	pairs []uint64 // of neighbouring characters, sorted
}

func gistOf(plain string) gist {
	runes := []rune(plain)
	g := gist{plain: plain, runes: len(runes)}
	if len(runes) > longestTitle {
		return g // held against none
	}
	for i := 1; i < len(runes); i++ {
		g.pairs = append(g.pairs, uint64(runes[i-1])<<32|uint64(runes[i]))
	}
	slices.Sort(g.pairs)
	return g
}

// like reports whether two plain titles are of one thing: alike in four of five neighbouring pairs of characters, or one within the
// other.
func (a *gist) like(b gist) bool {
	if a.plain == b.plain {
		return a.plain != ""
	}
	if a.runes > longestTitle || b.runes > longestTitle || min(a.runes, b.runes) < 4 {
		return false
	}
	if min(a.runes, b.runes) >= 6 && (strings.Contains(a.plain, b.plain) || strings.Contains(b.plain, a.plain)) {
		return true
	}
	common := 0
	for i, j := 0, 0; i < len(a.pairs) && j < len(b.pairs); {
		switch {
		case a.pairs[i] < b.pairs[j]:
			i++
		case a.pairs[i] > b.pairs[j]:
			j++
		default:
			common, i, j = common+1, i+1, j+1
		}
	}
	return 2*common*5 >= 4*(a.runes+b.runes-2)
}

// longestTitle is how much of a name is compared, in characters.
const longestTitle = 400
