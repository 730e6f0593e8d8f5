package submission

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"

	"yice/filing/submission/archive"
	"yice/form"
	"yice/internal/inorder"
	"yice/scoring"
	"yice/seal"
	"yice/text"
)

// Content is everything a submission is made of.
type Content struct {
	// Seal says whose year it is and when it was sealed. Format, Signer and Packed are filled in.
	Seal     Sealed
	Name     string // of the enterprise
	Rows     RowsOf // of every form
	Prior    *form.Record
	Findings []form.Finding
	Sheet    *scoring.Sheet
	// SignOffs gives the three, of the data whose digest is given.
	SignOffs func(data string) ([]SignOff, error)
	History  History
	Pack     *scoring.Pack
	// PackSignature is the regulator's, of a pack that is issued; nil: none.
	PackSignature []byte
	// Also are further entries, how each is written, by name: asked for when all rows have been read.
	Also func() (map[string]func(io.Writer) error, error)
	Key  *seal.Key       // signs; nil: unsigned
	Say  func(text.Pair) // hears which entry is being written; may be nil
}

// Written says what was written.
type Written struct {
	Seal     Sealed
	Manifest string // SM3, in hex
	Rows     int64
}

// Write writes a submission into a file that is empty.
func Write(ctx context.Context, out io.WriteSeeker, c Content) (Written, error) {
	w := &writing{c: c, zip: archive.NewWriter(out), seal: c.Seal}
	w.seal.Format, w.seal.Packed, w.seal.Signer = formatTwo, make(map[string]string), nil
	w.seal.Dictionary = DictionaryOf(c.Pack.Dictionary())
	if w.seal.Period == "" {
		w.seal.Period = Period{Year: w.seal.Year}.String()
	}
	w.manifest.head = seal.SubmissionStatement.Line()
	w.c.Rows, w.at = rowsNumbered(c.Rows, c.Findings)
	if c.Key != nil {
		print := c.Key.Public().Fingerprint()
		w.seal.Signer = &print
	}
	if err := w.data(ctx); err != nil {
		return Written{}, err
	}
	if err := w.contents(); err != nil {
		return Written{}, err
	}
	digest, err := w.close()
	return Written{w.seal, digest, w.rows}, err
}

// writing is one submission under way.
type writing struct {
	c        Content
	zip      *archive.Writer
	seal     Sealed
	manifest manifest
	tables   []described
	rows     int64
	digest   DataDigest
	at       func(form.Finding) form.Finding // the finding, by the row of its table
}

func (w *writing) say(stage text.Pair) {
	if w.c.Say != nil {
		w.c.Say(stage)
	}
}

// add writes one entry and enters it in the manifest.
func (w *writing) add(name string, write func(io.Writer) error) (archive.Sum, error) {
	sum, err := w.zip.Add(name, Packed(name), write)
	if err != nil {
		return sum, err
	}
	w.manifest.add(name, sum)
	if Packed(name) {
		w.seal.Packed[name] = hex.EncodeToString(sum.Packed[:])
	}
	return sum, nil
}

// data puts every form, in the order of the ids, and the year before.
func (w *writing) data(ctx context.Context) error {
	for _, d := range allTables(w.c.Pack.Dictionary()) {
		w.say(text.FilingStageWrite.With(d.path))
		rows := w.c.Rows
		if d.path == priorEntry {
			rows = onlyRow(w.c.Prior)
		}
		var n int64
		sum, err := w.add(d.path, func(out io.Writer) (err error) {
			n, err = WriteTable(ctx, out, d.form, rows)
			return err
		})
		if err != nil {
			return err
		}
		if d.path != priorEntry {
			w.rows += n
		}
		d.sum = sum
		w.digest.Add(d.path, sum.SHA256)
		w.tables = append(w.tables, d)
	}
	return nil
}

// allTables are the tables of a submission in their order.
func allTables(d *form.Dictionary) []described {
	all := []described{{form: form.ByID(summaryForm), path: priorEntry}}
	for _, f := range d.All() {
		all = append(all, described{form: f, path: DataEntry(f)})
	}
	inorder.Sort(all, func(a, b described) int { return EntryBefore(a.path, b.path) })
	return all
}

// DigestData gives the digest of a year's data that people sign off, without writing it.
func DigestData(ctx context.Context, forms *form.Dictionary, rows RowsOf, prior *form.Record) (string, error) {
	var d DataDigest
	for _, t := range allTables(forms) {
		of := rows
		if t.path == priorEntry {
			of = onlyRow(prior)
		}
		h := sha256.New()
		if _, err := WriteTable(ctx, h, t.form, of); err != nil {
			return "", err
		}
		d.Add(t.path, [sha256.Size]byte(h.Sum(nil)))
	}
	return d.Sum(), nil
}

// onlyRow is a table of one row, or of none.
func onlyRow(r *form.Record) RowsOf {
	return func(_ context.Context, _ *form.Form, visit func(*form.Record) error) error {
		if r == nil {
			return nil
		}
		return visit(r)
	}
}

// contents puts the entries besides the data.
func (w *writing) contents() error {
	all := make(map[string]func(io.Writer) error)
	put := func(name string, content []byte) { all[name] = writeBytes(content) }
	put(packageEntry, describe(w.c.Pack.Dictionary(), w.seal.USCC, w.c.Name, w.seal.Year, w.tables))
	found := make([]form.Finding, len(w.c.Findings))
	for i, f := range w.c.Findings {
		found[i] = w.at(f)
	}
	put(findingsEntry, findingsJSON(found))
	put(sheetEntry, SheetJSON(w.c.Sheet))
	put(historyEntry, historyJSON(w.c.History))
	signOffs, err := w.c.SignOffs(w.digest.Sum())
	if err != nil {
		return err
	}
	put(signOffEntry, signOffJSON(signOffs))
	put(packEntry, w.c.Pack.Source)
	if len(w.c.PackSignature) > 0 {
		put(packSigEntry, w.c.PackSignature)
	}
	if w.c.Also != nil {
		more, err := w.c.Also()
		if err != nil {
			return err
		}
		for name, write := range more {
			all[name] = write
		}
	}
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.SortFunc(names, EntryBefore)
	for _, name := range names {
		w.say(text.FilingStageWrite.With(name))
		sum, err := w.add(name, all[name])
		if err != nil {
			return err
		}
		if err := soundEvidence(name, sum); err != nil {
			return err
		}
	}
	return nil
}

func writeBytes(content []byte) func(io.Writer) error {
	return func(out io.Writer) error {
		_, err := out.Write(content)
		return err
	}
}

// EvidenceUnfit is a piece of evidence that cannot go along: what is stored is no longer what was attached, or it is packed
// so well that a reader would take it for a bomb.
type EvidenceUnfit struct {
	Digest string
	Dense  bool // else it is another content
}

func (e *EvidenceUnfit) Error() string { return "evidence " + e.Digest + " cannot go along" }

func soundEvidence(name string, sum archive.Sum) error {
	digest, ok := evidenceDigest(name)
	switch {
	case !ok:
		return nil
	case hex.EncodeToString(sum.SHA256[:]) != digest:
		return &EvidenceUnfit{Digest: digest}
	case sum.TooDense():
		return &EvidenceUnfit{Digest: digest, Dense: true}
	}
	return nil
}

// EvidenceEntry names the entry of a piece of evidence.
func EvidenceEntry(digest string) string { return evidenceFolder + digest }

// close writes what speaks of the contents: seal.json, the manifest, the signature and the signer's key.
func (w *writing) close() (digest string, err error) {
	w.say(text.FilingStageSeal)
	if _, err := w.add(sealEntry, writeBytes(w.seal.Spelled())); err != nil {
		return "", err
	}
	listed := w.manifest.bytes()
	if err := w.last(manifestEntry, listed); err != nil {
		return "", err
	}
	if w.c.Key != nil {
		signature, err := w.c.Key.SignStatement(seal.SubmissionStatement, listed[len(w.manifest.head):])
		if err != nil {
			return "", err
		}
		if err := w.last(signatureEntry, signature); err != nil {
			return "", err
		}
		if err := w.last(signerEntry, w.c.Key.Public().PEM()); err != nil {
			return "", err
		}
	}
	return hexOf(seal.SM3(listed)), w.zip.Close()
}

// last adds an entry that the manifest does not name.
func (w *writing) last(name string, content []byte) error {
	_, err := w.zip.Add(name, Packed(name), writeBytes(content))
	return err
}
