package main

import (
	"github.com/spf13/cobra"

	"yice/store"
	"yice/text"
)

func (p *program) backupCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:     "backup W",
		Short:   text.CmdBackupShort.In(p.lang),
		Long:    text.CmdBackupLong.In(p.lang),
		Example: "  yice backup desk.yice\n  yice backup desk.yice --dir E:\\backup",
		Args:    takes(1, 1),
	}
	c.Flags().StringVar(&dir, "dir", "", text.CmdFlagBackupDir.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inWorkspace(args[0], reading, func(w *store.Workspace) error {
			path, err := w.Backup(dir)
			if err != nil {
				return err
			}
			return p.print(path)
		})
	}
	return c
}
