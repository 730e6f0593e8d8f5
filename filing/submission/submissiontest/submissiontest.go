// Package submissiontest takes submissions apart and puts them together again with changes, as somebody could who knows the
// format and has no key: what such a file claims must not be believed.
//
// It is for tests. Start with [Forge].
package submissiontest

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"yice/filing/submission"
	"yice/filing/submission/archive"
	"yice/seal"
)

// Parts reads an archive into its entries.
func Parts(t testing.TB, content []byte) map[string]string {
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

// Forge writes a submission anew from entries that were changed.
func Forge(t testing.TB, whole []byte, change func(map[string]string)) []byte {
	t.Helper()
	entries := Parts(t, whole)
	change(entries)
	return Written(t, entries)
}

// Written puts entries together, in their order.
func Written(t testing.TB, entries map[string]string) []byte {
	t.Helper()
	var m archive.Memory
	z := archive.NewWriter(&m)
	for _, name := range slices.SortedFunc(maps.Keys(entries), submission.EntryBefore) {
		_, err := z.Add(name, submission.Packed(name), func(w io.Writer) error {
			_, err := io.WriteString(w, entries[name])
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return m.Bytes()
}

// Reseal makes seal and manifest fit changed entries, as a forger of an unsigned submission would; a signature that was
// there stays and is wrong.
func Reseal(t testing.TB, entries map[string]string) {
	t.Helper()
	var s submission.Sealed
	if err := json.Unmarshal([]byte(entries["seal.json"]), &s); err != nil {
		t.Fatal(err)
	}
	z := archive.NewWriter(&archive.Memory{})
	s.Packed = make(map[string]string)
	var listed strings.Builder
	if !s.One() {
		listed.WriteString(seal.SubmissionStatement.Line())
	}
	add := func(name string) archive.Sum {
		sum, err := z.Add(name, submission.Packed(name), func(w io.Writer) error {
			_, err := io.WriteString(w, entries[name])
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&listed, "%x  %s\n", sum.SHA256, name)
		return sum
	}
	for _, name := range slices.SortedFunc(maps.Keys(entries), submission.EntryBefore) {
		if submission.Packed(name) {
			sum := add(name)
			s.Packed[name] = hex.EncodeToString(sum.Packed[:])
		}
	}
	entries["seal.json"] = string(s.Spelled())
	add("seal.json")
	entries["manifest.sha256"] = listed.String()
}
