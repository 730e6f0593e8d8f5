package beginning

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/screen"
)

// CardScreen is the one card on which a workspace begins, or another enterprise in the one that is open. It lives until it is
// made, whatever is opened meanwhile: Esc lays it aside, an error leaves it as it is.
type CardScreen struct {
	screen.Still
	office Office
	inside bool // another enterprise in the open workspace: it has a place and an operator already
	fields []newField
	at     int      // of fields; len(fields): the line that makes it
	list   kit.List // in the choices of the field
	picked bool     // the arrows went into the choices
	typed  bool     // something was keyed, so that it is worth keeping

	dir      string // where workspaces go
	placed   bool   // the user has said where
	pack     *scoring.Pack
	packPath string // "": the built-in template
	sure     string // a doubtful code that was said to be right
	making   bool
}

// newChoice is one line of what a field offers.
type newChoice struct {
	take  string // what the field then holds
	no    string // number shown before
	title string
}

// newField is one line of the card.
type newField struct {
	id          string
	title, help text.Pair
	needed      bool
	ed          *lineedit.Editor
	value       string    // what was chosen, where the editor shows its name; "": what is typed
	said        text.Pair // what was found wrong behind the frame, about said's text
	of          string
	seen        bool // it was left, so that it may be said to be empty
}

// Fields of the card that are none of the enterprise's own.
const (
	newYear = "year"
	newPack = "pack"
	newWho  = "who"
	newPath = "path"
)

func (n *CardScreen) Place() *screen.Place     { return InNewBook }
func (n *CardScreen) Crumb(screen.Desk) string { return "" }

// OpenCard opens the card: the one laid aside before, else an empty one.
func OpenCard(m screen.Desk, o Office, inside bool) tea.Cmd {
	i := 0
	if inside {
		i = 1
	}
	cards := &o.Shelf().cards
	if cards[i] == nil {
		cards[i] = emptyCard(m, o, inside)
	}
	n := cards[i]
	return tea.Batch(m.Push(n), n.propose(m))
}

func emptyCard(m screen.Desk, o Office, inside bool) *CardScreen {
	n := &CardScreen{office: o, inside: inside}
	add := func(id string, title, help text.Pair, needed bool) {
		n.fields = append(n.fields, newField{id: id, title: title, help: help, needed: needed, ed: lineedit.New("", false)})
	}
	add("name", text.TuiNewName, text.TuiNewNameHelp, true)
	add("uscc", text.TuiNewUSCC, text.TuiNewUSCCHelp, true)
	add("type", text.TuiNewType, text.TuiNewTypeHelp, true)
	add("tier", text.TuiNewTier, text.TuiNewTierHelp, false)
	add("industry", text.TuiNewIndustry, text.TuiNewIndustryHelp, false)
	now := m.Now()
	add(newYear, text.TuiNewYear, text.TuiNewYearHelp.With(now.Format("2006-01-02")), true)
	n.field(newYear).ed.Set(strconv.Itoa(yearProposed(now.Year(), int(now.Month()))))
	if inside {
		n.field(newYear).ed.Set(strconv.Itoa(m.Standing().Year))
		return n
	}
	add(newPack, text.TuiNewPack, text.TuiNewPackHelp, true)
	add(newWho, text.TuiNewWho, text.TuiNewWhoHelp, false)
	add(newPath, text.TuiNewPath, text.TuiNewPathHelp, true)
	return n
}

// yearProposed is the year that is being filed on a day: until the annual returns are in, at the end of April, the one before.
func yearProposed(year, month int) int {
	if month <= 4 {
		return year - 1
	}
	return year
}

// propose finds, off the frame, who is at the machine and where workspaces lie.
func (n *CardScreen) propose(m screen.Desk) tea.Cmd {
	if n.inside || n.dir != "" {
		return nil
	}
	who, recent := n.office.Begun().Who, n.office.Shelf().Recent
	return screen.Later(func() screen.Do {
		dir, user := usualFolder(recent), who
		if user == "" {
			user = kit.SystemUser()
		}
		return func() tea.Cmd {
			n.dir = dir
			if f := n.field(newWho); f.ed.Empty() {
				f.ed.Set(user)
			}
			return n.named(m)
		}
	})
}

func (n *CardScreen) field(id string) *newField {
	for i := range n.fields {
		if n.fields[i].id == id {
			return &n.fields[i]
		}
	}
	return nil
}

// now is the field under the cursor, nil on the line that makes it.
func (n *CardScreen) now() *newField {
	if n.at < len(n.fields) {
		return &n.fields[n.at]
	}
	return nil
}

// text is what a field says: what was chosen, else what is typed.
func (f *newField) text() string {
	if f.value != "" {
		return f.value
	}
	return strings.TrimSpace(f.ed.Text())
}

// wrong says what is wrong with a field as it stands; missing: nothing is in it.
func (n *CardScreen) wrong(m screen.Desk, f *newField) (wrong text.Pair, missing bool) {
	typed := f.text()
	switch {
	case typed != "" || f.id == newPack:
	case f.needed:
		return text.EntryCardEmpty, true
	default:
		return text.Pair{}, false
	}
	switch f.id {
	case newYear:
		if y, err := strconv.Atoi(typed); err != nil || y < 2000 || y > 2100 {
			return text.TuiNewYearBad.With(m.Now().Year()), false
		}
	case newPack:
		if y, err := strconv.Atoi(n.field(newYear).text()); n.pack != nil && err == nil && y != n.pack.Year {
			return text.TuiNewPackYear.With(n.pack.Year, y), false
		}
	case newWho:
	case newPath:
		if f.of == typed {
			return f.said, false
		}
	default:
		return entry.WrongOnCard(n.forms(m), f.id, typed), false
	}
	return text.Pair{}, false
}

// lacking are the fields that still keep the card from being made.
func (n *CardScreen) lacking(m screen.Desk) (out []int) {
	for i := range n.fields {
		if wrong, _ := n.wrong(m, &n.fields[i]); !wrong.Empty() && !n.settles(m, &n.fields[i]) {
			out = append(out, i)
		}
	}
	return out
}

// choices are what the field under the cursor offers, narrowed by what is typed.
func (n *CardScreen) choices(m screen.Desk) []newChoice {
	lang := m.Lang()
	f := n.now()
	if f == nil {
		return nil
	}
	switch f.id {
	case "type", "tier", "industry":
		return codeChoices(m, n.forms(m), f)
	case newYear:
		now, month := m.Now().Year(), int(m.Now().Month())
		this := newChoice{take: strconv.Itoa(now), title: text.TuiNewYearThis.In(lang)}
		last := newChoice{take: strconv.Itoa(now - 1), title: text.TuiNewYearLast.In(lang)}
		before := newChoice{take: strconv.Itoa(now - 2), title: text.TuiNewYearOther.In(lang)}
		if yearProposed(now, month) == now {
			return []newChoice{this, last, before}
		}
		return []newChoice{last, this, before}
	case newPack:
		own := text.TuiNewPackOwn.With(n.field(newYear).text())
		if !n.yearHolds(m) {
			own = text.TuiNewPackAwaits
		}
		out := []newChoice{{title: own.In(lang)}, {take: newPackFile, title: text.TuiNewPackFile.In(lang)}}
		if n.pack != nil {
			out = append([]newChoice{{take: n.packPath, title: n.packSays(m)}}, out...)
		}
		return out
	}
	return nil
}

// yearHolds reports that the year is one: before, nothing is said of its pack.
func (n *CardScreen) yearHolds(m screen.Desk) bool {
	wrong, _ := n.wrong(m, n.field(newYear))
	return wrong.Empty()
}

// newPackFile stands in the choices for a file that is yet to be chosen.
const newPackFile = "…"

// forms is the dictionary by which the card is read: that of the pack chosen for it, or of the year that is open.
func (n *CardScreen) forms(m screen.Desk) *form.Dictionary {
	if n.inside && m.Session() != nil {
		return m.Session().Forms()
	}
	return n.pack.Dictionary()
}

// codeChoices are the codes of a field of the card.
func codeChoices(m screen.Desk, d *form.Dictionary, f *newField) (out []newChoice) {
	fd := d.ByID("enterprise").Field(f.id)
	search := strings.TrimSpace(f.ed.Text())
	if f.value != "" {
		search = ""
	}
	all := fd.Lookup(search)
	if k := len(search); len(all) == 0 && k == 1 && search[0] >= '1' && search[0] <= '9' && !fd.OpenCodes {
		// A list without numbers of its own is chosen from by place.
		if whole := fd.Lookup(""); int(search[0]-'1') < len(whole) {
			all = whole[search[0]-'1' : search[0]-'0']
		}
	}
	for i, c := range all {
		no := ""
		switch {
		case fd.OpenCodes:
			no = c.ID
		case search == "":
			no = strconv.Itoa(i + 1)
		}
		out = append(out, newChoice{take: c.ID, no: no, title: c.Title.In(m.Lang())})
	}
	return out
}

// marked is the choice that Enter takes, -1 for none: the one the arrows are on, the only one that fits what is typed, or
// the one that stands in the field.
func (n *CardScreen) marked(m screen.Desk, all []newChoice) int {
	f := n.now()
	if n.picked && n.list.At < len(all) {
		return n.list.At
	}
	if f.id == newPack {
		return 0
	}
	for i := range all {
		if all[i].take == f.text() {
			return i
		}
	}
	if f.value == "" && !f.ed.Empty() && len(all) > 0 && f.id != newYear {
		if wrong := entry.WrongOnCard(n.forms(m), f.id, f.text()); !wrong.Empty() || len(all) == 1 {
			return 0
		}
	}
	return -1
}

// packSays is how the pack chosen is told.
func (n *CardScreen) packSays(m screen.Desk) string {
	lang := m.Lang()
	if n.pack == nil && !n.yearHolds(m) {
		return text.TuiNewPackAwaits.In(lang)
	}
	if n.pack == nil {
		return text.TuiNewPackOwn.With(n.field(newYear).text()).In(lang)
	}
	status := text.TuiNewPackDraft
	if n.pack.Issued() {
		status = text.TuiNewPackIssued
	}
	return text.TuiNewPackIs.With(n.pack.ID+" "+n.pack.Version, n.pack.Year, status).In(lang)
}
