package rooms_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"yice/filing"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/regulator"
	"yice/tui/screen/screentest"
)

// collected are enterprises of a year: of one type with these scores, the first by a draft, and one of another type.
func collected(scores ...string) *filing.Collected {
	got := &filing.Collected{}
	for i, score := range scores {
		got.Enterprises = append(got.Enterprises, filing.CollectedEnterprise{
			OK: true, Official: i > 0, Rank: min(i, 1), USCC: strconv.Itoa(i), Name: "示例企业" + strconv.Itoa(i), Type: "功能型", Period: "2023", Innovation: score,
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
	s := regulator.NewGroup(nil)
	s.Show(got)
	m.Push(s)
	m.Do(regulator.Group(), "group.tab", "tab")
	frame, _ := m.Frame(120, 30, s.Draw)
	var ranked []string
	for _, row := range strings.Split(frame, "\n") {
		if strings.Contains(row, "示例企业") || strings.Contains(row, "另一类") {
			row = strings.Map(func(r rune) rune {
				if r == '│' || r >= '▀' && r <= '▟' { // the median, the bars
					return -1
				}
				return r
			}, row)
			ranked = append(ranked, strings.Join(strings.Fields(row), " "))
		}
	}
	want := []string{
		"2023 功能型 1 示例企业2 73.58", "1 示例企业5 73.58", "3 示例企业1 60.00", "3 示例企业4 60.00", "5 示例企业3 40.25", "模拟 示例企业0 91.50",
		"2023 竞争型 1 另一类 81.94",
	}
	if !slices.Equal(ranked, want) {
		t.Errorf("ranked\n%s\nwant\n%s", strings.Join(ranked, "\n"), strings.Join(want, "\n"))
	}
	if !strings.Contains(frame, "家数 5   最低 40.25   中位 60.00   最高 73.58") || strings.Contains(frame, "被替代的") {
		t.Error(frame)
	}
}

// Enter opens the enterprise under the cursor, in the ranking as in the table, which may be sorted by score.
func TestTheOneUnderTheCursorIsOpened(t *testing.T) {
	t.Parallel()
	m := screentest.New(text.ZH)
	s := regulator.NewGroup(office{})
	s.Show(collected("60.00", "91.50", "73.58"))
	m.Push(s)
	opened := func() string {
		m.Do(regulator.Group(), "group.open", "enter")
		one, ok := m.Top().(*regulator.SubmittedScreen)
		if !ok {
			t.Fatalf("%T is opened", m.Top())
		}
		frame, _ := m.Frame(120, 30, one.Draw)
		m.Back()
		return frame
	}
	for range 2 {
		m.Do(regulator.Group(), "group.sort", "f9")
	}
	if got := opened(); !strings.Contains(got, "示例企业1") {
		t.Error("the highest score is that of", got)
	}
	m.Do(regulator.Group(), "group.tab", "tab")
	m.Do(regulator.Group(), "group.move", "end")
	if got := opened(); !strings.Contains(got, "另一类") {
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
		if got := kit.CompareFigures(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %d", c.a, c.b, got)
		}
	}
}

type office struct{ regulator.Office }

func (office) TrustPath() string { return "" }
