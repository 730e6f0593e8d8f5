package tui

import (
	"errors"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/ruling"
	"yice/tui/screen"
)

// make makes what the card says, once nothing is wanting. A code whose check character is doubtful is asked about first.
func (n *newBook) make(m *Root) tea.Cmd {
	if n.making {
		return nil
	}
	if all := n.lacking(m); len(all) > 0 {
		cmd := n.to(m, all[0])
		m.say(screen.Bad, n.lacks(all))
		return cmd
	}
	code := strings.ToUpper(strings.TrimSpace(n.field("uscc").text()))
	if doubt := entry.DoubtfulCode(code); !doubt.Empty() && n.sure != code {
		m.open(kit.NewAsk(text.TuiNewDoubt, text.TuiNewDoubtAsk.With(doubt), func(yes bool) tea.Cmd {
			if !yes {
				return n.to(m, 1)
			}
			n.sure = code
			return n.make(m)
		}), false)
		return nil
	}
	n.making = true
	m.say(screen.Plain, text.TuiNewMaking)
	if n.inside {
		return n.makeFirm(m)
	}
	return n.makeBook(m)
}

// lacks names the fields that are wanting.
func (n *newBook) lacks(all []int) text.Pair {
	var zh, en []string
	for _, i := range all {
		zh, en = append(zh, n.fields[i].title.ZH), append(en, n.fields[i].title.EN)
	}
	return text.TuiNewLacks.With(len(all), text.Pair{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")})
}

// beginning is the card as entry takes it.
func (n *newBook) beginning() entry.Beginning {
	b := entry.Beginning{Card: map[string]string{}}
	for i := range n.fields {
		f := &n.fields[i]
		switch f.id {
		case newYear:
			b.Year, _ = strconv.Atoi(f.text())
		case newPack, newWho, newPath:
		default:
			b.Card[f.id] = f.text()
		}
	}
	return b
}

// makeBook makes the workspace, off the frame, whole or not at all, and opens it.
func (n *newBook) makeBook(m *Root) tea.Cmd {
	o, now, dir := m.o, m.now, m.o.TrustFolder
	b, who, packPath := n.beginning(), n.field(newWho).text(), n.packPath
	path := kit.WorkspacePath(n.field(newPath).text())
	return later(func() func(m *Root) tea.Cmd {
		err := store.CreateWhole(path, store.Options{Now: o.Now}, func(w *store.Workspace) error {
			if packPath != "" { // first: the card may bear its names
				pack, keys, err := ruling.ReadPack(packPath, dir)
				if err == nil {
					_, err = filing.TakePack(w, packPath, pack, keys, now(), strings.ToUpper(strings.TrimSpace(b.Card["uscc"])))
				}
				if err != nil {
					return err
				}
			}
			if _, err := entry.Begin(w, b, entry.Options{Who: who, Template: o.Template, Now: o.Now}); err != nil {
				return err
			}
			if who == "" {
				return nil
			}
			return w.SetSetting("operator", who)
		})
		return func(m *Root) tea.Cmd {
			n.making = false
			if err != nil {
				return n.refused(m, err)
			}
			m.cards[0] = nil
			return m.openMadeBook(path, text.TuiNewMade.With(b.Card["name"], b.Year))
		}
	})
}

// openMadeBook opens a workspace just made, and says so once it is there.
func (m *Root) openMadeBook(path string, made text.Pair) tea.Cmd {
	open := m.openBook(path, nil, "", 0)
	return func() tea.Msg {
		msg, ok := open().(openedMsg)
		if ok {
			msg.said = made
		}
		return msg
	}
}

// refused puts what went wrong where it belongs; the card stays as it was keyed.
func (n *newBook) refused(m *Root, err error) tea.Cmd {
	var f *text.Fault
	if errors.As(err, &f) && (f.Code == "store.exists" || f.Code == "store.no-folder" || f.Code == "store.readonly-folder" || f.Code == "store.permission") {
		path := n.field(newPath)
		path.said, path.of = f.Say, path.text()
		n.at = len(n.fields) - 1
		m.say(screen.Bad, f.Say)
		return nil
	}
	m.note = note{}
	m.refuse(text.TuiNewTitle, err)
	return nil
}

// makeFirm adds the enterprise to the open workspace, behind everything keyed before, and goes there.
func (n *newBook) makeFirm(m *Root) tea.Cmd {
	b, o := n.beginning(), m.o
	who := m.desk.operator
	return m.inLine(func(session *entry.Session) (func(m *Root) tea.Cmd, error) {
		uscc, err := entry.Begin(session.Workspace(), b, entry.Options{Who: who, Template: o.Template, Now: o.Now})
		return func(m *Root) tea.Cmd {
			n.making = false
			if err != nil {
				m.note = note{}
				m.refuse(text.TuiNewFirmTitle, err)
				return nil
			}
			m.cards[1] = nil
			return m.openYear(uscc, b.Year)
		}, nil
	})
}
