package filing

import (
	"cmp"
	"maps"
	"slices"

	"yice/filing/claims"
	"yice/filing/ranking"
	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// Collected is the consolidation of many submissions. Figures are decimal texts, "" where there is none; money is 万元.
type Collected struct {
	// Measured: the figures are by the regulator's pack (核定); else each is by the pack that came along (自评).
	Measured bool
	// Columns are the indicators that any of the enterprises is scored by, in the order of the packs.
	Columns []CollectedColumn
	// Enterprises has a row for every enterprise and year, by year, type and rank: its latest submission.
	Enterprises []CollectedEnterprise
	// Replaced are submissions that a later one of the same enterprise and year took the place of.
	Replaced     []CollectedEnterprise
	Spread       []Spread
	Totals       []YearTotals
	DoubleClaims []DoubleClaim
	IntraGroup   []IntraGroup
	Groups       []Group
	// Receipts says what receipts were given; nil where none was asked for.
	Receipts *ReceiptsGiven
	Problems []text.Pair
	Notes    []text.Pair // what has to be known besides: what is no submission, what nobody asked
}

// CollectedColumn is an indicator.
type CollectedColumn struct {
	ID, Name string
	Title    text.Pair // the name in both languages
}

// CollectedEnterprise is one row of the table. To drill down, VerifyCollected: the sheet of its submission explains every line,
// and the row of a scoring.Use is the row of data/<form>.csv in the file.
type CollectedEnterprise struct {
	File, Path, USCC, Name, Type            string
	Within                                  string // which submission of the bundle Path; "": the file is the submission
	Year                                    int
	Period                                  string // "2026", or "2026Q2" of a quarterly return
	OK                                      bool
	Innovation, Bonus, Assessed, Completion string
	Rank                                    int // within type and year, by the innovation score; 0: not ranked
	Problems, Notes                         []text.Pair
	Indicators                              map[string]string // score by indicator id
	Values                                  map[string]string // what was measured, as people read it

	Serial, SealedAt, Replaces, Signer string
	ReplacedBy                         string // serial, or file where that is the same
	Parent                             string // uscc
	Official                           bool   // the figures are 正式: by a pack that the regulator issued; else 模拟
	Pack                               string // id and version
	Book, Addback                      string
	RD                                 string // all R&D of the year
	// Answers of the verdict, in its words.
	Integrity, Signature, Identity, Policy, Score, SignOffs string
	Decided, SelfDeclared                                   int
	// Self is what the enterprise comes to by its own pack and word, Confirmed by the regulator's; nil: not known.
	Self, Confirmed *submission.Result
}

// place is where a submission lies, one of each.
func (e *CollectedEnterprise) place() string {
	if e.Within == "" {
		return e.Path
	}
	return e.Path + "\x00" + e.Within
}

// Mode is 正式 or 模拟, as on every line about an enterprise.
func (e *CollectedEnterprise) Mode() text.Pair {
	if e.Official {
		return text.FilingModeOfficial
	}
	return text.FilingModeSimulated
}

// member is one submission as consolidation keeps it: figures and keys, never rows of the ledger.
type member struct {
	row      CollectedEnterprise
	manifest string
	replaces string // manifest of the sealing it replaces
	serial   string
	pack     *scoring.Pack // that the figures are by
	own      *scoring.Pack // that came along
	other    bool          // something of ours that is no submission
	// addressless: it does not say which regulator it is for.
	addressless bool
	contested   bool                // nobody can tell which of two is meant
	received    submission.Received // what a receipt would say besides the verdict
	facts       *scoring.Facts      // with recognitions as they were decided; nil where nobody asked for them
	verdict     *submission.Verdict // without its submission; nil where it does not hold
	earlier     *submission.Earlier
	history     submission.History

	innovation, bonus                   scoring.Dec
	indicators                          map[string]scoring.Dec
	assessed, completion, book, addback *scoring.Dec
	columns                             []CollectedColumn

	rd           scoring.RD
	prev         *scoring.RD
	commissioned map[string]*submission.Commissioned
	claims       []claims.Row
	uncounted    bool // it has more rows that could be claimed twice than are looked at
}

// known reports whether it could be read of whom and when a submission is.
func (m *member) known() bool { return m.row.USCC != "" && m.row.Year != 0 }

func newMember(of *handedIn, v *Verification, measure *submission.Measure) *member {
	m := &member{other: v.Other(), row: CollectedEnterprise{
		File: of.shown(), Path: of.path, Within: of.within, OK: v.OK, Problems: v.Says(), Signer: v.Signer,
		Integrity: v.Integrity, Signature: v.Signature, Identity: v.Identity, Policy: v.Policy, Score: v.Score, SignOffs: v.SignOffs,
		Decided: v.Decided, SelfDeclared: v.SelfDeclared, Self: v.Self, Confirmed: v.Confirmed,
	}}
	if v.Locked {
		m.row.Problems = []text.Pair{v.Notes[0].Say}
	} else {
		for _, n := range v.Notes {
			if n.Code == "audience.none" {
				m.addressless = true
			}
			if !quietNote[n.Code] {
				m.row.Notes = append(m.row.Notes, n.Say)
			}
		}
	}
	if of.handed != nil {
		m.other = false // in a bundle there is nothing that is none
		m.row.Notes = append(m.row.Notes, text.FilingHandedOn.With(harmless(of.handed.List.Name), of.handed.List.USCC))
	}
	s := v.Submission
	if s == nil {
		return m
	}
	m.row.USCC, m.row.Name, m.row.Type, m.row.Year, m.row.Period = harmless(s.USCC), harmless(s.Name), s.Type, s.Year, s.Period().String()
	m.row.Serial, m.row.SealedAt, m.row.Replaces = harmless(s.Serial), harmless(s.SealedAt), harmless(s.Replaces)
	m.manifest, m.serial, m.history, m.own = s.Manifest(), s.Serial, s.History, s.Pack
	if before := s.Sealing().Replaces; before != nil {
		m.replaces = before.Manifest
	}
	facts := s.Facts()
	if s.Pack != nil {
		m.row.Pack = v.Pack
	}
	if !v.OK || s.Sheet == nil || facts == nil {
		return m
	}
	kept := *v.Verdict
	kept.Submission, kept.Measured = nil, nil
	m.received = s.Received()
	m.verdict, m.earlier = &kept, v.Earlier()
	m.pack, m.commissioned = s.Pack, s.Commissioned()
	sheet, shown := s.Sheet, v.Self
	if v.Measured != nil {
		sheet, shown, m.pack = v.Measured, v.Confirmed, measure.Pack
	}
	m.score(sheet, shown)
	m.rd, m.prev = withoutParts(facts.Ledger), facts.Prev
	for _, card := range s.Records(form.ByID(cardForm)) {
		m.row.Parent = card.Str("parent_uscc")
	}
	m.claims, m.uncounted = claims.Of(s)
	return m
}

// quietNote are notes that would stand on every row: the table says them by its columns.
var quietNote = map[string]bool{
	"policy.unasked": true, "policy.draft": true, "signoff.typed": true, "format.prints": true, "format.signature": true,
	"audience.none": true, "format.signoffs": true, "format.history": true, "decision.unasked": true,
}

// withoutParts drops what only the score of one enterprise asks for.
func withoutParts(rd scoring.RD) scoring.RD {
	rd.ByProject, rd.ByPlatform, rd.OwnByProject = nil, nil, nil
	return rd
}

// score keeps the figures of a sheet; shown are the same as texts.
func (m *member) score(s *scoring.Sheet, shown *submission.Result) {
	m.innovation, m.bonus = s.Innovation.Confirmed, s.BonusTotal.Confirmed
	m.row.Innovation, m.row.Bonus, m.row.Assessed, m.row.Completion = shown.Innovation, shown.Bonus, shown.Assessed, shown.Completion
	m.row.Book, m.row.Addback, m.row.RD, m.row.Official = shown.Book, shown.Addback, shown.RD, shown.Mode == text.FilingModeOfficial.ZH
	m.book = s.Book
	if s.Assessed != nil {
		m.assessed = &s.Assessed.Confirmed
	}
	if s.Completion != nil {
		m.completion = &s.Completion.Confirmed
	}
	if s.Addback.ID != "" && s.Addback.Exact != nil {
		m.addback = &s.Addback.Score.Confirmed
	}
	m.indicators = make(map[string]scoring.Dec, len(s.Indicators))
	m.row.Indicators, m.row.Values = make(map[string]string), make(map[string]string)
	for i := range s.Indicators {
		l := &s.Indicators[i]
		m.indicators[l.ID] = l.Score.Confirmed
		m.row.Indicators[l.ID], m.row.Values[l.ID] = l.Score.Confirmed.String(), l.ValueText
		m.columns = append(m.columns, CollectedColumn{l.ID, l.Name, l.Title()})
	}
}

// periodsOf puts members apart that never stand beside one another: annual submissions, and the quarterly returns of each quarter.
// The annual ones come first.
func periodsOf(members []*member) [][]*member {
	by := make(map[string][]*member)
	for _, m := range members {
		k := ""
		if p, ok := submission.ParsePeriod(m.row.Period); ok && p.Quarterly() {
			k = m.row.Period
		}
		by[k] = append(by[k], m)
	}
	all := make([][]*member, 0, len(by))
	for _, k := range slices.Sorted(maps.Keys(by)) {
		all = append(all, by[k])
	}
	return all
}

// latest picks the submission that counts for every enterprise and period, and marks the others. A submission that does not
// verify never takes the place of one that does.
func latest(members []*member) (current, replaced []*member) {
	type book struct {
		uscc, period string
		year         int
	}
	of := make(map[book][]*member)
	for _, m := range members {
		if !m.known() {
			current = append(current, m)
			continue
		}
		k := book{m.row.USCC, m.row.Period, m.row.Year}
		of[k] = append(of[k], m)
	}
	for _, m := range members {
		k := book{m.row.USCC, m.row.Period, m.row.Year}
		chain := of[k]
		if !m.known() || chain == nil {
			continue
		}
		delete(of, k)
		last := lastOf(chain)
		current = append(current, last)
		for _, other := range chain {
			if other != last {
				other.row.ReplacedBy = cmp.Or(last.row.Serial, last.row.File)
				if other.row.Serial == last.row.Serial {
					other.row.ReplacedBy = last.row.File
				}
				replaced = append(replaced, other)
			}
		}
	}
	return current, replaced
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ranked is the member as the rules of ranking see it.
func (m *member) ranked() *ranking.Entry {
	e := &ranking.Entry{
		Shown: m.row.File, Path: m.row.place(), USCC: m.row.USCC, Period: m.row.Period, Type: m.row.Type, Year: m.row.Year, OK: m.row.OK,
		Serial: m.row.Serial, SealedAt: m.row.SealedAt, Manifest: m.manifest, Replaces: m.replaces,
		Signer: m.row.Signer, Identity: m.row.Identity, History: m.history, Policy: m.row.Policy, Score: m.innovation, Contested: m.contested,
	}
	if m.own != nil {
		e.Pack, e.Issued = m.own.SHA256, m.own.Issued()
	}
	return e
}

// lastOf finds the member that counts, and says what a regulator should ask about its chain.
func lastOf(chain []*member) *member {
	entries := make([]*ranking.Entry, len(chain))
	for i, m := range chain {
		entries[i] = m.ranked()
	}
	end, problems := ranking.Last(entries)
	last := chain[slices.Index(entries, end)]
	last.contested = end.Contested
	last.row.Problems = append(last.row.Problems, problems...)
	return last
}

// comparePriors holds what each submission says of the year before against the one of that year, where it is among them.
func comparePriors(members []*member) {
	of := make(map[bookOf]*submission.Earlier)
	for _, m := range members {
		if m.earlier != nil {
			of[bookOf{m.row.USCC, m.row.Year}] = m.earlier
		}
	}
	for _, m := range members {
		e := of[bookOf{m.row.USCC, m.row.Year - 1}]
		if e == nil || m.earlier == nil {
			continue
		}
		if p, differs := submission.PriorDiffers(m.prev, e); differs {
			m.row.Problems, m.row.OK = append(m.row.Problems, p.Say), false
			m.verdict = nil
		}
	}
}

// rank gives every member its place, where it may have one.
func rank(members []*member, measured bool) {
	entries := make([]*ranking.Entry, len(members))
	for i, m := range members {
		entries[i] = m.ranked()
	}
	ranking.Rank(ranking.Rankable(entries, measured))
	for i, m := range members {
		m.row.Rank = entries[i].Rank
	}
}

// byPlace orders rows as the table shows them: by year, then type, then rank; what is not ranked stands behind.
func byPlace(a, b CollectedEnterprise) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Period, b.Period), truth(a.Rank == 0)-truth(b.Rank == 0),
		cmp.Compare(a.Type, b.Type), cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.USCC, b.USCC))
}

func columnsOf(members []*member) []CollectedColumn {
	var all []CollectedColumn
	seen := make(map[string]bool)
	for _, m := range members {
		for _, c := range m.columns {
			if !seen[c.ID] {
				seen[c.ID] = true
				all = append(all, c)
			}
		}
	}
	return all
}
