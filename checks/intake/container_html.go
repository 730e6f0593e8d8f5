package intake

import (
	"fmt"
	"html"
	"strings"
)

// covered tells which cells a merged area hides behind its first.
func (s Sheet) covered() (hidden map[[2]int]bool, span map[[2]int]Area) {
	hidden, span = map[[2]int]bool{}, map[[2]int]Area{}
	for _, a := range s.Merged {
		span[[2]int{a.Row, a.Col}] = a
		for r := a.Row; r <= a.LastRow; r++ {
			for c := a.Col; c <= a.LastCol; c++ {
				if r != a.Row || c != a.Col {
					hidden[[2]int{r, c}] = true
				}
			}
		}
	}
	return hidden, span
}

// htmlFile writes the page that Chinese systems hand out as .xls: one table, no declared style, every cell its text.
func htmlFile(container string, g Grid) ([]byte, error) {
	var b strings.Builder
	charset := "utf-8"
	if container == "html-gbk" {
		charset = "gb2312"
	}
	fmt.Fprintf(&b, "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\r\n<head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=%s\">"+
		"<style>td{mso-number-format:'\\@';}</style></head>\r\n<body>\r\n", charset)
	for _, s := range g.Sheets {
		hidden, span := s.covered()
		wide := s.width()
		b.WriteString("<table border=1 cellspacing=0>\r\n")
		for y, r := range s.Rows {
			b.WriteString("<tr>")
			for x := range wide {
				if hidden[[2]int{y, x}] {
					continue
				}
				tag := "td"
				if r.Kind == Header {
					tag = "th"
				}
				b.WriteString("<" + tag)
				if a, ok := span[[2]int{y, x}]; ok {
					if a.LastCol > a.Col {
						fmt.Fprintf(&b, ` colspan="%d"`, a.LastCol-a.Col+1)
					}
					if a.LastRow > a.Row {
						fmt.Fprintf(&b, " rowspan=%d", a.LastRow-a.Row+1)
					}
				}
				b.WriteString(">")
				if x < len(r.Cells) && r.Cells[x].Text != "" {
					b.WriteString(strings.ReplaceAll(html.EscapeString(r.Cells[x].Text), "\n", "<br>"))
				} else {
					b.WriteString("&nbsp;")
				}
				b.WriteString("</" + tag + ">")
			}
			b.WriteString("</tr>\r\n")
		}
		b.WriteString("</table>\r\n")
	}
	b.WriteString("</body></html>\r\n")
	return encoded(container, b.String())
}

// xmlFile writes XML Spreadsheet 2003, with the indices that it uses instead of empty cells.
func xmlFile(g Grid) []byte {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n" +
		"<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\n" +
		" <Styles><Style ss:ID=\"Default\"/>")
	styles := map[string]string{}
	for _, s := range g.Sheets {
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				if c.Format != "" && styles[c.Format] == "" {
					styles[c.Format] = fmt.Sprintf("s%d", len(styles)+1)
					fmt.Fprintf(&b, `<Style ss:ID="%s"><NumberFormat ss:Format="%s"/></Style>`, styles[c.Format], c.Format)
				}
			}
		}
	}
	b.WriteString("</Styles>\n")
	for _, s := range g.Sheets {
		hidden, span := s.covered()
		fmt.Fprintf(&b, " <Worksheet ss:Name=%q><Table>\n", html.EscapeString(s.Name))
		for y, r := range s.Rows {
			if r.Hidden {
				b.WriteString("  <Row ss:Hidden=\"1\">")
			} else {
				b.WriteString("  <Row>")
			}
			next := 0
			for x, c := range r.Cells {
				if hidden[[2]int{y, x}] || c.Text == "" {
					continue
				}
				b.WriteString("<Cell")
				if x != next {
					fmt.Fprintf(&b, ` ss:Index="%d"`, x+1)
				}
				next = x + 1
				if a, ok := span[[2]int{y, x}]; ok {
					fmt.Fprintf(&b, ` ss:MergeAcross="%d" ss:MergeDown="%d"`, a.LastCol-a.Col, a.LastRow-a.Row)
					next = a.LastCol + 1
				}
				b.WriteString(xmlValue(c, styles[c.Format]))
			}
			b.WriteString("</Row>\n")
		}
		b.WriteString(" </Table>")
		if s.Hidden {
			b.WriteString("<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible></WorksheetOptions>")
		}
		b.WriteString("</Worksheet>\n")
	}
	b.WriteString("</Workbook>\n")
	return []byte(b.String())
}

func xmlValue(c Cell, style string) string {
	if style != "" {
		style = fmt.Sprintf(` ss:StyleID="%s"`, style)
	}
	switch {
	case strings.HasPrefix(c.Format, "yyyy"):
		return style + `><Data ss:Type="DateTime">` + c.Text + `T00:00:00.000</Data></Cell>`
	case c.Number != "":
		return style + `><Data ss:Type="Number">` + c.Number + `</Data></Cell>`
	}
	return `><Data ss:Type="String">` + strings.ReplaceAll(html.EscapeString(c.Text), "\n", "&#10;") + `</Data></Cell>`
}
