package book

import (
	"strings"

	"yice/form"
	"yice/text"
)

// Label is what a person knows a row by: its natural key, else its first filled text.
func Label(r *form.Record) string {
	if k := r.Key(); k != "" {
		return k
	}
	for _, id := range [...]string{"name", "title", "summary", "voucher"} {
		if v := r.Get(id); !v.Empty() {
			return v.Str()
		}
	}
	for i := range r.Form.Fields {
		if r.Form.Fields[i].Kind == form.Text && !r.Values[i].Empty() {
			return r.Values[i].Str()
		}
	}
	return ""
}

// longestShown is how much of a text a sentence quotes, in characters.
const longestShown = 40

// Clip makes a text of the data fit for a sentence: one line, no control characters, not too long.
func Clip(s string) string {
	oneLine := strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")
	return form.Printable(strings.TrimSpace(oneLine.Replace(s)), longestShown)
}

// money shows 分 as 万元 for a sentence.
func money(fen int64) text.Pair {
	fd := form.Field{Kind: form.Money, Unit: form.Wan}
	return text.ScoreMoney.With(text.Pair{ZH: fd.Display(form.N(fen), form.Wan, text.ZH), EN: fd.Display(form.N(fen), form.Wan, text.EN)})
}
