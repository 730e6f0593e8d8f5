package submission

import (
	"bytes"
	"encoding/base64"
	"slices"
	"strings"

	"yice/scoring"
	"yice/text"
)

// An extract of a pack is one file that people can read: a line with the signature, then the pack as it is signed. The line is a
// comment to whoever reads it as a pack.

const extractBegins = "# yice extract/1 "

// longestExtractLine bounds the line with the signature, in bytes.
const longestExtractLine = 512

// CutExtract parts the file of an extract; ok is false for every other file.
func CutExtract(content []byte) (source, signature []byte, ok bool) {
	line, _, ended := bytes.Cut(content[:min(len(content), longestExtractLine)], []byte("\n"))
	written, begins := strings.CutPrefix(string(line), extractBegins)
	if !begins || !ended {
		return content, nil, false
	}
	// One signature has one spelling; what is none is nobody's.
	signature, err := base64.StdEncoding.Strict().DecodeString(written)
	if err != nil {
		signature = nil
	}
	return content[len(line)+1:], signature, true
}

// JoinExtract gives the file of an extract.
func JoinExtract(source, signature []byte) []byte {
	line := extractBegins + base64.StdEncoding.EncodeToString(signature) + "\n"
	return append([]byte(line), source...)
}

// issuer writes the extracts of the measuring pack; nil of one that issues none.
func (m *Measure) issuer() *scoring.Issuer {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.issues == nil && m.Pack.Issued() {
		m.issues, _ = scoring.NewIssuer(m.Pack)
	}
	return m.issues
}

// extracted says what keeps an extract from being the regulator's own, of the measuring pack: code and sentence, both empty where
// nothing does. unproven says why its signature proves nothing.
func (m *Measure) extracted(pack *scoring.Pack, unproven text.Pair) (code string, why text.Pair) {
	issuer := m.issuer()
	switch {
	case issuer == nil || !issuer.Wrote(pack):
		return "policy.foreign", text.FilingVerifyForeign.With(packName(pack), packName(m.Pack))
	case !unproven.Empty():
		return "policy.unsigned", unproven
	}
	return "", text.Pair{}
}

// current reports whether an extract has the targets that hold now.
func (m *Measure) current(x *scoring.Extract) bool {
	return m.Targets == nil || slices.Equal(m.Targets[x.USCC], x.Targets)
}

// under gives the pack by which an enterprise is measured: the whole one with what was settled for it. That is what the table of
// targets says, where there is one, else the enterprise's own extract, where that stands for the pack.
func (m *Measure) under(uscc string, pack *scoring.Pack, stands bool) (*scoring.Pack, error) {
	switch own, issuer := m.Targets[uscc], m.issuer(); {
	case stands:
		return pack, nil
	case len(own) == 0 || issuer == nil:
		return m.Pack, nil
	default:
		source, wrong, err := issuer.Extract(uscc, own, measuredAt)
		switch {
		case err != nil:
			return nil, err
		case len(wrong) > 0:
			return nil, fault("policy.targets", text.Findings, wrong[0].Say)
		}
		return LoadPack(source)
	}
}

// measuredAt stands for the moment of issue in a pack that is only measured by, and never leaves the program.
const measuredAt = "2000-01-01T00:00:00Z"
