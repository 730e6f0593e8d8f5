package rooms_test

import (
	"encoding/binary"
	"io"
	"net"
	"strings"
	"testing"

	"yice/filing/registry/opengauss"
)

// The answers were reckoned outside of this program, by another language's PBKDF2, HMAC and SM3, from the same password and salt.
const (
	gaussPassword = "Gauss@123"
	gaussSalt     = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
	gaussToken    = "0a1b2c3d"
	gaussServer   = "1fc820a42c7db34b1a0078ab15966bef8355803e010daeb9ac970bc62d5577fe"
)

func word(n uint32) string { return string(binary.BigEndian.AppendUint32(nil, n)) }

// greet lets a made-up server send one request and gives what comes back, and what the driver then reads.
func greet(t *testing.T, password, request string) (answer, driver string, err error) {
	t.Helper()
	server, client := net.Pipe()
	defer server.Close()
	g := opengauss.New(client, "sasac", password)
	const letIn = "R\x00\x00\x00\x08\x00\x00\x00\x00"
	done := make(chan string, 1)
	go func() {
		defer close(done)
		defer server.Close()
		if _, err := io.WriteString(server, "R"+word(uint32(4+len(request)))+request); err != nil {
			return
		}
		head := make([]byte, 5)
		if _, err := io.ReadFull(server, head); err != nil || head[0] != 'p' {
			return
		}
		body := make([]byte, binary.BigEndian.Uint32(head[1:])-4)
		if _, err := io.ReadFull(server, body); err == nil {
			done <- string(body)
			_, _ = io.WriteString(server, letIn+"Z\x00\x00\x00\x05I")
		}
	}()
	got := make([]byte, 64)
	n := 0
	for n < len(letIn)+6 && err == nil {
		var m int
		m, err = g.Read(got[n:])
		n += m
	}
	client.Close()
	return <-done, string(got[:n]), err
}

func TestWhatOpenGaussAsksIsAnswered(t *testing.T) {
	for name, c := range map[string]struct{ request, answer string }{
		"SHA256, with iterations":   {word(10) + word(2) + gaussSalt + gaussToken + word(10000), "85968134c962caa60041b59108b3f7ee6c3659d13f67e815a59aec11f91d27fe"},
		"SHA256, without":           {word(10) + word(2) + gaussSalt + gaussToken, "9d04b994b82a03775c358c3895a95e44e1877d170f4a6377ec43a7fe8bf05935"},
		"SHA256, with a signature":  {word(10) + word(0) + gaussSalt + gaussToken + gaussServer, "9d04b994b82a03775c358c3895a95e44e1877d170f4a6377ec43a7fe8bf05935"},
		"SM3":                       {word(13) + word(3) + gaussSalt + gaussToken + word(10000), "4ef627cb1a584175d3cac4eed09e26acea9666f9e58128c974c1b4fa2100797b"},
		"kept as MD5":               {word(10) + word(1) + "\x01\x02\x03\x04", "sha25607f7be6aeaeecb25874bff71ebc43944088edf0721f2857fc4ea43eb30e38ea9"},
		"MD5 over what SHA256 kept": {word(11) + gaussSalt + "\x01\x02\x03\x04", "md5a3102c1123fcfb736714ff2e78d136c3"},
	} {
		answer, driver, err := greet(t, gaussPassword, c.request)
		if err != nil || answer != c.answer+"\x00" {
			t.Errorf("%s: %q, want %q: %v", name, answer, c.answer, err)
		}
		if driver != "R\x00\x00\x00\x08\x00\x00\x00\x00Z\x00\x00\x00\x05I" {
			t.Errorf("%s: the driver reads %q", name, driver)
		}
		if strings.Contains(answer, gaussPassword) {
			t.Errorf("%s: the password was sent", name)
		}
	}
}

func TestWhatIsNoRequestOfOpenGaussIsRefused(t *testing.T) {
	wrong := "f" + gaussServer[1:]
	for name, c := range map[string]struct{ password, request string }{
		"no password":                     {"", word(10) + word(2) + gaussSalt + gaussToken + word(10000)},
		"a billion iterations":            {gaussPassword, word(10) + word(2) + gaussSalt + gaussToken + word(1_000_000_000)},
		"no iterations":                   {gaussPassword, word(10) + word(2) + gaussSalt + gaussToken + word(0)},
		"a salt that is none":             {gaussPassword, word(10) + word(2) + strings.Repeat("z", 64) + gaussToken + word(1)},
		"too short":                       {gaussPassword, word(10) + word(2) + gaussSalt},
		"a server that does not know it":  {gaussPassword, word(10) + word(2) + gaussSalt + gaussToken + wrong},
		"kept as MD5, with another salt":  {gaussPassword, word(10) + word(1) + gaussSalt + gaussToken},
		"SM3 that is kept as MD5":         {gaussPassword, word(13) + word(1) + "\x01\x02\x03\x04"},
		"SM3 that is kept as SHA256":      {gaussPassword, word(13) + word(2) + gaussSalt + gaussToken + word(1)},
		"MD5 with something behind it":    {gaussPassword, word(11) + gaussSalt + "\x01\x02\x03\x04\x05"},
		"something of an unheard-of size": {gaussPassword, word(10) + word(2) + strings.Repeat("0", 70_000)},
	} {
		if answer, _, err := greet(t, c.password, c.request); err == nil || answer != "" {
			t.Errorf("%s was answered: %q", name, answer)
		}
	}
}
