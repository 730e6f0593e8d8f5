package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"yice/checks/authority"
	"yice/filing/submission"
	"yice/seal"
)

// bytes: what was done to the file after it was sealed.
func (w *writer) bytes() {
	all := brings("keys", "pack", "decisions")
	good := must(authority.Take(w.files[goodFile]))
	refused := func(v *Verdict) {
		*v = Verdict{
			Integrity: "bad", Signature: "unknown", Identity: "unasked", Policy: "unasked", Score: "unknown", SignOffs: "absent",
			Problems: []Problem{{"archive.spelling", ""}}, Notes: []string{},
		}
	}
	comment := append(bytes.Clone(w.files[goodFile][:len(w.files[goodFile])-2]), 2, 0, 'h', 'i')
	w.add("archive-comment", "a comment behind the end of the archive", w.put("submissions/archive-comment.zip", comment), all, refused)
	stamped := bytes.Clone(w.files[goodFile])
	stamped[12] ^= 1 // the day of the first entry
	w.add("archive-date", "another date in a header, which nothing else would show", w.put("submissions/archive-date.zip", stamped), all, refused)
	cut := w.files[goodFile][:len(w.files[goodFile])-100]
	w.add("archive-cut", "the end of the file is missing", w.put("submissions/archive-cut.zip", cut), all, refused)

	put := func(name string, change func(authority.Paper)) string {
		p := good.Clone()
		change(p)
		return w.put("submissions/"+name+".zip", must(p.Put()))
	}
	bad := func(v *Verdict) { v.Integrity = "bad" }
	cell := func(p authority.Paper) {
		p["data/enterprise.csv"] = strings.Replace(p["data/enterprise.csv"], "示例水务", "示例水木", 1)
	}
	w.add("cell", "a cell changed, the archive packed anew with right sums", put("cell", cell), all, bad,
		wrong("archive.spelling", "data/enterprise.csv"), wrong("manifest.changed", "data/enterprise.csv"), wrong("descriptor.differs", "datapackage.json"),
		renamed, voidOverOtherData)
	w.add("cell-manifest", "a cell changed, seal and manifest made anew, the old signature left", put("cell-manifest", func(p authority.Paper) {
		cell(p)
		check(p.Reseal(w.Hands[authority.Filer].Key.Public(), nil))
	}), all, func(v *Verdict) {
		v.Signature, v.Identity, v.Signer = "bad", "unknown", ""
		wrong("signature.bad", "manifest.sm2sig")(v)
		wrong("descriptor.differs", "datapackage.json")(v)
		renamed(v)
		voidOverOtherData(v)
	})
	w.add("stripped", "the signature was taken out", put("stripped", func(p authority.Paper) { p.Unsign() }), all, func(v *Verdict) {
		v.Signature, v.Identity, v.Signer = "bad", "unknown", ""
		wrong("signature.stripped", "manifest.sm2sig")(v)
	})
	broken := func(v *Verdict) {
		v.Signature, v.Identity, v.Signer = "bad", "unknown", ""
		wrong("signature.bad", "manifest.sm2sig")(v)
	}
	filer := w.Hands[authority.Filer].Key
	w.add("signature-moved", "signed by the right hand as a receipt", put("signature-moved", func(p authority.Paper) { p.Sign(filer, seal.ReceiptStatement) }), all, broken)
	w.add("signature-other", "the signature of another submission of the same hand", put("signature-other", func(p authority.Paper) {
		p[authority.SignatureEntry] = must(authority.Take(w.files["submissions/draft.zip"]))[authority.SignatureEntry]
	}), all, broken)
	w.add("manifest-untyped", "the manifest says nothing of what is stated", put("manifest-untyped", func(p authority.Paper) {
		p.Manifest("")
		p.Sign(filer, "")
	}), all, bad, wrong("manifest.changed", "manifest.sha256"), broken)
	stranger := func(p authority.Paper) { p["readme.txt"] = "请见附件\n" }
	w.add("entry-stranger", "an entry that is none of the table, sealed and signed by the enterprise", w.forged("entry-stranger", authority.Filer, stranger, nil), all,
		bad, wrong("entry.stranger", "readme.txt"))
	w.add("entry-report", "a report for people, which nobody could check, sealed and signed by the enterprise", w.forged("entry-report", authority.Filer,
		func(p authority.Paper) { p["report.html"] = "<p>100.00" }, nil), all, bad, wrong("entry.stranger", "report.html"))
	w.add("entry-absent", "a table is missing, sealed and signed by the enterprise", w.forged("entry-absent", authority.Filer,
		func(p authority.Paper) { delete(p, "data/conversion.csv") }, nil), all, func(v *Verdict) { *v = absentTable(*v) })
	names := good.Names()
	at := slices.Index(names, "datapackage.json")
	slices.Reverse(names[at : at+2])
	w.add("entry-order", "two entries change places", w.put("submissions/entry-order.zip", must(good.PutIn(names))), all, bad,
		wrong("archive.spelling", names[at+1]), wrong("manifest.changed", "manifest.sha256"))
}

// renamed: the sheet names another enterprise than the card.
func renamed(v *Verdict) {
	v.Score = "differs"
	wrong("score.differs", "sheet.json")(v)
}

// voidOverOtherData: what the three signed off is no longer what is there.
func voidOverOtherData(v *Verdict) {
	v.SignOffs = "void"
	for range 3 {
		wrong("signoff.invented", "signoff.json")(v)
	}
	wrong("signoff.void", "signoff.json")(v)
}

func absentTable(v Verdict) Verdict {
	v.Integrity = "bad"
	wrong("entry.absent", "data/conversion.csv")(&v)
	wrong("descriptor.differs", "datapackage.json")(&v)
	renamed(&v)
	voidOverOtherData(&v)
	// Without the conversion its indicator has nothing.
	v.Self, v.Confirmed = &Figures{"74.08", "4.50", "4445.00", official}, &Figures{"74.08", "4.50", "4445.00", official}
	return v
}

// contents: what the enterprise itself could write and sign.
func (w *writer) contents() {
	all := brings("keys", "pack", "decisions")
	respelled := must(authority.Take(w.files[goodFile]))
	respelled[authority.SealEntry] = strings.Replace(respelled[authority.SealEntry], "\": ", "\":  ", 1)
	respelled.Manifest(seal.SubmissionStatement)
	respelled.Sign(w.Hands[authority.Filer].Key, seal.SubmissionStatement)
	w.add("seal-spelling", "the seal is spelled otherwise", w.put("submissions/seal-spelling.zip", must(respelled.Put())), all, func(v *Verdict) {
		v.Integrity = "bad"
		wrong("seal.spelling", "seal.json")(v)
	})
	w.add("future", "sealed a day from now", w.forged("future", authority.Filer, nil, func(s *submission.Sealed) {
		s.SealedAt = authority.Now.AddDate(0, 0, 1).Format(time.RFC3339)
	}), all, wrong("seal.future", "seal.json"))
	w.add("sheet", "another score than the data makes, sealed and signed by the enterprise", w.forged("sheet", authority.Filer, func(p authority.Paper) {
		p["sheet.json"] = strings.Replace(p["sheet.json"], "82.58", "92.58", 1)
	}, nil), all, func(v *Verdict) { v.Score = "differs" }, wrong("score.differs", "sheet.json"))
	w.add("finding-hidden", "a finding taken out of the list", w.sealed("finding-hidden", authority.Wanted{Content: func(c *submission.Content) { c.Findings = c.Findings[1:] }}),
		all, wrong("finding.hidden", "findings.json"))
	w.add("finding-reason", "a reason that says nothing", w.sealed("finding-reason", authority.Wanted{Content: func(c *submission.Content) { c.Findings[0].Reason = "无" }}),
		all, wrong("finding.reason", "findings.json"))
	w.add("descriptor", "a descriptor of other tables", w.forged("descriptor", authority.Filer, func(p authority.Paper) {
		p["datapackage.json"] = strings.Replace(p["datapackage.json"], "\"number\"", "\"string\"", 1)
	}, nil), all, wrong("descriptor.differs", "datapackage.json"))
	w.add("history-broken", "a history that does not begin with what it was", w.sealed("history-broken", authority.Wanted{Content: func(c *submission.Content) {
		c.History.Extends[0].Root[0] ^= 1
	}}), all, wrong("history.broken", "history.json"))
	w.add("history-cut", "a proof that is too short", w.sealed("history-cut", authority.Wanted{Content: func(c *submission.Content) {
		c.History.Extends[0].Proof = c.History.Extends[0].Proof[1:]
	}}), all, wrong("history.broken", "history.json"))
	w.add("history-unproven", "the sealing before is replaced and no proof is given", w.sealed("history-unproven", authority.Wanted{Content: func(c *submission.Content) {
		c.History.Extends = nil
	}}), all, noted("history.unproven"))
	w.add("evidence-changed", "evidence that is not what its name says", w.forged("evidence-changed", authority.Filer, func(p authority.Paper) {
		p["evidence/"+strings.Repeat("ab", 32)] = "另一份材料\n"
	}, nil), all, func(v *Verdict) { v.Integrity = "bad" }, wrong("evidence.changed", "evidence/"+strings.Repeat("ab", 32)),
		wrong("evidence.stray", "evidence/"+strings.Repeat("ab", 32)))
}

// formatOne: what the first edition wrote. It cannot prove everything, which is said and held against nobody.
func (w *writer) formatOne() {
	whole := must(os.ReadFile(filepath.Join("..", "filing", "submission", "testdata", "format-1.zip")))
	one := must(authority.Take(whole))
	signer := must(seal.ParsePublicKey([]byte(one[authority.SignerEntry]))).Fingerprint()
	sealed, ok := submission.ParseSealed([]byte(one[authority.SealEntry]))
	if !ok {
		panic("format 1: no seal")
	}
	first := func(v *Verdict) {
		v.Signer, v.Serial, v.SignOffs = signer, sealed.Serial, "void" // nobody had signed since the last change
		v.Notes = append(v.Notes, "format.findings", "format.history", "format.one", "format.prints", "format.score", "format.signature", "format.signoffs")
		// Rules have become stricter since, so that it is scored anew and its own sheet is held against nobody.
		v.Score, v.Self = "unknown", &Figures{"82.58", "2.50", "4445.00", simulated}
	}
	w.add("format-1", "a submission of the first edition", w.put("submissions/format-1.zip", whole), brings(), first)
	one["data/enterprise.csv"] = strings.Replace(one["data/enterprise.csv"], "示例水务", "示例水木", 1)
	w.add("format-1-cell", "one of the first edition in which a cell was changed", w.put("submissions/format-1-cell.zip", must(one.Put())), brings(), first,
		func(v *Verdict) { v.Integrity = "bad" }, wrong("archive.spelling", "data/enterprise.csv"), wrong("manifest.changed", "data/enterprise.csv"))
}

// receipt is what goes back for the good submission.
func (w *writer) receipt() []byte {
	good := must(authority.Take(w.files[goodFile]))
	figures := &submission.ResultJSON{Innovation: worked(official).Innovation, Mode: official}
	return submission.PrintJSON(submission.Receipt{
		Format: "yice-receipt/2", Serial: authority.USCC + "-2023-02", USCC: authority.USCC, Name: "示例水务（虚构）", Year: 2023, Period: "2023",
		Manifest: fmt.Sprintf("%x", seal.SM3([]byte(good[authority.ManifestEntry]))), SealedAt: authority.Sealed.Format(time.RFC3339),
		Signer: w.Hands[authority.Filer].Name, ReceivedAt: authority.Now.Format(time.RFC3339), Pack: fmt.Sprintf("%x", sha256.Sum256(w.Issued.Source)),
		Mode: official, SignOffs: "standing", Recognitions: submission.ReceiptRecognitions{Decided: recognised}, Self: figures, Confirmed: figures, Innovation: figures.Innovation,
	})
}

// documents: receipts, decisions and registers.
func (w *writer) documents() {
	keys := brings("keys")
	add := func(name, says, kind, file string, g Given, s Signed) {
		w.suite.Cases = append(w.suite.Cases, &Case{Name: name, Says: says, Kind: kind, File: file, Given: g, Signed: &s})
	}
	print := func(id string) string { return w.Hands[id].Fingerprint }
	receipt := w.receipt()
	document := func(name, document string, content []byte, hand string, at time.Time) string {
		return w.put("documents/"+name+".zip", w.Document(document, content, hand, at))
	}
	good := document("receipt", submission.ReceiptDocument, receipt, authority.Receiver, authority.Now)
	add("receipt", "a receipt signed by a 回执 key", "receipt", good, keys, Signed{true, true, print(authority.Receiver), "trusted"})
	add("receipt-unasked", "the same, nobody is asked", "receipt", good, brings(), Signed{true, true, print(authority.Receiver), "unasked"})
	add("receipt-role", "a receipt that the enterprise signed itself", "receipt",
		document("receipt-role", submission.ReceiptDocument, receipt, authority.Filer, authority.Now), keys, Signed{true, true, print(authority.Filer), "wrong"})
	add("receipt-unsigned", "a receipt without a signature", "receipt",
		document("receipt-unsigned", submission.ReceiptDocument, receipt, authority.Nobody, authority.Now), keys, Signed{true, true, "", "unknown"})
	p := must(authority.Take(w.files[good]))
	p["receipt.json"] = strings.Replace(p["receipt.json"], "82.58", "92.58", 1)
	add("receipt-changed", "a receipt with another score", "receipt", w.put("documents/receipt-changed.zip", must(p.PutIn(signedOrder("receipt.json")))), keys, Signed{})
	p = must(authority.Take(w.files[good]))
	p[authority.SignatureEntry] = must(authority.Take(w.files[decisionFile]))[authority.SignatureEntry]
	add("receipt-signature", "a receipt with the signature of something else", "receipt",
		w.put("documents/receipt-signature.zip", must(p.PutIn(signedOrder("receipt.json")))), keys, Signed{})
	add("receipt-as-decision", "a receipt where decisions are wanted", "decision", good, keys, Signed{})
	add("decision", "decisions signed by a 认定 key", "decision", decisionFile, keys, Signed{true, true, print(authority.Decider), "trusted"})
	add("decision-by-issuer", "decisions signed by a 签发 key", "decision", "documents/decision-by-issuer.zip", keys, Signed{true, true, print(authority.Root), "wrong"})
	add("register", "the register, signed by its root", "register", keysFile, keys, Signed{true, true, print(authority.Root), "trusted"})
	add("register-rival", "the same register, signed by somebody else", "register",
		document("register-rival", submission.RegisterDocument, w.Register().Bytes(), authority.Rival, authority.Issued), keys, Signed{true, true, print(authority.Rival), "wrong"})

	for _, c := range []struct{ name, file, code string }{
		{"kind-receipt", good, "kind.receipt"}, {"kind-decision", decisionFile, "kind.decision"}, {"kind-register", keysFile, "kind.keys"}, {"kind-pack", packFile, "kind.pack"},
	} {
		w.add(c.name, "something of ours that is no submission, taken for one", c.file, brings(), func(v *Verdict) {
			*v = Verdict{
				Integrity: "unknown", Signature: "unknown", Identity: "unasked", Policy: "unasked", Score: "unknown", SignOffs: "absent",
				Problems: []Problem{{c.code, ""}}, Notes: []string{},
			}
		})
	}
}

func signedOrder(document string) []string {
	return []string{document, authority.ManifestEntry, authority.SignatureEntry, authority.SignerEntry}
}
