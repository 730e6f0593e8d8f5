package submission

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"yice/filing/submission/archive"
	"yice/seal"
	"yice/text"
)

// Kinds of documents that are ours and no submission. They are words of JSON and never change.
const (
	KindReceipt   = "receipt"
	KindReceipts  = "receipts"
	KindDecisions = "decisions"
	KindKeys      = "keys"
	KindPack      = "pack"
)

// Document is what was found out about a file of ours that is no submission: a receipt, a log of receipts, recognitions, a
// register of keys, a policy pack. Of its content only what could be read is there.
type Document struct {
	// OK is true where everything holds that was asked.
	OK   bool
	Kind string

	Integrity string // ok, bad: every byte is as it was signed, and what it says could be read
	Signature string // ok, bad, none, unknown: a pack's lies beside it, and is tried with the keys there are
	Identity  string // trusted, unknown, wrong, unasked: the signer may state this, at the moment it says
	Of        string // matches, other, unasked: a receipt is that of the submission brought along
	Logged    string // has, lacks, unasked: the log brought along has a receipt under its number

	Signer   string    // name of a registered holder, else fingerprint; "" when unsigned
	SignedAt time.Time // by the signer's own word; zero where it does not say
	SHA256   string    // of the file
	Problems []Problem
	Notes    []Note

	Receipt   *Receipt
	Log       *ReceiptLog
	Decisions *Decisions
	Register  *seal.Register
	Pack      *Measure
}

// DocumentOptions are what the reader of a document brings. The zero value asks for no keys.
type DocumentOptions struct {
	Name string // of the file, as it is shown
	Keys *seal.Keyring
	// Signature lies beside a pack.
	Signature []byte
	// Of is the verdict on the submission that a receipt should be of.
	Of *Verdict
	// Log is a log in which a receipt should be. Whose it is its reader has asked.
	Log *ReceiptLog
	Now time.Time // zero: the clock
}

// documentNames says what each kind of signed file carries.
var documentNames = map[string]string{
	KindReceipt: ReceiptDocument, KindReceipts: ReceiptLogDocument, KindDecisions: RecognitionDocument, KindKeys: RegisterDocument,
}

// KindOf names a document by its first bytes; "" for a submission, and for what is nothing of ours.
func KindOf(content []byte) string {
	if z, err := archive.Open(bytes.NewReader(content), int64(len(content))); err == nil && len(z.Entries) > 0 {
		for kind, name := range documentNames {
			if z.Entries[0].Name == name {
				return kind
			}
		}
		return ""
	}
	if looksLikePack(content) {
		return KindPack
	}
	return ""
}

// looksLikePack reports a text in which the table of a pack begins; whether it can be read is another question.
func looksLikePack(content []byte) bool {
	if len(content) > maxPack || bytes.IndexByte(content, 0) >= 0 {
		return false
	}
	for line := range bytes.Lines(content) {
		if string(bytes.TrimSpace(line)) == "[pack]" {
			return true
		}
	}
	return false
}

// VerifyDocument answers for a document: whether it is whole, whose word it is, whether they may give it, and, of a receipt,
// what it is of. ok is false where the file is none.
func VerifyDocument(content []byte, o DocumentOptions) (d *Document, ok bool) {
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	sum := sha256.Sum256(content)
	d = &Document{
		Kind: KindOf(content), SHA256: hex.EncodeToString(sum[:]),
		Integrity: integrityBad, Signature: unknown, Identity: unasked, Of: unasked, Logged: unasked,
	}
	switch d.Kind {
	case "":
		return nil, false
	case KindPack:
		d.pack(content, o)
	default:
		d.signed(content, o)
	}
	d.OK = len(d.Problems) == 0
	return d, true
}

func (d *Document) wrong(code, entry string, say text.Pair) {
	d.Problems = append(d.Problems, Problem{code, say, entry})
}

func (d *Document) note(code string, say text.Pair) { d.Notes = append(d.Notes, Note{code, say}) }

// signed reads a signed file: its bytes, what it says, and its signer.
func (d *Document) signed(content []byte, o DocumentOptions) {
	document := documentNames[d.Kind]
	signed, err := ReadSigned(content, o.Name, document)
	if err != nil {
		d.wrong("document.broken", "", sayOf(err))
		return
	}
	d.Integrity, d.Signature, d.SignedAt = integrityOK, signatureNone, signed.At
	if signed.Signer != nil {
		d.Signature, d.Signer = signatureOK, signed.Signer.Fingerprint()
	}
	if say := d.read(signed, o); !say.Empty() {
		d.Integrity = integrityBad
		d.wrong("document.content", document, say)
		return
	}
	if at := d.SignedAt; at.After(o.Now.Add(clockSkew)) {
		d.wrong("document.future", manifestEntry, text.DocumentFuture.With(at.Format(time.RFC3339)))
	}
	d.judge(signed, o)
	if d.Receipt != nil {
		d.receipt(o)
	}
}

// read reads what the document says; the sentence says why it cannot be.
func (d *Document) read(s Signed, o DocumentOptions) (problem text.Pair) {
	ok := true
	var err error
	switch d.Kind {
	case KindReceipt:
		var r Receipt
		switch r, ok = ParseReceipt(s.Content); {
		case ok:
			d.Receipt = &r
		case r.Format == receiptThree && bytes.Equal(r.Bytes(), s.Content) && !r.placed():
			return text.DocumentNumberUnproved
		}
	case KindReceipts:
		d.Log, ok = ParseReceiptLog(s.Content)
	case KindDecisions:
		list, e := parseDecisions(s.Content, o.Name)
		if err = e; err == nil {
			d.Decisions = &Decisions{Name: o.Name, Signed: s, List: list}
		}
	case KindKeys:
		d.Register, err = seal.ParseRegister(s.Content)
	}
	switch {
	case err != nil:
		return sayOf(err)
	case !ok:
		return text.FilingVerifySpelled.With(documentNames[d.Kind])
	}
	return text.Pair{}
}

// judge asks whether the signer may state this. Without keys a signature has to be right, whoever made it.
func (d *Document) judge(s Signed, o DocumentOptions) {
	if d.Kind == KindKeys {
		if s.Signer == nil || !s.Typed || d.Register.Root != d.Signer || !d.Register.IssuedAt.Equal(s.At) {
			d.wrong("keys.signer", RegisterDocument, text.DocumentRootSigned)
		}
	}
	old := s.Signer != nil && !s.Typed
	if o.Keys == nil {
		if s.Signer == nil {
			d.note("signature.none", text.DocumentUnsigned)
		} else {
			d.note("identity.unasked", text.DocumentUnasked)
		}
		if old {
			d.note("statement.absent", text.FilingSignedOld.With(o.Name))
		}
		return
	}
	d.Identity = identityUnknown
	switch {
	case s.Signer == nil:
		d.wrong("identity.unknown", "", text.FilingSignedNobody)
		return
	case old:
		d.wrong("statement.absent", manifestEntry, text.FilingSignedOld.With(o.Name))
		return
	}
	standing, holder, why := o.Keys.Judge(s.Signer, statementOf[documentNames[d.Kind]].Role(), "", s.At)
	switch {
	case standing == seal.Unknown:
		d.wrong("identity.unknown", signerEntry, why)
	case standing == seal.Wrong:
		d.Identity = identityWrong
		d.wrong("identity.wrong", signerEntry, why)
	case d.Kind == KindKeys && o.Keys.Root() != "" && o.Keys.Root() != d.Signer:
		d.Identity = identityWrong
		d.wrong("keys.root", signerEntry, text.DocumentRootOther.With(o.Keys.Root(), d.Signer))
	default:
		d.Identity, d.Signer = identityTrusted, holder.Name
		if !why.Empty() {
			d.note("identity.revoked", why)
		}
		if d.Kind == KindKeys && d.Register.Number < o.Keys.Number() {
			d.note("keys.older", text.DocumentKeysOlder.With(d.Register.Number, o.Keys.Number()))
		}
	}
}

// pack reads a policy pack and asks who issued it. A draft is issued by nobody, and that is no mistake.
func (d *Document) pack(content []byte, o DocumentOptions) {
	if source, signature, is := CutExtract(content); is {
		content, o.Signature = source, signature
	}
	p, err := LoadPack(content)
	if err != nil {
		d.wrong("document.content", "", sayOf(err))
		return
	}
	m := &Measure{Pack: p, Signature: o.Signature}
	d.Pack, d.Integrity = m, integrityOK
	switch {
	case !m.Pack.Issued():
		d.Signature = signatureNone
		d.note("pack.draft", text.FilingNotePolicyDraft)
		return
	case len(o.Signature) == 0:
		d.Signature = signatureNone
		d.wrong("policy.unsigned", "", text.DocumentPackBare)
		return
	case !signatureShaped(o.Signature):
		d.Signature = signatureBad
		d.wrong("policy.unsigned", "", text.FilingVerifyPackSig)
		return
	case o.Keys == nil:
		d.note("identity.unasked", text.DocumentPackUnasked)
		return
	}
	standing, holder, why := o.Keys.JudgeDetached(seal.PackStatement, "", content, o.Signature, o.Now)
	d.Identity = identityUnknown
	switch standing {
	case seal.Trusted:
		d.Signature, d.Identity, d.Signer = signatureOK, identityTrusted, holder.Name
		return
	case seal.Wrong:
		d.Signature, d.Identity, d.Signer = signatureOK, identityWrong, holder.Name
	}
	d.wrong("policy.unsigned", "", text.FilingVerifyPackHand.With(why))
}

// receipt holds a receipt against what its reader brings, and against itself.
func (d *Document) receipt(o DocumentOptions) {
	r := d.Receipt
	received, _ := time.Parse(time.RFC3339, r.ReceivedAt) // parsed before
	if sealed, err := time.Parse(time.RFC3339, r.SealedAt); err != nil || sealed.After(received.Add(clockSkew)) {
		d.wrong("receipt.times", ReceiptDocument, text.DocumentReceiptTimes.With(harmless(r.SealedAt), r.ReceivedAt))
	}
	if settled := r.Settled(); settled != nil && settled.Innovation != r.Innovation {
		d.wrong("receipt.figures", ReceiptDocument, text.DocumentReceiptFigures.With(harmless(r.Innovation), harmless(settled.Innovation)))
	}
	switch {
	case r.Numbered() && d.Signature == signatureNone:
		d.wrong("receipt.number", ReceiptDocument, text.DocumentNumberUnsigned)
	case r.Old():
		d.note("receipt.old", text.FilingReceiptOld)
	case !r.Numbered():
		d.note("receipt.unnumbered", text.FilingReceiptUnnumbered)
	}
	if o.Of != nil {
		d.Of = "matches"
		if say := r.otherThan(o.Of); !say.Empty() {
			d.Of = "other"
			d.wrong("receipt.of", ReceiptDocument, say)
		}
	}
	if o.Log != nil {
		d.Logged = "has"
		if !o.Log.Has(*r) {
			d.Logged = "lacks"
			d.wrong("receipt.log", ReceiptDocument, text.DocumentNotInLog.With(o.Log.Size))
		}
	}
}

// otherThan says in what a receipt does not fit the submission it should be of; empty where it fits. What was settled depends on
// the pack and the decisions of whoever settled it, and is not compared.
func (r Receipt) otherThan(v *Verdict) text.Pair {
	if v.Submission == nil {
		return text.DocumentOfUnread
	}
	of := v.Submission.Received()
	for _, one := range []struct {
		what       text.Pair
		says, file string
	}{
		{text.DocumentManifest, r.Manifest, of.Manifest},
		{text.DocumentSerial, r.Serial, v.Serial},
		{text.DocumentUSCC, r.USCC, v.Enterprise},
		{text.DocumentSealedAt, r.SealedAt, of.SealedAt},
		{text.DocumentPack, r.Pack, of.PackSHA256},
	} {
		if one.says != one.file {
			return text.DocumentOfOther.With(one.what, harmless(one.says), harmless(one.file))
		}
	}
	if h := r.History; h != nil && of.History.Size > 0 && *h != of.History {
		return text.DocumentOfOther.With(text.DocumentHistory, h.Root.String(), of.History.Root.String())
	}
	if self := v.Self.JSON(); r.Self != nil && self != nil {
		if !r.Self.among(self) {
			return text.DocumentOfOther.With(text.QuestionSelf, harmless(resultWords(r.Self).ZH), resultWords(self).ZH)
		}
	}
	return text.Pair{}
}

// among reports whether every figure that is stated is that of another result. Whether it is 正式 depends on who was asked.
func (r *ResultJSON) among(o *ResultJSON) bool {
	for _, one := range [][2]string{
		{r.Innovation, o.Innovation},
		{r.Bonus, o.Bonus},
		{r.Assessed, o.Assessed},
		{r.Completion, o.Completion},
		{r.Addback, o.Addback},
		{r.Book, o.Book},
		{r.RD, o.RD},
	} {
		if one[0] != "" && one[0] != one[1] {
			return false
		}
	}
	return true
}
