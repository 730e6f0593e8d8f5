package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/examples"
	"yice/filing"
	"yice/store"
	"yice/text"
)

func (p *program) demoCommand() *cobra.Command {
	var path string
	c := &cobra.Command{
		Use:     "demo",
		Short:   text.CmdDemoShort.In(p.lang),
		Long:    text.CmdDemoLong.In(p.lang),
		Example: "  yice demo\n  yice demo --workspace example.yice\n  yice demo | more",
		Args:    takes(0, 0),
	}
	c.Flags().StringVar(&path, "workspace", "", text.CmdFlagWorkspace.In(p.lang))
	c.RunE = func(c *cobra.Command, _ []string) error {
		at, err := p.demoPath(path)
		if err != nil {
			return err
		}
		if err := p.demoWorkspace(c.Context(), at); err != nil {
			return err
		}
		s := &scope{enterprise: examples.USCC, year: strconv.Itoa(examples.Year)}
		if p.terminal() {
			return p.showWorkstation(c.Context(), at, s, true)
		}
		return p.inSession(c.Context(), at, s, reading, func(session *entry.Session) error {
			sheet, err := p.sheet(session)
			if err != nil {
				return err
			}
			return p.print(sheetText(sheet, p.lang))
		})
	}
	return c
}

// demoPath is where the example lies: where the user says; else, on a terminal, in the user's data folder, so that it is
// found again; else in a new temporary folder, so that what is printed is the example as it comes.
func (p *program) demoPath(asked string) (string, error) {
	if asked != "" {
		return asked, nil
	}
	if !p.terminal() {
		dir, err := os.MkdirTemp("", "yice-demo-")
		if err != nil {
			return "", cannot("cmd.temp", text.CmdNoTemp, err)
		}
		return filepath.Join(dir, "demo"+workspaceEnding), nil
	}
	dir, err := p.dataFolder()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "demo"+workspaceEnding), nil
}

// dataFolder is the user's folder for data of programs, made if it is not there.
func (p *program) dataFolder() (string, error) {
	base := p.env("XDG_DATA_HOME")
	if base == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", cannot("cmd.home", text.CmdNoHome, err)
		}
		switch runtime.GOOS {
		case "windows":
			if base = p.env("LocalAppData"); base == "" {
				base = filepath.Join(home, "AppData", "Local")
			}
		case "darwin":
			base = filepath.Join(home, "Library", "Application Support")
		default:
			base = filepath.Join(home, ".local", "share")
		}
	}
	dir := filepath.Join(base, "yice")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", cannot("cmd.home", text.CmdNoFolder.With(dir), err)
	}
	return dir, nil
}

// demoWorkspace makes the example where there is no file yet. A file that is there is opened only if it holds the example.
func (p *program) demoWorkspace(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err != nil {
		if err := p.makeExample(ctx, path); err != nil {
			return err
		}
		p.message(text.CmdDemoMade.With(examples.Name, path))
		return nil
	}
	return p.inWorkspace(path, reading, func(w *store.Workspace) error {
		_, ok, err := w.FindBook(examples.USCC, examples.Year)
		if err != nil {
			return err
		}
		if !ok {
			return usage("cmd.not-demo", text.CmdNotDemo.With(path))
		}
		p.message(text.CmdDemoThere.With(path))
		return nil
	})
}

// makeExample makes the example enterprise as a new workspace: its years are imported as anyone's would be.
func (p *program) makeExample(ctx context.Context, path string) error {
	card, err := enterpriseCard(nil, examples.USCC, examples.Name, examples.Type)
	if err != nil {
		return err
	}
	files, err := os.MkdirTemp("", "yice-example-")
	if err != nil {
		return cannot("cmd.temp", text.CmdNoTemp, err)
	}
	defer os.RemoveAll(files)
	if err := unpack(examples.Files(), files); err != nil {
		return cannot("cmd.temp", text.CmdNoTemp, err)
	}
	return p.create(path, examples.Year, card, nil, func(w *store.Workspace) error {
		for _, y := range examples.Years() {
			session, err := entry.Open(w, examples.USCC, y, entry.Options{Who: p.who(w), Template: template, Now: p.now, Create: true})
			if err != nil {
				return err
			}
			_, err = filing.ImportFolder(ctx, session, filepath.Join(files, strconv.Itoa(y)), filing.ImportOptions{Who: p.who(w)})
			if err = closed(err, session); err != nil {
				return err
			}
		}
		return nil
	})
}

// unpack writes embedded files to a folder.
func unpack(from fs.FS, to string) error {
	return fs.WalkDir(from, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		at := filepath.Join(to, filepath.FromSlash(path))
		if d.IsDir() {
			return os.MkdirAll(at, 0o700)
		}
		content, err := fs.ReadFile(from, path)
		if err != nil {
			return err
		}
		return os.WriteFile(at, content, 0o600)
	})
}
