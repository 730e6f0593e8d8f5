package tui

import (
	"strings"
	"testing"

	"yice/scoring"
)

// A wide screen shows beside what it lists what takes another key on a narrow one: the line of the ledger that a finding is about, where
// a figure came from, what a project's money went to.
func TestAWideScreenShowsWhatIsAKeyAway(t *testing.T) {
	t.Parallel()
	d := at(t, 200, 50)
	d.form("spend").press("<end>", "<ctrl+home>", "<home>", "20240105", "<enter>").settle()
	d.press("<f3>").settle()
	d.sees("研发投入台账", "! 日期", "2024-01-05", "资金来源")
	d.press("<f12>").form("annual").press("85000", "<enter>", "<up>").settle()
	d.sees("键入", "80,000.00 → 85,000.00", "导入 annual.csv")
	d.press("<f12>", "<f9>").settle()
	d.sees("季度", "累计", "占预算", "1 季度") // the months in figures, and the quarters they come to
	d.press("6").settle()
	d.sees("P1 城市供水管网漏损智能识别关键技术研究", "280.00", "70.00%")
}

// Names of codes are whole where a table is wide, titles go on over the room of a figure that is not there, and no name is said twice.
func TestNothingIsCutWhereThereIsRoom(t *testing.T) {
	t.Parallel()
	d := at(t, 200, 50, english)
	d.sees("(profit if recognised)", "or why not yet") // what is wrong goes on in the next row
	d.form("spend").sees("commissioning and tests", "experimental development ", "Tax ledger line ", "Counterparty ")
	d.press("<f12>").form("project").sees("城市供水管网漏损智能识别关键技术研究")
	d.press("<f12>").form("checklist").sees("R&D projects in the investment plan ")
	d = at(t, 120, 36, english)
	d.sees("Invention patents granted ", "Systems and milestones ", "actual / target ", " points ")
	d.form("annual").sees("Performance pay already listed apart", "Tax saved as a high-tech enterprise ·")
	d.press("<f3>").sees("? 'opening of the smart water and ecological resources innovation centre' has no answer").misses("resources innovation centre  '")
	if d.press("<home>").sees("P1", "P2"); strings.Count(d.screen(), "Please check") != 1 { // in full below; in the list the head says where
		t.Errorf("a finding repeats where it stands:\n%s", d.screen())
	}
	d.press("<tab>").sees("No finding of this kind").misses("Enter Go", "Reason")
}

// A year of which nothing but a summary is known has no score of nothing: it is said what there is.
func TestAYearOfASummaryHasNoScore(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36, func(o *Options) {
		o.Template = func(year int) (*scoring.Pack, bool) {
			pack, err := examplePack()
			if err == nil && year != 2023 {
				var source []byte
				if source, err = scoring.NewFrom(pack, year); err == nil {
					pack, err = scoring.Load(source)
				}
			}
			return pack, err == nil
		}
	})
	d.press("<ctrl+p>", "展望", "<enter>", "<tab>", "<tab>").sees("只有汇总", "82.58")
	if strings.Contains(d.screen(), " 0.00  ") {
		t.Errorf("nothing known is scored:\n%s", d.screen())
	}
}

// What was typed to open a workspace by stands there again where it could not be opened.
func TestAPathThatDoesNotOpenIsKept(t *testing.T) {
	t.Parallel()
	d := launch(t, testOptions(t), 100, 30)
	d.press("o").paste("/nowhere/工作区.yice").press("<enter>").settle()
	d.sees("没有打开").press("<enter>").settle()
	d.sees("打开其他工作区", "/nowhere/工作区.yice")
}
