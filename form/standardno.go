package form

import (
	"strings"

	"yice/internal/pattern"

	"yice/text"
)

var (
	blankSlash = pattern.Of(` */ *`)
	// GB/T 19001-2016, GBT 19001—2016, CJ_T 206-2005, GB/Z 1-2020
	stateStandard = pattern.Of(`^([A-Z]{2})(?:[/ ]?([TZJ]) ?| ?)([0-9]+(?:\.[0-9]+)*) ?- ?([0-9]{4}|[0-9]{2})$`)
	// DB15/T 1234.1-2023, DB1502T 12-2023; without the T a blank must part the area from the number
	localStandard = pattern.Of(`^(DB[0-9]{2}(?:[0-9]{2}){0,2})(?:[/ ]?(T) ?| )([0-9]+(?:\.[0-9]+)*) ?- ?([0-9]{4}|[0-9]{2})$`)
	// T/CECS 123-2020, Q/150200 BTSW 001-2023
	bodyStandard = pattern.Of(`^([TQ])/((?:[0-9]+ )?[A-Z][A-Z0-9]*?(?: [A-Z]+)*) ?([0-9]+(?:[.-][0-9]+)*?) ?- ?([0-9]{4})$`)
	// ISO 9001:2015, ISO/IEC 27001:2022, IEC 60034-1:2017, ITU-T G.984.1
	worldStandard = pattern.Of(`^(ISO|IEC|ITU|IEEE|ASTM|EN)[-/ A-Z]*[ .]?[A-Z]?\.?[0-9][0-9A-Z.\-]*(:[0-9]{4})?$`)
)

// parseStandardNumber normalises a standard's number: half-width, one blank before the digits, the "/T" kept. What is
// of no known shape but has letters and digits is kept as typed, in capitals.
func parseStandardNumber(s string) (Value, error) {
	if scientific(s) {
		return Value{}, refuse(text.FormScientific, quoted(s))
	}
	if clean, err := tidy(s, false); err != nil {
		return Value{}, err
	} else if len(clean) > maxCode {
		return Value{}, refuse(text.FormTooLong, maxCode, len(clean))
	}
	n := strings.ToUpper(strings.Join(strings.Fields(strings.ReplaceAll(s, "_", "/")), " "))
	n = blankSlash.ReplaceAllString(n, "/")
	m := localStandard.FindStringSubmatch(n)
	if m == nil && !strings.HasPrefix(n, "DB") {
		m = stateStandard.FindStringSubmatch(n)
	}
	if m != nil {
		prefix := m[1]
		if m[2] != "" {
			prefix += "/" + m[2]
		}
		return S(prefix + " " + m[3] + "-" + m[4]), nil
	}
	if m := bodyStandard.FindStringSubmatch(n); m != nil {
		return S(m[1] + "/" + m[2] + " " + m[3] + "-" + m[4]), nil
	}
	if !strings.ContainsAny(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") || !strings.ContainsAny(n, "0123456789") {
		return Value{}, refuse(text.FormNotStandard, quoted(s))
	}
	return S(n), nil
}

// StandardLevel gives the level a stored number's prefix speaks for, "" where it does not say.
func StandardLevel(n string) string {
	switch {
	case n == "":
		return ""
	case strings.HasPrefix(n, "T/"):
		return "团体"
	case strings.HasPrefix(n, "Q/"):
		return "企业"
	case worldStandard.MatchString(n):
		return "国际"
	case strings.HasPrefix(n, "DB"):
		return "地方"
	case !stateStandard.MatchString(n):
		return ""
	case strings.HasPrefix(n, "GB"):
		return "国家"
	}
	return "行业"
}

// StandardYear gives the four digits at the end of a stored number, 0 where there are none.
func StandardYear(n string) int {
	i := strings.LastIndexAny(n, "-:")
	if i < 0 || len(n)-i != 5 || !allDigits(n[i+1:]) {
		return 0
	}
	if y := number4(n[i+1:]); y >= MinYear && y <= MaxYear {
		return y
	}
	return 0
}
