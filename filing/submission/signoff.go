package submission

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"yice/seal"
	"yice/text"
)

// Roles of a sign-off, in the order they sign.
var SignOffRoles = [...]string{"填表人", "统计负责人", "单位负责人"}

// Kinds of a sign-off: a name and a date on a desk of one, or the signature of a person's own key.
const (
	Typed    = "署名"
	Keyed    = "签字"
	noSigner = ""
)

// SignOff is one confirmation: who, in which role, when, and of which data.
type SignOff struct {
	Role string `json:"role"`
	Name string `json:"name"` // "" where nobody has signed
	Date string `json:"date"`
	// Standing is false where the data was changed after it.
	Standing bool   `json:"standing"`
	Kind     string `json:"kind"`
	// Digest is the SM3 of the data that was confirmed, in hex; see [DataDigest].
	Digest    string `json:"digest"`
	Signature string `json:"signature"` // of a 签字: DER in base64
	Key       string `json:"key"`       // of a 签字: PEM
}

type signOffFile struct {
	SignOffs []SignOff `json:"signoffs"`
}

func signOffJSON(all []SignOff) []byte { return PrintJSON(signOffFile{all}) }

// DataDigest is what a sign-off confirms: the SM3 over a line for every table, in their order, as the manifest has them.
type DataDigest struct{ lines bytes.Buffer }

// Add takes a table in.
func (d *DataDigest) Add(entry string, sum [sha256.Size]byte) {
	fmt.Fprintf(&d.lines, "%x  %s\n", sum, entry)
}

// Sum is the digest in hex.
func (d *DataDigest) Sum() string { return hexOf(seal.SM3(d.lines.Bytes())) }

// SignOffBody is what a 签字 signs, as the statement signoff/2.
func SignOffBody(uscc string, year int, role, name, date, data string) []byte {
	return fmt.Appendf(nil, "uscc %s\nyear %d\nrole %s\nname %s\ndate %s\ndata %s\n", uscc, year, role, name, date, data)
}

// parseSignOffs reads signoff.json strictly: the three roles in their order, as we spell them.
func parseSignOffs(content []byte) ([]SignOff, bool) {
	var file signOffFile
	if json.Unmarshal(content, &file) != nil || !bytes.Equal(signOffJSON(file.SignOffs), content) || len(file.SignOffs) != len(SignOffRoles) {
		return nil, false
	}
	for i, o := range file.SignOffs {
		if o.Role != SignOffRoles[i] {
			return nil, false
		}
	}
	return file.SignOffs, true
}

// signOffs says which sign-offs stand, and judges what they claim.
func (c *checking) signOffs() {
	content, there, err := c.s.bytes(signOffEntry, maxManifest)
	if err != nil || !there {
		return // said already
	}
	if c.s.seal.One() {
		c.signOffsOne(content)
		return
	}
	all, ok := parseSignOffs(content)
	if !ok {
		c.wrong("signoff.invented", signOffEntry, text.FilingVerifySpelled.With(signOffEntry))
		return
	}
	c.s.SignOffs = all
	state := "standing"
	for i, o := range all {
		switch is := c.signOff(o, all[:i]); {
		case is == "absent" && state == "standing", is == "void":
			state = is
		}
	}
	c.v.SignOffs = state
	c.unsignedReason(state)
}

// unsignedReason: void or missing sign-offs are a problem unless somebody said why it was sealed without.
func (c *checking) unsignedReason(state string) {
	reason := c.s.seal.Unsigned
	switch {
	case state == "standing" && reason == nil:
	case state == "absent" && reason == nil && c.s.Period().Quarterly():
	case reason != nil && strings.TrimSpace(*reason) != "":
		c.note("signoff.unsigned", text.FilingNoteUnsigned.With(harmless(*reason)))
	case state == "void":
		c.wrong("signoff.void", signOffEntry, text.FilingVerifySignOffVoid)
	default:
		c.wrong("signoff.absent", signOffEntry, text.FilingVerifySignOffAbsent)
	}
}

// signOff judges one: "standing", "void" or "absent".
func (c *checking) signOff(o SignOff, before []SignOff) string {
	invented := func(why text.Pair) string {
		c.wrong("signoff.invented", signOffEntry, text.FilingVerifySignOff.With(o.Role, harmless(o.Name), why))
		return "void"
	}
	switch {
	case o.Name == "" && o == (SignOff{Role: o.Role}):
		return "absent"
	case o.Name == "" || o.Kind != Typed && o.Kind != Keyed:
		return invented(text.FilingSignOffSpelling)
	case o.Kind == Typed && (o.Signature != "" || o.Key != ""):
		return invented(text.FilingSignOffSpelling)
	}
	day, err := time.Parse("2006-01-02", o.Date)
	sealed, dated := c.s.seal.At()
	if err != nil || dated && o.Date > sealed.In(china).Format("2006-01-02") {
		return invented(text.FilingSignOffDate.With(harmless(o.Date)))
	}
	for _, earlier := range before {
		if earlier.Name != "" && earlier.Standing && o.Standing && earlier.Date > o.Date {
			return invented(text.FilingSignOffOrder.With(earlier.Role, earlier.Date))
		}
	}
	if o.Standing && o.Digest != c.data.Sum() {
		return invented(text.FilingSignOffData)
	}
	if o.Kind == Keyed {
		if why := c.signedBy(o, day); !why.Empty() {
			return invented(why)
		}
	} else {
		c.note("signoff.typed", text.FilingNoteTyped)
	}
	if !o.Standing {
		return "void"
	}
	return "standing"
}

// china is where days are counted.
var china = time.FixedZone("UTC+8", 8*60*60)

// signedBy checks the signature of a 签字, and that the key is that person's where keys are asked for.
func (c *checking) signedBy(o SignOff, day time.Time) (why text.Pair) {
	signature, err := base64.StdEncoding.DecodeString(o.Signature)
	if err != nil {
		return text.FilingSignOffSignature
	}
	key, err := seal.ParsePublicKey([]byte(o.Key))
	if err != nil || string(key.PEM()) != o.Key {
		return text.FilingSignOffSignature
	}
	if _, err := hex.DecodeString(o.Digest); err != nil {
		return text.FilingSignOffSignature
	}
	body := SignOffBody(c.s.USCC, c.s.Year, o.Role, o.Name, o.Date, o.Digest)
	if !key.VerifyStatement(seal.SignOffStatement, body, signature) {
		return text.FilingSignOffSignature
	}
	if c.o.Keys == nil {
		return text.Pair{}
	}
	standing, _, why := c.o.Keys.JudgePerson(key, c.s.USCC, o.Name, day.Add(12*time.Hour))
	if standing != seal.Trusted {
		return why
	}
	return text.Pair{}
}

// signOffsOne takes the sign-offs of format 1 as they are said: nothing there ties them to the data.
func (c *checking) signOffsOne(content []byte) {
	var file signOffFile
	if json.Unmarshal(content, &file) != nil {
		return
	}
	state := "standing"
	if len(file.SignOffs) < len(SignOffRoles) {
		state = "absent"
	}
	for _, o := range file.SignOffs {
		switch {
		case o.Name != "" && !o.Standing:
			state = "void"
		case o.Name == "" && state == "standing":
			state = "absent"
		}
	}
	c.v.SignOffs = state
	c.note("format.signoffs", text.FilingNoteOneSignOffs)
}
