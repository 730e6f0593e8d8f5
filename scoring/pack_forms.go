package scoring

import (
	"slices"

	"yice/form"
	"yice/text"
)

// forms reads what the pack brings and makes its dictionary. It goes before everything that asks for a register or a figure, and
// behind the names of levels and types.
func (d *decoder) forms(file *section) {
	(&formKind{plainKind{formSection}}).read(d, file)
	(&addedKind{plainKind{addedSection}}).read(d, file)
	before := len(d.errs.all)
	if len(d.p.Forms) > form.MostForms {
		d.errs.add(file.got["form"].at, "form", text.PackTooManyOf.With(text.PackSayForms, form.MostForms))
		return
	}
	titles := map[string]string{}
	for _, f := range form.All() {
		titles[f.Title.ZH] = f.ID
	}
	for i := range d.p.Forms {
		f := &d.p.Forms[i]
		at := &section{d: d, n: file.got["form"].items[i], path: "form." + f.ID, got: map[string]*node{}}
		at.take(formSection.keys)
		d.wrongID(at, form.WrongForm(f.ID), f.ID)
		d.oneLine(at, "title", f.Name, form.MostTitle)
		d.oneLine(at, "help", f.Help, form.MostHelp)
		if other := titles[f.Name]; other != "" && other != f.ID {
			d.errs.add(at.at("title"), at.path+".title", text.PackTakenTitle.With(legible(f.Name), other))
		}
		titles[f.Name] = f.ID
		d.formFits(at, f)
	}
	own := make([]form.Form, len(d.p.Forms))
	for i := range d.p.Forms {
		own[i] = d.ownForm(&d.p.Forms[i])
	}
	added := d.added()
	if len(d.errs.all) > before || len(d.errs.all) > 0 {
		d.lenient(own)
		return
	}
	dictionary, err := form.Extend(own, added, d.formNames())
	if err != nil {
		d.errs.add(file.n.at, "form", text.PackFormsWrong.With(legible(err.Error())))
		return
	}
	d.p.dictionary = dictionary
}

// lenient lets the rest of a pack whose forms have errors of their own be read on: its measures name registers that are there.
func (d *decoder) lenient(own []form.Form) {
	for i := range own {
		if form.WrongForm(own[i].ID) == form.GoodID && d.known[own[i].ID] == nil {
			if d.known == nil {
				d.known = map[string]*form.Form{}
			}
			d.known[own[i].ID] = form.NewForm(form.Form{ID: own[i].ID, Title: own[i].Title, Scope: form.Register, Fields: own[i].Fields})
		}
	}
}

// formFits checks what a form says of its own fields.
func (d *decoder) formFits(s *section, f *OwnForm) {
	has := func(id string) *OwnField {
		for i := range f.Fields {
			if f.Fields[i].ID == id {
				return &f.Fields[i]
			}
		}
		return nil
	}
	for _, id := range slices.Concat(f.Keys, f.Label) {
		key := "keys"
		if !slices.Contains(f.Keys, id) {
			key = "label"
		}
		fd := has(id)
		switch {
		case fd == nil:
			d.errs.add(s.at(key), s.path+"."+key, text.PackUnknownField.With(text.Same(f.Name), f.ID, legible(id)))
		case key == "keys" && (fd.Kind == "note" || fd.Kind == "ref" && len(f.Keys) == 1):
			d.errs.add(s.at(key), s.path+"."+key, text.PackBadKeyField.With(text.Same(fd.Name)))
		}
	}
	if f.Rows == "one" && len(f.Keys) > 0 {
		d.errs.add(s.at("keys"), s.path+".keys", text.PackIdleFor.With("keys", text.Same(`rows = "many"`)))
	}
	if f.Rows == "many" && len(f.Keys) == 0 && len(f.Label) == 0 && len(f.Fields) > 0 {
		f.Label = []string{f.Fields[0].ID}
	}
}

// english gives a text of the pack in both languages while the pack is being read.
func (d *decoder) english(zh string) text.Pair {
	if zh == "" {
		return text.Pair{}
	}
	if v := d.root.get("english").get(zh); v != nil && v.kind == aString && v.text != "" && !isDirty(v.text) {
		return text.Pair{ZH: zh, EN: v.text}
	}
	return text.Pair{ZH: zh, EN: text.OfTemplate(zh)}
}

func (d *decoder) ownForm(o *OwnForm) form.Form {
	f := form.Form{ID: o.ID, Title: d.english(o.Name), Help: d.english(o.Help), Scope: form.Register, Clauses: o.Clauses, Label: o.Label}
	if f.Help.Empty() {
		f.Help = text.PackFormHelp.With(f.Title)
	}
	if o.Rows == "one" {
		f.Scope = form.PerYear
	}
	if len(o.Keys) > 0 {
		f.Keys = [][]string{o.Keys}
	}
	if o.Carry {
		f.Persists = func(*form.Record, int) bool { return true }
	}
	for i := range o.Fields {
		f.Fields = append(f.Fields, d.formField(&o.Fields[i]))
	}
	b := d.build(o.ID, fieldsOf(f.Fields, nil), o.Checks, f.Scope == form.PerYear)
	f.Checks, f.Unique, f.Bands = b.checks, b.unique, b.bands
	return f
}

// fieldsOf finds fields by id among those of a form that is being made, and of the one it is added to.
func fieldsOf(own []form.Field, in *form.Form) func(string) *form.Field {
	return func(id string) *form.Field {
		for i := range own {
			if own[i].ID == id {
				return &own[i]
			}
		}
		if in != nil {
			return in.Field(id)
		}
		return nil
	}
}

// added gathers the fields that are added, by form.
func (d *decoder) added() []form.Added {
	var all []form.Added
	checks := map[string][]OwnCheck{}
	for i := range d.p.Fields {
		o := &d.p.Fields[i]
		at := slices.IndexFunc(all, func(a form.Added) bool { return a.Form == o.In })
		if at < 0 {
			at = len(all)
			all = append(all, form.Added{Form: o.In})
		}
		all[at].Fields = append(all[at].Fields, d.formField(o))
		checks[o.In] = append(checks[o.In], o.Checks...)
	}
	for i := range all {
		a := &all[i]
		in := form.ByID(a.Form)
		if in == nil {
			continue
		}
		b := d.build("pack."+a.Form, fieldsOf(a.Fields, in), checks[a.Form], in.Single())
		a.Checks, a.Unique, a.Bands = b.checks, b.unique, b.bands
	}
	return all
}

func (d *decoder) formField(o *OwnField) form.Field {
	kind, _ := form.KindNamed(o.Kind)
	f := form.Field{
		ID: o.ID, Title: d.english(o.Name), Help: d.english(o.Help), Kind: kind, Ref: o.Ref, Decimals: o.Decimals, Required: o.Required,
		Carry: o.Carry, Aside: o.Seldom, Signed: o.Signed, InYear: o.InYear, Later: o.Later, Synonyms: o.Synonyms, Source: o.Source, Brought: true,
	}
	if f.Help.Empty() {
		f.Help = text.PackFieldHelp
	}
	switch kind {
	case form.Money:
		f.Unit = form.Yuan
		if u := moneyUnit(o.Unit); u.Fen > 0 {
			f.Unit = u
		}
	case form.Int, form.Decimal:
		f.Unit = form.Unit{Title: d.english(o.Unit)}
	case form.Flag:
		f.Codes = form.YesNo()
	case form.CodeKind:
		for _, c := range o.Codes {
			f.Codes = append(f.Codes, form.Code{ID: c, Title: d.english(c)})
		}
	}
	if kind == form.Ref && !d.referable(o.Ref) {
		d.errs.add(d.refAt(o), "field."+o.ID+".ref", text.PackBadRef.With(legible(o.Ref), among(d.referables())))
	}
	return f
}

// referables are the forms a field may refer to: those that fields that are built in refer to, and keyed ones of the pack.
func (d *decoder) referables() []string {
	ids := form.Referred()
	for i := range d.p.Forms {
		if len(d.p.Forms[i].Keys) > 0 {
			ids = append(ids, d.p.Forms[i].ID)
		}
	}
	return ids
}

func (d *decoder) referable(id string) bool { return slices.Contains(d.referables(), id) }

func (d *decoder) refAt(o *OwnField) int {
	if o.Line > 0 && o.Line <= len(d.src.starts) {
		return d.src.starts[o.Line-1]
	}
	return 0
}

// form gives a form of the dictionary as far as it is known while the pack is being read.
func (d *decoder) form(id string) *form.Form {
	if f := d.p.Dictionary().ByID(id); f != nil {
		return f
	}
	return d.known[id]
}

// registers are the forms that rows are counted of.
func (d *decoder) registers() []*form.Form {
	all := slices.DeleteFunc(d.p.Dictionary().All(), func(f *form.Form) bool { return f.Scope != form.Register })
	if d.p.Dictionary() == nil {
		for i := range d.p.Forms {
			if f := d.known[d.p.Forms[i].ID]; f != nil {
				all = append(all, f)
			}
		}
	}
	return all
}
