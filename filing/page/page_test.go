package page

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yice/filing/page/document"
	"yice/filing/page/sources"
	"yice/text"
)

const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&` + "\u2028\n"

func written(t *testing.T, submission []byte, name string) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, bytes.NewReader(submission), name); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestThePageCarriesTheVeryBytes(t *testing.T) {
	element := regexp.MustCompile(`<script type="application/octet-stream" class="submission">([^<]*)</script>`)
	const part = 12
	for _, size := range []int{1, part - 1, part, part + 1, 5 * part} {
		content := bytes.Repeat([]byte{0, 255, '<', 7}, size/4+1)[:size]
		var page bytes.Buffer
		out := bufio.NewWriter(&page)
		parts, err := carry(out, bytes.NewReader(content), part, size)
		if err != nil || out.Flush() != nil {
			t.Fatal(err)
		}
		var got []byte
		found := element.FindAllStringSubmatch(page.String(), -1)
		for _, m := range found {
			one, err := base64.StdEncoding.DecodeString(m[1])
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, one...)
		}
		if want := (size + part - 1) / part; !bytes.Equal(got, content) || len(found) != want || parts != want {
			t.Errorf("%d bytes came back as %d in %d parts, not %d", size, len(got), len(found), want)
		}
	}
}

func TestASubmissionIsNoLargerThanAPageHolds(t *testing.T) {
	var fault *text.Fault
	_, err := carry(bufio.NewWriter(io.Discard), strings.NewReader("twelve bytes"), 12, 11)
	if !errors.As(err, &fault) || fault.Code != "page.too-large" {
		t.Errorf("twelve bytes where eleven may be: %v", err)
	}
}

// Whatever a file is called and whoever a key belongs to, the page has the elements of the layout and no more.
func TestNothingFromOutsideBecomesMarkup(t *testing.T) {
	element := regexp.MustCompile(`(?i)<\s*/?[a-z!]`)
	plain, bad := written(t, []byte("x"), "x.zip"), written(t, []byte("x"), hostile)
	if got, want := len(element.FindAllString(bad, -1)), len(element.FindAllString(plain, -1)); got != want {
		t.Errorf("a hostile name makes %d tags of %d", got, want)
	}
	own := func(name string) string {
		var b strings.Builder
		if err := WriteOwn(&b, document.Basis{Pack: []byte(name), PackSignature: []byte(name), PackName: name, Fingerprints: []string{name}}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if got, want := len(element.FindAllString(own(hostile), -1)), len(element.FindAllString(own("x"), -1)); got != want {
		t.Errorf("a hostile basis makes %d tags of %d", got, want)
	}
}

// The layout has no place for a text that is not escaped: every filling is ours, base64, or JSON.
func TestTheLayoutHasNoOtherPlaces(t *testing.T) {
	all, err := fillings(pins{Name: hostile})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`\{\{([^}]*)\}\}`).FindAllStringSubmatch(layout, -1) {
		if _, ok := all[m[1]]; !ok {
			t.Errorf("nothing fills {{%s}}", m[1])
		}
	}
	for name, written := range all {
		var b strings.Builder
		if _, err := written.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		filling := b.String()
		switch name {
		case "style", "exec", "engine", "draw", "shell":
			if strings.Contains(strings.ToLower(filling), "</script") || strings.Contains(strings.ToLower(filling), "</style") || strings.Contains(filling, "<!--") {
				t.Errorf("%s would end its own element", name)
			}
		default:
			if strings.ContainsAny(filling, "<>") {
				t.Errorf("%s has a bracket", name)
			}
		}
	}
}

// The scripts make no markup of strings, reach for no network and keep nothing.
func TestTheScriptsKeepTheirPromises(t *testing.T) {
	never := []string{
		"innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "srcdoc", "DOMParser", "createContextualFragment",
		"fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "importScripts", "import(", "localStorage", "sessionStorage", "indexedDB",
		"cookie", "caches", "serviceWorker", "window.open", "http:", "https:",
	}
	for name, script := range map[string]string{"engine.js": engine, "draw.js": draw, "shell.js": shell} {
		for _, word := range never {
			if strings.Contains(script, word) {
				t.Errorf("%s has %s", name, word)
			}
		}
	}
}

func TestThePolicyAllowsTheScriptsOfThePageAndNoOther(t *testing.T) {
	page := written(t, []byte("x"), "x.zip")
	policy := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)
	if policy == nil {
		t.Fatal("no policy")
	}
	scripts := regexp.MustCompile(`(?s)<script(?: class="engine")?>(.*?)</script>`).FindAllStringSubmatch(page, -1)
	if len(scripts) != 4 {
		t.Fatalf("%d scripts", len(scripts))
	}
	for _, s := range scripts {
		if !strings.Contains(policy[1], allowed(s[1])) {
			t.Errorf("not allowed: %.60q", s[1])
		}
	}
	if n := strings.Count(policy[1], "sha256-"); n != len(scripts)+1 {
		t.Errorf("%d digests for %d scripts and a style", n, len(scripts))
	}
	for _, forbidden := range []string{"unsafe-inline", "'unsafe-eval'", "data:", "http", "*"} {
		if strings.Contains(policy[1], forbidden) {
			t.Errorf("the policy has %s", forbidden)
		}
	}
}

// Every word that a script asks for is there in both languages, and none is there for nothing.
func TestTheScriptsAskForWordsThatAreThere(t *testing.T) {
	asked := map[string]bool{}
	for _, script := range []string{draw, shell} {
		for _, m := range regexp.MustCompile(`word(?:\(|s\[)"([a-z0-9-]+)"|word\([a-z.]+ \? "([a-z0-9-]+)" : "([a-z0-9-]+)"\)|"(col-[a-z]+)"`).FindAllStringSubmatch(script, -1) {
			for _, name := range m[1:] {
				asked[name] = true
			}
		}
	}
	delete(asked, "")
	for name := range words {
		if strings.HasPrefix(name, "mark-") {
			asked[name] = true // put together by the script
		}
		if !asked[name] {
			t.Errorf("no script says %q", name)
		}
	}
	for name := range asked {
		if p, ok := words[name]; !ok && name != "mark-" || ok && (p.ZH == "" || p.EN == "") {
			t.Errorf("a script says %q, which is not there", name)
		}
	}
}

// The compiled verifier is what these sources make. Where this fails: go generate ./filing/page.
func TestTheVerifierIsCompiledFromTheseSources(t *testing.T) {
	const root = "../.."
	want, err := sources.List(root)
	if err != nil {
		t.Fatal(err)
	}
	modules, err := sources.Modules(root)
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile("embedded/sources.txt")
	if err != nil {
		t.Fatal(err)
	}
	there := strings.Split(strings.TrimSpace(string(content)), "\n")[1:] // behind the version of Go
	for _, line := range want {
		if !slices.Contains(there, line) {
			t.Errorf("not compiled from %s: run go generate ./filing/page", line)
		}
	}
	for _, line := range there {
		fields := strings.Fields(line)
		if fields[0] == "module" {
			if now := "module " + fields[1] + " " + modules[fields[1]]; now != line {
				t.Errorf("compiled with %s, go.mod has %s: run go generate ./filing/page", line, now)
			}
			continue
		}
		if !slices.Contains(want, line) {
			t.Errorf("compiled from %s, which is no longer so: run go generate ./filing/page", line)
		}
	}
}
