package entry

import (
	"slices"

	"yice/book"
	"yice/form"
)

// Findings gives all, 强制性 first, then in the order of forms and rows. For a ledger with very many flagged rows the
// first thousand are listed; Counts is exact. Reason without Explained is one that no longer stands: the figures it
// explained have changed.
func (s *Session) Findings() []form.Finding { return slices.Clone(s.now.Load().Findings()) }

// Counts gives how many findings are open 强制性, how many 核实性 want a reason, and how many have one.
func (s *Session) Counts() (must, verify, explained int) {
	all := s.now.Load().Counts()
	return all.Must, all.Verify, all.Explained
}

// FindingID names a finding for `yice reason`: check@form/row/field.
func FindingID(f form.Finding) string { return book.FindingID(f) }
