package tui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/screen"
)

// until handles answers until something is so.
func (d *driver) until(what string, so func() bool) *driver {
	d.t.Helper()
	for end := time.After(patience); !so(); {
		select {
		case msg := <-d.msgs:
			d.open--
			d.handle(msg)
		case <-time.After(5 * time.Millisecond): // what goes on beside the screen need not tell it
		case <-end:
			d.t.Fatalf("it never came to this: %s\n%s", what, d.screen())
		}
	}
	return d
}

// typing sends keys without waiting for what they set going.
func (d *driver) typing(keys ...string) *driver {
	d.t.Helper()
	for _, k := range keys {
		d.raw(k)
	}
	return d
}

// slow starts work that ends when it is told to, or is stopped.
func (d *driver) slow(t *task) (end chan struct{}) {
	end = make(chan struct{})
	d.run(d.m.startFrozen(t, func(ctx context.Context, s *entry.Session) (func(m *Root) tea.Cmd, error) {
		select {
		case <-end:
			return saying(screen.Good, text.Same("the work is done")), nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}))
	return end
}

func (d *driver) saved() bool { return d.m.turn > d.m.desk.n }

// A field that is left while work goes on is in the file at once, and only then is it called saved.
func TestKeyingGoesOnBesideATask(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("project")
	work := &task{title: text.TuiTaskReport}
	end := d.slow(work)
	d.typing("Q7", "<enter>")
	d.until("saved", d.saved)
	if work.ended {
		t.Fatal("the work is over already")
	}
	d.sees("生成报表").has("project", "code=Q7")
	// Who goes on keying is not interrupted.
	d.until("a moment later", func() bool { return d.m.keys > 0 && len(d.m.layers) == 0 })
	close(end)
	d.settle()
	d.sees("the work is done").misses("[生成报表")
	if len(d.m.tasks) != 0 {
		t.Error("it still counts as under way")
	}
}

// A task shows itself to somebody who waits; Enter sends it to the background, any other key is for the screen; Esc asks
// before it is stopped.
func TestTaskDialog(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			shown := func() bool { return len(d.m.layers) == 1 }
			work := &task{title: text.TuiTaskReport}
			d.slow(work)
			d.until("shown", shown)
			work.Start(clock.Add(-4 * time.Second))
			work.At(183_000, 400_000)
			work.Say(text.TuiReporting)
			d.m.dirty = true
			d.golden("task-" + size.name)
			d.typing("<enter>")
			if shown() {
				t.Fatal("Enter does not send it to the background")
			}
			d.golden("task-background-" + size.name)

			d.run(d.m.showTasks())
			d.typing("<down>")
			if shown() || d.m.formHere() != d.m.stand.States[1].Form {
				t.Error("a key of the screen did not reach it")
			}
			d.run(d.m.showTasks())
			d.typing("<esc>")
			d.golden("task-stop-" + size.name)
			d.typing("<esc>")
			if work.asked || !shown() {
				t.Fatal("stopped without being told to")
			}
			d.typing("<esc>", "<enter>")
			d.settle()
			if !work.ended || shown() || len(d.m.tasks) != 0 {
				t.Error("not stopped")
			}
			if d.m.note.say != text.TuiTaskStopped.With(text.TuiTaskReport) {
				t.Errorf("says %v", d.m.note.say)
			}
		})
	}
}

// Nobody can say how long a check takes: the bar only moves, and no time is promised.
func TestATaskOfUnknownLength(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	work := &task{title: text.TuiTaskCheck}
	end := d.slow(work)
	d.until("shown", func() bool { return len(d.m.layers) == 1 })
	work.Start(clock.Add(-4 * time.Second))
	d.m.dirty = true
	d.sees("已用 4 秒").misses("约剩")
	if _, known := work.Permille(); known {
		t.Error("a share is shown of what nobody can measure")
	}
	close(end)
	d.settle()
}

// A change to the year brings a sealing to nothing; it is stopped at once, the change is saved, and that is said.
func TestAChangeStopsASealing(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("project")
	work := &task{title: text.TuiTaskSeal, fragile: text.TuiTaskSealTouched}
	d.slow(work)
	d.typing("Q8", "<enter>")
	d.settle()
	if !work.ended || d.m.note.say != text.TuiTaskSealTouched {
		t.Errorf("ended %t, says %v", work.ended, d.m.note.say)
	}
	d.has("project", "code=Q8")
}

// Leaving while work is under way names it, stops it and waits for it.
func TestQuittingAsksAboutTasks(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	work := &task{title: text.TuiTaskBackup}
	d.slow(work)
	d.typing("<ctrl+q>")
	d.sees("正在进行：备份").typing("<enter>")
	d.until("quit", func() bool { return d.quit })
	d.m.stopTasks()
	d.settle()
	if !work.ended {
		t.Error("it goes on")
	}
}

// An import has the writer: what is keyed meanwhile is queued, called queued, and saved when the import is stopped; of the
// import nothing is left.
func TestKeyingQueuesBehindAnImport(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	lines := len(d.stored("spend"))
	path := filepath.Join(t.TempDir(), "lines.csv")
	content := "date,summary,category,treatment,source,amount\n2023-02-01,试剂,直接投入,费用化,企业自筹,10.00\n"
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	d.form("project").command("import").paste(path).press("<enter>")
	// The writer is held, as by an import of a million lines.
	hold := make(chan struct{})
	d.m.desk.inLine(func(*entry.Session) error { <-hold; return nil })
	d.typing("<f9>", "<enter>")
	d.until("shown", func() bool { return len(d.m.layers) == 1 })
	d.sees("导入 研发投入台账", "先记在").typing("<enter>", "<esc>")
	if _, ok := d.m.Top().(*keying.TableScreen); !ok {
		t.Fatalf("on %T", d.m.Top())
	}
	d.typing("Q9", "<enter>")
	d.until("kept", func() bool { kept, _ := d.m.desk.inWaiting(); return kept == 1 })
	d.sees("已记下 1 项").misses("已保存")
	d.run(d.m.showTasks())
	d.typing("<esc>", "<enter>")
	close(hold)
	d.settle()
	if !d.saved() || d.m.note.say != text.TuiImpStopped {
		t.Errorf("says %v", d.m.note.say)
	}
	if now := len(d.stored("spend")); now != lines {
		t.Errorf("%d lines were left behind", now-lines)
	}
	d.has("project", "code=Q9").sees("已保存")
}

// What an import lets wait is not called done before it is: taking back, evidence, a sign-off, which nothing keeps, nor a reason,
// which is kept as cells are. It says what it waits for, in the message and in the header, and follows by itself.
func TestWhatIsNotKeptWaitsVisibly(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("conversion").press("<right>", "<right>", "4160000", "<enter>")
	hold := make(chan struct{})
	d.m.desk.inLine(func(*entry.Session) error { <-hold; return nil })
	d.m.tasks = append(d.m.tasks, &task{title: text.TuiTaskImport.With(form.ByID("spend").Title), holds: true})
	d.typing("<ctrl+z>")
	d.sees("等待「导入 研发投入台账」写完", "等待导入完成：1 步还没存盘").misses("已撤销")
	d.typing("<f12>", "<f3>", "<ctrl+e>", "台账外为委托外单位试制，合同另附", "<enter>")
	d.until("kept", func() bool { kept, _ := d.m.desk.inWaiting(); return kept == 1 })
	d.sees("等「导入 研发投入台账」写完就写进去", "等待导入完成：1 步还没存盘").misses("原因已写下")
	if _, unkept := d.m.desk.inWaiting(); unkept != 1 {
		t.Errorf("%d are not kept", unkept)
	}
	d.m.tasks = nil
	close(hold)
	d.settle()
	d.misses("还没存盘", "等待「")
	if d.m.stand.Explained != 1 || !strings.Contains(d.stored("conversion")[0], "4250000.00") {
		t.Errorf("%d explained, %s", d.m.stand.Explained, d.stored("conversion")[0])
	}
}

// What could not be written after the last frame, or on a desk that was left, is saved aside and said.
func TestWhatFailsUntoldIsSavedAside(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	desk := d.m.desk
	desk.enqueue(&job{edits: []entry.Edit{{Form: form.ByID("project"), Row: 1 << 40, Field: "name", Typed: "没有这一行"}}}, keyed)
	err := desk.finish()
	if err == nil {
		t.Fatal("nothing is said")
	}
	saved, _ := filepath.Glob(filepath.Join(filepath.Dir(desk.w.Path()), "*未写入*.txt"))
	if len(saved) != 1 || !strings.Contains(kit.Sentence(err).ZH, saved[0]) {
		t.Fatalf("says %v, saved %v", err, saved)
	}
	if b, err := os.ReadFile(saved[0]); err != nil || !strings.Contains(string(b), "没有这一行") {
		t.Errorf("%q %v", b, err)
	}
}

// The way out of a file just made: it is handed to the system, or its place is said.
func TestExportFromTheScreen(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("project").command("export").sees("全部记录").press("x", "<enter>").sees("结尾")
	d.press("<backspace>", "<enter>").sees("已把 科技项目 存到")
	info, err := os.Stat(d.m.made)
	if err != nil || info.Size() == 0 {
		t.Errorf("nothing exported to %q: %v", d.m.made, err)
	}
}

func TestCheckOfTheWholeFile(t *testing.T) {
	t.Parallel()
	at(t, 120, 36).command("check.file").sees("工作区完好")
}

func TestMeterSaysWhatItKnows(t *testing.T) {
	t.Parallel()
	w := &kit.Meter{}
	w.Start(clock)
	w.At(50, 200)
	if _, ok := w.Left(clock.Add(900 * time.Millisecond)); ok {
		t.Error("a time was promised in the first second")
	}
	if left, ok := w.Left(clock.Add(10 * time.Second)); !ok || left != 30*time.Second {
		t.Errorf("left %v %t, want 30s", left, ok)
	}
	if n, ok := w.Rate(clock.Add(10 * time.Second)); !ok || n != 5 {
		t.Errorf("rate %d %t, want 5", n, ok)
	}
	w.At(2_000_000_000, 3_000_000_000)
	if left, ok := w.Left(clock.Add(2 * time.Hour)); !ok || left != time.Hour {
		t.Errorf("left %v %t, want 1h", left, ok)
	}
	w.At(7, 0)
	if _, known := w.Permille(); known {
		t.Error("of nothing known it claims a share")
	}
	if got := kit.Spent(125 * time.Second).ZH; got != "2 分 05 秒" {
		t.Errorf("125 s is %q", got)
	}
}

// TestALongQuestionScrolls: what does not fit a small terminal can be read to its end, and both answers stay in sight.
func TestALongQuestionScrolls(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.m.open(kit.NewAsk(text.Same("问"), text.Same(strings.Repeat("很长的说明。\n", 40)+"最后一句。"), func(bool) tea.Cmd { return nil }), false)
	d.misses("最后一句").sees("Enter", "Esc", "↓")
	d.press("<pgdown>", "<pgdown>", "<pgdown>", "<end>").sees("最后一句", "Enter", "Esc", "↑")
	d.press("<home>").misses("最后一句").sees("↓").press("<esc>").misses("很长")
}
