package submission

import (
	"strconv"
	"time"

	"yice/seal"
	"yice/text"
)

var documentTitles = map[string]text.Pair{
	KindReceipt: text.DocumentReceipt, KindReceipts: text.DocumentReceipts, KindDecisions: text.DocumentDecisions,
	KindKeys: text.DocumentKeys, KindPack: text.DocumentPackTitle,
}

// documentUses says what is done with each.
var documentUses = map[string]text.Pair{
	KindReceipt: text.DocumentUseReceipt, KindReceipts: text.DocumentUseReceipts, KindDecisions: text.DocumentUseDecisions,
	KindKeys: text.DocumentUseKeys, KindPack: text.DocumentUsePack,
}

// Headline says what it is and whether it holds; that it is whole, where nobody can be named whose word it is.
func (d *Document) Headline() text.Pair {
	say := text.DocumentFails
	switch {
	case d.OK && d.Identity == identityTrusted:
		say = text.DocumentHolds
	case d.OK && d.Kind == KindPack && !d.Pack.Pack.Issued():
		say = text.DocumentDraft
	case d.OK && d.Signature == signatureNone:
		say = text.DocumentWholeUnsigned
	case d.OK:
		say = text.DocumentWhole
	}
	return say.With(documentTitles[d.Kind])
}

// Use says which command takes it.
func (d *Document) Use() text.Pair { return documentUses[d.Kind] }

// Row is a question and its answer, as people read them.
type Row = [2]text.Pair

// Rows are the answers, and then what it says where it could be read.
func (d *Document) Rows() []Row {
	rows := []Row{
		{text.QuestionIntegrity, Answer(d.Integrity)},
		{text.QuestionSignature, Answer(d.Signature)},
		{text.QuestionIdentity, documentAnswer(d)},
	}
	if d.Signer != "" {
		rows[1][1] = text.ReportAnswerOf.With(rows[1][1], text.Same(harmless(d.Signer)))
	}
	if !d.SignedAt.IsZero() {
		rows = append(rows, Row{text.DocumentSignedAt, text.Same(d.SignedAt.Format(time.RFC3339))})
	}
	switch {
	case d.Receipt != nil:
		rows = append(rows, Row{text.DocumentOf, Answer(d.Of)}, Row{text.DocumentLogged, Answer(d.Logged)})
		rows = append(rows, d.Receipt.Rows()...)
	case d.Log != nil:
		rows = append(rows, Row{text.DocumentEntries, text.Same(strconv.FormatInt(d.Log.Size, 10))}, Row{text.DocumentRoot, text.Same(d.Log.Root.String())})
	case d.Decisions != nil:
		rows = append(rows, d.Decisions.rows()...)
	case d.Register != nil:
		rows = append(rows, keysRows(d.Register)...)
	case d.Pack != nil:
		p := d.Pack.Pack
		status := text.AnswerDraft
		if p.Issued() {
			status = text.DocumentPackSaysIssued
		}
		if x := p.Extract; x != nil {
			rows = append(rows, Row{text.DocumentExtract, text.DocumentExtractIs.With(x.USCC, x.At, len(x.Targets))})
		}
		rows = append(rows, Row{text.DocumentPackTitle, text.Same(packName(p))}, Row{text.DocumentTitle, text.Same(harmless(p.Title))},
			Row{text.DocumentYear, text.Same(strconv.Itoa(p.Year))}, Row{text.DocumentStatus, status})
	}
	return append(rows, Row{text.Same("SHA-256"), text.Same(d.SHA256)})
}

// documentAnswer is the answer to who signed: of those that may state this kind of thing.
func documentAnswer(d *Document) text.Pair {
	role, title := seal.PackStatement.Role(), documentTitles[d.Kind]
	if d.Kind != KindPack {
		role = statementOf[documentNames[d.Kind]].Role()
	}
	switch d.Identity {
	case identityTrusted:
		return text.DocumentTrusted.With(role.Title())
	case identityWrong:
		return text.DocumentWrong.With(title)
	}
	return Answer(d.Identity)
}

// Rows are what a receipt says, line by line; each is there only as far as the format says it.
func (r Receipt) Rows() []Row {
	same := func(s string) text.Pair { return text.Same(harmless(s)) }
	var rows []Row
	if r.Numbered() {
		rows = append(rows, Row{text.DocumentNumber, text.DocumentNumberIs.With(*r.Number)})
	}
	rows = append(rows, Row{text.DocumentEnterprise, same(r.Name + "  " + r.USCC)}, Row{text.DocumentYear, same(r.PeriodOf())},
		Row{text.DocumentSerial, same(r.Serial)}, Row{text.DocumentSealedAt, same(r.SealedAt)})
	signer := r.Signer
	if signer == "" {
		signer = "—"
	}
	rows = append(rows, Row{text.DocumentSubmitter, same(signer)}, Row{text.DocumentReceivedAt, same(r.ReceivedAt)})
	if r.Confirmed != nil {
		rows = append(rows, Row{text.QuestionConfirmed, resultWords(r.Confirmed)})
	}
	if r.Self != nil {
		rows = append(rows, Row{text.QuestionSelf, resultWords(r.Self)},
			Row{text.QuestionSignOffs, Answer(r.SignOffs)},
			Row{text.QuestionRecognitions, text.AnswerRecognitions.With(r.Recognitions.Decided, r.Recognitions.SelfDeclared)})
	} else {
		rows = append(rows, Row{text.QuestionScore, same(r.Innovation)})
	}
	rows = append(rows, Row{text.DocumentManifest, same(r.Manifest)}, Row{text.DocumentPack, same(r.Pack)})
	if r.History != nil {
		rows = append(rows, Row{text.DocumentHistory, text.DocumentLogIs.With(r.History.Size, r.History.Root.String())})
	}
	if r.Log != nil {
		rows = append(rows, Row{text.DocumentLogHead, text.DocumentLogIs.With(r.Log.Size, r.Log.Root.String())})
	}
	return rows
}

// PeriodOf is what the data is of: the year, or a quarter of it. Format 1 says the year alone.
func (r Receipt) PeriodOf() string {
	if r.Period == "" {
		return strconv.Itoa(r.Year)
	}
	return r.Period
}

// resultWords is a result as people read it.
func resultWords(r *ResultJSON) text.Pair {
	shown := func(s string) string {
		if s == "" {
			return "—"
		}
		return harmless(s)
	}
	mode := text.FilingModeSimulated
	if r.Mode == modeOfficial {
		mode = text.FilingModeOfficial
	}
	return text.AnswerResult.With(shown(r.Innovation), shown(r.Bonus), shown(r.Assessed), mode)
}

// rows counts what was decided, and for whom.
func (d *Decisions) rows() []Row {
	firms, is := make(map[string]bool), make(map[string]int)
	for i := range d.List {
		firms[d.List[i].USCC] = true
		is[d.List[i].Recognition]++
	}
	return []Row{
		{text.DocumentRows, text.DocumentRowsAre.With(len(d.List), len(firms))},
		{text.QuestionRecognitions, text.DocumentDecided.With(is["已认定"], is["不予认定"], is["待认定"])},
	}
}

func keysRows(r *seal.Register) []Row {
	roles := make(map[seal.Role]int)
	for _, h := range r.Holders {
		roles[h.Role]++
	}
	return []Row{
		{text.DocumentKeysNumber, text.Same(strconv.FormatInt(r.Number, 10))},
		{text.DocumentIssuedAt, text.Same(r.IssuedAt.Format(time.RFC3339))},
		{text.DocumentKeysRoot, text.Same(r.Root)},
		{text.DocumentHolders, text.DocumentHoldersAre.With(len(r.Holders), roles[seal.Issuing], roles[seal.Deciding], roles[seal.Receipting], roles[seal.Filing], roles[seal.Signing])},
	}
}

type (
	documentJSON struct {
		OK         bool          `json:"ok"`
		Kind       string        `json:"kind"`
		Integrity  string        `json:"integrity"`
		Signature  string        `json:"signature"`
		Identity   string        `json:"identity"`
		Signer     string        `json:"signer"`
		SignedAt   string        `json:"signed_at"`
		SHA256     string        `json:"sha256"`
		Of         string        `json:"of,omitempty"`
		Logged     string        `json:"logged,omitempty"`
		Receipt    *Receipt      `json:"receipt,omitempty"`
		Log        *seal.Log     `json:"log,omitempty"`
		Decisions  *decidedCount `json:"decisions,omitempty"`
		Register   *registerHead `json:"register,omitempty"`
		PolicyPack *packHead     `json:"policy_pack,omitempty"`
		Problems   []problemJSON `json:"problems"`
		Notes      []noteJSON    `json:"notes"`
	}
	decidedCount struct {
		Rows        int `json:"rows"`
		Enterprises int `json:"enterprises"`
	}
	registerHead struct {
		Number   int64  `json:"number"`
		IssuedAt string `json:"issued_at"`
		Root     string `json:"root"`
		Holders  int    `json:"holders"`
	}
	packHead struct {
		ID      string `json:"id"`
		Version string `json:"version"`
		Year    int    `json:"year"`
		Status  string `json:"status"`
	}
)

// JSON prints it as `yice verify --json` does.
func (d *Document) JSON(l text.Lang) []byte {
	j := documentJSON{
		OK: d.OK, Kind: d.Kind, Integrity: d.Integrity, Signature: d.Signature, Identity: d.Identity, Signer: d.Signer, SHA256: d.SHA256,
		Receipt: d.Receipt, Problems: []problemJSON{}, Notes: []noteJSON{},
	}
	if !d.SignedAt.IsZero() {
		j.SignedAt = d.SignedAt.Format(time.RFC3339)
	}
	switch {
	case d.Receipt != nil:
		j.Of, j.Logged = d.Of, d.Logged
	case d.Log != nil:
		j.Log = &d.Log.Log
	case d.Decisions != nil:
		firms := make(map[string]bool)
		for i := range d.Decisions.List {
			firms[d.Decisions.List[i].USCC] = true
		}
		j.Decisions = &decidedCount{len(d.Decisions.List), len(firms)}
	case d.Register != nil:
		r := d.Register
		j.Register = &registerHead{r.Number, r.IssuedAt.Format(time.RFC3339), r.Root, len(r.Holders)}
	case d.Pack != nil:
		p := d.Pack.Pack
		j.PolicyPack = &packHead{p.ID, p.Version, p.Year, p.Status}
	}
	for _, p := range d.Problems {
		j.Problems = append(j.Problems, problemJSON{p.Code, p.Say.In(l), p.Entry})
	}
	for _, n := range d.Notes {
		j.Notes = append(j.Notes, noteJSON{n.Code, n.Say.In(l)})
	}
	return PrintJSON(j)
}
