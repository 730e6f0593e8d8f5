package form

import (
	"errors"
	"fmt"
	"regexp"

	"yice/internal/pattern"
)

// Validate says everything that is wrong with a dictionary: doubled ids, references and keys that lead nowhere, checks of
// fields that do not exist, texts missing in a language. It is for whoever writes a form, so it speaks English only.
func Validate(forms []*Form) error {
	var wrong []error
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Errorf(format, args...)) }
	byID := map[string]*Form{}
	checks := map[string]bool{
		CheckUnread: true, CheckRequired: true, CheckCode: true, CheckNegative: true, CheckShare: true, CheckFuture: true, CheckUSCC: true,
	}
	for _, f := range forms {
		if !identifier.MatchString(f.ID) {
			say("form %q: the id is not lower case letters, digits and _", f.ID)
		}
		if byID[f.ID] != nil {
			say("form %q stands twice", f.ID)
		}
		byID[f.ID] = f
	}
	for _, f := range forms {
		f.validate(byID, checks, say)
	}
	return errors.Join(wrong...)
}

var identifier = pattern.Of(`^[a-z][a-z0-9_]*$`)

func (f *Form) validate(forms map[string]*Form, checks map[string]bool, say func(string, ...any)) {
	if f.Title.ZH == "" || f.Title.EN == "" || f.Help.ZH == "" || f.Help.EN == "" {
		say("form %s: title and help need both languages", f.ID)
	}
	seen := map[string]bool{}
	for i := range f.Fields {
		field := &f.Fields[i]
		if seen[field.ID] {
			say("%s.%s stands twice", f.ID, field.ID)
		}
		seen[field.ID] = true
		field.validate(f, forms, say)
	}
	for _, key := range f.Keys {
		f.fieldsExist("key", key, say)
	}
	f.fieldsExist("label", f.Label, say)
	f.fieldsExist("alike", f.Alike, say)
	if len(f.Keys) == 0 && len(f.Label) == 0 && !f.Single() {
		say("form %s: rows without a key need a label", f.ID)
	}
	for i := range f.Checks {
		c := &f.Checks[i]
		if checks[c.ID] {
			say("check %s stands twice", c.ID)
		}
		checks[c.ID] = true
		if len(c.Fields) == 0 || (c.Bad == nil) == (c.BadIn == nil) {
			say("check %s needs fields and one rule", c.ID)
		}
		f.fieldsExist("check "+c.ID, c.Fields, say)
	}
}

func (f *Form) fieldsExist(what string, ids []string, say func(string, ...any)) {
	for _, id := range ids {
		if f.Index(id) < 0 {
			say("form %s: %s names %q, which is no field", f.ID, what, id)
		}
	}
}

func (f *Field) validate(in *Form, forms map[string]*Form, say func(string, ...any)) {
	at := in.ID + "." + f.ID
	if !identifier.MatchString(f.ID) {
		say("%s: the id is not lower case letters, digits and _", at)
	}
	if f.Title.ZH == "" || f.Title.EN == "" {
		say("%s: the title needs both languages", at)
	}
	if f.Help.ZH == "" || f.Help.EN == "" {
		say("%s: the help needs both languages", at)
	}
	if f.Kind == Ref && (forms[f.Ref] == nil || !forms[f.Ref].Keyed()) {
		say("%s refers to %q, which is no form with a key", at, f.Ref)
	}
	if f.Kind == CodeKind && len(f.Codes) == 0 {
		say("%s has no codes", at)
	}
	if f.Kind == ID && f.Identifier == NoIdentifier {
		say("%s has no rule for its identifier", at)
	}
	if f.Kind == Money && f.Unit.Fen == 0 {
		say("%s has no unit of money", at)
	}
	if f.OpenCodes {
		if _, err := regexp.Compile(f.Pattern); err != nil || f.Pattern == "" {
			say("%s: the pattern of its open codes is not one", at)
		}
	}
	codes := map[string]bool{}
	for _, c := range f.Codes {
		if codes[c.ID] || c.ID == "" {
			say("%s: code %q stands twice or is empty", at, c.ID)
		}
		codes[c.ID] = true
		if c.Title.ZH == "" || c.Title.EN == "" {
			say("%s: code %s needs a title in both languages", at, c.ID)
		}
	}
}
