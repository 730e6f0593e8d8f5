package filing

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"yice/form"
)

// A decision binds at the desk as it does at the regulator's: whatever row one takes it for the other does, and where level,
// authority or kind is another neither does.
func TestADecisionBindsAtTheDeskAsAtTheRegulators(t *testing.T) {
	r := newRegulator(t)
	s := r.desk(t)
	path, _ := submit(t, s, SubmitOptions{Key: r.enterprise})
	ctx, taken, refused := context.Background(), 0, 0
	for _, f := range form.All() {
		if !f.Recognised {
			continue
		}
		for _, row := range s.Records(f)[:min(2, len(s.Records(f)))] {
			for _, altered := range append([]string{""}, boundColumns...) {
				cells := []string{waterUSCC, "2023", f.ID, row.Key(), form.Recognised, "示例主管部门", "示例认字〔2024〕9号", "2024-02-01"}
				if f.Field(altered) == nil && altered != "" {
					continue
				}
				for _, id := range boundColumns {
					switch fd := f.Field(id); {
					case fd == nil:
						cells = append(cells, "")
					case id == altered && len(fd.Codes) > 0:
						cells = append(cells, fd.Show(form.S(otherCode(fd, row.Str(id)))))
					case id == altered:
						cells = append(cells, "另一部门")
					default:
						cells = append(cells, fd.Show(row.Get(id)))
					}
				}
				signed := filepath.Join(t.TempDir(), "d.zip")
				table := strings.Split(decisions, "\n")[0] + "\n" + strings.Join(cells, ",") + "\n"
				if _, err := MakeRecognitions(ctx, file(t, "d.csv", table), signed, r.deciding, nil, signingDay); err != nil {
					t.Fatal(f.ID, altered, err)
				}
				desk, err := Recognise(ctx, s, signed, RecogniseOptions{Trust: r.trust, DryRun: true})
				if err != nil {
					t.Fatal(err)
				}
				v := verify(t, path, VerifyOptions{Trust: r.trust, Decisions: []string{signed}})
				covered := false
				for _, there := range v.Submission.Records(f) {
					if there.Key() == row.Key() {
						_, covered = v.Deciding(there)
					}
				}
				if at := desk.RefusedCount == 0; at != covered || covered != (altered == "") {
					t.Errorf("%s %s, another %q: the desk takes it %v, the regulator %v: %v", f.ID, row.Key(), altered, at, covered, desk.Refused)
				}
				if covered {
					taken++
				} else {
					refused++
				}
			}
		}
	}
	if taken < 3 || refused < 3 {
		t.Errorf("%d taken, %d refused", taken, refused)
	}
}

// otherCode is a code of a field that is not the one given.
func otherCode(f *form.Field, not string) string {
	for _, c := range f.Codes {
		if c.ID != not {
			return c.ID
		}
	}
	return not
}
