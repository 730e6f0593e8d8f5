package kit

import (
	"os/user"
	"path/filepath"
	"strings"

	"yice/form"
	"yice/text"
	"yice/tui/screen"
)

// TypeTitle names a type of enterprise.
func TypeTitle(id string) text.Pair { return form.ByID("enterprise").Field("type").CodeTitle(id) }

// NameOr is what an enterprise is called: its name, else its code.
func NameOr(name, uscc string) string {
	if name == "" {
		return uscc
	}
	return name
}

// FileName makes a file's name of an enterprise's: what file systems refuse is left out.
func FileName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, s)
	if s = strings.Trim(s, ". "); s == "" {
		return "yice"
	}
	return s
}

// Beside is a path for a new file: beside the open workspace.
func Beside(m screen.Desk, name string) string { return filepath.Join(filepath.Dir(m.Path()), name) }

// WorkspacePath makes a workspace's path of what was typed.
func WorkspacePath(typed string) string {
	path := Expand(typed)
	if path != "" && !strings.EqualFold(filepath.Ext(path), ".yice") {
		path += ".yice"
	}
	return path
}

// SystemUser is who is at the machine, "" where the system does not say.
func SystemUser() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// KindTitles are the words for what a row of a file, or of what is pasted, is.
var KindTitles = [...]text.Pair{
	text.TuiKindDetail, text.TuiKindTotal, text.TuiKindCarried, text.TuiKindOpening, text.TuiKindHeading, text.TuiKindBlank,
	text.TuiKindFiltered, text.TuiKindDoubtful, text.TuiKindRefused,
	{},
}
