package report

import (
	"bufio"
	"io"
	"time"

	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

// Receipt writes the paper form of a receipt that holds: one sheet of A4, which says what the receipt says and nothing more.
// The caller has made sure that it holds. The paper proves nothing; the file that it names does, and it says so.
func Receipt(w io.Writer, v *submission.Document, l text.Lang) error {
	out := bufio.NewWriter(w)
	d := &htmlPen{l: l, out: out}
	r := v.Receipt
	title := text.PaperTitle.With(r.Name, r.PeriodOf())
	d.open(title, style+paperStyle)
	if r.Mode != text.FilingModeOfficial.ZH {
		d.w("<div class=\"watermark\" aria-hidden=\"true\">%s</div>\n", text.ReportWatermark)
	}
	d.w("<main class=\"paper\">\n<header>\n")
	for _, mark := range receiptMarks(v) {
		d.w("<p class=\"mark\">%s</p>\n", mark)
	}
	d.w("<h1>%s</h1>\n", text.PaperHeading)
	if r.Numbered() {
		d.w("<p class=\"number\">%s</p>\n", text.DocumentNumberIs.With(*r.Number))
	}
	d.w("</header>\n<section>\n<p class=\"said\">%s</p>\n", text.PaperSaid.With(r.Name, r.USCC, receiptMoment(r.ReceivedAt), r.PeriodOf(), r.Serial))
	d.receiptResults(r)
	d.receiptRows(text.PaperReceived, receivedRows(r))
	d.receiptRows(text.PaperProof, proofRows(v))
	d.w("<div class=\"sign\"><div class=\"row\"><div>%s</div><div>%s</div></div><div class=\"seal\">%s</div></div>\n",
		text.PaperBy.With(receiptSigner(v)), text.PaperOn, text.PaperStamp)
	d.w("<p class=\"note\">%s</p>\n</section>\n</main>\n</body>\n</html>\n", text.PaperNote)
	return out.Flush()
}

// paperStyle makes one page of it.
const paperStyle = `
.paper h1{letter-spacing:8px;margin-bottom:2px}
.paper .number{text-align:center;font-size:17px;margin:0 0 14px}
.paper .said{font-size:16px;text-indent:2em;line-height:1.9}
.paper td{font-size:12.5px}
.paper h3{border-bottom:1px solid #1f4e86;padding-bottom:3px}
.paper .sign{margin-top:18px}
.paper .tile b{font-size:22px}
@media print{.paper .said{font-size:11.5pt}.paper .seal{min-height:60px}}
`

// receiptMarks are what a reader of the paper must not miss.
func receiptMarks(v *submission.Document) []text.Pair {
	var marks []text.Pair
	if v.Receipt.Mode != text.FilingModeOfficial.ZH {
		marks = append(marks, text.PaperSimulated)
	}
	switch {
	case v.Signature != "ok":
		marks = append(marks, text.DocumentUnsigned)
	case v.Identity != "trusted":
		marks = append(marks, text.PaperUnasked)
	}
	return marks
}

// receiptMoment shows when something was, as people write it; what is no moment stands as it is.
func receiptMoment(s string) text.Pair {
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return text.Same(s)
	}
	return text.PaperMoment.With(at.Year(), int(at.Month()), at.Day(), at.Format("15:04"))
}

func receiptSigner(v *submission.Document) text.Pair {
	if v.Signer == "" {
		return text.Same("—")
	}
	return text.Same(v.Signer)
}

// receiptResults shows what was settled, and beside it the enterprise's own score.
func (d *htmlPen) receiptResults(r *submission.Receipt) {
	columns := []col{words(text.Same("")), figures(text.ScoreInnovation), figures(text.ScoreBonus), figures(text.PaperAssessed), words(text.DocumentStatus)}
	row := func(title text.Pair, f *submission.ResultJSON) tableRow {
		mode := text.FilingModeSimulated
		if f.Mode == text.FilingModeOfficial.ZH {
			mode = text.FilingModeOfficial
		}
		return line(title, dash(f.Innovation), dash(f.Bonus), dash(separated(f.Assessed)), mode)
	}
	var rows []tableRow
	if r.Confirmed != nil {
		settled := row(text.QuestionConfirmed, r.Confirmed)
		settled.total = true
		rows = append(rows, settled)
	}
	if r.Self != nil {
		rows = append(rows, row(text.QuestionSelf, r.Self))
	}
	if len(rows) == 0 {
		rows = append(rows, line(text.QuestionScore, dash(r.Innovation), "—", "—", ""))
	}
	d.table(columns, rows)
}

// receivedRows say what was received.
func receivedRows(r *submission.Receipt) [][2]any {
	signer := dash(r.Signer)
	rows := [][2]any{
		{text.DocumentSealedAt, receiptMoment(r.SealedAt)},
		{text.DocumentSubmitter, signer},
	}
	if r.SignOffs != "" {
		rows = append(rows, [2]any{text.QuestionSignOffs, submission.Answer(r.SignOffs)},
			[2]any{text.QuestionRecognitions, text.AnswerRecognitions.With(r.Recognitions.Decided, r.Recognitions.SelfDeclared)})
	}
	rows = append(rows, [2]any{text.DocumentManifest, r.Manifest}, [2]any{text.DocumentPack, r.Pack})
	if r.History != nil {
		rows = append(rows, [2]any{text.DocumentHistory, text.DocumentLogIs.With(r.History.Size, r.History.Root.String())})
	}
	return rows
}

// proofRows say what the file was found to be.
func proofRows(v *submission.Document) [][2]any {
	signature := submission.Answer(v.Signature)
	if v.Signer != "" {
		signature = text.ReportAnswerOf.With(signature, text.Same(v.Signer))
	}
	identity := submission.Answer(v.Identity)
	if v.Identity == "trusted" {
		identity = text.DocumentTrusted.With(seal.Receipting.Title())
	}
	rows := [][2]any{
		{text.QuestionSignature, signature},
		{text.QuestionIdentity, identity},
	}
	if v.Of == "matches" {
		rows = append(rows, [2]any{text.DocumentOf, submission.Answer(v.Of)})
	}
	if v.Logged == "has" {
		rows = append(rows, [2]any{text.DocumentLogged, submission.Answer(v.Logged)})
	}
	if v.Receipt.Log != nil {
		rows = append(rows, [2]any{text.DocumentLogHead, text.DocumentLogIs.With(v.Receipt.Log.Size, v.Receipt.Log.Root.String())})
	}
	rows = append(rows, [2]any{text.PaperFile, v.SHA256})
	for _, n := range v.Notes {
		rows = append(rows, [2]any{text.ReportVerifiedNote, n.Say})
	}
	return rows
}

func (d *htmlPen) receiptRows(title text.Pair, rows [][2]any) {
	d.w("<h3>%s</h3>\n<table class=\"card\"><tbody>\n", title)
	for _, row := range rows {
		d.w("<tr><th>%s</th><td>%s</td></tr>\n", row[0], row[1])
	}
	d.w("</tbody></table>\n")
}
