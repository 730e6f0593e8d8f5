package main

import (
	"runtime"

	"github.com/spf13/cobra"

	"yice/text"
)

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: text.CmdVersionShort.In(p.lang),
		Args:  takes(0, 0),
		RunE:  func(*cobra.Command, []string) error { return p.showVersion() },
	}
}

func (p *program) showVersion() error {
	return p.printf("yice %s  %s/%s  %s", version, runtime.GOOS, runtime.GOARCH, runtime.Version())
}
