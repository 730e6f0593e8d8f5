package text_test

import (
	"testing"

	"yice/text"
)

// In English one of something is one, and its verb with it; two are as they are written, and years and quarters are not counted.
func TestOneIsCountedAsOne(t *testing.T) {
	for _, x := range []struct {
		of   string
		args []any
		want string
	}{
		{"%d records in %d forms", []any{21, 1}, "21 records in 1 form"},
		{"%d records in %d forms", []any{1, 1}, "1 record in 1 form"},
		{"%d records in %d forms", []any{11, 2}, "11 records in 2 forms"},
		{"%[2]d lines, %[1]s", []any{"1,000.00", 1}, "1 line, 1,000.00"},
		{"%s rows are added", []any{"1"}, "1 row is added"},
		{"%d entries more", []any{int64(1)}, "1 entry more"},
		{"%d more lines", []any{1}, "1 more line"},
		{"The return of quarter %d is made", []any{1}, "The return of quarter 1 is made"},
		{"rung %d gives %s", []any{1, "60%"}, "rung 1 gives 60%"},
		{"%d parameters that the document does not give", []any{1}, "1 parameter that the document does not give"},
		{"100%% of %d boxes", []any{1}, "100% of 1 box"},
	} {
		if got := (text.Pair{EN: x.of}).With(x.args...).In(text.EN); got != x.want {
			t.Errorf("%q of %v: %q", x.of, x.args, got)
		}
	}
}
