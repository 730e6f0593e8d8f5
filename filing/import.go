package filing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"yice/book"
	"yice/entry"
	"yice/filing/intake"
	"yice/form"
	"yice/store"
	"yice/text"
)

// batch is one import of one or more files: all of it, or with GoodRows its good rows, or nothing.
type batch struct {
	s    *entry.Session
	o    ImportOptions
	jobs []*job
	rows map[string]*standing // registers by form id, read when first needed
	read int64                // rows of files that are done, for the progress
	// taken are the imports that a file of this one takes the place of, by their entries.
	taken map[int64]bool
	// watch, where set, hears of every row: the preview.
	watch func(*job, fated)
}

// errRefused ends a transaction in which a row was refused.
var errRefused = errors.New("filing: a row was refused")

func newBatch(s *entry.Session, o ImportOptions) *batch {
	return &batch{s: s, o: o, rows: make(map[string]*standing), taken: make(map[int64]bool)}
}

func (b *batch) add(f *form.Form, src *Source) error {
	if reason := b.o.AcceptDifference; reason != "" {
		if say, hollow := book.Hollow(reason); hollow {
			return fault("filing.difference-reason", text.Usage, say)
		}
	}
	j, err := newJob(b, f, src)
	if err == nil {
		b.jobs = append(b.jobs, j)
	}
	return err
}

func (b *batch) standing(f *form.Form) *standing {
	if b.rows[f.ID] == nil {
		b.rows[f.ID] = newStanding(f, b.s.Records(f))
	}
	return b.rows[f.ID]
}

// names gives what references to a form may be written as besides their key: another natural key, a name that only one
// row has.
func (b *batch) names(formID string) map[string]string {
	f := b.s.Forms().ByID(formID)
	if f == nil || !f.Keyed() {
		return nil
	}
	return b.standing(f).names()
}

// run reads every file and, unless it must not, writes what comes in as one step of undo.
func (b *batch) run(ctx context.Context) ([]Result, error) {
	if !b.o.DryRun && b.s.Locked() {
		uscc, _, _ := b.s.Enterprise()
		return nil, fault("filing.locked", text.Cannot, text.FilingLocked.With(uscc, b.s.Year()))
	}
	var ledgers []*job
	for _, j := range b.jobs {
		if j.f.Scope == form.Ledger {
			ledgers = append(ledgers, j)
		} else if err := b.readRegister(ctx, j); err != nil {
			return nil, err
		}
	}
	var writes []store.Write
	for _, f := range b.forms() {
		if st := b.rows[f.ID]; st != nil {
			writes = append(writes, st.writes()...)
		}
	}
	if err := b.settleLedgers(ctx, ledgers); err != nil {
		return nil, err
	}
	if b.o.DryRun || b.doomed() {
		return b.dry(ctx, ledgers)
	}
	return b.write(ctx, writes, ledgers)
}

// forms are those of the session, in their order, and behind them those that only the workspace keeps.
func (b *batch) forms() []*form.Form {
	all := b.s.Forms().All()
	for _, j := range b.jobs {
		if b.s.Forms().ByID(j.f.ID) == nil && !slices.Contains(all, j.f) {
			all = append(all, j.f)
		}
	}
	return all
}

// doomed reports that a row was refused, or a question is open, and nothing may be written.
func (b *batch) doomed() bool {
	return slices.ContainsFunc(b.jobs, func(j *job) bool {
		return !b.o.GoodRows && j.result.RefusedCount > 0 || j.result.AskedCount > 0 || len(j.open) > 0
	})
}

// readRegister judges the rows of a register's file; what becomes of them stands in the register's standing.
func (b *batch) readRegister(ctx context.Context, j *job) error {
	j.rows = b.standing(j.f)
	if len(j.f.Alike) > 0 {
		if err := j.meetEqual(ctx); err != nil {
			return err
		}
	}
	err := j.each(ctx, b.progress(), func(l line) error {
		r := j.judge(l)
		if b.watch != nil {
			b.watch(j, r)
		}
		return nil
	})
	b.read += j.result.Read
	return err
}

func (b *batch) progress() func(int64) {
	if b.o.Progress == nil {
		return nil
	}
	return func(rows int64) { b.o.Progress(b.read + rows) }
}

// dry reads the ledgers without writing, so that every refused row of an import is told at once.
func (b *batch) dry(ctx context.Context, ledgers []*job) ([]Result, error) {
	for _, j := range ledgers {
		if j.out {
			continue
		}
		if err := b.readLedger(ctx, j, nil); err != nil {
			return nil, err
		}
	}
	return b.results(false), nil
}

func (b *batch) write(ctx context.Context, writes []store.Write, ledgers []*job) ([]Result, error) {
	who := operator(b.s, b.o.Who)
	next := 0
	done, err := b.s.Workspace().Transaction(b.s.Book(), b.label(), who, func(t *store.Tx) error {
		if len(writes) > 0 {
			if _, err := t.Write(writes); err != nil {
				return err
			}
		}
		for _, j := range b.jobs {
			if r := &j.result; !j.byImport() && r.Added+r.Changed > 0 {
				if err := t.NoteImport(j.f, j.remembered(b.o.AcceptDifference)); err != nil {
					return err
				}
			}
		}
		for _, j := range ledgers {
			if next++; j.out {
				continue
			}
			if err := b.writeLedger(ctx, t, j, who); err != nil {
				return err
			}
		}
		return nil
	})
	if errors.Is(err, errRefused) && b.doomed() {
		return b.dry(ctx, ledgers[next:])
	}
	if err != nil {
		return nil, err
	}
	if done.Seq != 0 {
		err = b.s.Reload(ctx)
	}
	for _, j := range b.jobs {
		err = errors.Join(err, j.remember(b.s.Workspace()))
	}
	return b.results(true), err
}

// atRow names the row of the file whose amount brought a column above what can be added up.
func (j *job) atRow(err error) error {
	var f *text.Fault
	if !errors.As(err, &f) || f.Code != "store.total" {
		return err
	}
	return fault("filing.total", text.Findings, text.FilingImportTotal.With(j.src.Name, j.at, f.Say))
}

func (b *batch) label() text.Pair {
	if len(b.jobs) == 1 {
		return b.jobs[0].label()
	}
	return text.FilingImportMany.With(len(b.jobs))
}

func (b *batch) results(written bool) []Result {
	results := make([]Result, len(b.jobs))
	for i, j := range b.jobs {
		r := j.result
		if out := j.outside(b.s.Year()); out != (text.Pair{}) {
			r.Said = append(slices.Clone(r.Said), out)
		}
		r.Written = written
		r.Asked, r.AskedCount = append(slices.Clone(r.Asked), j.open...), r.AskedCount+int64(len(j.open))
		if !written && b.doomed() && !b.o.DryRun {
			r.Added, r.Changed, r.Unchanged, r.Removed = 0, 0, 0, 0
		}
		results[i] = r
	}
	return results
}

// ImportFiles imports files of one form as one transaction: with a refused row and no GoodRows nothing at all is written.
// A refused row is not an error: it stands in the result.
func ImportFiles(ctx context.Context, s *entry.Session, f *form.Form, paths []string, o ImportOptions) (Result, error) {
	f = s.Forms().Of(f)
	b := newBatch(s, o)
	for _, path := range paths {
		src, err := intake.Look(path, o.Read)
		if err != nil {
			return Result{}, err
		}
		defer src.Close()
		if err := b.add(f, src); err != nil {
			return Result{}, err
		}
	}
	results, err := b.run(ctx)
	all := Result{Form: f}
	for i, r := range results {
		if i == 0 {
			all = r
			continue
		}
		all.join(r)
	}
	if len(results) > 1 {
		all.ByFile = results
	}
	return all, err
}

func (r *Result) join(o Result) {
	r.Files = append(slices.Clone(r.Files), o.Files...)
	r.Read += o.Read
	r.Added += o.Added
	r.Changed += o.Changed
	r.Unchanged += o.Unchanged
	r.RefusedCount += o.RefusedCount
	r.Removed += o.Removed
	r.Changes = append(slices.Clone(r.Changes), o.Changes[:min(len(o.Changes), max(changesListed-len(r.Changes), 0))]...)
	r.ChangeCount += o.ChangeCount
	r.Asked = append(slices.Clone(r.Asked), o.Asked...)
	r.AskedCount += o.AskedCount
	r.Said = append(slices.Clone(r.Said), o.Said...)
	r.Asides += o.Asides
	r.Refused = append(slices.Clone(r.Refused), o.Refused...)
	r.Ignored = append(slices.Clone(r.Ignored), o.Ignored...)
}

// ImportFolder imports every <form id>.csv or .xlsx of a folder, in an order that satisfies references, as one transaction.
// Files with other names are left alone.
func ImportFolder(ctx context.Context, s *entry.Session, dir string, o ImportOptions) ([]Result, error) {
	files, err := folder(s.Forms(), dir)
	if err != nil {
		return nil, err
	}
	b := newBatch(s, o)
	for _, f := range inOrder(s.Forms()) {
		for _, path := range files[f] {
			src, err := intake.Look(path, o.Read)
			if err != nil {
				return nil, err
			}
			defer src.Close()
			if err := b.add(f, src); err != nil {
				return nil, err
			}
		}
	}
	return b.run(ctx)
}

// tableEndings are what files of tables are called by. A file of a command may be called as it likes.
var tableEndings = []string{".csv", ".xlsx", ".tsv", ".txt", ".xls", ".xlsm", ".et", ".ods", ".xml", ".html", ".htm"}

// folder finds the tables of a folder by form.
func folder(d *form.Dictionary, dir string) (map[*form.Form][]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, cannotOpen(dir, err)
	}
	files := make(map[*form.Form][]string)
	for _, e := range entries {
		ext := strings.ToLower(filepath.Ext(e.Name()))
		if e.IsDir() || !slices.Contains(tableEndings, ext) {
			continue
		}
		if f := intake.FormByName(d, strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))); f != nil {
			files[f] = append(files[f], filepath.Join(dir, e.Name()))
		}
	}
	if len(files) == 0 {
		return nil, fault("filing.empty-folder", text.Usage, text.FilingEmptyFolder.With(dir))
	}
	return files, nil
}

// inOrder puts forms behind those they refer to; where two refer to each other, the order of the dictionary stands.
func inOrder(d *form.Dictionary) []*form.Form {
	var ordered []*form.Form
	visited := make(map[*form.Form]bool)
	var visit func(f *form.Form)
	visit = func(f *form.Form) {
		if f == nil || visited[f] {
			return
		}
		visited[f] = true
		for i := range f.Fields {
			if f.Fields[i].Kind == form.Ref {
				visit(d.ByID(f.Fields[i].Ref))
			}
		}
		ordered = append(ordered, f)
	}
	for _, f := range d.All() {
		visit(f)
	}
	return ordered
}
