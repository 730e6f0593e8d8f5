package plain_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"yice/entry"
	"yice/examples"
	"yice/plain"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// person answers what is asked: every question is heard whole before the answer is given.
type person struct {
	t     *testing.T
	heard strings.Builder
	// answer is called with the question and gives the answer, or false where the input ends.
	answer func(question string) (string, bool)
	rest   string
	ended  bool
}

func (p *person) Write(b []byte) (int, error) { return p.heard.Write(b) }

func (p *person) Read(b []byte) (int, error) {
	if p.rest == "" && !p.ended {
		all := p.heard.String()
		question := all[strings.LastIndexByte(strings.TrimRight(all, "\n"), '\n')+1:]
		if n := columns(question); n > 39 { // a braille line but for the cursor's cell
			p.t.Errorf("a question takes %d cells: %s", n, question)
		}
		said, ok := p.answer(question)
		p.ended = !ok
		if ok {
			p.rest = said + "\n"
		}
	}
	if p.rest == "" {
		return 0, os.ErrClosed
	}
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

// columns are those that a terminal gives a text: an ideograph takes two.
func columns(s string) (n int) {
	for _, r := range s {
		if n++; r >= 0x2e80 {
			n++
		}
	}
	return n
}

// inTurn gives answers one after the other, then ends the input.
func inTurn(answers ...string) func(string) (string, bool) {
	return func(string) (string, bool) {
		if len(answers) == 0 {
			return "", false
		}
		a := answers[0]
		answers = answers[1:]
		return a, true
	}
}

func template(year int) (*scoring.Pack, bool) {
	source, _ := examples.Pack(examples.Year)
	base, err := scoring.Load(source)
	if err != nil || year == examples.Year {
		return base, err == nil
	}
	if source, err = scoring.NewFrom(base, year); err != nil {
		return nil, false
	}
	p, err := scoring.Load(source)
	return p, err == nil
}

// run has a person do the job on a day, and gives all that was heard.
func run(t *testing.T, path string, day time.Time, answer func(string) (string, bool), change ...func(*plain.Options)) string {
	t.Helper()
	p := &person{t: t, answer: answer}
	var asked atomic.Int64 // every look at the clock is a second later, however busy the machine is
	now := func() time.Time { return day.Add(time.Duration(asked.Add(1)) * time.Second) }
	in := &ending{p}
	o := plain.Options{
		In: in, Out: p, Lang: text.ZH, Echo: true, Path: path, Template: template, Now: now,
		Open: func(path string) (*store.Workspace, error) { return store.Open(path, store.Options{Now: now}) },
		Who:  func(*store.Workspace) string { return "甲" },
		TakePack: func(_ *store.Workspace, path string) (text.Pair, error) {
			_, err := os.ReadFile(path)
			return text.Pair{}, err
		},
	}
	for _, c := range change {
		c(&o)
	}
	if err := plain.Run(context.Background(), o); err != nil {
		t.Fatalf("%v\n%s", err, p.heard.String())
	}
	heard := p.heard.String()
	if strings.ContainsAny(heard, "\x1b\r\t") {
		t.Errorf("something in the lines steers a terminal:\n%q", heard)
	}
	return heard
}

// ending turns the person's last word into the end of the input.
type ending struct{ p *person }

func (e *ending) Read(b []byte) (int, error) {
	n, err := e.p.Read(b)
	if n == 0 && err != nil {
		return 0, io.EOF
	}
	return n, nil
}

// made makes a workspace by answers and gives its path.
func made(t *testing.T, year string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.yice")
	heard := run(t, "", time.Date(2026, 6, 30, 9, 0, 0, 0, time.Local), inTurn("新建", "示例水务", "91150200MA0BT0013C", "gnx", "", "", year, path, "."))
	if !strings.Contains(heard, "已建立 "+path) {
		t.Fatal(heard)
	}
	return path
}

// session opens what was left behind.
func session(t *testing.T, path string, year int) *entry.Session {
	t.Helper()
	w, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	s, err := entry.Open(w, "91150200MA0BT0013C", year, entry.Options{Template: template})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func hears(t *testing.T, heard string, texts ...string) {
	t.Helper()
	for _, s := range texts {
		if !strings.Contains(heard, s) {
			t.Errorf("%q was not heard:\n%s", s, heard)
		}
	}
}

// asked gives answers in turn, each to the question it is for: "a part of the question|the answer".
func asked(t *testing.T, turns ...string) func(string) (string, bool) {
	t.Helper()
	return func(question string) (string, bool) {
		if len(turns) == 0 {
			return "", false
		}
		part, answer, _ := strings.Cut(turns[0], "|")
		if !strings.Contains(question, part) {
			t.Errorf("%q was expected to be asked, and %q was", part, question)
			return "", false
		}
		turns = turns[1:]
		return answer, true
	}
}

// The whole main job, a line at a time: a workspace from nothing, rows of forms, what is wrong explained, the score and where it
// comes from, three signatures, a key, the seal, and the next year.
func TestTheWholeJobInLines(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	january := time.Date(2027, 1, 15, 9, 0, 0, 0, time.Local)
	heard := run(t, path, january, asked(t,
		"退出|1", "返回|年度指标", "营业收入|76000", "主营业务收入|70000", "利润总额|3200", "工资总额|5200",
		"绩效工资总额|", "绩效工资中已单列|", "研发预算|", "投资计划|", "经认定|", "科研机构绩效|", "截至月份|202612", "研发人员合计|.",
		"返回|研发投入台账", "添一条|+",
		"日期|0405", "凭证号|记-0001", "摘要|试验材料", "费用类别|9", "支出类型|fyh", "资金来源|57", "活动类型|yyyj", "金额|1200万",
		"日期，必填，上一条 2026-04-05|=", "凭证号|+", "摘要|=", "金额|350万",
		"日期|.", "添一条|.",
		"返回|zl", "添一条|+", "申请号|zl 2022 1 0253006.5", "专利名称|.", "添一条|.", // a patent that is left half
		"返回|制度与机制", "添一条|1", "是否落实|是", "文号|示例发〔2026〕1号", "日期|20260301", "添一条|.",
		"返回|.", "退出|得分", "返回|1", "返回|.", "退出|.",
	))
	hears(t, heard, "读作 76,000.00 万元，即 7.60 亿元", "读作 2026-04-05", "读作 12,000,000.00 元，即 1,200.00 万元", "记-0002", "总分 0.00，现在 ", "202210253006.4", "算式：", "已存盘")
	s := session(t, path, 2026)
	if got := s.Sheet().Line("rd_intensity").ValueText; got != "2.04%" {
		t.Errorf("the intensity is %s", got)
	}
	if len(s.Records(s.Forms().ByID("patent"))) != 1 {
		t.Error("the half patent is lost")
	}

	// The half patent is taken out, what is left is explained, then it is signed and sealed.
	zip := filepath.Join(filepath.Dir(path), "out.zip")
	explaining := false
	rest := asked(t, "退出|报送",
		"返回|1", "填表人的姓名|示例甲", "签字用的密钥文件|", "返回|1", "统计负责人的姓名|示例乙", "签字用的密钥文件|", "返回|1", "单位负责人的姓名|示例丙", "签字用的密钥文件|",
		"返回|3", "签名密钥文件|+", "密钥存放到|", "口令|一句口令", "口令|一句口令", "报送文件存放到|"+zip, "（1 是，0 或回车 不）|1", "口令|一句口令",
		"返回|2", "（1 是，0 或回车 不）|1", "退出|.")
	first := inTurn("1", "zl", "-1", "1", ".", ".", "审核")
	heard = run(t, path, january, func(q string) (string, bool) {
		if answer, ok := first(q); ok {
			return answer, true
		}
		switch {
		case strings.Contains(q, "改第几条"):
			explaining = true
			return "1", true
		case strings.HasPrefix(q, "原因"):
			explaining = false
			return "已经核实，与账面一致，凭证齐全", true
		case explaining:
			return "2", true
		}
		return rest(q)
	})
	hears(t, heard, "没有要改、要说明的", "填表人 示例甲 已签字", "单位负责人 示例丙 已签字", "已生成 "+zip, "2027 年度")
	if strings.Contains(heard, "一句口令") {
		t.Error("the passphrase is written out")
	}
	if _, err := os.Stat(zip); err != nil {
		t.Error(err)
	}
	if !session(t, path, 2026).Locked() {
		t.Error("the year is not locked")
	}
	// A sealed year refuses a figure, in words, and goes on.
	heard = run(t, path, january, inTurn("换年度", "1", "1", "年度指标", "1", ".", "."))
	hears(t, heard, "2026 年度，已封存", "不行：", "解封")
}

// The end of the input in the midst of a record loses nothing that was answered.
func TestTheEndOfTheInputLosesNothing(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	run(t, path, time.Date(2026, 6, 30, 9, 0, 0, 0, time.Local), inTurn("1", "研发投入台账", "+", "0405", "记-0001"))
	s := session(t, path, 2026)
	v, err := s.View(context.Background(), s.Forms().ByID("spend"), store.Query{}, nil)
	if err != nil || v.Len() != 1 {
		t.Fatal("the line is lost", err)
	}
	rows, err := v.Rows(0, 1)
	if err != nil || rows[0].Str("voucher") != "记-0001" {
		t.Fatal(rows, err)
	}
}

// Digits in a list with statistical numbers are those numbers and no others; what fits no record makes none; what steers a terminal
// is told harmlessly.
func TestAnAnswerMeansOneThing(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	heard := run(t, path, time.Date(2026, 6, 30, 9, 0, 0, 0, time.Local), asked(t, "退出|1", "返回|研发投入台账", "添一条|+",
		"日期|*", "日期|0405", "凭证号|记-\x1b[31m1", "凭证号|", "摘要|材料", "科技项目|没有的项目", "费用类别|1", "费用类别|8", "辅助账明细|.", "添一条|."))
	hears(t, heard, "找不到", "「1」不在可选项里", "读作 人员人工")
	s := session(t, path, 2026)
	if n := len(s.Records(s.Forms().ByID("project"))); n != 0 {
		t.Errorf("%d projects were made of an answer", n)
	}
}

// A line far too long is not taken, is said, and the question stands.
func TestALineTooLongIsNotTaken(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	heard := run(t, path, time.Date(2026, 6, 30, 9, 0, 0, 0, time.Local), inTurn("1", "年度指标", strings.Repeat("9", 200_000), "38000", "."))
	hears(t, heard, "没有采用", "读作 38,000.00 万元")
}
