//go:build js && wasm

// Command verifier is what verifies in a page: package document, compiled for browsers. It adds nothing to a verdict. Two
// functions are its door:
//
//	yiceVerify(id, bytes, {"name", "basis"}, read) → a document, as JSON
//	yiceRows(id, form, from, words) → rows of a submission that was verified, as JSON
//
// What goes wrong is thrown as an Error.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"runtime/debug"
	"syscall/js"
	"time"

	"yice/filing/page/document"
)

const (
	// patience is how long a hostile file may keep the page busy.
	patience = 5 * time.Minute
	// roomForGarbage lets the heap grow to five times what is in use before it is swept: a page has one thread, and memory.
	roomForGarbage = 400
	// toldEvery so many bytes the page hears how far reading is.
	toldEvery = 1 << 19
)

func main() {
	debug.SetGCPercent(roomForGarbage)
	v := &verifier{open: make(map[int]*document.Opened)}
	js.Global().Set("yiceVerify", v.function(v.verify))
	js.Global().Set("yiceRows", v.function(v.rows))
	select {}
}

// verifier keeps what it verified, so that rows can be asked of it.
type verifier struct{ open map[int]*document.Opened }

// function wraps an answer: JSON, or an Error that JavaScript throws.
func (v *verifier) function(answer func(ctx context.Context, a []js.Value) (any, error)) js.Func {
	return js.FuncOf(func(_ js.Value, a []js.Value) any {
		ctx, stop := context.WithTimeout(context.Background(), patience)
		defer stop()
		said, err := answer(ctx, a)
		if err == nil {
			var content []byte
			if content, err = json.Marshal(said); err == nil {
				return js.Global().Get("Promise").Call("resolve", string(content))
			}
		}
		return js.Global().Get("Promise").Call("reject", js.Global().Get("Error").New(err.Error()))
	})
}

func (v *verifier) verify(ctx context.Context, a []js.Value) (any, error) {
	var asked struct {
		Name  string         `json:"name"`
		Basis document.Basis `json:"basis"`
	}
	if err := json.Unmarshal([]byte(a[2].String()), &asked); err != nil {
		return nil, err
	}
	content := &carried{bytes: a[1], size: int64(a[1].Get("length").Int()), tell: a[3]}
	opened, err := document.Of(ctx, content, content.size, asked.Name, asked.Basis, time.Now())
	if err != nil {
		return nil, err
	}
	v.open[a[0].Int()] = opened
	return opened.Document, nil
}

func (v *verifier) rows(ctx context.Context, a []js.Value) (any, error) {
	opened := v.open[a[0].Int()]
	if opened == nil {
		return nil, errors.New("no such submission")
	}
	return opened.Rows(ctx, a[1].String(), int64(a[2].Int()), a[3].String())
}

// carried reads the bytes where JavaScript has them, and tells how far it came.
type carried struct {
	bytes     js.Value
	size      int64
	tell      js.Value
	far, told int64
}

func (c *carried) ReadAt(p []byte, at int64) (int, error) {
	if at < 0 || at >= c.size {
		return 0, io.EOF
	}
	end := min(c.size, at+int64(len(p)))
	n := js.CopyBytesToGo(p, c.bytes.Call("subarray", at, end))
	c.far = max(c.far, end)
	if c.far-c.told >= toldEvery && !nearEnd(at, c.size) {
		c.told = c.far
		c.tell.Invoke(c.far)
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// nearEnd reports whether a place is in the directory of the archive, which is read first and says nothing of how far.
func nearEnd(at, size int64) bool { return at > size-1<<16 }
