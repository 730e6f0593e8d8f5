package beginning

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
func (n *CardScreen) make(m screen.Desk) tea.Cmd {
	if n.making {
		return nil
	}
	n.settle(m)
	if all := n.lacking(m); len(all) > 0 {
		cmd := n.to(m, all[0])
		m.Say(screen.Bad, n.lacks(all))
		return cmd
	}
	code := strings.ToUpper(strings.TrimSpace(n.field("uscc").text()))
	if doubt := entry.DoubtfulCode(code); !doubt.Empty() && n.sure != code {
		m.Open(kit.NewAsk(text.TuiNewDoubt, text.TuiNewDoubtAsk.With(doubt), func(yes bool) tea.Cmd {
			if !yes {
				return n.to(m, 1)
			}
			n.sure = code
			return n.make(m)
		}))
		return nil
	}
	n.making = true
	m.Say(screen.Plain, text.TuiNewMaking)
	if n.inside {
		return n.makeFirm(m)
	}
	return n.makeBook(m)
}

// lacks names the fields that are wanting.
func (n *CardScreen) lacks(all []int) text.Pair {
	var zh, en []string
	for _, i := range all {
		zh, en = append(zh, n.fields[i].title.ZH), append(en, n.fields[i].title.EN)
	}
	return text.TuiNewLacks.With(len(all), text.Pair{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")})
}

// beginning is the card as entry takes it.
func (n *CardScreen) beginning() entry.Beginning {
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
func (n *CardScreen) makeBook(m screen.Desk) tea.Cmd {
	o, now := n.office.Begun(), m.Now
	b, who, packPath := n.beginning(), n.field(newWho).text(), n.packPath
	path := kit.WorkspacePath(n.field(newPath).text())
	return screen.Later(func() screen.Do {
		err := store.CreateWhole(path, store.Options{Now: o.Now}, func(w *store.Workspace) error {
			if packPath != "" { // first: the card may bear its names
				pack, keys, err := ruling.ReadPack(packPath, o.TrustFolder)
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
		return func() tea.Cmd {
			n.making = false
			if err != nil {
				return n.refused(m, err)
			}
			n.office.Shelf().cards[0] = nil
			return n.office.OpenMade(path, text.TuiNewMade.With(b.Card["name"], b.Year))
		}
	})
}

// refused puts what went wrong where it belongs; the card stays as it was keyed.
func (n *CardScreen) refused(m screen.Desk, err error) tea.Cmd {
	var f *text.Fault
	if errors.As(err, &f) && (f.Code == "store.exists" || f.Code == "store.no-folder" || f.Code == "store.readonly-folder" || f.Code == "store.permission") {
		path := n.field(newPath)
		path.said, path.of = f.Say, path.text()
		n.at = len(n.fields) - 1
		m.Say(screen.Bad, f.Say)
		return nil
	}
	m.Say(screen.Plain, text.Pair{})
	kit.Refuse(m, text.TuiNewTitle, ruling.Wrong(err))
	return nil
}

// makeFirm adds the enterprise to the open workspace, behind everything keyed before, and goes there.
func (n *CardScreen) makeFirm(m screen.Desk) tea.Cmd {
	b, o, who := n.beginning(), n.office.Begun(), n.office.Operator()
	return m.InLine(func(session *entry.Session) (screen.Do, error) {
		uscc, err := entry.Begin(session.Workspace(), b, entry.Options{Who: who, Template: o.Template, Now: o.Now})
		return func() tea.Cmd {
			n.making = false
			if err != nil {
				m.Say(screen.Plain, text.Pair{})
				kit.Refuse(m, text.TuiNewFirmTitle, ruling.Wrong(err))
				return nil
			}
			n.office.Shelf().cards[1] = nil
			return m.OpenYear(uscc, b.Year)
		}, nil
	})
}
