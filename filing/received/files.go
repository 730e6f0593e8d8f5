// Package received finds out what came: which files are meant where somebody names files and folders, and which submissions are in a
// bundle that a group hands on. It opens nothing for writing, believes no name that a file gives, and judges no submission: whoever asks
// does that with each by itself, as if it had come alone.
//
// Consolidation and the registry ask it. Start with [Files] and [ReadBundle].
package received

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yice/filing/intake/incoming"
	"yice/text"
)

// deepestFolder is how many folders within one another are looked into.
const deepestFolder = 4

// Search says what is asked of [Files].
type Search struct {
	Most int // files; more are refused
	// Absent says what a named path comes to that cannot be looked at: a problem, or an error that ends the search.
	Absent func(path string, err error) (problem text.Pair, stop error)
	Many   error // the refusal of more than Most
}

// Files lists the files that are meant, each once: those named, and every .zip of the folders named, without links. What cannot be looked
// into is a problem, and so is a folder in which there is none.
func Files(paths []string, s Search) (files []string, problems []text.Pair, err error) {
	seen := make(map[string]bool)
	add := func(path string) error {
		clean := filepath.Clean(path)
		if seen[clean] {
			return nil
		}
		if len(files) == s.Most {
			return s.Many
		}
		seen[clean] = true
		files = append(files, clean)
		return nil
	}
	wrong := func(path string, err error) error {
		problem, stop := s.Absent(path, err)
		problems = append(problems, problem)
		return stop
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			err = wrong(path, err)
		case !info.IsDir():
			err = add(path)
		default:
			found, told := len(files), len(problems)
			err = walk(path, add, wrong)
			if err == nil && len(files) == found && len(problems) == told {
				problems = append(problems, text.FilingCollectEmpty.With(incoming.Shown(path)))
			}
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return files, problems, nil
}

// walk finds submissions in a folder and the folders in it. What cannot be looked into below a folder that was named ends nothing.
func walk(root string, add func(string) error, wrong func(string, error) error) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if stop := wrong(path, err); stop != nil && path == root {
				return stop
			}
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			if path != root && (strings.HasPrefix(d.Name(), ".") || depth(root, path) >= deepestFolder) {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular() || strings.HasPrefix(d.Name(), ".") || !strings.EqualFold(filepath.Ext(path), ".zip"):
			return nil
		}
		return add(path)
	})
}

func depth(root, path string) int {
	rel, err := filepath.Rel(root, path)
	if err != nil {
		return deepestFolder
	}
	return strings.Count(rel, string(filepath.Separator)) + 1
}
