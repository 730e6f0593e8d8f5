package rooms_test

import (
	"strings"
	"testing"

	"yice/filing/submission"
	"yice/text"
	"yice/tui/handing"
	"yice/tui/screen/screentest"
)

// A verdict is told in a word first; without keys it is said that nobody was asked whose the file is; what it is made of is not
// kept in memory.
func TestAVerdictIsTold(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.ZH, text.EN} {
		for name, c := range map[string]struct {
			v     submission.Verdict
			asked bool
			say   text.Pair
		}{
			"good":   {submission.Verdict{OK: true, Enterprise: "91150200MA0BT0013C", Serial: "2023-1"}, true, text.TuiVerdictOK},
			"wrong":  {submission.Verdict{Enterprise: "91150200MA0BT0013C"}, true, text.TuiVerdictBad},
			"locked": {submission.Verdict{Locked: true}, false, text.TuiVerdictLocked},
		} {
			m := screentest.New(lang)
			m.Push(handing.NewVerdict("a/b/file.zip", c.v, c.asked))
			frame, _ := m.Frame(120, 36, m.Top().Draw)
			if !strings.Contains(frame, c.say.In(lang)) || !strings.Contains(frame, "file.zip") {
				t.Errorf("%s:\n%s", name, frame)
			}
			head, _, _ := strings.Cut(text.TuiVerdictNoTrust.In(lang), " ")
			if strings.Contains(frame, head[:min(len(head), 12)]) == c.asked {
				t.Errorf("%s, asked %v:\n%s", name, c.asked, frame)
			}
		}
	}
}

// However far it is scrolled, and however small the frame, a part of the verdict is seen.
func TestAVerdictScrolls(t *testing.T) {
	t.Parallel()
	m := screentest.New(text.ZH)
	v := submission.Verdict{Enterprise: "91150200MA0BT0013C", SHA256: strings.Repeat("ab", 32)}
	m.Push(handing.NewVerdict("f.zip", v, false))
	move := handing.Verdict().Actions[0]
	for range 30 {
		move.Do(m, "pgdown")
	}
	if frame, _ := m.Frame(80, 12, m.Top().Draw); strings.Count(frame, "\n\n\n") > 0 {
		t.Errorf("it was scrolled away:\n%s", frame)
	}
	move.Do(m, "home")
	if frame, _ := m.Frame(80, 12, m.Top().Draw); !strings.Contains(frame, "91150200MA0BT0013C") {
		t.Errorf("it does not scroll back:\n%s", frame)
	}
}
