package kit

// Share gives the columns of a line the room that each wants. Where there is not enough for all, the widest give way first, down
// to one another's width: what is short is never cut for the sake of what is long.
func Share(room int, want ...int) []int {
	out := append([]int(nil), want...)
	for {
		widest, sum := 0, 0
		for i, w := range out {
			sum += w
			if w > out[widest] {
				widest = i
			}
		}
		if len(out) == 0 || sum <= room || out[widest] <= 1 {
			return out
		}
		out[widest]--
	}
}
