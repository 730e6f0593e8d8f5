package kit

import (
	"strings"
	"sync/atomic"
	"time"

	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Meter is how far a long piece of work is. Whoever does the work writes it, whoever draws reads it.
type Meter struct {
	began    atomic.Pointer[time.Time] // when what is counted now began
	done, of atomic.Int64              // of 0: not known
	Stage    atomic.Pointer[text.Pair]
	// About says that of is an estimate, Counts what the figures count; the zero value: rows.
	About  bool
	Counts counted
}

// counted is what a meter counts.
type counted uint8

const (
	countsRows counted = iota
	CountsFiles
	CountsBytes
	CountsShares // of nothing that people count
)

// At tells how far it is.
func (w *Meter) At(done, of int64) {
	w.of.Store(of)
	w.done.Store(done)
}

// Enter begins a part of the work, counted from nothing; a part that has begun goes on.
func (w *Meter) Enter(part text.Pair, now time.Time) {
	if was := w.Stage.Load(); was != nil && *was == part {
		return
	}
	w.At(0, 0)
	w.Say(part)
	w.Start(now)
}

// Start begins to count.
func (w *Meter) Start(now time.Time) { w.began.Store(&now) }

// since is how long it has been going on.
func (w *Meter) since(now time.Time) time.Duration {
	if b := w.began.Load(); b != nil {
		return now.Sub(*b)
	}
	return 0
}

// Say tells what is being done.
func (w *Meter) Say(p text.Pair) { w.Stage.Store(&p) }

// Permille is how much is done; known is false where nobody can say.
func (w *Meter) Permille() (p int, known bool) {
	done, of := w.done.Load(), w.of.Load()
	if of <= 0 {
		return 0, false
	}
	return int(min(done, of) * 1000 / of), true
}

// settled is after how long a rate means something.
const settled = time.Second

// Rate is how many are done a second, left how long the rest takes; ok is false in the first second, and where nobody can
// say.
func (w *Meter) Rate(now time.Time) (perSecond int64, ok bool) {
	d := w.since(now)
	if done := w.done.Load(); d >= settled && done > 0 {
		return done * 1000 / d.Milliseconds(), true
	}
	return 0, false
}

// Left is how long the rest takes at the rate so far; ok is false where nobody can say.
func (w *Meter) Left(now time.Time) (left time.Duration, ok bool) {
	done, of, d := w.done.Load(), w.of.Load(), w.since(now)
	if d < settled || done <= 0 || of <= done {
		return 0, false
	}
	// In milliseconds the product of a day and a billion rows still fits.
	return time.Duration(d.Milliseconds()*(of-done)/done) * time.Millisecond, true
}

// Spent says a stretch of time as people do; it is never nothing.
func Spent(d time.Duration) text.Pair {
	s := max(int((d+time.Second-1)/time.Second), 1)
	if s < 100 {
		return text.TuiTaskSeconds.With(s)
	}
	return text.TuiTaskMinutes.With(s/60, s%60)
}

// figures say how far it is: "183,000 / 400,000 行".
func (w *Meter) figures() text.Pair {
	done, of := w.done.Load(), w.of.Load()
	switch {
	case w.Counts == CountsBytes && of > 0:
		return text.TuiTaskBytesOf.With(Count(done>>20), Count((of+1<<20-1)>>20))
	case w.Counts == CountsFiles && of > 0:
		return text.TuiTaskFilesOf.With(Count(done), Count(of))
	case done == 0 && of == 0:
		return text.Pair{}
	case w.Counts != countsRows:
		return text.Pair{}
	case of == 0 || w.About:
		return text.TuiTaskDone.With(Count(done))
	}
	return text.TuiTaskDoneOf.With(Count(done), Count(of))
}

// pace says how fast it goes and how long it takes still, as far as that can be said.
func (w *Meter) pace(now time.Time, lang text.Lang) string {
	var parts []string
	if n, ok := w.Rate(now); ok && w.Counts == countsRows {
		parts = append(parts, text.TuiTaskRate.With(Count(n)).In(lang))
	}
	if left, ok := w.Left(now); ok {
		parts = append(parts, text.TuiTaskLeft.With(Spent(left)).In(lang))
	} else if d := w.since(now); d >= settled {
		parts = append(parts, text.TuiTaskSince.With(Spent(d)).In(lang))
	}
	return strings.Join(parts, "   ")
}

// Short is the meter in a word or two: "45%  约剩 4 秒".
func (w *Meter) Short(now time.Time, lang text.Lang) string {
	var parts []string
	if p, ok := w.Permille(); ok {
		parts = append(parts, Count(int64(p/10))+"%")
	} else if f := w.figures(); !f.Empty() {
		parts = append(parts, f.In(lang))
	}
	if left, ok := w.Left(now); ok {
		parts = append(parts, text.TuiTaskLeft.With(Spent(left)).In(lang))
	}
	return strings.Join(parts, "  ")
}

// sweep is how many cells of a bar go to and fro.
const sweep = 6

// DrawMeter draws bar, figures and pace in three rows.
func DrawMeter(m screen.Desk, a paint.Area, w *Meter) {
	t, now, l := m.Theme(), m.Now(), m.Lang()
	if p, ok := w.Permille(); ok {
		a.Bar(t.Chrome, 0, 0, a.W-6, p, t.Fill, t.Rest)
		a.Right(a.W-5, 0, 5, Count(int64(p/10))+"%", t.Strong)
	} else {
		a.Repeat(0, 0, a.W-6, t.Chrome.Rest, t.Rest)
		// Nobody can say how much is left: a piece goes to and fro, so that it is seen to live.
		run := max(a.W-6-sweep, 1)
		at := int(w.since(now)/(80*time.Millisecond)) % (2 * run)
		a.Repeat(min(at, 2*run-at), 0, sweep, t.Chrome.Full, t.Fill)
	}
	a.Cut(0, 1, a.W, w.figures().In(l), t.Text)
	a.Cut(0, 2, a.W, w.pace(now, l), t.Faint)
}

// DrawMeterLine draws a meter in one row: what is done, a bar, how far, how long still.
func DrawMeterLine(m screen.Desk, a paint.Area, say text.Pair, w *Meter) {
	t, l := m.Theme(), m.Lang()
	x := a.Text(0, 0, say.In(l)+"  ", t.Pending)
	if p, ok := w.Permille(); ok {
		bar := min(20, a.W/5)
		a.Bar(t.Chrome, x, 0, bar, p, t.Fill, t.Rest)
		x = a.Text(x+bar+1, 0, Count(int64(p/10))+"%  ", t.Strong)
	}
	x = a.Cut(x, 0, a.W-x, w.figures().In(l)+"   ", t.Text)
	a.Cut(x, 0, a.W-x, w.pace(m.Now(), l), t.Faint)
}

// Part is what is being done.
func (w *Meter) Part() text.Pair {
	if p := w.Stage.Load(); p != nil {
		return *p
	}
	return text.Pair{}
}
