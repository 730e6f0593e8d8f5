package intake

import (
	"strings"
	"testing"
)

// Sums by month are no lines: the table is named for what it is, whichever way it lies.
func TestATableByMonthsIsNamed(t *testing.T) {
	for name, content := range map[string]string{
		"months across": "费用类别,1月,2月,3月,合计\n人员人工费用,100,110,120,330\n直接投入费用,20,30,25,75\n",
		"in words":      "项目,费用类别,一月份,二月份,十二月份\nRD01,人员人工费用,100,110,120\n",
		"of a year":     "费用类别,2023年1月,2023年2月\n人员人工费用,100,110\n",
		"months down":   "月份,人员人工费用,直接投入费用,合计\n1月,100,20,120\n2月,110,30,140\n",
		"a month a row": "月份,费用类别,金额\n2023年1月,人员人工费用,100\n2023年2月,人员人工费用,110\n",
	} {
		if b := bring(t, "spend", content, ReadOptions{}); len(b.asked) != 1 || !strings.Contains(b.asked[0], "按月的汇总表") || len(b.lines) > 0 {
			t.Errorf("%s: %v, %v", name, b.asked, b.lines)
		}
	}
	if b := bring(t, "spend", "年,月,日,摘要,费用类别,金额\n2023,1,5,材料,直接投入,100\n", ReadOptions{}); b.sum != 10000 || len(b.asked) > 0 {
		t.Errorf("a column of days: %d, %v", b.sum, b.asked)
	}
}
