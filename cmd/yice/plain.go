package main

import (
	"context"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"yice/filing"
	"yice/plain"
	"yice/store"
	"yice/text"
	"yice/tui"
)

// showPlain runs the desk in lines.
func (p *program) showPlain(ctx context.Context, path string, s *scope) error {
	pack, err := p.packInForce(s.pack)
	if err != nil {
		return err
	}
	folder, err := p.trustFolder("")
	if err != nil {
		return err
	}
	o := plain.Options{
		In: p.stdin, Out: p.stdout, Lang: p.lang, Echo: !isTerminal(p.stdin), Secret: p.secret, Path: path,
		Enterprise: strings.ToUpper(s.enterprise), Pack: pack, Template: template, Trust: p.trustOr(""), TrustFolder: folder, Now: p.now,
		Open:     func(path string) (*store.Workspace, error) { return p.open(path, writing) },
		Who:      p.who,
		Deciding: p.user(),
		TakePack: p.takePlainPack,
		Drafts:   tui.DraftsFolder(""),
		Remember: func(path, name string, year int) {
			tui.RememberWorkspace(tui.Recent{Path: path, Name: name, Year: year}, p.now())
		},
	}
	for _, r := range tui.RecentWorkspaces() {
		o.Recent = append(o.Recent, plain.Recent(r))
	}
	if s.year != "" {
		n, ok := year(s.year)
		if !ok {
			return usage("cmd.year", text.CmdBadYear.With(s.year))
		}
		o.Year = n
	}
	return plain.Run(ctx, o)
}

// secret gives the passphrase that is known already, or reads one from a terminal that does not show it; elsewhere it is read as
// any line.
func (p *program) secret(question text.Pair) (string, bool, error) {
	if word, ok, err := p.givenPassphrase(); ok || err != nil {
		return word, ok, err
	}
	f, ok := p.stdin.(*os.File)
	if !ok || !isTerminal(f) {
		return "", false, nil
	}
	// The answer stands behind the question, as every other does, though nobody sees it.
	if _, err := io.WriteString(p.stdout, text.Harmless(text.PlainAsk.With(question).In(p.lang))); err != nil {
		return "", true, err
	}
	word, err := term.ReadPassword(int(f.Fd()))
	if _, ended := io.WriteString(p.stdout, "\n"); ended != nil {
		return "", true, ended
	}
	if err != nil {
		return "", true, cannot("cmd.passphrase", text.CmdNoPassphrase, err)
	}
	return string(word), true, nil
}

// takePlainPack takes a pack into a workspace: an issued one with the signature of a key that may issue packs, a draft as it is.
func (p *program) takePlainPack(w *store.Workspace, path string) (text.Pair, error) {
	pack, err := p.packFlag(path)
	if err != nil {
		return text.Pair{}, err
	}
	keys, err := p.packKeys("")
	if err != nil {
		return text.Pair{}, err
	}
	taken, err := filing.TakePack(w, path, pack, keys, p.now())
	if err != nil {
		return text.Pair{}, err
	}
	name := text.Same(pack.ID + " " + pack.Version)
	switch {
	case taken.There:
		return text.TuiPolThere.With(name), nil
	case pack.Issued():
		return text.TuiPolTaken.With(name, pack.Year, taken.Signer), nil
	}
	return text.TuiPolTakenDraft.With(name, pack.Year), nil
}
