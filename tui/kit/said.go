package kit

import (
	"errors"
	"strings"

	"yice/form"
	"yice/text"
)

// Said puts sentences one after another, as one.
func Said(all ...text.Pair) text.Pair {
	zh, en := make([]string, len(all)), make([]string, len(all))
	for i, p := range all {
		zh[i], en[i] = p.ZH, p.EN
	}
	return text.Pair{ZH: strings.Join(zh, " "), EN: strings.Join(en, " ")}
}

// Lines puts sentences below one another; what says nothing takes no line.
func Lines(all ...text.Pair) (out text.Pair) {
	for _, p := range all {
		switch {
		case p.Empty():
		case out.Empty():
			out = p
		default:
			out.ZH, out.EN = out.ZH+"\n"+p.ZH, out.EN+"\n"+p.EN
		}
	}
	return out
}

// Sentence gives an error as people are told it.
func Sentence(err error) text.Pair {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Say
	}
	var p *form.ParseError
	if errors.As(err, &p) {
		return p.Say
	}
	return text.TuiFailed.With(err.Error())
}

// Between separates the members of a list.
func Between(l text.Lang) string { return text.Pair{ZH: "、", EN: ", "}.In(l) }
