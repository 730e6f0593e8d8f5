package entry

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"yice/book"
	"yice/form"
	"yice/store"
	"yice/text"
)

// evidenceField is the field of every row that names its evidence.
const evidenceField = "evidence"

// Evidence is one file of a row, and how it lies in the workspace.
type Evidence struct {
	form.Attachment
	store.EvidenceFile
	Added time.Time // when the row took it on; where the history does not tell, when it was copied in
}

// EvidenceOf reads the evidence of a row: the row as it is now, its files from end to end.
func (s *Session) EvidenceOf(ctx context.Context, f *form.Form, row int64) (*form.Record, []Evidence, error) {
	r, err := s.EvidenceRow(f, row)
	if err != nil || r == nil {
		return r, nil, err
	}
	added, err := s.evidenceAdded(r)
	if err != nil {
		return nil, nil, err
	}
	var out []Evidence
	for _, a := range form.Attachments(r.Get(evidenceField)) {
		file, err := s.w.LookAtEvidence(ctx, a)
		if err != nil {
			return nil, nil, err
		}
		e := Evidence{Attachment: a, EvidenceFile: file, Added: added[a.Digest]}
		if e.Added.IsZero() {
			e.Added = file.At
		}
		out = append(out, e)
	}
	return r, out, nil
}

// EvidenceRow is the row as it is; nil where there is none yet.
func (s *Session) EvidenceRow(f *form.Form, row int64) (*form.Record, error) {
	if f.Single() {
		if rows := s.Records(f); len(rows) > 0 {
			return rows[0], nil
		}
		return nil, nil
	}
	return s.Record(f, row)
}

// evidenceAdded tells from the history when a row took on each of its files last.
func (s *Session) evidenceAdded(r *form.Record) (map[string]time.Time, error) {
	if r.ID <= 0 {
		return nil, nil
	}
	entries, err := s.w.History(s.Book(), store.HistoryQuery{Form: r.Form.ID, Row: r.ID, Field: evidenceField})
	if err != nil {
		return nil, err
	}
	added := make(map[string]time.Time)
	for _, e := range entries { // newest first
		for _, a := range form.Attachments(form.S(e.New)) {
			if _, told := added[a.Digest]; !told && !strings.Contains(e.Old, a.Digest) {
				added[a.Digest] = e.At
			}
		}
	}
	return added, nil
}

// Attaching gives the edit by which a row takes on a file, and what the step is called. It is refused where the row has the
// file already, or as many as a row may have.
func Attaching(r *form.Record, a form.Attachment) (Edit, text.Pair, error) {
	list := form.Attachments(r.Get(evidenceField))
	for _, b := range list {
		if b.Digest == a.Digest {
			return Edit{}, text.Pair{}, fault("entry.attached", text.Usage, text.EntryAttached.With(a.Name, b.Name))
		}
	}
	if len(list) >= form.MaxEvidence {
		return Edit{}, text.Pair{}, fault("entry.many-files", text.Usage, text.FormTooManyFiles.With(form.MaxEvidence, len(list)+1))
	}
	a.Name = freeName(list, a.Name)
	return evidenceEdit(r, append(list, a)), text.EntryLabelAttach.With(r.Form.Title, named(r), book.Clip(a.Name)), nil
}

// freeName tells files of one row apart that have the same name: 合同.pdf, 合同 (2).pdf.
func freeName(list []form.Attachment, name string) string {
	taken := func(n string) bool {
		return slices.ContainsFunc(list, func(a form.Attachment) bool { return a.Name == n })
	}
	stem, ext := name, ""
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		stem, ext = name[:i], name[i:]
	}
	free := name
	for n := 2; taken(free); n++ {
		free = form.AttachmentName(stem + " (" + strconv.Itoa(n) + ")" + ext)
	}
	return free
}

// Detaching gives the edit by which a row lets go of a file; the file itself stays, for the history names it.
func Detaching(r *form.Record, digest string) (Edit, text.Pair) {
	list := form.Attachments(r.Get(evidenceField))
	name := ""
	kept := list[:0:0]
	for _, a := range list {
		if a.Digest == digest {
			name = a.Name
			continue
		}
		kept = append(kept, a)
	}
	return evidenceEdit(r, kept), text.EntryLabelDetach.With(r.Form.Title, named(r), book.Clip(name))
}

func evidenceEdit(r *form.Record, list []form.Attachment) Edit {
	return Edit{Form: r.Form, Row: r.ID, Field: evidenceField, Typed: form.AttachmentsValue(list).Str()}
}

// EvidenceTotal is what would travel with a submission that takes the evidence along.
type EvidenceTotal struct {
	Files   int
	Bytes   int64
	Missing []form.Attachment // named by a row and not there
}

// EvidenceTotal looks which files the rows of the year name, and whether they are there.
func (s *Session) EvidenceTotal(ctx context.Context) (EvidenceTotal, error) {
	var t EvidenceTotal
	list, err := s.w.EvidenceOf(ctx, s.Book())
	if err != nil {
		return t, err
	}
	for _, a := range list {
		size, there := s.w.EvidenceSize(a)
		if !there {
			t.Missing = append(t.Missing, a)
			continue
		}
		t.Files++
		t.Bytes += size
	}
	return t, nil
}
