package form_test

import (
	"testing"

	"yice/form"
)

// What a recognition is bound to is a field of its form, and one that a person can change.
func TestBindingsAreFields(t *testing.T) {
	for _, f := range form.All() {
		if f.Recognised != (len(f.Binds) > 0) {
			t.Errorf("%s: recognised %v, bound to %v", f.ID, f.Recognised, f.Binds)
		}
		for _, id := range f.Binds {
			if f.Field(id) == nil {
				t.Errorf("%s is bound to %s, which it does not have", f.ID, id)
			}
		}
	}
}

func TestUnbind(t *testing.T) {
	award := form.ByID("award")
	row := func(pairs ...string) *form.Record {
		r := form.NewRecord(award)
		for i := 0; i < len(pairs); i += 2 {
			r.Set(pairs[i], form.S(pairs[i+1]))
		}
		return r
	}
	decided := []string{"recognition", form.Recognised, "recognised_by", "科技局", "recognised_doc", "〔2023〕1号", "recognised_on", "2023-05-01"}
	with := func(more ...string) *form.Record { return row(append(append([]string{}, decided...), more...)...) }
	for name, c := range map[string]struct {
		before, now *form.Record
		back        bool
	}{
		"level":                       {with("level", "市级"), with("level", "国家级"), true},
		"authority":                   {with("authority", "甲"), with("authority", "乙"), true},
		"cleared":                     {with("level", "市级"), with(), true},
		"refused":                     {with("level", "市级", "recognition", form.Refused), with("level", "国家级", "recognition", form.Refused), true},
		"refused, then not":           {with("level", "市级", "recognition", form.Refused), with("level", "国家级"), true},
		"something else":              {with("level", "市级", "name", "甲"), with("level", "市级", "name", "乙"), false},
		"another decision with it":    {with("level", "市级"), with("level", "国家级", "recognised_doc", "〔2023〕9号"), false},
		"another day with it":         {with("level", "市级"), with("level", "国家级", "recognised_on", "2023-09-01"), false},
		"its number taken out":        {with("level", "市级"), with("level", "国家级", "recognised_doc", ""), true},
		"pending already":             {row("level", "市级", "recognition", form.Pending), row("level", "国家级", "recognition", form.Pending), false},
		"pending, recognised with it": {row("level", "市级"), with("level", "国家级"), false},
		"new":                         {nil, with("level", "国家级"), false},
	} {
		back := c.now.Unbind(c.before)
		if (len(back) > 0) != c.back {
			t.Errorf("%s: %v", name, back)
		}
		if !c.back {
			continue
		}
		if c.now.Str("recognition") != form.Pending || !c.now.Get("recognised_by").Empty() || !c.now.Get("recognised_doc").Empty() || !c.now.Get("recognised_on").Empty() {
			t.Errorf("%s: %v", name, c.now.Values)
		}
	}
	before, now := with("level", "市级"), with()
	now.Raw = map[int]string{award.Index("level"): "省部"}
	if len(now.Unbind(before)) == 0 {
		t.Error("a level that cannot be read is another")
	}
}
