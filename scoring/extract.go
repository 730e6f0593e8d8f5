package scoring

import (
	"bytes"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"yice/text"
)

// Issuer writes the extracts of a pack: for each enterprise the rules, and what was settled for it alone. What it writes follows
// from the pack, the targets and the moment, byte for byte, so that whoever has the whole pack can tell whether an extract's rules
// are the whole pack's. See docs/decisions.
type Issuer struct {
	p     *Pack
	d     *decoder
	rules string // what all enterprises get that the pack does not name
}

// NewIssuer prepares to issue a whole pack that says it is issued.
func NewIssuer(p *Pack) (*Issuer, error) {
	switch {
	case p.Extract != nil:
		return nil, &text.Fault{Code: "pack.extract", Class: text.Usage, Say: text.PackIssueWhole.With(legible(p.Extract.USCC))}
	case !p.Issued():
		return nil, &text.Fault{Code: "pack.draft", Class: text.Usage, Say: text.PackIssueDraft}
	}
	_, d, err := load(p.Source)
	if err != nil {
		return nil, err
	}
	i := &Issuer{p: p, d: d}
	i.rules = i.rulesFor("")
	return i, nil
}

// rulesFor writes the pack without comments, tests, the policies of others, and what only those say.
func (i *Issuer) rulesFor(uscc string) string {
	own := *i.p
	own.Enterprises = slices.DeleteFunc(slices.Clone(own.Enterprises), func(e Enterprise) bool { return e.USCC != uscc })
	texts := own.Texts()
	w := &tomlWriter{}
	w.sections(i.d.root, func(key string, n *node) *node {
		switch key {
		case "test":
			return nil
		case "enterprise":
			if n.get("uscc").text != uscc {
				return nil
			}
		case "english":
			kept := *n
			kept.entries = nil
			for _, e := range n.entries {
				if slices.Contains(texts, e.key) {
					kept.entries = append(kept.entries, e)
				}
			}
			return &kept
		}
		return n
	})
	return w.b.String()
}

// TargetError is a target that a pack does not take: which of those given, and which part of it.
type TargetError struct {
	Target int    // its place among those given
	Key    string // "indicator", "value", "q1" …; "" of all of it
	Say    text.Pair
}

// Extract writes the extract of one enterprise; at is when it is issued, as RFC 3339 has it in UTC. What the pack does not take is
// told, all of it, and then nothing is written.
func (i *Issuer) Extract(uscc string, own []OwnTarget, at string) (source []byte, wrong []TargetError, err error) {
	w := &tomlWriter{}
	w.b.WriteString("[extract]\n")
	for _, kv := range [][2]string{{"of", i.p.SHA256}, {"uscc", uscc}, {"at", at}} {
		w.b.WriteString(kv[0] + " = " + quoted(kv[1]) + "\n")
	}
	for n := range own {
		w.target(&own[n])
	}
	part := w.b.String()
	if wrong, err = i.check(uscc, part); err != nil || len(wrong) > 0 {
		return nil, wrong, err
	}
	rules := i.rules
	if i.p.Enterprise(uscc) != nil {
		rules = i.rulesFor(uscc)
	}
	if source = []byte(rules + "\n" + part); len(source) > MaxPackBytes {
		return nil, nil, &text.Fault{Code: "pack.large", Class: text.Findings, Say: text.PackTooLarge.With(len(source)/1024+1, MaxPackBytes/1024)}
	}
	return source, nil, nil
}

func (w *tomlWriter) target(t *OwnTarget) {
	w.b.WriteString("\n[[extract.target]]\n")
	say := func(key, written string) {
		if written != "" {
			w.b.WriteString(key + " = " + written + "\n")
		}
	}
	texts := func(key, value string) {
		if value != "" {
			say(key, quoted(value))
		}
	}
	number := func(key, value string) {
		if value != "" {
			say(key, writtenNumber(value))
		}
	}
	texts("indicator", t.Indicator)
	number("value", t.Value)
	texts("declared", t.Declared)
	texts("basis", t.Basis)
	texts("document", t.Document)
	for q, key := range quarterKeys {
		number(key, t.Quarters[q])
	}
}

// writtenNumber writes what is meant for a number: as one where it is one, else in quotes, for the reader to refuse.
func writtenNumber(value string) string {
	if _, _, why := ParseNumber(value); !why.Empty() {
		return quoted(value)
	}
	return literal(value)
}

// check reads the part that is the enterprise's own as if it stood in the pack, which was read before: ten thousand of them cost no
// more than their own few lines.
func (i *Issuer) check(uscc, part string) (wrong []TargetError, err error) {
	errs := &errorList{src: newSource([]byte(part))}
	d, own := *i.d, *i.p
	own.Enterprises, own.Assumed, own.Extract = nil, nil, nil
	if e := i.p.Enterprise(uscc); e != nil {
		its := *e
		its.Overrides = slices.Clone(e.Overrides)
		own.Enterprises = []Enterprise{its}
	}
	d.p, d.src, d.errs = &own, errs.src, errs
	root := buildTree(errs.src, errs)
	d.root = root
	(&extractKind{plainKind{extractSection}}).read(&d, &section{d: &d, n: root, got: map[string]*node{"extract": root.get("extract")}})
	for _, e := range errs.sorted() {
		rest, ofTarget := strings.CutPrefix(e.Path, "extract.target.")
		if !ofTarget {
			return nil, &text.Fault{Code: "pack.extract", Class: text.Findings, Say: e.Say}
		}
		at, key, _ := strings.Cut(rest, ".")
		n, _ := strconv.Atoi(at)
		wrong = append(wrong, TargetError{n - 1, key, e.Say})
	}
	return wrong, nil
}

// Wrote reports whether an extract is one of this very pack: its rules are the pack's, and nothing but its targets was added.
func (i *Issuer) Wrote(x *Pack) bool {
	if x.Extract == nil || x.Extract.Of != i.p.SHA256 {
		return false
	}
	source, wrong, err := i.Extract(x.Extract.USCC, x.Extract.Targets, x.Extract.At)
	return err == nil && len(wrong) == 0 && bytes.Equal(source, x.Source)
}

// TargetLine is a line of a pack whose target may be settled for each enterprise.
type TargetLine struct {
	ID, Name string
	Ratio    bool // a target is a share, and written as a percent
	Lower    bool // less is better
	Quarters bool // there are targets for the quarters
}

// TargetLines lists the indicators whose target the pack leaves open, and the profit target.
func (p *Pack) TargetLines() []TargetLine {
	var all []TargetLine
	for i := range p.Indicators {
		in := &p.Indicators[i]
		if in.Target.Value == nil || !slices.Contains(in.Overridable, "target") {
			continue
		}
		_, quarters := p.Param("indicator." + in.ID + ".period_target.q1")
		ratio := in.Measure.Kind == MeasureRatio || in.Measure.Kind == MeasureGrowth
		all = append(all, TargetLine{in.ID, in.Name, ratio, in.Scale.Lower, quarters})
	}
	return append(all, TargetLine{ID: ProfitTargetPath, Name: text.PackSayProfitTarget.ZH})
}

// ParseFigure reads a number as a pack may write it; why says what keeps it from being one.
func ParseFigure(written string) (v *big.Rat, percent bool, why text.Pair) {
	if written == "" {
		return nil, false, text.PackNumberForm
	}
	return ParseNumber(written)
}
