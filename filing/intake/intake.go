// Package intake understands tables that come from outside: it opens a file of whatever container, finds its tables, reads
// their headers, tells lines from totals and carry-overs, and gives records of a form, each with the place it stood in.
//
// The rule it keeps: a figure it gives is one that an accountant reads in the file, to the 分. What it leaves out has a kind
// and a reason; what it cannot be sure of is a [Question], and while there is one nothing may be written.
//
// The way of a file: container (package sheet and its readers) → sheets → tables → recipe → lines, each of a [Kind] →
// control totals. Intake knows neither sessions nor the store: what becomes of the records is decided above it.
//
// Start with [Read], then [Reading.Each].
package intake

import (
	"errors"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"yice/form"
	"yice/text"
)

// Kind is what a row of a table is.
type Kind uint8

const (
	Detail   Kind = iota // 明细: a line that comes in
	Total                // 合计: by its words, or by arithmetic
	Carried              // 结转, 承前页, 过次页: brought forward, or closing an account
	Opening              // 期初
	Heading              // 表头: headers, titles, page marks, signatures
	Blank                // 空: no figure in it
	Filtered             // 筛除: another account, by the recipe's filter
	Doubtful             // 存疑: asked about, never imported
)

// Title names a kind for people.
func (k Kind) Title() text.Pair { return kindTitles[k] }

var kindTitles = [...]text.Pair{
	Detail: text.IntakeDetail, Total: text.IntakeTotal, Carried: text.IntakeCarried, Opening: text.IntakeOpening,
	Heading: text.IntakeHeading, Blank: text.IntakeBlank, Filtered: text.IntakeFiltered, Doubtful: text.IntakeDoubtful,
}

// Line is a row of a file and what it is. All of it is good until the next line.
type Line struct {
	Sheet string
	Row   int // as a spreadsheet counts
	Kind  Kind
	Why   text.Pair // why it is of its kind; empty for a plain line
	Cells [][]byte  // as they stand in the file
	// Records are what a Detail brings: one, or in a table with a category a column one for each that has an amount.
	Records []*form.Record
	// Refusal says why a Detail cannot come in; its Records are nil then.
	Refusal *Refusal
}

// Refusal is a row that cannot come in, with the place and the reason.
type Refusal struct {
	File   string
	Sheet  string
	Row    int
	Field  string
	Value  string // as it stands in the file
	Reason text.Pair
	Cells  []string // the whole row, to be written back
}

// Question is something a file leaves open. While one stands, nothing may be written; the answer is a line of a recipe, a
// choice on the screen, or a flag.
type Question struct {
	Code  string // "intake.…"
	Sheet string
	Row   int // 0: the sheet, or the file, as a whole
	Say   text.Pair
	// Field and Values are of a question for values: texts of the file that no code of the field is known for.
	Field  string
	Values []string
}

func fault(code string, class text.Class, say text.Pair) *text.Fault {
	return &text.Fault{Code: code, Class: class, Say: say}
}

// harmless replaces control characters, so that text from outside cannot steer a terminal.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return ' '
		}
		return r
	}, s)
}

// fold makes captions alike that people read alike: width, case, blanks, marks of required fields, traditional characters.
func fold(caption string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r), r == '*', r == '\u200b', r == '\ufeff':
			return -1
		}
		if s, ok := simplified[r]; ok {
			return s
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(caption))
}

// Fold gives the text that texts of files are remembered by.
func Fold(s string) string { return fold(s) }

// simplified holds the traditional characters that headers of ledgers and registers are written with.
var simplified = pairsOf("額额憑凭證证號号貸贷餘余會会計计賬账帳账類类別别項项編编碼码稱称資资來来費费單单萬万處处說说記记發发總总結结轉转過过頁页專专請请權权獎奖員员術术產产業业關关開开營营潤润幣币軟软標标準准實实驗验設设備备購购書书級级務务機机構构團团隊队轉转讓让許许價价銷销稅税減减負负債债負负報报測测試试裝装備备攤摊舊旧無无長长遠远調调圖图紙纸庫库領领貨货間间關关當当導导獲获證证質质據据檢检驗验師师統统籌筹劃划畫画預预執执協协議议論论軌轨際际國国區区縣县創创進进達达適适選选還还邊边動动勞劳數数條条環环節节約约細细終终組组織织續续維维練练繳缴補补貼贴賞赏賠赔贈赠贊赞運运輸输辦办農农連连遞递郵邮針针銀银錄录鐵铁鋼钢銅铜鋁铝鍋锅鏡镜門门閉闭閱阅陽阳隨随險险電电靜静頂顶順顺預预頭头題题顯显風风飛飞養养餐餐館馆馬马駐驻驅驱體体髮发點点齊齐龍龙")

func pairsOf(s string) map[rune]rune {
	all := []rune(s)
	m := make(map[rune]rune, len(all)/2)
	for i := 0; i+1 < len(all); i += 2 {
		m[all[i]] = all[i+1]
	}
	return m
}

// asFault keeps a fault and gives everything else a sentence.
func asFault(name string, err error) error {
	var f *text.Fault
	if err == nil || errors.As(err, &f) {
		return err
	}
	return &text.Fault{Code: "filing.cannot-read", Class: text.Cannot, Say: text.FilingCannotRead.With(name), Err: err}
}
