package entry

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yice/internal/whole"
	"yice/text"
)

// SaveUnwritten writes edits that cannot be written into a text beside the workspace, or at home where that cannot be: a line
// for each with form, record, field and what was keyed.
func (s *Session) SaveUnwritten(edits []Edit, lang text.Lang, now time.Time) (path string, err error) {
	return saveUnwritten(s.w.Path(), now, s.unwrittenLines(edits, lang))
}

func (s *Session) unwrittenLines(edits []Edit, lang text.Lang) string {
	one := strings.NewReplacer("\t", " ", "\r", "", "\n", "⏎")
	var b strings.Builder
	for _, e := range edits {
		if e.Finding != "" {
			b.WriteString(strings.Join([]string{text.EntryReasonOf.In(lang), one.Replace(e.Finding), "", one.Replace(e.Typed)}, "\t") + "\r\n")
			continue
		}
		if e.Form == nil {
			continue
		}
		record := ""
		if e.Row > 0 {
			if r, err := s.Record(e.Form, e.Row); err == nil && r != nil {
				record = r.Label()
			}
		}
		field := e.Field
		if fd := e.Form.Field(e.Field); fd != nil {
			field = fd.Title.In(lang)
		}
		b.WriteString(strings.Join([]string{e.Form.Title.In(lang), one.Replace(record), field, one.Replace(e.Typed)}, "\t") + "\r\n")
	}
	return b.String()
}

func saveUnwritten(workspace string, now time.Time, lines string) (path string, err error) {
	name := strings.TrimSuffix(filepath.Base(workspace), filepath.Ext(workspace)) + "-未写入-" + now.Format("20060102-150405.000") + ".txt"
	home, _ := os.UserHomeDir()
	for _, dir := range []string{filepath.Dir(workspace), home} {
		path = filepath.Join(dir, name)
		if err = whole.New(path, []byte("\ufeff"+lines), 0o600); err == nil {
			return path, nil
		}
	}
	return "", err
}

// appendTo adds lines to a text, down to the disk.
func appendTo(path, lines string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteString(lines)
	return errors.Join(err, f.Sync(), f.Close())
}
