package form_test

import (
	"testing"

	"yice/form"
)

func TestHeaders(t *testing.T) {
	for _, c := range []struct {
		form, header, field string
		unit                form.Unit
	}{
		{"spend", "amount", "amount", form.Yuan},
		{"spend", "金额", "amount", form.Yuan},
		{"spend", "金额（万元）", "amount", form.Wan},
		{"spend", "金额(千元)", "amount", form.Thousand},
		{"spend", " 金 额 （单位：万元） ", "amount", form.Wan},
		{"spend", "金额\n（元）", "amount", form.Yuan},
		{"spend", "金额/万元", "amount", form.Wan},
		{"spend", "金额，万元", "amount", form.Wan},
		{"spend", "金额:千元", "amount", form.Thousand},
		{"spend", "Amount (CNY 10,000)", "amount", form.Wan},
		{"spend", "AMOUNT", "amount", form.Yuan},
		{"spend", "*金额*", "amount", form.Yuan},
		{"spend", "金额（必填）", "amount", form.Yuan},
		{"spend", "金额（万元）（必填）", "amount", form.Wan},
		{"spend", "支出金额（亿元）", "amount", form.Unit{Fen: 10_000_000_000}},
		{"spend", "凭证日期", "date", form.NoUnit},
		{"spend", "日期（YYYY-MM-DD）", "date", form.NoUnit},
		{"spend", "项目编号", "project", form.NoUnit},
		{"spend", "费用化/资本化", "treatment", form.NoUnit},
		{"spend", "3. 摘要", "summary", form.NoUnit},
		{"spend", "（3）摘要", "summary", form.NoUnit},
		{"spend", "佐证材料", "evidence", form.NoUnit},
		{"spend", "备注：", "remark", form.NoUnit},
		{"annual", "营业收入（万元）", "revenue", form.Wan},
		{"annual", "营业收入", "revenue", form.Yuan},
		{"annual", "其中：女性（人）", "rd_staff_female", form.NoUnit},
		{"annual", "其中:女性", "rd_staff_female", form.NoUnit},
		{"project", "项目起始日期", "start", form.NoUnit},
		{"project", "项目人员实际工作时间（人月）", "person_months", form.NoUnit},
		{"project", "项目名称", "name", form.NoUnit},
		{"rd_summary", "其中政府资金（费用化）（万元）", "expensed_government", form.Wan},
		{"patent", "申请（专利）号", "number", form.NoUnit},
		{"award", "证书或文件号", "certificate", form.NoUnit},
		{"award", "认定文号", "recognised_doc", form.NoUnit},
		{"checklist", "文号", "document", form.NoUnit},
	} {
		f := form.ByID(c.form)
		i, unit, ok := f.Header(c.header)
		if !ok || f.Fields[i].ID != c.field || unit.Fen != c.unit.Fen {
			t.Errorf("%s %q: field %d, unit %v, %v; want %s in %v", c.form, c.header, i, unit, ok, c.field, c.unit)
		}
	}
	for _, c := range [][2]string{
		{"spend", ""},
		{"spend", "   "},
		{"spend", "金额（不含税）"},
		{"spend", "摘要（万元）"},
		{"spend", "序号"},
		{"spend", "合计"},
		{"spend", "金额（万元）（元）"},
		{"spend", "万元"},
		{"spend", "（万元）"},
		{"spend", "1,000"},
		{"spend", "营业收入"},
	} {
		if i, _, ok := form.ByID(c[0]).Header(c[1]); ok {
			t.Errorf("%s %q is taken for %s", c[0], c[1], form.ByID(c[0]).Fields[i].ID)
		}
	}
}

// Every id and both titles of every field lead to that field; an id of money is in 元.
func TestEveryTitleIsAHeader(t *testing.T) {
	for _, f := range form.All() {
		for n := range f.Fields {
			field := &f.Fields[n]
			for _, name := range []string{field.ID, field.Title.ZH, field.Title.EN, field.Title.ZH + "（" + field.Unit.Title.ZH + "）"} {
				if field.Unit.Title.ZH == "" && name[len(name)-1] != field.ID[len(field.ID)-1] && name == field.Title.ZH+"（）" {
					continue
				}
				i, unit, ok := f.Header(name)
				if !ok || i != n {
					t.Errorf("%s: %q leads to %d, %v; want %s", f.ID, name, i, ok, field.ID)
				}
				if field.Kind == form.Money && (name == field.ID || name == field.Title.ZH) && unit.Fen != form.Yuan.Fen {
					t.Errorf("%s.%s: bare figures in %v", f.ID, field.ID, unit)
				}
			}
		}
	}
}
