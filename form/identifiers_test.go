package form_test

import (
	"testing"

	"yice/form"
)

func TestUSCC(t *testing.T) {
	for _, code := range []string{
		"91350100M000100Y43", "91110000101623741K", "911101066976941872", "914403001922038216", "9144030071526726XG", "91330100799655058B",
		"91150200MA0BT0013C", "91150200MA0BT00217", "91150200MA0BT003XY",
	} {
		if !form.ValidUSCC(code) {
			t.Errorf("%s is valid", code)
		}
		// Any one changed character is seen.
		for i := range code {
			for _, c := range "0123456789ABCDEFGHJKLMNPQRTUWXY" {
				if changed := code[:i] + string(c) + code[i+1:]; changed != code && form.ValidUSCC(changed) {
					t.Errorf("%s passes for %s", changed, code)
				}
			}
		}
	}
	for _, code := range []string{"91310115MA1H8R7C6D", "", "9135", "91350100M000100Y4O"} {
		if form.ValidUSCC(code) {
			t.Errorf("%s is not valid", code)
		}
	}
	reads(t, field(t, "enterprise.uscc"), form.NoUnit, map[string]string{
		"91350100M000100Y43":     "91350100M000100Y43",
		" 91350100m000100y43 ":   "91350100M000100Y43",
		"9135 0100 M000 100Y 43": "91350100M000100Y43",
		"９１３５０１００Ｍ０００１００Ｙ４３": "91350100M000100Y43",
		"91310115MA1H8R7C6D":    "91310115MA1H8R7C6D", // fails its check: stored, and a finding
		"91350100M000100Y4":     "!这里 17 位",
		"91350100M000100Y4O":    "!第 18 位",
		"9.1350100000010E+17":   "!科学计数法",
		"91350100M000100Y4\x1b": "!第 18 位",
	})
}

func TestPatentNumbers(t *testing.T) {
	for number, want := range map[string]byte{
		"201910380558.X": 'X', "201380059792.3": '3', "201810053768.3": '3', "201620406833.2": '2', "201410345054.1": '1', "201110047567.0": '0',
		"202110253000.2": '2', "202110253001.7": '7', "202110253002.1": '1', "202110253003.6": '6', "202110253004.0": '0', "202110253005.5": '5',
	} {
		if got, ok := form.PatentCheckDigit(number); !ok || got != want {
			t.Errorf("%s: %c, %v", number, got, ok)
		}
	}
	for _, number := range []string{"202010555555.1", "201910777777.9"} {
		if got, ok := form.PatentCheckDigit(number); !ok || got == number[13] {
			t.Errorf("%s passes", number)
		}
	}
	for _, odd := range []string{"", ".", "x.1", "2019103805580.X", "20191038055.X", "201910380558X"} {
		if _, ok := form.PatentCheckDigit(odd); ok {
			t.Errorf("%q has a check digit", odd)
		}
		if d, kind := form.PatentType(odd); d != '?' || kind != "" || form.PatentYear(odd) != 0 {
			t.Errorf("%q has a kind or a year", odd)
		}
	}
	reads(t, field(t, "patent.number"), form.NoUnit, map[string]string{
		"201910380558.X":      "201910380558.X",
		"201910380558X":       "201910380558.X",
		"201910380558x":       "201910380558.X",
		"CN201910380558.x":    "201910380558.X",
		"ZL201910380558.X":    "201910380558.X",
		"zl 2019 1 0380558 X": "201910380558.X",
		"ZL．201910380558．X":   "201910380558.X",
		"２０１９１０３８０５５８．Ｘ":      "201910380558.X",
		"CN ZL201910380558.X": "201910380558.X",
		"202010555555.1":      "202010555555.1", // wrong check digit: stored, and a finding
		"85100001.0":          "85100001.0",
		"ZL98100001.X":        "98100001.X",
		"201910380558":        "!应为 201910380558.X",
		"CN201910380558":      "!应为 201910380558.X",
		"CN110123456A":        "!公开",
		"CN1234567B":          "!公开",
		"CN210123456U":        "!公开",
		"2.01910380558E+12":   "!科学计数法",
		"20191038.0558X":      "!不像",
		"201910380558.Y":      "!不像",
		"192010555555.1":      "!不像",
		"40100001.0":          "!不像",
		"软著登字第1号":             "!不像",
		"2019103805580X":      "!不像",
	})
	if form.PatentYear("85100001.0") != 1985 || form.PatentYear("03100001.0") != 2003 || form.PatentYear("201910380558.X") != 2019 {
		t.Error("years of patents")
	}
}

func TestStandardNumbers(t *testing.T) {
	cases := map[string]struct{ stored, level string }{
		"GB/T 19001-2016":        {"GB/T 19001-2016", "国家"},
		"GB／T 19001—2016":        {"GB/T 19001-2016", "国家"},
		"gb/t19001－2016":         {"GB/T 19001-2016", "国家"},
		"GBT 19001-2016":         {"GB/T 19001-2016", "国家"},
		"GB_T 19001-2016":        {"GB/T 19001-2016", "国家"},
		"GB / T  19001 - 2016":   {"GB/T 19001-2016", "国家"},
		"GB 5749-2022":           {"GB 5749-2022", "国家"},
		"GB5749-2022":            {"GB 5749-2022", "国家"},
		"GB/T 1.1-2020":          {"GB/T 1.1-2020", "国家"},
		"GB/Z 1-2020":            {"GB/Z 1-2020", "国家"},
		"CJ/T 206-2005":          {"CJ/T 206-2005", "行业"},
		"CJ/T 123-98":            {"CJ/T 123-98", "行业"},
		"HJ 91.1-2019":           {"HJ 91.1-2019", "行业"},
		"DB15/T 1234.1-2023":     {"DB15/T 1234.1-2023", "地方"},
		"DB15T1234-2023":         {"DB15/T 1234-2023", "地方"},
		"DB1502/T 12-2023":       {"DB1502/T 12-2023", "地方"},
		"DB15 1234-2023":         {"DB15 1234-2023", "地方"},
		"DB151234-2023":          {"DB151234-2023", "地方"}, // the area cannot be told from the number: kept
		"T/CECS 123-2020":        {"T/CECS 123-2020", "团体"},
		"T／CECS123—2020":         {"T/CECS 123-2020", "团体"},
		"Q/BTSW 001-2023":        {"Q/BTSW 001-2023", "企业"},
		"Q/150200 BTSW 001-2023": {"Q/150200 BTSW 001-2023", "企业"},
		"ISO 9001：2015":          {"ISO 9001:2015", "国际"},
		"iso/iec 27001:2022":     {"ISO/IEC 27001:2022", "国际"},
		"IEC 60034-1:2017":       {"IEC 60034-1:2017", "国际"},
		"GJB 9001C-2017":         {"GJB 9001C-2017", ""},
	}
	f := field(t, "standard.number")
	for typed, want := range cases {
		v, err := f.Parse(typed, form.NoUnit)
		if err != nil || v.Str() != want.stored {
			t.Errorf("%q: got %q, %v; want %q", typed, v.Str(), err, want.stored)
		}
		if got := form.StandardLevel(v.Str()); got != want.level {
			t.Errorf("%q is of level %q, want %q", v.Str(), got, want.level)
		}
		if again, err := f.Parse(v.Str(), form.NoUnit); err != nil || again != v {
			t.Errorf("%q reads again as %q, %v", v.Str(), again.Str(), err)
		}
	}
	reads(t, f, form.NoUnit, map[string]string{"标准": "!不像", "2016": "!不像", "GB": "!不像", "GB\x1b 1-2020": "!控制"})
	if form.StandardYear("GB/T 1-2016") != 2016 || form.StandardYear("ISO 1:2015") != 2015 || form.StandardYear("CJ/T 1-98") != 0 || form.StandardYear("X") != 0 {
		t.Error("years of standards")
	}
}
