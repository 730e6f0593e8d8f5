package markup

import (
	"strings"

	"yice/internal/pattern"

	"yice/filing/intake/numfmt"
)

// Limits of what is kept of a page's styles.
const (
	maxClasses  = 20_000
	maxStyleSrc = 4 << 20
)

// look is what the style of an element says: the number format, and whether it is seen, seen red, or crossed out.
type look struct {
	format string
	hidden bool
	red    bool
	struck bool
}

func (l look) over(under look) look {
	if l.format == "" {
		l.format = under.format
	}
	return look{l.format, l.hidden || under.hidden, l.red || under.red, l.struck || under.struck}
}

var (
	rules     = pattern.Of(`([^{}]+)\{([^{}]*)\}`)
	classes   = pattern.Of(`\.([\w\-]+)\s*(?:,|$)`)
	hides     = pattern.Of(`(?i)display\s*:\s*none`)
	reddens   = pattern.Of(`(?i)(?:^|[;\s"'])color\s*:\s*(?:red|#f00|#ff0000)\b`)
	strikes   = pattern.Of(`(?i)text-decoration(?:-line)?\s*:[^;]*line-through`)
	formatted = pattern.Of(`(?i)mso-number-format\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^;]*)`)
)

// readLook reads the declarations of a style.
func readLook(css string) look {
	l := look{hidden: hides.MatchString(css), red: reddens.MatchString(css), struck: strikes.MatchString(css)}
	if m := formatted.FindStringSubmatch(css); m != nil {
		l.format = unescape(strings.TrimSpace(strings.Trim(strings.TrimSpace(m[1]), `"'`)))
	}
	return l
}

// readClasses reads the classes of a page's style element that say one of these things.
func readClasses(into map[string]look, css string) {
	for _, rule := range rules.FindAllStringSubmatch(css, -1) {
		l := readLook(rule[2])
		if l == (look{}) {
			continue
		}
		for _, m := range classes.FindAllStringSubmatch(strings.TrimSpace(rule[1]), -1) {
			if len(into) < maxClasses {
				into[m[1]] = l.over(into[m[1]])
			}
		}
	}
}

// unescape undoes the backslashes of a style: each stands before what is meant.
func unescape(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

// named are the formats that Excel writes by name.
var named = map[string]string{
	"general": "General", "general number": "General", "general date": "yyyy/m/d h:mm", "long date": `yyyy"年"m"月"d"日"`, "medium date": "yyyy/m/d",
	"short date": "yyyy/m/d", "long time": "h:mm:ss", "medium time": "h:mm", "short time": "h:mm", "currency": `"¥"#,##0.00;[Red]"¥"\-#,##0.00`,
	"euro currency": `"€"#,##0.00`, "fixed": "0.00", "standard": "#,##0.00", "percent": "0.00%", "scientific": "0.00E+00",
	"yes/no": `"是";"是";"否"`, "true/false": `"是";"是";"否"`, "on/off": `"开";"开";"关"`,
}

// formats understands each format once.
type formats map[string]*numfmt.Format

func (f formats) of(code string) *numfmt.Format {
	known := f[code]
	if known == nil {
		spelt := code
		if strings.TrimSpace(code) == "" {
			spelt = "General"
		}
		if n, ok := named[strings.ToLower(strings.TrimSpace(code))]; ok {
			spelt = n
		}
		known = numfmt.Parse(spelt)
		if len(f) < maxClasses {
			f[code] = known
		}
	}
	return known
}
