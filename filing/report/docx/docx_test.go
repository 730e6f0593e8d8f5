package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// made writes a document and gives its main part, having asked that every part is well-formed.
func made(t *testing.T, o Options, write func(*Document)) (whole []byte, body string) {
	t.Helper()
	var b bytes.Buffer
	d := New(&b, o)
	write(d)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for p := xml.NewDecoder(bytes.NewReader(content)); ; {
			if _, err := p.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
		if f.Name == "word/document.xml" {
			body = string(content)
		}
	}
	return b.Bytes(), body
}

// What people typed is text: it opens no element, and what XML cannot hold does not break the part.
func TestTextIsData(t *testing.T) {
	const hostile = "a</w:t></w:r>&<w:p>\x00\x1b[31m\uFFFF\"'"
	_, body := made(t, Options{Header: hostile}, func(d *Document) {
		d.Paragraph(Normal, hostile)
		d.Table(1, [][]Cell{{{Text: hostile}, {Text: "x"}}, {{Text: hostile}}})
	})
	if strings.Contains(body, "a</w:t>") || !strings.Contains(body, "a&lt;/w:t&gt;&lt;/w:r&gt;&amp;&lt;w:p&gt;") {
		t.Errorf("a text is markup: %s", body)
	}
	if n := strings.Count(body, "<w:tc>"); n != 4 {
		t.Errorf("two rows of two columns have %d cells", n)
	}
}

// Line breaks stay, and the same calls give the same bytes.
func TestSameBytes(t *testing.T) {
	write := func(d *Document) { d.Paragraph(Title, "一\n二") }
	first, body := made(t, Options{}, write)
	again, _ := made(t, Options{}, write)
	if !bytes.Equal(first, again) {
		t.Error("twice the same is not the same bytes")
	}
	if strings.Count(body, "<w:br/>") != 1 {
		t.Errorf("the line break is lost: %s", body)
	}
}

// A figure is not folded to make room for a sentence.
func TestFigureKeepsItsWidth(t *testing.T) {
	long := strings.Repeat("很长的一句话", 20)
	widths := share([][]Cell{{{Text: long}, {Text: "1,234,567.89"}, {Text: long}, {Text: "82.58"}}})
	sum := 0
	for _, w := range widths {
		sum += w
	}
	if need := len("1,234,567.89")*halfCharacter + cellPadding; sum != textWide || widths[1] < need || widths[3] < leastWide {
		t.Errorf("widths %v of %d, and the figure needs %d", widths, textWide, need)
	}
	if w := share([][]Cell{{{Text: "一"}, {Text: "1"}}}); w[0]+w[1] != textWide {
		t.Errorf("a narrow table has widths %v", w)
	}
}
