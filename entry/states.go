package entry

import (
	"cmp"
	"slices"

	"yice/book"
	"yice/form"
	"yice/internal/inorder"
	"yice/returns"
	"yice/scoring"
)

// FormState is one form on the overview.
type FormState struct {
	Form    *form.Form
	Rows    int64
	Filled  int // single forms: fields filled and asked for; checklist: items answered and asked
	Asked   int
	Must    int // open 强制性 findings
	Verify  int // 核实性 without a reason
	Pending int // rows not yet recognised
	// SelfDeclared are rows that say they are recognised, which no signed decision covers.
	SelfDeclared int
}

// States gives every form as the overview shows it, in order.
func (s *Session) States() []FormState {
	st := s.now.Load()
	forms := st.Forms().All()
	all := make([]FormState, 0, len(forms))
	for _, f := range forms {
		state := FormState{Form: f}
		counts := st.CountsOf(f)
		state.Must, state.Verify = counts.Must, counts.Verify
		switch {
		case f.ID == ledgerID:
			state.Rows = st.Ledger.RD().Lines + st.Ledger.RD().Outside.Lines
		case f.Single():
			state.Rows = int64(len(st.Table(f).Rows()))
			state.Filled, state.Asked = s.filled(st, f, st.Table(f).Single())
		default:
			state.Rows = int64(len(st.Table(f).Rows()))
			state.Pending = pending(st.Table(f))
			for _, r := range st.Table(f).Rows() {
				if s.SelfDeclared(r) {
					state.SelfDeclared++
				}
			}
		}
		if f.ID == checklistID {
			for _, it := range st.Items() {
				state.Asked++
				if it.Answer != book.Unanswered {
					state.Filled++
				}
			}
		}
		all = append(all, state)
	}
	return all
}

// filled counts the fields that are asked for and not only for remarks, and how many of them hold something.
func (s *Session) filled(st *state, f *form.Form, r *form.Record) (have, asked int) {
	if r == nil {
		r = form.NewRecord(f)
	}
	asks := asking(st, f)
	for i := range f.Fields {
		fd := &f.Fields[i]
		if fd.Kind == form.Note || fd.Kind == form.Files || fd.Applies != nil && !fd.Applies(r) {
			continue
		}
		switch held := !r.Values[i].Empty() || r.Raw[i] != ""; {
		case held:
			have++
		case fd.Aside || !asks(fd):
			continue
		}
		asked++
	}
	return have, asked
}

// Asks reports whether a field of a form of one row is asked for: by a return that concerns the enterprise, by the policy,
// or because no return needs it at all.
func (s *Session) Asks(f *form.Form, fd *form.Field) bool { return asking(s.now.Load(), f)(fd) }

func asking(st *state, f *form.Form) func(*form.Field) bool {
	if f.ID != book.AnnualID {
		return func(*form.Field) bool { return true }
	}
	c := returns.ConcernsOf(st.Table(form.ByID(enterpriseID)).Single())
	var missing []string
	if sheet := st.Sheet(); sheet != nil {
		missing = sheet.Missing
	}
	return func(fd *form.Field) bool {
		return c.Asks(f.ID, fd) || slices.ContainsFunc(missing, func(id string) bool {
			fact, ok := scoring.FactByID(id)
			return ok && fact.Source == f.ID+"."+fd.ID
		})
	}
}

// pending counts rows that an authority has not decided on, or whose recognition lacks its document or date.
func pending(t *book.Table) int {
	if !t.Form().Recognised {
		return 0
	}
	n := 0
	for _, r := range t.Rows() {
		switch r.Str("recognition") {
		case form.Refused:
		case form.Recognised:
			if r.Get("recognised_doc").Empty() || r.Get("recognised_on").Empty() {
				n++
			}
		default:
			n++
		}
	}
	return n
}

// Choice is a row a Ref field can name.
type Choice struct{ Key, Title string }

// Choices gives the rows a Ref field can name, by key; nothing for other fields.
func (s *Session) Choices(f *form.Field) []Choice {
	to := s.Forms().ByID(f.Ref)
	if f.Kind != form.Ref || to == nil {
		return nil
	}
	t := s.now.Load().Table(to)
	all := make([]Choice, 0, len(t.Rows()))
	for key, rows := range t.Keys() {
		all = append(all, Choice{key, titleOf(rows[0])})
	}
	inorder.Sort(all, func(a, b Choice) int { return cmp.Compare(a.Key, b.Key) })
	return all
}

// titleOf is what a row is called, beside its key.
func titleOf(r *form.Record) string {
	for _, id := range [...]string{"name", "title", "achievement_title"} {
		if v := r.Get(id); !v.Empty() {
			return v.Str()
		}
	}
	return ""
}
