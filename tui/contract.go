// Package tui is the workstation on the terminal: screens, widgets, keys and theme. It draws a session and decides
// nothing: every value, finding and score comes from package entry, every form and field from package form.
//
// It must never read or write a file, or wait for anything, inside Update or View; work goes into commands and through one
// ordered writer. It never draws a control character of the data, and never measures a text by runes.
//
// Start with Run, then root.go (the one tea.Model), then declared.go (the one table of places and keys).
package tui

import (
	"context"
	"io"
	"time"

	"yice/scoring"
	"yice/store"
	"yice/text"
)

// Options of a run of the workstation.
type Options struct {
	// Workspace is an opened workspace; Run closes neither it nor what it did not open itself. Nil: Path is opened.
	Workspace *store.Workspace
	// Path is a workspace file to open; "" with a nil Workspace shows the start screen.
	Path string
	// Enterprise (its uscc) and Year choose the book; empty: the newest year of the first enterprise, or a choice.
	Enterprise string
	Year       int
	Lang       text.Lang
	// LangAsked says that the language was asked for at the start: the user's saved one does not replace it.
	LangAsked bool
	// Who is the operator named in the history; "": the workspace's setting, else the system's user.
	Who string
	// Pack scores with this pack (--pack); nil: the workspace's, else Template's.
	Pack     *scoring.Pack
	Template func(year int) (*scoring.Pack, bool)
	// Example makes the example enterprise as a new workspace at a path; nil: the start screen does not offer it.
	Example func(ctx context.Context, path string) error
	// Demo says that the workspace opened is the example: the header shows it.
	Demo bool

	In      io.Reader // nil: standard input
	Out     io.Writer // nil: standard output
	Environ []string  // nil: the process's own
	// ConfigDir is where the list of recent workspaces lies; "": the user's configuration folder. "-": nowhere.
	ConfigDir string
	// Trust is the folder of registered keys that signatures are held against; "": a signature must be right, whoever made it.
	Trust string
	// TrustFolder is the user's own, where keys are registered; it need not be there yet.
	TrustFolder string
	Version     string
	Now         func() time.Time
}

// Run shows the workstation until the user leaves, ctx ends, or the process is told to stop; what was keyed is then
// safe. Faults: tui.terminal (no terminal, or one that cannot show Chinese), and those of store and entry.
func Run(ctx context.Context, o Options) error { return run(ctx, o) }
