package tui

import (
	"os"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// backupsScreen lists the backups of a workspace, open or not, and brings one back.
type backupsScreen struct {
	still
	path  string
	state store.BackupState
	wrong text.Pair // why the workspace cannot be opened
	all   []store.BackupInfo
	read  bool
	asked int
	no    int // keeping the list was read for
	list  kit.List
}

// backupsMsg is the list as it was read.
type backupsMsg struct {
	asked int
	state store.BackupState
	wrong text.Pair
	all   []store.BackupInfo
	err   error
}

func (s *backupsScreen) place() *Place        { return InBackups }
func (s *backupsScreen) crumb(m *Root) string { return text.TuiBackups.In(m.lang) }

// InBackups is the backups of a workspace.
var InBackups = &Place{ID: "backups", Title: text.TuiBackups, For: text.TuiForBackups, Met: 320, Common: true, Head: screen.HeadedOpen}

func backupsActions() []Action {
	return []Action{
		{
			ID: "backups.take", Title: text.TuiBackupsTake, Foot: text.TuiFootRestore, Keys: []string{"enter"}, Where: InBackups, Rank: 1,
			Do: on(func(m *Root, s *backupsScreen, _ string) tea.Cmd { return s.take(m) }),
		},
		{
			ID: "backups.make", Title: text.TuiBackupsMake, Foot: text.TuiFootBackup, Keys: []string{"n"}, Where: InBackups, Rank: 2, On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.backup("") },
		},
		{
			ID: "backups.second", Title: text.TuiBackupsSecond, Foot: text.TuiFootSecondPlace, Keys: []string{"s"}, Where: InBackups, Rank: 3,
			Do: func(m *Root, _ string) tea.Cmd { return m.askSecondPlace() },
		},
		{
			ID: "backups.other", Title: text.TuiRestoreOther, Foot: text.TuiFootOtherBackup, Keys: []string{"o"}, Where: InBackups, Rank: 4,
			Do: on(func(m *Root, s *backupsScreen, _ string) tea.Cmd { return m.askBackupFile(s.path) }),
		},
		{
			ID: "backups.salvage", Title: text.TuiSalvage, Foot: text.TuiFootSalvage, Keys: []string{"v"}, Where: InBackups, Rank: 5,
			Do: on(func(m *Root, s *backupsScreen, _ string) tea.Cmd { return m.askSalvage(s.path) }),
		},
		{
			ID: "backups.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InBackups,
			Do: on(func(_ *Root, s *backupsScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
	}
}

// follow reads the list anew where a backup was made since.
func (s *backupsScreen) follow(m *Root) tea.Cmd {
	if s.asked > 0 && s.no == m.keptNo {
		return nil
	}
	s.no = m.keptNo
	s.asked++
	asked, path, o, ctx := s.asked, s.path, m.storeOptions(), m.ctx
	var open *store.Workspace
	if m.desk != nil && m.desk.w.Path() == path {
		open = m.desk.w
	}
	return func() tea.Msg {
		msg := backupsMsg{asked: asked}
		var err error
		if open != nil {
			msg.state, err = open.BackupState(ctx)
		} else {
			msg.state, err = store.LookAtBackups(ctx, path, o)
		}
		if err != nil {
			msg.wrong = kit.Sentence(err)
		}
		if msg.all, msg.err = store.Backups(path); msg.err == nil {
			for i := range msg.all {
				if msg.err = msg.all[i].Verify(ctx); msg.err != nil {
					break
				}
			}
		}
		return msg
	}
}

func (s *backupsScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(backupsMsg)
	if !ok {
		return nil, false
	}
	if got.asked != s.asked {
		return nil, true
	}
	if got.err != nil {
		m.say(screen.Bad, kit.Sentence(got.err))
	}
	s.state, s.wrong, s.all, s.read = got.state, got.wrong, got.all, true
	s.list.N = len(s.all)
	s.list.Clamp()
	return nil, true
}

// storeOptions are those of opening a workspace here.
func (m *Root) storeOptions() store.Options {
	return store.Options{Now: m.o.Now, Second: m.prefs.Second}
}

// askSecondPlace asks for the folder that backups are brought to besides.
func (m *Root) askSecondPlace() tea.Cmd {
	return kit.AskPath(m, text.TuiBackupsSecond, text.TuiSecondSay, m.prefs.Second, kit.PathWant{Folder: true}, func(typed string) (text.Pair, tea.Cmd) {
		dir := kit.Expand(typed)
		if st, err := os.Stat(dir); dir != "" && (err != nil || !st.IsDir()) {
			return text.TuiSecondNotThere, nil
		}
		m.prefs.Second = dir
		cmd := m.keepPreferences()
		if m.desk != nil {
			m.desk.w.SetSecondPlace(dir)
		}
		m.keptNo++
		if m.say(screen.Good, text.TuiSecondSet.With(dir)); dir == "" {
			m.say(screen.Good, text.TuiSecondOff)
		}
		return text.Pair{}, tea.Batch(cmd, m.Top().Follow(m))
	})
}

// take shows what the backup under the cursor would change, and asks.
func (s *backupsScreen) take(m *Root) tea.Cmd {
	if s.list.At >= len(s.all) {
		return nil
	}
	b := s.all[s.list.At]
	if b.Condition == store.BackupDamaged {
		m.say(screen.Bad, text.TuiRestoreUnfit)
		return nil
	}
	return m.previewRestore(s.path, b, b.At.Local().Format("2006-01-02 15:04"))
}

// lostSay says which backup it is, how much was done since, and what of its evidence cannot be had.
func lostSay(now *store.Workspace, b store.BackupInfo) (say text.Pair) {
	if b.Head == "" {
		return say // a file from elsewhere
	}
	say = text.TuiRestoreWhich.With(b.At.Local().Format(time.DateTime), b.Why.Words())
	lost, of, err := now.Since(b)
	switch {
	case err != nil:
	case !of:
		say = joined(say, text.TuiRestoreAlien)
	case lost.Entries > 0:
		say = joined(say, text.TuiRestoreLoses.With(lost.Steps, lost.Entries))
	}
	if n := len(b.Wanting); n > 0 {
		say = joined(say, text.TuiRestoreLacks.With(n))
	}
	return say
}

// perForm counts the rows that differ, by form: "  研发投入台账 12 行，科研项目 3 行".
func perForm(d *form.Dictionary, changes []filing.CellChange) text.Pair {
	rows := map[string]map[string]bool{}
	for _, c := range changes {
		if rows[c.Form] == nil {
			rows[c.Form] = map[string]bool{}
		}
		rows[c.Form][c.Key] = true
	}
	var zh, en []string
	for _, f := range d.All() {
		if n := len(rows[f.ID]); n > 0 {
			p := text.TuiRestoreForm.With(f.Title, n)
			zh, en = append(zh, p.ZH), append(en, p.EN)
		}
	}
	return text.Pair{ZH: "  " + strings.Join(zh, "，"), EN: "  " + strings.Join(en, ", ")}
}

// keptMsg is how the backups of a workspace that is not open stand.
type keptMsg struct {
	path string
	say  text.Pair
	bad  bool
	gone bool // there is nothing to be backed up
}

// askKept asks how the backups of the workspace under the cursor of the start screen stand, once.
func (m *Root) askKept(path string) tea.Cmd {
	if path == "" {
		return nil
	}
	if _, known := m.kept[path]; known {
		return nil
	}
	if m.kept == nil {
		m.kept = map[string]keptMsg{}
	}
	m.kept[path] = keptMsg{path: path}
	o, ctx := m.storeOptions(), m.ctx
	look := func() (store.BackupState, error) { return store.LookAtBackups(ctx, path, o) }
	if m.desk != nil && m.desk.w.Path() == path {
		w := m.desk.w
		look = func() (store.BackupState, error) { return w.BackupState(ctx) }
	}
	return later(func() func(m *Root) tea.Cmd {
		state, err := look()
		msg := keptMsg{path: path, say: state.Words(), bad: state.Worrying()}
		if err != nil {
			msg.say, msg.bad, msg.gone = kit.Sentence(err), true, true
		}
		return func(m *Root) tea.Cmd {
			if _, asked := m.kept[path]; asked {
				m.kept[path] = msg
			}
			return nil
		}
	})
}
