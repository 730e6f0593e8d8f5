package filing

import (
	"html"
	"os"
	"strings"

	"yice/scoring"
	"yice/text"
)

// WritePackDiff writes what differs between two packs as a sheet of A4 that a director signs: every value, with its clause, old and
// new, and whether the document gives it.
func WritePackDiff(a, b *scoring.Pack, path string, l text.Lang) error {
	return writeBeside(path, func(out *os.File) error {
		_, err := out.WriteString(packPaper(a, b, l))
		return err
	})
}

const packPaperStyle = `@page{size:A4;margin:18mm 15mm}body{font-family:"Noto Serif CJK SC","Songti SC",SimSun,serif;font-size:10.5pt;color:#000;max-width:180mm;margin:8mm auto}
h1{font-size:16pt;text-align:center;margin:0 0 4mm}p{margin:1mm 0;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%;margin:4mm 0;table-layout:fixed}
th,td{border:.5pt solid #555;padding:1.2mm 1.6mm;vertical-align:top;text-align:left;overflow-wrap:anywhere}th{background:#eee}thead{display:table-header-group}tr{break-inside:avoid}
.o{width:22%}.n{width:18%}.v{width:20%}.k{width:12%}.s{width:8%}.sign td{height:14mm}small{color:#444}`

func packPaper(a, b *scoring.Pack, l text.Lang) string {
	say := func(p text.Pair) string { return html.EscapeString(harmless(p.In(l))) }
	var w strings.Builder
	w.WriteString("<!DOCTYPE html><html lang=\"" + l.String() + "\"><meta charset=\"utf-8\"><title>" + say(text.PackPaperTitle) + "</title><style>" + packPaperStyle + "</style>\n")
	w.WriteString("<h1>" + say(text.PackPaperTitle) + "</h1>\n")
	for _, p := range []struct {
		title text.Pair
		pack  *scoring.Pack
	}{{text.PackPaperOld, a}, {text.PackPaperNew, b}} {
		w.WriteString("<p>" + say(p.title.With(p.pack.ID, p.pack.Version, p.pack.Say(p.pack.Title))) + "<br><small>SHA-256 " + p.pack.SHA256 + "</small></p>\n")
	}
	rows := scoring.PackDiffRows(a, b)
	if len(rows) == 0 {
		w.WriteString("<p>" + say(text.CmdPackSame) + "</p>\n")
	} else {
		w.WriteString("<table><thead><tr>")
		for _, h := range []struct {
			class string
			title text.Pair
		}{{"o", text.PackSheetOf}, {"n", text.PackSheetName}, {"v", text.PackPaperWas}, {"v", text.PackPaperIs}, {"k", text.PackSheetClauses}, {"s", text.PackSheetBasis}} {
			w.WriteString("<th class=" + h.class + ">" + say(h.title) + "</th>")
		}
		w.WriteString("</tr></thead>\n")
		for i := range rows {
			r := &rows[i]
			w.WriteString("<tr>")
			for _, cell := range []text.Pair{r.Of, r.Name, orDash(r.Old), orDash(r.New), r.Clauses, r.Standing} {
				w.WriteString("<td>" + say(cell) + "</td>")
			}
			w.WriteString("</tr>\n")
		}
		w.WriteString("</table>\n")
	}
	w.WriteString("<p>" + say(text.PackPaperCount.With(len(rows), countAssumed(rows))) + "</p>\n<table class=sign><tr>")
	for _, role := range []text.Pair{text.PackPaperDrafted, text.PackPaperChecked, text.PackPaperSigned} {
		w.WriteString("<td>" + say(role) + "</td>")
	}
	return w.String() + "</tr></table>\n</html>\n"
}

func orDash(p text.Pair) text.Pair {
	if p.Empty() {
		return text.Same("—")
	}
	return p
}

func countAssumed(rows []scoring.DiffRow) (n int) {
	for i := range rows {
		if rows[i].Assumed {
			n++
		}
	}
	return n
}
