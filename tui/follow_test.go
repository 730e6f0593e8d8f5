package tui

import (
	"strings"
	"testing"

	"yice/tui/keying"
)

// A line of the same kind for the same thing needs its number and its amount; of another kind it takes the codes of the newest of that
// kind, not those of the line above; what was keyed by hand stays.
func TestALineFollowsFromThoseBefore(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>", "<home>")
	g := d.m.Top().(*keying.TableScreen).Grid
	on := func(field string) {
		t.Helper()
		if f := g.Field().ID; f != field {
			t.Fatalf("the cursor is on %s, not on %s", f, field)
		}
	}
	// The first line is all by hand: its kind is known, its project is not.
	d.press("1205", "<enter>", "记-9001", "<enter>", "zxjc").sees("在线监测仪器折旧", "就写“zxjc”").press("<enter>").sees("照最近一笔“在线监测仪器折旧”填了")
	on("project")
	d.press("P1", "<enter>")
	on("amount") // there was such a line for that project
	g.Show("treatment")
	d.press("2", "<enter>")
	g.Show("activity")
	d.press("syfz", "<enter>")
	d.has("spend", "voucher=记-9001", "category=折旧与长期待摊", "treatment=资本化", "source=企业自筹", "activity=试验发展", "project=P1")
	on("amount")
	d.press("100", "<enter>")

	// One more of it: one key, and the amount. Nobody is told what is still empty in the row being keyed; whoever leaves it so, is.
	on("voucher")
	d.press("<ctrl+r>").misses("必填，还空着")
	on("amount")
	d.press("<up>", "<down>").sees("必填，还空着")
	d.press("200", "<enter>").has("spend", "voucher=记-9002", "date=2023-12-05", "summary=在线监测仪器折旧", "project=P1", "category=折旧与长期待摊", "treatment=资本化", "amount=200.00")

	// A day alone is of the month before it; field by field, Enter passes what is as above.
	d.press("<shift+tab>", "7", "<enter>")
	on("voucher")
	d.press("+", "<enter>")
	on("summary")
	d.press("<ctrl+d>")
	on("amount")
	d.press("300", "<enter>").has("spend", "voucher=记-9003", "date=2023-12-07", "treatment=资本化", "project=P1", "amount=300.00")

	// Another kind for the same project: as the newest line of both was, not as the one above.
	d.press("+", "<enter>", "yfry", "<enter>")
	on("project")
	d.press("<enter>")
	on("amount")
	d.press("400", "<enter>").has("spend", "voucher=记-9004", "summary=研发人员工资及社保", "project=P1", "category=人员人工", "treatment=费用化")

	// What was keyed by hand stays; one's own words stay one's own, and nothing is guessed of a kind that is not known.
	d.press("+", "<enter>", "第一次买的东西", "<enter>").misses("照最近一笔")
	on("project")
	d.press("<enter>")
	on("category")
	d.press("其他", "<enter>")
	on("amount")
	d.press("<ctrl+home>")
}

// A commissioned line's names do not go over to a line of another kind.
func TestANameDoesNotFollow(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>")
	rows := d.stored("spend")
	if last := rows[len(rows)-1]; !strings.Contains(last, "counterparty_name=") {
		t.Fatalf("the example ends otherwise: %s", last)
	}
	d.press("<down>", "<home>", "1230", "<enter>", "记-9001", "<enter>", "研发人员工资及社保", "<enter>")
	d.has("spend", "voucher=记-9001", "category=人员人工")
	for _, r := range d.stored("spend") {
		if strings.Contains(r, "记-9001") && strings.Contains(r, "counterparty") {
			t.Error(r)
		}
	}
}

// Enter keeps a text as it was typed where no letters spell one of before, and where it is asked to.
func TestATextOfOnesOwn(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>", "<home>", "1230", "<enter>", "记-9001", "<enter>")
	d.press("研发").sees("研发人员工资及社保").press("<enter>").has("spend", "voucher=记-9001", "summary=研发")
	d.press("<shift+tab>", "yfry", "<down>", "<enter>").has("spend", "voucher=记-9001", "summary=yfry")
	d.press("<shift+tab>", "研发", "<down>", "<enter>").has("spend", "voucher=记-9001", "summary=研发人员工资及社保")
}
