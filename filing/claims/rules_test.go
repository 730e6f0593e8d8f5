package claims

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"

	"yice/form"
)

// What was found is kept, and believed for as long as the rules have the same name. When this fails, Rules needs another one.
func TestTheRulesHaveTheirName(t *testing.T) {
	titles := []string{
		"城市供水管网漏损识别技术", "城市供水管网漏损识别装置", "城市供水管网漏损识别技术（改进）", "热网", "热网平衡", "智慧水务 重点实验室", "智慧水务重点实验室", "A New Way", "a new  way!", "",
	}
	var sides []Side
	for p := range 6 {
		party := &Party{USCC: fmt.Sprint("U", p), Path: fmt.Sprint("P", p), Year: 2023 + p/5}
		for i, title := range titles {
			if (i+p)%3 == 0 {
				continue
			}
			row := &Row{Form: form.ByID("platform"), Row: int64(i + 1), Key: title, Title: title, Plain: plainTitle(title)}
			row.Marks = []Mark{{ID: fmt.Sprint("named\x00", i%4)}, {ID: "document\x00x", Alike: true}}
			if i%2 == 0 {
				row.Marks = append(row.Marks, Mark{ID: fmt.Sprint("certificate\x00", i%3), Certain: true, Alike: i%4 == 0})
			}
			sides = append(sides, Side{party, row})
		}
	}
	h := sha256.New()
	for _, d := range Doubles(sides) {
		fmt.Fprintf(h, "%s %q %v", d.Form, d.Mark, d.Certain)
		for _, s := range d.Sides {
			fmt.Fprintf(h, " %s", s.place())
		}
	}
	if got := Rules + " " + hex.EncodeToString(h.Sum(nil))[:16]; got != "1 170aa7a02732d5bf" {
		t.Errorf("%s", got)
	}
}
