package xlsx

import (
	"encoding/xml"
	"strings"
)

// kind is what the number format of a style makes of a number.
type kind uint8

const (
	plain kind = iota
	date
	month // a date shown without its day
	percent
)

// readStyles learns which styles show dates and percents.
func (b *Book) readStyles(part string) error {
	content, err := b.part(part)
	if err != nil {
		return err
	}
	var file struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := xml.Unmarshal(content, &file); err != nil {
		return err
	}
	custom := make(map[int]kind, len(file.Formats))
	for _, f := range file.Formats {
		custom[f.ID] = kindOf(f.Code)
	}
	b.styles = make([]kind, len(file.Cells))
	for i, c := range file.Cells {
		if k, ok := custom[c.Format]; ok {
			b.styles[i] = k
		} else {
			b.styles[i] = builtin(c.Format)
		}
	}
	return nil
}

// builtin knows the number formats that files name by number alone, those of Chinese systems (27–36, 50–58) among them.
func builtin(id int) kind {
	switch {
	case id == 9, id == 10:
		return percent
	case id == 17, id == 27, id == 36, id == 50, id == 52, id == 55, id == 57:
		return month
	case id >= 14 && id <= 22, id >= 28 && id <= 31, id >= 51 && id <= 58:
		return date
	}
	return plain
}

// kindOf reads a number format such as yyyy"年"m"月"d"日";@.
func kindOf(code string) kind {
	section, _, _ := strings.Cut(code, ";")
	var letters strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(section); i++ {
		switch c := section[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\', c == '_', c == '*':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !bracket:
			letters.WriteByte(c | 0x20)
		}
	}
	shown := letters.String()
	switch {
	case strings.Contains(shown, "general"):
		return plain
	case strings.Contains(shown, "y") && strings.Contains(shown, "d"), strings.Contains(shown, "m") && strings.Contains(shown, "d"):
		return date
	case strings.Contains(shown, "y") && strings.Contains(shown, "m"):
		return month
	case strings.Contains(section, "%"):
		return percent
	}
	return plain
}
