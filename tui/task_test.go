package tui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
)

// until handles answers until something is so.
func (d *driver) until(what string, so func() bool) *driver {
	d.t.Helper()
	for end := time.After(patience); !so(); {
		select {
		case msg := <-d.msgs:
			d.open--
			d.handle(msg)
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
			return saying(good, text.Same("the work is done")), nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}))
	return end
}

func (d *driver) saved() bool { return d.m.turn > d.m.desk.n }

// A field that is left while work goes on is in the file at once, and only then is it called saved.
func TestKeyingGoesOnBesideATask(t *testing.T) {
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
			work.start(clock.Add(-4 * time.Second))
			work.at(183_000, 400_000)
			work.say(text.TuiReporting)
			d.m.dirty = true
			d.golden("task-" + size.name)
			d.typing("<enter>")
			if shown() {
				t.Fatal("Enter does not send it to the background")
			}
			d.golden("task-background-" + size.name)

			d.run(d.m.showTasks())
			d.typing("<down>")
			if shown() || d.m.top().(*overviewScreen).forms.at != 1 {
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
	d := at(t, 80, 24)
	work := &task{title: text.TuiTaskCheck}
	end := d.slow(work)
	d.until("shown", func() bool { return len(d.m.layers) == 1 })
	work.start(clock.Add(-4 * time.Second))
	d.m.dirty = true
	d.sees("已用 4 秒").misses("约剩")
	if _, known := work.permille(); known {
		t.Error("a share is shown of what nobody can measure")
	}
	close(end)
	d.settle()
}

// A change to the year brings a sealing to nothing; it is stopped at once, the change is saved, and that is said.
func TestAChangeStopsASealing(t *testing.T) {
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
	s := d.m.top().(*importScreen)
	d.run(s.write(d.m, false))
	d.until("shown", func() bool { return len(d.m.layers) == 1 })
	d.sees("导入 研发投入台账", "排队").typing("<enter>", "<esc>")
	if _, ok := d.m.top().(*gridScreen); !ok {
		t.Fatalf("on %T", d.m.top())
	}
	d.typing("Q9", "<enter>")
	d.sees("排队 1 项").misses("已保存")
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

// The way out of a file just made: it is handed to the system, or its place is said.
func TestExportFromTheScreen(t *testing.T) {
	d := at(t, 120, 36)
	d.form("project").command("export").sees("全部记录").press("x", "<enter>").sees("结尾")
	d.press("<backspace>", "<enter>").sees("已把 科技项目 存到")
	info, err := os.Stat(d.m.made)
	if err != nil || info.Size() == 0 {
		t.Errorf("nothing exported to %q: %v", d.m.made, err)
	}
}

func TestCheckOfTheWholeFile(t *testing.T) {
	at(t, 120, 36).command("check.file").sees("工作区完好")
}

func TestMeterSaysWhatItKnows(t *testing.T) {
	w := &meter{}
	w.start(clock)
	w.at(50, 200)
	if _, ok := w.left(clock.Add(900 * time.Millisecond)); ok {
		t.Error("a time was promised in the first second")
	}
	if left, ok := w.left(clock.Add(10 * time.Second)); !ok || left != 30*time.Second {
		t.Errorf("left %v %t, want 30s", left, ok)
	}
	if n, ok := w.rate(clock.Add(10 * time.Second)); !ok || n != 5 {
		t.Errorf("rate %d %t, want 5", n, ok)
	}
	w.at(2_000_000_000, 3_000_000_000)
	if left, ok := w.left(clock.Add(2 * time.Hour)); !ok || left != time.Hour {
		t.Errorf("left %v %t, want 1h", left, ok)
	}
	w.at(7, 0)
	if _, known := w.permille(); known {
		t.Error("of nothing known it claims a share")
	}
	if got := spent(125 * time.Second).ZH; got != "2 分 05 秒" {
		t.Errorf("125 s is %q", got)
	}
}
