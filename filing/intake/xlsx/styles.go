package xlsx

import (
	"encoding/xml"

	"yice/filing/intake/numfmt"
)

// readStyles learns how each style shows a number.
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
		Fonts []struct {
			Strike *struct {
				Value string `xml:"val,attr"`
			} `xml:"strike"`
		} `xml:"fonts>font"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
			Font   int `xml:"fontId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := xml.Unmarshal(content, &file); err != nil {
		return err
	}
	codes := make(map[int]string, len(file.Formats))
	for _, f := range file.Formats {
		codes[f.ID] = f.Code
	}
	formats := make(map[int]*numfmt.Format)
	b.styles = make([]*numfmt.Format, len(file.Cells))
	for i, c := range file.Cells {
		if c.Font >= 0 && c.Font < len(file.Fonts) {
			if s := file.Fonts[c.Font].Strike; s != nil && s.Value != "0" && s.Value != "false" {
				if b.struck == nil {
					b.struck = make([]bool, len(file.Cells))
				}
				b.struck[i] = true
			}
		}
		f, ok := formats[c.Format]
		if !ok {
			code, named := codes[c.Format]
			if !named {
				code = numfmt.Builtin(c.Format)
			}
			if code != "General" {
				f = numfmt.Parse(code)
			}
			formats[c.Format] = f
		}
		b.styles[i] = f
	}
	return nil
}
