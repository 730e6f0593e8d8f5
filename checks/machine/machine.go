// Package machine says what a measurement was made on, and sums up repeated ones. Start with Describe and Median.
package machine

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// Describe gives the machine and the kernel in a line.
func Describe() string {
	cpu := field("/proc/cpuinfo", "model name")
	if cpu == "" {
		cpu = runtime.GOARCH
	}
	kernel, _ := os.ReadFile("/proc/sys/kernel/osrelease")
	return fmt.Sprintf("%s，%d 核，内存 %s，Linux %s", cpu, runtime.NumCPU(), memory(), strings.TrimSpace(string(kernel)))
}

func memory() string {
	var kb int64
	fmt.Sscan(field("/proc/meminfo", "MemTotal"), &kb)
	return fmt.Sprintf("%.0f GB", float64(kb)/1e6)
}

func field(file, name string) string {
	f, err := os.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if k, v, ok := strings.Cut(s.Text(), ":"); ok && strings.TrimSpace(k) == name {
			return strings.TrimSpace(v)
		}
	}
	return ""
}

// Load is the load of the last minute: how many programs wanted the processor.
func Load() string {
	b, _ := os.ReadFile("/proc/loadavg")
	one, _, _ := strings.Cut(string(b), " ")
	return one
}

// Version gives the first line a program says of itself; "" where there is no such program.
func Version(name string, args ...string) string {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return ""
	}
	line, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	return strings.TrimSpace(line)
}

// Build builds the program as a release is built, by the same script with the same flags, and gives its path; YICE_BINARY names one that is to be taken instead.
func Build(dir string) (string, error) {
	if given := os.Getenv("YICE_BINARY"); given != "" {
		return filepath.Abs(given)
	}
	path, err := filepath.Abs(filepath.Join(dir, "yice"))
	if err != nil {
		return "", err
	}
	root, err := Root()
	if err != nil {
		return "", err
	}
	cmd := exec.Command("bash", filepath.Join(root, ".ci", "build"), "--here", path, commit())
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return path, nil
}

// Root is the folder of the program's own module, whose versions the program is built with.
func Root() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "yice").Output()
	if err != nil {
		return "", fmt.Errorf("the module's root: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// build builds the program in its own module.
func build(root string, args ...string) error {
	cmd := exec.Command("go", append(append([]string{"build"}, args...), "./cmd/yice")...)
	cmd.Dir, cmd.Env = root, append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("build: %w\n%s", err, out)
	}
	return nil
}

// Edit is a text of a source file, named from the module's root, and what stands there instead.
type Edit struct{ File, From, To string }

// BuildBroken builds the program with something broken on purpose: a check that does not see it is no check.
func BuildBroken(dir string, edits ...Edit) (string, error) {
	root, err := Root()
	if err != nil {
		return "", err
	}
	replaced := map[string]string{}
	for n, e := range edits {
		source := filepath.Join(root, e.File)
		if before, ok := replaced[source]; ok {
			source = before
		}
		b, err := os.ReadFile(source)
		if err != nil {
			return "", err
		}
		if !strings.Contains(string(b), e.From) {
			return "", fmt.Errorf("%s has no %q", e.File, e.From)
		}
		to := filepath.Join(dir, fmt.Sprintf("broken-%d.go", n))
		if err := os.WriteFile(to, []byte(strings.ReplaceAll(string(b), e.From, e.To)), 0o644); err != nil {
			return "", err
		}
		replaced[filepath.Join(root, e.File)] = to
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		return "", err
	}
	file, path := filepath.Join(dir, "overlay.json"), filepath.Join(dir, "yice-broken")
	if err := os.WriteFile(file, overlay, 0o644); err != nil {
		return "", err
	}
	return path, build(root, "-overlay", file, "-o", path)
}

// commit names what is built: the commit, with a plus where files differ from it; "dev" outside a checkout.
func commit() string {
	out, err := exec.Command("git", "describe", "--always", "--dirty=+").Output()
	if err != nil {
		return "dev"
	}
	return strings.TrimSpace(string(out))
}

// Environ is the environment a checked program runs in: nothing of the machine's but what a program needs, and folders of
// its own.
func Environ(home string, more ...string) []string {
	env := []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "TERM=xterm-256color", "LANG=zh_CN.UTF-8", "COLORTERM=truecolor", "USER=checker",
		"XDG_DATA_HOME=" + filepath.Join(home, "data"), "XDG_CONFIG_HOME=" + filepath.Join(home, "config"), "TMPDIR=" + home,
	}
	return append(env, more...)
}

// Times are repeated measurements of one thing.
type Times []time.Duration

// Quantile gives the measurement below which a share of all lie: 0.5 is the median. 0 for none.
func (t Times) Quantile(share float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(t))
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)]
}

// Median is the measurement in the middle.
func (t Times) Median() time.Duration { return t.Quantile(0.5) }
