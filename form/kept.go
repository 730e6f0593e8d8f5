package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"yice/text"
)

// Kept is what a workspace remembers of a form that packs brought: what of it lies in the file. It stays when the pack goes, so
// that rows keep their table.
type Kept struct {
	ID     string      `json:"id"`
	ZH     string      `json:"zh"`
	EN     string      `json:"en"`
	Single bool        `json:"single,omitempty"`
	Keys   [][]string  `json:"keys,omitempty"`
	Fields []KeptField `json:"fields"`
}

// KeptField is one field of it; of a form that is built in only those that were added.
type KeptField struct {
	ID       string `json:"id"`
	ZH       string `json:"zh"`
	EN       string `json:"en"`
	Kind     string `json:"kind"`
	Ref      string `json:"ref,omitempty"`
	Decimals int    `json:"decimals,omitempty"`
}

// kindNames are the kinds that a pack may give a field.
var kindNames = map[Kind]string{
	Text: "text", Note: "note", Int: "int", Money: "money", Decimal: "decimal", Percent: "percent", Date: "date", Month: "month",
	CodeKind: "code", Ref: "ref", Flag: "flag",
}

// KindNamed gives the kind that a pack calls so.
func KindNamed(name string) (Kind, bool) {
	for k, n := range kindNames {
		if n == name {
			return k, true
		}
	}
	return 0, false
}

// MostKept bounds what a workspace remembers over all the packs it ever had.
const (
	MostKept       = 200
	mostKeptFields = 300
	mostKeptBytes  = 4 << 20
)

// Keep gives what a workspace is to remember of the dictionary.
func (d *Dictionary) Keep() []Kept {
	var all []Kept
	for _, f := range d.Brought() {
		k := Kept{ID: f.ID, ZH: f.Title.ZH, EN: f.Title.EN}
		if f.Brought {
			k.Single, k.Keys = f.Single(), f.Keys
		}
		for i := range f.Fields {
			if fd := &f.Fields[i]; fd.Brought {
				k.Fields = append(k.Fields, KeptField{fd.ID, fd.Title.ZH, fd.Title.EN, kindNames[fd.Kind], fd.Ref, fd.Decimals})
			}
		}
		if len(k.Fields) > 0 { // names alone ask for no room
			all = append(all, k)
		}
	}
	return all
}

// Clash says that a form is kept otherwise than a pack has it.
type Clash struct {
	Form  text.Pair
	ID    string
	Field string // "" for the form: its keys, or how many rows it has
}

func (c *Clash) Error() string { return fmt.Sprintf("form: %s.%s is kept otherwise", c.ID, c.Field) }

// Merge adds what is new to what is kept. Nothing that is kept changes; a field of another kind is a *Clash.
func Merge(kept, more []Kept) ([]Kept, error) {
	all := slices.Clone(kept)
	for _, m := range more {
		i := slices.IndexFunc(all, func(k Kept) bool { return k.ID == m.ID })
		if i < 0 {
			all = append(all, m)
			continue
		}
		k := all[i]
		if k.Single != m.Single || !slices.EqualFunc(k.Keys, m.Keys, slices.Equal) {
			return nil, &Clash{pair(k.ZH, k.EN), k.ID, ""}
		}
		k.Fields = slices.Clone(k.Fields)
		for _, f := range m.Fields {
			j := slices.IndexFunc(k.Fields, func(h KeptField) bool { return h.ID == f.ID })
			if j < 0 {
				k.Fields = append(k.Fields, f)
				continue
			}
			if h := k.Fields[j]; h.Kind != f.Kind || h.Ref != f.Ref || h.Decimals != f.Decimals {
				return nil, &Clash{pair(k.ZH, k.EN), k.ID, f.ID}
			}
		}
		all[i] = k
	}
	if len(all) > MostKept {
		return nil, fmt.Errorf("form: more than %d forms are kept", MostKept)
	}
	return all, nil
}

// EncodeKept spells what is kept, ReadKept reads it and takes no other spelling: it may come from anybody.
func EncodeKept(kept []Kept) (string, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(kept); err != nil {
		return "", err
	}
	return string(bytes.TrimSpace(b.Bytes())), nil
}

// ReadKept is the other way; see EncodeKept.
func ReadKept(s string) ([]Kept, error) {
	if s == "" {
		return nil, nil
	}
	var kept []Kept
	if len(s) > mostKeptBytes {
		return nil, errors.New("form: what is kept of forms is too long")
	}
	if err := json.Unmarshal([]byte(s), &kept); err != nil {
		return nil, err
	}
	again, err := EncodeKept(kept)
	if err != nil || again != s {
		return nil, errors.Join(errors.New("form: what is kept of forms is spelled otherwise"), err)
	}
	return kept, nil
}

// OfKept makes the dictionary of everything that lies in a workspace: what is built in, and what packs brought at any time.
// It is for tables and for the history; what a form asks of its rows is in the dictionary of a pack.
func OfKept(kept []Kept) (*Dictionary, error) {
	if len(kept) == 0 {
		return nil, nil
	}
	if len(kept) > MostKept {
		return nil, fmt.Errorf("form: more than %d forms are kept", MostKept)
	}
	var forms []Form
	var added []Added
	for _, k := range kept {
		fields, err := k.fields()
		if err != nil {
			return nil, err
		}
		if byID[k.ID] != nil {
			added = append(added, Added{Form: k.ID, Fields: fields})
			continue
		}
		f := Form{ID: k.ID, Title: titled(k.ZH, k.EN, k.ID), Scope: Register, Keys: k.Keys, Fields: fields, Label: []string{fields[0].ID}}
		if k.Single {
			f.Scope = PerYear
		}
		for _, key := range k.Keys {
			if len(key) == 0 {
				return nil, fmt.Errorf("form: a key of %q names nothing", k.ID)
			}
			for _, id := range key {
				if !slices.ContainsFunc(fields, func(fd Field) bool { return fd.ID == id }) {
					return nil, fmt.Errorf("form: the key %q of %q is no field", id, k.ID)
				}
			}
		}
		forms = append(forms, f)
	}
	return extend(forms, added, mostKeptFields)
}

func (k *Kept) fields() ([]Field, error) {
	var all []Field
	seen := map[string]bool{}
	for _, f := range k.Fields {
		kind, ok := KindNamed(f.Kind)
		if !ok || seen[f.ID] || f.Decimals < 0 || f.Decimals > mostDecimals {
			return nil, fmt.Errorf("form: %s.%s is kept as what no field is", k.ID, f.ID)
		}
		seen[f.ID] = true
		fd := Field{ID: f.ID, Title: titled(f.ZH, f.EN, f.ID), Kind: kind, Ref: f.Ref, Decimals: f.Decimals}
		if kind == Money {
			fd.Unit = Yuan
		}
		all = append(all, fd)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("form: %s is kept without fields", k.ID)
	}
	return all, nil
}

// titled gives a title as it may stand anywhere; the id where there is none.
func titled(zh, en, id string) text.Pair {
	zh, en = Printable(zh, MostTitle), Printable(en, MostTitle*2)
	if zh == "" {
		zh = id
	}
	if en == "" {
		en = zh
	}
	return pair(zh, en)
}

const mostDecimals = 6
