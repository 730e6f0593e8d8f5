package book

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"yice/text"
)

// fewestMeaningful is how many meaningful characters a reason must have once the empty phrases are taken out.
const fewestMeaningful = 6

// Hollow reports whether a reason says nothing: an empty phrase, one character over and over, or too little. say tells
// the writer what is wanted instead.
func Hollow(words string) (say text.Pair, hollow bool) {
	bare := meaningful(words)
	kinds := make(map[rune]bool)
	n := 0
	for _, r := range bare {
		kinds[r] = true
		n++
	}
	if n < fewestMeaningful || len(kinds) < fewestMeaningful/2+1 {
		return text.EntryReasonHollow.With(fewestMeaningful), true
	}
	return text.Pair{}, false
}

// meaningful keeps letters and digits, full-width ones as half-width and all in lower case, and takes out what is empty:
// phrases in Chinese, words in English.
func meaningful(s string) string {
	var words []string
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		word = strings.ToLower(strings.Map(halfWidth, word))
		if !slices.Contains(hollowWords, word) {
			words = append(words, word)
		}
	}
	bare := strings.Join(words, "")
	for _, phrase := range hollowPhrases {
		bare = strings.ReplaceAll(bare, phrase, "")
	}
	return bare
}

func halfWidth(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// hollowPhrases say that somebody looked, and not why the figure is right. Longest first, so that what is left of one
// is not taken for content.
var hollowPhrases = longestFirst([]string{
	"核实无误", "经核实", "已核实", "核实", "情况属实", "属实", "数据无误", "数据准确", "数据真实", "数据正确", "数据", "填报无误", "填报", "无误", "准确无误",
	"真实准确", "真实有效", "没有问题", "没问题", "无问题", "问题", "无异常", "没有异常", "正常情况", "情况正常", "一切正常", "数据正常", "正常", "确认无误", "已确认",
	"确认", "已检查", "检查无误", "检查", "审核通过", "已审核", "审核无误", "审核", "同意", "通过", "特此说明", "情况说明", "说明如下", "如实填报", "实际情况如此", "实际情况", "实际如此",
	"符合实际", "符合要求", "以上", "不需要说明", "无需说明", "无说明", "不详", "同上", "已知", "知道了", "收到", "好的", "是的", "可以", "正确", "准确", "真实", "没有", "暂无", "无",
	"测试", "情况", "如此", "经过", "我们", "本单位", "均", "已经", "完全", "全部",
})

var hollowWords = []string{
	"ok", "okay", "yes", "no", "fine", "problem", "problems", "verified", "checked", "confirmed", "correct", "as", "is", "it", "see", "above",
	"none", "na", "n", "a", "test", "this", "that", "the", "all", "good", "alright", "right", "true", "and", "data", "figure", "figures", "nothing", "wrong", "error", "errors",
}

func longestFirst(list []string) []string {
	slices.SortStableFunc(list, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return list
}
