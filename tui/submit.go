package tui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
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

	period           submission.Period // what is handed in; its year is that of the desk
	keyFile, to, out string
	unsigned         string // why it is sealed although sign-offs are missing
	evidence         bool
	along            *entry.EvidenceTotal // what would travel; nil: not counted yet

	rows []submitRow
	list list

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
)

// submitMsg is what there is to know for the screen.
type submitMsg struct {
	no    int
	of    submission.Period
	needs []filing.Prerequisite
	signs []entry.SignOff
	made  []filing.Receipt
	key   string
	out   string
	err   error
}

// Settings of the workspace that sealing remembers.
const (
	settingKey = "submit.key"
	settingDir = "submit.folder"
)

func (s *submitScreen) place() Place         { return InSubmit }
func (s *submitScreen) crumb(m *Root) string { return text.TuiSubmit.In(m.lang) }

func (s *submitScreen) follow(m *Root) tea.Cmd {
	s.arrange(m)
	if s.read && s.no == m.stand.no {
		return nil
	}
	s.no = m.stand.no
	return tea.Batch(s.ask(m), m.deepen())
}

// ask reads what has to be so, who has signed and what was made, off the frame.
func (s *submitScreen) ask(m *Root) tea.Cmd {
	if s.period.Year != m.stand.year { // another year: its return of the year
		s.period = submission.Period{Year: m.stand.year}
	}
	session, w, no, uscc, of := m.desk.s, m.desk.w, s.no, m.stand.uscc, s.period
	return func() tea.Msg {
		out := submitMsg{no: no, of: of, needs: filing.PrerequisitesOf(session, of)}
		if out.signs, out.err = session.SignOffs(); out.err != nil {
			return out
		}
		if out.made, out.err = filing.Sealings(session); out.err != nil {
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
			m.say(bad, sentence(msg.err))
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
		s.needs, s.signs, s.made, s.read = msg.needs, msg.signs, msg.made, true
		s.arrange(m)
		if first && len(s.rows) > 1 && s.rows[0].kind == rowPeriod {
			s.list.at = 1 // what is handed in stands above; what has to be done comes first
		}
		return nil, true
	}
	return nil, false
}

// arrange lists the lines for the state of the year.
func (s *submitScreen) arrange(m *Root) {
	s.rows = s.rows[:0:0]
	if !m.stand.locked {
		s.rows = append(s.rows, submitRow{rowPeriod, 0})
	}
	for i := range s.needs {
		// What the sign-off lines say themselves is not said twice.
		if s.needs[i].ID != filing.NeedSignOff && !m.stand.locked {
			s.rows = append(s.rows, submitRow{rowNeed, i})
		}
	}
	if !s.period.Quarterly() {
		for i := range s.signs {
			s.rows = append(s.rows, submitRow{rowSign, i})
		}
	}
	if s.signaturesLack() && !m.stand.locked {
		s.rows = append(s.rows, submitRow{rowWithout, 0})
	}
	if m.stand.locked {
		s.rows = append(s.rows, submitRow{rowNext, 0}, submitRow{rowReopen, 0})
	} else {
		s.rows = append(s.rows, submitRow{rowKey, 0}, submitRow{rowTo, 0}, submitRow{rowOut, 0}, submitRow{rowEvidence, 0}, submitRow{rowSeal, 0})
	}
	for i := range s.made {
		s.rows = append(s.rows, submitRow{rowMade, len(s.made) - 1 - i})
	}
	s.list.n = len(s.rows)
	s.list.clamp()
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

// signaturesLack reports whether somebody has not signed, or signed what has changed since.
func (s *submitScreen) signaturesLack() bool {
	return slices.ContainsFunc(s.needs, func(p filing.Prerequisite) bool { return p.ID == filing.NeedSignOff && !p.OK })
}

func submitActions() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "submit.act", Title: text.TuiSubAct, Foot: text.TuiFootAct, Keys: []string{"enter"}, Where: InSubmit, Rank: 1,
			Do: on(func(m *Root, s *submitScreen, _ string) tea.Cmd { return s.act(m) }),
		},
		{
			ID: "submit.seal", Title: text.TuiSubGo, Foot: text.TuiFootSeal, Keys: []string{"f6"}, Where: InSubmit, Rank: 2,
			On: func(m *Root) bool { return !m.stand.locked },
			Do: on(func(m *Root, s *submitScreen, _ string) tea.Cmd { return s.askSeal(m) }),
		},
		{
			ID: "submit.move", Title: text.TuiMove, Keys: listKeys, Where: InSubmit,
			Do: on(func(_ *Root, s *submitScreen, key string) tea.Cmd { s.list.move(key); return nil }),
		},
		{
			ID: "submit", Title: text.TuiGoSubmit, Foot: text.TuiFootSubmit, Keys: []string{"f6"}, Where: Anywhere &^ InSubmit, Rank: 63, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.push(&submitScreen{}) },
		},
	}
}

// act does what the line under the cursor is for.
func (s *submitScreen) act(m *Root) tea.Cmd {
	if s.list.at >= len(s.rows) || s.task != nil {
		return nil
	}
	r := s.rows[s.list.at]
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
		make := option{title: text.TuiKeyMake, take: func(m *Root) tea.Cmd { return m.askNewKey(take) }}
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
				m.say(bad, sentence(err))
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
	return text.TuiSubAlong.With(t.Files, bytesOf(t.Bytes)), true
}

// nextPeriod takes the next of what can be handed in: the year, and its quarters one after the other.
func (s *submitScreen) nextPeriod(m *Root) tea.Cmd {
	s.period.Quarter = (s.period.Quarter + 1) % 5
	s.out, s.receipt = "", nil
	return s.ask(m)
}

// mend goes where a condition can be met.
func (s *submitScreen) mend(m *Root, id string) tea.Cmd {
	c := newChecks()
	switch id {
	case "must":
		c.only = mustFindings
	case "verify":
		c.only = verifyFindings
	case "pack", "issued":
		return m.openPolicy()
	case "period":
		return m.goTo(form.ByID("annual"), 0, "as_of")
	default:
		return nil
	}
	return m.push(c)
}

func (s *submitScreen) askOut(m *Root) tea.Cmd {
	return m.askPath(text.TuiSubOutTitle, text.TuiSubOutSay, s.out, pathWant{save: true, ext: []string{".zip"}}, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		path := expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		if !strings.EqualFold(filepath.Ext(path), ".zip") {
			path += ".zip"
		}
		s.out = path
		m.keepSetting(settingDir, filepath.Dir(path))
		return text.Pair{}, nil
	})
}

func (s *submitScreen) askReopen(m *Root) {
	m.open(newInput(text.TuiSubReopen, text.TuiSubWhy, "", func(m *Root, typed string) (text.Pair, tea.Cmd) {
		if say, hollow := entry.Hollow(typed); hollow {
			return say, nil
		}
		m.say(good, text.TuiSubReopened)
		_, cmd := m.desk.enqueue(&job{do: func(session *entry.Session) (entry.Outcome, error) {
			return entry.Outcome{}, filing.Reopen(session, typed)
		}}, reasoned)
		return text.Pair{}, cmd
	}), false)
}

// askSeal asks once more, then for the passphrase where the key has one.
func (s *submitScreen) askSeal(m *Root) tea.Cmd {
	if n := s.blocked(); n > 0 {
		m.say(bad, text.TuiSubBlocked.With(n))
		return nil
	}
	if s.task != nil || m.stand.locked {
		return nil
	}
	say, title := text.TuiSubGoSay.With(s.out), text.TuiSubGoTitle.With(m.stand.year)
	if s.period.Quarterly() {
		say, title = text.TuiSubQuarterSay.With(s.out), text.TuiSubQuarterTitle.With(s.period.Say())
	}
	if m.stand.sheet != nil && !m.stand.sheet.Official {
		say = text.Pair{ZH: say.ZH + "\n" + text.TuiSubNoDraft.ZH, EN: say.EN + "\n" + text.TuiSubNoDraft.EN}
	}
	if s.signaturesLack() {
		why := text.TuiSubWithoutGo.With(s.unsigned)
		say = text.Pair{ZH: say.ZH + "\n" + why.ZH, EN: say.EN + "\n" + why.EN}
	}
	if s.keyFile == "" {
		say = text.Pair{ZH: say.ZH + "\n" + text.TuiSubUnsigned.ZH, EN: say.EN + "\n" + text.TuiSubUnsigned.EN}
	}
	m.open(newAsk(title, say, func(m *Root, yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return s.unlock(m)
	}), false)
	return nil
}

// unlock asks for the passphrase of a key that has one, then seals.
func (s *submitScreen) unlock(m *Root) tea.Cmd {
	key := s.keyFile
	if key == "" {
		return s.seal(m, "")
	}
	return later(func() func(m *Root) tea.Cmd {
		content, err := readSome(key)
		return func(m *Root) tea.Cmd {
			if err != nil || !strings.Contains(content, "ENCRYPTED") {
				return s.seal(m, "")
			}
			m.open(newSecret(text.TuiSubPassTitle, text.TuiSubPass.With(filepath.Base(key)), s.seal), false)
			return nil
		}
	})
}

// seal makes the file of what was keyed up to now, beside the keying, and locks the year in the writer's line. A change to
// the year meanwhile stops it.
func (s *submitScreen) seal(m *Root, passphrase string) tea.Cmd {
	t := &task{title: text.TuiTaskSeal, note: text.TuiTaskSealing, fragile: text.TuiTaskSealTouched}
	t.counts = countsShares // the ledger is read twice
	s.task, s.receipt = t, nil
	out, d := s.out, m.desk
	o := filing.SubmitOptions{
		Now: m.o.Now, Period: s.period, Key: s.keyFile, Trust: m.o.Trust, EncryptTo: s.to, Evidence: s.evidence, Unsigned: s.unsigned,
		Passphrase: func() (string, error) { return passphrase, nil },
		Progress:   t.say, Rows: t.at,
	}
	return m.startFrozen(t, func(ctx context.Context, session *entry.Session) (func(m *Root) tea.Cmd, error) {
		if session.Frozen() {
			o.Last = func(seal func() error) error {
				return d.inLine(func(*entry.Session) error { return seal() })()
			}
		}
		receipt, err := filing.Submit(ctx, session, out, o)
		return func(m *Root) tea.Cmd {
			s.task = nil
			if err == nil {
				s.receipt = &receipt
				madeFile(receipt.File, text.TuiSubDone.With(receipt.File))(m)
			}
			if m.desk != d {
				return nil
			}
			return tea.Batch(m.restand(), s.ask(m))
		}, err
	})
}
