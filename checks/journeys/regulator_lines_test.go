//go:build linux

package journeys

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"yice/checks/registry"
)

// TestARegulatorsYearLineByLine goes through a regulator's year in lines: a folder of submissions looked through with a broken one in it, its
// workbook and receipts; a registry made, a roster and submissions taken in, points given, a double claim awarded, rows recognised, refused and
// asked about, those signed; papers with receipts, a group's bundle, the year closed and opened again. Mistakes are made on the way, and nothing
// that was answered is lost by them.
func TestARegulatorsYearLineByLine(t *testing.T) {
	home := t.TempDir()
	f, err := registry.MakeFleet(filepath.Join(home, "fleet"), "../../examples", 3, 2023)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(f.Received(), "broken.zip"), []byte("no submission"), 0o600); err != nil {
		t.Fatal(err)
	}
	at := func(name string) string { return filepath.Join(home, name) }
	deciding, receipting, group := f.KeyFile("认定"), f.KeyFile("回执"), f.KeyFile(registry.Code(0))

	k := speak(t, home, onThe(t, 2024, time.April, 15))
	k.answers("退出|国资委", "返回|汇总", "文件夹|"+at("nowhere"), "文件夹|"+f.Received(), "政策包|"+f.Pack(2023), "解密用的|").hears("没有 "+at("nowhere"), "共 3 家")
	k.answers("返回|企业", "返回|1", "返回|1", "返回|.", "返回|.").hears("第 1 名", "算式：")
	k.answers("返回|排名", "返回|总分", "返回|.", "返回|重复", "返回|分布", "返回|1", "返回|.", "返回|内部", "返回|问题").hears("中位", "确定，专利", "broken.zip：这不是报送文件")
	k.answers("返回|另存", "汇总表存到|"+at("table"), "返回|另存", "汇总表存到|"+at("table"), "换掉它吗|0", "汇总表存到|"+at("other.xlsx")).hears("已存："+at("table.xlsx"), "没有换掉", "已存："+at("other.xlsx"))
	k.answers("返回|写回执", "回执写到|"+at("receipts"), "签回执的|", "现在写吗|1").hears("没有出回执")
	k.answers("返回|.")

	k.answers("返回|监管", "台账文件|"+at("2023.yreg"), "现在建立吗|1", "年度|19", "年度|2023", "政策包文件|"+at("nowhere"), "政策包文件|"+f.Pack(2023), "名册|"+f.Trust(), "现在建立吗|1").hears("年度 \"19\" 不对", "已建立 2023 年度的台账")
	k.answers("返回|收花名册", "花名册文件|"+f.Pack(2023), "花名册文件|"+f.Roster()).hears("缺 uscc", "新增 3")
	k.answers("返回|收报送", "报送文件|"+f.Received()).hears("收下 3 份，收过 0 份，退回 1 份", "退回 broken.zip")
	k.answers("返回|企业", "返回|1", "返回|发明专利", "加减几分|许多", "加减几分|-2", "调整的依据|x", "现在记入台账吗|1", "调整的依据|按通知第三条扣分", "现在记入台账吗|1", "返回|.", "返回|.").
		hears("完成值", "依据的记录", "不是调整的分数", "2 到 2000 个字", "已调整 负 2 分")
	k.answers("返回|重复", "返回|1", "判给第几家|9", "判给第几家|1", "它的原因|专利证书列第一权利人", "现在判吗|1", "返回|.").hears("没有「9」这一项", "不同的，专利名称", "已判给")
	k.answers("返回|待认定", "返回|1", "怎么定|认定", "认定文号|示例认字3号", "文件日期|2024-13-01", "认定文号|", "文件日期|2024-03-01",
		"怎么定|不予", "认定文号|", "文件日期|", "为什么不予认定|附件不全", "怎么定|先问", "问企业什么|请补充验收材料", "怎么定|.", "返回|.").hears("先写文号", "已记下，未签：不予认定", "未签 3")
	k.answers("返回|签发", "认定密钥文件|"+receipting, "现在签吗|1", "认定密钥文件|"+deciding, "现在签吗|1").hears("不能用于认定", "认定 1，不予认定 1，询问 1", "已签发 3 项")
	k.answers("返回|出文书", "文书写到|"+at("papers"), "签回执的|"+receipting, "现在写吗|1").hears("已写 8 份", "写回执 3 份")
	k.answers("返回|转报", "转报包写到|"+at("bundle.zip"), "集团的|"+group, "现在做吗|1").hears("转报 3 份")
	k.answers("返回|排名表", "排名表存到|"+at("ranks.html"), "返回|按集团", "返回|收目标", "目标表文件|.").hears("3 家，已报 3")
	k.answers("返回|关闭年度", "1 是|1").hears("2023 年度已关闭")
	k.answers("返回|收报送", "返回|重开", "重开的原因|数错了一家").hears("已关闭，要改先重开", "已重开")
	k.answers("返回|..", "退出|.")
	if _, err := k.p.Ended(patience); err != nil {
		t.Fatal(err)
	}
	k.fits()
	for _, made := range []string{"table.xlsx", "other.xlsx", "bundle.zip", "ranks.html", filepath.Join("papers", registry.Code(0))} {
		if _, err := os.Stat(at(made)); err != nil {
			t.Error(err)
		}
	}
}
