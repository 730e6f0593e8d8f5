package xlsx

// column reads the letters of a cell's address; row is what follows.
func column(address []byte) (col int, row []byte) {
	for i, c := range address {
		switch {
		case c >= 'A' && c <= 'Z':
			col = col*26 + int(c-'A') + 1
		case c >= 'a' && c <= 'z':
			col = col*26 + int(c-'a') + 1
		case c == '$':
		default:
			return col - 1, address[i:]
		}
		if col > 1<<15 {
			return col, nil
		}
	}
	return col - 1, nil
}
