// Package ledger makes ledgers of any length for checks and measurements: made-up lines, the same ones on every machine.
//
// It must never draw on the clock or on chance: a file of n lines is always the same bytes. Start with Write.
package ledger

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
)

// Header is the ledger's columns, as an import names them.
const Header = "date,voucher,summary,project,platform,category,treatment,source,activity,counterparty,counterparty_name,amount,remark"

// Year is the filing year of the lines, and USCC, Name and Type the made-up enterprise they belong to.
const (
	Year = 2023
	USCC = "91150200MA0BT0013C"
	Name = "示例水务（虚构）"
	Type = "功能型"
)

// Projects is how many projects the lines name: P001 on.
const Projects = 40

var (
	categories = []string{"人员人工", "直接投入", "直接投入", "折旧与长期待摊", "无形资产摊销", "设计", "装备调试与试验", "其他", "委托外部"}
	treatments = []string{"费用化", "费用化", "费用化", "资本化"}
	sources    = []string{"企业自筹", "企业自筹", "企业自筹", "政府部门", "银行贷款"}
	activities = []string{"试验发展", "试验发展", "应用研究", "基础研究"}
	works      = []string{"膜组件采购", "研发人员工资及社保", "中试装置设计", "水质检测试剂", "漏损传感器试制", "试验场地租赁", "样机装配与调试", "文献与专利事务"}
	partners   = []string{"境内高校", "境内研究机构", "境内企业"}
)

// Write writes n lines of a ledger as CSV, header first. seed gives another ledger of the same kind.
func Write(to io.Writer, n int, seed uint64) error {
	w := bufio.NewWriterSize(to, 1<<20)
	fmt.Fprintln(w, Header)
	r := rand.New(rand.NewPCG(seed, 42))
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	for i := range n {
		project := ""
		if r.IntN(4) > 0 {
			project = fmt.Sprintf("P%03d", 1+r.IntN(Projects))
		}
		category, partner, name := pick(categories), "", ""
		if category == "委托外部" {
			partner, name = pick(partners), fmt.Sprintf("虚构%d号研究单位", r.IntN(90))
		}
		_, err := fmt.Fprintf(w, "2023-%02d-%02d,记-%07d,%s第%d批,%s,,%s,%s,%s,%s,%s,%s,%d.%02d,\n",
			1+r.IntN(12), 1+r.IntN(28), i+1, pick(works), i%5000, project, category, pick(treatments), pick(sources), pick(activities),
			partner, name, 1+r.IntN(99_999), r.IntN(100))
		if err != nil {
			return err
		}
	}
	return w.Flush()
}

// WriteProjects writes the projects that the lines name, as CSV.
func WriteProjects(to io.Writer) error {
	w := bufio.NewWriter(to)
	fmt.Fprintln(w, "code,name,level,source,cooperation,goal,start,end,status")
	for i := range Projects {
		fmt.Fprintf(w, "P%03d,第%d号虚构攻关项目,企业级,2,21,4,202301,202412,在研\n", i+1, i+1)
	}
	return w.Flush()
}

// File writes a file with one of the writers.
func File(path string, write func(io.Writer) error) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	return write(f)
}
