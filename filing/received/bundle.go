package received

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"time"

	"yice/filing/submission"
	zipped "yice/filing/submission/archive"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// A bundle is what a group hands on: an archive whose first entry is a signed list, and behind it the submissions of the list, each as it
// came and not packed again. Who signed the list says who handed on and nothing else: every submission is judged by itself, as if it had
// come alone, and one that is bad is returned by itself. Nothing of it is ever written under a name that the bundle gives.

// maxList bounds the file of the list, in bytes; how many entries a bundle may have is bounded by [zipped.MaxEntries].
const maxList = submission.MaxSigned + 1<<20

// List is the document that a group signs.
type List struct {
	USCC        string   `json:"uscc"` // of the group
	Name        string   `json:"name"`
	Submissions []Listed `json:"submissions"`
}

// Listed is a submission of the list.
type Listed struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	USCC   string `json:"uscc"`
	Period string `json:"period"`
	Serial string `json:"serial"`
}

// Bundle is one that was read, and of which it is known who handed it on.
type Bundle struct {
	File   string // as it is shown
	Digest string // of the signed list, by which it is known
	Signed []byte // the file of the list
	List   List
	Signer string
	At     time.Time
	// Unasked: nobody brought keys to ask whether the signer may hand on for the group that the list names.
	Unasked bool
	archive *zipped.Reader
	byFile  map[string]*Listed
	lacking []string // listed, and not there
}

// Piece is a submission in a bundle, or what is wrong with one: Code is "" where nothing is.
type Piece struct {
	Entry   string
	SHA256  string
	Content *io.SectionReader
	Code    string
	Why     text.Pair
}

func fault(code string, say text.Pair) *text.Fault {
	return &text.Fault{Code: code, Class: text.Findings, Say: say}
}

func sayOf(err error) text.Pair {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Say
	}
	return text.Same(text.Harmless(err.Error()))
}

// IsBundle looks at the head of a file: it begins with the list.
func IsBundle(r io.ReaderAt) bool {
	head := make([]byte, 30+len(submission.BundleList))
	if _, err := r.ReadAt(head, 0); err != nil {
		return false
	}
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) && int(binary.LittleEndian.Uint16(head[26:])) == len(submission.BundleList) &&
		string(head[30:]) == submission.BundleList
}

// ReadBundle reads a bundle and asks who handed it on: a 报送 key of the group that it names. A bundle that nobody answers for is returned
// as a whole, for then nobody knows of whom the submissions in it come; each of them can come alone. Without keys the signature must hold,
// and whose it is nobody asks, as with a submission.
func ReadBundle(r io.ReaderAt, size int64, file string, keys *seal.Keyring) (*Bundle, error) {
	broken := func(why text.Pair) error {
		return fault("bundle.broken", text.RegistryBundleBroken.With(file, why))
	}
	z, err := zipped.Open(r, size)
	if err != nil {
		return nil, broken(sayOf(err))
	}
	first := z.Entries[0]
	if first.Name != submission.BundleList || first.Packed {
		return nil, broken(text.RegistryBundleNoList)
	}
	b := &Bundle{File: file, archive: z, byFile: make(map[string]*Listed)}
	if b.Signed, _, err = first.ReadAll(maxList); err != nil {
		return nil, broken(sayOf(err))
	}
	sum := sha256.Sum256(b.Signed)
	b.Digest = hex.EncodeToString(sum[:])
	signed, err := submission.ReadSigned(b.Signed, submission.BundleList, submission.BundleDocument)
	if err != nil {
		return nil, broken(sayOf(err))
	}
	d := json.NewDecoder(bytes.NewReader(signed.Content))
	d.DisallowUnknownFields()
	if err := d.Decode(&b.List); err != nil || d.More() || !form.ValidUSCC(b.List.USCC) || len(b.List.Submissions) >= zipped.MaxEntries {
		return nil, broken(text.RegistryBundleNoList)
	}
	if signed.Signer == nil || !signed.Typed {
		return nil, fault("bundle.unsigned", text.RegistryBundleUnsigned.With(file))
	}
	b.Signer, b.At = signed.Signer.Fingerprint(), signed.At
	if keys == nil {
		b.Unasked = true
		return b, b.index(broken)
	}
	standing, holder, why := keys.Judge(signed.Signer, seal.Filing, b.List.USCC, signed.At)
	if standing != seal.Trusted {
		return nil, fault("bundle.hand", text.RegistryBundleHand.With(file, why))
	}
	b.List.Name = holder.Name
	return b, b.index(broken)
}

// index holds the list against what is there.
func (b *Bundle) index(broken func(text.Pair) error) error {
	for i := range b.List.Submissions {
		one := &b.List.Submissions[i]
		if b.byFile[one.File] != nil {
			return broken(text.RegistryBundleTwice.With(text.Harmless(one.File)))
		}
		b.byFile[one.File] = one
		if b.archive.Entry(one.File) == nil || one.File == submission.BundleList { // the list cannot list itself
			b.lacking = append(b.lacking, one.File)
		}
	}
	return nil
}

// Of names a submission in the bundle as people are told of it.
func (b *Bundle) Of(entry string) string { return b.File + " ▸ " + text.Harmless(entry) }

// Pieces are the submissions of a bundle in their order, and behind them what it lacks.
func (b *Bundle) Pieces() []Piece {
	all := make([]Piece, 0, len(b.archive.Entries)-1+len(b.lacking))
	for _, e := range b.archive.Entries[1:] {
		all = append(all, b.piece(e))
	}
	for _, name := range b.lacking {
		all = append(all, Piece{Entry: name, Code: "bundle.lacks", Why: text.RegistryBundleLacks})
	}
	return all
}

// piece gives the bytes of a submission as they lie in the bundle, or why it is not what was handed on.
func (b *Bundle) piece(e *zipped.Entry) Piece {
	p := Piece{Entry: e.Name}
	bad := func(code string, why text.Pair) Piece {
		p.Content, p.Code, p.Why = nil, code, why
		return p
	}
	listed := b.byFile[e.Name]
	if listed == nil {
		return bad("bundle.unlisted", text.RegistryBundleUnlisted)
	}
	p.SHA256 = listed.SHA256
	if p.Content = e.Plain(); p.Content == nil {
		return bad("bundle.changed", text.RegistryBundleChanged)
	}
	if IsBundle(p.Content) {
		return bad("bundle.nested", text.RegistryBundleNested)
	}
	h := sha256.New()
	if _, err := io.Copy(h, io.NewSectionReader(p.Content, 0, p.Content.Size())); err != nil || hex.EncodeToString(h.Sum(nil)) != listed.SHA256 {
		return bad("bundle.changed", text.RegistryBundleChanged)
	}
	return p
}

// Whole finds one submission of a bundle again, as it lies there; nil where there is none. Nobody is asked who handed on.
func Whole(r io.ReaderAt, size int64, entry string) *io.SectionReader {
	z, err := zipped.Open(r, size)
	if err != nil {
		return nil
	}
	e := z.Entry(entry)
	if e == nil {
		return nil
	}
	return e.Plain()
}
