package checks

import (
	"reflect"
	"testing"

	"github.com/tiendc/go-deepcopy"
)

type part struct {
	Name  string
	Level *int
	inner []int
}

type whole struct {
	Parts []part
	By    map[string]*part
	Any   any
	Pair  [2]*part
	None  *part
	Empty []int
	inner *part
}

func sample() whole {
	n, m := 1, 2
	return whole{
		Parts: []part{{"a", &n, []int{1}}}, By: map[string]*part{"b": {Name: "b", Level: &m}}, Any: &part{Name: "c"},
		Pair: [2]*part{{Name: "d"}, nil}, inner: &part{Name: "e"},
	}
}

// The stand-in for the module that excelize copies with gives equal values that share nothing.
func TestDeepCopySharesNothing(t *testing.T) {
	for name, src := range map[string]func(*whole) any{"pointer": func(w *whole) any { return w }, "value": func(w *whole) any { return *w }} {
		w := sample()
		var got whole
		if err := deepcopy.Copy(&got, src(&w)); err != nil {
			t.Fatal(name, err)
		}
		if !reflect.DeepEqual(got, w) {
			t.Fatalf("%s: %+v is not %+v", name, got, w)
		}
		got.Parts[0].Name, *got.Parts[0].Level, got.By["b"].Name, *got.By["b"].Level = "x", 9, "x", 9
		got.Any.(*part).Name, got.Pair[0].Name = "x", "x"
		got.By["z"] = nil
		if !reflect.DeepEqual(w, sample()) {
			t.Fatalf("%s: a change of the copy reached the original: %+v", name, w)
		}
	}
}

func TestDeepCopyRefusesOtherTypes(t *testing.T) {
	var n int
	var p *int
	for _, c := range []struct{ dst, src any }{{n, 1}, {&n, "1"}, {nil, 1}, {&n, nil}, {p, 1}, {&n, p}} {
		if err := deepcopy.Copy(c.dst, c.src); err == nil {
			t.Errorf("%T from %T is copied", c.dst, c.src)
		}
	}
}
