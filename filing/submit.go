package filing

import (
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"
	"sync"
	"time"

	"yice/entry"
	"yice/filing/archive"
	"yice/filing/report"
	"yice/form"
	"yice/scoring"
	"yice/seal"
	"yice/store"
	"yice/text"
)

// Submit seals the session's year into a file and locks the year. It refuses (Class Findings) while a Prerequisite is
// unmet. The file is written beside its place and takes it only when it is whole. Of a frozen session it is what stood
// then that is sealed: where that was changed meanwhile nothing is, with the fault entry.changed-since.
func Submit(ctx context.Context, s *entry.Session, out string, o SubmitOptions) (Receipt, error) {
	key, to, err := o.keys()
	if err != nil {
		return Receipt{}, err
	}
	ctx, cancel := context.WithCancel(ctx)
	sound := examine(ctx, s)
	defer func() {
		cancel()
		_ = sound() // nothing of ours reads the workspace when this returns
	}()
	if err := ready(ctx, s, o); err != nil {
		return Receipt{}, err
	}
	w, err := newSealing(s, o, key)
	if err != nil {
		return Receipt{}, err
	}
	err = writePlaced(out, func(f *os.File) error {
		if err := w.write(ctx, f); err != nil {
			return err
		}
		o.say(text.FilingStageSound)
		if err := sound(); err != nil {
			return err
		}
		if to == nil {
			return nil
		}
		o.say(text.FilingStageEncrypt)
		return envelop(f, to)
	}, func(place func() error) error { return w.last(ctx, out, place) })
	if err != nil && !w.placed {
		return Receipt{}, err
	}
	return w.receipt(out), err
}

// last puts the file in its place and locks the year, where it still is what was sealed.
func (w *sealing) last(ctx context.Context, out string, place func() error) error {
	run := w.o.Last
	if run == nil {
		run = func(seal func() error) error { return seal() }
	}
	return run(func() error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.s.StillAsFrozen(); err != nil {
			return err
		}
		if err := place(); err != nil {
			return err
		}
		w.placed = true
		return w.remember(w.receipt(out))
	})
}

func (o SubmitOptions) say(stage text.Pair) {
	if o.Progress != nil {
		o.Progress(stage)
	}
}

// read tells how far the reading is; the ledger is read twice, once to check it and once to write it out.
func (o SubmitOptions) read(done, of int64) {
	if o.Rows != nil && of > 0 {
		o.Rows(min(done, of), of)
	}
}

func (o SubmitOptions) keys() (key *seal.Key, to *seal.PublicKey, err error) {
	if o.Key != "" {
		if key, err = seal.ReadKey(o.Key, o.Passphrase); err != nil {
			return nil, nil, err
		}
	}
	if o.EncryptTo != "" {
		if to, err = seal.ReadPublicKey(o.EncryptTo); err != nil {
			return nil, nil, err
		}
	}
	return key, to, nil
}

// examine begins the long check of the workspace; it runs while the file is being written, which must not take its place
// before the check is through. What it gives waits for the result.
func examine(ctx context.Context, s *entry.Session) func() error {
	sound := make(chan error, 1)
	go func() {
		problems, err := s.Live().Workspace().Check(ctx) // which mends totals where they are wrong
		if err == nil && len(problems) == 0 {
			problems, err = s.Live().Workspace().VerifyHistory(ctx)
		}
		if err == nil && len(problems) > 0 {
			err = fault("filing.workspace-damaged", text.Cannot, text.FilingWorkspaceDamaged.With(problems[0].Message))
		}
		sound <- err
	}()
	return sync.OnceValue(func() error { return <-sound })
}

// ready does the deep check of the data and refuses while something blocks sealing.
func ready(ctx context.Context, s *entry.Session, o SubmitOptions) error {
	o.say(text.FilingStageCheck)
	lines, err := s.Workspace().Count(s.Book(), form.ByID(ledgerForm))
	if err != nil {
		return err
	}
	if err := s.CheckDeepTelling(ctx, func(done int64) { o.read(done, 2*lines) }); err != nil {
		return err
	}
	o.read(lines, 2*lines)
	for _, p := range Prerequisites(s) {
		if p.Need && !p.OK {
			return fault("filing.not-ready", text.Findings, text.FilingNotReady.With(p.Say))
		}
	}
	signature, err := packSignature(s.Workspace(), s.Pack())
	if err == nil && s.Pack().Issued() && len(signature) == 0 {
		err = fault("filing.pack-not-kept", text.Cannot, text.FilingPackNotKept.With(s.Pack().ID, s.Pack().Version))
	}
	return err
}

// sealing is one submission file under way.
type sealing struct {
	s        *entry.Session
	o        SubmitOptions
	key      *seal.Key
	seal     sealed
	manifest manifest
	zip      *archive.Writer
	data     []described
	evidence map[string]string // entry name by digest
	rows     int64
	bytes    int64
	placed   bool
	digest   string // SM3 of the manifest
}

func newSealing(s *entry.Session, o SubmitOptions, key *seal.Key) (*sealing, error) {
	uscc, _, _ := s.Enterprise()
	now := time.Now
	if o.Now != nil {
		now = o.Now
	}
	w := &sealing{s: s, o: o, key: key, evidence: make(map[string]string)}
	w.seal = sealed{
		Format: submissionFormat, USCC: uscc, Year: s.Year(), SealedAt: now().Format(time.RFC3339),
		SealedBy: operator(s, o.Who), Packed: make(map[string]string),
	}
	if key != nil {
		print := key.Public().Fingerprint()
		w.seal.Signer = &print
	}
	var err error
	if w.seal.Head, err = s.Workspace().HistoryHead(); err != nil {
		return nil, err
	}
	earlier, err := Sealings(s)
	if err != nil {
		return nil, err
	}
	w.seal.Serial = fmt.Sprintf("%s-%d-%02d", uscc, s.Year(), len(earlier)+1)
	if n := len(earlier); n > 0 {
		w.seal.Replaces = &replaced{earlier[n-1].Serial, earlier[n-1].Manifest}
	}
	return w, nil
}

// add writes one entry and enters it in the manifest.
func (w *sealing) add(name string, write func(io.Writer) error) (archive.Sum, error) {
	sum, err := w.zip.Add(name, packed(name), write)
	if err != nil {
		return sum, err
	}
	w.manifest.add(name, sum)
	if packed(name) {
		w.seal.Packed[name] = hex.EncodeToString(sum.Packed[:])
	}
	return sum, nil
}

func (w *sealing) addBytes(name string, content []byte) error {
	_, err := w.add(name, func(out io.Writer) error {
		_, err := out.Write(content)
		return err
	})
	return err
}

// write puts all entries in their order.
func (w *sealing) write(ctx context.Context, f *os.File) error {
	w.zip = archive.NewWriter(f)
	if err := w.writeData(ctx); err != nil {
		return err
	}
	contents, err := w.contents(ctx)
	if err != nil {
		return err
	}
	names := make([]string, 0, len(contents))
	for name := range contents {
		names = append(names, name)
	}
	slices.SortFunc(names, contentBefore)
	for _, name := range names {
		w.o.say(text.FilingStageWrite.With(name))
		if _, ok := evidenceDigest(name); ok {
			err = w.addEvidence(name, contents[name])
		} else {
			_, err = w.add(name, contents[name])
		}
		if err != nil {
			return err
		}
	}
	if err := w.close(); err != nil {
		return err
	}
	info, err := f.Stat()
	if err == nil {
		w.bytes = info.Size()
	}
	return err
}

// writeData puts every form, in the order of the ids, and the year before.
func (w *sealing) writeData(ctx context.Context) error {
	tables := make(map[string]described)
	for _, f := range form.All() {
		tables[dataEntry(f)] = described{form: f, path: dataEntry(f)}
	}
	tables[priorEntry] = described{form: form.ByID(summaryForm), path: priorEntry}
	paths := make([]string, 0, len(tables))
	for path := range tables {
		paths = append(paths, path)
	}
	slices.SortFunc(paths, contentBefore)
	var err error
	for _, path := range paths {
		d := tables[path]
		w.o.say(text.FilingStageWrite.With(path))
		rows := w.noteEvidence(sessionRows(w.s))
		if d.form.Scope == form.Ledger {
			if rows, err = w.told(rows, d.form); err != nil {
				return err
			}
		}
		if path == priorEntry {
			rows = onlyRow(priorRecord(w.s.Facts().Prev))
		}
		var n int64
		sum, err := w.add(path, func(out io.Writer) (err error) {
			n, err = writeCSV(ctx, out, d.form, rows, false, text.ZH)
			return err
		})
		if err != nil {
			return err
		}
		if path != priorEntry {
			w.rows += n
		}
		d.sum = sum
		w.data = append(w.data, d)
	}
	return nil
}

// told tells how many lines of a ledger have been written.
func (w *sealing) told(rows rowsOf, f *form.Form) (rowsOf, error) {
	lines, err := w.s.Workspace().Count(w.s.Book(), f)
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		n := int64(0)
		return rows(ctx, f, func(r *form.Record) error {
			if n++; n%progressEvery == 0 || n == lines {
				w.o.read(lines+n, 2*lines)
			}
			return visit(r)
		})
	}, err
}

// onlyRow is a table of one row, or of none.
func onlyRow(r *form.Record) rowsOf {
	return func(_ context.Context, _ *form.Form, visit func(*form.Record) error) error {
		if r == nil {
			return nil
		}
		return visit(r)
	}
}

// noteEvidence remembers the evidence that rows name, where it is to go along.
func (w *sealing) noteEvidence(rows rowsOf) rowsOf {
	if !w.o.Evidence {
		return rows
	}
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		at := f.Index("evidence")
		return rows(ctx, f, func(r *form.Record) error {
			if at >= 0 && !r.Values[at].Empty() {
				for _, a := range form.Attachments(r.Values[at]) {
					w.evidence[a.Digest] = a.String()
				}
			}
			return visit(r)
		})
	}
}

// contents are the entries besides the data: how each is written, by name.
func (w *sealing) contents(ctx context.Context) (map[string]func(io.Writer) error, error) {
	all := make(map[string]func(io.Writer) error)
	put := func(name string, content []byte) {
		all[name] = func(out io.Writer) error {
			_, err := out.Write(content)
			return err
		}
	}
	_, name, _ := w.s.Enterprise()
	put(packageEntry, describe(w.seal.USCC, name, w.seal.Year, w.data))
	put(findingsEntry, findingsJSON(w.s.Findings()))
	put(sheetEntry, sheetJSON(w.s.Sheet()))
	signOffs, err := signOffJSON(w.s)
	if err != nil {
		return nil, err
	}
	put(signOffEntry, signOffs)
	prints, err := report.Gather(w.s)
	if err != nil {
		return nil, err
	}
	all[reportEntry] = func(out io.Writer) error { return prints.HTML(out, text.ZH) }
	all[workbookEntry] = func(out io.Writer) error { return prints.Workbook(ctx, out, text.ZH) }
	pack := w.s.Pack()
	put(packEntry, pack.Source)
	signature, err := packSignature(w.s.Workspace(), pack)
	if err != nil {
		return nil, err
	}
	if len(signature) > 0 {
		put(packSigEntry, signature)
	}
	if err := w.evidenceFits(); err != nil {
		return nil, err
	}
	for digest, entry := range w.evidence {
		path, err := w.s.Workspace().EvidencePath(entry)
		if err != nil {
			return nil, err
		}
		all[evidenceFolder+digest] = func(out io.Writer) error { return copyFile(out, path) }
	}
	return all, nil
}

// packSignature gives the signature of the issued pack, where the workspace has it.
func packSignature(w *store.Workspace, pack *scoring.Pack) ([]byte, error) {
	packs, err := w.Packs()
	if err != nil {
		return nil, err
	}
	for _, p := range packs {
		if p.SHA256 == pack.SHA256 {
			return p.Signature, nil
		}
	}
	return nil, nil
}

func copyFile(out io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return cannotOpen(path, err)
	}
	defer f.Close()
	_, err = io.Copy(out, f)
	return err
}

// close writes what speaks of the contents: seal.json, the manifest, the signature and the signer's key.
func (w *sealing) close() error {
	w.o.say(text.FilingStageSeal)
	if err := w.addBytes(sealEntry, printJSON(w.seal)); err != nil {
		return err
	}
	listed := w.manifest.bytes()
	sum := seal.SM3(listed)
	w.digest = hex.EncodeToString(sum[:])
	if err := w.addLast(manifestEntry, listed); err != nil {
		return err
	}
	if w.key != nil {
		signature, err := w.key.Sign(listed)
		if err != nil {
			return err
		}
		if err := w.addLast(signatureEntry, signature); err != nil {
			return err
		}
		if err := w.addLast(signerEntry, w.key.Public().PEM()); err != nil {
			return err
		}
	}
	return w.zip.Close()
}

// addLast writes an entry that the manifest does not name.
func (w *sealing) addLast(name string, content []byte) error {
	_, err := w.zip.Add(name, packed(name), func(out io.Writer) error {
		_, err := out.Write(content)
		return err
	})
	return err
}

func (w *sealing) receipt(out string) Receipt {
	r := Receipt{File: out, Serial: w.seal.Serial, Manifest: w.digest, Rows: w.rows, Bytes: w.bytes}
	if w.seal.Replaces != nil {
		r.Replaces = w.seal.Replaces.Serial
	}
	if w.seal.Signer != nil {
		r.Signer = *w.seal.Signer
	}
	return r
}
