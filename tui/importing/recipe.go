package importing

import (
	"errors"
	"io/fs"
	"os"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/filing/intake"
	"yice/internal/whole"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// By which recipe a file is read, and keeping one.

// askRecipe offers the recipes there are: what fits, those the workspace keeps, the built-in ones, and one from a file.
func (s *Screen) askRecipe(m screen.Desk) tea.Cmd {
	take := func(r *filing.Recipe) func() tea.Cmd {
		return func() tea.Cmd { s.recipe = r; return s.replan(m) }
	}
	var all []kit.Option
	if r := s.now(); s.recipe != nil { // what was changed here stands first, to be left as it is
		all = append(all, kit.Option{Title: recipeName(&r), Also: r.Name, Group: s.recipeFrom(), Here: true, Take: func() tea.Cmd { return nil }})
	}
	all = append(all, []kit.Option{{Title: text.TuiImpRecAuto, Take: take(nil)}, {Title: text.TuiImpRecFile, Take: func() tea.Cmd { return s.askRecipeFile(m) }}}...)
	for _, r := range filing.Recipes(m.Session().Workspace()) {
		if r.Form != "" && s.form != nil && r.Form != s.form.ID {
			continue
		}
		o := kit.Option{Title: recipeName(&r), Also: r.Name, Group: text.TuiImpRecOwn, Take: take(&r)}
		if r.BuiltIn {
			o.Group = text.TuiImpBuiltIn
		}
		all = append(all, o)
	}
	kit.Choose(m, text.TuiImpRecTitle, all)
	return nil
}

func (s *Screen) askRecipeFile(m screen.Desk) tea.Cmd {
	return kit.AskPath(m, text.TuiImpRecPath, text.TuiImpRecSay, "", kit.PathWant{Ext: []string{".toml"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, screen.Later(func() screen.Do {
			content, err := os.ReadFile(path)
			var r filing.Recipe
			if err == nil {
				r, err = intake.ParseRecipe(content)
			}
			return func() tea.Cmd {
				if err != nil {
					m.Say(screen.Bad, kit.Sentence(err))
					return nil
				}
				s.recipe = &r
				return s.replan(m)
			}
		})
	})
}

// saveRecipe writes how the file is read as a recipe file.
func (s *Screen) saveRecipe(m screen.Desk) tea.Cmd {
	if s.form == nil || s.Source.Recipe == nil {
		m.Say(screen.Plain, text.TuiImpRecNone)
		return nil
	}
	content := s.own().TOML()
	return kit.AskPath(m, text.TuiImpRecSave, text.TuiImpRecSaveTo, s.base()+".toml", kit.PathWant{Save: true}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, func() tea.Msg {
			switch err := whole.New(path, content, 0o600); {
			case errors.Is(err, fs.ErrExist):
				return screen.Saying(m, screen.Bad, text.TuiImpExists)
			case err != nil:
				return screen.Saying(m, screen.Bad, kit.Sentence(err))
			}
			return screen.Saying(m, screen.Good, text.TuiImpRecSaved.With(path))
		}
	})
}
