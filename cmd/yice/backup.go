package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"yice/store"
	"yice/text"
	"yice/tui"
)

func (p *program) backupCommand() *cobra.Command {
	var (
		dir, second   string
		state, asJSON bool
	)
	c := &cobra.Command{
		Use:     "backup W",
		Short:   text.CmdBackupShort.In(p.lang),
		Long:    text.CmdBackupLong.In(p.lang),
		Example: "  yice backup desk.yice\n  yice backup desk.yice --dir E:\\backup\n  yice backup desk.yice --second E:\\backup\n  yice backup desk.yice --state --json",
		Args:    takes(1, 1),
	}
	c.Flags().StringVar(&dir, "dir", "", text.CmdFlagBackupDir.In(p.lang))
	c.Flags().StringVar(&second, "second", "", text.CmdFlagSecond.In(p.lang))
	c.Flags().BoolVar(&state, "state", false, text.CmdFlagBackupState.In(p.lang))
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if second != "" {
			if err := p.nameSecondPlace(second); err != nil {
				return err
			}
		}
		return p.inWorkspace(args[0], reading, func(w *store.Workspace) error {
			if state {
				return p.backupState(c.Context(), w, asJSON)
			}
			path, err := w.Backup(dir)
			if err != nil {
				return err
			}
			s, err := w.BackupState(c.Context())
			if err != nil {
				return err
			}
			if s.SecondErr != nil && dir == "" {
				p.message(text.BackupSecondFailed.With(said(s.SecondErr)))
				p.exit = text.Findings
			}
			if asJSON {
				return p.printJSON(map[string]any{"path": path, "second": secondPath(&s)})
			}
			return p.print(path)
		})
	}
	return c
}

func secondPath(s *store.BackupState) any {
	if s.SecondLast == nil {
		return nil
	}
	return s.SecondLast.Path
}

// nameSecondPlace sets the user's second place for backups, or forgets it.
func (p *program) nameSecondPlace(dir string) error {
	if dir == "-" {
		p.message(text.CmdBackupSecondOff)
		return tui.SetSecondPlace("", "")
	}
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	if st, err := os.Stat(dir); err != nil || !st.IsDir() {
		return usage("cmd.second", text.CmdBackupSecondBad.With(dir))
	}
	p.message(text.CmdBackupSecondSet.With(dir))
	return tui.SetSecondPlace("", dir)
}

// backupState tells how the backups stand, and what each is worth: all of them are read.
func (p *program) backupState(ctx context.Context, w *store.Workspace, asJSON bool) error {
	s, err := w.BackupState(ctx)
	if err != nil {
		return err
	}
	all, err := verified(ctx, w.Path())
	if err != nil {
		return err
	}
	if s.Worrying() {
		p.exit = text.Findings
	}
	if asJSON {
		doc, err := s.JSON(all)
		if err != nil {
			return err
		}
		return p.rawJSON(doc)
	}
	if err := p.say(s.Words()); err != nil {
		return err
	}
	return p.print(backupsText(all, w.Path(), p.lang))
}

// verified lists the backups of a workspace and reads each from end to end.
func verified(ctx context.Context, path string) ([]store.BackupInfo, error) {
	all, err := store.Backups(path)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if err := all[i].Verify(ctx); err != nil {
			return nil, err
		}
	}
	return all, nil
}
