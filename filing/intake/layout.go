package intake

import (
	"slices"
	"strings"

	"yice/internal/pattern"

	"yice/form"
	"yice/text"
)

// layout is a table of a sheet and how its columns are read.
type layout struct {
	table
	f       *form.Form
	recipe  *Recipe
	shape   Shape
	columns []Column
	doubled map[string][]int
	roles   []role
	at      map[role]int // the column of each role
	cats    []categoryColumn
	literal bool     // every row is a line
	january bool     // the titles say that it begins with the first month of a year
	ids     bool     // every caption is the id of a field: as the program writes tables
	below   []topRow // the first rows under the header
	loose   bool     // pasted: cells right of the table are left out, not refused
}

// categoryColumn is a column that holds the amounts of one category.
type categoryColumn struct {
	col          int
	category     string
	counterparty string
}

// fromJanuary is a period that begins with a year: 2023.01-2023.12, 2023年1月至6月.
var fromJanuary = pattern.Of(`(?:19|20)\d{2}[.\-/年]?0?1(?:[.\-/]0?1|月1?日?|期)?[-—~至到]`)

// scoreFor tells how much a header reads like one of a form: how many of its columns are known.
func scoreFor(f *form.Form, recipe *Recipe) func([]Caption) int {
	return func(captions []Caption) int {
		known := make(map[string]bool)
		for i, h := range captions {
			if h.Text == "" || len(h.Text) > 120 {
				continue
			}
			if c := matchHeader(f, h.Text, nil); c.Field != "" {
				known[c.Field] = true
			} else if key, ok := recipe.columnFor(h); ok && key != Skipped {
				known[key] = true
			} else if f.Scope == form.Ledger {
				if r := groupedRole(h); r != noRole && r != roleSequence {
					known[string(rune('A'+r))] = true
				} else if c, ok := costByName[strings.Trim(bare(fold(h.Text)), ":")]; ok {
					known["category/"+c+string(rune('0'+i%10))] = true
				}
			}
		}
		return len(known)
	}
}

// groupedRole is the role of a caption by what stands above it: 金额 under 借方 is the debit side, 借方 under 期初余额 none.
func groupedRole(c Caption) role {
	r, group := roleOf(c.Text), fold(c.Group)
	if group == "" {
		return r
	}
	switch {
	case strings.Contains(group, "期初"), strings.Contains(group, "年初"), strings.Contains(group, "期末"), strings.Contains(group, "余额") && r != roleDirection, strings.Contains(group, "累计"), strings.Contains(group, "原币"):
		if r == roleDebit || r == roleCredit || r == roleAmount {
			return noRole
		}
	}
	if above := roleOf(c.Group); r == roleAmount || r == noRole {
		switch above {
		case roleDebit, roleCredit, roleBalance:
			switch fold(c.Text) {
			case "金额", "本币", "本位币", "发生额", "本币金额", "人民币", "本位币金额":
				return above
			}
			return noRole
		}
	}
	if (r == roleVoucher || fold(c.Text) == "号") && strings.Contains(group, "凭证") && fold(c.Text) == "号" {
		return roleVoucherNumber
	}
	return r
}

// lay settles how the columns of a table are read: by the recipe asked for or remembered, else by the first built-in one
// that fits, else by what its columns are.
func lay(f *form.Form, t table, below []topRow, o *ReadOptions) *layout {
	l := &layout{table: t, f: f, at: make(map[role]int), below: below}
	l.assignRoles(o.Recipe)
	l.recipe = o.Recipe
	if l.recipe == nil && o.Remembered != nil {
		if r, ok := o.Remembered(fingerprint(t.captions)); ok && (r.Form == "" || r.Form == f.ID) {
			l.recipe = &r
		}
	}
	if l.recipe == nil {
		r := l.recognise(below)
		l.recipe = &r
	}
	if o.Meanings != nil {
		own := *l.recipe
		own.known = make(map[string]map[string]string)
		for i := range f.Fields {
			if k := f.Fields[i].Kind; k == form.CodeKind || k == form.Ref {
				own.known[f.Fields[i].ID] = o.Meanings(f.Fields[i].ID)
			}
		}
		l.recipe = &own
	}
	l.shape = l.recipe.Shape
	if l.shape == "" {
		l.shape = l.shapeOf(below)
	}
	if !l.recipe.BuiltIn || len(l.recipe.Columns) > 0 {
		l.assignRoles(l.recipe)
	}
	memory := map[string]string(nil)
	if o.Memory != nil {
		memory = o.Memory(f)
	}
	l.columns, l.doubled = matchColumns(f, t.captions, memory, l.recipe)
	for _, row := range t.titles {
		for _, c := range row.cells {
			l.january = l.january || fromJanuary.MatchString(fold(c))
		}
	}
	l.ids = len(l.columns) > 0
	for _, c := range l.columns {
		l.ids = l.ids && (c.How == ByID || c.Header == "")
	}
	l.units()
	if l.shape == CrossTab {
		l.findCategories()
	}
	return l
}

func (l *layout) has(r role) bool { _, ok := l.at[r]; return ok }

func (l *layout) dated() bool { return l.has(roleDate) || l.has(roleMonth) && l.has(roleDay) }

// units gives every column of money the unit its caption says, else the recipe's, else that above the table.
func (l *layout) units() {
	above := l.unit
	if u, ok := unitWord(fold(l.recipe.Unit)); ok {
		above = u
	}
	for i := range l.columns {
		c := &l.columns[i]
		field := l.f.Field(c.Field)
		if field != nil && field.Kind == form.Money && c.How != ByID && c.Unit.Fen == 0 {
			c.Unit = above
		}
	}
}

// figureUnit is the unit of a column of a ledger that is no field.
func (l *layout) figureUnit(col int) form.Unit {
	if col < len(l.captions) {
		for _, s := range []string{l.captions[col].Text, l.captions[col].Group} {
			if _, u, ok := captionUnit(s); ok {
				return u
			}
		}
	}
	if u, ok := unitWord(fold(l.recipe.Unit)); ok {
		return u
	}
	if l.unit.Fen > 0 {
		return l.unit
	}
	return form.Yuan
}

// recognise finds the built-in recipe of a table.
func (l *layout) recognise(below []topRow) Recipe {
	shape := l.shapeOf(below)
	for _, r := range BuiltIn() {
		if r.Form != "" && r.Form != l.f.ID || len(r.Match) == 0 {
			continue
		}
		if r.Shape == shape && r.matches(l.captions) {
			return r
		}
	}
	name := map[Shape]string{AsLedger: "ledger", CrossTab: "rd-subsidiary-2021", Vertical: "nbs-107-2"}[shape]
	if name == "" {
		name = "columns"
	}
	r, _ := Named(name)
	return r
}

func (r *Recipe) matches(captions []Caption) bool {
	there := make(map[string]bool, 2*len(captions))
	for _, c := range captions {
		rest, _, _ := captionUnit(c.Text)
		there[fold(c.Text)], there[rest], there[bare(rest)] = true, true, true
	}
	for _, words := range r.Match {
		if !slices.ContainsFunc(words, func(w string) bool { return there[fold(w)] }) {
			return false
		}
	}
	return true
}

// shapeOf tells the shape of a table by its columns and its first rows.
func (l *layout) shapeOf(below []topRow) Shape {
	if l.f.Scope != form.Ledger || !l.dated() {
		return ByColumns
	}
	if n := l.categoryColumns(); n >= 2 {
		return CrossTab
	}
	switch {
	case l.has(roleDebit) && (l.has(roleCredit) || l.has(roleBalance) || l.has(roleDirection)):
		return AsLedger
	case l.has(roleDirection) && l.has(roleAmount):
		return AsLedger
	case l.has(roleMonth) && l.has(roleDay) && (l.has(roleDebit) || l.has(roleAmount)):
		return AsLedger
	case (l.has(roleAccountCode) || l.has(roleAccountName)) && (l.has(roleAmount) || l.has(roleDebit)) && !l.categorised(below):
		return AsLedger
	}
	return ByColumns
}

// categorised reports whether the column that might hold accounts holds categories as the form lists them.
func (l *layout) categorised(below []topRow) bool {
	field := l.f.Field("category")
	if field == nil {
		return false
	}
	for i, c := range l.captions {
		if matchHeader(l.f, c.Text, nil).Field != "category" {
			continue
		}
		for _, row := range below {
			if i < len(row.cells) && strings.TrimSpace(row.cells[i]) != "" {
				if v, err := field.Parse(row.cells[i], form.NoUnit); err == nil && !v.Empty() {
					return true
				}
			}
		}
	}
	return false
}

func (l *layout) categoryColumns() int {
	seen := make(map[string]bool)
	for i, c := range l.captions {
		if l.roles[i] == noRole {
			if name, ok := costByName[strings.Trim(bare(numberless(c.Text)), ":")]; ok {
				seen[name] = true
			}
		}
	}
	return len(seen)
}

// numberless cuts what numbers a caption: 一、人员人工费用; 1.直接投入费用.
func numberless(caption string) string {
	return strings.TrimLeft(fold(caption), "0123456789.、一二三四五六七八九十() ")
}

// findCategories finds the columns of a cross-tab and the category of each.
func (l *layout) findCategories() {
	for i, c := range l.captions {
		if l.roles[i] != noRole {
			continue
		}
		text := strings.Trim(bare(numberless(c.Text)), ":")
		group := strings.Trim(bare(numberless(c.Group)), ":")
		category, ok := l.recipe.mapped("category", c.Text)
		if !ok {
			category, ok = costByName[text]
		}
		commissioned := strings.Contains(group, "委托") || strings.Contains(text, "委托")
		if commissioned && (!ok || category == "委托外部") && counterpartyOf(c.Text) != "" {
			category, ok = "委托外部", true
		}
		if !ok && group != "" {
			category, ok = costByName[group]
		}
		if ok {
			for _, before := range l.cats {
				if b := l.captions[before.col]; fold(b.Text) == fold(c.Text) && fold(b.Group) == fold(c.Group) {
					l.doubled["category"] = append(l.doubled["category"], before.col, i)
				}
			}
			l.cats = append(l.cats, categoryColumn{i, category, counterpartyOf(c.Text)})
		}
	}
}

// mapped gives the value that a recipe says a text means.
func (r *Recipe) mapped(field, s string) (string, bool) {
	values, known := r.Map[field], r.known[field]
	if len(values)+len(known) == 0 {
		return "", false
	}
	if v, ok := values[s]; ok {
		return v, true
	}
	w := fold(s)
	for from, to := range values {
		if fold(from) == w {
			return to, true
		}
	}
	to, ok := known[w]
	return to, ok
}

// gate refuses what is no table of the form.
func (l *layout) gate() error {
	if l.f.Scope == form.Ledger {
		return l.ledgerGate()
	}
	known, said, last := 0, false, ""
	for _, c := range l.columns {
		if c.Field != "" {
			known++
			last = c.Header
			said = said || c.How == ByID || c.How == ByHand || c.How == ByMemory
		}
	}
	switch {
	case l.shape == Vertical:
	case known == 0:
		return l.noColumns()
	case known == 1 && !said && !(l.f.Single() && len(l.columns) == 1):
		return fault("intake.one-column", text.Usage, text.IntakeOneColumn.With(last, l.f.Title))
	}
	return nil
}

// ledgerGate refuses a table without dates or without amounts, and names a trial balance for what it is.
func (l *layout) ledgerGate() error {
	mapped := func(field string) bool {
		return slices.ContainsFunc(l.columns, func(c Column) bool { return c.Field == field })
	}
	dated := l.dated() || mapped("date")
	priced := mapped("amount")
	switch l.shape {
	case AsLedger:
		priced = l.has(roleDebit) || l.has(roleAmount)
	case CrossTab:
		priced = len(l.cats) > 0 || l.has(roleAmount)
	}
	if dated && priced {
		return nil
	}
	if !dated && l.trialBalance() {
		return fault("intake.trial-balance", text.Usage, text.IntakeBalanceSheet)
	}
	if !dated && l.byMonths() {
		return fault("intake.by-months", text.Usage, text.IntakeByMonths)
	}
	lacks := text.IntakeLacksBoth
	switch {
	case dated:
		lacks = text.IntakeLacksAmount
	case priced:
		lacks = text.IntakeLacksDate
	}
	if known := fits(l.f, l.captions); known == 0 && !dated && !priced {
		return l.noColumns()
	}
	return fault("intake.gate", text.Usage, text.IntakeNoDate.With(l.f.Title, lacks, l.captionList()))
}

// byMonths reports a table of sums by month: a month a column, or a column of months beside amounts.
func (l *layout) byMonths() bool {
	months := 0
	for _, c := range l.captions {
		if monthCaption.MatchString(fold(c.Text)) {
			months++
		}
	}
	return months >= 2 || l.has(roleMonth) && !l.has(roleDay) && (l.has(roleAmount) || l.has(roleDebit) || l.categoryColumns() >= 2)
}

var monthCaption = pattern.Of(`^(?:(?:19|20)\d{2}[年.\-/])?(?:0?[1-9]|1[0-2]|[一二三四五六七八九十]{1,2})月(?:份|发生额|金额|支出)?$`)

// trialBalance reports a table of opening, period and closing figures by account.
func (l *layout) trialBalance() bool {
	said := 0
	for _, c := range l.captions {
		w := fold(c.Group + c.Text)
		for _, part := range []string{"期初", "年初", "本期", "期末", "本年累计", "余额"} {
			if strings.Contains(w, part) {
				said++
				break
			}
		}
	}
	return said >= 2 && (l.has(roleAccountCode) || l.has(roleAccountName))
}

func (l *layout) noColumns() error {
	return fault("filing.no-columns", text.Usage, text.FilingNoColumns.With("", l.f.Title, l.captionList()))
}

func (l *layout) captionList() string {
	var names []string
	for _, c := range l.captions {
		if c.Text != "" {
			names = append(names, harmless(c.Text))
		}
		if len(names) == 8 {
			names = append(names, "…")
			break
		}
	}
	return strings.Join(names, ", ")
}

// categorical reports a column of a cross-tab that holds a category's amounts.
func (l *layout) categorical(col int) bool {
	return slices.ContainsFunc(l.cats, func(c categoryColumn) bool { return c.col == col })
}
