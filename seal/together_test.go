package seal_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"yice/seal"
)

const togetherEnv = "YICE_SEAL_TOGETHER"

// eachEnrols is how many keys a program enrols.
const eachEnrols = 15

// TestMain is the other program, where it is asked to be one.
func TestMain(m *testing.M) {
	if name := os.Getenv(togetherEnv); name != "" {
		if err := enrolMany(seal.Trust{os.Args[len(os.Args)-1]}, name); err != nil {
			println(err.Error())
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func enrolMany(tr seal.Trust, name string) error {
	for i := range eachEnrols {
		k, err := seal.NewKey()
		if err != nil {
			return err
		}
		if _, err := tr.Enrol(seal.Holder{Name: name + strconv.Itoa(i), Role: seal.Deciding, Key: k.Public()}); err != nil {
			return err
		}
	}
	return nil
}

// Two programs change one folder at once, and a third reads it: nothing that one enrolled is lost, and no reader ever finds a
// folder that is half written, damaged, or has fewer keys than before.
func TestTwoProgramsChangeAFolderAtOnce(t *testing.T) {
	tr := trustIn(t)
	if err := os.MkdirAll(tr.Dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range 3 { // a folder of the first edition, which is taken over meanwhile
		if err := os.WriteFile(filepath.Join(tr.Dir, "old"+strconv.Itoa(i)+".pem"), newKey(t).Public().PEM(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	done := make(chan error, 2)
	for _, name := range []string{"甲", "乙"} {
		c := exec.Command(os.Args[0], tr.Dir)
		c.Env, c.Stderr = append(os.Environ(), togetherEnv+"="+name), os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		go func() { done <- c.Wait() }()
	}
	most, reads := 0, 0
	for running := 2; running > 0; {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			running--
		default:
			k, err := seal.OpenTrust(tr.Dir)
			if err != nil || len(k.Holders()) < most {
				t.Fatalf("after %d reads: %v, %d keys after %d", reads, err, len(k.Holders()), most)
			}
			most, reads = len(k.Holders()), reads+1
		}
	}
	if got := len(opened(t, tr).Holders()); got != 3+2*eachEnrols {
		t.Errorf("%d keys of %d", got, 3+2*eachEnrols)
	}
	if reads == 0 {
		t.Error("nobody read meanwhile")
	}
}

// A register goes out as the folder is: what another program changed after it was made stops it.
func TestARegisterIsOfWhatTheFolderSays(t *testing.T) {
	tr := trustIn(t)
	root := newKey(t).Public()
	enrol(t, tr, holder("国资委", seal.Issuing, root))
	r, err := tr.Issue(root, now)
	if err != nil {
		t.Fatal(err)
	}
	enrol(t, tr, holder("收件处", seal.Receipting, newKey(t).Public()))
	coded(t, "a register of what was", tr.Issued(r), "seal.register-changed")
	if again := issued(t, tr, root); again.Number != 1 || len(again.Holders) != 2 || bytes.Equal(again.Bytes(), r.Bytes()) {
		t.Errorf("%+v", again)
	}
}

// The regulator that one reports to is the pinned root; without one the only key that issues.
func TestWhomOneReportsTo(t *testing.T) {
	tr := trustIn(t)
	enrol(t, tr, holder("示例水务", seal.Filing, newKey(t).Public()))
	if k := opened(t, tr); k.Audience(now) != "" || k.HasIssuer() || k.Issues("") {
		t.Error("a regulator from nowhere")
	}
	first, second := newKey(t).Public(), newKey(t).Public()
	enrol(t, tr, holder("国资委", seal.Issuing, first))
	if k := opened(t, tr); k.Audience(now) != first.Fingerprint() || !k.Issues(first.Fingerprint()) || k.Issues(second.Fingerprint()) {
		t.Error("the only one that issues is not the regulator")
	}
	enrol(t, tr, holder("另一家国资委", seal.Issuing, second))
	if k := opened(t, tr); k.Audience(now) != "" || !k.Issues(second.Fingerprint()) {
		t.Error("of two, one was guessed")
	}
	issued(t, tr, second)
	if k := opened(t, tr); k.Audience(now) != second.Fingerprint() {
		t.Error("the pinned root is not the regulator")
	}
	var nobody *seal.Keyring
	if nobody.Audience(now) != "" || nobody.HasIssuer() || nobody.Issues("x") {
		t.Error("nobody's keys say something")
	}
	for s, is := range map[string]bool{
		first.Fingerprint(): true, "": false, "ABCD": false, "abcd-efgh-jkmn-pqrs-tvwx-yz01": false, "ABCD-EFGH-JKMN-PQRS-TVWX-YZ0I": false,
		"ABCD-EFGH-JKMN-PQRS-TVWX-YZ01": true, "ABCD-EFGH-JKMN-PQRS-TVWXYZ-01": false,
	} {
		if seal.IsFingerprint(s) != is {
			t.Errorf("%q: %v", s, !is)
		}
	}
}
