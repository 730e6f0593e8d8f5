package intake

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

	"yice/checks/machine"
)

// Desk is the built program with an empty year to import into.
type Desk struct {
	Binary string
	Dir    string // for everything written; memory, where there is such a folder
	env    []string
	base   []byte // the workspace every case begins with
	made   atomic.Int64
	mu     sync.Mutex
	first  map[string][]map[string]string
}

// Open makes a desk whose workspaces hold three projects and nothing else.
func Open(binary, dir string) (*Desk, error) {
	d := &Desk{Binary: binary, Dir: dir, first: map[string][]map[string]string{}, env: machine.Environ(dir, "YICE_LANG=zh")}
	w := filepath.Join(dir, "base.yice")
	if err := os.Remove(w); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	if t := d.run("new", w, "--uscc", "91150200MA0BT0013C", "--name", "示例水务", "--type", "功能型", "--year", "2023"); t.exit != 0 {
		return nil, fmt.Errorf("new: %s", t.errs)
	}
	var b strings.Builder
	b.WriteString("code,name,level,source,cooperation,goal,start,end\n")
	for _, code := range projects {
		fmt.Fprintf(&b, "%s,%s,企业级,1,10,3,202301,202412\n", code, ProjectNames[code])
	}
	file := filepath.Join(dir, "project.csv")
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		return nil, err
	}
	if t := d.run("import", w, "--year", "2023", "project", file); t.exit != 0 {
		return nil, fmt.Errorf("the projects: %s%s", t.out, t.errs)
	}
	var err error
	d.base, err = os.ReadFile(w)
	return d, err
}

// told is what one run of the program said.
type told struct {
	exit      int
	out, errs string
}

func (d *Desk) run(args ...string) told {
	c := exec.Command(d.Binary, args...)
	c.Env, c.Dir = d.env, d.Dir
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return told{exit: -1, errs: err.Error()}
	}
	return told{exit: c.ProcessState.ExitCode(), out: out.String(), errs: errs.String()}
}

// export reads a form back.
func (d *Desk) export(w, form string) ([]map[string]string, error) {
	file := w + ".csv"
	defer os.Remove(file)
	if t := d.run("export", w, "--year", "2023", form, "-o", file); t.exit != 0 {
		return nil, fmt.Errorf("export: exit %d: %s", t.exit, t.errs)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))))
	r.FieldsPerRecord = -1
	all, err := r.ReadAll()
	if err != nil || len(all) == 0 {
		return nil, fmt.Errorf("the export: %w", err)
	}
	var rows []map[string]string
	for _, row := range all[1:] {
		m := map[string]string{}
		for i, v := range row {
			m[all[0][i]] = unmarked(v)
		}
		rows = append(rows, m)
	}
	return rows, nil
}

// unmarked takes off the apostrophe that an export puts before what a spreadsheet would compute.
func unmarked(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.IndexByte("=+-@\t\r", cell[1]) >= 0 {
		return cell[1:]
	}
	return cell
}

// begins gives the rows that a form has in the workspace every case begins with.
func (d *Desk) begins(form string) ([]map[string]string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if rows, ok := d.first[form]; ok {
		return rows, nil
	}
	rows, err := d.export(filepath.Join(d.Dir, "base.yice"), form)
	if err == nil {
		d.first[form] = rows
	}
	return rows, err
}

// untouched reports whether a workspace is still byte for byte the one every case begins with.
func (d *Desk) untouched(w string) bool {
	if wal, err := os.Stat(w + "-wal"); err == nil && wal.Size() > 0 {
		return false
	}
	b, err := os.ReadFile(w)
	return err == nil && bytes.Equal(b, d.base)
}

// leftOut is one row the program says it did not import.
type leftOut struct {
	Sheet, Kind, Text string
	Row               int
}

// said is what --json tells of an import.
type said struct {
	Read    int               `json:"read"`
	Added   int               `json:"added"`
	Written bool              `json:"written"`
	Refused []json.RawMessage `json:"refused"`
	Ignored []string          `json:"ignored_columns"`
	LeftOut []leftOut         `json:"left_out"`
	Asked   []struct {
		Say string `json:"say"`
	} `json:"asked"`
	Sheets []struct {
		Name  string
		Rows  int
		Taken bool
		Why   string
	} `json:"sheets"`
	Totals []struct {
		Column                  string
		Sum, Stated, Difference string
	} `json:"totals"`
}

// State is what became of a case.
type State string

// The states. Wrong is what may never happen.
const (
	CameIn  State = "right"
	Asked   State = "asked"   // and may be
	Refused State = "refused" // and may not be
	Wrong   State = "WRONG"   // exit 0 and not the truth, or written though it says not
	Broken  State = "BROKEN"  // a crash, or nothing said
)

// Verdict is what became of one case in one container.
type Verdict struct {
	Case, Container string
	State           State
	Detail          string
	Path            string // of the file or folder that shows it
}

// Good reports whether the program may do so.
func (v Verdict) Good() bool { return v.State == CameIn || v.State == Asked }

// Judge runs a case in a container, with its files in a folder of its own below dir.
func (d *Desk) Judge(dir string, c Case, container string) Verdict {
	v := Verdict{Case: c.Name, Container: container, Path: dir}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		v.State, v.Detail = Broken, err.Error()
		return v
	}
	paths, err := writeCase(dir, c, container)
	if err != nil {
		v.State, v.Detail = Broken, "the corpus: "+err.Error()
		return v
	}
	w := filepath.Join(d.Dir, fmt.Sprintf("desk-%d.yice", d.made.Add(1)))
	if err := os.WriteFile(w, d.base, 0o644); err != nil {
		v.State, v.Detail = Broken, err.Error()
		return v
	}
	defer func() {
		for _, s := range []string{"", "-wal", "-shm"} {
			os.Remove(w + s)
		}
	}()
	before, err := d.begins(c.Form)
	if err != nil {
		v.State, v.Detail = Broken, err.Error()
		return v
	}
	for n, s := range c.Steps {
		state, detail, after := d.step(w, c, s, paths, before)
		if len(c.Steps) > 1 && detail != "" {
			detail = fmt.Sprintf("step %d: %s", n+1, detail)
		}
		v.State, v.Detail = state, detail
		if !v.Good() {
			return v
		}
		before = after
	}
	return v
}

// unsaid begins what is said of a file whose figures are right, and of which rows were left out without a word.
const unsaid = "right, but not accounted for: "

// step runs one import and judges it.
func (d *Desk) step(w string, c Case, s Step, paths map[string]string, before []map[string]string) (State, string, []map[string]string) {
	args := []string{"import", w, "--year", "2023", c.Form}
	var grids []File
	for _, f := range c.Files {
		if s.Files == nil || has(s.Files, f.Name) {
			args = append(args, paths[f.Name])
			grids = append(grids, f)
		}
	}
	args = append(args, c.Flags...)
	t := d.run(append(append(args, s.Flags...), "--json")...)
	after, err := before, error(nil)
	if t.exit == 0 || !d.untouched(w) {
		after, err = d.export(w, c.Form)
	}
	if err != nil {
		return Broken, err.Error(), nil
	}
	same := equalRows(before, after)
	if strings.Contains(t.errs, "panic:") || strings.Contains(t.errs, "goroutine ") || t.exit < 0 || t.exit > 3 {
		return Broken, fmt.Sprintf("exit %d: %s", t.exit, short(t.errs)), after
	}
	var j said
	parsed := json.Unmarshal([]byte(t.out), &j)
	if t.exit != 0 && !(s.Partly && t.exit == 1) {
		return refusal(s, t, j, same), reason(t, j), after
	}
	if parsed != nil {
		return Broken, "exit 0, and --json is no JSON: " + parsed.Error(), after
	}
	if s.Expect == MustRefuse {
		return Wrong, fmt.Sprintf("came in with exit 0 (%d rows now); it may not", len(after)), after
	}
	if len(j.Ignored) > 0 {
		s.Loose = append(append([]string{}, s.Loose...), s.Spoken...)
	}
	judged := after
	if s.WithAmount {
		judged = withAmount(after)
	}
	if diff := compare(s.Truth, s.Loose, judged); diff != "" {
		return Wrong, diff, after
	}
	if miss := unaccounted(j, grids); miss != "" {
		return Wrong, unsaid + miss, after
	}
	if lost := projectsLost(s.Projects, after, j, t.out); lost != "" {
		return Wrong, lost, after
	}
	return CameIn, "", after
}

func has(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

func refusal(s Step, t told, j said, same bool) State {
	switch {
	case !same:
		return Wrong
	case strings.TrimSpace(t.errs) == "" && len(j.Refused) == 0 && len(j.Asked) == 0:
		return Broken
	case s.Expect == Right:
		return Refused
	}
	return Asked
}

// reason is what the program said when it did not import.
func reason(t told, j said) string {
	if e := strings.TrimSpace(t.errs); e != "" {
		return fmt.Sprintf("exit %d: %s", t.exit, short(e))
	}
	if len(j.Refused) > 0 {
		return fmt.Sprintf("exit %d: %d refused, the first: %s", t.exit, len(j.Refused), short(string(j.Refused[0])))
	}
	if len(j.Asked) > 0 {
		return fmt.Sprintf("exit %d: asked %d, the first: %s", t.exit, len(j.Asked), short(j.Asked[0].Say))
	}
	return fmt.Sprintf("exit %d and not a word", t.exit)
}

func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 260 {
		return string(r[:260]) + "…"
	}
	return s
}

func equalRows(a, b []map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	flat := func(rows []map[string]string) (l []string) {
		for _, r := range rows {
			l = append(l, fmt.Sprint(r))
		}
		sort.Strings(l)
		return l
	}
	x, y := flat(a), flat(b)
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}
