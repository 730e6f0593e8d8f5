package xlsx

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"slices"

	"yice/text"
)

// merges are the merged blocks of one column and several rows: a text in one stands for each of its rows. Figures do not:
// an amount over three lines is one amount. Blocks over several columns are titles and are left alone.
type merges struct {
	blocks []block // by their first row
	next   int
	open   []openBlock
}

type openBlock struct {
	block
	text []byte
}

// readMerges goes through a sheet for its merged blocks, which stand behind its rows.
func (b *Book) readMerges(part string) (*merges, error) {
	r, err := b.stream(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	m := &merges{}
	rest, err := seekMerges(r)
	if err != nil {
		return nil, err
	}
	x := newScanner(rest)
	for {
		err := x.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if name, closing := x.name(); closing || string(name) != "mergeCell" {
			continue
		}
		block, ok := parseBlock(x.attr("ref"))
		if ok && block.left == block.right && block.bottom > block.top && block.left < MaxColumns {
			m.blocks = append(m.blocks, block)
		}
		if len(m.blocks) > maxMerges {
			return nil, refuse("workbook-limits", text.FilingWorkbookLimits, nil)
		}
	}
	slices.SortFunc(m.blocks, func(a, b block) int { return cmp.Or(a.top-b.top, a.left-b.left) })
	return m, nil
}

// seekMerges passes over the rows, which are most of a sheet, without taking them apart. It gives what begins at the list
// of blocks, nothing where there is none.
func seekMerges(r io.Reader) (io.Reader, error) {
	list := []byte("mergeCells")
	buf := make([]byte, 256<<10)
	kept := 0
	for {
		n, err := r.Read(buf[kept:])
		if i := bytes.Index(buf[:kept+n], list); i >= 0 {
			return io.MultiReader(bytes.NewReader([]byte("<")), bytes.NewReader(bytes.Clone(buf[i:kept+n])), r), nil
		}
		switch {
		case errors.Is(err, io.EOF):
			return bytes.NewReader(nil), nil
		case err != nil:
			return nil, err
		}
		total := kept + n
		kept = min(total, len(list)-1)
		copy(buf, buf[total-kept:total])
	}
}

// again begins to read from the top.
func (m *merges) again() *merges { return &merges{blocks: m.blocks} }

// saw remembers the text of a block's first cell.
func (m *merges) saw(row, col int, content []byte) {
	for ; m.next < len(m.blocks) && m.blocks[m.next].top < row; m.next++ {
		// its first row held nothing
	}
	for i := m.next; i < len(m.blocks) && m.blocks[i].top == row; i++ {
		if m.blocks[i].left == col {
			m.open = append(m.open, openBlock{m.blocks[i], slices.Clone(content)})
		}
	}
}

// into puts the texts of open blocks into a row where it has nothing.
func (m *merges) into(row int, cells [][]byte) [][]byte {
	if len(m.open) == 0 {
		return cells
	}
	m.open = slices.DeleteFunc(m.open, func(o openBlock) bool { return o.bottom < row })
	if len(cells) == 0 {
		return cells // a blank row stays blank
	}
	for _, o := range m.open {
		for len(cells) <= o.left {
			cells = append(cells, nil)
		}
		if len(cells[o.left]) == 0 {
			cells[o.left] = o.text
		}
	}
	return cells
}
