package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/text"
)

func (p *program) importCommand() *cobra.Command {
	var (
		asJSON, dry, good     bool
		replace, add, erases  bool
		encoding, recipe      string
		sheets                []string
		refused, acceptReason string
	)
	c := &cobra.Command{
		Use:   "import W --year Y FORM FILE... | import W --year Y FOLDER",
		Short: text.CmdImportShort.In(p.lang),
		Long:  text.CmdImportLong.In(p.lang),
		Example: "  yice import desk.yice --year 2023 spend jan.xlsx feb.xlsx\n" +
			"  yice import desk.yice --year 2023 2023/ --json",
		Args: takes(2, -1),
	}
	s := p.bookFlags(c)
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.Flags().BoolVar(&dry, "dry-run", false, text.CmdFlagDryRun.In(p.lang))
	c.Flags().BoolVar(&good, "good-rows", false, text.CmdFlagGoodRows.In(p.lang))
	c.Flags().StringVar(&encoding, "encoding", "", text.CmdFlagEncoding.In(p.lang))
	c.Flags().StringArrayVar(&sheets, "sheet", nil, text.CmdFlagSheet.In(p.lang))
	c.Flags().StringVar(&recipe, "recipe", "", text.CmdFlagRecipe.In(p.lang))
	c.Flags().StringVar(&refused, "refused", "", text.CmdFlagRefused.In(p.lang))
	c.Flags().BoolVar(&replace, "replace", false, text.CmdFlagReplace.In(p.lang))
	c.Flags().BoolVar(&add, "add", false, text.CmdFlagAddBeside.In(p.lang))
	c.Flags().BoolVar(&erases, "blank-erases", false, text.CmdFlagBlankErases.In(p.lang))
	c.Flags().StringVar(&acceptReason, "accept-difference", "", text.CmdFlagAcceptDifference.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		read, err := readOptions(encoding, sheets)
		if err != nil {
			return err
		}
		mode, err := importMode(replace, add)
		if err != nil {
			return err
		}
		if c.Flags().Changed("accept-difference") {
			if why, hollow := entry.Hollow(acceptReason); hollow {
				return usage("cmd.accept-difference", why)
			}
		}
		return p.inSession(c.Context(), args[0], s, creating, func(session *entry.Session) error {
			o := filing.ImportOptions{Read: read, GoodRows: good, DryRun: dry, Who: p.who(session.Workspace()), Mode: mode, BlankErases: erases, AcceptDifference: acceptReason}
			if o.Recipe, err = recipeNamed(session.Workspace(), recipe); err != nil {
				return err
			}
			follow := p.following(text.CmdImportSoFar)
			o.Progress = func(rows int64) { follow.at(rows) }
			results, folder, err := p.imported(c, session, args[1:], o)
			follow.done()
			if err != nil {
				return err
			}
			for i := range results {
				if results[i].RefusedCount > 0 {
					p.exit = text.Findings
				}
			}
			if askedAny(results) {
				p.exit = text.Usage
			}
			if refused != "" {
				if err := p.saveRefused(refused, args[1:], results, read); err != nil {
					return err
				}
			}
			if asJSON {
				return p.rawJSON(filing.ResultsJSON(results, folder, p.lang))
			}
			return p.print(importText(results, dry, p.lang))
		})
	}
	return c
}

// importMode reads --replace and --add, of which one can be meant.
func importMode(replace, add bool) (filing.ImportMode, error) {
	switch {
	case replace && add:
		return filing.ModeAsk, usage("cmd.import-mode", text.CmdImportEither)
	case replace:
		return filing.ModeReplace, nil
	case add:
		return filing.ModeAdd, nil
	}
	return filing.ModeAsk, nil
}

// imported imports what the arguments name: a folder, or a form and its files.
func (p *program) imported(c *cobra.Command, session *entry.Session, args []string, o filing.ImportOptions) (results []filing.Result, folder bool, err error) {
	if len(args) == 1 {
		if info, err := os.Stat(args[0]); err == nil && !info.IsDir() {
			return nil, false, usage("cmd.import", text.CmdImportWhich.With(args[0]))
		}
		results, err = filing.ImportFolder(c.Context(), session, args[0], o)
		return results, true, err
	}
	f, err := namedForm(session.Forms(), args[0])
	if err != nil {
		return nil, false, err
	}
	result, err := filing.ImportFiles(c.Context(), session, f, args[1:], o)
	return []filing.Result{result}, false, err
}

// namedForm finds a form by its id.
func namedForm(d *form.Dictionary, id string) (*form.Form, error) {
	if f := d.ByID(id); f != nil {
		return f, nil
	}
	var ids []string
	for _, f := range d.All() {
		ids = append(ids, f.ID)
	}
	return nil, usage("cmd.form", text.CmdNoForm.With(id, strings.Join(ids, ", ")))
}

// readOptions reads --encoding as people write encodings.
func readOptions(encoding string, sheets []string) (filing.ReadOptions, error) {
	known := map[string]filing.Encoding{
		"": filing.AutoEncoding, "UTF8": filing.UTF8, "GB18030": filing.GB18030, "GBK": filing.GB18030, "GB2312": filing.GB18030, "UTF16": filing.UTF16,
		"UTF16LE": filing.UTF16LE, "UTF16BE": filing.UTF16BE,
	}
	e, ok := known[strings.ToUpper(strings.ReplaceAll(encoding, "-", ""))]
	if !ok {
		return filing.ReadOptions{}, usage("cmd.encoding", text.CmdBadEncoding.With(encoding))
	}
	return filing.ReadOptions{Encoding: e, Sheets: sheets}, nil
}

// saveRefused writes the refused rows of the one file that was imported, to be mended and imported again.
func (p *program) saveRefused(path string, args []string, results []filing.Result, read filing.ReadOptions) error {
	if len(args) != 2 || len(results) != 1 {
		return usage("cmd.refused", text.CmdRefusedOne)
	}
	if len(results[0].Refused) == 0 {
		return nil
	}
	src, err := filing.ReadFile(args[1], read)
	if err != nil {
		return err
	}
	if err := filing.SaveRefused(path, src, results[0].Refused, p.lang); err != nil {
		_ = src.Close()
		return err
	}
	p.message(text.CmdRefusedSaved.With(path))
	return src.Close()
}

// shownRefusals is how many refused rows are listed in words; JSON and --refused have them all.
const shownRefusals = 100

func importText(results []filing.Result, dry bool, l text.Lang) string {
	var b strings.Builder
	t := columns("lrrrrrrl")
	t.row("", text.CmdImportRead.In(l), text.CmdImportAdded.In(l), text.CmdImportChanged.In(l), text.CmdImportSame.In(l),
		text.CmdImportRemoved.In(l), text.CmdImportRefused.In(l), text.CmdImportFrom.In(l))
	written := false
	for i := range results {
		r := &results[i]
		written = written || r.Written
		t.row(r.Form.Title.In(l), itoa(r.Read), itoa(r.Added), itoa(r.Changed), itoa(r.Unchanged), itoa(r.Removed), itoa(r.RefusedCount),
			strings.Join(r.Files, ", ")+"  "+string(r.Encoding))
	}
	b.WriteString(t.String())
	for i := range results {
		tableText(&b, &results[i], l)
		refusalText(&b, &results[i], l)
		importChanges(&b, &results[i], l)
	}
	asked := askedText(&b, results, l)
	switch {
	case dry:
		b.WriteString("\n" + text.CmdImportDry.In(l) + "\n")
	case asked:
		b.WriteString("\n" + unanswered(results, l) + "\n")
	case !written && refusedAny(results):
		b.WriteString("\n" + text.CmdImportNothing.In(l) + "\n")
	}
	return b.String()
}

// shownChanges is how many cells are listed in words; JSON has a thousand.
const shownChanges = 100

// importChanges lists what becomes of cells, old and new.
func importChanges(b *strings.Builder, r *filing.Result, l text.Lang) {
	if len(r.Changes) == 0 {
		return
	}
	b.WriteString("\n" + oneLine(text.CmdImportChanges.With(r.Form.Title, r.ChangeCount).In(l)) + "\n")
	t := columns("lll")
	t.indent = "  "
	for i, c := range r.Changes {
		if i == shownChanges {
			break
		}
		t.row(short(c.Key), titleIn(r.Form, c.Field, l), short(orEmpty(c.Old, l))+" → "+short(orEmpty(c.New, l)))
	}
	b.WriteString(t.String())
	if r.ChangeCount > shownChanges {
		b.WriteString("  " + text.CmdCheckListed.With(min(shownChanges, len(r.Changes)), r.ChangeCount).In(l) + "\n")
	}
}

// titleIn names a field of a form; its id where the form has no such field.
func titleIn(f *form.Form, id string, l text.Lang) string {
	if fd := f.Field(id); fd != nil {
		return fd.Title.In(l)
	}
	return id
}

func orEmpty(cell string, l text.Lang) string {
	if cell == "" {
		return text.CmdImportBlank.In(l)
	}
	return cell
}

func askedAny(results []filing.Result) bool {
	for i := range results {
		if results[i].AskedCount > 0 {
			return true
		}
	}
	return false
}

// askedText says what has to be known, and what is asked; it reports whether anything is.
func askedText(b *strings.Builder, results []filing.Result, l text.Lang) bool {
	for i := range results {
		for _, said := range results[i].Said {
			b.WriteString("\n" + oneLine(said.In(l)) + "\n")
		}
	}
	for i := range results {
		for _, q := range results[i].Asked {
			b.WriteString("\n" + oneLine(q.Say.In(l)) + "\n")
		}
	}
	return askedAny(results)
}

func refusedAny(results []filing.Result) bool {
	for i := range results {
		if results[i].RefusedCount > 0 {
			return true
		}
	}
	return false
}

// refusalText lists what could not come in, with the place and the reason, and which columns were left out.
func refusalText(b *strings.Builder, r *filing.Result, l text.Lang) {
	if len(r.Ignored) > 0 {
		b.WriteString("\n" + oneLine(text.CmdImportIgnored.With(r.Form.Title, strings.Join(r.Ignored, ", ")).In(l)) + "\n")
	}
	if len(r.Refused) == 0 {
		return
	}
	b.WriteString("\n" + oneLine(text.CmdImportRefusals.With(r.Form.Title, r.RefusedCount).In(l)) + "\n")
	t := columns("llll")
	t.indent = "  "
	for i, f := range r.Refused {
		if i == shownRefusals {
			break
		}
		t.row(text.CmdImportRow.With(f.File, f.Row).In(l), titleIn(r.Form, f.Field, l), f.Value, f.Reason.In(l))
	}
	b.WriteString(t.String())
	if r.RefusedCount > shownRefusals {
		b.WriteString("  " + text.CmdCheckListed.With(min(shownRefusals, len(r.Refused)), r.RefusedCount).In(l) + "\n")
	}
}
