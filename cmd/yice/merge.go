package main

import (
	"strings"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/store"
	"yice/text"
)

func (p *program) mergeCommand() *cobra.Command {
	var (
		asJSON, ours, theirs bool
		o                    filing.MergeOptions
	)
	c := &cobra.Command{
		Use:     "merge W OTHER --year Y [--forms A,B] [--ours|--theirs] [--dry-run]",
		Short:   text.CmdMergeShort.In(p.lang),
		Long:    text.CmdMergeLong.In(p.lang),
		Example: "  yice merge desk.yice colleague.yice --year 2023 --dry-run\n  yice merge desk.yice colleague.yice --year 2023 --forms patent,award --theirs",
		Args:    takes(2, 2),
	}
	s := p.bookFlags(c)
	c.Flags().StringSliceVar(&o.Forms, "forms", nil, text.CmdFlagForms.In(p.lang))
	c.Flags().BoolVar(&ours, "ours", false, text.CmdFlagOurs.In(p.lang))
	c.Flags().BoolVar(&theirs, "theirs", false, text.CmdFlagTheirs.In(p.lang))
	c.Flags().BoolVar(&o.DryRun, "dry-run", false, text.CmdFlagDryRun.In(p.lang))
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case ours && theirs:
			return usage("cmd.side", text.CmdOneSide)
		case ours:
			o.Side = filing.Ours
		case theirs:
			o.Side = filing.Theirs
		}
		a := writing
		if o.DryRun {
			a = reading
		}
		return p.inSession(c.Context(), args[0], s, a, func(session *entry.Session) error {
			return p.inWorkspace(args[1], reading, func(other *store.Workspace) error {
				o.Who = p.who(session.Workspace())
				merged, err := filing.Merge(c.Context(), session, other, o)
				if err != nil {
					return err
				}
				if merged.Open > 0 {
					p.exit = text.Findings
				}
				if asJSON {
					return p.rawJSON(merged.JSON())
				}
				return p.print(mergedText(session.Forms(), merged, p.lang))
			})
		})
	}
	return c
}

// mergedText draws what came in from where, then the cells that differ.
func mergedText(d *form.Dictionary, m *filing.Merged, l text.Lang) string {
	var b strings.Builder
	t := columns("lrrrrr")
	t.row("", text.CmdImportRead.In(l), text.CmdImportAdded.In(l), text.CmdMergeFilled.In(l), text.CmdImportSame.In(l), text.CmdMergeDiffering.In(l))
	for _, f := range m.Forms {
		t.row(f.Form.Title.In(l), itoa(f.Read), itoa(f.Added), itoa(f.Filled), itoa(f.Same), itoa(f.Differing))
	}
	b.WriteString(t.String())
	if len(m.Conflicts) > 0 {
		b.WriteString("\n" + text.CmdMergeConflicts.With(m.ConflictCount).In(l) + "\n")
		t := columns("llllll")
		t.indent = "  "
		t.row(text.CmdForm.In(l), text.CmdKey.In(l), text.CmdField.In(l), text.CmdMergeOurs.In(l), text.CmdMergeTheirs.In(l), "")
		for i, c := range m.Conflicts {
			if i == shownRefusals {
				break
			}
			stands := text.CmdMergeKeptOurs
			if c.Taken == filing.Theirs {
				stands = text.CmdMergeTookTheirs
			}
			t.row(formTitle(d, c.Form, l), c.Key, fieldTitle(d, c.Form, c.Field, l), short(c.Ours), short(c.Theirs), stands.In(l))
		}
		b.WriteString(t.String())
		if m.ConflictCount > shownRefusals {
			b.WriteString("  " + text.CmdCheckListed.With(shownRefusals, m.ConflictCount).In(l) + "\n")
		}
	}
	if m.Unbound > 0 {
		b.WriteString("\n" + text.FilingUnbound.With(m.Unbound).In(l) + "\n")
	}
	if m.Open > 0 {
		b.WriteString("\n" + text.CmdMergeOpen.In(l) + "\n")
	}
	if !m.Written {
		b.WriteString("\n" + text.CmdImportDry.In(l) + "\n")
	}
	return b.String()
}
