package tui

import (
	"context"
	"os/user"
	"sync"

	tea "charm.land/bubbletea/v2"

	regulator "yice/filing/registry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// registryScreen is a regulator's case of a year: who handed in and who did not, in their places, the open one down to its records,
// and the queues of what is to be decided. It needs no workspace. The registry is asked beside the loop, one question at a time;
// what is drawn is what the last answer was.
type registryScreen struct {
	still
	path string
	r    *regulator.Registry // nil while it is being opened
	turn sync.Mutex          // whose holder asks it
	got  *registryGot
	tab  registryTab
	list kit.List
	into bool // within the enterprise under the cursor
	one  *regulator.Case
	of   string // whose case is at hand, or could not be read
	sent bool   // a case is being read
	line kit.List
	top  int // first row of the records shown
	task *task

	rows   []*form.Record // those of the claim, or the row, under the cursor of a queue
	rowsOf string
	paper  string         // document and day of the decision before
	signer string         // file of the key that signed last
	kept   int            // how many marks were begun to be kept
	marks  sync.WaitGroup // those that are being kept
}

// registryGot is what was read of a registry.
type registryGot struct {
	year                 regulator.Year
	rows                 []registryRow
	claims               []regulator.Claim
	waiting              []regulator.Waiting
	queued               bool // claims and waiting were read
	in, none, void, late int
}

// registryRow is an enterprise in its place: ranked, or due.
type registryRow struct {
	regulator.Ranked
	due *regulator.Due // nil where it handed in
}

type registryTab uint8

const (
	registryMembers registryTab = iota
	registryClaims
	registryWaiting
)

var registryTabs = [...]text.Pair{text.TuiRegMembers, text.TuiRegClaims, text.TuiRegWaiting}

func (s *registryScreen) place() *Place { return InRegistry }

func (s *registryScreen) crumb(m *Root) string { return text.TuiReg.In(m.lang) }

// InRegistry is a regulator's registry.
var InRegistry = &Place{ID: "registry", Title: text.TuiPlaceRegistry, For: text.TuiForRegistry, Met: 300, Common: true, Head: screen.Headless, Opener: "registry.anywhere"}

func registryActions() []Action {
	at := func(tabs ...registryTab) func(m *Root) bool {
		return func(m *Root) bool {
			s, ok := m.top().(*registryScreen)
			if !ok || s.got == nil || s.task != nil {
				return false
			}
			for _, t := range tabs {
				if s.tab == t {
					return true
				}
			}
			return len(tabs) == 0
		}
	}
	awards := func(m *Root) bool {
		s, ok := m.top().(*registryScreen)
		return at(registryClaims)(m) && ok && len(s.got.claims) > 0
	}
	lines := func(m *Root) bool {
		s, ok := m.top().(*registryScreen)
		return at(registryMembers)(m) && ok && s.into && s.one != nil
	}
	waiting := func(m *Root) bool {
		s, ok := m.top().(*registryScreen)
		return at(registryWaiting)(m) && ok && len(s.got.waiting) > 0
	}
	marked := func(m *Root) bool {
		s, ok := m.top().(*registryScreen)
		return waiting(m) && ok && s.unsigned() > 0
	}
	return append(queueActions(waiting, marked), []Action{
		{
			ID: "registry.into", Title: text.TuiRegInto, Foot: text.TuiFootOpen, Keys: []string{"enter"}, Where: InRegistry, Rank: 1, On: func(m *Root) bool { return at(registryMembers)(m) && !lines(m) },
			Do: on(func(m *Root, s *registryScreen, _ string) tea.Cmd {
				s.into, s.line = true, kit.List{}
				return s.read(m)
			}),
		},
		{
			ID: "registry.award", Title: text.TuiRegAward, Foot: text.TuiFootAward, Keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, Caps: "1–9", Where: InRegistry, Rank: 1, On: awards,
			Do: on(func(m *Root, s *registryScreen, key string) tea.Cmd { return s.award(m, int(key[0]-'1')) }),
		},
		{
			ID: "registry.adjust", Title: text.TuiRegAdjust, Foot: text.TuiFootAdjust, Keys: []string{"a", "shift+a"}, Where: InRegistry, Rank: 2, On: lines,
			Do: on(func(m *Root, s *registryScreen, _ string) tea.Cmd { return s.adjust(m) }),
		},
		{
			ID: "registry.tab", Title: text.TuiRegTab, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab"}, Where: InRegistry, Rank: 3, On: at(),
			Do: on(func(m *Root, s *registryScreen, key string) tea.Cmd {
				step := registryTab(1)
				if key == "shift+tab" {
					step = registryTab(len(registryTabs) - 1)
				}
				s.tab, s.list, s.into = (s.tab+step)%registryTab(len(registryTabs)), kit.List{}, false
				return s.read(m)
			}),
		},
		{
			ID: "registry.take", Title: text.TuiRegTake, Foot: text.TuiFootRegTake, Keys: []string{"t", "shift+t"}, Where: InRegistry, Rank: 4, On: at(),
			Do: on(func(m *Root, s *registryScreen, _ string) tea.Cmd { return s.askTake(m) }),
		},
		{
			ID: "registry.decide", Title: text.TuiRegDecide, Foot: text.TuiFootDecide, Keys: []string{"d", "shift+d"}, Where: InRegistry, Rank: 5, On: at(),
			Do: on(func(m *Root, s *registryScreen, _ string) tea.Cmd { return s.askDecide(m) }),
		},
		{
			ID: "registry.papers", Title: text.TuiRegPapers, Foot: text.TuiFootPapers, Keys: []string{"p", "shift+p"}, Where: InRegistry, Rank: 6, On: at(),
			Do: on(func(m *Root, s *registryScreen, _ string) tea.Cmd { return s.askPapers(m) }),
		},
		{
			ID: "registry.bundle", Title: text.TuiRegBundle, Foot: text.TuiFootBundle, Keys: []string{"b", "shift+b"}, Where: InRegistry, Rank: 8, On: at(),
			Do: on(func(m *Root, s *registryScreen, _ string) tea.Cmd { return s.askBundle(m) }),
		},
		{
			ID: "registry.close", Title: text.TuiRegClose, Foot: text.TuiFootClose, Keys: []string{"f10"}, Where: InRegistry, Rank: 7, On: at(),
			Do: on(func(m *Root, s *registryScreen, _ string) tea.Cmd { return s.askClose(m) }),
		},
		{
			ID: "registry.scroll", Title: text.TuiGrpScroll, Keys: []string{"pgup", "pgdown"}, Where: InRegistry, On: lines,
			Do: on(func(_ *Root, s *registryScreen, key string) tea.Cmd {
				s.top = max(s.top+map[string]int{"pgup": -8, "pgdown": 8}[key], 0)
				return nil
			}),
		},
		{
			ID: "registry.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InRegistry,
			Do: on(func(m *Root, s *registryScreen, key string) tea.Cmd {
				if s.into {
					s.line.Move(key)
					s.top = 0
					return nil
				}
				s.list.N = s.count()
				s.list.Move(key)
				return s.read(m)
			}),
		},
		{
			ID: "registry.back", Title: text.TuiRegBack, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InRegistry, Rank: 90,
			Do: on(func(m *Root, s *registryScreen, _ string) tea.Cmd { return s.leave(m) }),
		},
		{ID: "registry", Title: text.TuiGoRegistry, Keys: []string{"r"}, Where: InStart, Do: func(m *Root, _ string) tea.Cmd { return m.askRegistry() }},
		{ID: "registry.anywhere", Title: text.TuiGoRegistry, Where: screen.Anywhere.But(InRegistry), Do: func(m *Root, _ string) tea.Cmd { return m.askRegistry() }},
	}...)
}

// askRegistry asks which registry is meant.
func (m *Root) askRegistry() tea.Cmd {
	return kit.AskPath(m, text.TuiReg, text.TuiRegAsk, "", kit.PathWant{Ext: []string{regulator.Ending}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, m.openRegistry(path)
	})
}

// openRegistry opens one, off the frame: it is held against its whole history first.
func (m *Root) openRegistry(path string) tea.Cmd {
	s := &registryScreen{path: path}
	cmd := m.push(s)
	o := regulator.Options{Who: m.o.Who, Now: m.o.Now}
	if o.Who == "" {
		if u, err := user.Current(); err == nil {
			o.Who = u.Username
		}
	}
	return tea.Batch(cmd, s.do(m, text.TuiRegOpening, func(ctx context.Context, _ *task) (text.Pair, error) {
		r, err := regulator.Open(ctx, path, o)
		if err == nil {
			s.r = r
		}
		return text.Pair{}, err
	}))
}

// do does something with the registry beside the loop, then reads all that is drawn anew, and says what was done.
func (s *registryScreen) do(m *Root, title text.Pair, work func(ctx context.Context, t *task) (text.Pair, error)) tea.Cmd {
	t := &task{title: title, quiet: true}
	t.Counts = kit.CountsFiles
	s.task = t
	return m.start(t, func(ctx context.Context) (func(m *Root) tea.Cmd, error) {
		s.turn.Lock()
		defer s.turn.Unlock()
		say, err := work(ctx, t)
		var got *registryGot
		if s.r != nil {
			var wrong error
			if got, wrong = readRegistry(context.WithoutCancel(ctx), s.r); err == nil {
				err = wrong
			}
		}
		return func(m *Root) tea.Cmd {
			s.task = nil
			if got == nil {
				return m.gone(s)
			}
			if was := s.got; was != nil { // shown until they are read again
				got.claims, got.waiting = was.claims, was.waiting
			}
			s.got, s.one, s.of, s.rows, s.rowsOf = got, nil, "", nil, ""
			if err == nil && !say.Empty() {
				m.say(screen.Good, say)
			}
			return tea.Batch(s.read(m), s.readQueues(m))
		}, err
	})
}

// gone leaves a registry that could not be opened.
func (m *Root) gone(s *registryScreen) tea.Cmd {
	if m.top() == any(s) {
		return m.back()
	}
	return nil
}

// leave goes out of an enterprise, or out of the registry, which is let go of when nobody asks it any more.
func (s *registryScreen) leave(m *Root) tea.Cmd {
	if s.into {
		s.into = false
		return nil
	}
	if n := s.unsigned(); n > 0 {
		m.say(screen.Plain, text.TuiRegUnsigned.With(n))
	}
	if s.task != nil {
		s.task.stop()
	}
	cmd := m.back()
	return tea.Batch(cmd, func() tea.Msg {
		s.marks.Wait() // what was keyed is kept first
		s.turn.Lock()
		defer s.turn.Unlock()
		if s.r != nil {
			_ = s.r.Close()
			s.r = nil
		}
		return nil
	})
}

func (s *registryScreen) count() int {
	if s.got == nil {
		return 0
	}
	switch s.tab {
	case registryClaims:
		return len(s.got.claims)
	case registryWaiting:
		return len(s.got.waiting)
	}
	return len(s.got.rows)
}
