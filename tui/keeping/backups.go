// Package keeping is the room of backups: which a workspace has, what one of them would change, and how it is brought back; what
// can still be read of a damaged workspace is saved from here as well.
package keeping

import (
	"os"

	tea "charm.land/bubbletea/v2"

	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// BackupsScreen lists the backups of a workspace, open or not, and brings one back.
type BackupsScreen struct {
	screen.Still
	house House
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

// House is who has the workspace.
type House interface {
	kit.Worker
	// StoreOptions are those of opening a workspace here.
	StoreOptions() store.Options
	// BackupsMade counts what was made and brought back: a list read before is out of date.
	BackupsMade() int
	// BackUp makes a backup, in a folder or, with "", where they usually are.
	BackUp(dir string) tea.Cmd
	// SetSecondPlace remembers the folder that backups are brought to besides; "": none.
	SetSecondPlace(dir string) tea.Cmd
	// Aside does something to a workspace that nobody may have open. Who has it lets go of it first, once everything keyed is
	// written; reopen opens it where it was left, if it was.
	Aside(path string, doing text.Pair, work func() error, then func(reopen func(said text.Pair) tea.Cmd, err error) tea.Cmd) tea.Cmd
	// OpenMade opens a workspace that was made just now.
	OpenMade(path string, said text.Pair) tea.Cmd
}

// NewBackups lists the backups of a workspace, the newest first.
func NewBackups(h House, path string) *BackupsScreen { return &BackupsScreen{house: h, path: path} }

// Place says which of its keys are live.
func (s *BackupsScreen) Place() *screen.Place       { return InBackups }
func (s *BackupsScreen) Crumb(m screen.Desk) string { return text.TuiBackups.In(m.Lang()) }

// InBackups is the backups of a workspace.
var InBackups = &screen.Place{ID: "backups", Title: text.TuiBackups, For: text.TuiForBackups, Met: 320, Common: true, Head: screen.HeadedOpen}

// Backups declares it.
func Backups() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InBackups}, Actions: []screen.Action{
		{
			ID: "backups.take", Title: text.TuiBackupsTake, Foot: text.TuiFootRestore, Keys: []string{"enter"}, Where: InBackups, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *BackupsScreen, _ string) tea.Cmd { return s.take(m) }),
		},
		{
			ID: "backups.make", Title: text.TuiBackupsMake, Foot: text.TuiFootBackup, Keys: []string{"n"}, Where: InBackups, Rank: 2, On: func(m screen.Desk) bool { return m.Session() != nil },
			Do: screen.On(func(_ screen.Desk, s *BackupsScreen, _ string) tea.Cmd { return s.house.BackUp("") }),
		},
		{
			ID: "backups.second", Title: text.TuiBackupsSecond, Foot: text.TuiFootSecondPlace, Keys: []string{"s"}, Where: InBackups, Rank: 3,
			Do: screen.On(func(m screen.Desk, s *BackupsScreen, _ string) tea.Cmd { return s.askSecondPlace(m) }),
		},
		{
			ID: "backups.other", Title: text.TuiRestoreOther, Foot: text.TuiFootOtherBackup, Keys: []string{"o"}, Where: InBackups, Rank: 4,
			Do: screen.On(func(m screen.Desk, s *BackupsScreen, _ string) tea.Cmd { return s.askFile(m) }),
		},
		{
			ID: "backups.salvage", Title: text.TuiSalvage, Foot: text.TuiFootSalvage, Keys: []string{"v"}, Where: InBackups, Rank: 5,
			Do: screen.On(func(m screen.Desk, s *BackupsScreen, _ string) tea.Cmd { return AskSalvage(m, s.house, s.path) }),
		},
		{
			ID: "backups.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InBackups,
			Do: screen.On(func(_ screen.Desk, s *BackupsScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
	}}
}

// Follow reads the list anew where a backup was made since.
func (s *BackupsScreen) Follow(m screen.Desk) tea.Cmd {
	if s.asked > 0 && s.no == s.house.BackupsMade() {
		return nil
	}
	s.no = s.house.BackupsMade()
	s.asked++
	asked, path, o, ctx := s.asked, s.path, s.house.StoreOptions(), m.Context()
	var open *store.Workspace
	if m.Path() == path {
		open = m.Session().Workspace()
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

// Answer takes the list.
func (s *BackupsScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(backupsMsg)
	if !ok {
		return nil, false
	}
	if got.asked != s.asked {
		return nil, true
	}
	if got.err != nil {
		m.Say(screen.Bad, kit.Sentence(got.err))
	}
	s.state, s.wrong, s.all, s.read = got.state, got.wrong, got.all, true
	s.list.N = len(s.all)
	s.list.Clamp()
	return nil, true
}

// askSecondPlace asks for the folder that backups are brought to besides.
func (s *BackupsScreen) askSecondPlace(m screen.Desk) tea.Cmd {
	return kit.AskPath(m, text.TuiBackupsSecond, text.TuiSecondSay, s.house.StoreOptions().Second, kit.PathWant{Folder: true}, func(typed string) (text.Pair, tea.Cmd) {
		dir := kit.Expand(typed)
		if st, err := os.Stat(dir); dir != "" && (err != nil || !st.IsDir()) {
			return text.TuiSecondNotThere, nil
		}
		cmd := s.house.SetSecondPlace(dir)
		if m.Say(screen.Good, text.TuiSecondSet.With(dir)); dir == "" {
			m.Say(screen.Good, text.TuiSecondOff)
		}
		return text.Pair{}, tea.Batch(cmd, m.Top().Follow(m))
	})
}

// take shows what the backup under the cursor would change, and asks.
func (s *BackupsScreen) take(m screen.Desk) tea.Cmd {
	if s.list.At >= len(s.all) {
		return nil
	}
	b := s.all[s.list.At]
	if b.Condition == store.BackupDamaged {
		m.Say(screen.Bad, text.TuiRestoreUnfit)
		return nil
	}
	return s.preview(m, b, b.At.Local().Format("2006-01-02 15:04"))
}
