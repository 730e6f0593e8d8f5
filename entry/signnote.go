package entry

import (
	"encoding/json"
	"strconv"
	"strings"
)

// signOffNote is a sign-off as the file holds it. It reads "示例甲 2024-01-15 #1234": the name, the date, and the newest change
// it confirms; a 签字 has its signature in a line of its own behind that.
type signOffNote struct {
	name, date string
	at         int64
	proof      *Proof
}

// proofMark begins the line of the signature.
const proofMark = "\n签字 "

func (n signOffNote) text() string {
	head := n.name + " " + n.date + " #" + strconv.FormatInt(n.at, 10)
	if n.proof == nil {
		return head
	}
	line, err := json.Marshal(n.proof)
	if err != nil { // cannot be: strings and bytes
		return head
	}
	return head + proofMark + string(line)
}

// parseSignOff reads a note. One whose change or signature cannot be read confirms nothing.
func parseSignOff(note string) signOffNote {
	head, line, proven := strings.Cut(note, proofMark)
	n := signOffNote{name: head, at: -1}
	who, seq, ok := cutLast(head, " #")
	if !ok {
		return n
	}
	at, err := strconv.ParseInt(seq, 10, 64)
	if err != nil {
		return n
	}
	n.name, n.date, _ = cutLast(who, " ")
	if proven {
		n.proof = &Proof{}
		if json.Unmarshal([]byte(line), n.proof) != nil || n.proof.Data == "" || len(n.proof.Signature) == 0 || n.proof.Key == "" {
			n.proof = nil
			return n
		}
	}
	n.at = at
	return n
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}
