//go:build ignore

// This program writes twobyte.txt from the WHATWG's index of GB 18030 of 2024-09-18 or later:
//
//	curl -O https://encoding.spec.whatwg.org/index-gb18030.txt
//	go run gen.go index-gb18030.txt
//
// That index is the two-byte part of GB 18030-2022 but for one code, A3A0, which browsers read as U+3000 and the standard
// as U+E5E5.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"strings"
)

const seconds, codes = 190, 23940

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: go run gen.go index-gb18030.txt")
	}
	file, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	var character [codes]rune
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		var place int
		var r rune
		if _, err := fmt.Sscanf(line, "%d\t0x%x", &place, &r); err != nil || place < 0 || place >= codes {
			log.Fatalf("not a line of the index: %q", line)
		}
		character[place] = r
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	character[(0xA3-0x81)*seconds+0xA0-0x41] = 0xE5E5

	var out strings.Builder
	for place, r := range character {
		if r == 0 {
			log.Fatalf("the index has no character at %d", place)
		}
		out.WriteRune(r)
		if place%seconds == seconds-1 {
			out.WriteByte('\n')
		}
	}
	if err := os.WriteFile("twobyte.txt", []byte(out.String()), 0o644); err != nil {
		log.Fatal(err)
	}
}
