package biff

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"yice/filing/intake/sheettest"
	"yice/text"
)

// le lays numbers and bytes out as a file has them: byte, uint16, uint32, uint64, float64, string (a byte a character), wide.
func le(values ...any) []byte {
	var out []byte
	for _, v := range values {
		switch v := v.(type) {
		case byte:
			out = append(out, v)
		case int:
			out = binary.LittleEndian.AppendUint16(out, uint16(v))
		case uint32:
			out = binary.LittleEndian.AppendUint32(out, v)
		case float64:
			out = binary.LittleEndian.AppendUint64(out, math.Float64bits(v))
		case string:
			out = append(out, v...)
		case []byte:
			out = append(out, v...)
		case wide:
			for _, u := range utf16.Encode([]rune(string(v))) {
				out = binary.LittleEndian.AppendUint16(out, u)
			}
		default:
			panic(fmt.Sprintf("%T", v))
		}
	}
	return out
}

type wide string

// rec is a record.
func rec(id int, values ...any) []byte {
	body := le(values...)
	return append(le(id, len(body)), body...)
}

var eof = rec(recEOF)

// long is a string with its length in two bytes.
func long(s string) []byte {
	return le(len(utf16.Encode([]rune(s))), byte(1), wide(s))
}

// workbook is the bare stream of a workbook of one sheet: formats 0 General, 1 #,##0.00, 2 a day, 3 per cent, 4 red.
func workbook(globals []byte, cells ...[]byte) []byte {
	head := bytes.Join([][]byte{
		rec(recBOF, 0x0600, subGlobals, uint32(0), uint32(0), uint32(0)),
		rec(recRecalcID, 0x01C1, 0, uint32(0)),
		rec(recFormat, 170, long("#,##0.00;[Red]#,##0.00")),
		rec(recXF, 0, 0), rec(recXF, 0, 4), rec(recXF, 0, 14), rec(recXF, 0, 10), rec(recXF, 0, 170),
		globals,
	}, nil)
	bound := func(at int) []byte {
		return rec(recBoundSheet, uint32(at), byte(0), byte(0), byte(2), byte(1), wide("甲表"))
	}
	at := len(head) + len(bound(0)) + len(eof)
	return bytes.Join([][]byte{head, bound(at), eof, rec(recBOF, 0x0600, subSheet, uint32(0), uint32(0), uint32(0)), bytes.Join(cells, nil), eof}, nil)
}

func shown(t testing.TB, content []byte) string {
	t.Helper()
	b, err := open(content)
	if err != nil {
		t.Fatal(err)
	}
	return sheettest.Text(t, b, 0)
}

func code(err error) string {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return fmt.Sprint(err)
}

func TestCellsReadAsPeopleSeeThem(t *testing.T) {
	number := func(xf int, f float64) []byte { return rec(recNumber, 0, 0, xf, f) }
	formula := func(value []byte, flags int) []byte { return rec(recFormula, 0, 0, 0, value, flags, uint32(0), 0) }
	for _, c := range []struct {
		cell []byte
		want string
	}{
		{number(0, 14593.090000000001), "14593.09"},
		{number(1, 884.955752), "884.96~884.955752"},
		{number(1, 1.005), "1.01~1.005"},
		{number(4, -1234.5), "-1234.50"},
		{number(2, 44931.75), "2023-01-05"},
		{number(3, 0.125), "12.50%"},
		{number(99, 7), "7"},
		{number(0, math.NaN()), "!"},
		{number(0, 622202123456789012), "!622202123456789000"},
		{number(0, math.Copysign(0, -1)), "0"},
		{rec(recRK, 0, 0, 0, uint32(1234<<2|2)), "1234"},
		{rec(recRK, 0, 0, 1, uint32(123450<<2|3)), "1234.50"},
		{rec(recRK, 0, 0, 0, uint32(0xFFFFFFFF)), "-0.01"},
		{rec(recRK, 0, 0, 0, uint32(math.Float64bits(0.5)>>32)), "0.5"},
		{rec(recRK, 0, 0, 0, uint32(math.Float64bits(150)>>32)|1), "1.5"},
		{rec(recMulRK, 0, 1, 0, uint32(1<<2|2), 1, uint32(2<<2|2), 2), "|1|2.00"},
		{rec(recLabel, 0, 0, 0, long("凭证\x00")), "凭证"},
		{rec(recLabel, 0, 0, 0, 3, byte(0), "a\xe9b"), "aéb"},
		{rec(recRString, 0, 0, 0, 2, byte(0), "ab", 1, 0, 0), "ab"},
		{rec(recBoolErr, 0, 0, 0, byte(1), byte(0)), "是"},
		{rec(recBoolErr, 0, 0, 0, byte(0), byte(0)), "否"},
		{rec(recBoolErr, 0, 0, 0, byte(0x07), byte(1)), "!#DIV/0!"},
		{rec(recBoolErr, 0, 0, 0, byte(0x99), byte(1)), "!#N/A"},
		{formula(le(12.5), 0), "12.5="},
		{formula(le(0.0), 0), "0="},
		{formula(le(byte(1), byte(0), byte(1), "\x00\x00\x00\xff\xff"), 0), "是="},
		{formula(le(byte(2), byte(0), byte(0x2A), "\x00\x00\x00\xff\xff"), 0), "!#N/A="},
		{formula(le(byte(3), "\x00\x00\x00\x00\x00\xff\xff"), 0), ""},
		{append(formula(le(byte(0), "\x00\x00\x00\x00\x00\xff\xff"), 0), rec(recString, long("文"))...), "文="},
		// Between a formula and its text may stand a shared formula.
		{bytes.Join([][]byte{formula(le(byte(0), "\x00\x00\x00\x00\x00\xff\xff"), 8), rec(0x04BC, 0, 0, 0), rec(recString, long("文"))}, nil), "文="},
		// Never computed: the mark of a library, a kind nobody knows, a text that does not come.
		{formula(le(0.0), calcOnLoad), "!="},
		{formula(le(3.0), calcOnLoad), "3="},
		{formula(le(byte(3), "\x00\x00\x00\x00\x00\xff\xff"), calcOnLoad), "!="},
		{formula(le(byte(9), "\x00\x00\x00\x00\x00\xff\xff"), 0), "!="},
		{formula(le(byte(0), "\x00\x00\x00\x00\x00\xff\xff"), 0), "!="},
	} {
		want := ""
		if c.want != "" {
			want = "1: " + c.want + "\n"
		}
		if got := shown(t, workbook(nil, c.cell)); got != want {
			t.Errorf("% X reads %q, want %q", c.cell, got, want)
		}
	}
}

// A library that computes nothing leaves an empty text behind every formula; a spreadsheet program means it.
func TestAnEmptyResultIsBelievedOfProgramsThatCompute(t *testing.T) {
	empty := rec(recFormula, 0, 0, 0, le(byte(3), "\x00\x00\x00\x00\x00\xff\xff"), 0, uint32(0), 0)
	file := workbook(nil, empty)
	without := bytes.Replace(file, rec(recRecalcID, 0x01C1, 0, uint32(0)), rec(0x0001, 0x01C1, 0, uint32(0)), 1)
	if got := shown(t, without); got != "1: !=\n" {
		t.Error(got)
	}
}

func TestRowsBlocksAndChartsWithinASheet(t *testing.T) {
	label := func(row, col int, s string) []byte { return rec(recLabel, row, col, 0, long(s)) }
	file := workbook(nil,
		rec(recRow, 2, 0, 3, 255, 0, 0, uint32(0x20)),
		label(2, 2, "丙"), label(0, 0, "甲"), rec(recNumber, 0, 1, 0, 9.0), label(1, 2, "乙"), rec(recNumber, 1, 1, 0, 9.0),
		rec(recBOF, 0x0600, 0x20, uint32(0), uint32(0), uint32(0)), label(0, 3, "图"), eof,
		rec(recMergeCells, 2, 0, 2, 0, 0, 0, 1, 1, 1),
	)
	if got := shown(t, file); got != "1: 甲|9\n2: 甲|^1|乙\n3h: 甲||丙\n" {
		t.Error(got)
	}
}

// A font struck through crosses out what it writes. No font has the number 4, so that the fifth is called 5.
func TestWhatIsCrossedOut(t *testing.T) {
	font := func(flags int) []byte { return rec(recFont, 200, flags, 0) }
	globals := bytes.Join([][]byte{font(0), font(fontStruck), font(0), font(0), font(fontStruck | 2), rec(recXF, 1, 0), rec(recXF, 5, 0), rec(recXF, 2, 0)}, nil)
	got := shown(t, workbook(globals,
		rec(recNumber, 0, 0, 5, 1.0), rec(recNumber, 0, 1, 6, 2.0), rec(recNumber, 0, 2, 7, 3.0), rec(recNumber, 0, 3, 0, 4.0),
		rec(recMulRK, 1, 0, 5, uint32(1<<2|2), 7, uint32(2<<2|2), 1)))
	if want := "1: 1×|2×|3|4\n2: 1×|2\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDatesOf1904(t *testing.T) {
	if got := shown(t, workbook(rec(recDateMode, 1), rec(recNumber, 0, 0, 2, 43469.0))); got != "1: 2023-01-05\n" {
		t.Error(got)
	}
}

// Strings are broken anywhere: among their characters the flag byte comes again, and the width may change with it; what
// hangs on them runs on without it.
func TestStringsBrokenAcrossRecords(t *testing.T) {
	label := func(i uint32) []byte { return rec(recLabelSST, 0, int(i), 0, i) }
	whole := [][]byte{
		le(uint32(5), uint32(5)),
		long("甲乙丙"),
		le(4, byte(0x08), 2, "abcd", uint32(1), uint32(2)),            // rich text
		le(2, byte(0x05), uint32(6), wide("丁戊"), "phonet"),            // a phonetic guide
		le(2, byte(0x0D), 1, uint32(3), wide("己庚"), uint32(9), "pho"), // both
		le(3, byte(1), wide("\U00020BB7x")),                           // a pair
	}
	const want = "1: 甲乙丙|abcd|丁戊|己庚|𠮷x\n"
	one := rec(recSST, bytes.Join(whole, nil))
	labels := bytes.Join([][]byte{label(0), label(1), label(2), label(3), label(4)}, nil)
	if got := shown(t, workbook(one, labels)); got != want {
		t.Fatalf("unbroken: %q", got)
	}
	broken := map[string][]byte{
		"among characters":     append(rec(recSST, whole[0], 3, byte(1), wide("甲")), rec(recContinue, byte(1), wide("乙丙"), whole[2], whole[3], whole[4], whole[5])...),
		"before the first":     append(rec(recSST, whole[0], 3, byte(1)), rec(recContinue, byte(1), wide("甲乙丙"), whole[2], whole[3], whole[4], whole[5])...),
		"wide to narrow":       append(rec(recSST, whole[0], whole[1], 4, byte(0x09), 2, wide("ab")), rec(recContinue, byte(0), "cd", uint32(1), uint32(2), whole[3], whole[4], whole[5])...),
		"narrow to wide":       append(rec(recSST, whole[0], whole[1], 4, byte(0x08), 2, "ab"), rec(recContinue, byte(1), wide("cd"), uint32(1), uint32(2), whole[3], whole[4], whole[5])...),
		"among formats":        append(rec(recSST, whole[0], whole[1], 4, byte(0x08), 2, "abcd", byte(1), byte(0)), rec(recContinue, 0, uint32(2), whole[3], whole[4], whole[5])...),
		"between strings":      append(rec(recSST, whole[0], whole[1]), rec(recContinue, whole[2], whole[3], whole[4], whole[5])...),
		"within a pair":        append(rec(recSST, whole[0], whole[1], whole[2], whole[3], whole[4], 3, byte(1), "\x42\xd8"), rec(recContinue, byte(1), "\xb7\xdf", wide("x"))...),
		"thrice, with a blank": bytes.Join([][]byte{rec(recSST, whole[0], 3, byte(1), wide("甲")), rec(recContinue, byte(1), wide("乙")), rec(recContinue), rec(recContinue, byte(1), wide("丙"), whole[2], whole[3], whole[4], whole[5])}, nil),
	}
	for name, sst := range broken {
		if got := shown(t, workbook(sst, labels)); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	// The text of a formula is broken likewise.
	formula := rec(recFormula, 0, 0, 0, le(byte(0), "\x00\x00\x00\x00\x00\xff\xff"), 0, uint32(0), 0)
	if got := shown(t, workbook(nil, formula, rec(recString, 4, byte(1), wide("甲乙")), rec(recContinue, byte(0), "ab"))); got != "1: 甲乙ab=\n" {
		t.Error(got)
	}
}

func TestSheetsThatAreNone(t *testing.T) {
	file := workbook(bytes.Join([][]byte{
		rec(recBoundSheet, uint32(0), byte(0), byte(2), byte(1), byte(0), "C"), // a chart
		rec(recBoundSheet, uint32(0), byte(2), byte(0), byte(1), byte(0), "V"), // very hidden
	}, nil))
	b, err := open(file)
	if err != nil {
		t.Fatal(err)
	}
	if s := b.Sheets(); len(s) != 2 || s[0].Name != "V" || !s[0].Hidden || s[1].Name != "甲表" || s[1].Hidden {
		t.Errorf("%+v", s)
	}
	if b.Container() != "xls" {
		t.Error(b.Container())
	}
}

func TestWhatCannotBeReadSaysWhatItIs(t *testing.T) {
	cut := workbook(nil, rec(recNumber, 0, 0, 0, 1.0))
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"Excel 95":        {rec(recBOF, 0x0500, subGlobals, 0, 0), "filing.workbook-old"},
		"Excel 4":         {rec(0x0409, 0, 0x10, 0), "filing.workbook-old"},
		"a password":      {workbook(rec(recFilePass, 1, 0, 0)), "filing.workbook-encrypted"},
		"no sheet":        {append(rec(recBOF, 0x0600, subGlobals, uint32(0), uint32(0), uint32(0)), eof...), "filing.not-a-table"},
		"nothing":         {nil, "filing.workbook"},
		"half a compound": {magicOLE, "filing.workbook"},
		"cut globals":     {cut[:40], "filing.workbook"},
	} {
		if _, err := open(c.file); code(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, cells := range map[string][]byte{
		"a string that is not there": rec(recLabelSST, 0, 0, 0, uint32(7)),
		"a short record":             rec(recNumber, 0, 0),
		"blocks that are not there":  rec(recMergeCells, 900, 0),
		"a column too far":           rec(recNumber, 0, 300, 0, 1.0),
	} {
		b, err := open(workbook(nil, cells))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := sheettest.Read(b, 0); !strings.HasPrefix(code(err), "filing.") {
			t.Errorf("%s: %v", name, err)
		}
	}
	b, err := open(cut[:len(cut)-len(eof)])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sheettest.Read(b, 0); code(err) != "filing.workbook" {
		t.Errorf("a sheet cut off: %v", err)
	}
}

func real(t testing.TB) []byte {
	t.Helper()
	content, err := os.ReadFile("testdata/ledger.xls")
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// A file LibreOffice wrote from a ledger of every sort of cell.
func TestARealFile(t *testing.T) {
	b, err := open(real(t))
	if err != nil {
		t.Fatal(err)
	}
	want := `1: 研发支出明细账（2023年）
2: 日期|凭证号|摘要|借方⏎金额|比例|余额
3: 2023-01-05|001|材料 & <钢>  两格|1234.50|12.5%|884.96~884.955752
4: 2023-01|6222021234567890123|冲销𠮷|-1234.50||-100.00~-99.995
6: 2023-01-24|合并文字||3000
7: |合并文字|第二行|^1
8: |合并文字|第三行|0.1
9: |是=|合计|3000.1=|!#DIV/0!=|文字=
10h: ||藏起来的行
12: ||是=
`
	if got := sheettest.Text(t, b, 0); got != want {
		t.Errorf("%s", got)
	}
	if got := sheettest.Text(t, b, 1); got != "1: 看不见\n" || !b.Sheets()[1].Hidden {
		t.Error(got, b.Sheets())
	}
	if !Is(real(t)) || Is([]byte("PK\x03\x04")) || Is([]byte("\t甲,乙,丙")) {
		t.Error("Is is wrong")
	}
}

// readAll opens a file and reads every sheet; only faults may come of it.
func readAll(t testing.TB, content []byte) {
	t.Helper()
	b, err := open(content)
	for i := 0; err == nil && i < len(b.sheets); i++ {
		_, err = sheettest.Read(b, i)
	}
	var f *text.Fault
	if err != nil && !errors.As(err, &f) {
		t.Errorf("%v is no fault", err)
	}
}

// A file cut off anywhere is refused or read, and what is read of it never differs.
func TestARealFileCutOff(t *testing.T) {
	whole := real(t)
	for n := 0; n < len(whole); n += 256 {
		readAll(t, whole[:n])
	}
}

// Chains of sectors that bite their own tail end.
func TestSectorsInCircles(t *testing.T) {
	whole := real(t)
	fat := (int(u32(whole, 76)) + 1) * 512
	for i := range 128 {
		for _, to := range []uint32{0, 1, uint32(i), uint32(max(i-1, 0)), 0xFFFFFFFE, 0x7FFFFFFF} {
			broken := bytes.Clone(whole)
			binary.LittleEndian.PutUint32(broken[fat+4*i:], to)
			readAll(t, broken)
		}
	}
	for at := 24; at < 80; at++ {
		for _, v := range []byte{0, 1, 0x7F, 0xFF} {
			broken := bytes.Clone(whole)
			broken[at] = v
			readAll(t, broken)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(real(f))
	f.Add(workbook(rec(recSST, uint32(1), uint32(1), 3, byte(0x0D), 1, uint32(3), wide("甲乙丙"), uint32(9), "pho"), rec(recLabelSST, 0, 0, 0, uint32(0)), rec(recMulRK, 0, 1, 0, uint32(6), 1, uint32(10), 2), rec(recMergeCells, 1, 0, 9, 0, 3)))
	f.Fuzz(func(t *testing.T, content []byte) { readAll(t, content) })
}
