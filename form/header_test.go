package form

import "testing"

func TestHeaders(t *testing.T) {
	for _, c := range []struct {
		form, header, field string
		unit                Unit
	}{
		{"spend", "amount", "amount", Yuan},
		{"spend", "金额", "amount", Yuan},
		{"spend", "金额（万元）", "amount", Wan},
		{"spend", "金额(千元)", "amount", Thousand},
		{"spend", " 金 额 （单位：万元） ", "amount", Wan},
		{"spend", "金额\n（元）", "amount", Yuan},
		{"spend", "金额/万元", "amount", Wan},
		{"spend", "金额，万元", "amount", Wan},
		{"spend", "金额:千元", "amount", Thousand},
		{"spend", "Amount (CNY 10,000)", "amount", Wan},
		{"spend", "AMOUNT", "amount", Yuan},
		{"spend", "*金额*", "amount", Yuan},
		{"spend", "金额（必填）", "amount", Yuan},
		{"spend", "金额（万元）（必填）", "amount", Wan},
		{"spend", "支出金额（亿元）", "amount", Unit{Fen: 10_000_000_000}},
		{"spend", "凭证日期", "date", NoUnit},
		{"spend", "日期（YYYY-MM-DD）", "date", NoUnit},
		{"spend", "项目编号", "project", NoUnit},
		{"spend", "费用化/资本化", "treatment", NoUnit},
		{"spend", "3. 摘要", "summary", NoUnit},
		{"spend", "（3）摘要", "summary", NoUnit},
		{"spend", "佐证材料", "evidence", NoUnit},
		{"spend", "备注：", "remark", NoUnit},
		{"annual", "营业收入（万元）", "revenue", Wan},
		{"annual", "营业收入", "revenue", Yuan},
		{"annual", "其中：女性（人）", "rd_staff_female", NoUnit},
		{"annual", "其中:女性", "rd_staff_female", NoUnit},
		{"project", "项目起始日期", "start", NoUnit},
		{"project", "项目人员实际工作时间（人月）", "person_months", NoUnit},
		{"project", "项目名称", "name", NoUnit},
		{"rd_summary", "其中政府资金（费用化）（万元）", "expensed_government", Wan},
		{"patent", "申请（专利）号", "number", NoUnit},
		{"award", "证书或文件号", "certificate", NoUnit},
		{"award", "认定文号", "recognised_doc", NoUnit},
		{"checklist", "文号", "document", NoUnit},
	} {
		f := ByID(c.form)
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
		if i, _, ok := ByID(c[0]).Header(c[1]); ok {
			t.Errorf("%s %q is taken for %s", c[0], c[1], ByID(c[0]).Fields[i].ID)
		}
	}
}

// Every id and both titles of every field lead to that field; an id of money is in 元.
func TestEveryTitleIsAHeader(t *testing.T) {
	for _, f := range All() {
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
				if field.Kind == Money && (name == field.ID || name == field.Title.ZH) && unit.Fen != Yuan.Fen {
					t.Errorf("%s.%s: bare figures in %v", f.ID, field.ID, unit)
				}
			}
		}
	}
}
