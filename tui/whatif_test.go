package tui

import "testing"

func TestWhatIf(t *testing.T) {
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
	d := at(t, 120, 36)
	head, err := d.m.desk.w.HistoryHead()
	if err != nil {
		t.Fatal(err)
	}
	before := d.m.stand.totals.Innovation.String()
	d.press("<ctrl+b>", "<enter>", "再授权", "<enter>", "<ctrl+a>", "2", "<enter>").sees("再授权发明专利 2 件", "+5.00")
	d.press("<enter>", "待认定", "<enter>").sees("全部认定")
	d.press("<enter>", "制度与机制的", "<enter>").sees("+2.00")
	d.press("<enter>", "科技奖", "<enter>", "国家级", "<enter>").sees("再获国家级科技奖")
	d.press("<enter>", "研发平台（", "<enter>", "市级", "<enter>").sees("新建市级研发平台")
	if s := d.m.top().(*whatIfScreen); len(s.held) != 5 {
		t.Errorf("%d suppositions", len(s.held))
	}
	d.press("<delete>", "<home>", "<delete>").misses("再授权发明专利 2 件")
	after, err := d.m.desk.w.HistoryHead()
	if err != nil || after != head {
		t.Errorf("the history moved: %v", err)
	}
	if got := d.m.stand.totals.Innovation.String(); got != before {
		t.Errorf("the score moved to %s", got)
	}
}

// Any cell of any form can be supposed: of one row, of a record, of a new one.
func TestAnyCellCanBeSupposed(t *testing.T) {
	d := at(t, 120, 36)
	d.press("<ctrl+b>", "<enter>", "年度指标", "<enter>", "营业收入", "<enter>", "没有", "<enter>").sees("!")
	d.press("<ctrl+a>", "72000", "<enter>").sees("营业收入", "改为 72,000")
	d.press("<enter>", "专利", "<enter>", "202110253004", "<enter>", "法律状态", "<enter>", "授权", "<enter>").sees("202110253004.0", "授权")
	s := d.m.top().(*whatIfScreen)
	if len(s.held) != 2 || s.then == nil {
		t.Fatalf("%d suppositions", len(s.held))
	}
}

func TestNextStepsLeadToTheirForm(t *testing.T) {
	d := at(t, 120, 36)
	d.press("<f8>", "<tab>").sees("取得认定").press("<enter>")
	if g, ok := d.m.top().(*gridScreen); !ok || g.f.ID != d.m.stand.steps[0].Form {
		t.Errorf("went to %T", d.m.top())
	}
}
