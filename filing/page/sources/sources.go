// Package sources tells from which sources the page's verifier is compiled, by their digests, without running the go
// command: so that a test can say that the compiled verifier in the repository is not what these sources make.
package sources

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Command is the import path of what is compiled.
const Command = "yice/filing/page/verifier"

const (
	module    = "yice"
	sentences = module + "/text"
)

// List gives a line for every source file ("sha256  path") and every module used directly ("module path version digest"),
// in order. Root is the folder of go.mod.
//
// Of the package of sentences only files with a sentence that is used count: a new sentence of a screen changes nothing here.
func List(root string) ([]string, error) {
	w := &walk{root: root, seen: make(map[string]bool), files: make(map[string]bool), modules: make(map[string]bool), said: make(map[string]bool)}
	if err := w.pkg(Command); err != nil {
		return nil, err
	}
	if w.seen[sentences] {
		if err := w.sentences(); err != nil {
			return nil, err
		}
	}
	known, err := Modules(root)
	if err != nil {
		return nil, err
	}
	var lines []string
	for path := range w.files {
		content, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(content)
		lines = append(lines, hex.EncodeToString(sum[:])+"  "+filepath.ToSlash(path))
	}
	for path := range w.modules {
		m := owner(known, path)
		if m == "" {
			return nil, fmt.Errorf("no module of go.mod has the package %s", path)
		}
		if line := "module " + m + " " + known[m]; !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(behind(a), behind(b)) })
	return lines, nil
}

// behind is what follows the digest of a line.
func behind(line string) string {
	if _, path, ok := strings.Cut(line, "  "); ok {
		return path
	}
	return line
}

// owner is the module that has a package.
func owner(known map[string]string, path string) string {
	longest := ""
	for m := range known {
		if (path == m || strings.HasPrefix(path, m+"/")) && len(m) > len(longest) {
			longest = m
		}
	}
	return longest
}

// Modules gives version and digest of every module of go.mod.
func Modules(root string) (map[string]string, error) {
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return nil, err
	}
	digest := make(map[string]string)
	for line := range strings.Lines(string(sums)) {
		if parts := strings.Fields(line); len(parts) == 3 {
			digest[parts[0]+" "+parts[1]] = parts[2]
		}
	}
	file, err := os.Open(filepath.Join(root, "go.mod"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	known := make(map[string]string)
	for lines := bufio.NewScanner(file); lines.Scan(); {
		parts := strings.Fields(strings.TrimPrefix(strings.TrimSpace(lines.Text()), "require "))
		if len(parts) >= 2 && strings.HasPrefix(parts[1], "v") {
			known[parts[0]] = parts[1] + " " + digest[parts[0]+" "+parts[1]]
		}
	}
	return known, nil
}

// walk follows imports.
type walk struct {
	root    string
	seen    map[string]bool // packages of ours
	files   map[string]bool
	modules map[string]bool // packages of others
	said    map[string]bool // names of the package of sentences that are used
}

// browser is what the go command would build for.
func browser() build.Context {
	c := build.Default
	c.GOOS, c.GOARCH, c.CgoEnabled = "js", "wasm", false
	return c
}

func (w *walk) pkg(path string) error {
	if w.seen[path] {
		return nil
	}
	w.seen[path] = true
	c, dir := browser(), strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
	p, err := c.ImportDir(filepath.Join(w.root, filepath.FromSlash(dir)), 0)
	if err != nil {
		return err
	}
	for _, name := range p.GoFiles {
		file := filepath.Join(dir, name)
		if path == sentences {
			continue
		}
		w.files[file] = true
		if err := w.uses(file); err != nil {
			return err
		}
	}
	for _, pattern := range p.EmbedPatterns {
		if err := w.embeds(dir, pattern); err != nil {
			return err
		}
	}
	for _, next := range p.Imports {
		if err := w.follow(next); err != nil {
			return err
		}
	}
	return nil
}

func (w *walk) follow(path string) error {
	first, _, _ := strings.Cut(path, "/")
	switch {
	case first == module:
		return w.pkg(path)
	case strings.Contains(first, "."):
		w.modules[path] = true
	}
	return nil
}

func (w *walk) embeds(dir, pattern string) error {
	matches, err := filepath.Glob(filepath.Join(w.root, dir, filepath.FromSlash(strings.TrimPrefix(pattern, "all:"))))
	if err != nil {
		return err
	}
	for _, m := range matches {
		err := filepath.WalkDir(m, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			rel, err := filepath.Rel(w.root, path)
			w.files[rel] = true
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// uses notes which sentences a file says.
func (w *walk) uses(file string) error {
	parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(w.root, file), nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "text" {
				w.said[s.Sel.Name] = true
			}
		}
		return true
	})
	return nil
}

// sentences adds the files of the package of sentences that declare what is used, by others or by one another.
func (w *walk) sentences() error {
	c := browser()
	dir := strings.TrimPrefix(sentences, module+"/")
	p, err := c.ImportDir(filepath.Join(w.root, dir), 0)
	if err != nil {
		return err
	}
	declares, mentions := make(map[string][]string), make(map[string][]string)
	for _, name := range p.GoFiles {
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(w.root, dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		declares[name] = declared(parsed)
		ast.Inspect(parsed, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				mentions[name] = append(mentions[name], id.Name)
			}
			return true
		})
	}
	if len(declares) == 0 {
		return errors.New("no sentences")
	}
	for more := true; more; {
		more = false
		for name, names := range declares {
			file := filepath.Join(dir, name)
			if w.files[file] || !slices.ContainsFunc(names, func(n string) bool { return w.said[n] }) {
				continue
			}
			w.files[file], more = true, true
			for _, n := range mentions[name] {
				w.said[n] = true
			}
		}
	}
	return nil
}

// declared lists what a file declares for its package; of a method its type.
func declared(file *ast.File) (names []string) {
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			names = append(names, d.Name.Name)
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.ValueSpec:
					for _, n := range s.Names {
						names = append(names, n.Name)
					}
				case *ast.TypeSpec:
					names = append(names, s.Name.Name)
				}
			}
		}
	}
	return names
}
