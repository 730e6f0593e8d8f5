package returns

import (
	"flag"
	"os"
	"strings"
	"testing"

	"yice/text"
)

var update = flag.Bool("update", false, "write docs/returns.md anew")

const pageMark = "<!-- 以下由 go test ./returns -run ThePage -update 写出 -->\n"

// The tables of docs/returns.md are read off the declarations.
func TestThePageTellsEveryReturn(t *testing.T) {
	const path = "../docs/returns.md"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	kept, was, found := strings.Cut(string(raw), pageMark)
	if !found {
		t.Fatal("docs/returns.md has no place for the tables")
	}
	var b strings.Builder
	for _, r := range All() {
		b.WriteString(r.Page(text.ZH))
	}
	if was == b.String() {
		return
	}
	if !*update {
		t.Fatal("docs/returns.md does not tell the returns there are; go test ./returns -run ThePage -update writes them anew")
	}
	if err := os.WriteFile(path, []byte(kept+pageMark+b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
