package tui

import (
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"yice/tui/kit"
)

func TestPathsAsTerminalsPasteThem(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths of unix")
	}
	t.Setenv("HOME", "/home/u")
	for in, want := range map[string][]string{
		"/a/b.pdf":                             {"/a/b.pdf"},
		"  /a/b.pdf \n":                        {"/a/b.pdf"},
		"'/a/b c.pdf'":                         {"/a/b c.pdf"},
		`"/a/b c.pdf"`:                         {"/a/b c.pdf"},
		`/a/b\ c\(1\).pdf`:                     {"/a/b c(1).pdf"},
		"/a/b c.pdf":                           {"/a/b c.pdf"},
		"file:///a/%E5%90%88%E5%90%8C%201.pdf": {"/a/合同 1.pdf"},
		"'/a/b c' '/d'\\''e'":                  {"/a/b c", "/d'e"},
		"/a/b /c/d":                            {"/a/b", "/c/d"},
		"/a/b\r/c d/e":                         {"/a/b", "/c d/e"},
		"~/x.pdf":                              {"/home/u/x.pdf"},
		"x.pdf":                                nil,
		"合同 2023":                              nil,
		"https://a/b":                          nil,
		"":                                     nil,
		"' '":                                  nil,
	} {
		if got := kit.PastedPaths(in); !slices.Equal(got, want) {
			t.Errorf("%q: %q, not %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"": "", " x.csv ": "x.csv", "'x y.csv'": "x y.csv", `x\ y.csv`: "x y.csv", "~": "/home/u", "~/a": "/home/u/a", "~other/a": "~other/a",
		"file:///a%20b": "/a b", `a\b`: `a\b`, "it's.csv": "it's.csv", "'": "", "a b": "a b",
	} {
		if got := kit.Expand(in); got != want {
			t.Errorf("expand(%q) = %q, not %q", in, got, want)
		}
	}
}

// pathField is the path being asked for.
func (d *driver) pathField() *kit.PathInput {
	d.t.Helper()
	if len(d.m.layers) > 0 {
		if p, ok := d.m.layer().(*kit.PathInput); ok {
			return p
		}
	}
	d.t.Fatalf("no path is asked for:\n%s", d.screen())
	return nil
}

func TestWhatLiesBesideAWorkspaceIsNotOffered(t *testing.T) {
	dir := lay(t, map[string]string{"甲.yice": "x", "甲.yice-wal": "x", "甲.yice-shm": "x", "甲.yice.lock": "x", "甲.yice.7.part": "x", "我的.lock": "x"})
	all, _, err := kit.ReadFolder(dir, nil)
	var names []string
	for _, e := range all {
		names = append(names, e.Name)
	}
	if want := []string{"我的.lock", "甲.yice"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("%v, %v; not %v", names, err, want)
	}
}

func TestTabCompletesPaths(t *testing.T) {
	dir := lay(t, map[string]string{
		"数据/台账一月.csv": "x", "数据/台账二月.csv": "x", "数据/其他.txt": "x", "数据/深/更深/a.csv": "x", ".hidden/b.csv": "x", "Report.csv": "x",
	})
	d := at(t, 120, 36)
	t.Setenv("HOME", dir)
	t.Chdir(dir)
	d.form("spend").press("<f7>")
	is := func(want string) {
		t.Helper()
		if got := d.pathField().Ed.Text(); got != want {
			t.Fatalf("the field holds %q, not %q", got, want)
		}
	}
	d.sees("数据/", "Report.csv").misses(".hidden")
	d.press("sj", "<tab>")
	is("数据/")
	d.sees("台账一月.csv").press("台", "<tab>")
	is("数据/台账")
	// Nothing more is certain: the list is gone through, and Tab takes the line.
	d.press("<tab>", "<down>", "<tab>")
	if got := d.pathField().Ed.Text(); !strings.HasPrefix(got, "数据/台账") || !strings.HasSuffix(got, ".csv") {
		t.Fatal(got)
	}
	d.press("<ctrl+u>", "~/数", "<tab>", "深", "<tab>", "更", "<tab>")
	is("~/数据/深/更深/")
	d.press("<enter>").sees("这是文件夹").press("<tab>")
	is("~/数据/深/更深/a.csv")
	d.press("<ctrl+u>", "rep", "<tab>")
	is("Report.csv")
	d.press("<ctrl+u>", ".h", "<tab>")
	is(".hidden/")
	d.press("<ctrl+u>", "没有/", "<tab>").sees("没有这个文件夹")
	d.press("<ctrl+u>", "zzz", "<tab>").sees("没有以此开头")
	is("zzz")
	// As fast as one can: Tab before the folder was read.
	d.press("<ctrl+u>")
	d.raw("R")
	d.raw("<tab>")
	d.settle()
	is("Report.csv")
	// Where a new file is to go, the folder stays in sight, and Tab makes nothing else of the new name.
	d.press("<esc>", "<esc>", "<f12>", "<ctrl+p>", "生成报表", "<enter>", "<ctrl+u>", "数据/新.xlsx").sees("台账一月.csv", "深/").press("<tab>", "<tab>")
	is("数据/新.xlsx")
	d.paste("'" + dir + "/数据/其他.txt'")
	is(filepath.Join(dir, "数据/其他.txt"))
}

// Wherever a path is asked for, Tab completes it and Enter means what it did.
func TestEveryPathIsAskedForAlike(t *testing.T) {
	dir := lay(t, map[string]string{"目标文件夹/a.zip": "x"})
	d := at(t, 120, 36)
	t.Chdir(dir)
	open := func(title string) func() {
		return func() {
			d.press("<f12>", "<ctrl+p>")
			d.press(title, "<enter>")
		}
	}
	for name, ask := range map[string]func(){
		"report": open("生成报表"), "recognise": open("接收主管部门"), "receive": open("接收回执"), "merge": open("合并另一个工作区"),
		"group": open("汇总报送文件"), "import": func() { d.press("<f12>", "<f7>") },
		"new": func() {
			d.press("<f12>", "<ctrl+o>", "n", "甲公司", "<ctrl+o>")
		},
		"open": func() { d.press("<f12>", "<ctrl+o>", "o") },
		"out": func() {
			d.press("<f12>", "<f6>").toRow("存放到").press("<enter>")
		},
		"key": func() {
			d.press("<f12>", "<f6>").toRow("签名密钥").press("<enter>", "<tab>")
		},
	} {
		t.Run(name, func(t *testing.T) {
			ask()
			d.pathField()
			d.press("<ctrl+a>", "<backspace>", "mb", "<tab>")
			if got := d.pathField().Ed.Text(); got != "目标文件夹/" {
				t.Errorf("Tab made %q", got)
			}
			d.press("<esc>")
			if len(d.m.layers) > 0 {
				t.Errorf("Esc left %T", d.m.layers[0])
			}
			for len(d.m.stack) > 1 {
				d.press("<esc>")
			}
		})
	}
}
