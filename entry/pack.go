package entry

import (
	"errors"

	"yice/scoring"
	"yice/store"
	"yice/text"
)

// choosePack settles the pack in force: the one asked for, else the workspace's issued one of the year, else its newest
// draft, else the template. A pack of another year is refused, and the note says so.
func (st *state) choosePack(w *store.Workspace, o Options) {
	year := st.book.Year
	if p := o.Pack; p != nil {
		if p.Year != year {
			st.packNote = text.EntryPackOtherYear.With(p.ID, p.Version, p.Year, year)
			return
		}
		st.pack, st.packNote = p, text.EntryPackGiven.With(p.ID, p.Version)
		return
	}
	p, note, settled := packOfWorkspace(w, year)
	if settled {
		st.pack, st.packNote = p, note
		return
	}
	if o.Template != nil {
		if p, ok := o.Template(year); ok && p != nil && p.Year == year {
			st.pack, st.packNote = p, text.EntryPackTemplate.With(year, p.ID, p.Version)
			if !note.Empty() {
				st.packNote = text.EntryPackTwoNotes.With(note, st.packNote)
			}
			return
		}
	}
	if note.Empty() {
		note = text.EntryPackNone.With(year)
	}
	st.packNote = note
}

// packOfWorkspace looks for the pack kept in the workspace. settled is true where the question is answered, even if by
// a refusal (two issued packs): the template must not step in silently then.
func packOfWorkspace(w *store.Workspace, year int) (p *scoring.Pack, note text.Pair, settled bool) {
	files, err := w.Packs()
	if err != nil {
		return nil, text.EntryPackUnread.With(err.Error()), true
	}
	var packs []*scoring.Pack
	for i := range files {
		if files[i].Year != year {
			continue
		}
		pack, err := scoring.Load(files[i].Source)
		if err != nil {
			note = text.EntryPackBroken.With(short(files[i].SHA256), firstSentence(err))
			continue
		}
		packs = append(packs, pack)
	}
	if len(packs) == 0 {
		return nil, note, false
	}
	return chooseAmong(packs)
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

// chooseAmong picks the pack of a year: the one issued pack, leaving out those it replaces; else the newest draft. Two
// issued packs of which neither replaces the other are refused: nobody but the regulator can say which one holds.
func chooseAmong(packs []*scoring.Pack) (p *scoring.Pack, note text.Pair, settled bool) {
	replaced := make(map[string]bool)
	for _, p := range packs {
		if p.Issued() && p.Supersedes != "" {
			replaced[p.Supersedes] = true
		}
	}
	var issued, drafts []*scoring.Pack
	for _, p := range packs {
		switch {
		case !p.Issued():
			drafts = append(drafts, p)
		case !replaced[p.SHA256]:
			issued = append(issued, p)
		}
	}
	switch {
	case len(issued) > 1:
		a, b := issued[0], issued[1]
		return nil, text.EntryPackTwo.With(a.ID, a.Version, b.ID, b.Version), true
	case len(issued) == 1:
		return issued[0], text.EntryPackIssued.With(issued[0].ID, issued[0].Version), true
	case len(drafts) > 0:
		p := drafts[len(drafts)-1]
		return p, text.EntryPackDraft.With(p.ID, p.Version), true
	}
	return nil, text.Pair{}, false
}
