package text

// Sentences of the table.
var (
	TuiBlankRow = Pair{"在此键入新的一行", "key a new row here"}
)
