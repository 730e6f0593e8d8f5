package registry

import (
	"context"
	"encoding/hex"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"yice/filing/received"
	"yice/filing/registry/spelling"
	"yice/filing/submission"
	zipped "yice/filing/submission/archive"
	"yice/seal"
	"yice/text"
)

// A group hands on a bundle (package received) of what its registry holds, and every registry that takes one in knows by whom it was handed on.

// mostTiers bounds how far up a roster is walked.
const mostTiers = 20

// under reports whether an enterprise is the group itself or, by the roster, below it.
func under(members map[string]Member, uscc, group string) bool {
	for range mostTiers {
		if uscc == group {
			return true
		}
		m, known := members[uscc]
		if !known || m.Parent == "" {
			return false
		}
		uscc = m.Parent
	}
	return false
}

// handing is how a submission came: within a bundle, as one of its files.
type handing struct {
	*received.Bundle
	entry, sum string
}

// foreign says why a group may not hand on for an enterprise; "" where it may, or where no roster says whose anybody is.
func (h *handing) foreign(a *asked, uscc string) (code string, why text.Pair) {
	if h == nil || len(a.members) == 0 || under(a.members, uscc, h.List.USCC) {
		return "", text.Pair{}
	}
	return "registry.not-of-group", text.RegistryNotOfGroup.With(text.Harmless(uscc), text.Harmless(h.List.Name))
}

// Handed is a submission that a group handed on: with which bundle, and when by its own word.
type Handed struct {
	Bundle, Digest, ByUSCC, ByName string
	At                             stamp
}

// Day is when, as people in China read it.
func (h Handed) Day() string { return chinaTime(string(h.At)) }

// row is the row of `handed`.
func (h *handing) row(t *tx, of *knownOne) []any {
	return []any{
		h.Digest, of.digest, of.uscc, int64(of.year), of.period, h.List.USCC, spelling.Storable(text.Harmless(h.List.Name)), h.Signer, moment(h.At), spelling.Storable(text.Harmless(h.entry)), t.at, t.who,
	}
}

// handedOn gives by which bundles the submissions that are meant came.
func (r *Registry) handedOn(ctx context.Context, in scope) (all []Handed, err error) {
	err = r.accounted(ctx, "handed", in, " ORDER BY handed_at, bundle, digest", func(values []any) error {
		word := func(i int) string { return canonical(varchar, values[i]) }
		h := Handed{Bundle: word(0), Digest: word(1), ByUSCC: word(5), ByName: word(6)}
		_ = h.At.Scan(values[8])
		all = append(all, h)
		return nil
	})
	return all, err
}

// entryName is the name of a submission in a bundle: whose, of when, and which.
func entryName(h *held) string {
	return strings.ToLower(h.USCC + "-" + h.Period + "-" + h.Digest[:12] + ".zip")
}

// HandOnOptions of handing on.
type HandOnOptions struct {
	Key    *seal.Key       // of the group: one for 报送
	Period string          // one period; "": the newest year with its quarters
	To     *seal.PublicKey // whom it is encrypted for; nil: nobody
}

// HandedOn says what was handed on.
type HandedOn struct {
	USCC, Name  string
	Submissions int
	Bundle      string // the digest of its signed list
}

// HandOn writes a bundle of the submissions that the registry holds, unchanged, with the signed list of them. Who hands on is who the key
// is registered for among the registry's keys.
func (r *Registry) HandOn(ctx context.Context, out string, o HandOnOptions) (done HandedOn, err error) {
	now := r.o.now()
	keys, err := r.ring(ctx, "")
	if err != nil {
		return done, err
	}
	of := o.Key.Public().Fingerprint()
	at := slices.IndexFunc(keys.ring.Holders(), func(h seal.Holder) bool { return h.Fingerprint == of && h.Role == seal.Filing })
	if at < 0 {
		return done, fault("bundle.hand", text.Findings, text.RegistryBundleNobody.With(of))
	}
	group := keys.ring.Holders()[at]
	if standing, _, why := keys.ring.Judge(o.Key.Public(), seal.Filing, group.USCC, now); standing != seal.Trusted {
		return done, fault("bundle.hand", text.Findings, why)
	}
	if err := r.loaded(ctx); err != nil {
		return done, err
	}
	year, err := r.Newest(ctx)
	if err != nil {
		return done, err
	}
	in := scope{year: year.Year}
	if o.Period != "" {
		period, err := r.period(ctx, o.Period)
		if err != nil {
			return done, err
		}
		in = scopeOf(period)
	}
	all, err := r.submissions(ctx, in)
	if err != nil {
		return done, err
	}
	if len(all) == 0 || len(all) >= zipped.MaxEntries {
		return done, fault("bundle.empty", text.Usage, text.RegistryBundleEmpty.With(len(all), zipped.MaxEntries-1))
	}
	signed, err := listOf(group, all, o.Key, now)
	if err != nil {
		return done, err
	}
	if err := r.writeOut(out, signed, all, o.To); err != nil {
		return done, err
	}
	b := &received.Bundle{File: shown(out), Digest: digestOf(signed), List: received.List{USCC: group.USCC, Name: group.Name}, Signer: of, At: now}
	if err := r.archive.keep(bundleRoom, b.Digest, ".zip", signed); err != nil {
		return done, err
	}
	err = r.write(ctx, func(t *tx) error {
		for _, h := range all {
			if err := t.put(ctx, "hand-on", "", "handed", (&handing{b, entryName(h), h.Digest}).row(t, &knownOne{h.Digest, h.USCC, h.Period, h.Year})...); err != nil {
				return err
			}
		}
		return nil
	})
	return HandedOn{group.USCC, group.Name, len(all), b.Digest}, err
}

// writeOut writes a bundle to its file, encrypted where it is for somebody alone.
func (r *Registry) writeOut(out string, signed []byte, all []*held, to *seal.PublicKey) error {
	if to == nil {
		return writeFile(out, func(f io.WriteSeeker) error { return r.writeBundle(f, signed, all) })
	}
	var plain zipped.Memory
	if err := r.writeBundle(&plain, signed, all); err != nil {
		return err
	}
	envelope, err := seal.Envelop(plain.Bytes(), to)
	if err != nil {
		return err
	}
	return writeWhole(out, envelope)
}

// listOf signs the list of what is handed on.
func listOf(group seal.Holder, all []*held, key *seal.Key, now time.Time) ([]byte, error) {
	list := received.List{USCC: group.USCC, Name: group.Name, Submissions: make([]received.Listed, 0, len(all))}
	for _, h := range all {
		list.Submissions = append(list.Submissions, received.Listed{File: entryName(h), SHA256: h.Digest, USCC: h.USCC, Period: h.Period, Serial: h.Serial})
	}
	var file zipped.Memory
	err := submission.WriteSigned(&file, submission.BundleDocument, submission.PrintJSON(list), key, now)
	return file.Bytes(), err
}

// copyInto copies a submission of the archive into a bundle; it must be what its name says.
func (r *Registry) copyInto(z *zipped.Writer, name, digest string) error {
	path := r.archive.path(submissionRoom, digest, ".zip")
	f, err := os.Open(path)
	if err != nil {
		return cannotOpen(path, err)
	}
	defer f.Close()
	sum, err := z.Add(name, false, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
	if err == nil && hex.EncodeToString(sum.SHA256[:]) != digest {
		err = fault("registry.archive-changed", text.Findings, text.RegistryArchiveChanged.With(shown(path)))
	}
	return err
}

// writeBundle writes the list, then every submission as it lies in the archive.
func (r *Registry) writeBundle(f io.WriteSeeker, signed []byte, all []*held) error {
	z := zipped.NewWriter(f)
	put := func(name string, content []byte) error {
		_, err := z.Add(name, false, func(w io.Writer) error {
			_, err := w.Write(content)
			return err
		})
		return err
	}
	if err := put(submission.BundleList, signed); err != nil {
		return err
	}
	for _, h := range all {
		if err := r.copyInto(z, entryName(h), h.Digest); err != nil {
			return err
		}
	}
	return z.Close()
}
