package filing

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"yice/filing/submission/submissiontest"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// template is the built-in pack, as cmd gives it to sessions; nothing changes it.
func template(year int) (*scoring.Pack, bool) {
	p, err := examplePack()
	return p, err == nil && year == goldenYear
}

var examplePack = sync.OnceValues(func() (*scoring.Pack, error) {
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		return nil, err
	}
	return scoring.Load(source)
})

// once gives the file of a workspace that is made once under a name, and copied for every test that wants one: w is of its making.
func once(t testing.TB, name string, made func() (w *store.Workspace)) (copied *store.Workspace) {
	t.Helper()
	if workspaces[name] == nil {
		w := made()
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		workspaces[name] = read(t, w.Path())
	}
	path := filepath.Join(t.TempDir(), "w.yice")
	if err := os.WriteFile(path, workspaces[name], 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

var workspaces = map[string][]byte{}

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
