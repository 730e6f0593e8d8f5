package regulator

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/filing/registry"
	"yice/form"
	"yice/seal"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// The queue of what waits to be decided is worked off where it is shown: each row is marked as recognised, refused with a reason, or with a
// question to its enterprise, and all that are marked are signed together. A mark is kept in the registry before it shows, and is there, 未签, for
// whoever opens it next; what is signed is a file of recognitions like any other, and is taken in as one.

// queueKey names a row of the queue for as long as the registry is open.
func queueKey(w *registry.Waiting) string {
	return w.Digest + " " + w.Form + " " + strconv.FormatInt(w.Row, 10)
}

// unsigned counts the rows that are marked.
func (s *RegistryScreen) unsigned() int {
	if s.got == nil {
		return 0
	}
	return len(registry.Marked(s.got.waiting))
}

func queueActions(waiting func(m screen.Desk) bool, marked func(m screen.Desk) bool) []screen.Action {
	return []screen.Action{
		{
			ID: "registry.recognise", Title: text.TuiRegConfirm, Foot: text.TuiFootRecognise, Keys: []string{"1"}, Where: InRegistry, Rank: 1, On: waiting,
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.markDecided(m, form.Recognised) }),
		},
		{
			ID: "registry.refuse", Title: text.TuiRegRefuse, Foot: text.TuiFootRefuse, Keys: []string{"2"}, Where: InRegistry, Rank: 1, On: waiting,
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.markDecided(m, form.Refused) }),
		},
		{
			ID: "registry.question", Title: text.TuiRegQuestion, Foot: text.TuiFootQuestion, Keys: []string{"3"}, Where: InRegistry, Rank: 1, On: waiting,
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.markAsked(m) }),
		},
		{
			ID: "registry.unmark", Title: text.TuiRegUnmark, Keys: []string{"delete", "backspace"}, Where: InRegistry, On: marked,
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd {
				if w := s.waitingRow(); w.Draft != nil {
					return s.keep(m, *w, nil)
				}
				return nil
			}),
		},
		{
			ID: "registry.sign", Title: text.TuiRegSign, Foot: text.TuiFootSignOut, Keys: []string{"s", "shift+s"}, Where: InRegistry, Rank: 2, On: marked,
			Do: screen.On(func(m screen.Desk, s *RegistryScreen, _ string) tea.Cmd { return s.askSign(m, s.signer, text.Pair{}) }),
		},
	}
}

// waitingRow is the row of the queue under the cursor; nil for none.
func (s *RegistryScreen) waitingRow() *registry.Waiting {
	if s.got == nil || s.tab != registryWaiting || s.list.At >= len(s.got.waiting) {
		return nil
	}
	return &s.got.waiting[s.list.At]
}

// mark marks the row under the cursor and goes to the next.
func (s *RegistryScreen) mark(m screen.Desk, w *registry.Waiting, d registry.Draft) tea.Cmd {
	s.list.N = s.count()
	s.list.Move("down")
	return tea.Batch(s.keep(m, *w, &d), s.read(m))
}

// keep writes a mark into the registry, or takes one out of it (nil), beside the loop. It shows when it is there.
func (s *RegistryScreen) keep(m screen.Desk, w registry.Waiting, d *registry.Draft) tea.Cmd {
	s.kept++
	s.marks.Add(1)
	return s.office.Begin(&kit.Work{Title: text.TuiRegMarking, Quiet: true}, func(ctx context.Context) (screen.Do, error) {
		defer s.marks.Done()
		s.turn.Lock()
		defer s.turn.Unlock()
		ctx = context.WithoutCancel(ctx) // what was keyed is kept, whoever leaves
		var kept *registry.Draft
		var err error
		if d == nil {
			err = s.r.Unmark(ctx, &w)
		} else {
			kept, err = s.r.Mark(ctx, &w, *d)
		}
		return func() tea.Cmd {
			if err != nil {
				return nil
			}
			for i := range s.got.waiting {
				if one := &s.got.waiting[i]; queueKey(one) == queueKey(&w) {
					one.Draft = kept
				}
			}
			return nil
		}, err
	})
}

// markDecided asks on what paper a row is decided, offering that of the row before, and of a refusal the reason.
func (s *RegistryScreen) markDecided(m screen.Desk, as string) tea.Cmd {
	w := s.waitingRow()
	title, reason := text.TuiFootRecognise, ""
	if w.Draft != nil {
		reason = w.Draft.Reason
	}
	if as == form.Refused {
		title = text.TuiFootRefuse
	}
	m.Open(kit.NewInput(title, text.TuiRegPaperAsk.With(w.Says()), s.paper, func(typed string) (text.Pair, tea.Cmd) {
		doc, on, ok := w.Paper(typed)
		if !ok {
			return text.TuiRegPaperWrong, nil
		}
		d := registry.Draft{Recognition: as, Doc: doc, On: on}
		s.paper = d.Doc + " " + d.On
		if as == form.Recognised {
			return text.Pair{}, s.mark(m, w, d)
		}
		m.Open(kit.NewInput(title, text.TuiRegRefuseWhy.With(w.Says()), reason, func(why string) (text.Pair, tea.Cmd) {
			if d.Reason = strings.TrimSpace(why); d.Reason == "" {
				return text.TuiAnswerEmpty, nil
			}
			return text.Pair{}, s.mark(m, w, d)
		}))
		return text.Pair{}, nil
	}))
	return nil
}

// markAsked writes a question to the enterprise: it goes out with the decisions, and the row goes on waiting.
func (s *RegistryScreen) markAsked(m screen.Desk) tea.Cmd {
	w, asked := s.waitingRow(), ""
	if w.Draft != nil {
		asked = w.Draft.Reason
	}
	m.Open(kit.NewInput(text.TuiFootQuestion, text.TuiRegQuestionAsk.With(w.Says()), asked, func(typed string) (text.Pair, tea.Cmd) {
		if typed = strings.TrimSpace(typed); typed == "" {
			return text.TuiAnswerEmpty, nil
		}
		return text.Pair{}, s.mark(m, w, registry.Draft{Recognition: form.Pending, Reason: typed})
	}))
	return nil
}

// askKey asks for a private key, and its passphrase; wrong is what was wrong with the one before.
func askKey(m screen.Desk, title, say text.Pair, known string, wrong text.Pair, then func(m screen.Desk, file string, passphrase func() (string, error)) tea.Cmd) tea.Cmd {
	return kit.AskPath(m, title, after(wrong, say), known, kit.PathWant{Ext: []string{".pem"}}, func(typed string) (text.Pair, tea.Cmd) {
		file := kit.Expand(typed)
		if file == "" {
			return text.TuiPathEmpty, nil
		}
		m.Open(kit.NewSecret(title, text.TuiSubPass.With(filepath.Base(file)), func(typed string) tea.Cmd {
			return then(m, file, func() (string, error) { return typed, nil })
		}))
		return text.Pair{}, nil
	})
}

// after puts what was wrong before a question that is asked again.
func after(wrong, say text.Pair) text.Pair {
	if wrong.Empty() {
		return say
	}
	return kit.Lines(text.Pair{ZH: "! " + wrong.ZH, EN: "! " + wrong.EN}, say)
}

// askSign asks for the key that decides; where it was refused, with what was typed and why.
func (s *RegistryScreen) askSign(m screen.Desk, file string, wrong text.Pair) tea.Cmd {
	return askKey(m, text.TuiFootSignOut, text.TuiRegSignKey.With(s.unsigned()), file, wrong, s.sign)
}

// askBundle asks where to the bundle of a group goes, and for its key; where that was refused, with what was typed and why.
func (s *RegistryScreen) askBundle(m screen.Desk, to, keyFile string, wrong text.Pair) tea.Cmd {
	if to == "" {
		to = s.r.Beside("-" + strconv.Itoa(s.got.Year.Year) + ".zip")
	}
	return kit.AskPath(m, text.TuiFootBundle, after(wrong, text.TuiRegBundleAsk), to, kit.PathWant{Save: true, Ext: []string{".zip"}}, func(typed string) (text.Pair, tea.Cmd) {
		out := kit.Expand(typed)
		if out == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, askKey(m, text.TuiFootBundle, text.TuiRegBundleKey, keyFile, text.Pair{}, func(m screen.Desk, file string, passphrase func() (string, error)) tea.Cmd {
			return s.do(m, text.TuiRegBundling, func(ctx context.Context, _ *kit.Work) (text.Pair, error) {
				key, err := seal.ReadKey(file, passphrase)
				if err != nil {
					return text.Pair{}, err
				}
				done, err := s.r.HandOn(ctx, out, registry.HandOnOptions{Key: key})
				return text.CmdRegistryBundled.With(done.Name, done.Submissions, out), err
			}, func(wrong text.Pair) tea.Cmd { return s.askBundle(m, typed, file, wrong) })
		})
	})
}

// sign signs what is marked into a file beside the registry and takes that file in.
func (s *RegistryScreen) sign(m screen.Desk, file string, passphrase func() (string, error)) tea.Cmd {
	rows, now, signed := registry.Marked(s.got.waiting), m.Now, false
	return s.doOr(m, text.TuiRegSigning, func(ctx context.Context, _ *kit.Work) (text.Pair, error) {
		key, err := seal.ReadKey(file, passphrase)
		if err != nil {
			return text.Pair{}, err
		}
		out, done, err := filing.SignMarked(ctx, s.r, rows, key, now())
		if err != nil {
			return text.Pair{}, err
		}
		signed = true
		return text.TuiRegSigned.With(done.Decisions, filepath.Base(out), len(done.Changes)), nil
	}, func() tea.Cmd {
		if signed { // else the marks are there still, for another key
			s.signer = file
		}
		return nil
	}, func(err error) tea.Cmd { return s.askSign(m, file, kit.Sentence(err)) })
}

// readQueues reads what is claimed twice and what waits, behind the table of enterprises, which is drawn meanwhile.
func (s *RegistryScreen) readQueues(m screen.Desk) tea.Cmd {
	got, ctx, kept := s.got, m.Context(), s.kept
	return screen.Later(func() screen.Do {
		s.turn.Lock()
		defer s.turn.Unlock()
		if s.r == nil {
			return nil
		}
		claims, err := s.r.Claims(ctx, "")
		var waiting []registry.Waiting
		if err == nil {
			waiting, err = s.r.Waiting(ctx, "")
		}
		return func() tea.Cmd {
			if err != nil {
				m.Say(screen.Bad, kit.Sentence(err))
				return nil
			}
			if s.kept != kept { // a mark was kept meanwhile, which what was read may not have
				return s.readQueues(m)
			}
			if s.got == got {
				got.claims, got.waiting, got.queued = claims, waiting, true
			}
			return s.read(m)
		}
	})
}

// rowsWanted names the rows that stand below the queue: those of the claim, or the row, under the cursor.
func (s *RegistryScreen) rowsWanted() string {
	switch {
	case s.got == nil:
	case s.tab == registryClaims && s.list.At < len(s.got.claims):
		return s.got.claims[s.list.At].ID
	case s.waitingRow() != nil:
		return queueKey(s.waitingRow())
	}
	return ""
}

// readRows reads the rows that are wanted, as they were handed in.
func (s *RegistryScreen) readRows(m screen.Desk) tea.Cmd {
	wanted := s.rowsWanted()
	if wanted == "" || wanted == s.rowsOf {
		return nil
	}
	var claim registry.Claim
	var row registry.Waiting
	if s.tab == registryClaims {
		claim = s.got.claims[s.list.At]
	} else {
		row = *s.waitingRow()
	}
	s.sent = true
	ctx := m.Context()
	return screen.Later(func() screen.Do {
		s.turn.Lock()
		defer s.turn.Unlock()
		var records []*form.Record
		var err error
		switch {
		case s.r == nil:
		case claim.ID != "":
			records, err = s.r.Records(ctx, claim)
		default:
			records = make([]*form.Record, 1)
			records[0], err = s.r.Record(ctx, row.Digest, row.USCC, form.ByID(row.Form), row.Row)
		}
		return func() tea.Cmd {
			s.sent = false
			if err != nil {
				m.Say(screen.Bad, kit.Sentence(err))
			}
			s.rows, s.rowsOf = records, wanted
			return s.read(m)
		}
	})
}
