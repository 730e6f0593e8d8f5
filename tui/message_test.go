package tui

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"yice/filing"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/mending"
	"yice/tui/paint"
	"yice/tui/screen"
)

// flat is what a person reads, without where lines end and how far words stand apart: what stands between two frames, then
// what stands beside them, then each column between frames from top to bottom.
func (d *driver) flat() string {
	var within, beside strings.Builder
	columns := map[int]string{} // by the cell that they begin in
	for _, row := range strings.Split(d.screen(), "\n") {
		at := 0
		for part := range strings.SplitSeq(row, "│") {
			columns[at] += strings.ReplaceAll(part, "▌", "") + " "
			at += paint.Width(part) + 1
		}
		row = strings.ReplaceAll(row, "▌", "")
		parts := strings.SplitN(row, "│", 3)
		if len(parts) == 3 {
			within.WriteString(parts[1] + " ")
			row = parts[0] + parts[2]
		}
		beside.WriteString(row + " ")
	}
	for _, at := range slices.Sorted(maps.Keys(columns)) {
		beside.WriteString(columns[at])
	}
	return strings.Join(strings.Fields(within.String()+beside.String()), "")
}

// reads insists that texts are read whole, over the ends of lines.
func (d *driver) reads(parts ...string) *driver {
	d.t.Helper()
	flat := d.flat()
	for _, p := range parts {
		if !strings.Contains(flat, strings.Join(strings.Fields(p), "")) {
			d.t.Errorf("%q cannot be read whole:\n%s", p, d.screen())
		}
	}
	return d
}

// A message of several lines takes its room from the body: the row under the cursor, the last of the table, stays in sight.
func TestALongMessageCoversNothing(t *testing.T) {
	t.Parallel()
	long := text.Same(strings.Repeat("这一行写不进去，因为第 3 列是空的。", 8))
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		d := at(t, size[0], size[1])
		d.form("spend").press("<ctrl+end>", "<up>")
		last := d.m.Top().(*keying.TableScreen).Grid.Current().Str("voucher")
		d.m.say(screen.Warn, long)
		d.m.dirty = true
		d.sees(last).reads(long.ZH).misses("读全文")
		d.press("<f3>").m.say(screen.Warn, long)
		d.m.dirty = true
		d.reads(text.TuiReasonHint.ZH, long.ZH)
		d.press("<down>").misses("写不进去")
	}
}

// One that is longer still is cut, and a key reads the whole of it; otherwise that key is help, as everywhere.
func TestAMessageThatIsCutIsReadWhole(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.press("<f3>")
	long := text.Same(strings.Repeat("这一行写不进去，因为第 3 列是空的。", 30) + "到此为止")
	d.m.say(screen.Bad, long)
	d.m.dirty = true
	d.sees("…", "F2 读全文").misses("到此为止")
	d.press("<f2>").sees("消息全文").press("<end>").sees("到此为止").press("<esc>").sees("F2 读全文")
	d.press("<down>").misses("写不进去").sees("F2 帮助").press("<f2>").sees("按键").misses("消息全文")
}

// What identifies a finding and what to do about it is read at 80 columns: the list where it has room, else the place below.
func TestFindingsAreReadWhole(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.ZH, text.EN} {
		d := at(t, 80, 24, func(o *Options) { o.Lang = lang })
		d.press("<f3>")
		for i := range d.m.Top().(*mending.ChecksScreen).Rows() {
			g := &d.m.Top().(*mending.ChecksScreen).Rows()[i]
			d.reads(append(strings.Split(g.All[0].Message.In(lang), "…"), text.TuiReasonHint.In(lang))...) // a name it cuts is told whole
			if lang == text.ZH {                                                                           // every one has room in the list
				d.reads(g.Say(d.m))
			}
			d.press("<down>")
		}
		// A record that lacks everything: each field is named; and a key reads every message.
		d.form("project").press("<ctrl+end>", "<down>", "P9", "<enter>", "<f3>", "<home>")
		g := d.m.Top().(*mending.ChecksScreen).Current()
		if g.Label(d.m) != "P9" || len(g.All) < 4 {
			t.Fatalf("%s, %d findings:\n%s", g.Label(d.m), len(g.All), d.screen())
		}
		for _, f := range g.All {
			if f.Check == form.CheckRequired {
				d.reads(d.m.form(f.Form).Field(f.Field).Title.In(lang))
			}
		}
		d.reads("P9", g.All[len(g.All)-1].Message.In(lang), text.TuiMustMend.In(lang)).press("<space>", "<end>")
		d.reads(g.All[len(g.All)-1].Message.In(lang))
	}
}

// The strip of a terminal of 80 columns keeps every account, in either language, after an edit too.
func TestTheStripKeepsTheBonus(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.ZH, text.EN} {
		d := at(t, 80, 24, func(o *Options) { o.Lang = lang })
		for range 2 {
			rows := strings.Split(d.screen(), "\n")
			for _, want := range []string{text.TuiScore.In(lang), text.TuiVerifyBrief.In(lang), "4,445.00", text.TuiBonus.In(lang) + " 4.50"} {
				if !strings.Contains(rows[1], want) {
					t.Errorf("no %q in %q", want, rows[1])
				}
			}
			d.form("patent").press("<right>", "<right>", "<right>", "<down>", "失效", "<enter>", "<f12>")
		}
	}
}

// What stands on the screen of handing in is read whole, at every width and in either language.
func TestHandingInIsReadWhole(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 40}, {120, 40}} {
		for _, lang := range []text.Lang{text.ZH, text.EN} {
			d := at(t, size[0], size[1], func(o *Options) { o.Lang = lang })
			d.press("<f6>")
			for _, p := range filing.PrerequisitesOf(d.m.desk.s, submission.Period{Year: 2023}) {
				if p.ID != filing.NeedSignOff { // told by the lines of who has signed
					d.reads(p.Say.Begun().In(lang))
				}
			}
			for _, head := range []text.Pair{
				text.TuiSubStepCheck, text.TuiSubBlocked.With(1), text.TuiSubStepSign, text.TuiSubSignsNote.With(3), text.TuiSubStepSeal, text.TuiSubStepHand, text.TuiSubStepHandNote,
			} {
				d.reads(head.In(lang))
			}
			d.reads(text.TuiSubWithoutNone.In(lang), text.TuiSubPeriodNext.In(lang))
			if size[0] == 120 {
				d.reads(text.LeaderSimulated.In(lang))
			}
		}
	}
}
