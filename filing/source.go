package filing

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"yice/entry"
	"yice/filing/intake"
	"yice/form"
	"yice/internal/inorder"
	"yice/store"
)

// ReadFile opens a file of a table and finds its encoding, sheets and headers. Faults name the file and the way out.
func ReadFile(path string, o ReadOptions) (*Source, error) { return intake.Read(path, o) }

// ReadText takes pasted text: lines of cells parted by tabs (or commas, where it has no tab). name is shown where a file's
// name would be.
func ReadText(name, pasted string) (*Source, error) {
	return intake.ReadText(name, pasted, ReadOptions{})
}

// adapted is how a source is read for a form in a session: by its recipe, else by what the workspace remembers.
func adapted(s *entry.Session, f *form.Form, o ImportOptions, names func(formID string) map[string]string) ReadOptions {
	w := s.Workspace()
	read := o.Read
	read.Form, read.Recipe = f, o.Recipe
	read.Memory = func(f *form.Form) map[string]string { return remembered(w, f) }
	read.Remembered = func(fingerprint string) (Recipe, bool) { return keptFor(w, fingerprint) }
	read.Meanings = func(field string) map[string]string { return meanings(w, field) }
	read.Names = names
	return read
}

// The memory of columns matched by hand: a setting a form and caption, holding the field or intake.Skipped.
const memoryPrefix = "import/"

func remembered(w *store.Workspace, f *form.Form) map[string]string {
	return trimmed(w, memoryPrefix+f.ID+"/")
}

// trimmed gives the settings under a prefix without it; nil where they cannot be read: without memory, titles still match.
func trimmed(w *store.Workspace, prefix string) map[string]string {
	settings, err := w.Settings(prefix)
	if err != nil {
		return nil
	}
	memory := make(map[string]string, len(settings))
	for name, value := range settings {
		memory[strings.TrimPrefix(name, prefix)] = value
	}
	return memory
}

// Meanings of texts that were asked for once: a setting a field and text, holding the value.
const meaningPrefix = "meaning/"

func meanings(w *store.Workspace, field string) map[string]string {
	return trimmed(w, meaningPrefix+field+"/")
}

// Recipes a workspace keeps: by the header they were made for, and by name.
const (
	headerRecipes = "recipe-for/"
	namedRecipes  = "recipe/"
)

// keptFor gives the recipe kept for a header.
func keptFor(w *store.Workspace, fingerprint string) (Recipe, bool) {
	content, err := w.Setting(headerRecipes + headerKey(fingerprint))
	if err != nil || content == "" {
		return Recipe{}, false
	}
	r, err := intake.ParseRecipe([]byte(content))
	return r, err == nil
}

func headerKey(fingerprint string) string {
	sum := sha256.Sum256([]byte(fingerprint))
	return hex.EncodeToString(sum[:16])
}

// KeepRecipe keeps a recipe for files with this header, and under its name.
func KeepRecipe(w *store.Workspace, fingerprint string, r Recipe) error {
	if fingerprint != "" {
		if err := w.SetSetting(headerRecipes+headerKey(fingerprint), string(r.TOML())); err != nil {
			return err
		}
	}
	return w.SetSetting(namedRecipes+r.Name, string(r.TOML()))
}

// Recipes lists the recipes a workspace keeps by name, then the built-in ones. w may be nil.
func Recipes(w *store.Workspace) []Recipe {
	var all []Recipe
	if w != nil {
		for _, content := range trimmed(w, namedRecipes) {
			if r, err := intake.ParseRecipe([]byte(content)); err == nil {
				all = append(all, r)
			}
		}
	}
	inorder.Sort(all, func(a, b Recipe) int { return cmp.Compare(a.Name, b.Name) })
	return append(all, intake.BuiltIn()...)
}

// remember keeps what was answered while a file was read: the meanings of its texts.
func (j *job) remember(w *store.Workspace) error {
	if j.recipe == nil || j.recipe.BuiltIn {
		return nil
	}
	for field, values := range j.recipe.Map {
		for from, to := range values {
			if err := w.SetSetting(meaningPrefix+field+"/"+intake.Fold(from), to); err != nil {
				return err
			}
		}
	}
	return nil
}

// RememberColumns keeps which columns were matched by hand for the next file of this form; recipe may be nil.
func RememberColumns(w *store.Workspace, f *form.Form, recipe *Recipe) error {
	if recipe == nil {
		return nil
	}
	for field, captions := range recipe.Columns {
		if f.Field(field) == nil && field != intake.Skipped {
			continue
		}
		for _, caption := range captions {
			if err := w.SetSetting(memoryPrefix+f.ID+"/"+intake.Fold(caption), field); err != nil {
				return err
			}
		}
	}
	return nil
}
