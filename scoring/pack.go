package scoring

import (
	"math/big"

	"yice/form"
)

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
	// levelNames and typeNames say what the pack calls a code of the dictionary, where it calls it otherwise.
	levelNames, typeNames map[string]string
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
	BonusOn string
	Bonuses []Bonus
	// Schema 2 adds points off, what is shown without points, and grades.
	Deductions []Deduction
	Tracks     []Track
	Conditions []Requirement
	Term       *Tenure
	TermLines  []TenureLine
	Grades     *Grades
	Trials     []Trial
	// Forms are the registers and yearly figures that the pack brings, Fields what it adds to forms that are built in; see Dictionary.
	Forms      []OwnForm
	Fields     []OwnField
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
	// Extract is nil of a whole pack.
	Extract *Extract

	// English has the pack's own translations of its texts, by the Chinese; see Say.
	English map[string]string

	dictionary *form.Dictionary

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
