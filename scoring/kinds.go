package scoring

import "yice/text"

// kind is a kind of section as the rest of the package sees it: what follows from its declaration, and what a line of policy does
// besides. What a kind may do in its own way stands here, and everything else is asked of the declaration.
type kind interface {
	declared() *declaration
	heading() keyRule
	read(d *decoder, file *section)
	list(l *settingList)
	titleOf(path string) text.Pair
	named(p *Pack, yield func(id, name string, line int))
	ownWords(p *Pack, to []string) []string

	// evaluate makes the lines of the sheet that the section gives; total, once all lines are there, what they come to.
	evaluate(e *evaluation)
	total(e *evaluation)
	// lines visits its lines of a sheet, explain tells one of them.
	lines(s *Sheet, yield func(*Line) bool) bool
	explain(t *teller)
	// format is its part of the reference of a pack's file.
	format() string
	// account adds what it has to the account of a sheet.
	account(s *Sheet, a *Account)
}

// kinds are all sections a pack may have, in the order of the document. A new line of policy is entered here.
var kinds = []kind{
	&headKind{plainKind{headSection}},
	&plainKind{roundingSection},
	&annualKind{plainKind{annualSection}},
	&clauseKind{plainKind{clauseSection}},
	&indicatorKind{plainKind{indicatorSection}},
	&plainKind{bonusTotalSection},
	&bonusKind{plainKind{bonusSection}},
	&deductionKind{plainKind{deductionSection}},
	&addbackKind{plainKind{addbackSection}},
	&deemedKind{plainKind{deemedSection}},
	&separateKind{plainKind{separateSection}},
	&tiltKind{plainKind{tiltSection}},
	&rewardKind{plainKind{rewardSection}},
	&priorityKind{plainKind{prioritySection}},
	&gradesKind{plainKind{gradesSection}},
	&conditionKind{plainKind{conditionSection}},
	&trackKind{plainKind{trackSection}},
	&termKind{plainKind{termSection}},
	&termLineKind{plainKind{termLineSection}},
	&formKind{plainKind{formSection}},
	&addedKind{plainKind{addedSection}},
	&plainKind{plausibleSection},
	&adviceKind{plainKind{adviceSection}},
	&authorityKind{plainKind{authoritySection}},
	&awardNameKind{plainKind{awardNameSection}},
	&typeKind{plainKind{typeSection}},
	&enterpriseKind{plainKind{enterpriseSection}},
	&extractKind{plainKind{extractSection}},
	&trialKind{plainKind{trialSection}},
	&englishKind{plainKind{englishSection}},
}

// plainKind is a section that a sheet has no line of, and what every kind does that nothing else is said of.
type plainKind struct{ section *declaration }

func (k *plainKind) declared() *declaration { return k.section }
func (k *plainKind) heading() keyRule       { return k.section.heading() }

func (k *plainKind) read(d *decoder, file *section) { k.section.read(d, file) }
func (k *plainKind) list(l *settingList)            { k.section.list(l) }
func (k *plainKind) titleOf(path string) text.Pair  { return k.section.titleOf(path) }

func (k *plainKind) named(p *Pack, yield func(id, name string, line int)) { k.section.named(p, yield) }

func (k *plainKind) ownWords(p *Pack, to []string) []string { return k.section.ownWords(p, to) }

func (k *plainKind) format() string { return k.section.format() }

func (*plainKind) evaluate(*evaluation)                {}
func (*plainKind) total(*evaluation)                   {}
func (*plainKind) lines(*Sheet, func(*Line) bool) bool { return true }
func (*plainKind) explain(*teller)                     {}
func (*plainKind) account(*Sheet, *Account)            {}

func kindOfSection(key string) kind {
	for _, k := range kinds {
		if k.heading().key == key {
			return k
		}
	}
	return nil
}

// fileKeys are the sections of a file.
func fileKeys() keyRules {
	keys := make(keyRules, len(kinds))
	for i, k := range kinds {
		keys[i] = k.heading()
	}
	return keys
}
