package main

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/store"
	"yice/text"
	"yice/tui"
)

func (p *program) restoreCommand() *cobra.Command {
	var (
		preview, lacking, asJSON bool
		salvage                  string
	)
	c := &cobra.Command{
		Use:     "restore W [BACKUP]",
		Short:   text.CmdRestoreShort.In(p.lang),
		Long:    text.CmdRestoreLong.In(p.lang),
		Example: "  yice restore desk.yice\n  yice restore desk.yice 1 --preview\n  yice restore desk.yice 1",
		Args:    takes(1, 2),
	}
	c.Flags().BoolVar(&preview, "preview", false, text.CmdFlagPreview.In(p.lang))
	c.Flags().BoolVar(&lacking, "lacking", false, text.CmdFlagLacking.In(p.lang))
	c.Flags().StringVar(&salvage, "salvage", "", text.CmdFlagSalvage.In(p.lang))
	p.jsonFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		if salvage != "" {
			return p.salvage(args[0], salvage)
		}
		backups, err := store.Backups(args[0])
		if err != nil {
			return err
		}
		if len(args) == 1 {
			if backups, err = verified(c.Context(), args[0]); err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(backupsJSON(backups, p.lang))
			}
			return p.print(backupsText(backups, args[0], p.lang))
		}
		from := args[1]
		if n, err := strconv.Atoi(from); err == nil {
			if n < 1 || n > len(backups) {
				return usage("cmd.backup", text.CmdNoBackup.With(n, len(backups)))
			}
			from = backups[n-1].Path
		}
		if preview {
			return p.previewRestore(c.Context(), args[0], from, asJSON)
		}
		if err := store.Restore(args[0], from, store.Options{Now: p.now, Second: tui.SecondPlace(""), Lacking: lacking}); err != nil {
			return err
		}
		p.message(text.CmdRestored.With(args[0], from))
		return nil
	}
	return c
}

// salvage saves what can still be read of a damaged workspace into a new file.
func (p *program) salvage(path, to string) error {
	saved, err := store.Salvage(path, to, store.Options{Now: p.now})
	if err != nil {
		return err
	}
	var rows int64
	for _, n := range saved.Rows {
		rows += n
	}
	p.message(text.CmdSalvaged.With(rows, to))
	for _, left := range saved.Left {
		p.message(text.CmdSalvagedLeft.With(left))
	}
	return nil
}

// previewRestore shows what a restore would change, year by year: what stands there now, and what would.
func (p *program) previewRestore(ctx context.Context, path, backup string, asJSON bool) error {
	return p.inWorkspace(path, reading, func(now *store.Workspace) error {
		return p.inWorkspace(backup, reading, func(then *store.Workspace) error {
			years, err := filing.Preview(ctx, now, then)
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(previewJSON(years, p.lang))
			}
			if len(years) == 0 {
				return p.print(text.CmdPreviewSame.In(p.lang))
			}
			var b strings.Builder
			for _, y := range years {
				b.WriteString(text.CmdPreviewYear.With(y.USCC, y.Year, len(y.Changes)).In(p.lang) + "\n")
				for _, say := range y.Beside() {
					b.WriteString(say.In(p.lang) + "\n")
				}
				b.WriteString(diffText(now.Dictionary(), y.Changes, p.lang))
			}
			return p.print(b.String() + text.CmdPreviewHow.In(p.lang))
		})
	})
}

type (
	backupJSON struct {
		Number    int    `json:"number"`
		At        string `json:"at"`
		Rows      int64  `json:"rows"`
		Bytes     int64  `json:"bytes"`
		Why       string `json:"why"`
		Condition string `json:"condition"`
		Head      string `json:"head"`
		Path      string `json:"path"`
	}
	previewedJSON struct {
		USCC    string        `json:"uscc"`
		Year    int           `json:"year"`
		Changes []changedJSON `json:"changes"`
		Beside  []string      `json:"beside"` // what changes besides the cells, in words
	}
	changedJSON struct {
		Form  string `json:"form"`
		Key   string `json:"key"`
		Field string `json:"field"`
		Old   string `json:"old"`
		New   string `json:"new"`
	}
)

func backupsJSON(backups []store.BackupInfo, l text.Lang) []backupJSON {
	all := make([]backupJSON, len(backups))
	for i, b := range backups {
		all[i] = backupJSON{i + 1, b.At.Format(time.RFC3339), b.Rows, b.Bytes, b.Why.Words().In(l), b.Words().In(l), b.Head, b.Path}
	}
	return all
}

func previewJSON(years []filing.YearChange, l text.Lang) []previewedJSON {
	all := make([]previewedJSON, len(years))
	for i, y := range years {
		all[i] = previewedJSON{y.USCC, y.Year, make([]changedJSON, len(y.Changes)), []string{}}
		for _, say := range y.Beside() {
			all[i].Beside = append(all[i].Beside, say.In(l))
		}
		for n, c := range y.Changes {
			all[i].Changes[n] = changedJSON{c.Form, c.Key, c.Field, c.Old, c.New}
		}
	}
	return all
}

// backupsText lists backups, newest first, by the number that brings one back.
func backupsText(backups []store.BackupInfo, path string, l text.Lang) string {
	if len(backups) == 0 {
		return text.CmdNoBackups.With(path).In(l)
	}
	t := columns("rlrrlll")
	t.row("#", text.CmdHistoryAt.In(l), text.CmdBackupRows.In(l), "KB", text.CmdBackupWhy.In(l), text.CmdBackupCondition.In(l), text.CmdBackupFile.In(l))
	for i, b := range backups {
		t.row(strconv.Itoa(i+1), b.At.Local().Format(time.DateTime), itoa(b.Rows), itoa((b.Bytes+1023)/1024), b.Why.Words().In(l), b.Words().In(l), b.Path)
	}
	return t.String() + "\n" + text.CmdRestoreHow.With(path).In(l)
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
