package tui

import (
	"testing"

	"yice/tui/judging"
	"yice/tui/keying"
)

// In English, where names are longest, the what-if screen of 120 columns cuts none of them.
func TestWhatIfCutsNoName(t *testing.T) {
	t.Parallel()
	at(t, 120, 36, english).press("<f8>").sees("Assessed profit", "Conversion income  ", "Major projects as profit  ").misses("…")
}

func TestWhatIf(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.press("<ctrl+b>").golden("whatif-empty-" + size.name)
			d.press("<enter>").golden("whatif-choose-" + size.name)
			d.press("zt", "<enter>", "120万").golden("whatif-amount-" + size.name)
			d.press("<enter>", "<enter>", "<down>", "<enter>", "<ctrl+a>", "2", "<enter>").golden("whatif-" + size.name)
			d.press("<tab>").golden("steps-" + size.name)
		})
	}
}

// Suppositions add up, can be taken back one by one, and never touch the file.
func TestWhatIfWritesNothing(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	head, err := d.m.desk.w.HistoryHead()
	if err != nil {
		t.Fatal(err)
	}
	before := d.m.stand.Totals.Innovation.String()
	d.press("<ctrl+b>", "<enter>", "再授权", "<enter>", "<ctrl+a>", "2", "<enter>").sees("再授权发明专利 2 件", "+5.00")
	d.press("<enter>", "待认定", "<enter>").sees("全部认定")
	d.press("<enter>", "制度与机制的", "<enter>").sees("+2.00")
	d.press("<enter>", "科技奖", "<enter>", "国家级", "<enter>").sees("再获国家级科技奖")
	d.press("<enter>", "研发平台（", "<enter>", "市级", "<enter>").sees("新建市级研发平台")
	if s := d.m.Top().(*judging.WhatIfScreen); len(s.Held) != 5 {
		t.Errorf("%d suppositions", len(s.Held))
	}
	d.press("<delete>", "<home>", "<delete>").misses("再授权发明专利 2 件")
	after, err := d.m.desk.w.HistoryHead()
	if err != nil || after != head {
		t.Errorf("the history moved: %v", err)
	}
	if got := d.m.stand.Totals.Innovation.String(); got != before {
		t.Errorf("the score moved to %s", got)
	}
}

// Any cell of any form can be supposed: of one row, of a record, of a new one.
func TestAnyCellCanBeSupposed(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<ctrl+b>", "<enter>", "年度指标", "<enter>", "营业收入", "<enter>", "没有", "<enter>").sees("!")
	d.press("<ctrl+a>", "72000", "<enter>").sees("营业收入", "改为 72,000")
	d.press("<enter>", "专利", "<enter>", "202110253004", "<enter>", "法律状态", "<enter>", "授权", "<enter>").sees("202110253004.0", "授权")
	s := d.m.Top().(*judging.WhatIfScreen)
	if len(s.Held) != 2 || s.Then == nil {
		t.Fatalf("%d suppositions", len(s.Held))
	}
}

func TestNextStepsLeadToTheirForm(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f8>", "<tab>").sees("取得认定").press("<enter>")
	if g, ok := d.m.Top().(*keying.TableScreen); !ok || g.Form.ID != d.m.stand.Steps[0].Form {
		t.Errorf("went to %T", d.m.Top())
	}
}

// cursorOn moves to the lever of an id.
func (d *driver) cursorOn(id string) *driver {
	d.t.Helper()
	s := d.m.Top().(*judging.WhatIfScreen)
	d.press("<home>")
	for range len(s.Held) + len(s.Levers) {
		if l := s.Lever(); l != nil && l.ID == id {
			return d
		}
		d.press("<down>")
	}
	d.t.Fatalf("no lever %s:\n%s", id, d.screen())
	return d
}

// What the pack counts is there to be moved: the sheet follows, Ctrl+Z takes the whole move back, and nothing is written.
func TestLeversAreMoved(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		d := at(t, size[0], size[1])
		head, err := d.m.desk.w.HistoryHead()
		if err != nil {
			t.Fatal(err)
		}
		d.press("<f8>").sees("研发投入").cursorOn("rd")
		s := d.m.Top().(*judging.WhatIfScreen)
		before := d.m.stand.Totals.Innovation
		d.press("<right>").sees("+10.00 万元")
		if s.Then.Innovation.Confirmed.Cmp(before) <= 0 {
			t.Errorf("10 万元 more R&D: %s", s.Then.Innovation.Confirmed)
		}
		d.press("<right>", "<right>", "<left>").sees("+20.00 万元").press("<shift+right>").sees("+120.00 万元")
		most := s.Then.Innovation.Confirmed
		d.press("<ctrl+z>")
		if len(s.Moved) != 0 || s.Then.Innovation.Confirmed != before {
			t.Errorf("Ctrl+Z left %v, %s", s.Moved, s.Then.Innovation.Confirmed)
		}
		d.press("<ctrl+y>").sees("+120.00 万元")
		if s.Then.Innovation.Confirmed != most {
			t.Errorf("done again: %s, was %s", s.Then.Innovation.Confirmed, most)
		}
		// Levers and suppositions add up; Del takes back what is under the cursor alone.
		d.cursorOn("annual.revenue").press("<left>").sees("-").cursorOn("rd").press("<delete>")
		if len(s.Moved) != 1 || s.Moved["annual.revenue"] >= 0 {
			t.Errorf("moved %v", s.Moved)
		}
		d.press("<enter>", "再授权", "<enter>", "<ctrl+a>", "2", "<enter>").sees("再授权发明专利 2 件")
		if len(s.Held) != 1 || len(s.Moved) != 1 {
			t.Errorf("%d supposed, moved %v", len(s.Held), s.Moved)
		}
		if after, err := d.m.desk.w.HistoryHead(); err != nil || after != head {
			t.Errorf("the history moved: %v", err)
		}
	}
}

// What waits for a decision is decided both ways, past today with a stop.
func TestDecisionsAreMoved(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f8>").cursorOn("recognition").press("<right>").sees("全部认定", "+0.50")
	d.press("<right>").sees("到头了").press("<left>").misses("全部认定").press("<left>").sees("一项也不认定", "-0.50")
}

// Data that changes meanwhile makes the levers anew, however soon one is moved after it.
func TestLeversFollowTheData(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f8>").cursorOn("rd")
	s := d.m.Top().(*judging.WhatIfScreen)
	d.m.stand.No++
	_ = s.Follow(d.m) // its answer comes too late
	cmd := s.Nudge(d.m, 1, false)
	msg, ok := cmd().(judging.WhatIfMsg)
	if !ok || len(msg.Levers) == 0 {
		t.Fatalf("%T: the levers of before are moved", msg)
	}
	d.send(msg)
	d.sees("+10.00 万元")
}
