package entry

import "yice/book"

// ChecklistItem is one thing the pack asks: Record is its row, or an unanswered stand-in (ID < 0) that Put on form
// checklist turns into a real row when it is first answered.
type ChecklistItem = book.ChecklistItem

// ChecklistItems gives every item the pack lists and every milestone it sets for the enterprise, in the pack's order, then
// rows the pack does not know.
func (s *Session) ChecklistItems() []ChecklistItem { return s.now.Load().Checklist() }
