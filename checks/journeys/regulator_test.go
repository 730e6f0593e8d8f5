package journeys

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// regulator is the other side of a journey: a machine of its own with its keys, the year's pack and the register.
type regulator struct {
	t                 *testing.T
	bin, home, folder string
	root              string // fingerprint of the key that signs packs and the register
}

// The password of the regulator's keys, and who stands in the register.
const regulatorsWord = "委里的口令"

// newRegulator makes the keys, issues the pack of a year and signs the register with the enterprise's key in it.
func newRegulator(t *testing.T, bin, year, filer string) *regulator {
	t.Helper()
	r := &regulator{t: t, bin: bin, home: t.TempDir(), folder: t.TempDir()}
	for _, key := range []string{"root.pem", "receipt.pem"} {
		r.run("key", "new", "-o", r.at(key))
	}
	r.root = strings.TrimSpace(r.run("key", "show", r.at("root.pem.pub")))
	r.run("pack", "new", "--template", "--year", year, "-o", r.at("pack.toml"))
	source, err := os.ReadFile(r.at("pack.toml"))
	if err != nil {
		t.Fatal(err)
	}
	issued := strings.Replace(string(source), `"draft"`, `"issued"`, 1)
	if err := os.WriteFile(r.at("pack.toml"), []byte(issued), 0o600); err != nil {
		t.Fatal(err)
	}
	r.run("pack", "sign", r.at("pack.toml"), "--key", r.at("root.pem"))
	r.register("root.pem.pub", "--name", "示例国资委", "--role", "issue")
	r.register("receipt.pem.pub", "--name", "示例收件处", "--role", "receipt")
	r.register(filer, "--name", "示例水务", "--role", "file", "--uscc", "91150200MA0BT0013C")
	r.run("trust", "export", "-o", r.at("register.zip"), "--sign-key", r.at("root.pem"))
	return r
}

func (r *regulator) at(name string) string { return filepath.Join(r.folder, name) }

// register puts a key into the register: one of its own by name, another by its path.
func (r *regulator) register(key string, more ...string) {
	r.t.Helper()
	if !filepath.IsAbs(key) {
		key = r.at(key)
	}
	print := strings.TrimSpace(r.run("key", "show", key))
	r.run(append([]string{"trust", "add", key, "--fingerprint", print}, more...)...)
}

// receipt takes what was handed in and gives the receipt for it.
func (r *regulator) receipt(handedIn string) string {
	r.t.Helper()
	received := r.at("received")
	if err := os.MkdirAll(received, 0o700); err != nil {
		r.t.Fatal(err)
	}
	content, err := os.ReadFile(handedIn)
	if err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(received, filepath.Base(handedIn)), content, 0o600); err != nil {
		r.t.Fatal(err)
	}
	said := r.run("collect", received, "-o", r.at("collected.xlsx"), "--pack", r.at("pack.toml"), "--receipts", r.at("receipts"), "--sign-key", r.at("receipt.pem"))
	made, err := filepath.Glob(r.at("receipts/receipt-*.zip"))
	if err != nil || len(made) != 1 {
		r.t.Fatalf("there is no receipt: %v %v\n%s", made, err, said)
	}
	return made[0]
}

func (r *regulator) run(args ...string) string {
	r.t.Helper()
	cmd := exec.Command(r.bin, args...)
	cmd.Env = append(os.Environ(), "HOME="+r.home, "XDG_DATA_HOME="+r.home+"/data", "XDG_CONFIG_HOME="+r.home+"/config", "YICE_LANG=zh", "YICE_PASSPHRASE="+regulatorsWord)
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		r.t.Fatalf("%v: %v\n%s%s", args, err, out, said.String())
	}
	return string(out)
}

// trusts takes the regulator's register and pack in on the screen: the last group of the fingerprint is typed, as it was read out.
func (d *desk) trusts(r *regulator) {
	d.t.Helper()
	d.press("F12", "C-p").typed("名册").sees("收下国资委的密钥名册").press("Enter").typed(r.at("register.zip")).press("Enter").sees("核对指纹", "第 6 组")
	d.typed(r.root[strings.LastIndex(r.root, "-")+1:]).press("Enter").sees("已收下名册")
	d.press("F12", "F5").sees("政策包").press("C-o").typed(r.at("pack.toml")).press("Enter").sees("已收下政策包", "示例国资委", "正式")
	d.press("F12").sees("正式")
}

// receives takes a receipt in where the overview asks for it.
func (d *desk) receives(receipt string) {
	d.t.Helper()
	d.press("F12", "Tab", "Home", "Down").sees("收到国资委的回执后").press("Enter").typed(receipt).press("Enter").sees("已登记回执")
}
