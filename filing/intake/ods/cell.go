package ods

import (
	"encoding/xml"
	"strings"

	"yice/filing/intake/decimal"
	"yice/filing/intake/held"
	"yice/filing/intake/sheet"
)

// tableCell is a cell as it is put into each row it stands in.
type tableCell struct {
	held.Cell
	shown       held.Ref
	right, down int // the last column of its block, the rows below
}

// readCell reads a cell that stands n times from a column on.
func (t *table) readCell(e xml.StartElement, col, n int, rowStyle string) error {
	content, paragraphs, struck, err := t.d.readText()
	if err != nil {
		return err
	}
	c := tableCell{Cell: held.Cell{Col: col, Formula: attr(e, "formula") != ""}}
	c.right, c.down = col+count(e, "number-columns-spanned")-1, count(e, "number-rows-spanned")-1
	style := attr(e, "style-name")
	if style == "" {
		style = rowStyle
	}
	if style == "" {
		style = t.columnStyle(col)
	}
	c.Struck = struck || t.d.styles.crossesOut(style)
	shown, exact := t.shows(e, &c.Cell, content, paragraphs, t.d.styles.of(style))
	if shown == "" {
		if c.right > c.Col || c.down > 0 {
			t.cells = append(t.cells, c) // a block that shows nothing still covers
		}
		return nil
	}
	if c.shown, err = t.out.Keep([]byte(shown)); err != nil {
		return err
	}
	if exact != "" {
		if c.Exact, err = t.out.Keep([]byte(exact)); err != nil {
			return err
		}
	}
	// One more than a sheet has columns is enough to be refused.
	for range min(n, sheet.MaxColumns+1) {
		t.cells = append(t.cells, c)
		c.Col++
		c.right++
	}
	return nil
}

// shows gives what a cell shows, and the exact value of a figure that shows fewer digits.
func (t *table) shows(e xml.StartElement, c *held.Cell, content string, paragraphs int, l look) (shown, exact string) {
	damage := func(what string) (string, string) {
		c.Kind = held.Figure
		return sheet.Damage + what, ""
	}
	if failed(e, content, c.Formula) {
		return damage(content)
	}
	switch kind := attr(e, "value-type"); kind {
	case "float", "currency", "percentage":
		value, ok := decimal.Parse(attr(e, "value"))
		switch {
		case !ok:
			return damage("")
		case !decimal.Kept(value):
			return damage(value)
		}
		c.Kind = held.Figure
		if paragraphs == 0 { // of a program that writes no shown text
			if kind == "percentage" {
				return decimal.Shift(value, 2) + "%", ""
			}
			return value, ""
		}
		seen := decimal.See(content, value, l.red)
		if seen.Words {
			c.Kind = held.Text
		}
		return seen.Text, seen.Exact
	case "date":
		return date(attr(e, "date-value"), content, l), ""
	case "boolean":
		if attr(e, "boolean-value") == "true" {
			return "是", ""
		}
		return "否", ""
	case "string":
		if paragraphs == 0 {
			content = attr(e, "string-value")
		}
	case "":
		if c.Formula && paragraphs == 0 {
			return damage("") // never computed
		}
	}
	return content, ""
}

// date gives a date as package sheet wants it: without its day where the format shows none.
func date(value, content string, l look) string {
	day, _, _ := strings.Cut(value, "T")
	if len(day) != len("2006-01-02") || day[4] != '-' || day[7] != '-' {
		return content
	}
	if l.year && l.month && !l.day {
		return day[:7]
	}
	return day
}

// failed reports a cell that shows an error. Older programs wrote errors as texts, or as zero that shows one.
func failed(e xml.StartElement, content string, formula bool) bool {
	for _, a := range e.Attr {
		if a.Name.Space == "calcext" && a.Name.Local == "value-type" && a.Value == "error" {
			return true
		}
	}
	if !formula && attr(e, "value-type") == "string" {
		return false
	}
	switch content {
	case "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A":
		return true
	}
	return strings.HasPrefix(content, "Err:")
}

// notShown are the elements within a cell that are no part of its text: comments, drawings, tables within.
var notShown = map[string]bool{
	"annotation": true, "note": true, "ruby-text": true, "frame": true, "table": true, "detective": true, "control": true,
	"custom-shape": true, "g": true, "annotation-end": true, "cell-range-source": true,
}

// readText reads the text of a cell to the cell's end: its paragraphs, and how many they are. White space counts once; what
// counts more often is written as an element. struck tells that a part of it is crossed out.
func (d *document) readText() (content string, paragraphs int, struck bool, err error) {
	var out strings.Builder
	in := 0       // how deep within a paragraph
	space := true // nothing to part yet
	for depth := 1; depth > 0; {
		token, err := d.x.RawToken()
		if err != nil {
			return "", 0, false, errPackage
		}
		switch part := token.(type) {
		case xml.StartElement:
			name := part.Name.Local
			if notShown[name] {
				if err := d.skip(); err != nil {
					return "", 0, false, err
				}
				continue
			}
			depth++
			switch {
			case in > 0:
				in++
				struck = struck || name == "span" && d.styles.crossesOut(attr(part, "style-name"))
			case name == "p" || name == "h":
				if paragraphs > 0 {
					out.WriteByte('\n')
				}
				paragraphs++
				in, space = 1, true
			}
			if in > 0 && written(&out, part) {
				space = false
			}
		case xml.EndElement:
			depth--
			in = max(in-1, 0)
		case xml.CharData:
			if in > 0 {
				space = collapse(&out, part, space)
			}
		}
		if depth > maxDepth || out.Len() > 4*sheet.MaxCellRunes {
			return "", 0, false, held.Limit()
		}
	}
	return out.String(), paragraphs, struck, nil
}

// written writes the white space that elements stand for.
func written(out *strings.Builder, e xml.StartElement) bool {
	switch e.Name.Local {
	case "s":
		out.WriteString(strings.Repeat(" ", min(count(e, "c"), sheet.MaxCellRunes)))
	case "tab":
		out.WriteByte('\t')
	case "line-break":
		out.WriteByte('\n')
	default:
		return false
	}
	return true
}

// collapse writes characters with runs of white space as one space, none at the beginning.
func collapse(out *strings.Builder, chars []byte, space bool) bool {
	for _, c := range chars {
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' {
			if !space {
				out.WriteByte(' ')
			}
			space = true
			continue
		}
		out.WriteByte(c)
		space = false
	}
	return space
}
