package biff

import (
	"errors"
	"io"

	"yice/filing/intake/numfmt"
	"yice/filing/intake/sheet"
	"yice/text"
)

const (
	fontStruck = 0x0008
	maxFormats = 10_000
	maxXFs     = 100_000
)

// version tells what a BOF begins. Older ones have numbers of their own.
func version(rec *record) (biff8 bool, kind int, ok bool) {
	body := rec.body()
	switch {
	case rec.id == 0x0009 || rec.id == 0x0209 || rec.id == 0x0409:
		return false, 0, true
	case rec.id != recBOF || len(body) < 4:
		return false, 0, false
	}
	return u16(body, 0) == 0x0600, u16(body, 2), true
}

// readGlobals reads the first substream: the sheets, their formats and their strings.
func (b *book) readGlobals() error {
	r := &records{stream: b.stream}
	rec, err := r.next()
	if err != nil {
		return errRecord
	}
	biff8, kind, ok := version(rec)
	switch {
	case !ok:
		return errRecord
	case !biff8:
		return refuse("workbook-old", text.ForeignOldExcel, nil)
	case kind != subGlobals:
		return errRecord
	}
	b.formats, b.parsed = make(map[int]string), make(map[int]*numfmt.Format)
	for {
		rec, err := r.next()
		if errors.Is(err, io.EOF) {
			return errRecord // cut off before the end of the globals
		}
		if err != nil {
			return err
		}
		if rec.id == recEOF {
			break
		}
		if err := b.global(rec); err != nil {
			return err
		}
	}
	if len(b.sheets) == 0 {
		return refuse("not-a-table", text.ForeignNoSheet.With(text.KindXLS), nil)
	}
	return nil
}

func (b *book) global(rec *record) error {
	body := rec.body()
	switch rec.id {
	case recFilePass:
		return refuse("workbook-encrypted", text.ForeignEncrypted, nil)
	case recDateMode:
		b.from04 = len(body) >= 2 && u16(body, 0) == 1
	case recRecalcID:
		b.computes = true
	case recBoundSheet:
		return b.boundSheet(rec)
	case recFormat:
		if len(body) < 2 || len(b.formats) >= maxFormats {
			return errRecord
		}
		r := newReader(rec)
		r.skip(2)
		code, ok := r.long()
		if !ok {
			return errRecord
		}
		b.formats[u16(body, 0)] = string(code)
	case recXF:
		if len(body) < 4 || len(b.xfs) >= maxXFs {
			return errRecord
		}
		b.xfs = append(b.xfs, cellFormat{u16(body, 2), u16(body, 0)})
	case recFont:
		if len(body) < 4 || len(b.struck) >= maxFormats {
			return errRecord
		}
		b.struck = append(b.struck, u16(body, 2)&fontStruck != 0)
	case recSST:
		var err error
		b.strings, err = readStrings(rec)
		return err
	}
	return nil
}

// long reads a string whose length is two bytes.
func (r *reader) long() ([]byte, bool) {
	n, ok := r.u16()
	if !ok {
		return nil, false
	}
	return r.text(nil, n)
}

// boundSheet learns of a sheet. Charts and macros have no rows and are passed over.
func (b *book) boundSheet(rec *record) error {
	body := rec.body()
	if len(body) < 8 {
		return errRecord
	}
	at, hidden, kind := u32(body, 0), body[4]&0x03 != 0, body[5]
	r := newReader(rec)
	r.skip(6)
	n, _ := r.u8()
	name, ok := r.text(nil, n)
	switch {
	case !ok:
		return errRecord
	case kind != 0 || len(b.sheets) >= sheet.MaxSheets:
		return nil
	case int64(at) >= int64(len(b.stream)):
		return errRecord
	}
	b.sheets = append(b.sheets, boundSheet{sheet.Info{Name: string(name), Hidden: hidden}, int(at)})
	return nil
}
