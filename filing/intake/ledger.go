package intake

import (
	"bytes"
	"slices"
	"strings"

	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// ledgerShape reads entries of accounts: 明细账, 序时账, 凭证清单. What an entry adds to spending is its debit; a credit that
// closes the account is none.
type ledgerShape struct {
	*sorter
	b *booking

	debit, credit, signed *figure
	fields                []*fieldReader // columns of the file that are fields besides
	out                   map[string]*fieldReader

	// What titles and earlier lines say of the lines below them.
	year    int
	account account
	said    bool // a title named an account
	project string
	// coded: the project is known by its number, which a name in the same row does not replace.
	coded      bool
	projectRow int
	month      string
	last       struct{ date, voucher string }
	key        string           // of the account of the last line
	balance    map[string]int64 // by account, debit less credit
}

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

func newLedgerShape(s *sorter, b *booking, o *ReadOptions) *ledgerShape {
	l := s.l
	g := &ledgerShape{sorter: s, b: b, year: l.year, out: make(map[string]*fieldReader), balance: make(map[string]int64)}
	if l.recipe.Year != 0 {
		g.year = l.recipe.Year
	}
	column := func(r role) *figure {
		at, ok := l.at[r]
		if !ok {
			return nil
		}
		f := &figure{col: at, unit: l.figureUnit(at), name: l.captions[at].Text}
		s.figs = append(s.figs, f)
		return f
	}
	if g.debit, g.credit = column(roleDebit), column(roleCredit); g.debit == nil {
		g.signed = column(roleAmount)
	}
	g.identifiers()
	money := make(map[int]bool)
	for _, f := range s.figs {
		money[f.col] = true
	}
	if at, ok := l.at[roleBalance]; ok {
		money[at] = true
	}
	for i := range l.captions {
		if !money[i] {
			s.texts = append(s.texts, i)
		}
	}
	for _, id := range []string{"date", "voucher", "summary", "project", "category", "treatment", "counterparty", "amount", "remark"} {
		g.out[id] = g.reader(id, -1, o)
	}
	for i, c := range l.columns {
		if c.Field != "" && l.roles[i] == noRole && g.out[c.Field] == nil {
			r := g.reader(c.Field, i, o)
			r.unit = c.Unit
			g.fields = append(g.fields, r)
		} else if c.Field == "treatment" || c.Field == "counterparty" {
			g.out[c.Field].at = i
		}
	}
	return g
}

func (g *ledgerShape) reader(id string, at int, o *ReadOptions) *fieldReader {
	r := newFieldReader(g.l.f, id, at, form.Yuan)
	r.recipe, r.tell = g.l.recipe, func(from, to string) { g.acc.assumed(id, from, to) }
	if r.field.Kind == form.Ref && o.Names != nil {
		r.names = o.Names(r.field.Ref)
	}
	return r
}

// identifiers are the columns without which a row is no entry of itself.
func (g *ledgerShape) identifiers() {
	for _, r := range []role{roleDate, roleDay, roleVoucher, roleVoucherNumber} {
		if at, ok := g.l.at[r]; ok {
			g.ids = append(g.ids, at)
			if r == roleDate && g.l.has(roleDay) {
				g.ids = g.ids[:0]
			}
		}
	}
	if len(g.ids) < 2 {
		if at, ok := g.l.at[roleSummary]; ok {
			g.ids = append(g.ids, at)
		}
	}
}

// title takes the account, the unit, the year and the project that a row over the next lines names.
func (g *ledgerShape) title(cells [][]byte) {
	shown := texts(cells)
	if a, ok := accountIn(shown); ok {
		g.account, g.said = a, true
		g.b.any = true
		for _, f := range g.figs {
			f.account, f.base, f.based = 0, 0, false
		}
	}
	for i, c := range shown {
		if u, ok := unitIn(c); ok && g.l.recipe.Unit == "" {
			for _, f := range g.figs {
				if _, _, own := captionUnit(g.l.captions[f.col].Text); !own {
					f.unit = u
				}
			}
		}
		if y := yearIn(c); y != 0 && g.l.recipe.Year == 0 {
			g.year = y
		}
		if head, rest, ok := cutLabel(c); ok {
			switch head {
			case "项目", "项目名称", "研发项目", "项目编号", "项目编码", "核算项目":
				if rest == "" && i+1 < len(shown) {
					rest = strings.TrimSpace(shown[i+1])
				}
				if numbered := strings.HasPrefix(head, "项目编"); rest != "" && (numbered || !g.coded || g.projectRow != g.line.Row) {
					g.project, g.coded, g.projectRow = rest, numbered, g.line.Row
				}
			}
		}
	}
}

func (g *ledgerShape) like(row sheet.Row) bool {
	g.readFigures(row.Cells)
	_, dated := g.day(row.Cells)
	return g.figured() && (dated || withoutYear(g.cell(row.Cells, roleDate)))
}

func (g *ledgerShape) after(kind Kind) {
	if kind == Total || kind == Opening {
		g.last.date, g.last.voucher = "", ""
	}
}

func (g *ledgerShape) cell(cells [][]byte, r role) string {
	at, ok := g.l.at[r]
	if !ok || at >= len(cells) {
		return ""
	}
	return strings.TrimSpace(string(cells[at]))
}

// detail judges one entry.
func (g *ledgerShape) detail(row sheet.Row) (Kind, text.Pair, *Refusal) {
	cells := row.Cells
	if refusal := g.money(cells); refusal != nil {
		return Detail, text.Pair{}, refusal
	}
	net, filled, kind, why := g.net(row)
	if kind != Detail {
		return kind, why, nil
	}
	if !filled {
		if !g.dateless(cells) {
			g.remember(cells)
		}
		return Blank, text.IntakeWhyNoAmount, nil
	}
	date, voucher, kind, why := g.when(cells)
	if kind != Detail {
		return kind, why, nil
	}
	if m := date[:7]; m != g.month {
		g.month = m
		g.newMonth()
	}
	a := g.accountOf(cells)
	g.turn(a)
	if refusal := g.count(row); refusal != nil {
		return Detail, text.Pair{}, refusal
	}
	kind, why = g.book(cells, a, net)
	if kind != Detail {
		return kind, why, nil
	}
	return g.record(cells, a, date, voucher, net)
}

// money reads the amounts of the row; one that cannot be read refuses it.
func (g *ledgerShape) money(cells [][]byte) *Refusal {
	for _, f := range g.figs {
		f.value, f.filled = 0, false
		if f.col >= len(cells) {
			continue
		}
		a, err := readAmount(cells[f.col], f.unit)
		if err != nil {
			return g.out["amount"].refuse(cells[f.col], err)
		}
		f.value, f.filled = a.fen, a.filled
		if a.side < 0 {
			f.value = -a.fen
		}
	}
	return nil
}

// net gives debit less credit of an entry.
func (g *ledgerShape) net(row sheet.Row) (net int64, filled bool, kind Kind, why text.Pair) {
	for _, f := range g.figs {
		if noted(row, f.col, sheet.Covered) && !f.filled {
			if g.debit == nil || f == g.debit || !g.debit.filled {
				why = text.IntakeWhyMerged
			}
		}
	}
	value := func(f *figure) int64 {
		if f == nil || !f.filled {
			return 0
		}
		return f.value
	}
	if g.signed == nil {
		d, c := value(g.debit), value(g.credit)
		filled = d != 0 || c != 0
		if !filled && why != (text.Pair{}) {
			return 0, false, Blank, why
		}
		if !filled && (g.debit.filled || g.credit != nil && g.credit.filled) {
			return 0, false, Blank, text.IntakeWhyZero
		}
		return d - c, filled, Detail, text.Pair{}
	}
	n := value(g.signed)
	if !g.signed.filled && why != (text.Pair{}) {
		return 0, false, Blank, why
	}
	if g.signed.filled && n == 0 {
		return 0, false, Blank, text.IntakeWhyZero
	}
	if g.l.has(roleDirection) && g.signed.filled {
		switch strings.ToLower(g.cell(row.Cells, roleDirection)) {
		case "借", "借方", "s", "d", "dr", "j", "debit", "40", "1":
		case "贷", "贷方", "貸", "h", "c", "cr", "k", "credit", "50", "-1":
			if n > 0 || !strings.EqualFold(g.cell(row.Cells, roleDirection), "h") { // SAP signs its credits besides
				n = -n
			}
		default:
			return 0, true, Doubtful, text.IntakeWhyDirection
		}
	}
	return n, g.signed.filled, Detail, text.Pair{}
}

func (g *ledgerShape) dateless(cells [][]byte) bool {
	return g.cell(cells, roleDate) == "" && g.cell(cells, roleDay) == ""
}

// remember keeps the date and voucher of a line for those below that leave them out.
func (g *ledgerShape) remember(cells [][]byte) {
	if day, ok := g.day(cells); ok {
		g.last.date, g.last.voucher = day, g.voucher(cells)
	}
}

func (g *ledgerShape) voucher(cells [][]byte) string {
	if v := g.cell(cells, roleVoucher); v != "" {
		if k := g.cell(cells, roleVoucherKind); k != "" && !strings.Contains(v, k) {
			return k + "-" + v
		}
		if n := g.cell(cells, roleVoucherNumber); n != "" && n != v {
			return v + "-" + n
		}
		return v
	}
	n, k := g.cell(cells, roleVoucherNumber), g.cell(cells, roleVoucherKind)
	if n != "" && k != "" {
		return k + "-" + n
	}
	return n + k
}

// day reads the date of a row, in one column or in two.
func (g *ledgerShape) day(cells [][]byte) (string, bool) {
	if g.l.has(roleDay) && g.l.has(roleMonth) {
		month, day := g.cell(cells, roleMonth), g.cell(cells, roleDay)
		if month == "" && len(g.last.date) == 10 {
			month = g.last.date[5:7]
		}
		year := g.year
		if y := atoi(g.cell(cells, roleYear)); y >= form.MinYear {
			year = y
		}
		if year == 0 || month == "" || day == "" {
			return "", false
		}
		return dayOf(year, month, day)
	}
	return readDay(g.cell(cells, roleDate), g.year)
}

// when gives the date and voucher of an entry. Where a voucher has several lines, programs write them on the first.
func (g *ledgerShape) when(cells [][]byte) (date, voucher string, kind Kind, why text.Pair) {
	voucher = g.voucher(cells)
	if day, ok := g.day(cells); ok {
		g.last.date, g.last.voucher = day, voucher
		return day, voucher, Detail, text.Pair{}
	}
	switch {
	case !g.dateless(cells):
		if g.year == 0 && (g.l.has(roleDay) || withoutYear(g.cell(cells, roleDate))) {
			return "", "", Doubtful, text.IntakeWhyNoYear
		}
		return "", "", Doubtful, text.IntakeWhyDate
	case g.last.date != "" && (voucher == "" || voucher == g.last.voucher) && (g.accounted(cells) || voucher != ""):
		return g.last.date, g.last.voucher, Detail, text.Pair{}
	}
	return "", "", Doubtful, text.IntakeWhyNoDate
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

// record makes the line of the form.
func (g *ledgerShape) record(cells [][]byte, a account, date, voucher string, net int64) (Kind, text.Pair, *Refusal) {
	rec := form.NewRecord(g.l.f)
	set := func(id, s string) *Refusal {
		if s == "" {
			return nil
		}
		r := g.out[id]
		v, err := r.read([]byte(s))
		if err != nil {
			return r.refuse([]byte(s), err)
		}
		rec.Values[r.pos] = v
		return nil
	}
	category, treatment, rest := g.cost(cells, a)
	if a.kind() == rdExpense && treatment == "" {
		treatment = form.Expensed
	}
	remark := ""
	if net < 0 {
		remark = text.IntakeCreditRemark.ZH
	}
	for _, f := range []struct{ id, s string }{
		{"date", date},
		{"voucher", voucher},
		{"summary", g.cell(cells, roleSummary)},
		{"treatment", treatment},
		{"category", category},
		{"project", g.projectOf(cells, rest)},
		{"counterparty", g.at(cells, "counterparty")},
		{"remark", remark},
	} {
		if refusal := set(f.id, f.s); refusal != nil {
			return Detail, text.Pair{}, refusal
		}
	}
	rec.Values[g.out["amount"].pos] = form.N(net)
	for _, r := range g.fields {
		if r.at >= len(cells) {
			continue
		}
		v, err := r.read(cells[r.at])
		if err != nil {
			return Detail, text.Pair{}, r.refuse(cells[r.at], err)
		}
		rec.Values[r.pos] = v
	}
	return g.done(rec)
}

func (s *sorter) done(records ...*form.Record) (Kind, text.Pair, *Refusal) {
	for _, rec := range records {
		s.constants(rec)
		if !s.acc.sumUp(rec) {
			return Detail, text.Pair{}, &Refusal{Reason: text.IntakeOverflow.With(s.line.Row)}
		}
	}
	s.records = append(s.records[:0], records...)
	return Detail, text.Pair{}, nil
}

// constants fills what the file does not have by what the recipe says.
func (s *sorter) constants(rec *form.Record) {
	for id, value := range s.l.recipe.Constants {
		if field := s.l.f.Field(id); field != nil && rec.Get(id).Empty() {
			if v, err := field.Parse(value, form.Yuan); err == nil {
				rec.Set(id, v)
			}
		}
	}
}

func (g *ledgerShape) at(cells [][]byte, id string) string {
	if at := g.out[id].at; at >= 0 && at < len(cells) {
		return string(bytes.TrimSpace(cells[at]))
	}
	return ""
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
