package tui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/internal/whole"
	"yice/text"
)

// lockLost reports that somebody else writes the file now.
func lockLost(err error) bool {
	var f *text.Fault
	return errors.As(err, &f) && f.Code == "store.lock-lost"
}

// overtaken keeps what could not be written because somebody else writes the file now, and offers to save it aside. More may
// come while the question stands: all of it is saved.
func (m *Root) overtaken(w writtenMsg) {
	m.unwritten = append(m.unwritten, w.edits...)
	if len(m.unwritten) == 0 || m.asked {
		return
	}
	m.asked = true
	m.open(newAsk(text.TuiUnwrittenTitle, sentence(w.err).Then(text.TuiUnwrittenSay.With(len(m.unwritten))), func(m *Root, yes bool) tea.Cmd {
		m.asked = false
		if !yes || m.desk == nil {
			return nil
		}
		edits, workspace, at := m.unwritten, m.desk.w.Path(), m.now().Format("20060102-150405")
		m.unwritten = nil
		lines := m.unwrittenLines(edits)
		return later(func() func(m *Root) tea.Cmd {
			path, err := saveUnwritten(workspace, at, lines)
			if err != nil {
				return func(m *Root) tea.Cmd {
					m.unwritten = append(edits, m.unwritten...)
					m.say(bad, sentence(err))
					return nil
				}
			}
			return saying(good, text.TuiUnwrittenIn.With(path))
		})
	}), true)
}

// unwrittenLines has a line for each edit: form, record, field, what was keyed.
func (m *Root) unwrittenLines(edits []entry.Edit) string {
	one := strings.NewReplacer("\t", " ", "\r", "", "\n", "⏎")
	var b strings.Builder
	for _, e := range edits {
		if e.Form == nil {
			continue
		}
		record := ""
		if e.Row > 0 {
			if r, err := m.desk.s.Record(e.Form, e.Row); err == nil && r != nil {
				record = r.Label()
			}
		}
		field := e.Field
		if fd := e.Form.Field(e.Field); fd != nil {
			field = fd.Title.In(m.lang)
		}
		b.WriteString(strings.Join([]string{e.Form.Title.In(m.lang), one.Replace(record), field, one.Replace(e.Typed)}, "\t") + "\r\n")
	}
	return b.String()
}

// saveUnwritten writes the file beside the workspace, or at home where that cannot be.
func saveUnwritten(workspace, at, lines string) (path string, err error) {
	name := strings.TrimSuffix(filepath.Base(workspace), filepath.Ext(workspace)) + "-未写入-" + at + ".txt"
	home, _ := os.UserHomeDir()
	for _, dir := range []string{filepath.Dir(workspace), home} {
		path = filepath.Join(dir, name)
		if err = whole.New(path, []byte("\ufeff"+lines), 0o600); err == nil {
			return path, nil
		}
	}
	return "", err
}
