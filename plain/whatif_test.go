package plain_test

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"yice/entry"
	"yice/filing"
	"yice/store"
)

// worked is a copy of the worked enterprise: its files taken in.
func worked(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.yice")
	w, err := store.Create(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, year := range []int{2022, 2023} {
		s, err := entry.Open(w, "91150200MA0BT0013C", year, entry.Options{Template: template, Create: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := filing.ImportFolder(context.Background(), s, filepath.Join("..", "examples", "golden-2023", strconv.Itoa(year)), filing.ImportOptions{}); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// Things are supposed one after the other, each heard with what it would do and why, taken back and forgotten: nothing is written.
func TestWhatIfByLines(t *testing.T) {
	t.Parallel()
	path := worked(t)
	s := session(t, path, 2023)
	was, head := s.Totals(), historyHead(t, path)
	heard := run(t, path, june, asked(t,
		"退出|试算", "返回|1", "研发投入|?", "研发投入|六十二", "研发投入|0.0000001", "研发投入|+120",
		"返回|3", "发明专利|1.5", "发明专利|1",
		"返回|试改后的得分", "返回|1", "返回|.",
		"返回|撤销上一处试改", "返回|撤销上一处试改", "返回|撤销上一处试改",
		"返回|1", "研发投入|", "返回|1", "研发投入|-9亿", "返回|去掉全部", "返回|.", "退出|."))
	hears(t, heard, "数据一个也不改", "研发投入，现在 1,320.00 万元", "不是写改成多少", "没有这么细的数",
		"试改 研发投入：+120.00 万元", "创新指标分 多 2.67 分，由 82.58 分 变为 85.25 分", "研发投入强度：", "考核利润 多 180.00 万元，由 4,445.00 万元 变为 4,625.00 万元", "考核利润净额（扣研发费用）：4,505.00 万元", "研发投入加回：已确认 1,255.00 万元", "发明专利：+1 件", "最多到 ", "得分不变", "这里没有可撤销的试改")
	if n := strings.Count(heard, "只是试算，什么都没有写入"); n < 3 {
		t.Errorf("it was said %d times that nothing is written:\n%s", n, heard)
	}
	s = session(t, path, 2023)
	if now := s.Totals(); now.Innovation != was.Innovation || now.Bonus != was.Bonus || historyHead(t, path) != head {
		t.Errorf("something was written: %v, %v", was, now)
	}
}

// Any cell of a form but the ledger's lines is supposed too, beside the levers, refused as it would be refused in keying, and taken back.
func TestACellIsSupposedByLines(t *testing.T) {
	t.Parallel()
	path := worked(t)
	head := historyHead(t, path)
	heard := run(t, path, june, asked(t,
		"退出|试算", "返回|别的", "返回|年度指标", "返回|营业收入", "试改为|很多", "试改为|40000",
		"返回|别的", "返回|专利", "返回|1", "返回|专利类型", "试改为|实用新型",
		"返回|撤销上一处试改", "返回|.", "退出|."))
	hears(t, heard, "试改 年度指标，营业收入", "研发投入强度：", "试改 专利，", "只是试算，什么都没有写入")
	if now := historyHead(t, path); now != head {
		t.Errorf("something was written:\n%s", heard)
	}
}

func historyHead(t *testing.T, path string) string {
	t.Helper()
	w, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	head, err := w.HistoryHead()
	if err != nil {
		t.Fatal(err)
	}
	return head
}

// What the money went to is told from every side, a part of it by quarter and month, a month by the other sides; the months of a part and
// the parts of a month come to it.
func TestSpendingByLines(t *testing.T) {
	t.Parallel()
	path := worked(t)
	heard := run(t, path, june, asked(t, "退出|支出构成", "返回|类别", "返回|直接投入", "返回|.", "返回|月份", "返回|3", "返回|.", "返回|.", "退出|."))
	hears(t, heard, "全年 1,320.00 万元，179 笔", "上年 1,150.00 万元", "1、直接投入 230.42 万元，占比 17.46%",
		"1 季度 82.94 万元，1 月 21.98，2 月 7.60，3 月 53.36", "4 季度 54.71 万元", "3、3 月 138.84 万元，占比 10.52%", "直接投入 53.36 万元，占比 38.43%", "不属于研发平台 ")
	empty := filepath.Join(t.TempDir(), "empty.yice")
	w, err := store.Create(empty, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := entry.Open(w, "91150200MA0BT0013C", 2023, entry.Options{Template: template, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Close(), w.Close()); err != nil {
		t.Fatal(err)
	}
	hears(t, run(t, empty, june, asked(t, "退出|支出构成", "退出|.")), "台账还没有行")
}
