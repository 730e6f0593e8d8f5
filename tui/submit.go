package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/mending"
	"yice/tui/screen"
	"yice/tui/trusting"
)

// submitScreen is the way to the sealed file: what has to be so, who has signed, with which key and where to, and what
// was sealed before.
type submitScreen struct {
	still
	no   int
	read bool

	needs []filing.Prerequisite
	signs []entry.SignOff
	made  []filing.Receipt
	taken map[string]string // receipts of the regulator that came, by serial: who signed each

	period           submission.Period // what is handed in; its year is that of the desk
	keyFile, to, out string
	unsigned         string // why it is sealed although sign-offs are missing
	evidence         bool
	along            *entry.EvidenceTotal // what would travel; nil: not counted yet

	rows []submitRow
	list kit.List

	task    *task           // the sealing under way; nil: none is
	receipt *filing.Receipt // of the sealing made here
}

// submitRow is one line that Enter does something with.
type submitRow struct {
	kind submitKind
	i    int // of needs, signs or made
}

type submitKind uint8

const (
	rowPeriod submitKind = iota
	rowNeed
	rowSign
	rowWithout
	rowKey
	rowTo
	rowOut
	rowEvidence
	rowSeal
	rowReopen
	rowNext
	rowMade
	rowReceipt
)

// submitMsg is what there is to know for the screen.
type submitMsg struct {
	no    int
	of    submission.Period
	needs []filing.Prerequisite
	signs []entry.SignOff
	made  []filing.Receipt
	taken map[string]string
	key   string
	out   string
	err   error
}

// Settings of the workspace that sealing remembers.
const (
	settingKey = "submit.key"
	settingDir = "submit.folder"
)

func (s *submitScreen) place() *Place        { return InSubmit }
func (s *submitScreen) crumb(m *Root) string { return text.TuiSubmit.In(m.lang) }

func (s *submitScreen) follow(m *Root) tea.Cmd {
	s.arrange(m)
	if s.read && s.no == m.stand.No {
		return nil
	}
	s.no = m.stand.No
	return tea.Batch(s.ask(m), m.Deepen())
}

// ask reads what has to be so, who has signed and what was made, off the frame.
func (s *submitScreen) ask(m *Root) tea.Cmd {
	if s.period.Year != m.stand.Year { // another year: its return of the year
		s.period = submission.Period{Year: m.stand.Year}
	}
	session, w, no, uscc, of := m.desk.s, m.desk.w, s.no, m.stand.USCC, s.period
	return func() tea.Msg {
		out := submitMsg{no: no, of: of, needs: filing.PrerequisitesOf(session, of)}
		if out.signs, out.err = session.SignOffs(); out.err != nil {
			return out
		}
		if out.made, out.err = filing.Sealings(session); out.err != nil {
			return out
		}
		if out.taken, out.err = filing.Received(session); out.err != nil {
			return out
		}
		out.key, _ = w.Setting(settingKey)
		if _, err := os.Stat(out.key); err != nil {
			out.key = ""
		}
		dir, _ := w.Setting(settingDir)
		if dir == "" {
			dir = filepath.Dir(w.Path())
		}
		out.out = filepath.Join(dir, fmt.Sprintf("%s-%s.zip", uscc, of))
		return out
	}
}

func (s *submitScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case submitMsg:
		if msg.err != nil {
			m.say(screen.Bad, kit.Sentence(msg.err))
		}
		if msg.of != s.period {
			return nil, true // what was asked for before the period was changed
		}
		if !s.read {
			s.keyFile = msg.key
		}
		if s.out == "" {
			s.out = msg.out
		}
		first := !s.read
		s.needs, s.signs, s.made, s.taken, s.read = msg.needs, msg.signs, msg.made, msg.taken, true
		s.arrange(m)
		if first && len(s.rows) > 1 && s.rows[0].kind == rowPeriod {
			s.list.At = 1 // what is handed in stands above; what has to be done comes first
		}
		return nil, true
	}
	return nil, false
}

// arrange lists the lines for the state of the year.
func (s *submitScreen) arrange(m *Root) {
	s.rows = s.rows[:0:0]
	if !m.stand.Locked {
		s.rows = append(s.rows, submitRow{rowPeriod, 0})
	}
	for i := range s.needs {
		// What the sign-off lines say themselves is not said twice.
		if s.needs[i].ID != filing.NeedSignOff && !m.stand.Locked {
			s.rows = append(s.rows, submitRow{rowNeed, i})
		}
	}
	if !s.period.Quarterly() {
		for i := range s.signs {
			s.rows = append(s.rows, submitRow{rowSign, i})
		}
	}
	if s.signaturesLack() && !m.stand.Locked {
		s.rows = append(s.rows, submitRow{rowWithout, 0})
	}
	if !m.stand.Locked {
		s.rows = append(s.rows, submitRow{rowKey, 0}, submitRow{rowTo, 0}, submitRow{rowOut, 0}, submitRow{rowEvidence, 0}, submitRow{rowSeal, 0})
	}
	for i := range s.made {
		s.rows = append(s.rows, submitRow{rowMade, len(s.made) - 1 - i})
	}
	if len(s.made) > 0 {
		s.rows = append(s.rows, submitRow{rowReceipt, 0})
	}
	if m.stand.Locked {
		s.rows = append(s.rows, submitRow{rowNext, 0}, submitRow{rowReopen, 0})
	}
	s.list.N = len(s.rows)
	s.list.Clamp()
}

// blocked counts what still has to be done.
func (s *submitScreen) blocked() int {
	n := 0
	for _, p := range s.needs {
		if p.Need && !p.OK && (p.ID != filing.NeedSignOff || s.unsigned == "") {
			n++
		}
	}
	return n
}

// unsignedNeeds counts the sign-offs among what still has to be done.
func (s *submitScreen) unsignedNeeds() (n int) {
	for _, p := range s.needs {
		n += kit.Btoi(p.Need && !p.OK && p.ID == filing.NeedSignOff)
	}
	return n
}

// signaturesLack reports whether somebody has not signed, or signed what has changed since.
func (s *submitScreen) signaturesLack() bool {
	return slices.ContainsFunc(s.needs, func(p filing.Prerequisite) bool { return p.ID == filing.NeedSignOff && !p.OK })
}

// InSubmit is sealing the year.
var InSubmit = &Place{ID: "submit", Title: text.TuiPlaceSubmit, For: text.TuiForSubmit, Met: 230, Common: true, Opener: "submit"}

func submitActions() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "submit.act", Title: text.TuiSubAct, Foot: text.TuiFootAct, Keys: []string{"enter"}, Where: InSubmit, Rank: 1,
			Do: on(func(m *Root, s *submitScreen, _ string) tea.Cmd { return s.act(m) }),
		},
		{
			ID: "submit.seal", Title: text.TuiSubGo, Foot: text.TuiFootSeal, Keys: []string{"f6"}, Where: InSubmit, Rank: 2,
			On: func(m *Root) bool { return !m.stand.Locked },
			Do: on(func(m *Root, s *submitScreen, _ string) tea.Cmd { return s.askSeal(m) }),
		},
		{
			ID: "submit.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InSubmit,
			Do: on(func(_ *Root, s *submitScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
		{
			ID: "submit", Title: text.TuiGoSubmit, Foot: text.TuiFootSubmit, Keys: []string{"f6"}, Where: screen.Anywhere.But(InSubmit), Rank: 63, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.push(&submitScreen{}) },
		},
	}
}

// act does what the line under the cursor is for.
func (s *submitScreen) act(m *Root) tea.Cmd {
	if s.list.At >= len(s.rows) || s.task != nil {
		return nil
	}
	r := s.rows[s.list.At]
	switch r.kind {
	case rowPeriod:
		return s.nextPeriod(m)
	case rowNeed:
		return s.mend(m, s.needs[r.i].ID)
	case rowSign:
		s.sign(m, s.signs[r.i])
	case rowWithout:
		s.askWithout(m)
	case rowKey:
		take := func(m *Root, path string) {
			s.keyFile = path
			m.keepSetting(settingKey, path)
		}
		make := kit.Option{Title: text.TuiKeyMake, Take: func() tea.Cmd { return trusting.AskNewKey(m, func(path string) { take(m, path) }) }}
		return s.chooseFile(m, text.TuiSubKeyTitle, text.TuiSubKeyHint, text.TuiSubNoKey, privateKeys, take, make)
	case rowTo:
		return s.chooseFile(m, text.TuiSubToTitle, text.TuiSubToHint, text.TuiSubNoTo, publicKeys, func(_ *Root, path string) { s.to = path })
	case rowOut:
		return s.askOut(m)
	case rowEvidence:
		s.evidence = !s.evidence
		if s.evidence {
			return s.countEvidence(m)
		}
	case rowSeal:
		return s.askSeal(m)
	case rowReopen:
		s.askReopen(m)
	case rowNext:
		return m.askNextYear()
	case rowMade:
		s.receipt = &s.made[r.i]
	case rowReceipt:
		s.no = 0 // what comes is read anew
		return m.act("receive")
	}
	return nil
}

// countEvidence looks, off the frame, what would travel along.
func (s *submitScreen) countEvidence(m *Root) tea.Cmd {
	s.along = nil
	ctx, session := m.ctx, m.desk.s
	return later(func() func(m *Root) tea.Cmd {
		total, err := session.EvidenceTotal(ctx)
		return func(m *Root) tea.Cmd {
			if err != nil {
				m.say(screen.Bad, kit.Sentence(err))
				return nil
			}
			s.along = &total
			return nil
		}
	})
}

// alongSay says what would travel along.
func (s *submitScreen) alongSay() (say text.Pair, whole bool) {
	t := s.along
	switch {
	case t == nil:
		return text.TuiSubYes, true
	case len(t.Missing) > 0:
		return text.TuiSubAlongGone.With(len(t.Missing), t.Missing[0].Name), false
	case t.Files == 0:
		return text.TuiSubAlongNone, true
	}
	return text.TuiSubAlong.With(t.Files, kit.BytesOf(t.Bytes)), true
}

// nextPeriod takes the next of what can be handed in: the year, and its quarters one after the other.
func (s *submitScreen) nextPeriod(m *Root) tea.Cmd {
	s.period.Quarter = (s.period.Quarter + 1) % 5
	s.out, s.receipt = "", nil
	return s.ask(m)
}

// mend goes where a condition can be met.
func (s *submitScreen) mend(m *Root, id string) tea.Cmd {
	only := mending.All
	switch id {
	case "must":
		only = mending.MustMend
	case "verify":
		only = mending.Unanswered
	case "pack", "issued":
		return m.openPolicy()
	case "period":
		return m.goTo(form.ByID("annual"), 0, "as_of")
	default:
		return nil
	}
	return m.Push(mending.NewChecks(m, only))
}
