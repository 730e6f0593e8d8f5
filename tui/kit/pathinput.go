package kit

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
	"yice/internal/inorder"
	"yice/text"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// PathWant says what a path is asked for.
type PathWant struct {
	Folder bool     // a folder, else a file
	Save   bool     // a file to be written: it need not be there, and choosing one only fills the field
	Ext    []string // endings of the files meant; others stand last and grey
}

// PathInput asks for a path: everywhere the program needs one. What is in the folder being typed is listed below, narrowed
// as one types; Tab completes. Enter takes what stands in the field, as in every question.
type PathInput struct {
	title, say text.Pair
	want       PathWant
	Ed         *lineedit.Editor
	wrong      text.Pair
	then       func(typed string) (wrong text.Pair, cmd tea.Cmd)

	folder  string // whose content is listed, or on its way
	asked   bool
	read    bool
	failed  bool
	entries []pathEntry
	more    bool   // not all could be listed
	here    string // the folder that an empty field starts from
	shown   []int
	fits    int // how many of those shown begin as typed
	list    List
	loose   bool // what is shown does not fit what is typed
	picking bool // the arrows went into the list
	tabbed  bool // Tab was pressed before the folder was read
	// exact is a path that the field cannot spell (a control character in a name), and how the field spells it.
	exact, spelt string
}

// pathEntry is what a folder holds.
type pathEntry struct {
	Name   string
	folder bool
	other  bool // not of the kind asked for
	size   int64
}

// pathEntries are listed of one folder at most.
const pathEntries = 5000

// AskPath asks for a path. then gets what was typed, for expand.
func AskPath(m screen.Desk, title, say text.Pair, typed string, want PathWant, then func(typed string) (text.Pair, tea.Cmd)) tea.Cmd {
	return AskPathAgain(m, title, say, typed, text.Pair{}, want, then)
}

// AskPathAgain asks once more, with what was typed and what is wrong with it: what was found out beside the loop loses no text.
func AskPathAgain(m screen.Desk, title, say text.Pair, typed string, wrong text.Pair, want PathWant, then func(typed string) (text.Pair, tea.Cmd)) tea.Cmd {
	d := &PathInput{title: title, say: say, want: want, Ed: lineedit.New(typed, false), wrong: wrong, then: then}
	m.Open(d)
	return d.follow()
}

// Place is that of its keys.
func (d *PathInput) Place() *screen.Place { return InInput }

// follow narrows the list to what is typed; where another folder is meant it is read, off the frame.
func (d *PathInput) follow() tea.Cmd {
	d.picking = false
	folder, _ := splitPath(d.Ed.Text())
	if d.asked && folder == d.folder {
		d.narrow()
		return nil
	}
	d.folder, d.asked, d.read, d.failed = folder, true, false, false
	d.entries, d.shown, d.list = nil, nil, List{}
	ext := d.want.Ext
	return screen.Later(func() screen.Do {
		entries, more, err := ReadFolder(folder, ext)
		here, _ := filepath.Abs(".")
		return func() tea.Cmd {
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

// ReadFolder lists a folder: folders first, then the files meant, then the others.
func ReadFolder(folder string, ext []string) (out []pathEntry, more bool, err error) {
	if folder == "" {
		folder = "."
	}
	dir, err := os.Open(Expand(folder))
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
		if companion(e.Name()) {
			continue
		}
		p := pathEntry{Name: e.Name(), folder: e.IsDir()}
		info, err := e.Info()
		if err == nil && e.Type()&fs.ModeSymlink != 0 {
			if info, err = os.Stat(filepath.Join(Expand(folder), e.Name())); err == nil {
				p.folder = info.IsDir()
			}
		}
		if err == nil {
			p.size = info.Size()
			p.other = !p.folder && (!info.Mode().IsRegular() || !hasExt(p.Name, ext))
		}
		out = append(out, p)
	}
	inorder.Sort(out, func(a, b pathEntry) int {
		if ra, rb := a.rank(), b.rank(); ra != rb {
			return ra - rb
		}
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return out, more, nil
}

// companion reports a file that lies beside a workspace for the program's own use: its journal, its lock, what is half made. Nobody
// opens it, and whoever writes over it loses what it guards.
func companion(name string) bool {
	if !strings.Contains(name, ".yice") {
		return false
	}
	return slices.ContainsFunc([]string{"-wal", "-shm", "-journal", ".lock", ".part"}, func(end string) bool { return strings.HasSuffix(name, end) })
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
func (d *PathInput) narrow() {
	_, name := splitPath(d.Ed.Text())
	low := strings.ToLower(name)
	begins, holds := []int(nil), []int(nil)
	for i := range d.entries {
		e := &d.entries[i]
		if strings.HasPrefix(e.Name, ".") && !strings.HasPrefix(name, ".") || d.want.Folder && !e.folder {
			continue
		}
		at := strings.ToLower(e.Name)
		switch {
		case strings.HasPrefix(at, low):
			begins = append(begins, i)
		case strings.Contains(at, low), form.Sounds(e.Name, low, false):
			holds = append(holds, i)
		}
	}
	d.shown, d.fits = append(begins, holds...), len(begins)
	if d.loose = d.want.Save && len(d.shown) == 0; d.loose {
		// A new name: what else is there says where it will lie.
		for i := range d.entries {
			if !strings.HasPrefix(d.entries[i].Name, ".") {
				d.shown = append(d.shown, i)
			}
		}
	}
	d.list = List{N: len(d.shown)}
}

// complete answers Tab: as far as the names that fit agree, the whole name where only one fits; where nothing more is
// certain the list is gone through.
func (d *PathInput) complete() tea.Cmd {
	if !d.read {
		d.tabbed = true
		return nil
	}
	folder, name := splitPath(d.Ed.Text())
	switch {
	case len(d.shown) == 0, d.loose && !d.picking:
		return nil
	case d.picking:
		return d.fill(d.entries[d.shown[d.list.At]])
	case d.fits == 1 || len(d.shown) == 1:
		return d.fill(d.entries[d.shown[0]])
	}
	if d.fits > 1 {
		if common := d.common(); len(common) > len(name) {
			d.Ed.Set(folder + common)
			return d.follow()
		}
	}
	d.picking = true
	return nil
}

// common is how far the names that begin as typed agree; their own letters, not those typed.
func (d *PathInput) common() string {
	all := paint.Clusters(d.entries[d.shown[0]].Name)
	n := len(all)
	for _, i := range d.shown[1:d.fits] {
		cs := paint.Clusters(d.entries[i].Name)
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
func (d *PathInput) fill(e pathEntry) tea.Cmd {
	folder, _ := splitPath(d.Ed.Text())
	path := folder + e.Name
	if e.folder {
		path += string(filepath.Separator)
	}
	d.Ed.Set(path)
	d.exact, d.spelt = path, d.Ed.Text()
	return d.follow()
}

// typed is what the field means.
func (d *PathInput) typed() string {
	if s := d.Ed.Text(); d.spelt == "" || s != d.spelt {
		return s
	}
	return d.exact
}

// Key takes a key.
func (d *PathInput) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
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
		return false, m.AskClipboard()
	}
	d.wrong = text.Pair{}
	r := d.Ed.Key(k)
	if r.Copy != "" {
		return false, m.Copy(r.Copy, text.TuiCopyText)
	}
	if r.Changed {
		return false, d.follow()
	}
	return false, nil
}

// pick moves in the list; the first step goes into it, and up from its first line back to the field.
func (d *PathInput) pick(key string) {
	switch {
	case len(d.shown) == 0:
	case d.picking && key == "up" && d.list.At == 0:
		d.picking = false
	case d.picking:
		d.list.Move(key)
	case key == "down" || key == "pgdown":
		d.picking = true
	}
}

func (d *PathInput) enter(m screen.Desk) (bool, tea.Cmd) {
	if d.picking && d.list.At < len(d.shown) {
		e := d.entries[d.shown[d.list.At]]
		cmd := d.fill(e)
		if e.folder || d.want.Save {
			return false, cmd
		}
	}
	if cmd, ok := d.intoFolder(); ok {
		return false, cmd
	}
	wrong, cmd := d.then(d.typed())
	d.wrong = wrong
	return wrong.Empty(), cmd
}

// click goes to an entry, and takes the one under the cursor.
func (d *PathInput) click(m screen.Desk, at int) tea.Cmd {
	if d.picking && d.list.At == at {
		return m.Press("enter", 1)
	}
	d.picking, d.list.At = true, at
	return nil
}

// intoFolder goes into the folder that was typed where a file is wanted.
func (d *PathInput) intoFolder() (tea.Cmd, bool) {
	folder, name := splitPath(d.Ed.Text())
	if d.want.Folder || !d.read || d.failed {
		return nil, false
	}
	if name == "" && folder != "" {
		d.wrong = text.TuiPathIsFolder
		return nil, true
	}
	for _, i := range d.shown[:d.fits] {
		if e := d.entries[i]; e.folder && e.Name == name {
			return d.fill(e), true
		}
	}
	return nil, false
}

// Paste takes a whole path in place of what is there, anything else at the caret.
func (d *PathInput) Paste(_ screen.Desk, s string) tea.Cmd {
	d.wrong = text.Pair{}
	if paths := PastedPaths(s); len(paths) > 0 {
		d.Ed.Set(paths[0])
		d.exact, d.spelt = paths[0], d.Ed.Text()
	} else {
		d.Ed.Insert(s)
	}
	return d.follow()
}

// pathRows of a folder are shown at once, more on a high screen.
const pathRows = 8

// Draw draws it in the middle of the frame.
func (d *PathInput) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	t, w := m.Theme(), min(76, whole.W-4)
	lines := paint.Wrap(d.say.In(m.Lang()), w-6)
	var wrong []string
	if !d.wrong.Empty() {
		wrong = paint.Wrap("! "+d.wrong.In(m.Lang()), w-6)
	}
	rows := ClampInt(whole.H-len(lines)-len(wrong)-11, 3, max(pathRows, whole.H*2/5))
	in := Dialog(m, whole, d.title.In(m.Lang()), w, len(lines)+len(wrong)+rows+8)
	for y, l := range lines {
		in.Text(1, y+1, l, t.Text)
	}
	y := len(lines) + 2
	for k, l := range wrong {
		in.Text(1, y+1+k, l, t.Bad)
	}
	d.drawList(m, in.Sub(1, y+2+len(wrong), in.W-2, rows))
	Hint(m, in, 1, in.H-1, in.W-2, text.TuiPathKeys.In(m.Lang()), t.Faint)
	if d.list.N > rows && d.picking {
		pos := text.TuiMore.With(d.list.At+1, d.list.N).In(m.Lang())
		in.Right(in.W-1-paint.Width(pos), in.H-1, paint.Width(pos), pos, t.Faint)
	} else if d.list.N > rows {
		more := text.TuiMoreBelow.With(d.list.N - rows).In(m.Lang())
		in.Right(in.W-1-paint.Width(more), in.H-1, paint.Width(more), more, t.Faint)
	}
	Underlay(m, in)
	if at := d.list.At - d.list.Top; d.picking && at < rows {
		in.Sub(1, y+2+len(wrong)+at, in.W-2, 1).Restyle(func(paint.Style) paint.Style { return t.Cursor })
	}
	field := in.Sub(1, y, in.W-2, 1)
	x := Field(m, field, d.Ed, lineedit.Look{Text: t.Input, Mark: t.Mark})
	if d.Ed.Empty() && d.here != "" {
		field.Cut(0, 0, field.W, text.TuiPathHere.With(Shorten(paint.Safe(d.here), field.W-14)).In(m.Lang()), t.Faint.Over(paint.Style{BG: t.Input.BG}))
	}
	cx, cy := field.At(x, 0)
	return screen.CaretAt(cx, cy)
}

func (d *PathInput) drawList(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	var say text.Pair
	switch {
	case !d.read:
		say = text.TuiReading
	case d.failed:
		say = text.TuiPathNoFolder
	case len(d.entries) == 0:
		say = text.TuiPathVacant
	case len(d.shown) == 0 && !d.want.Save:
		say = text.TuiPathNothing
	}
	a.Cut(0, 0, a.W, say.In(l), t.Faint)
	d.list.Window(a.H)
	for y := range min(a.H, len(d.shown)-d.list.Top) {
		e := &d.entries[d.shown[d.list.Top+y]]
		name, st, size := e.Name, t.Text, BytesOf(e.size)
		switch {
		case e.folder:
			name, st, size = name+string(filepath.Separator), t.Strong, ""
		case e.other:
			st = t.Faint
		}
		a.Cut(1, y, a.W-14, name, st)
		at := d.list.Top + y
		Zone(m, a.Rows(y, 1), 0, a.W, func() tea.Cmd { return d.click(m, at) })
		a.Right(a.W-12, y, 11, size, t.Faint)
	}
	if d.more && d.list.Top+a.H >= len(d.shown) {
		a.Cut(1, a.H-1, a.W-2, text.TuiPathMore.With(pathEntries).In(l), t.Warn)
	}
}
