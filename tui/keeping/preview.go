package keeping

import (
	"context"
	"strings"
	"time"

	"yice/filing"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
)

// changesTold are shown one by one, the others counted.
const changesTold = 6

// previewSay tells what would change, year by year; where the workspace cannot be read any more, what the backup holds.
func previewSay(ctx context.Context, path string, b store.BackupInfo, l text.Lang) (text.Pair, error) {
	then, err := store.Open(b.Path, store.Options{ReadOnly: true})
	if err != nil {
		return text.Pair{}, &text.Fault{Code: "tui.backup", Class: text.Cannot, Say: text.StoreBackupUnfit.With(b.Path), Err: err}
	}
	defer then.Close()
	now, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		return holdsSay(then)
	}
	defer now.Close()
	head := lostSay(now, b)
	years, err := filing.Preview(ctx, now, then)
	switch {
	case err != nil && ctx.Err() != nil:
		return text.Pair{}, err
	case err != nil:
		return holdsSay(then)
	case len(years) == 0:
		return kit.Lines(head, text.TuiRestoreSame), nil
	}
	say := head
	for _, y := range years {
		say = kit.Lines(say, text.TuiRestoreYear.With(y.USCC, y.Year, len(y.Changes)))
		for _, beside := range y.Beside() {
			say = kit.Lines(say, text.Pair{ZH: "  " + beside.ZH, EN: "  " + beside.EN})
		}
		if len(y.Changes) > 0 {
			say = kit.Lines(say, perForm(now.Dictionary(), y.Changes))
		}
		for i, c := range y.Changes {
			if i == changesTold {
				say = kit.Lines(say, text.TuiRestoreMore.With(len(y.Changes)-i))
				break
			}
			say = kit.Lines(say, changeSay(now.Dictionary(), c, l))
		}
	}
	return say, nil
}

// changeSay tells one change: where, what stands there, what would.
func changeSay(d *form.Dictionary, c filing.CellChange, l text.Lang) text.Pair {
	of, field := text.Same(c.Form), text.Same(c.Field)
	var fd *form.Field
	if f := d.ByID(c.Form); f != nil {
		of = f.Title
		if fd = f.Field(c.Field); fd != nil {
			field = fd.Title
		}
	}
	value := func(s string) string {
		switch {
		case s == "":
			return text.TuiRestoreNothing.In(l)
		case fd != nil:
			s = kit.CellShown(fd, s, l)
		}
		return paint.Cut(paint.Safe(s), 14)
	}
	tail := "  " + paint.Cut(paint.Safe(c.Key), 18) + "  "
	switch {
	case c.Field != "":
		end := "  " + value(c.Old) + " → " + value(c.New)
		return text.Pair{ZH: "  " + of.ZH + tail + field.ZH + end, EN: "  " + of.EN + tail + field.EN + end}
	case c.New == "":
		field = text.TuiRestoreRowGoes
	default:
		field = text.TuiRestoreRowComes
	}
	return text.Pair{ZH: "  " + of.ZH + tail + field.ZH, EN: "  " + of.EN + tail + field.EN}
}

func holdsSay(w *store.Workspace) (text.Pair, error) {
	books, err := w.Books()
	if err != nil {
		return text.Pair{}, err
	}
	say := text.TuiRestoreBlind
	for i := range books {
		b := &books[i]
		say = kit.Lines(say, text.TuiRestoreHolds.With(paint.Safe(strings.TrimSpace(b.Name+" "+b.USCC)), b.Year, b.Rows))
	}
	return say, nil
}

// lostSay says which backup it is, how much was done since, and what of its evidence cannot be had.
func lostSay(now *store.Workspace, b store.BackupInfo) (say text.Pair) {
	if b.Head == "" {
		return say // a file from elsewhere
	}
	say = text.TuiRestoreWhich.With(b.At.Local().Format(time.DateTime), b.Why.Words()).Begun()
	lost, of, err := now.Since(b)
	switch {
	case err != nil:
	case !of:
		say = kit.Lines(say, text.TuiRestoreAlien)
	case lost.Entries > 0:
		say = kit.Lines(say, text.TuiRestoreLoses.With(lost.Steps, lost.Entries))
	}
	if n := len(b.Wanting); n > 0 {
		say = kit.Lines(say, text.TuiRestoreLacks.With(n))
	}
	return say
}

// perForm counts the rows that differ, by form: "  研发投入台账 12 行，科研项目 3 行".
func perForm(d *form.Dictionary, changes []filing.CellChange) text.Pair {
	rows := map[string]map[string]bool{}
	for _, c := range changes {
		if rows[c.Form] == nil {
			rows[c.Form] = map[string]bool{}
		}
		rows[c.Form][c.Key] = true
	}
	var zh, en []string
	for _, f := range d.All() {
		if n := len(rows[f.ID]); n > 0 {
			p := text.TuiRestoreForm.With(f.Title, n)
			zh, en = append(zh, p.ZH), append(en, p.EN)
		}
	}
	return text.Pair{ZH: "  " + strings.Join(zh, "，"), EN: "  " + strings.Join(en, ", ")}
}
