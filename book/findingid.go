package book

import (
	"strconv"
	"strings"

	"yice/form"
)

// FindingID names a finding for whoever explains it: check@form/row/field.
func FindingID(f form.Finding) string {
	return f.Check + "@" + f.Form + "/" + strconv.FormatInt(f.Row, 10) + "/" + f.Field
}

// ParseFindingID takes such a name apart.
func ParseFindingID(id string) (f form.Finding, ok bool) {
	at := strings.LastIndexByte(id, '@')
	if at < 0 {
		return f, false
	}
	parts := strings.Split(id[at+1:], "/")
	if len(parts) != 3 {
		return f, false
	}
	row, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil {
		return f, false
	}
	return form.Finding{Check: id[:at], Form: parts[0], Row: row, Field: parts[2]}, true
}
