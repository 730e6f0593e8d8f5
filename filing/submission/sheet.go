package submission

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"yice/scoring"
)

// SheetJSON is the score as `yice score --json` prints it. How each line came about is not told: whoever reads the data can
// have it told anew, and would have to believe it here.
func SheetJSON(sheet *scoring.Sheet) []byte { return sheet.JSON() }

// followsFrom reports whether the figures of sheet.json are those of a sheet. A later program may compute more than an
// earlier one wrote down; what is written must be what is computed. Explanations stand in format 1 alone and are not looked at.
func followsFrom(content []byte, sheet *scoring.Sheet, one bool) (differs string, ok bool) {
	computed := sheet.JSON()
	if bytes.Equal(computed, content) {
		return "", true
	}
	was, err := exactJSON(content)
	if err != nil {
		return sheetEntry, false
	}
	is, err := exactJSON(computed)
	if err != nil {
		return sheetEntry, false
	}
	claims, isObject := was.(object)
	if !isObject {
		return sheetEntry, false
	}
	if one {
		claims = settled(claims.without("explanations")).(object)
	}
	if !claims.has("innovation") {
		return "innovation", false
	}
	of, _ := is.(object)
	for _, m := range claims {
		value, there := of.get(m.key)
		if !there || !within(m.value, value) {
			return m.key, false
		}
	}
	return "", true
}

// settled leaves out what the first edition counted otherwise: what is pending, where it took what is missing for a claim. What
// is confirmed was counted then as now.
func settled(v any) any {
	switch v := v.(type) {
	case object:
		var left object
		for _, m := range v {
			if m.key != "with_pending" && m.key != "status" && m.key != "missing" {
				left = append(left, member{m.key, settled(m.value)})
			}
		}
		return left
	case []any:
		left := make([]any, len(v))
		for i := range v {
			left[i] = settled(v[i])
		}
		return left
	}
	return v
}

// object is a JSON object in the order in which it stands.
type object []member

type member struct {
	key   string
	value any
}

func (o object) get(key string) (any, bool) {
	for _, m := range o {
		if m.key == key {
			return m.value, true
		}
	}
	return nil, false
}

func (o object) has(key string) bool {
	_, ok := o.get(key)
	return ok
}

func (o object) without(key string) object {
	var left object
	for _, m := range o {
		if m.key != key {
			left = append(left, m)
		}
	}
	return left
}

// within reports whether all that is claimed is so.
func within(claimed, is any) bool {
	switch claimed := claimed.(type) {
	case object:
		of, ok := is.(object)
		if !ok {
			return false
		}
		for _, m := range claimed {
			value, there := of.get(m.key)
			if !there || !within(m.value, value) {
				return false
			}
		}
		return true
	case []any:
		of, ok := is.([]any)
		if !ok || len(of) != len(claimed) {
			return false
		}
		for i := range claimed {
			if !within(claimed[i], of[i]) {
				return false
			}
		}
		return true
	}
	return claimed == is
}

var errJSON = errors.New("submission: no JSON that reads alike everywhere")

// deepest is how deep JSON of ours goes, by far.
const deepest = 20

// exactJSON reads JSON in which no key stands twice: two readers could take two values for it.
func exactJSON(content []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(content))
	d.UseNumber()
	v, err := exactValue(d, 0)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errJSON
	}
	return v, nil
}

func exactValue(d *json.Decoder, depth int) (any, error) {
	t, err := d.Token()
	if err != nil || depth > deepest {
		return nil, errJSON
	}
	switch t {
	case json.Delim('{'):
		var o object
		for d.More() {
			key, err := d.Token()
			name, isText := key.(string)
			if err != nil || !isText || o.has(name) {
				return nil, errJSON
			}
			value, err := exactValue(d, depth+1)
			if err != nil {
				return nil, err
			}
			o = append(o, member{name, value})
		}
		_, err = d.Token()
		return o, err
	case json.Delim('['):
		list := []any{}
		for d.More() {
			value, err := exactValue(d, depth+1)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err = d.Token()
		return list, err
	}
	return t, nil
}
