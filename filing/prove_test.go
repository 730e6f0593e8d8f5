package filing

import (
	"context"
	"path/filepath"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// signed has all three sign with keys of their own.
func signed(t *testing.T, s *entry.Session) {
	t.Helper()
	for _, r := range []entry.Role{entry.Preparer, entry.StatisticsHead, entry.UnitHead} {
		k, err := seal.NewKey()
		if err != nil {
			t.Fatal(err)
		}
		g, err := Prove(context.Background(), s, entry.Signing{Role: r, Name: "示例丁", OtherName: true}, k, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.GiveSignOff(g); err != nil {
			t.Fatal(err)
		}
	}
}

// What three people sign with their keys is the data that is sealed; the file says so, and stands when it is verified.
func TestSignedSignOffsStandInTheSubmission(t *testing.T) {
	s := golden(t)
	explainAll(t, s)
	signed(t, s)
	path := filepath.Join(t.TempDir(), "out.zip")
	if _, err := Submit(context.Background(), s, path, SubmitOptions{}); err != nil {
		t.Fatal(err)
	}
	v, err := Verify(context.Background(), path, VerifyOptions{})
	if err != nil || !v.OK || v.SignOffs != "standing" {
		t.Errorf("%v %s", err, v.JSON(text.ZH))
	}
}

// A signature over data that was changed meanwhile is not written.
func TestASignatureIsOverTheDataAsItStands(t *testing.T) {
	s := golden(t)
	explainAll(t, s)
	k, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	g, err := Prove(context.Background(), s, entry.Signing{Role: entry.Preparer, Name: "示例丙"}, k, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(form.ByID("annual"), 0, "papers", "3"); err != nil {
		t.Fatal(err)
	}
	var f *text.Fault
	if err := s.GiveSignOff(g); !asFault(err, &f) || f.Code != "entry.changed-since" {
		t.Errorf("%v", err)
	}
}

// The year before is part of what is signed: where its figures change, the signatures of this year are void.
func TestASignatureOverOtherFiguresOfTheYearBeforeSealsNothing(t *testing.T) {
	s := golden(t)
	explainAll(t, s)
	signed(t, s)
	before := sit(t, s.Workspace(), waterUSCC, goldenYear-1)
	if _, err := before.Put(form.ByID("rd_summary"), 0, "expensed", "1234"); err != nil {
		t.Fatal(err)
	}
	if err := s.Reload(context.Background()); err != nil {
		t.Fatal(err)
	}
	explainAll(t, s)
	_, err := Submit(context.Background(), s, filepath.Join(t.TempDir(), "out.zip"), SubmitOptions{})
	var f *text.Fault
	if !asFault(err, &f) || f.Code != "filing.not-signed" {
		t.Errorf("%v", err)
	}
}
