package plain

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// errBack is "." given as an answer: one step back. errHome is "..": back to what there is to do.
var (
	errBack = errors.New("back")
	errHome = errors.New("home")
)

// Answers that mean something wherever a question is asked.
const (
	sayBack = "."
	sayHome = ".."
	sayHelp = "?"
)

// signs are the signs that answers are made of as an input method for Chinese writes them.
var signs = strings.NewReplacer("。", ".", "．", ".", "？", "?", "＜", "<", "《", "<", "－", "-", "＝", "=", "＋", "+", "＊", "*", "＃", "#", "＠", "@", "／", "/",
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")

// meantSign takes an answer of signs alone, or of one sign and a number, for what is meant, in whatever width it was written.
func meantSign(answer string) string {
	if narrow := signs.Replace(answer); narrow != answer && strings.Trim(strings.TrimLeft(narrow, ".?<-=+*#@/"), "0123456789") == "" {
		return narrow
	}
	return answer
}

// longestLine bounds an answer, in bytes: a file sent in by mistake is not taken for one.
const longestLine = 64 << 10

// talk asks and tells: lines go out, lines come in.
type talk struct {
	ctx    context.Context
	in     *bufio.Reader
	out    io.Writer
	lang   text.Lang
	echo   bool
	secret func(text.Pair) (string, bool, error)
	broken error             // what kept a line from being written
	hinted string            // the ways on that were told last
	told   map[text.Pair]int // how many choices of a question were listed
}

// isHelp reports that an answer asks what the question is about.
func isHelp(answer string) bool { return answer == sayHelp }

func newTalk(ctx context.Context, o Options) *talk {
	return &talk{ctx: ctx, in: bufio.NewReaderSize(o.In, longestLine), out: o.Out, lang: o.Lang.OnScreen(), echo: o.Echo, secret: o.Secret, told: map[text.Pair]int{}}
}

// put writes as it is; what cannot be written ends the job.
func (t *talk) put(s string) {
	if t.broken == nil {
		_, t.broken = io.WriteString(t.out, s)
	}
}

// line writes one line, with nothing in it that could steer a terminal.
func (t *talk) line(s string) { t.put(text.Harmless(s) + "\n") }

// say tells a sentence; one of several lines is told line by line.
func (t *talk) say(p text.Pair) {
	if p.Empty() {
		return
	}
	for _, l := range strings.Split(text.InLines(p.In(t.lang)), "\n") {
		t.line(l)
	}
}

// aloud tells a sentence of figures: signs that would be passed over are words.
func (t *talk) aloud(p text.Pair) { t.say(text.Aloud(p)) }

// fail tells what went wrong; of a policy pack everything.
func (t *talk) fail(err error) {
	var all scoring.PackErrors
	if errors.As(err, &all) {
		lines := all.Lines(t.lang)
		for _, l := range lines[:min(len(lines), listed)] {
			t.say(text.PlainWrong.With(l))
		}
		if more := len(lines) - listed; more > 0 {
			t.say(text.PlainMoreChanges.With(more))
		}
		return
	}
	t.say(text.PlainWrong.With(sentence(err)))
}

// failFirst tells why an answer is refused: of a policy pack the first reason, without where it stands in a file nobody has.
func (t *talk) failFirst(err error) {
	var all scoring.PackErrors
	if errors.As(err, &all) && len(all) > 0 {
		t.say(text.PlainWrong.With(all[0].Say))
		return
	}
	t.fail(err)
}

// sentence gives an error as people are told it.
func sentence(err error) text.Pair {
	var f *text.Fault
	var p *form.ParseError
	switch {
	case errors.As(err, &f):
		return f.Say
	case errors.As(err, &p):
		return p.Say
	}
	return text.TuiFailed.With(err.Error())
}

// ask asks for one line: its answer without blanks at the ends, errBack for ".", io.EOF where the input has ended. "?" tells the whole
// question again.
func (t *talk) ask(question text.Pair) (string, error) {
	for {
		answer, err := t.askOr(question)
		if err != nil || !isHelp(answer) {
			return answer, err
		}
		t.again(question, text.PlainAnswerHelp)
	}
}

// again tells a question whole, with its ways on, and what helps to answer it.
func (t *talk) again(question, help text.Pair) {
	t.say(question)
	t.say(help)
}

// askOr is ask for those who have an explanation of their own: "?" is given to them.
func (t *talk) askOr(question text.Pair) (string, error) {
	if t.broken != nil {
		return "", t.broken
	}
	for {
		t.put(text.Harmless(t.short(text.InLines(text.PlainAsk.With(question).In(t.lang)))))
		answer, err := t.read()
		if errors.Is(err, bufio.ErrBufferFull) {
			if t.echo {
				t.put("\n") // it is not echoed
			}
			t.say(text.PlainLong.With(longestLine >> 10))
			continue
		}
		if err != nil {
			t.put("\n")
			return "", err
		}
		if t.echo {
			t.line(answer)
		}
		switch answer = meantSign(answer); answer {
		case sayBack:
			return "", errBack
		case sayHome:
			return "", errHome
		}
		return answer, nil
	}
}

// cells are those of a braille line but for the cursor's: the question stands whole on it. A reader of the terminal shows the part of the line
// that the cursor is in, and counts an ideograph as two.
const cells = 39

func columns(s string) (n int) {
	for _, r := range s {
		if n++; r >= 0x2e80 {
			n++
		}
	}
	return n
}

// short gives a question that is longer than a braille line as one that fits. What it says of the ways on is told in a line before, unless that
// was told last and offers nothing that Enter takes. Where that is not enough the question is a line of its own, and of it is asked what
// fits: of one of yes or no its end, of another its beginning.
func (t *talk) short(question string) string {
	if columns(question) <= cells {
		return question
	}
	if at := strings.LastIndex(question, text.PlainYesNoTail.In(t.lang)); at >= 0 {
		return t.ended(question, at)
	}
	question, hint := unhinted(question)
	if hint != "" && (hint != t.hinted || strings.HasPrefix(hint, text.PlainTakes.In(t.lang))) {
		t.hinted = hint
		t.line(hint)
	}
	if columns(question) <= cells {
		return question
	}
	colon := text.PlainAsk.With("").In(t.lang)
	question = strings.TrimSuffix(question, colon)
	t.line(question)
	begun := ""
	for _, at := range pauses(question) {
		if part := strings.TrimRight(question[:at.from], " ") + colon; columns(part) <= cells {
			begun = part
		}
	}
	if begun == "" {
		begun = text.PlainAnswer.In(t.lang) + colon
	}
	return begun
}

// ended gives the last clause of a question of yes or no, whose answers stand at tail, after telling all before them as a line; the answers
// alone where the clause is too long, or asks nothing.
func (t *talk) ended(question string, tail int) string {
	t.line(question[:tail])
	all, from := pauses(question[:tail]), -1
	for i := len(all) - 1; i >= 0 && from < 0; i-- {
		if all[i].to < tail {
			from = all[i].to
		} else if !strings.ContainsAny(question[all[i].from:all[i].to], "？?") {
			break // the last sentence is no question
		}
	}
	if from >= 0 {
		if part := strings.TrimLeft(question[from:], " "); columns(part) <= cells {
			return part
		}
	}
	return strings.TrimLeft(strings.NewReplacer("（", "", "）", "", "(", "", ")", "").Replace(question[tail:]), " ")
}

// unhinted parts a question from what it says, in brackets, of the ways on.
func unhinted(question string) (bare, hint string) {
	for _, b := range [...]struct{ open, close, back string }{{"（", "）", "句点 . "}, {" (", ")", "eriod . "}} {
		at := strings.LastIndex(question, b.back)
		if at < 0 {
			continue
		}
		from, to := strings.LastIndex(question[:at], b.open), strings.Index(question[at:], b.close)
		if from < 0 || to < 0 {
			continue
		}
		to += at
		return question[:from] + question[to+len(b.close):], question[from+len(b.open) : to]
	}
	return question, ""
}

// pause is where a sentence may be parted: what is before it ends at from, what is behind it begins at to.
type pause struct{ from, to int }

// pauses finds them: signs of a Chinese sentence, in English those before a blank.
func pauses(s string) (all []pause) {
	for i, r := range s {
		size := len(string(r))
		switch {
		case strings.ContainsRune("，；。？！：", r):
			all = append(all, pause{i, i + size})
		case strings.ContainsRune(",;.?!:", r) && (i+size == len(s) || s[i+size] == ' '):
			all = append(all, pause{i, min(i+size+1, len(s))})
		}
	}
	return all
}

// read reads one line in its own time, so that an interrupt need not wait for it. A last line without an end counts.
func (t *talk) read() (string, error) {
	type got struct {
		line []byte
		err  error
	}
	one := make(chan got, 1)
	go func() {
		b, err := t.in.ReadSlice('\n')
		for errors.Is(err, bufio.ErrBufferFull) { // the rest of what is too long
			if _, err = t.in.ReadSlice('\n'); !errors.Is(err, bufio.ErrBufferFull) {
				one <- got{nil, bufio.ErrBufferFull}
				return
			}
		}
		one <- got{append([]byte(nil), b...), err}
	}()
	select {
	case <-t.ctx.Done():
		return "", t.ctx.Err()
	case g := <-one:
		if g.err != nil && (len(g.line) == 0 || !errors.Is(g.err, io.EOF)) {
			return "", g.err
		}
		return strings.TrimSpace(strings.ToValidUTF8(string(g.line), "\uFFFD")), nil
	}
}

// need asks for what nothing can stand for: no answer is one step back.
func (t *talk) need(question text.Pair) (string, error) { return t.propose(question, "") }

// propose asks, and takes what is proposed where nothing is answered.
func (t *talk) propose(question text.Pair, proposed string) (string, error) {
	for {
		answer, err := t.proposeOr(question, proposed)
		if err != nil || !isHelp(answer) {
			return answer, err
		}
		t.again(offered(question, proposed), text.PlainAnswerHelp)
	}
}

// proposeOr is propose for those who have an explanation of their own.
func (t *talk) proposeOr(question text.Pair, proposed string) (string, error) {
	answer, err := t.askOr(offered(question, proposed))
	if err == nil && answer == "" {
		if answer = proposed; answer == "" {
			err = errBack
		}
	}
	return answer, err
}

// offered is a question with what Enter takes.
func offered(question text.Pair, proposed string) text.Pair {
	if proposed == "" {
		return text.PlainOrBack.With(question)
	}
	return text.PlainDefault.With(question, proposed)
}

// password asks for what is not to be shown. From what is no terminal it is read as any line, and never echoed.
func (t *talk) password(question text.Pair) (string, error) {
	if t.secret != nil && t.in.Buffered() == 0 {
		if word, ok, err := t.secret(question); ok || err != nil {
			return word, err
		}
	}
	echo := t.echo
	t.echo = false
	defer func() { t.echo = echo }()
	word, err := t.askOr(question)
	if echo {
		t.put("\n")
	}
	return word, err
}

// yes asks a question of yes or no until it is answered.
func (t *talk) yes(question text.Pair) (bool, error) {
	yes, _, err := t.yesOr(question, "")
	return yes, err
}

// yesOr is yes with one more answer; "" for none.
func (t *talk) yesOr(question text.Pair, also string) (yes, other bool, err error) {
	for {
		answer, err := t.ask(text.PlainYesNo.With(question))
		if err != nil {
			return false, false, err
		}
		switch strings.ToLower(answer) {
		case "1", "是", "y", "yes", "s", "shi":
			return true, false, nil
		case "0", "否", "n", "no", "f", "fou", "":
			return false, false, nil
		case also:
			return false, true, nil
		}
		t.say(text.PlainYesNoHow)
	}
}

// choose lists what there is and asks for one: its number, the beginning of its title or of its pinyin, else a part of it. leave says what
// "." does. A list is told a page at a time, and Enter goes on. One that was told before is not told again, for it is heard and not seen:
// "?" tells it.
func (t *talk) choose(question text.Pair, all []text.Pair, leave text.Pair) (int, error) {
	next := 0 // the first that the next page tells
	list := func() {
		to := min(next+listed, len(all))
		for i := next; i < to; i++ {
			t.aloud(text.PlainOption.With(i+1, all[i]))
		}
		if next = to; next == len(all) {
			next = 0
			return
		}
		t.say(text.PlainMoreRows.With(len(all) - next))
	}
	t.say(question)
	if t.told[question] == len(all) {
		leave = text.PlainListAgain.With(leave)
	} else {
		list()
	}
	t.told[question] = len(all)
	for {
		answer, err := t.askOr(text.PlainWhich.With(leave))
		if err != nil {
			return 0, err
		}
		if answer == "" || isHelp(answer) {
			if answer != "" {
				next = 0
			}
			list()
			continue
		}
		if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(all) {
			return n - 1, nil
		}
		switch found := named(all, answer); len(found) {
		case 1:
			return found[0], nil
		case 0:
			t.say(text.PlainNoOption.With(answer, len(all)))
		default:
			t.say(text.PlainSeveral.With(len(found)))
			for _, i := range found[:min(len(found), listed)] {
				t.aloud(text.PlainOption.With(i+1, all[i]))
			}
		}
	}
}

// named finds what an answer names: what begins with it or with the letters of its sound, else what has it within.
func named(all []text.Pair, answer string) (found []int) {
	low := strings.ToLower(answer)
	for i, p := range all {
		if strings.HasPrefix(p.ZH, answer) || strings.HasPrefix(strings.ToLower(p.EN), low) || form.Sounds(p.ZH, low, true) {
			found = append(found, i)
		}
	}
	if len(found) > 0 || strings.Trim(answer, "0123456789+-.") == "" {
		return found
	}
	for i, p := range all {
		if strings.Contains(p.ZH, answer) || strings.Contains(strings.ToLower(p.EN), low) {
			found = append(found, i)
		}
	}
	return found
}

// tellPaged tells a list by number, a page at a time: Enter goes on, "." ends it.
func (t *talk) tellPaged(all []text.Pair) error {
	for i, p := range all {
		if i > 0 && i%listed == 0 {
			if _, err := t.ask(text.PlainGoOn.With(len(all) - i)); err != nil {
				return err
			}
		}
		t.aloud(text.PlainOption.With(i+1, p))
	}
	return nil
}
