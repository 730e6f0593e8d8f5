package filing

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/internal/effort"
	"yice/store"
	"yice/text"
)

// attach gives the first row of a form files of the contents given, by name.
func attach(t *testing.T, s *entry.Session, id string, files ...[2]string) {
	t.Helper()
	f := form.ByID(id)
	for _, x := range files {
		a, err := s.Workspace().Attach(context.Background(), file(t, x[0], x[1]), nil)
		if err != nil {
			t.Fatal(err)
		}
		edit, label, err := entry.Attaching(s.Records(f)[0], a)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Apply(label, []entry.Edit{edit}); err != nil {
			t.Fatal(err)
		}
	}
}

func evidenceName(content string) string {
	return evidenceFolder + fmt.Sprintf("%x", sha256.Sum256([]byte(content)))
}

func TestEvidenceTravelsWhenAskedTo(t *testing.T) {
	s := golden(t)
	attach(t, s, "patent", [2]string{"证书.pdf", "certificate"}, [2]string{"受理.pdf", "receipt"})
	path, _ := submit(t, s, SubmitOptions{})
	for name := range parts(t, read(t, path)) {
		if strings.HasPrefix(name, evidenceFolder) {
			t.Error("nobody asked for", name)
		}
	}
	if err := Reopen(s, "补充佐证材料，重新报送一次"); err != nil {
		t.Fatal(err)
	}
	path, _ = submit(t, s, SubmitOptions{Evidence: true})
	all := parts(t, read(t, path))
	if all[evidenceName("certificate")] != "certificate" || all[evidenceName("receipt")] != "receipt" {
		t.Error("it is not all there")
	}
	v := verify(t, path, VerifyOptions{})
	if !v.OK {
		t.Fatalf("%s", v.JSON(text.ZH))
	}
	w, err := store.Create(filepath.Join(t.TempDir(), "new.yice"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	if _, err := Adopt(context.Background(), w, v, AdoptOptions{Session: entry.Options{Who: "示例丙", Template: template}}); err != nil {
		t.Fatal(err)
	}
	n := sit(t, w, waterUSCC, goldenYear)
	total, err := n.EvidenceTotal(context.Background())
	if err != nil || total.Files != 2 || len(total.Missing) > 0 || total.Bytes != int64(len("certificate")+len("receipt")) {
		t.Errorf("%+v %v", total, err)
	}
}

// Nobody signed: whoever writes it anew can make manifest and seal fit, but not what rows say of the evidence.
func TestForgedEvidenceIsNamed(t *testing.T) {
	s := golden(t)
	attach(t, s, "patent", [2]string{"证书.pdf", "certificate"}, [2]string{"受理.pdf", "receipt"})
	path, _ := submit(t, s, SubmitOptions{Evidence: true})
	whole := read(t, path)
	for what, c := range map[string]struct {
		change func(map[string]string)
		say    string
	}{
		"another content": {func(e map[string]string) { e[evidenceName("receipt")] = "another" }, "与它的名字"},
		"one left out":    {func(e map[string]string) { delete(e, evidenceName("receipt")) }, "受理.pdf"},
		"one put in":      {func(e map[string]string) { e[evidenceName("put in")] = "put in" }, "没有任何一行提到"},
	} {
		forged := forge(t, whole, func(e map[string]string) {
			c.change(e)
			reseal(t, e)
		})
		if v := verify(t, forged, VerifyOptions{}); v.OK || !strings.Contains(string(v.JSON(text.ZH)), c.say) {
			t.Errorf("%s: %s", what, v.JSON(text.ZH))
		}
	}
}

// What is missing or no longer what was attached is not sealed as if it were; without evidence the year can be sealed.
func TestOnlyGoodEvidenceIsSealed(t *testing.T) {
	for what, c := range map[string]struct {
		harm func(path string) error
		code string
	}{
		"missing": {os.Remove, "filing.evidence-missing"},
		"damaged": {func(path string) error { return os.WriteFile(path, []byte("Certificate"), 0o644) }, "filing.evidence-damaged"},
	} {
		s := golden(t)
		attach(t, s, "patent", [2]string{"证书.pdf", "certificate"})
		explainAll(t, s)
		place, err := s.Workspace().EvidencePath(s.Records(form.ByID("patent"))[0].Str("evidence"))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.harm(place); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(t.TempDir(), "out.zip")
		_, err = Submit(context.Background(), s, out, SubmitOptions{Evidence: true, Unsigned: nobodySigned})
		var f *text.Fault
		if !asFault(err, &f) || f.Code != c.code || !strings.Contains(f.Say.ZH, "证书.pdf") {
			t.Errorf("%s: %v", what, err)
		}
		if _, err := os.Stat(out); err == nil || s.Locked() {
			t.Errorf("%s: sealed all the same", what)
		}
		if _, err := Submit(context.Background(), s, out, SubmitOptions{Unsigned: nobodySigned}); err != nil {
			t.Errorf("%s: without evidence: %v", what, err)
		}
	}
}

func TestEvidenceThatWouldBeTakenForABombIsNotSealed(t *testing.T) {
	s := golden(t)
	attach(t, s, "patent", [2]string{"空白.bmp", strings.Repeat("\xff", 3<<20)})
	explainAll(t, s)
	_, err := Submit(context.Background(), s, filepath.Join(t.TempDir(), "out.zip"), SubmitOptions{Evidence: true, Unsigned: nobodySigned})
	var f *text.Fault
	if !asFault(err, &f) || f.Code != "filing.evidence-dense" || !strings.Contains(f.Say.ZH, "空白.bmp") {
		t.Error(err)
	}
}

// As many files as a busy year has: seal.json names each.
func TestHundredsOfFilesTravel(t *testing.T) {
	s := golden(t)
	n := 0
	for _, f := range []*form.Form{form.ByID("patent"), form.ByID("award")} {
		for _, r := range s.Records(f) {
			var list []form.Attachment
			for range effort.Of(2, form.MaxEvidence) {
				n++
				a, err := s.Workspace().Attach(context.Background(), file(t, fmt.Sprintf("%d.pdf", n), fmt.Sprint("content ", n)), nil)
				if err != nil {
					t.Fatal(err)
				}
				list = append(list, a)
			}
			if _, err := s.Put(f, r.ID, "evidence", form.AttachmentsValue(list).Str()); err != nil {
				t.Fatal(err)
			}
		}
	}
	if n < effort.Of(20, 500) {
		t.Fatalf("only %d", n)
	}
	path, _ := submit(t, s, SubmitOptions{Evidence: true})
	if v := verify(t, path, VerifyOptions{}); !v.OK {
		t.Errorf("%s", v.JSON(text.ZH))
	}
}
