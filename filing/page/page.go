package page

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"html"
	"io"
	"strings"

	"yice/filing/page/document"
	"yice/text"
)

//go:embed embedded
var embedded embed.FS

//go:embed page.html
var layout string

//go:embed page.css
var style string

//go:embed engine.js
var engine string

//go:embed draw.js
var draw string

//go:embed shell.js
var shell string

const (
	// partSize of a submission stands in one element: a browser's longest string bounds it, and a multiple of three keeps
	// padding to the last.
	partSize = 12 << 20
	// MaxSubmission is the largest submission that a page carries: a browser has to hold it twice.
	MaxSubmission = 512 << 20
)

// Write makes the self-proving page of a submission: its very bytes, and what verifies them. Name is that of the ZIP file.
// Equal submissions give equal pages.
func Write(w io.Writer, submission io.Reader, name string) error {
	return write(w, pins{Name: name, Lines: []document.BasisLine{}}, submission)
}

// WriteOwn makes a verification page of one's own, which takes files and measures them by basis.
func WriteOwn(w io.Writer, basis document.Basis) error {
	return write(w, pins{Own: true, Lines: basis.Lines(), Basis: basis}, nil)
}

// pins is what stands in a page beside its words: what it goes by, and the name of what it carries.
type pins struct {
	Own   bool                 `json:"own"`
	Name  string               `json:"name"`
	Lines []document.BasisLine `json:"lines"`
	Basis document.Basis       `json:"basis"`
}

func write(w io.Writer, p pins, submission io.Reader) error {
	parts, err := fillings(p)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	before, rest := "", layout
	for found := true; found; {
		var name string
		before, rest, found = strings.Cut(rest, "{{")
		out.WriteString(before)
		if found {
			name, rest, _ = strings.Cut(rest, "}}")
			if _, err := parts[name].WriteTo(out); err != nil {
				return err
			}
		}
	}
	n := 0
	if submission != nil {
		if n, err = carry(out, submission, partSize, MaxSubmission); err != nil {
			return err
		}
	}
	end, _ := json.Marshal(map[string]int{"parts": n})
	out.WriteString(`<script type="application/json" id="end">` + string(end) + "</script>\n</body>\n</html>\n")
	return out.Flush()
}

// carry writes the bytes of a submission, at most so many, part by part, and tells how many parts there are.
func carry(out *bufio.Writer, submission io.Reader, part, most int) (parts int, err error) {
	from := bufio.NewReader(submission)
	for total := 0; ; parts++ {
		if _, err := from.Peek(1); err != nil {
			return parts, ignoreEnd(err)
		}
		out.WriteString(`<script type="application/octet-stream" class="submission">`)
		n, err := encode(out, io.LimitReader(from, int64(min(part, most+1-total))))
		if err != nil {
			return 0, err
		}
		if total += int(n); total > most {
			return 0, fault("page.too-large", text.Cannot, text.PageTooLarge.With(most>>20))
		}
		out.WriteString("</script>\n")
	}
}

func ignoreEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// encode writes in base64 what it reads, of which it never holds more than a piece.
func encode(out io.Writer, from io.Reader) (n int64, err error) {
	letters := base64.NewEncoder(base64.StdEncoding, out)
	if n, err = io.Copy(letters, from); err != nil {
		return n, err
	}
	return n, letters.Close()
}

// in64 is what stands in a page in base64.
type in64 struct{ from io.Reader }

func (f in64) WriteTo(out io.Writer) (int64, error) { return encode(out, f.from) }

// fillings are what stands in the places of the layout: our own scripts and sentences, base64, and JSON without "<".
func fillings(p pins) (map[string]io.WriterTo, error) {
	verifier, err := embedded.Open("embedded/verifier.wasm.gz")
	if err != nil {
		return nil, fault("page.no-verifier", text.Cannot, text.PageNoVerifier)
	}
	exec, err := embedded.ReadFile("embedded/wasm_exec.js")
	if err != nil {
		return nil, fault("page.no-verifier", text.Cannot, text.PageNoVerifier)
	}
	pinned, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	said, err := json.Marshal(said())
	if err != nil {
		return nil, err
	}
	scripts := []string{string(exec), engine, draw, shell}
	all := map[string]io.WriterTo{"verifier": in64{verifier}}
	for name, words := range map[string]string{
		"policy": policy(scripts, style), "style": style, "exec": scripts[0], "engine": scripts[1], "draw": scripts[2], "shell": scripts[3],
		"pins": string(pinned), "words": string(said),
		"title": both(text.PageTitle), "starting": both(text.PageStarting), "not-yet": both(text.PageNotYet),
		"no-script": both(text.PageNoScript), "old": both(text.PageStuck),
	} {
		all[name] = strings.NewReader(words)
	}
	return all, nil
}

// both shows a sentence in its two languages, before a script can choose.
func both(p text.Pair) string {
	return html.EscapeString(p.ZH) + " · " + html.EscapeString(p.EN)
}

// policy allows the scripts and the style by their digests, the verifier to be compiled, workers made of the page's own
// scripts, and nothing else: no network, no image, no frame, no markup made of strings.
func policy(scripts []string, style string) string {
	var b strings.Builder
	b.WriteString("default-src 'none'; script-src 'wasm-unsafe-eval'")
	for _, s := range scripts {
		b.WriteString(" " + allowed(s))
	}
	b.WriteString("; style-src " + allowed(style) + "; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types yice")
	return b.String()
}

func allowed(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func fault(code string, class text.Class, say text.Pair) error {
	return &text.Fault{Code: code, Class: class, Say: say}
}
