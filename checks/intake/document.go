package intake

import (
	"fmt"
	"strings"
)

// Document writes the page for docs: which layouts come in, and what became of the spoiled files.
func Document(cases []Case, verdicts, spoiled []Verdict, seed uint64) string {
	count := map[State]int{}
	for _, v := range verdicts {
		count[v.State]++
	}
	var b strings.Builder
	fmt.Fprintf(&b, `# 财务导出的表，一策读成什么

<!-- 由 checks/intake/run 生成，不要手改 -->

这里的文件由测试按各家软件导出的版式写成，数出自同一套虚构的账，因此每个文件应读出什么是先知道的。测试运行编译好的一策，导入后再导出，逐行比到分。
规矩只有一条：退出码为 0，就必须与会计在文件里读到的一致，没有导入的每一笔都有交代；否则什么也不写，并说明原因。

%d 种情形、%d 个文件：到分相符 %d 个，按规矩询问或拒收 %d 个，该进来而拒收 %d 个，**悄悄读错 %d 个**，出错 %d 个。

%s`, len(cases), len(verdicts), count[CameIn], count[Asked], count[Refused], count[Wrong], count[Broken], Table(cases, verdicts))
	if len(spoiled) > 0 {
		of := map[State]int{}
		for _, v := range spoiled {
			of[v.State]++
		}
		fmt.Fprintf(&b, `
## 弄坏的文件

从上面的文件出发，随机弄坏一至三处：换列、重列、改列名、插合计（带字或不带字）、改单位、混编码、合并金额、插空行和页眉、打乱行、复制工作表、隐藏行、丢行、重行、合计对不上、金额写成文字或天文数字……
弄坏之后应读出什么，测试一路记着。种子 %d，%d 个文件：到分相符 %d 个，询问或拒收 %d 个，**悄悄读错 %d 个**，出错 %d 个。
`, seed, len(spoiled), of[CameIn], of[Asked]+of[Refused], of[Wrong], of[Broken])
	}
	var left []string
	for _, v := range verdicts {
		if !v.Good() {
			what := map[State]string{Refused: "该进来而拒收", Wrong: "读错", Broken: "出错"}[v.State]
			if strings.HasPrefix(v.Detail, unsaid) {
				what = "数都对，有没导入的行没有交代"
			}
			left = append(left, fmt.Sprintf("- %s（%s）：%s", v.Case, v.Container, what))
		}
	}
	if len(left) > 0 {
		b.WriteString("\n## 还不合格的\n\n" + strings.Join(left, "\n") + "\n")
	}
	b.WriteString("\n重新做一遍：`checks/intake/run`。每次改动的检查里也做：全部版式，加 500 个弄坏的文件（`go -C checks test ./intake`）。\n")
	return b.String()
}
