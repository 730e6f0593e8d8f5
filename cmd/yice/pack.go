package main

import (
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/scoring"
	"yice/text"
)

func (p *program) packCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "pack",
		Short: text.CmdPackShort.In(p.lang),
		Long:  text.CmdPackLong.In(p.lang),
		Args:  onlySubcommands("pack"),
		RunE:  p.helpOnly,
	}
	c.AddCommand(p.packCheckCommand(), p.packDiffCommand(), p.packFactsCommand(), p.packTestCommand(), p.packNewCommand(), p.packSheetCommand(), p.packApplyCommand(), p.packSignCommand(), p.packIssueCommand(), p.packAddCommand(), p.packSensitivityCommand())
	return c
}

// onlySubcommands refuses what is none of the subcommands of a group.
func onlySubcommands(group string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		return usage("cmd.unknown", text.CmdUnknown.With(group+" "+args[0]))
	}
}

// helpOnly is what a group does by itself.
func (p *program) helpOnly(c *cobra.Command, _ []string) error {
	p.help(c)
	return nil
}

func (p *program) packCheckCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "check P",
		Short:   text.CmdPackCheckShort.In(p.lang),
		Long:    text.CmdPackCheckLong.In(p.lang),
		Example: "  yice pack check pack-2024.toml",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			source, err := readSmall(args[0], packLimit)
			if err != nil {
				return err
			}
			pack, err := filing.LoadPackFile(source)
			if err != nil {
				p.exit = text.Findings
				if asJSON {
					return p.printJSON(checkedPackJSON{Problems: packErrors(args[0], err, p.lang)})
				}
				return p.print(strings.Join(packErrors(args[0], err, p.lang), "\n"))
			}
			if err := p.prove(args[0], pack); err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(checkedPack(pack, p.lang))
			}
			return p.print(packText(pack, p.lang))
		},
	}
	p.jsonFlag(c, &asJSON)
	return c
}

type (
	checkedPackJSON struct {
		OK       bool              `json:"ok"`
		ID       string            `json:"id"`
		Version  string            `json:"version"`
		Title    string            `json:"title"`
		Year     int               `json:"year"`
		Status   string            `json:"status"`
		SHA256   string            `json:"sha256"`
		Problems []string          `json:"problems"`
		Notices  []string          `json:"notices"`
		Assumed  []assumedPackJSON `json:"assumed"`
	}
	assumedPackJSON struct {
		Path string `json:"path"`
		Text string `json:"text"`
		Line int    `json:"line"`
		// Standing is there where the regulator settled it.
		Standing string `json:"standing,omitempty"`
	}
)

// checkedPack is a pack without mistakes as JSON has it.
func checkedPack(pack *scoring.Pack, l text.Lang) checkedPackJSON {
	j := checkedPackJSON{
		OK: true, ID: pack.ID, Version: pack.Version, Title: pack.Title, Year: pack.Year, Status: pack.Status, SHA256: pack.SHA256,
		Problems: []string{}, Notices: make([]string, len(pack.Notices)), Assumed: make([]assumedPackJSON, len(pack.Assumed)),
	}
	for i, n := range pack.Notices {
		j.Notices[i] = n.In(l)
	}
	for i, a := range pack.Assumed {
		j.Assumed[i] = assumedPackJSON{Path: a.Path, Text: a.Text, Line: a.Line}
		if st := pack.Standing(&a); st.Settled() {
			j.Assumed[i].Standing = st.Word().ZH
		}
	}
	return j
}

// packText says what a pack is, and which of its numbers nobody has confirmed.
func packText(pack *scoring.Pack, l text.Lang) string {
	mode := text.CmdSheetSimulated
	if pack.Official() {
		mode = text.CmdSheetOfficial
	}
	t := columns("ll")
	t.row(text.CmdPackIs.In(l), pack.ID+" "+pack.Version+"  "+pack.Title)
	t.row(text.CmdHistoryYear.In(l), itoa(int64(pack.Year)))
	t.row(text.CmdPackMode.In(l), mode.In(l))
	t.row("SHA-256", pack.SHA256)
	t.row(text.CmdPackHolds.In(l), text.CmdPackCounts.With(len(pack.Indicators), len(pack.Bonuses), len(pack.Enterprises)).In(l))
	out := t.String() + "\n"
	if len(pack.Notices) > 0 {
		out += text.PackWorthALook.With(len(pack.Notices)).In(l) + "\n"
		for _, n := range pack.Notices {
			out += "  " + oneLine(n.In(l)) + "\n"
		}
		out += "\n"
	}
	if say := carriedText(pack); !say.Empty() {
		out += say.In(l) + "\n\n"
	}
	out += text.CmdSheetOpen.With(pack.LeftOpen().Title, len(pack.Assumed), pack.LeftOpen().Note).In(l) + "\n"
	assumed := columns("llr")
	assumed.indent = "  "
	for _, a := range pack.Assumed {
		assumed.row(a.Path, a.Text, text.CmdSheetLine.With(itoa(int64(a.Line))).In(l))
	}
	return out + assumed.String()
}

// carriedText says which lines of a draft are still marked as last year's.
func carriedText(pack *scoring.Pack) text.Pair {
	lines := pack.Carried()
	if len(lines) == 0 {
		return text.Pair{}
	}
	shown := lines[:min(len(lines), 8)]
	said := listed(shown)
	if len(lines) > len(shown) {
		said += " …"
	}
	return text.CmdPackCarried.With(len(lines), said)
}

type packFactJSON struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Unit  string `json:"unit"`
	How   string `json:"how"`
}

func (p *program) packFactsCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "facts",
		Short: text.CmdPackFactsShort.In(p.lang),
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			t, all := columns("llll"), []packFactJSON{}
			for _, f := range scoring.FactCatalogue() {
				unit := f.Unit.Title.In(p.lang)
				if f.IsMoney() {
					unit = text.CmdWan.In(p.lang)
				}
				t.row(f.ID, f.Title.In(p.lang), unit, f.How.In(p.lang))
				all = append(all, packFactJSON{f.ID, f.Title.In(p.lang), unit, f.How.In(p.lang)})
			}
			if asJSON {
				return p.printJSON(all)
			}
			return p.print(t.String())
		},
	}
	p.jsonFlag(c, &asJSON)
	return c
}
