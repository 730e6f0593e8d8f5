package submission

import (
	"bytes"
	"encoding/json"

	"yice/seal"
	"yice/text"
)

// History is history.json: what the workspace's history was at sealing, as a Merkle log, and the proofs that it begins with
// what it was at each earlier sealing of the year.
type History struct {
	seal.Log
	Extends []Extends `json:"extends"`
}

// Extends is the proof for one earlier sealing.
type Extends struct {
	Serial string `json:"serial"`
	seal.Extension
}

const mostExtends = 1000

func historyJSON(h History) []byte {
	if h.Extends == nil {
		h.Extends = []Extends{}
	}
	for i := range h.Extends {
		if h.Extends[i].Proof == nil {
			h.Extends[i].Proof = []seal.Node{}
		}
	}
	return PrintJSON(h)
}

func parseHistory(content []byte) (h History, ok bool) {
	if json.Unmarshal(content, &h) != nil || !bytes.Equal(historyJSON(h), content) || len(h.Extends) > mostExtends {
		return h, false
	}
	for _, e := range h.Extends {
		if e.Serial == "" {
			return h, false
		}
	}
	return h, true
}

// history asks that the history at sealing begins with what it is said to have been at each earlier sealing. Whether it was
// that, the earlier submissions and receipts say.
func (c *checking) history() {
	if c.s.seal.One() {
		c.note("format.history", text.FilingNoteOneHistory)
		return
	}
	content, there, err := c.s.bytes(historyEntry, maxManifest)
	if err != nil || !there {
		return // said already
	}
	h, ok := parseHistory(content)
	if !ok {
		c.wrong("history.broken", historyEntry, text.FilingVerifySpelled.With(historyEntry))
		return
	}
	c.s.History = h
	if replaces := c.s.seal.Replaces; replaces != nil && !h.extends(replaces.Serial) {
		c.note("history.unproven", text.FilingNoteHistory.With(harmless(replaces.Serial)))
	}
	for _, e := range h.Extends {
		if seal.VerifyConsistency(e.Earlier(), h.Log, e.Proof) != nil {
			c.wrong("history.broken", historyEntry, text.FilingVerifyHistory.With(harmless(e.Serial)))
		}
	}
}

func (h History) extends(serial string) bool {
	for _, e := range h.Extends {
		if e.Serial == serial {
			return true
		}
	}
	return false
}
