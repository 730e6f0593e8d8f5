package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yice/text"
)

// ParseError says why a text is not a value of its field.
type ParseError struct {
	Say text.Pair
}

func (e *ParseError) Error() string { return e.Say.ZH }

func refuse(p text.Pair, args ...any) error {
	return &ParseError{Say: fill(p, args)}
}

// Limits of what one cell may hold, in characters.
const (
	MaxText    = 500
	MaxNote    = 4000
	maxNumber  = 64
	maxFormula = 256
	maxCode    = 200
)

// lostCharacter is what a program writes for a character it could not read: whatever stood there is gone.
const lostCharacter = string(utf8.RuneError)

// Parse reads a text as people type it (full-width, separators, 1.2亿, =1+2, 2024.3.5 …) in the given unit for bare money
// figures (files: Yuan; a screen: the field's unit; NoUnit: likewise) and gives the canonical value; "" gives the empty
// value. A bare figure in a percent field is percent points: 60 is 60%. Errors are *ParseError.
func (f *Field) Parse(typed string, bare Unit) (Value, error) {
	if typed == "" {
		return Value{}, nil
	}
	if len(typed) > 4*MaxNote {
		return Value{}, refuse(text.FormTooLong, MaxNote, utf8.RuneCountInString(typed))
	}
	if !utf8.ValidString(typed) {
		return Value{}, refuse(text.FormBadBytes)
	}
	if before, _, lost := strings.Cut(typed, lostCharacter); lost {
		return Value{}, refuse(text.FormLostCharacter, utf8.RuneCountInString(before)+1)
	}
	switch f.Kind {
	case Text:
		return f.parseText(typed, MaxText, false)
	case Note:
		return f.parseText(typed, MaxNote, true)
	case Ref:
		return f.parseRef(typed)
	case Files:
		return parseFiles(typed)
	}
	s := foldFigures(typed)
	if s == "" {
		return Value{}, nil
	}
	switch f.Kind {
	case Int, Money, Decimal, Percent:
		return f.parseNumber(s, bare)
	case Date:
		return parseDate(s)
	case Month:
		return parseMonth(s, f.AllowZeros)
	case CodeKind:
		return f.parseCode(s)
	case Flag:
		return parseFlag(strings.TrimSpace(typed), s)
	case ID:
		return f.parseIdentifier(s)
	}
	return Value{}, refuse(text.FormBadBytes)
}

// ParseCell reads a cell of a file: as [Field.Parse], but a formula in a file is data and never reckoned, so a figure
// that begins with "=" is refused.
func (f *Field) ParseCell(cell string, bare Unit) (Value, error) {
	switch f.Kind {
	case Int, Money, Decimal, Percent:
		if strings.HasPrefix(foldFigures(cell), "=") {
			return Value{}, refuse(text.FormCellFormula, quoted(cell))
		}
	}
	return f.Parse(cell, bare)
}

func (f *Field) parseIdentifier(s string) (Value, error) {
	switch f.Identifier {
	case USCC:
		return parseUSCC(s)
	case PatentNumber:
		return parsePatentNumber(s)
	case StandardNumber:
		return parseStandardNumber(s)
	}
	return f.parseText(s, MaxText, false)
}

// parseText keeps a text as typed, without the blanks around it; what a terminal must not see is refused by its number.
func (f *Field) parseText(typed string, limit int, lines bool) (Value, error) {
	s := typed
	if f.Plain {
		s = fold(s)
	}
	s, err := tidy(s, lines)
	if err != nil {
		return Value{}, err
	}
	if n := utf8.RuneCountInString(s); n > limit {
		return Value{}, refuse(text.FormTooLong, limit, n)
	}
	return S(s), nil
}

// tidy trims, drops invisible runes, turns line ends and tabs of a one-line text into a blank, and refuses controls.
func tidy(s string, lines bool) (string, error) {
	if clean(s) {
		return s, nil
	}
	var b strings.Builder
	b.Grow(len(s))
	at := 0
	var before rune
	for _, r := range s {
		at++
		switch {
		case r == '\r' || r == '\n' || r == '\u2028' || r == '\u2029':
			switch {
			case r == '\n' && before == '\r': // one line end
			case lines:
				b.WriteByte('\n')
			default:
				b.WriteByte(' ')
			}
		case r == '\t':
			b.WriteByte(' ')
		case unruly(r):
			return "", refuse(text.FormControl, at, int(r))
		case invisible(r):
		default:
			b.WriteRune(r)
		}
		before = r
	}
	return strings.TrimFunc(b.String(), unicode.IsSpace), nil
}

// clean reports a text that tidy would leave as it is.
func clean(s string) bool {
	for _, r := range s {
		if unruly(r) || invisible(r) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return !unicode.IsSpace(first) && !unicode.IsSpace(last)
}

// parseRef reads the natural key of a row of another form the way that form's key field reads it, so that a reference
// finds its row however its number was typed.
func (f *Field) parseRef(typed string) (Value, error) {
	if target := ByID(f.Ref); target != nil && len(target.Keys) == 1 && len(target.Keys[0]) == 1 {
		key := target.Field(target.Keys[0][0])
		if v, err := key.Parse(typed, NoUnit); err == nil {
			return v, nil
		}
	}
	return f.parseText(typed, MaxText, false)
}
