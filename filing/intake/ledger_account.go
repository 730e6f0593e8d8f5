package intake

import (
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// booking is what a survey of a whole file found out about its accounts, and what was decided by it.
type booking struct {
	surveying bool
	kinds     map[accountKind]int64 // debits by kind of account, 分
	closed    int64                 // credits that close accounts of 研发支出
	names     map[string]string     // of accounts, by number
	others    []string              // accounts that are not R&D
	take      map[accountKind]bool
	any       bool // some account was named
}

func newBooking() *booking {
	return &booking{kinds: make(map[accountKind]int64), names: make(map[string]string), surveying: true}
}

// decide settles which accounts come in, after the survey.
func (b *booking) decide(a *Account, r *Recipe) {
	b.surveying = false
	b.take = map[accountKind]bool{rdAccount: true}
	switch {
	case !b.any || len(r.Accounts) > 0:
	case b.kinds[rdAccount] == 0 && b.kinds[rdExpense] != 0:
		b.take = map[accountKind]bool{rdExpense: true}
	case b.kinds[rdAccount] == 0:
		a.ask(Question{Code: "intake.no-rd-account", Say: text.IntakeNoRD.With(strings.Join(b.others[:min(len(b.others), 8)], ", "))})
	case b.kinds[rdExpense] > b.closed:
		a.ask(Question{Code: "intake.mirror", Say: text.IntakeMirror.With(yuan(b.kinds[rdExpense]), yuan(b.closed), yuan(b.kinds[rdExpense]-b.closed))})
	}
}

func (g *ledgerShape) accounted(cells [][]byte) bool {
	return g.cell(cells, roleAccountCode) != "" || g.cell(cells, roleAccountName) != ""
}

// accountOf gives the account of an entry: its own, else that of the title, else what the sheet is called.
func (g *ledgerShape) accountOf(cells [][]byte) account {
	if g.accounted(cells) {
		a := readAccount(g.cell(cells, roleAccountCode), g.cell(cells, roleAccountName))
		g.b.any = true
		if a.code != "" && a.name != "" && g.b.surveying && len(g.b.names) < leftOutListed {
			g.b.names[a.code] = a.name
		}
		return a
	}
	if g.said {
		return g.account
	}
	return account{}
}

// turn begins the sums of an account anew where the lines of another one begin: in a ledger, which goes through its accounts
// one after another, and in none where they alternate.
func (g *ledgerShape) turn(a account) {
	if key := a.code + a.name; key != g.key {
		g.key = key
		if g.l.has(roleBalance) {
			for _, f := range g.figs {
				f.account, f.base, f.based = 0, 0, false
			}
		}
	}
}

// book says whether an entry comes in: by its account, and by whether it closes one.
func (g *ledgerShape) book(cells [][]byte, a account, net int64) (Kind, text.Pair) {
	summary := fold(g.cell(cells, roleSummary))
	kind, known := g.kindOf(a)
	if g.b.surveying {
		g.survey(kind, a, summary, cells, net)
	}
	if known && !g.b.take[kind] && !g.b.surveying {
		if kind == rdExpense {
			return Filtered, text.IntakeWhyMirror.With(a.shown())
		}
		return Filtered, text.IntakeWhyAccount.With(a.shown())
	}
	key := a.code + a.name
	before := g.balance[key]
	g.balance[key], _ = add(before, net)
	if net >= 0 {
		return Detail, text.Pair{}
	}
	if g.closes(summary, cells) {
		return Carried, text.IntakeWhyClosing.With(shorten([]byte(g.cell(cells, roleSummary))))
	}
	if before > 0 && before == -net && !reverses(summary) {
		return Doubtful, text.IntakeWhyBalances
	}
	if g.l.recipe.Opposite == "leave" {
		return Carried, text.IntakeWhyOpposite
	}
	return Detail, text.Pair{}
}

// reverses reports the words of an entry that takes spending back.
func reverses(summary string) bool {
	return hasAny(summary, []string{"冲", "退", "红字", "更正", "调整", "调减", "核减", "返还", "错"})
}

func (g *ledgerShape) closes(summary string, cells [][]byte) bool {
	words := closingWords
	if len(g.l.recipe.Closing) > 0 {
		words = nil
		for _, w := range g.l.recipe.Closing {
			words = append(words, fold(w))
		}
	}
	if hasAny(summary, words) {
		return true
	}
	counter := fold(g.cell(cells, roleCounter))
	return counter != "" && hasAny(counter, closingAccounts)
}

// kindOf tells which kind an account is, by the recipe where it names some; known is false where no account is named.
func (g *ledgerShape) kindOf(a account) (kind accountKind, known bool) {
	if a.code == "" && a.name == "" {
		return rdAccount, false
	}
	if accounts := g.l.recipe.Accounts; len(accounts) > 0 {
		whole := fold(strings.Join(a.path, "_"))
		for _, want := range accounts {
			if digits := onlyDigits(want); digits != "" && strings.HasPrefix(a.code, digits) || digits == "" && strings.Contains(whole, fold(want)) {
				return rdAccount, true
			}
		}
		return otherAccount, true
	}
	return a.kind(), true
}

func (g *ledgerShape) survey(kind accountKind, a account, summary string, cells [][]byte, net int64) {
	switch {
	case net > 0:
		g.b.kinds[kind], _ = add(g.b.kinds[kind], net)
	case kind == rdAccount && g.closes(summary, cells):
		g.b.closed, _ = add(g.b.closed, -net)
	}
	if kind == otherAccount && len(g.b.others) < 40 && !slices.Contains(g.b.others, a.shown()) {
		g.b.others = append(g.b.others, a.shown())
	}
}

// cost finds category and treatment of an entry: by a column of its own, else by the account; a text that no name is known
// for is asked about once.
func (g *ledgerShape) cost(cells [][]byte, a account) (category, treatment string, rest []string) {
	treatment = g.at(cells, "treatment")
	category, fromPath, rest := g.byAccount(a)
	if treatment == "" {
		treatment = fromPath
	}
	if own := g.cell(cells, roleCategory); own != "" {
		if v, err := g.out["category"].read([]byte(own)); err == nil {
			return v.Str(), treatment, rest
		}
		g.acc.unknown("category", own)
		return "", treatment, rest
	}
	return category, treatment, rest
}

// byAccount reads an account's path; of what is left the last that is no project is a text nobody knows the category of.
func (g *ledgerShape) byAccount(a account) (category, treatment string, rest []string) {
	names := []string{a.name, a.shown()}
	if n := len(a.path); n > 0 {
		names = append([]string{a.path[n-1]}, names...) // what is asked for, and said to be assumed; the whole name says more
	}
	for _, s := range names {
		if to, ok := g.l.recipe.mapped("category", s); ok && to != Skipped {
			category = to
		}
	}
	found, treatment, rest := a.costOf()
	if to, ok := g.l.recipe.mapped("treatment", a.name); ok && to != Skipped {
		treatment = to
	}
	if treatment == "" {
		treatment = g.treatmentAbove(a.code)
	}
	if category != "" {
		return category, treatment, rest
	}
	for i, s := range rest {
		if to, ok := g.l.recipe.mapped("category", s); ok {
			if to == Skipped {
				to = ""
			}
			return to, treatment, slices.Delete(rest, i, i+1)
		}
	}
	if found != "" {
		if leaf := a.path[len(a.path)-1]; !g.named(leaf) {
			g.acc.assumed("category", leaf, found)
		}
		return found, treatment, rest
	}
	for _, s := range rest {
		if g.projectNamed(s) == "" {
			g.acc.unknown("category", s)
			break
		}
	}
	return "", treatment, rest
}

// named reports a text that is a category's own name in the dictionary: nothing is assumed of it.
func (g *ledgerShape) named(s string) bool {
	_, err := g.out["category"].field.ParseCell(s, form.NoUnit)
	return err == nil
}

// treatmentAbove looks for 费用化 or 资本化 in the names of the accounts that a number lies under.
func (g *ledgerShape) treatmentAbove(code string) string {
	for n := len(code) - 1; n >= 4; n-- {
		if t, ok := treatmentOf(g.b.names[code[:n]]); ok {
			return t
		}
	}
	return ""
}

// projectOf finds the project of an entry: its column, a title, or a segment of its account that is the name of one.
func (g *ledgerShape) projectOf(cells [][]byte, rest []string) string {
	own := g.cell(cells, roleProject)
	if own == "" {
		own = g.project
	}
	if own != "" {
		if named := g.projectIn(own); named != "" {
			return named
		}
		if said := projectSaid(own); said != "" {
			return said // a reference to a row that is not there: kept as text, and a finding
		}
	}
	for _, s := range rest {
		if named := g.projectNamed(s); named != "" {
			return named
		}
	}
	return ""
}

// projectIn looks for a known project in a text that may hold several dimensions: 项目:RD01/智慧水务;部门:研发部.
func (g *ledgerShape) projectIn(s string) string {
	if named := g.projectNamed(s); named != "" {
		return named
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(";；/、,，|【】[]()（） :：_", r) }) {
		if named := g.projectNamed(part); named != "" {
			return named
		}
	}
	return ""
}

func (g *ledgerShape) projectNamed(s string) string {
	r := g.out["project"]
	if to, ok := g.l.recipe.mapped("project", s); ok {
		return to
	}
	if r.names == nil {
		return ""
	}
	if key, ok := r.names[strings.TrimSpace(s)]; ok {
		return key
	}
	return ""
}

// projectSaid is what a text says of a project nobody knows: the text itself, or of several dimensions that of the project.
func projectSaid(s string) string {
	if !strings.ContainsAny(s, ":：;；") {
		return strings.TrimSpace(s)
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(";；|,，", r) }) {
		head, rest, ok := cutLabel(part)
		if !ok || !strings.Contains(head, "项目") {
			continue
		}
		if code, name, both := strings.Cut(rest, "/"); both && strings.TrimSpace(name) != "" {
			return strings.TrimSpace(code)
		}
		return strings.TrimSpace(rest)
	}
	return ""
}
