package browser

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/filing/page/document"
	"yice/filing/submission/submissiontest"
	"yice/seal"
)

var chromium *Chromium

func TestMain(m *testing.M) {
	var err error
	if chromium, err = Open(); err != nil && os.Getenv("YICE_CI") != "" {
		fmt.Fprintln(os.Stderr, "NOT CHECKED: no browser opens the pages:", err)
		os.Exit(1)
	}
	code := m.Run()
	if chromium != nil {
		chromium.Close()
	}
	os.Exit(code)
}

// opened loads an address in a tab of its own.
func opened(t testing.TB, url string) *Tab {
	t.Helper()
	if chromium == nil {
		t.Skip("NOT CHECKED: there is no chromium to open the pages; install it")
	}
	tab, err := chromium.Tab(1100, 1400)
	if err != nil {
		t.Fatal(err)
	}
	if err := tab.Load(url); err != nil {
		t.Fatal(err)
	}
	return tab
}

// verdict waits for the state of the band, and gives what a person reads then.
func verdict(t testing.TB, tab *Tab) (state, read string) {
	t.Helper()
	state, err := tab.Verified()
	if err != nil {
		t.Fatal(err)
	}
	if read, err = tab.Text(); err != nil {
		t.Fatal(err)
	}
	return state, read
}

// evaluated runs a script that gives a value.
func evaluated[T any](t testing.TB, tab *Tab, script string) (v T) {
	t.Helper()
	if err := tab.Eval(&v, script); err != nil {
		t.Fatal(err)
	}
	return v
}

// shot keeps a picture where YICE_PICTURES names a folder for them.
func shot(t testing.TB, tab *Tab, name string) {
	t.Helper()
	if dir := os.Getenv("YICE_PICTURES"); dir != "" {
		if err := tab.Picture(filepath.Join(dir, name+".png"), false); err != nil {
			t.Fatal(err)
		}
	}
}

func has(t testing.TB, read string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(read, w) {
			t.Errorf("%q is not there to read", w)
		}
	}
}

func hasNot(t testing.TB, read string, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(read, w) {
			t.Errorf("%q is there to read", w)
		}
	}
}

func TestAGoodFileProvesItself(t *testing.T) {
	tab := opened(t, selfProving(t, sealed(t, year{}), "good.html")+"#zh")
	state, read := verdict(t, tab)
	if state != "partly" {
		t.Errorf("a draft of a signer that nobody asked about is %s", state)
	}
	has(t, read, "示例水务（虚构）", "82.58", "4,445.00", "复算一致", "模拟", filer.Public().Fingerprint(), "本页由报送的一方提供")
	shot(t, tab, "self-proving-zh")

	// A line opens down to a record and its cells.
	evaluated[any](t, tab, `document.querySelectorAll("details.line").forEach((d) => d.open = true)`)
	if err := tab.Await(`document.querySelector("details.line details.use")`); err != nil {
		t.Fatal(err)
	}
	evaluated[any](t, tab, `document.querySelectorAll("details.use").forEach((d) => d.open = true)`)
	if err := tab.Await(`document.querySelector("details.use dl.cells")`); err != nil {
		t.Fatal(err)
	}
	_, read = verdict(t, tab)
	has(t, read, "算式", "data/project.csv 第 2 行", "城市供水管网漏损智能识别关键技术研究")

	// The language changes and what is open stays open.
	evaluated[any](t, tab, `document.getElementById("language").click()`)
	_, read = verdict(t, tab)
	has(t, read, "Whole; the score is a simulation", "data/project.csv, row 2", "Fingerprint of the key")
	evaluated[any](t, tab, `document.querySelector("details.compare").open = true`)
	evaluated[any](t, tab, `(() => { const f = document.querySelector(".compare input"); f.value = "`+strings.ToLower(filer.Public().Fingerprint())+`"; f.dispatchEvent(new Event("input")); })()`)
	_, read = verdict(t, tab)
	has(t, read, "The same: whoever told you")
	asked(t, tab)
}

// asked looks at everything the page asked for: its own file, and workers made of its own scripts.
func asked(t testing.TB, tab *Tab) {
	t.Helper()
	for _, said := range tab.Said() {
		switch {
		case strings.HasPrefix(said, "Network.requestWillBeSent") && (strings.Contains(said, `"url":"file:///`) || strings.Contains(said, `"url":"blob:`)):
		default:
			t.Errorf("the page said or asked: %.300s", said)
		}
	}
}

// Whatever is wrong with a file is named, and none of its figures stands where it could be taken for a result.
func TestABadFileIsNamedAndShowsNoResult(t *testing.T) {
	good := sealed(t, year{})
	other := submissiontest.Parts(t, sealed(t, year{rows: lines(t, 5)}))
	bad := []struct {
		name    string
		content []byte
		state   string
		says    string // a code or an entry that is named
	}{
		{"a flipped bit", flipped(good), "bad", "archive.spelling"},
		{"a truncated file", good[:len(good)/2], "bad", "archive.spelling"},
		{"no ZIP at all", []byte("not a submission"), "bad", "archive.spelling"},
		{"a changed figure", submissiontest.Forge(t, good, func(e map[string]string) {
			e["data/annual.csv"] = strings.Replace(e["data/annual.csv"], "800000000.00", "700000000.00", 1)
		}), "bad", "data/annual.csv"},
		{"a wrong signature", submissiontest.Forge(t, good, func(e map[string]string) { e["manifest.sm2sig"] = other["manifest.sm2sig"] }), "bad", "signature.bad"},
		{"no signature where one was", submissiontest.Forge(t, good, func(e map[string]string) {
			delete(e, "manifest.sm2sig")
			delete(e, "signer.pem")
		}), "bad", "signature.stripped"},
		{"a stranger's entry", submissiontest.Forge(t, good, func(e map[string]string) {
			e["evidence.txt"] = "a\n"
			submissiontest.Reseal(t, e)
		}), "bad", "entry.stranger"},
		{"a better score", submissiontest.Forge(t, good, func(e map[string]string) {
			e["sheet.json"] = strings.Replace(e["sheet.json"], `"82.58"`, `"92.58"`, 1)
			submissiontest.Reseal(t, e)
		}), "bad", "score.differs"},
		{"sealed tomorrow", sealed(t, year{sealedAt: time.Now().Add(24 * time.Hour)}), "bad", "seal.future"},
		{"encrypted", enveloped(t, good), "unknown", "加密"},
	}
	// All of them on one page of one's own, then two as pages of their own.
	tab := opened(t, ownPage(t, document.Basis{})+"#zh")
	if err := tab.Await(`document.getElementById("files")`); err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, b := range bad {
		files = append(files, stored(t, b.name+".zip", b.content))
	}
	if err := tab.Choose("#files", files...); err != nil {
		t.Fatal(err)
	}
	if err := tab.Await(fmt.Sprintf(`document.querySelectorAll(".results tr.bad, .results tr.unknown, .results tr.partly, .results tr.good").length === %d`, len(bad))); err != nil {
		t.Fatal(err)
	}
	for i, b := range bad {
		evaluated[any](t, tab, fmt.Sprintf(`document.querySelectorAll(".results tbody tr")[%d].click()`, i))
		_, read := verdict(t, tab)
		t.Run(b.name, func(t *testing.T) {
			named(t, tab, evaluated[string](t, tab, `document.querySelector("article .verdict").className`), read, b.state, b.says)
		})
		shot(t, tab, "bad-"+strings.ReplaceAll(b.name, " ", "-"))
	}
	asked(t, tab)
	for _, i := range []int{0, len(bad) - 1} {
		tab := opened(t, selfProving(t, bad[i].content, "bad.html")+"#zh")
		state, read := verdict(t, tab)
		named(t, tab, state, read, bad[i].state, bad[i].says)
		shot(t, tab, "bad-own-"+strings.ReplaceAll(bad[i].name, " ", "-"))
		asked(t, tab)
	}
}

// named asks that a bad file is called so, that what is wrong is named, and that no figure of it is there to read; and that
// each part of what may be opened beneath the line bears the stamp.
func named(t *testing.T, tab *Tab, state, read, want, says string) {
	t.Helper()
	if !strings.Contains(state, want) {
		t.Errorf("the band is %s, not %s:\n%.900s", state, want, read)
	}
	has(t, read, says)
	hasNot(t, read, "82.58", "92.58", "4,445.00", "核验通过", "内容完好")
	if !evaluated[bool](t, tab, `!!document.querySelector("details.unverified")`) {
		return
	}
	evaluated[any](t, tab, `document.querySelector("details.unverified").open = true`)
	if err := tab.Await(`document.querySelector(".unverified .inner")`); err != nil {
		t.Fatal(err)
	}
	if bare := evaluated[int](t, tab, `[...document.querySelectorAll(".unverified .figure, .unverified h2")].filter((e) => !e.querySelector(".stamp")).length`); bare > 0 {
		t.Errorf("%d parts stand without the stamp", bare)
	}
	evaluated[any](t, tab, `document.querySelector("details.unverified").open = false`)
}

func flipped(content []byte) []byte {
	bad := bytes.Clone(content)
	bad[len(bad)/2] ^= 1
	return bad
}

func enveloped(t testing.TB, content []byte) []byte {
	t.Helper()
	sealed, err := seal.Envelop(content, issuer.Public())
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

// What people typed stays text, whatever it looks like.
func TestMarkupInTheDataStaysText(t *testing.T) {
	const markup = `</script><script>window.TAKEN=1</script><img src=x onerror=window.TAKEN=1>{{7*7}}&lt;b&gt;`
	tab := opened(t, selfProving(t, sealed(t, year{rows: hostile(t, markup)}), "hostile.html")+"#zh")
	verdict(t, tab)
	evaluated[any](t, tab, `(async () => { for (let i = 0; i < 4; i++) { document.querySelectorAll("details").forEach((d) => d.open = true); await new Promise((r) => setTimeout(r, 150)); } })()`)
	_, read := verdict(t, tab)
	has(t, read, markup)
	if n := evaluated[int](t, tab, `document.querySelectorAll("img, iframe, object, embed, svg, main script, main style, main link").length`); n != 0 {
		t.Errorf("%d elements came out of the data", n)
	}
	if evaluated[bool](t, tab, `!!window.TAKEN`) {
		t.Error("a script of the data ran")
	}
	asked(t, tab)
}

// The policy of the page forbids what its scripts do not do.
func TestThePolicyHolds(t *testing.T) {
	tab := opened(t, selfProving(t, sealed(t, year{}), "good.html")+"#zh")
	verdict(t, tab)
	for what, script := range map[string]string{
		"a script added later": `(() => { try { const s = document.createElement("script"); s.textContent = "window.ran = 1"; document.body.append(s); } catch {} return !!window.ran; })()`,
		"markup of a string":   `(() => { const d = document.createElement("div"); try { d.innerHTML = "<b>x</b>"; } catch {} return !!d.firstChild; })()`,
		"the network":          `fetch("http://127.0.0.1:9/").then(() => true, () => false)`,
		"code of a string":     `(() => { const b = document.createElement("button"); try { b.setAttribute("onclick", "window.clicked = 1"); } catch {} document.body.append(b); b.click(); return !!window.clicked; })()`,
	} {
		if evaluated[bool](t, tab, script) {
			t.Errorf("the page lets through %s", what)
		}
	}
}

// Where the browser makes no worker for the page, the verifier runs in it.
func TestItVerifiesWithoutAWorker(t *testing.T) {
	for what, without := range map[string]string{
		"none at all":        `delete self.Worker`,
		"one that never ran": `self.Worker = class { constructor() { setTimeout(() => this.onerror({ preventDefault() {} }), 50); } postMessage() {} terminate() {} }`,
	} {
		if chromium == nil {
			t.Skip("NOT CHECKED: there is no chromium to open the pages; install it")
		}
		tab, err := chromium.Tab(1100, 1400)
		if err != nil {
			t.Fatal(err)
		}
		if err := tab.Before(without); err != nil {
			t.Fatal(err)
		}
		if err := tab.Load(selfProving(t, sealed(t, year{}), "good.html") + "#zh"); err != nil {
			t.Fatal(err)
		}
		state, read := verdict(t, tab)
		if state != "partly" {
			t.Errorf("%s: %s", what, state)
		}
		has(t, read, "82.58")
	}
}

// A page that was cut off says so and shows nothing.
func TestAPageThatIsNotWholeSaysSo(t *testing.T) {
	whole, err := os.ReadFile(strings.TrimPrefix(selfProving(t, sealed(t, year{}), "good.html"), "file://"))
	if err != nil {
		t.Fatal(err)
	}
	tab := opened(t, "file://"+stored(t, "cut.html", whole[:len(whole)-9000])+"#zh")
	state, read := verdict(t, tab)
	if state != "broken" {
		t.Errorf("half a page is %s", state)
	}
	has(t, read, "没有核验")
	hasNot(t, read, "示例水务", "82.58")
}

// A page of one's own measures what is dropped on it, the submission inside somebody's page among it.
func TestAPageOfOnesOwnMeasures(t *testing.T) {
	good := sealed(t, year{issued: true})
	s, err := example()
	if err != nil {
		t.Fatal(err)
	}
	source := []byte(submissiontest.Parts(t, good)["pack.toml"])
	signature := []byte(submissiontest.Parts(t, good)["pack.toml.sm2sig"])
	basis := document.Basis{Keys: keys(t, filer), Pack: source, PackSignature: signature, PackName: s.Pack.ID}
	theirs := strings.TrimPrefix(selfProving(t, good, "theirs.html"), "file://")
	files := []string{stored(t, "good.zip", good), theirs, stored(t, "draft.zip", sealed(t, year{})), stored(t, "flipped.zip", flipped(good)), stored(t, "garbage.zip", []byte("x"))}

	tab := opened(t, ownPage(t, basis)+"#zh")
	if err := tab.Await(`document.getElementById("files")`); err != nil {
		t.Fatal(err)
	}
	if err := tab.Choose("#files", files...); err != nil {
		t.Fatal(err)
	}
	if err := tab.Await(fmt.Sprintf(`document.querySelectorAll(".results tr.good, .results tr.partly, .results tr.bad").length === %d`, len(files))); err != nil {
		t.Fatal(err)
	}
	got := evaluated[[]string](t, tab, `[...document.querySelectorAll(".results tbody tr")].map((r) => r.className.replace("link ", "").replace(" shown", ""))`)
	if want := []string{"good", "good", "bad", "bad", "bad"}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("verdicts are %v, not %v", got, want)
	}
	_, read := verdict(t, tab)
	has(t, read, "核验通过", "示例国资委", "核定", "别人给的核验页证明不了什么")
	shot(t, tab, "own-zh")
	asked(t, tab)

	// Pinned by fingerprint: another enterprise's key is not known here.
	for fingerprint, want := range map[string]string{filer.Public().Fingerprint(): "partly", issuer.Public().Fingerprint(): "bad"} {
		tab := opened(t, ownPage(t, document.Basis{Fingerprints: []string{fingerprint}})+"#zh")
		if err := tab.Await(`document.getElementById("files")`); err != nil {
			t.Fatal(err)
		}
		if err := tab.Choose("#files", stored(t, "draft.zip", sealed(t, year{}))); err != nil {
			t.Fatal(err)
		}
		if state, _ := verdict(t, tab); state != want {
			t.Errorf("pinned to %s it is %s, not %s", fingerprint, state, want)
		}
	}
}

func TestItIsReadOnAPhoneAndInTheDark(t *testing.T) {
	url := selfProving(t, sealed(t, year{}), "good.html")
	tab := opened(t, url+"#zh")
	if err := tab.Size(360, 1500); err != nil {
		t.Fatal(err)
	}
	verdict(t, tab)
	evaluated[any](t, tab, `document.querySelectorAll("details").forEach((d) => d.open = true)`)
	if wide := evaluated[int](t, tab, `document.scrollingElement.scrollWidth`); wide > 360 {
		t.Errorf("it is %d pixels wide on a phone of 360", wide)
	}
	shot(t, tab, "phone-zh")
	if err := tab.Size(1100, 1400); err != nil {
		t.Fatal(err)
	}
	if err := tab.Dark(true); err != nil {
		t.Fatal(err)
	}
	evaluated[any](t, tab, `document.getElementById("language").click()`)
	shot(t, tab, "dark-en")
}

// Printed, every sheet of paper bears the verdict and the enterprise.
func TestEverySheetOfPaperBearsTheVerdict(t *testing.T) {
	tab := opened(t, selfProving(t, sealed(t, year{}), "good.html")+"#zh")
	verdict(t, tab)
	evaluated[any](t, tab, `document.querySelectorAll("details.line").forEach((d) => d.open = true)`)
	path := filepath.Join(t.TempDir(), "page.pdf")
	if dir := os.Getenv("YICE_PICTURES"); dir != "" {
		path = filepath.Join(dir, "page.pdf")
	}
	if err := tab.Print(path); err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("YICE_CI") != "" {
			t.Fatal("NOT CHECKED: there is no pdftotext to read the print")
		}
		t.Skip("NOT CHECKED: there is no pdftotext to read the print; install poppler-utils")
	}
	out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	sheets := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	if len(sheets) < 3 {
		t.Fatalf("%d sheets", len(sheets))
	}
	for i, sheet := range sheets {
		if !strings.Contains(sheet, "得分是模拟") || !strings.Contains(sheet, "示例水务") || !strings.Contains(sheet, fmt.Sprintf("%d / %d", i+1, len(sheets))) {
			t.Errorf("sheet %d does not bear the verdict, the enterprise and its number", i+1)
		}
	}
}

// One line, and as many as a large enterprise books; rows beyond the first are asked of the verifier.
func TestFromOneLineToAMillion(t *testing.T) {
	most := 10_000
	if os.Getenv("YICE_LONG") != "" {
		most = 1_000_000
	}
	for _, n := range []int{1, most} {
		tab := opened(t, selfProving(t, sealed(t, year{rows: lines(t, n)}), "lines.html")+"#zh")
		state, read := verdict(t, tab)
		if state != "partly" {
			t.Fatalf("%d lines are %s:\n%.1500s", n, state, read)
		}
		t.Logf("%d lines: verified %.0f ms after opening", n, evaluated[float64](t, tab, `performance.now()`))
		if n == 1 {
			continue
		}
		table := `[...document.querySelectorAll("article > details.fold")].find((d) => d.textContent.includes("研发投入台账"))`
		evaluated[any](t, tab, table+`.open = true`)
		if err := tab.Await(table + `.querySelectorAll("tbody tr").length === 100`); err != nil {
			t.Fatal(err)
		}
		evaluated[any](t, tab, `[...`+table+`.querySelectorAll("button")].at(-1).click()`)
		if err := tab.Await(table + `.querySelectorAll("tbody tr").length === 200`); err != nil {
			t.Fatal(err)
		}
		if last := evaluated[string](t, tab, `[...`+table+`.querySelectorAll("tbody tr")].at(-1).textContent`); !strings.Contains(last, "记-0000199") {
			t.Errorf("the 200th line reads %.80s", last)
		}
		evaluated[any](t, tab, `(() => { const f = `+table+`.querySelector("input"); f.value = "记-0000777"; f.dispatchEvent(new Event("change")); })()`)
		if err := tab.Await(table + `.querySelectorAll("tbody tr").length === 1`); err != nil {
			t.Fatal(err)
		}
	}
}
