package returns

import (
	"strconv"
	"strings"

	"yice/form"
	"yice/text"
)

// in makes a pair by saying the same thing once a language.
func in(say func(text.Lang) string) text.Pair {
	return text.Pair{ZH: say(text.ZH), EN: say(text.EN)}
}

// compared writes "107-2：1 研究开发人员合计 46 < 5 其中：本科毕业及以上人员 50".
func (r *relation) compared(figures map[int]Figure, sign string) text.Pair {
	whole := code(r.whole)
	var sum int64
	for _, p := range r.parts {
		sum = form.Plus(sum, figures[p].Exact)
	}
	// Two different amounts may round to the same 千元: then every place is written.
	write := shown
	if whole.Unit.Fen != 0 && Thousand(figures[r.whole].Exact) == Thousand(sum) {
		write = func(_ form.Unit, exact int64) string { return plain(exact) }
	}
	return in(func(l text.Lang) string {
		left := term(whole, figures[r.whole], l, write)
		parts := make([]string, 0, len(r.parts))
		for _, p := range r.parts {
			if figures[p].Known {
				parts = append(parts, term(code(p), figures[p], l, write))
			}
		}
		right := strings.Join(parts, " + ")
		if len(parts) > 1 {
			right += " = " + write(whole.Unit, sum)
		}
		return text.ReturnsCompared.With(left, sign, right, unitNote(whole.Unit)).In(l)
	})
}

// positive writes a relation between two figures that must be positive together.
func (r *relation) positive(figures map[int]Figure, sentence text.Pair) text.Pair {
	whole, part := code(r.whole), code(r.parts[0])
	return in(func(l text.Lang) string {
		return sentence.With(
			term(whole, figures[r.whole], l, shown)+unitNote(whole.Unit).In(l),
			term(part, figures[part.Number], l, shown)+unitNote(part.Unit).In(l)).In(l)
	})
}

// term writes a code with its figure: "5 本科毕业及以上人员 50".
func term(c *Code, f Figure, l text.Lang, write func(form.Unit, int64) string) string {
	return strconv.Itoa(c.Number) + " " + bare(c.Title.In(l)) + " " + write(c.Unit, f.Exact)
}

// bare drops the "其中：" that only the form's layout needs.
func bare(title string) string {
	return strings.TrimPrefix(strings.TrimPrefix(title, "其中："), "of it: ")
}

// unitNote says the unit of money figures once, at the end; persons and pieces need none.
func unitNote(u form.Unit) text.Pair {
	if u.Fen == 0 {
		return text.Pair{}
	}
	return text.ReturnsInThousand
}

// places names where the figures of a relation are kept, each once: "年度指标·研究开发人员合计、年度指标·本科毕业及以上".
func places(codes []*Code) text.Pair {
	return in(func(l text.Lang) string {
		var names []string
		seen := map[string]bool{}
		for _, c := range codes {
			name := place(c.Form, c.Field).In(l)
			if !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
		return strings.Join(names, text.ReturnsListComma.In(l))
	})
}

// besides is a sentence for a screen that stands at a field already, or at its form: of what is to be looked at it names what is
// elsewhere, and of the form itself the other fields by their titles alone.
func besides(formID, field string, say text.Pair, mend ...[2]string) text.Pair {
	named := map[[2]string]bool{{formID, field}: true}
	var others []text.Pair
	for _, at := range mend {
		if named[at] {
			continue
		}
		named[at] = true
		name := place(at[0], at[1])
		if fm := form.ByID(at[0]); fm != nil && at[0] == formID && fm.Field(at[1]) != nil {
			name = fm.Field(at[1]).Title
		}
		others = append(others, name)
	}
	if len(others) == 0 {
		return say
	}
	return text.ReturnsMend.With(say, in(func(l text.Lang) string {
		names := make([]string, len(others))
		for i, o := range others {
			names[i] = o.In(l)
		}
		return strings.Join(names, text.ReturnsListComma.In(l))
	}))
}

// place names a field as people find it: the form's title and the field's.
func place(formID, fieldID string) text.Pair {
	f := form.ByID(formID)
	if f == nil {
		return text.Same(formID + "·" + fieldID)
	}
	field := f.Field(fieldID)
	if field == nil {
		return f.Title
	}
	return text.ReturnsPlace.With(f.Title, field.Title)
}
