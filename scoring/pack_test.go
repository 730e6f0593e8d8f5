package scoring

import (
	"os"
	"testing"

	"yice/text"
)

func examplePack(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// loaded loads a pack that must load.
func loaded(t testing.TB, source []byte) *Pack {
	t.Helper()
	p, err := Load(source)
	if err != nil {
		for _, e := range err.(PackErrors) {
			t.Error(e.In(text.ZH))
		}
		t.FailNow()
	}
	return p
}

func TestExampleLoads(t *testing.T) {
	p := loaded(t, examplePack(t))
	for _, a := range p.Assumed {
		t.Log(a.Line, a.Path, a.Text)
	}
	for _, a := range p.Notices {
		t.Log(a.In(text.ZH))
	}
}
