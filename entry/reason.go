package entry

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yice/form"
	"yice/store"
	"yice/text"
)

// A 核实性 finding stands with a written reason. The reason is bound to what the finding said when it was written: when
// the figures change, the sentence does, and the reason has to be given again.

const noteReason = "reason"

// reason is what somebody wrote, and the fingerprint of what it explains.
type reason struct{ words, print string }

// A note holds the words first, for people who read the history, then the fingerprint in brackets of its own.
const (
	printOpen  = "\n〔"
	printClose = "〕"
)

func (r reason) note() string { return r.words + printOpen + r.print + printClose }

func parseReason(note string) reason {
	at := strings.LastIndex(note, printOpen)
	if at < 0 || !strings.HasSuffix(note, printClose) {
		return reason{words: note}
	}
	return reason{note[:at], strings.TrimSuffix(note[at+len(printOpen):], printClose)}
}

// fingerprint binds a reason to the sentences of the findings it explains.
func fingerprint(messages []string) string {
	slices.Sort(messages)
	sum := sha256.Sum256([]byte(strings.Join(messages, "\x00")))
	return hex.EncodeToString(sum[:8])
}

func (s *Session) loadReasons(book store.Book) (map[string]reason, error) {
	notes, err := s.w.Notes(book, noteReason)
	if err != nil {
		return nil, err
	}
	all := make(map[string]reason, len(notes))
	for _, n := range notes {
		all[n.ID] = parseReason(n.Text)
	}
	return all, nil
}

// explain fills in the reasons that were written, and whether they still stand.
func (st *state) explain(all []form.Finding) {
	if len(st.reasons) == 0 {
		return
	}
	said := make(map[string][]string)
	for i := range all {
		if id := FindingID(all[i]); all[i].Severity == form.Verify && st.reasons[id].words != "" {
			said[id] = append(said[id], all[i].Message.ZH)
		}
	}
	stands := make(map[string]bool, len(said))
	for id, messages := range said {
		stands[id] = st.reasons[id].print == fingerprint(messages)
	}
	for i := range all {
		id := FindingID(all[i])
		if _, ok := said[id]; ok && all[i].Severity == form.Verify {
			all[i].Reason, all[i].Explained = st.reasons[id].words, stands[id]
		}
	}
}

// longestReason is what a reason may have, in characters.
const longestReason = 2000

// Reason writes the reason of a 核实性 finding; an empty phrase (核实无误 …) is refused; "" takes it back. Faults:
// entry.no-finding, entry.reason-must, entry.reason-hollow, entry.too-long, and store.locked for a sealed year.
func (s *Session) Reason(findingID, words string) error {
	if at, ok := parseFindingID(findingID); ok && isDeep(at.Check) {
		if err := s.CheckDeep(context.Background()); err != nil {
			return err
		}
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	st := s.now.Load()
	words = tidy(words)
	if words == "" {
		return s.writeReason(st, findingID, reason{})
	}
	messages, severity := s.saying(st, findingID)
	switch {
	case len(messages) == 0:
		return fault("entry.no-finding", text.Usage, text.EntryNoFinding.With(clip(findingID)))
	case severity == form.Must:
		return fault("entry.reason-must", text.Usage, text.EntryReasonMust)
	case utf8.RuneCountInString(words) > longestReason:
		return fault("entry.too-long", text.Usage, text.EntryReasonLong.With(longestReason))
	}
	if why, hollow := Hollow(words); hollow {
		return fault("entry.reason-hollow", text.Usage, why)
	}
	return s.writeReason(st, findingID, reason{words, fingerprint(messages)})
}

func (s *Session) writeReason(st *state, id string, r reason) error {
	note := store.Note{Kind: noteReason, ID: id, Who: s.o.Who, At: s.o.Now()}
	if r.words != "" {
		note.Text = r.note()
	} else if st.reasons[id].words == "" {
		return nil
	}
	if err := s.w.PutNote(st.book, note); err != nil {
		return err
	}
	next := st.with()
	next.reasons = make(map[string]reason, len(st.reasons)+1)
	for k, v := range st.reasons {
		next.reasons[k] = v
	}
	delete(next.reasons, id)
	if r.words != "" {
		next.reasons[id] = r
	}
	next.signed = false
	next.judge()
	s.now.Store(next)
	return nil
}

// saying gives the sentences a finding's id stands for now; a ledger line beyond those listed is looked at by itself.
func (s *Session) saying(st *state, id string) (messages []string, severity form.Severity) {
	take := func(all []form.Finding) {
		for i := range all {
			if FindingID(all[i]) == id {
				messages, severity = append(messages, all[i].Message.ZH), all[i].Severity
			}
		}
	}
	take(st.judged().list)
	if len(messages) > 0 {
		return messages, severity
	}
	at, ok := parseFindingID(id)
	if f := form.ByID(at.Form); ok && f != nil && f.Scope == form.Ledger && at.Row > 0 {
		if r, err := s.line(f, at.Row); err == nil && r != nil {
			take(checkRow(r, st.book.Year))
			if len(messages) > 0 {
				st.flags.also(at.Row, checkRow(r, st.book.Year))
			}
		}
	}
	return messages, severity
}

// tidy brings a reason to plain text: no control characters, no blank at the ends.
func tidy(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSpace(form.Printable(strings.ReplaceAll(l, "\t", " "), len(l)))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

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
