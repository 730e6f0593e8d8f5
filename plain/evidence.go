package plain

import (
	"os"
	"path/filepath"
	"strconv"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

// sayFiles is "@" before the number of a record: its files.
const sayFiles = "@"

// evidence tells the files of a record, and takes what to do with them: a path is attached, a number saved elsewhere, "-" and a number
// taken off.
func (d *desk) evidence(f *form.Form, row int64) error {
	if f.Index("evidence") < 0 {
		return &text.Fault{Code: "plain.evidence", Class: text.Usage, Say: text.PlainNoEvidence.With(f.Title)}
	}
	if row <= 0 {
		return &text.Fault{Code: "plain.evidence", Class: text.Usage, Say: text.PlainEvidenceLater}
	}
	for {
		r, files, err := d.s.EvidenceOf(d.ctx, f, row)
		if err != nil {
			return err
		}
		if r == nil {
			return &text.Fault{Code: "plain.gone", Class: text.Usage, Say: text.PlainGone}
		}
		d.say(text.PlainEvidence.With(len(files)))
		for i := range files {
			d.say(text.PlainEvidenceFile.With(i+1, files[i].Name, (files[i].Size+1023)>>10, evidenceStands(files[i].State)))
		}
		answer, err := d.ask(text.PlainEvidenceDo)
		if err != nil {
			return err
		}
		if answer == "" {
			return nil
		}
		off := answer[0] == '-'
		n, no := strconv.Atoi(answer)
		if off {
			n = -n
		}
		switch {
		case no != nil:
			err = d.attach(f, r, expand(answer))
		case n < 1 || n > len(files):
			d.say(text.PlainNoOption.With(answer, len(files)))
		case off:
			edit, label := entry.Detaching(r, files[n-1].Digest)
			if _, err = d.s.Apply(label, []entry.Edit{edit}); err == nil {
				d.say(text.PlainDetached.With(files[n-1].Name))
			}
		default:
			err = d.saveEvidence(files[n-1].Attachment)
		}
		if err := d.part(func() error { return err }); err != nil {
			return err
		}
	}
}

func evidenceStands(s store.EvidenceState) text.Pair {
	switch s {
	case store.EvidenceMissing:
		return text.TuiEvMissing
	case store.EvidenceDamaged:
		return text.TuiEvDamaged
	case store.EvidenceUnread:
		return text.TuiEvUnread
	}
	return text.TuiEvIntact
}

func (d *desk) attach(f *form.Form, r *form.Record, path string) error {
	if d.s.Locked() {
		return &text.Fault{Code: "plain.sealed", Class: text.Cannot, Say: text.TuiSealedNoEdit}
	}
	if n := len(form.Attachments(r.Get("evidence"))); n >= form.MaxEvidence {
		return &text.Fault{Code: "plain.evidence", Class: text.Usage, Say: text.FormTooManyFiles.With(form.MaxEvidence, n+1)}
	}
	kept, err := d.w.Attach(d.ctx, path, nil)
	if err != nil {
		return err
	}
	edit, label, err := entry.Attaching(r, kept)
	if err != nil {
		return err
	}
	out, err := d.s.Apply(label, []entry.Edit{edit})
	if err != nil {
		return err
	}
	d.say(text.PlainAttached.With(kept.Name, f.Title))
	d.moved(out)
	return nil
}

func (d *desk) saveEvidence(a form.Attachment) error {
	return d.path(text.PlainEvidenceTo.With(a.Name), func(to string) error { return d.saveEvidenceTo(a, to) })
}

func (d *desk) saveEvidenceTo(a form.Attachment, to string) error {
	if st, err := os.Stat(to); err == nil && st.IsDir() {
		to = filepath.Join(to, safeName(a.Name))
	}
	if err := d.w.SaveEvidence(d.ctx, a, to, nil); err != nil {
		return err
	}
	d.say(text.TuiEvSaved.With(to))
	return nil
}
