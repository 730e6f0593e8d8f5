package submission

import (
	"bytes"
	"encoding/json"
)

// Sealed is seal.json: all that differs between two sealings of the same data.
type Sealed struct {
	Format   string `json:"format"`
	Serial   string `json:"serial"`
	SealedAt string `json:"sealed_at"`
	SealedBy string `json:"sealed_by"`
	USCC     string `json:"uscc"`
	Year     int    `json:"year"`
	// Replaces is the sealing before this one, whose manifest had the SM3 given.
	Replaces *Replaced `json:"replaces"`
	// Head is the newest hash of the workspace's history.
	Head string `json:"history_head"`
	// Signer is the fingerprint of the key that signed, null without a signature: so that a signature cannot be left out.
	Signer *string `json:"signer"`
	// Packed holds the SHA-256 of every entry's deflated bytes: what the manifest cannot see.
	Packed map[string]string `json:"packed"`
}

// Replaced names the sealing before.
type Replaced struct {
	Serial   string `json:"serial"`
	Manifest string `json:"manifest_sm3"`
}

// submissionFormat names this layout. A later one gets another number and is read beside it.
const submissionFormat = "yice-submission/1"

// parseSealed reads seal.json strictly: it must be spelled as we spell it.
func parseSealed(content []byte) (Sealed, bool) {
	var s Sealed
	d := json.NewDecoder(bytes.NewReader(content))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil || !bytes.Equal(PrintJSON(s), content) {
		return s, false
	}
	return s, s.Format == submissionFormat
}
