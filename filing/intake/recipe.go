package intake

import (
	"bytes"
	"embed"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"yice/form"
	"yice/internal/inorder"
	"yice/text"
)

// Shape is how the rows of a table become records.
type Shape string

const (
	ByColumns Shape = "columns"  // a column a field
	AsLedger  Shape = "ledger"   // entries on the debit and the credit side of accounts
	CrossTab  Shape = "crosstab" // a category a column
	Vertical  Shape = "vertical" // a label beside its value
)

// Recipe says how a shape of table is read. It is a small TOML file: built in, remembered in a workspace by the fingerprint
// of the header it was made for, edited on the import screen, handed on as a file.
type Recipe struct {
	Name  string `toml:"name"`
	Title string `toml:"title,omitempty"`
	Form  string `toml:"form,omitempty"`
	Shape Shape  `toml:"shape,omitempty"`
	// Match are header words: a table fits where each list has one that is there.
	Match [][]string `toml:"match,omitempty"`
	// Columns name the captions of a field or of a part of a ledger (debit, credit, account, direction, …); "-" as a key
	// lists captions that are left out.
	Columns map[string][]string `toml:"columns,omitempty"`
	// Unit of bare figures, where the file says none or says it wrong: 元, 千元, 万元.
	Unit string `toml:"unit,omitempty"`
	// Year of dates that state none.
	Year int `toml:"year,omitempty"`
	// Accounts are what an entry's account begins with, by number or by name, to come in.
	Accounts []string `toml:"accounts,omitempty"`
	// Closing are words in the summary of an entry that closes an account: it is no negative spending.
	Closing []string `toml:"closing,omitempty"`
	// Opposite says what entries on the credit side are that close nothing: "subtract" (the default), "leave".
	Opposite string `toml:"opposite,omitempty"`
	// Totals are further words of rows of sums.
	Totals []string `toml:"totals,omitempty"`
	// Hidden rows: "take" or "leave"; empty: asked.
	Hidden string `toml:"hidden,omitempty"`
	// Doubtful rows: "leave" them out; empty: asked.
	Doubtful string `toml:"doubtful,omitempty"`
	// Map says what texts of a file mean: field, text, value.
	Map map[string]map[string]string `toml:"map,omitempty"`
	// Constants are values of fields that the file does not have.
	Constants map[string]string `toml:"constants,omitempty"`
	// Without are fields that the form wants and the file has no column for: its lines come in without them, and it is not asked again.
	Without []string `toml:"without,omitempty"`
	// BuiltIn recipes ship with the program.
	BuiltIn bool `toml:"-"`

	known map[string]map[string]string // what texts were said to mean before, by field and folded text
}

//go:embed recipes/*.toml
var builtInFiles embed.FS

// BuiltIn gives the recipes that ship with the program, in the order in which they are tried.
func BuiltIn() []Recipe {
	names, err := builtInFiles.ReadDir("recipes")
	if err != nil {
		panic("intake: " + err.Error())
	}
	all := make([]Recipe, 0, len(names))
	for _, n := range names {
		content, err := builtInFiles.ReadFile(path.Join("recipes", n.Name()))
		if err != nil {
			panic("intake: " + err.Error())
		}
		r, err := ParseRecipe(content)
		if err != nil {
			panic("intake: " + n.Name() + ": " + err.Error())
		}
		r.BuiltIn = true
		all = append(all, r)
	}
	inorder.Stably(all, func(a, b Recipe) int { return strings.Compare(order(a.Name), order(b.Name)) })
	return all
}

// order puts what is told apart by more words before what is told apart by fewer.
func order(name string) string {
	if i := slices.Index(recipeOrder, name); i >= 0 {
		return string(rune('a' + i))
	}
	return "z" + name
}

var recipeOrder = []string{"rd-subsidiary-2021", "nbs-107-1", "nbs-107-2", "haokuaiji-journal", "yonyou-journal", "kingdee-ledger", "yonyou-ledger", "ledger", "columns"}

// Named finds a built-in recipe.
func Named(name string) (Recipe, bool) {
	for _, r := range BuiltIn() {
		if r.Name == name {
			return r, true
		}
	}
	return Recipe{}, false
}

const (
	maxRecipeBytes = 256 << 10
	maxRecipeList  = 2_000
	maxRecipeText  = 200
)

// ParseRecipe reads a recipe strictly: unknown keys, unknown fields and values that are no value of theirs are refused.
// Errors are *text.Fault.
func ParseRecipe(content []byte) (Recipe, error) {
	var r Recipe
	if len(content) > maxRecipeBytes {
		return r, fault("intake.recipe", text.Cannot, text.IntakeRecipeLarge.With(maxRecipeBytes>>10))
	}
	d := toml.NewDecoder(bytes.NewReader(content))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil && !errors.Is(err, io.EOF) {
		return r, recipeError(err)
	}
	return r, r.check()
}

func recipeError(err error) error {
	var decode *toml.DecodeError
	var strict *toml.StrictMissingError
	switch {
	case errors.As(err, &strict) && len(strict.Errors) > 0:
		row, _ := strict.Errors[0].Position()
		return fault("intake.recipe", text.Usage, text.IntakeRecipeKey.With(row, form.Printable(strings.Join(strict.Errors[0].Key(), "."), 60)))
	case errors.As(err, &decode):
		row, col := decode.Position()
		return fault("intake.recipe", text.Usage, text.IntakeRecipeSyntax.With(row, col))
	}
	return &text.Fault{Code: "intake.recipe", Class: text.Usage, Say: text.IntakeRecipeSyntax.With(1, 1), Err: err}
}

// TOML writes a recipe as it is kept and handed on.
func (r Recipe) TOML() []byte {
	var b bytes.Buffer
	if err := toml.NewEncoder(&b).Encode(r); err != nil {
		panic("intake: a recipe does not encode: " + err.Error())
	}
	return b.Bytes()
}

func (r *Recipe) check() error {
	bad := func(key, value string) error {
		return fault("intake.recipe", text.Usage, text.IntakeRecipeValue.With(key, form.Printable(value, 60)))
	}
	switch {
	case strings.TrimSpace(r.Name) == "" || len(r.Name) > maxRecipeText || strings.ContainsAny(r.Name, "/\\\x00\n"):
		return bad("name", r.Name)
	case !slices.Contains([]Shape{"", ByColumns, AsLedger, CrossTab, Vertical}, r.Shape):
		return bad("shape", string(r.Shape))
	case !slices.Contains([]string{"", "subtract", "leave"}, r.Opposite):
		return bad("opposite", r.Opposite)
	case !slices.Contains([]string{"", "take", "leave"}, r.Hidden):
		return bad("hidden", r.Hidden)
	case !slices.Contains([]string{"", "leave"}, r.Doubtful):
		return bad("doubtful", r.Doubtful)
	case r.Year != 0 && (r.Year < form.MinYear || r.Year > form.MaxYear):
		return bad("year", text.Same("").ZH)
	}
	if r.Unit != "" {
		if _, ok := unitWord(fold(r.Unit)); !ok {
			return bad("unit", r.Unit)
		}
	}
	return r.checkFields(bad)
}

// checkFields holds a recipe to the dictionary of its form.
func (r *Recipe) checkFields(bad func(key, value string) error) error {
	if len(r.Accounts)+len(r.Closing)+len(r.Totals)+len(r.Map)+len(r.Constants)+len(r.Columns)+len(r.Match)+len(r.Without) > maxRecipeList {
		return bad("match", "…")
	}
	if r.Form == "" {
		if len(r.Map)+len(r.Constants)+len(r.Without) > 0 {
			return bad("form", "")
		}
		return nil
	}
	f := form.ByID(r.Form)
	switch {
	case f != nil:
		return r.checkFieldsOf(f, bad)
	case form.WrongForm(r.Form) == form.GoodID:
		return nil // of a policy pack, which is at hand where a file is read by it: see fits
	}
	return bad("form", r.Form)
}

// fits holds a recipe to a form that a policy pack brings.
func (r *Recipe) fits(f *form.Form) error {
	return r.checkFieldsOf(f, func(key, value string) error {
		return fault("intake.recipe", text.Usage, text.IntakeRecipeValue.With(key, form.Printable(value, 60)))
	})
}

func (r *Recipe) checkFieldsOf(f *form.Form, bad func(key, value string) error) error {
	for id := range r.Columns {
		if f.Field(id) == nil && id != "-" && partRoles[id] == noRole {
			return bad("columns", id)
		}
	}
	for id, values := range r.Map {
		field := f.Field(id)
		if field == nil || len(values) > maxRecipeList {
			return bad("map", id)
		}
		for from, to := range values {
			if to == "" || to == "-" {
				continue
			}
			if v, err := field.Parse(to, form.NoUnit); err != nil || v.Empty() || len(from) > 4*maxRecipeText {
				return bad("map."+id, to)
			}
		}
	}
	for id, value := range r.Constants {
		field := f.Field(id)
		if field == nil {
			return bad("constants", id)
		}
		if v, err := field.Parse(value, form.Yuan); err != nil || v.Empty() {
			return bad("constants."+id, value)
		}
	}
	for _, id := range r.Without {
		if _, filled := r.Constants[id]; f.Field(id) == nil || filled {
			return bad("without", id)
		}
	}
	return nil
}

// partRoles are the names that a recipe gives the columns of a ledger which are no fields.
var partRoles = map[string]role{
	"debit": roleDebit, "credit": roleCredit, "direction": roleDirection, "entry_amount": roleAmount, "balance": roleBalance,
	"account_code": roleAccountCode, "account": roleAccountName, "counter_account": roleCounter, "month": roleMonth, "day": roleDay,
	"voucher_kind": roleVoucherKind, "voucher_number": roleVoucherNumber, "period": rolePeriod, "tax_amount": roleTaxAmount,
	"sequence": roleSequence,
}

// With gives the recipe with one column matched by hand: to a field or a part of a ledger, or to nothing. It is no built-in
// one any more.
func (r *Recipe) With(f *form.Form, caption, field string) Recipe {
	own := *r
	own.BuiltIn, own.Form = false, f.ID
	if r.BuiltIn {
		own.Name = r.Name + "*"
	}
	if field == "" {
		field = Skipped
	}
	own.Columns = make(map[string][]string, len(r.Columns)+1)
	for key, captions := range r.Columns {
		if key == field && key != Skipped {
			continue
		}
		for _, c := range captions {
			if fold(c) != fold(caption) {
				own.Columns[key] = append(own.Columns[key], c)
			}
		}
	}
	own.Columns[field] = append(own.Columns[field], caption)
	return own
}
