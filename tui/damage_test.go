package tui

import (
	"bytes"
	"os"
	"testing"
	"time"
)

// Damage that nobody has touched yet is told behind the first screen, and the word of it stays above every screen.
func TestDamageIsToldBehindTheFirstScreen(t *testing.T) {
	t.Parallel()
	d := at(t, 100, 30)
	d.run(d.m.desk.check(time.Millisecond))
	d.settle()
	d.misses("文件有损坏")

	f, err := os.OpenFile(d.path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	if _, err := f.WriteAt(bytes.Repeat([]byte{0xa5}, 4*page), st.Size()/page/2*page); err != nil {
		t.Fatal(err)
	}
	d.run(d.m.desk.check(time.Millisecond))
	d.settle()
	d.sees("文件有损坏", "恢复")
	d.press("esc").sees("文件有损坏")
	if d.quit {
		t.Error("it quits although nobody said so")
	}
}
