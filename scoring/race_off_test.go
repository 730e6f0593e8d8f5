//go:build !race

package scoring_test

const slowdown = 1
