package beginning

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/ruling"
	"yice/tui/screen"
)

// InNewBook is the card of a new workspace.
var InNewBook = &screen.Place{ID: "new-book", Title: text.TuiPlaceNewBook, For: text.TuiForNewBook, Met: 20, Head: screen.Headless, Opener: "book.new"}

// Card declares it.
func Card() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InNewBook}, Actions: []screen.Action{
		{
			ID: "newbook.take", Title: text.TuiNewNextField, Foot: text.TuiFootNextItem, Keys: []string{"enter"}, Where: InNewBook, Rank: 1,
			Do: screen.On(func(m screen.Desk, n *CardScreen, _ string) tea.Cmd { return n.take(m) }),
		},
		{
			ID: "newbook.tab", Title: text.TuiNewTab, Foot: text.TuiFootField, Keys: []string{"tab", "shift+tab"}, Where: InNewBook, Rank: 2,
			Do: screen.On(func(m screen.Desk, n *CardScreen, key string) tea.Cmd {
				step := 1
				if key == "shift+tab" {
					step = len(n.fields)
				}
				return n.to(m, (n.at+step)%(len(n.fields)+1))
			}),
		},
		{
			ID: "newbook.pick", Title: text.TuiNewPick, Foot: text.TuiFootPick, Keys: []string{"up", "down", "pgup", "pgdown"}, Caps: "↑↓", Where: InNewBook, Rank: 3,
			Do: screen.On(func(m screen.Desk, n *CardScreen, key string) tea.Cmd { return n.pick(m, key) }),
		},
		{
			ID: "newbook.browse", Title: text.TuiNewBrowse, Foot: text.TuiFootBrowse, Keys: []string{"ctrl+o"}, Where: InNewBook, Rank: 4,
			On: func(m screen.Desk) bool { n, ok := m.Top().(*CardScreen); return ok && !n.inside },
			Do: screen.On(func(m screen.Desk, n *CardScreen, _ string) tea.Cmd { return n.browse(m) }),
		},
		{
			ID: "newbook.make", Title: text.TuiNewGo, Foot: text.TuiFootMakeIt, Keys: []string{"f10", "ctrl+s"}, Where: InNewBook, Rank: 5,
			Do: screen.On(func(m screen.Desk, n *CardScreen, _ string) tea.Cmd { return n.make(m) }),
		},
		{
			ID: "newbook.aside", Title: text.TuiNewAside, Foot: text.TuiFootAside, Keys: []string{"esc"}, Where: InNewBook, Rank: 90,
			Do: screen.On(func(m screen.Desk, n *CardScreen, _ string) tea.Cmd {
				if n.typed {
					m.Say(screen.Plain, text.TuiNewKept)
				}
				return m.Back()
			}),
		},
	}}
}

// key takes typing.
func (n *CardScreen) Key(m screen.Desk, k tea.KeyPressMsg) tea.Cmd {
	f := n.now()
	if f == nil || n.making {
		return nil
	}
	switch k.Keystroke() {
	case "ctrl+v", "shift+insert":
		return m.AskClipboard()
	}
	if f.value != "" && (k.Text != "" || k.Keystroke() == "backspace" || k.Keystroke() == "delete") {
		f.ed.SelectAll() // what was chosen is replaced as a whole
	}
	r := f.ed.Key(k)
	if r.Copy != "" {
		return m.Copy(r.Copy, text.TuiCopyText)
	}
	if r.Changed {
		return n.changed(m, f)
	}
	return nil
}

func (n *CardScreen) Paste(m screen.Desk, s string) tea.Cmd {
	f := n.now()
	if f == nil || n.making {
		return nil
	}
	if paths := kit.PastedPaths(s); f.id == newPath && len(paths) > 0 {
		f.ed.Set(paths[0])
	} else {
		f.ed.Insert(strings.TrimSpace(s))
	}
	return n.changed(m, f)
}

// changed follows a field that was typed in.
func (n *CardScreen) changed(m screen.Desk, f *newField) tea.Cmd {
	f.value, n.picked, n.list, n.typed = "", false, kit.List{}, true
	switch f.id {
	case "name":
		return n.named(m)
	case newPath:
		n.placed = true
		return n.checkPath(m)
	}
	return nil
}

// named gives the workspace the enterprise's name, until the user has given it another.
func (n *CardScreen) named(m screen.Desk) tea.Cmd {
	f := n.field(newPath)
	if f == nil || n.placed || n.dir == "" {
		return nil
	}
	f.ed.Set(filepath.Join(n.dir, kit.FileName(strings.TrimSpace(n.field("name").ed.Text()))+".yice"))
	return n.checkPath(m)
}

// checkPath looks, off the frame, whether a workspace can be put where the field says; where the program said so itself,
// another name is found.
func (n *CardScreen) checkPath(screen.Desk) tea.Cmd {
	f := n.field(newPath)
	typed, placed := f.text(), n.placed
	return screen.Later(func() screen.Do {
		path, said := kit.WorkspacePath(typed), text.Pair{}
		for k := 2; !placed && k < 100 && thereIs(path); k++ {
			path = strings.TrimSuffix(kit.WorkspacePath(typed), ".yice") + "-" + strconv.Itoa(k) + ".yice"
		}
		if st, err := os.Stat(filepath.Dir(path)); err != nil || !st.IsDir() {
			said = text.TuiNewPathNowhere.With(paint.Safe(filepath.Dir(path)))
		} else if thereIs(path) {
			said = text.TuiNewPathThere
		}
		return func() tea.Cmd {
			if f.text() != typed {
				return nil
			}
			if !placed && path != kit.WorkspacePath(typed) {
				f.ed.Set(path)
				typed = path
			}
			f.said, f.of = said, typed
			return nil
		}
	})
}

func thereIs(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// usualFolder is where workspaces go: beside the one opened last, else into the user's own folder.
func usualFolder(recent []Workspace) string {
	for _, f := range recent {
		if dir := filepath.Dir(f.Path); !f.Gone {
			if st, err := os.Stat(dir); err == nil && st.IsDir() {
				return dir
			}
		}
	}
	if dir, err := os.UserHomeDir(); err == nil {
		return dir
	}
	return "."
}

// settle takes what is typed for the choice that it marks, as Enter would.
func (n *CardScreen) settle(m screen.Desk) {
	if f := n.now(); n.settles(m, f) {
		all := n.choices(m)
		n.choose(f, all[n.marked(m, all)])
	}
}

// to moves to a field.
func (n *CardScreen) to(m screen.Desk, at int) tea.Cmd {
	n.settle(m)
	if f := n.now(); f != nil {
		f.seen = true
	}
	n.at, n.picked, n.list = kit.ClampInt(at, 0, len(n.fields)), false, kit.List{}
	if f := n.now(); f != nil && f.id == newPath {
		return n.checkPath(m)
	}
	return nil
}

// take takes what stands in the field, or what is marked in its choices, and goes on; what will not do stays under the
// cursor and says why.
func (n *CardScreen) take(m screen.Desk) tea.Cmd {
	f := n.now()
	if f == nil {
		return n.make(m)
	}
	if all := n.choices(m); len(all) > 0 {
		if i := n.marked(m, all); i >= 0 {
			if f.id == newPack && all[i].take == newPackFile {
				return n.browse(m)
			}
			n.choose(f, all[i])
		}
	}
	if wrong, missing := n.wrong(m, f); !wrong.Empty() && !missing {
		return nil // said beside it
	}
	return n.to(m, n.at+1)
}

// choose puts a choice into the field.
func (n *CardScreen) choose(f *newField, c newChoice) {
	switch f.id {
	case newPack:
		if c.take == "" {
			n.pack, n.packPath = nil, ""
		}
	case newYear:
		f.ed.Set(c.take)
	default:
		f.ed.Set(c.title)
		f.value = c.take
	}
	n.typed = true
}

// pick moves in the choices; where there are none it moves between the fields.
func (n *CardScreen) pick(m screen.Desk, key string) tea.Cmd {
	all := n.choices(m)
	if len(all) == 0 {
		return n.to(m, n.at+map[string]int{"up": -1, "pgup": -1, "down": 1, "pgdown": 1}[key])
	}
	n.list.N = len(all)
	if !n.picked {
		n.list.At = n.marked(m, all)
		n.picked = true
		if n.list.At >= 0 {
			n.list.Move(key)
		}
		n.list.Clamp()
		return nil
	}
	n.list.Move(key)
	return nil
}

// browse lets the folder be chosen, or the pack where the cursor is on it.
func (n *CardScreen) browse(m screen.Desk) tea.Cmd {
	if f := n.now(); f != nil && f.id == newPack {
		return kit.AskPath(m, text.TuiNewPack, text.TuiNewPackSay, "", kit.PathWant{Ext: []string{".toml", ".yicepolicy"}}, func(typed string) (text.Pair, tea.Cmd) {
			if kit.Expand(typed) == "" {
				return text.TuiPathEmpty, nil
			}
			return text.Pair{}, n.takePack(m, kit.Expand(typed))
		})
	}
	f := n.field(newPath)
	return kit.AskPath(m, text.TuiNewPath, text.TuiNewPathSay, f.text(), kit.PathWant{Save: true, Ext: []string{".yice"}}, func(typed string) (text.Pair, tea.Cmd) {
		if kit.Expand(typed) == "" {
			return text.TuiPathEmpty, nil
		}
		f.ed.Set(kit.WorkspacePath(typed))
		n.placed, n.typed = true, true
		return text.Pair{}, n.checkPath(m)
	})
}

// takePack reads a pack and shows what it is; the year it is of is taken over where that was only proposed.
func (n *CardScreen) takePack(m screen.Desk, path string) tea.Cmd {
	dir := n.office.Begun().TrustFolder
	return screen.Later(func() screen.Do {
		pack, _, err := ruling.ReadPack(path, dir)
		return func() tea.Cmd {
			if err != nil {
				kit.Refuse(m, text.TuiNewPack, ruling.Wrong(err))
				return nil
			}
			n.pack, n.packPath, n.picked, n.typed = pack, path, false, true
			return nil
		}
	})
}
