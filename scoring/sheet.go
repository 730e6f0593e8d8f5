package scoring

import (
	"math/big"

	"yice/text"
)

// Dec is an exact decimal: Units × 10^-Places. Shown with all its places: {8258, 2} is "82.58".
type Dec struct {
	Units  int64
	Places uint8
}

// Status of an indicator, a contract word of the JSON.
type Status string

const (
	Reached    Status = "达标"
	Short      Status = "未达标"
	NoData     Status = "缺数据"
	NotDefined Status = "不可计算"
	// NotComparable: growth over a year whose same months are not known.
	NotComparable Status = "不可比"
	// Of a condition, and of all of them.
	Met    Status = "符合"
	NotMet Status = "不符合"
	Unsure Status = "未知"
)

// Sheet is what a pack makes of the facts. Confirmed and with-pending stand side by side everywhere, and what nobody knows
// yet apart from both: 已确认, 待认定 (a claim that waits for its document), 未填.
type Sheet struct {
	USCC, Name, Type string
	Year             int
	AsOf             int // the month to whose end the figures run, 1–12
	Pack             *Pack
	Official         bool // issued pack: 正式; else 模拟
	// Settled says that what the document leaves open was settled by the regulator. It is what the pack's opener knows ([Pack.Official]);
	// whoever asked again who issued the pack, as a verification does, says so here.
	Settled bool
	// Listed is false where the pack does not name the enterprise: scored with the defaults of its type.
	Listed bool

	Indicators []Line
	Innovation Pair
	// Unfilled are the points of the indicators whose data is not known yet: apart from both figures, never in them.
	Unfilled Dec
	// AnnualContribution = innovation × weight of innovation in the annual assessment, rounded once. Where the pack adds
	// the bonus to the innovation score (Q14), it is (innovation + bonus) × that weight.
	AnnualContribution Pair

	Bonuses    []Line
	BonusTotal Pair
	BonusCap   Param

	Deductions     []Line // points off, as positive figures
	DeductionTotal Pair
	Tracks         []Line // shown, never scored
	Term           []Line // several years as one
	Conditions     []Line // met or not, never scored
	// Qualified says whether all conditions are met, "" where the pack has none.
	Qualified, QualifiedPending Status
	// Grade is the word for the score, "" where the pack has none; GradePending the one with what is pending.
	Grade, GradePending string

	Addback      Line           // 万元; ID "" where the pack has no add-back
	Alternatives map[string]Dec // "A/expensed/exclude" …, all eight; confirmed
	Deemed       []Line         // 万元
	Book         *Dec           // profit of the year, 万元; nil missing
	Assessed     *Pair          // nil where Book is missing
	ProfitTarget Param          // Value nil: none
	Completion   *Pair          // fraction shown as percent with two decimals (12700, 2 = 127.00%); nil: none

	Separate Line  // 万元; ID "" where the pack has none
	Base     *Pair // pay_total − separate; nil: missing
	Tilt     Line  // 万元; ID "" where the pack has none
	Priority *bool // nil: the pack has no rule

	Missing []string // facts without data, "fin.revenue"

	awarded *tally // of the awards that may be rewarded; see Rewards

	eff   *Pack // the pack as it stands for this enterprise
	ent   *Enterprise
	facts *Facts
}

// Pair is a figure confirmed and with what is pending.
type Pair struct{ Confirmed, Pending Dec }

// Reward is a team that may be rewarded (C38). Pending: its award is not recognised yet.
type Reward struct {
	Title, Level string
	Pending      bool
}

// Line is one line of the sheet with everything needed to explain it. The records it used and rejected are told by
// [Sheet.Explain]: an evaluation runs at every keystroke and does not write them out.
type Line struct {
	ID      string
	Name    string    // as the pack has it, in Chinese
	Says    text.Pair // the name in both languages; see Title
	Kind    string    // "indicator", "bonus", "addback", "deemed", "separate", "tilt", "deduction", "track", "condition", "term"
	By      text.Pair // of an indicator with several ways: the one that counts
	Clauses []Clause
	Chosen  bool

	Weight Param // indicators
	Target Param // indicators; caps for bonus

	// Value is what was measured, confirmed and with pending; nil: missing. ValueText shows it as people read it ("1.65%", "4").
	Value, ValuePending         *big.Rat
	ValueText, ValuePendingText string
	// Unit is that of the value where the measure brings one of its own; else the value's kind says it.
	Unit text.Pair
	// TargetText is where full marks are: the target, the top rung, the number of items; "" where there is none.
	TargetText string

	Exact, ExactPending *big.Rat // before rounding; nil: missing
	Score               Pair
	// Unfilled: indicators, the points that wait for data: the whole weight of a line without, the items of a checklist
	// without an answer. Not in Score.
	Unfilled Dec
	Status   Status // indicators; NoData also for an account without its figures, whose Exact is then nil
	// GapText is what is missing to the target as people read it, rounded up, "" where nothing is; GapRat exact, in the
	// unit of the value.
	GapText string
	GapRat  *big.Rat
	// NeedRat is the same in what a person keys: 万元 of the numerator (to the 分, rounded up), pieces, points, items.
	NeedRat *big.Rat

	Missing []string
	// Inputs are the facts that went in, with their figures, in the order of the formula.
	Inputs []Input

	// LastYear of a track: the value of the year before as people read it, "" where it is not known.
	LastYear string

	work work
}

// Input is one fact of a formula, shown exactly: money as 元.
type Input struct {
	Fact  string
	Name  text.Pair
	Value *big.Rat // nil: missing
	Text  string
	of    Fact
}

// Use is a record that counted, or that did not, and why.
type Use struct {
	Form  string
	Row   int64
	Key   string
	Title string
	// Says is the title where the pack words it (an item of a checklist), in both languages; else empty.
	Says text.Pair
	// Counts is what it brought ("6 分（自治区级）", "60.00 万元"); Why says why it was rejected, or is only pending.
	Counts  text.Pair
	Pending bool
	Why     text.Pair
}
