package workbooks

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"yice/filing/report"
	"yice/filing/submission"
	"yice/text"
)

var decimals = regexp.MustCompile(`\d[\d,]*\.\d+%?`)

// A text document made of a verified submission opens in a word processor, which reads the figures of the page in it.
func TestATextDocumentOpensElsewhere(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err == nil {
		err = exec.Command("sh", "-c", "ls /usr/lib/libreoffice/program/libswlo.so").Run()
	}
	if err != nil {
		if os.Getenv("YICE_CI") != "" {
			t.Fatal("NOT CHECKED: there is no LibreOffice Writer to open a text document")
		}
		t.Skip("NOT CHECKED: there is no LibreOffice Writer to open a text document; install libreoffice-writer-nogui")
	}
	content, err := os.ReadFile("../../conformance/submissions/good.zip")
	if err != nil {
		t.Fatal(err)
	}
	v, err := submission.Verify(t.Context(), bytes.NewReader(content), int64(len(content)), submission.Options{})
	if err != nil || !v.OK {
		t.Fatal(err, v.Says())
	}
	var page, document bytes.Buffer
	if err := report.Verified(v).HTML(&page, text.ZH); err != nil {
		t.Fatal(err)
	}
	if err := report.Verified(v).Word(&document, text.ZH); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	source := filepath.Join(dir, "report.docx")
	if err := os.WriteFile(source, document.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	run := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", dir, source)
	run.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	read, err := os.ReadFile(filepath.Join(dir, "report.txt"))
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile(`(?s)<svg.*?</svg>|<head>.*?</head>`).ReplaceAllString(page.String(), "")
	figures := decimals.FindAllString(shown, -1)
	for _, f := range figures {
		if !strings.Contains(string(read), f) {
			t.Errorf("the figure %s of the page is not in what LibreOffice reads", f)
		}
	}
	if len(figures) < 50 {
		t.Errorf("only %d figures were compared", len(figures))
	}
}
