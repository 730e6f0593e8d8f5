package scoring

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"yice/form"
	"yice/internal/inorder"
)

// Load parses and checks a pack. On failure err is PackErrors: everything wrong at once, each with its line and column. It
// never panics, whatever the bytes; a file of the largest size allowed takes well under a second.
//
// The way: bytes (pack_source) → expressions (pack_split) → tree (pack_tree) → sections by their keys (pack_keys,
// pack_section, pack_basis) → the Pack (pack_decode…) → what only shows across sections (pack_check).
func Load(source []byte) (*Pack, error) {
	p, _, err := load(source)
	return p, err
}

// load gives also the decoder, which knows of every number what it must keep to.
func load(source []byte) (*Pack, *decoder, error) {
	errs := &errorList{}
	if !readSource(source, errs) {
		return nil, nil, errs.sorted()
	}
	sum := sha256.Sum256(source)
	d := &decoder{
		src: errs.src, errs: errs,
		p:            &Pack{SHA256: hex.EncodeToString(sum[:]), Source: slices.Clone(source), BonusOn: "annual"},
		numbers:      map[string]numberRule{},
		clauses:      map[string]bool{},
		enterprises:  map[string]int{},
		overridables: map[string][]string{},
	}
	d.file(buildTree(errs.src, errs))
	if len(errs.all) > 0 {
		return nil, nil, errs.sorted()
	}
	inorder.Stably(d.p.Assumed, byPosition)
	inorder.Stably(d.p.Notices, func(a, b PackError) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	return d.p, d, nil
}

func byPosition(a, b Param) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
}

// decoder turns the tree of a file into a Pack.
type decoder struct {
	src  *source
	errs *errorList
	p    *Pack
	// numbers has the rule of every parameter by path, so that an override keeps to it; overridable what may be overridden,
	// by section path.
	numbers      map[string]numberRule
	overridables map[string][]string
	clauses      map[string]bool
	enterprises  map[string]int // line of each, by code
	root         *node
	known        map[string]*form.Form // forms of a pack whose forms have errors
}

// near gives the candidate that a word probably meant.
func (d *decoder) near(word string, candidates []string) string {
	if d.errs.full() {
		return ""
	}
	if meant, ok := otherNames[word]; ok && slices.Contains(candidates, meant) {
		return meant
	}
	return nearest(word, candidates)
}

// otherNames are words people write for a code of the dictionary without coming near its spelling.
var otherNames = map[string]string{
	"省级": "自治区级", "省部级": "自治区级", "区级": "自治区级", "自治区": "自治区级", "国家": "国家级", "市": "市级", "盟市级": "市级",
	"公益型": "功能型", "功能类": "功能型", "竞争类": "竞争型", "服务型": "服务业", "服务类": "服务业",
	"true": "是", "false": "否", "发明专利": "发明", "已授权": "授权",
}

// file reads every section, in the order that lets each refer to those before it.
func (d *decoder) file(root *node) {
	d.root = root
	s := &section{d: d, n: root, got: map[string]*node{}}
	s.basis = &basis{entries: map[string]*basisEntry{}, unlisted: map[string]bool{}}
	d.topLevel(s)
	(&headKind{plainKind{headSection}}).read(d, s)     // names levels and types
	(&clauseKind{plainKind{clauseSection}}).read(d, s) // the others cite them
	d.forms(s)                                         // and count their rows
	for _, k := range kinds {
		if !slices.Contains(readFirst, k.heading().key) {
			k.read(d, s)
		}
	}
	d.checkAcross(s)
}

// readFirst are the sections that the others refer to.
var readFirst = []string{"pack", "clause", "form", "field"}

// codesOf gives the code ids of a field of the dictionary; nil where there is no such field.
func codesOf(register, field string) []string {
	f := form.ByID(register)
	if f == nil {
		return nil
	}
	fd := f.Field(field)
	if fd == nil {
		return nil
	}
	ids := make([]string, len(fd.Codes))
	for i, c := range fd.Codes {
		ids[i] = c.ID
	}
	return ids
}
