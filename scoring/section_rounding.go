package scoring

import "yice/text"

// roundingSection is how lines are brought to their places.
var roundingSection = declare(sectionOf[*Pack]{
	key: "rounding", must: must, title: text.PackSayRounding,
	says: []parameter[*Pack]{
		{key: "line_decimals", is: isNumber, hint: text.HintLineDecimals, must: must, title: text.PackSayLineDecimals, rule: ruleDecimals, at: func(p *Pack) any { return &p.LineDecimals }},
		{key: "money_decimals", is: isNumber, hint: text.HintMoneyDecimals, must: must, title: text.PackSayMoneyDecimals, rule: ruleDecimals, at: func(p *Pack) any { return &p.MoneyDecimals }},
		{key: "mode", is: isWord, hint: text.HintMode, must: must, title: text.PackSayMode, sets: "half_even", at: func(p *Pack) any { return &p.HalfEven }, words: []option{
			{"half_up", text.Pair{ZH: "四舍五入", EN: "half away from zero"}},
			{"half_even", text.Pair{ZH: "四舍六入五成双（GB/T 8170）", EN: "half to even (GB/T 8170)"}},
		}},
	},
})
