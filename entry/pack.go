package entry

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// choosePack settles the pack in force: the one asked for, else the workspace's issued one of the year, else its newest
// draft, else the template. What is refused (another year, two issued, one older than was used before) is not replaced by
// the next best: there is no pack then, and the note says why.
//
// The workspace makes room for what the pack in force brings; where it keeps a form otherwise than the pack has it, the pack is
// refused.
func choosePack(w *store.Workspace, o Options, uscc string, year int) (*scoring.Pack, text.Pair) {
	p, note := packFor(w, o, uscc, year)
	if err := w.KeepForms(p.Dictionary()); err != nil {
		return nil, sayOf(err)
	}
	return p, note
}

// Orphaned says which rows of a year no form of a dictionary shows, "" where there are none: they stay in the workspace, and come
// back with a pack that brings their form.
func Orphaned(w *store.Workspace, b store.Book, d *form.Dictionary) (text.Pair, error) {
	rows, err := w.Orphans(b, d)
	if err != nil || len(rows) == 0 {
		return text.Pair{}, err
	}
	var zh, en []string
	for _, f := range w.Forms() {
		if n := rows[f.Title]; n > 0 && d.ByID(f.ID) == nil {
			one := text.EntryOrphan.With(f.Title, n)
			zh, en = append(zh, one.ZH), append(en, one.EN)
		}
	}
	return text.EntryOrphans.With(text.Pair{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}), nil
}

func packFor(w *store.Workspace, o Options, uscc string, year int) (*scoring.Pack, text.Pair) {
	if o.Pack != nil {
		return packAsked(w, o.Pack, uscc, year)
	}
	p, note, settled := packOfWorkspace(w, uscc, year)
	if settled {
		return p, note
	}
	if o.Template != nil {
		if p, ok := o.Template(year); ok && p != nil && p.Year == year {
			used := text.EntryPackTemplate.With(year, p.ID, p.Version)
			if !note.Empty() {
				used = text.EntryPackTwoNotes.With(note, used)
			}
			return p, used
		}
	}
	if note.Empty() {
		note = text.EntryPackNone.With(year)
	}
	return nil, note
}

// packAsked judges the pack named on the command line: an extract must be the enterprise's own, and an issued pack must not stand
// behind the one used before, nor behind the one that the workspace keeps.
func packAsked(w *store.Workspace, p *scoring.Pack, uscc string, year int) (*scoring.Pack, text.Pair) {
	if err := p.InYear(year); err != nil {
		return nil, sayOf(err)
	}
	if p.Foreign(uscc) {
		return nil, text.PackForAnother.With(p.ID, p.Extract.USCC, uscc)
	}
	if p.Official() {
		uses := []*scoring.PackUse{usedPack(w, uscc, year)}
		if kept, _, _ := packOfWorkspace(w, uscc, year); kept != nil && kept.Issued() {
			use := kept.Use()
			uses = append(uses, &use)
		}
		for _, used := range uses {
			if _, err := scoring.ChoosePack([]*scoring.Pack{p}, uscc, year, used); err != nil {
				return nil, sayOf(err)
			}
		}
	}
	return p, text.EntryPackGiven.With(p.ID, p.Version)
}

// packOfWorkspace looks for the pack kept in the workspace. settled is true where the question is answered, even if by
// a refusal: the template must not step in silently then.
func packOfWorkspace(w *store.Workspace, uscc string, year int) (p *scoring.Pack, note text.Pair, settled bool) {
	files, err := w.Packs()
	if err != nil {
		return nil, text.EntryPackUnread.With(sayOf(err)), true
	}
	var packs []*scoring.Pack
	var draft *scoring.Pack
	for i := range files {
		if files[i].Year != year {
			continue
		}
		pack, err := scoring.Load(files[i].Source)
		switch {
		case err != nil:
			note = text.EntryPackBroken.With(short(files[i].SHA256), firstSentence(err))
		case pack.Issued():
			packs = append(packs, pack)
		default:
			draft = pack // the newest comes last
		}
	}
	p, err = scoring.ChoosePack(packs, uscc, year, usedPack(w, uscc, year))
	switch {
	case err != nil:
		return nil, sayOf(err), true
	case p != nil:
		rememberPack(w, uscc, p)
		return p, text.EntryPackIssued.With(p.ID, p.Version), true
	case draft != nil:
		return draft, text.EntryPackDraft.With(draft.ID, draft.Version), true
	}
	return nil, note, false
}

// The issued pack that an enterprise's year was last scored with is remembered in the workspace.

func packSetting(uscc string, year int) string { return "pack.used." + strconv.Itoa(year) + "." + uscc }

func usedPack(w *store.Workspace, uscc string, year int) *scoring.PackUse {
	kept, err := w.Setting(packSetting(uscc, year))
	if err == nil && kept == "" { // what is older than extracts remembered one for the whole desk
		kept, err = w.Setting("pack.used." + strconv.Itoa(year))
	}
	if err != nil || kept == "" {
		return nil
	}
	var use scoring.PackUse
	if json.Unmarshal([]byte(kept), &use) != nil {
		return nil
	}
	return &use
}

// rememberPack keeps what was scored with; a workspace that is only read keeps nothing.
func rememberPack(w *store.Workspace, uscc string, p *scoring.Pack) {
	use := p.Use()
	if was := usedPack(w, uscc, p.Year); w.ReadOnly() || was != nil && *was == use {
		return
	}
	if kept, err := json.Marshal(use); err == nil {
		// Not being able to write is told by the next write of data; the score is right without it.
		_ = w.SetSetting(packSetting(uscc, p.Year), string(kept))
	}
}

// sayOf gives the sentence of an error.
func sayOf(err error) text.Pair {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Say
	}
	return text.Same(err.Error())
}

func firstSentence(err error) text.Pair {
	var all scoring.PackErrors
	if errors.As(err, &all) && len(all) > 0 {
		return text.EntryPackErrorAt.With(all[0].Line, all[0].Say, len(all))
	}
	return text.Same(err.Error())
}

func short(digest string) string {
	if len(digest) > 12 {
		return digest[:12]
	}
	return digest
}
