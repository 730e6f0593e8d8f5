package tui

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"
)

// recentFile is one workspace opened before.
type recentFile struct {
	Path string    `json:"path"`
	Name string    `json:"name"`
	Year int       `json:"year"`
	At   time.Time `json:"at"`
	Gone bool      `json:"-"` // it is not there any more
}

// recentMax workspaces are remembered.
const recentMax = 12

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
		if o.Path != f.Path && len(files) < recentMax {
			files = append(files, o)
		}
	}
	data, err := json.MarshalIndent(files, "", "  ")
	if err != nil || os.MkdirAll(filepath.Dir(path), 0o700) != nil {
		return files
	}
	temp := path + ".new"
	if os.WriteFile(temp, data, 0o600) == nil {
		if err := os.Rename(temp, path); err != nil {
			return files
		}
	}
	return files
}
