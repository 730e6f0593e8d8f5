package plain

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"yice/form"
	"yice/text"
)

// errBack is "." given as an answer: one step back.
var errBack = errors.New("back")

// Answers that mean something wherever a question is asked.
const (
	sayBack = "."
	sayHelp = "?"
)

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
	broken error              // what kept a line from being written
	told   map[text.Pair]bool // the questions whose choices were listed
}

// isHelp reports that an answer asks what the question is about, in either width.
func isHelp(answer string) bool { return answer == sayHelp || answer == "？" }

func newTalk(ctx context.Context, o Options) *talk {
	return &talk{ctx: ctx, in: bufio.NewReaderSize(o.In, longestLine), out: o.Out, lang: o.Lang.OnScreen(), echo: o.Echo, secret: o.Secret, told: map[text.Pair]bool{}}
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
	for _, l := range strings.Split(p.In(t.lang), "\n") {
		t.line(l)
	}
}

// fail tells what went wrong.
func (t *talk) fail(err error) {
	var f *text.Fault
	var p *form.ParseError
	switch {
	case errors.As(err, &f):
		t.say(text.PlainWrong.With(f.Say))
	case errors.As(err, &p):
		t.say(text.PlainWrong.With(p.Say))
	default:
		t.say(text.PlainWrong.With(text.TuiFailed.With(err.Error())))
	}
}

// ask asks for one line: its answer without blanks at the ends, errBack for ".", io.EOF where the input has ended.
func (t *talk) ask(question text.Pair) (string, error) {
	if t.broken != nil {
		return "", t.broken
	}
	t.put(text.Harmless(text.PlainAsk.With(question).In(t.lang)))
	for {
		answer, err := t.read()
		if errors.Is(err, bufio.ErrBufferFull) {
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
		if answer == sayBack {
			return "", errBack
		}
		return answer, nil
	}
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
	word, err := t.ask(question)
	if echo {
		t.put("\n")
	}
	return word, err
}

// yes asks a question of yes or no until it is answered.
func (t *talk) yes(question text.Pair) (bool, error) {
	for {
		answer, err := t.ask(text.PlainYesNo.With(question))
		if err != nil {
			return false, err
		}
		switch strings.ToLower(answer) {
		case "1", "是", "y", "yes", "s", "shi":
			return true, nil
		case "0", "否", "n", "no", "f", "fou", "":
			return false, nil
		}
		t.say(text.PlainYesNoHow)
	}
}

// choose lists what there is and asks for one: its number, the beginning of its title or of its pinyin. leave says what "." does.
// A list that was told before is not told again, for it is heard and not seen: "?" tells it.
func (t *talk) choose(question text.Pair, all []text.Pair, leave text.Pair) (int, error) {
	list := func() {
		for i, p := range all {
			t.say(text.PlainOption.With(i+1, p))
		}
	}
	t.say(question)
	if t.told[question] {
		leave = text.PlainListAgain.With(leave)
	} else {
		list()
	}
	t.told[question] = true
	for {
		answer, err := t.ask(text.PlainWhich.With(leave))
		if err != nil {
			return 0, err
		}
		if answer == "" || isHelp(answer) {
			list()
			continue
		}
		if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(all) {
			return n - 1, nil
		}
		found := -1
		for i, p := range all {
			if low := strings.ToLower(answer); strings.HasPrefix(p.ZH, answer) || strings.HasPrefix(strings.ToLower(p.EN), low) || form.Sounds(p.ZH, low, true) {
				if found >= 0 {
					found = len(all) // several: none is meant
					break
				}
				found = i
			}
		}
		if found >= 0 && found < len(all) {
			return found, nil
		}
		t.say(text.PlainNoOption.With(answer, len(all)))
	}
}
