package seal

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"

	"github.com/emmansun/gmsm/pkcs"
	"github.com/emmansun/gmsm/sm2"
)

// Keys as DER: the shapes of RFC 5280 (SubjectPublicKeyInfo), 5958 (PKCS#8) and 5915 (the private key of a curve), for SM2 alone, as
// GB/T 35276 and OpenSSL write them. gmsm's own readers know a dozen kinds of keys more and bring a megabyte of them into the program
// and into the page; what reads the curve, the ciphers and the passphrase is gmsm's here too.

var (
	oidCurveKey = asn1.ObjectIdentifier{1, 2, 840, 10045, 2, 1}
	oidSM2      = asn1.ObjectIdentifier{1, 2, 156, 10197, 1, 301}

	errNotSM2 = errors.New("not an SM2 key")
)

type curve struct {
	Kind  asn1.ObjectIdentifier
	Named asn1.ObjectIdentifier
}

func (c curve) isSM2() bool { return c.Kind.Equal(oidCurveKey) && c.Named.Equal(oidSM2) }

// A publicInfo is RFC 5280's SubjectPublicKeyInfo.
type publicInfo struct {
	Curve curve
	Point asn1.BitString
}

func marshalPublic(k *ecdsa.PublicKey) ([]byte, error) {
	p, err := sm2.PublicKeyToECDH(k)
	if err != nil {
		return nil, err
	}
	point := p.Bytes()
	return asn1.Marshal(publicInfo{curve{oidCurveKey, oidSM2}, asn1.BitString{Bytes: point, BitLength: 8 * len(point)}})
}

// parsePublic takes the one spelling of a key: a changed byte is another key or none.
func parsePublic(der []byte) (*ecdsa.PublicKey, error) {
	var info publicInfo
	if rest, err := asn1.Unmarshal(der, &info); err != nil || len(rest) > 0 || !info.Curve.isSM2() {
		return nil, errNotSM2
	}
	k, err := sm2.NewPublicKey(info.Point.RightAlign())
	if err != nil {
		return nil, err
	}
	if again, err := marshalPublic(k); err != nil || !bytes.Equal(again, der) {
		return nil, errNotSM2
	}
	return k, nil
}

// A privateInfo is RFC 5958's OneAsymmetricKey.
type privateInfo struct {
	Version    int
	Curve      curve
	Key        []byte        // the DER of a curveKey
	Attributes asn1.RawValue `asn1:"optional,tag:0"`
	Public     asn1.RawValue `asn1:"optional,tag:1"`
}

// A curveKey is RFC 5915's ECPrivateKey.
type curveKey struct {
	Version int
	Secret  []byte
	Named   asn1.ObjectIdentifier `asn1:"optional,explicit,tag:0"`
	Public  asn1.BitString        `asn1:"optional,explicit,tag:1"`
}

// An encryptedInfo is RFC 5958's EncryptedPrivateKeyInfo.
type encryptedInfo struct {
	How  pkix.AlgorithmIdentifier
	What []byte
}

// marshalPrivate gives PKCS#8, under box where there is a password.
func marshalPrivate(k *sm2.PrivateKey, password []byte, box pkcs.PBESEncrypter) ([]byte, error) {
	public, err := marshalPublic(&k.PublicKey)
	if err != nil {
		return nil, err
	}
	var info publicInfo
	if _, err := asn1.Unmarshal(public, &info); err != nil {
		return nil, err
	}
	inner, err := asn1.Marshal(curveKey{Version: 1, Secret: k.D.FillBytes(make([]byte, 32)), Named: oidSM2, Public: info.Point})
	if err != nil {
		return nil, err
	}
	plain, err := asn1.Marshal(struct {
		Version int
		Curve   curve
		Key     []byte
	}{0, curve{oidCurveKey, oidSM2}, inner})
	if err != nil || password == nil {
		return plain, err
	}
	how, what, err := box.Encrypt(rand.Reader, password, plain)
	if err != nil {
		return nil, err
	}
	return asn1.Marshal(encryptedInfo{*how, what})
}

// parsePrivate reads an unencrypted PKCS#8 key. Where the file has the public half too it must be that of the secret.
func parsePrivate(der []byte) (*sm2.PrivateKey, error) {
	var info privateInfo
	if rest, err := asn1.Unmarshal(der, &info); err != nil || len(rest) > 0 || !info.Curve.isSM2() {
		return nil, errNotSM2
	}
	var inner curveKey
	if rest, err := asn1.Unmarshal(info.Key, &inner); err != nil || len(rest) > 0 || inner.Version != 1 || inner.Named != nil && !inner.Named.Equal(oidSM2) {
		return nil, errNotSM2
	}
	secret := inner.Secret
	if n := len(secret); n < 32 { // some write it without its leading zeros
		secret = append(make([]byte, 32-n), secret...)
	}
	k, err := sm2.NewPrivateKey(secret)
	if err != nil {
		return nil, err
	}
	if inner.Public.BitLength > 0 {
		if p, err := sm2.NewPublicKey(inner.Public.RightAlign()); err != nil || !p.Equal(&k.PublicKey) {
			return nil, errNotSM2
		}
	}
	return k, nil
}

// parseEncrypted reads an encrypted PKCS#8 key: PBES2 as OpenSSL and GM/T 0091 have it, and PBES1 of old files.
func parseEncrypted(der, password []byte) (*sm2.PrivateKey, error) {
	var info encryptedInfo
	if rest, err := asn1.Unmarshal(der, &info); err != nil || len(rest) > 0 {
		return nil, errNotSM2
	}
	var plain []byte
	var err error
	switch {
	case pkcs.IsPBES2(info.How) || pkcs.IsSMPBES(info.How):
		var params pkcs.PBES2Params
		if _, err := asn1.Unmarshal(info.How.Parameters.FullBytes, &params); err != nil {
			return nil, err
		}
		plain, _, err = params.Decrypt(password, info.What)
	case pkcs.IsPBES1(info.How):
		plain, _, err = (&pkcs.PBES1{Algorithm: info.How}).Decrypt(password, info.What)
	default:
		return nil, errNotSM2
	}
	if err != nil {
		return nil, err
	}
	return parsePrivate(plain)
}
