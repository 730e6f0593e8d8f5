package registry

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"yice/filing/submission"
	"yice/scoring"
	"yice/seal"
	"yice/text"
)

// A registry has a year, or several. Of each it keeps the pack that the regulator issued, by which all of that year is measured.

// yearBrought is what a year begins with, read.
type yearBrought struct {
	year              int
	measure           *submission.Measure
	source, signature []byte
	keys              *keysBrought
}

// keysBrought is a register of keys as it was given.
type keysBrought struct {
	ring    *seal.Keyring
	content []byte // of keys.json, or of the signed file
	signed  bool
	source  string
	root    string
}

func (k *keysBrought) digest() string { return digestOf(k.content) }

// maxPack and maxKeys bound a pack with its signature, and a register of keys, in bytes.
const (
	maxPack = 256 << 10
	maxKeys = seal.MaxKeysFile + 1<<20
)

// readYear reads pack and keys. A pack that no 签发 key signed measures nothing.
func readYear(o CreateOptions) (*yearBrought, error) {
	y := &yearBrought{year: o.Year}
	var err error
	if y.source, err = readPlain(o.Pack, maxPack); err != nil {
		return nil, err
	}
	if y.signature, err = readPlain(o.Pack+".sig", maxPack); err != nil && codeOf(err, "") != "registry.no-file" {
		return nil, err
	}
	if y.measure, err = submission.NewMeasure(y.source, y.signature); err != nil {
		return nil, err
	}
	if y.measure.Pack.Year != o.Year {
		return nil, fault("registry.pack-year", text.Usage, text.RegistryPackYear.With(shown(o.Pack), y.measure.Pack.Year, o.Year))
	}
	if y.keys, err = readKeys(o.Keys); err != nil {
		return nil, err
	}
	if y.keys.signed && o.Compared != nil {
		if err := o.Compared(y.keys.root); err != nil {
			return nil, err
		}
	}
	if why := y.measure.Unissued(y.keys.ring, o.now()); !why.Empty() {
		return nil, fault("registry.pack-unissued", text.Findings, text.RegistryPackUnissued.With(shown(o.Pack), why))
	}
	return y, nil
}

// readKeys reads a trust folder, or a register of keys that its root signed.
func readKeys(path string) (*keysBrought, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	k := &keysBrought{source: abs}
	if info.IsDir() {
		if k.ring, err = seal.OpenTrust(path); err != nil {
			return nil, err
		}
		k.root = k.ring.Root()
		if k.content, err = readPlain(filepath.Join(path, keysName), maxKeys); err != nil {
			return nil, err
		}
		return k, nil
	}
	if k.content, err = readPlain(path, maxKeys); err != nil {
		return nil, err
	}
	k.signed = true
	return k, k.open(shown(path))
}

// keysName is the file of a trust folder.
const keysName = "keys.json"

// open makes the keyring of a signed register. The key that it names as its root must have signed it.
func (k *keysBrought) open(name string) error {
	signed, err := submission.ReadSigned(k.content, name, submission.RegisterDocument)
	if err != nil {
		return err
	}
	if signed.Signer == nil || !signed.Typed {
		return fault("registry.keys-unsigned", text.Findings, text.FilingSignedNot.With(name))
	}
	register, err := seal.ParseRegister(signed.Content)
	if err != nil {
		return err
	}
	if register.Root != signed.Signer.Fingerprint() || !register.IssuedAt.Equal(signed.At) {
		return fault("registry.keys-broken", text.Findings, text.FilingSignedBroken.With(name, text.FilingVerifySigner))
	}
	k.ring, k.root = register.Keyring(), register.Root
	return nil
}

// readPlain reads a whole file of at most limit bytes that must be a plain one.
func readPlain(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault("registry.no-file", text.Cannot, text.RegistryNoFile.With(shown(path)))
	}
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	if !info.Mode().IsRegular() || info.Size() > limit {
		return nil, fault("registry.not-plain", text.Cannot, text.RegistryNotPlain.With(shown(path), limit>>10))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	if int64(len(content)) > limit {
		return nil, fault("registry.not-plain", text.Cannot, text.RegistryNotPlain.With(shown(path), limit>>10))
	}
	return content, nil
}

// addYear opens another year in a registry that is there.
func (r *Registry) addYear(ctx context.Context, y *yearBrought) error {
	have, err := r.Years(ctx)
	if err != nil {
		return err
	}
	for _, one := range have {
		if one.Year == y.year {
			return fault("registry.year-there", text.Usage, text.RegistryYearThere.With(y.year))
		}
	}
	packs, err := r.packsRead(ctx)
	if err != nil {
		return err
	}
	tables, err := tablesOf(append(packsOf(packs), y.measure.Pack))
	if err != nil {
		return err
	}
	r.tables = tables
	if err := r.write(ctx, func(t *tx) error { return r.putYear(ctx, t, y) }); err != nil {
		return err
	}
	if err := r.shape(ctx); err != nil {
		return err
	}
	return r.grow(ctx)
}

func (r *Registry) putYear(ctx context.Context, t *tx, y *yearBrought) error {
	p := y.measure.Pack
	digest := digestOf(y.source)
	if err := r.archive.keep(packRoom, digest, ".toml", y.source); err != nil {
		return err
	}
	sig := digestOf(y.signature)
	if err := r.archive.keep(packRoom, sig, ".sig", y.signature); err != nil {
		return err
	}
	if err := r.putKeys(ctx, t, y.keys); err != nil {
		return err
	}
	return t.put(ctx, "new", "", "pack", int64(y.year), digest+" "+sig, text.Harmless(p.ID), text.Harmless(p.Version), text.Harmless(p.Title), "", "", "", nil)
}

// putKeys notes a register of keys, where it is another than the one at hand.
func (r *Registry) putKeys(ctx context.Context, t *tx, k *keysBrought) error {
	var number int64
	var digest string
	err := t.row(ctx, "SELECT number, digest FROM key_register ORDER BY number DESC LIMIT 1", &number, &digest)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if err == nil && digest == k.digest() {
		return nil
	}
	if k.signed {
		err = r.archive.keep(keysRoom, k.digest(), ".zip", k.content)
	} else {
		err = r.keepFolder(k)
	}
	if err != nil {
		return err
	}
	return t.put(ctx, "keys", "", "key_register", number+1, k.digest(), k.root, int64(len(k.ring.Holders())), text.Harmless(k.source), t.at)
}

// keepFolder keeps the keys of a trust folder as a trust folder of their own.
func (r *Registry) keepFolder(k *keysBrought) error {
	dir := r.archive.path(keysRoom, k.digest(), "")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(dir)), err)
	}
	path := filepath.Join(dir, keysName)
	if held, err := os.ReadFile(path); err == nil && bytes.Equal(held, k.content) {
		return nil
	}
	if err := os.WriteFile(path, k.content, 0o600); err != nil {
		return faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(path)), err)
	}
	return nil
}

// Year is a year of the registry.
type Year struct {
	Year                 int
	ID, Version          string
	Closed               bool
	ClosedBy, Why        string
	ClosedAt             string
	source, signatureSum string
}

const closedState = "已关闭"

// Years lists them, oldest first.
func (r *Registry) Years(ctx context.Context) (all []Year, err error) {
	err = r.s.each(ctx, "SELECT year, digest, id, version, state, state_by, state_why, state_at FROM pack ORDER BY year", nil, func(scan func(...any) error) error {
		var y Year
		var digest string
		var state, by, why sql.NullString
		var at stamp
		if err := scan(&y.Year, &digest, &y.ID, &y.Version, &state, &by, &why, &at); err != nil {
			return err
		}
		y.source, y.signatureSum, _ = cut(digest)
		y.Closed, y.ClosedBy, y.Why, y.ClosedAt = state.String == closedState, by.String, why.String, string(at)
		all = append(all, y)
		return nil
	})
	return all, cannotUse(err)
}

func cut(s string) (before, after string, ok bool) {
	for i := range s {
		if s[i] == ' ' {
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

// Newest is the year that is meant where none is named.
func (r *Registry) Newest(ctx context.Context) (Year, error) {
	all, err := r.Years(ctx)
	if err != nil {
		return Year{}, err
	}
	if len(all) == 0 {
		return Year{}, fault("registry.no-year", text.Cannot, text.RegistryNoYear)
	}
	return all[len(all)-1], nil
}

// open refuses a change to a year that was closed, naming who closed it and when.
func (r *Registry) open(ctx context.Context, year int) error {
	all, err := r.Years(ctx)
	if err != nil {
		return err
	}
	for _, y := range all {
		switch {
		case y.Year == year && y.Closed:
			return fault("registry.closed", text.Cannot, text.RegistryClosed.With(y.Year, y.ClosedBy, chinaTime(y.ClosedAt)))
		case y.Year == year:
			return nil
		}
	}
	return fault("registry.other-year", text.Usage, text.RegistryOtherYear.With(strconv.Itoa(year)))
}

// packsRead gives the packs by year. One that was read stays: it lies under the digest of its bytes.
func (r *Registry) packsRead(ctx context.Context) (map[int]*scoring.Pack, error) {
	years, err := r.Years(ctx)
	if err != nil {
		return nil, err
	}
	if r.packs == nil {
		r.packs = make(map[string]*scoring.Pack)
	}
	all := make(map[int]*scoring.Pack)
	for _, y := range years {
		if r.packs[y.source] == nil {
			source, err := r.archive.read(packRoom, y.source, ".toml")
			if err != nil {
				return nil, err
			}
			if r.packs[y.source], err = submission.LoadPack(source); err != nil {
				return nil, err
			}
		}
		all[y.Year] = r.packs[y.source]
	}
	return all, nil
}

// measures gives the packs by year, with what was approved for each, to measure by.
func (r *Registry) measures(ctx context.Context) (map[int]*submission.Measure, error) {
	years, err := r.Years(ctx)
	if err != nil {
		return nil, err
	}
	all := make(map[int]*submission.Measure)
	for _, y := range years {
		source, err := r.archive.read(packRoom, y.source, ".toml")
		if err != nil {
			return nil, err
		}
		signature, err := r.archive.read(packRoom, y.signatureSum, ".sig")
		if err != nil {
			return nil, err
		}
		if all[y.Year], err = submission.NewMeasure(source, signature); err != nil {
			return nil, err
		}
		if all[y.Year].Targets, err = r.approved(ctx, y.Year, all[y.Year].Pack); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// ring gives the register of keys that holds now. Where the folder or file it came from is there still and says something else,
// that is taken in: a key that was revoked there is revoked here.
func (r *Registry) ring(ctx context.Context, given string) (*keysBrought, error) {
	var digest, source, root string
	err := r.s.row(ctx, "SELECT digest, source, root FROM key_register ORDER BY number DESC LIMIT 1", &digest, &source, &root)
	if err != nil {
		return nil, cannotUse(err)
	}
	if given == "" {
		if _, err := os.Stat(source); err == nil {
			given = source
		}
	}
	if given != "" {
		k, err := readKeys(given)
		if err != nil {
			return nil, err
		}
		if k.signed && root != "" && k.root != root {
			return nil, fault("registry.keys-other", text.Findings, text.RegistryKeysOther.With(shown(given), k.root, root))
		}
		return k, nil
	}
	return r.keptKeys(digest, source)
}

// keptKeys reads a register of keys from the archive.
func (r *Registry) keptKeys(digest, source string) (*keysBrought, error) {
	dir := r.archive.path(keysRoom, digest, "")
	content, err := os.ReadFile(filepath.Join(dir, keysName))
	if err == nil {
		if digestOf(content) != digest {
			return nil, fault("registry.archive-changed", text.Findings, text.RegistryArchiveChanged.With(shown(dir)))
		}
		k := &keysBrought{content: content, source: source}
		if k.ring, err = seal.OpenTrust(dir); err != nil {
			return nil, err
		}
		k.root = k.ring.Root()
		return k, nil
	}
	k := &keysBrought{source: source, signed: true}
	if k.content, err = r.archive.read(keysRoom, digest, ".zip"); err != nil {
		return nil, err
	}
	return k, k.open(digest)
}
