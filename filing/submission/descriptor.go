package submission

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"sync"

	"yice/filing/submission/archive"
	"yice/form"
	"yice/text"
)

// The descriptor of a submission as a Frictionless Data Package, in the part that versions 1 and 2 have in common. A
// constraint stands here only where breaking it is a 强制性 finding: what is sealed keeps them all.
type (
	descriptor struct {
		Profile   string     `json:"profile"`
		Name      string     `json:"name"`
		Title     string     `json:"title"`
		Keywords  []string   `json:"keywords"`
		Resources []resource `json:"resources"`
	}
	resource struct {
		Profile   string      `json:"profile"`
		Name      string      `json:"name"`
		Path      string      `json:"path"`
		Title     string      `json:"title"`
		Format    string      `json:"format"`
		Mediatype string      `json:"mediatype"`
		Encoding  string      `json:"encoding"`
		Bytes     int64       `json:"bytes"`
		Hash      string      `json:"hash"`
		Dialect   dialect     `json:"dialect"`
		Schema    tableSchema `json:"schema"`
	}
	dialect struct {
		Delimiter      string `json:"delimiter"`
		LineTerminator string `json:"lineTerminator"`
		QuoteChar      string `json:"quoteChar"`
		DoubleQuote    bool   `json:"doubleQuote"`
		Header         bool   `json:"header"`
	}
	tableSchema struct {
		Fields        []schemaField `json:"fields"`
		MissingValues []string      `json:"missingValues"`
		PrimaryKey    []string      `json:"primaryKey,omitempty"`
		ForeignKeys   []foreignKey  `json:"foreignKeys,omitempty"`
	}
	schemaField struct {
		Name        string       `json:"name"`
		Type        string       `json:"type"`
		Title       string       `json:"title"`
		Description string       `json:"description,omitempty"`
		Constraints *constraints `json:"constraints,omitempty"`
	}
	constraints struct {
		Required bool     `json:"required,omitempty"`
		Minimum  *int     `json:"minimum,omitempty"`
		Pattern  string   `json:"pattern,omitempty"`
		Enum     []string `json:"enum,omitempty"`
	}
	foreignKey struct {
		Fields    []string  `json:"fields"`
		Reference reference `json:"reference"`
	}
	reference struct {
		Resource string   `json:"resource"`
		Fields   []string `json:"fields"`
	}
)

// described is a data entry as it was written.
type described struct {
	form *form.Form
	path string
	sum  archive.Sum
}

// describe writes datapackage.json of the tables as they were written.
func describe(forms *form.Dictionary, uscc, name string, year int, data []described) []byte {
	d := descriptor{
		Profile:  "tabular-data-package",
		Name:     "yice-" + strings.ToLower(uscc) + "-" + strconv.Itoa(year),
		Title:    text.FilingPackageTitle.With(name, year).ZH,
		Keywords: []string{"包国资发〔2022〕253号", "科技创新", "研发统计"},
	}
	present := make(map[string]bool)
	for _, e := range data {
		present[e.form.ID] = true
	}
	for _, e := range data {
		r := resource{
			Profile: "tabular-data-resource", Name: e.form.ID, Path: e.path, Title: e.form.Title.ZH,
			Format: "csv", Mediatype: "text/csv", Encoding: "utf-8",
			Bytes: e.sum.Size, Hash: "sha256:" + hex.EncodeToString(e.sum.SHA256[:]),
			Dialect: dialect{Delimiter: ",", LineTerminator: "\n", QuoteChar: `"`, DoubleQuote: true, Header: true},
			Schema:  schemaOf(forms, e.form, present),
		}
		if e.path == priorEntry {
			r.Name, r.Title = "prior_"+e.form.ID, text.FilingPriorTitle.With(year-1).ZH
		}
		d.Resources = append(d.Resources, r)
	}
	return PrintJSON(d)
}

func schemaOf(forms *form.Dictionary, f *form.Form, present map[string]bool) tableSchema {
	s := tableSchema{Fields: make([]schemaField, len(f.Fields)), MissingValues: []string{""}}
	for i := range f.Fields {
		s.Fields[i] = schemaFieldOf(&f.Fields[i])
		if to := forms.ByID(f.Fields[i].Ref); to != nil && present[to.ID] && singleKey(to) {
			s.ForeignKeys = append(s.ForeignKeys, foreignKey{[]string{f.Fields[i].ID}, reference{to.ID, to.Keys[0]}})
		}
	}
	if len(f.Keys) == 1 && allRequired(f, f.Keys[0]) {
		s.PrimaryKey = f.Keys[0]
	}
	return s
}

// singleKey reports whether a reference to a form is always written with one certain field.
func singleKey(f *form.Form) bool {
	return len(f.Keys) == 1 && len(f.Keys[0]) == 1 && allRequired(f, f.Keys[0])
}

func allRequired(f *form.Form, key []string) bool {
	for _, id := range key {
		if !f.Field(id).Required {
			return false
		}
	}
	return true
}

func schemaFieldOf(field *form.Field) schemaField {
	s := schemaField{Name: field.ID, Type: "string", Title: field.Title.ZH, Description: field.Help.ZH}
	c := constraints{Required: field.Required && field.Applies == nil}
	zero := 0
	switch field.Kind {
	case form.Int:
		s.Type = "integer"
	case form.Money, form.Decimal:
		s.Type = "number"
	case form.Percent:
		c.Pattern = `\d+(\.\d+)?%`
	case form.Date:
		s.Type = "date"
	case form.Month:
		c.Pattern = `\d{6}`
	case form.Flag:
		c.Enum = []string{form.Yes, form.No}
	case form.CodeKind:
		if field.OpenCodes {
			break
		}
		for _, code := range field.Codes {
			c.Enum = append(c.Enum, code.ID)
		}
	}
	if (s.Type == "integer" || s.Type == "number") && !field.Signed {
		c.Minimum = &zero
	}
	if c.Required || c.Minimum != nil || c.Pattern != "" || len(c.Enum) > 0 {
		s.Constraints = &c
	}
	return s
}

// Dictionary names the forms, fields and codes of this program: half the SHA-256 of their description, in hex. A submission
// says by which one it was written, so that a later program knows what it may miss.
var Dictionary = sync.OnceValue(func() string { return digestOf(nil) })

// DictionaryOf names a dictionary so, that of a pack among them.
func DictionaryOf(d *form.Dictionary) string {
	if d == nil {
		return Dictionary()
	}
	return digestOf(d)
}

func digestOf(d *form.Dictionary) string {
	present := make(map[string]bool)
	for _, f := range d.All() {
		present[f.ID] = true
	}
	all := make(map[string]tableSchema)
	for _, f := range d.All() {
		all[f.ID] = schemaOf(d, f, present)
	}
	sum := sha256.Sum256(PrintJSON(all))
	return hex.EncodeToString(sum[:16])
}

// sameTables compares a descriptor of another dictionary with the one derived here, in what does not depend on the
// dictionary: the tables, their digests, how they are written, and that their fields are ours, in our order. What it says
// in words about fields is not compared, and not shown.
func sameTables(content, derived []byte) bool {
	var theirs, ours descriptor
	if json.Unmarshal(derived, &ours) != nil || json.Unmarshal(content, &theirs) != nil || !bytes.Equal(PrintJSON(theirs), content) {
		return false
	}
	if theirs.Profile != ours.Profile || theirs.Name != ours.Name || theirs.Title != ours.Title || len(theirs.Resources) != len(ours.Resources) {
		return false
	}
	for i := range theirs.Resources {
		their, our := theirs.Resources[i], ours.Resources[i]
		if !inOrder(their.Schema.Fields, our.Schema.Fields) {
			return false
		}
		their.Schema, our.Schema = tableSchema{}, tableSchema{}
		their.Title, our.Title = "", ""
		if !bytes.Equal(PrintJSON(their), PrintJSON(our)) {
			return false
		}
	}
	return true
}

// inOrder reports whether fields stand among others in their order.
func inOrder(fields, among []schemaField) bool {
	for _, f := range fields {
		at := slices.IndexFunc(among, func(a schemaField) bool { return a.Name == f.Name })
		if at < 0 {
			return false
		}
		among = among[at+1:]
	}
	return len(fields) > 0
}
