package store

import (
	"context"
	"math"
)

// vector is a list of row numbers; four bytes each as long as they fit.
type vector struct {
	small []uint32
	large []int64
}

func (v *vector) add(row int64) {
	if v.large == nil && row <= math.MaxUint32 {
		v.small = append(v.small, uint32(row))
		return
	}
	if v.large == nil {
		v.large = make([]int64, len(v.small), len(v.small)+1024)
		for i, r := range v.small {
			v.large[i] = int64(r)
		}
		v.small = nil
	}
	v.large = append(v.large, row)
}

func (v *vector) len() int { return len(v.small) + len(v.large) }

func (v *vector) at(i int) int64 {
	if v.large != nil {
		return v.large[i]
	}
	return int64(v.small[i])
}

// sifted is how many rows are looked through at a time: so often progress is told and ctx asked.
const sifted = 1 << 13

// sift goes through the rows in their order.
func (v *View) sift(ctx context.Context, c *conn, ids *vector, of int64, progress func(done, of int64)) error {
	cond, args, err := v.condition(c)
	if err != nil {
		return err
	}
	next := "SELECT _ord FROM " + v.t.name + " WHERE _book=? AND _ord>=? ORDER BY _ord LIMIT 1 OFFSET ?"
	from, done := int64(0), int64(0)
	for from < math.MaxInt64 {
		to, err := c.number(next, v.b.ID, from, sifted)
		if err != nil {
			return err
		}
		if to == 0 {
			to = math.MaxInt64
		}
		k, err := c.query(ctx, "SELECT _row FROM "+v.t.name+" WHERE _book=? AND _ord>=? AND _ord<? AND "+cond+" ORDER BY _ord",
			append([]any{v.b.ID, from, to}, args...)...)
		if err != nil {
			return err
		}
		for k.next() {
			ids.add(k.int(0))
		}
		if k.err != nil {
			return k.err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		from, done = to, min(done+sifted, of)
		progress(done, of)
	}
	return nil
}

func (v *View) sort(ctx context.Context, c *conn, ids *vector, of int64, progress func(done, of int64)) error {
	cond, args, err := v.condition(c)
	if err != nil {
		return err
	}
	by, err := v.t.orderBy(v.q)
	if err != nil {
		return err
	}
	if cond == "1" {
		ids.small = make([]uint32, 0, of)
	}
	k, err := c.once(ctx, "SELECT _row FROM "+v.t.name+" WHERE _book=? AND "+cond+" ORDER BY "+by, append([]any{v.b.ID}, args...)...)
	if err != nil {
		return err
	}
	defer k.close()
	for n := int64(1); k.next(); n++ {
		ids.add(k.int(0))
		if n%sifted == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			progress(n, of)
		}
	}
	return k.err
}

func (v *View) condition(c *conn) (string, []any, error) {
	ids, err := v.w.identities(c, v.b.ID)
	if err != nil {
		return "", nil, err
	}
	cond, args, err := v.t.filter(v.q, ids)
	if cond == "" {
		cond = "1"
	}
	return cond, args, err
}
