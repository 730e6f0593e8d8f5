package xlsx

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// A sheet is many times as long as the reader's buffer: no text may suffer where one buffer ends and the next begins.
func TestALongSheetIsReadToTheLetter(t *testing.T) {
	const rows = 60_000
	want := func(row int) [2]string {
		return [2]string{fmt.Sprintf("第%d行%s", row, strings.Repeat("长", row%23)), fmt.Sprint(row * 7)}
	}
	var s strings.Builder
	for row := 1; row <= rows; row++ {
		w := want(row)
		fmt.Fprintf(&s, `<row r="%[1]d"><c r="A%[1]d" t="inlineStr"><is><t>%[2]s</t></is></c><c r="B%[1]d"><v>%[3]s</v></c></row>`, row, w[0], w[1])
	}
	r, err := book(t, s.String(), "", "").Rows(0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	read := 0
	for {
		got, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		read++
		cells, row := got.Cells, got.Number
		if w := want(row); len(cells) != 2 || string(cells[0]) != w[0] || string(cells[1]) != w[1] {
			t.Fatalf("row %d is %q, not %q", row, cells, w)
		}
	}
	if read != rows {
		t.Fatalf("%d rows of %d", read, rows)
	}
}
