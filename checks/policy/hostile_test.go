//go:build unix

package policy

import (
	"os"
	"path/filepath"
	"testing"

	"yice/scoring"
	"yice/scoring/hostile"
)

// What is made to cost time or memory is refused as soon as a slip of the finger.
func TestHostilePacks(t *testing.T) {
	d := sitDown(t)
	for name, source := range hostile.Packs(scoring.MaxPackBytes) {
		t.Run(name, func(t *testing.T) {
			d := *d
			d.t = t
			path := filepath.Join(t.TempDir(), "p.toml")
			if err := os.WriteFile(path, source, 0o600); err != nil {
				t.Fatal(err)
			}
			if r := d.within("pack", "check", path); r.exit != 1 {
				t.Errorf("pack check exited %d", r.exit)
			}
		})
	}
}
