package text

import (
	"strconv"
	"strings"

	"yice/internal/pattern"
)

// counted is a number in an English sentence with what there is so many of right behind it, and the verb that follows.
var counted = pattern.Of(`%(?:\[(\d+)\])?[ds] ((?:more |new |other |double |evidence )?)([a-z]+s)( are| were| have| do| differ| move| wait)?\b`)

// countable are the words in s behind a number that it counts. Others are verbs: "quarter 1 is made", "rung 1 gives 60%".
var countable = map[string]bool{
	"rows": true, "lines": true, "records": true, "forms": true, "cells": true, "changes": true, "entries": true,
	"enterprises": true, "submissions": true, "members": true, "pages": true, "files": true, "decisions": true, "steps": true,
	"fields": true, "columns": true, "characters": true, "chars": true, "digits": true, "days": true, "years": true, "months": true,
	"places": true, "values": true, "items": true, "parameters": true, "findings": true, "things": true, "texts": true,
	"sheets": true, "recognitions": true, "scores": true, "papers": true, "differences": true, "figures": true, "problems": true,
	"tests": true, "variants": true, "claims": true, "keys": true, "bytes": true, "levels": true, "seconds": true, "minutes": true,
	"decimals": true, "names": true, "others": true, "indicators": true, "targets": true, "extracts": true, "receipts": true,
	"points": true, "tables": true, "loads": true, "boxes": true,
}

// agreed is the verb of one where that of several stands.
var agreed = map[string]string{" are": " is", " were": " was", " have": " has", " do": " does", " differ": " differs", " move": " moves", " wait": " waits"}

// agree gives an English sentence in the singular wherever it counts and the count is one: "%d rows are" of 1 is "%d row is".
func agree(format string, args []any) string {
	if !countsOne(args) {
		return format
	}
	var b strings.Builder
	at := 0
	for _, m := range counted.FindAllStringSubmatchIndex(format, -1) {
		noun := format[m[6]:m[7]]
		n := len(verb.FindAllString(format[:m[0]], -1)) // without an index it is the next one
		if m[2] >= 0 {
			n, _ = strconv.Atoi(format[m[2]:m[3]])
			n--
		}
		if !countable[noun] || n < 0 || n >= len(args) || !isOne(args[n]) {
			continue
		}
		b.WriteString(format[at:m[6]])
		b.WriteString(singular(noun))
		at = m[7]
		if m[8] >= 0 {
			b.WriteString(agreed[format[m[8]:m[9]]])
			at = m[9]
		}
	}
	return b.String() + format[at:]
}

func countsOne(args []any) bool {
	for _, a := range args {
		if isOne(a) {
			return true
		}
	}
	return false
}

func isOne(a any) bool {
	switch n := a.(type) {
	case int:
		return n == 1
	case int64:
		return n == 1
	case string:
		return n == "1"
	}
	return false
}

// singular is the one of several: rows, entries, boxes.
func singular(noun string) string {
	if s, ok := strings.CutSuffix(noun, "ies"); ok {
		return s + "y"
	}
	for _, end := range []string{"sses", "xes", "ches", "shes"} {
		if strings.HasSuffix(noun, end) {
			return strings.TrimSuffix(noun, "es")
		}
	}
	return strings.TrimSuffix(noun, "s")
}
