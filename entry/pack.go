package entry

import (
	"encoding/json"
	"errors"
	"strconv"

	"yice/scoring"
	"yice/store"
	"yice/text"
)

// choosePack settles the pack in force: the one asked for, else the workspace's issued one of the year, else its newest
// draft, else the template. What is refused (another year, two issued, one older than was used before) is not replaced by
// the next best: there is no pack then, and the note says why.
func choosePack(w *store.Workspace, o Options, year int) (*scoring.Pack, text.Pair) {
	if o.Pack != nil {
		return packAsked(w, o.Pack, year)
	}
	p, note, settled := packOfWorkspace(w, year)
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

// packAsked judges the pack named on the command line: an issued one must not stand behind the one used before, nor behind
// the one that the workspace keeps.
func packAsked(w *store.Workspace, p *scoring.Pack, year int) (*scoring.Pack, text.Pair) {
	if err := p.InYear(year); err != nil {
		return nil, sayOf(err)
	}
	if p.Official() {
		uses := []*scoring.PackUse{usedPack(w, year)}
		if kept, _, _ := packOfWorkspace(w, year); kept != nil && kept.Issued() {
			use := kept.Use()
			uses = append(uses, &use)
		}
		for _, used := range uses {
			if _, err := scoring.ChoosePack([]*scoring.Pack{p}, year, used); err != nil {
				return nil, sayOf(err)
			}
		}
	}
	return p, text.EntryPackGiven.With(p.ID, p.Version)
}

// packOfWorkspace looks for the pack kept in the workspace. settled is true where the question is answered, even if by
// a refusal: the template must not step in silently then.
func packOfWorkspace(w *store.Workspace, year int) (p *scoring.Pack, note text.Pair, settled bool) {
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
	p, err = scoring.ChoosePack(packs, year, usedPack(w, year))
	switch {
	case err != nil:
		return nil, sayOf(err), true
	case p != nil:
		rememberPack(w, p)
		return p, text.EntryPackIssued.With(p.ID, p.Version), true
	case draft != nil:
		return draft, text.EntryPackDraft.With(draft.ID, draft.Version), true
	}
	return nil, note, false
}

// The issued pack a year was last scored with is remembered in the workspace.

func packSetting(year int) string { return "pack.used." + strconv.Itoa(year) }

func usedPack(w *store.Workspace, year int) *scoring.PackUse {
	kept, err := w.Setting(packSetting(year))
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
func rememberPack(w *store.Workspace, p *scoring.Pack) {
	use := p.Use()
	if was := usedPack(w, p.Year); w.ReadOnly() || was != nil && *was == use {
		return
	}
	if kept, err := json.Marshal(use); err == nil {
		// Not being able to write is told by the next write of data; the score is right without it.
		_ = w.SetSetting(packSetting(p.Year), string(kept))
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
