package plain

import (
	"strconv"
	"strings"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// meant brings an answer to what a field takes: month and day of the year, a code by its number or letters, a row of another form by
// its key or name. again: several are meant; they were listed, and it is asked anew.
func (d *desk) meant(w *walk, fd *form.Field, answer string) (typed string, again bool) {
	var several []text.Pair
	switch {
	case answer == "":
		return "", false
	case w.f.Follows != nil && fd.ID == w.f.Follows.About:
		take := ""
		if take, several = w.kinds.named(answer); take != "" {
			answer = take
		}
	case fd.Kind == form.Ref:
		answer, several = d.refers(fd, answer)
	case len(fd.Codes) > 0 || fd.Kind == form.Flag:
		var take string
		if take, several = meant(fd, answer); take != "" {
			answer = take
		}
	default:
		answer = fd.Keyed(answer, d.s.Year())
	}
	if len(several) > 0 {
		d.say(text.PlainSeveral.With(len(several)))
		for _, p := range several {
			d.say(p)
		}
		return "", true
	}
	return answer, false
}

// refers finds the row of another form that is meant. What fits none is given back as it is: it stays as text, with a finding, and no
// record is made of it.
func (d *desk) refers(fd *form.Field, answer string) (take string, several []text.Pair) {
	low := strings.ToLower(answer)
	var hits []entry.Choice
	for _, c := range d.s.Choices(fd) {
		if c.Key == answer {
			return answer, nil
		}
		if strings.Contains(strings.ToLower(c.Key), low) || strings.Contains(strings.ToLower(c.Title), low) || form.Sounds(c.Title, low, false) {
			hits = append(hits, c)
		}
	}
	if len(hits) == 1 {
		return hits[0].Key, nil
	}
	for _, c := range hits[:min(len(hits), listed)] {
		several = append(several, text.PlainCode.With(c.Key, c.Title))
	}
	return answer, several
}

// meant finds the code that is meant: digits are the number that the list has, its place where it has none; else letters and the
// beginning of a title. Nothing and no list: none is meant.
func meant(fd *form.Field, answer string) (take string, several []text.Pair) {
	if codes := fd.Lookup(""); !numbered(fd) && strings.Trim(answer, "0123456789") == "" {
		if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(codes) {
			return codes[n-1].ID, nil
		}
		return "", nil
	}
	if v, err := fd.Parse(answer, fd.Unit); err == nil {
		return v.Str(), nil
	}
	hits := fd.Lookup(answer)
	if len(hits) == 1 {
		return hits[0].ID, nil
	}
	if strings.Trim(answer, "0123456789") == "" { // no number of the list; the beginning of one means none
		return "", nil
	}
	for _, c := range hits {
		several = append(several, codeLine(fd, c))
	}
	return "", several
}

func numbered(fd *form.Field) bool {
	for _, c := range fd.Codes {
		if c.NBS != "" {
			return true
		}
	}
	return fd.OpenCodes
}

func codeLine(fd *form.Field, c form.Code) text.Pair {
	no := c.NBS
	if !numbered(fd) {
		for i, other := range fd.Lookup("") {
			if other.ID == c.ID {
				no = strconv.Itoa(i + 1)
			}
		}
	}
	if no == "" {
		no = c.ID
	}
	return text.PlainCode.With(no, c.Title)
}

// longList is the most codes that help lists.
const longList = 40

// help tells what a field is, where it is from, and what may be chosen.
func (d *desk) help(fd *form.Field) {
	d.say(fd.Help)
	if fd.Source != "" {
		d.say(text.PlainSource.With(d.s.Cited(fd, true)))
	}
	d.list(fd)
	if fd.Kind == form.Ref {
		for _, c := range d.s.Choices(fd)[:min(len(d.s.Choices(fd)), longList)] {
			d.say(text.PlainCode.With(c.Key, c.Title))
		}
	}
}

// list tells the codes of a field.
func (d *desk) list(fd *form.Field) {
	if fd == nil || len(fd.Codes) == 0 && fd.Kind != form.Flag {
		return
	}
	codes := fd.Lookup("")
	for _, c := range codes[:min(len(codes), longList)] {
		d.say(codeLine(fd, c))
	}
	if len(codes) > longList {
		d.say(text.PlainMoreCodes.With(len(codes) - longList))
	}
}

// readBack says what an answer was read as, where that is not what was typed.
func (d *desk) readBack(r *form.Record, fd *form.Field, answer string) {
	v := r.Get(fd.ID)
	if v.Empty() {
		return
	}
	shown := text.InUnit(fd.Display(v, fd.Unit, d.lang), fd.Unit.Title)
	if !fd.Unit.Title.Empty() {
		shown = text.Aloud(shown)
	}
	least := int64(spokenWan)
	if fd.Unit == form.Yuan {
		least = spokenYuan
	}
	if fen, ok := v.Int(); ok && fd.Kind == form.Money && max(fen, -fen) >= least {
		d.say(text.PlainReadBig.With(shown, scoring.InWords(fen)))
		return
	}
	if bare := strings.ReplaceAll(fd.Display(v, fd.Unit, d.lang), ",", ""); bare != answer && fd.Typed(v, fd.Unit) != answer {
		d.say(text.PlainRead.With(shown))
	}
}

// Amounts, in 分, from which a figure is read back in words, where 元 and where 万元 are keyed: ten thousand times too much is what
// goes wrong.
const (
	spokenYuan = 100_000_000
	spokenWan  = 10_000_000_000
)

// wrongIn tells the findings of a field; "" tells all.
func (d *desk) wrongIn(all []form.Finding, field string) {
	for _, f := range all {
		if field == "" || f.Field == field {
			say := f.Message
			if field != "" && !f.Short.Empty() {
				say = f.Short
			}
			d.say(text.PlainFinding.With(f.Severity.Title(), say))
		}
	}
}
