package text_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Every sentence is said somewhere: what nothing names any more is taken out, or it would be translated and mended for nobody.
// It is read in the sources, so that it costs no build.
func TestEverySentenceIsSaid(t *testing.T) {
	declared := make(map[string]string) // name to where it is declared
	said := make(map[string]bool)
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".") && d.Name() != ".."):
			return filepath.SkipDir
		case filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ours := f.Name.Name == "text" && filepath.Base(filepath.Dir(path)) == "text"
		names := make(map[*ast.Ident]bool)
		if ours {
			for _, decl := range f.Decls {
				g, ok := decl.(*ast.GenDecl)
				if !ok || g.Tok != token.VAR {
					continue
				}
				for _, spec := range g.Specs {
					for _, name := range spec.(*ast.ValueSpec).Names {
						names[name], declared[name.Name] = true, path
					}
				}
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if of, ok := n.X.(*ast.Ident); ok && of.Name == "text" {
					said[n.Sel.Name] = true
				}
			case *ast.Ident:
				if ours && !names[n] {
					said[n.Name] = true
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(declared) < 1000 {
		t.Fatalf("only %d sentences were found", len(declared))
	}
	var unsaid []string
	for name, path := range declared {
		if name != "_" && !said[name] {
			unsaid = append(unsaid, filepath.ToSlash(path)+": "+name)
		}
	}
	slices.Sort(unsaid)
	if len(unsaid) > 0 {
		t.Errorf("%d sentences are said nowhere:\n%s", len(unsaid), strings.Join(unsaid, "\n"))
	}
}
