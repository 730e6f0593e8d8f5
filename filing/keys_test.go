package filing

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"yice/filing/submission/archive"
	"yice/seal"
	"yice/text"
)

// Each test here is somebody who signs what is not his to sign.

var signingDay = time.Date(2024, 3, 15, 10, 0, 0, 0, time.FixedZone("UTC+8", 8*3600))

// trusting makes a trust folder of holders.
func trusting(t testing.TB, all ...seal.Holder) string {
	t.Helper()
	tr := seal.Trust{Dir: filepath.Join(t.TempDir(), "trust")}
	for _, h := range all {
		if _, err := tr.Enrol(h); err != nil {
			t.Fatal(err)
		}
	}
	return tr.Dir
}

// holding is an entry for a key.
func holding(name string, role seal.Role, k *seal.Key) seal.Holder {
	h := seal.Holder{Name: name, Role: role, Key: k.Public()}
	if role.Bound() {
		h.USCC = waterUSCC
	}
	if role == seal.Signing {
		h.Person = "示例甲"
	}
	return h
}

func refusedAs(t *testing.T, what string, err error, code string) {
	t.Helper()
	var f *text.Fault
	if !errors.As(err, &f) || f.Code != code {
		t.Errorf("%s: %v, want %s", what, err, code)
	}
	if f != nil && (f.Say.ZH == "" || f.Say.EN == "") {
		t.Errorf("%s: no reason is given", what)
	}
}

// hands are keys in every role but one, with those that are revoked, over, and unknown.
func hands(t *testing.T, right seal.Role) (wrong map[string]*seal.Key, all []seal.Holder) {
	wrong = map[string]*seal.Key{"a stranger": mustKey(t)}
	for _, role := range append(seal.Roles, seal.Unassigned) {
		if role == right {
			continue
		}
		k := mustKey(t)
		wrong["a key for "+role.Title().EN] = k
		all = append(all, holding("某单位"+string(role), role, k))
	}
	revoked, over := mustKey(t), mustKey(t)
	a, b := holding("吊销的", right, revoked), holding("到期的", right, over)
	a.RevokedOn, a.RevokedWhy, b.To = "2024-03-15", "失窃", "2024-03-14"
	wrong["a key that is revoked"], wrong["a key that is over"] = revoked, over
	return wrong, append(all, a, b)
}

func signedFileOf(t *testing.T, document string, content []byte, k *seal.Key) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "signed.zip")
	if err := writeSigned(path, document, content, k, signingDay); err != nil {
		t.Fatal(err)
	}
	return path
}

func judgedFile(t *testing.T, path, document, trust string) (signedFile, error) {
	t.Helper()
	s, err := readSigned(path, document)
	if err != nil {
		t.Fatal(err)
	}
	return s, s.judge(path, document, trust)
}

func TestOnlyTheEntitledSignReceiptsAndRecognitions(t *testing.T) {
	for document, role := range map[string]seal.Role{receiptEntry: seal.Receipting, recognitionEntry: seal.Deciding} {
		right := mustKey(t)
		wrong, all := hands(t, role)
		trust := trusting(t, append(all, holding("包头市国资委", role, right))...)
		s, err := judgedFile(t, signedFileOf(t, document, []byte("x\n"), right), document, trust)
		if err != nil || s.signer != "包头市国资委" {
			t.Fatalf("%s: %q %v", document, s.signer, err)
		}
		for who, k := range wrong {
			_, err := judgedFile(t, signedFileOf(t, document, []byte("x\n"), k), document, trust)
			refusedAs(t, document+" by "+who, err, "filing.signed-wrong-hand")
		}
		_, err = judgedFile(t, signedFileOf(t, document, []byte("x\n"), nil), document, trust)
		refusedAs(t, document+" by nobody", err, "filing.signed-wrong-hand")
	}
}

func TestTheWrongHandIsRefusedAtTheDesk(t *testing.T) {
	s := golden(t)
	clerk := mustKey(t)
	trust := trusting(t, holding("回执专用", seal.Receipting, clerk))
	_, err := Recognise(context.Background(), s, signedFileOf(t, recognitionEntry, []byte(decisions), clerk), RecogniseOptions{Trust: trust})
	refusedAs(t, "recognitions by a key for receipts", err, "filing.signed-wrong-hand")
	_, err = Receive(s, signedFileOf(t, receiptEntry, []byte("{}\n"), mustKey(t)), trust)
	refusedAs(t, "a receipt by a stranger", err, "filing.signed-wrong-hand")
}

// A damaged folder of keys must never read as if no keys were asked for.
func TestADamagedFolderOfKeysTakesNothing(t *testing.T) {
	s, k := golden(t), mustKey(t)
	trust := trusting(t, holding("包头市国资委", seal.Deciding, k))
	if err := os.WriteFile(filepath.Join(trust, "keys.json"), []byte("{}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Recognise(context.Background(), s, signedFileOf(t, recognitionEntry, []byte(decisions), k), RecogniseOptions{Trust: trust})
	refusedAs(t, "recognitions", err, "seal.trust-damaged")
	_, err = Receive(s, signedFileOf(t, receiptEntry, []byte("{}\n"), k), trust)
	refusedAs(t, "a receipt", err, "seal.trust-damaged")
}

// resigned is a signed file made by hand: a document with the manifest of a statement of one's choice.
func resigned(t *testing.T, document string, content []byte, manifestText string, signature []byte, k *seal.Key) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "resigned.zip")
	err := writeBeside(path, func(f *os.File) error {
		z := archive.NewWriter(f)
		for _, e := range []struct{ name, content string }{
			{document, string(content)},
			{manifestEntry, manifestText},
			{signatureEntry, string(signature)},
			{signerEntry, string(k.Public().PEM())},
		} {
			if _, err := z.Add(e.name, false, func(w io.Writer) error { _, err := io.WriteString(w, e.content); return err }); err != nil {
				return err
			}
		}
		return z.Close()
	})
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// manifestText is what stands in the manifest of a signed file.
func manifestText(t *testing.T, path string) []byte {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	z, err := archive.Open(f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	content, _, err := z.Entry(manifestEntry).ReadAll(64 << 10)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// One key in the roles of receipts and recognitions: what it signed as the one is shown as the other.
func TestASignatureOfOneStatementIsNoneOfAnother(t *testing.T) {
	k, content := mustKey(t), []byte("x\n")
	whole := manifestText(t, signedFileOf(t, receiptEntry, content, k))
	_, body, ok := seal.CutStatement(whole)
	if !ok {
		t.Fatalf("the manifest states nothing: %q", whole)
	}
	asReceipt, err := k.SignStatement(seal.ReceiptStatement, body)
	if err != nil {
		t.Fatal(err)
	}
	// The receipt's manifest and signature as they are, under the name of a decision.
	renamed := bytes.ReplaceAll(body, []byte(receiptEntry), []byte(recognitionEntry))
	for what, m := range map[string][]byte{
		"with the receipt's line":  append([]byte(seal.ReceiptStatement.Line()), renamed...),
		"with the decision's line": append([]byte(seal.DecisionStatement.Line()), renamed...),
		"with no line at all":      renamed,
	} {
		if _, err := readSigned(resigned(t, recognitionEntry, content, string(m), asReceipt, k), recognitionEntry); err == nil {
			t.Errorf("a receipt's signature passed as a decision's, %s", what)
		}
	}
	// A decision that was signed as a receipt, every name right but the statement.
	asReceipt, err = k.SignStatement(seal.ReceiptStatement, renamed)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{seal.ReceiptStatement.Line(), seal.DecisionStatement.Line()} {
		_, err := readSigned(resigned(t, recognitionEntry, content, line+string(renamed), asReceipt, k), recognitionEntry)
		refusedAs(t, "signed as a receipt", err, "filing.signed-broken")
	}
}

// A signature of format 1 says nothing of what it signs: told where nobody asks for keys, refused where they are asked for.
func TestAFileOfTheOldFormatIsWhatItIs(t *testing.T) {
	k, content := mustKey(t), []byte("x\n")
	_, body, _ := seal.CutStatement(manifestText(t, signedFileOf(t, receiptEntry, content, k)))
	_, listed, _ := bytes.Cut(body, []byte("\n"))
	bare, err := k.Sign(listed)
	if err != nil {
		t.Fatal(err)
	}
	old := resigned(t, receiptEntry, content, string(listed), bare, k)
	s, err := judgedFile(t, old, receiptEntry, "")
	if err != nil || len(s.notes) != 1 || s.signer != k.Public().Fingerprint() {
		t.Errorf("where no keys are asked for: %v %v", s.notes, err)
	}
	_, err = judgedFile(t, old, receiptEntry, trusting(t, holding("包头市国资委", seal.Receipting, k)))
	refusedAs(t, "where keys are asked for", err, "filing.signed-wrong-hand")
}

func TestWhatIsDatedBeforeARevocationIsSaidToBe(t *testing.T) {
	k := mustKey(t)
	h := holding("包头市国资委", seal.Receipting, k)
	h.RevokedOn, h.RevokedWhy = "2024-03-16", "失窃"
	s, err := judgedFile(t, signedFileOf(t, receiptEntry, []byte("x\n"), k), receiptEntry, trusting(t, h))
	if err != nil || len(s.notes) != 1 {
		t.Errorf("%v %v", s.notes, err)
	}
}

func TestOnlyAnIssuingKeyIssuesAPack(t *testing.T) {
	source := read(t, "../examples/pack-2023.toml")
	path := file(t, "pack.toml", string(source))
	sign := func(k *seal.Key) []byte {
		t.Helper()
		key := filepath.Join(t.TempDir(), "k.pem")
		if err := seal.WriteKey(key, k, ""); err != nil {
			t.Fatal(err)
		}
		out, err := SignPack(path, key, nil)
		if err != nil || out != path+".sig" {
			t.Fatalf("%s %v", out, err)
		}
		return read(t, out)
	}
	right := mustKey(t)
	wrong, all := hands(t, seal.Issuing)
	keys, err := seal.OpenTrust(trusting(t, append(all, holding("包头市国资委", seal.Issuing, right))...))
	if err != nil {
		t.Fatal(err)
	}
	issued := sign(right)
	if h, ok, why := PackSigner(keys, source, issued, signingDay); !ok || h.Name != "包头市国资委" {
		t.Fatalf("%q %v %s", h.Name, ok, why)
	}
	if _, ok, _ := PackSigner(nil, source, issued, signingDay); ok {
		t.Error("nobody is trusted and somebody issued it")
	}
	if _, ok, _ := PackSigner(keys, append(bytes.Clone(source), '\n'), issued, signingDay); ok {
		t.Error("a changed pack is issued")
	}
	for who, k := range wrong {
		if _, ok, why := PackSigner(keys, source, sign(k), signingDay); ok || why.Empty() {
			t.Errorf("issued by %s (%s)", who, why)
		}
	}
	bare, err := right.Sign(source)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok, why := PackSigner(keys, source, bare, signingDay); ok || why != text.FilingPackBare.With("包头市国资委") {
		t.Errorf("issued by a signature that says nothing (%s)", why)
	}
	targets, err := right.SignStatement(seal.TargetsStatement, source)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := PackSigner(keys, source, targets, signingDay); ok {
		t.Error("issued by a signature under targets")
	}
}

// A register is verified before anything is trusted, and is one only as such.
func TestARegisterIsWhatItsRootSigned(t *testing.T) {
	root, other := mustKey(t), mustKey(t)
	key := filepath.Join(t.TempDir(), "root.pem")
	if err := seal.WriteKey(key, root, ""); err != nil {
		t.Fatal(err)
	}
	theirs := seal.Trust{Dir: trusting(t, holding("包头市国资委", seal.Issuing, root), holding("示例水务", seal.Filing, other))}
	out := filepath.Join(t.TempDir(), "keys.zip")
	issued, err := IssueRegister(theirs, out, key, nil, signingDay)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadRegister(out)
	if err != nil || r.Register.Number != 1 || !r.Signer.Equal(root.Public()) || r.Issuer() != "包头市国资委" {
		t.Fatalf("%+v %v", r, err)
	}
	ours := seal.Trust{Dir: filepath.Join(t.TempDir(), "ours")}
	if done, err := ours.Take(r.Register, r.Signer, root.Public().Fingerprint(), signingDay); err != nil || len(done.Added) != 2 {
		t.Errorf("%+v %v", done, err)
	}
	if next, err := IssueRegister(theirs, out, key, nil, signingDay); err != nil || next.Number != 2 {
		t.Errorf("the next one: %v %v", next, err)
	}
	for who, path := range map[string]string{
		"another key": signedFileOf(t, registerEntry, issued.Bytes(), other),
		"nobody":      signedFileOf(t, registerEntry, issued.Bytes(), nil),
		"another time": func() string {
			r := *issued
			r.IssuedAt = r.IssuedAt.Add(-time.Hour)
			return signedFileOf(t, registerEntry, r.Bytes(), root)
		}(),
		"a receipt": signedFileOf(t, receiptEntry, issued.Bytes(), root),
	} {
		if _, err := ReadRegister(path); err == nil {
			t.Errorf("a register signed by %s was read", who)
		}
	}
	whole := read(t, out)
	for i := 0; i < len(whole); i += 3 {
		bad := bytes.Clone(whole)
		bad[i] ^= 1
		if _, err := ReadRegister(file(t, "bad.zip", string(bad))); err == nil {
			t.Fatalf("byte %d changed and nobody noticed", i)
		}
	}
}

// A decision is on what the row was: raising the level afterwards does not take the decision along, and a table that does not
// say what it decides on is not signed.
func TestADecisionIsOnOneLevel(t *testing.T) {
	s, key := golden(t), filepath.Join(t.TempDir(), "k.pem")
	if err := seal.WriteKey(key, mustKey(t), ""); err != nil {
		t.Fatal(err)
	}
	const head = "uscc,year,form,key,recognition,recognised_by,recognised_doc,recognised_on,level,authority,kind\n"
	const row = waterUSCC + ",2023,project,P2,已认定,示例主管部门,示例认字〔2024〕3号,2024-02-01,"
	plain := RecogniseOptions{Unsigned: true, DryRun: true}
	r, err := Recognise(context.Background(), s, file(t, "d.csv", head+row+"国家级,,\n"), plain)
	if err != nil || r.RefusedCount != 1 || r.Refused[0].Field != "level" {
		t.Errorf("another level: %+v %v", r.Refused, err)
	}
	if r, err = Recognise(context.Background(), s, file(t, "d.csv", head+row+"市级,,\n"), plain); err != nil || r.Changed != 1 || len(r.Notes) != 0 {
		t.Errorf("its level: %+v %v", r, err)
	}
	if r, err = Recognise(context.Background(), s, file(t, "d.csv", head+row+",,\n"), plain); err != nil || r.Changed != 1 || len(r.Notes) != 1 {
		t.Errorf("no level: %+v %v", r.Notes, err)
	}
	out := filepath.Join(t.TempDir(), "d.zip")
	_, err = MakeRecognitions(context.Background(), file(t, "d.csv", head+row+",,\n"), out, key, nil, signingDay)
	refusedAs(t, "a decision on no level", err, "filing.recognition-row")
	if _, err = MakeRecognitions(context.Background(), file(t, "d.csv", head+row+"市级,,\n"), out, key, nil, signingDay); err != nil {
		t.Error(err)
	}
}
