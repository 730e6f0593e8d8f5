package keying

import (
	"strings"

	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/screen"
)

// filterText says in words which cells a filter keeps.
func filterText(m screen.Desk, f *form.Field, w store.Where) string {
	lang := m.Lang()
	show := func(v form.Value) string { return f.Display(v, f.Unit, lang) }
	switch {
	case w.Not && len(w.In) == 1 && w.In[0].Empty():
		return text.TuiFilterFilled.In(lang)
	case w.Not && len(w.In) > 0:
		names := make([]string, len(w.In))
		for i, v := range w.In {
			names[i] = show(v)
		}
		return text.TuiFilterNot.With(strings.Join(names, "/")).In(lang)
	case w.Not && f.Kind == form.Date && w.To.Empty():
		return text.TuiFilterBefore.With(show(w.From)).In(lang)
	case w.Not && f.Kind == form.Date:
		return text.EntrySpentUndated.In(lang)
	case w.Not:
		return text.EntrySpentBlank.In(lang)
	case !w.From.Empty():
		return show(w.From) + " – " + show(w.To)
	case len(w.In) == 0 || w.In[0].Empty():
		return text.TuiEmptyCell.In(lang)
	case len(w.In) > 1:
		return text.TuiSpendAndMore.With(show(w.In[0]), len(w.In)).In(lang)
	}
	return show(w.In[0])
}
