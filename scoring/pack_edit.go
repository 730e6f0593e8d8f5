package scoring

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"yice/internal/inorder"
	"yice/text"
)

// Changing a pack's file as a person would: the value is replaced where it stands, comments and layout stay. What comes
// out is loaded again before it is given back.

// edit replaces a piece of a file.
type edit struct {
	from, to int
	with     string
}

// editor collects edits to the file of a pack that loads.
type editor struct {
	src   []byte
	root  *node
	nl    string
	edits []edit
}

func newEditor(source []byte) *editor {
	errs := &errorList{src: newSource(source)}
	e := &editor{src: source, root: buildTree(errs.src, errs), nl: "\n"}
	if bytes.Contains(source, []byte("\r\n")) {
		e.nl = "\r\n"
	}
	return e
}

// replace puts a new literal where a value stands.
func (e *editor) replace(v *node, literal string) {
	e.edits = append(e.edits, edit{v.at, v.end, literal})
}

// insertAfter puts lines after the line that ends at end.
func (e *editor) insertAfter(end int, lines ...string) {
	end = lineEnd(e.src, end)
	lead := ""
	if end == len(e.src) && end > 0 && e.src[end-1] != '\n' {
		lead = e.nl
	}
	if end < len(e.src) {
		end++
	}
	e.edits = append(e.edits, edit{end, end, lead + strings.Join(lines, e.nl) + e.nl})
}

// set gives a key of a table a literal, on its own line after the table's last where it is new.
func (e *editor) set(table *node, key, literal string) {
	if v := table.get(key); v != nil {
		e.replace(v, literal)
		return
	}
	e.insertAfter(table.end, e.indent(table)+key+" = "+literal)
}

// assume adds a name to the list assumed of a table, where no list has it yet.
func (e *editor) assume(table *node, name string) {
	for _, key := range []string{"given", "assumed"} {
		if v := table.get(key); v != nil && slices.ContainsFunc(v.items, func(it *node) bool { return it.text == name }) {
			return
		}
	}
	v := table.get("assumed")
	switch {
	case v == nil:
		e.insertAfter(table.end, e.indent(table)+"assumed = ["+quoted(name)+"]")
	case len(v.items) > 0:
		last := v.items[len(v.items)-1]
		e.edits = append(e.edits, edit{last.end, last.end, ", " + quoted(name)})
	default:
		open := v.at + bytes.IndexByte(e.src[v.at:], '[') + 1
		e.edits = append(e.edits, edit{open, open, quoted(name)})
	}
}

// indent gives the blanks before the last line of a table.
func (e *editor) indent(table *node) string {
	start := bytes.LastIndexByte(e.src[:table.at], '\n') + 1
	i := start
	for i < len(e.src) && (e.src[i] == ' ' || e.src[i] == '\t') {
		i++
	}
	return string(e.src[start:i])
}

// apply gives the file with every edit made.
func (e *editor) apply() []byte {
	inorder.Stably(e.edits, func(a, b edit) int { return a.from - b.from })
	var out []byte
	at := 0
	for _, d := range e.edits {
		out = append(append(out, e.src[at:d.from]...), d.with...)
		at = d.to
	}
	return append(out, e.src[at:]...)
}

// quoted writes a TOML string.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// literal writes a number as a pack holds it: bare where TOML reads it as one, percents and the rest in quotes.
func literal(value string) string {
	_, isPercent, why := ParseNumber(value)
	digits := strings.TrimLeft(value, "+-")
	if !why.Empty() || isPercent || digits[0] == '0' && digits != "0" && !strings.HasPrefix(digits, "0.") {
		return quoted(value)
	}
	return value
}

// NewFrom writes the draft of another year from a pack, for `yice pack new`: comments and layout stay; year, period,
// version, title and the milestones' due dates move to the year; status is draft; supersedes names the old pack where that
// was issued; last year's weight of innovation becomes the weight before, and every line whose number is last year's is marked. For the
// pack's own year it is the next version.
func NewFrom(p *Pack, year int) ([]byte, error) {
	if year < int(ruleYear.least) || year > int(ruleYear.most) {
		return nil, &text.Fault{Code: "pack.year", Class: text.Usage, Say: text.PackYearRange.With(year, ruleYear.least, ruleYear.most)}
	}
	e := newEditor(withoutExtract(p))
	head, shift := e.root.get("pack"), year-p.Year
	e.set(head, "year", strconv.Itoa(year))
	e.set(head, "version", quoted(NextVersion(p.Version, p.Year, year)))
	e.set(head, "title", quoted(strings.ReplaceAll(p.Title, strconv.Itoa(p.Year), strconv.Itoa(year))))
	e.set(head, "valid_from", Shifted(p.ValidFrom, shift))
	e.set(head, "valid_to", Shifted(p.ValidTo, shift))
	e.set(head, "status", quoted("draft"))
	old := ""
	switch {
	case p.Extract != nil:
		old = p.Extract.Of
	case p.Issued():
		old = p.SHA256
	}
	if old != "" || p.Supersedes != "" {
		e.set(head, "supersedes", quoted(old))
	}
	if annual := e.root.get("annual"); shift != 0 {
		e.set(annual, "innovation_weight_prev", literal(p.InnovationWeight.Text))
		e.assume(annual, "innovation_weight_prev")
	}
	if all := e.root.get("enterprise"); all != nil {
		for _, ent := range all.items {
			e.redateMilestones(ent, shift)
		}
	}
	if shift != 0 {
		e.mark(p, p.Year)
	}
	out := e.apply()
	_, err := Load(out)
	return out, err
}

// withoutExtract gives the rules of a pack's file: what was settled for one enterprise was settled for its year. An extract stands at
// the end of the file, as it was written there.
func withoutExtract(p *Pack) []byte {
	if p.Extract == nil {
		return p.Source
	}
	at := newEditor(p.Source).root.get("extract").at
	return p.Source[:bytes.LastIndexByte(p.Source[:at], '\n')+1]
}

func (e *editor) redateMilestones(ent *node, shift int) {
	all := ent.get("milestone")
	if all == nil {
		return
	}
	for _, m := range all.items {
		if due := m.get("due"); due != nil {
			e.replace(due, Shifted(due.text, shift))
		}
	}
}

// Shifted moves a day by whole years; 29 February becomes the 28th where there is none.
func Shifted(day string, years int) string {
	moved := numbered4(atoi(day[:4])+years) + day[4:]
	if !isDate(moved) {
		moved = moved[:8] + "28"
	}
	return moved
}

// NextVersion: another year begins at .1; within a year the last number goes up by one.
func NextVersion(version string, from, to int) string {
	if from != to {
		return strconv.Itoa(to) + ".1"
	}
	head, last, dotted := strings.Cut(version, ".")
	if i := strings.LastIndexByte(version, '.'); i >= 0 {
		head, last = version[:i], version[i+1:]
	}
	if n, err := strconv.Atoi(last); dotted && err == nil && n >= 0 && n < 1_000_000 {
		return head + "." + strconv.Itoa(n+1)
	}
	return version + ".1"
}
