// Package examples embeds what the program brings along: the example enterprise, which is made up (虚构), and the default
// policy pack of its year, a draft that nobody has issued.
//
// Only cmd/yice may use it; no rule, limit or figure of the program may come from here. Start with [Pack] and [Files].
package examples

import (
	"embed"
	"io/fs"
	"strconv"
)

// The example enterprise's identity, as its files have it.
const (
	USCC = "91150200MA0BT0013C"
	Name = "示例水务（虚构）"
	Type = "功能型"
	Year = 2023
)

//go:embed golden-2023/2022 golden-2023/2023 pack-*.toml
var embedded embed.FS

// Pack gives the built-in template as it stands in its file, under the year it is written for; ok is false for another.
// Whoever wants it for another year has it written anew (scoring.NewFrom), as any draft of another year is.
func Pack(year int) (source []byte, ok bool) {
	source, err := embedded.ReadFile("pack-" + strconv.Itoa(year) + ".toml")
	return source, err == nil
}

// Files gives the example enterprise: a folder a filing year ("2022", "2023"), in it one <form id>.csv a form.
func Files() fs.FS {
	years, err := fs.Sub(embedded, "golden-2023")
	if err != nil {
		panic(err) // the folder is embedded by the line above
	}
	return years
}

// Years gives the filing years of the example, oldest first: the order in which they are imported.
func Years() []int { return []int{Year - 1, Year} }
