package regulator

import (
	"context"
	"errors"
	"sync"

	tea "charm.land/bubbletea/v2"

	"yice/filing/registry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// RegistryScreen is a regulator's case of a year: who handed in and who did not, in their places, the open one down to its records,
// and the queues of what is to be decided. It needs no workspace. The registry is asked beside the loop, one question at a time;
// what is drawn is what the last answer was.
type RegistryScreen struct {
	screen.Still
	office Office
	Path   string             // where it is
	r      *registry.Registry // nil while it is being opened
	turn   sync.Mutex         // whose holder asks it
	got    *registryGot
	tab    registryTab
	list   kit.List
	into   bool // within the enterprise under the cursor
	one    *registry.Case
	of     string // whose case is at hand, or could not be read
	sent   bool   // a case is being read
	line   kit.List
	top    int       // first row of the records shown
	work   *kit.Work // what is done just now; nil: nothing is

	rows   []*form.Record // those of the claim, or the row, under the cursor of a queue
	rowsOf string
	paper  string         // document and day of the decision before
	signer string         // file of the key that signed last
	kept   int            // how many marks were begun to be kept
	marks  sync.WaitGroup // those that are being kept
}

// registryGot is what was read of a registry.
type registryGot struct {
	*registry.Roll
	claims  []registry.Claim
	waiting []registry.Waiting
	queued  bool // claims and waiting were read
}

type registryTab uint8

const (
	registryMembers registryTab = iota
	registryClaims
	registryWaiting
)

var registryTabs = [...]text.Pair{text.TuiRegMembers, text.TuiRegClaims, text.TuiRegWaiting}

func (s *RegistryScreen) Place() *screen.Place { return InRegistry }

func (s *RegistryScreen) Crumb(m screen.Desk) string { return text.TuiReg.In(m.Lang()) }

// InRegistry is a regulator's registry.
var InRegistry = &screen.Place{ID: "registry", Title: text.TuiPlaceRegistry, For: text.TuiForRegistry, Met: 300, Common: true, Head: screen.Headless, Opener: "registry.anywhere"}

// Registry declares it.
func Registry() screen.Declaration {
	at := func(tabs ...registryTab) func(m screen.Desk) bool {
		return func(m screen.Desk) bool {
			s, ok := m.Top().(*RegistryScreen)
			if !ok || s.got == nil || s.work != nil {
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
	awards := func(m screen.Desk) bool {
		s, ok := m.Top().(*RegistryScreen)
		return at(registryClaims)(m) && ok && len(s.got.claims) > 0
	}
	into := func(m screen.Desk) bool {
		s, ok := m.Top().(*RegistryScreen)
		return at(registryMembers)(m) && ok && s.into
	}
	lines := func(m screen.Desk) bool {
		s, ok := m.Top().(*RegistryScreen)
		return into(m) && ok && len(s.one.Scored()) > 0
	}
	adjustable := func(m screen.Desk) bool {
		s, ok := m.Top().(*RegistryScreen)
		if !lines(m) || !ok || s.got.Year.Closed {
			return false
		}
		all := s.one.Scored()
		return s.line.At < len(all) && all[s.line.At].Adjustable()
	}
	waiting := func(m screen.Desk) bool {
		s, ok := m.Top().(*RegistryScreen)
		return at(registryWaiting)(m) && ok && len(s.got.waiting) > 0
	}
	marked := func(m screen.Desk) bool {
		s, ok := m.Top().(*RegistryScreen)
		return waiting(m) && ok && s.unsigned() > 0
	}
	return screen.Declaration{Places: []*screen.Place{InRegistry}, Actions: append(queueActions(waiting, marked), []screen.Action{
		{
			ID: "registry.into", Title: text.TuiRegInto, Foot: text.TuiFootOpen, Keys: []string{"enter"}, Where: InRegistry, Rank: 1, On: func(m screen.Desk) bool { return at(registryMembers)(m) && !into(m) },
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd {
				s.into, s.line = true, kit.List{}
				return s.read(m)
			}),
		},
		{
			ID: "registry.award", Title: text.TuiRegAward, Foot: text.TuiFootAward, Keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, Caps: "1–9", Where: InRegistry, Rank: 1, On: awards,
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, key string) tea.Cmd {
				return s.award(m, int(key[0]-'1'), "", text.Pair{})
			}),
		},
		{
			ID: "registry.adjust", Title: text.TuiRegAdjust, Foot: text.TuiFootAdjust, Keys: []string{"a", "shift+a"}, Where: InRegistry, Rank: 2, On: adjustable,
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.adjust(m, "", text.Pair{}) }),
		},
		{
			ID: "registry.tab", Title: text.TuiRegTab, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab"}, Where: InRegistry, Rank: 3, On: at(),
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, key string) tea.Cmd {
				step := registryTab(1)
				if key == "shift+tab" {
					step = registryTab(len(registryTabs) - 1)
				}
				s.tab, s.list, s.into = (s.tab+step)%registryTab(len(registryTabs)), kit.List{}, false
				return s.read(m)
			}),
		},
		{
			ID: "registry.roster", Title: text.TuiRegRoster, Foot: text.TuiFootRoster, Keys: []string{"r", "shift+r"}, Where: InRegistry, Rank: 6, On: at(),
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.askRoster(m, "", text.Pair{}) }),
		},
		{
			ID: "registry.targets", Title: text.TuiRegTargets, Where: InRegistry, On: at(),
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.askTargets(m, "", text.Pair{}) }),
		},
		{
			ID: "registry.take", Title: text.TuiRegTake, Foot: text.TuiFootRegTake, Keys: []string{"t", "shift+t"}, Where: InRegistry, Rank: 4, On: at(),
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.askTake(m, "", text.Pair{}) }),
		},
		{
			ID: "registry.decide", Title: text.TuiRegDecide, Foot: text.TuiFootDecide, Keys: []string{"d", "shift+d"}, Where: InRegistry, Rank: 5, On: at(),
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.askDecide(m, "", text.Pair{}) }),
		},
		{
			ID: "registry.papers", Title: text.TuiRegPapers, Foot: text.TuiFootPapers, Keys: []string{"p", "shift+p"}, Where: InRegistry, Rank: 6, On: at(),
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.askPapers(m, "", text.Pair{}) }),
		},
		{
			ID: "registry.bundle", Title: text.TuiRegBundle, Foot: text.TuiFootBundle, Keys: []string{"b", "shift+b"}, Where: InRegistry, Rank: 8, On: at(),
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.askBundle(m, "", "", text.Pair{}) }),
		},
		{
			ID: "registry.close", Title: text.TuiRegClose, Foot: text.TuiFootClose, Keys: []string{"f10"}, Where: InRegistry, Rank: 7, On: at(),
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.askClose(m, "", text.Pair{}) }),
		},
		{
			ID: "registry.scroll", Title: text.TuiGrpScroll, Keys: []string{"pgup", "pgdown"}, Where: InRegistry, On: lines,
			Do: screen.On(func(_ screen.Desk, s *RegistryScreen, key string) tea.Cmd {
				s.top = max(s.top+map[string]int{"pgup": -8, "pgdown": 8}[key], 0)
				return nil
			}),
		},
		{
			ID: "registry.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InRegistry,
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, key string) tea.Cmd {
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
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.leave(m) }),
		},
	}...)}
}

// AskRegistry asks which registry is meant.
func AskRegistry(m screen.Desk, o Office) tea.Cmd { return askRegistry(m, o, "", text.Pair{}) }

func askRegistry(m screen.Desk, o Office, typed string, wrong text.Pair) tea.Cmd {
	return kit.AskPathAgain(m, text.TuiReg, text.TuiRegAsk, typed, wrong, kit.PathWant{Ext: []string{registry.Ending}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, openRegistry(m, o, path, func(err error) tea.Cmd {
			if codeOf(err) == "registry.absent" {
				return offerRegistry(m, o, path)
			}
			return askRegistry(m, o, typed, kit.Sentence(err))
		})
	})
}

// OpenRegistry opens one, off the frame: it is held against its whole history first.
func OpenRegistry(m screen.Desk, o Office, path string) tea.Cmd { return openRegistry(m, o, path, nil) }

// openRegistry is OpenRegistry with what is done where it cannot be opened; nil: it is said.
func openRegistry(m screen.Desk, o Office, path string, failed func(err error) tea.Cmd) tea.Cmd {
	s := &RegistryScreen{Path: path, office: o}
	cmd := m.Push(s)
	in := registry.Options{Who: o.Deciding(), Now: m.Now}
	return tea.Batch(cmd, s.doOr(m, text.TuiRegOpening, func(ctx context.Context, _ *kit.Work) (text.Pair, error) {
		r, err := registry.Open(ctx, path, in)
		if err == nil {
			s.r = r
		}
		return text.Pair{}, err
	}, nil, failed))
}

// do does something with the registry beside the loop, then reads all that is drawn anew, and says what was done. Where it is refused,
// again asks once more, with what was typed; nil: it is only said.
func (s *RegistryScreen) do(m screen.Desk, title text.Pair, work func(ctx context.Context, w *kit.Work) (text.Pair, error), again func(wrong text.Pair) tea.Cmd) tea.Cmd {
	if again == nil {
		return s.doOr(m, title, work, nil, nil)
	}
	return s.doOr(m, title, work, nil, func(err error) tea.Cmd { return again(kit.Sentence(err)) })
}

// doOr is do with something to do in the loop afterwards, whatever came of it, and with what is done, instead of saying the error, where
// the work is refused; nil: nothing.
func (s *RegistryScreen) doOr(m screen.Desk, title text.Pair, work func(ctx context.Context, w *kit.Work) (text.Pair, error), then screen.Do, failed func(err error) tea.Cmd) tea.Cmd {
	w := &kit.Work{Title: title, Counts: kit.CountsFiles, Quiet: true}
	s.work = w
	return s.office.Begin(w, func(ctx context.Context) (screen.Do, error) {
		s.turn.Lock()
		defer s.turn.Unlock()
		say, err := work(ctx, w)
		var got *registryGot
		if s.r != nil {
			roll, wrong := s.r.Roll(context.WithoutCancel(ctx))
			if wrong == nil {
				got = &registryGot{Roll: roll}
			}
			if err == nil {
				err = wrong
			}
		}
		refused := err
		if failed != nil && !errors.Is(err, context.Canceled) {
			err = nil
		} else {
			refused = nil
		}
		return func() tea.Cmd {
			s.work = nil
			if got == nil {
				cmd := s.gone(m)
				if refused != nil {
					cmd = tea.Batch(cmd, failed(refused))
				}
				return cmd
			}
			if was := s.got; was != nil { // shown until they are read again
				got.claims, got.waiting = was.claims, was.waiting
			}
			s.got, s.one, s.of, s.rows, s.rowsOf = got, nil, "", nil, ""
			if err == nil && refused == nil && !say.Empty() {
				m.Say(screen.Good, say)
			}
			cmd := tea.Batch(s.read(m), s.readQueues(m))
			if then != nil {
				cmd = tea.Batch(cmd, then())
			}
			if refused != nil {
				cmd = tea.Batch(cmd, failed(refused))
			}
			return cmd
		}, err
	})
}

// gone leaves a registry that could not be opened.
func (s *RegistryScreen) gone(m screen.Desk) tea.Cmd {
	if m.Top() == screen.Screen(s) {
		return m.Back()
	}
	return nil
}

// leave goes out of an enterprise, or out of the registry, which is let go of when nobody asks it any more.
func (s *RegistryScreen) leave(m screen.Desk) tea.Cmd {
	if s.into {
		s.into = false
		return nil
	}
	if n := s.unsigned(); n > 0 {
		m.Say(screen.Plain, text.TuiRegUnsigned.With(n))
	}
	if s.work != nil {
		s.work.Stop()
	}
	cmd := m.Back()
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

func (s *RegistryScreen) count() int {
	if s.got == nil {
		return 0
	}
	switch s.tab {
	case registryClaims:
		return len(s.got.claims)
	case registryWaiting:
		return len(s.got.waiting)
	}
	return len(s.got.Places)
}
