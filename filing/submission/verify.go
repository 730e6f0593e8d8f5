package submission

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"yice/book"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// Options of a verification: what its reader brings. The zero value asks for no keys, measures by nothing and opens nothing
// that is encrypted.
type Options struct {
	OpenOptions
	Keys *seal.Keyring // who may say what; nil: nobody is asked
	// Pack is the regulator's: the measure. nil: only the pack that travelled along is known.
	Pack *Measure
	// Decisions on recognitions. They count only where Keys says that who signed them may decide.
	Decisions []*Decisions
	// Earlier are verified submissions of the year before; that of another enterprise or year is passed over.
	Earlier []*Earlier
	Now     time.Time // zero: the clock
}

const (
	// problemsListed bounds what is said of a file in which everything is wrong.
	problemsListed = 50
	// clockSkew is how far ahead of ours the clock of a desk may be.
	clockSkew = 10 * time.Minute
	// wholeAtMost is up to what size a file is read at once, in bytes: what was hashed is then what is judged.
	wholeAtMost = 64 << 20
)

// Verify answers for a submission: is every byte as it was sealed, whose signature is it, may they, whose policy is it, does
// the score follow. The error is for what could not be read at all; everything wrong inside is a problem.
func Verify(ctx context.Context, r io.ReaderAt, size int64, o Options) (*Verdict, error) {
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	v := &Verdict{
		Integrity: unknown, Signature: unknown, Identity: unasked, Policy: unasked, Score: unknown, SignOffs: signOffsAbsent,
	}
	same, err := v.hash(ctx, &r, size, o.Name)
	if err != nil {
		return nil, err
	}
	s, err := openArchive(r, size, o.OpenOptions)
	if err != nil {
		return v.unopened(r, size, err)
	}
	v.Submission, v.Files = s, len(s.zip.Entries)
	if kind, is := kindOf(s.zip); is {
		v.Submission = nil
		v.Problems = []Problem{kind}
		return v, nil
	}
	c := &checking{v: v, s: s, o: o}
	if err := c.run(ctx); err != nil {
		return nil, err
	}
	v.Enterprise, v.Name, v.Year, v.Serial, v.Period = s.USCC, s.Name, s.Year, s.Serial, periodOf(s.seal)
	if s.Pack != nil {
		v.Pack = harmless(s.Pack.ID + " " + s.Pack.Version)
	}
	if err := same(); err != nil {
		return nil, err
	}
	v.OK = len(v.Problems) == 0 && (o.Keys == nil || v.Identity == identityTrusted) && (o.Pack == nil || v.Policy == policyIssued)
	return v, nil
}

// hash takes the SHA-256 of the file. A small one is read into memory, and all that follows is read there; of a large one the
// returned function asks in the end whether it still is what it was.
func (v *Verdict) hash(ctx context.Context, r *io.ReaderAt, size int64, name string) (same func() error, err error) {
	sum := func() (string, []byte, error) {
		h := sha256.New()
		section := io.NewSectionReader(*r, 0, size)
		if size > wholeAtMost {
			_, err := io.Copy(h, section)
			return hex.EncodeToString(h.Sum(nil)), nil, err
		}
		content, err := io.ReadAll(section)
		h.Write(content)
		return hex.EncodeToString(h.Sum(nil)), content, err
	}
	digest, content, err := sum()
	if err != nil {
		return nil, cannotRead(name, err)
	}
	v.SHA256 = digest
	if size <= wholeAtMost {
		*r = bytes.NewReader(content)
		return func() error { return nil }, nil
	}
	return func() error {
		again, _, err := sum()
		switch {
		case err != nil:
			return cannotRead(name, err)
		case again != digest:
			return fault("filing.changed", text.Cannot, text.FilingVerifyMeanwhile.With(name))
		}
		return ctx.Err()
	}, nil
}

// unopened is the verdict on what is no archive of ours, or is closed to its reader.
func (v *Verdict) unopened(r io.ReaderAt, size int64, err error) (*Verdict, error) {
	var f *text.Fault
	if !errors.As(err, &f) {
		return nil, err
	}
	switch {
	case f.Code == "filing.encrypted":
		v.Locked = true
		v.Notes = []Note{{"envelope.closed", f.Say}}
		return v, nil
	case f.Class != text.Findings:
		return nil, err
	}
	if problem, is := loosePack(r, size); is {
		v.Problems = []Problem{problem}
		return v, nil
	}
	v.Integrity = integrityBad
	v.Problems = []Problem{{"archive.spelling", f.Say, ""}}
	return v, nil
}

// checking is one verification under way.
type checking struct {
	v *Verdict
	s *Submission
	o Options
	// listed is the manifest as it stands in the file.
	listed []byte
	signer *seal.PublicKey // whose signature is right
	data   DataDigest      // of the tables
	tables []described
	// stands: what came along is an extract of the regulator's pack, and the regulator's own word.
	stands bool
}

func (c *checking) wrong(code, entry string, say text.Pair) {
	p := Problem{code, say, harmless(entry)}
	if len(c.v.Problems) < problemsListed && !slices.Contains(c.v.Problems, p) {
		c.v.Problems = append(c.v.Problems, p)
	}
}

func (c *checking) note(code string, say text.Pair) {
	n := Note{code, say}
	if len(c.v.Notes) < problemsListed && !slices.Contains(c.v.Notes, n) {
		c.v.Notes = append(c.v.Notes, n)
	}
}

func (c *checking) run(ctx context.Context) error {
	for _, p := range c.s.readSelf() {
		c.wrong(p.Code, p.Entry, p.Say)
	}
	c.names()
	year, err := c.year(ctx)
	if err != nil {
		return err
	}
	if err := c.digests(ctx); err != nil {
		return err
	}
	c.integrity()
	c.signature()
	c.sealedAt()
	c.identity()
	c.audience()
	c.policy()
	c.evidence(year != nil)
	c.descriptor()
	c.signOffs()
	c.history()
	c.score(year)
	c.period()
	c.findings(year)
	c.before()
	c.measure(year)
	return nil
}

// integrity settles the first answer: whether anything was changed since it was sealed, or could not be read.
func (c *checking) integrity() {
	c.v.Integrity = integrityOK
	if len(c.v.Problems) > 0 {
		c.v.Integrity = integrityBad
	}
}

// names checks which entries there are and in which order.
func (c *checking) names() {
	one := c.s.seal.One()
	names := make([]string, len(c.s.zip.Entries))
	for i, e := range c.s.zip.Entries {
		names[i] = e.Name
		if !mayStand(c.s.Forms(), e.Name, one) {
			c.wrong("entry.stranger", e.Name, text.FilingVerifyStranger.With(e.Name))
		}
		if e.Packed != Packed(e.Name) {
			c.wrong("archive.spelling", e.Name, text.FilingVerifyPacked.With(e.Name))
		}
		if i > 0 && EntryBefore(names[i-1], e.Name) > 0 {
			c.wrong("archive.spelling", e.Name, text.FilingVerifyOrder.With(e.Name))
		}
	}
	for _, name := range mustStand(c.s.Forms(), one) {
		if !slices.Contains(names, name) {
			c.wrong("entry.absent", name, text.FilingVerifyAbsent.With(name))
		}
	}
	if one {
		c.note("format.one", text.FilingNoteOne)
		if slices.Contains(names, reportEntry) || slices.Contains(names, workbookEntry) {
			c.note("format.prints", text.FilingNoteOnePrints)
		}
	}
}

// year reads all tables and judges them; nil where one of them cannot be read, which is then a problem.
func (c *checking) year(ctx context.Context) (*book.Year, error) {
	year, err := c.s.judge(ctx)
	var f *text.Fault
	switch {
	case err == nil:
		return year, nil
	case errors.As(err, &f):
		c.wrong("table.cell", "", f.Say)
		return nil, nil
	}
	return nil, err
}

// digests reads what has not been read yet and compares everything with the manifest and the seal.
func (c *checking) digests(ctx context.Context) error {
	var m manifest
	for _, e := range c.s.zip.Entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		sum, ok := c.s.read[e.Name]
		if !ok {
			content := e.Open()
			if _, err := io.Copy(io.Discard, content); err != nil {
				c.wrong("archive.spelling", e.Name, sayOf(err))
				continue
			}
			sum, _ = content.Sum()
			c.s.read[e.Name] = sum
		}
		if e.Name == manifestEntry || e.Name == signatureEntry || e.Name == signerEntry {
			continue
		}
		m.add(e.Name, sum)
		c.table(e.Name)
		if digest, ok := evidenceDigest(e.Name); ok && hex.EncodeToString(sum.SHA256[:]) != digest {
			c.wrong("evidence.changed", e.Name, text.FilingVerifyEvidenceChanged.With(e.Name))
		}
		if e.Packed && c.s.seal.Packed[e.Name] != hex.EncodeToString(sum.Packed[:]) {
			c.wrong("archive.spelling", e.Name, text.FilingVerifyPacked.With(e.Name))
		}
	}
	for name := range c.s.seal.Packed {
		if c.s.zip.Entry(name) == nil {
			c.wrong("entry.absent", name, text.FilingVerifyAbsent.With(harmless(name)))
		}
	}
	listed, there, err := c.s.bytes(manifestEntry, maxManifest)
	switch {
	case err != nil:
		c.wrong("archive.spelling", manifestEntry, sayOf(err))
	case there:
		c.listed = listed
		c.s.manifest = seal.SM3(listed)
		if !c.s.seal.One() {
			m.head = seal.SubmissionStatement.Line()
		}
		for _, p := range m.differs(listed) {
			c.wrong(p.Code, p.Entry, p.Say)
		}
	}
	return nil
}

// table notes what was read of a table, for the descriptor and for what people confirmed.
func (c *checking) table(name string) {
	f := formOfEntry(c.s.Forms(), name)
	if f == nil {
		return
	}
	sum := c.s.read[name]
	c.data.Add(name, sum.SHA256)
	c.tables = append(c.tables, described{form: f, path: name, sum: sum})
}

// signature checks the signature over the manifest, and that none was taken out or put in.
func (c *checking) signature() {
	c.v.Signature = signatureBad
	signature, signed, err := c.s.bytes(signatureEntry, maxSmall)
	if err != nil {
		c.wrong("signature.bad", signatureEntry, sayOf(err))
	}
	pem, named, err := c.s.bytes(signerEntry, maxSmall)
	if err != nil {
		c.wrong("signature.bad", signerEntry, sayOf(err))
	}
	claimed := c.s.seal.Signer
	switch {
	case !signed && !named && claimed == nil:
		c.v.Signature = signatureNone
		return
	case !signed || !named:
		name := ""
		if claimed != nil {
			name = harmless(*claimed)
		}
		c.wrong("signature.stripped", signatureEntry, text.FilingVerifyStripped.With(name))
		return
	}
	key, err := seal.ParsePublicKey(pem)
	switch {
	case err != nil, string(key.PEM()) != string(pem), !c.signedBytes(key, signature):
		c.wrong("signature.bad", signatureEntry, text.FilingVerifySignature)
	case claimed == nil, *claimed != key.Fingerprint():
		c.wrong("signature.bad", signerEntry, text.FilingVerifySigner)
	default:
		c.v.Signature, c.v.Signer, c.signer = signatureOK, key.Fingerprint(), key
	}
}

// signedBytes checks the signature itself. That of format 2 says in its first line what was signed.
func (c *checking) signedBytes(key *seal.PublicKey, signature []byte) bool {
	if c.s.seal.One() {
		c.note("format.signature", text.FilingNoteOneSignature)
		return key.Verify(c.listed, signature)
	}
	statement, body, ok := seal.CutStatement(c.listed)
	return ok && statement == seal.SubmissionStatement && key.VerifyStatement(statement, body, signature)
}

// sealedAt: nobody seals in the future.
func (c *checking) sealedAt() {
	at, ok := c.s.seal.At()
	switch {
	case !ok && c.s.seal.Format != "":
		c.wrong("seal.spelling", sealEntry, text.FilingVerifySeal)
	case ok && at.After(c.o.Now.Add(clockSkew)):
		c.wrong("seal.future", sealEntry, text.FilingVerifyFuture.With(harmless(c.s.SealedAt), c.o.Now.Format(time.RFC3339)))
	}
}

// score compares the sheet with the one that the rows and the pack make.
func (c *checking) score(year *book.Year) {
	if year == nil || year.Sheet() == nil {
		return
	}
	c.s.Sheet = year.Sheet()
	c.v.Score = scoreDiffers
	content, there, err := c.s.bytes(sheetEntry, maxJSON)
	if err != nil || !there {
		return // said already
	}
	line, ok := followsFrom(content, c.s.Sheet, c.s.seal.One())
	switch {
	case !ok && c.s.seal.One():
		// The rules have become stricter since; what is shown is computed anew.
		c.v.Score = unknown
		c.note("format.score", text.FilingNoteOneScore.With(harmless(line)))
		return
	case !ok:
		c.wrong("score.differs", sheetEntry, text.FilingVerifyScore.With(harmless(line)))
		return
	}
	c.v.Score = scoreFollows
}

// descriptor asks that datapackage.json is what is derived from the tables.
func (c *checking) descriptor() {
	if c.s.seal.One() {
		return
	}
	content, there, err := c.s.bytes(packageEntry, maxJSON)
	if err != nil || !there {
		return // said already
	}
	derived := describe(c.s.Forms(), c.s.USCC, c.s.Name, c.s.Year, c.tables)
	same := bytes.Equal(content, derived)
	if c.s.spelling() == otherSpelling {
		c.note("format.dictionary", text.FilingNoteDictionary)
		same = sameTables(content, derived)
	}
	if !same {
		c.wrong("descriptor.differs", packageEntry, text.FilingVerifyDescriptor)
	}
}

// formOfEntry gives the form of a table; nil for what is none.
func formOfEntry(d *form.Dictionary, name string) *form.Form {
	if name == priorEntry {
		return form.ByID(summaryForm)
	}
	id, ok := strings.CutPrefix(name, dataFolder)
	if !ok {
		return nil
	}
	if id, ok = strings.CutSuffix(id, ".csv"); !ok {
		return nil
	}
	return d.ByID(id)
}
