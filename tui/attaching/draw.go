package attaching

import (
	"strconv"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// evidenceRows of files are shown at once.
const evidenceRows = 10

// Draw draws the files over the screen, and below them what was done last.
func (d *EvidenceLayer) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	rows := kit.ClampInt(len(d.files), 4, min(evidenceRows, whole.H-13))
	in := kit.Dialog(m, whole, text.TuiEvidenceOf.With(d.name(m)).In(l), min(whole.W-4, 100), rows+8)
	d.drawFiles(m, in.Rows(1, rows+1))
	a := in.Rows(rows+2, 4)
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	if len(d.files) > 0 {
		total := int64(0)
		for i := range d.files {
			total += d.files[i].Size
		}
		a.Cut(1, 1, a.W-2, text.TuiEvSum.With(len(d.files), kit.BytesOf(total), store.MaxEvidence>>20, form.MaxEvidence).In(l), t.Faint)
	}
	d.drawSay(m, a.Below(2))
	kit.Underlay(m, in)
	if at := d.list.At - d.list.Top; len(d.files) > 0 && at >= 0 && at < rows {
		in.Rows(2+at, 1).Restyle(func(paint.Style) paint.Style { return t.Cursor })
	}
	return screen.Caret{}
}

// name is which row it is.
func (d *EvidenceLayer) name(m screen.Desk) string {
	title := d.f.Title.In(m.Lang())
	if d.f.Single() {
		return title
	}
	if l := form.KeyTitle(d.rec.Form.ID, d.rec.Label()).In(m.Lang()); l != "" {
		title += "  " + paint.Safe(paint.Cut(l, 36))
	}
	return title
}

// drawFiles draws the files with their sizes, when they were added, their digests, and how they lie on the disk.
func (d *EvidenceLayer) drawFiles(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	sizeX := a.W - 45
	columns := []struct {
		x, w int
		head text.Pair
	}{{1, sizeX - 2, text.TuiEvName}, {sizeX, 10, text.TuiEvSize}, {sizeX + 12, 10, text.TuiEvAdded}, {sizeX + 24, 8, text.TuiEvDigest}, {sizeX + 34, 11, text.TuiEvState}}
	switch {
	case !d.read:
		a.Text(1, 1, text.TuiEvReading.In(l), t.Pending)
		return
	case len(d.files) == 0:
		a.Sub(1, 1, a.W-2, a.H-1).Wrapped(0, text.TuiEvNone.In(l), t.Faint)
		return
	}
	for i, c := range columns {
		if i == 1 {
			a.Right(c.x, 0, c.w, c.head.In(l), t.Head)
		} else {
			a.Cut(c.x, 0, c.w, c.head.In(l), t.Head)
		}
	}
	rows := a.H - 1
	d.list.Window(rows)
	for y := range min(rows, len(d.files)-d.list.Top) {
		e := &d.files[d.list.Top+y]
		sign, say, st := stateOf(m, e)
		row := a.Rows(y+1, 1)
		m.Row(row, d.list.Top+y == d.list.At)
		row.Cut(columns[0].x, 0, columns[0].w, e.Name, t.Text)
		if e.State != store.EvidenceMissing {
			row.Right(columns[1].x, 0, columns[1].w, kit.BytesOf(e.Size), t.Text)
		}
		if !e.Added.IsZero() {
			row.Cut(columns[2].x, 0, columns[2].w, e.Added.Local().Format("2006-01-02"), t.Text)
		}
		row.Cut(columns[3].x, 0, columns[3].w, e.Digest[:8], t.Faint)
		x := row.Text(columns[4].x, 0, sign+" ", st.With(paint.Bold))
		row.Cut(x, 0, columns[4].w-2, say.In(l), st)
	}
	if d.list.N > rows {
		pos := strconv.Itoa(d.list.At+1) + " / " + strconv.Itoa(d.list.N)
		a.Right(a.W-12, 0, 11, pos, t.Faint)
	}
}

func stateOf(m screen.Desk, e *entry.Evidence) (sign string, say text.Pair, st paint.Style) {
	t := m.Theme()
	switch e.State {
	case store.EvidenceMissing:
		return "!", text.TuiEvMissing, t.Bad
	case store.EvidenceDamaged:
		return "!", text.TuiEvDamaged, t.Bad
	case store.EvidenceUnread:
		return "!", text.TuiEvUnread, t.Bad
	}
	return t.Chrome.Check, text.TuiEvIntact, t.Good
}

// drawSay draws the copying under way, else what the last thing done came to, else what to do about files that are gone.
func (d *EvidenceLayer) drawSay(m screen.Desk, a paint.Area) {
	t := m.Theme()
	if u := d.under; u != nil {
		done, of := u.done.Load(), max(u.of.Load(), 1)
		x := a.Cut(1, 0, a.W-34, text.TuiEvCopying.With(u.name).In(m.Lang()), t.Pending) + 2
		a.Cut(x, 0, a.W-x-1, kit.BytesOf(done)+" / "+kit.BytesOf(of), t.Faint)
		a.Bar(t.Chrome, 1, 1, a.W-2, int(done*1000/of), t.Fill, t.Rest)
		return
	}
	say, k := d.say, d.mood
	if say.Empty() {
		for i := range d.files {
			if d.files[i].State != store.EvidenceIntact {
				say, k = text.TuiEvLost, screen.Warn
			}
		}
	}
	if d.list.At < len(d.files) && say.Empty() {
		if name := d.files[d.list.At].Name; paint.Width(name) > a.W-47 {
			say = text.Same(name)
		}
	}
	st := map[screen.Mood]paint.Style{screen.Plain: t.Text, screen.Good: t.Good, screen.Warn: t.Warn, screen.Bad: t.Bad}[k]
	sign := map[screen.Mood]string{screen.Plain: "", screen.Good: t.Chrome.Check + " ", screen.Warn: "? ", screen.Bad: "! "}[k]
	if say.Empty() {
		return
	}
	for y, l := range paint.Wrap(sign+say.In(m.Lang()), a.W-2) {
		a.Text(1, y, l, st)
	}
}

// Shown is a cell of files in words: how many there are.
func Shown(v form.Value, l text.Lang) string {
	return text.TuiEvidenceCount.With(len(form.Attachments(v))).In(l)
}
