package paint

// Area is a rectangle of a sheet that a widget draws into with its own coordinates; what falls outside is cut off.
type Area struct {
	c    *Canvas
	X, Y int // of the sheet
	W, H int
}

// Sub is a part of the area, clipped to it.
func (a Area) Sub(x, y, w, h int) Area {
	x0, y0 := max(x, 0), max(y, 0)
	x1, y1 := min(x+w, a.W), min(y+h, a.H)
	return Area{a.c, a.X + x0, a.Y + y0, max(x1-x0, 0), max(y1-y0, 0)}
}

// Rows gives n rows from y; Below everything from y on.
func (a Area) Rows(y, n int) Area { return a.Sub(0, y, a.W, n) }
func (a Area) Below(y int) Area   { return a.Sub(0, y, a.W, a.H-y) }

// Inset leaves a margin.
func (a Area) Inset(dx, dy int) Area { return a.Sub(dx, dy, a.W-2*dx, a.H-2*dy) }

// SplitX cuts the area into two beside each other, the left one w cells wide.
func (a Area) SplitX(w int) (left, right Area) {
	return a.Sub(0, 0, w, a.H), a.Sub(w, 0, a.W-w, a.H)
}

// Centre is a w × h area in the middle.
func (a Area) Centre(w, h int) Area {
	w, h = min(w, a.W), min(h, a.H)
	return a.Sub((a.W-w)/2, (a.H-h)/2, w, h)
}

// Text draws a text from x and gives the x after it. A wide character that does not fit is left off.
func (a Area) Text(x, y int, s string, st Style) int {
	if y < 0 || y >= a.H {
		return x + Width(s)
	}
	if plain(s) {
		for i := 0; i < len(s); i++ {
			a.put(x, y, s[i:i+1], 1, st)
			x++
		}
		return x
	}
	for s != "" {
		var k Cluster
		k, s = next(s)
		a.put(x, y, k.Shown, k.Width, st)
		x += k.Width
	}
	return x
}

func (a Area) put(x, y int, shown string, w int, st Style) {
	if x < 0 || x+w > a.W {
		if w == 2 && x >= 0 && x < a.W {
			a.c.set(a.X+x, a.Y+y, " ", 1, st)
		}
		return
	}
	a.c.set(a.X+x, a.Y+y, shown, w, st)
}

// Cut draws at most w cells of a text, with … where it is cut.
func (a Area) Cut(x, y, w int, s string, st Style) int { return a.Text(x, y, Cut(s, w), st) }

// Right draws a text so that it ends before x + w; it is cut on the right when longer.
func (a Area) Right(x, y, w int, s string, st Style) {
	s = Cut(s, w)
	a.Text(x+w-Width(s), y, s, st)
}

// Middle draws a text in the middle of a row.
func (a Area) Middle(y int, s string, st Style) { a.Text((a.W-Width(s))/2, y, Cut(s, a.W), st) }

// Fill blanks the area in a style.
func (a Area) Fill(st Style) {
	for y := range a.H {
		for x := range a.W {
			a.c.set(a.X+x, a.Y+y, " ", 1, st)
		}
	}
}

// Ground lays a background colour (and attributes) under what is drawn in the area.
func (a Area) Ground(st Style) {
	a.Restyle(func(s Style) Style {
		s.BG = st.BG
		s.Attr |= st.Attr
		if st.FG != Default {
			s.FG = st.FG
		}
		return s
	})
}

// Restyle changes the style of every cell.
func (a Area) Restyle(f func(Style) Style) {
	for y := range a.H {
		for x := range a.W {
			i := (a.Y+y)*a.c.w + a.X + x
			a.c.cells[i].style = f(a.c.cells[i].style)
		}
	}
}

// Repeat draws a one-cell text n times; as any text, in no row but the area's own.
func (a Area) Repeat(x, y, n int, s string, st Style) {
	if y < 0 || y >= a.H {
		return
	}
	for i := range n {
		a.put(x+i, y, s, 1, st)
	}
}

// At gives a place of the area in coordinates of the sheet, for the caret.
func (a Area) At(x, y int) (int, int) { return a.X + x, a.Y + y }

// Wrapped draws a text over as many rows as it needs, from row y on, and gives the row after it.
func (a Area) Wrapped(y int, s string, st Style) int {
	for _, line := range Wrap(s, a.W) {
		if y < a.H {
			a.Text(0, y, line, st)
		}
		y++
	}
	return y
}
