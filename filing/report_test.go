package filing

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/entry"
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

// A print of what was handed in is made from the verified data in memory: no workspace passes by, the verdict stands on top, and
// reasons and sign-offs are in it.
func TestAPrintOfASubmissionIsMadeOfVerifiedData(t *testing.T) {
	r := newRegulator(t)
	s := r.desk(t)
	if err := s.Reason(entry.FindingID(s.Findings()[0]), "该项支出包含跨年度设备采购合同，附件为合同复印件"); err != nil {
		t.Fatal(err)
	}
	for _, role := range []entry.Role{entry.Preparer, entry.StatisticsHead, entry.UnitHead} {
		if err := s.GiveSignOff(entry.Signing{Role: role, Name: "示例丁", OtherName: true}); err != nil {
			t.Fatal(err)
		}
	}
	path, sealed := submit(t, s, SubmitOptions{Key: r.enterprise})
	print := func(name string, o VerifyOptions) string {
		t.Helper()
		out := filepath.Join(t.TempDir(), name)
		v := verify(t, path, o)
		defer v.Close()
		t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "nowhere")) // nothing is put aside
		if err := ReportVerified(context.Background(), v, out, ReportOptions{}); err != nil {
			t.Fatal(err)
		}
		return string(read(t, out))
	}
	v := verify(t, path, VerifyOptions{Trust: r.trust})
	reason := ""
	for _, f := range v.Submission.Findings {
		if f.Reason != "" {
			reason = f.Reason
		}
	}
	page := print("a.html", VerifyOptions{Trust: r.trust})
	for _, wanted := range []string{
		sealed.Serial, v.SHA256, "示例水务", text.AnswerTrusted.ZH, text.AnswerIssued.ZH, reason, v.Submission.SignOffs[0].Name, text.QuestionSelf.ZH,
	} {
		if wanted == "" || !strings.Contains(page, wanted) {
			t.Errorf("the print does not say %q", wanted)
		}
	}
	if strings.Contains(page, `class="watermark"`) {
		t.Error("an issued pack is called simulated")
	}
	// Nobody was asked who issued the pack: then it is no official result, whatever the pack says.
	if page := print("b.html", VerifyOptions{}); !strings.Contains(page, `class="watermark"`) {
		t.Error("a pack that nobody was asked about is official")
	}
	if page := print("c.html", VerifyOptions{Trust: r.trust, Pack: r.pack}); !strings.Contains(page, text.QuestionConfirmed.ZH) {
		t.Error("what was measured is not in the print")
	}
	if book := print("d.xlsx", VerifyOptions{Trust: r.trust}); !strings.HasPrefix(book, "PK\x03\x04") {
		t.Error("no workbook")
	}
}

func TestThereIsNoPrintOfWhatDoesNotVerify(t *testing.T) {
	good, _ := submit(t, golden(t), SubmitOptions{})
	bad := forge(t, read(t, good), func(entries map[string]string) {
		entries[sheetEntry] = strings.Replace(entries[sheetEntry], "82.58", "92.58", 1)
	})
	v := verify(t, bad, VerifyOptions{})
	out := filepath.Join(t.TempDir(), "a.html")
	refusedAs(t, "a forged one", ReportVerified(context.Background(), v, out, ReportOptions{}), "filing.unverified")
	if _, err := os.Stat(out); err == nil {
		t.Error("it was printed")
	}
}
