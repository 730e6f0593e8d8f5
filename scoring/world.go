package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// A claim is checked against the world: who grants what level, and which awards are for science, is known from their names.
// The tables are references, not rules of the document: a pack may bring its own ([[authority]], [[award_name]]), and what
// they notice is asked about (核实性), never decided.

// Authority says of which level the bodies are whose name holds one of Names, and the decisions whose number begins with one
// of Documents.
type Authority struct {
	Level     string
	Names     []string
	Documents []string
	Line      int // of the pack's file; 0 for the defaults
}

// BelowCity is the level of a district's bodies, which no level of the policy is.
const BelowCity = "区县级"

// DefaultAuthorities are looked through in this order: a body of a district bears its city's name, and one of the city its
// region's.
var DefaultAuthorities = []Authority{
	{Level: BelowCity, Names: []string{
		"昆都仑区", "青山区", "东河区", "九原区", "石拐区", "白云鄂博矿区", "稀土高新区", "土默特右旗", "达尔罕茂明安联合旗", "达茂旗", "固阳县",
	}},
	{Level: form.CityLevel, Names: cities[:], Documents: []string{"包科", "包政", "包府", "包工信", "包发改", "包人社", "包财", "包国资", "包市监"}},
	{Level: "自治区级", Names: []string{"内蒙古", "自治区"}, Documents: []string{"内科", "内政", "内工信", "内发改", "内人社", "内财", "内国资", "内市监"}},
	{Level: "国家级", Names: []string{
		"国务院", "中华人民共和国", "国家", "科学技术部", "科技部", "工业和信息化部", "工信部", "发展和改革委员会", "发展改革委", "人力资源和社会保障部",
		"财政部", "教育部", "自然资源部", "生态环境部", "住房和城乡建设部", "水利部", "农业农村部", "全国博士后",
	}, Documents: []string{"国发", "国办", "国科", "国知", "工信部", "发改高技", "人社部", "国资"}},
}

// DefaultAwardNames are words that the names of science awards hold.
var DefaultAwardNames = []string{
	"科学技术", "科技进步", "自然科学", "技术发明", "专利奖", "发明奖", "科技成果", "科技创新", "科学奖", "技术奖", "创新奖",
}

var authoritySection = declare(sectionOf[*Authority]{
	key: "authority", title: text.PackSayAuthority.With(""), unlisted: true,
	kept: several(func(p *Pack) *[]Authority { return &p.Authorities }), line: func(a *Authority) *int { return &a.Line },
	says: []parameter[*Authority]{
		{key: "level", is: isText, must: must, title: text.PackSayLevels, quiet: true, at: func(a *Authority) any { return &a.Level }},
		{key: "names", is: isList, title: text.PackSayNames, at: func(a *Authority) any { return &a.Names }},
		{key: "documents", is: isList, title: text.PackSayDocuments, at: func(a *Authority) any { return &a.Documents }},
	},
	check: func(s *section, a *Authority) {
		if levels := append(slices.Clone(s.d.p.Levels), BelowCity); a.Level != "" && !slices.Contains(levels, a.Level) {
			s.d.errs.add(s.at("level"), s.path+".level", text.PackUnknownWord.With(legible(a.Level), among(levels)))
		}
	},
})

type authorityKind struct{ plainKind }

func (k *authorityKind) read(d *decoder, file *section) {
	for i, n := range file.many("authority") {
		var a Authority
		k.section.fill(d.open(n, "authority."+numbered(i), k.section.keys), &a)
		d.p.Authorities = append(d.p.Authorities, a)
	}
}

func (k *authorityKind) list(l *settingList) {
	for i := range l.p.Authorities {
		a := &l.p.Authorities[i]
		l.in("authority."+numbered(i), text.PackSayAuthority.With(a.Level), a.Line)
		k.section.listOnly(l, a)
	}
}

var awardNameSection = declare(sectionOf[*Pack]{
	key: "award_name", title: text.PackSayAwardNames, unlisted: true,
	says: []parameter[*Pack]{{key: "names", is: isList, must: must, title: text.PackSayNames, at: func(p *Pack) any { return &p.AwardNames }}},
})

type awardNameKind struct{ plainKind }

func (k *awardNameKind) heading() keyRule { return keyRule{key: k.section.key, is: isMany} }

func (k *awardNameKind) read(d *decoder, file *section) {
	for i, n := range file.many("award_name") {
		d.p.AwardNames = append(d.p.AwardNames, d.open(n, "award_name."+numbered(i), k.section.keys).list("names", true)...)
	}
}

func (k *awardNameKind) list(l *settingList) {
	l.in(k.section.key, k.section.title, 0)
	k.section.listOnly(l, l.p)
}

// authorities are those of the pack, else the defaults.
func (p *Pack) authorities() []Authority {
	if len(p.Authorities) > 0 {
		return p.Authorities
	}
	return DefaultAuthorities
}

// LevelOfBody gives the level of a body by its name, "" where the tables do not know it.
func (p *Pack) LevelOfBody(name string) string {
	all := p.authorities()
	for i := range all {
		if slices.ContainsFunc(all[i].Names, func(n string) bool { return n != "" && strings.Contains(name, n) }) {
			return all[i].Level
		}
	}
	return ""
}

// knows reports whether a level is one that a claim of this pack can be compared with.
func (p *Pack) knows(level string) bool {
	return level == BelowCity || len(p.Levels) == 0 || slices.Contains(p.Levels, level)
}

// LevelOfDocument gives the level of a decision by its number, "" where the tables do not know it.
func (p *Pack) LevelOfDocument(number string) string {
	all := p.authorities()
	for i := range all {
		if slices.ContainsFunc(all[i].Documents, func(n string) bool { return n != "" && strings.HasPrefix(number, n) }) {
			return all[i].Level
		}
	}
	return ""
}

// ScienceAward reports whether an award's name is one of science.
func (p *Pack) ScienceAward(name string) bool {
	names := p.AwardNames
	if len(names) == 0 {
		names = DefaultAwardNames
	}
	return slices.ContainsFunc(names, func(n string) bool { return n != "" && strings.Contains(name, n) })
}

// cityUnnamed reports that a city-level row names no body of the pack's own city: it counts once one does (Q16).
func (e *evaluation) cityUnnamed(authorities ...string) bool {
	if e.p.City == "" || e.p.City == "any" {
		return false
	}
	own := strings.TrimSuffix(e.p.City, "市")
	return !slices.ContainsFunc(authorities, func(by string) bool { return strings.Contains(by, own) })
}

// world notices claims that do not fit what is known of the bodies that decide, and answers that the data does not bear out.
func (n *notices) world() {
	for _, register := range []string{"project", "platform", "award"} {
		for _, r := range n.f.Registers[register] {
			n.claim(r)
		}
	}
	for _, r := range n.f.Registers["award"] {
		if name := r.Str("name"); name != "" && r.Str("science") == "" && !n.s.Pack.ScienceAward(name) {
			n.add("scoring.award-name", form.Verify, r, "science", text.ScoreFindAward.With(name))
		}
	}
	n.answers()
	n.money()
}

// claim compares a row's level with what its authority, or the number of its decision, can give.
func (n *notices) claim(r *form.Record) {
	level := n.s.Pack.level(r.Str("level"))
	if level == "" {
		return
	}
	for _, field := range []string{"authority", "recognised_by"} {
		by := r.Str(field)
		if gives := n.s.Pack.level(n.s.Pack.LevelOfBody(by)); gives != "" && n.s.Pack.knows(gives) && gives != level {
			n.add("scoring.authority", form.Verify, r, field, text.ScoreFindAuthority.With(by, gives, level))
		}
	}
	number := r.Str("recognised_doc")
	if gives := n.s.Pack.level(n.s.Pack.LevelOfDocument(number)); gives != "" && n.s.Pack.knows(gives) && gives != level {
		n.add("scoring.document-level", form.Verify, r, "recognised_doc", text.ScoreFindDocument.With(number, gives, level))
	}
}

// borneOut are items of the checklist whose 是 the data of the year would show: a word of the item, and what must be there.
var borneOut = []struct {
	word  string
	needs text.Pair
	there func(*Facts) bool
}{
	{"专人负责", text.ScoreNeedsLead, func(f *Facts) bool { return f.Card == nil || f.Card.Str("innovation_lead") != "" }},
	{"预算列研发", text.ScoreNeedsBudget, func(f *Facts) bool { return f.has("rd_budget") }},
	{"投资计划列研发", text.ScoreNeedsPlan, func(f *Facts) bool { return f.has("rd_plan") }},
	{"人才数据库", text.ScoreNeedsTalent, func(f *Facts) bool { return len(f.Registers["talent"]) > 0 }},
	{"研发统计台账", text.ScoreNeedsLedger, func(f *Facts) bool { return f.Ledger.Lines > 0 }},
}

func (f *Facts) has(field string) bool { return f.Annual != nil && f.Annual.Num(field) > 0 }

// answers compares what the checklist says with what the year has.
func (n *notices) answers() {
	for _, r := range n.f.Registers["checklist"] {
		if r.Str("answer") != form.Yes {
			continue
		}
		for _, b := range borneOut {
			if strings.Contains(r.Str("item"), b.word) && !b.there(n.f) {
				n.add("scoring.answer", form.Verify, r, "answer", text.ScoreFindAnswer.With(r.Str("item"), b.needs))
			}
		}
	}
}

// funds compares what the government gave in the year with what the ledger says was spent of its money: more than was given
// was not the government's, and nothing at all leaves it in what is added back.
func (n *notices) funds() {
	received, first := int64(0), (*form.Record)(nil)
	for _, r := range n.f.Registers["fund"] {
		given := r.Str("kind") == "" || r.Str("kind") == "科技专项资金"
		if year, ok := yearOf(r.Str("received_on")); !ok || year != n.f.Year || !given || r.Num("received") <= 0 {
			continue
		}
		received = form.Plus(received, r.Num("received"))
		if first == nil || compareRecords(r, first) < 0 {
			first = r
		}
	}
	if first == nil {
		return
	}
	switch spent := n.f.Ledger.Government(); {
	case spent > received:
		n.found = append(n.found, first.Finding("scoring.fund", form.Verify, "received", text.ScoreFindFund.With(wanText(spent), wanText(received))))
	case spent == 0 && n.f.Ledger.Lines > 0:
		n.found = append(n.found, first.Finding("scoring.fund-unspent", form.Verify, "received", text.ScoreFindFundUnspent.With(wanText(received))))
	}
}

// money compares the year's funds with the government's money in the ledger, and pay already listed apart with what the
// teams come to.
func (n *notices) money() {
	n.funds()
	if n.f.Annual == nil || n.s.Separate.ID == "" {
		return
	}
	keyed, ok := n.f.Annual.Get("pay_performance_separate").Int()
	if apart := n.s.Separate.ExactPending; ok && apart != nil && wan(keyed).Cmp(new(big.Rat).Set(apart)) > 0 {
		n.found = append(n.found, n.f.Annual.Finding("scoring.pay-apart", form.Verify, "pay_performance_separate",
			text.ScoreFindApart.With(wanText(keyed), ratWan(apart))))
	}
}
