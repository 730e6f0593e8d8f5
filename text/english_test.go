package text_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// chinese reports whether a character is written in Chinese alone: ideographs and the punctuation of full width.
func chinese(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

// literal gives a text written out in the source.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, ok := literal(e.X)
		b, also := literal(e.Y)
		return a + b, ok && also && e.Op == token.ADD
	case *ast.KeyValueExpr:
		return literal(e.Value)
	}
	return "", false
}

// isPair reports whether a composite literal is a pair of sentences: by its type, or, in a list of pairs, by having none.
func isPair(c *ast.CompositeLit) bool {
	if len(c.Elts) != 2 {
		return false
	}
	switch t := c.Type.(type) {
	case nil:
		return true
	case *ast.Ident:
		return t.Name == "Pair"
	case *ast.SelectorExpr:
		return t.Sel.Name == "Pair"
	}
	return false
}

var verbs = regexp.MustCompile(`%(?:\[(\d+)\])?[-+0-9.]*[a-zA-Z]`)

// otherUnit are units of money nobody outside China reads, or spelt in another way than everywhere else.
var otherUnit = regexp.MustCompile(`\b(?i:wan|yi|rmb|CNY 1,000|CNY 10,000|10,000 CNY)\b`)

// shortUnit is the unit of heads of columns, and of what stands behind a figure of a table, within a sentence: there an amount is
// CNY 60.00 ten thousand.
var shortUnit = regexp.MustCompile(`%(?:\[\d\])?[sd] CNY 10?k|CNY 10?k %`)

// slots gives the arguments a sentence uses, each by its number and verb.
func slots(s string) map[string]bool {
	used, next := map[string]bool{}, 1
	for _, m := range verbs.FindAllStringSubmatch(strings.ReplaceAll(s, "%%", ""), -1) {
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		used[strconv.Itoa(next)+m[0][len(m[0])-1:]] = true
		next++
	}
	return used
}

// Every pair of sentences in the source has an English side that is English, and takes no arguments that the Chinese one does not.
func TestPairsAreInBothLanguages(t *testing.T) {
	set, found := token.NewFileSet(), 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (strings.HasPrefix(d.Name(), ".") && d.Name() != ".." || d.Name() == "replaced" || d.Name() == "checks") { // checks speak to their makers alone
			return errOr(err, d)
		}
		if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		look := func(at token.Pos, zh, en string) {
			found++
			if strings.ContainsFunc(en, chinese) {
				t.Errorf("%s: the English has Chinese: %q", set.Position(at), en)
			}
			if zh != "" && en == "" {
				t.Errorf("%s: no English for %q", set.Position(at), zh)
			}
			if unit := otherUnit.FindString(en); unit != "" {
				t.Errorf("%s: money is in CNY, CNY 1k, CNY 10k, CNY 1m or CNY 100m, not in %q: %q", set.Position(at), unit, en)
			}
			if shortUnit.MatchString(en) {
				t.Errorf("%s: in a sentence an amount is CNY %%s thousand, or ten thousand: %q", set.Position(at), en)
			}
			a, b := slots(zh), slots(en)
			for slot := range b {
				if !a[slot] && !strings.Contains(en, "%[") { // by number a side may take what the other leaves out
					t.Errorf("%s: %%%s stands in the English alone: %q, %q", set.Position(at), slot, zh, en)
				}
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CompositeLit:
				if !isPair(n) {
					break
				}
				zh, ok := literal(n.Elts[0])
				en, also := literal(n.Elts[1])
				if ok && also && (n.Type != nil || strings.ContainsFunc(zh, chinese)) {
					look(n.Pos(), zh, en)
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "pair" && len(n.Args) == 2 {
					zh, ok := literal(n.Args[0])
					en, also := literal(n.Args[1])
					if ok && also {
						look(n.Pos(), zh, en)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 1500 {
		t.Errorf("only %d pairs were found: the walk does not see the source", found)
	}
}

func errOr(err error, d fs.DirEntry) error {
	if err == nil && d.IsDir() {
		return fs.SkipDir
	}
	return err
}
