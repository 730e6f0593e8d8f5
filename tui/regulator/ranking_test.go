package regulator

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"yice/filing"
	"yice/text"
	"yice/tui/screen/screentest"
)

// collected are enterprises of a year: of one type with these scores, the first by a draft, and one of another type.
func collected(scores ...string) *filing.Collected {
	got := &filing.Collected{}
	for i, score := range scores {
		got.Enterprises = append(got.Enterprises, filing.CollectedEnterprise{
			OK: true, Official: i > 0, USCC: strconv.Itoa(i), Name: "示例企业" + strconv.Itoa(i), Type: "功能型", Period: "2023", Innovation: score,
		})
	}
	other := got.Enterprises[1]
	other.Name, other.Type, other.Innovation = "另一类", "竞争型", "81.94"
	got.Enterprises = append(got.Enterprises, other)
	return got
}

// The ranking is within year and type, the highest first, equal ones alike, and drafts behind, without a rank; what gave way to another
// submission is not in it.
func TestTheRanking(t *testing.T) {
	t.Parallel()
	m := screentest.New(text.ZH)
	got := collected("91.50", "60.00", "73.58", "40.25", "60.00", "73.58")
	replaced := got.Enterprises[2]
	replaced.Name, replaced.ReplacedBy = "被替代的", "2"
	got.Enterprises = append(got.Enterprises, replaced)
	s := NewGroup(nil)
	s.Show(got)
	ranked := ""
	for _, b := range s.ranking() {
		ranked += classOf(&got.Enterprises[b.at]) + " " + strconv.Itoa(b.rank) + " " + b.shown + "; "
	}
	want := "2023 功能型 1 73.58; 2023 功能型 1 73.58; 2023 功能型 3 60.00; 2023 功能型 3 60.00; 2023 功能型 5 40.25; 2023 功能型 0 91.50; 2023 竞争型 1 81.94; "
	if ranked != want {
		t.Errorf("ranked\n%s, want\n%s", ranked, want)
	}
	if m := s.ranking()[0].median; m.Cmp(big.NewRat(60, 1)) != 0 {
		t.Errorf("median %s", m.FloatString(2))
	}
	m.Push(s)
	s.tab = groupRanking
	if frame, _ := m.Frame(120, 30, s.Draw); !strings.Contains(frame, "示例企业0") || strings.Contains(frame, "被替代的") {
		t.Error(frame)
	}
}

// Enter opens the enterprise under the cursor, in the ranking as in the table, which may be sorted by score.
func TestTheOneUnderTheCursorIsOpened(t *testing.T) {
	t.Parallel()
	m := screentest.New(text.ZH)
	s := NewGroup(office{})
	s.Show(collected("60.00", "91.50", "73.58"))
	m.Push(s)
	opened := func() string {
		m.Do(Group(), "group.open", "enter")
		name := m.Top().(*SubmittedScreen).of.Name
		m.Back()
		return name
	}
	for range 2 {
		m.Do(Group(), "group.sort", "f9")
	}
	if got := opened(); got != "示例企业1" {
		t.Error("the highest score is that of", got)
	}
	m.Do(Group(), "group.tab", "tab")
	m.Do(Group(), "group.move", "end")
	if got := opened(); got != "另一类" {
		t.Error("the last of the ranking is", got)
	}
}

// What is no figure stands behind every figure.
func TestFiguresAreCompared(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want int
	}{{"1,000.00", "999.99", 1}, {"100.5%", "100.50%", 0}, {"", "-1", -1}, {"-1", "", 1}, {"", "", 0}} {
		if got := compareFigures(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %d", c.a, c.b, got)
		}
	}
}

type office struct{ Office }

func (office) TrustPath() string { return "" }
