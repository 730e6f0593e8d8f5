package filing

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/text"
)

func TestReportsAreWrittenByTheirEnding(t *testing.T) {
	s := golden(t)
	dir := t.TempDir()
	for name, begins := range map[string]string{"a.xlsx": "PK\x03\x04", "a.html": "<!DOCTYPE html>", "B.HTM": "<!DOCTYPE html>"} {
		path := filepath.Join(dir, name)
		if err := Report(context.Background(), s, path, ReportOptions{Lang: text.EN}); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(content, []byte(begins)) {
			t.Errorf("%s begins with %.20q, %v", name, content, err)
		}
	}
	err := Report(context.Background(), s, filepath.Join(dir, "a.pdf"), ReportOptions{})
	var f *text.Fault
	if !asFault(err, &f) || f.Class != text.Usage || f.Code != "filing.report-kind" {
		t.Errorf("a.pdf: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Report(ctx, s, filepath.Join(dir, "c.xlsx"), ReportOptions{}); err == nil {
		t.Error("a report that was called off is written")
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 3 {
		t.Errorf("the folder holds %v", left)
	}
}

// Nobody could check a print that travels along: none does.
func TestASubmissionBringsNoPrints(t *testing.T) {
	path, _ := submit(t, golden(t), SubmitOptions{})
	for name := range parts(t, read(t, path)) {
		if strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".xlsx") {
			t.Errorf("%s travels along", name)
		}
	}
}
