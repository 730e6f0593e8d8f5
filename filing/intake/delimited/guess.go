package delimited

import "bytes"

// guessComma finds what parts the cells of a file by its first lines: the candidate that stands outside quotes most often
// in the first line that has any.
func guessComma(head []byte) byte {
	for _, line := range bytes.SplitN(head, []byte("\n"), 30) {
		var commas, tabs, semis int
		inside := false
		for _, c := range line {
			switch {
			case c == '"':
				inside = !inside
			case inside:
			case c == ',':
				commas++
			case c == '\t':
				tabs++
			case c == ';':
				semis++
			}
		}
		switch {
		case commas == 0 && tabs == 0 && semis == 0:
		case tabs > commas && tabs >= semis:
			return '\t'
		case semis > commas:
			return ';'
		default:
			return ','
		}
	}
	return ','
}
