package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/filing/intake"
	"yice/form"
	"yice/store"
	"yice/text"
)

// recipeCommand is `yice recipe`: how tables of accounting programs are read.
func (p *program) recipeCommand() *cobra.Command {
	c := &cobra.Command{Use: "recipe", Short: text.CmdRecipeShort.In(p.lang), Long: text.CmdRecipeLong.In(p.lang)}
	c.AddCommand(p.recipeList(), p.recipeShow(), p.recipeSave(), p.recipeAdd())
	return c
}

type recipeJSON struct {
	Name    string   `json:"name"`
	Title   string   `json:"title"`
	Form    string   `json:"form"`
	Shape   string   `json:"shape"`
	Match   []string `json:"match"`
	BuiltIn bool     `json:"built_in"`
}

func (p *program) recipeList() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "list [W]", Short: text.CmdRecipeListShort.In(p.lang), Args: takes(0, 1),
		Example: "  yice recipe list\n  yice recipe list desk.yice --json",
	}
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		return p.withRecipes(args, func(w *store.Workspace) error {
			all := filing.Recipes(w)
			if asJSON {
				list := make([]recipeJSON, len(all))
				for i, r := range all {
					list[i] = recipeJSON{r.Name, r.Title, r.Form, string(r.Shape), []string{}, r.BuiltIn}
					for _, words := range r.Match {
						list[i].Match = append(list[i].Match, strings.Join(words, "|"))
					}
				}
				return p.printJSON(list)
			}
			t := columns("llll")
			t.row(text.CmdRecipeName.In(p.lang), text.CmdRecipeTitle.In(p.lang), text.CmdRecipeForm.In(p.lang), text.CmdRecipeFrom.In(p.lang))
			for _, r := range all {
				from, title := text.CmdRecipeOwn, ""
				if r.BuiltIn {
					from = text.CmdRecipeBuiltIn
				}
				if r.Form != "" {
					title = formTitle(nil, r.Form, p.lang)
				}
				t.row(r.Name, r.Title, title, from.In(p.lang))
			}
			return p.print(t.String())
		})
	}
	return c
}

// withRecipes opens the workspace that may be named.
func (p *program) withRecipes(args []string, do func(w *store.Workspace) error) error {
	if len(args) == 0 {
		return do(nil)
	}
	return p.inWorkspace(args[0], reading, do)
}

func (p *program) recipeShow() *cobra.Command {
	return &cobra.Command{
		Use: "show [W] NAME", Short: text.CmdRecipeShowShort.In(p.lang), Args: takes(1, 2),
		Example: "  yice recipe show yonyou-ledger > mine.toml",
		RunE: func(_ *cobra.Command, args []string) error {
			name := args[len(args)-1]
			return p.withRecipes(args[:len(args)-1], func(w *store.Workspace) error {
				r, err := recipeNamed(w, name)
				if err != nil {
					return err
				}
				return p.print(string(r.TOML()))
			})
		},
	}
}

func (p *program) recipeSave() *cobra.Command {
	var out, id string
	c := &cobra.Command{
		Use: "save FILE -o R.toml", Short: text.CmdRecipeSaveShort.In(p.lang), Long: text.CmdRecipeSaveLong.In(p.lang), Args: takes(1, 1),
		Example: "  yice recipe save 明细账.xls -o mine.toml",
	}
	c.Flags().StringVarP(&out, "output", "o", "", text.CmdFlagRecipeOut.In(p.lang))
	c.Flags().StringVar(&id, "form", "spend", text.CmdFlagRecipeForm.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		f, err := namedForm(nil, id)
		if err != nil {
			return err
		}
		src, err := filing.ReadFile(args[0], filing.ReadOptions{Form: f})
		if err != nil {
			return err
		}
		defer src.Close()
		draft, err := src.Draft(c.Context())
		if err != nil {
			return err
		}
		if out == "" || out == "-" {
			return p.print(string(draft))
		}
		if _, err := os.Lstat(out); !errors.Is(err, fs.ErrNotExist) {
			return usage("cmd.exists", text.CmdRecipeExists.With(out))
		}
		if err := writeNew(out, draft); err != nil {
			return err
		}
		p.message(text.CmdRecipeSaved.With(out))
		return nil
	}
	return c
}

func (p *program) recipeAdd() *cobra.Command {
	return &cobra.Command{
		Use: "add W R.toml", Short: text.CmdRecipeAddShort.In(p.lang), Args: takes(2, 2),
		Example: "  yice recipe add desk.yice mine.toml",
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := recipeFile(args[1])
			if err != nil {
				return err
			}
			if _, taken := intake.Named(r.Name); taken {
				return usage("cmd.recipe-name", text.CmdRecipeTaken.With(r.Name))
			}
			return p.inWorkspace(args[0], writing, func(w *store.Workspace) error {
				if err := filing.KeepRecipe(w, "", r); err != nil {
					return err
				}
				p.message(text.CmdRecipeAdded.With(r.Name))
				return nil
			})
		},
	}
}

// recipeNamed finds a recipe: one the workspace keeps, a built-in one, or a file; nil for "".
func recipeNamed(w *store.Workspace, name string) (*filing.Recipe, error) {
	if name == "" {
		return nil, nil
	}
	var names []string
	for _, r := range filing.Recipes(w) {
		if r.Name == name {
			return &r, nil
		}
		names = append(names, r.Name)
	}
	if _, err := os.Stat(name); err == nil {
		r, err := recipeFile(name)
		return &r, err
	}
	return nil, usage("cmd.recipe", text.IntakeRecipeNone.With(form.Printable(name, 60), strings.Join(names, ", ")))
}

func recipeFile(path string) (filing.Recipe, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return filing.Recipe{}, err
	}
	return intake.ParseRecipe(content)
}
