package main

import (
	"runtime"

	"github.com/spf13/cobra"

	"yice/text"
)

func (p *program) versionCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "version",
		Short: text.CmdVersionShort.In(p.lang),
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return p.printJSON(versionJSON{version, runtime.GOOS, runtime.GOARCH, runtime.Version()})
			}
			return p.showVersion()
		},
	}
	p.jsonFlag(c, &asJSON)
	return c
}

type versionJSON struct {
	Version string `json:"version"`
	OS      string `json:"os"`
	Arch    string `json:"arch"`
	Go      string `json:"go"`
}

func (p *program) showVersion() error {
	return p.printf("yice %s  %s/%s  %s", version, runtime.GOOS, runtime.GOARCH, runtime.Version())
}
