package submission

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strings"

	"yice/filing/submission/archive"
	"yice/text"
)

// manifest is the text of manifest.sha256, as sha256sum writes it.
type manifest struct{ lines []manifestLine }

type manifestLine struct{ sum, name string }

func (m *manifest) add(name string, sum archive.Sum) {
	m.lines = append(m.lines, manifestLine{hex.EncodeToString(sum.SHA256[:]), name})
}

func (m *manifest) bytes() []byte {
	var b bytes.Buffer
	for _, l := range m.lines {
		b.WriteString(l.sum + "  " + l.name + "\n")
	}
	return b.Bytes()
}

// differs names the entries in which a manifest disagrees with what was read.
func (m *manifest) differs(listed []byte) []text.Pair {
	want := make(map[string]string)
	for line := range strings.Lines(string(listed)) {
		if sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok {
			want[name] = sum
		}
	}
	var problems []text.Pair
	for _, l := range m.lines {
		switch sum, named := want[l.name]; {
		case !named:
			problems = append(problems, text.FilingVerifyExtra.With(l.name))
		case sum != l.sum:
			problems = append(problems, text.FilingVerifyChanged.With(l.name))
		}
		delete(want, l.name)
	}
	missing := make([]string, 0, len(want))
	for name := range want {
		missing = append(missing, name)
	}
	slices.Sort(missing)
	for _, name := range missing {
		problems = append(problems, text.FilingVerifyMissing.With(harmless(name)))
	}
	if len(problems) == 0 && !bytes.Equal(m.bytes(), listed) {
		problems = append(problems, text.FilingVerifyManifest)
	}
	return problems
}
