package keying

import (
	"yice/text"
	"yice/tui/screen"
)

var (
	// InGrid is a table, no cell open.
	InGrid = &screen.Place{ID: "grid", Title: text.TuiPlaceGrid, For: text.TuiForGrid, Met: 40, Common: true}
	// InCell is a cell of a table being keyed.
	InCell = &screen.Place{ID: "cell", Title: text.TuiPlaceCell, For: text.TuiForCell, Met: 50}
	// InCard is one record, no field open.
	InCard = &screen.Place{ID: "card", Title: text.TuiPlaceCard, For: text.TuiForCard, Met: 60, Common: true}
	// InField is a field of a card being keyed.
	InField = &screen.Place{ID: "field", Title: text.TuiPlaceField, For: text.TuiForField, Met: 70}
	// InPaste is what a paste would do, before it does.
	InPaste = &screen.Place{ID: "paste", Title: text.TuiPlacePaste, For: text.TuiForPaste, Met: 382}
	// InColumns is the choice of a table's columns.
	InColumns = &screen.Place{ID: "columns", Title: text.TuiPlaceColumns, For: text.TuiForColumns, Met: 384}
)
