package scoring

import (
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// headSection is what a pack says of itself.
var headSection = declare(sectionOf[*Pack]{
	key: "pack", must: must, title: text.PackSayPack,
	says: []parameter[*Pack]{
		{key: "schema", is: isNumber, must: must, bare: true, rule: ruleSchema, title: text.PackSaySchema, quiet: true, at: func(p *Pack) any { return &p.Schema }},
		{key: "id", is: isText, must: must, title: text.PackSayID, at: func(p *Pack) any { return &p.ID }},
		{key: "version", is: isText, hint: text.HintVersion, must: must, title: text.PackSayVersion, at: func(p *Pack) any { return &p.Version }},
		{key: "title", is: isText, must: must, title: text.PackSayTitle, own: true, at: func(p *Pack) any { return &p.Title }},
		{key: "issuer", is: isText, must: must, title: text.PackSayIssuer, own: true, at: func(p *Pack) any { return &p.Issuer }},
		{key: "source_doc", is: isText, hint: text.HintSourceDoc, must: must, title: text.PackSaySource, own: true, at: func(p *Pack) any { return &p.SourceDoc }},
		{key: "year", is: isNumber, must: must, bare: true, rule: ruleYear, title: text.PackSayYear, at: func(p *Pack) any { return &p.Year }},
		{key: "valid_from", is: isDay, hint: text.HintValidFrom, must: must, title: text.PackSayFrom, at: func(p *Pack) any { return &p.ValidFrom }},
		{key: "valid_to", is: isDay, hint: text.HintValidTo, must: must, title: text.PackSayTo, at: func(p *Pack) any { return &p.ValidTo }},
		{key: "status", is: isWord, must: must, title: text.PackSayStatus, at: func(p *Pack) any { return &p.Status }, words: []option{
			{"draft", text.Pair{ZH: "草案（模拟）", EN: "draft (simulation)"}},
			{"issued", text.Pair{ZH: "已签发", EN: "issued"}},
		}},
		{
			key: "supersedes", is: isText, title: text.PackSaySupersedes, at: func(p *Pack) any { return &p.Supersedes },
			read: func(s *section, p *Pack) { p.Supersedes = s.word("supersedes", "") },
		},
		{
			key: "levels", is: isList, must: must, title: text.PackSayLevels,
			read: func(s *section, p *Pack) {
				p.Levels = s.d.names(s, "levels", form.LevelField())
				p.levelNames = renamed(form.LevelField(), p.Levels)
			},
			help: "从高到低，最多 12 个。`schema = 2` 起可以是任何名称（省级、区县级……），填报、导入、各处的分值都按这里的名称；`省级` 与自带的 `自治区级` 是同一个，不能两个都写。没列的自带级别仍可填，只是不在列表里，也不计",
			say:  func(p *Pack, _ *Pack) text.Pair { return listed(fieldOf("project", "level"), p.Levels) },
		},
		{
			key: "types", is: isList, must: must, title: text.PackSayTypes,
			read: func(s *section, p *Pack) {
				p.Types = s.d.names(s, "types", form.TypeField())
				p.typeNames = renamed(form.TypeField(), p.Types)
			},
			help: "最多 12 个。`schema = 2` 起可以是任何名称（公益类、商业一类……），企业概况按这里的名称选；每项的 `weight` 要写全",
			say:  func(p *Pack, _ *Pack) text.Pair { return listed(fieldOf("enterprise", "type"), p.Types) },
		},
		{
			key: "city", is: isText, hint: text.HintCity, absent: "包头市", title: text.PackSayCity, own: true, at: func(p *Pack) any { return &p.City },
			say: func(p *Pack, _ *Pack) text.Pair { return p.cityWord() },
		},
	},
	check: checkHead,
})

// newestSchema is the newest form of a pack that is understood; the older ones are read for ever.
const newestSchema = 2

type headKind struct{ plainKind }

func checkHead(s *section, p *Pack) {
	d := s.d
	if p.Schema > newestSchema {
		d.errs.add(s.at("schema"), "pack.schema", text.PackSchemaNewer.With(p.Schema, newestSchema))
	}
	d.checkPeriod(s)
	if p.Supersedes != "" && !isSHA256(p.Supersedes) {
		d.errs.add(s.at("supersedes"), "pack.supersedes", text.PackBadHash)
	}
}

// codedOr reads a list of codes; where it has errors, all of them are taken, as what follows is not to blame.
func (d *decoder) codedOr(s *section, key string, codes []string) []string {
	all := d.coded(s, key, codes)
	if d.errs.about(s.path + "." + key) {
		return codes
	}
	return all
}

// coded reads a list whose members come from a code list of the dictionary.
func (d *decoder) coded(s *section, key string, codes []string) []string {
	var ok []string
	for i, name := range s.list(key, true) {
		if len(codes) > 0 && !slices.Contains(codes, name) {
			at := s.got[key].items[i].at
			d.errs.addNear(at, s.path+"."+key, text.PackUnknownName.With(legible(name), among(codes)), d.near(name, codes))
			continue
		}
		ok = append(ok, name)
	}
	return ok
}

func isSHA256(s string) bool {
	return len(s) == 64 && !strings.ContainsFunc(s, func(r rune) bool { return (r < '0' || r > '9') && (r < 'a' || r > 'f') })
}

// whole reads one of the numbers that need no basis (schema, year).
func (s *section) whole(key string, rule numberRule) int {
	v := s.got[key]
	if v == nil {
		return 0
	}
	value, isPercent, why := ParseNumber(v.text)
	if why.Empty() {
		why = rule.check(value, isPercent, v.text)
	}
	if !why.Empty() {
		s.d.errs.add(v.at, s.path+"."+key, why)
		return 0
	}
	return int(value.Num().Int64())
}

// checkPeriod compares the year of a pack with the days it is valid.
func (d *decoder) checkPeriod(s *section) {
	p := d.p
	if p.ValidFrom == "" || p.ValidTo == "" {
		return
	}
	if p.ValidFrom > p.ValidTo {
		d.errs.add(s.at("valid_to"), "pack.valid_to", text.PackPeriodTurned.With(p.ValidFrom, p.ValidTo))
		return
	}
	if p.Year == 0 {
		return
	}
	if p.ValidTo < numbered4(p.Year)+"-01-01" || p.ValidFrom > numbered4(p.Year)+"-12-31" {
		d.errs.add(s.at("valid_from"), "pack.valid_from", text.PackPeriodYear.With(p.ValidFrom, p.ValidTo, p.Year))
	}
}

// cityWord names the city whose recognitions count.
func (p *Pack) cityWord() text.Pair {
	if p.City == "any" {
		return text.Pair{ZH: "任何城市", EN: "any city"}
	}
	return p.Say(p.City)
}
