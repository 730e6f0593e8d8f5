package submission

import (
	"bytes"
	"context"
	"os"
	"testing"

	"yice/filing/submission/archive"
)

// sample opens the submission of the example enterprise that the first edition sealed, judged.
func sample(t testing.TB) *Submission {
	t.Helper()
	content, err := os.ReadFile("testdata/format-1.zip")
	if err != nil {
		t.Fatal(err)
	}
	v, err := Verify(context.Background(), bytes.NewReader(content), int64(len(content)), Options{})
	if err != nil || v.Submission == nil || v.Submission.Sheet == nil {
		t.Fatal(err)
	}
	return v.Submission
}

// written seals the same year anew.
func written(t testing.TB, s *Submission) []byte {
	t.Helper()
	prior, err := s.Prior(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var m archive.Memory
	_, err = Write(context.Background(), &m, Content{
		Seal: s.Sealing(), Name: s.Name, Rows: s.Scan, Prior: prior, Findings: s.Findings, Sheet: s.Sheet, Pack: s.Pack,
	})
	if err != nil {
		t.Fatal(err)
	}
	return m.Bytes()
}

// parts reads an archive into its entries.
func parts(t testing.TB, content []byte) map[string]string {
	t.Helper()
	a, err := archive.Open(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for _, e := range a.Entries {
		b, _, err := e.ReadAll(64 << 20)
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name] = string(b)
	}
	return all
}
