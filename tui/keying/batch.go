package keying

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// Whoever keys a batch of papers counts them and adds them up first. What was keyed since is held against it at every line, and the
// batch closes itself once both agree: a line left out, keyed twice or with another amount does not go by.

// Batch is what a batch of papers was counted to be, and what the ledger held when it was begun. The zero Batch is none.
type Batch struct {
	open   bool
	lines  int64 // 0: not counted
	amount int64 // 分
	from   scoring.Blank
}

// most papers of a batch.
const batchMost = 100_000

// left is what is still to be keyed: less than nothing where too much was.
func (b *Batch) left(now scoring.Blank) (lines, amount int64) {
	return b.lines - (now.Lines - b.from.Lines), form.Plus(b.amount, -form.Plus(now.Amount, -b.from.Amount))
}

// agrees reports that what was keyed is what was counted.
func (b *Batch) agrees(now scoring.Blank) bool {
	lines, amount := b.left(now)
	return amount == 0 && (lines == 0 || b.lines == 0) && now.Lines != b.from.Lines
}

// Open reports that a batch is being keyed.
func (b *Batch) Open() bool { return b.open }

func batchActions() []screen.Action {
	at := func(open bool) func(m screen.Desk) bool {
		return func(m screen.Desk) bool {
			s, ok := m.Top().(*TableScreen)
			return ok && s.Form.Scope == form.Ledger && s.office.Batch().open == open
		}
	}
	return []screen.Action{
		{ID: "batch.begin", Title: text.TuiBatch, Keys: []string{"f10"}, Where: InGrid, On: at(false), Do: screen.On(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.beginBatch(m) })},
		{ID: "batch.end", Title: text.TuiBatchEnd, Foot: text.TuiFootBatchEnd, Keys: []string{"f10"}, Where: InGrid, Rank: 3, On: at(true), Do: screen.On(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.endBatch(m) })},
	}
}

// beginBatch asks how many papers there are and what they come to.
func (s *TableScreen) beginBatch(m screen.Desk) tea.Cmd {
	amount := form.ByID("spend").Field("amount")
	m.Open(kit.NewInput(text.TuiBatchTitle, text.TuiBatchCount, "", func(typed string) (text.Pair, tea.Cmd) {
		lines := int64(0)
		if typed = strings.TrimSpace(typed); typed != "" {
			v, err := (&form.Field{Kind: form.Int}).Parse(typed, form.NoUnit)
			if lines = v.Num(); err != nil || lines < 1 || lines > batchMost {
				return text.TuiBatchCountWrong.With(batchMost), nil
			}
		}
		m.Open(kit.NewInput(text.TuiBatchTitle, text.TuiBatchSum, "", func(typed string) (text.Pair, tea.Cmd) {
			v, err := amount.Parse(typed, amount.Unit)
			fen, ok := v.Int()
			if err != nil || !ok {
				return text.TuiBatchSumWrong, nil
			}
			*s.office.Batch() = Batch{true, lines, fen, m.Standing().Ledger}
			m.Say(screen.Plain, text.TuiBatchBegun)
			return text.Pair{}, nil
		}))
		return text.Pair{}, nil
	}))
	return nil
}

// endBatch gives up a batch that does not agree, once that was asked.
func (s *TableScreen) endBatch(m screen.Desk) tea.Cmd {
	m.Open(kit.NewAsk(text.TuiBatchEnd, text.TuiBatchEndAsk.With(batchText(m, s.office)), func(yes bool) tea.Cmd {
		if yes {
			*s.office.Batch() = Batch{}
		}
		return nil
	}))
	return nil
}

// CloseBatch closes a batch once what was keyed agrees with it.
func CloseBatch(m screen.Desk, b *Batch) {
	if !b.open || !b.agrees(m.Standing().Ledger) {
		return
	}
	m.Say(screen.Good, text.TuiBatchAgrees.With(m.Standing().Ledger.Lines-b.from.Lines, kit.Yuan(b.amount)))
	*b = Batch{}
}

// batchText says how the batch stands; "" where none is open.
func batchText(m screen.Desk, o Office) string {
	b, ledger := o.Batch(), m.Standing().Ledger
	if !b.open {
		return ""
	}
	_, amount := b.left(ledger)
	say := text.TuiBatchLacks
	if amount < 0 {
		say, amount = text.TuiBatchExceeds, -amount
	}
	keyed := strconv.FormatInt(ledger.Lines-b.from.Lines, 10)
	if b.lines > 0 {
		keyed += "/" + strconv.FormatInt(b.lines, 10)
	}
	return say.With(keyed, kit.Yuan(amount)).In(m.Lang())
}
