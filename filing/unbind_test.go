package filing

import (
	"context"
	"strings"
	"testing"

	"yice/form"
)

const decidedAward = "name,achievement_title,level,authority,awarded_on,certificate,recognition,recognised_by,recognised_doc,recognised_on\n"

// An import or a merge that makes a recognised award one of another level leaves it pending, and says so.
func TestAnImportUnbindsARecognition(t *testing.T) {
	f := form.ByID("award")
	s := desk(t, waterUSCC, goldenYear)
	importText(t, s, "award", decidedAward+"科技进步奖,甲成果,市级,市政府,2023-05-01,Z1,已认定,科技局,〔2023〕1号,2023-06-01\n", ImportOptions{})
	if s.Records(f)[0].Str("recognition") != form.Recognised {
		t.Fatal("not recognised")
	}
	r := importText(t, s, "award", "name,achievement_title,level,authority,awarded_on,certificate\n科技进步奖,甲成果,国家级,市政府,2023-05-01,Z1\n", ImportOptions{})
	now := s.Records(f)[0]
	if now.Str("level") != "国家级" || now.Str("recognition") != form.Pending || !now.Get("recognised_doc").Empty() {
		t.Errorf("%s %s", now.Str("level"), now.Str("recognition"))
	}
	if len(r.Said) != 1 || !strings.Contains(r.Said[0].ZH, "Z1") || !strings.Contains(r.Said[0].ZH, form.Pending) || r.ChangeCount < 4 {
		t.Errorf("said %v, %d cells", r.Said, r.ChangeCount)
	}
}

func TestAMergeUnbindsARecognition(t *testing.T) {
	f := form.ByID("award")
	ours, theirs := two(t,
		sheets{"award": decidedAward + "科技进步奖,甲成果,市级,市政府,2023-05-01,Z1,已认定,科技局,〔2023〕1号,2023-06-01\n"},
		sheets{"award": decidedAward + "科技进步奖,甲成果,国家级,市政府,2023-05-01,Z1,已认定,科技局,〔2023〕1号,2023-06-01\n"})
	m, err := Merge(context.Background(), ours, theirs.Workspace(), MergeOptions{Side: Theirs})
	if err != nil {
		t.Fatal(err)
	}
	now := ours.Records(f)[0]
	if m.Unbound != 1 || now.Str("level") != "国家级" || now.Str("recognition") != form.Pending || !now.Get("recognised_on").Empty() {
		t.Errorf("%d, %s %s", m.Unbound, now.Str("level"), now.Str("recognition"))
	}
	if !strings.Contains(string(m.JSON()), `"unbound": 1`) {
		t.Errorf("%s", m.JSON())
	}
}
