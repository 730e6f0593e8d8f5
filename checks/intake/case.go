package intake

import (
	"hash/fnv"
	"math/rand/v2"
	"sort"
	"strings"
)

// Expect is what may become of a case.
type Expect int

// The expectations.
const (
	Right      Expect = iota // has to come in right, without help
	RightOrAsk               // right, or asked about: exit 2, nothing written, a reason named
	MustRefuse               // may not come in
)

func (e Expect) String() string {
	return [...]string{"must come in", "right or asked", "must be refused"}[e]
}

// Truth is what a form holds afterwards: the fields that are judged, and each row's values as the program exports them.
type Truth struct {
	Fields []string
	Rows   [][]string
}

// Step is one call of the program.
type Step struct {
	Files  []string // the names of the case's files that are imported; nil for all
	Flags  []string
	Expect Expect
	Truth  Truth    // after this step, where it went in
	Loose  []string // fields that may also stay empty
	Spoken []string // fields that may also stay empty if the program names a column it did not understand
	Partly bool     // rows are refused and the others written: exit 1
	// WithAmount leaves rows without an amount out of the comparison.
	WithAmount bool

	// The project each line names, by date, amount and code: it comes in, or the program says that it was left out.
	Projects map[string]int
}

// File is one file of a case before it is put in a container.
type File struct {
	Name string
	Grid Grid
	Raw  []byte // instead of Grid: bytes that only this one container can be
}

// Case is one export with its truth.
type Case struct {
	Name       string
	Layout     string // the row of the published table
	Note       string // why the truth is the truth
	Form       string
	Flags      []string
	Containers []string // see containers.go; the first is tried in every run
	Files      []File
	Steps      []Step
	Mutable    bool // mutations start from here
}

// source makes the numbers of a case from its name, so that one case more does not change the others.
func source(seed uint64, name string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(name))
	return rand.New(rand.NewPCG(seed, h.Sum64()))
}

// The fields of the ledger that every truth gives.
var ledger = []string{"date", "voucher", "summary", "category", "treatment", "source", "amount"}

// truthOf reads the truth off the rows that are marked as lines.
func truthOf(g Grid) Truth {
	t := Truth{Fields: ledger}
	for _, s := range g.Sheets {
		for _, r := range s.Rows {
			for _, e := range r.lines() {
				t.Rows = append(t.Rows, e.row())
			}
		}
	}
	return t
}

func (e Entry) row() []string {
	return []string{e.Date(), itoa(e.Voucher), e.Summary, e.Category, e.Treatment, "", e.Amount().Plain()}
}

// columns narrows a truth to some fields, for layouts that do not have them all.
func (t Truth) columns(fields ...string) Truth {
	n := Truth{Fields: fields}
	for _, row := range t.Rows {
		var r []string
		for _, f := range fields {
			for i, g := range t.Fields {
				if f == g {
					r = append(r, row[i])
				}
			}
		}
		n.Rows = append(n.Rows, r)
	}
	return n
}

// simple makes a case of one file of the ledger.
func simple(name, layout, note string, e Expect, g Grid, containers ...string) Case {
	return Case{
		Name: name, Layout: layout, Note: note, Form: "spend", Containers: containers,
		Files: []File{{Name: "账.x", Grid: g}}, Steps: []Step{{Expect: e, Truth: truthOf(g)}},
	}
}

// mutable lets mutations start from a case.
func (c Case) mutable() Case {
	c.Mutable = true
	return c
}

// Corpus makes every case from a seed, in the order of their names.
func Corpus(seed uint64) []Case {
	var all []Case
	for _, layout := range layouts {
		all = append(all, layout(seed)...)
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	for i := 1; i < len(all); i++ {
		if all[i].Name == all[i-1].Name {
			panic("two cases are called " + all[i].Name)
		}
	}
	return all
}

// layouts are the makers of cases, a file each.
var layouts []func(seed uint64) []Case

// fileName gives a file of a case its container's ending.
func fileName(name, container string) string {
	base, _, _ := strings.Cut(name, ".x")
	return base + ending(container)
}
