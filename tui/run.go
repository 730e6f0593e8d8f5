package tui

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"

	"yice/store"
	"yice/text"
)

func run(ctx context.Context, o Options) error {
	if o.Environ == nil {
		o.Environ = os.Environ()
	}
	if err := fitTerminal(o); err != nil {
		return err
	}
	fitMeasure(o)
	// A terminal that goes away, or a machine that shuts down, ends the program in order: what is keyed is in the file.
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM, syscall.SIGHUP, os.Interrupt)
	defer stop()

	defer store.MakeRoom()()
	defer debug.SetGCPercent(debug.SetGCPercent(roomToOpen))
	settled := time.AfterFunc(checkAfter, func() { debug.SetGCPercent(roomForGarbage) })
	defer settled.Stop()
	m := newRoot(ctx, o)
	m.checkAfter = checkAfter
	m.prefer(loadPreferences(o.ConfigDir))
	out := newScreenOut(outOf(o), o.Environ)
	out.start()
	p := tea.NewProgram(screened{m, out}, programOptions(ctx, o, out)...)
	_, err := p.Run()
	out.stop()
	m.stopTasks()
	if m.desk != nil {
		m.desk.keeps.out, m.desk.keeps.lang = outOf(o), m.lang.Written()
		err = errors.Join(quiet(err), m.desk.finish())
	}
	if m.fault != nil {
		return m.fault
	}
	return quiet(err)
}

// roomForGarbage is how much garbage may stand beside what is held before it is collected, in hundredths: a desk is open all day on a
// small machine, and leaves little to collect.
const roomForGarbage = 40

// roomToOpen is that room while a file is opened: what an opening makes and drops, ten megabytes where the ledger is large, is collected
// once, when the first screen stands, and not five times before.
const roomToOpen = 400

// outOf is where the terminal is written to.
func outOf(o Options) io.Writer {
	if o.Out != nil {
		return o.Out
	}
	return os.Stdout
}

// quiet forgives being told to stop: that is no failure.
func quiet(err error) error {
	if errors.Is(err, tea.ErrProgramKilled) && !errors.Is(err, tea.ErrProgramPanic) || errors.Is(err, tea.ErrInterrupted) || errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

func programOptions(ctx context.Context, o Options, out *screenOut) []tea.ProgramOption {
	opts := []tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(modesPerSecond), tea.WithEnvironment(o.Environ), tea.WithoutSignalHandler(), tea.WithFilter(out.keepSize)}
	if o.In != nil {
		opts = append(opts, tea.WithInput(o.In))
	}
	if f, ok := outOf(o).(*os.File); ok {
		return append(opts, tea.WithOutput(fileOut{f, out}))
	}
	return append(opts, tea.WithOutput(out))
}

// fitTerminal refuses, politely and naming the way out, where the screens could not be shown: without a terminal, and on
// the Linux console, which has no Chinese characters and sends F1–F5 as text.
func fitTerminal(o Options) error {
	if !isTerminal(o.In, os.Stdin) || !isTerminal(o.Out, os.Stdout) {
		return &text.Fault{Code: "tui.terminal", Class: text.Usage, Say: text.TuiNoTerminal}
	}
	switch t := environ(o.Environ, "TERM"); t {
	case "linux", "dumb":
		return &text.Fault{Code: "tui.terminal", Class: text.Usage, Say: text.TuiPoorTerminal.With(t)}
	}
	return nil
}

// isTerminal reports whether a stream is a terminal; one that is no file (a test's) counts as one.
func isTerminal(stream any, usual *os.File) bool {
	f := usual
	switch s := stream.(type) {
	case nil:
	case *os.File:
		if s != nil {
			f = s
		}
	case io.Reader, io.Writer:
		return true
	}
	return term.IsTerminal(int(f.Fd()))
}

func environ(env []string, name string) string {
	for i := len(env) - 1; i >= 0; i-- {
		if v, ok := strings.CutPrefix(env[i], name+"="); ok {
			return v
		}
	}
	return ""
}
