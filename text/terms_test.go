package text_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"yice/text"
)

// pairsOf reads the pairs a file of this package declares, by name.
func pairsOf(f *ast.File) map[string]text.Pair {
	all := make(map[string]text.Pair)
	ast.Inspect(f, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Values) != len(v.Names) {
			return true
		}
		for i, value := range v.Values {
			lit, ok := value.(*ast.CompositeLit)
			if !ok || len(lit.Elts) != 2 {
				continue
			}
			var said [2]string
			for k, e := range lit.Elts {
				if b, ok := e.(*ast.BasicLit); ok {
					said[k], _ = strconv.Unquote(b.Value)
				}
			}
			all[v.Names[i].Name] = text.Pair{said[0], said[1]}
		}
		return true
	})
	return all
}

// TestOneTermOneName: what terms.go names has no second name anywhere in this package, and no two terms have the same.
func TestOneTermOneName(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	terms, others := map[string]text.Pair{}, map[string]text.Pair{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for id, p := range pairsOf(f) {
			if name == "terms.go" && strings.HasPrefix(id, "Term") {
				terms[id] = p
			}
			others[id] = p
		}
	}
	if len(terms) < 30 {
		t.Fatal(len(terms), "terms")
	}
	names := map[string]string{}
	for id, term := range terms {
		for _, name := range []string{term.ZH, strings.ToLower(term.EN)} {
			if other := names[name]; other != "" {
				t.Errorf("%s and %s are both called %s", id, other, name)
			}
			names[name] = id
		}
		for other, p := range others {
			if other != id && p.ZH == term.ZH && !strings.HasPrefix(strings.ToLower(term.EN), strings.ToLower(p.EN)) { // a narrow column may shorten it
				t.Errorf("%s %v has another name in %s: %v", id, term, other, p)
			}
		}
	}
}

// TestWordsGivenUp: a thing has one word. What was called otherwise before is nowhere in this package.
func TestWordsGivenUp(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	given := map[string]string{"理由": "原因", "审核意见": "审核问题", "核实性意见": "核实性问题", "核查意见": "审核问题"}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if b, ok := n.(*ast.BasicLit); ok {
				for was, is := range given {
					if strings.Contains(b.Value, was) {
						t.Errorf("%s: %s is %s elsewhere: %s", name, was, is, b.Value)
					}
				}
			}
			return true
		})
	}
}
