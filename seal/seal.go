// Package seal holds digests, keys, signatures and envelopes. It knows nothing of forms.
//
// SM2, SM3 and SM4 come from github.com/emmansun/gmsm, which is not a certified cryptographic product; whoever needs one
// puts it here. Signatures are SM2 over SM3 with the identity "1234567812345678", DER, and can be checked with OpenSSL 3:
//
//	openssl dgst -sm3 -verify signer.pem -sigopt distid:1234567812345678 -signature manifest.sm2sig manifest.sha256
//
// It must never print or log a private key, and never write one over a file that is there.
// Start with [NewKey], [Key.Sign] and [PublicKey.Verify]; [Trust] is a folder of keys with names.
package seal

import (
	"errors"
	"io/fs"

	"yice/text"
)

// identity is the signer's id that SM2 mixes into the digest: the default of GB/T 35276, and what OpenSSL is told as distid.
var identity = []byte("1234567812345678")

func fault(code string, say text.Pair, err error) *text.Fault {
	return &text.Fault{Code: code, Class: text.Cannot, Say: say, Err: err}
}

func cannotRead(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fault("seal.no-file", text.SealNoFile.With(path), nil)
	}
	return fault("seal.cannot-read", text.SealCannotRead.With(path), err)
}
