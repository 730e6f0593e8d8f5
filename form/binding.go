package form

import "slices"

// A recognition is given for something: a project of that level, an award of that level by that authority, a platform of that
// kind and level. Whoever changes one of these has something else before them, which nobody has decided on.

// recognitionGroup are the fields of the recognition itself.
var recognitionGroup = [...]string{"recognition", "recognised_by", "recognised_doc", "recognised_on"}

// Decided reports whether an authority's decision is stated for the row, for or against.
func (r *Record) Decided() bool {
	if !r.Form.Recognised {
		return false
	}
	s := r.Str("recognition")
	return s == Recognised || s == Refused
}

// Unbind returns a row to 待认定 where it is stated to be decided, what the decision was bound to is no longer what it was
// before, and no decision of another number or date is stated with it. It gives the fields that it changed, by position.
func (r *Record) Unbind(before *Record) (changed []int) {
	if before == nil || !before.Decided() || !r.Decided() || !r.boundElsewhere(before) || r.otherDecision(before) {
		return nil
	}
	for _, id := range recognitionGroup {
		i := r.Form.Index(id)
		v := Value{}
		if id == recognitionGroup[0] {
			v = S(Pending)
		}
		if r.Values[i] == v && r.Raw[i] == "" {
			continue
		}
		r.Values[i] = v
		delete(r.Raw, i)
		changed = append(changed, i)
	}
	return changed
}

// boundElsewhere reports whether what a decision is bound to differs.
func (r *Record) boundElsewhere(before *Record) bool {
	return slices.ContainsFunc(r.Form.Binds, func(id string) bool {
		i := r.Form.Index(id)
		return r.Values[i] != before.Values[i] || r.Raw[i] != before.Raw[i]
	})
}

// otherDecision reports whether the row states a decision that is not the one before: of another number or date.
func (r *Record) otherDecision(before *Record) bool {
	doc, on := r.Get("recognised_doc"), r.Get("recognised_on")
	return !doc.Empty() && !on.Empty() && (doc != before.Get("recognised_doc") || on != before.Get("recognised_on"))
}
