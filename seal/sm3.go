package seal

import (
	"hash"

	"github.com/emmansun/gmsm/sm3"
)

// SM3 gives the SM3 digest (GB/T 32905-2016) of data.
func SM3(data []byte) [32]byte { return sm3.Sum(data) }

// NewSM3 gives a running SM3 digest.
func NewSM3() hash.Hash { return sm3.New() }
