package tui

import (
	"testing"
	"time"

	"yice/form"
	"yice/tui/handing"
	"yice/tui/keying"
)

// What stands between the desk and handing in is one list, and each line opens its place.
func TestWhatStandsInBetween(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.sees("离报送还差 4 件", "科技项目 P1", "3 人没有签字：填表人、统计负责人、单位负责人")
	d.press("<tab>", "<enter>")
	if s, ok := d.m.Top().(*keying.TableScreen); !ok || s.Form.ID != "project" || !d.m.Mending() {
		t.Fatalf("the finding is not open:\n%s", d.screen())
	}
	d.press("<f12>", "<end>", "<enter>")
	if _, ok := d.m.Top().(*handing.SubmitScreen); !ok {
		t.Fatalf("signing is not open:\n%s", d.screen())
	}
	// Every finding explained and everybody signed: nothing is left but to seal.
	d.press("<f12>")
	for _, f := range d.m.stand.Findings {
		d.run(d.m.GiveReason(f, "台账外为委托外单位试制，合同另附"))
		d.settle()
	}
	d.sees("离报送还差 1 件", "3 人没有签字").misses("科技项目 P1")
	for range 3 {
		d.press("<f6>")
		for _, off := range d.signOffs() {
			if !off.Standing {
				d.toRow(off.Role.Title().ZH)
				break
			}
		}
		d.press("<enter>", "示例甲", "<enter>")
		for range 2 {
			d.press("<enter>")
		}
		d.press("<f12>")
	}
	d.sees("可以报送了", "都齐了，可以封存报送").misses("没有签字")
}

// In a year under way the year's own handing in is no matter of today; the return of a quarter that the figures reach is.
func TestAYearUnderWayAsksForItsQuarter(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24, func(o *Options) { o.Now = func() time.Time { return time.Date(2023, 7, 3, 9, 0, 0, 0, time.Local) } })
	d.run(d.m.goTo(form.ByID("annual"), 0, "as_of"))
	d.settle()
	d.press("<enter>", "202306", "<enter>", "<f12>", "<tab>", "<end>").sees("年度报送在年末").misses("没有签字")
	d.press("<up>").sees("第 2 季度快报还没有报").press("<enter>").sees("2023 年第 2 季度")
}
