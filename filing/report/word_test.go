package report_test

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"yice/text"
)

var (
	drawn   = regexp.MustCompile(`(?s)<svg.*?</svg>|<style>.*?</style>|<head>.*?</head>|<div class="watermark".*?</div>`)
	markups = regexp.MustCompile(`<[^>]*>`)
	figure  = regexp.MustCompile(`[+-]?\d[\d,]*(\.\d+)?%?`)
)

// figures counts the figures of a text.
func figures(s string) map[string]int {
	all := make(map[string]int)
	for _, f := range figure.FindAllString(s, -1) {
		all[f]++
	}
	return all
}

// What is handed round as a text document says the figures of the page, each as often; its charts are tables besides.
func TestTheTextDocumentSaysTheFiguresOfThePage(t *testing.T) {
	m := gather(t, golden(t))
	for _, l := range []text.Lang{text.ZH, text.EN} {
		var b bytes.Buffer
		if err := m.Word(&b, l); err != nil {
			t.Fatal(err)
		}
		written := parts(t, b.Bytes())["word/document.xml"]
		said := figures(html.UnescapeString(markups.ReplaceAllString(strings.ReplaceAll(written, "</w:p>", "\n"), "")))
		want := figures(html.UnescapeString(markups.ReplaceAllString(drawn.ReplaceAllString(page(t, m, l), ""), "\n")))
		if len(want) < 50 {
			t.Fatalf("the page has %d figures", len(want))
		}
		for f, n := range want {
			if said[f] < n {
				t.Errorf("%s: %q stands %d times on the page and %d times in the document", l, f, n, said[f])
			}
		}
		for _, month := range []string{"<w:tbl>", "1,320.00"} {
			if !strings.Contains(written, month) {
				t.Errorf("%s: %q is not in the document", l, month)
			}
		}
	}
}
