package seal

import (
	"bytes"
	"strings"

	"yice/text"
)

// Statement is what a signature says: a receipt's signature can never be shown as that of a decision, because the name of
// what is said stands in the signed bytes, in a first line of its own (see [Statement.Line]).
type Statement string

// The statements of this edition, and who makes them.
const (
	SubmissionStatement Statement = "submission/2"
	PackStatement       Statement = "pack/2"
	TargetsStatement    Statement = "targets/2"
	KeysStatement       Statement = "keys/2"
	DecisionStatement   Statement = "decision/2"
	ReceiptStatement    Statement = "receipt/2"
	LogStatement        Statement = "receipts/2" // the log of all receipts of a registry
	SignOffStatement    Statement = "signoff/2"
	BundleStatement     Statement = "bundle/2" // which submissions a group hands on, and when
)

// statementRoles says which role makes a statement.
var statementRoles = map[Statement]Role{
	SubmissionStatement: Filing,
	PackStatement:       Issuing,
	TargetsStatement:    Issuing,
	KeysStatement:       Issuing,
	DecisionStatement:   Deciding,
	ReceiptStatement:    Receipting,
	LogStatement:        Receipting,
	SignOffStatement:    Signing,
	BundleStatement:     Filing,
}

// Role is the role a key must have to make the statement; "" for one that is none of ours, which no key may make.
func (s Statement) Role() Role { return statementRoles[s] }

const (
	statementBegins = "# yice "
	// longestStatement bounds what is looked at for the end of the line.
	longestStatement = 64
)

// Line is the first line of what is signed. In a manifest it is the first line of the file, and sha256sum passes over it; to
// a pack, whose bytes are the regulator's, it is added when it is signed and when it is checked.
func (s Statement) Line() string { return statementBegins + string(s) + "\n" }

// CutStatement parts a text that begins with the line of a statement of ours; ok is false for every other.
func CutStatement(content []byte) (s Statement, body []byte, ok bool) {
	line, _, found := bytes.Cut(content[:min(len(content), longestStatement)], []byte("\n"))
	name, ours := strings.CutPrefix(string(line), statementBegins)
	if s = Statement(name); !found || !ours || s.Role() == "" {
		return "", content, false
	}
	return s, content[len(s.Line()):], true
}

// SignStatement gives a detached DER signature over the line of the statement and the body that follows it.
func (k *Key) SignStatement(s Statement, body []byte) ([]byte, error) {
	if s.Role() == "" {
		return nil, fault("seal.cannot-sign", text.SealCannotSign, nil)
	}
	return k.sign(append([]byte(s.Line()), body...))
}

// VerifyStatement reports whether a signature over this very statement was made by this key. A signature over the bare body,
// or over the body as another statement, is none.
func (p *PublicKey) VerifyStatement(s Statement, body, signature []byte) bool {
	return s.Role() != "" && p.verify(append([]byte(s.Line()), body...), signature)
}
