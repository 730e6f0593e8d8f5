// Package seal holds digests, keys, signatures and manifests. It knows nothing of forms.
//
// SM2 and SM3 come from github.com/emmansun/gmsm, which is not a certified cryptographic product; whoever needs one puts it here.
package seal

import "hash"

// SM3 gives the SM3 digest of data. NewSM3 gives a running one.
func SM3(data []byte) [32]byte { panic("not written") }
func NewSM3() hash.Hash        { panic("not written") }
