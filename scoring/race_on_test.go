//go:build race

package scoring_test

// slowdown is what the race detector may cost.
const slowdown = 20
