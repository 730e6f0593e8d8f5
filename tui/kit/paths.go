package kit

import (
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"yice/tui/paint"
)

// Expand makes a path of what was typed or pasted for one: quotes, file://, backslashes before blanks and ~ are what a
// terminal or a shell makes of a path, not parts of it.
func Expand(typed string) string {
	path := strings.TrimSpace(typed)
	if words := shellWords(path); len(words) == 1 && (strings.ContainsAny(path[:1], `"'`) || runtime.GOOS != "windows" && escaped(path)) {
		path = words[0]
	}
	path = strings.Trim(path, `"'`)
	if p, ok := fromURL(path); ok {
		path = p
	}
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return path
}

// fromURL takes the path out of a file:// address, as file managers put it on the clipboard.
func fromURL(s string) (string, bool) {
	if len(s) < 7 || !strings.EqualFold(s[:7], "file://") {
		return "", false
	}
	u, err := url.Parse(s)
	if err != nil || u.Host != "" && u.Host != "localhost" {
		return "", false
	}
	path := u.Path
	if runtime.GOOS == "windows" {
		path = filepath.FromSlash(strings.TrimPrefix(path, "/"))
	}
	return path, path != ""
}

// shellMeta are the characters that terminals put a backslash before when a file is dropped on them.
const shellMeta = " \t!\"#$&'()*;<>?[\\]^`{|}~"

// escaped reports a backslash that a shell would take away.
func escaped(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '\\' && strings.IndexByte(shellMeta, s[i+1]) >= 0 {
			return true
		}
	}
	return false
}

// shellWords splits a line as a shell does: at blanks, with quotes and, but for Windows, backslashes.
func shellWords(s string) []string {
	var out []string
	var b strings.Builder
	in, quote := false, byte(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quote == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r'):
			if in {
				out = append(out, b.String())
				b.Reset()
				in = false
			}
			continue
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == '\\' && quote != '\'' && runtime.GOOS != "windows" && i+1 < len(s) && (quote == 0 || s[i+1] == '"' || s[i+1] == '\\'):
			i++
			b.WriteByte(s[i])
		default:
			b.WriteByte(c)
		}
		in = true
	}
	if in {
		out = append(out, b.String())
	}
	return out
}

// PastedPaths gives the paths in what was pasted, or dropped onto the window: one, or several in a row or one a line. Text
// that is no whole path gives none.
func PastedPaths(s string) []string {
	s = strings.TrimSpace(s)
	if s == "" {
		return nil
	}
	var lines []string
	for l := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		lines = append(lines, strings.TrimSpace(l))
	}
	var out []string
	for _, l := range lines {
		words := shellWords(l)
		for _, w := range words {
			if !wholePath(w) {
				// A name with blanks in it, not quoted: the line is one path.
				words = []string{strings.Trim(l, `"'`)}
				break
			}
		}
		for _, w := range words {
			if !wholePath(w) {
				return nil
			}
			out = append(out, unquoted(w))
		}
	}
	return out
}

// unquoted is expand for what the shell's marks were already taken from.
func unquoted(path string) string {
	if p, ok := fromURL(path); ok {
		return p
	}
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return path
}

// wholePath reports a path that needs no folder to start from.
func wholePath(s string) bool {
	_, address := fromURL(s)
	return address || filepath.IsAbs(s) || s == "~" || len(s) > 1 && s[0] == '~' && os.IsPathSeparator(s[1])
}

// splitPath parts what is typed into the folder, with its separator, and the beginning of a name in it.
func splitPath(typed string) (folder, name string) {
	if typed == "~" {
		return "~" + string(filepath.Separator), ""
	}
	i := len(typed)
	for i > 0 && !os.IsPathSeparator(typed[i-1]) {
		i--
	}
	return typed[:i], typed[i:]
}

// BytesOf writes a size for people, to a tenth.
func BytesOf(n int64) string {
	for _, u := range []struct {
		shift uint
		name  string
	}{{30, "GB"}, {20, "MB"}, {10, "KB"}} {
		if n >= 1<<u.shift {
			tenths := (n*10 + 1<<(u.shift-1)) >> u.shift
			return Group(strconv.FormatInt(tenths/10, 10)) + "." + strconv.FormatInt(tenths%10, 10) + " " + u.name
		}
	}
	return strconv.FormatInt(n, 10) + " B"
}

// Shorten keeps the end of a path, which tells more than its beginning.
func Shorten(s string, w int) string {
	if paint.Width(s) <= w {
		return s
	}
	cs := paint.Clusters(s)
	used := 1
	i := len(cs)
	for i > 0 && used+cs[i-1].Width <= w {
		i--
		used += cs[i].Width
	}
	var b strings.Builder
	b.WriteString("…")
	for _, c := range cs[i:] {
		b.WriteString(c.Text)
	}
	return b.String()
}
