package beginning

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"yice/internal/whole"
)

// Workspace is one workspace opened before.
type Workspace struct {
	Path string    `json:"path"`
	Name string    `json:"name"`
	Year int       `json:"year"`
	At   time.Time `json:"at"`
	Left *Left     `json:"left,omitempty"`
	Gone bool      `json:"-"` // it is not there any more
}

// recentMax workspaces are remembered.
const recentMax = 12

// ListPath is the file of the list, in a folder, or with "" in the user's own; "" where none is kept ("-").
func ListPath(dir string) string {
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

// Workspaces reads the list; what cannot be read is an empty list: it is a convenience, never a reason to stop.
func Workspaces(dir string) []Workspace {
	path := ListPath(dir)
	if path == "" {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil || len(data) > 1<<20 {
		return nil
	}
	var files []Workspace
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

// Remember puts a workspace at the head of the list and gives the list; a folder that cannot be written keeps none.
func Remember(dir string, f Workspace) []Workspace {
	path := ListPath(dir)
	if path == "" {
		return nil
	}
	if abs, err := filepath.Abs(f.Path); err == nil {
		f.Path = abs
	}
	files := []Workspace{f}
	for _, o := range Workspaces(dir) {
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

// NoteLeft puts what was wanting of a workspace into its entry of the list, where it has one.
func NoteLeft(dir, workspace string, l *Left) {
	path := ListPath(dir)
	if path == "" {
		return
	}
	if abs, err := filepath.Abs(workspace); err == nil {
		workspace = abs
	}
	files := Workspaces(dir)
	for i := range files {
		if files[i].Path == workspace {
			files[i].Left = l
			keepRecent(path, files)
			return
		}
	}
}

// keepRecent writes the list; a folder that cannot be written keeps none.
func keepRecent(path string, files []Workspace) {
	if data, err := json.MarshalIndent(files, "", "  "); err == nil {
		_ = whole.Over(path, data, 0o600)
	}
}
