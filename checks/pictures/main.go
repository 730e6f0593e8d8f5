//go:build linux

// Command pictures makes the pictures of docs/pictures from the real program: it opens the example on a terminal of each
// size, in each language, dark and light, walks to each screen and draws it. It needs chromium and a Noto CJK font.
//
//	go -C checks run ./pictures [-only NAME] [-out FOLDER]
//	go -C checks run ./pictures -moving [-out FOLDER]      the moving picture of the README; needs no chromium
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"yice/checks/machine"
	"yice/checks/terminal"
)

// scene is a screen and the way to it from the overview.
type scene struct {
	name string
	keys []string
	// till is a text that shows it has come, in Chinese and English.
	till [2]string
}

const (
	down  = terminal.Down
	enter = terminal.Enter
)

var scenes = []scene{
	{"overview", nil, [2]string{"成果转化", "Conversion"}},
	{"grid", []string{down, down, down, enter}, [2]string{"2023-01-05", "2023-01-05"}},
	{"arithmetic", []string{down, down, down, enter, "\x1b[F", terminal.Left, terminal.Left, "=3500+1.2万"}, [2]string{"15,500.00", "15,500.00"}},
	{"card", []string{down, down, down, down, enter, "\x05"}, [2]string{"2023-01", "2023-01"}},
	{"checks", []string{terminal.F3}, [2]string{"107-1", "107-1"}},
	{"score", []string{terminal.F4}, [2]string{"18.33", "18.33"}},
	{"explanation", []string{terminal.F4, down, down, enter}, [2]string{"责任书第4条", "责任书第4条"}},
	{"policy", []string{"\x1b[15~"}, [2]string{"2023.1", "2023.1"}},
	{"submit", []string{terminal.F6}, [2]string{"签字", "ign"}},
	{"history", []string{"\x15"}, [2]string{"12 个文件", "12 files"}},
	{"past", []string{down, down, down, enter, "\x1b[F", terminal.Left, terminal.Left, "1.5万", enter, terminal.Up, "\x1b[F", terminal.Left, terminal.Left, "\x15"}, [2]string{"按字段", "By field"}},
	{"palette", []string{"\x10"}, [2]string{"命令", "ommand"}},
	{"help", []string{terminal.F2}, [2]string{"帮助", "elp"}},
	{"note", []string{down, down, down, down, enter, "\x05", "\x1b[F", enter, "中试装置 6 月起停机检修两周，", "\x0e", "①膜组件 ②控制柜，“备件”自购。"}, [2]string{"控制柜", "控制柜"}},
	{"calendar", []string{down, down, down, enter, enter, "\x1b[20~"}, [2]string{"原来的值", "oday"}},
	{"pick", []string{down, down, down, enter, "\x1b[C", "\x1b[C", "\x1b[C", "\x1b[C", "\x1b[C", "ryrg"}, [2]string{"人员人工", "staff"}},
	{"evidence", []string{down, down, down, down, enter, "\x0f"}, [2]string{"附件", "ttachments"}},
	{"spending", []string{"\x1b[20~"}, [2]string{"167.04", "167.04"}},
	{"category", []string{"\x1b[20~", "2"}, [2]string{"%", "%"}},
	{"what-if", []string{"\x1b[19~"}, [2]string{"试算", "hat"}},
	{"search", []string{"\x07", "膜组件"}, [2]string{"膜组件", "膜组件"}},
	{"settings", []string{"\x10", "settings", enter}, [2]string{"版本", "ersion"}},
	{"start", []string{"\x0f"}, [2]string{"新建", "New"}},
}

func main() {
	only := flag.String("only", "", "make only pictures whose name begins with this")
	light := flag.Bool("light", false, "show every screen light too, not only those people look at longest")
	out := flag.String("out", "../docs/pictures", "folder")
	moving := flag.Bool("moving", false, "make the moving picture of the README, in both languages, and no other")
	flag.Parse()
	do := func() error { return run(*only, *out, *light) }
	if *moving {
		do = func() error { return films(*only, *out) }
	}
	if err := do(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// built builds the program into a folder, whose name is shown on the screen of a submission.
func built() (bin, dir string, err error) {
	dir = filepath.Join(os.TempDir(), "yice-desk")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", dir, err
	}
	bin, err = machine.Build(dir)
	return bin, dir, err
}

func run(only, out string, light bool) error {
	bin, dir, err := built()
	defer os.RemoveAll(dir)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	var failed []error
	for _, size := range [][2]int{{120, 36}, {80, 24}} {
		for _, lang := range []string{"zh", "en"} {
			for _, ground := range []string{"dark", "light"} {
				for _, s := range scenes {
					name := fmt.Sprintf("%s-%dx%d-%s-%s", s.name, size[0], size[1], lang, ground)
					if !strings.HasPrefix(name, only) || ground == "light" && !light && s.name != "overview" && s.name != "grid" {
						continue
					}
					if err := shoot(bin, dir, filepath.Join(out, name+".png"), s, size, lang, ground); err != nil {
						failed = append(failed, fmt.Errorf("%s: %w", name, err))
						continue
					}
					fmt.Println(name)
				}
			}
		}
	}
	return errors.Join(failed...)
}

// films makes the moving picture in each language.
func films(only, out string) error {
	bin, dir, err := built()
	defer os.RemoveAll(dir)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, lang := range []string{"zh", "en"} {
		name := "moving-" + lang
		if !strings.HasPrefix(name, only) {
			continue
		}
		if err := shootFilm(bin, dir, filepath.Join(out, name+".svg"), lang); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Println(name)
	}
	return nil
}

// shoot opens the example afresh, walks to a scene and takes its picture.
func shoot(bin, dir, file string, s scene, size [2]int, lang, ground string) error {
	home := filepath.Join(dir, "home") // the same in every picture
	if err := errors.Join(os.RemoveAll(home), os.MkdirAll(home, 0o755)); err != nil {
		return err
	}
	paper := terminal.Dark
	if ground == "light" {
		paper = terminal.Light
	}
	p, err := startExample(bin, home, lang, ground, size)
	if err != nil {
		return err
	}
	defer p.Close()
	for _, k := range s.keys {
		if err := p.Send(k); err != nil {
			return err
		}
		time.Sleep(350 * time.Millisecond)
		p.Quiet(100 * time.Millisecond)
	}
	at := 0
	if lang == "en" {
		at = 1
	}
	if _, err := p.WaitFor(10*time.Second, s.till[at]); err != nil {
		return err
	}
	p.Quiet(300 * time.Millisecond)
	svg := filepath.Join(home, "screen.svg")
	if err := os.WriteFile(svg, []byte(p.SVG(paper)), 0o644); err != nil {
		return err
	}
	return render(svg, file, size, home)
}

// startExample opens the example on a terminal, as far as its scored overview.
func startExample(bin, home, lang, ground string, size [2]int) (*terminal.Program, error) {
	background := "15;0"
	if ground == "light" {
		background = "0;15"
	}
	p, err := terminal.Start(terminal.Options{
		Args: []string{bin, "demo", "--workspace", filepath.Join(home, "demo.yice"), "--lang", lang},
		Env: append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home, "TERM=xterm-256color", "USER=示例丙", "LOGNAME=示例丙",
			"COLORTERM=truecolor", "LANG=C.UTF-8", "COLORFGBG="+background, "YICE_THEME="+ground),
		Width: size[0], Height: size[1],
	})
	if err != nil {
		return nil, err
	}
	if _, err = p.WaitFor(20*time.Second, "82.58"); err == nil {
		err = dismissGuide(p)
	}
	if err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

// dismissGuide closes the guide that a first start shows; it takes no keys in its first moment.
func dismissGuide(p *terminal.Program) error {
	for range 10 {
		time.Sleep(500 * time.Millisecond)
		v := p.View()
		if !v.Has("一分钟上手") && !v.Has("first minute") {
			return nil
		}
		if err := p.Send(terminal.Escape); err != nil {
			return err
		}
	}
	return errors.New("the guide does not close")
}

// render turns the drawing into a picture file.
func render(svg, file string, size [2]int, home string) error {
	file, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	w, h := terminal.PictureSize(size[0], size[1])
	cmd := exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-device-scale-factor=1",
		"--user-data-dir="+filepath.Join(home, "browser"), fmt.Sprintf("--window-size=%d,%d", w, h), "--screenshot="+file, "file://"+svg)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("chromium: %w\n%s", err, out)
	}
	return nil
}
