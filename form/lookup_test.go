package form_test

import (
	"strings"
	"testing"

	"yice/form"
	"yice/form/pinyin"
)

func TestLookup(t *testing.T) {
	for _, c := range []struct{ field, typed, first string }{
		{"spend.category", "8", "人员人工"},
		{"spend.category", "1", "折旧与长期待摊"}, // 10, 11 …: the first whose number begins so
		{"spend.category", "ryrg", "人员人工"},
		{"spend.category", "zj", "直接投入"},
		{"spend.category", "wtwb", "委托外部"},
		{"spend.category", "weituo", "委托外部"},
		{"spend.category", "wtwaib", "委托外部"},
		{"spend.category", "摊销", "无形资产摊销"},
		{"spend.category", "材料", "直接投入"},
		{"spend.category", "wai", "委托外部"},
		{"spend.treatment", "fyh", "费用化"},
		{"spend.treatment", "z", "资本化"},
		{"spend.treatment", "ＺＢＨ", "资本化"},
		{"spend.treatment", "exp", "费用化"},
		{"platform.kind", "zdsys", "重点实验室"},
		{"platform.kind", "gcyjzx", "工程研究中心"},
		{"project.goal", "4", "4"},
		{"project.goal", "节能", ""},
		{"project.goal", "能源", "6"},
		{"project.organisation", "jbgs", "揭榜挂帅"},
		{"award.level", "zzq", "自治区级"},
		{"talent.programme", "cyyc", "草原英才"},
		{"spend.intra_group", "s", "是"},
		{"enterprise.area", "kdlq", "150203"},
		{"spend.category", "zzzz", ""},
	} {
		f := field(t, c.field)
		got := f.Lookup(c.typed)
		first := ""
		if len(got) > 0 {
			first = got[0].ID
		}
		if first != c.first {
			t.Errorf("%s %q: %q, want %q", c.field, c.typed, first, c.first)
		}
	}
	f := field(t, "spend.category")
	if got := f.Lookup(" "); len(got) != len(f.Codes) || got[0].ID != f.Codes[0].ID {
		t.Errorf("nothing typed offers %d of %d", len(got), len(f.Codes))
	}
	f.Lookup("")[0].ID = "changed"
	if f.Codes[0].ID != "人员人工" {
		t.Error("a lookup hands out the dictionary itself")
	}
	f.Lookup(strings.Repeat("z", 100_000))
}

// Every code is found by its id, its titles and by the initials of its title.
func TestEveryCodeIsFound(t *testing.T) {
	for _, which := range form.All() {
		for i := range which.Fields {
			f := &which.Fields[i]
			for _, c := range f.Codes {
				initials := ""
				for _, r := range c.Title.ZH {
					if s := soundsOf(r); len(s) > 0 {
						initials += s[0][:1]
					}
				}
				for _, typed := range []string{c.ID, c.Title.ZH, c.Title.EN, c.NBS, initials} {
					if typed == "" || strings.Trim(initials, "abcdefghijklmnopqrstuvwxyz0123456789") != "" && typed == initials {
						continue
					}
					found := false
					for _, got := range f.Lookup(typed) {
						found = found || got.ID == c.ID
					}
					if !found && len(typed) <= 64 {
						t.Errorf("%s.%s: %s is not found by %q", which.ID, f.ID, c.ID, typed)
					}
				}
			}
		}
	}
}

func TestSounds(t *testing.T) {
	for _, c := range []struct {
		title, letters string
		start, want    bool
	}{
		{"重大科技项目", "zdkj", true, true},
		{"重大科技项目", "cdkj", true, true}, // 重 has two readings
		{"重大科技项目", "zhongdakj", true, true},
		{"重大科技项目", "kjxm", true, false},
		{"重大科技项目", "kjxm", false, true},
		{"R&D 投入", "r", true, true},
		{"重大", "zdx", true, false},
		{"重大", "", true, false},
		{"重大", "ZD", true, false},
	} {
		if got := form.Sounds(c.title, c.letters, c.start); got != c.want {
			t.Errorf("%s by %q: %v", c.title, c.letters, got)
		}
	}
}

// soundsOf is how a character of a title is typed by its sound: a letter or a digit as itself.
func soundsOf(r rune) []string {
	if strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789", r) {
		return []string{string(r)}
	}
	return pinyin.Of(r)
}
