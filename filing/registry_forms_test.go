package filing

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"yice/filing/registry"
	"yice/form"
	"yice/seal"
)

// bringing is the example's pack of a year with the form and the field of [meters], issued.
func bringing(t testing.TB, year, more string) (path string, source, signature []byte) {
	t.Helper()
	source = append(bytes.ReplaceAll(issuedSource(t), []byte("2023"), []byte(year)), more...)
	signature, err := issuer(t).SignStatement(seal.PackStatement, source)
	if err != nil {
		t.Fatal(err)
	}
	return packFile(t, source, signature), source, signature
}

func answers(t testing.TB, r *registry.Registry, query, want string) {
	t.Helper()
	a, err := r.Ask(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(a.JSON()); !bytes.Contains([]byte(got), []byte(want)) {
		t.Errorf("%s: %s, want %s", query, got, want)
	}
}

// What a pack brings has its tables when its year comes into a registry that exists, and what was loaded before holds as it did.
func TestAPacksFormHasItsTableInTheRegistry(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.dir)
		o := registry.CreateOptions{Options: registry.Options{Who: "示例甲", Data: dataFolder}, Year: 2024, Keys: f.trust}
		o.Pack, _, _ = bringing(t, "2024", meters)
		next, err := registry.Create(t.Context(), address, o)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { next.Close() })
		answers(t, next, "SELECT COUNT(*) FROM f_meters WHERE cost > 0", "0")
		answers(t, next, "SELECT COUNT(*) FROM f_annual WHERE coal IS NULL", "3")
		if wrong, err := next.Damaged(t.Context()); err != nil || len(wrong) > 0 {
			t.Errorf("what was loaded before does not hold: %v %v", wrong, err)
		}
		if _, err := reopenedRegistry(t, address); err != nil {
			t.Error(err)
		}
		// A figure of one year that is a text of another fits no column.
		o.Year = 2025
		o.Pack, _, _ = bringing(t, "2025", "\n[[form]]\nid = \"meters\"\ntitle = \"计量表\"\nkeys = [\"meter\"]\n[[form.field]]\nid = \"meter\"\ntitle = \"表号\"\nkind = \"text\"\n[[form.field]]\nid = \"cost\"\ntitle = \"费用\"\nkind = \"text\"\n")
		_, err = registry.Create(t.Context(), address, o)
		refusedAs(t, "a field of another kind", err, "registry.pack-form")
		if _, err := reopenedRegistry(t, address); err != nil {
			t.Error(err)
		}
	})
}

// The rows of such a form come in with the submission, and an edit of them shows.
func TestAPacksRowsAreLoaded(t *testing.T) {
	regulator := newRegulator(t)
	pack, source, signature := bringing(t, "2023", meters)
	s := under(t, golden(t), source, signature)
	own := s.Forms().ByID("meters")
	for field, typed := range map[string]string{"meter": "E-1", "cost": "2.5"} {
		row := int64(0)
		if all := s.Records(own); len(all) > 0 {
			row = all[0].ID
		}
		if _, err := s.Put(own, row, field, typed); err != nil {
			t.Fatal(err)
		}
	}
	annual := s.Forms().Of(form.ByID("annual"))
	if _, err := s.Put(annual, s.Records(annual)[0].ID, "coal", "130"); err != nil {
		t.Fatal(err)
	}
	sealed, _ := submit(t, s, SubmitOptions{Key: regulator.enterprise, Trust: regulator.trust})
	engines(t, func(t *testing.T, address string) {
		dataFolder = t.TempDir()
		r, err := registry.Create(t.Context(), address, registry.CreateOptions{
			Options: registry.Options{Who: "示例甲", Data: dataFolder}, Year: goldenYear, Pack: pack, Keys: regulator.trust,
		})
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if got := take(t, r, registry.TakeOptions{}, sealed); got.Taken != 1 {
			t.Fatalf("%+v", got)
		}
		answers(t, r, "SELECT meter, cost FROM f_meters", `2500000`)
		answers(t, r, "SELECT coal FROM f_annual", "130")
		files, err := r.ExportCSV(t.Context(), filepath.Join(t.TempDir(), "out"))
		if err != nil || len(files) == 0 {
			t.Error(err)
		}
		if wrong, err := r.Damaged(t.Context()); err != nil || len(wrong) > 0 {
			t.Errorf("%v %v", wrong, err)
		}
		if registry.IsAddress(address) {
			return
		}
		sqlite(t, address, "UPDATE f_annual SET coal = 13")
		if wrong, err := r.Damaged(t.Context()); err != nil || len(wrong) != 1 {
			t.Errorf("nobody noticed an edited figure of the pack's: %v %v", wrong, err)
		}
		r.Close()
		for _, edit := range []string{"ALTER TABLE f_meters ADD COLUMN own BIGINT", "CREATE TABLE f_other (a BIGINT)", "ALTER TABLE f_annual ADD COLUMN own BIGINT DEFAULT 7"} {
			whole := read(t, address)
			sqlite(t, address, edit)
			if _, err := reopenedRegistry(t, address); err == nil {
				t.Errorf("nobody noticed: %s", edit)
			}
			if err := os.WriteFile(address, whole, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := reopenedRegistry(t, address); err != nil {
			t.Error(err)
		}
	})
}
