package parquet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/big"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	library "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"yice/filing/registry/parquet"
)

// The file that the writer's own test holds it to.
func TestTheLibraryReadsTheFileOfTheTest(t *testing.T) {
	b, err := os.ReadFile("../../filing/registry/parquet/testdata/table.parquet")
	if err != nil {
		t.Fatal(err)
	}
	const most = "99999999999999999999999999.999999999999"
	compare(t, b, []string{"n", "q", "s"}, [][]string{
		{"460000050", "24.875000000000", "示例水务（虚构）"},
		{"-1", "-0.000000000001", ""},
		{none, none, none},
		{"-9223372036854775808", most, "=1+1"},
		{"9223372036854775807", "-" + most, "𠮷"},
	})
}

// Tables of random shape: more columns than a short list has, runs of missing values, pages and groups that fill up.
func TestTheLibraryReadsRandomTables(t *testing.T) {
	for seed := range uint64(40) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 7))
			columns := make([]parquet.Column, 1+r.IntN(24))
			for i := range columns {
				columns[i] = parquet.Column{Name: fmt.Sprintf("c%d", i), Kind: parquet.Kind(r.IntN(3))}
			}
			rows, long := r.IntN(300), 0
			switch seed {
			case 0:
				columns, rows = columns[:1], 300_000 // more than a group
			case 1:
				columns[0].Kind, rows, long = parquet.Text, 40, 100_000 // more than a page
			case 2:
				rows = 0
			}
			var out bytes.Buffer
			w := parquet.NewWriter(&out, columns)
			var want [][]string
			missing := false
			for range rows {
				row, said := make([]any, len(columns)), make([]string, len(columns))
				for i, c := range columns {
					if r.IntN(9) == 0 {
						missing = !missing
					}
					if missing {
						said[i] = none
						continue
					}
					switch c.Kind {
					case parquet.Int:
						n := int64(r.Uint64()) >> r.IntN(64)
						row[i], said[i] = n, fmt.Sprint(n)
					case parquet.Decimal:
						n := new(big.Int).Mul(big.NewInt(int64(r.Uint64())), big.NewInt(int64(r.IntN(1_000_000))))
						q := new(big.Rat).SetFrac(n, big.NewInt(1_000_000_000_000))
						row[i], said[i] = q, q.FloatString(12)
					default:
						s := strings.Repeat("研x", r.IntN(6)+r.IntN(long+1))
						row[i], said[i] = s, s
					}
				}
				if err := w.Row(row); err != nil {
					t.Fatal(err)
				}
				want = append(want, said)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			names := make([]string, len(columns))
			for i, c := range columns {
				names[i] = c.Name
			}
			compare(t, out.Bytes(), names, want)
		})
	}
}

// none is how a missing value is written here; no text is.
const none = "\x00"

func compare(t *testing.T, b []byte, names []string, want [][]string) {
	t.Helper()
	f, err := library.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var fields []string
	for _, c := range f.Schema().Fields() {
		fields = append(fields, c.Name())
	}
	if fmt.Sprint(fields) != fmt.Sprint(names) || f.NumRows() != int64(len(want)) {
		t.Fatalf("%v, %d rows; want %v, %d", fields, f.NumRows(), names, len(want))
	}
	at := 0
	for _, g := range f.RowGroups() {
		rows := g.Rows()
		held := make([]library.Row, 64)
		for {
			n, err := rows.ReadRows(held)
			for _, row := range held[:n] {
				for i, v := range row {
					if got := said(f.Schema().Fields()[i], v); got != want[at][i] {
						t.Fatalf("row %d, %s: %q, want %q", at, names[i], got, want[at][i])
					}
				}
				at++
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		rows.Close()
	}
	if at != len(want) {
		t.Errorf("%d rows were read of %d", at, len(want))
	}
}

// said is a value as the schema of the file says that it is.
func said(f library.Field, v library.Value) string {
	if v.IsNull() {
		return none
	}
	if f.Type().Kind() == library.Int64 {
		return fmt.Sprint(v.Int64())
	}
	if logical := f.Type().LogicalType(); logical != nil {
		switch as := logical.Value.(type) {
		case *format.DecimalType:
			n := new(big.Int).SetBytes(v.ByteArray())
			if v.ByteArray()[0] >= 0x80 {
				n.Sub(n, new(big.Int).Lsh(big.NewInt(1), 128))
			}
			unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(as.Scale)), nil)
			return new(big.Rat).SetFrac(n, unit).FloatString(int(as.Scale))
		case *format.StringType:
			return string(v.ByteArray())
		}
	}
	return fmt.Sprintf("%v, a %v", v, f.Type())
}
