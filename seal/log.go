package seal

import (
	"encoding/hex"
	"errors"

	"golang.org/x/mod/sumdb/tlog"
)

// A history is a Merkle log besides being a chain (RFC 6962, hashed as golang.org/x/mod/sumdb/tlog does; a leaf is the
// chain hash of an entry). The chain says that no entry was changed; anybody can make another chain. Size and root, in
// somebody else's hands, say which history it was; and a few hashes prove that a later one begins with an earlier one.

// Node is a hash in the tree of a log: SHA-256. As text it is 64 small hexadecimal digits.
type Node [32]byte

// String gives the digits.
func (n Node) String() string { return hex.EncodeToString(n[:]) }

// MarshalText gives the digits.
func (n Node) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

var errNode = errors.New("seal: a hash has 64 small hexadecimal digits")

// UnmarshalText reads the one spelling that MarshalText has.
func (n *Node) UnmarshalText(b []byte) error {
	if len(b) != 2*len(n) {
		return errNode
	}
	if _, err := hex.Decode(n[:], b); err != nil || n.String() != string(b) {
		return errNode
	}
	return nil
}

// Log is what a history was at a moment: how many entries it had, and the root of the tree over them.
type Log struct {
	Size int64 `json:"size"`
	Root Node  `json:"root"`
}

// EmptyLog is a history before its first entry.
func EmptyLog() Log { return (&Tree{}).Log() }

// Extension proves that a log begins with an earlier one. Of what is proved VerifyConsistency is asked; Root is what the
// walk found at that size.
type Extension struct {
	Size  int64  `json:"size"`
	Root  Node   `json:"root"`
	Proof []Node `json:"proof"`
}

// Earlier is the log that is extended.
func (e Extension) Earlier() Log { return Log{e.Size, e.Root} }

// mostEntries bounds sizes from outside, and with them how long a proof may be: a thousand million million entries.
const mostEntries = 1 << 50

var (
	errLogSize  = errors.New("seal: no such size of a log")
	errLogProof = errors.New("seal: the proof does not hold")
)

// VerifyConsistency reports, as nil, that later begins with earlier.
func VerifyConsistency(earlier, later Log, proof []Node) error {
	switch {
	case earlier.Size < 0 || earlier.Size > later.Size || later.Size > mostEntries:
		return errLogSize
	case earlier.Size == 0:
		if len(proof) > 0 || earlier != EmptyLog() {
			return errLogProof
		}
		return nil
	}
	if tlog.CheckTree(hashesOf(proof), later.Size, tlog.Hash(later.Root), earlier.Size, tlog.Hash(earlier.Root)) != nil {
		return errLogProof
	}
	return nil
}

// VerifyInclusion reports, as nil, that the entry at a place, counted from 0, has the leaf.
func VerifyInclusion(l Log, at int64, leaf []byte, proof []Node) error {
	if at < 0 || at >= l.Size || l.Size > mostEntries {
		return errLogSize
	}
	if tlog.CheckRecord(tlog.RecordProof(hashesOf(proof)), l.Size, tlog.Hash(l.Root), at, tlog.RecordHash(leaf)) != nil {
		return errLogProof
	}
	return nil
}

func hashesOf(nodes []Node) tlog.TreeProof {
	hashes := make(tlog.TreeProof, len(nodes))
	for i, n := range nodes {
		hashes[i] = tlog.Hash(n)
	}
	return hashes
}

func nodesOf(hashes []tlog.Hash) []Node {
	nodes := make([]Node, len(hashes)) // never nil: in JSON a proof is a list
	for i, h := range hashes {
		nodes[i] = Node(h)
	}
	return nodes
}
