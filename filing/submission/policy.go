package submission

import (
	"bytes"
	"encoding/asn1"
	"math/big"
	"sync"
	"time"

	"yice/scoring"
	"yice/seal"
	"yice/text"
)

// Measure is the pack by which the regulator measures, with its signature; nobody's signature is nil.
type Measure struct {
	Pack      *scoring.Pack
	Signature []byte
	// Targets are what the regulator settled, by enterprise; nil: there is no table, and what an extract says holds.
	Targets map[string][]scoring.OwnTarget

	mu     sync.Mutex
	issues *scoring.Issuer
	asked  map[*seal.Keyring]text.Pair // why it is not issued, by who was asked
}

// NewMeasure reads a pack to measure by.
func NewMeasure(source, signature []byte) (*Measure, error) {
	p, err := LoadPack(source)
	if err != nil {
		return nil, err
	}
	if p.Extract != nil {
		return nil, fault("policy.extract", text.Usage, text.PackIssueWhole.With(harmless(p.Extract.USCC)))
	}
	return &Measure{Pack: p, Signature: signature, asked: make(map[*seal.Keyring]text.Pair)}, nil
}

// Unissued says why the pack is not one that the regulator issued; empty where it is. Without keys its word is taken: it is
// the regulator who brings it.
func (m *Measure) Unissued(keys *seal.Keyring, now time.Time) text.Pair {
	switch {
	case !m.Pack.Issued():
		return text.FilingVerifyMeasureDraft.With(packName(m.Pack))
	case keys == nil:
		return text.Pair{}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	why, known := m.asked[keys]
	if !known {
		why = unissued(keys, m.Pack.Source, m.Signature, now)
		m.asked[keys] = why
	}
	return why
}

// unissued says why a pack is not issued by a 签发 key; empty where it is.
func unissued(keys *seal.Keyring, source, signature []byte, now time.Time) text.Pair {
	if len(signature) == 0 {
		return text.FilingVerifyPackUnsigned
	}
	standing, _, why := keys.JudgeDetached(seal.PackStatement, "", source, signature, now)
	if standing == seal.Trusted {
		return text.Pair{}
	}
	return text.FilingVerifyPackHand.With(why)
}

// signatureShaped reports whether bytes can be a signature at all, whoever made it.
func signatureShaped(signature []byte) bool {
	var pair struct{ R, S *big.Int }
	rest, err := asn1.Unmarshal(signature, &pair)
	return err == nil && len(rest) == 0 && pair.R.Sign() > 0 && pair.S.Sign() > 0
}

func packName(p *scoring.Pack) string { return harmless(p.ID + " " + p.Version) }

// policy says whose the pack is that the enterprise was scored by. That a pack says it is issued is a word anybody can
// write; without the signature it is a problem always.
func (c *checking) policy() {
	pack := c.s.Pack
	if pack == nil {
		return
	}
	signature, err := c.s.PackSignature()
	if err != nil {
		c.wrong("policy.unsigned", packSigEntry, sayOf(err))
		return
	}
	unproven := text.Pair{}
	if pack.Issued() {
		switch {
		case len(signature) == 0:
			unproven = text.FilingVerifyPackUnsigned
		case !signatureShaped(signature):
			unproven = text.FilingVerifyPackSig
		case c.o.Keys != nil:
			unproven = unissued(c.o.Keys, pack.Source, signature, c.o.Now)
		}
		if !unproven.Empty() {
			c.wrong("policy.unsigned", packSigEntry, unproven)
		}
	}
	foreign := pack.Foreign(c.s.USCC)
	if foreign {
		c.wrong("policy.another", packEntry, text.FilingVerifyAnother.With(packName(pack), harmless(pack.Extract.USCC)))
	}
	if m := c.o.Pack; m != nil {
		c.measured(m, unproven)
		if foreign {
			c.v.Policy, c.stands = policyForeign, false
		}
		return
	}
	switch {
	case foreign:
		c.v.Policy = policyForeign
	case c.o.Keys == nil:
		c.note("policy.unasked", text.FilingNotePolicyUnasked)
	case pack.Issued() && unproven.Empty():
		c.v.Policy = policyIssued
	default:
		c.v.Policy = policyDraft
		if !pack.Issued() {
			c.note("policy.draft", text.FilingNotePolicyDraft)
		}
	}
}

// measured compares the pack with the one that is measured by.
func (c *checking) measured(m *Measure, unproven text.Pair) {
	pack := c.s.Pack
	same := bytes.Equal(pack.Source, m.Pack.Source)
	if why := m.Unissued(c.o.Keys, c.o.Now); !why.Empty() {
		// Then nothing is measured by what the regulator issued.
		c.v.Policy = policyDraft
		code := "policy.unsigned"
		if !m.Pack.Issued() {
			code = "policy.draft"
		}
		c.wrong(code, "", why)
		if same {
			return
		}
	}
	if pack.Extract != nil {
		c.measuredExtract(m, unproven)
		return
	}
	if len(m.Targets[c.s.USCC]) > 0 {
		c.note("policy.whole", text.FilingNoteWhole)
	}
	switch {
	case same && unproven.Empty():
		c.v.Policy = policyIssued
	case !pack.Issued(), !unproven.Empty():
		c.v.Policy = policyDraft
		c.wrong("policy.draft", packEntry, text.FilingVerifyDraft.With(packName(pack), packName(m.Pack)))
	default:
		c.v.Policy = policyForeign
		c.wrong("policy.foreign", packEntry, text.FilingVerifyForeign.With(packName(pack), packName(m.Pack)))
	}
}

// measuredExtract asks whether an extract stands for the pack that is measured by.
func (c *checking) measuredExtract(m *Measure, unproven text.Pair) {
	if unproven.Empty() && c.o.Keys == nil {
		unproven = text.FilingVerifyExtractUnasked
	}
	code, why := m.extracted(c.s.Pack, unproven)
	switch {
	case code == "":
		// One that was issued before the targets changed is the regulator's word all the same; what is confirmed goes by the table.
		c.v.Policy, c.stands = policyIssued, m.current(c.s.Pack.Extract)
		if !c.stands {
			c.note("policy.targets", text.FilingVerifyTargets.With(c.s.Pack.Extract.At))
		}
		return
	case code == "policy.unsigned":
		c.v.Policy = policyDraft
	default:
		c.v.Policy = policyForeign
	}
	c.wrong(code, packEntry, why)
}
