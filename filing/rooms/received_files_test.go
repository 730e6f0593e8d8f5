package rooms_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing/received"
	"yice/text"
)

var errMany = errors.New("too many")

func search(most int) received.Search {
	return received.Search{Most: most, Many: errMany, Absent: func(path string, err error) (text.Pair, error) { return text.Same(filepath.Base(path)), nil }}
}

// Files are those named and every .zip of the folders named, each once; links, what is hidden and what lies too deep are none of them.
func TestFilesAreThoseThatAreMeant(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.zip", "B.ZIP", "c.txt", ".hidden.zip", "in/d.zip", ".git/e.zip", "1/2/3/f.zip", "1/2/3/4/g.zip"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "a.zip"), filepath.Join(dir, "link.zip")); err != nil {
		t.Skip("no links here: ", err)
	}
	empty := filepath.Join(dir, "in", "none")
	if err := os.Mkdir(empty, 0o700); err != nil {
		t.Fatal(err)
	}
	files, problems, err := received.Files([]string{filepath.Join(dir, "c.txt"), dir, filepath.Join(dir, ".", "a.zip"), filepath.Join(dir, "gone.zip"), empty}, search(10))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, path := range files {
		rel, _ := filepath.Rel(dir, path)
		got = append(got, filepath.ToSlash(rel))
	}
	if want := "c.txt 1/2/3/f.zip B.ZIP a.zip in/d.zip"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
	if len(problems) != 2 || problems[0].ZH != "gone.zip" || !strings.Contains(problems[1].ZH, "没有报送文件") {
		t.Errorf("%v", problems)
	}
	if _, _, err := received.Files([]string{dir}, search(2)); !errors.Is(err, errMany) {
		t.Errorf("more than are looked at: %v", err)
	}
	stop := search(10)
	stop.Absent = func(_ string, err error) (text.Pair, error) { return text.Pair{}, err }
	if _, _, err := received.Files([]string{filepath.Join(dir, "gone.zip"), dir}, stop); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a name that says nothing: %v", err)
	}
}
