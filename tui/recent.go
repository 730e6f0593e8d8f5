package tui

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/internal/whole"
)

// recentFile is one workspace opened before.
type recentFile struct {
	Path string    `json:"path"`
	Name string    `json:"name"`
	Year int       `json:"year"`
	At   time.Time `json:"at"`
	Left *left     `json:"left,omitempty"`
	Gone bool      `json:"-"` // it is not there any more
}

// recentMax workspaces are remembered.
const recentMax = 12

// Recent is a workspace opened before, as whoever else leads to workspaces lists it.
type Recent struct {
	Path, Name string
	Year       int
}

// RecentWorkspaces are those opened before that are still there, the newest first.
func RecentWorkspaces() (out []Recent) {
	for _, f := range loadRecent("") {
		if !f.Gone {
			out = append(out, Recent{f.Path, f.Name, f.Year})
		}
	}
	return out
}

// RememberWorkspace puts a workspace at the head of them.
func RememberWorkspace(r Recent, at time.Time) {
	remember("", recentFile{Path: r.Path, Name: r.Name, Year: r.Year, At: at})
}

// recentMsg is the list as read.
type recentMsg struct{ files []recentFile }

func (m *Root) readRecent() tea.Cmd {
	dir := m.o.ConfigDir
	return func() tea.Msg { return recentMsg{loadRecent(dir)} }
}

func recentPath(dir string) string {
	if dir == "-" {
		return ""
	}
	if dir == "" {
		base, err := os.UserConfigDir()
		if err != nil {
			return ""
		}
		dir = filepath.Join(base, "yice")
	}
	return filepath.Join(dir, "recent.json")
}

// loadRecent reads the list; what cannot be read is an empty list: it is a convenience, never a reason to stop.
func loadRecent(dir string) []recentFile {
	path := recentPath(dir)
	if path == "" {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil || len(data) > 1<<20 {
		return nil
	}
	var files []recentFile
	if json.Unmarshal(data, &files) != nil {
		return nil
	}
	files = files[:min(len(files), recentMax)]
	for i := range files {
		_, err := os.Stat(files[i].Path)
		files[i].Gone = err != nil
	}
	return files
}

// remember puts a workspace at the head of the list and gives the list; a folder that cannot be written keeps none.
func remember(dir string, f recentFile) []recentFile {
	path := recentPath(dir)
	if path == "" {
		return nil
	}
	if abs, err := filepath.Abs(f.Path); err == nil {
		f.Path = abs
	}
	files := []recentFile{f}
	for _, o := range loadRecent(dir) {
		switch {
		case o.Path != f.Path && len(files) < recentMax:
			files = append(files, o)
		case o.Path == f.Path && f.Left == nil:
			files[0].Left = o.Left
		}
	}
	keepRecent(path, files)
	return files
}

// noteLeft puts what was wanting of a workspace into its entry of the list, where it has one.
func noteLeft(dir, workspace string, l *left) {
	path := recentPath(dir)
	if path == "" {
		return
	}
	if abs, err := filepath.Abs(workspace); err == nil {
		workspace = abs
	}
	files := loadRecent(dir)
	for i := range files {
		if files[i].Path == workspace {
			files[i].Left = l
			keepRecent(path, files)
			return
		}
	}
}

// keepRecent writes the list; a folder that cannot be written keeps none.
func keepRecent(path string, files []recentFile) {
	if data, err := json.MarshalIndent(files, "", "  "); err == nil {
		_ = whole.Over(path, data, 0o600)
	}
}
