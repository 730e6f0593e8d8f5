// Command generate makes embedded/ anew: the verifier compiled for browsers and packed, Go's glue for it with its licence,
// and the digests of the sources it was made from. With -check it writes nothing and says whether what is there is what
// these sources make. Run it as go generate ./filing/page.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"yice/filing/page/sources"
)

func main() {
	check := flag.Bool("check", false, "compare, write nothing")
	flag.Parse()
	if err := run(*check); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(check bool) error {
	out, err := output("go", "env", "GOMOD", "GOROOT")
	if err != nil {
		return err
	}
	lines := strings.Fields(string(out))
	if len(lines) != 2 {
		return fmt.Errorf("not within a module: %q", out)
	}
	root := filepath.Dir(lines[0])
	made, err := everything(root, lines[1])
	if err != nil {
		return err
	}
	folder := filepath.Join(root, "filing", "page", "embedded")
	if check {
		there, err := os.ReadFile(filepath.Join(folder, "sources.txt"))
		if err != nil {
			return err
		}
		if with, _, _ := strings.Cut(string(there), "\n"); with != runtime.Version() {
			return fmt.Errorf("NOT CHECKED: the verifier was compiled with %s, this is %s: run go generate ./filing/page", with, runtime.Version())
		}
	}
	for name, content := range made {
		path := filepath.Join(folder, name)
		if !check {
			if err := os.WriteFile(path, content, 0o644); err != nil {
				return err
			}
			continue
		}
		there, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if !bytes.Equal(there, content) {
			return fmt.Errorf("%s is not what the sources make with %s: run go generate ./filing/page", path, runtime.Version())
		}
	}
	return nil
}

// everything makes the files of embedded/ by name.
func everything(root, goroot string) (map[string][]byte, error) {
	glue, err := os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, err
	}
	licence, err := os.ReadFile(filepath.Join(goroot, "LICENSE"))
	if err != nil {
		return nil, err
	}
	listed, err := sources.List(root)
	if err != nil {
		return nil, err
	}
	modules, err := indirect(root, listed)
	if err != nil {
		return nil, err
	}
	listed = append(listed, modules...)
	compiled, err := compile(root)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{
		"wasm_exec.js":     append([]byte("/* Go's own glue for WebAssembly; it and the runtime in the verifier are under this licence:\n\n"+string(licence)+"*/\n"), glue...),
		"verifier.wasm.gz": compiled,
		"sources.txt":      []byte(runtime.Version() + "\n" + strings.Join(listed, "\n") + "\n"),
	}, nil
}

// indirect lists the modules that only other modules use.
func indirect(root string, listed []string) ([]string, error) {
	c := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", sources.Command)
	c.Dir, c.Env, c.Stderr = root, browser(), os.Stderr
	out, err := c.Output()
	if err != nil {
		return nil, err
	}
	known, err := sources.Modules(root)
	if err != nil {
		return nil, err
	}
	seen := make(map[string]bool)
	for _, line := range listed {
		seen[line] = true
	}
	var more []string
	for _, path := range strings.Fields(string(out)) {
		if line := "module " + path + " " + known[path]; !seen[line] {
			seen[line] = true
			more = append(more, line)
		}
	}
	return more, nil
}

func browser() []string {
	return append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=")
}

// cold are the flags by which what .ci/cold says of the page is compiled without inlining.
func cold(root string) ([]string, error) {
	content, err := os.ReadFile(filepath.Join(root, ".ci", "cold"))
	if err != nil {
		return nil, err
	}
	var flags []string
	for line := range strings.Lines(string(content)) {
		if where, pattern, _ := strings.Cut(strings.TrimSpace(line), " "); where == "page" || where == "both" {
			flags = append(flags, "-gcflags="+strings.TrimSpace(pattern)+"=-l")
		}
	}
	return flags, nil
}

// compile builds the verifier, the same bytes wherever the same toolchain does, and packs it.
func compile(root string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "verifier")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "verifier.wasm")
	flags, err := cold(root)
	if err != nil {
		return nil, err
	}
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -buildid=", "-o", path}, flags...)
	c := exec.Command("go", append(args, sources.Command)...)
	c.Dir, c.Env, c.Stderr = root, browser(), os.Stderr
	if err := c.Run(); err != nil {
		return nil, err
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(content); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	fmt.Fprintf(os.Stderr, "verifier: %d bytes, packed %d\n", len(content), packed.Len())
	return packed.Bytes(), nil
}

func output(name string, args ...string) ([]byte, error) {
	c := exec.Command(name, args...)
	c.Stderr = os.Stderr
	return c.Output()
}
