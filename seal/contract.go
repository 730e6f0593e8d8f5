// Package seal holds digests, keys, signatures and manifests. It knows nothing of forms.
//
// SM2 and SM3 come from github.com/emmansun/gmsm, which is not a certified cryptographic product; whoever needs one puts it here.
package seal
