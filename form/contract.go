package form

import "yice/text"

// The functions below are the package's promise to the layers above; see their files for the work.

// All gives the dictionary in the order people see it.
func All() []*Form { panic("not written") }

// ByID gives a form, or nil.
func ByID(id string) *Form { panic("not written") }

// ParseError says why a text is not a value of its field.
type ParseError struct {
	Say text.Pair
}

func (e *ParseError) Error() string { return e.Say.ZH }

// Parse reads a text as people type it (full-width, separators, 1.2亿, =1+2, 2024.3.5 …) in the given unit for bare money
// figures (files: Yuan; a screen: the field's unit) and gives the canonical value; "" gives the empty value.
// Errors are *ParseError.
func (f *Field) Parse(typed string, bare Unit) (Value, error) { panic("not written") }

// Show gives the canonical text of a value, as files hold it: money in 元 with two decimals and no separators, percent
// with its sign, codes by id.
func (f *Field) Show(v Value) string { panic("not written") }

// Display gives the text for people: thousands separators, the unit given (Field.Unit on screens), code titles in the language.
func (f *Field) Display(v Value, in Unit, l text.Lang) string { panic("not written") }

// Check gives the findings of one row by itself: unread text, required, identifiers, the form's own rules.
func (f *Form) Check(r *Record, year int) []Finding { panic("not written") }
