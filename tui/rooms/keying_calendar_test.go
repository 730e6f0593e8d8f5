package rooms_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
	"yice/tui/screen/screentest"
)

// typing is a screen on which one field is keyed.
type typing struct {
	screen.Still
	f    *form.Field
	ed   *lineedit.Editor
	left string // the key it was left by
}

func (s *typing) Place() *screen.Place                          { return keying.InCell }
func (s *typing) Crumb(screen.Desk) string                      { return "" }
func (s *typing) Draw(screen.Desk, paint.Area) (c screen.Caret) { return c }

func (s *typing) Keyed(screen.Desk) *keying.Keyed {
	return &keying.Keyed{Field: s.f, Editor: s.ed, Key: func(key string) tea.Cmd { s.left = key; return nil }}
}

// What may still become a date is not called wrong, what cannot is.
func TestReadingOfWhatIsHalfTyped(t *testing.T) {
	t.Parallel()
	ledger, patent, month := form.ByID("spend").Field("date"), form.ByID("patent").Field("applied_on"), form.ByID("project").Field("end")
	for _, k := range []struct {
		f     *form.Field
		typed string
		want  bool
	}{
		{ledger, "", true},
		{ledger, "2", true},
		{ledger, "2023", true},
		{ledger, "２０２３", true},
		{ledger, "1305", false},
		{ledger, "20231", true},
		{ledger, "20231301", false},
		{ledger, "2023.3", true},
		{ledger, "2023.3.0", true},
		{ledger, "2023.3.32", false},
		{ledger, "三月", false},
		{ledger, "2023年3月", true},
		{patent, "1305", true},
		{patent, "20231", true},
		{month, "2023", true},
		{month, "202313", false},
		{month, "2023-0", true},
		{month, "2023-13", false},
	} {
		m := screentest.New(text.ZH)
		m.Stand.Year = 2023
		m.Push(&typing{f: k.f})
		frame, _ := m.Frame(80, 24, func(m screen.Desk, a paint.Area) (c screen.Caret) {
			keying.DrawResult(m, a, k.f, k.typed, 1, 1, 20)
			return c
		})
		_, err := k.f.Parse(k.f.Keyed(k.typed, 2023), k.f.Unit)
		if k.want && (!strings.Contains(frame, "= ") && !strings.Contains(frame, "如 ")) || !k.want && !strings.Contains(frame, paint.Wrap(kit.Sentence(err).In(text.ZH), 40)[0]) {
			t.Errorf("%s %q, %v: want %v:\n%s", k.f.ID, k.typed, err, k.want, frame)
		}
	}
}

func TestStepsOfTheCalendar(t *testing.T) {
	t.Parallel()
	date, month := form.ByID("spend").Field("date"), form.ByID("project").Field("end")
	for _, k := range []struct {
		f       *form.Field
		at, key string
		want    string
	}{
		{date, "2023-03-31", "pgup", "2023-02-28"},
		{date, "2024-03-31", "pgup", "2024-02-29"},
		{date, "2024-02-29", "ctrl+pgdown", "2025-02-28"},
		{date, "2023-12-31", "right", "2024-01-01"},
		{date, "2023-01-03", "up", "2022-12-27"},
		{date, "1900-01-01", "left", "1900-01-01"},
		{date, "2100-12-31", "pgdown", "2100-12-31"},
		{date, "2022-05-05", "home", "2023-01-01"},
		{date, "2022-05-05", "end", "2023-12-31"},
		{month, "202312", "right", "2024-01-01"},
		{month, "202302", "up", "2022-11-01"},
		{month, "202302", "pgdown", "2024-02-01"},
		{month, "210012", "right", "2100-12-01"},
	} {
		m := screentest.New(text.ZH)
		m.Stand.Year = 2023
		s := &typing{f: k.f, ed: lineedit.New(k.at, false)}
		m.Push(s)
		m.Do(keying.Calendar(), "date.calendar", "f9")
		if len(m.Layers) != 1 || m.Here() != keying.InCalendar {
			t.Fatalf("%s: no calendar", k.f.ID)
		}
		c := m.Layers[0]
		for _, key := range []string{k.key, "enter"} {
			if done, _ := c.Key(m, screentest.Key(key)); done != (key == "enter") {
				t.Errorf("%s after %s: %v", k.f.ID, key, done)
			}
		}
		want := k.want
		if k.f.Kind == form.Month {
			want = strings.ReplaceAll(want[:7], "-", "")
		}
		if got := s.ed.Text(); got != want || s.left != "enter" {
			t.Errorf("%s %s from %s: %s, want %s, left by %q", k.f.ID, k.key, k.at, got, want, s.left)
		}
	}
}
