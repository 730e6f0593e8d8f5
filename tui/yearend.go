package tui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/overview"
	"yice/tui/screen"
)

// yearendActions are the work with files that needs no screen of its own: the next year, backups, reports, and what the
// regulator sends back.
func yearendActions() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "backup", Title: text.TuiBackupNow, Where: screen.Anywhere, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.BackUp("") },
		},
		{
			ID: "report", Title: text.TuiReportMake, Where: screen.Anywhere, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.askReport() },
		},
		{
			ID: "export", Title: text.TuiFormToFile, Where: screen.In(keying.InGrid, keying.InCard, overview.InOverview), On: func(m *Root) bool { return m.desk != nil && m.formHere() != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.askExport(m.formHere()) },
		},
		{
			ID: "check.file", Title: text.TuiCheckFile, Where: screen.Anywhere, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.checkFile() },
		},
		{
			ID: "made.open", Title: text.TuiOpenMade, Where: screen.Anywhere, On: func(m *Root) bool { return m.made != "" },
			Do: func(m *Root, _ string) tea.Cmd { return m.openMade() },
		},
		{
			ID: "recognise", Title: text.TuiRecognise, Where: screen.Anywhere, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd {
				return m.askFile(text.TuiRecTitle, text.TuiRecSay, (*Root).tryRecognitions)
			},
		},
		{
			ID: screen.ToReceive.ID(), Title: text.TuiReceive, Where: screen.Anywhere, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd {
				return m.askFile(text.TuiReceiveTitle, text.TuiReceiveSay, (*Root).receive)
			},
		},
	}
}

// inLine does something in the writer's line, behind everything keyed before, and then, where that went well, what it
// gives in the loop. What went wrong is said.
func (m *Root) inLine(do func(*entry.Session) (func(m *Root) tea.Cmd, error)) tea.Cmd {
	return m.inLineOf(&job{}, do)
}

// inLineOf is inLine of a job that says more of itself.
func (m *Root) inLineOf(j *job, do func(*entry.Session) (func(m *Root) tea.Cmd, error)) tea.Cmd {
	var then func(m *Root) tea.Cmd
	j.do = func(session *entry.Session) (entry.Outcome, error) {
		var err error
		then, err = do(session)
		return entry.Outcome{}, err
	}
	_, written := m.desk.enqueue(j, reasoned)
	return func() tea.Msg {
		msg := written()
		if then == nil {
			return msg
		}
		// What is said next is said after the outcome has been taken, whatever that says itself.
		return doMsg(func(m *Root) tea.Cmd {
			_, cmd := m.Update(msg)
			return tea.Batch(cmd, then(m))
		})
	}
}

// askFile asks for the path of a file that is there.
func (m *Root) askFile(title, say text.Pair, take func(m *Root, path string) tea.Cmd) tea.Cmd {
	return kit.AskPath(m, title, say, "", kit.PathWant{}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, later(func() func(m *Root) tea.Cmd {
			_, err := os.Stat(path)
			return func(m *Root) tea.Cmd {
				if err != nil {
					m.say(screen.Bad, text.FilingNoFile.With(path))
					return nil
				}
				return take(m, path)
			}
		})
	})
}

// finished closes a desk that is not wanted.
func finished(d *desk) tea.Msg {
	if err := d.finish(); err != nil {
		return sayMsg{screen.Bad, kit.Sentence(err)}
	}
	return nil
}

// checkFile is the long check of the whole file, beside the writing.
func (m *Root) checkFile() tea.Cmd {
	w, t := m.desk.w, &task{title: text.TuiTaskCheck}
	t.Say(text.TuiCheckStage)
	return m.start(t, func(ctx context.Context) (func(m *Root) tea.Cmd, error) {
		found, err := w.Check(ctx)
		switch {
		case err != nil:
			return nil, err
		case len(found) > 0:
			return saying(screen.Bad, found[0].Message), nil
		}
		return saying(screen.Good, text.TuiCheckSound), nil
	})
}

// askExport asks where the rows of a form go, then writes what was keyed up to now.
func (m *Root) askExport(f *form.Form) tea.Cmd {
	path, want := kit.Beside(m, f.Title.In(m.lang)+".csv"), kit.PathWant{Save: true, Ext: []string{".csv", ".xlsx"}}
	return kit.AskPath(m, text.TuiFormToFile, text.TuiFormFileSay, path, want, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		switch strings.ToLower(filepath.Ext(path)) {
		case ".xlsx", ".csv":
		default:
			return text.TuiFormFileKind, nil
		}
		t, lang := &task{title: text.TuiTaskExport.With(f.Title)}, m.lang.Written()
		return text.Pair{}, m.startFrozen(t, func(ctx context.Context, s *entry.Session) (func(m *Root) tea.Cmd, error) {
			rows, err := s.Workspace().Count(s.Book(), f)
			if err != nil {
				return nil, err
			}
			o := filing.ExportOptions{Titles: true, Lang: lang, Rows: func(done int64) { t.At(done, rows) }}
			if err := filing.ExportFile(ctx, s, f, path, o); err != nil {
				return nil, err
			}
			return madeFile(path, text.TuiFormFileDone.With(f.Title, path)), nil
		})
	})
}

// madeFile says that a file was made, and remembers it: it can be opened.
func madeFile(path string, say text.Pair) func(m *Root) tea.Cmd {
	return func(m *Root) tea.Cmd {
		m.made = path
		m.say(screen.Good, say)
		return nil
	}
}

// askReport asks where the report goes, then makes it of what was keyed up to now.
func (m *Root) askReport() tea.Cmd {
	name := fmt.Sprintf("%s-%d.xlsx", m.stand.USCC, m.stand.Year)
	path := filepath.Join(filepath.Dir(m.desk.w.Path()), name)
	return kit.AskPath(m, text.TuiReportTitle, text.TuiReportSay, path, kit.PathWant{Save: true, Ext: []string{".xlsx", ".html", ".htm"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		switch strings.ToLower(filepath.Ext(path)) {
		case ".xlsx", ".html", ".htm":
		default:
			return text.TuiReportKind, nil
		}
		m.say(screen.Plain, text.TuiReporting)
		t, lang := &task{title: text.TuiTaskReport}, m.lang.Written()
		t.Say(text.TuiReporting)
		return text.Pair{}, m.startFrozen(t, func(ctx context.Context, s *entry.Session) (func(m *Root) tea.Cmd, error) {
			lines, err := s.Workspace().Count(s.Book(), form.ByID("spend"))
			if err != nil {
				return nil, err
			}
			o := filing.ReportOptions{Lang: lang, Rows: func(done int64) { t.At(done, lines) }}
			if err := filing.Report(ctx, s, path, o); err != nil {
				return nil, err
			}
			// The deep check may have found something: the year stands otherwise now.
			return func(m *Root) tea.Cmd {
				madeFile(path, text.TuiReportDone.With(path))(m)
				return m.restand()
			}, nil
		})
	})
}

// saying says a sentence in the loop.
func saying(k screen.Mood, p text.Pair) func(m *Root) tea.Cmd {
	return func(m *Root) tea.Cmd { m.say(k, p); return nil }
}

// tryRecognitions says what a file of recognitions would do, and by whom it is signed, before it is taken in.
func (m *Root) tryRecognitions(path string) tea.Cmd {
	ctx, o := m.ctx, filing.RecogniseBy(m.o.Trust)
	o.DryRun = true
	return m.inLine(func(session *entry.Session) (func(m *Root) tea.Cmd, error) {
		would, err := filing.Recognise(ctx, session, path, o)
		if err != nil {
			return nil, err
		}
		if would.Read == 0 {
			return saying(screen.Warn, text.TuiRecNone), nil
		}
		return func(m *Root) tea.Cmd {
			m.open(kit.NewAsk(text.TuiRecTitle, recognisedSay(&would), func(yes bool) tea.Cmd {
				if !yes {
					return nil
				}
				o.DryRun = false
				return m.recognise(path, o)
			}), false)
			return nil
		}, nil
	})
}

// decisionsTold are named in the question, the others counted.
const decisionsTold = 5

func recognisedSay(r *filing.Recognised) text.Pair {
	signer := text.Same(r.Signer)
	if r.Signer == "" {
		signer = text.TuiRecNoSigner
	}
	say := text.TuiRecAsk.With(signer, len(r.Decisions), r.Changed, r.RefusedCount)
	told := 0
	for _, d := range r.Decisions {
		f := form.ByID(d.Form)
		if !d.Changes || f == nil {
			continue
		}
		if told++; told > decisionsTold {
			break
		}
		line := fmt.Sprintf("%s → %s", d.Title, d.Is)
		say = text.Pair{ZH: say.ZH + "\n" + f.Title.ZH + "  " + line, EN: say.EN + "\n" + f.Title.EN + "  " + line}
	}
	return say
}

// recognise writes recognitions, as one step of undo.
func (m *Root) recognise(path string, o filing.RecogniseOptions) tea.Cmd {
	ctx := m.ctx
	return m.inLine(func(session *entry.Session) (func(m *Root) tea.Cmd, error) {
		done, err := filing.Recognise(ctx, session, path, o)
		if err != nil {
			return nil, err
		}
		return saying(screen.Good, text.TuiRecDone.With(done.Changed, done.RefusedCount)), nil
	})
}

// receive keeps the regulator's receipt of a submission made here.
func (m *Root) receive(path string) tea.Cmd {
	trust := m.o.Trust
	return m.inLine(func(session *entry.Session) (func(m *Root) tea.Cmd, error) {
		say, err := filing.Receive(session, path, trust)
		if err != nil {
			return nil, err
		}
		return saying(screen.Good, say), nil
	})
}
