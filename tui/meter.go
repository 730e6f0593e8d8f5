package tui

import (
	"strings"
	"sync/atomic"
	"time"

	"yice/text"
	"yice/tui/paint"
)

// meter is how far a long piece of work is. Whoever does the work writes it, whoever draws reads it.
type meter struct {
	began    atomic.Pointer[time.Time] // when what is counted now began
	done, of atomic.Int64              // of 0: not known
	stage    atomic.Pointer[text.Pair]
	// about says that of is an estimate, counts what the figures count; the zero value: rows.
	about  bool
	counts counted
}

type counted uint8

const (
	countsRows counted = iota
	countsFiles
	countsBytes
	countsShares // of nothing that people count
)

// at tells how far it is.
func (w *meter) at(done, of int64) {
	w.of.Store(of)
	w.done.Store(done)
}

// enter begins a part of the work, counted from nothing; a part that has begun goes on.
func (w *meter) enter(part text.Pair, now time.Time) {
	if was := w.stage.Load(); was != nil && *was == part {
		return
	}
	w.at(0, 0)
	w.say(part)
	w.start(now)
}

// start begins to count.
func (w *meter) start(now time.Time) { w.began.Store(&now) }

// since is how long it has been going on.
func (w *meter) since(now time.Time) time.Duration {
	if b := w.began.Load(); b != nil {
		return now.Sub(*b)
	}
	return 0
}

// say tells what is being done.
func (w *meter) say(p text.Pair) { w.stage.Store(&p) }

// permille is how much is done; known is false where nobody can say.
func (w *meter) permille() (p int, known bool) {
	done, of := w.done.Load(), w.of.Load()
	if of <= 0 {
		return 0, false
	}
	return int(min(done, of) * 1000 / of), true
}

// settled is after how long a rate means something.
const settled = time.Second

// rate is how many are done a second, left how long the rest takes; ok is false in the first second, and where nobody can
// say.
func (w *meter) rate(now time.Time) (perSecond int64, ok bool) {
	d := w.since(now)
	if done := w.done.Load(); d >= settled && done > 0 {
		return done * 1000 / d.Milliseconds(), true
	}
	return 0, false
}

func (w *meter) left(now time.Time) (left time.Duration, ok bool) {
	done, of, d := w.done.Load(), w.of.Load(), w.since(now)
	if d < settled || done <= 0 || of <= done {
		return 0, false
	}
	// In milliseconds the product of a day and a billion rows still fits.
	return time.Duration(d.Milliseconds()*(of-done)/done) * time.Millisecond, true
}

// spent says a stretch of time as people do; it is never nothing.
func spent(d time.Duration) text.Pair {
	s := max(int((d+time.Second-1)/time.Second), 1)
	if s < 100 {
		return text.TuiTaskSeconds.With(s)
	}
	return text.TuiTaskMinutes.With(s/60, s%60)
}

// figures say how far it is: "183,000 / 400,000 行".
func (w *meter) figures() text.Pair {
	done, of := w.done.Load(), w.of.Load()
	switch {
	case w.counts == countsBytes && of > 0:
		return text.TuiTaskBytesOf.With(count(done>>20), count((of+1<<20-1)>>20))
	case w.counts == countsFiles && of > 0:
		return text.TuiTaskFilesOf.With(count(done), count(of))
	case done == 0 && of == 0:
		return text.Pair{}
	case w.counts != countsRows:
		return text.Pair{}
	case of == 0 || w.about:
		return text.TuiTaskDone.With(count(done))
	}
	return text.TuiTaskDoneOf.With(count(done), count(of))
}

// pace says how fast it goes and how long it takes still, as far as that can be said.
func (w *meter) pace(now time.Time, lang text.Lang) string {
	var parts []string
	if n, ok := w.rate(now); ok && w.counts == countsRows {
		parts = append(parts, text.TuiTaskRate.With(count(n)).In(lang))
	}
	if left, ok := w.left(now); ok {
		parts = append(parts, text.TuiTaskLeft.With(spent(left)).In(lang))
	} else if d := w.since(now); d >= settled {
		parts = append(parts, text.TuiTaskSince.With(spent(d)).In(lang))
	}
	return strings.Join(parts, "   ")
}

// short is the meter in a word or two: "45%  约剩 4 秒".
func (w *meter) short(now time.Time, lang text.Lang) string {
	var parts []string
	if p, ok := w.permille(); ok {
		parts = append(parts, count(int64(p/10))+"%")
	} else if f := w.figures(); !f.Empty() {
		parts = append(parts, f.In(lang))
	}
	if left, ok := w.left(now); ok {
		parts = append(parts, text.TuiTaskLeft.With(spent(left)).In(lang))
	}
	return strings.Join(parts, "  ")
}

// sweep is how many cells of a bar go to and fro.
const sweep = 6

// drawMeter draws bar, figures and pace in three rows.
func (m *Root) drawMeter(a paint.Area, w *meter) {
	t, now := m.th, m.now()
	if p, ok := w.permille(); ok {
		a.Bar(t.Chrome, 0, 0, a.W-6, p, t.Fill, t.Rest)
		a.Right(a.W-5, 0, 5, count(int64(p/10))+"%", t.Strong)
	} else {
		a.Repeat(0, 0, a.W-6, t.Chrome.Rest, t.Rest)
		// Nobody can say how much is left: a piece goes to and fro, so that it is seen to live.
		run := max(a.W-6-sweep, 1)
		at := int(w.since(now)/(80*time.Millisecond)) % (2 * run)
		a.Repeat(min(at, 2*run-at), 0, sweep, t.Chrome.Full, t.Fill)
	}
	a.Cut(0, 1, a.W, w.figures().In(m.lang), t.Text)
	a.Cut(0, 2, a.W, w.pace(now, m.lang), t.Faint)
}

// drawMeterLine draws a meter in one row: what is done, a bar, how far, how long still.
func (m *Root) drawMeterLine(a paint.Area, say text.Pair, w *meter) {
	t := m.th
	x := a.Text(0, 0, say.In(m.lang)+"  ", t.Pending)
	if p, ok := w.permille(); ok {
		bar := min(20, a.W/5)
		a.Bar(t.Chrome, x, 0, bar, p, t.Fill, t.Rest)
		x = a.Text(x+bar+1, 0, count(int64(p/10))+"%  ", t.Strong)
	}
	x = a.Cut(x, 0, a.W-x, w.figures().In(m.lang)+"   ", t.Text)
	a.Cut(x, 0, a.W-x, w.pace(m.now(), m.lang), t.Faint)
}

// part is what is being done.
func (w *meter) part() text.Pair {
	if p := w.stage.Load(); p != nil {
		return *p
	}
	return text.Pair{}
}
