//go:build linux

package registry

import (
	"cmp"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"yice/book"
	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/seal"
)

// Fleet is a regulator with its enterprises, and what they handed in.
type Fleet struct {
	Dir         string
	Enterprises int
	Years       []int // the last one is the year of the registry; others come before it
	Lines       int   // how many lines of the ledger each has; 0: those of the example, some 180
	tables      map[string]string
	packs       map[int]*scoring.Pack
	signatures  map[int][]byte
	keys        []*seal.Key // of the enterprises
	issuing     *seal.Key
}

// groupSize is of how many enterprises a group is, the first of which is its parent.
const groupSize = 10

// worked is the year of the example, which all others are made from.
const worked = 2023

// unsigned is why nobody signed off.
const unsigned = "生成的申报没有签字人，封存仅供核对程序"

// Code makes the n-th valid unified code.
func Code(n int) string {
	const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	body := fmt.Sprintf("91150200MA%07d", n)
	sum, weight := 0, 1
	for i := range body {
		sum += strings.IndexByte(signs, body[i]) * weight
		weight = weight * 3 % 31
	}
	return body + string(signs[(31-sum%31)%31])
}

// Trust is the folder of the keys, Received that of the submissions.
func (f *Fleet) Trust() string    { return filepath.Join(f.Dir, "keys") }
func (f *Fleet) Received() string { return filepath.Join(f.Dir, "received") }

func (f *Fleet) Pack(year int) string { return filepath.Join(f.Dir, fmt.Sprintf("pack-%d.toml", year)) }

// Roster and Decisions are what else a registry is given.
func (f *Fleet) Roster() string    { return filepath.Join(f.Dir, "roster.csv") }
func (f *Fleet) Decisions() string { return filepath.Join(f.Dir, "decisions.zip") }

func (f *Fleet) Year() int { return f.Years[len(f.Years)-1] }

// MakeFleet makes keys, packs, a roster, decisions and a submission of every enterprise for every year. examples is the folder of the
// program's. Each enterprise has other figures; some claim what their neighbour claims, and pay one another.
func MakeFleet(dir, examples string, enterprises int, years ...int) (*Fleet, error) {
	f := &Fleet{Dir: dir, Enterprises: enterprises, Years: years}
	return f, f.Make(examples)
}

// Make makes what a fleet that was described has. What lies in its folder from an earlier run stays.
func (f *Fleet) Make(examples string) error {
	f.packs, f.signatures = make(map[int]*scoring.Pack), make(map[int][]byte)
	if err := errors.Join(os.MkdirAll(f.Received(), 0o755), os.MkdirAll(f.Trust(), 0o700)); err != nil {
		return err
	}
	if err := f.readTables(filepath.Join(examples, "golden-2023", strconv.Itoa(worked))); err != nil {
		return err
	}
	if err := f.enrol(); err != nil {
		return err
	}
	if err := f.makePacks(filepath.Join(examples, "pack-2023.toml")); err != nil {
		return err
	}
	if err := f.makePapers(); err != nil {
		return err
	}
	return f.sealAll()
}

func (f *Fleet) readTables(dir string) error {
	f.tables = make(map[string]string)
	for _, of := range form.All() {
		content, err := os.ReadFile(filepath.Join(dir, of.ID+".csv"))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		f.tables[of.ID] = string(content)
		if of.Scope == form.Ledger && f.Lines > 0 {
			f.tables[of.ID] = thinned(string(content), f.Lines)
		}
	}
	return nil
}

// thinned keeps so many lines of a table, from all over it.
func thinned(table string, most int) string {
	lines := strings.SplitAfter(strings.TrimSuffix(table, "\n"), "\n")
	kept := lines[0]
	for i, n := 0, min(most, len(lines)-1); i < n; i++ {
		kept += lines[1+i*(len(lines)-1)/n]
	}
	return kept
}

// enrol makes the keys: who issues, who decides, who receipts, and one of each enterprise.
func (f *Fleet) enrol() error {
	var holders []seal.Holder
	add := func(name string, role seal.Role, uscc string) (*seal.Key, error) {
		k, err := f.key(cmp.Or(uscc, string(role)))
		if err == nil {
			holders = append(holders, seal.Holder{Name: name, Role: role, USCC: uscc, Key: k.Public(), Fingerprint: k.Public().Fingerprint()})
		}
		return k, err
	}
	var err error
	if f.issuing, err = add("示例国资委（虚构）", seal.Issuing, ""); err != nil {
		return err
	}
	if _, err = add("示例认定处（虚构）", seal.Deciding, ""); err != nil {
		return err
	}
	if _, err = add("示例收件处（虚构）", seal.Receipting, ""); err != nil {
		return err
	}
	for i := range f.Enterprises {
		k, err := add(name(i), seal.Filing, Code(i))
		if err != nil {
			return err
		}
		f.keys = append(f.keys, k)
	}
	if _, err := os.Stat(filepath.Join(f.Trust(), "keys.json")); err == nil {
		return nil // kept from an earlier run
	}
	// As one register: to enrol thousands one by one writes the whole list each time.
	now := time.Now().Truncate(time.Second)
	root := f.issuing.Public()
	_, err = (seal.Trust{Dir: f.Trust()}).Take(&seal.Register{Number: 1, IssuedAt: now, Root: root.Fingerprint(), Holders: holders}, root, root.Fingerprint(), now)
	return err
}

// key is the key of a hand: the one that is kept, or a new one.
func (f *Fleet) key(hand string) (*seal.Key, error) {
	path := f.KeyFile(hand)
	if k, err := seal.ReadKey(path, func() (string, error) { return "", errors.New("it is encrypted") }); err == nil {
		return k, nil
	}
	k, err := seal.NewKey()
	if err == nil {
		err = errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), seal.WriteKey(path, k, ""))
	}
	return k, err
}

// KeyFile is the file of a hand's private key: of a role, or of an enterprise.
func (f *Fleet) KeyFile(hand string) string { return filepath.Join(f.Dir, "hands", hand+".pem") }

func name(i int) string { return fmt.Sprintf("示例企业%d号（虚构）", i+1) }

func kind(i int) string { return []string{"功能型", "竞争型", "服务业"}[i%3] }

func (f *Fleet) makePacks(path string) error {
	source, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for _, year := range f.Years {
		one := []byte(strings.NewReplacer(`"draft"`, `"issued"`, strconv.Itoa(worked), strconv.Itoa(year)).Replace(string(source)))
		if f.packs[year], err = scoring.Load(one); err != nil {
			return err
		}
		if f.signatures[year], err = f.issuing.SignStatement(seal.PackStatement, one); err != nil {
			return err
		}
		if err := errors.Join(os.WriteFile(f.Pack(year), one, 0o644), os.WriteFile(f.Pack(year)+".sig", f.signatures[year], 0o644)); err != nil {
			return err
		}
	}
	return nil
}

// makePapers writes the roster, in groups of ten, and decides on a platform of every third enterprise.
func (f *Fleet) makePapers() error {
	var roster, decided strings.Builder
	roster.WriteString("uscc,name,type,tier,parent,from,to,due\n")
	decided.WriteString("uscc,year,form,key,recognition,recognised_by,recognised_doc,recognised_on,level,authority,kind\n")
	for i := range f.Enterprises {
		parent, tier := "", "1"
		if i%groupSize > 0 {
			parent, tier = Code(i-i%groupSize), "2"
		}
		fmt.Fprintf(&roster, "%s,%s,%s,%s,%s,,,2099-03-31\n", Code(i), name(i), kind(i), tier, parent)
		if i%3 == 0 {
			fmt.Fprintf(&decided, "%s,%d,platform,%s,已认定,包头市科学技术局,示例认字〔%d〕9号,%d-01-15,市级,,工程研究中心\n",
				Code(i), f.Year(), own("platform", "name", "管网运维工程研究中心", i, 3, f.Year(), f.Enterprises), f.Year()+1, f.Year()+1)
		}
	}
	if err := os.WriteFile(f.Roster(), []byte(roster.String()), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(f.Dir, "decisions.csv"), []byte(decided.String()), 0o644)
}

// sealAll seals every submission, several at a time; those that are there stay.
func (f *Fleet) sealAll() error {
	next := make(chan [2]int)
	var wait sync.WaitGroup
	var once sync.Once
	var failed error
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for job := range next {
				if err := f.seal(job[0], job[1]); err != nil {
					once.Do(func() { failed = fmt.Errorf("%s %d: %w", Code(job[0]), job[1], err) })
				}
			}
		})
	}
	for _, year := range f.Years {
		for i := range f.Enterprises {
			next <- [2]int{i, year}
		}
	}
	close(next)
	wait.Wait()
	return failed
}

// File is the submission of an enterprise for a year.
func (f *Fleet) File(i, year int) string {
	return filepath.Join(f.Received(), fmt.Sprintf("%d-%05d.zip", year, i))
}

func (f *Fleet) seal(i, year int) (err error) {
	if _, err := os.Stat(f.File(i, year)); err == nil {
		return nil
	}
	tables, err := f.records(i, year)
	if err != nil {
		return err
	}
	rows := func(_ context.Context, of *form.Form, visit func(*form.Record) error) error {
		for _, r := range tables[of.ID] {
			if err := visit(r.Clone()); err != nil {
				return err
			}
		}
		return nil
	}
	summary := form.ByID("rd_summary")
	prior := form.NewRecord(summary)
	for id, v := range map[string]string{"expensed": "10000000.00", "expensed_government": "600000.00", "capitalised": "1500000.00", "capitalised_government": "0.00"} {
		if err := set(prior, id, v); err != nil {
			return err
		}
	}
	pack := f.packs[year]
	y, err := book.Read(context.Background(), book.Source{USCC: Code(i), Year: year, Rows: rows, Pack: pack, Before: book.Before{Summary: prior}})
	if err != nil {
		return err
	}
	findings := append([]form.Finding(nil), y.Findings()...)
	for n := range findings {
		if findings[n].Severity == form.Must {
			return errors.New(findings[n].Message.ZH)
		}
		findings[n].Explained, findings[n].Reason = true, "已与财务部门逐笔核对，金额与凭证一致，原件存档备查"
	}
	audience := f.issuing.Public().Fingerprint()
	why := unsigned
	out, err := os.Create(f.File(i, year))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	_, err = submission.Write(context.Background(), out, submission.Content{
		Seal: submission.Sealed{
			Serial: fmt.Sprintf("%s-%d-01", Code(i), year), SealedAt: time.Date(year+1, 1, 20, 9, 0, 0, 0, time.FixedZone("UTC+8", 8*60*60)).Format(time.RFC3339),
			SealedBy: "示例乙", USCC: Code(i), Year: year, Audience: &audience, Head: strings.Repeat("0", 64), Unsigned: &why,
		},
		Name: name(i), Rows: rows, Prior: prior, Findings: findings, Sheet: y.Sheet(), Pack: pack, PackSignature: f.signatures[year],
		SignOffs: nobody, Key: f.keys[i],
	})
	return err
}

func nobody(string) (all []submission.SignOff, err error) {
	for _, role := range []string{"填表人", "统计负责人", "单位负责人"} {
		all = append(all, submission.SignOff{Role: role})
	}
	return all, nil
}

func set(r *form.Record, id, typed string) error {
	v, err := r.Form.Field(id).Parse(typed, form.Yuan)
	if err == nil {
		r.Set(id, v)
	}
	return err
}

// records are the rows of an enterprise: those of the example, with figures, names and numbers of its own.
func (f *Fleet) records(i, year int) (map[string][]*form.Record, error) {
	all := make(map[string][]*form.Record)
	var moved []string // every year that the example names, by as much
	for y := worked - 3; y <= worked+1; y++ {
		moved = append(moved, strconv.Itoa(y), strconv.Itoa(y+year-worked))
	}
	shift := strings.NewReplacer(moved...)
	for _, of := range form.All() {
		lines, err := csv.NewReader(strings.NewReader(shift.Replace(f.tables[of.ID]))).ReadAll()
		if err != nil {
			return nil, err
		}
		for n, line := range lines {
			if n == 0 {
				continue
			}
			r := form.NewRecord(of)
			r.ID = int64(n) + 1
			for at, id := range lines[0] {
				if err := set(r, id, own(of.ID, id, line[at], i, n, year, f.Enterprises)); err != nil {
					return nil, fmt.Errorf("%s row %d %s: %w", of.ID, n, id, err)
				}
			}
			all[of.ID] = append(all[of.ID], r)
		}
	}
	return all, nil
}

// own is a cell of the example as enterprise i has it.
func own(of, field, cell string, i, n, year, enterprises int) string {
	switch of + "." + field {
	case "enterprise.uscc":
		return Code(i)
	case "enterprise.name":
		return name(i)
	case "enterprise.type":
		return kind(i)
	case "spend.amount":
		yuan, fen, _ := strings.Cut(cell, ".")
		v, _ := strconv.ParseInt(yuan+fen, 10, 64)
		v = v*int64(70+i*37%61)/100 + int64(year%7)
		return fmt.Sprintf("%d.%02d", v/100, v%100)
	case "spend.counterparty_name":
		if cell != "" {
			return name((i + 1) % enterprises)
		}
	case "patent.number":
		// The first one is the neighbour's too.
		if n == 1 {
			return patent(i/2, n, year)
		}
		return patent(1_000+i, n, year)
	case "patent.title":
		return fmt.Sprintf("一种第%d号水处理方法%d", i, n)
	case "award.achievement_title", "platform.name", "project.name", "spend.platform":
		// As with patents; the others are nobody else's, and read unlike them. The ledger names a platform as its table does.
		which := 0
		for _, sign := range []byte(cell) {
			which += int(sign)
		}
		if which %= 97; which%4 == 0 {
			i /= 2
		}
		if cell != "" {
			return titled(i, which, year)
		}
	case "award.recognised_doc", "platform.recognised_doc", "project.recognised_doc":
		// One paper recognises what some thirty enterprises have.
		if cell != "" {
			return fmt.Sprintf("示例认字〔%d〕%d号", year, i/30+1)
		}
	case "award.certificate":
		return fmt.Sprintf("%s-%d-%d", cell, i, year)
	case "talent.name", "team.name":
		return fmt.Sprintf("%s%d", cell, i)
	}
	return cell
}

// titled makes a name that is like no other.
func titled(i, n, year int) string {
	signs := []rune("江河湖海山川林田风云雷电冷热光声铜铁铝锌稀土煤焦油气水泥钢木棉麻")
	var name []rune
	for at := uint64(i*1_000+n*100+year)*2_654_435_761 + 1; len(name) < 8; at = at*6_364_136_223_846_793_005 + 1 {
		name = append(name, signs[at>>33%uint64(len(signs))])
	}
	return string(name)
}

// patent makes a number with its check digit.
func patent(i, n, year int) string {
	body := fmt.Sprintf("%d1%07d", year-2, i*10+n) // applied for two years before, an invention
	sum := 0
	for at := range body {
		sum += int(body[at]-'0') * (2 + at%8)
	}
	return body + "." + "0123456789X"[sum%11:sum%11+1]
}
