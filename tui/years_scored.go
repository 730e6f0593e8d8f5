package tui

import (
	"yice/entry"
	"yice/internal/inorder"
	"yice/store"
	"yice/tui/screen"
)

// otherYears scores the years of the enterprise that the workspace has, the newest last.
func otherYears(w *store.Workspace, uscc string, now screen.Year, o Options) ([]screen.Year, error) {
	books, err := w.Books()
	if err != nil {
		return nil, err
	}
	years := []screen.Year{now}
	for _, b := range books {
		if b.USCC != uscc || b.Year == now.Year {
			continue
		}
		s, err := entry.Open(w, uscc, b.Year, entry.Options{Who: o.Who, Template: o.Template, Now: o.Now})
		if err != nil {
			return nil, err
		}
		y := screen.Year{Year: b.Year, Sheet: s.Sheet()}
		if f := s.Facts(); f != nil {
			y.Spent = f.Ledger.Total()
		}
		y.Bare = bare(s.States())
		years = append(years, y)
		if err := s.Close(); err != nil {
			return nil, err
		}
	}
	inorder.Sort(years, func(a, b screen.Year) int { return a.Year - b.Year })
	if n := len(years); n > screen.YearsMost {
		years = years[n-screen.YearsMost:]
	}
	return years, nil
}

// bare reports that no form of a year holds anything but the card of the enterprise and the summary of the R&D.
func bare(states []entry.FormState) bool {
	summary := false
	for i := range states {
		st := &states[i]
		switch {
		case st.Form.ID == "enterprise":
		case st.Form.ID == "rd_summary":
			summary = st.Filled > 0
		case st.Form.Single() && st.Filled > 0, !st.Form.Single() && st.Rows > 0 && st.Form.ID != "checklist", st.Form.ID == "checklist" && st.Filled > 0:
			return false
		}
	}
	return summary
}

// Years prepares the scoring of the enterprise's years: the open one as it stands, the others as they are in the file.
func (m *Root) Years() func() ([]screen.Year, error) {
	w, uscc, o := m.desk.w, m.stand.USCC, m.o
	now := screen.Year{Year: m.stand.Year, Sheet: m.stand.Sheet, Spent: m.stand.Spent}
	return func() ([]screen.Year, error) { return otherYears(w, uscc, now, o) }
}
