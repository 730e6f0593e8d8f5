package form

import (
	"strings"

	"yice/text"
)

// parseCode reads an id, a title in either language, the number of the statistical form, another name people use, or
// number and title together ("4 增加产品功能或提高性能"). Nothing is guessed: a part of a title is not a code.
func (f *Field) parseCode(s string) (Value, error) {
	for i := range f.Codes {
		if c := &f.Codes[i]; c.ID == s || c.Title.ZH == s || c.NBS == s && s != "" {
			return S(c.ID), nil
		}
	}
	if len(s) > maxCode {
		return Value{}, refuse(text.FormTooLong, maxCode, len(s))
	}
	key := codeKey(s)
	for i := range f.Codes {
		if f.Codes[i].named(key) {
			return S(f.Codes[i].ID), nil
		}
	}
	if number, title, ok := numberAndTitle(s); ok {
		for i := range f.Codes {
			c := &f.Codes[i]
			if (c.ID == number || c.NBS == number) && c.named(codeKey(title)) {
				return S(c.ID), nil
			}
		}
	}
	if f.OpenCodes {
		return f.parseOpenCode(s)
	}
	if scientific(s) {
		return Value{}, refuse(text.FormScientific, quoted(s))
	}
	return Value{}, refuse(text.FormNotCode, quoted(s), f.choices())
}

// named reports whether a folded name is this code's.
func (c *Code) named(key string) bool {
	if key == codeKey(c.ID) || key == codeKey(c.Title.ZH) || key == codeKey(c.Title.EN) || c.NBS != "" && key == c.NBS {
		return true
	}
	for _, also := range c.Also {
		if key == codeKey(also) {
			return true
		}
	}
	return false
}

// codeKey is what names are compared by: half-width, lower case, no blanks.
func codeKey(s string) string {
	return strings.ToLower(strings.ReplaceAll(foldFigures(s), " ", ""))
}

// numberAndTitle splits "4 增加产品功能" or "4.增加…".
func numberAndTitle(s string) (number, title string, ok bool) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 || n > 6 {
		return "", "", false
	}
	title = strings.TrimLeft(s[n:], " .,-:)")
	return s[:n], title, title != ""
}

// choices names the codes of a list for a sentence, at most eight.
func (f *Field) choices() text.Pair {
	var zh, en []string
	offered := f.Offered()
	for i := range offered {
		if i == 8 {
			more := text.FormMoreChoices.With(len(offered))
			zh, en = append(zh, more.ZH), append(en, more.EN)
			break
		}
		c := &offered[i]
		if c.NBS != "" || f.OpenCodes {
			number := c.NBS
			if f.OpenCodes {
				number = c.ID
			}
			zh, en = append(zh, number+" "+c.Title.ZH), append(en, number+" "+c.Title.EN)
			continue
		}
		zh, en = append(zh, c.Title.ZH), append(en, c.Title.EN)
	}
	return pair(strings.Join(zh, "、"), strings.Join(en, ", "))
}

// Code gives an entry of the field's list by id, or nil.
func (f *Field) Code(id string) *Code {
	for i := range f.Codes {
		if f.Codes[i].ID == id {
			return &f.Codes[i]
		}
	}
	return nil
}

// CodeTitle gives the title of one of the field's codes, the id itself where the list does not have it.
func (f *Field) CodeTitle(id string) text.Pair { return codeTitle(f.Codes, id) }

// codeTitle gives the title of a code, the id itself where the list does not have it.
func codeTitle(codes []Code, id string) text.Pair {
	for i := range codes {
		if codes[i].ID == id {
			return codes[i].Title
		}
	}
	return text.Same(id)
}

// parseOpenCode reads a code that is well formed though the pick list does not have it.
func (f *Field) parseOpenCode(s string) (Value, error) {
	switch f.Identifier {
	case Industry:
		return parseIndustry(s)
	case Area:
		return parseArea(s)
	}
	return f.parseText(s, maxCode, false)
}

// sections are the letters of GB/T 4754-2017 with the last of their divisions.
var sections = []struct {
	letter byte
	last   int
}{
	{'A', 5},
	{'B', 12},
	{'C', 43},
	{'D', 46},
	{'E', 50},
	{'F', 52},
	{'G', 60},
	{'H', 62},
	{'I', 65},
	{'J', 69},
	{'K', 70},
	{'L', 72},
	{'M', 75},
	{'N', 79},
	{'O', 82},
	{'P', 83},
	{'Q', 85},
	{'R', 90},
	{'S', 96},
	{'T', 97},
}

// parseIndustry reads two to four digits, with or without the letter of their section; the letter is not stored.
func parseIndustry(s string) (Value, error) {
	digits := strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	var letter byte
	if digits != "" && digits[0] >= 'A' && digits[0] <= 'T' {
		letter, digits = digits[0], digits[1:]
	}
	if !allDigits(digits) || len(digits) < 2 || len(digits) > 4 {
		return Value{}, refuse(text.FormNotIndustry, quoted(s))
	}
	section := byte(0)
	for _, sec := range sections {
		if d := number2(digits); d >= 1 && d <= sec.last {
			section = sec.letter
			break
		}
	}
	switch {
	case section == 0:
		return Value{}, refuse(text.FormNotIndustry, quoted(s))
	case letter != 0 && letter != section:
		return Value{}, refuse(text.FormIndustryLetter, quoted(s), string(section)+digits)
	}
	return S(digits), nil
}

// provinces are the first two digits in use of GB/T 2260.
const provinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82"

func parseArea(s string) (Value, error) {
	digits := strings.ReplaceAll(s, " ", "")
	if len(digits) != 6 || !allDigits(digits) || !strings.Contains(provinces, digits[:2]) {
		return Value{}, refuse(text.FormNotArea, quoted(s))
	}
	return S(digits), nil
}

// parseFlag reads 是/否 and what stands for them.
func parseFlag(typed, folded string) (Value, error) {
	switch typed {
	case Yes, No:
		return S(typed), nil
	case "√", "✓", "✔", "☑":
		return S(Yes), nil
	case "×", "✗", "✘", "✕", "☐":
		return S(No), nil
	}
	switch strings.ToLower(folded) {
	case "是", "有", "对", "y", "yes", "1", "t", "true", "shi":
		return S(Yes), nil
	case "否", "无", "不是", "错", "n", "no", "0", "f", "false", "x", "fou":
		return S(No), nil
	}
	return Value{}, refuse(text.FormNotFlag, quoted(typed))
}

// scientific reports a number that a spreadsheet has damaged: 1.1E+17.
func scientific(s string) bool {
	s = strings.ToUpper(s)
	i := strings.IndexByte(s, 'E')
	if i <= 0 || i == len(s)-1 {
		return false
	}
	head, tail := s[:i], s[i+1:]
	whole, decimals, _ := strings.Cut(head, ".")
	if !allDigits(whole) || decimals != "" && !allDigits(decimals) {
		return false
	}
	if tail[0] == '+' || tail[0] == '-' {
		return allDigits(tail[1:])
	}
	return decimals != "" && allDigits(tail)
}

// Cited gives the source of a field as people read it.
func (f *Field) Cited() text.Pair { return text.Pair{ZH: f.Source, EN: citedEN.Replace(f.Source)} }

var citedEN = strings.NewReplacer("2021版辅助账", "R&D sub-ledger (2021)", "〔", "[", "〕", "]")
