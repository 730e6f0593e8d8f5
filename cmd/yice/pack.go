package main

import (
	"strings"

	"github.com/spf13/cobra"

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
	c.AddCommand(p.packCheckCommand(), p.packDiffCommand(), p.packFactsCommand(), p.packNewCommand(), p.packSignCommand(), p.packAddCommand())
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
	return &cobra.Command{
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
			pack, err := scoring.Load(source)
			if err != nil {
				p.exit = text.Findings
				return p.print(strings.Join(packErrors(args[0], err, p.lang), "\n"))
			}
			return p.print(packText(pack, p.lang))
		},
	}
}

// packText says what a pack is, and which of its numbers nobody has confirmed.
func packText(pack *scoring.Pack, l text.Lang) string {
	mode := text.CmdSheetSimulated
	if pack.Issued() {
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
	out += text.CmdSheetAssumed.With(len(pack.Assumed)).In(l) + "\n"
	assumed := columns("llr")
	assumed.indent = "  "
	for _, a := range pack.Assumed {
		assumed.row(a.Path, a.Text, text.CmdSheetLine.With(itoa(int64(a.Line))).In(l))
	}
	return out + assumed.String()
}

func (p *program) packFactsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "facts",
		Short: text.CmdPackFactsShort.In(p.lang),
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			t := columns("llll")
			for _, f := range scoring.FactCatalogue() {
				unit := f.Unit.Title.In(p.lang)
				if f.IsMoney() {
					unit = text.CmdWan.In(p.lang)
				}
				t.row(f.ID, f.Title.In(p.lang), unit, f.How.In(p.lang))
			}
			return p.print(t.String())
		},
	}
}
