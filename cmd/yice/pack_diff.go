package main

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/scoring"
	"yice/text"
)

func (p *program) packDiffCommand() *cobra.Command {
	var (
		out    string
		asJSON bool
	)
	c := &cobra.Command{
		Use:     "diff A B [-o FILE.html]",
		Short:   text.CmdPackDiffShort.In(p.lang),
		Long:    text.CmdPackDiffLong.In(p.lang),
		Example: "  yice pack diff pack-2023.toml pack-2024.toml\n  yice pack diff pack-2023.toml pack-2024.toml -o changes.html",
		Args:    takes(2, 2),
	}
	p.outFlag(c, &out)
	p.jsonFlag(c, &asJSON)
	c.RunE = func(_ *cobra.Command, args []string) error {
		a, err := p.loadPack(args[0])
		if err != nil {
			return err
		}
		b, err := p.loadProven(args[1])
		if err != nil {
			return err
		}
		if out != "" {
			if ext := strings.ToLower(filepath.Ext(out)); ext != ".html" && ext != ".htm" {
				return usage("cmd.diff-out", text.CmdPackDiffOut.With(out))
			}
			if err := filing.WritePackDiff(a, b, out, p.lang); err != nil {
				return err
			}
			p.message(text.CmdWritten.With(out))
			if !asJSON {
				return nil
			}
		}
		lines := p.diffLines(a, b)
		switch {
		case asJSON:
			return p.printJSON(lines)
		case len(lines) == 0:
			return p.say(text.CmdPackSame)
		}
		return p.print(strings.Join(lines, "\n"))
	}
	return c
}

// diffLines says what differs between two packs, a line each, new lines in full.
func (p *program) diffLines(a, b *scoring.Pack) []string {
	rows := scoring.PackDiffRows(a, b)
	lines := make([]string, len(rows))
	for i := range rows {
		lines[i] = oneLine(rows[i].Say().In(p.lang))
	}
	return lines
}

func (p *program) packSheetCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:     "sheet P -o FILE.xlsx",
		Short:   text.CmdPackSheetShort.In(p.lang),
		Long:    text.CmdPackSheetLong.In(p.lang),
		Example: "  yice pack sheet pack-2026.toml -o pack-2026.xlsx",
		Args:    takes(1, 1),
	}
	p.outFlag(c, &out)
	c.RunE = func(c *cobra.Command, args []string) error {
		if out == "" {
			return needOut(c, out)
		}
		pack, err := p.loadProven(args[0])
		if err != nil {
			return err
		}
		if err := filing.WritePackSheet(pack, out, p.lang); err != nil {
			return err
		}
		p.message(text.CmdWritten.With(out))
		return nil
	}
	return c
}

type (
	appliedJSON struct {
		OK       bool             `json:"ok"`
		Problems []string         `json:"problems"`
		Changes  []packChangeJSON `json:"changes"`
	}
	packChangeJSON struct {
		Path    string  `json:"path"`
		Line    string  `json:"line"`
		Name    string  `json:"name"`
		Old     *string `json:"old"`
		New     *string `json:"new"`
		Clauses string  `json:"clauses"`
		Assumed bool    `json:"assumed"`
	}
)

func (p *program) packApplyCommand() *cobra.Command {
	var (
		out    string
		asJSON bool
	)
	c := &cobra.Command{
		Use:     "apply P FILE.xlsx -o P2.toml",
		Short:   text.CmdPackApplyShort.In(p.lang),
		Long:    text.CmdPackApplyLong.In(p.lang),
		Example: "  yice pack apply pack-2026.toml pack-2026.xlsx -o pack-2026-2.toml",
		Args:    takes(2, 2),
	}
	p.outFlag(c, &out)
	p.jsonFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		if out == "" {
			return needOut(c, out)
		}
		pack, err := p.loadPack(args[0])
		if err != nil {
			return err
		}
		source, err := filing.ApplyPackSheet(pack, args[1])
		var wrong filing.SheetWrong
		switch {
		case errors.As(err, &wrong):
			return p.sayProblems(wrong, asJSON)
		case err != nil:
			return err
		}
		now, err := scoring.Load(source)
		if err != nil {
			return err
		}
		if err := writeNew(out, source); err != nil {
			return err
		}
		p.message(text.CmdWritten.With(out))
		rows := scoring.PackDiffRows(pack, now)
		if asJSON {
			return p.printJSON(appliedJSON{true, []string{}, p.changed(rows)})
		}
		return p.print(strings.Join(append(p.diffLines(pack, now), text.CmdPackApplied.With(len(rows)).In(p.lang)), "\n"))
	}
	return c
}

func (p *program) changed(rows []scoring.DiffRow) []packChangeJSON {
	all := make([]packChangeJSON, len(rows))
	value := func(v text.Pair) *string {
		if v.Empty() {
			return nil
		}
		said := v.In(p.lang)
		return &said
	}
	for i := range rows {
		r := &rows[i]
		all[i] = packChangeJSON{r.Path, r.Of.In(p.lang), r.Name.In(p.lang), value(r.Old), value(r.New), r.Clauses.In(p.lang), r.Assumed}
	}
	return all
}
