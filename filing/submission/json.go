package submission

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
)

// PrintJSON is how every JSON of ours looks: indented by two, in the order of its shape, Chinese as it is.
func PrintJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("submission: a shape of ours does not encode: " + err.Error())
	}
	return b.Bytes()
}

func hexOf(b [32]byte) string { return hex.EncodeToString(b[:]) }
