package tui

import (
	"context"
	"strings"
	"testing"
)

// TestTheRealClipboard writes to the clipboard of the machine and reads it back; what it held as text is put back.
func TestTheRealClipboard(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	was, err := readClipboard(ctx, nil)
	if err == nil {
		defer func() {
			if _, err := writeClipboard(ctx, nil, was); err != nil {
				t.Error(err)
			}
		}()
	}
	for _, want := range []string{"摘要\t金额\r\n甲\t1234.50", "😀", "\"两行\n一格\"\tx", strings.Repeat("长", 200_000)} {
		by, err := writeClipboard(ctx, nil, want)
		if err != nil || by != "Windows" {
			t.Fatalf("%s, %v", by, err)
		}
		if got, err := readClipboard(ctx, nil); err != nil || got != want {
			t.Fatalf("%.60q came back as %.60q, %v", want, got, err)
		}
	}
	if _, err := writeClipboard(ctx, nil, "a\nb"); err != nil {
		t.Fatal(err)
	}
	if got, err := readClipboard(ctx, nil); err != nil || got != "a\r\nb" {
		t.Fatalf("%q, %v", got, err)
	}
}
