package submission

import (
	"bytes"
	"context"
	"encoding/hex"
	"maps"
	"os"
	"slices"
	"testing"

	"yice/filing/submission/archive"
	"yice/form"
	"yice/seal"
)

// sample opens the submission of the example enterprise that the first edition sealed, judged.
func sample(t testing.TB) *Submission {
	t.Helper()
	content := oneBytes(t)
	v, err := Verify(context.Background(), bytes.NewReader(content), int64(len(content)), Options{})
	if err != nil || v.Submission == nil || v.Submission.Sheet == nil {
		t.Fatal(err)
	}
	return v.Submission
}

// content is the same year, to be sealed anew: unchanged but for what a test does to it.
func content(t testing.TB, s *Submission) Content {
	t.Helper()
	prior, err := s.Prior(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	sealing := s.Sealing()
	sealing.Replaces = nil
	return Content{
		Seal: sealing, Name: s.Name, Rows: s.Scan, Prior: prior, Findings: s.explainedAnew(), Sheet: s.Sheet, Pack: s.Pack,
		SignOffs: typed,
	}
}

// explainedAnew gives the judge's findings with a reason each.
func (s *Submission) explainedAnew() []form.Finding {
	all := slices.Clone(s.year.Findings())
	for i := range all {
		all[i].Reason, all[i].Explained = "该项支出包含跨年度设备采购合同，附件为合同复印件", true
	}
	return all
}

// typed are sign-offs by name and date, as on a desk of one.
func typed(data string) ([]SignOff, error) {
	var all []SignOff
	for i, role := range SignOffRoles {
		all = append(all, SignOff{Role: role, Name: "示例" + string("丙乙甲"[3*i:3*i+3]), Date: "2024-01-18", Standing: true, Kind: Typed, Digest: data})
	}
	return all, nil
}

// sealed writes a submission.
func sealed(t testing.TB, c Content) []byte {
	t.Helper()
	var m archive.Memory
	if _, err := Write(context.Background(), &m, c); err != nil {
		t.Fatal(err)
	}
	return m.Bytes()
}

// written seals the same year anew.
func written(t testing.TB, s *Submission) []byte { return sealed(t, content(t, s)) }

// verified is the verdict on bytes.
func verified(t testing.TB, whole []byte, o Options) *Verdict {
	t.Helper()
	v, err := Verify(context.Background(), bytes.NewReader(whole), int64(len(whole)), o)
	if err != nil {
		t.Fatal(err)
	}
	return v
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

func oneBytes(t testing.TB) []byte {
	t.Helper()
	content, err := os.ReadFile("testdata/format-1.zip")
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// resealed makes seal and manifest fit changed entries, as somebody could who has no key.
func resealed(t testing.TB, all map[string]string) {
	t.Helper()
	s, ok := ParseSealed([]byte(all[sealEntry]))
	if !ok {
		t.Fatal("seal.json cannot be read")
	}
	z := archive.NewWriter(&archive.Memory{})
	m := manifest{head: seal.SubmissionStatement.Line()}
	s.Packed = make(map[string]string)
	for _, name := range slices.SortedFunc(maps.Keys(all), EntryBefore) {
		if !Packed(name) {
			continue
		}
		sum, err := z.Add(name, true, writeBytes([]byte(all[name])))
		if err != nil {
			t.Fatal(err)
		}
		m.add(name, sum)
		s.Packed[name] = hex.EncodeToString(sum.Packed[:])
	}
	all[sealEntry] = string(s.Spelled())
	sum, err := z.Add(sealEntry, false, writeBytes([]byte(all[sealEntry])))
	if err != nil {
		t.Fatal(err)
	}
	m.add(sealEntry, sum)
	all[manifestEntry] = string(m.bytes())
}

// together puts entries into a file.
func together(t testing.TB, all map[string]string) []byte {
	t.Helper()
	var m archive.Memory
	z := archive.NewWriter(&m)
	for _, name := range slices.SortedFunc(maps.Keys(all), EntryBefore) {
		if _, err := z.Add(name, Packed(name), writeBytes([]byte(all[name]))); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return m.Bytes()
}
