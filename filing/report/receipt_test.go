package report_test

import (
	"strings"
	"testing"

	"yice/filing/report"
	"yice/filing/submission"
	"yice/text"
)

func printed(t *testing.T, change func(*submission.Document)) string {
	t.Helper()
	number := int64(7)
	d := &submission.Document{
		OK: true, Kind: submission.KindReceipt, Integrity: "ok", Signature: "ok", Identity: "trusted", Of: "unasked", Logged: "unasked",
		Signer: "国资委", SHA256: strings.Repeat("f", 64),
		Receipt: &submission.Receipt{
			Format: "yice-receipt/3", Serial: "91150200MA0BT0013C-2023-02", USCC: "91150200MA0BT0013C", Name: "<b>示例</b>", Year: 2023,
			ReceivedAt: "2024-01-22T10:00:00+08:00", SealedAt: "2024-01-20T09:00:00+08:00", Mode: "正式", Number: &number, Innovation: "82.58", Log: &submission.LogHead{},
			Self:      &submission.ResultJSON{Innovation: "90.00", Bonus: "4.50", Assessed: "-4445.00", Mode: "正式"},
			Confirmed: &submission.ResultJSON{Innovation: "82.58", Bonus: "3.50", Assessed: "4444.00", Mode: "正式"},
		},
	}
	change(d)
	var b strings.Builder
	if err := report.Receipt(&b, d, text.ZH); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The paper says what the receipt says, figure by figure, and keeps a name from being markup.
func TestReceiptOnPaper(t *testing.T) {
	page := printed(t, func(*submission.Document) {})
	for _, want := range []string{"第 7 号", "82.58", "90.00", "4,444.00", "-4,445.00", "2024 年 1 月 22 日 10:00", "&lt;b&gt;示例&lt;/b&gt;", strings.Repeat("f", 64), "verify"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not on the paper", want)
		}
	}
	if strings.Contains(page, "<b>示例") || strings.Contains(page, `class="mark"`) {
		t.Error("a name is markup, or a mark stands on a receipt that holds")
	}
}

// What somebody could mistake for a receipt of the regulator is marked.
func TestReceiptOnPaperMarked(t *testing.T) {
	for want, change := range map[string]func(*submission.Document){
		text.PaperSimulated.ZH:   func(d *submission.Document) { d.Receipt.Mode = "模拟" },
		text.PaperUnasked.ZH:     func(d *submission.Document) { d.Identity = "unasked" },
		text.DocumentUnsigned.ZH: func(d *submission.Document) { d.Identity, d.Signature, d.Signer = "unasked", "none", "" },
	} {
		if page := printed(t, change); !strings.Contains(page, `<p class="mark">`+want) {
			t.Errorf("%q is not marked", want)
		}
	}
}
