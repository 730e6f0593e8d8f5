package tui

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/lineedit"
	"yice/tui/paint"
)

// pathWant says what a path is asked for.
type pathWant struct {
	folder bool     // a folder, else a file
	save   bool     // a file to be written: it need not be there, and choosing one only fills the field
	ext    []string // endings of the files meant; others stand last and grey
}

// pathInput asks for a path: everywhere the program needs one. What is in the folder being typed is listed below, narrowed
// as one types; Tab completes. Enter takes what stands in the field, as in every question.
type pathInput struct {
	title, say text.Pair
	want       pathWant
	ed         *lineedit.Editor
	wrong      text.Pair
	then       func(m *Root, typed string) (wrong text.Pair, cmd tea.Cmd)

	folder  string // whose content is listed, or on its way
	asked   bool
	read    bool
	failed  bool
	entries []pathEntry
	more    bool   // not all could be listed
	here    string // the folder that an empty field starts from
	shown   []int
	fits    int // how many of those shown begin as typed
	list    list
	loose   bool // what is shown does not fit what is typed
	picking bool // the arrows went into the list
	tabbed  bool // Tab was pressed before the folder was read
	// exact is a path that the field cannot spell (a control character in a name), and how the field spells it.
	exact, spelt string
}

type pathEntry struct {
	name   string
	folder bool
	other  bool // not of the kind asked for
	size   int64
}

// pathEntries are listed of one folder at most.
const pathEntries = 5000

// askPath asks for a path. then gets what was typed, for expand.
func (m *Root) askPath(title, say text.Pair, typed string, want pathWant, then func(m *Root, typed string) (text.Pair, tea.Cmd)) tea.Cmd {
	d := &pathInput{title: title, say: say, want: want, ed: lineedit.New(typed, false), then: then}
	m.open(d, false)
	return d.follow()
}

func (d *pathInput) place() Place { return InInput }

// asksPath reports whether a path is being asked for.
func asksPath(m *Root) bool {
	if n := len(m.layers); n > 0 {
		_, ok := m.layers[n-1].(*pathInput)
		return ok
	}
	return false
}

// follow narrows the list to what is typed; where another folder is meant it is read, off the frame.
func (d *pathInput) follow() tea.Cmd {
	d.picking = false
	folder, _ := splitPath(d.ed.Text())
	if d.asked && folder == d.folder {
		d.narrow()
		return nil
	}
	d.folder, d.asked, d.read, d.failed = folder, true, false, false
	d.entries, d.shown, d.list = nil, nil, list{}
	ext := d.want.ext
	return later(func() func(m *Root) tea.Cmd {
		entries, more, err := readFolder(folder, ext)
		here, _ := filepath.Abs(".")
		return func(*Root) tea.Cmd {
			if d.folder != folder {
				return nil
			}
			d.read, d.failed, d.entries, d.more, d.here = true, err != nil, entries, more, here
			d.narrow()
			if d.tabbed {
				d.tabbed = false
				return d.complete()
			}
			return nil
		}
	})
}

// readFolder lists a folder: folders first, then the files meant, then the others.
func readFolder(folder string, ext []string) (out []pathEntry, more bool, err error) {
	if folder == "" {
		folder = "."
	}
	dir, err := os.Open(expand(folder))
	if err != nil {
		return nil, false, err
	}
	defer dir.Close()
	list, err := dir.ReadDir(pathEntries + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, false, err
	}
	if len(list) > pathEntries {
		list, more = list[:pathEntries], true
	}
	for _, e := range list {
		p := pathEntry{name: e.Name(), folder: e.IsDir()}
		info, err := e.Info()
		if err == nil && e.Type()&fs.ModeSymlink != 0 {
			if info, err = os.Stat(filepath.Join(expand(folder), e.Name())); err == nil {
				p.folder = info.IsDir()
			}
		}
		if err == nil {
			p.size = info.Size()
			p.other = !p.folder && (!info.Mode().IsRegular() || !hasExt(p.name, ext))
		}
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b pathEntry) int {
		if ra, rb := a.rank(), b.rank(); ra != rb {
			return ra - rb
		}
		return strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
	})
	return out, more, nil
}

func (p *pathEntry) rank() int {
	switch {
	case p.folder:
		return 0
	case p.other:
		return 2
	}
	return 1
}

func hasExt(name string, ext []string) bool {
	return len(ext) == 0 || slices.Contains(ext, strings.ToLower(filepath.Ext(name)))
}

// narrow lists what begins as typed, then what merely holds it, in letters or in pinyin initials. Hidden files are listed
// once their dot is typed.
func (d *pathInput) narrow() {
	_, name := splitPath(d.ed.Text())
	low := strings.ToLower(name)
	begins, holds := []int(nil), []int(nil)
	for i := range d.entries {
		e := &d.entries[i]
		if strings.HasPrefix(e.name, ".") && !strings.HasPrefix(name, ".") || d.want.folder && !e.folder {
			continue
		}
		at := strings.ToLower(e.name)
		switch {
		case strings.HasPrefix(at, low):
			begins = append(begins, i)
		case strings.Contains(at, low), form.Sounds(e.name, low, false):
			holds = append(holds, i)
		}
	}
	d.shown, d.fits = append(begins, holds...), len(begins)
	if d.loose = d.want.save && len(d.shown) == 0; d.loose {
		// A new name: what else is there says where it will lie.
		for i := range d.entries {
			if !strings.HasPrefix(d.entries[i].name, ".") {
				d.shown = append(d.shown, i)
			}
		}
	}
	d.list = list{n: len(d.shown)}
}

// complete answers Tab: as far as the names that fit agree, the whole name where only one fits; where nothing more is
// certain the list is gone through.
func (d *pathInput) complete() tea.Cmd {
	if !d.read {
		d.tabbed = true
		return nil
	}
	folder, name := splitPath(d.ed.Text())
	switch {
	case len(d.shown) == 0, d.loose && !d.picking:
		return nil
	case d.picking:
		return d.fill(d.entries[d.shown[d.list.at]])
	case d.fits == 1 || len(d.shown) == 1:
		return d.fill(d.entries[d.shown[0]])
	}
	if d.fits > 1 {
		if common := d.common(); len(common) > len(name) {
			d.ed.Set(folder + common)
			return d.follow()
		}
	}
	d.picking = true
	return nil
}

// common is how far the names that begin as typed agree; their own letters, not those typed.
func (d *pathInput) common() string {
	all := paint.Clusters(d.entries[d.shown[0]].name)
	n := len(all)
	for _, i := range d.shown[1:d.fits] {
		cs := paint.Clusters(d.entries[i].name)
		k := 0
		for k < min(n, len(cs)) && cs[k].Text == all[k].Text {
			k++
		}
		n = k
	}
	var b strings.Builder
	for _, c := range all[:n] {
		b.WriteString(c.Text)
	}
	return b.String()
}

// fill puts an entry into the field; a folder with its separator, so that its content is listed next.
func (d *pathInput) fill(e pathEntry) tea.Cmd {
	folder, _ := splitPath(d.ed.Text())
	path := folder + e.name
	if e.folder {
		path += string(filepath.Separator)
	}
	d.ed.Set(path)
	d.exact, d.spelt = path, d.ed.Text()
	return d.follow()
}

// typed is what the field means.
func (d *pathInput) typed() string {
	if s := d.ed.Text(); d.spelt == "" || s != d.spelt {
		return s
	}
	return d.exact
}

func (d *pathInput) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch key := k.Keystroke(); key {
	case "enter":
		return d.enter(m)
	case "esc":
		return true, nil
	case "tab":
		d.wrong = text.Pair{}
		return false, d.complete()
	case "shift+tab":
		d.pick("up")
		return false, nil
	case "up", "down", "pgup", "pgdown":
		d.pick(key)
		return false, nil
	case "ctrl+v", "shift+insert":
		return false, m.askClipboard()
	}
	d.wrong = text.Pair{}
	r := d.ed.Key(k)
	if r.Copy != "" {
		return false, m.copyText(r.Copy, text.TuiCopyText)
	}
	if r.Changed {
		return false, d.follow()
	}
	return false, nil
}

// pick moves in the list; the first step goes into it, and up from its first line back to the field.
func (d *pathInput) pick(key string) {
	switch {
	case len(d.shown) == 0:
	case d.picking && key == "up" && d.list.at == 0:
		d.picking = false
	case d.picking:
		d.list.move(key)
	case key == "down" || key == "pgdown":
		d.picking = true
	}
}

func (d *pathInput) enter(m *Root) (bool, tea.Cmd) {
	if d.picking && d.list.at < len(d.shown) {
		e := d.entries[d.shown[d.list.at]]
		cmd := d.fill(e)
		if e.folder || d.want.save {
			return false, cmd
		}
	}
	if cmd, ok := d.intoFolder(); ok {
		return false, cmd
	}
	wrong, cmd := d.then(m, d.typed())
	d.wrong = wrong
	return wrong.Empty(), cmd
}

// intoFolder goes into the folder that was typed where a file is wanted.
func (d *pathInput) intoFolder() (tea.Cmd, bool) {
	folder, name := splitPath(d.ed.Text())
	if d.want.folder || !d.read || d.failed {
		return nil, false
	}
	if name == "" && folder != "" {
		d.wrong = text.TuiPathIsFolder
		return nil, true
	}
	for _, i := range d.shown[:d.fits] {
		if e := d.entries[i]; e.folder && e.name == name {
			return d.fill(e), true
		}
	}
	return nil, false
}

// paste takes a whole path in place of what is there, anything else at the caret.
func (d *pathInput) paste(_ *Root, s string) tea.Cmd {
	d.wrong = text.Pair{}
	if paths := pastedPaths(s); len(paths) > 0 {
		d.ed.Set(paths[0])
		d.exact, d.spelt = paths[0], d.ed.Text()
	} else {
		d.ed.Insert(s)
	}
	return d.follow()
}

// pathRows of a folder are shown at once.
const pathRows = 8

func (d *pathInput) draw(m *Root, whole paint.Area) caret {
	t, w := m.th, min(76, whole.W-4)
	lines := paint.Wrap(d.say.In(m.lang), w-6)
	var wrong []string
	if !d.wrong.Empty() {
		wrong = paint.Wrap("! "+d.wrong.In(m.lang), w-6)
	}
	rows := clampInt(whole.H-len(lines)-len(wrong)-11, 3, pathRows)
	in := m.dialogBox(whole, d.title.In(m.lang), w, len(lines)+len(wrong)+rows+8)
	for y, l := range lines {
		in.Text(1, y+1, l, t.Text)
	}
	y := len(lines) + 2
	for k, l := range wrong {
		in.Text(1, y+1+k, l, t.Bad)
	}
	d.drawList(m, in.Sub(1, y+2+len(wrong), in.W-2, rows))
	in.Cut(1, in.H-1, in.W-2, text.TuiPathKeys.In(m.lang), t.Faint)
	if d.list.n > rows && d.picking {
		pos := text.TuiMore.With(d.list.at+1, d.list.n).In(m.lang)
		in.Right(in.W-1-paint.Width(pos), in.H-1, paint.Width(pos), pos, t.Faint)
	} else if d.list.n > rows {
		more := text.TuiMoreBelow.With(d.list.n - rows).In(m.lang)
		in.Right(in.W-1-paint.Width(more), in.H-1, paint.Width(more), more, t.Faint)
	}
	m.underlay(in)
	if at := d.list.at - d.list.top; d.picking && at < rows {
		in.Sub(1, y+2+len(wrong)+at, in.W-2, 1).Restyle(func(paint.Style) paint.Style { return t.Cursor })
	}
	field := in.Sub(1, y, in.W-2, 1)
	x := d.ed.Draw(field, lineedit.Look{Text: t.Input, Mark: t.Mark})
	if d.ed.Empty() && d.here != "" {
		field.Cut(0, 0, field.W, text.TuiPathHere.With(shorten(paint.Safe(d.here), field.W-14)).In(m.lang), t.Faint.Over(paint.Style{BG: t.Input.BG}))
	}
	cx, cy := field.At(x, 0)
	return caret{cx, cy, true}
}

func (d *pathInput) drawList(m *Root, a paint.Area) {
	t := m.th
	var say text.Pair
	switch {
	case !d.read:
		say = text.TuiReading
	case d.failed:
		say = text.TuiPathNoFolder
	case len(d.entries) == 0:
		say = text.TuiPathVacant
	case len(d.shown) == 0 && !d.want.save:
		say = text.TuiPathNothing
	}
	a.Cut(0, 0, a.W, say.In(m.lang), t.Faint)
	d.list.window(a.H)
	for y := range min(a.H, len(d.shown)-d.list.top) {
		e := &d.entries[d.shown[d.list.top+y]]
		name, st, size := e.name, t.Text, bytesOf(e.size)
		switch {
		case e.folder:
			name, st, size = name+string(filepath.Separator), t.Strong, ""
		case e.other:
			st = t.Faint
		}
		a.Cut(1, y, a.W-14, name, st)
		a.Right(a.W-12, y, 11, size, t.Faint)
	}
	if d.more && d.list.top+a.H >= len(d.shown) {
		a.Cut(1, a.H-1, a.W-2, text.TuiPathMore.With(pathEntries).In(m.lang), t.Warn)
	}
}
