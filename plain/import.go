package plain

import (
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"yice/filing"
	"yice/filing/intake"
	"yice/form"
	"yice/text"
)

// incoming is a file that is to come in, and what was answered about it.
type incoming struct {
	f        *form.Form
	src      *filing.Source
	plan     *filing.Plan
	read     filing.ReadOptions
	recipe   *filing.Recipe // what was answered; nil: as the file was understood
	mode     filing.ImportMode
	accept   string
	goodRows bool
	declined map[string]bool // fields that stay empty
	sure     bool            // what was assumed is right
	dated    bool            // the year of dates without one was asked
}

// importing takes a file in: it tells what the file is taken for, asks what is open, one question after the other, and writes after a
// last yes. Until then nothing is written, and going back leaves everything as it was.
func (d *desk) importing() error {
	return d.path(text.PlainImportPath, func(path string) error {
		in := &incoming{declined: map[string]bool{}}
		if err := d.readIn(in, path); err != nil {
			return err
		}
		err := d.takeIn(in)
		return errors.Join(err, in.src.Close())
	})
}

// readIn reads a file, and asks how its text is stored, or which form it is of, where that is not plain.
func (d *desk) readIn(in *incoming, path string) (err error) {
	d.say(text.PlainImportReading.With(filepath.Base(path)))
	in.src, err = filing.ReadFile(path, in.read)
	for err != nil {
		var f *text.Fault
		if !errors.As(err, &f) || f.Class == text.Cannot {
			return err
		}
		// What it is is not plain: it is read as one form.
		d.fail(err)
		if in.f, err = d.chooseForm(); err != nil {
			return err
		}
		in.read.Form = in.f
		in.src, err = filing.ReadFile(path, in.read)
	}
	if in.f == nil {
		in.f = in.src.Form
	}
	if in.f == nil {
		if in.f, err = d.chooseForm(); err != nil {
			return errors.Join(err, in.src.Close())
		}
	}
	return nil
}

func (d *desk) chooseForm() (*form.Form, error) {
	forms := d.s.Forms().All()
	var list []text.Pair
	for _, f := range forms {
		list = append(list, f.Title)
	}
	i, err := d.choose(text.TuiImpFormTitle, list, text.PlainBack)
	if err != nil {
		return nil, err
	}
	return forms[i], nil
}

// takeIn asks until nothing is open, and writes.
func (d *desk) takeIn(in *incoming) error {
	for {
		if err := d.settled(in); err != nil {
			return err
		}
		d.account(in)
		r := &in.plan.Result
		if r.Added+r.Changed+r.Removed == 0 {
			d.say(text.TuiImpNothing)
			return nil
		}
		question, also := text.PlainImportGo.With(r.Added, r.Changed, r.Removed, r.RefusedCount), ""
		if len(in.without()) > 0 {
			question, also = text.PlainImportAgain.With(question), sayDitto
		}
		switch yes, other, err := d.yesOr(question, also); {
		case err != nil:
			return err
		case yes:
			return d.written(in)
		case !other:
			return errBack
		}
		in.change(func(r *filing.Recipe) { r.Without = nil })
	}
}

// settled plans, and asks until nothing is open.
func (d *desk) settled(in *incoming) error {
	told := text.Pair{}
	for more := true; more; {
		err := d.planned(in)
		if err != nil {
			return err
		}
		if what := text.PlainImportAs.With(recipeTitle(in.src), in.f.Title, in.plan.Result.Read); what != told {
			d.say(what)
			told = what
		}
		if more, err = d.settle(in); err != nil {
			return err
		}
	}
	return nil
}

func (d *desk) planned(in *incoming) (err error) {
	o := filing.ImportOptions{Read: in.read, Recipe: in.recipe, Mode: in.mode, AcceptDifference: in.accept}
	in.plan, err = filing.Prepare(d.ctx, d.s, in.f, in.src, o)
	return err
}

func (d *desk) written(in *incoming) error {
	r, err := in.plan.Apply(d.ctx, in.goodRows)
	if err != nil {
		return err
	}
	if !r.Written {
		d.say(text.TuiImpBlocked.With(strconv.FormatInt(r.RefusedCount, 10)))
		return nil
	}
	d.say(text.TuiImpDone.With(r.Form.Title, strconv.FormatInt(r.Added, 10), strconv.FormatInt(r.Changed, 10), strconv.FormatInt(r.Unchanged, 10), strconv.FormatInt(r.Removed, 10), strconv.FormatInt(r.RefusedCount, 10)))
	if in.recipe != nil { // the next file with this header is read so without asking
		if err := filing.RememberColumns(d.w, in.f, in.recipe); err != nil {
			return err
		}
		if err := filing.KeepRecipe(d.w, in.src.Fingerprint(), in.recipe.Kept()); err != nil {
			return err
		}
	}
	return d.s.Reload(d.ctx)
}

// account tells what of the file does not come in, and its sums beside the file's own.
func (d *desk) account(in *incoming) {
	r := &in.plan.Result
	for _, p := range r.Said {
		d.say(p)
	}
	if a := r.Account; a != nil {
		for _, t := range a.Totals {
			if t.Said {
				d.say(text.PlainImportTotal.With(t.Column, d.yuan(t.Sum), d.yuan(t.Stated)))
			} else {
				d.say(text.PlainImportSum.With(t.Column, d.yuan(t.Sum)))
			}
		}
		if n := a.Asides(); n > 0 {
			d.say(text.PlainImportAsides.With(n))
			for _, l := range a.LeftOut[:min(len(a.LeftOut), listed)] {
				d.say(text.PlainImportRow.With(l.Row, l.Why))
			}
		}
	}
	if names := in.without(); len(names) > 0 {
		d.say(text.PlainImportWithout.With(text.Join(names, text.PlainComma)))
	}
	for _, c := range r.Changes[:min(len(r.Changes), listed)] {
		title := text.Same(c.Field)
		if fd := in.f.Field(c.Field); fd != nil {
			title = fd.Title
		}
		d.say(text.PlainImportChange.With(c.Key, title, orNothing(c.Old), orNothing(c.New)))
	}
	if more := r.ChangeCount - int64(min(len(r.Changes), listed)); more > 0 {
		d.say(text.PlainMoreChanges.With(more))
	}
}

func orNothing(v string) any {
	if v == "" {
		return text.TuiChgNothing
	}
	return v
}

// recipeTitle names how a file is read.
func recipeTitle(src *filing.Source) text.Pair {
	if src.Recipe == nil {
		return src.Form.Title
	}
	if p, ok := text.TuiRecipeTitles[strings.TrimSuffix(src.Recipe.Name, "*")]; ok {
		return p
	}
	if src.Recipe.Title != "" {
		return text.Same(src.Recipe.Title)
	}
	return text.Same(src.Recipe.Name)
}

// now is how the file is read.
func (in *incoming) now() *filing.Recipe {
	if in.recipe != nil {
		return in.recipe
	}
	return in.src.Recipe
}

// change makes a change to how the file is read.
func (in *incoming) change(f func(r *filing.Recipe)) {
	own := filing.Recipe{}
	if in.recipe != nil {
		own = in.recipe.Own(in.f)
	} else {
		own = in.src.OwnRecipe()
		own.Form = in.f.ID
	}
	f(&own)
	in.recipe = &own
}

// lacks counts the lines that come in without a code which a line has to have.
func (in *incoming) lacks(fd *form.Field) (n int64) {
	if !in.fillable(fd) || in.declined[fd.ID] {
		return 0
	}
	pos := in.f.Index(fd.ID)
	for i := range in.plan.Lines {
		for _, o := range in.plan.Lines[i].Outcomes {
			if o.Fate != filing.Same && o.Record.Values[pos].Empty() && o.Record.Raw[pos] == "" {
				n++
			}
		}
	}
	return n
}

// question gives the first table question of some codes, nil for none.
func (in *incoming) question(codes ...string) *intake.Question {
	for i := range in.plan.Result.Asked {
		if q := in.plan.Result.Asked[i].Table; q != nil && slices.Contains(codes, q.Code) {
			return q
		}
	}
	return nil
}

// settle asks the first thing that is open, in the order in which it is best answered: what the table is, what its texts mean, what its
// rows are, whether its sums are right, what becomes of what is there. more is false where nothing is.
func (d *desk) settle(in *incoming) (more bool, err error) {
	for _, ask := range []func(*incoming) (bool, error){d.settleTable, d.settleMeaning, d.settleRows, d.settleFields, d.settleSums} {
		if asked, err := ask(in); asked || err != nil {
			return true, err
		}
	}
	return false, nil
}

func (d *desk) settleTable(in *incoming) (bool, error) {
	if q := in.question("intake.two-values"); q != nil { // nothing here mends that: the file has to
		return false, &text.Fault{Code: "plain.import", Class: text.Usage, Say: text.TuiAskMend.With(q.Say)}
	}
	if q := in.question("intake.sheets", "intake.sheet-double"); q != nil {
		var list []text.Pair
		for _, s := range in.src.Sheets {
			list = append(list, text.PlainImportSheet.With(s.Name, s.Rows))
		}
		d.say(q.Say)
		i, err := d.choose(text.PlainImportSheets, list, text.PlainImportStop)
		if err == nil {
			in.read.Sheets = []string{in.src.Sheets[i].Name}
		}
		return true, err
	}
	if q := in.question("intake.no-rd-account", "intake.mirror"); q != nil {
		d.say(q.Say)
		answer, err := d.ask(text.PlainImportAccounts)
		if err == nil {
			in.change(func(r *filing.Recipe) { r.Accounts = parts(answer) })
		}
		return true, err
	}
	if q := in.question("intake.hidden"); q != nil {
		d.say(q.Say)
		i, err := d.choose(text.TuiAskHidden, []text.Pair{text.TuiImpTake, text.TuiImpLeaveIt}, text.PlainImportStop)
		if err == nil {
			in.change(func(r *filing.Recipe) { r.Hidden = []string{"take", "leave"}[i] })
		}
		return true, err
	}
	if q := in.question("intake.two-columns"); q != nil {
		return true, d.settleColumn(in, q)
	}
	return false, nil
}

// settleColumn asks which of the columns that look like a field it is.
func (d *desk) settleColumn(in *incoming, q *intake.Question) error {
	var list []text.Pair
	var headers []string
	if taken := in.src.Taken(); len(taken) > 0 {
		for _, c := range taken[0].Columns {
			if strings.TrimSpace(c.Header) != "" {
				list, headers = append(list, text.Same(c.Header)), append(headers, c.Header)
			}
		}
	}
	d.say(q.Say)
	i, err := d.choose(text.TuiAskColumn.With(in.f.Field(q.Field).Title), list, text.PlainImportStop)
	if err == nil {
		in.change(func(r *filing.Recipe) { *r = r.With(in.f, headers[i], q.Field) })
	}
	return err
}

// settleMeaning asks what a text of the file means.
func (d *desk) settleMeaning(in *incoming) (bool, error) {
	q := in.question("intake.unmapped")
	if q == nil || in.f.Field(q.Field) == nil || len(q.Values) == 0 {
		return false, nil
	}
	d.say(q.Asked())
	return true, d.meaning(in, in.f.Field(q.Field), q.Values[0])
}

func (d *desk) meaning(in *incoming, fd *form.Field, from string) error {
	var list []text.Pair
	for _, c := range fd.Codes {
		list = append(list, c.Title)
	}
	i, err := d.choose(text.TuiImpMeansTitle.With(from, fd.Title), append(list, text.TuiImpNoMeaning), text.PlainImportStop)
	if err != nil {
		return err
	}
	value := intake.Skipped
	if i < len(fd.Codes) {
		value = fd.Codes[i].ID
	}
	in.change(func(r *filing.Recipe) { r.Mean(fd.ID, from, value) })
	return nil
}

// settleRows asks about rows in doubt and about those that cannot come in.
func (d *desk) settleRows(in *incoming) (bool, error) {
	r := &in.plan.Result
	if q := in.question("intake.doubt"); q != nil {
		d.say(q.Say)
		if slices.ContainsFunc(in.plan.Lines, func(l filing.PlannedLine) bool { return l.Why == text.IntakeWhyNoYear }) && !in.dated {
			in.dated = true
			return true, d.settleYear(in)
		}
		i, err := d.choose(text.TuiAskDoubtTitle, []text.Pair{text.TuiAskLeaveAll.With(r.Account.Counts[intake.Doubtful])}, text.PlainImportStop)
		if err == nil && i == 0 {
			in.change(func(r *filing.Recipe) { r.Doubtful = "leave" })
		}
		return true, err
	}
	if r.RefusedCount == 0 || in.goodRows {
		return false, nil
	}
	first := r.Refused[0]
	for _, x := range r.Refused[:min(len(r.Refused), listed)] {
		d.say(text.PlainImportRow.With(x.Row, x.Reason))
	}
	menu := []option{
		{text.TuiAskGoodOnly.With(strconv.FormatInt(r.Added+r.Changed+r.Unchanged, 10)), func() error { in.goodRows = true; return nil }},
		{text.TuiAskSaveThem, func() error { return d.saveRefused(in) }},
	}
	if fd := in.f.Field(first.Field); fd != nil && fd.Kind == form.CodeKind && first.Value != "" {
		menu = slices.Insert(menu, 0, option{text.TuiAskMeaning.With(first.Value), func() error { return d.meaning(in, fd, first.Value) }})
	}
	i, err := d.choose(text.TuiAskRefTitle, titles(menu), text.PlainImportStop)
	if err != nil {
		return true, err
	}
	return true, menu[i].do()
}

func (d *desk) settleYear(in *incoming) error {
	years := []int{d.s.Year(), d.s.Year() - 1, d.s.Year() + 1}
	var list []text.Pair
	for _, y := range years {
		list = append(list, text.Same(strconv.Itoa(y)))
	}
	i, err := d.choose(text.TuiAskYear, list, text.PlainImportStop)
	if err == nil {
		in.change(func(r *filing.Recipe) { r.Year = years[i] })
	}
	return err
}

// saveRefused writes the rows that cannot come in, with the reasons, into a file to be mended.
func (d *desk) saveRefused(in *incoming) error {
	return d.path(text.PlainImportSave, func(path string) error {
		if err := filing.SaveRefused(path, in.src, in.plan.Result.Refused, d.lang.Written()); err != nil {
			return err
		}
		d.say(text.TuiImpSavedBad.With(len(in.plan.Result.Refused), path))
		return nil
	})
}

// parts splits an answer of several, at commas of either width.
func parts(answer string) (out []string) {
	for _, p := range strings.FieldsFunc(answer, func(r rune) bool { return strings.ContainsRune(",，、;；", r) }) {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
