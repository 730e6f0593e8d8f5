package tui

import (
	"context"
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/internal/effort"
	"yice/scoring"
	"yice/store"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/overview"
)

// spelt gives Chinese data in ASCII, each character always alike, so that what is Chinese on a screen is the program's.
func spelt(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case chinese(r):
			b.WriteByte(byte('a' + r%26))
		case r > unicode.MaxASCII:
			b.WriteByte('-')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// chinese reports whether a character is written in Chinese alone: ideographs and the punctuation of full width.
func chinese(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

// In English money is said in one way: the unit stands behind no figure but in the column of units of a form.
func TestNoFigureHasItsUnitBehindIt(t *testing.T) {
	t.Parallel()
	behind := regexp.MustCompile(`\d CNY( 10*[km]\b| *$| [^\d])`)
	all, err := filepath.Glob("testdata/*-en.golden")
	if err != nil || len(all) < 60 {
		t.Fatal(len(all), err)
	}
	for _, name := range all {
		if strings.HasPrefix(filepath.Base(name), "card-") {
			continue
		}
		screen, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(screen), "\n") {
			if behind.MatchString(line) {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

var ownWords = regexp.MustCompile(`(?m)^(\s*(?:name|doc|reason|text)\s*=\s*)"([^"]*)"`)

// plainPack is the built-in template with the words it has for the example enterprise in ASCII.
func plainPack(t *testing.T) *scoring.Pack {
	t.Helper()
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(source), "[[enterprise]]")
	own := ownWords.ReplaceAllStringFunc(string(source[at:]), func(line string) string {
		m := ownWords.FindStringSubmatch(line)
		return m[1] + `"` + spelt(m[2]) + `"`
	})
	pack, err := scoring.Load([]byte(string(source[:at]) + own))
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

// plainExample makes a workspace with the worked enterprise, its names and titles in ASCII.
func plainExample(t *testing.T, o Options) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "example.yice")
	w, err := store.Create(path, store.Options{Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	for _, year := range []int{2022, 2023} {
		s, err := entry.Open(w, "91150200MA0BT0013C", year, entry.Options{Who: o.Who, Template: o.Template, Now: o.Now, Create: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := filing.ImportFolder(context.Background(), s, plainFolder(t, year), filing.ImportOptions{Who: o.Who}); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func plainFolder(t *testing.T, year int) string {
	t.Helper()
	from, to := fmt.Sprintf("../examples/golden-2023/%d", year), filepath.Join(t.TempDir(), fmt.Sprint(year))
	if err := os.Mkdir(to, 0o755); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(from + "/*.csv")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		in, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(in).ReadAll()
		in.Close()
		if err != nil {
			t.Fatal(err)
		}
		f := form.ByID(strings.TrimSuffix(filepath.Base(file), ".csv"))
		for c, id := range rows[0] {
			if fd := f.Field(id); fd.Kind != form.Text && fd.Kind != form.Note && fd.Kind != form.ID && fd.Kind != form.Ref || f.ID == "checklist" && id == "item" {
				continue
			}
			for _, row := range rows[1:] {
				row[c] = spelt(row[c])
			}
		}
		out, err := os.Create(filepath.Join(to, filepath.Base(file)))
		if err != nil {
			t.Fatal(err)
		}
		cw := csv.NewWriter(out)
		if err := cw.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// walker looks at screens and keeps every line that is not English, once.
type walker struct {
	*driver
	told map[string]string
	seen map[string]bool
}

// ownCity is the name of the policy's own city: a proper name that the documents of its bodies bear, in any language.
const ownCity = "包头市"

func (w *walker) look(where string) {
	for _, line := range strings.Split(ansi.Strip(w.m.View().Content), "\n") {
		if strings.ContainsFunc(strings.ReplaceAll(line, ownCity, ""), chinese) {
			if line = strings.TrimSpace(line); w.told[line] == "" {
				w.told[line] = where
			}
		}
	}
	if dir := os.Getenv("YICE_SCREENS"); dir != "" { // to read them all
		name := strings.NewReplacer("/", "_", " ", "_").Replace(where)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%dx%d %s", w.m.w, w.m.h, name)), []byte(ansi.Strip(w.m.View().Content)), 0o644); err != nil {
			w.t.Error(err)
		}
	}
}

// out goes back to the overview from wherever it is.
func (w *walker) out() {
	for range 12 {
		if w.m.here() == overview.InOverview && len(w.m.layers) == 0 {
			return
		}
		if w.press("<esc>"); w.m.here() == overview.InOverview && len(w.m.layers) == 0 {
			return
		}
	}
	w.press("<f12>")
}

// layers looks at what lies over a screen, page by page.
func (w *walker) deeper(where string) {
	w.look(where)
	if len(w.m.layers) == 0 {
		return
	}
	for i := range 4 {
		if len(w.m.layers) == 0 {
			return
		}
		w.press("<pgdown>")
		w.look(fmt.Sprintf("%s, %d", where, i))
	}
}

// go_ goes a way from the overview: a form first, where the way begins with one.
func (w *walker) go_(way []string) {
	w.out()
	if len(way) > 0 && form.ByID(way[0]) != nil {
		w.form(way[0])
		way = way[1:]
	}
	w.press(way...)
}

// onEveryScreen reports an action that is live on every common screen, whichever it is looked at from.
func onEveryScreen(m *Root, a *Action) bool {
	return !slices.ContainsFunc(m.places, func(p *Place) bool { return p.Common && !a.Where.Has(p) })
}

// every does everything that can be done at a place, and looks at what comes of it.
func (w *walker) every(place string, way ...string) {
	w.go_(way)
	w.look(place)
	at := w.m.here()
	for i := range w.m.actions {
		a := &w.m.actions[i]
		id := place + "/" + a.ID
		if a.Do == nil || !a.Where.Has(at) || w.seen[a.ID] && onEveryScreen(w.m, a) || strings.HasPrefix(a.ID, "quit") && w.seen["quit"] {
			continue
		}
		w.seen[a.ID] = true
		w.go_(way)
		if w.m.here() != at || !a.Live(w.m, at) {
			continue
		}
		key := ""
		if len(a.Keys) > 0 {
			key = a.Keys[0]
		}
		w.run(a.Do(w.m, key))
		w.settle()
		w.deeper(id)
		if w.quit {
			w.t.Fatalf("%s left the program", id)
		}
	}
	w.out()
}

// In English nothing on any screen is Chinese but data: every place, everything that can be done there, every form as a table
// and as a card, every line explained, every page of help.
func TestEnglishIsEnglish(t *testing.T) {
	t.Parallel()
	pack := plainPack(t)
	for _, size := range [][2]int{{80, 24}, {120, 36}}[:effort.Of(1, 2)] {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			o := testOptions(t)
			o.Who, o.Lang = "Li Ming", text.EN
			o.Template = func(year int) (*scoring.Pack, bool) { return pack, year == 2023 }
			o.Path = plainExample(t, o)
			w := &walker{driver: launch(t, o, size[0], size[1]), told: map[string]string{}, seen: map[string]bool{}}
			w.walk()
			for _, line := range slices.Sorted(maps.Keys(w.told)) {
				t.Errorf("%s: %s", w.told[line], line)
			}
		})
	}
}

func (w *walker) walk() {
	part := effort.Of(2, 1) // the quick run opens each other field in the table, and those between in the record
	w.look("overview")
	for _, f := range w.m.stand.States {
		w.out()
		w.form(f.Form.ID)
		w.look("form " + f.Form.ID)
		if f.Form.Single() {
			for i := range f.Form.Fields {
				w.press("<down>")
				w.look(fmt.Sprintf("card %s %d", f.Form.ID, i))
			}
			continue
		}
		if f.Rows == 0 {
			w.press("<ctrl+n>")
		}
		for i := range f.Form.Fields {
			w.look(fmt.Sprintf("table %s %d", f.Form.ID, i))
			if f.Form.Fields[i].Worded { // opened it is the pack's own spelling
				w.press("<right>")
				continue
			}
			if i%part == 0 {
				w.press("<enter>")
				w.look(fmt.Sprintf("cell %d of %s", i, f.Form.ID))
				w.press("<esc>")
			}
			w.press("<right>")
		}
		w.press("<home>", "<ctrl+e>")
		w.look("record of " + f.Form.ID)
		for i := range f.Form.Fields {
			if f.Form.Fields[i].Worded {
				w.press("<down>")
				continue
			}
			if (i+1)%part == 0 {
				w.press("<enter>")
				w.look(fmt.Sprintf("field %d of %s", i, f.Form.ID))
				w.press("<f2>")
				w.look(fmt.Sprintf("help on field %d of %s", i, f.Form.ID))
				w.press("<esc>", "<esc>")
			}
			w.press("<down>")
		}
	}
	w.out()
	for _, id := range w.m.stand.Sheet.ExplainIDs() {
		w.run(judging.Explain(w.m, id))
		w.settle()
		for i := range 4 {
			w.look(fmt.Sprintf("explanation of %s %d", id, i))
			w.press("<pgdown>")
		}
		w.out()
	}
	for _, p := range []struct {
		name string
		way  []string
	}{
		{"overview", nil},
		{"steps", []string{"<tab>"}},
		{"table", []string{"spend"}},
		{"annual", []string{"annual"}},
		{"record", []string{"patent", "<ctrl+e>"}},
		{"score", []string{"<f4>"}},
		{"checks", []string{"<f3>"}},
		{"what if", []string{"<f8>"}},
		{"next steps", []string{"<f8>", "<tab>"}},
		{"policy", []string{"<f5>"}},
		{"assumed", []string{"<f5>", "<tab>"}},
		{"own", []string{"<f5>", "<tab>", "<tab>"}},
		{"readings", []string{"<f5>", "<tab>", "<tab>", "<tab>"}},
		{"last year's", []string{"<f5>", "<tab>", "<tab>", "<tab>", "<tab>"}},
		{"submit", []string{"<f6>"}},
		{"history", []string{"<ctrl+u>"}},
	} {
		w.every(p.name, p.way...)
		w.go_(p.way)
		w.press("<f2>")
		for i := range 4 {
			w.look(fmt.Sprintf("help at %s %d", p.name, i))
			w.press("<pgdown>")
			w.look(fmt.Sprintf("help at %s %d, below", p.name, i))
			w.press("<tab>")
		}
		w.out()
	}
}
