package markup

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"

	"yice/filing/intake/held"
	"yice/text"
)

// maxParts bounds the parts of an archive.
const maxParts = 1_000

// archive reports a web archive: a mail of several parts.
func archive(head []byte) bool {
	lower := bytes.ToLower(head[:min(len(head), 2<<10)])
	return bytes.Contains(lower, []byte("mime-version:")) && bytes.Contains(lower, []byte("content-type:")) &&
		(bytes.HasPrefix(lower, []byte("mime-version:")) || bytes.HasPrefix(lower, []byte("from:")) || bytes.HasPrefix(lower, []byte("content-type:")) ||
			bytes.HasPrefix(lower, []byte("subject:")) || bytes.HasPrefix(lower, []byte("date:"))) && bytes.Contains(lower, []byte("multipart/"))
}

// readArchive reads the pages of a web archive: each is a page of tables.
func readArchive(content []byte) (*book, error) {
	b := &book{container: "xls-html"}
	r := bufio.NewReader(bytes.NewReader(content))
	header, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil {
		return nil, refuse("not-a-table", text.ForeignPart, err)
	}
	if err := b.readParts(header, r, 0); err != nil {
		var f *text.Fault
		if errors.As(err, &f) {
			return nil, err
		}
		return nil, refuse("not-a-table", text.ForeignPart, err)
	}
	if len(b.sheets) == 0 {
		return nil, refuse("not-a-table", text.ForeignPart, nil)
	}
	return b, nil
}

func (b *book) readParts(header textproto.MIMEHeader, r io.Reader, depth int) error {
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		return err
	}
	switch {
	case strings.HasPrefix(kind, "multipart/") && depth < 5:
		parts := multipart.NewReader(r, params["boundary"])
		for range maxParts {
			part, err := parts.NextRawPart()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return err
			}
			if err := b.readParts(part.Header, part, depth+1); err != nil {
				return err
			}
		}
		return held.Limit()
	case kind == "text/html":
		return b.readPart(header, r)
	}
	return nil
}

// readPart reads a page from an archive.
func (b *book) readPart(header textproto.MIMEHeader, r io.Reader) error {
	switch strings.ToLower(strings.TrimSpace(header.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, r)
	}
	content, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		return err
	case len(content) > maxFile:
		return held.Limit()
	}
	return b.readPage(content)
}
