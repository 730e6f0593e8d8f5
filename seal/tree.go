package seal

import (
	"iter"
	"slices"

	"golang.org/x/mod/sumdb/tlog"
)

// Tree grows over the leaves of a log, which are walked once, and holds no more of them than the right edge: some twenty
// hashes. What a proof will need is worked out before the walk and kept when it comes by. So nothing is stored for it, and
// nothing that is stored can lie.
type Tree struct {
	size int64
	edge []tlog.Hash         // roots of the whole subtrees, the largest first
	kept map[int64]tlog.Hash // by tlog's index of stored hashes: what proofs need
}

// Append adds the next entry.
func (t *Tree) Append(leaf []byte) {
	h := tlog.RecordHash(leaf)
	level, n := 0, t.size
	t.keep(level, n, h)
	for ; n&1 == 1; n >>= 1 {
		last := len(t.edge) - 1
		h, t.edge = tlog.NodeHash(t.edge[last], h), t.edge[:last]
		level++
		t.keep(level, n>>1, h)
	}
	t.edge = append(t.edge, h)
	t.size++
}

// AppendProving adds the next entry and gives the proof that the log has it as its newest: the roots of the whole subtrees
// before it, the smallest first.
func (t *Tree) AppendProving(leaf []byte) []Node {
	before := slices.Clone(t.edge)
	slices.Reverse(before)
	t.Append(leaf)
	return nodesOf(before)
}

func (t *Tree) keep(level int, n int64, h tlog.Hash) {
	if len(t.kept) == 0 {
		return
	}
	at := tlog.StoredHashIndex(level, n)
	if _, ok := t.kept[at]; ok {
		t.kept[at] = h
	}
}

// Size is how many entries have been walked.
func (t *Tree) Size() int64 { return t.size }

// Log is what the history was when it had the entries walked so far.
func (t *Tree) Log() Log {
	if t.size == 0 {
		root, _ := tlog.TreeHash(0, nil)
		return Log{0, Node(root)}
	}
	last := len(t.edge) - 1
	h := t.edge[last]
	for i := last - 1; i >= 0; i-- {
		h = tlog.NodeHash(t.edge[i], h)
	}
	return Log{t.size, Node(h)}
}

// need notes what a proof will read.
func (t *Tree) need(prove func(tlog.HashReader) error) error {
	if t.kept == nil {
		t.kept = map[int64]tlog.Hash{}
	}
	return prove(tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		for _, at := range indexes {
			t.kept[at] = tlog.Hash{}
		}
		return make([]tlog.Hash, len(indexes)), nil
	}))
}

// ReadHashes gives what was kept.
func (t *Tree) read() tlog.HashReader {
	return tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, at := range indexes {
			hashes[i] = t.kept[at]
		}
		return hashes, nil
	})
}

// walk appends all leaves, which must be as many as was said.
func (t *Tree) walk(size int64, leaves iter.Seq2[[]byte, error]) error {
	for leaf, err := range leaves {
		if err != nil {
			return err
		}
		t.Append(leaf)
	}
	if t.size != size {
		return errLogSize
	}
	return nil
}

// Consistency walks a log of a size once and proves that it begins with what it was at each of the earlier sizes.
func Consistency(size int64, earlier []int64, leaves iter.Seq2[[]byte, error]) (Log, []Extension, error) {
	t := &Tree{}
	for _, n := range earlier {
		if n < 0 || n > size || size > mostEntries {
			return Log{}, nil, errLogSize
		}
		if n == 0 {
			continue
		}
		for _, ask := range []func(tlog.HashReader) error{
			func(r tlog.HashReader) error { _, err := tlog.ProveTree(size, n, r); return err },
			func(r tlog.HashReader) error { _, err := tlog.TreeHash(n, r); return err },
		} {
			if err := t.need(ask); err != nil {
				return Log{}, nil, err
			}
		}
	}
	if err := t.walk(size, leaves); err != nil {
		return Log{}, nil, err
	}
	proved := make([]Extension, len(earlier))
	for i, n := range earlier {
		proved[i] = Extension{Size: n, Root: EmptyLog().Root, Proof: []Node{}}
		if n == 0 {
			continue
		}
		root, err := tlog.TreeHash(n, t.read())
		if err != nil {
			return Log{}, nil, err
		}
		proof, err := tlog.ProveTree(size, n, t.read())
		if err != nil {
			return Log{}, nil, err
		}
		proved[i].Root, proved[i].Proof = Node(root), nodesOf(proof)
	}
	return t.Log(), proved, nil
}

// Inclusion walks a log of a size once and proves which leaf it has at a place, counted from 0.
func Inclusion(size, at int64, leaves iter.Seq2[[]byte, error]) (Log, []Node, error) {
	if at < 0 || at >= size || size > mostEntries {
		return Log{}, nil, errLogSize
	}
	t := &Tree{}
	if err := t.need(func(r tlog.HashReader) error { _, err := tlog.ProveRecord(size, at, r); return err }); err != nil {
		return Log{}, nil, err
	}
	if err := t.walk(size, leaves); err != nil {
		return Log{}, nil, err
	}
	proof, err := tlog.ProveRecord(size, at, t.read())
	return t.Log(), nodesOf(proof), err
}
