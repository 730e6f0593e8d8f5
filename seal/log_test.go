package seal_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"testing"

	"yice/seal"
)

func leavesOf(n int64) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for i := range n {
			if !yield(fmt.Appendf(nil, "entry %d", i), nil) {
				return
			}
		}
	}
}

// rfcRoot is the definition of RFC 6962, 2.1, as it stands there.
func rfcRoot(from, to int64) [32]byte {
	switch n := to - from; n {
	case 0:
		return sha256.Sum256(nil)
	case 1:
		return sha256.Sum256(fmt.Appendf([]byte{0}, "entry %d", from))
	default:
		k := int64(1)
		for k*2 < n {
			k *= 2
		}
		l, r := rfcRoot(from, from+k), rfcRoot(from+k, to)
		return sha256.Sum256(append(append([]byte{1}, l[:]...), r[:]...))
	}
}

// The root is that of the RFC at every size, and every earlier size is proved to every later one; nothing else is.
func TestALogIsARFC6962Tree(t *testing.T) {
	const most = 40
	logs := make([]seal.Log, most+1)
	tree := &seal.Tree{}
	for n := range int64(most + 1) {
		if logs[n] = tree.Log(); logs[n].Root != rfcRoot(0, n) || logs[n].Size != n {
			t.Fatalf("the root of %d entries is not the RFC's", n)
		}
		tree.Append(fmt.Appendf(nil, "entry %d", n))
	}
	for size := range int64(most + 1) {
		var earlier []int64
		for n := range size + 1 {
			earlier = append(earlier, n)
		}
		log, proved, err := seal.Consistency(size, earlier, leavesOf(size))
		if err != nil || log != logs[size] {
			t.Fatal(log, err)
		}
		for n, p := range proved {
			if p.Earlier() != logs[n] {
				t.Fatalf("of %d entries, what %d were is not %v", size, n, p.Earlier())
			}
			if err := seal.VerifyConsistency(p.Earlier(), log, p.Proof); err != nil {
				t.Fatalf("%d in %d: %v", n, size, err)
			}
			for _, wrong := range [][2]seal.Log{
				{{p.Size, seal.Node{1}}, log},
				{p.Earlier(), {log.Size, seal.Node{1}}},
				{{p.Size - 1, p.Root}, log},
				{p.Earlier(), {1 << 62, log.Root}},
			} {
				if wrong[0] == seal.EmptyLog() && wrong[1].Size != 1<<62 {
					continue // everything begins with nothing
				}
				if seal.VerifyConsistency(wrong[0], wrong[1], p.Proof) == nil {
					t.Fatalf("%v proved in %v", wrong[0], wrong[1])
				}
			}
			if seal.VerifyConsistency(p.Earlier(), log, append(p.Proof, seal.Node{})) == nil {
				t.Fatal("a proof with something behind it holds")
			}
			for i := range p.Proof {
				p.Proof[i][7] ^= 1
				if seal.VerifyConsistency(p.Earlier(), log, p.Proof) == nil {
					t.Fatal("a proof with another hash holds")
				}
				p.Proof[i][7] ^= 1
			}
		}
	}
}

func TestAnEntryIsProvedToBeInALog(t *testing.T) {
	const size = 37
	for at := range int64(size) {
		log, proof, err := seal.Inclusion(size, at, leavesOf(size))
		if err != nil {
			t.Fatal(err)
		}
		leaf := fmt.Appendf(nil, "entry %d", at)
		if err := seal.VerifyInclusion(log, at, leaf, proof); err != nil {
			t.Fatal(at, err)
		}
		if seal.VerifyInclusion(log, (at+1)%size, leaf, proof) == nil || seal.VerifyInclusion(log, at, []byte("another"), proof) == nil ||
			seal.VerifyInclusion(seal.Log{size, seal.Node{}}, at, leaf, proof) == nil || seal.VerifyInclusion(log, -1, leaf, proof) == nil {
			t.Fatal("proved what is not so")
		}
	}
}

// A hash has one spelling, and a log that is not as long as was said proves nothing.
func TestWhatALogRefuses(t *testing.T) {
	log := seal.EmptyLog()
	b, err := json.Marshal(log)
	if want := `{"size":0,"root":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}`; err != nil || string(b) != want {
		t.Fatal(string(b), err)
	}
	for _, root := range []string{"", "E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "e3", "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"} {
		if json.Unmarshal([]byte(`{"root":"`+root+`"}`), &log) == nil {
			t.Error("read:", root)
		}
	}
	if _, _, err := seal.Consistency(5, []int64{3}, leavesOf(4)); err == nil {
		t.Error("a short log proved something")
	}
	if _, _, err := seal.Consistency(5, []int64{6}, leavesOf(5)); err == nil {
		t.Error("a later size was proved")
	}
	if _, _, err := seal.Inclusion(5, 5, leavesOf(5)); err == nil {
		t.Error("an entry beyond the end was proved")
	}
}

// The proof of the newest entry is the one that a walk of the whole log finds.
func TestTheNewestEntryIsProvedWithoutAWalk(t *testing.T) {
	tree := &seal.Tree{}
	for n := range int64(70) {
		leaf := fmt.Appendf(nil, "entry %d", n)
		proof := tree.AppendProving(leaf)
		log, walked, err := seal.Inclusion(n+1, n, leavesOf(n+1))
		if err != nil || log != tree.Log() || !slices.Equal(walked, proof) {
			t.Fatalf("entry %d: %v %v, %v", n, proof, walked, err)
		}
		if seal.VerifyInclusion(tree.Log(), n, leaf, proof) != nil || n > 0 && seal.VerifyInclusion(tree.Log(), n-1, leaf, proof) == nil {
			t.Fatalf("entry %d is proved wrongly", n)
		}
	}
}
