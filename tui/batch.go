package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/scoring"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/screen"
)

// Whoever keys a batch of papers counts them and adds them up first. What was keyed since is held against it at every line, and the
// batch closes itself once both agree: a line left out, keyed twice or with another amount does not go by.

// batch is what a batch of papers was counted to be, and what the ledger held when it was begun.
type batch struct {
	lines  int64 // 0: not counted
	amount int64 // 分
	from   scoring.Blank
}

// most papers of a batch.
const batchMost = 100_000

// left is what is still to be keyed: less than nothing where too much was.
func (b *batch) left(now scoring.Blank) (lines, amount int64) {
	return b.lines - (now.Lines - b.from.Lines), form.Plus(b.amount, -form.Plus(now.Amount, -b.from.Amount))
}

// agrees reports that what was keyed is what was counted.
func (b *batch) agrees(now scoring.Blank) bool {
	lines, amount := b.left(now)
	return amount == 0 && (lines == 0 || b.lines == 0) && now.Lines != b.from.Lines
}

func batchActions() []Action {
	at := func(open bool) func(m *Root) bool {
		return func(m *Root) bool {
			s, ok := m.top().(*gridScreen)
			return ok && s.f.Scope == form.Ledger && (m.desk.batch != nil) == open
		}
	}
	return []Action{
		{ID: "batch.begin", Title: text.TuiBatch, Keys: []string{"f10"}, Where: keying.InGrid, On: at(false), Do: func(m *Root, _ string) tea.Cmd { return m.beginBatch() }},
		{ID: "batch.end", Title: text.TuiBatchEnd, Foot: text.TuiFootBatchEnd, Keys: []string{"f10"}, Where: keying.InGrid, Rank: 3, On: at(true), Do: func(m *Root, _ string) tea.Cmd { return m.endBatch() }},
	}
}

// beginBatch asks how many papers there are and what they come to.
func (m *Root) beginBatch() tea.Cmd {
	amount := form.ByID("spend").Field("amount")
	m.open(kit.NewInput(text.TuiBatch, text.TuiBatchCount, "", func(typed string) (text.Pair, tea.Cmd) {
		lines := int64(0)
		if typed = strings.TrimSpace(typed); typed != "" {
			v, err := (&form.Field{Kind: form.Int}).Parse(typed, form.NoUnit)
			if lines = v.Num(); err != nil || lines < 1 || lines > batchMost {
				return text.TuiBatchCountWrong.With(batchMost), nil
			}
		}
		m.open(kit.NewInput(text.TuiBatch, text.TuiBatchSum, "", func(typed string) (text.Pair, tea.Cmd) {
			v, err := amount.Parse(typed, amount.Unit)
			fen, ok := v.Int()
			if err != nil || !ok {
				return text.TuiBatchSumWrong, nil
			}
			m.desk.batch = &batch{lines, fen, m.stand.Ledger}
			m.say(screen.Plain, text.TuiBatchBegun)
			return text.Pair{}, nil
		}), false)
		return text.Pair{}, nil
	}), false)
	return nil
}

// endBatch gives up a batch that does not agree, once that was asked.
func (m *Root) endBatch() tea.Cmd {
	m.open(kit.NewAsk(text.TuiBatchEnd, text.TuiBatchEndAsk.With(m.batchText()), func(yes bool) tea.Cmd {
		if yes {
			m.desk.batch = nil
		}
		return nil
	}), false)
	return nil
}

// closeBatch closes the batch once what was keyed agrees with it.
func (m *Root) closeBatch() {
	if m.desk == nil || m.desk.batch == nil || !m.desk.batch.agrees(m.stand.Ledger) {
		return
	}
	b := m.desk.batch
	m.desk.batch = nil
	m.say(screen.Good, text.TuiBatchAgrees.With(m.stand.Ledger.Lines-b.from.Lines, yuanShown(b.amount)))
}

// batchText says how the batch stands; "" where none is open.
func (m *Root) batchText() string {
	b := m.desk.batch
	if b == nil {
		return ""
	}
	_, amount := b.left(m.stand.Ledger)
	say := text.TuiBatchLacks
	if amount < 0 {
		say, amount = text.TuiBatchExceeds, -amount
	}
	keyed := strconv.FormatInt(m.stand.Ledger.Lines-b.from.Lines, 10)
	if b.lines > 0 {
		keyed += "/" + strconv.FormatInt(b.lines, 10)
	}
	return say.With(keyed, yuanShown(amount)).In(m.lang)
}
