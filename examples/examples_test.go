package examples_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yice/examples"
	"yice/scoring"
)

func TestPackIsTheFileOfItsYear(t *testing.T) {
	got, ok := examples.Pack(examples.Year)
	want, err := os.ReadFile("pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	if !ok || !bytes.Equal(got, want) {
		t.Errorf("the embedded pack of %d is not the file", examples.Year)
	}
	for _, year := range []int{0, 2022, 2024, -1} {
		if _, ok := examples.Pack(year); ok {
			t.Errorf("there is no template for %d", year)
		}
	}
}

func TestFilesHoldEveryYearAndNothingElse(t *testing.T) {
	var got, want []string
	err := fs.WalkDir(examples.Files(), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			got = append(got, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, year := range examples.Years() {
		found, err := filepath.Glob(filepath.Join("golden-2023", strconv.Itoa(year), "*.csv"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			want = append(want, strings.TrimPrefix(filepath.ToSlash(path), "golden-2023/"))
		}
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("embedded files:\n%v\non disk:\n%v", got, want)
	}
}

// The identity named in Go must be the one in the file, and must say that the enterprise is made up.
func TestIdentityIsTheFilesOwn(t *testing.T) {
	card, err := fs.ReadFile(examples.Files(), strconv.Itoa(examples.Year)+"/enterprise.csv")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(card), examples.USCC+","+examples.Name+","+examples.Type) {
		t.Errorf("the card reads otherwise:\n%s", card)
	}
	if !strings.Contains(examples.Name, "虚构") {
		t.Errorf("%q does not say that it is made up", examples.Name)
	}
}

// Every pack that is brought along proves itself by its own tests, and the assessment of small technology firms has one at
// each edge of its ladders.
func TestThePacksProveThemselves(t *testing.T) {
	files, err := filepath.Glob("pack-*.toml")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p, err := scoring.Load(source)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, o := range p.Try(p.Trials) {
			if len(o.Differ) > 0 {
				t.Errorf("%s: %+v", file, o)
			}
		}
		if file == "pack-small-tech.toml" && len(p.Trials) < 30 {
			t.Errorf("%s has %d tests", file, len(p.Trials))
		}
	}
}
