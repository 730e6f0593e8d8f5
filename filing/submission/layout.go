package submission

import (
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
	historyEntry  = "history.json"
	reportEntry   = "report.html" // of format 1, like workbookEntry: never shown, since nothing verifies it
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

// mustStand are the entries that every submission of a format has, whose pack makes a dictionary.
func mustStand(d *form.Dictionary, one bool) []string {
	names := []string{packageEntry, findingsEntry, packEntry, sheetEntry, signOffEntry, priorEntry, sealEntry, manifestEntry}
	if one {
		return append(names, dataFolder+cardForm+".csv") // of the data, every form that its program knew
	}
	for _, f := range d.All() {
		names = append(names, DataEntry(f))
	}
	return append(names, historyEntry)
}

// mayStand reports whether an entry may be in a submission of a format at all. The list is closed: whatever may stand is
// read, derived and compared, or refused. Which tables there are follows from the pack that travelled along.
func mayStand(d *form.Dictionary, name string, one bool) bool {
	switch name {
	case packageEntry, findingsEntry, packEntry, packSigEntry, sheetEntry, signOffEntry, priorEntry:
		return true
	case historyEntry:
		return !one
	case reportEntry, workbookEntry:
		return one
	}
	if slices.Contains(closing, name) {
		return true
	}
	if id, ok := strings.CutPrefix(name, dataFolder); ok {
		id, ok = strings.CutSuffix(id, ".csv")
		return ok && d.ByID(id) != nil
	}
	digest, ok := evidenceDigest(name)
	return ok && strings.Trim(digest, "0123456789abcdef") == ""
}

// evidenceDigest is the hash that the name of an evidence entry promises.
func evidenceDigest(name string) (string, bool) {
	base, ok := strings.CutPrefix(name, evidenceFolder)
	return base, ok && len(base) == 64
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
