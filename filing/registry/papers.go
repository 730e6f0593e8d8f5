package registry

import (
	"bytes"
	"context"
	"math/big"
	"path/filepath"

	"yice/filing/registry/spelling"
	"yice/filing/report/docx"
	"yice/text"
)

// The papers that people still edit before they go out: the 核定意见 on the targets of a year, and the 工资总额清算 of what is listed apart
// and tilted. Each is a page to be printed and a document to be worked on, with the same words.

// editable is such a paper.
type editable struct {
	name, title string
	lead        text.Pair
	heads       []string
	rows        [][]string
	words       int // how many of the first columns are words
}

// editables gives those that have something to say.
func (n *notices) editables(ctx context.Context, r *Registry) (all []editable, err error) {
	opinion, err := n.opinion(ctx, r)
	if err != nil {
		return nil, err
	}
	for _, e := range []editable{opinion, n.settlement()} {
		if len(e.rows) > 0 {
			all = append(all, e)
		}
	}
	return all, nil
}

// opinion is the 核定意见: what was declared for each line, and what was approved, on what basis.
func (n *notices) opinion(ctx context.Context, r *Registry) (editable, error) {
	e := editable{
		name: "核定意见", title: text.NoticeOpinionTitle.With(n.year).ZH, lead: text.NoticeOpinion.With(n.policy), words: 7,
		heads: zh(text.FilingColName, text.FilingColCode, text.NoticeLine, text.NoticeDeclared, text.NoticeApproved, text.NoticeApprovedBy, text.NoticeDocument),
	}
	members, err := r.members(ctx)
	if err != nil {
		return e, err
	}
	packs, err := r.packsRead(ctx)
	if err != nil {
		return e, err
	}
	titles := titlesOf(packs[n.year])
	for _, m := range sortedMembers(members) {
		targets, err := r.targetsOf(ctx, m.USCC, n.year)
		if err != nil {
			return e, err
		}
		for _, g := range targets {
			e.rows = append(e.rows, []string{m.Name, m.USCC, titles[g.Line], g.Declared, g.Approved, g.Basis, g.Document})
		}
	}
	return e, nil
}

// settlement is the 工资总额清算: what of the wages counts apart, and what they are raised by, 万元.
func (n *notices) settlement() editable {
	e := editable{
		name: "工资总额清算", title: text.NoticeWagesTitle.With(n.year).ZH, lead: text.NoticeWages.With(n.policy), words: 2,
		heads: zh(text.FilingColName, text.FilingColCode, text.NoticeApartSelf, text.NoticeApart, text.NoticeTiltSelf, text.NoticeTilt, text.NoticeWagesSum),
	}
	var totals [5]big.Rat
	for i := range n.rows {
		var figures [4]string
		var of [4]big.Rat
		found := false
		for _, l := range n.lines[n.rows[i].USCC] {
			at := map[string]int{"separate": 0, "tilt": 2}
			from, is := at[l.Kind]
			if !is {
				continue
			}
			found = true
			for k, s := range []string{l.Self, l.Confirmed} {
				if d, ok := spelling.Dec(s); ok {
					of[from+k].Add(&of[from+k], d.Rat())
				}
			}
		}
		if !found {
			continue
		}
		for k := range of {
			figures[k] = of[k].FloatString(2)
			totals[k].Add(&totals[k], &of[k])
		}
		sum := new(big.Rat).Add(&of[1], &of[3])
		totals[4].Add(&totals[4], sum)
		e.rows = append(e.rows, []string{n.rows[i].Name, n.rows[i].USCC, figures[0], figures[1], figures[2], figures[3], sum.FloatString(2)})
	}
	if len(e.rows) > 0 {
		last := []string{text.NoticeTotal.ZH, ""}
		for k := range totals {
			last = append(last, totals[k].FloatString(2))
		}
		e.rows = append(e.rows, last)
	}
	return e
}

// write puts a paper down as a page and as a document.
func (n *notices) write(dir string, e editable) (files []string, err error) {
	page := n.paper(e.title, "", paragraph(e.lead)+tableText(e.heads, e.rows, e.words), true)
	if err := writeWhole(filepath.Join(dir, e.name+".html"), []byte(page)); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	header := ""
	if !n.closed {
		header = text.NoticeDraft.With(n.year).ZH
	}
	d := docx.New(&b, docx.Options{Header: header})
	d.Paragraph(docx.Title, text.Harmless(e.title))
	d.Paragraph(docx.Normal, text.Harmless(e.lead.ZH))
	rows := [][]docx.Cell{nil}
	for _, h := range e.heads {
		rows[0] = append(rows[0], docx.Cell{Text: h, Bold: true, Shade: true})
	}
	for _, row := range e.rows {
		var cells []docx.Cell
		for i, c := range row {
			cells = append(cells, docx.Cell{Text: text.Harmless(c), Right: i >= e.words})
		}
		rows = append(rows, cells)
	}
	d.Table(1, rows)
	d.Paragraph(docx.Normal, n.issuer+"\n"+n.on.Format("2006年1月2日"))
	d.Paragraph(docx.Note, headText(n.head, text.ZH))
	if err := d.Close(); err != nil {
		return nil, err
	}
	return []string{e.name + ".html", e.name + ".docx"}, writeWhole(filepath.Join(dir, e.name+".docx"), b.Bytes())
}
