package scoring

import "yice/text"

// kind is a kind of section as the rest of the package sees it. A [declaration] gives everything that follows from a declaration,
// and nothing for what a section does not do; a line of policy adds what it can.
type kind interface {
	heading() keyRule
	sectionTitle() text.Pair
	choices(p *Pack, yield func(choicePoint))
	// parameters are what it declares.
	parameters() []saying
	read(d *decoder, file *section)
	list(l *settingList)
	set(p *Pack, path string, with func(Param) Param) bool
	titleOf(path string) text.Pair
	fork(p *Pack)
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
	headKind{headSection},
	plainKind{roundingSection},
	annualKind{annualSection},
	clauseKind{clauseSection},
	indicatorKind{indicatorSection},
	plainKind{bonusTotalSection},
	bonusKind{bonusSection},
	deductionKind{deductionSection},
	addbackKind{addbackSection},
	deemedKind{deemedSection},
	separateKind{separateSection},
	tiltKind{tiltSection},
	rewardKind{rewardSection},
	priorityKind{prioritySection},
	gradesKind{gradesSection},
	conditionKind{conditionSection},
	trackKind{trackSection},
	termKind{termSection},
	termLineKind{termLineSection},
	formKind{formSection},
	addedKind{addedSection},
	plainKind{plausibleSection},
	adviceKind{adviceSection},
	authorityKind{authoritySection},
	awardNameKind{awardNameSection},
	typeKind{typeSection},
	enterpriseKind{enterpriseSection},
	extractKind{extractSection},
	trialKind{trialSection},
	englishKind{englishSection},
}

// plainKind is a section that a sheet has no line of.
type plainKind struct{ *declaration }

func (k *declaration) evaluate(*evaluation)                {}
func (k *declaration) total(*evaluation)                   {}
func (k *declaration) lines(*Sheet, func(*Line) bool) bool { return true }
func (k *declaration) explain(*teller)                     {}

func (k *declaration) account(*Sheet, *Account) {}

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
