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
	"strings"
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

// Write writes n lines of a ledger as CSV, header first. seed gives another ledger of the same kind; three lines of four
// name one of the projects, P001–P040 where none are given.
func Write(to io.Writer, n int, seed uint64, projects ...string) error {
	if len(projects) == 0 {
		for i := range Projects {
			projects = append(projects, fmt.Sprintf("P%03d", 1+i))
		}
	}
	w := bufio.NewWriterSize(to, 1<<20)
	fmt.Fprintln(w, Header)
	r := rand.New(rand.NewPCG(seed, 42))
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	for i := range n {
		project := ""
		if r.IntN(4) > 0 {
			project = pick(projects)
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

// WriteProjects writes the projects that the lines name, as CSV, with all that is asked of a project.
func WriteProjects(to io.Writer) error {
	w := bufio.NewWriter(to)
	fmt.Fprintln(w, "code,name,level,organisation,source,cooperation,result,goal,start,end,stage,staff,person_months,role,status")
	for i := range Projects {
		fmt.Fprintf(w, "P%03d,第%d号虚构攻关项目,企业级,揭榜挂帅,2,21,13,4,202301,202412,2,12,96.0,牵头,在研\n", i+1, i+1)
	}
	return w.Flush()
}

// WriteCard writes the card of one of the made-up enterprises, as CSV.
func WriteCard(to io.Writer, number int) error {
	uscc, name := Enterprise(number)
	_, err := fmt.Fprintf(to, "uscc,name,type,tier,parent_uscc,area,industry,unit_head,statistics_head,prepared_by,phone,innovation_lead\n"+
		"%s,%s,%s,权属企业,%s,150200,4610,示例甲,示例乙,示例丙,0472-0000000,示例甲\n", uscc, name, Type, parent())
	return err
}

// parent is the code of the group that all made-up enterprises belong to.
func parent() string {
	code, _ := Enterprise(9999)
	return code
}

// answers are the items of the default pack's list of systems.
var answers = []string{
	"预算列研发资金", "投资计划列研发项目", "领导班子专人负责", "科技创新管理制度", "内部立项机制", "知识产权管理制度", "企业人才数据库", "年度工作方案", "研发统计台账",
}

// WriteChecklist writes an answer to every item, as CSV.
func WriteChecklist(to io.Writer) error {
	w := bufio.NewWriter(to)
	fmt.Fprintln(w, "item,answer")
	for _, item := range answers {
		fmt.Fprintf(w, "%s,否\n", item)
	}
	return w.Flush()
}

// mostAnnual keeps the figures of the year of a very large ledger below what a cell holds (10^12 yuan).
const mostAnnual = 400_000

// WriteAnnual writes a year's figures that go with a ledger of n lines, as CSV.
func WriteAnnual(to io.Writer, n int) error {
	n = min(n, mostAnnual)
	_, err := fmt.Fprintf(to, "revenue,main_revenue,profit,pay_total,rd_staff\n%d.00,%d.00,%d.00,%d.00,600\n", 2_000_000*n, 1_900_000*n, 100_000*n, 200_000*n)
	return err
}

// Enterprise gives the code and the name of a made-up enterprise; 0 is the one of the constants.
func Enterprise(number int) (uscc, name string) {
	if number == 0 {
		return USCC, Name
	}
	code := fmt.Sprintf("91150200MA0T%05d", number)
	return code + string(checkCharacter(code)), fmt.Sprintf("虚构第%04d号企业", number)
}

// checkCharacter gives the last character of a unified social credit code, GB 32100-2015.
func checkCharacter(code string) byte {
	const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	sum, weight := 0, 1
	for i := range len(code) {
		sum += weight * strings.IndexByte(characters, code[i])
		weight = weight * 3 % 31
	}
	return characters[(31-sum%31)%31]
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
