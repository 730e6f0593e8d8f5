package regulator

import (
	"context"
	"errors"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/filing/registry"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// newRegistry is a registry being made, or a year that one is given: what was answered so far. Whatever is refused, nothing of it is lost.
type newRegistry struct {
	office           Office
	path             string
	year, pack, keys string
}

// codeOf is the code of an error, "" where it has none.
func codeOf(err error) string {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

// offerRegistry offers to make the registry that was asked for and is not there.
func offerRegistry(m screen.Desk, o Office, path string) tea.Cmd {
	m.Open(kit.NewAsk(text.TuiRegMake, text.TuiRegMakeOffer.With(paint.Safe(path)), func(yes bool) tea.Cmd {
		if !yes {
			return askRegistry(m, o, path, text.Pair{})
		}
		return newNamed(m, o, path).askYear(m, text.Pair{})
	}))
	return nil
}

// MakeRegistry asks where a registry is to be made, or which one is to have another year, and makes it.
func MakeRegistry(m screen.Desk, o Office) tea.Cmd {
	return kit.AskPath(m, text.TuiRegMake, text.TuiRegMakeAsk, "", kit.PathWant{Save: true, Ext: []string{registry.Ending}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, newNamed(m, o, path).askYear(m, text.Pair{})
	})
}

// newNamed begins one with what is known of it: its file, the year that is over, whose keys are trusted here.
func newNamed(m screen.Desk, o Office, path string) *newRegistry {
	return &newRegistry{office: o, path: registry.Named(path), year: strconv.Itoa(m.Now().Year() - 1), keys: o.TrustPath()}
}

func (n *newRegistry) askYear(m screen.Desk, wrong text.Pair) tea.Cmd {
	m.Open(kit.NewInput(text.TuiRegMake, text.TuiRegMakeYear.With(paint.Safe(n.path)), n.year, func(typed string) (text.Pair, tea.Cmd) {
		n.year = strings.TrimSpace(typed)
		if _, ok := registry.ParseYear(n.year); !ok {
			return text.CmdBadYear.With(n.year), nil
		}
		return text.Pair{}, n.askPack(m)
	}).Again(wrong))
	return nil
}

func (n *newRegistry) askPack(m screen.Desk) tea.Cmd {
	return kit.AskPath(m, text.TuiRegMake, text.TuiRegMakePack.With(n.year), n.pack, kit.PathWant{Ext: []string{".toml"}}, func(typed string) (text.Pair, tea.Cmd) {
		if n.pack = kit.Expand(typed); n.pack == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, n.askKeys(m)
	})
}

func (n *newRegistry) askKeys(m screen.Desk) tea.Cmd {
	return kit.AskPath(m, text.TuiRegMake, text.TuiRegMakeKeys, n.keys, kit.PathWant{Folder: true, Ext: []string{".zip"}}, func(typed string) (text.Pair, tea.Cmd) {
		if n.keys = kit.Expand(typed); n.keys == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, n.compare(m)
	})
}

// compare shows the root of a signed register of keys, whose last group is typed before anything under it is trusted; a folder of keys
// that were registered here was compared then.
func (n *newRegistry) compare(m screen.Desk) tea.Cmd {
	keys := n.keys
	return screen.Later(func() screen.Do {
		r, err := filing.ReadRegister(keys)
		return func() tea.Cmd {
			if err != nil { // a folder, or nothing that can be read: the making says so
				return n.create(m, "")
			}
			say := text.TuiPrintRoot.With(r.Register.Number, len(r.Register.Holders), r.Issuer())
			m.Open(kit.NewFingerprint(say, r.Register.Root, func() tea.Cmd { return n.create(m, r.Register.Root) }))
			return nil
		}
	})
}

// create makes it beside the loop, and opens it. What is refused is asked for again from the beginning, with all that was answered.
func (n *newRegistry) create(m screen.Desk, root string) tea.Cmd {
	year, _ := registry.ParseYear(n.year)
	o := registry.CreateOptions{
		Options: registry.Options{Who: n.office.Deciding(), Now: m.Now}, Year: year, Pack: n.pack, Keys: n.keys,
		Compared: registry.Only(root),
	}
	w := &kit.Work{Title: text.TuiRegMaking, Counts: kit.CountsFiles}
	return n.office.Begin(w, func(ctx context.Context) (screen.Do, error) {
		r, err := registry.Create(ctx, n.path, o)
		switch {
		case errors.Is(err, context.Canceled):
			return nil, err
		case err != nil:
			return func() tea.Cmd { return n.askYear(m, kit.Sentence(err)) }, nil
		}
		if err := r.Close(); err != nil {
			return nil, err
		}
		return func() tea.Cmd {
			m.Say(screen.Good, text.TuiRegMade.With(year))
			return OpenRegistry(m, n.office, n.path)
		}, nil
	})
}

// askRoster takes in who is to hand in.
func (s *RegistryScreen) askRoster(m screen.Desk, typed string, wrong text.Pair) tea.Cmd {
	return s.askTable(m, text.TuiRegRoster, text.TuiRegRosterAsk, typed, wrong, func(ctx context.Context, path string) (registry.Changed, error) {
		return s.r.Roster(ctx, path)
	}, s.askRoster)
}

// askTargets takes in the targets of the enterprises.
func (s *RegistryScreen) askTargets(m screen.Desk, typed string, wrong text.Pair) tea.Cmd {
	return s.askTable(m, text.TuiRegTargets, text.TuiRegTargetsAsk, typed, wrong, func(ctx context.Context, path string) (registry.Changed, error) {
		return s.r.Targets(ctx, path)
	}, s.askTargets)
}

func (s *RegistryScreen) askTable(m screen.Desk, title, say text.Pair, typed string, wrong text.Pair, take func(ctx context.Context, path string) (registry.Changed, error), again func(screen.Desk, string, text.Pair) tea.Cmd) tea.Cmd {
	return kit.AskPathAgain(m, title, say, typed, wrong, kit.PathWant{Ext: []string{".csv", ".xlsx", ".xls"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, s.do(m, title, func(ctx context.Context, _ *kit.Work) (text.Pair, error) {
			c, err := take(ctx, path)
			return text.CmdRegistryTable.With(c.Added, c.Changed, c.Same), err
		}, func(wrong text.Pair) tea.Cmd { return again(m, typed, wrong) })
	})
}
