package filing

import (
	"context"
	"slices"

	"yice/entry"
	"yice/filing/intake"
	"yice/form"
	"yice/text"
)

const (
	previewRows   = 1000
	doublesListed = 1000
)

// plan is what Apply needs to do the same again and write it.
type plan struct {
	session *entry.Session
	options ImportOptions
}

// Prepare reads a source against a session and says what would happen. Nothing is written.
func Prepare(ctx context.Context, s *entry.Session, f *form.Form, src *Source, o ImportOptions) (*Plan, error) {
	o.DryRun = true
	b := newBatch(s, o)
	if err := b.add(f, src); err != nil {
		return nil, err
	}
	p := &Plan{Form: f, Source: src, plan: plan{s, o}}
	keep := &lineKeeper{src: src}
	b.jobs[0].seen, b.jobs[0].again = keep.see, keep.again
	doubles, err := newDoubles(ctx, s, f, o.Held)
	if err != nil {
		return nil, err
	}
	lacking := make([]Lack, len(f.Fields))
	b.watch = func(_ *job, r fated) {
		keep.becomes(r)
		if r.refusal == nil && r.fate != Same {
			for _, i := range Lacks(r.record) {
				if l := &lacking[i]; l.Rows == 0 {
					*l = Lack{&f.Fields[i], 1, r.row}
				} else {
					l.Rows++
				}
			}
		}
		if r.fate == Add && doubles != nil && len(p.Doubles) < doublesListed {
			if d, ok := doubles.see(r); ok {
				p.Doubles = append(p.Doubles, d)
			}
		}
		if r.fate != Same && len(p.Rows) < previewRows {
			p.Rows = append(p.Rows, PlannedRow{Row: r.row, Fate: r.fate, Record: r.record, Before: r.before, Changed: r.changed, Refusal: r.refusal})
		}
	}
	results, err := b.run(ctx)
	if err != nil {
		return nil, err
	}
	p.Result = results[0]
	p.Lines, p.More = keep.lines, keep.more
	p.Lacking = slices.DeleteFunc(lacking, func(l Lack) bool { return l.Rows == 0 })
	p.Replaces = b.jobs[0].replaces()
	for _, t := range src.Taken() {
		p.Columns = append(p.Columns, t.Columns...)
	}
	return p, nil
}

// Absent reports a field that no column of the file is for, and no line brings (of a ledger some do by its accounts or its heads): what was
// said of it holds for the next file with the same header too. A line that lacks what others have is looked at anew each time.
func (p *Plan) Absent(fd *form.Field) bool {
	if slices.ContainsFunc(p.Columns, func(c intake.Column) bool { return c.Field == fd.ID }) {
		return false
	}
	pos := p.Form.Index(fd.ID)
	for i := range p.Lines {
		for _, o := range p.Lines[i].Outcomes {
			if o.Record != nil && (!o.Record.Values[pos].Empty() || o.Record.Raw[pos] != "") {
				return false
			}
		}
	}
	return true
}

// DoesWithout reports a field that the file has not, and that its recipe says its lines come in without.
func (p *Plan) DoesWithout(r *Recipe, fd *form.Field) bool {
	return r != nil && slices.Contains(r.Without, fd.ID) && p.Absent(fd)
}

// Lacks gives the places of the required fields that a record leaves empty; what stands in one and cannot be read is not empty.
func Lacks(r *form.Record) (places []int) {
	for i := range r.Form.Fields {
		fd := &r.Form.Fields[i]
		if _, raw := r.Raw[i]; fd.Required && !raw && r.Values[i].Empty() && (fd.Applies == nil || fd.Applies(r)) {
			places = append(places, i)
		}
	}
	return places
}

// SayLacking says of each field how many rows lack it, and that it will be found wrong.
func SayLacking(all []Lack) text.Pair {
	said := make([]text.Pair, len(all))
	for i, l := range all {
		said[i] = text.ImportLack.With(l.Field.Title, l.Rows, l.First)
	}
	return text.ImportLacks.With(text.Join(said, text.ScoreEnum))
}

// Apply writes a plan as one step of undo: where it asks whether the file takes the place of something, that it does not.
// With refused rows and goodRows false it writes nothing and says so in the Result. The source is read again against what
// the workspace holds by then.
func (p *Plan) Apply(ctx context.Context, goodRows bool) (Result, error) {
	if p.Replaces != nil {
		return p.write(ctx, goodRows, ModeAdd)
	}
	return p.write(ctx, goodRows, p.options.Mode)
}

// Replace writes a plan in the place of what it names: lines of the earlier import which the mended file no longer has are
// removed, new ones are added, changed ones are changed, the others stay. One step of undo.
func (p *Plan) Replace(ctx context.Context, goodRows bool) (Result, error) {
	return p.write(ctx, goodRows, ModeReplace)
}

func (p *Plan) write(ctx context.Context, goodRows bool, mode ImportMode) (Result, error) {
	o := p.options
	o.DryRun, o.GoodRows, o.Mode = false, goodRows, mode
	b := newBatch(p.session, o)
	if err := b.add(p.Form, p.Source); err != nil {
		return Result{}, err
	}
	results, err := b.run(ctx)
	if len(results) == 0 {
		return Result{Form: p.Form}, err
	}
	return results[0], err
}

// doubles finds lines of a ledger that look like one that is there: the same voucher, date and amount.
type doubles struct {
	seen map[doubleKey]place
}

type doubleKey struct {
	voucher, date string
	amount        int64
}

// place is where a line stands: in the workspace or in the file.
type place struct {
	id  int64
	row int
}

// newDoubles knows the lines of the workspace; nil where a form has no vouchers.
func newDoubles(ctx context.Context, s *entry.Session, f *form.Form, told func(done, of int64)) (*doubles, error) {
	if f.Scope != form.Ledger || f.Field("voucher") == nil || f.Field("date") == nil || f.Field("amount") == nil {
		return nil, nil
	}
	d := &doubles{seen: make(map[doubleKey]place)}
	of, err := s.Workspace().Count(s.Book(), f)
	if err != nil {
		return nil, err
	}
	done := int64(0)
	err = s.Workspace().Scan(ctx, s.Book(), f, func(r *form.Record) error {
		if done++; told != nil && done%progressEvery == 0 {
			told(done, of)
		}
		if k, ok := keyOfDouble(r); ok {
			d.seen[k] = place{id: r.ID}
		}
		return nil
	})
	return d, err
}

func keyOfDouble(r *form.Record) (doubleKey, bool) {
	k := doubleKey{r.Str("voucher"), r.Str("date"), r.Num("amount")}
	return k, k.voucher != "" && k.amount != 0
}

func (d *doubles) see(r fated) (Double, bool) {
	k, ok := keyOfDouble(r.record)
	if !ok {
		return Double{}, false
	}
	at, twice := d.seen[k]
	if !twice {
		d.seen[k] = place{row: r.row}
		return Double{}, false
	}
	amount := r.record.Form.Field("amount").Show(form.N(k.amount))
	return Double{Row: r.row, Of: at.id, OfRow: at.row, Because: text.FilingDouble.With(k.voucher, k.date, amount)}, true
}
