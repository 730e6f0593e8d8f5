package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yice/text"
)

// MaxEvidence is how many files one row may name.
const MaxEvidence = 50

// Attachment is one entry of a Files cell: the file's digest (64 hexadecimal digits) and its shown name.
type Attachment struct{ Digest, Name string }

// String gives the entry as the cell holds it: digest:name.
func (a Attachment) String() string { return a.Digest + ":" + a.Name }

// Attachments takes a Files cell apart; what is no entry is left out.
func Attachments(v Value) []Attachment {
	var found []Attachment
	for entry := range strings.SplitSeq(v.Str(), "|") {
		if a, ok := attachment(entry); ok {
			found = append(found, a)
		}
	}
	return found
}

// AttachmentsValue makes a Files cell of entries.
func AttachmentsValue(list []Attachment) Value {
	entries := make([]string, len(list))
	for i, a := range list {
		entries[i] = a.String()
	}
	return S(strings.Join(entries, "|"))
}

func attachment(entry string) (Attachment, bool) {
	digest, name, ok := strings.Cut(strings.TrimSpace(entry), ":")
	digest = strings.ToLower(digest)
	if !ok || len(digest) != 64 || strings.Trim(digest, "0123456789abcdef") != "" {
		return Attachment{}, false
	}
	if name == "" || name == "." || name == ".." || strings.ContainsAny(name, `/\|`) || !clean(name) || len(name) > maxName {
		return Attachment{}, false
	}
	return Attachment{digest, name}, true
}

// AttachmentName makes a file's name fit for an entry: what would break the entry, a path or a terminal becomes "_", and
// a name without anything left is "file".
func AttachmentName(name string) string {
	name = strings.Map(func(r rune) rune {
		if unruly(r) || invisible(r) || strings.ContainsRune(`/\|`, r) || r == utf8.RuneError {
			return '_'
		}
		return r
	}, name)
	for len(name) > maxName {
		_, size := utf8.DecodeRuneInString(name)
		name = name[size:] // the end has the extension
	}
	if name = strings.TrimFunc(name, unicode.IsSpace); strings.Trim(name, ".") == "" {
		return "file"
	}
	return name
}

const maxName = 255

// parseFiles reads entries; a name that could leave the evidence folder is refused.
func parseFiles(typed string) (Value, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return Value{}, nil
	}
	entries := strings.Split(typed, "|")
	if len(entries) > MaxEvidence {
		return Value{}, refuse(text.FormTooManyFiles, MaxEvidence, len(entries))
	}
	list := make([]Attachment, 0, len(entries))
	for _, e := range entries {
		a, ok := attachment(e)
		if !ok {
			return Value{}, refuse(text.FormNotFile, quoted(e))
		}
		list = append(list, a)
	}
	return AttachmentsValue(list), nil
}
