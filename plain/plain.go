// Package plain is the desk in lines: one question a line, findings as sentences, no boxes, no cursor, no alternate screen.
// It is for screen readers, braille lines, dumb terminals, serial lines and pipes, and does the whole main job: choose or make a
// workspace, key the rows of every form or take them in from a file, mend what is wrong, see the score, sign, seal, take receipt and recognitions in;
// evidence, backups; and the regulator's or a group's year: a folder looked through, a registry worked off.
//
// Like the screens it draws a session and decides nothing: values are read by form and written through entry. It must never
// move a cursor, hide what it says behind colour, or ask two things in one line. What was answered is saved before the next
// question is asked, so that the end of the input loses nothing.
//
// Start with Run, then talk in talk.go, then the file of a part of the job: begin, keying (following, batch, answer, evidence), import, mend, score, whatif, handin, recognise,
// trust, backups, receive (collect, registry).
package plain

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// Options of a run.
type Options struct {
	In   io.Reader
	Out  io.Writer
	Lang text.Lang
	// Echo writes every answer after its question: where the input is no terminal, nobody else does.
	Echo bool
	// Secret asks for a passphrase without showing it, or gives one that is known; ok is false where it is to be read as any line.
	Secret func(question text.Pair) (word string, ok bool, err error)

	Path       string // of the workspace; "": chosen or made
	Enterprise string
	Year       int
	Pack       *scoring.Pack // scores with this one; nil: the workspace's, else Template's
	Template   entry.Template
	Trust      string // folder of registered keys that signatures are held against; "": nobody is asked
	// TrustFolder is the user's own, where a register is taken in; it need not be there yet.
	TrustFolder string
	Now         func() time.Time

	// Open opens a workspace to write in.
	Open func(path string) (*store.Workspace, error)
	// Who is the operator that the history names.
	Who func(w *store.Workspace) string
	// Deciding is who is named in the history of a registry, which is no workspace's.
	Deciding string
	// TakePack takes a policy pack into a workspace and says what it is.
	TakePack func(w *store.Workspace, path string) (text.Pair, error)
	// Drafts is the folder where drafts of policy packs are kept that are no file yet; "": nowhere.
	Drafts string
	// Recent are the workspaces opened before, the newest first; Remember puts one at their head.
	Recent   []Recent
	Remember func(path, name string, year int)
}

// Recent is a workspace opened before.
type Recent struct {
	Path, Name string
	Year       int
}

// desk is the open workspace and the year at hand.
type desk struct {
	*talk
	o   Options
	ctx context.Context
	w   *store.Workspace
	s   *entry.Session
	// draft is the policy pack being changed, nil: none yet.
	draft *filing.PackDraft
	// batch is the batch of papers at hand, nil: none.
	batch *batch
	lost  bool // the workspace could not be opened again: the job is over
}

// Run leads through the job until the user leaves or the input ends. What cannot be opened is an error; what goes wrong at the
// desk is said, and the next question is asked.
func Run(ctx context.Context, o Options) error {
	d := &desk{talk: newTalk(ctx, o), o: o, ctx: ctx}
	d.say(text.PlainAbout)
	err := d.run()
	if errors.Is(err, io.EOF) || errors.Is(err, errBack) || errors.Is(err, context.Canceled) {
		err = nil // the end of the input, or an interrupt, is the end of the job: everything answered is written
	}
	if d.w != nil {
		err = errors.Join(err, d.close())
		if err == nil {
			d.say(text.PlainLeft)
		}
	}
	return errors.Join(err, d.broken)
}

func (d *desk) run() error {
	if d.o.Path != "" {
		if err := d.open(d.o.Path, d.o.Enterprise, d.o.Year); err != nil {
			return err
		}
	} else if err := d.begin(); err != nil {
		return err
	}
	for {
		if err := d.stand(); err != nil {
			return err
		}
		menu := []option{
			{text.PlainDoKey, d.keying},
			{text.PlainDoImport, d.importing},
			{text.PlainDoMend, d.mending},
			{text.PlainDoScore, d.score},
			{text.PlainDoWhat, d.whatIf},
			{text.PlainDoSpending, d.spending},
			{text.PlainDoSubmit, d.handing},
			{text.PlainDoYear, d.otherYear},
			{text.PlainDoUndo, d.undo},
			{text.PlainDoPolicy, d.policy},
			{text.PlainDoTrust, d.takeRegister},
			{text.PlainDoBackups, d.backups},
			{text.PlainDoReceive, d.receiving},
		}
		i, err := d.choose(text.PlainDo, titles(menu), text.PlainLeave)
		if errors.Is(err, errHome) {
			continue
		}
		if err != nil {
			return err
		}
		if err := d.home(menu[i].do); err != nil {
			return err
		}
	}
}

// option is one thing a menu offers.
type option struct {
	title text.Pair
	do    func() error
}

func titles(menu []option) []text.Pair {
	out := make([]text.Pair, len(menu))
	for i := range menu {
		out[i] = menu[i].title
	}
	return out
}

// part does a part of the job: going back ends it, what goes wrong in it is said. Only the end of the input goes further.
func (d *desk) part(do func() error) error {
	err := do()
	switch {
	case err == nil, errors.Is(err, errBack):
		return nil
	case d.ends(err):
		return err
	}
	d.fail(err)
	return nil
}

// ends reports what no part of the job goes on after: the end of the input, an interrupt, the way home.
func (d *desk) ends(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, errHome) || d.ctx.Err() != nil || d.broken != nil || d.lost
}

// home does a part of the job from where there is nothing above: the way home ends there.
func (d *desk) home(do func() error) error {
	if err := d.part(do); !errors.Is(err, errHome) {
		return err
	}
	return nil
}

// path asks for the path of a file or folder until one is taken: what is wrong with one is said, and it is asked for again.
func (d *desk) path(question text.Pair, take func(path string) error) error {
	return d.pathFrom(question, "", take)
}

// pathFrom is path with one that Enter takes; "": none is proposed.
func (d *desk) pathFrom(question text.Pair, proposed string, take func(path string) error) error {
	for {
		path, err := d.proposeOr(question, proposed)
		if err != nil {
			return err
		}
		if isHelp(path) {
			d.again(question, text.PlainPathHelp)
			continue
		}
		path = expand(path)
		if err = take(path); err == nil || errors.Is(err, errBack) || d.ends(err) {
			return err
		}
		d.fail(err)
		if proposed != "" {
			proposed = path // what was answered before is not lost
		}
	}
}

// there asks for the path of what is there already.
func (d *desk) there(question text.Pair, proposed string) (path string, err error) {
	err = d.pathFrom(question, proposed, func(answer string) error {
		if _, err := os.Stat(answer); err != nil {
			return &text.Fault{Code: "plain.absent", Class: text.Usage, Say: text.PlainNoFile.With(answer), Err: err}
		}
		path = answer
		return nil
	})
	return path, err
}

// over asks before a file is written over; one that is kept is an error, so that another path is asked for.
func (d *desk) over(path string) error {
	if _, err := os.Lstat(path); err != nil {
		return nil
	}
	switch yes, err := d.yes(text.PlainOver.With(path)); {
	case err != nil:
		return err
	case !yes:
		return &text.Fault{Code: "plain.kept", Class: text.Usage, Say: text.PlainNotOver}
	}
	return nil
}

// withEnding gives a path its ending, where it has another or none.
func withEnding(path, ending string) string {
	if !strings.EqualFold(filepath.Ext(path), ending) {
		path += ending
	}
	return path
}

// passphraseOf asks for the passphrase of a key when it is opened.
func (d *desk) passphraseOf(key string) func() (string, error) {
	return func() (string, error) { return d.password(text.PlainPassphrase.With(filepath.Base(key))) }
}

// stand says who and when it is about, the score, and what is wrong, in one sentence each.
func (d *desk) stand() error {
	uscc, name, _ := d.s.Enterprise()
	if name == "" {
		name = uscc
	}
	d.line("")
	if d.s.DeepSoon() {
		if err := d.s.CheckDeep(d.ctx); err != nil {
			return err
		}
	}
	must, verify, explained := d.s.Counts()
	if d.s.Locked() {
		d.say(text.PlainWhoSealed.With(name, d.s.Year()))
	} else {
		d.say(text.PlainWho.With(name, d.s.Year()))
	}
	if sheet := d.s.Sheet(); sheet == nil {
		d.say(d.s.PackNote())
	} else {
		d.say(d.totals(sheet))
	}
	d.say(text.PlainFindings.With(must, verify, explained).Begun())
	if d.s.DeepDue() {
		d.say(text.PlainNotLooked)
	}
	return nil
}

// totals is the score in a sentence.
func (d *desk) totals(sheet *scoring.Sheet) text.Pair {
	mode := text.TuiOfficial
	if !sheet.Official {
		mode = text.TuiSimulated
	}
	t := sheet.Totals()
	say := text.PlainTotals.With(mode, t.Innovation, t.Unfilled, t.Bonus)
	if t.Assessed != nil {
		say = say.Then(text.PlainAssessed.With(form.Separated(t.Assessed.String())))
	}
	return say
}

// moved says what a change did to the score.
func (d *desk) moved(out entry.Outcome) {
	for _, said := range out.Said {
		d.say(said)
	}
	if out.Seq == 0 {
		return
	}
	if a, b := out.Before.Innovation, out.After.Innovation; a != b {
		d.say(text.PlainMoved.With(a, b))
	}
}

// undo takes back the last change, after naming it and where it is.
func (d *desk) undo() error {
	ahead, ok, err := d.s.AheadUndo()
	if err != nil {
		return err
	}
	if !ok {
		d.say(text.PlainNoUndo)
		return nil
	}
	where := text.Pair{}
	for i, f := range ahead.Forms {
		part := text.TuiUndoForm.With(f.Form.Title, f.Records)
		if i > 0 {
			part = text.Pair{ZH: "，" + part.ZH, EN: ", " + part.EN}
		}
		where = text.Pair{ZH: where.ZH + part.ZH, EN: where.EN + part.EN}
	}
	yes, err := d.yes(text.PlainUndoAsk.With(ahead.Label, where))
	if err != nil || !yes {
		return err
	}
	out, err := d.s.Undo()
	if err != nil {
		return err
	}
	d.say(text.PlainUndone.With(ahead.Label))
	d.moved(out)
	return nil
}
