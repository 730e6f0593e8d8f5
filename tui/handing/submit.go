package handing

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/filing/submission"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/mending"
	"yice/tui/screen"
)

// SubmitScreen is the way to the sealed file: what has to be so, who has signed, with which key and where to, and what
// was sealed before.
type SubmitScreen struct {
	screen.Still
	office Office
	no     int
	read   bool

	needs []filing.Prerequisite
	signs []entry.SignOff
	made  []filing.Receipt
	taken map[string]string // receipts of the regulator that came, by serial: who signed each

	period submission.Period // what is handed in; its year is that of the desk
	// KeyFile is the key it is signed with, To whom it is encrypted to, Out where it goes; "": none, nobody, not known yet.
	KeyFile, To, Out string
	Unsigned         string // why it is sealed although sign-offs are missing
	evidence         bool
	along            *entry.EvidenceTotal // what would travel; nil: not counted yet

	rows []submitRow
	list kit.List

	work    *kit.Work       // the sealing under way; nil: none is
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

// Office is what sealing needs of whoever has the year open, besides a desk: there the conditions are mended, and there the
// sign-offs, the settings and the seal itself come in their turn.
type Office interface {
	mending.Work
	kit.Freezer
	// Await writes something that is not done before it is written; then that is said.
	Await(do func(*entry.Session) error, said text.Pair) tea.Cmd
	// InWriter gives how work on a frozen session does its last step in the writer's line of the year that is open now.
	InWriter() func(do func() error) error
	// KeepSetting keeps a setting of the workspace.
	KeepSetting(name, value string)
	// KeyFolder is a folder where the user's keys may lie besides the usual ones; "": none.
	KeyFolder() string
	// TrustPath is the file or folder of the keys that are trusted; "": none are asked for.
	TrustPath() string
}

// NewSubmit is the way to the sealed file of a period; of the year, where its zero value is given.
func NewSubmit(o Office, of submission.Period) *SubmitScreen {
	return &SubmitScreen{office: o, period: of}
}

// Place says which of its keys are live.
func (s *SubmitScreen) Place() *screen.Place       { return InSubmit }
func (s *SubmitScreen) Crumb(m screen.Desk) string { return text.TuiSubmit.In(m.Lang()) }

// Follow reads anew where the standing has changed.
func (s *SubmitScreen) Follow(m screen.Desk) tea.Cmd {
	s.arrange(m)
	if s.read && s.no == m.Standing().No {
		return nil
	}
	s.no = m.Standing().No
	return tea.Batch(s.ask(m), s.office.Deepen())
}

// ask reads what has to be so, who has signed and what was made, off the frame.
func (s *SubmitScreen) ask(m screen.Desk) tea.Cmd {
	if s.period.Year != m.Standing().Year { // another year: its return of the year
		s.period = submission.Period{Year: m.Standing().Year}
	}
	session, w, no, uscc, of := m.Session(), m.Session().Workspace(), s.no, m.Standing().USCC, s.period
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

// Answer takes what was found out.
func (s *SubmitScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case submitMsg:
		if msg.err != nil {
			m.Say(screen.Bad, kit.Sentence(msg.err))
		}
		if msg.of != s.period {
			return nil, true // what was asked for before the period was changed
		}
		if !s.read {
			s.KeyFile = msg.key
		}
		if s.Out == "" {
			s.Out = msg.out
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
func (s *SubmitScreen) arrange(m screen.Desk) {
	s.rows = s.rows[:0:0]
	if !m.Standing().Locked {
		s.rows = append(s.rows, submitRow{rowPeriod, 0})
	}
	for i := range s.needs {
		// What the sign-off lines say themselves is not said twice.
		if s.needs[i].ID != filing.NeedSignOff && !m.Standing().Locked {
			s.rows = append(s.rows, submitRow{rowNeed, i})
		}
	}
	if !s.period.Quarterly() {
		for i := range s.signs {
			s.rows = append(s.rows, submitRow{rowSign, i})
		}
	}
	if s.signaturesLack() && !m.Standing().Locked {
		s.rows = append(s.rows, submitRow{rowWithout, 0})
	}
	if !m.Standing().Locked {
		s.rows = append(s.rows, submitRow{rowKey, 0}, submitRow{rowTo, 0}, submitRow{rowOut, 0}, submitRow{rowEvidence, 0}, submitRow{rowSeal, 0})
	}
	for i := range s.made {
		s.rows = append(s.rows, submitRow{rowMade, len(s.made) - 1 - i})
	}
	if len(s.made) > 0 {
		s.rows = append(s.rows, submitRow{rowReceipt, 0})
	}
	if m.Standing().Locked {
		s.rows = append(s.rows, submitRow{rowNext, 0}, submitRow{rowReopen, 0})
	}
	s.list.N = len(s.rows)
	s.list.Clamp()
}

// blocked counts what still has to be done.
func (s *SubmitScreen) blocked() int {
	n := 0
	for _, p := range s.needs {
		if p.Need && !p.OK && (p.ID != filing.NeedSignOff || s.Unsigned == "") {
			n++
		}
	}
	return n
}

// unsignedNeeds counts the sign-offs among what still has to be done.
func (s *SubmitScreen) unsignedNeeds() (n int) {
	for _, p := range s.needs {
		n += kit.Btoi(p.Need && !p.OK && p.ID == filing.NeedSignOff)
	}
	return n
}

// signaturesLack reports whether somebody has not signed, or signed what has changed since.
func (s *SubmitScreen) signaturesLack() bool {
	return slices.ContainsFunc(s.needs, func(p filing.Prerequisite) bool { return p.ID == filing.NeedSignOff && !p.OK })
}
