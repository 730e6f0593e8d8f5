package plain

import (
	"strconv"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// sayBatch begins a batch of papers that were counted and added up, or gives it up.
const sayBatch = "#"

// batch is what a batch of papers was counted to be, and what the ledger held when it was begun.
type batch struct {
	lines  int64 // 0: not counted
	amount int64 // 分
	from   scoring.Blank
}

// batchMost is the most papers of a batch.
const batchMost = 100_000

// held is all that the ledger holds, whatever its dates.
func (d *desk) held() (all scoring.Blank) {
	if f := d.s.Facts(); f != nil {
		for _, b := range [...]scoring.Blank{{Lines: f.Ledger.Lines, Amount: f.Ledger.Total()}, f.Ledger.After, f.Ledger.Outside} {
			all.Add(b.Lines, b.Amount)
		}
	}
	return all
}

// beginBatch asks how many papers there are and what they come to; one that is open is given up once that was asked.
func (d *desk) beginBatch() error {
	if d.batch != nil {
		d.tellBatch()
		yes, err := d.yes(text.TuiBatchEnd)
		if err == nil && yes {
			d.batch = nil
		}
		return err
	}
	b := &batch{from: d.held()}
	for {
		answer, err := d.ask(text.PlainBatchCount)
		if err != nil {
			return err
		}
		if answer == "" {
			break
		}
		if n, err := strconv.ParseInt(answer, 10, 64); err == nil && n >= 1 && n <= batchMost {
			b.lines = n
			break
		}
		d.say(text.PlainWrong.With(text.TuiBatchCountWrong.With(batchMost)))
	}
	for {
		answer, err := d.ask(text.PlainBatchSum)
		if err != nil {
			return err
		}
		fd := form.ByID("spend").Field("amount")
		v, err := fd.Parse(answer, fd.Unit)
		if fen, ok := v.Int(); err == nil && ok {
			b.amount = fen
			break
		}
		d.say(text.PlainWrong.With(text.TuiBatchSumWrong))
	}
	d.batch = b
	d.say(text.PlainBatchBegun)
	return nil
}

// tellBatch says how the batch at hand stands, and closes it once what was keyed agrees with the papers.
func (d *desk) tellBatch() {
	b := d.batch
	if b == nil {
		return
	}
	now := d.held()
	lines, amount := now.Lines-b.from.Lines, form.Plus(b.amount, -form.Plus(now.Amount, -b.from.Amount))
	switch {
	case amount == 0 && (b.lines == 0 || lines == b.lines) && lines != 0:
		d.batch = nil
		d.say(text.PlainBatchAgrees.With(lines, d.yuan(b.amount)))
	case amount < 0:
		d.say(text.PlainBatchOver.With(lines, b.lines-lines, d.yuan(-amount)))
	default:
		d.say(text.PlainBatchLacks.With(lines, b.lines-lines, d.yuan(amount)))
	}
	if d.batch != nil && b.lines == 0 {
		d.say(text.PlainBatchUncounted)
	}
}

// yuan is an amount in 分 as people read it, in 元.
func (d *desk) yuan(fen int64) string {
	fd := form.ByID("spend").Field("amount")
	return fd.Display(form.N(fen), fd.Unit, d.lang)
}
