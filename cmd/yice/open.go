package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/user"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/examples"
	"yice/filing"
	"yice/scoring"
	"yice/store"
	"yice/text"
	"yice/tui"
)

// scope is which enterprise's year a command is about, and under which pack; as typed.
type scope struct {
	enterprise, year, pack string
}

// bookFlags adds --enterprise and --year; scopeFlags adds --pack as well.
func (p *program) bookFlags(c *cobra.Command) *scope {
	s := &scope{}
	c.Flags().StringVar(&s.enterprise, "enterprise", "", text.CmdFlagEnterprise.In(p.lang))
	c.Flags().StringVar(&s.year, "year", "", text.CmdFlagYear.In(p.lang))
	return s
}

func (p *program) scopeFlags(c *cobra.Command) *scope {
	s := p.bookFlags(c)
	c.Flags().StringVar(&s.pack, "pack", "", text.CmdFlagPack.In(p.lang))
	return s
}

// access is how a command opens the workspace.
type access uint8

const (
	reading  access = iota // beside an open desk
	writing                // an existing year
	sealing                // an existing year, which is only read until the end: it is backed up meanwhile, see keeping
	creating               // opens the year where it is not there yet
)

// open opens a workspace file.
func (p *program) open(path string, a access) (*store.Workspace, error) {
	w, err := store.Open(path, store.Options{ReadOnly: a == reading, Sole: true, Now: p.now, Second: tui.SecondPlace("")})
	if err == nil && !w.TakenOver().Empty() {
		p.message(w.TakenOver())
	}
	return w, err
}

// before has what is there backed up before a command changes it. Where that cannot be done the command is done all the
// same, for it can be undone; that is said.
func (p *program) before(ctx context.Context, w *store.Workspace) { p.keeping(ctx, w)() }

// keeping does before beside the command; what it gives waits until that is done.
func (p *program) keeping(ctx context.Context, w *store.Workspace) func() {
	done := make(chan error, 1)
	go func() {
		_, err := w.Keep(ctx, store.Before, nil)
		done <- err
	}()
	return sync.OnceFunc(func() {
		if err := <-done; err != nil && ctx.Err() == nil {
			p.message(text.CmdBackupNotMade.With(said(err)))
		}
	})
}

// inWorkspace opens a workspace, does the work, and closes it whatever happened.
func (p *program) inWorkspace(path string, a access, do func(*store.Workspace) error) error {
	w, err := p.open(path, a)
	if err != nil {
		return err
	}
	if a == writing || a == creating {
		p.before(context.Background(), w)
	}
	return closed(do(w), w)
}

// inSession opens a session over the scope's enterprise and year.
func (p *program) inSession(ctx context.Context, path string, s *scope, a access, do func(*entry.Session) error) error {
	pack, err := p.packInForce(s.pack)
	if err != nil {
		return err
	}
	return p.inWorkspace(path, a, func(w *store.Workspace) error {
		uscc, year, err := p.choose(w, s, a)
		if err != nil {
			return err
		}
		session, err := entry.Open(w, uscc, year, entry.Options{
			Who: p.who(w), Pack: pack, Template: template, Now: p.now, Create: a == creating,
		})
		if err != nil {
			return err
		}
		if took := session.TookIn(); !took.Empty() {
			p.message(took)
		}
		return closed(do(session), session)
	})
}

// closed closes what was opened; its failure counts only where the work itself did well.
func closed(err error, c io.Closer) error {
	if closing := c.Close(); err == nil {
		return closing
	}
	return err
}

// choose finds the one enterprise and year that are meant, or says which there are. A year that is not named is the only one;
// for reading, the newest one, and that is said. A year that may have to be opened must be named.
func (p *program) choose(w *store.Workspace, s *scope, a access) (uscc string, at int, err error) {
	books, err := w.Books()
	if err != nil {
		return "", 0, err
	}
	if uscc, err = chooseEnterprise(books, s.enterprise); err != nil {
		return "", 0, err
	}
	if s.year != "" {
		n, ok := year(s.year)
		if !ok {
			return "", 0, usage("cmd.year", text.CmdBadYear.With(s.year))
		}
		return uscc, n, nil
	}
	years := yearsOf(books, uscc)
	if a == creating || len(years) > 1 && a != reading {
		return "", 0, usage("cmd.which-year", text.CmdWhichYear.With(listed(years)))
	}
	at = years[len(years)-1]
	if len(years) > 1 {
		p.message(text.CmdNewestYear.With(at, listed(years)))
	}
	return uscc, at, nil
}

func chooseEnterprise(books []store.BookInfo, asked string) (string, error) {
	asked = strings.ToUpper(strings.TrimSpace(asked))
	var codes, names []string
	for _, b := range books {
		if asked == b.USCC {
			return b.USCC, nil
		}
		if !slices.Contains(codes, b.USCC) {
			codes = append(codes, b.USCC)
			names = append(names, strings.TrimSpace(b.USCC+" "+b.Name))
		}
	}
	switch {
	case len(codes) == 0:
		return "", usage("cmd.no-enterprise", text.CmdNoEnterprise)
	case asked != "":
		return "", usage("cmd.unknown-enterprise", text.CmdUnknownEnterprise.With(asked, strings.Join(names, "; ")))
	case len(codes) > 1:
		return "", usage("cmd.which-enterprise", text.CmdWhichEnterprise.With(strings.Join(names, "; ")))
	}
	return codes[0], nil
}

func yearsOf(books []store.BookInfo, uscc string) []int {
	var years []int
	for _, b := range books {
		if b.USCC == uscc {
			years = append(years, b.Year)
		}
	}
	slices.Sort(years)
	return years
}

func listed(years []int) string {
	words := make([]string, len(years))
	for i, y := range years {
		words[i] = strconv.Itoa(y)
	}
	return strings.Join(words, ", ")
}

// who is the operator that the history names: the workspace's setting, else the system's user.
func (p *program) who(w *store.Workspace) string {
	if name, err := w.Setting("operator"); err == nil && name != "" {
		return name
	}
	return p.user()
}

// user is the system's user.
func (p *program) user() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return p.env("USER")
}

// template gives the built-in pack of a year, a draft.
func template(year int) (*scoring.Pack, bool) {
	source, err := templateSource(year)
	if err != nil {
		return nil, false
	}
	pack, err := scoring.Load(source)
	return pack, err == nil
}

// templateSource is the template written for a year: the policy is the same whatever the year, and nobody issued any of it.
func templateSource(year int) ([]byte, error) {
	if source, ok := examples.Pack(year); ok {
		return source, nil
	}
	source, _ := examples.Pack(examples.Year)
	base, err := scoring.Load(source)
	if err != nil {
		return nil, err
	}
	return scoring.NewFrom(base, year)
}

// packFlag loads the pack of --pack; nil where none is asked for.
func (p *program) packFlag(path string) (*scoring.Pack, error) {
	if path == "" {
		return nil, nil
	}
	source, err := readSmall(path, packLimit)
	if err != nil {
		return nil, err
	}
	pack, err := filing.LoadPackFile(source)
	if err != nil {
		for _, line := range packErrors(path, err, p.lang) {
			p.message(text.Same(line))
		}
		return nil, cannot("cmd.pack", text.CmdPackUnusable.With(path), nil)
	}
	return pack, nil
}

// packInForce loads the pack of --pack to score by: one that says it is issued, and whose signature nobody answers for, is a draft. That
// is said.
func (p *program) packInForce(path string) (*scoring.Pack, error) {
	pack, err := p.packFlag(path)
	if err != nil || pack == nil {
		return pack, err
	}
	return pack, p.prove(path, pack)
}

// prove asks who has issued a pack that says it is issued.
func (p *program) prove(path string, pack *scoring.Pack) error {
	if !pack.Issued() {
		return nil
	}
	keys, err := p.packKeys("")
	if err != nil {
		return err
	}
	var unproven *text.Fault
	switch _, _, err := filing.ReadSignedPack(path, pack, keys, p.now()); {
	case errors.As(err, &unproven) && unproven.Class == text.Findings:
		pack.Unproven = true
		p.message(unproven.Say)
		p.message(text.CmdPackUnproven)
		return nil
	default:
		return err
	}
}

// packErrors lists everything wrong with a pack, with line and column, a line each.
func packErrors(path string, err error, l text.Lang) []string {
	var all scoring.PackErrors
	if !errors.As(err, &all) {
		return []string{path + ": " + err.Error()}
	}
	lines := make([]string, len(all))
	for i, e := range all {
		lines[i] = path + ": " + oneLine(e.In(l))
	}
	return lines
}

// packLimit is a little more than a pack may have: the loader itself refuses what is larger, in words of its own.
const packLimit = 1 << 20

// readSmall reads a file that must not be large.
func readSmall(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, cannot("cmd.read", text.CmdCannotRead.With(path), err)
	}
	defer f.Close()
	source, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, cannot("cmd.read", text.CmdCannotRead.With(path), err)
	}
	if int64(len(source)) > limit {
		return nil, cannot("cmd.large", text.CmdTooLarge.With(path, limit>>10), nil)
	}
	return source, nil
}
