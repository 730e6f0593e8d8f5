package registry

import (
	"bytes"
	"html"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"yice/filing/intake/delimited"
	"yice/internal/whole"
	"yice/text"
)

// WriteRanking writes a ranking as XLSX or HTML, by the ending of the name. The head of the history goes with it.
func WriteRanking(path string, rows []Ranked, h Head, l text.Lang) error {
	var content []byte
	var err error
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		content, err = rankingWorkbook(rows, h, l)
	case ".html", ".htm":
		content = rankingPage(rows, h, l)
	default:
		return fault("registry.kind", text.Usage, text.RegistryRankingKind.With(shown(path)))
	}
	if err != nil {
		return err
	}
	return writeWhole(path, content)
}

// writeWhole puts a file in the place of one that may be there.
func writeWhole(path string, content []byte) error {
	return writeFile(path, func(f io.WriteSeeker) error {
		_, err := f.Write(content)
		return err
	})
}

// writeFile is writeWhole of what is written piece by piece. A fault of the writing passes through.
func writeFile(path string, write func(io.WriteSeeker) error) error {
	wrong := func(err error) error {
		if codeOf(err, "") != "" {
			return err
		}
		return faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(path)), err)
	}
	f, err := whole.Temp(filepath.Dir(path))
	if err != nil {
		return wrong(err)
	}
	defer os.Remove(f.Name())
	if err = write(f); err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return wrong(err)
	}
	return nil
}

func rankingHeads(l text.Lang) []string {
	return []string{
		text.FilingColRank.In(l), text.FilingColCode.In(l), text.FilingColName.In(l), text.FilingColType.In(l), text.RegistryTier.In(l),
		text.QuestionSelf.In(l), text.QuestionConfirmed.In(l), text.CmdSheetBonus.In(l), text.CmdSheetAssessed.In(l), text.RegistryCompletion.In(l),
		text.RegistryAdjusted.In(l), text.TermGrade.In(l),
	}
}

func (r *Ranked) cells() []string {
	place := ""
	if r.Rank > 0 {
		place = strconv.Itoa(r.Rank)
	}
	return []string{
		place, r.USCC, r.Name, r.Type, r.Tier, r.Self.Innovation, r.Confirmed.Innovation, r.Confirmed.Bonus, r.Confirmed.Assessed, r.Confirmed.Completion,
		r.Adjusted, r.Grade,
	}
}

// headText names the head of the history for print.
func headText(h Head, l text.Lang) string { return text.RegistryHead.With(h.Lines, h.Hash).In(l) }

// rankingWorkbook prints on landscape pages, as wide as one, with its heads on each.
func rankingWorkbook(rows []Ranked, h Head, l text.Lang) ([]byte, error) {
	x := excelize.NewFile()
	defer x.Close()
	const sheet = "Sheet1"
	put := func(row int, cells []string) error {
		for i, c := range cells {
			at, err := excelize.CoordinatesToCellName(i+1, row)
			if err == nil {
				err = x.SetCellStr(sheet, at, delimited.Marked(c))
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
	if err := put(1, rankingHeads(l)); err != nil {
		return nil, err
	}
	for i := range rows {
		if err := put(i+2, rows[i].cells()); err != nil {
			return nil, err
		}
	}
	if err := put(len(rows)+3, []string{headText(h, l)}); err != nil {
		return nil, err
	}
	landscape, size, wide, high, fit := "landscape", 9, 1, 0, true
	if err := x.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return nil, err
	}
	if err := x.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &size, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return nil, err
	}
	if err := x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: sheet + "!$1:$1", Scope: sheet}); err != nil {
		return nil, err
	}
	if err := x.SetColWidth(sheet, "B", "C", 24); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := x.Write(&b)
	return b.Bytes(), err
}

func rankingPage(rows []Ranked, h Head, l text.Lang) []byte {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="` + l.String() + `"><meta charset="utf-8"><title>` + html.EscapeString(text.RegistryRanking.In(l)) + "</title>\n<style>" +
		"@page{size:A4 landscape;margin:15mm}body{font-family:'Noto Serif CJK SC',SimSun,serif;font-size:10.5pt}table{border-collapse:collapse;width:100%}" +
		"th,td{border:1px solid #000;padding:2px 4px}thead{display:table-header-group}tr{break-inside:avoid}td.n{text-align:right}</style>\n<h1>" +
		html.EscapeString(text.RegistryRanking.In(l)) + "</h1>\n<table><thead><tr>")
	for _, head := range rankingHeads(l) {
		b.WriteString("<th>" + html.EscapeString(head) + "</th>")
	}
	b.WriteString("</tr></thead><tbody>\n")
	for i := range rows {
		b.WriteString("<tr>")
		for n, c := range rows[i].cells() {
			class := ""
			if n == 0 || n >= 5 && n <= 10 {
				class = ` class="n"`
			}
			b.WriteString("<td" + class + ">" + html.EscapeString(text.Harmless(c)) + "</td>")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>\n<p>" + html.EscapeString(headText(h, l)) + "</p>\n</html>\n")
	return []byte(b.String())
}
