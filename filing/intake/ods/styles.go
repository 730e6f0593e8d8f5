package ods

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

const maxStyles = 200_000

// look is what a data style shows of a value.
type look struct {
	day, month, year bool
	red              bool // what is below zero has a colour
	below            []string
}

// styles are the styles of a document: what a cell's style shows, which tables are hidden.
type styles struct {
	looks  map[string]*look  // data styles by name
	data   map[string]string // cell style → data style
	parent map[string]string // cell style → the one it is based on
	hidden map[string]bool   // table styles
	struck map[string]bool   // styles of cells and of runs of text that say whether they cross out
	writes bool              // the style begun last is a cell's or a text's
	begun  string            // the style begun last
	within *look             // the data style begun last, nil after any other
}

func newStyles() styles {
	return styles{
		looks: make(map[string]*look), data: make(map[string]string), parent: make(map[string]string), hidden: make(map[string]bool), struck: make(map[string]bool),
	}
}

// of gives the look of a cell's style, its own or what it is based on.
func (s *styles) of(name string) look {
	for range 20 { // a style based on itself is none
		if data, ok := s.data[name]; ok {
			if l := s.looks[data]; l != nil {
				return s.whole(*l)
			}
			return look{}
		}
		parent, ok := s.parent[name]
		if !ok {
			break
		}
		name = parent
	}
	return look{}
}

// crossesOut reports a cell's style that crosses out, of its own or by what it is based on.
func (s *styles) crossesOut(name string) bool {
	for range 20 {
		if struck, said := s.struck[name]; said {
			return struck
		}
		parent, ok := s.parent[name]
		if !ok {
			break
		}
		name = parent
	}
	return false
}

// whole adds the colour that a data style leaves to the one it names for values below zero.
func (s *styles) whole(l look) look {
	for _, name := range l.below {
		if other := s.looks[name]; other != nil && other.red {
			l.red = true
		}
	}
	return l
}

// readStyles reads the part of named styles.
func (d *document) readStyles(r io.Reader) error {
	x := xml.NewDecoder(r)
	for {
		token, err := x.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := d.styles.element(start); err != nil {
				return err
			}
		}
	}
}

// element takes one element of the styles; those of data styles belong to the one begun last.
func (s *styles) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "style":
		s.begun, s.within, s.writes = attr(e, "name"), nil, attr(e, "family") == "table-cell" || attr(e, "family") == "text"
		if attr(e, "family") != "table-cell" {
			break
		}
		if data := attr(e, "data-style-name"); data != "" {
			s.data[s.begun] = data
		}
		if parent := attr(e, "parent-style-name"); parent != "" {
			s.parent[s.begun] = parent
		}
	case "table-properties":
		if attr(e, "display") == "false" {
			s.hidden[s.begun] = true
		}
	case "text-properties":
		if line := attr(e, "text-line-through-style") + attr(e, "text-line-through-type"); line != "" && s.within == nil && s.writes {
			s.struck[s.begun] = attr(e, "text-line-through-style") != "none" && attr(e, "text-line-through-type") != "none"
		}
		s.detail(e)
	case "number-style", "currency-style", "percentage-style", "date-style", "time-style", "boolean-style", "text-style":
		s.within = &look{}
		s.looks[attr(e, "name")] = s.within
	default:
		s.detail(e)
	}
	if len(s.looks)+len(s.data)+len(s.parent)+len(s.hidden)+len(s.struck) > maxStyles {
		return errPackage
	}
	return nil
}

// detail takes an element within a data style.
func (s *styles) detail(e xml.StartElement) {
	l := s.within
	if l == nil {
		return
	}
	switch e.Name.Local {
	case "day":
		l.day = true
	case "month":
		l.month = true
	case "year":
		l.year = true
	case "text-properties":
		if c := attr(e, "color"); c != "" && c != "#000000" {
			l.red = true
		}
	case "map":
		if strings.Contains(attr(e, "condition"), "<") {
			l.below = append(l.below, attr(e, "apply-style-name"))
		}
	}
}

// attr gives an attribute by its local name, "" where there is none.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space != "calcext" {
			return a.Value
		}
	}
	return ""
}
