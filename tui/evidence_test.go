package tui

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing"
	"yice/form"
	"yice/text"
	"yice/tui/handing"
)

// lay writes files into a folder of the test.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "f") // shorter than a test's own folder: its path is to be read in a line of the screen
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// evidence gives the entries of the first row of a form that has any.
func (d *driver) evidence(id string) []form.Attachment {
	d.t.Helper()
	for _, row := range d.stored(id) {
		if _, cell, ok := strings.Cut(row, "evidence="); ok {
			return form.Attachments(form.S(cell))
		}
	}
	return nil
}

func (d *driver) storedFile(content string) string {
	return filepath.Join(d.path+".files", fmt.Sprintf("%x", sha256.Sum256([]byte(content))))
}

func TestEvidenceIsAttachedAndLetGo(t *testing.T) {
	dir := lay(t, map[string]string{"合同.pdf": "contract", "批复.pdf": "approval", "also.pdf": "contract"})
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+o>").sees("还没有附件", "记-0001").misses("Enter 另存", "Del 移除").press("<enter>", "<delete>").sees("还没有附件").press("<ctrl+n>")
	d.press(dir+"/合", "<tab>").sees("合同.pdf").press("<enter>").sees("已附上「合同.pdf」", "完好", "2024-01-15")
	if b, err := os.ReadFile(d.storedFile("contract")); err != nil || string(b) != "contract" {
		t.Fatal(string(b), err)
	}
	// Dropped onto the window; several at once; the same content under another name is told apart from a new file.
	d.paste("'"+dir+"/批复.pdf' '"+dir+"/also.pdf'").sees("批复.pdf", "已经附在这一行")
	if got := d.evidence("spend"); len(got) != 2 || got[0].Name != "合同.pdf" || got[1].Name != "批复.pdf" {
		t.Fatal(got)
	}
	d.press("<delete>").sees("已从这一行移除「合同.pdf」")
	if got := d.evidence("spend"); len(got) != 1 || got[0].Name != "批复.pdf" {
		t.Fatal(got)
	}
	if _, err := os.Stat(d.storedFile("contract")); err != nil {
		t.Error("the history still names the file:", err)
	}
	d.press("<ctrl+z>").sees("已撤销", "移除附件「合同.pdf」")
	if got := d.evidence("spend"); len(got) != 2 {
		t.Fatal(got)
	}
	d.press("<esc>").sees("附件 2")
	d.press("<ctrl+z>", "<ctrl+z>")
	if got := d.evidence("spend"); len(got) != 0 {
		t.Fatal(got)
	}
	d.sees("附上「合同.pdf」").misses("附件 1")
}

func TestARowHasOnlySoManyFiles(t *testing.T) {
	dir := lay(t, map[string]string{"多.pdf": "one more"})
	d := at(t, 120, 36)
	d.form("spend").press("<end>", "<left>")
	var list []form.Attachment
	for i := range form.MaxEvidence {
		list = append(list, form.Attachment{Digest: fmt.Sprintf("%064x", i), Name: fmt.Sprintf("%d.pdf", i)})
	}
	d.paste(form.AttachmentsValue(list).Str()).sees("附件 50")
	d.press("<enter>").sees("找不到", "1 / 50").paste(filepath.Join(dir, "多.pdf")).sees("一行最多 50 个附件")
}

// What lies in the folder is read, not believed.
func TestStoredEvidenceIsLookedAt(t *testing.T) {
	dir := lay(t, map[string]string{"a.pdf": "aaaa", "b.pdf": "bbbb"})
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+o>").paste(dir + "/a.pdf\n" + dir + "/b.pdf")
	if err := os.WriteFile(d.storedFile("aaaa"), []byte("axaa"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(d.storedFile("bbbb")); err != nil {
		t.Fatal(err)
	}
	d.press("<esc>", "<ctrl+o>").sees("已损坏", "找不到", "从备份恢复").misses("完好")
	out := filepath.Join(dir, "out.pdf")
	d.press("<enter>", "<ctrl+u>", out, "<enter>").sees("已不是当初添加的内容")
	if _, err := os.Stat(out); err == nil {
		t.Error("a damaged file was saved")
	}
	// Attaching the original again mends what lies there, though the row has it already.
	d.paste(dir+"/a.pdf").sees("已经附在这一行").press("<esc>", "<ctrl+o>").sees("完好")
}

func TestACopyIsSaved(t *testing.T) {
	dir := lay(t, map[string]string{"a.pdf": "content", "out/there.pdf": "mine"})
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+o>").paste(dir + "/a.pdf")
	d.press("<enter>").sees("附件另存到", "不会覆盖").press("<ctrl+u>", dir+"/out/there.pdf", "<enter>").sees("已经有", "没有覆盖")
	if b, _ := os.ReadFile(dir + "/out/there.pdf"); string(b) != "mine" {
		t.Error("written over:", string(b))
	}
	d.press("<enter>", "<ctrl+u>", dir+"/nowhere/a.pdf", "<enter>").reads("没有", "文件夹")
	// A folder is gone into; in it the field is completed by hand.
	d.press("<enter>", "<ctrl+u>", dir+"/out", "<enter>", "new.pdf", "<enter>").sees("已另存到")
	if b, err := os.ReadFile(dir + "/out/new.pdf"); err != nil || string(b) != "content" {
		t.Error(string(b), err)
	}
}

// A name that would harm a terminal or a path is kept harmless, and the file is still found.
func TestHarmfulNames(t *testing.T) {
	dir := lay(t, map[string]string{"a\x1b[31m\\b|\u202ec.pdf": "bad name"})
	d := at(t, 120, 36)
	t.Chdir(dir)
	d.form("spend").press("<ctrl+o>", "<ctrl+n>", "<down>").misses("\x1b[31m\\").press("<enter>").sees("已附上")
	got := d.evidence("spend")
	if len(got) != 1 || strings.ContainsAny(got[0].Name, "\x1b\\|\u202e/") || !strings.HasSuffix(got[0].Name, "c.pdf") {
		t.Fatalf("%q", got)
	}
}

func TestASealedYearTakesNoEvidence(t *testing.T) {
	dir := lay(t, map[string]string{"a.pdf": "a", "b.pdf": "b"})
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+o>").paste(dir + "/a.pdf").press("<esc>")
	d.m.stand.Locked = true
	d.press("<ctrl+o>").sees("已封存").paste(dir + "/b.pdf").sees("不能添加或移除").press("<delete>").sees("不能添加或移除")
	d.press("<ctrl+n>").sees("不能添加或移除")
	if got := d.evidence("spend"); len(got) != 1 {
		t.Error(got)
	}
	d.press("<enter>").sees("附件另存到")
}

// The cells of files say how many there are; keys on them open the files, and what is copied between rows is still pasted.
func TestCellsOfFiles(t *testing.T) {
	dir := lay(t, map[string]string{"合同 一.pdf": "c"})
	d := at(t, 120, 36)
	d.form("spend").press("<end>", "<left>").paste("file://" + strings.ReplaceAll(dir+"/合同 一.pdf", " ", "%20")).sees("已附上「合同 一.pdf」")
	d.press("<esc>").sees("附件 1").misses(d.storedFile("c")[len(d.path)+7:])
	d.press("x").sees("附件 · 研发投入台账").press("<esc>", "<enter>").sees("附件 · 研发投入台账").press("<esc>")
	digest := filepath.Base(d.storedFile("c"))
	d.press("<down>").paste(digest + ":合同 一.pdf")
	d.press("<enter>").sees("记-0002", "完好", "合同 一.pdf").press("<esc>")
	d.press("<ctrl+e>").sees("附件 1  合同 一.pdf")
	// A form of one row has its files on its card, before the row is there as well.
	d.form("rd_summary").press("<ctrl+o>").paste(dir + "/合同 一.pdf").sees("已附上").press("<esc>").sees("附件 1  合同 一")
	d.press("<ctrl+z>").misses("附件 1")
}

// The submit screen offers the evidence, says how much it is, and what is missing; what is sealed has it.
func TestEvidenceIsSubmitted(t *testing.T) {
	dir := lay(t, map[string]string{"证书.pdf": "certificate", "合同.pdf": "contract"})
	d := at(t, 120, 36)
	d.form("patent").press("<ctrl+o>").paste(dir + "/证书.pdf").press("<esc>")
	d.form("spend").press("<ctrl+o>").paste(dir + "/合同.pdf").press("<esc>")
	d.explainAll().press("<f6>").toRow("附带佐证文件").press("<enter>").sees("附带：2 个文件，19 B").press("<enter>").sees("不附带")
	if err := os.Remove(d.storedFile("contract")); err != nil {
		t.Fatal(err)
	}
	d.press("<enter>").sees("有 1 个找不到：合同.pdf")
	d.press("<esc>").form("spend").press("<ctrl+o>").sees("找不到").paste(dir+"/合同.pdf").press("<esc>", "<f6>")
	d.toRow("附带佐证文件").press("<enter>").sees("附带：2 个文件")
	for _, off := range d.signOffs() {
		d.toRow(off.Role.Title().ZH).press("<enter>", "<enter>", "<enter>")
	}
	s := d.m.Top().(*handing.SubmitScreen)
	s.Out = filepath.Join(dir, "out.zip")
	d.press("<f6>", "<enter>").sees("已封存")
	v, err := filing.Verify(context.Background(), s.Out, filing.VerifyOptions{})
	if err != nil || !v.OK {
		t.Fatalf("%v %s", err, v.JSON(text.ZH))
	}
	defer v.Close()
	content, err := os.ReadFile(s.Out)
	if err != nil || !strings.Contains(string(content), "evidence/"+filepath.Base(d.storedFile("certificate"))) {
		t.Error("the certificate is not in the file", err)
	}
}
