package filing

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	verifying "yice/filing/page"
	"yice/filing/page/document"
	"yice/seal"
	"yice/text"
)

// PagePath is where the self-proving page of a submission stands: beside it, under its name.
func PagePath(submission string) string {
	ext := filepath.Ext(submission)
	return submission[:len(submission)-len(ext)] + ".html"
}

// WritePage writes the self-proving page of a submission. An encrypted one has none: nobody but its reader may see it.
func WritePage(submission, out string) error {
	f, err := os.Open(submission)
	if err != nil {
		return cannotOpen(submission, err)
	}
	defer f.Close()
	head := make([]byte, 64)
	n, _ := io.ReadFull(f, head) // a short one is refused below
	switch {
	case seal.Enveloped(head[:n]):
		return fault("page.encrypted", text.Findings, text.PageEncrypted.With(shownName(submission)))
	case n < len(head) || string(head[:4]) != "PK\x03\x04":
		return fault("page.not-a-submission", text.Findings, text.PageNotOne.With(shownName(submission)))
	}
	if _, err = f.Seek(0, io.SeekStart); err != nil {
		return cannotOpen(submission, err)
	}
	return writeBeside(out, func(w *os.File) error { return verifying.Write(w, f, filepath.Base(submission)) })
}

// pageBeside writes the self-proving page beside a submission that was just sealed. What stands there and is no page of ours
// is somebody's, and stays.
func pageBeside(submission string) (string, error) {
	out := PagePath(submission)
	head := make([]byte, 2048)
	f, err := os.Open(out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return written(out, WritePage(submission, out))
	case err != nil:
		return "", cannotOpen(out, err)
	}
	n, _ := io.ReadFull(f, head)
	f.Close()
	if !bytes.Contains(head[:n], []byte("<title>"+text.PageTitle.ZH)) {
		return "", fault("page.taken", text.Cannot, text.PageTaken.With(out))
	}
	return written(out, WritePage(submission, out))
}

func written(path string, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return path, nil
}

// WriteOwnPage writes a verification page of one's own.
func WriteOwnPage(out string, basis document.Basis) error {
	return writeBeside(out, func(w *os.File) error { return verifying.WriteOwn(w, basis) })
}
