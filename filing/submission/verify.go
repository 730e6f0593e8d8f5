package submission

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"slices"

	"yice/book"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// problemsListed bounds what is said of a file in which everything is wrong.
const problemsListed = 50

// Options of a verification. The zero value knows no keys and opens nothing that is encrypted.
type Options struct {
	OpenOptions
	Trust *Trust // keys that are trusted; nil: the signature must be right, whoever made it
}

// Verify checks every byte of a submission, its signature, and that its score sheet follows from its data. The error is for
// what could not be read at all; everything wrong inside is a problem.
func Verify(ctx context.Context, r io.ReaderAt, size int64, o Options) (*Verdict, error) {
	v := &Verdict{}
	s, err := openArchive(r, size, o.OpenOptions)
	if err != nil {
		var f *text.Fault
		if errors.As(err, &f) && f.Class == text.Findings {
			v.Problems = []text.Pair{f.Say}
			return v, nil
		}
		return nil, err
	}
	v.Submission = s
	v.Files = len(s.zip.Entries)
	c := &checking{v: v, s: s, o: o}
	if err := c.run(ctx); err != nil {
		return nil, err
	}
	v.Enterprise, v.Name, v.Year = s.USCC, s.Name, s.Year
	v.OK = len(v.Problems) == 0
	return v, nil
}

// checking is one verification under way.
type checking struct {
	v *Verdict
	s *Submission
	o Options
	// listed is the manifest as it stands in the file.
	listed []byte
}

func (c *checking) wrong(problems ...text.Pair) {
	for _, p := range problems {
		if len(c.v.Problems) < problemsListed && !slices.Contains(c.v.Problems, p) {
			c.v.Problems = append(c.v.Problems, p)
		}
	}
}

func (c *checking) run(ctx context.Context) error {
	c.names()
	c.wrong(c.s.readSelf()...)
	year, err := c.year(ctx)
	if err != nil {
		return err
	}
	if err := c.digests(ctx); err != nil {
		return err
	}
	c.signature()
	c.packSignature()
	c.evidence(year != nil)
	c.score(year)
	c.findings(year)
	if c.o.Trust != nil {
		return c.trust()
	}
	return nil
}

// names checks which entries there are and in which order.
func (c *checking) names() {
	names := make([]string, len(c.s.zip.Entries))
	for i, e := range c.s.zip.Entries {
		names[i] = e.Name
		if !mayStand(e.Name) {
			c.wrong(text.FilingVerifyStranger.With(e.Name))
		}
		if e.Packed != Packed(e.Name) {
			c.wrong(text.FilingVerifyPacked.With(e.Name))
		}
		if i > 0 && EntryBefore(names[i-1], e.Name) > 0 {
			c.wrong(text.FilingVerifyOrder.With(e.Name))
		}
	}
	for _, name := range required {
		if !slices.Contains(names, name) {
			c.wrong(text.FilingVerifyAbsent.With(name))
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
		c.wrong(f.Say)
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
				c.wrong(sayOf(err))
				continue
			}
			sum, _ = content.Sum()
		}
		if e.Name == manifestEntry || e.Name == signatureEntry || e.Name == signerEntry {
			continue
		}
		m.add(e.Name, sum)
		if digest, ok := evidenceDigest(e.Name); ok && hex.EncodeToString(sum.SHA256[:]) != digest {
			c.wrong(text.FilingVerifyEvidenceChanged.With(e.Name))
		}
		if e.Packed && c.s.seal.Packed[e.Name] != hex.EncodeToString(sum.Packed[:]) {
			c.wrong(text.FilingVerifyPacked.With(e.Name))
		}
	}
	for name := range c.s.seal.Packed {
		if c.s.zip.Entry(name) == nil {
			c.wrong(text.FilingVerifyAbsent.With(harmless(name)))
		}
	}
	listed, there, err := c.s.bytes(manifestEntry, maxManifest)
	switch {
	case err != nil:
		c.wrong(sayOf(err))
	case there:
		c.listed = listed
		c.s.manifest = seal.SM3(listed)
		c.wrong(m.differs(listed)...)
	}
	return nil
}

// signature checks the signature over the manifest, and that none was taken out or put in.
func (c *checking) signature() {
	signature, signed, err := c.s.bytes(signatureEntry, maxSmall)
	if err != nil {
		c.wrong(sayOf(err))
	}
	pem, named, err := c.s.bytes(signerEntry, maxSmall)
	if err != nil {
		c.wrong(sayOf(err))
	}
	claimed := c.s.seal.Signer
	switch {
	case !signed && !named && claimed == nil:
		return
	case !signed || !named:
		name := ""
		if claimed != nil {
			name = harmless(*claimed)
		}
		c.wrong(text.FilingVerifyStripped.With(name))
		return
	}
	key, err := seal.ParsePublicKey(pem)
	switch {
	case err != nil, string(key.PEM()) != string(pem), !key.Verify(c.listed, signature):
		c.wrong(text.FilingVerifySignature)
	case claimed == nil, *claimed != key.Fingerprint():
		c.wrong(text.FilingVerifySigner)
	default:
		c.v.Signer = key.Fingerprint()
	}
}

// trust asks that the signer is known.
func (c *checking) trust() error {
	if c.v.Signer == "" {
		c.wrong(text.FilingVerifyUnsigned)
		return nil
	}
	pem, _, err := c.s.bytes(signerEntry, maxSmall)
	if err != nil {
		return err
	}
	key, err := seal.ParsePublicKey(pem)
	if err != nil {
		return err
	}
	name, ok, err := c.o.Trust.name(key)
	if err != nil {
		return err
	}
	if !ok {
		c.wrong(text.FilingVerifyUntrusted.With(c.v.Signer))
		return nil
	}
	c.v.Signer = name
	return nil
}

// packSignature checks the signature of the pack where the trust folder knows who may sign packs. A pack that says it is
// issued must have one: anybody can write the word.
func (c *checking) packSignature() {
	signature, there, err := c.s.bytes(packSigEntry, maxSmall)
	if err != nil || c.s.Pack == nil {
		return
	}
	if !there && c.s.Pack.Issued() {
		c.wrong(text.FilingVerifyPackUnsigned)
	}
	if !there || c.o.Trust == nil {
		return
	}
	if !c.o.Trust.signedPack(c.s.Pack.Source, signature) {
		c.wrong(text.FilingVerifyPackSig)
	}
}

// score compares the sheet with the one that the rows and the pack make.
func (c *checking) score(year *book.Year) {
	if year == nil || year.Sheet() == nil {
		return
	}
	c.s.Sheet = year.Sheet()
	content, there, err := c.s.bytes(sheetEntry, maxJSON)
	if err != nil || !there {
		return // said already
	}
	if line, ok := followsFrom(content, c.s.Sheet); !ok {
		c.wrong(text.FilingVerifyScore.With(harmless(line)))
	}
}

// findings asks that nothing that blocks sealing stands in the list, nor in the rows when they are judged again.
func (c *checking) findings(year *book.Year) {
	listed, lines := make(map[[2]string]bool), 0
	for _, f := range c.s.Findings {
		listed[[2]string{f.Form, f.Check}] = true
		if f.Form == ledgerForm {
			lines++
		}
		if f.Severity == form.Must || !f.Explained {
			c.wrong(text.FilingVerifyFinding.With(f.Message))
		}
	}
	if year == nil {
		return
	}
	must := 0
	for _, f := range year.Findings() {
		switch {
		case f.Severity == form.Must:
			must++
			c.wrong(text.FilingVerifyJudged.With(harmlessPair(f.Message)))
		case f.Form == ledgerForm && lines >= book.ListedLines:
			// Of so many flagged lines only the first are listed, here and there.
		case !listed[[2]string{f.Form, f.Check}]:
			// The list may be of a program that words or places a finding otherwise; that a rule is broken and nowhere
			// in the list is what nobody can have overlooked.
			c.wrong(text.FilingVerifyHidden.With(harmlessPair(f.Message)))
		}
	}
	if more := year.Counts().Must - must; more > 0 {
		c.wrong(text.FilingVerifyMore.With(more))
	}
}
