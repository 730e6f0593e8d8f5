package filing

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/entry"
	"yice/filing/submission"
	"yice/form"
	"yice/internal/effort"
	"yice/seal"
	"yice/text"
)

// keyFile makes a signing key for a test.
func keyFile(t testing.TB) (path string, k *seal.Key) {
	t.Helper()
	k, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "key.pem")
	if err := seal.WriteKey(path, k, ""); err != nil {
		t.Fatal(err)
	}
	return path, k
}

// explainAll writes a reason for whatever wants one.
func explainAll(t testing.TB, s *entry.Session) {
	t.Helper()
	if err := s.CheckDeep(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, f := range s.Findings() {
		if f.Severity == form.Must {
			t.Fatalf("the example has a 强制性 finding: %s %s", entry.FindingID(f), f.Message)
		}
		if !f.Explained {
			if err := s.Reason(entry.FindingID(f), "该项支出包含跨年度设备采购合同，附件为合同复印件"); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func sealedAt(at string) func() time.Time {
	now, err := time.Parse(time.RFC3339, at)
	if err != nil {
		panic(err)
	}
	return func() time.Time { return now }
}

// nobodySigned is why the examples are sealed without sign-offs.
const nobodySigned = "示例企业没有签字人，封存仅供核对程序"

func submit(t testing.TB, s *entry.Session, o SubmitOptions) (string, Receipt) {
	t.Helper()
	explainAll(t, s)
	if o.Now == nil {
		o.Now = sealedAt("2024-01-20T09:00:00+08:00")
	}
	if o.Unsigned == "" {
		o.Unsigned = nobodySigned
	}
	path := filepath.Join(t.TempDir(), "out.zip")
	r, err := Submit(context.Background(), s, path, o)
	if err != nil {
		t.Fatal(err)
	}
	return path, r
}

func verify(t testing.TB, path string, o VerifyOptions) *Verification {
	t.Helper()
	v, err := Verify(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

func TestASubmissionVerifiesAndLocks(t *testing.T) {
	s := golden(t)
	key, k := keyFile(t)
	path, r := submit(t, s, SubmitOptions{Key: key, Who: "示例乙"})
	v := verify(t, path, VerifyOptions{})
	if !v.OK || v.Signer != k.Public().Fingerprint() || v.Enterprise != waterUSCC || v.Year != goldenYear || v.Files == 0 {
		t.Fatalf("%s", v.JSON(text.ZH))
	}
	if got := v.Submission.Sheet.Innovation.Confirmed.String(); got != "82.58" {
		t.Errorf("scored again: %s", got)
	}
	if r.Serial != waterUSCC+"-2023-01" || r.Replaces != "" || r.Rows == 0 {
		t.Errorf("%+v", r)
	}
	if !s.Locked() {
		t.Error("the year is open")
	}
	if _, err := ImportFiles(context.Background(), s, form.ByID("annual"), []string{file(t, "annual.csv", "revenue\n1\n")}, ImportOptions{}); err == nil {
		t.Error("an import went into a sealed year")
	}

	known := newRegulator(t)
	if v := verify(t, path, VerifyOptions{Trust: known.trust}); v.OK || v.Identity != "unknown" || !v.Has("identity.unknown") {
		t.Errorf("a stranger's signature is trusted: %s", v.JSON(text.ZH))
	}
	known.enrol(t, seal.Holder{Name: "示例水务二号", Role: seal.Filing, USCC: waterUSCC, Key: k.Public()})
	if v := verify(t, path, VerifyOptions{Trust: known.trust}); !v.OK || v.Identity != "trusted" || v.Signer != "示例水务二号" {
		t.Errorf("%s", v.JSON(text.ZH))
	}
}

func mustKey(t testing.TB) *seal.Key {
	t.Helper()
	k, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestSealingWaitsForTheFindings(t *testing.T) {
	s := golden(t)
	if r := importText(t, s, "patent", "number,title\n202110253000.2,\n", ImportOptions{BlankErases: true}); r.Changed != 1 {
		t.Fatal("the patent kept its title")
	}
	_, err := Submit(context.Background(), s, filepath.Join(t.TempDir(), "out.zip"), SubmitOptions{})
	var f *text.Fault
	if !asFault(err, &f) || f.Code != "filing.not-ready" || f.Class != text.Findings {
		t.Fatalf("%v", err)
	}
	unmet := Prerequisites(s)[0]
	if unmet.ID != "must" || unmet.OK || !unmet.Need {
		t.Errorf("%+v", unmet)
	}
	// What is lacking is not worded as if it were so.
	for _, p := range Prerequisites(s) {
		if !p.OK && (p.Say == text.FilingNeedMust || p.Say == text.FilingNeedVerify || p.Say == text.FilingNeedIssued) {
			t.Errorf("%s is lacking and says %q", p.ID, p.Say.ZH)
		}
	}
}

func TestSealedTwiceDiffersInTheSealAlone(t *testing.T) {
	key, _ := keyFile(t)
	s := golden(t)
	first, r1 := submit(t, s, SubmitOptions{Key: key})
	second, r2 := submit(t, s, SubmitOptions{Key: key, Now: sealedAt("2024-02-01T00:00:00+08:00")})
	if r2.Replaces != r1.Serial || r2.Serial == r1.Serial {
		t.Errorf("%+v then %+v", r1, r2)
	}
	a, b := parts(t, read(t, first)), parts(t, read(t, second))
	for name := range a {
		if a[name] == b[name] {
			continue
		}
		switch name {
		case sealEntry, signatureEntry, "history.json":
		case manifestEntry:
			la, lb := strings.Split(a[name], "\n"), strings.Split(b[name], "\n")
			for i := range la {
				if la[i] != lb[i] && !strings.HasSuffix(la[i], "  "+sealEntry) && !strings.HasSuffix(la[i], "  history.json") {
					t.Errorf("the manifest differs in %s", la[i])
				}
			}
		default:
			t.Errorf("%s differs", name)
		}
	}
	var seals [2]submission.Sealed
	for i, p := range []map[string]string{a, b} {
		if err := json.Unmarshal([]byte(p[sealEntry]), &seals[i]); err != nil {
			t.Fatal(err)
		}
	}
	if seals[1].Replaces == nil || seals[1].Replaces.Manifest != r1.Manifest {
		t.Errorf("the chain is broken: %+v", seals[1].Replaces)
	}
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestOthersCanCheckIt(t *testing.T) {
	key, _ := keyFile(t)
	path, _ := submit(t, golden(t), SubmitOptions{Key: key})
	dir := t.TempDir()
	for name, content := range parts(t, read(t, path)) {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range [][]string{
		{"sha256sum", "-c", "--strict", "--quiet", manifestEntry},
		{"openssl", "dgst", "-sm3", "-verify", signerEntry, "-sigopt", "distid:1234567812345678", "-signature", signatureEntry, manifestEntry},
	} {
		if _, err := exec.LookPath(c[0]); err != nil {
			t.Logf("no %s here; the check is left to machines that have it", c[0])
			continue
		}
		cmd := exec.Command(c[0], c[1:]...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", strings.Join(c, " "), err, out)
		}
	}
}

var mutations = flag.Int("mutations", effort.Of(60, 500), "how many mutations of a submission to try; 10000 before a release")

// A mutation anywhere must be refused; named means that the problem is not empty.
func TestNoMutationIsAccepted(t *testing.T) {
	key, _ := keyFile(t)
	path, _ := submit(t, golden(t), SubmitOptions{Key: key})
	whole := read(t, path)
	n := *mutations
	at := filepath.Join(t.TempDir(), "mutated.zip")
	rng := rand.New(rand.NewPCG(20230115, 253))
	for i := range n {
		bad, what := mutate(rng, whole)
		if bytes.Equal(bad, whole) {
			continue
		}
		if err := os.WriteFile(at, bad, 0o644); err != nil {
			t.Fatal(err)
		}
		v, err := Verify(context.Background(), at, VerifyOptions{})
		if err != nil {
			t.Fatalf("mutation %d (%s): %v", i, what, err)
		}
		v.Close()
		if v.OK || len(v.Problems) == 0 {
			t.Fatalf("mutation %d (%s) was accepted", i, what)
		}
	}
}

// mutate changes a file in one place.
func mutate(rng *rand.Rand, whole []byte) ([]byte, string) {
	i, j := rng.IntN(len(whole)), rng.IntN(len(whole))
	b := bytes.Clone(whole)
	switch rng.IntN(6) {
	case 0:
		b[i] ^= 1 << rng.IntN(8)
		return b, "a bit changed"
	case 1:
		return append(b[:i], whole[i+1:]...), "a byte gone"
	case 2:
		return append(append(b[:i], byte(rng.IntN(256))), whole[i:]...), "a byte put in"
	case 3:
		return b[:i], "cut short"
	case 4:
		b[i], b[j] = b[j], b[i]
		return b, "two bytes swapped"
	}
	return append(b, whole[i:]...), "the end doubled"
}

func TestForgeriesAreNamed(t *testing.T) {
	key, _ := keyFile(t)
	path, _ := submit(t, golden(t), SubmitOptions{Key: key})
	whole := read(t, path)
	if v := verify(t, forge(t, whole, func(map[string]string) {}), VerifyOptions{}); !v.OK {
		t.Fatalf("written anew without a change it is refused: %s", v.JSON(text.ZH))
	}
	for what, c := range map[string]struct {
		change func(map[string]string)
		say    string
	}{
		"a cell": {func(e map[string]string) {
			e["data/annual.csv"] = strings.Replace(e["data/annual.csv"], "800000000.00", "900000000.00", 1)
		}, "data/annual.csv"},
		"a file added":           {func(e map[string]string) { e["data/extra.csv"] = "x\n" }, "data/extra.csv"},
		"a stranger added":       {func(e map[string]string) { e["readme.txt"] = "x\n" }, "readme.txt"},
		"a file removed":         {func(e map[string]string) { delete(e, "data/award.csv") }, "data/award.csv"},
		"a file renamed":         {func(e map[string]string) { e["data/awards.csv"] = e["data/award.csv"]; delete(e, "data/award.csv") }, "data/award.csv"},
		"the signature taken":    {func(e map[string]string) { delete(e, signatureEntry); delete(e, signerEntry) }, "签名"},
		"the signature alone":    {func(e map[string]string) { delete(e, signatureEntry) }, "签名"},
		"another's key":          {func(e map[string]string) { e[signerEntry] = string(mustKey(t).Public().PEM()) }, "签名"},
		"the key spelled anew":   {func(e map[string]string) { e[signerEntry] += "\n" }, "签名"},
		"the seal spelled anew":  {func(e map[string]string) { e[sealEntry] += " " }, "seal.json"},
		"the manifest reordered": {func(e map[string]string) { e[manifestEntry] = swapLines(e[manifestEntry]) }, "manifest"},
		"the manifest extended":  {func(e map[string]string) { e[manifestEntry] += "\n" }, "manifest"},
	} {
		v := verify(t, forge(t, whole, c.change), VerifyOptions{})
		if v.OK || !strings.Contains(string(v.JSON(text.ZH)), c.say) {
			t.Errorf("%s: %s", what, v.JSON(text.ZH))
		}
	}
}

// A submission that was never signed can be written anew by anybody; then the score must still follow from the data.
func TestAScoreThatDoesNotFollowIsAProblem(t *testing.T) {
	path, _ := submit(t, golden(t), SubmitOptions{})
	whole := read(t, path)
	if v := verify(t, path, VerifyOptions{}); !v.OK || v.Signer != "" {
		t.Fatalf("%s", v.JSON(text.ZH))
	}
	forged := forge(t, whole, func(e map[string]string) {
		e[sheetEntry] = strings.Replace(e[sheetEntry], "82.58", "92.58", 1)
		reseal(t, e)
	})
	v := verify(t, forged, VerifyOptions{})
	if v.OK || !strings.Contains(string(v.JSON(text.ZH)), "sheet.json") {
		t.Errorf("%s", v.JSON(text.ZH))
	}
}

func TestAnEncryptedSubmissionIsForItsReader(t *testing.T) {
	theirs, k := keyFile(t)
	pub := seal.PublicPath(theirs)
	path, _ := submit(t, golden(t), SubmitOptions{EncryptTo: pub})
	if bytes.Contains(read(t, path), []byte("datapackage.json")) {
		t.Error("it lies open")
	}
	if v := verify(t, path, VerifyOptions{}); v.OK || !v.Locked || v.Class() != text.Cannot || v.Integrity != "unknown" || len(v.Problems) != 0 || len(v.Notes) != 1 {
		t.Errorf("without a key: %s", v.JSON(text.ZH))
	}
	if v := verify(t, path, VerifyOptions{Key: theirs}); !v.OK {
		t.Errorf("%s", v.JSON(text.ZH))
	}
	_ = k
	other, _ := keyFile(t)
	if _, err := Verify(context.Background(), path, VerifyOptions{Key: other}); err == nil {
		t.Error("a stranger opened it")
	}
}

func TestAYearIsReopenedWithAReason(t *testing.T) {
	s := golden(t)
	_, r := submit(t, s, SubmitOptions{})
	if err := Reopen(s, "无"); err == nil {
		t.Error("reopened without a reason")
	}
	if err := Reopen(s, "国资委退回：专利 3 项缺少授权日期，需要补录"); err != nil {
		t.Fatal(err)
	}
	if s.Locked() {
		t.Fatal("still locked")
	}
	if r := importText(t, s, "annual", "revenue\n900000000.00\n", ImportOptions{}); r.Changed != 1 {
		t.Errorf("%s", counts(r))
	}
	_, again := submit(t, s, SubmitOptions{})
	if again.Replaces != r.Serial {
		t.Errorf("%+v", again)
	}
}

// Why a file's total may differ from its lines has to say something, at whatever door it is given.
func TestAHollowReasonAcceptsNoDifference(t *testing.T) {
	_, err := ImportFiles(context.Background(), desk(t, waterUSCC, goldenYear), form.ByID("patent"), []string{file(t, "patent.csv", "number,title\n")}, ImportOptions{AcceptDifference: "情况属实"})
	var f *text.Fault
	if !asFault(err, &f) || f.Code != "filing.difference-reason" {
		t.Errorf("%v", err)
	}
}

// A year is sealed without sign-offs for a reason that says something, and with all three for none.
func TestSealingWithoutSignOffs(t *testing.T) {
	s := golden(t)
	explainAll(t, s)
	seal := func(why string) string {
		_, err := Submit(context.Background(), s, filepath.Join(t.TempDir(), "out.zip"), SubmitOptions{Unsigned: why})
		var f *text.Fault
		if asFault(err, &f) {
			return f.Code
		}
		if err != nil {
			t.Fatal(err)
		}
		return ""
	}
	for why, want := range map[string]string{"": "filing.not-signed", "无": "filing.unsigned-reason", "已核实，情况属实": "filing.unsigned-reason"} {
		if got := seal(why); got != want {
			t.Errorf("%q: %s", why, got)
		}
	}
	for _, r := range []entry.Role{entry.Preparer, entry.StatisticsHead} {
		if err := s.GiveSignOff(entry.Signing{Role: r, Name: "示例丁", OtherName: true}); err != nil {
			t.Fatal(err)
		}
	}
	if got := seal(""); got != "filing.not-signed" {
		t.Errorf("two of three: %s", got)
	}
	if err := s.Sign(entry.UnitHead, "示例甲", ""); err != nil {
		t.Fatal(err)
	}
	if err := s.Reason(entry.FindingID(s.Findings()[0]), "该项支出包含跨年度设备采购合同，附合同复印件两份"); err != nil {
		t.Fatal(err)
	}
	if got := seal(""); got != "filing.not-signed" {
		t.Errorf("void ones: %s", got)
	}
	for _, r := range []entry.Role{entry.Preparer, entry.StatisticsHead, entry.UnitHead} {
		if err := s.GiveSignOff(entry.Signing{Role: r, Name: "示例丁", OtherName: true}); err != nil {
			t.Fatal(err)
		}
	}
	if got := seal(""); got != "" {
		t.Errorf("three of three: %s", got)
	}
}
