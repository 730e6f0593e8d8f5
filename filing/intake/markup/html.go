package markup

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"yice/filing/intake/held"
	"yice/filing/intake/sheet"
)

// Limits of a page.
const (
	maxToken  = 8 << 20 // of one element or one stretch of text
	maxNested = 60      // tables within tables
	maxLoose  = 400     // lines of text around tables
)

// page reads a page as it comes, without a tree: what people write as tables is seldom well formed, and a tree of a large
// one takes twenty times its size. An element that is not closed is closed by the next of its kind, as browsers have it.
type page struct {
	z       *html.Tokenizer
	classes map[string]look
	formats formats
	open    []*table // from the outermost
	items   []item   // of the page, in its order
	loose   strings.Builder
	mute    string // an element whose text nobody sees, to its end
	muted   int    // how deep in elements of that name
	inner   int    // tables begun within it
}

// item is a table, or a line of text outside of tables.
type item struct {
	table *table
	line  string
}

// readPage reads the tables of a page as sheets.
func (b *book) readPage(content []byte) error {
	r, err := decode(content)
	if err != nil {
		return err
	}
	p := &page{z: html.NewTokenizer(r), classes: make(map[string]look), formats: make(formats)}
	p.z.SetMaxBuf(maxToken)
	if err := p.read(); err != nil {
		return err
	}
	return p.sheets(b)
}

func (p *page) read() error {
	for {
		switch p.z.Next() {
		case html.ErrorToken:
			err := p.z.Err()
			if errors.Is(err, html.ErrBufferExceeded) {
				return held.Limit()
			}
			if !errors.Is(err, io.EOF) {
				return err
			}
			for len(p.open) > 0 {
				if err := p.endTable(); err != nil {
					return err
				}
			}
			return p.endLine()
		case html.TextToken:
			p.text(p.z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := p.start(); err != nil {
				return err
			}
		case html.EndTagToken:
			name, _ := p.z.TagName()
			if err := p.end(string(name)); err != nil {
				return err
			}
		}
	}
}

// void are elements without an end.
var void = map[string]bool{
	"br": true, "hr": true, "img": true, "input": true, "meta": true, "link": true, "col": true, "base": true, "wbr": true, "area": true,
	"embed": true, "source": true, "track": true, "param": true,
}

// silent are elements whose text is not part of what is seen.
var silent = map[string]bool{
	"head": true, "script": true, "title": true, "noscript": true, "template": true, "xml": true, "object": true, "textarea": true, "option": true, "comment": true,
	"svg": true, "iframe": true, "noframes": true,
}

// blocks are elements that stand on lines of their own.
var blocks = map[string]bool{
	"p": true, "div": true, "li": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "center": true, "hr": true, "caption": true,
	"pre": true, "ul": true, "ol": true, "form": true, "fieldset": true, "body": true,
}

func (p *page) start() error {
	raw, more := p.z.TagName()
	name := string(raw)
	a := attributes(p.z, more)
	if p.mute != "" {
		switch {
		case name == "style":
			p.style()
		case name == "option" && p.mute == "option":
			p.unmute() // options end where the next begins
			return p.element(name, a)
		case name == p.mute && !void[name]:
			p.muted++
		case name == "table" && p.mute != "head":
			p.inner++
		case name == "body" && p.mute == "head", name == "table" && p.mute == "head":
			p.unmute() // a head that is not closed
			return p.element(name, a)
		}
		return nil
	}
	return p.element(name, a)
}

// element takes an element that is seen.
func (p *page) element(name string, a map[string]string) error {
	l := p.look(a)
	switch name {
	case "style":
		p.style()
		return nil
	case "table":
		return p.beginTable(l)
	case "tr":
		return p.beginRow(l)
	case "td", "th":
		return p.beginCell(a, l)
	case "br":
		p.write("\n")
		return nil
	}
	_, selected := a["selected"]
	if silent[name] && (name != "option" || !selected) || l.hidden {
		if !void[name] {
			p.mute, p.muted, p.inner = name, 1, 0
		}
		return nil
	}
	if blocks[name] {
		return p.breakLine()
	}
	if c := p.cell(); c != nil {
		c.look.red = c.look.red || l.red
		c.look.struck = c.look.struck || l.struck || crossesOut[name]
	}
	return nil
}

// crossesOut are the elements whose text is crossed out.
var crossesOut = map[string]bool{"s": true, "strike": true, "del": true}

func (p *page) end(name string) error {
	if p.mute != "" {
		if p.muting(name) {
			return nil
		}
		p.unmute()
	}
	switch name {
	case "td", "th":
		return p.endCell()
	case "tr":
		return p.endRow()
	case "table":
		return p.endTable()
	}
	if blocks[name] {
		return p.breakLine()
	}
	return nil
}

func (p *page) unmute() { p.mute, p.muted, p.inner = "", 0, 0 }

// muting takes the end of an element within one that is not seen. The end of the cell around it ends it too, whatever is
// not closed.
func (p *page) muting(name string) bool {
	switch {
	case name == p.mute:
		if p.muted--; p.muted == 0 {
			p.unmute()
		}
		return true
	case p.mute == "option" && name == "select":
		p.unmute()
		return true
	case p.inner > 0:
		if name == "table" {
			p.inner--
		}
		return true
	}
	return p.mute == "head" || name != "td" && name != "th" && name != "tr" && name != "table"
}

// style reads the text of a style element, which the tokenizer gives whole.
func (p *page) style() {
	if p.z.Next() == html.TextToken {
		if css := p.z.Text(); len(css) <= maxStyleSrc {
			readClasses(p.classes, string(css))
		}
	}
}

// attributes gives the attributes of an element, the first of each name.
func attributes(z *html.Tokenizer, more bool) map[string]string {
	if !more {
		return nil
	}
	a := make(map[string]string)
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if _, twice := a[string(key)]; !twice && len(a) < 200 {
			a[string(key)] = string(value)
		}
	}
	return a
}

// look is the style of an element, its own before that of its classes.
func (p *page) look(a map[string]string) look {
	if a == nil {
		return look{}
	}
	l := look{}
	if css := a["style"]; css != "" {
		l = readLook(css)
	}
	for _, class := range strings.Fields(a["class"]) {
		l = l.over(p.classes[class])
	}
	if _, hidden := a["hidden"]; hidden {
		l.hidden = true
	}
	if c := strings.ToLower(a["color"]); c == "red" || c == "#ff0000" || c == "#f00" {
		l.red = true
	}
	return l
}

// span reads how far a cell reaches.
func span(s string, most int) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, most)
}

// cell is the cell under way, nil outside of one.
func (p *page) cell() *htmlCell {
	if len(p.open) == 0 {
		return nil
	}
	return p.open[len(p.open)-1].cell
}

// text writes characters where they belong: into the cell under way, or outside of tables into a line.
func (p *page) text(b []byte) {
	if p.mute == "" {
		p.write(string(b))
	}
}

func (p *page) write(s string) {
	switch c := p.cell(); {
	case c != nil:
		c.write(s)
	case s == "\n":
		_ = p.endLine()
	case p.loose.Len() < sheet.MaxCellRunes:
		p.loose.WriteString(strings.ReplaceAll(s, sheet.Damage, ""))
	}
}

// breakLine begins a new line where a block begins or ends.
func (p *page) breakLine() error {
	if c := p.cell(); c != nil {
		c.breakLine()
		return nil
	}
	return p.endLine()
}

// endLine keeps a line of text outside of tables, if it says anything.
func (p *page) endLine() error {
	line := strings.Join(strings.Fields(p.loose.String()), " ")
	p.loose.Reset()
	if line == "" {
		return nil
	}
	return p.keep(item{line: line})
}

func (p *page) keep(i item) error {
	if len(p.items) > maxLoose+sheet.MaxSheets*4 {
		return held.Limit()
	}
	p.items = append(p.items, i)
	return nil
}

// sheets makes sheets of the tables with more than one cell. The lines around them, and tables of one cell, which are
// titles and units laid out, stand before the next table, the last ones behind the last.
func (p *page) sheets(b *book) error {
	var lines []string
	var last *table
	for _, i := range p.items {
		switch {
		case i.table == nil:
			lines = append(lines, i.line)
		case i.table.absorbed:
		case i.table.out.Cells() <= 1:
			if line := i.table.only; line != "" {
				lines = append(lines, line)
			}
		default:
			last = i.table
			if err := last.before(lines); err != nil {
				return err
			}
			lines = nil
			name := "表" + strconv.Itoa(len(b.sheets)+1)
			if err := b.add(sheet.Info{Name: name, Hidden: last.hidden}, last.out); err != nil {
				return err
			}
		}
	}
	if last != nil {
		return last.behind(lines)
	}
	return nil
}
