package tui

import (
	"strings"

	"yice/text"
)

// said puts sentences one after another, as one.
func said(all ...text.Pair) text.Pair {
	zh, en := make([]string, len(all)), make([]string, len(all))
	for i, p := range all {
		zh[i], en[i] = p.ZH, p.EN
	}
	return text.Pair{ZH: strings.Join(zh, " "), EN: strings.Join(en, " ")}
}
