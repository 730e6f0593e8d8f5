package document

import (
	"encoding/json"

	"yice/seal"
	"yice/text"
)

// Basis is what a reader goes by. The zero value asks for neither identity nor policy.
type Basis struct {
	// Fingerprints of keys that may sign: a submission signed by one of them is trusted. A basis has these or Keys.
	Fingerprints []string
	// Keys are asked whether the signer may file for the enterprise, and whether the pack was issued; nil: nobody is asked.
	Keys *seal.Keyring
	// Pack is the measure, as its file has it, with the signature beside it; nil: submissions are scored under their own.
	Pack, PackSignature []byte
	// PackName is how the measure is named to readers.
	PackName string
	// Decisions are signed files of recognitions.
	Decisions [][]byte
}

// basisJSON is a basis as a page carries it.
type basisJSON struct {
	Fingerprints  []string     `json:"fingerprints,omitempty"`
	AsksKeys      bool         `json:"asks_keys,omitempty"` // also where nobody is enrolled
	Holders       []holderJSON `json:"holders,omitempty"`
	Pack          []byte       `json:"pack,omitempty"`
	PackSignature []byte       `json:"pack_signature,omitempty"`
	Decisions     [][]byte     `json:"decisions,omitempty"`
}

// holderJSON is an entry of a keyring as a page carries it.
type holderJSON struct {
	Name       string `json:"name"`
	Role       string `json:"role"`
	USCC       string `json:"uscc,omitempty"`
	Person     string `json:"person,omitempty"`
	From       string `json:"from,omitempty"`
	To         string `json:"to,omitempty"`
	RevokedOn  string `json:"revoked_on,omitempty"`
	RevokedWhy string `json:"why,omitempty"`
	Key        string `json:"key"`
}

// MarshalJSON writes what [Basis.UnmarshalJSON] reads.
func (b Basis) MarshalJSON() ([]byte, error) {
	j := basisJSON{Fingerprints: b.Fingerprints, AsksKeys: b.Keys != nil, Pack: b.Pack, PackSignature: b.PackSignature, Decisions: b.Decisions}
	for _, h := range b.Keys.Holders() {
		j.Holders = append(j.Holders, holderJSON{h.Name, string(h.Role), h.USCC, h.Person, h.From, h.To, h.RevokedOn, h.RevokedWhy, string(h.Key.PEM())})
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads a basis. Whoever made the page checked the entries when they were enrolled; they are checked again, as
// anybody may have put the page together.
func (b *Basis) UnmarshalJSON(content []byte) error {
	var j basisJSON
	if err := json.Unmarshal(content, &j); err != nil {
		return err
	}
	*b = Basis{Fingerprints: j.Fingerprints, Pack: j.Pack, PackSignature: j.PackSignature, Decisions: j.Decisions}
	if !j.AsksKeys {
		return nil
	}
	r := &seal.Register{}
	for _, one := range j.Holders {
		key, err := seal.ParsePublicKey([]byte(one.Key))
		if err != nil {
			return err
		}
		h := seal.Holder{
			Name: one.Name, Role: seal.Role(one.Role), USCC: one.USCC, Person: one.Person, From: one.From, To: one.To,
			RevokedOn: one.RevokedOn, RevokedWhy: one.RevokedWhy, Key: key, Fingerprint: key.Fingerprint(),
		}
		if err := h.Check(); err != nil {
			return err
		}
		r.Holders = append(r.Holders, h)
	}
	b.Keys = r.Keyring()
	return nil
}

// BasisLine tells a reader one thing that a page goes by.
type BasisLine struct {
	Title Say    `json:"title"`
	Text  Say    `json:"text"`
	Mono  string `json:"mono,omitempty"`
}

// Lines tells a reader the whole basis.
func (b Basis) Lines() []BasisLine {
	lines := []BasisLine{}
	for _, f := range b.Fingerprints {
		lines = append(lines, BasisLine{Title: Say(text.PagePinned), Mono: f})
	}
	for _, h := range b.Keys.Holders() {
		lines = append(lines, BasisLine{Title: Say(text.PageHolder), Text: Say(text.PageHolderIs.With(h.Name, h.Role.Title())), Mono: h.Fingerprint})
	}
	if b.Pack != nil {
		lines = append(lines, BasisLine{Title: Say(text.PageMeasure), Text: Say(text.Same(b.PackName))})
	}
	if n := len(b.Decisions); n > 0 {
		lines = append(lines, BasisLine{Title: Say(text.PageQRecognitions), Text: Say(text.PageDecisionFiles.With(n))})
	}
	return lines
}
