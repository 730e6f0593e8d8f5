package scoring

import "math/big"

// Pack is one year's policy, parsed and checked: what is measured, at what weight, to what target, and under which
// reading. It is never changed after loading. See Load.
type Pack struct {
	SHA256 string // of the file's bytes, lower-case hex
	Source []byte // the file itself; travels in the submission

	// Unproven is set by whoever opened the file: it says that it is issued, and nobody trusted has signed it.
	Unproven bool

	Schema             int
	ID, Version, Title string
	Issuer, SourceDoc  string
	Year               int
	ValidFrom, ValidTo string // "2023-01-01"
	Status             string // "draft" or "issued"
	Supersedes         string // SHA-256 of the pack it replaces, or ""
	Levels, Types      []string
	// City says whose city-level recognitions count (Q16): a name such as "包头市" (the default), or "any". See OtherCity.
	City string

	LineDecimals, MoneyDecimals int
	HalfEven                    bool // GB/T 8170 instead of half away from zero

	InnovationWeight, InnovationWeightPrev Param
	AnnualClauses                          []string

	Clauses    []Clause
	Indicators []Indicator
	BonusCap   Param // points; Param.Value nil: no cap over all groups
	// BonusOn says what the bonus is added to (Q14): "annual" (default) the annual result, "innovation" the innovation score.
	BonusOn    string
	Bonuses    []Bonus
	Addback    *Addback
	Deemed     []Deemed
	Separate   *Separate
	Tilt       *Tilt
	TeamReward *TeamReward
	Priority   *Priority
	// Authorities and AwardNames are nil where the pack brings none: the defaults hold then.
	Authorities []Authority
	AwardNames  []string
	// Advice is nil where the pack sets no lead times: DefaultAdvice holds then.
	Advice *Advice
	// Plausible is nil where the pack sets no bands: Bands gives the defaults then.
	Plausible *Plausible

	// TypePolicies are the layer of the enterprise type, between the defaults and the enterprise's own policy.
	TypePolicies []TypePolicy
	Enterprises  []Enterprise

	// English has the pack's own translations of its texts, by the Chinese; see Say.
	English map[string]string

	// Notices are what is worth a look though no error: the weight not raised (C05), a level the document does not name.
	Notices PackErrors

	// Assumed lists every parameter the source document does not give, in file order: what a reader must be told.
	Assumed []Param
}

// Issued reports whether the pack says that the regulator has issued it.
func (p *Pack) Issued() bool { return p.Status == "issued" }

// Official reports whether it scores as 正式: issued, and not without its signature. Anything else scores as 模拟.
func (p *Pack) Official() bool { return p.Issued() && !p.Unproven }

// Basis says where a number comes from.
type Basis uint8

const (
	Assumed  Basis = iota // 文件未给出，待确认
	Given                 // the source document states it
	Override              // set for one enterprise, with a reason
)

// Origin is the layer that set a parameter.
type Origin uint8

const (
	FromDefault Origin = iota
	FromType
	FromEnterprise
)

// Param is one number of the pack with where it was set. Text is the figure as written ("1.80%", "12.5").
type Param struct {
	Path   string   // "indicator.rd_intensity.target", "bonus.platform.points.国家级"
	Value  *big.Rat // exact; a percent is its fraction (1.80% = 9/500); nil: not set
	Text   string
	Line   int // of the pack's file; 0: not from a file
	Col    int
	Basis  Basis
	Origin Origin
	Reason string // of an override
	// Default is what an override replaced; nil otherwise.
	Default *Param
}

// Clause is one clause of the source document: where it stands and its gist in our words.
type Clause struct {
	ID, At, Gist string
	Line         int
}

// MeasureKind and ScaleKind form the closed catalogue of policy.md, "The engine".
type MeasureKind string

const (
	MeasureValue       MeasureKind = "value"
	MeasureRatio       MeasureKind = "ratio"
	MeasureGrowth      MeasureKind = "growth"
	MeasureCount       MeasureKind = "count"
	MeasureLevelPoints MeasureKind = "level_points"
	MeasureChecklist   MeasureKind = "checklist"
)

type ScaleKind string

const (
	ScaleToTarget ScaleKind = "to_target"
	ScaleLadder   ScaleKind = "ladder"
	ScaleFraction ScaleKind = "fraction"
	ScaleEfficacy ScaleKind = "efficacy" // 功效系数法: 基础分 at the floor, full at the target, linear between
)

// Condition is one field's accepted values in a where clause.
type Condition struct {
	Field  string
	Values []string
}

// Measure says what is measured. Which members are set follows from Kind.
type Measure struct {
	Kind MeasureKind

	Fact string // value: a fact of the catalogue (facts.go), "conversion.income"
	Num  string // ratio
	Den  string
	Cur  string // growth
	Prev string
	// ZeroBase of growth: "top" gives the top rung where the year before is ≤ 0 and this year is > 0.
	ZeroBase string

	Register    string      // count, level_points: form id
	Where       []Condition // all must hold
	WhereField  string      // with WhereByType: the field whose accepted values depend on the enterprise's type
	WhereByType map[string][]string
	YearBy      string // date field, or "active", or "" for the filing year
	Dedupe      string // field whose equal values count once; "" none
	Evidence    bool   // evidence = "认定": confirmed counts recognised rows only
	Points      map[string]Param
	Grades      map[string]map[string]Param // level → grade → points; overrides Points where it has the grade

	Items []string // checklist; on an effective pack the joined milestones' texts follow the pack's own items
	// Milestones are the ones joined into Items by For; a row of form checklist names one by text or by id: see ItemNamed.
	Milestones []Milestone
}

// Rung of a ladder: at (≥) or above (>) a value gives a share of the weight.
type Rung struct {
	At    Param
	Above bool
	Give  Param
}

// Scale turns a measured value into a share of the weight.
type Scale struct {
	Kind  ScaleKind
	Cap   Param  // to_target: the largest share ("100%")
	Rungs []Rung // ladder, ascending
	// Efficacy (功效系数法): below Floor the share is 0; at Floor it is Base; from there to the target it grows in a
	// straight line to 100%: base + (1 − base) × (v − floor) ÷ (target − floor); above the target it stays 100%, or goes
	// on along the line up to Cap where Cap is set.
	Floor Param
	Base  Param // a share: "60%"
}

// Indicator is one scored line.
type Indicator struct {
	ID, Name    string
	Clauses     []string
	Chosen      bool // the document attaches no points; the pack weighs it as its own choice
	Measure     Measure
	Scale       Scale
	Target      Param            // Value nil: the scale needs none
	Weight      map[string]Param // by enterprise type
	Overridable []string         // "target", …
	Line        int
}

// Bonus is one group of points added to the annual result.
type Bonus struct {
	ID, Name string
	Clauses  []string
	Measure  Measure // kind level_points
	Cap      Param   // Value nil: none
	// Upgrade says what a platform of nature 升级 counts (Q11): "difference" (default) its points less those of
	// upgraded_from, "full", "none". A row without upgraded_from counts in full under "difference".
	Upgrade string
	// Kinds and RegulatorKinds are the kinds of platform that count (Q12): those the document lists and those on the
	// regulator's list. Both nil: every kind. They also stand in Measure.Where as one condition on field kind.
	Kinds, RegulatorKinds []string
	Overridable           []string
	Line                  int
}

// Addback is C06: R&D treated as profit, the increment at its own rate.
type Addback struct {
	Clauses        []string
	Reading        string // "A" base at base rate + increment at increment rate; "B" all at base rate + a further increment rate of the increment
	Basis          string // "expensed" or "total"
	GovernmentFund string // "exclude" or "include"
	BaseRate       Param
	IncrementRate  Param
	Scope          string // Q5: "entity" (default) legal entity, "consolidated"; shown, the facts are one or the other
	BaseYear       string // Q4: "previous", the only one there are facts for
	Decrease       string // Q4: "zero" (default) a fall counts no increment; "deduct": a fall counts against at the increment rate
	NoPrevYear     string // Q4: without a year before: "base" (default) all is base; "increment" all is increment; "missing" 缺数据
	// OriginalRate is the extra rate for 原创技术 lines (Q15); Value nil: shown only.
	OriginalRate Param
	// KeyRates are the rates of own expensed lines of major projects, by level, in place of BaseRate for them
	// (level-rated add-back); empty: none.
	KeyRates map[string]Param
	// Recognition says what recognition governs (Q6): "projects_platforms" (default), "all" (the add-back too: it takes
	// annual.rd_recognised, then Recognised is set), "platforms" (deemed projects then count without: Evidence is false).
	Recognition string
	// Recognised: the add-back takes annual.rd_recognised (Q6 "all three").
	Recognised  bool
	Overridable []string
	Line        int
}

// Deemed is C35: recognised spending outside the ledger that counts as profit.
type Deemed struct {
	ID, Name string
	Clauses  []string
	Register string // "project" or "platform"
	Where    []Condition
	YearBy   string
	Levels   []string
	Evidence bool
	Amount   string // "spend_outside_rd", "all_spend", "fixed" (Q7)
	Fixed    Param  // 万元 a row, for "fixed"
	Rate     Param
	// Kinds and RegulatorKinds: as of Bonus (Q12); they also stand in Where.
	Kinds, RegulatorKinds []string
	Overridable           []string
	Line                  int
}

// Separate is C37: pay of teams on eligible projects listed apart from the payroll.
type Separate struct {
	Clauses    []string
	Levels     []string
	TackleOnly bool
	Evidence   bool
	Line       int
}

// Tilt is C40: the performance-pay total tilted by the level of 攻关 projects.
type Tilt struct {
	Clauses    []string
	TackleOnly bool
	Evidence   bool
	Rates      map[string]Param
	Sum        bool // pick = "sum"; otherwise the highest
	Cap        Param
	Line       int
	// ExcludeSeparate: base is pay_performance − pay_performance_separate.
	ExcludeSeparate bool
}

// TeamReward is C38: which levels of award entitle a team to a reward. No formula in the document.
type TeamReward struct {
	Clauses []string
	Levels  []string
	Line    int
}

// Priority is C32: the condition for resources first.
type Priority struct {
	Clauses    []string
	MinScore   Param
	NeedGrowth bool
	Line       int
}

// TypePolicy is what a pack sets for every enterprise of a type.
type TypePolicy struct {
	Type      string
	Overrides []Param // Path names the parameter it replaces
	Line      int
}

// Enterprise is one enterprise's own policy, 一企一策.
type Enterprise struct {
	USCC, Name, Type, Doc string
	ProfitTarget          Param   // 万元; Value nil: none
	Overrides             []Param // Path names the parameter it replaces
	Milestones            []Milestone
	Line                  int
}

// Milestone is one more checklist item set for an enterprise.
type Milestone struct {
	ID, Text string
	Clauses  []string
	Due      string // date
	Join     string // indicator id
	Line     int
}
