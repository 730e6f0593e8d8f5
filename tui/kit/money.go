package kit

import "yice/form"

// Wan shows 分 as 万元 with two decimals, half away from zero.
func Wan(fen int64) string { return form.InWan(fen) }

// Yuan is a sum of 分 as people read it, in the unit that ledgers are kept in.
func Yuan(fen int64) string {
	return Group(form.ByID("spend").Field("amount").Show(form.N(fen)))
}
