package submission

import (
	"path"
	"slices"
	"strings"

	"yice/form"
)

// Names of forms that are asked for by name.
const (
	cardForm    = "enterprise"
	summaryForm = "rd_summary"
	ledgerForm  = "spend"
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

// DataEntry names the table of a form.
func DataEntry(f *form.Form) string { return dataFolder + f.ID + ".csv" }

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

// EntryBefore orders entries as they stand in the file.
func EntryBefore(a, b string) int {
	ra, rb := slices.Index(closing, a), slices.Index(closing, b)
	if ra != rb {
		return ra - rb // contents are -1
	}
	return strings.Compare(a, b)
}

// Packed reports whether an entry is deflated: contents are, what closes the file is readable as it stands.
func Packed(name string) bool { return !slices.Contains(closing, name) }
