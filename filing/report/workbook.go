package report

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"yice/internal/pattern"

	"github.com/xuri/excelize/v2"

	"yice/form"
	"yice/text"
)

// LedgerLines is how many lines of the ledger a workbook holds at most; of a longer ledger it holds the totals alone.
const LedgerLines = 10_000

// Workbook writes the year as XLSX: a cover with its contents, the returns in their official layout, every register, the
// totals of the ledger, the score with its explanation, the findings with their reasons and what was assumed. Every sheet
// prints on A4 landscape, fitted to its width. Equal material gives equal bytes.
func (m *Material) Workbook(ctx context.Context, w io.Writer, l text.Lang) (err error) {
	b := &book{ctx: ctx, m: m, l: l, x: excelize.NewFile(), used: make(map[string]bool)}
	defer func() { err = errors.Join(err, b.x.Close()) }()
	if err := b.prepare(); err != nil {
		return err
	}
	if err := b.draw(); err != nil {
		return err
	}
	var raw bytes.Buffer
	if err := b.x.Write(&raw); err != nil {
		return err
	}
	return repack(w, raw.Bytes())
}

// book is a workbook under way.
type book struct {
	ctx   context.Context
	m     *Material
	l     text.Lang
	x     *excelize.File
	look  looks
	used  map[string]bool // names of sheets, in lower case
	plans []plan
}

// plan is one sheet to be drawn.
type plan struct {
	name  string
	about text.Pair
	draw  func(*book, string) error
}

func (b *book) say(p text.Pair) string { return p.In(b.l) }

// prepare settles what does not depend on a sheet: styles, and properties that hold no clock.
func (b *book) prepare() error {
	if err := b.x.SetDefaultFont(fontName); err != nil {
		return err
	}
	var err error
	if b.look, err = newLooks(b.x); err != nil {
		return err
	}
	stamp := strconv.Itoa(b.m.Year) + "-12-31T00:00:00Z" // a property must have some time; the year's end says nothing new
	return errors.Join(
		b.x.SetDocProps(&excelize.DocProperties{
			Creator: "yice", LastModifiedBy: "yice", Created: stamp, Modified: stamp, Title: cut(b.title(), 200), Language: b.say(text.ReportLanguage),
		}),
		b.x.SetAppProps(&excelize.AppProperties{Application: "yice", Company: cut(b.m.Name, 200)}),
	)
}

func (b *book) title() string { return b.say(text.ReportBookTitle.With(b.m.Name, b.m.Year)) }

// draw plans every sheet, so that the cover can name them, and draws them in that order.
func (b *book) draw() error {
	cover := b.plan(text.ReportCover, text.Pair{}, (*book).cover)
	b.plan(text.ReportSheet1071, text.ReportAbout1071, (*book).sheet1071)
	b.plan(text.ReportSheet1072, text.ReportAbout1072, (*book).sheet1072)
	b.planTax()
	b.plan(text.ReportSheetTotals, text.ReportAboutTotals, (*book).sheetTotals)
	if b.m.Sheet != nil {
		b.plan(text.ReportSheetScore, text.ReportAboutScore, (*book).sheetScore)
		b.plan(text.ReportSheetProgress, text.ReportAboutProgress, (*book).sheetProgress)
		b.plan(text.ReportSheetExplained, text.ReportAboutExplained, (*book).sheetExplained)
	}
	b.plan(text.ReportSheetFindings, text.ReportAboutFindings.With(b.m.Must, b.m.Verify, b.m.Explained), (*book).sheetFindings)
	if b.m.Sheet != nil {
		b.plan(b.m.Sheet.LeftOpen().Word, b.m.Sheet.LeftOpen().About, (*book).sheetAssumed)
	}
	for _, f := range b.m.forms.All() {
		b.planForm(f)
	}
	if err := b.x.SetSheetName("Sheet1", cover.name); err != nil {
		return err
	}
	for _, p := range b.plans {
		if err := b.ctx.Err(); err != nil {
			return err
		}
		if err := p.draw(b, p.name); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) plan(title, about text.Pair, draw func(*book, string) error) plan {
	p := plan{b.sheetName(b.say(title)), about, draw}
	b.plans = append(b.plans, p)
	return p
}

// planForm plans the sheet of a form: its rows, or, where there are none, nothing.
func (b *book) planForm(f *form.Form) {
	if f.Scope == form.Ledger {
		n := b.m.Facts.Ledger.Lines + b.m.Facts.Ledger.Outside.Lines
		if n > 0 && n <= LedgerLines && !b.m.Facts.Ledger.FromSummary {
			b.plan(f.Title, text.ReportAboutRows.With(n), func(b *book, name string) error { return b.sheetForm(name, f) })
		}
		return
	}
	if n := len(b.m.registers[f.ID]); n > 0 {
		b.plan(f.Title, text.ReportAboutRows.With(n), func(b *book, name string) error { return b.sheetForm(name, f) })
	}
}

// sheetName makes a title fit for a sheet and unlike the others, as spreadsheets compare them.
func (b *book) sheetName(title string) string {
	title = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return ' '
		}
		return r
	}, title)
	name := cut(title, 28)
	for n := 2; b.used[strings.ToLower(name)]; n++ {
		name = cut(title, 26) + " " + strconv.Itoa(n)
	}
	b.used[strings.ToLower(name)] = true
	return name
}

// cut keeps at most n runes.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}

// repack writes the parts of a workbook in the order of their names and without times: the order and the times of a
// package that was just made are those of the moment.
func repack(w io.Writer, raw []byte) error {
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return err
	}
	parts := slices.Clone(in.File)
	slices.SortFunc(parts, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, part := range parts {
		to, err := out.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		from, err := part.Open()
		if err != nil {
			return err
		}
		content, err := io.ReadAll(from)
		if err := errors.Join(err, from.Close()); err != nil {
			return err
		}
		if part.Name == contentTypes {
			content = imageTypes.ReplaceAll(content, nil)
		}
		if _, err := to.Write(content); err != nil {
			return err
		}
	}
	return out.Close()
}

// The list of types names every kind of image in the order of a map; there is no image here, and none is named.
const contentTypes = "[Content_Types].xml"

var imageTypes = pattern.Of(`<Default Extension="\w+" ContentType="image/[^"]*"></Default>`)
