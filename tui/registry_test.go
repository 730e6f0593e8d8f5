package tui

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/entry"
	"yice/filing/registry"
	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/seal"
	"yice/store"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/regulator"
)

// registryMade makes a registry with a roster of three, of which two handed in, claiming the same patents; what one of them handed in is
// not taken yet and lies in the folder that comes with it.
func registryMade(t *testing.T, o Options) (path, received string) {
	t.Helper()
	dir := copied(t, "registry", func(dir string) { makeRegistry(t, dir, o) })
	return filepath.Join(dir, "2023.yreg"), filepath.Join(dir, "received")
}

func makeRegistry(t *testing.T, dir string, o Options) {
	t.Helper()
	trust, received := filepath.Join(dir, "keys"), filepath.Join(dir, "received")
	for _, d := range []string{trust, received} {
		if err := os.Mkdir(d, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	enrol := func(name string, role seal.Role, uscc string) string {
		t.Helper()
		k, err := seal.NewKey()
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, name+".pem")
		if err := seal.WriteKey(file, k, ""); err != nil {
			t.Fatal(err)
		}
		h := seal.Holder{Name: name, Role: role, USCC: uscc, Key: k.Public(), Fingerprint: k.Public().Fingerprint()}
		if _, err := (seal.Trust{Dir: trust}).Enrol(h); err != nil {
			t.Fatal(err)
		}
		return file
	}
	issuing := enrol("国资委", seal.Issuing, "")
	enrol("认定处", seal.Deciding, "")
	draft, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	source := bytes.Replace(draft, []byte(`status     = "draft"`), []byte(`status     = "issued"`), 1)
	pack, err := scoring.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	key, err := seal.ReadKey(issuing, nil)
	if err != nil {
		t.Fatal(err)
	}
	signature, err := key.SignStatement(seal.PackStatement, source)
	if err != nil {
		t.Fatal(err)
	}
	packFile := filepath.Join(dir, "pack.toml")
	for at, content := range map[string][]byte{packFile: source, packFile + ".sig": signature} {
		if err := os.WriteFile(at, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, one := range []struct{ uscc, name string }{{"91150200MA0BT0013C", ""}, {"91150200MA0BT00217", "示例热力（虚构）"}} {
		w, err := store.Create(filepath.Join(t.TempDir(), "w.yice"), store.Options{Now: o.Now})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.AddPack(store.PackFile{SHA256: pack.SHA256, Year: pack.Year, Status: pack.Status, Source: source, Signature: signature}); err != nil {
			t.Fatal(err)
		}
		s, err := entry.Open(w, one.uscc, 2023, entry.Options{Who: o.Who, Now: o.Now, Create: true})
		if err != nil {
			t.Fatal(err)
		}
		handIn(t, s, one.uscc, one.name, filepath.Join(received, one.uscc+".zip"), enrol(one.uscc, seal.Filing, one.uscc), o)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	r, err := registry.Create(t.Context(), filepath.Join(dir, "2023.yreg"), registry.CreateOptions{Options: registry.Options{Who: o.Who, Now: o.Now}, Year: 2023, Pack: packFile, Keys: trust})
	if err != nil {
		t.Fatal(err)
	}
	roster := filepath.Join(dir, "roster.csv")
	lines := "uscc,name,type,tier,parent,from,to,due\n91150200MA0BT0013C,示例水务,,1,,,,2024-03-31\n91150200MA0BT00217,示例热力,,2,,,,2024-03-31\n91150200MA0BT0048Y,示例燃气,,2,,,,2024-03-31\n"
	if err := os.WriteFile(roster, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Roster(t.Context(), roster); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Take(t.Context(), []string{filepath.Join(received, "91150200MA0BT0013C.zip")}, registry.TakeOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
}

// opened asks a registry, beside whoever has it open, for what it holds.
func opened[A any](t *testing.T, path string, ask func(r *registry.Registry, ctx context.Context, period string) (A, error)) A {
	t.Helper()
	r, err := registry.Open(t.Context(), path, registry.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	a, err := ask(r, t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// marked counts the rows of the queue that are marked in the registry itself.
func marked(t *testing.T, path string) (n int) {
	t.Helper()
	for _, w := range opened(t, path, (*registry.Registry).Waiting) {
		if w.Draft != nil {
			n++
		}
	}
	return n
}

// ranked are the adjusted scores.
func ranked(t *testing.T, path string) (scores string) {
	t.Helper()
	for _, row := range opened(t, path, func(r *registry.Registry, ctx context.Context, _ string) ([]registry.Ranked, error) {
		return r.Rank(ctx, registry.RankOptions{})
	}) {
		scores += row.USCC + " " + row.Adjusted + "\n"
	}
	return scores
}

// A registry is worked off at the screen: who is due stands among the others, files are taken in, one is opened down to its records, a
// double claim is awarded by a key, points are adjusted, papers written, and the year closed and opened again.
func TestARegistryIsWorkedOff(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	path, received := registryMade(t, o)
	d := launch(t, o, 120, 36)
	d.press("r").paste(path).press("<enter>").sees("监管台账", "示例水务", "示例燃气", "未报", "示例热力", "进行中")
	d.press("t").paste(received).press("<enter>").sees("收下 1 份", "收过 1 份")
	d.sees("企业 3", "已报 2   未报 1").press("<enter>").sees("研发投入强度", "完成值")
	for range 2 {
		d.press("<down>")
	}
	d.sees("依据的记录", "一种示例水处理方法0")
	before := ranked(t, path)
	d.press("a").paste("-2.5").press("<enter>").sees("再写依据")
	d.press("<esc>", "a").paste("-2.5 〔2024〕5号第三条").press("<enter>").sees("已调整 -2.5 分")
	if after := ranked(t, path); after == before {
		t.Errorf("no score moved from %s", before)
	}
	d.press("<esc>", "<tab>").sees("专利", "确定", "示例水务", "示例热力")
	d.press("9").misses("为什么")
	d.press("2").paste("专利证书列第一权利人").press("<enter>").sees("已判给")
	if claims := opened(t, path, (*registry.Registry).Claims); claims[0].Awarded == "" {
		t.Error("nobody has the claim")
	}
	d.press("<tab>").sees("待认定")
	papers := filepath.Join(t.TempDir(), "papers")
	d.press("p", "<ctrl+a>").paste(papers).press("<enter>").sees("已写")
	if _, err := os.Stat(filepath.Join(papers, "通报.html")); err != nil {
		t.Error(err)
	}
	// What was taken is handed on, signed by whoever may file: a bundle, which is taken in as what it holds.
	bundle := filepath.Join(t.TempDir(), "bundle.zip")
	// One that cannot be written is asked for again, with what was typed and why.
	nowhere := filepath.Join(t.TempDir(), "a file", "bundle.zip")
	if err := os.WriteFile(filepath.Dir(nowhere), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d.press("b", "<ctrl+a>").paste(nowhere).press("<enter>").paste(filepath.Join(filepath.Dir(path), "91150200MA0BT0013C.pem")).press("<enter>", "<enter>")
	d.sees("转报", "bundle.zip").misses("转报 2 份").press("<esc>")
	d.press("b", "<ctrl+a>").paste(bundle).press("<enter>").paste(filepath.Join(filepath.Dir(path), "91150200MA0BT0013C.pem")).press("<enter>", "<enter>").sees("转报 2 份")
	d.press("t").paste(bundle).press("<enter>").sees("收过 1 份").sees("退回的文件", "不是转报单位").press("<esc>")
	d.press("<f10>").sees("关闭 2023 年度", "2 家参加排名").press("<enter>").sees("已关闭")
	d.press("t").paste(received).press("<enter>").sees("不能再改").press("<esc>")
	d.press("<f10>").paste("复核后更正一户").press("<enter>").sees("已重开")
	d.press("<esc>")
	if _, ok := d.m.Top().(*beginning.StartScreen); !ok {
		t.Errorf("left to %T", d.m.Top())
	}
	// The dialog that opens workspaces knows registries too, and says of one that is none why.
	d.press("o").paste(path).press("<enter>").sees("监管台账", "示例水务")
	d.press("<esc>")
	other := filepath.Join(t.TempDir(), "other.yreg")
	if err := os.WriteFile(other, []byte(strings.Repeat("no registry", 9)), 0o600); err != nil {
		t.Fatal(err)
	}
	d.press("o").paste(other).press("<enter>").sees("other.yreg")
	if _, ok := d.m.Top().(*regulator.RegistryScreen); ok {
		t.Error("what is no registry was opened")
	}
}

// A registry that is not there is made where it was asked for: whatever is refused on the way, nothing that was typed is lost.
func TestARegistryIsMadeAtTheDesk(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	path, received := registryMade(t, o)
	dir := filepath.Dir(path)
	d := launch(t, o, 120, 36)
	made := filepath.Join(t.TempDir(), "2023.yreg")
	d.press("r").paste(made).press("<enter>").sees("没有台账", "现在建立它吗").press("<esc>").sees("2023.yreg", "台账文件").press("<enter>").sees("现在建立它吗").press("<enter>").sees("哪一个年度", "2023")
	d.press("<ctrl+a>", "23", "<enter>").sees("!").press("<ctrl+a>", "2024", "<enter>").sees("2024 年度签发的政策包")
	d.paste(filepath.Join(dir, "pack.toml")).press("<enter>").sees("认谁的钥匙").paste(filepath.Join(dir, "keys")).press("<enter>")
	d.sees("2024", "哪一个年度", "!") // the pack is of another year: asked again with what was answered
	d.press("<ctrl+a>", "2023", "<enter>").sees("pack.toml").press("<enter>").sees("keys").press("<enter>").sees("监管台账", "还没有企业", "花名册")
	d.press("r").paste("/不在/roster.csv").press("<enter>").sees("/不在/roster.csv", "!")
	d.press("<ctrl+a>").paste(filepath.Join(dir, "roster.csv")).press("<enter>").sees("示例水务", "示例燃气", "未报")
	d.press("t").paste("/不在").press("<enter>").sees("/不在", "!").press("<ctrl+a>").paste(received).press("<enter>").sees("收下 2 份")
	// Of whom nothing is there nothing is adjusted, and help does not say so.
	d.press("<end>").sees("这家还没有报").press("<enter>", "a").misses("空一格写依据").press("<f2>").misses(text.TuiRegAdjust.ZH).press("<esc>", "<esc>", "<home>", "<enter>", "a").sees("空一格写依据")
	d.paste("两分 通报").press("<enter>").sees("两分 通报", "!")
	if rows := opened(t, made, func(r *registry.Registry, ctx context.Context, _ string) ([]registry.Ranked, error) {
		return r.Rank(ctx, registry.RankOptions{})
	}); len(rows) != 2 {
		t.Errorf("%d are ranked", len(rows))
	}
}

// What a registry holds of a line is said in English where the screen is.
func TestARegistrySpeaksEnglish(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Lang = text.EN
	path, _ := registryMade(t, o)
	d := launch(t, o, 120, 36)
	d.press("r").paste(path).press("<enter>", "<enter>").sees("R&D intensity", "R&D growth", "Invention patents").misses("研发投入强度", "加回")
}

// What waits is decided where it is shown: marked row by row, signed together with the key that decides, taken in as any file of
// recognitions is, and gone from the queue; a question stays there.
func TestTheQueueIsWorkedOff(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	path, received := registryMade(t, o)
	dir := filepath.Dir(path)
	d := launch(t, o, 120, 36)
	d.press("r").paste(path).press("<enter>")
	d.press("t").paste(received).press("<enter>").sees("收下 1 份")
	d.press("<tab>", "<tab>").sees("待认定 20", "认定部门")
	queue := opened(t, path, (*registry.Registry).Waiting)
	d.press("1").paste("没有日期").press("<enter>").sees("空一格再写日期").press("<esc>")
	d.press("1").paste("包科发〔2024〕3号 2024-03-01").press("<enter>").sees("认定 包科发〔2024〕3号 2024-03-01", "未签 1 项")
	d.press("2").sees("包科发〔2024〕3号 2024-03-01").press("<enter>").sees("为什么不予认定").press("<enter>").sees("为什么不予认定")
	d.paste("附件与所报项目不是一项").press("<enter>").press("<up>").sees("2024-03-01：附件与所报项目不是一项", "未签 2 项").press("<down>")
	d.press("3").paste("请补验收意见").press("<enter>").sees("问：请补验收意见", "未签 3 项")
	// A kill: the program is gone, nothing was left, signed or closed. Whoever opens the registry next has the marks before them, and by whom.
	another := o
	another.Who = "示例丙"
	d = launch(t, another, 120, 36)
	d.press("r").paste(path).press("<enter>").sees("未签 3 项").press("<tab>", "<tab>").sees("未签 认定 包科发〔2024〕3号", "未签（"+o.Who)
	if n := marked(t, path); n != 3 {
		t.Fatalf("%d marks are left", n)
	}
	// They stay when it is left, and one is taken off.
	d.press("<esc>").sees("记号留在台账里")
	d.press("r").paste(path).press("<enter>", "<tab>", "<tab>").sees("未签 3 项").press("<down>", "<delete>").sees("未签 2 项")
	d.press("2").paste("包科发〔2024〕3号 2024-03-01").press("<enter>").paste("附件与所报项目不是一项").press("<enter>").sees("未签 3 项")
	// A key that may not decide signs nothing, and the marks stay.
	d.press("s").paste(filepath.Join(dir, "91150200MA0BT0013C.pem")).press("<enter>", "<enter>").sees("未签 3 项", "! ", "91150200MA0BT0013C.pem")
	if left, _ := filepath.Glob(filepath.Join(dir, "decisions-*.zip")); len(left) != 0 {
		t.Fatalf("%v was signed", left)
	}
	d.press("<ctrl+a>").paste(filepath.Join(dir, "认定处.pem")).press("<enter>", "<enter>").sees("已签发 3 项", "待认定 18", "已问：请补验收意见")
	signed, _ := filepath.Glob(filepath.Join(dir, "decisions-*.zip"))
	if n := marked(t, path); len(signed) != 1 || n != 0 {
		t.Fatalf("%v, %d marks left", signed, n)
	}
	content, err := os.ReadFile(signed[0])
	if err != nil {
		t.Fatal(err)
	}
	list, err := submission.ReadDecisions(content, "d.zip")
	if err != nil || len(list.List) != 3 || list.List[1].Reason != "附件与所报项目不是一项" || list.List[0].By != "认定处" || list.List[2].Recognition != form.Pending {
		t.Fatalf("%+v %v", list, err)
	}
	for _, w := range opened(t, path, (*registry.Registry).Waiting) {
		same := func(o registry.Waiting) bool { return w.Digest == o.Digest && w.Form == o.Form && w.Row == o.Row }
		if same(queue[0]) || same(queue[1]) {
			t.Errorf("%s waits still", w.Key)
		}
		if same(queue[2]) && w.Asked != "请补验收意见" {
			t.Errorf("what was asked is not known: %+v", w)
		}
	}
	// The command that takes the file in again finds it known: it is the same file, in the same history.
	d.press("d").paste(signed[0]).press("<enter>").sees("认定 3 项")
	a := opened(t, path, func(r *registry.Registry, ctx context.Context, _ string) (*registry.Answer, error) {
		return r.Ask(ctx, "SELECT COUNT(*) FROM history WHERE what = 'decide' AND why = '附件与所报项目不是一项'")
	})
	if fmt.Sprint(a.Rows) != "[[1]]" {
		t.Errorf("%v", a)
	}
	d.press("<esc>")
	if _, ok := d.m.Top().(*beginning.StartScreen); !ok {
		t.Errorf("left to %T", d.m.Top())
	}
}

func TestRegistryScreens(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	path, received := registryMade(t, o)
	for _, size := range []struct {
		name string
		w, h int
		lang text.Lang
	}{{"80x24", 80, 24, text.ZH}, {"120x36", 120, 36, text.ZH}, {"120x36-en", 120, 36, text.EN}} {
		o := o
		o.Lang = size.lang
		d := launch(t, o, size.w, size.h)
		d.press("r").paste(path).press("<enter>")
		d.press("t").paste(received).press("<enter>")
		s := d.m.Top().(*regulator.RegistryScreen)
		s.Path = "/srv/2023.yreg"
		d.press("<up>").golden("registry-" + size.name)
		d.press("<enter>", "<down>", "<down>").golden("registry-one-" + size.name)
		d.press("<esc>", "<tab>").golden("registry-claims-" + size.name)
		d.press("<tab>", "1").paste("示例认字〔2024〕9号 2024-03-01").press("<enter>", "3").paste("请补验收意见").press("<enter>").golden("registry-waiting-" + size.name)
		d.press("<home>", "<delete>", "<down>", "<delete>")
		d.press("<esc>")
	}
}
