package rooms_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"yice/filing/intake/foreign"
	"yice/text"
)

func said(t *testing.T, content string) string {
	t.Helper()
	err := foreign.Refusal([]byte(content), strings.NewReader(content), int64(len(content)))
	var f *text.Fault
	if err == nil || !errors.As(err, &f) {
		return ""
	}
	if f.Code != "filing.not-a-table" {
		t.Errorf("%q: %s", content, f.Code)
	}
	return f.Say.ZH
}

func packedWith(t *testing.T, names ...string) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, n := range names {
		if _, err := z.Create(n); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestAFileThatIsNoTableSaysWhatItIs(t *testing.T) {
	dbf := "\x03\x17\x01\x05\x01\x00\x00\x00\x41\x00\x05\x00" + strings.Repeat("\x00", 53) + " 1234"
	for content, want := range map[string]string{
		"%PDF-1.7": "PDF", "\x89PNG\r\n\x1A\n...": "图片", "RIFF\x00\x00\x00\x00WEBP": "图片", "\xFF\xD8\xFF\xE0": "图片", "Rar!\x1A\x07\x01\x00": "RAR", "7z\xBC\xAF\x27\x1C\x00": "7z",
		"\x00\x01\x00\x00Standard ACE DB\x00": "Access", "{\\rtf1": "RTF", "MZ\x90\x00": "程序", "BM\x10\x00\x00\x00" + strings.Repeat("x", 10): "图片", dbf: "dbf",
		packedWith(t, "[Content_Types].xml", "word/document.xml"): "Word", packedWith(t, "OFD.xml"): "OFD", packedWith(t, "[Content_Types].xml", "xl/workbook.bin"): "xlsb",
		packedWith(t, "一月.xlsx", "二月.xlsx"): "ZIP",
	} {
		if got := said(t, content); !strings.Contains(got, want) || !strings.Contains(got, "请") {
			t.Errorf("%.20q is called %q, want %s", content, got, want)
		}
	}
}

func TestATableIsNotCalledAnythingElse(t *testing.T) {
	for _, content := range []string{
		"", "B", "BM,日期", "MZ,编号", "日期,金额", "\xEF\xBB\xBF日期", "PDF,1", "II,a", "0,1,2,3\r\n" + strings.Repeat("1,2,3\r\n", 20), "\x03", "PK\x03\x04", "{\"a\":1}",
		packedWith(t, "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"), packedWith(t, "mimetype", "content.xml"),
	} {
		if got := said(t, content); got != "" {
			t.Errorf("%.20q is called %s", content, got)
		}
	}
}
