package rooms_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"yice/text"
	"yice/tui/beginning"
	"yice/tui/screen/screentest"
)

// officeOfBeginning has nothing but its shelf.
type officeOfBeginning struct {
	beginning.Office
	shelf beginning.Shelf
}

func (o *officeOfBeginning) Shelf() *beginning.Shelf    { return &o.shelf }
func (o *officeOfBeginning) Begun() (b beginning.Begun) { return b }

// The year proposed is the one that is being filed.
func TestTheYearProposed(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]int{{2026, 1, 2025}, {2026, 4, 2025}, {2026, 5, 2026}, {2026, 12, 2026}} {
		m := screentest.New(text.ZH)
		m.Clock = time.Date(c[0], time.Month(c[1]), 3, 9, 0, 0, 0, time.UTC)
		beginning.OpenCard(m, &officeOfBeginning{}, false)
		frame, _ := m.Frame(80, 24, m.Top().Draw)
		said, other := "今年", "上年"
		if c[2] < c[0] {
			said, other = other, said
		}
		for _, row := range strings.Split(frame, "\n") {
			if strings.Contains(row, text.TuiNewYear.ZH) && (!strings.Contains(row, strconv.Itoa(c[2])) || !strings.Contains(row, said) || strings.Contains(row, other)) {
				t.Errorf("in month %d of %d it is %s", c[1], c[0], row)
			}
		}
		if !strings.Contains(frame, text.TuiNewYear.ZH) {
			t.Fatal("the card has no year")
		}
	}
}
