package xlsx

import (
	"errors"
	"io"

	"yice/text"
)

// sharedStrings are the texts of a workbook, back to back.
type sharedStrings struct {
	all  []byte
	ends []uint32
	// crossed are those of which a part is crossed out.
	crossed map[int]bool
}

func (s *sharedStrings) get(i int) ([]byte, bool) {
	if s == nil || i < 0 || i >= len(s.ends) {
		return nil, false
	}
	from := uint32(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	return s.all[from:s.ends[i]:s.ends[i]], true
}

func (b *Book) readStrings(part string) error {
	r, err := b.stream(part)
	if err != nil {
		return err
	}
	defer r.Close()
	s := &sharedStrings{}
	x := newScanner(r)
	inText, phonetic, struck := false, false, false
	for {
		err := x.next()
		if errors.Is(err, io.EOF) {
			b.strings = s
			return nil
		}
		if err != nil {
			return err
		}
		if inText && !phonetic {
			s.all = unescape(s.all, x.text)
			if struck && len(x.text) > 0 {
				if s.crossed == nil {
					s.crossed = make(map[int]bool)
				}
				s.crossed[len(s.ends)] = true
			}
		}
		name, closing := x.name()
		switch string(name) {
		case "t":
			inText = !closing && !x.empty()
		case "rPh":
			phonetic = !closing && !x.empty()
		case "r":
			struck = false
		case "strike":
			struck = struck || x.on()
		case "si":
			if closing || x.empty() {
				s.ends = append(s.ends, uint32(len(s.all)))
			}
		}
		if len(s.all) > maxStrings || len(s.ends) > 20*maxRows {
			return refuse("workbook-limits", text.FilingWorkbookLimits, nil)
		}
	}
}
