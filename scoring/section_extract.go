package scoring

import (
	"strings"
	"time"

	"yice/text"
)

// Extract says whose part of a pack a file is: the rules of the whole pack, and what the regulator settled for one enterprise,
// nobody else's. See [Issuer], which writes it.
type Extract struct {
	Of      string // SHA-256 of the whole pack's file
	USCC    string // whose it is
	At      string // when it was issued, "2026-03-01T08:00:00Z"; of two extracts of one version the later one holds
	Targets []OwnTarget
	Line    int
}

// OwnTarget is what the regulator settled for one line of one enterprise, as it is written.
type OwnTarget struct {
	Indicator string // id of the indicator, or [ProfitTargetPath]
	Value     string // what was approved: "6", "3.5%"
	Declared  string // what the enterprise had asked for; "" where it asked for nothing
	Basis     string
	Document  string    // "" where there is none
	Quarters  [3]string // what is to be reached by the end of the first three quarters; "" where nothing is set
}

// Reason is why the target is what it is, in one line.
func (t *OwnTarget) Reason() string {
	say := t.Basis
	if t.Document != "" {
		say += "；" + t.Document
	}
	if t.Declared != "" {
		say += "（申报 " + t.Declared + "）"
	}
	return say
}

// numbers gives the paths that the target sets, with their values.
func (t *OwnTarget) numbers(yield func(path, key, value string)) {
	if t.Indicator == ProfitTargetPath {
		yield(ProfitTargetPath, "value", t.Value)
		return
	}
	yield("indicator."+t.Indicator+".target", "value", t.Value)
	for i, v := range t.Quarters {
		if v != "" {
			yield("indicator."+t.Indicator+".period_target."+quarterKeys[i], quarterKeys[i], v)
		}
	}
}

var quarterKeys = [3]string{"q1", "q2", "q3"}

var extractSection = declare(sectionOf[*Extract]{
	key: "extract", title: text.PackSayExtract, unlisted: true,
	kept: once(func(p *Pack) **Extract { return &p.Extract }), line: func(x *Extract) *int { return &x.Line },
	says: []parameter[*Extract]{
		{key: "of", is: isText, must: must, title: text.PackSayExtractOf, at: func(x *Extract) any { return &x.Of }, help: "整包文件的 SHA-256"},
		{key: "uscc", is: isText, must: must, title: text.PackSayUSCC, at: func(x *Extract) any { return &x.USCC }},
		{key: "at", is: isText, must: must, title: text.PackSayExtractAt, at: func(x *Extract) any { return &x.At }, help: "下发时间，`\"2026-03-01T08:00:00Z\"`；同一版以后下发的为准"},
		{key: "target", is: isMany, title: text.PackSayExtractTargets, help: "`indicator`、`value`、`declared`、`basis`、`document`、`q1`–`q3`"},
	},
})

// extractKind is written by the program, never by hand: see [Issuer].
type extractKind struct{ plainKind }

func (k *extractKind) read(d *decoder, file *section) {
	n := file.got[k.section.key]
	if n == nil {
		return
	}
	s, x := d.open(n, k.section.key, k.section.keys), new(Extract)
	k.section.fill(s, x)
	d.p.Extract = x
	d.checkExtract(s, x)
	x.Targets = d.ownTargets(s, x)
}

// checkExtract asks that it says whose it is, of which pack and when, and that nobody else's policy stands beside it.
func (d *decoder) checkExtract(s *section, x *Extract) {
	if x.Of != "" && !isSHA256(x.Of) {
		d.errs.add(s.at("of"), s.path+".of", text.PackBadHash)
	}
	if x.USCC != "" && usccShape(x.USCC) != usccGood {
		d.errs.add(s.at("uscc"), s.path+".uscc", text.PackBadUSCC.With(legible(x.USCC)))
	}
	if at, err := time.Parse(time.RFC3339, x.At); x.At != "" && (err != nil || at.UTC().Format(time.RFC3339) != x.At) {
		d.errs.add(s.at("at"), s.path+".at", text.PackExtractAt.With(legible(x.At)))
	}
	if d.p.Status == "draft" {
		d.errs.add(s.n.at, s.path, text.PackExtractDraft)
	}
	for i := range d.p.Enterprises {
		if e := &d.p.Enterprises[i]; e.USCC != x.USCC {
			d.errs.add(s.n.at, s.path, text.PackExtractOthers.With(legible(e.USCC)))
			return
		}
	}
}

var keysOwnTarget = keyRules{
	{key: "indicator", is: isText, must: must},
	{key: "value", is: isNumber, must: must},
	{key: "declared", is: isText},
	{key: "basis", is: isText, must: must},
	{key: "document", is: isText},
	{key: "q1", is: isNumber},
	{key: "q2", is: isNumber},
	{key: "q3", is: isNumber},
}

// ownTargets reads the targets and lays them over the defaults, as the enterprise's own policy.
func (d *decoder) ownTargets(s *section, x *Extract) []OwnTarget {
	var all []OwnTarget
	seen := map[string]bool{}
	for i, n := range s.many("target") {
		in := &section{d: d, n: n, path: s.path + ".target." + numbered(i), basis: s.basis, got: map[string]*node{}}
		in.take(keysOwnTarget)
		t := OwnTarget{Indicator: in.text("indicator"), Declared: in.text("declared"), Basis: in.text("basis"), Document: in.text("document")}
		if v := in.got["value"]; v != nil {
			t.Value = v.text
		}
		for q, key := range quarterKeys {
			if v := in.got[key]; v != nil {
				t.Quarters[q] = v.text
			}
		}
		if t.Indicator == "" || t.Value == "" || t.Basis == "" {
			continue
		}
		if seen[t.Indicator] {
			d.errs.add(in.at("indicator"), in.path, text.PackItemTwice.With(legible(t.Indicator)))
			continue
		}
		seen[t.Indicator] = true
		d.settle(in, x, &t)
		all = append(all, t)
	}
	return all
}

// settle puts the numbers of a target into the enterprise's own policy.
func (d *decoder) settle(s *section, x *Extract, t *OwnTarget) {
	own := d.ownEnterprise(x, t)
	t.numbers(func(path, key, _ string) {
		rule := ruleWan
		if path != ProfitTargetPath {
			var ok bool
			if rule, path, ok = d.openFor(s, path, own.Type); !ok {
				return
			}
		}
		o, ok := d.overriding(&section{d: d, n: s.n, path: s.path, got: map[string]*node{"value": s.got[key]}}, path, rule)
		if !ok {
			return
		}
		o.Reason = t.Reason()
		switch {
		case path == ProfitTargetPath && own.ProfitTarget.Value != nil, sets(own.Overrides, path):
			d.errs.add(s.at("indicator"), s.path, text.PackExtractTwice.With(legible(t.Indicator)))
		case path == ProfitTargetPath:
			o.Path = "enterprise." + x.USCC + "." + ProfitTargetPath
			own.ProfitTarget = o
		default:
			own.Overrides = append(own.Overrides, o)
		}
	})
}

// ownEnterprise gives the policy of the enterprise whose extract it is; one that the whole pack does not name begins with it.
func (d *decoder) ownEnterprise(x *Extract, t *OwnTarget) *Enterprise {
	if own := d.p.Enterprise(x.USCC); own != nil {
		return own
	}
	d.p.Enterprises = append(d.p.Enterprises, Enterprise{USCC: x.USCC, Doc: strings.TrimSpace(t.Basis + " " + t.Document), Line: x.Line})
	return d.p.Enterprise(x.USCC)
}

// Foreign reports whether the pack is an extract for another enterprise.
func (p *Pack) Foreign(uscc string) bool { return p.Extract != nil && p.Extract.USCC != uscc }

// IssuedAt is when an extract was issued, "" for a whole pack.
func (p *Pack) IssuedAt() string {
	if p.Extract == nil {
		return ""
	}
	return p.Extract.At
}
