package filing

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"yice/filing/archive"
	"yice/form"
	"yice/text"
)

// Entries of a submission file. Contents come first, in the order of their names; then these four, in this order, each of
// which speaks of what stands before it.
const (
	dataFolder     = "data/"
	evidenceFolder = "evidence/"
	priorEntry     = dataFolder + "prior_" + summaryForm + ".csv"

	packageEntry  = "datapackage.json"
	findingsEntry = "findings.json"
	packEntry     = "pack.toml"
	packSigEntry  = "pack.toml.sm2sig"
	reportEntry   = "report.html"
	sheetEntry    = "sheet.json"
	signOffEntry  = "signoff.json"
	workbookEntry = "workbook.xlsx"

	sealEntry      = "seal.json"
	manifestEntry  = "manifest.sha256"
	signatureEntry = "manifest.sm2sig"
	signerEntry    = "signer.pem"
)

// Limits of small entries, in bytes.
const (
	maxSmall    = 64 << 10
	maxManifest = 4 << 20 // and of seal.json: a line a file, each
	maxPack     = 256 << 10
	maxJSON     = 64 << 20
)

func dataEntry(f *form.Form) string { return dataFolder + f.ID + ".csv" }

// closing are the entries behind the contents.
var closing = []string{sealEntry, manifestEntry, signatureEntry, signerEntry}

// required are the entries that every submission has; of the data, every form that its program knew.
var required = []string{packageEntry, findingsEntry, packEntry, sheetEntry, signOffEntry, dataFolder + cardForm + ".csv", priorEntry, sealEntry, manifestEntry}

// mayStand reports whether an entry may be in a submission at all.
func mayStand(name string) bool {
	if slices.Contains(closing, name) {
		return true
	}
	switch name {
	case packageEntry, findingsEntry, packEntry, packSigEntry, reportEntry, sheetEntry, signOffEntry, workbookEntry:
		return true
	}
	dir, base := path.Split(name)
	switch dir {
	case dataFolder:
		id, ok := strings.CutSuffix(base, ".csv")
		return ok && id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
	case evidenceFolder:
		return len(base) >= 64 && strings.Trim(base[:64], "0123456789abcdef") == "" && (len(base) == 64 || base[64] == '.')
	}
	return false
}

// evidenceDigest is the hash that the name of an evidence entry promises.
func evidenceDigest(name string) (string, bool) {
	base, ok := strings.CutPrefix(name, evidenceFolder)
	if !ok || len(base) < 64 {
		return "", false
	}
	return base[:64], true
}

// contentBefore orders entries as they stand in the file.
func contentBefore(a, b string) int {
	ra, rb := slices.Index(closing, a), slices.Index(closing, b)
	if ra != rb {
		return ra - rb // contents are -1
	}
	return strings.Compare(a, b)
}

// packed reports whether an entry is deflated: contents are, what closes the file is readable as it stands.
func packed(name string) bool { return !slices.Contains(closing, name) }

// sealed is seal.json: all that differs between two sealings of the same data.
type sealed struct {
	Format   string `json:"format"`
	Serial   string `json:"serial"`
	SealedAt string `json:"sealed_at"`
	SealedBy string `json:"sealed_by"`
	USCC     string `json:"uscc"`
	Year     int    `json:"year"`
	// Replaces is the sealing before this one, whose manifest had the SM3 given.
	Replaces *replaced `json:"replaces"`
	// Head is the newest hash of the workspace's history.
	Head string `json:"history_head"`
	// Signer is the fingerprint of the key that signed, null without a signature: so that a signature cannot be left out.
	Signer *string `json:"signer"`
	// Packed holds the SHA-256 of every entry's deflated bytes: what the manifest cannot see.
	Packed map[string]string `json:"packed"`
}

type replaced struct {
	Serial   string `json:"serial"`
	Manifest string `json:"manifest_sm3"`
}

// submissionFormat names this layout. A later one gets another number and is read beside it.
const submissionFormat = "yice-submission/1"

// parseSealed reads seal.json strictly: it must be spelled as we spell it.
func parseSealed(content []byte) (sealed, bool) {
	var s sealed
	d := json.NewDecoder(bytes.NewReader(content))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil || !bytes.Equal(printJSON(s), content) {
		return s, false
	}
	return s, s.Format == submissionFormat
}

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
