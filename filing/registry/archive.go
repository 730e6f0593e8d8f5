package registry

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"yice/internal/whole"
	"yice/text"
)

// archive is the folder beside a registry, in which everything that came from others lies under the digest of its bytes and is
// never changed: submissions, packs with their signatures, registers of keys, decisions. With the history it makes the
// registry anew.
type archive struct{ dir string }

// The rooms of the archive.
const (
	submissionRoom = "submissions"
	packRoom       = "packs"
	keysRoom       = "keys"
	decisionRoom   = "decisions"
	bundleRoom     = "bundles"
)

func makeArchive(dir string) (archive, error) {
	a := archive{dir}
	for _, room := range []string{submissionRoom, packRoom, keysRoom, decisionRoom, bundleRoom} {
		if err := os.MkdirAll(filepath.Join(dir, room), 0o700); err != nil {
			return a, faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(dir)), err)
		}
	}
	return a, nil
}

// dataArchive is where the files of a registry on a server lie on this machine.
func dataArchive(data, id string) string { return filepath.Join(data, "registries", id) }

func (a archive) path(room, digest, ending string) string {
	if room == submissionRoom && len(digest) > 2 {
		return filepath.Join(a.dir, room, digest[:2], digest+ending)
	}
	return filepath.Join(a.dir, room, digest+ending)
}

// keep puts bytes into a room under their digest; what is there already stays.
func (a archive) keep(room, digest, ending string, content []byte) error {
	return a.keepFrom(room, digest, ending, bytes.NewReader(content))
}

func (a archive) keepFrom(room, digest, ending string, content io.Reader) error {
	path := a.path(room, digest, ending)
	wrong := func(err error) error {
		return faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(path)), err)
	}
	if held, err := sumOf(path); err == nil && held == digest {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return wrong(err)
	}
	f, err := whole.Temp(filepath.Dir(path))
	if err != nil {
		return wrong(err)
	}
	defer os.Remove(f.Name())
	h := sha256.New()
	_, err = io.Copy(io.MultiWriter(f, h), content)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return wrong(err)
	}
	if hex.EncodeToString(h.Sum(nil)) != digest {
		return fault("registry.changed", text.Cannot, text.RegistryChanged.With(shown(path)))
	}
	// One that is there under this name and is not it, is damage: it is written again.
	if err := os.Rename(f.Name(), path); err != nil {
		return wrong(err)
	}
	return nil
}

// read gives the bytes under a digest; they must be those.
func (a archive) read(room, digest, ending string) ([]byte, error) {
	path := a.path(room, digest, ending)
	content, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault("registry.archive-lacks", text.Cannot, text.RegistryArchiveLacks.With(shown(path)))
	}
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	if digestOf(content) != digest {
		return nil, fault("registry.archive-changed", text.Findings, text.RegistryArchiveChanged.With(shown(path)))
	}
	return content, nil
}

func digestOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// sumOf is the digest of a plain file.
func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	return sumFrom(f)
}

func sumFrom(r io.Reader) (string, error) {
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
