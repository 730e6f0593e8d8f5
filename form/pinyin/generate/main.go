// Command generate writes the readings of Chinese characters into one small file.
package main

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"log"
	"os"
	"slices"
	"strings"

	library "github.com/mozillazg/go-pinyin"
)

const syllableBits = 10 // as in package pinyin

func main() {
	args := library.Args{Style: library.Normal, Heteronym: true}
	of := make(map[int][]string, len(library.PinyinDict))
	var names []string
	for r := range library.PinyinDict {
		for _, s := range library.SinglePinyin(rune(r), args) {
			if s != "" && !slices.Contains(of[r], s) {
				of[r] = append(of[r], s)
				names = append(names, s)
			}
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	if len(names) >= 1<<syllableBits {
		log.Fatal("too many syllables")
	}
	var entries []uint64
	for r, all := range of {
		for _, s := range all {
			at, _ := slices.BinarySearch(names, s)
			entries = append(entries, uint64(r)<<syllableBits|uint64(at))
		}
	}
	slices.Sort(entries)
	data := []byte(strings.Join(names, " ") + "\n")
	last := uint64(0)
	for _, e := range entries {
		data = binary.AppendUvarint(data, e-last)
		last = e
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err == nil {
		if _, err = w.Write(data); err == nil {
			err = w.Close()
		}
	}
	if err == nil {
		err = os.WriteFile("readings.bin", out.Bytes(), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}
