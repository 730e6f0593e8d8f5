package main

import (
	"strconv"
	"strings"

	"yice/filing"
	"yice/filing/intake"
	"yice/text"
)

// shownLeftOut is how many rows that were left out are listed in words; JSON has a thousand.
const shownLeftOut = 12

// tableText says how the tables of the files were read: by which recipe, which sheets, what was left out and why, and how
// their lines stand to their own totals.
func tableText(b *strings.Builder, r *filing.Result, l text.Lang) {
	parts := r.ByFile
	if len(parts) == 0 {
		parts = []filing.Result{*r}
	}
	for i := range parts {
		p := &parts[i]
		if p.Account == nil {
			continue
		}
		sheetsText(b, p, l)
		leftOutText(b, p, l)
		totalsText(b, p, l)
		assumedText(b, p, l)
	}
}

// sheetsText names the sheets of a workbook that were not taken, and why.
func sheetsText(b *strings.Builder, p *filing.Result, l text.Lang) {
	if len(p.Sheets) < 2 {
		return
	}
	b.WriteString("\n" + oneLine(text.CmdImportSheets.With(p.Files[0]).In(l)) + "\n")
	t := columns("lrl")
	t.indent = "  "
	for _, s := range p.Sheets {
		rows := ""
		if s.Taken {
			rows = strconv.FormatInt(s.Rows, 10)
		}
		t.row(short(s.Name), rows, s.Why.In(l))
	}
	b.WriteString(t.String())
}

// leftOutText counts the rows that brought nothing, by kind, and lists the first whose reason is not plain.
func leftOutText(b *strings.Builder, p *filing.Result, l text.Lang) {
	a := p.Account
	var counts []string
	for k, n := range a.Counts {
		if kind := intake.Kind(k); n > 0 && kind != intake.Detail && kind != intake.Blank {
			counts = append(counts, kind.Title().In(l)+" "+strconv.FormatInt(n, 10))
		}
	}
	if len(counts) == 0 {
		return
	}
	b.WriteString("\n" + oneLine(text.CmdImportLeftOut.With(p.Files[0], p.Recipe, strings.Join(counts, text.ScoreEnum.In(l))).In(l)) + "\n")
	t := columns("lll")
	t.indent = "  "
	listed := 0
	for _, x := range a.LeftOut {
		if x.Kind == intake.Heading || x.Kind == intake.Blank || x.Kind == intake.Opening {
			continue
		}
		if listed++; listed > shownLeftOut {
			break
		}
		t.row(text.CmdImportRow.With(x.Sheet, x.Row).In(l), x.Kind.Title().In(l)+" · "+x.Why.In(l), short(x.Text))
	}
	b.WriteString(t.String())
}

// totalsText holds the columns of money against what the file states.
func totalsText(b *strings.Builder, p *filing.Result, l text.Lang) {
	t := columns("llrrr")
	t.indent = "  "
	stated := false
	for _, x := range p.Account.Totals {
		said, off := "", ""
		if x.Said {
			stated, said, off = true, filing.Yuan(x.Stated), filing.Yuan(x.Off)
		}
		t.row(short(x.Sheet), short(x.Column), filing.Yuan(x.Sum), said, off)
	}
	if !stated {
		return
	}
	b.WriteString("\n" + text.CmdImportTotals.In(l) + "\n")
	b.WriteString(t.String())
}

// assumedText lists the names whose meaning the program took from its own list.
func assumedText(b *strings.Builder, p *filing.Result, l text.Lang) {
	if len(p.Account.Assumed) == 0 {
		return
	}
	var said []string
	for _, x := range p.Account.Assumed {
		said = append(said, x.Text+" → "+x.Value)
		if len(said) == 20 {
			said = append(said, "…")
			break
		}
	}
	b.WriteString("\n" + oneLine(text.CmdImportAssumed.With(strings.Join(said, text.ScoreEnum.In(l))).In(l)) + "\n")
}

// unanswered says which flags answer what is open.
func unanswered(results []filing.Result, l text.Lang) string {
	table, differs, other := false, false, false
	for i := range results {
		for _, q := range results[i].Asked {
			switch {
			case q.Kind != filing.AskTable:
				other = true
			case q.Table != nil && q.Table.Code == "intake.differs":
				differs = true
			default:
				table = true
			}
		}
	}
	var say []string
	if table {
		say = append(say, text.CmdImportAskTable.In(l))
	}
	if differs {
		say = append(say, text.CmdImportAskDiffers.In(l))
	}
	if other {
		say = append(say, text.CmdImportUnanswered.In(l))
	}
	return strings.Join(say, "\n")
}
