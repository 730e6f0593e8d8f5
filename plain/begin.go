package plain

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

// ending is the ending of a workspace file.
const ending = ".yice"

// begin chooses a workspace, or makes one, until one is open.
func (d *desk) begin() error {
	for {
		var menu []option
		for _, r := range d.o.Recent {
			menu = append(menu, option{text.PlainRecent.With(r.Name, r.Year, r.Path), func() error { return d.open(r.Path, "", 0) }})
		}
		menu = append(menu, option{text.TuiNewWorkspace, d.makeNew}, option{text.TuiOpenOther, d.openOther}, option{text.PlainDoReceive, d.receiving})
		i, err := d.choose(text.PlainBegin, titles(menu), text.PlainLeave)
		if errors.Is(err, errHome) {
			continue
		}
		if err != nil {
			return err
		}
		if err := d.home(menu[i].do); err != nil {
			return err
		}
		if d.s != nil {
			return nil
		}
	}
}

func (d *desk) openOther() error {
	return d.path(text.PlainPath, func(path string) error { return d.open(path, "", 0) })
}

// open opens a workspace and a year in it: the one asked for, else the newest of the enterprise that changed last.
func (d *desk) open(path, uscc string, year int) error {
	w, err := d.o.Open(path)
	if err != nil {
		return err
	}
	var best *store.BookInfo
	books, err := w.Books()
	for i := range books {
		b := &books[i]
		if uscc != "" && b.USCC != uscc || year != 0 && b.Year != year {
			continue
		}
		if best == nil || b.Year > best.Year || b.Year == best.Year && b.ChangedAt.After(best.ChangedAt) {
			best = b
		}
	}
	if err == nil && best == nil {
		err = &text.Fault{Code: "plain.no-year", Class: text.Usage, Say: text.TuiNoBook.With(path)}
	}
	if err != nil {
		return errors.Join(err, w.Close())
	}
	d.w = w
	if err := d.take(best.USCC, best.Year); err != nil {
		d.w = nil
		return errors.Join(err, w.Close())
	}
	if _, err := w.Keep(d.ctx, store.Opened, nil); err != nil {
		d.fail(err)
	}
	return nil
}

// take opens a session over one enterprise's year; the one at hand is closed.
func (d *desk) take(uscc string, year int) error {
	s, err := entry.Open(d.w, uscc, year, entry.Options{Who: d.o.Who(d.w), Pack: d.o.Pack, Template: d.o.Template, Now: d.o.Now})
	if err != nil {
		return err
	}
	if d.s != nil {
		if err := d.s.Close(); err != nil {
			return errors.Join(err, s.Close())
		}
	}
	d.s = s
	d.say(s.TookIn())
	if _, name, _ := s.Enterprise(); d.o.Remember != nil {
		d.o.Remember(d.w.Path(), name, year)
	}
	return nil
}

// close leaves the workspace as the screens do: with a backup of what was changed.
func (d *desk) close() error {
	if d.ctx.Err() == nil {
		if _, err := d.w.Keep(d.ctx, store.Closing, nil); err != nil {
			d.fail(err)
		}
	}
	var err error
	if d.s != nil {
		err = d.s.Close()
	}
	return errors.Join(err, d.w.Close())
}

// otherYear goes to another enterprise or year of the workspace.
func (d *desk) otherYear() error {
	books, err := d.w.Books()
	if err != nil {
		return err
	}
	var list []text.Pair
	for _, b := range books {
		list = append(list, text.PlainBook.With(b.Name, b.USCC, b.Year))
	}
	i, err := d.choose(text.PlainWhichYear, list, text.PlainBack)
	if err != nil {
		return err
	}
	return d.take(books[i].USCC, books[i].Year)
}

// asked is one question of the card on which a workspace begins.
type asked struct {
	id    string
	title text.Pair
	help  text.Pair
	held  string
}

// makeNew makes a workspace from answers, one a line; "<" goes back to the one before, Enter keeps what is proposed. Nothing is on
// the disk before the last answer.
func (d *desk) makeNew() error {
	now := d.o.Now()
	year := now.Year()
	if now.Month() <= 4 { // until the end of April it is the year before that is filed
		year--
	}
	all := []asked{
		{id: "name", title: text.TuiNewName, help: text.TuiNewNameHelp},
		{id: "uscc", title: text.TuiNewUSCC, help: text.TuiNewUSCCHelp},
		{id: "type", title: text.TuiNewType, help: text.TuiNewTypeHelp},
		{id: "tier", title: text.TuiNewTier, help: text.TuiNewTierHelp},
		{id: "industry", title: text.TuiNewIndustry, help: text.TuiNewIndustryHelp},
		{id: "year", title: text.TuiNewYear, help: text.TuiNewYearHelp.With(now.Format("2006-01-02")), held: strconv.Itoa(year)},
		{id: "path", title: text.TuiNewPath, help: text.TuiNewPathHelp},
	}
	d.say(text.PlainCardKeys)
	for i := 0; i < len(all); {
		a := &all[i]
		if a.id == "path" && a.held == "" {
			a.held = filepath.Join(d.folder(), safeName(all[0].held)+ending)
		}
		answer, err := d.askOr(held(a.title, a.held))
		switch {
		case err != nil:
			return err
		case isHelp(answer):
			d.say(a.help)
			d.list(form.ByID("enterprise").Field(a.id))
			continue
		case answer == "<":
			i = max(i-1, 0)
			continue
		case answer == "":
			answer = a.held
		}
		if wrong := d.wrong(a, &answer); !wrong.Empty() {
			d.say(text.PlainWrong.With(wrong))
			continue
		}
		if doubt := entry.DoubtfulCode(answer); a.id == "uscc" && !doubt.Empty() {
			if sure, err := d.yes(text.PlainDoubt.With(doubt)); err != nil || !sure {
				if err != nil {
					return err
				}
				continue
			}
		}
		a.held = answer
		i++
	}
	return d.made(all)
}

// wrong says what is wrong with an answer, and brings it to what it means.
func (d *desk) wrong(a *asked, answer *string) text.Pair {
	switch a.id {
	case "year":
		if y, err := strconv.Atoi(*answer); err != nil || y < 2000 || y > 2100 {
			return text.TuiNewYearBad.With(d.o.Now().Year())
		}
	case "path":
		*answer = expand(*answer)
		if filepath.Ext(*answer) != ending {
			*answer += ending
		}
		if _, err := os.Lstat(*answer); err == nil {
			return text.PlainThere.With(*answer)
		}
	default:
		if fd := form.ByID("enterprise").Field(a.id); len(fd.Codes) > 0 && *answer != "" {
			if take, _ := meant(fd, *answer); take != "" {
				*answer = take
			}
		}
		return entry.WrongOnCard(form.BuiltIn(), a.id, *answer) // a workspace begins under the built-in pack here
	}
	return text.Pair{}
}

func (d *desk) made(all []asked) error {
	b := entry.Beginning{Card: map[string]string{}}
	path := ""
	for _, a := range all {
		switch a.id {
		case "year":
			b.Year, _ = strconv.Atoi(a.held)
		case "path":
			path = a.held
		default:
			b.Card[a.id] = a.held
		}
	}
	err := store.CreateWhole(path, store.Options{Now: d.o.Now}, func(w *store.Workspace) error {
		_, err := entry.Begin(w, b, entry.Options{Who: d.o.Who(w), Template: d.o.Template, Now: d.o.Now})
		return err
	})
	if err != nil {
		return err
	}
	d.say(text.PlainMade.With(path, b.Card["name"], b.Year))
	return d.open(path, "", 0)
}

// folder is where workspaces lie: beside the last one, else at home.
func (d *desk) folder() string {
	if len(d.o.Recent) > 0 {
		return filepath.Dir(d.o.Recent[0].Path)
	}
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return "."
}

// safeName makes the name of a file of an enterprise's.
func safeName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return -1
		}
		return r
	}, name)
	if name = strings.Trim(name, ". "); name == "" {
		return "yice"
	}
	return name
}

// expand reads a path as people write one: quoted, or beginning at home.
func expand(typed string) string {
	path := strings.Trim(strings.TrimSpace(typed), `"'`)
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return path
}

// held is a question with what Enter keeps.
func held(title text.Pair, now string) text.Pair {
	if now == "" {
		return title
	}
	return text.PlainHeld.With(title, now)
}
