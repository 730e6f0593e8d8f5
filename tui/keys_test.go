package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing"
	"yice/seal"
	"yice/tui/handing"
	"yice/tui/trusting"
)

// withKeys gives the desk a folder of registered keys of its own.
func withKeys(t *testing.T) (func(*Options), seal.Trust) {
	t.Helper()
	tr := seal.Trust{Dir: filepath.Join(t.TempDir(), "trust")}
	return func(o *Options) { o.TrustFolder = tr.Dir }, tr
}

func newPair(t *testing.T, name string) (path string, k *seal.Key) {
	t.Helper()
	k, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), name)
	if err := seal.WriteKey(path, k, ""); err != nil {
		t.Fatal(err)
	}
	return path, k
}

func lastGroup(k *seal.Key) string {
	f := k.Public().Fingerprint()
	return f[strings.LastIndex(f, "-")+1:]
}

func holders(t *testing.T, tr seal.Trust) []seal.Holder {
	t.Helper()
	k, err := trusting.Registered(tr.Dir)
	if err != nil {
		t.Fatal(err)
	}
	return k.Holders()
}

func TestTheScreenOfKeys(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			own, tr := withKeys(t)
			d := at(t, size.w, size.h, append(size.o, own)...)
			word := map[bool]string{true: "密钥登记", false: "Keys: whose"}[size.o == nil]
			d.press("<ctrl+p>", word, "<enter>").golden("keys-none-" + size.name)
			for i, h := range []seal.Holder{
				{Name: "包头市国资委（示例）", Role: seal.Issuing},
				{Name: "包头市国资委（示例）", Role: seal.Receipting, From: "2024-01-01", To: "2026-12-31"},
				{Name: "示例水务（虚构）", Role: seal.Filing, USCC: "91150200MA0BT0013C", RevokedOn: "2024-01-10", RevokedWhy: "电脑失窃"},
				{Name: "示例水务（虚构）", Role: seal.Signing, USCC: "91150200MA0BT0013C", Person: "示例甲"},
				{Name: "旧名单里的"},
			} {
				_, k := newPair(t, "k.pem")
				h.Key = k.Public()
				if _, err := tr.Enrol(h); err != nil {
					t.Fatal(i, err)
				}
			}
			d.press("<esc>", "<ctrl+p>", word, "<enter>", "<down>", "<down>")
			d.sees("2024-01-10", "91150200MA0BT0013C")
		})
	}
}

// A key is registered by hand: nothing is trusted before its last group was typed.
func TestAKeyIsComparedBeforeItIsTrusted(t *testing.T) {
	t.Parallel()
	own, tr := withKeys(t)
	d := at(t, 80, 24, own)
	path, k := newPair(t, "water.pem")
	d.press("<ctrl+p>", "登记一把公钥", "<enter>", seal.PublicPath(path), "<enter>").sees("签发", "报送", "签字")
	d.press("报送", "<enter>").sees("91150200MA0BT0013C").press("<enter>", "<enter>", "2024-01-01 2023-01-01", "<enter>").sees("!")
	d.press("<ctrl+a>", "2024-01-01", "<enter>").sees(strings.Join(strings.Split(lastGroup(k), ""), "  "))
	if len(holders(t, tr)) != 0 {
		t.Fatal("trusted before it was compared")
	}
	d.press("0000", "<enter>").sees("没有登记").press("<esc>")
	if len(holders(t, tr)) != 0 {
		t.Fatal("trusted although it was not the last group")
	}
	d.press("<ctrl+p>", "登记一把公钥", "<enter>", seal.PublicPath(path), "<enter>", "报送", "<enter>", "<enter>", "<enter>", "2024-01-01", "<enter>")
	d.press(strings.ToLower(lastGroup(k)), "<enter>").sees("已登记")
	all := holders(t, tr)
	if len(all) != 1 || all[0].Role != seal.Filing || all[0].USCC != "91150200MA0BT0013C" || all[0].From != "2024-01-01" || !all[0].Key.Equal(k.Public()) {
		t.Errorf("%+v", all)
	}
	if d.m.o.Trust != tr.Dir {
		t.Error("keys are registered and not asked for")
	}
	d.press("<ctrl+p>", "密钥登记", "<enter>", "<enter>").sees("指纹").press("<esc>")
	d.press("r", "<ctrl+a>", "明天", "<enter>").sees("不是日期").press("<ctrl+a>", "2024-01-15", "<enter>", "<enter>").sees("必须填写").press("电脑失窃", "<enter>").sees("电脑失窃")
	if all = holders(t, tr); all[0].RevokedOn != "2024-01-15" {
		t.Errorf("%+v", all)
	}
	d.press("<delete>").sees("移除").press("<enter>")
	if len(holders(t, tr)) != 0 || d.m.o.Trust != "" {
		t.Error("it was not removed")
	}
}

// The first register shows its root's fingerprint; later ones come from that root, with a higher number.
func TestARegisterIsComparedBeforeItIsTrusted(t *testing.T) {
	t.Parallel()
	own, tr := withKeys(t)
	root, rk := newPair(t, "root.pem")
	theirs := seal.Trust{Dir: filepath.Join(t.TempDir(), "theirs")}
	if _, err := theirs.Enrol(seal.Holder{Name: "包头市国资委（示例）", Role: seal.Issuing, Key: rk.Public()}); err != nil {
		t.Fatal(err)
	}
	register := func() string {
		t.Helper()
		out := filepath.Join(t.TempDir(), "keys.zip")
		if _, err := filing.IssueRegister(theirs, out, root, nil, clock); err != nil {
			t.Fatal(err)
		}
		return out
	}
	first := register()
	d := at(t, 120, 36, own)
	take := func(path string) *driver {
		return d.press("<ctrl+p>", "收下国资委的密钥名册", "<enter>", path, "<enter>")
	}
	take(first).sees("第 1 号", "逐组核对")
	if len(holders(t, tr)) != 0 {
		t.Fatal("trusted before it was compared")
	}
	d.press("<enter>").sees("不一致").press(lastGroup(rk), "<enter>").sees("新增 1")
	if len(holders(t, tr)) != 1 {
		t.Fatal("the register was not taken")
	}
	take(register()).sees("第 2 号", "新增 0")
	take(first).sees("只接受号更大的").press("<enter>")
	d.press("<ctrl+p>", "密钥登记", "<enter>").sees("名册第 2 号")
}

func TestAKeyIsMadeAtTheDesk(t *testing.T) {
	t.Parallel()
	own, _ := withKeys(t)
	d := at(t, 80, 24, own)
	path := filepath.Join(t.TempDir(), "our.pem")
	d.press("<f6>").sees("没有密钥：在「签名密钥」一行按 Enter")
	d.toRow("签名密钥").press("<enter>", "生成一把新密钥", "<enter>", "<ctrl+a>", path, "<enter>", "开门", "<enter>", "关门", "<enter>").sees("不一样")
	if _, err := os.Stat(path); err == nil {
		t.Fatal("a key was made under two passphrases")
	}
	d.press("<enter>", "生成一把新密钥", "<enter>", "<ctrl+a>", path, "<enter>", "开门", "<enter>", "开门", "<enter>").sees("密钥已生成")
	k, err := seal.ReadKey(path, func() (string, error) { return "开门", nil })
	if err != nil {
		t.Fatal(err)
	}
	d.sees(strings.Join(strings.Split(lastGroup(k), ""), "  "))
	if s := d.m.Top().(*handing.SubmitScreen); s.KeyFile != path {
		t.Errorf("the submission is not signed with it: %q", s.KeyFile)
	}
}

// A damaged folder is said to be, and is no folder without keys.
func TestADamagedFolderIsSaid(t *testing.T) {
	t.Parallel()
	own, tr := withKeys(t)
	if err := os.MkdirAll(tr.Dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(tr.Dir, "keys.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := at(t, 80, 24, own)
	d.press("<ctrl+p>", "密钥登记", "<enter>").reads("keys.json")
	if d.m.o.Trust != tr.Dir {
		t.Error("nobody is asked for")
	}
}

// An issued pack comes in at the desk with the signature of a key that may issue packs, and not with another's.
func TestAPackIsTakenAtTheDesk(t *testing.T) {
	t.Parallel()
	own, tr := withKeys(t)
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "pack.toml")
	if err := os.WriteFile(path, []byte(strings.Replace(string(source), `"draft"`, `"issued"`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	key, k := newPair(t, "k.pem")
	if _, err := filing.SignPack(path, key, nil); err != nil {
		t.Fatal(err)
	}
	h := seal.Holder{Name: "包头市国资委（示例）", Role: seal.Deciding, Key: k.Public()}
	if _, err := tr.Enrol(h); err != nil {
		t.Fatal(err)
	}
	d := at(t, 120, 36, own)
	take := func() *driver { return d.press("<ctrl+p>", "收下政策包", "<enter>", path, "<enter>") }
	take().sees("登记为认定").press("<enter>")
	h.Role = seal.Issuing
	if _, err := tr.Enrol(h); err != nil {
		t.Fatal(err)
	}
	take().sees("签发人 包头市国资委（示例）")
	packs, err := d.m.desk.w.Packs()
	if err != nil || len(packs) != 1 || packs[0].Status != "issued" {
		t.Errorf("%v %v", packs, err)
	}
	if !d.m.stand.Sheet.Official {
		t.Error("it does not score")
	}
	take().sees("没有变动")
}
