package authority

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"iter"
	"time"

	"yice/filing/submission"
	"yice/filing/submission/archive"
	"yice/scoring"
	"yice/seal"
)

// Papers are the hands, the packs and the year that all files are made of.
type Papers struct {
	Hands map[string]*Hand
	// Draft is the example's pack as it is; Issued the same, issued; Second another that is issued; Easy one with an easier
	// target that says it is issued.
	Draft, Issued, Second, Easy *scoring.Pack
	examples                    string
}

// Gather reads the keys and the examples; with create it makes keys that are not there.
func Gather(keys, examples string, create bool) (p *Papers, err error) {
	p = &Papers{examples: examples}
	if p.Hands, err = hands(keys, create); err != nil {
		return nil, err
	}
	issued := []string{`"draft"`, `"issued"`}
	var errs [4]error
	p.Draft, errs[0] = pack(examples)
	p.Issued, errs[1] = pack(examples, issued...)
	p.Second, errs[2] = pack(examples, append(issued, "version    = \"", "version    = \"2-")...)
	p.Easy, errs[3] = pack(examples, append(issued, `value  = "1.80%"`, `value  = "1.20%"`)...)
	return p, errors.Join(errs[:]...)
}

// Year is the worked year under a pack, to be changed at will.
func (p *Papers) Year(pack *scoring.Pack) (*Year, error) { return Read(p.examples, pack) }

// PackSignature is a hand's signature of a pack.
func (p *Papers) PackSignature(hand string, pack *scoring.Pack) []byte {
	return must(p.Hands[hand].Key.SignStatement(seal.PackStatement, pack.Source))
}

// Wanted says how a submission is sealed. The zero value is sealed by the enterprise under the issued pack, with three 签字.
type Wanted struct {
	Year    *Year         // nil: the worked one
	Pack    *scoring.Pack // nil: the issued one
	Issuer  string        // who signs the pack; "": the root, "nobody": nobody
	Signer  string        // who signs; "": the enterprise, "nobody": nobody
	At      time.Time     // zero: Sealed
	Reason  string        // why it is sealed without standing sign-offs
	SignOff func(all []submission.SignOff) []submission.SignOff
	Content func(*submission.Content)
}

// Nobody signs.
const Nobody = "nobody"

// Seal writes a submission.
func (p *Papers) Seal(w Wanted) ([]byte, error) {
	if w.Pack == nil {
		w.Pack = p.Issued
	}
	if w.At.IsZero() {
		w.At = Sealed
	}
	if w.Year == nil {
		var err error
		if w.Year, err = p.Year(w.Pack); err != nil {
			return nil, err
		}
	}
	audience := p.Hands[Root].Fingerprint
	c := submission.Content{
		Seal: submission.Sealed{
			Serial: USCC + "-2023-02", SealedAt: w.At.Format(time.RFC3339), SealedBy: "示例乙", USCC: USCC, Year: 2023, Audience: &audience,
			Replaces: &submission.Replaced{Serial: USCC + "-2023-01", Manifest: fmt.Sprintf("%x", seal.SM3([]byte("the sealing before")))},
			Head:     fmt.Sprintf("%x", leaf(historySize-1)),
		},
		Name: "示例水务（虚构）", Rows: w.Year.Rows, Prior: w.Year.Prior, Findings: w.Year.Explained(), Sheet: w.Year.Sheet(), Pack: w.Pack,
		History: history(),
	}
	if w.Reason != "" {
		c.Seal.Unsigned = &w.Reason
	}
	c.SignOffs = func(data string) ([]submission.SignOff, error) {
		all := p.SignOffs(data)
		if w.SignOff != nil {
			all = w.SignOff(all)
		}
		return all, nil
	}
	if by := or(w.Signer, Filer); by != Nobody {
		c.Key = p.Hands[by].Key
	}
	if by := or(w.Issuer, Root); by != Nobody && w.Pack.Issued() {
		c.PackSignature = p.PackSignature(by, w.Pack)
	}
	if w.Content != nil {
		w.Content(&c)
	}
	var m archive.Memory
	_, err := submission.Write(context.Background(), &m, c)
	return bytes.Clone(m.Bytes()), err
}

// SignOffs are the three 签字 over a digest of the data.
func (p *Papers) SignOffs(data string) []submission.SignOff {
	all := make([]submission.SignOff, 0, len(signing))
	for i, s := range signing {
		all = append(all, p.SignOff(i, s.hand, s.name, fmt.Sprintf("2024-01-%d", 17+i), data))
	}
	return all
}

// SignOff is a 签字 in one of the three roles by whichever hand.
func (p *Papers) SignOff(role int, hand, name, date, data string) submission.SignOff {
	key := p.Hands[hand].Key
	body := submission.SignOffBody(USCC, 2023, signing[role].role, name, date, data)
	signature := must(key.SignStatement(seal.SignOffStatement, body))
	return submission.SignOff{
		Role: signing[role].role, Name: name, Date: date, Standing: true, Kind: submission.Keyed, Digest: data,
		Signature: base64.StdEncoding.EncodeToString(signature), Key: string(key.Public().PEM()),
	}
}

// The history is invented: what counts is that it is a log, of which the sealing before saw the first part.
const (
	historySize = 41
	historySeen = 29
)

func leaf(n int64) []byte {
	sum := sha256.Sum256(fmt.Appendf(nil, "entry %d of an invented history", n))
	return sum[:]
}

func history() submission.History {
	leaves := iter.Seq2[[]byte, error](func(yield func([]byte, error) bool) {
		for n := range int64(historySize) {
			if !yield(leaf(n), nil) {
				return
			}
		}
	})
	log, proofs, err := seal.Consistency(historySize, []int64{historySeen}, leaves)
	if err != nil {
		panic(err)
	}
	return submission.History{Log: log, Extends: []submission.Extends{{Serial: USCC + "-2023-01", Extension: proofs[0]}}}
}

// Document writes a signed file as a hand would.
func (p *Papers) Document(document string, content []byte, hand string, at time.Time) []byte {
	var key *seal.Key
	if hand != Nobody {
		key = p.Hands[hand].Key
	}
	var m archive.Memory
	if err := submission.WriteSigned(&m, document, content, key, at); err != nil {
		panic(err)
	}
	return bytes.Clone(m.Bytes())
}

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
