package filing

import (
	"io"
	"os"
	"time"

	"yice/filing/submission"
	"yice/scoring"
	"yice/seal"
	"yice/store"
	"yice/text"
)

// maxPackSignature bounds the signature that lies beside a pack, in bytes.
const maxPackSignature = 16 << 10

// PackSignaturePath is where the signature of a pack lies: beside it.
func PackSignaturePath(pack string) string { return pack + ".sig" }

// SignPack signs a policy pack: a detached signature beside it, over the statement pack/2 and the pack's bytes.
func SignPack(path, keyPath string, passphrase func() (string, error)) (string, error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return "", cannotOpen(path, err)
	}
	if _, err := submission.LoadPack(source); err != nil {
		return "", err
	}
	key, err := seal.ReadKey(keyPath, passphrase)
	if err != nil {
		return "", err
	}
	signature, err := key.SignStatement(seal.PackStatement, source)
	if err != nil {
		return "", err
	}
	out := PackSignaturePath(path)
	return out, writeBeside(out, func(f *os.File) error {
		_, err := f.Write(signature)
		return err
	})
}

// PackSigner gives the holder whose 签发 key has issued a pack: nobody else's signature makes it issued, and none does that
// does not say it signs a pack. A pack bears no date; a key that is over or revoked today issues nothing, whatever it signed.
func PackSigner(keys *seal.Keyring, source, signature []byte, now time.Time) (h seal.Holder, ok bool, why text.Pair) {
	standing, h, why := keys.JudgeDetached(seal.PackStatement, "", source, signature, now)
	if standing != seal.Unknown {
		return h, standing == seal.Trusted, why
	}
	for _, other := range keys.Holders() {
		if other.Key.Verify(source, signature) {
			return other, false, text.FilingPackBare.With(other.Name)
		}
	}
	return h, false, why
}

// ReadSignedPack reads the signature beside an issued pack and asks who has issued it. A draft needs none.
func ReadSignedPack(path string, pack *scoring.Pack, keys *seal.Keyring, now time.Time) (signature []byte, signer string, err error) {
	if !pack.Issued() {
		return nil, "", nil
	}
	f, err := os.Open(PackSignaturePath(path))
	if err != nil {
		return nil, "", fault("filing.pack-unsigned", text.Findings, text.FilingPackUnsigned.With(path, PackSignaturePath(path)))
	}
	defer f.Close()
	if signature, err = io.ReadAll(io.LimitReader(f, maxPackSignature)); err != nil {
		return nil, "", cannotOpen(PackSignaturePath(path), err)
	}
	h, ok, why := PackSigner(keys, pack.Source, signature, now)
	if !ok {
		return nil, "", fault("filing.pack-untrusted", text.Findings, text.FilingPackUntrusted.With(path, why))
	}
	return signature, h.Name, nil
}

// PackTaken says what became of a pack that was to come into a workspace.
type PackTaken struct {
	Pack   *scoring.Pack
	Signer string // who issued it; "" for a draft
	There  bool   // the workspace had it already
}

// TakePack puts a pack into a workspace: an issued one with the signature of a 签发 key and only where it is not older than the
// one in force, a draft as it is.
func TakePack(w *store.Workspace, path string, pack *scoring.Pack, keys *seal.Keyring, now time.Time) (PackTaken, error) {
	signature, signer, err := ReadSignedPack(path, pack, keys, now)
	if err != nil {
		return PackTaken{}, err
	}
	taken := PackTaken{Pack: pack, Signer: signer}
	if taken.There, err = packFits(w, pack); err != nil || taken.There {
		return taken, err
	}
	return taken, w.AddPack(store.PackFile{
		SHA256: pack.SHA256, Year: pack.Year, Status: pack.Status, Source: pack.Source, Signature: signature, AddedAt: now,
	})
}

// packFits asks whether an issued pack may come in beside the issued ones of its year: not older than the one in force, and
// only in its place. there is true where the workspace has this very pack.
func packFits(w *store.Workspace, pack *scoring.Pack) (there bool, err error) {
	files, err := w.Packs()
	if err != nil || !pack.Issued() {
		return false, err
	}
	var issued []*scoring.Pack
	for _, f := range files {
		if f.Year != pack.Year || f.Status != pack.Status {
			continue
		}
		if f.SHA256 == pack.SHA256 {
			return true, nil
		}
		if kept, err := scoring.Load(f.Source); err == nil {
			issued = append(issued, kept)
		}
	}
	now, _ := scoring.ChoosePack(issued, pack.Year, nil) // two already: the new one may put that right
	after, err := scoring.ChoosePack(append(issued, pack), pack.Year, nil)
	if now != nil {
		use := now.Use()
		if _, older := scoring.ChoosePack([]*scoring.Pack{pack}, pack.Year, &use); older != nil {
			return false, older
		}
	}
	switch {
	case err != nil && now != nil:
		return false, fault("filing.pack-beside", text.Cannot, text.FilingPackBeside.With(pack.Year, packName(now), packName(pack), now.SHA256))
	case err != nil:
		return false, err
	case after.SHA256 != pack.SHA256:
		return false, fault("filing.pack-replaced", text.Cannot, text.FilingPackReplaced.With(packName(pack), packName(after)))
	}
	return false, nil
}

// packName is how people speak of a pack.
func packName(pack *scoring.Pack) string { return harmless(pack.ID + " " + pack.Version) }
