package filing

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"sync"
	"time"

	"yice/entry"
	"yice/filing/submission"
	"yice/filing/submission/archive"
	"yice/form"
	"yice/scoring"
	"yice/seal"
	"yice/store"
	"yice/text"
)

// Submit seals the session's year into a file and locks the year. It refuses (Class Findings) while a Prerequisite is
// unmet. The file is written beside its place and takes it only when it is whole. Of a frozen session it is what stood
// then that is sealed: where that was changed meanwhile nothing is, with the fault entry.changed-since.
func Submit(ctx context.Context, s *entry.Session, out string, o SubmitOptions) (Receipt, error) {
	if p := o.period(s); p.Year != s.Year() {
		return Receipt{}, fault("filing.period", text.Usage, text.FilingPeriodOther.With(p.String(), s.Year()))
	}
	key, to, err := o.keys()
	if err != nil {
		return Receipt{}, err
	}
	now := time.Now
	if o.Now != nil {
		now = o.Now
	}
	audience, err := o.audience(now())
	if err != nil {
		return Receipt{}, err
	}
	ctx, cancel := context.WithCancel(ctx)
	sound := examine(ctx, s)
	defer func() {
		cancel()
		_ = sound() // nothing of ours reads the workspace when this returns
	}()
	if err := ready(ctx, s, o); err != nil {
		return Receipt{}, err
	}
	w, err := newSealing(s, o, key, now())
	if err != nil {
		return Receipt{}, err
	}
	w.seal.Audience = audience
	err = writePlaced(out, func(f *os.File) error {
		if err := w.write(ctx, f); err != nil {
			return err
		}
		o.say(text.FilingStageSound)
		if err := sound(); err != nil {
			return err
		}
		if to == nil {
			return nil
		}
		o.say(text.FilingStageEncrypt)
		return envelop(f, to)
	}, func(place func() error) error { return w.last(ctx, out, place) })
	if err != nil && !w.placed {
		return Receipt{}, err
	}
	r := w.receipt(out)
	if err == nil && to == nil && !o.NoPage {
		o.say(text.PageStage)
		r.Page, r.PageFault = pageBeside(out)
	}
	return r, err
}

// last puts the file in its place and locks the year, where it still is what was sealed.
func (w *sealing) last(ctx context.Context, out string, place func() error) error {
	run := w.o.Last
	if run == nil {
		run = func(seal func() error) error { return seal() }
	}
	return run(func() error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.s.StillAsFrozen(); err != nil {
			return err
		}
		if err := place(); err != nil {
			return err
		}
		w.placed = true
		return w.remember(w.receipt(out))
	})
}

// period is what is handed in.
func (o SubmitOptions) period(s *entry.Session) submission.Period {
	if o.Period.Year == 0 {
		return submission.Period{Year: s.Year()}
	}
	return o.Period
}

func (o SubmitOptions) say(stage text.Pair) {
	if o.Progress != nil {
		o.Progress(stage)
	}
}

// read tells how far the reading is; the ledger is read twice, once to check it and once to write it out.
func (o SubmitOptions) read(done, of int64) {
	if o.Rows != nil && of > 0 {
		o.Rows(min(done, of), of)
	}
}

func (o SubmitOptions) keys() (key *seal.Key, to *seal.PublicKey, err error) {
	if o.Key != "" {
		if key, err = seal.ReadKey(o.Key, o.Passphrase); err != nil {
			return nil, nil, err
		}
	}
	if o.EncryptTo != "" {
		if to, err = seal.ReadPublicKey(o.EncryptTo); err != nil {
			return nil, nil, err
		}
	}
	return key, to, nil
}

// audience is whom the submission is for: the regulator whose root is pinned, or the one that was named. Where both are known
// they must be one.
func (o SubmitOptions) audience(now time.Time) (*string, error) {
	var keys *seal.Keyring
	if o.Trust != "" {
		var err error
		if keys, err = seal.OpenTrust(o.Trust); err != nil {
			return nil, err
		}
	}
	meant := keys.Audience(now)
	if o.Audience != "" {
		meant = seal.FingerprintTyped(o.Audience)
		if !seal.IsFingerprint(meant) {
			return nil, fault("filing.bad-audience", text.Usage, text.FilingAudienceTyped.With(harmless(o.Audience)))
		}
		if keys.HasIssuer() && !keys.Issues(meant) {
			return nil, fault("filing.bad-audience", text.Usage, text.FilingAudienceUnknown.With(meant, o.Trust))
		}
	}
	if meant == "" {
		return nil, nil
	}
	return &meant, nil
}

// examine begins the long check of the workspace; it runs while the file is being written, which must not take its place
// before the check is through. What it gives waits for the result.
func examine(ctx context.Context, s *entry.Session) func() error {
	sound := make(chan error, 1)
	go func() {
		problems, err := s.Live().Workspace().CheckAll(ctx) // which mends totals where they are wrong
		if err == nil && len(problems) > 0 {
			err = fault("filing.workspace-damaged", text.Cannot, text.FilingWorkspaceDamaged.With(problems[0].Message))
		}
		sound <- err
	}()
	return sync.OnceValue(func() error { return <-sound })
}

// ready does the deep check of the data and refuses while something blocks sealing.
func ready(ctx context.Context, s *entry.Session, o SubmitOptions) error {
	o.say(text.FilingStageCheck)
	lines, err := s.Workspace().Count(s.Book(), form.ByID(ledgerForm))
	if err != nil {
		return err
	}
	if err := s.CheckDeepTelling(ctx, func(done int64) { o.read(done, 2*lines) }); err != nil {
		return err
	}
	o.read(lines, 2*lines)
	needs := PrerequisitesOf(s, o.period(s))
	if o.Needs != nil {
		o.Needs(needs)
	}
	if err := unmet(needs, o.Unsigned); err != nil {
		return err
	}
	signature, err := packSignature(s.Workspace(), s.Pack())
	if err == nil && s.Pack().Issued() && len(signature) == 0 {
		err = fault("filing.pack-not-kept", text.Cannot, text.FilingPackNotKept.With(s.Pack().ID, s.Pack().Version))
	}
	return err
}

// sealing is one submission file under way.
type sealing struct {
	s        *entry.Session
	o        SubmitOptions
	key      *seal.Key
	seal     submission.Sealed
	evidence map[string]string // entry name by digest
	earlier  []Receipt         // sealings of this year, quarterly ones too
	log      seal.Log          // the history at this one
	written  submission.Written
	bytes    int64
	placed   bool
}

func newSealing(s *entry.Session, o SubmitOptions, key *seal.Key, now time.Time) (*sealing, error) {
	uscc, _, _ := s.Enterprise()
	w := &sealing{s: s, o: o, key: key, evidence: make(map[string]string)}
	period := o.period(s)
	w.seal = submission.Sealed{USCC: uscc, Year: s.Year(), Period: period.String(), SealedAt: now.Format(time.RFC3339), SealedBy: operator(s, o.Who)}
	var err error
	if !period.Quarterly() {
		if w.seal.Unsigned, err = whyUnsigned(s, o.Unsigned); err != nil {
			return nil, err
		}
	}
	if w.seal.Head, err = s.Workspace().HistoryHead(); err != nil {
		return nil, err
	}
	earlier, err := Sealings(s)
	if err != nil {
		return nil, err
	}
	w.earlier = earlier
	same := slices.DeleteFunc(slices.Clone(earlier), func(r Receipt) bool { return r.of(s.Year()) != period })
	w.seal.Serial = fmt.Sprintf("%s-%s-%02d", uscc, period, len(same)+1)
	if n := len(same); n > 0 {
		w.seal.Replaces = &submission.Replaced{Serial: same[n-1].Serial, Manifest: same[n-1].Manifest}
	}
	return w, nil
}

// write puts everything into the file.
func (w *sealing) write(ctx context.Context, f *os.File) error {
	rows, err := w.told(w.noteEvidence(sessionRows(w.s)))
	if err != nil {
		return err
	}
	signOffs, err := w.s.SignOffs()
	if err != nil {
		return err
	}
	pack := w.s.Pack()
	signature, err := packSignature(w.s.Workspace(), pack)
	if err != nil {
		return err
	}
	_, name, _ := w.s.Enterprise()
	c := submission.Content{
		Seal: w.seal, Name: name, Rows: rows, Prior: priorRecord(w.s.Facts()), Findings: w.s.Findings(), Sheet: w.s.Sheet(),
		Pack: pack, PackSignature: signature, Key: w.key, Say: w.o.say, Also: w.evidenceEntries,
		SignOffs: func(data string) ([]submission.SignOff, error) {
			if w.o.period(w.s).Quarterly() {
				return signedOff(nil, data), nil
			}
			return ofThisData(signedOff(signOffs, data), data, w.o.Unsigned)
		},
	}
	if c.History, err = w.history(ctx); err != nil {
		return err
	}
	if w.written, err = submission.Write(ctx, f, c); err != nil {
		return w.worded(err)
	}
	info, err := f.Stat()
	if err == nil {
		w.bytes = info.Size()
	}
	return err
}

// told tells how many lines of a ledger have been written.
func (w *sealing) told(rows submission.RowsOf) (submission.RowsOf, error) {
	lines, err := w.s.Workspace().Count(w.s.Book(), form.ByID(ledgerForm))
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		if f.Scope != form.Ledger {
			return rows(ctx, f, visit)
		}
		n := int64(0)
		return rows(ctx, f, func(r *form.Record) error {
			if n++; n%progressEvery == 0 || n == lines {
				w.o.read(lines+n, 2*lines)
			}
			return visit(r)
		})
	}, err
}

// noteEvidence remembers the evidence that rows name, where it is to go along.
func (w *sealing) noteEvidence(rows submission.RowsOf) submission.RowsOf {
	if !w.o.Evidence {
		return rows
	}
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		at := f.Index("evidence")
		return rows(ctx, f, func(r *form.Record) error {
			if at >= 0 && !r.Values[at].Empty() {
				for _, a := range form.Attachments(r.Values[at]) {
					w.evidence[a.Digest] = a.String()
				}
			}
			return visit(r)
		})
	}
}

// evidenceEntries are the files that go along, how each is written, by the name of its entry.
func (w *sealing) evidenceEntries() (map[string]func(io.Writer) error, error) {
	all := make(map[string]func(io.Writer) error)
	if err := w.evidenceFits(); err != nil {
		return nil, err
	}
	for digest, entry := range w.evidence {
		path, err := w.s.Workspace().EvidencePath(entry)
		if err != nil {
			return nil, err
		}
		all[submission.EvidenceEntry(digest)] = func(out io.Writer) error { return copyFile(out, path) }
	}
	return all, nil
}

// signedOff is what the year's sign-offs say of the data with the digest given.
func signedOff(offs []entry.SignOff, data string) []submission.SignOff {
	all := make([]submission.SignOff, len(submission.SignOffRoles))
	for i, role := range submission.SignOffRoles {
		all[i].Role = role
		for _, o := range offs {
			if string(o.Role) != role || o.Name == "" {
				continue
			}
			all[i] = submission.SignOff{Role: role, Name: o.Name, Date: o.Date, Standing: o.Standing, Kind: submission.Typed}
			switch p := o.Proof; {
			case p != nil:
				all[i].Kind, all[i].Digest, all[i].Key = submission.Keyed, p.Data, p.Key
				all[i].Signature = base64.StdEncoding.EncodeToString(p.Signature)
			case o.Standing:
				all[i].Digest = data
			}
		}
	}
	return all
}

// history gives what the workspace's history is, and that it goes on from what it was at the earlier sealings.
func (w *sealing) history(ctx context.Context) (submission.History, error) {
	var sizes []int64
	var serials []string
	for _, r := range w.earlier {
		if r.Log.Size > 0 {
			sizes, serials = append(sizes, r.Log.Size), append(serials, r.Serial)
		}
	}
	log, proofs, err := w.s.Workspace().Extends(ctx, sizes...)
	if err != nil {
		return submission.History{}, err
	}
	h := submission.History{Log: log}
	for i, p := range proofs {
		h.Extends = append(h.Extends, submission.Extends{Serial: serials[i], Extension: p})
	}
	w.log = log
	return h, nil
}

// evidenceFits refuses more evidence than a submission can hold, before anything of it is written.
func (w *sealing) evidenceFits() error {
	total := int64(0)
	for _, entry := range w.evidence {
		for _, a := range form.Attachments(form.S(entry)) {
			size, there := w.s.Workspace().EvidenceSize(a)
			if !there {
				return fault("filing.evidence-missing", text.Cannot, text.StoreNoEvidence.With(harmless(a.Name)))
			}
			total += size
		}
	}
	if n := len(w.evidence); n > submission.MostEvidence || total > submission.EvidenceBytes {
		gigabytes := fmt.Sprintf("%d.%d", total>>30, total%(1<<30)*10>>30)
		return fault("filing.evidence-much", text.Cannot, text.FilingEvidenceMuch.With(n, gigabytes, submission.MostEvidence, submission.EvidenceBytes>>30))
	}
	return nil
}

// worded says which evidence could not go along, by the name it bears here.
func (w *sealing) worded(err error) error {
	var unfit *submission.EvidenceUnfit
	if !errors.As(err, &unfit) {
		return err
	}
	shown := unfit.Digest
	if a := form.Attachments(form.S(w.evidence[unfit.Digest])); len(a) > 0 {
		shown = a[0].Name
	}
	if unfit.Dense {
		return fault("filing.evidence-dense", text.Cannot, text.FilingEvidenceDense.With(shown, archive.MaxRatio))
	}
	return fault("filing.evidence-damaged", text.Cannot, text.StoreEvidenceDamaged.With(shown))
}

// packSignature gives the signature of the issued pack, where the workspace has it.
func packSignature(w *store.Workspace, pack *scoring.Pack) ([]byte, error) {
	packs, err := w.Packs()
	if err != nil {
		return nil, err
	}
	for _, p := range packs {
		if p.SHA256 == pack.SHA256 {
			return p.Signature, nil
		}
	}
	return nil, nil
}

func copyFile(out io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return cannotOpen(path, err)
	}
	defer f.Close()
	_, err = io.Copy(out, f)
	return err
}

func (w *sealing) receipt(out string) Receipt {
	r := Receipt{File: out, Serial: w.seal.Serial, Period: w.seal.Period, Manifest: w.written.Manifest, Rows: w.written.Rows, Bytes: w.bytes, Log: w.log}
	if w.seal.Replaces != nil {
		r.Replaces = w.seal.Replaces.Serial
	}
	if w.seal.Audience != nil {
		r.Audience = *w.seal.Audience
	}
	if w.key != nil {
		r.Signer = w.key.Public().Fingerprint()
	}
	return r
}
