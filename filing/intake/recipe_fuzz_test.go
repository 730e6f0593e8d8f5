package intake

import (
	"bytes"
	"testing"
)

// A recipe that is read is written and read again as the same.
func FuzzRecipe(f *testing.F) {
	f.Add([]byte("name = \"我的\"\nform = \"spend\"\n[map.category]\n\"寰宇费\" = \"直接投入\"\n[constants]\nsource = \"企业自筹\"\n"))
	f.Add([]byte("form = \"spend\"\nskip = [1, 2]\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		r, err := ParseRecipe(content)
		if err != nil {
			return
		}
		once := r.TOML()
		again, err := ParseRecipe(once)
		if err != nil {
			t.Fatalf("what it is written as is not read: %v\n%s", err, once)
		}
		if twice := again.TOML(); !bytes.Equal(once, twice) {
			t.Fatalf("it has two spellings:\n%s\n%s", once, twice)
		}
	})
}
