package registry

import (
	"cmp"
	"context"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"yice/filing/registry/spelling"
	"yice/text"
)

// The papers that go out: a 结果通知书 an enterprise, the 通报, and the 汇总表. They are A4 pages laid out as GB/T 9704 has 公文, to be
// printed from a browser; number and seal are left to the hand that issues them. Papers of a year that is not closed say so on
// every page: what they say may change.

// Notices writes them into a folder, and gives the names of the files.
func (r *Registry) Notices(ctx context.Context, dir string) (files []string, err error) {
	year, err := r.Newest(ctx)
	if err != nil {
		return nil, err
	}
	if err := r.whole(ctx); err != nil {
		return nil, err
	}
	packs, err := r.packsRead(ctx)
	if err != nil {
		return nil, err
	}
	head, err := r.Head(ctx)
	if err != nil {
		return nil, err
	}
	pack := packs[year.Year]
	n := &notices{
		year: year.Year, issuer: text.Harmless(pack.Issuer), policy: text.Harmless(strings.TrimSpace(pack.Title + " " + pack.Version)), head: head,
		on: r.o.now().In(china), closed: year.Closed,
		lines: make(map[string][]Line),
	}
	if year.Closed {
		n.on = stamp(year.ClosedAt).time().In(china)
	}
	if n.rows, err = r.Rank(ctx, RankOptions{Period: strconv.Itoa(year.Year)}); err != nil {
		return nil, err
	}
	if n.due, err = r.Due(ctx, strconv.Itoa(year.Year)); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(dir)), err)
	}
	put := func(name, page string) error {
		files = append(files, name)
		return writeWhole(filepath.Join(dir, name), []byte(page))
	}
	for i := range n.rows {
		c, err := r.Show(ctx, n.rows[i].USCC, n.rows[i].Period)
		if err != nil {
			return files, err
		}
		n.lines[n.rows[i].USCC] = c.Lines
		if err := put("结果通知书-"+n.rows[i].USCC+".html", n.result(&n.rows[i], c)); err != nil {
			return files, err
		}
	}
	if err := put("通报.html", n.bulletin()); err != nil {
		return files, err
	}
	if err := put("汇总表.html", n.summary()); err != nil {
		return files, err
	}
	editables, err := n.editables(ctx, r)
	if err != nil {
		return files, err
	}
	for _, e := range editables {
		written, err := n.write(dir, e)
		if err != nil {
			return files, err
		}
		files = append(files, written...)
	}
	files = append(files, "汇总表.xlsx")
	return files, WriteRanking(filepath.Join(dir, "汇总表.xlsx"), n.rows, head, text.ZH)
}

// notices are the papers of a year.
type notices struct {
	year           int
	issuer, policy string
	rows           []Ranked
	due            []Due
	head           Head
	on             time.Time
	closed         bool
	lines          map[string][]Line // of each enterprise
}

// paperStyle is GB/T 9704: A4, 37 mm above and 28 mm beside the text, 22 lines of 28 characters of size 3 (16 pt).
const paperStyle = `@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:"— " counter(page) " —";font:14pt SimSun,'Noto Serif CJK SC',serif}}
body{font:16pt/28.95pt FangSong,STFangsong,'FangSong_GB2312','Noto Serif CJK SC',serif;margin:0 auto;max-width:156mm;color:#000}
.issuer{color:#d00;font:700 40pt/1.3 'FZXiaoBiaoSong-B05S',STZhongsong,SimSun,'Noto Serif CJK SC',serif;text-align:center;margin:8mm 0 6mm}
.number{text-align:center;margin:0}.rule{border:0;border-top:2pt solid #d00;margin:4mm 0 14mm}
h1{font:400 22pt/32pt 'FZXiaoBiaoSong-B05S',STZhongsong,SimSun,'Noto Serif CJK SC',serif;text-align:center;margin:0 0 29pt}
p{margin:0;text-indent:2em;text-align:justify}p.to,p.none{text-indent:0}p.sign{text-indent:0;text-align:right;padding-right:4em}
table{border-collapse:collapse;width:100%;font-size:12pt;line-height:18pt;margin:6pt 0}th,td{border:.5pt solid #000;padding:2pt 4pt;text-align:center}
td.l{text-align:left}td.n{text-align:right}thead{display:table-header-group}tr{break-inside:avoid}
.draft{border:1pt solid #000;text-align:center;font-size:12pt;margin-bottom:6mm}.head{font-size:9pt;line-height:14pt;text-indent:0;margin-top:12mm;word-break:break-all}
`

func esc(s string) string { return html.EscapeString(text.Harmless(s)) }

// paper lays a document out; body is HTML.
func (n *notices) paper(title, to, body string, landscape bool) string {
	var b strings.Builder
	style := paperStyle
	if landscape {
		style = strings.Replace(style, "size:A4;margin:37mm 26mm 35mm 28mm", "size:A4 landscape;margin:28mm 20mm 25mm", 1)
		style = strings.Replace(style, "max-width:156mm", "max-width:257mm", 1)
	}
	b.WriteString("<!doctype html>\n<html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>" + esc(title) + "</title>\n<style>" + style + "</style>\n<body>\n")
	if !n.closed {
		b.WriteString("<p class=\"none draft\">" + esc(text.NoticeDraft.With(n.year).ZH) + "</p>\n")
	}
	b.WriteString("<div class=\"issuer\">" + esc(n.issuer) + "</div>\n<p class=\"number\">" + esc(text.NoticeNumber.With(n.on.Year()).ZH) + "</p>\n<hr class=\"rule\">\n")
	b.WriteString("<h1>" + esc(title) + "</h1>\n")
	if to != "" {
		b.WriteString("<p class=\"to\">" + esc(to) + "：</p>\n")
	}
	b.WriteString(body)
	b.WriteString("<p class=\"sign\" style=\"margin-top:58pt\">" + esc(n.issuer) + "</p>\n<p class=\"sign\">" + esc(n.on.Format("2006年1月2日")) + "</p>\n")
	b.WriteString("<p class=\"head\">" + esc(headText(n.head, text.ZH)) + "</p>\n</body></html>\n")
	return b.String()
}

func paragraph(p text.Pair) string { return "<p>" + esc(p.ZH) + "</p>\n" }

// tableText draws a table; the first columns that are words stand to the left.
func tableText(heads []string, rows [][]string, words int) string {
	var b strings.Builder
	b.WriteString("<table><thead><tr>")
	for _, h := range heads {
		b.WriteString("<th>" + esc(h) + "</th>")
	}
	b.WriteString("</tr></thead><tbody>\n")
	for _, row := range rows {
		b.WriteString("<tr>")
		for i, c := range row {
			class := "n"
			if i < words {
				class = "l"
			}
			b.WriteString("<td class=\"" + class + "\">" + esc(c) + "</td>")
		}
		b.WriteString("</tr>\n")
	}
	return b.String() + "</tbody></table>\n"
}

// result is the 结果通知书 of an enterprise: what it says, what was confirmed and why, line by line.
func (n *notices) result(row *Ranked, c *Case) string {
	var b strings.Builder
	b.WriteString(paragraph(text.NoticeBasis.With(n.policy, row.Serial)))
	b.WriteString(paragraph(text.NoticeScore.With(row.Self.Innovation, row.Confirmed.Innovation, row.Confirmed.Bonus, row.Adjusted)))
	if row.Rank > 0 {
		b.WriteString(paragraph(text.NoticePlace.With(row.Type, row.Rank)))
	}
	if row.Grade != "" {
		b.WriteString(paragraph(text.NoticeGrade.With(row.Grade)))
	}
	if row.Late {
		b.WriteString(paragraph(text.NoticeLate.With(c.Due)))
	}
	adjusted := adjustedLines(c)
	var lines [][]string
	for _, l := range c.Lines {
		if l.Kind == "indicator" || l.Kind == "bonus" || l.Kind == "deduction" {
			lines = append(lines, []string{l.Title, l.Value, l.Target, l.Self, l.Confirmed, cmp.Or(adjusted[l.ID], l.Confirmed)})
		}
	}
	b.WriteString(tableText(zh(text.NoticeLine, text.NoticeValue, text.NoticeTarget, text.QuestionSelf, text.QuestionConfirmed, text.RegistryAdjusted), lines, 3))
	if len(c.Adjustments) > 0 {
		b.WriteString(paragraph(text.NoticeAdjustments))
		var all [][]string
		for _, a := range c.Adjustments {
			all = append(all, []string{titleOf(c, a.Line), a.Basis, a.Points})
		}
		b.WriteString(tableText(zh(text.NoticeLine, text.NoticeGround, text.NoticePoints), all, 2))
	}
	if waiting := pending(c); len(waiting) > 0 {
		b.WriteString(paragraph(text.NoticePending))
		b.WriteString(tableText(zh(text.NoticeLine, text.NoticeItem, text.NoticeWhy), waiting, 3))
	}
	return n.paper(text.NoticeResultTitle.With(row.Name, n.year).ZH, row.Name, b.String(), false)
}

// pending are rows that did not count yet, with the reason.
func pending(c *Case) (all [][]string) {
	for _, l := range c.Lines {
		for _, u := range l.Used {
			if u.Pending && l.Kind != "deemed" {
				all = append(all, []string{l.Title, strings.TrimSpace(u.Key + " " + u.Title), u.Why.ZH})
			}
		}
	}
	return all
}

func titleOf(c *Case, line string) string {
	for _, l := range c.Lines {
		if l.ID == line {
			return l.Title
		}
	}
	return line
}

func zh(all ...text.Pair) []string {
	out := make([]string, len(all))
	for i, p := range all {
		out[i] = p.ZH
	}
	return out
}

// bulletin is the 通报: places by type, and who is due.
func (n *notices) bulletin() string {
	var b strings.Builder
	b.WriteString(paragraph(text.NoticeBulletin.With(n.year, n.policy, len(n.rows))))
	for _, of := range n.types() {
		b.WriteString(paragraph(text.NoticeType.With(of[0].Type, len(of))))
		var rows [][]string
		for _, r := range of {
			rows = append(rows, []string{placeOr(r.Rank), r.Name, r.Adjusted, r.Confirmed.Bonus, cmp.Or(r.Grade, "—")})
		}
		b.WriteString(tableText(zh(text.FilingColRank, text.FilingColName, text.NoticeFinal, text.CmdSheetBonus, text.TermGrade), rows, 2))
	}
	if len(n.due) > 0 {
		b.WriteString(paragraph(text.NoticeDue.With(len(n.due))))
		var rows [][]string
		for _, d := range n.due {
			rows = append(rows, []string{d.Name, d.USCC, d.State})
		}
		b.WriteString(tableText(zh(text.FilingColName, text.FilingColCode, text.TermStatus), rows, 3))
	}
	return n.paper(text.NoticeBulletinTitle.With(n.year).ZH, "", b.String(), false)
}

func placeOr(rank int) string {
	if rank == 0 {
		return "—"
	}
	return strconv.Itoa(rank)
}

// types gives the rows by type, in their order.
func (n *notices) types() (all [][]Ranked) {
	at := make(map[string]int)
	for _, r := range n.rows {
		i, there := at[r.Type]
		if !there {
			i = len(all)
			at[r.Type] = i
			all = append(all, nil)
		}
		all[i] = append(all[i], r)
	}
	return all
}

// summary is the 汇总表: every enterprise, and how each figure is spread over its type.
func (n *notices) summary() string {
	var b strings.Builder
	var rows [][]string
	for i := range n.rows {
		rows = append(rows, n.rows[i].cells())
	}
	b.WriteString(tableText(rankingHeads(text.ZH), rows, 5))
	b.WriteString(paragraph(text.NoticeSpread))
	var spreads [][]string
	for _, of := range n.types() {
		for _, figure := range []struct {
			title text.Pair
			of    func(*Ranked) string
		}{
			{text.QuestionSelf, func(r *Ranked) string { return r.Self.Innovation }},
			{text.QuestionConfirmed, func(r *Ranked) string { return r.Confirmed.Innovation }},
			{text.RegistryAdjusted, func(r *Ranked) string { return r.Adjusted }},
			{text.CmdSheetBonus, func(r *Ranked) string { return r.Confirmed.Bonus }},
			{text.CmdSheetAssessed, func(r *Ranked) string { return r.Confirmed.Assessed }},
		} {
			var all []string
			for i := range of {
				if s := figure.of(&of[i]); s != "" {
					all = append(all, s)
				}
			}
			if least, median, most, ok := spread(all); ok {
				spreads = append(spreads, []string{of[0].Type, figure.title.ZH, strconv.Itoa(len(all)), least, median, most})
			}
		}
	}
	b.WriteString(tableText(zh(text.FilingColType, text.FilingColFigure, text.FilingColCount, text.FilingColMin, text.NoticeMedian, text.NoticeMost), spreads, 2))
	return n.paper(text.NoticeSummaryTitle.With(n.year).ZH, "", b.String(), true)
}

// spread gives the least, the middle and the most of figures, exactly: between two middles, half their sum with one more place.
func spread(figures []string) (least, median, most string, ok bool) {
	slices.SortFunc(figures, func(a, b string) int {
		x, _ := spelling.Dec(a)
		y, _ := spelling.Dec(b)
		return x.Cmp(y)
	})
	n := len(figures)
	if n == 0 {
		return "", "", "", false
	}
	median = figures[n/2]
	if n%2 == 0 {
		x, _ := spelling.Dec(figures[n/2-1])
		y, _ := spelling.Dec(figures[n/2])
		sum := x.Rat()
		sum.Add(sum, y.Rat())
		median = sum.Quo(sum, two).FloatString(max(int(x.Places), int(y.Places)) + 1)
	}
	return figures[0], median, figures[n-1], true
}
