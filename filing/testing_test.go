package filing

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing/submission/submissiontest"
	"yice/scoring"
	"yice/text"
)

// template is the built-in pack, as cmd gives it to sessions.
func template(year int) (*scoring.Pack, bool) {
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil || year != goldenYear {
		return nil, false
	}
	p, err := scoring.Load(source)
	return p, err == nil
}

func asFault(err error, f **text.Fault) bool { return errors.As(err, f) }

// Entries of a submission that tests look into.
const (
	sealEntry      = "seal.json"
	manifestEntry  = "manifest.sha256"
	signatureEntry = "manifest.sm2sig"
	signerEntry    = "signer.pem"
	sheetEntry     = "sheet.json"
	packEntry      = "pack.toml"
	findingsEntry  = "findings.json"
	packageEntry   = "datapackage.json"
	workbookEntry  = "workbook.xlsx"
	reportEntry    = "report.html"
	evidenceFolder = "evidence/"
)

func parts(t testing.TB, content []byte) map[string]string { return submissiontest.Parts(t, content) }

func reseal(t testing.TB, entries map[string]string) { submissiontest.Reseal(t, entries) }

// forge writes a submission anew from entries, as somebody could who knows the format and has no key.
func forge(t testing.TB, whole []byte, change func(map[string]string)) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "forged.zip")
	if err := os.WriteFile(path, submissiontest.Forge(t, whole, change), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func swapLines(s string) string {
	lines := strings.SplitAfter(s, "\n")
	lines[0], lines[1] = lines[1], lines[0]
	return strings.Join(lines, "")
}
