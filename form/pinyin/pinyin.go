// Package pinyin gives the readings of Chinese characters as they are typed: without tones.
//
// The readings are those of github.com/mozillazg/go-pinyin. That library keeps them in a map of forty thousand texts, which
// every start of the program and of the verifier in a page would build before its first line; here they are 80 KB that are
// unpacked when somebody first types a reading.
package pinyin

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./generate

//go:embed readings.bin
var packed []byte

// table holds an entry for every reading of every character, sorted: the character above, the place of its syllable below.
type table struct {
	syllables []string
	entries   []uint32
}

const syllableBits = 10

var readings = sync.OnceValue(func() table {
	data, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		panic("pinyin: " + err.Error()) // the embedded file is broken: a test reads it
	}
	names, rest, _ := bytes.Cut(data, []byte{'\n'})
	t := table{syllables: strings.Split(string(names), " ")}
	for last := uint64(0); len(rest) > 0; {
		step, n := binary.Uvarint(rest)
		last, rest = last+step, rest[n:]
		t.entries = append(t.entries, uint32(last))
	}
	return t
})

// Of gives the readings of a character, none for what is no Chinese character.
func Of(r rune) []string {
	t := readings()
	at, _ := slices.BinarySearch(t.entries, uint32(r)<<syllableBits)
	var all []string
	for _, e := range t.entries[at:] {
		if e>>syllableBits != uint32(r) {
			break
		}
		all = append(all, t.syllables[e&(1<<syllableBits-1)])
	}
	return all
}
