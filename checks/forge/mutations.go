package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"yice/checks/authority"
	"yice/filing/submission"
	"yice/form"
	"yice/seal"
)

// mutation is one under way.
type mutation struct {
	*forger
	rnd   *rand.Rand
	base  base
	paper authority.Paper
	what  string
}

func (m *mutation) say(format string, args ...any) { m.what += fmt.Sprintf(format, args...) + "; " }

func pick[T any](m *mutation, from []T) T { return from[m.rnd.IntN(len(from))] }

// kind is a way of forging; its name stands in the table that people read.
type kind struct {
	name string
	make func(*mutation) ([]byte, error)
}

var kinds = []kind{
	{"翻转一位、换掉一个字节", (*mutation).turned},
	{"截去、插入、挪动一段字节", (*mutation).spliced},
	{"增减、改名、调换条目，重新打包", (*mutation).entries},
	{"改单元格、数字或字段，重新打包（校验和正确）", func(m *mutation) ([]byte, error) { return m.edited().paper.Put() }},
	{"改内容，重做封条和清单，沿用旧签名", func(m *mutation) ([]byte, error) {
		if err := m.edited().paper.Reseal(m.Hands[authority.Filer].Key.Public(), m.seal()); err != nil {
			return nil, err
		}
		return m.paper.Put()
	}},
	{"改内容，重新封存，不签名", func(m *mutation) ([]byte, error) { return m.edited().paper.Forged(nil, m.seal()) }},
	{"改内容，重新封存，由别人的密钥签名", func(m *mutation) ([]byte, error) {
		key, id := m.hand(m.rnd)
		m.say("signed by %s", id)
		return m.edited().paper.Forged(key, m.seal())
	}},
	{"不改内容，由别人的密钥签名", func(m *mutation) ([]byte, error) {
		key, id := m.hand(m.rnd)
		m.say("signed by %s", id)
		return m.paper.Forged(key, nil)
	}},
	{"挪用签名：别的文件的、别种声明的", (*mutation).moved},
	{"企业自签：自拟或改动政策包", (*mutation).policy},
	{"企业自签：自拟得分", (*mutation).score},
	{"企业自签：伪造三方签字", (*mutation).signOffs},
	{"企业自签：隐去核实事项或敷衍说明", (*mutation).findings},
	{"企业自签：另造历史", (*mutation).history},
	{"企业自签：夹带无人核对的文件", (*mutation).strangers},
	{"企业自签：签字后改数据", (*mutation).afterwards},
}

func (m *mutation) turned() ([]byte, error) {
	whole := slices.Clone(m.base.whole)
	for range 1 + m.rnd.IntN(3) {
		at := m.rnd.IntN(len(whole))
		if m.rnd.IntN(2) == 0 {
			whole[at] ^= 1 << m.rnd.IntN(8)
		} else {
			whole[at] = byte(m.rnd.Uint32())
		}
		m.say("byte %d", at)
	}
	return whole, nil
}

func (m *mutation) spliced() ([]byte, error) {
	whole := slices.Clone(m.base.whole)
	at, n := m.rnd.IntN(len(whole)-64), 1+m.rnd.IntN(64)
	m.say("%d bytes at %d", n, at)
	switch m.rnd.IntN(4) {
	case 0:
		return slices.Delete(whole, at, at+n), nil
	case 1:
		return slices.Insert(whole, at, slices.Clone(whole[at:at+n])...), nil
	case 2:
		return whole[:at+n], nil
	}
	to := m.rnd.IntN(len(whole) - 64)
	copy(whole[to:], slices.Clone(whole[at:at+n]))
	return whole, nil
}

func (m *mutation) entries() ([]byte, error) {
	p := m.paper
	names := p.Names()
	a, b := pick(m, names), pick(m, names)
	switch m.rnd.IntN(5) {
	case 0:
		m.say("without %s", a)
		delete(p, a)
	case 1:
		m.say("%s and %s swapped", a, b)
		p[a], p[b] = p[b], p[a]
	case 2:
		to := pick(m, []string{"data/extra.csv", "extra.txt", "evidence/" + strings.Repeat("0", 64), "report.html", "data/spend.csv.old", "seal2.json"})
		m.say("%s renamed %s", a, to)
		p[to] = p[a]
		delete(p, a)
	case 3:
		to := pick(m, []string{"readme.txt", "report.html", "workbook.xlsx", "data/patents.csv", "evidence/" + strings.Repeat("a", 64)})
		m.say("%s added", to)
		p[to] = p[a]
	default:
		i := m.rnd.IntN(len(names) - 1)
		m.say("%s and %s in another order", names[i], names[i+1])
		names[i], names[i+1] = names[i+1], names[i]
		return p.PutIn(names)
	}
	return p.Put()
}

var figure = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// edited changes one or several texts, cells, keys or figures of contents.
func (m *mutation) edited() *mutation {
	for range 1 + m.rnd.IntN(3) {
		var names []string
		for _, name := range m.paper.Names() {
			if submission.Packed(name) && len(m.paper[name]) > 0 {
				names = append(names, name)
			}
		}
		name := pick(m, names)
		was := m.paper[name]
		for m.paper[name] == was {
			m.paper[name] = m.edit(name, was)
		}
		m.say("%s edited", name)
	}
	return m
}

func (m *mutation) edit(name, content string) string {
	if places := figure.FindAllStringIndex(content, -1); len(places) > 0 && m.rnd.IntN(3) > 0 {
		at := pick(m, places)
		return content[:at[0]] + m.figure(content[at[0]:at[1]]) + content[at[1]:]
	}
	lines := strings.SplitAfter(content, "\n")
	i, j := m.rnd.IntN(len(lines)), m.rnd.IntN(len(lines))
	switch m.rnd.IntN(4) {
	case 0:
		lines = slices.Delete(lines, i, i+1)
	case 1:
		lines = slices.Insert(lines, i, lines[j])
	case 2:
		lines[i], lines[j] = lines[j], lines[i]
	default:
		words := []string{"待认定", "已认定", "不予认定", "否", "是", "核实性", "强制性", "true", "false", "市级", "国家级", "授权", "实审", "null", "\"", ",", "=1+1"}
		return replaceOne(m, content, words)
	}
	return strings.Join(lines, "")
}

// replaceOne replaces a word that there is by another, or puts one in.
func replaceOne(m *mutation, content string, words []string) string {
	old, now := pick(m, words), pick(m, words)
	if strings.Contains(content, old) {
		return strings.Replace(content, old, now, 1)
	}
	at := m.rnd.IntN(len(content) + 1)
	return content[:at] + now + content[at:]
}

func (m *mutation) figure(was string) string {
	switch m.rnd.IntN(4) {
	case 0:
		return was + "0"
	case 1:
		return "9" + was
	case 2:
		return strconv.Itoa(m.rnd.IntN(1_000_000))
	}
	at := m.rnd.IntN(len(was))
	if was[at] == '.' {
		return was[:at] + was[at+1:]
	}
	return was[:at] + string('0'+(was[at]-'0'+1+byte(m.rnd.IntN(9)))%10) + was[at+1:]
}

// seal gives a change of the seal, or none.
func (m *mutation) seal() func(*submission.Sealed) {
	reason := pick(m, []string{"系统升级，未能签字", "", " "})
	changes := map[string]func(*submission.Sealed){
		"":             nil,
		"serial":       func(s *submission.Sealed) { s.Serial = authority.USCC + "-2023-99" },
		"sealed at":    func(s *submission.Sealed) { s.SealedAt = "2023-12-15T09:00:00+08:00" },
		"the year":     func(s *submission.Sealed) { s.Year = 2022 },
		"the uscc":     func(s *submission.Sealed) { s.USCC = authority.Other },
		"no replaces":  func(s *submission.Sealed) { s.Replaces = nil },
		"the audience": func(s *submission.Sealed) { s.Audience = nil },
		"a reason":     func(s *submission.Sealed) { s.Unsigned = &reason },
	}
	all := make([]string, 0, len(changes))
	for name := range changes {
		all = append(all, name)
	}
	slices.Sort(all)
	name := pick(m, all)
	m.say("seal: %s", name)
	return changes[name]
}

var statements = []seal.Statement{
	seal.PackStatement, seal.TargetsStatement, seal.KeysStatement, seal.DecisionStatement, seal.ReceiptStatement, seal.SignOffStatement,
}

// moved puts a right signature where it does not belong.
func (m *mutation) moved() ([]byte, error) {
	p, filer := m.paper, m.Hands[authority.Filer].Key
	switch m.rnd.IntN(5) {
	case 0: // the right hand, as another statement
		as := pick(m, statements)
		m.say("as %s", as)
		p.Sign(filer, as)
	case 1: // the manifest itself says another statement
		as := pick(m, statements)
		m.say("the manifest says %s", as)
		p.Manifest(as)
		p.Sign(filer, as)
	case 2: // of another submission of the enterprise
		issuer := pick(m, []string{authority.Filer, authority.Rival, authority.Nobody})
		m.say("of the one with a pack by %s", issuer)
		p[authority.SignatureEntry] = m.others[issuer][authority.SignatureEntry]
	case 3: // of another document within
		m.say("of the pack")
		p[authority.SignatureEntry] = p["pack.toml.sm2sig"]
	default: // under a format that signs bare bytes
		m.say("bare")
		p.Manifest("")
		p.Sign(filer, "")
	}
	return p.Put()
}

// policy is the enterprise's: an easier pack, signed by whomever it can, sealed rightly by its own key.
func (m *mutation) policy() ([]byte, error) {
	by := m.Hands[authority.Filer].Key
	issuers := []string{authority.Filer, authority.Rival, authority.Stranger, authority.Decider, authority.Nobody}
	issuer := pick(m, issuers)
	p := m.others[issuer].Clone()
	switch m.rnd.IntN(5) {
	case 0:
		m.say("an easier target, signed by %s", issuer)
	case 1:
		m.say("an easier target under the regulator's signature of the right pack")
		p["pack.toml.sm2sig"] = m.base.paper["pack.toml.sm2sig"]
	case 2:
		m.say("the pack edited under its signature")
		p = m.paper
		was := p["pack.toml"]
		for p["pack.toml"] == was {
			p["pack.toml"] = m.edit("pack.toml", was)
		}
	case 3:
		key, id := m.Hands[issuers[m.rnd.IntN(4)]].Key, "somebody"
		m.say("the right pack, its signature by %s", id)
		signature, err := key.SignStatement(seal.PackStatement, []byte(m.paper["pack.toml"]))
		if err != nil {
			return nil, err
		}
		p = m.paper
		p["pack.toml.sm2sig"] = string(signature)
	default:
		m.say("the regulator's signature as another statement")
		signature, err := m.Hands[authority.Root].Key.SignStatement(pick(m, statements[1:]), []byte(m.paper["pack.toml"]))
		if err != nil {
			return nil, err
		}
		p = m.paper
		p["pack.toml.sm2sig"] = string(signature)
	}
	return p.Forged(by, nil)
}

// score is the enterprise's: sheet.json says what the rows do not.
func (m *mutation) score() ([]byte, error) {
	places := figure.FindAllStringIndex(m.paper["sheet.json"], -1)
	was := m.paper["sheet.json"]
	for m.paper["sheet.json"] == was {
		at := pick(m, places)
		m.paper["sheet.json"] = was[:at[0]] + m.figure(was[at[0]:at[1]]) + was[at[1]:]
	}
	return m.paper.Forged(m.Hands[authority.Filer].Key, nil)
}

type signOffFile struct {
	SignOffs []submission.SignOff `json:"signoffs"`
}

func (m *mutation) signOffs() ([]byte, error) {
	var file signOffFile
	if err := json.Unmarshal([]byte(m.paper["signoff.json"]), &file); err != nil {
		return nil, err
	}
	i := m.rnd.IntN(3)
	o, other := &file.SignOffs[i], file.SignOffs[(i+1)%3]
	hands := []string{authority.Clerk, authority.Chief, authority.Head}
	days := []string{"2024-01-17", "2024-01-18", "2024-01-19"}
	switch n := m.rnd.IntN(8); n {
	case 0:
		m.say("signed by the wrong person")
		*o = m.SignOff(i, hands[(i+1)%3], o.Name, days[i], o.Digest)
	case 1:
		_, id := m.hand(m.rnd)
		for slices.Contains(hands, id) {
			_, id = m.hand(m.rnd)
		}
		m.say("signed by %s", id)
		*o = m.SignOff(i, id, o.Name, days[i], o.Digest)
	case 2:
		m.say("over other data")
		*o = m.SignOff(i, hands[i], o.Name, days[i], strings.Repeat("0", 64))
	case 3:
		m.say("the name changed under the signature")
		*o = m.SignOff(i, hands[i], o.Name, days[i], o.Digest)
		o.Name = "示例丁"
	case 4:
		m.say("the day changed")
		*o = m.SignOff(i, hands[i], o.Name, days[i], o.Digest)
		o.Date = pick(m, []string{"2024-01-21", "2024-02-30", "", "2025-01-01"})
	case 5:
		m.say("not standing")
		o.Standing = false
	case 6:
		m.say("nobody")
		*o = submission.SignOff{Role: o.Role}
	default:
		m.say("the signature of another role")
		*o = m.SignOff(i, hands[i], o.Name, days[i], o.Digest)
		other = m.SignOff((i+1)%3, hands[(i+1)%3], other.Name, days[(i+1)%3], o.Digest)
		o.Signature, o.Key = other.Signature, other.Key
	}
	m.paper["signoff.json"] = string(submission.PrintJSON(file))
	return m.paper.Forged(m.Hands[authority.Filer].Key, nil)
}

func (m *mutation) findings() ([]byte, error) {
	var file struct {
		Findings []struct {
			ID        string `json:"id"`
			Severity  string `json:"severity"`
			Form      string `json:"form"`
			Row       int64  `json:"row"`
			Key       string `json:"key"`
			Field     string `json:"field"`
			Message   string `json:"message"`
			Explained bool   `json:"explained"`
			Reason    string `json:"reason"`
		} `json:"findings"`
	}
	if err := json.Unmarshal([]byte(m.paper["findings.json"]), &file); err != nil {
		return nil, err
	}
	i := m.rnd.IntN(len(file.Findings))
	f := &file.Findings[i]
	switch m.rnd.IntN(6) {
	case 0:
		m.say("%s left out", f.ID)
		file.Findings = slices.Delete(file.Findings, i, i+1)
	case 1:
		m.say("a hollow reason")
		f.Reason = pick(m, []string{"", "无", " ", "。", "……", "aaaaaaaa", "1111"})
	case 2:
		m.say("unexplained")
		f.Explained = false
	case 3:
		m.say("of another row")
		f.Row += 1 + m.rnd.Int64N(90)
		f.ID = regexp.MustCompile(`/\d+/`).ReplaceAllString(f.ID, fmt.Sprintf("/%d/", f.Row))
	case 4:
		m.say("强制性 and explained")
		f.Severity = "强制性"
	default:
		m.say("of another check")
		f.ID = "x" + f.ID
	}
	m.paper["findings.json"] = string(submission.PrintJSON(file))
	return m.paper.Forged(m.Hands[authority.Filer].Key, nil)
}

func (m *mutation) history() ([]byte, error) {
	var h submission.History
	if err := json.Unmarshal([]byte(m.paper["history.json"]), &h); err != nil {
		return nil, err
	}
	e := &h.Extends[0]
	switch m.rnd.IntN(6) {
	case 0:
		m.say("another root")
		h.Root[m.rnd.IntN(32)] ^= 1 << m.rnd.IntN(8)
	case 1:
		m.say("another root before")
		e.Root[m.rnd.IntN(32)] ^= 1 << m.rnd.IntN(8)
	case 2:
		m.say("another proof")
		e.Proof[m.rnd.IntN(len(e.Proof))][m.rnd.IntN(32)] ^= 1 << m.rnd.IntN(8)
	case 3:
		m.say("a proof cut short")
		e.Proof = e.Proof[:m.rnd.IntN(len(e.Proof))]
	case 4:
		m.say("a proof too long")
		e.Proof = append(e.Proof, e.Proof[0])
	default:
		m.say("another size")
		e.Size = pick(m, []int64{-1, h.Size + 1, h.Size, 0})
	}
	m.paper["history.json"] = string(submission.PrintJSON(h))
	return m.paper.Forged(m.Hands[authority.Filer].Key, nil)
}

func (m *mutation) strangers() ([]byte, error) {
	name := pick(m, []string{
		"report.html", "workbook.xlsx", "readme.txt", "data/patents.csv", "data/data.csv", "evidence/" + strings.Repeat("a", 64),
		"evidence/" + strings.Repeat("b", 63), "sheet.json.bak", "pack2.toml", "data/spend2.csv",
	})
	m.say("%s", name)
	m.paper[name] = fmt.Sprintf("总分 100.00 %d\n", m.rnd.Uint32())
	return m.paper.Forged(m.Hands[authority.Filer].Key, nil)
}

// afterwards is a row that was changed when the three had signed it off. The descriptor and the score are the enterprise's to make
// anew; the sign-offs are not.
func (m *mutation) afterwards() ([]byte, error) {
	f := m.forger
	y, err := f.Year(f.Issued)
	if err != nil {
		return nil, err
	}
	lines := y.Tables["spend"]
	r := pick(m, lines)
	field := r.Form.Field("amount")
	v, err := field.Parse(strconv.Itoa(1000+m.rnd.IntN(1_000_000))+".25", form.Yuan)
	if err != nil {
		return nil, err
	}
	r.Set("amount", v)
	if err := y.Judge(); err != nil {
		return nil, err
	}
	m.say("row %d", r.ID)
	var file signOffFile
	if err := json.Unmarshal([]byte(m.paper["signoff.json"]), &file); err != nil {
		return nil, err
	}
	return f.Seal(authority.Wanted{Year: y, SignOff: func([]submission.SignOff) []submission.SignOff { return file.SignOffs }})
}
