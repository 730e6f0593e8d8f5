package characters

import (
	"bufio"
	"encoding/hex"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"yice/text/gb18030"
)

// dump prints every code Python knows, with its character: "b0a1 554a".
const dump = `
def codes():
    for a in range(0x80): yield bytes((a,))
    for a in range(0x81, 0xff):
        for b in range(0x40, 0xff): yield bytes((a, b))
        for b in range(0x30, 0x3a):
            for c in range(0x81, 0xff):
                for d in range(0x30, 0x3a): yield bytes((a, b, c, d))
out = []
for code in codes():
    try: text = code.decode("gb18030")
    except UnicodeDecodeError: continue
    assert len(text) == 1 and text.encode("gb18030") == code
    out.append("%s %x" % (code.hex(), ord(text)))
print("\n".join(out))
`

// exchanged are the pairs of codes whose characters the editions of 2005 (the first) and 2022 exchanged. Python has the
// first edition; one that has taken a later edition over is right too.
var exchanged = map[string]string{
	"a8bc": "8135f437",
	"a6d9": "84318236", "a6da": "84318238", "a6db": "84318237", "a6dc": "84318239", "a6dd": "84318330", "a6de": "84318331",
	"a6df": "84318332", "a6ec": "84318333", "a6ed": "84318334", "a6f3": "84318335",
	"fe59": "82359037", "fe61": "82359038", "fe66": "82359039", "fe67": "82359130", "fe6d": "82359131", "fe7e": "82359132",
	"fe90": "82359133", "fea0": "82359134",
}

func TestPythonReadsEveryCodeAlike(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("YICE_CI") != "" {
			t.Fatal("NOT CHECKED: there is no python3 to judge the codes of GB 18030")
		}
		t.Skip("NOT CHECKED: there is no python3 to judge the codes of GB 18030; install it")
	}
	run := exec.CommandContext(t.Context(), python, "-c", dump)
	run.Stderr = os.Stderr
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	theirs := map[string]rune{}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		code, character, _ := strings.Cut(lines.Text(), " ")
		r, err := strconv.ParseInt(character, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		theirs[code] = rune(r)
	}
	if err := run.Wait(); err != nil {
		t.Fatal(err)
	}
	if want := int(utf8.MaxRune) + 1 - 0x800; len(theirs) != want {
		t.Fatalf("Python knows %d codes, want %d", len(theirs), want)
	}
	first := theirs["a8bc"] == 0xE7C7 && theirs["a6d9"] == 0xE78D
	for two, four := range exchanged {
		if first {
			theirs[two], theirs[four] = theirs[four], theirs[two]
		}
	}
	decoder := gb18030.NewDecoder()
	for code, r := range theirs {
		raw, err := hex.DecodeString(code)
		if err != nil {
			t.Fatal(err)
		}
		ours, _, err := transform.Bytes(decoder, raw)
		if err != nil || string(ours) != string(r) {
			t.Errorf("%s is %q here (%v), %q in Python", code, ours, err, r)
		}
		if back, ok := gb18030.Append(nil, r); !ok || string(back) != string(raw) {
			t.Errorf("%U goes out as % X here, as %s in Python", r, back, code)
		}
	}
}
