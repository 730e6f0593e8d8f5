package rooms_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/attaching"
	"yice/tui/screen"
	"yice/tui/screen/screentest"
)

// writer writes at once, unless it is told to fail.
type writer struct {
	m     *screentest.Desk
	waits text.Pair
	fails error
}

func (w *writer) WriteThen(turn func(*entry.Session) (entry.Edit, text.Pair, error), then func(attaching.Written) tea.Cmd) (text.Pair, tea.Cmd) {
	return w.waits, screen.Later(func() screen.Do {
		out := attaching.Written{Err: w.fails}
		if w.fails == nil {
			e, label, err := turn(w.m.Opened)
			if out.Err = err; err == nil {
				_, out.Err = w.m.Opened.Apply(label, []entry.Edit{e})
			}
		}
		return func() tea.Cmd { return then(out) }
	})
}

func (w *writer) UndoThen(again bool, then func(attaching.Written) tea.Cmd) (text.Pair, tea.Cmd) {
	return w.waits, screen.Later(func() screen.Do {
		step := w.m.Opened.Undo
		if again {
			step = w.m.Opened.Redo
		}
		done, err := step()
		return func() tea.Cmd { return then(attaching.Written{Said: done.Label, Err: err}) }
	})
}

// laid is the evidence of a patent, laid over a screen, and files to be attached by their names.
func laid(t *testing.T, files map[string]string) (m *screentest.Desk, d *attaching.EvidenceLayer, w *writer, dir string) {
	t.Helper()
	m, dir = screentest.Open(t, text.ZH), t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f := form.ByID("patent")
	if _, err := m.Opened.Apply(text.Pair{}, []entry.Edit{{Form: f, Row: -1, Field: "title", Typed: "膜组件"}}); err != nil {
		t.Fatal(err)
	}
	r := m.Opened.Records(f)[0]
	w = &writer{m: m}
	d = attaching.NewEvidence(w, f, r.ID, r)
	m.Open(d)
	m.Run(d.Begin(m, nil))
	return m, d, w, dir
}

func shownOfAttaching(m *screentest.Desk, d *attaching.EvidenceLayer) string {
	frame, _ := m.Frame(120, 30, d.Draw)
	return frame
}

// sees looks for texts in the dialog, wherever it breaks them: where that is depends on how long the path of a temporary folder is.
func sees(t *testing.T, m *screentest.Desk, d *attaching.EvidenceLayer, parts ...string) {
	t.Helper()
	frame, unbroken := shownOfAttaching(m, d), strings.NewReplacer(" ", "", "\n", "", "│", "")
	for _, p := range parts {
		if !strings.Contains(unbroken.Replace(frame), unbroken.Replace(p)) {
			t.Fatalf("%q is not shown:\n%s", p, frame)
		}
	}
}

// attached are the names of the files that the patent has.
func attached(m *screentest.Desk) string {
	var names []string
	for _, a := range form.Attachments(m.Opened.Records(form.ByID("patent"))[0].Get("evidence")) {
		names = append(names, a.Name)
	}
	return strings.Join(names, " ")
}

func pressOfAttaching(m *screentest.Desk, d *attaching.EvidenceLayer, code rune, mod tea.KeyMod) bool {
	done, cmd := d.Key(m, tea.KeyPressMsg{Code: code, Mod: mod})
	m.Run(cmd)
	return done
}

func TestFilesAreAttachedAndLetGo(t *testing.T) {
	t.Parallel()
	m, d, w, dir := laid(t, map[string]string{"合同.pdf": "contract", "批复.pdf": "approval"})
	sees(t, m, d, "膜组件", "还没有附件")
	m.Run(d.Paste(m, "'"+dir+"/合同.pdf' '"+dir+"/批复.pdf'"))
	if sees(t, m, d, "已附上「批复.pdf」", "完好", "2024-01-15"); attached(m) != "合同.pdf 批复.pdf" {
		t.Fatal(attached(m))
	}
	pressOfAttaching(m, d, tea.KeyHome, 0)
	pressOfAttaching(m, d, tea.KeyDelete, 0)
	if sees(t, m, d, "已从这一行移除「合同.pdf」"); attached(m) != "批复.pdf" {
		t.Fatal(attached(m))
	}
	pressOfAttaching(m, d, 'z', tea.ModCtrl)
	if sees(t, m, d, "移除附件「合同.pdf」"); attached(m) != "合同.pdf 批复.pdf" {
		t.Fatal(attached(m))
	}
	// What waits for an import, and what could not be written, is said in the dialog itself.
	w.waits = text.Same("导入台账")
	done, cmd := d.Key(m, tea.KeyPressMsg{Code: tea.KeyDelete})
	sees(t, m, d, text.TuiAwaits.With(w.waits).ZH[:12])
	w.fails = os.ErrPermission
	m.Run(cmd)
	if sees(t, m, d, "? "); done || attached(m) != "合同.pdf 批复.pdf" {
		t.Error(attached(m))
	}
	if !pressOfAttaching(m, d, tea.KeyEscape, 0) {
		t.Error("Esc does not close it")
	}
}

func TestWhatCannotBeAttachedSaysWhy(t *testing.T) {
	t.Parallel()
	m, d, _, dir := laid(t, map[string]string{"真.pdf": "x", "空.pdf": "", "大.tif": ""})
	if err := os.Truncate(filepath.Join(dir, "大.tif"), store.MaxEvidence+1); err != nil {
		t.Fatal(err)
	}
	why := map[string]string{"空.pdf": "空文件", "大.tif": "超过 64.0 MB", "没有.pdf": "找不到文件", "": "不是普通文件"}
	if os.Symlink("真.pdf", filepath.Join(dir, "链.pdf")) == nil {
		why["链.pdf"] = "链接"
	}
	if exec.Command("mkfifo", filepath.Join(dir, "管")).Run() == nil {
		why["管"] = "不是普通文件"
	}
	if os.Getuid() != 0 && os.Chmod(filepath.Join(dir, "真.pdf"), 0) == nil {
		why["真.pdf"] = "没有权限读取"
	}
	for name, why := range why {
		m.Run(d.Paste(m, filepath.Join(dir, name)))
		sees(t, m, d, why)
	}
	d.Paste(m, "不是路径")
	if sees(t, m, d, "不是文件的路径"); attached(m) != "" {
		t.Error(attached(m))
	}
	if left, _ := os.ReadDir(m.Opened.Workspace().Path() + ".files"); len(left) > 0 {
		t.Error("something was left behind:", left)
	}
	// A sealed year takes nothing.
	m.Stand.Locked = true
	m.Run(d.Paste(m, filepath.Join(dir, "真.pdf")))
	if sees(t, m, d, "不能添加或移除"); attached(m) != "" {
		t.Error(attached(m))
	}
}

// A copying that is stopped leaves nothing, neither in the folder nor in the row.
func TestACopyingIsStopped(t *testing.T) {
	t.Parallel()
	m, d, _, dir := laid(t, map[string]string{"b.tif": ""})
	if err := os.Truncate(filepath.Join(dir, "b.tif"), store.MaxEvidence); err != nil {
		t.Fatal(err)
	}
	cmd := d.Paste(m, filepath.Join(dir, "b.tif"))
	sees(t, m, d, "正在复制 b.tif")
	if pressOfAttaching(m, d, tea.KeyEscape, 0) {
		t.Error("Esc left, and stopped nothing")
	}
	m.Run(cmd)
	sees(t, m, d, "已停止")
	if left, _ := os.ReadDir(m.Opened.Workspace().Path() + ".files"); len(left) > 0 || attached(m) != "" {
		t.Error(left, attached(m))
	}
}
