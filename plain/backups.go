package plain

import (
	"errors"
	"path/filepath"
	"time"

	"yice/filing"
	"yice/store"
	"yice/text"
)

// backups tells how the backups stand, makes one, or brings one back after telling what that would change.
func (d *desk) backups() error {
	for {
		state, err := d.w.BackupState(d.ctx)
		if err != nil {
			return err
		}
		d.say(state.Words())
		menu := []option{
			{text.PlainBackupNow, func() error { return d.backup("") }},
			{text.PlainBackupTo, func() error {
				return d.path(text.PlainBackupWhere, d.backup)
			}},
			{text.PlainRestore, d.restoring},
		}
		i, err := d.choose(text.PlainBackups, titles(menu), text.PlainBack)
		if err != nil {
			return err
		}
		if err := d.part(menu[i].do); err != nil {
			return err
		}
	}
}

// backup makes a backup beside the workspace, or in another folder.
func (d *desk) backup(dir string) (err error) {
	path := ""
	if dir == "" {
		path, err = d.w.Keep(d.ctx, store.Asked, nil)
	} else {
		path, err = d.w.BackupTelling(d.ctx, dir, nil)
	}
	if err != nil {
		return err
	}
	d.say(text.PlainBackedUp.With(path))
	return nil
}

// restoring lists the backups and brings the chosen one back.
func (d *desk) restoring() error {
	all, err := store.Backups(d.w.Path())
	if err != nil {
		return err
	}
	if len(all) == 0 {
		d.say(text.PlainNoBackup)
		return nil
	}
	var list []text.Pair
	for i := range all {
		b := &all[i]
		list = append(list, text.PlainBackupOf.With(b.At.Format(time.DateTime), b.Why.Words(), b.Rows, b.Words()))
	}
	delete(d.told, text.PlainWhichBackup) // the newest is the first: the list is another after each
	i, err := d.choose(text.PlainWhichBackup, list, text.PlainBack)
	if err != nil {
		return err
	}
	b := all[i]
	if err := d.previewed(&b); err != nil {
		return err
	}
	if yes, err := d.yes(text.TuiRestoreAsk); err != nil || !yes {
		return backUnless(err)
	}
	return d.restore(&b)
}

// previewed tells what a backup would change.
func (d *desk) previewed(b *store.BackupInfo) error {
	then, err := store.Open(b.Path, store.Options{ReadOnly: true})
	if err != nil {
		return &text.Fault{Code: "plain.backup", Class: text.Cannot, Say: text.StoreBackupUnfit.With(b.Path), Err: err}
	}
	defer then.Close()
	years, err := filing.Preview(d.ctx, d.w, then)
	if err != nil {
		return err
	}
	if len(years) == 0 {
		d.say(text.TuiRestoreSame)
	}
	for _, y := range years {
		d.say(text.PlainRestoreYear.With(y.USCC, y.Year, len(y.Changes)))
		for _, beside := range y.Beside() {
			d.say(beside)
		}
		for i, c := range y.Changes {
			if i == listed {
				d.say(text.PlainMoreChanges.With(len(y.Changes) - i))
				break
			}
			of, field := text.Same(c.Form), text.Same(c.Field)
			if f := d.w.Dictionary().ByID(c.Form); f != nil {
				of = f.Title
				if fd := f.Field(c.Field); fd != nil {
					field = fd.Title
				}
			}
			d.say(text.PlainRestoreChange.With(of, c.Key, field, orNothing(c.Old), orNothing(c.New)))
		}
	}
	if n := len(b.Wanting); n > 0 {
		d.say(text.TuiRestoreLacks.With(n))
	}
	return nil
}

// restore lets go of the workspace, puts the backup in its place and opens it again, whatever became of it.
func (d *desk) restore(b *store.BackupInfo) error {
	path, uscc, year := d.w.Path(), d.s.Book().USCC, d.s.Year()
	err := errors.Join(d.s.Close(), d.w.Close())
	d.s, d.w = nil, nil
	if err == nil {
		err = store.Restore(path, b.Path, store.Options{Now: d.o.Now, Lacking: b.Condition == store.BackupLacking})
	}
	again := d.open(path, uscc, year)
	if again != nil { // that year is not in it
		again = d.open(path, "", 0)
	}
	if again != nil {
		d.lost = true
		return errors.Join(err, again)
	}
	if err != nil {
		return err
	}
	d.say(text.TuiRestored.With(b.At.Format(time.DateTime), filepath.Base(path)))
	return nil
}
