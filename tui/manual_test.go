package tui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"yice/form"
	"yice/text"
)

// The manual's tables of keys, of fields and of what is in lines are made of the registry, the dictionary and the list of the latter; go test ./tui -run Manual -update
// writes them anew.
func TestManual(t *testing.T) {
	t.Parallel()
	const path = "../docs/manual.md"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := string(data)
	for _, part := range []struct{ mark, made string }{{"lines", manualLines()}, {"keys", manualKeys()}, {"forms", manualForms()}} {
		begin, end := "<!-- "+part.mark+" -->\n", "<!-- /"+part.mark+" -->"
		head, rest, ok := strings.Cut(want, begin)
		_, tail, ok2 := strings.Cut(rest, end)
		if !ok || !ok2 {
			t.Fatalf("%s has no place for %s", path, part.mark)
		}
		want = head + begin + part.made + end + tail
	}
	if want == string(data) {
		return
	}
	if !*update {
		t.Fatalf("%s does not tell the keys and fields there are; go test ./tui -run Manual -update writes them anew", path)
	}
	if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// cell keeps a text within its cell of a table.
func cell(s string) string {
	return strings.NewReplacer("|", "\\|", "\n", " ", "<", "&lt;").Replace(s)
}

func manualKeys() string {
	var b strings.Builder
	h := furnish(declarations())
	for _, p := range append([]*Place{always}, h.places...) {
		title, say := p.Title.ZH, p.For.ZH
		if p == always {
			title, say = text.TuiGroupCommand.ZH, "没有另作说明的每一屏都有："
		}
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n| 按键 | 做什么 |\n|---|---|\n", title, say)
		for _, a := range h.section(p) {
			keys := text.TuiHelpNoKey.ZH
			if len(a.Keys) > 0 {
				keys = "`" + strings.Join(strings.Fields(KeyList(a, text.ZH)), "` `") + "`"
			}
			fmt.Fprintf(&b, "| %s | %s |\n", cell(keys), cell(a.Title.ZH))
		}
	}
	return b.String() + "\n"
}

func manualForms() string {
	var b strings.Builder
	for _, f := range form.All() {
		fmt.Fprintf(&b, "\n### %s（`%s`）\n\n%s\n\n| 字段 | 编号 | 单位 | 说明 | 依据 |\n|---|---|---|---|---|\n", f.Title.ZH, f.ID, f.Help.ZH)
		for i := range f.Fields {
			fd := &f.Fields[i]
			title := fd.Title.ZH
			if fd.Required {
				title += " *"
			}
			fmt.Fprintf(&b, "| %s | `%s` | %s | %s | %s |\n", cell(title), fd.ID, cell(fd.Unit.Title.ZH), cell(fd.Help.ZH), cell(fd.Source))
		}
	}
	return b.String() + "\n"
}
