package filing

import (
	"bytes"
	"io"
	"os"
	"slices"
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

// LoadPackFile reads the bytes of a pack's file: a whole pack, or an extract with its signature in the first line.
func LoadPackFile(content []byte) (*scoring.Pack, error) {
	source, _, _ := submission.CutExtract(content)
	return scoring.Load(source)
}

// signatureOfPack reads the signature of an issued pack: beside it, or in the file of an extract.
func signatureOfPack(path string, pack *scoring.Pack) ([]byte, error) {
	if pack.Extract != nil {
		content, err := readPlain(path, maxPackFile+maxPackSignature)
		if err != nil {
			return nil, err
		}
		source, signature, ok := submission.CutExtract(content)
		switch {
		case !ok || len(signature) == 0:
			return nil, fault("filing.pack-unsigned", text.Findings, text.FilingExtractUnsigned.With(shownName(path)))
		case !bytes.Equal(source, pack.Source):
			return nil, fault("filing.changed", text.Cannot, text.FilingVerifyMeanwhile.With(shownName(path)))
		}
		return signature, nil
	}
	f, err := os.Open(PackSignaturePath(path))
	if err != nil {
		return nil, fault("filing.pack-unsigned", text.Findings, text.FilingPackUnsigned.With(path, PackSignaturePath(path)))
	}
	defer f.Close()
	signature, err := io.ReadAll(io.LimitReader(f, maxPackSignature))
	if err != nil {
		return nil, cannotOpen(PackSignaturePath(path), err)
	}
	return signature, nil
}

// ReadSignedPack reads the signature of an issued pack and asks who has issued it. A draft needs none.
func ReadSignedPack(path string, pack *scoring.Pack, keys *seal.Keyring, now time.Time) (signature []byte, signer string, err error) {
	if !pack.Issued() {
		return nil, "", nil
	}
	if signature, err = signatureOfPack(path, pack); err != nil {
		return nil, "", err
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
	// NoYear: it is for an enterprise of the workspace, and for a year that is not open there yet.
	NoYear bool
}

// TakePack puts a pack into a workspace: an issued one with the signature of a 签发 key and only where it is not older than the
// one in force, a draft as it is. coming are enterprises that are about to be put into it: a new workspace takes the pack first, as
// the card may bear its names.
func TakePack(w *store.Workspace, path string, pack *scoring.Pack, keys *seal.Keyring, now time.Time, coming ...string) (PackTaken, error) {
	signature, signer, err := ReadSignedPack(path, pack, keys, now)
	if err != nil {
		return PackTaken{}, err
	}
	taken := PackTaken{Pack: pack, Signer: signer}
	usccs, noYear, err := packFor(w, pack, coming)
	if err != nil {
		return taken, err
	}
	taken.NoYear = noYear
	if taken.There, err = packFits(w, usccs, pack); err != nil || taken.There {
		return taken, err
	}
	if err := w.KeepForms(pack.Dictionary()); err != nil {
		return taken, err
	}
	return taken, w.AddPack(store.PackFile{
		SHA256: pack.SHA256, Year: pack.Year, Status: pack.Status, Source: pack.Source, Signature: signature, AddedAt: now,
	})
}

// packFor gives the enterprises of a workspace that a pack is for: an extract is for one, and refused where that is not there. ""
// stands for whoever comes later.
func packFor(w *store.Workspace, pack *scoring.Pack, coming []string) (usccs []string, noYear bool, err error) {
	books, err := w.Books()
	if err != nil {
		return nil, false, err
	}
	if pack.Extract == nil {
		usccs = []string{""}
	}
	noYear = pack.Extract != nil
	for _, uscc := range coming {
		if !pack.Foreign(uscc) && !slices.Contains(usccs, uscc) {
			usccs, noYear = append(usccs, uscc), false
		}
	}
	for _, b := range books {
		if !pack.Foreign(b.USCC) && !slices.Contains(usccs, b.USCC) {
			usccs = append(usccs, b.USCC)
		}
		noYear = noYear && (pack.Foreign(b.USCC) || b.Year != pack.Year)
	}
	if len(usccs) == 0 {
		return nil, false, fault("filing.pack-another", text.Cannot, text.FilingExtractAnother.With(packName(pack), pack.Extract.USCC))
	}
	return usccs, noYear, nil
}

// packFits asks whether an issued pack may come in beside the issued ones of its year: not older than the one in force, and
// only in its place, for every enterprise that it is for. there is true where the workspace has this very pack.
func packFits(w *store.Workspace, usccs []string, pack *scoring.Pack) (there bool, err error) {
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
	for _, uscc := range usccs {
		if err := packFitsFor(uscc, issued, pack); err != nil {
			return false, err
		}
	}
	return false, nil
}

func packFitsFor(uscc string, issued []*scoring.Pack, pack *scoring.Pack) error {
	now, _ := scoring.ChoosePack(issued, uscc, pack.Year, nil) // two already: the new one may put that right
	after, err := scoring.ChoosePack(append(slices.Clip(issued), pack), uscc, pack.Year, nil)
	if now != nil {
		use := now.Use()
		if _, older := scoring.ChoosePack([]*scoring.Pack{pack}, uscc, pack.Year, &use); older != nil {
			return older
		}
	}
	switch {
	case err != nil && now != nil:
		return fault("filing.pack-beside", text.Cannot, text.FilingPackBeside.With(pack.Year, packName(now), packName(pack), now.SHA256))
	case err != nil:
		return err
	case after.SHA256 != pack.SHA256:
		return fault("filing.pack-replaced", text.Cannot, text.FilingPackReplaced.With(packName(pack), packName(after)))
	}
	return nil
}

// packName is how people speak of a pack.
func packName(pack *scoring.Pack) string { return harmless(pack.ID + " " + pack.Version) }
