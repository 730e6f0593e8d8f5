package browser

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"yice/book"
	"yice/checks/machine"
	"yice/filing/page"
	"yice/filing/page/document"
	"yice/filing/submission"
	"yice/filing/submission/archive"
	"yice/form"
	"yice/scoring"
	"yice/seal"
)

// example is the year of the worked enterprise, as it lies in a submission of the first edition.
var example = sync.OnceValues(func() (*submission.Submission, error) {
	root, err := machine.Root()
	if err != nil {
		return nil, err
	}
	content, err := os.ReadFile(filepath.Join(root, "filing", "submission", "testdata", "format-1.zip"))
	if err != nil {
		return nil, err
	}
	v, err := submission.Verify(context.Background(), bytes.NewReader(content), int64(len(content)), submission.Options{})
	if err != nil {
		return nil, err
	}
	return v.Submission, nil
})

// filer is the enterprise's key, issuer the regulator's.
var filer, issuer = newKey(), newKey()

func newKey() *seal.Key {
	k, err := seal.NewKey()
	if err != nil {
		panic(err)
	}
	return k
}

// year is what a submission is to be made of.
type year struct {
	rows     submission.RowsOf
	issued   bool
	sealedAt time.Time
}

// sealed makes a submission of a year, scored and judged as the desk does, with a reason for everything that asks for one.
func sealed(t testing.TB, y year) []byte {
	t.Helper()
	ctx := context.Background()
	s, err := example()
	if err != nil {
		t.Fatal(err)
	}
	source := s.Pack.Source
	var signature []byte
	if y.issued {
		source = []byte(strings.Replace(string(source), `"draft"`, `"issued"`, 1))
		if signature, err = issuer.SignStatement(seal.PackStatement, source); err != nil {
			t.Fatal(err)
		}
	}
	pack, err := scoring.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	if y.rows == nil {
		y.rows = s.Scan
	}
	prior, err := s.Prior(ctx)
	if err != nil {
		t.Fatal(err)
	}
	of, err := book.Read(ctx, book.Source{USCC: s.USCC, Year: s.Year, Rows: book.Rows(y.rows), Pack: pack, Before: book.Before{Summary: prior}})
	if err != nil {
		t.Fatal(err)
	}
	findings := of.Findings()
	for i := range findings {
		findings[i].Explained, findings[i].Reason = true, "已与财务部门逐笔核对，金额与凭证一致"
	}
	sealing := s.Sealing()
	if !y.sealedAt.IsZero() {
		sealing.SealedAt = y.sealedAt.Format(time.RFC3339)
	}
	var m archive.Memory
	_, err = submission.Write(ctx, &m, submission.Content{
		Seal: sealing, Name: s.Name, Rows: y.rows, Prior: prior, Findings: findings, Sheet: of.Sheet(), Pack: pack, PackSignature: signature, Key: filer,
		SignOffs: func(data string) (all []submission.SignOff, err error) {
			for i, name := range []string{"示例丙", "示例乙", "示例甲"} {
				all = append(all, submission.SignOff{
					Role: submission.SignOffRoles[i], Name: name, Date: fmt.Sprintf("2024-01-%d", 15+i), Standing: true, Kind: submission.Typed, Digest: data,
				})
			}
			return all, nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return m.Bytes()
}

// lines is the example with so many lines of the ledger.
func lines(t testing.TB, n int) submission.RowsOf {
	t.Helper()
	s, err := example()
	if err != nil {
		t.Fatal(err)
	}
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		if f.ID != "spend" {
			return s.Scan(ctx, f, visit)
		}
		for i := range n {
			r := form.NewRecord(f)
			r.ID = int64(i + 2)
			for field, text := range map[string]string{
				"date": fmt.Sprintf("2023-%02d-%02d", i%12+1, i%28+1), "voucher": fmt.Sprintf("记-%07d", i), "summary": fmt.Sprintf("研发人员工资及社保第 %d 笔", i),
				"category": "人员人工", "treatment": "费用化", "source": "企业自筹", "activity": "应用研究",
			} {
				r.Set(field, form.S(text))
			}
			r.Set("amount", form.N(int64(13_200_000_00/n)))
			if err := visit(r); err != nil {
				return err
			}
		}
		return nil
	}
}

// hostile puts markup into every text that nothing else refers to.
func hostile(t testing.TB, markup string) submission.RowsOf {
	t.Helper()
	s, err := example()
	if err != nil {
		t.Fatal(err)
	}
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		named := map[string]bool{}
		for _, key := range f.Keys {
			for _, field := range key {
				named[field] = true
			}
		}
		return s.Scan(ctx, f, func(r *form.Record) error {
			c := r.Clone()
			for i := range f.Fields {
				if field := &f.Fields[i]; !named[field.ID] && (field.Kind == form.Text || field.Kind == form.Note) && !c.Values[i].Empty() {
					c.Values[i] = form.S(c.Values[i].Str() + markup)
				}
			}
			return visit(c)
		})
	}
}

// keys is the regulator's keyring: who issues packs, and whose key may file for the example.
func keys(t testing.TB, file *seal.Key) *seal.Keyring {
	t.Helper()
	s, err := example()
	if err != nil {
		t.Fatal(err)
	}
	r := seal.Register{Holders: []seal.Holder{
		{Name: "示例国资委", Role: seal.Issuing, Key: issuer.Public(), Fingerprint: issuer.Public().Fingerprint()},
		{Name: "示例水务", Role: seal.Filing, USCC: s.USCC, Key: file.Public(), Fingerprint: file.Public().Fingerprint()},
	}}
	return r.Keyring()
}

// selfProving writes the page of a submission and gives its address.
func selfProving(t testing.TB, content []byte, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := page.Write(f, bytes.NewReader(content), strings.TrimSuffix(name, ".html")+".zip"); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

// ownPage writes a page of one's own and gives its address.
func ownPage(t testing.TB, basis document.Basis) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "verify.html")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := page.WriteOwn(f, basis); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

// stored writes a file to be chosen.
func stored(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
