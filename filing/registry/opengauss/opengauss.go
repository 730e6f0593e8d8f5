// Package opengauss answers what a server of openGauss asks of whoever connects to it, and what the driver of PostgreSQL does not know. It sends
// no password and believes no server that asks for work without a bound. Start with [Answering].
package opengauss

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/md5"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"yice/seal"
	"yice/text"
)

// openGauss speaks the PostgreSQL protocol but asks for passwords in ways of its own, which the driver does not know: request 10
// (SHA256), 11 (MD5 over what SHA256 stores) and 13 (SM3). They are answered here, between the server and the driver, which
// then sees a connection that asked for nothing. Of the scheme (RFC 5802 with its own labels, as the drivers of openGauss have it):
//
//	K = PBKDF2-HMAC-SHA1(password, salt, iterations, 32 bytes)
//	client key = HMAC-SHA256(K, "Client Key"), stored key = SHA256 or SM3 of it
//	answer = hex(client key XOR HMAC-SHA256(stored key, token))
//
// A password that the server keeps as MD5 is asked for by request 10 too, with four bytes of salt, and answered by
//
//	"sha256" + hex(SHA256(hex(MD5(password, user)), salt))
//
// as the drivers of openGauss for Java and Go do. What a PostgreSQL server asks (MD5, SCRAM) the driver answers itself.
//
// The password itself is never sent. What is sent here was tried against constructed bytes, never against a server.

// The requests of openGauss, and how it keeps a password.
const (
	askedSHA256    = 10
	askedMD5SHA256 = 11
	askedSM3       = 13

	keptPlain, keptMD5, keptSHA256, keptSM3 = 0, 1, 2, 3
)

const (
	// oldIterations are those of servers that do not say how many; mostIterations bound what a hostile one may ask.
	oldIterations  = 2048
	mostIterations = 1_000_000
	saltHex        = 64
	tokenHex       = 8
	signatureHex   = 64
	saltMD5        = 4
	// largestGreeting bounds a message that comes before the connection stands.
	largestGreeting = 64 << 10
)

// Answering lets a connection answer what only openGauss asks.
func Answering(config *pgconn.Config) {
	config.AfterNetConnect = func(_ context.Context, c *pgconn.Config, conn net.Conn) (net.Conn, error) {
		return New(conn, c.User, c.Password), nil
	}
}

// New puts the answers between a server and the driver.
func New(server net.Conn, user, password string) net.Conn {
	return &greeted{Conn: server, user: user, password: password}
}

// greeted is a connection that answers such requests itself until the server has let it in; what comes then passes through.
type greeted struct {
	net.Conn
	user, password string
	ready          bytes.Buffer // for the driver
	in             bool
}

// Read gives the driver what is for it.
func (g *greeted) Read(p []byte) (int, error) {
	for !g.in && g.ready.Len() == 0 {
		if err := g.message(); err != nil {
			return 0, err
		}
	}
	if g.ready.Len() > 0 {
		return g.ready.Read(p)
	}
	return g.Conn.Read(p)
}

// message reads one message of the server: answers it, or leaves it to the driver.
func (g *greeted) message() error {
	head := make([]byte, 5)
	if _, err := io.ReadFull(g.Conn, head[:1]); err != nil {
		return err
	}
	if _, err := io.ReadFull(g.Conn, head[1:]); err != nil {
		return err
	}
	size := binary.BigEndian.Uint32(head[1:])
	if size < 4 || size > largestGreeting {
		return errors.New("registry: the server sends what is no message")
	}
	body := make([]byte, size-4)
	if _, err := io.ReadFull(g.Conn, body); err != nil {
		return err
	}
	if head[0] == 'R' && len(body) >= 4 {
		asked := binary.BigEndian.Uint32(body)
		if asked == askedSHA256 || asked == askedMD5SHA256 || asked == askedSM3 {
			return g.answer(asked, body[4:])
		}
		g.in = asked == 0
	} else {
		g.in = true
	}
	g.ready.Write(head)
	g.ready.Write(body)
	return nil
}

// answer sends what proves that the password is known.
func (g *greeted) answer(asked uint32, body []byte) error {
	if g.password == "" {
		return &text.Fault{Code: "registry.server-password", Class: text.Cannot, Say: text.RegistryServerPassword}
	}
	var proof string
	var err error
	if asked == askedMD5SHA256 {
		proof, err = md5Proof(g.password, body)
	} else if asked == askedSHA256 && len(body) == 4+saltMD5 && binary.BigEndian.Uint32(body) == keptMD5 {
		proof = keptProof(g.user, g.password, body[4:])
	} else {
		proof, err = proofOf(asked, g.password, body)
	}
	if err != nil {
		return err
	}
	out := append([]byte{'p'}, binary.BigEndian.AppendUint32(nil, uint32(4+len(proof)+1))...)
	out = append(append(out, proof...), 0)
	_, err = g.Conn.Write(out)
	return err
}

func strange(asked uint32) error {
	return &text.Fault{Code: "registry.server-asks", Class: text.Cannot, Say: text.RegistryServerAsks.With(int(asked))}
}

// proofOf answers requests 10 and 13: how the password is kept, salt, token, and then, by the age of the server, its signature or the
// number of iterations. A signature must be right: then the server knows the password too.
func proofOf(asked uint32, password string, body []byte) (string, error) {
	if len(body) < 4+saltHex+tokenHex {
		return "", strange(asked)
	}
	kept, rest := binary.BigEndian.Uint32(body), body[4:]
	stored := func(key []byte) []byte { sum := sha256.Sum256(key); return sum[:] }
	switch {
	case asked == askedSHA256 && (kept == keptPlain || kept == keptSHA256):
	case asked == askedSM3 && kept == keptSM3:
		stored = func(key []byte) []byte { sum := seal.SM3(key); return sum[:] }
	default:
		return "", strange(asked)
	}
	salt, token, tail := rest[:saltHex], rest[saltHex:saltHex+tokenHex], rest[saltHex+tokenHex:]
	iterations, signature := uint32(oldIterations), ""
	switch len(tail) {
	case 0:
	case 4:
		iterations = binary.BigEndian.Uint32(tail)
	case signatureHex:
		signature = string(tail)
	default:
		return "", strange(asked)
	}
	k, err := passwordKey(password, salt, iterations)
	if err != nil {
		return "", strange(asked)
	}
	nonce, err := hex.DecodeString(string(token))
	if err != nil {
		return "", strange(asked)
	}
	if signature != "" && !hmac.Equal([]byte(strings.ToLower(signature)), []byte(hex.EncodeToString(keyed256(keyed256(k, serverLabel), string(nonce))))) {
		return "", &text.Fault{Code: "registry.server-unproved", Class: text.Cannot, Say: text.RegistryServerUnproved}
	}
	client := keyed256(k, "Client Key")
	proof := keyed256(stored(client), string(nonce))
	for i := range proof {
		proof[i] ^= client[i]
	}
	return hex.EncodeToString(proof), nil
}

// keptProof answers request 10 for a password that the server keeps as MD5.
func keptProof(user, password string, salt []byte) string {
	kept := md5.Sum([]byte(password + user))
	sum := sha256.Sum256(append([]byte(hex.EncodeToString(kept[:])), salt...))
	return "sha256" + hex.EncodeToString(sum[:])
}

// serverLabel is spelled as openGauss spells it.
const serverLabel = "Sever Key"

// md5Proof answers request 11: MD5 over what the server stores of a SHA256 password, and four bytes of salt.
func md5Proof(password string, body []byte) (string, error) {
	if len(body) != saltHex+4 {
		return "", strange(askedMD5SHA256)
	}
	salt, last := body[:saltHex], body[saltHex:]
	k, err := passwordKey(password, salt, oldIterations)
	if err != nil {
		return "", strange(askedMD5SHA256)
	}
	stored := sha256.Sum256(keyed256(k, "Client Key"))
	row := string(salt) + hex.EncodeToString(keyed256(k, serverLabel)) + hex.EncodeToString(stored[:])
	sum := md5.Sum(append([]byte(row), last...))
	return "md5" + hex.EncodeToString(sum[:]), nil
}

func passwordKey(password string, salt []byte, iterations uint32) ([]byte, error) {
	if iterations == 0 || iterations > mostIterations {
		return nil, fmt.Errorf("registry: %d iterations", iterations)
	}
	raw, err := hex.DecodeString(string(salt))
	if err != nil {
		return nil, err
	}
	return pbkdf2.Key(sha1.New, password, raw, int(iterations), 32)
}

func keyed256(key []byte, s string) []byte {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(s))
	return h.Sum(nil)
}
