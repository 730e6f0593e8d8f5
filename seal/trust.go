package seal

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"yice/internal/turns"
	"yice/text"
)

// Trust is a folder that says whose keys are known, and what each may sign: keys.json. Files NAME.pem, as folders of the
// first edition hold them, are taken over with no role. Whatever cannot be read is an error: a folder that is damaged never
// counts as one that asks for nothing.
type Trust struct{ Dir string }

const (
	keysFile = "keys.json"
	lockName = ".keys.lock" // stays in the folder
	// maxListed bounds how many files of a folder are looked at.
	maxListed = 20_000
)

// OpenTrust reads a trust folder, which must be there.
func OpenTrust(dir string) (*Keyring, error) {
	f, err := (Trust{dir}).read()
	if err != nil {
		return nil, err
	}
	return newKeyring(f.all(), f.root, f.number), nil
}

// damaged names the file in which a folder is damaged, and keeps why.
func damaged(path string, err error) error {
	why := text.SealKeysDamaged
	var f *text.Fault
	if errors.As(err, &f) {
		why = f.Say
	}
	return &text.Fault{Code: "seal.trust-damaged", Class: text.Cannot, Say: text.SealTrustDamaged.With(path, why)}
}

// errReplaced is that a file was replaced, or removed, by a writer between two looks at it.
var errReplaced = errors.New("seal: a file was replaced while it was read")

// read reads all of the folder. A writer puts whole files in place, and a reader that comes in between looks again.
func (t Trust) read() (f *folder, err error) {
	for range 20 {
		if f, err = t.readOnce(); !errors.Is(err, errReplaced) {
			break
		}
	}
	if errors.Is(err, errReplaced) {
		return nil, cannotRead(t.Dir, err)
	}
	return f, err
}

func (t Trust) readOnce() (*folder, error) {
	dir, err := os.Open(t.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault("seal.trust-absent", text.SealTrustAbsent.With(t.Dir), nil)
	}
	if err != nil {
		return nil, cannotRead(t.Dir, err)
	}
	defer dir.Close()
	names, err := dir.Readdirnames(maxListed + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, cannotRead(t.Dir, err)
	}
	if len(names) > maxListed {
		return nil, fault("seal.keys-many", text.SealKeysMany.With(maxHolders), nil)
	}
	slices.Sort(names)
	f := &folder{}
	if slices.Contains(names, keysFile) {
		content, err := readPlain(filepath.Join(t.Dir, keysFile), MaxKeysFile)
		if err != nil {
			return nil, err
		}
		if f, err = parseFolder(content); err != nil {
			return nil, damaged(filepath.Join(t.Dir, keysFile), err)
		}
	}
	for _, name := range names {
		if strings.HasSuffix(name, ".pem") && !strings.HasPrefix(name, ".") {
			if err := f.takeOver(t.Dir, name); err != nil {
				return nil, err
			}
		}
	}
	if len(f.holders) > maxHolders {
		return nil, fault("seal.keys-many", text.SealKeysMany.With(maxHolders), nil)
	}
	return f, nil
}

// takeOver reads a file of a folder of the first edition: a key with a name and no role.
func (f *folder) takeOver(dir, name string) error {
	path := filepath.Join(dir, name)
	content, err := readPlain(path, maxKeyBytes)
	if err != nil {
		if _, gone := os.Lstat(path); errors.Is(gone, fs.ErrNotExist) {
			return errReplaced // a writer has taken it over
		}
		return err
	}
	key, err := ParsePublicKey(content)
	if err != nil {
		return damaged(path, err)
	}
	f.old = append(f.old, name)
	h := Holder{Name: strings.TrimSuffix(name, ".pem"), Key: key, Fingerprint: key.Fingerprint()}
	if err := h.Check(); err != nil {
		return damaged(path, err)
	}
	if !slices.ContainsFunc(f.holders, func(o held) bool { return o.Key.Equal(key) }) {
		f.holders = append(f.holders, held{Holder: h})
	}
	return nil
}

// readPlain reads a small file that must be a plain one, not a link to somewhere else.
func readPlain(path string, limit int64) ([]byte, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, cannotRead(path, err)
	}
	if !info.Mode().IsRegular() || info.Size() > limit {
		return nil, damaged(path, fault("seal.not-plain", text.SealNotPlain.With(limit), nil))
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, cannotRead(path, err)
	}
	defer file.Close()
	opened, err := file.Stat()
	if err != nil {
		return nil, cannotRead(path, err)
	}
	if !os.SameFile(info, opened) {
		if opened.Mode().IsRegular() {
			return nil, errReplaced
		}
		return nil, damaged(path, fault("seal.not-plain", text.SealNotPlain.With(limit), nil))
	}
	content, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, cannotRead(path, err)
	}
	if int64(len(content)) > limit {
		return nil, damaged(path, fault("seal.not-plain", text.SealNotPlain.With(limit), nil))
	}
	return content, nil
}

// change reads the folder, changes what it holds and writes it whole, while no other program changes it: what one of them
// did is there when the next one reads. do may be called twice. A folder that is not there is made, where it will hold anything.
func (t Trust) change(do func(*folder) error) error {
	if _, err := os.Lstat(t.Dir); errors.Is(err, fs.ErrNotExist) {
		f := &folder{}
		if err := do(f); err != nil {
			return err
		}
		if err := f.check(); err != nil {
			return err
		}
		if err := os.MkdirAll(t.Dir, 0o700); err != nil {
			return fault("seal.cannot-write", text.SealCannotWrite.With(t.Dir), err)
		}
	}
	err := turns.In(t.Dir, lockName, func() error { return t.changeAlone(do) })
	var said *text.Fault
	switch {
	case err == nil || errors.As(err, &said):
		return err
	case errors.Is(err, turns.ErrBusy):
		return fault("seal.trust-busy", text.SealTrustBusy.With(t.Dir), err)
	}
	return fault("seal.cannot-write", text.SealCannotWrite.With(t.Dir), err)
}

func (t Trust) changeAlone(do func(*folder) error) error {
	f, err := t.read()
	if err != nil {
		return err
	}
	before := f.bytes()
	if err := do(f); err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	after := f.bytes()
	if string(before) == string(after) && len(f.old) == 0 {
		return nil
	}
	if err := writeBeside(filepath.Join(t.Dir, keysFile), after); err != nil {
		return err
	}
	for _, name := range f.old {
		if err := os.Remove(filepath.Join(t.Dir, name)); err != nil {
			return fault("seal.cannot-write", text.SealCannotWrite.With(filepath.Join(t.Dir, name)), err)
		}
	}
	return nil
}

// writeBeside writes a file for its owner alone, down to the disk, and puts it in the place of the old one.
func writeBeside(path string, content []byte) error {
	wrong := func(err error) error { return fault("seal.cannot-write", text.SealCannotWrite.With(path), err) }
	file, err := os.CreateTemp(filepath.Dir(path), ".keys-*.tmp") // 0600
	if err != nil {
		return wrong(err)
	}
	_, err = file.Write(content)
	if err = errors.Join(err, file.Sync(), file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		os.Remove(file.Name())
		return wrong(err)
	}
	if dir, err := os.Open(filepath.Dir(path)); err == nil {
		_ = dir.Sync() // not every system can
		dir.Close()
	}
	return nil
}

// Add puts a key under a name, with no role.
func (t Trust) Add(name string, p *PublicKey) error {
	_, err := t.Enrol(Holder{Name: name, Key: p})
	return err
}

// List gives all keys, whatever their role.
func (t Trust) List() ([]Holder, error) {
	k, err := OpenTrust(t.Dir)
	return k.Holders(), err
}

// Name gives the name of a key; ok is false for one that is not there.
func (t Trust) Name(p *PublicKey) (name string, ok bool, err error) {
	k, err := OpenTrust(t.Dir)
	if err != nil {
		return "", false, err
	}
	if entries := k.entries(p); len(entries) > 0 {
		return entries[0].Name, true, nil
	}
	return "", false, nil
}
