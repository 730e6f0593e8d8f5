package submission

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strings"

	"yice/filing/submission/archive"
	"yice/text"
)

// manifest is the text of manifest.sha256, as sha256sum writes it. Before the lines stand comments, over which sha256sum
// passes: what is stated, and of a signed file when.
type manifest struct {
	head  string
	lines []manifestLine
}

type manifestLine struct{ sum, name string }

func (m *manifest) add(name string, sum archive.Sum) {
	m.lines = append(m.lines, manifestLine{hex.EncodeToString(sum.SHA256[:]), name})
}

func (m *manifest) bytes() []byte {
	var b bytes.Buffer
	b.WriteString(m.head)
	for _, l := range m.lines {
		b.WriteString(l.sum + "  " + l.name + "\n")
	}
	return b.Bytes()
}

// differs names the entries in which a manifest disagrees with what was read.
func (m *manifest) differs(listed []byte) []Problem {
	want := make(map[string]string)
	for line := range strings.Lines(string(listed)) {
		if sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok {
			want[name] = sum
		}
	}
	var problems []Problem
	for _, l := range m.lines {
		switch sum, named := want[l.name]; {
		case !named:
			problems = append(problems, Problem{"manifest.changed", text.FilingVerifyExtra.With(l.name), l.name})
		case sum != l.sum:
			problems = append(problems, Problem{"manifest.changed", text.FilingVerifyChanged.With(l.name), l.name})
		}
		delete(want, l.name)
	}
	missing := make([]string, 0, len(want))
	for name := range want {
		missing = append(missing, name)
	}
	slices.Sort(missing)
	for _, name := range missing {
		problems = append(problems, Problem{"entry.absent", text.FilingVerifyMissing.With(harmless(name)), harmless(name)})
	}
	if len(problems) == 0 && !bytes.Equal(m.bytes(), listed) {
		problems = append(problems, Problem{"manifest.changed", text.FilingVerifyManifest, manifestEntry})
	}
	return problems
}
