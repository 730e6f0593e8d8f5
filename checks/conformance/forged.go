package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
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

// audiences: whom it was sealed for.
func (w *writer) audiences() {
	all := brings("keys", "pack", "decisions")
	other := w.Hands[authority.Stranger].Fingerprint
	elsewhere := w.forged("audience-other", authority.Filer, nil, func(s *submission.Sealed) { s.Audience = &other })
	w.add("audience-other", "sealed for another regulator", elsewhere, all, wrong("audience.other", "seal.json"))
	w.add("audience-unasked", "the same where nobody is asked for keys: then there is nobody to compare with", elsewhere, brings())
	w.add("audience-none", "sealed for no regulator in particular, which is said",
		w.forged("audience-none", authority.Filer, nil, func(s *submission.Sealed) { s.Audience = nil }), all, noted("audience.none"))
	word := "国资委"
	w.add("audience-spelling", "sealed for a word that is no fingerprint",
		w.forged("audience-spelling", authority.Filer, nil, func(s *submission.Sealed) { s.Audience = &word }), all,
		func(v *Verdict) { v.Integrity = "bad" }, wrong("seal.spelling", "seal.json"), wrong("audience.other", "seal.json"))
}

// dictionaries: written by another version of the forms.
func (w *writer) dictionaries() {
	all := brings("keys", "pack", "decisions")
	another := func(s *submission.Sealed) { s.Dictionary = "0123456789abcdef0123456789abcdef" }
	w.add("dictionary", "written by another version of the dictionary, whose tables are these: read, and said",
		w.forged("dictionary", authority.Filer, nil, another), all, noted("format.dictionary"))
	w.add("dictionary-words", "the same, with other words in the descriptor, which another version may have",
		w.forged("dictionary-words", authority.Filer, func(p authority.Paper) {
			p["datapackage.json"] = strings.Replace(p["datapackage.json"], "\"title\": \"联合创新\"", "\"title\": \"联盟\"", 1)
		}, another), all, noted("format.dictionary"))
	w.add("dictionary-field", "the same, without a field that this version has and that version had not: it counts as empty",
		w.forged("dictionary-field", authority.Filer, w.withoutField, another), all, noted("format.dictionary"))
	w.add("dictionary-tables", "the same, with a table in the descriptor that is not there",
		w.forged("dictionary-tables", authority.Filer, func(p authority.Paper) {
			p["datapackage.json"] = strings.Replace(p["datapackage.json"], "data/award.csv", "data/prize.csv", 1)
		}, another), all, noted("format.dictionary"), wrong("descriptor.differs", "datapackage.json"))
}

// withoutField takes the last column of an empty table away, everywhere it is spoken of, and has the data signed off anew.
func (w *writer) withoutField(p authority.Paper) {
	const table = "data/alliance.csv"
	was := p[table]
	head := strings.TrimSuffix(was, "\n")
	at := strings.LastIndex(head, ",")
	field := head[at+1:]
	p[table] = head[:at] + "\n"
	begin := strings.Index(p["datapackage.json"], "\"path\": \""+table+"\"")
	before, of := p["datapackage.json"][:begin], p["datapackage.json"][begin:]
	of = strings.Replace(of, fmt.Sprintf("\"bytes\": %d", len(was)), fmt.Sprintf("\"bytes\": %d", len(p[table])), 1)
	of = strings.Replace(of, fmt.Sprintf("%x", sha256.Sum256([]byte(was))), fmt.Sprintf("%x", sha256.Sum256([]byte(p[table]))), 1)
	from := strings.Index(of, ",\n          {\n            \"name\": \""+field+"\"")
	to := from + strings.Index(of[from:], "\n        ]")
	p["datapackage.json"] = before + of[:from] + of[to:]
	var data submission.DataDigest
	for _, name := range p.Names() {
		if strings.HasPrefix(name, "data/") {
			data.Add(name, sha256.Sum256([]byte(p[name])))
		}
	}
	p["signoff.json"] = string(submission.PrintJSON(map[string]any{"signoffs": w.SignOffs(data.Sum())}))
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

// receipt is what goes back for the good submission, without a number.
func (w *writer) receipt() submission.Receipt {
	good := must(authority.Take(w.files[goodFile]))
	figures := &submission.ResultJSON{Innovation: worked(official).Innovation, Mode: official}
	var history seal.Log
	check(json.Unmarshal([]byte(good["history.json"]), &history))
	return submission.Receipt{
		Format: "yice-receipt/3", Serial: authority.USCC + "-2023-02", USCC: authority.USCC, Name: "示例水务（虚构）", Year: 2023, Period: "2023",
		Manifest: fmt.Sprintf("%x", seal.SM3([]byte(good[authority.ManifestEntry]))), SealedAt: authority.Sealed.Format(time.RFC3339),
		Signer: w.Hands[authority.Filer].Name, ReceivedAt: authority.Now.Format(time.RFC3339), Pack: fmt.Sprintf("%x", sha256.Sum256(w.Issued.Source)),
		Mode: official, SignOffs: "standing", Recognitions: submission.ReceiptRecognitions{Decided: recognised}, Self: figures, Confirmed: figures,
		Innovation: figures.Innovation, History: &history,
	}
}

// logFile is the registry's log, in which the good receipt is number 3.
const logFile = "documents/receipts-log.zip"

// Answers to whether a log has a receipt.
const (
	unaskedLog = "unasked"
	hasLog     = "has"
	lacksLog   = "lacks"
)

// documents: receipts, their log, decisions and registers.
func (w *writer) documents() {
	keys := brings("keys")
	add := func(name, says, kind, file string, g Given, s Signed) {
		w.suite.Cases = append(w.suite.Cases, &Case{Name: name, Says: says, Kind: kind, File: file, Given: g, Signed: &s})
	}
	print := func(id string) string { return w.Hands[id].Fingerprint }
	document := func(name, document string, content []byte, hand string, at time.Time) string {
		return w.put("documents/"+name+".zip", w.Document(document, content, hand, at))
	}
	w.receipts(add, document)
	good := "documents/receipt.zip"
	add("receipt-as-decision", "a receipt where decisions are wanted", "decision", good, keys, Signed{})
	add("decision", "decisions signed by a 认定 key", "decision", decisionFile, keys, Signed{true, true, print(authority.Decider), "trusted", unaskedLog})
	add("decision-by-issuer", "decisions signed by a 签发 key", "decision", "documents/decision-by-issuer.zip", keys, Signed{true, true, print(authority.Root), "wrong", unaskedLog})
	add("register", "the register, signed by its root", "register", keysFile, keys, Signed{true, true, print(authority.Root), "trusted", unaskedLog})
	add("register-rival", "the same register, signed by somebody else", "register",
		document("register-rival", submission.RegisterDocument, w.Register().Bytes(), authority.Rival, authority.Issued), keys, Signed{true, true, print(authority.Rival), "wrong", unaskedLog})

	for _, c := range []struct{ name, file, code string }{
		{"kind-receipt", good, "kind.receipt"}, {"kind-receipts", logFile, "kind.receipts"}, {"kind-decision", decisionFile, "kind.decision"}, {"kind-register", keysFile, "kind.keys"}, {"kind-pack", packFile, "kind.pack"},
	} {
		w.add(c.name, "something of ours that is no submission, taken for one", c.file, brings(), func(v *Verdict) {
			*v = Verdict{
				Integrity: "unknown", Signature: "unknown", Identity: "unasked", Policy: "unasked", Score: "unknown", SignOffs: "absent",
				Problems: []Problem{{c.code, ""}}, Notes: []string{},
			}
		})
	}
}

// receipts: what a receipt proves of its number, and what of its registry's log.
func (w *writer) receipts(add func(name, says, kind, file string, g Given, s Signed), document func(name, document string, content []byte, hand string, at time.Time) string) {
	keys := brings("keys")
	print := func(id string) string { return w.Hands[id].Fingerprint }
	logged := func(name string) Given { g := keys; g.Log = name; return g }
	log, earlier := submission.NewReceiptLog(), w.receipt()
	for _, serial := range []string{authority.Other + "-2023-01", authority.USCC + "-2023-01"} {
		earlier.Serial = serial
		must(log.Enter(earlier))
	}
	rewound := document("receipts-log-rewound", submission.ReceiptLogDocument, log.Bytes(), authority.Receiver, authority.Now)
	receipt := must(log.Enter(w.receipt()))
	third := log.Bytes()
	later := w.receipt()
	later.Innovation = "92.58"
	must(log.Enter(later))
	document("receipts-log", submission.ReceiptLogDocument, log.Bytes(), authority.Receiver, authority.Now)
	edited := submission.NewReceiptLog()
	for i, e := range log.Entries {
		if i == 2 {
			e.Leaf = later.Leaf()
		}
		edited.Append(e)
	}

	good := document("receipt", submission.ReceiptDocument, receipt.Bytes(), authority.Receiver, authority.Now)
	fine := Signed{true, true, print(authority.Receiver), "trusted", unaskedLog}
	in := func(log string) Signed { s := fine; s.Log = log; return s }
	add("receipt", "a receipt signed by a 回执 key, which proves its number by the head that stands in it", "receipt", good, keys, fine)
	add("receipt-logged", "the same, held against the registry's log, which has grown since", "receipt", good, logged(logFile), in(hasLog))
	add("receipt-log-rewound", "the same, and the log was rewound to what it was before", "receipt", good, logged(rewound), in(lacksLog))
	add("receipt-log-edited", "the same, and the log has another receipt under that number, its head made anew and signed by the right hand", "receipt", good,
		logged(document("receipts-log-edited", submission.ReceiptLogDocument, edited.Bytes(), authority.Receiver, authority.Now)), in(lacksLog))
	add("receipt-unasked", "the same, nobody is asked", "receipt", good, brings(), Signed{true, true, print(authority.Receiver), "unasked", unaskedLog})
	renumbered, head := receipt, *receipt.Log
	two := int64(2)
	renumbered.Number = &two
	add("receipt-number", "another number, signed by the right hand: the head does not prove it", "receipt",
		document("receipt-number", submission.ReceiptDocument, renumbered.Bytes(), authority.Receiver, authority.Now), keys, Signed{})
	head.Size = two
	renumbered.Log = &head
	add("receipt-number-size", "another number and size", "receipt",
		document("receipt-number-size", submission.ReceiptDocument, renumbered.Bytes(), authority.Receiver, authority.Now), keys, Signed{})
	rehistoried := receipt
	rehistoried.History = &seal.Log{Size: receipt.History.Size, Root: seal.Node{1}}
	add("receipt-history", "another history countersigned after the receipt had its number", "receipt",
		document("receipt-history", submission.ReceiptDocument, rehistoried.Bytes(), authority.Receiver, authority.Now), keys, Signed{})
	old, _, _ := strings.Cut(strings.Replace(string(receipt.Bytes()), "receipt/3", "receipt/2", 1), ",\n  \"history\"")
	add("receipt-format-2", "a receipt of format 2: it has neither history nor number, so that no log has it", "receipt",
		document("receipt-format-2", submission.ReceiptDocument, []byte(old+"\n}\n"), authority.Receiver, authority.Now), logged(logFile), in(lacksLog))

	add("receipt-role", "a receipt that the enterprise signed itself", "receipt",
		document("receipt-role", submission.ReceiptDocument, receipt.Bytes(), authority.Filer, authority.Now), keys, Signed{true, true, print(authority.Filer), "wrong", unaskedLog})
	add("receipt-unsigned", "a receipt without a signature, and so without a number", "receipt",
		document("receipt-unsigned", submission.ReceiptDocument, w.receipt().Bytes(), authority.Nobody, authority.Now), keys, Signed{true, true, "", "unknown", unaskedLog})
	p := must(authority.Take(w.files[good]))
	p["receipt.json"] = strings.Replace(p["receipt.json"], "82.58", "92.58", 1)
	add("receipt-changed", "a receipt with another score", "receipt", w.put("documents/receipt-changed.zip", must(p.PutIn(signedOrder("receipt.json")))), keys, Signed{})
	p = must(authority.Take(w.files[good]))
	p[authority.SignatureEntry] = must(authority.Take(w.files[decisionFile]))[authority.SignatureEntry]
	add("receipt-signature", "a receipt with the signature of something else", "receipt",
		w.put("documents/receipt-signature.zip", must(p.PutIn(signedOrder("receipt.json")))), keys, Signed{})

	add("receipts-log", "the log of a registry, signed by its 回执 key", "receipts", logFile, keys, fine)
	add("receipts-log-role", "a log that an enterprise signed", "receipts",
		document("receipts-log-role", submission.ReceiptLogDocument, third, authority.Filer, authority.Now), keys, Signed{true, true, print(authority.Filer), "wrong", unaskedLog})
	leaf := log.Entries[2].Leaf.String()
	add("receipts-log-head", "an entry of the log edited and its head left, signed by the right hand", "receipts",
		document("receipts-log-head", submission.ReceiptLogDocument, []byte(strings.Replace(string(log.Bytes()), leaf, later.Leaf().String(), 1)), authority.Receiver, authority.Now), keys, Signed{})
}

func signedOrder(document string) []string {
	return []string{document, authority.ManifestEntry, authority.SignatureEntry, authority.SignerEntry}
}
