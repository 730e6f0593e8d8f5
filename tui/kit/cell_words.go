package kit

import (
	"yice/form"
	"yice/text"
	"yice/tui/screen"
)

// CellInWords shows a canonical text as the screen shows the cell.
func CellInWords(m screen.Desk, fd *form.Field, canonical string) string {
	l := m.Lang()
	if canonical == "" {
		return text.TuiHistEmptyCell.In(l)
	}
	return CellShown(fd, canonical, l)
}

// CellShown shows a canonical text that is not empty; one that cannot be read as it is.
func CellShown(fd *form.Field, canonical string, l text.Lang) string {
	v, err := fd.Parse(canonical, form.Yuan)
	if fd.Kind != form.Money {
		v, err = fd.Parse(canonical, form.NoUnit)
	}
	if err != nil {
		return canonical
	}
	return fd.Display(v, fd.Unit, l)
}
