package intake

func init() { layouts = append(layouts, flags) }

// flags are calls that name a recipe or say what to do: the same files, the same truth.
func flags(seed uint64) (all []Case) {
	byName := map[string]Case{}
	for _, layout := range []func(uint64) []Case{yonyouLedgers, yonyouJournals, kingdee, subsidiaries, statistics, handUnits} {
		for _, c := range layout(seed) {
			byName[c.Name] = c
		}
	}
	for _, r := range []struct{ recipe, of string }{
		{"columns", "hand-unit-above"},
		{"yonyou-ledger", "u8-ledger-account"},
		{"yonyou-journal", "u8-journal"},
		{"kingdee-ledger", "k3-ledger-account"},
		{"haokuaiji-journal", "haokuaiji-journal-merged"},
		{"rd-subsidiary-2021", "subsidiary-one-project"},
		{"nbs-107-1", "nbs-107-1"},
		{"nbs-107-2", "nbs-107-2-two-halves"},
	} {
		c := byName[r.of]
		c.Name, c.Note, c.Containers, c.Mutable = "recipe-"+r.recipe, "Named with --recipe: what it reads without is what it reads with.", []string{"xlsx"}, false
		c.Flags = []string{"--recipe", r.recipe}
		all = append(all, c)
	}
	wrong := byName["u8-ledger-account"]
	wrong.Name, wrong.Note, wrong.Containers, wrong.Mutable = "recipe-that-does-not-fit", "A recipe that does not fit the file is refused; nothing comes in by force.", []string{"xlsx"}, false
	wrong.Flags = []string{"--recipe", "rd-subsidiary-2021"}
	wrong.Steps = []Step{{Expect: MustRefuse}}
	unknown := wrong
	unknown.Name, unknown.Note, unknown.Flags = "recipe-that-is-not-there", "No recipe of this name.", []string{"--recipe", "yonyou-u9"}

	dry := byName["u8-ledger-account"]
	dry.Name, dry.Note, dry.Containers, dry.Mutable = "dry-run", "--dry-run says what would be, and writes nothing; without it the same file comes in.", []string{"xlsx"}, false
	dry.Steps = []Step{{Flags: []string{"--dry-run"}, Expect: Right, Truth: Truth{Fields: ledger}}, dry.Steps[0]}
	return append(all, wrong, unknown, dry, goodRows(seed), addedFile(seed))
}

// goodRows has one row that cannot come in: with --good-rows the others do, and the exit is 1.
func goodRows(seed uint64) Case {
	s := hand{}.sheet("台账", handLines(source(seed, "good-rows"), 12, 1))
	s.Rows[4].Cells[5] = W("见附件")
	s.Rows[4].Truth, s.Rows[4].Kind = nil, Header
	c := simple("good-rows", byHand, "Without --good-rows a row that is refused stops the file; with it the others are written, and the exit is 1.", MustRefuse, one(s), "xlsx", "csv")
	c.Steps = append(c.Steps, Step{Flags: []string{"--good-rows"}, Expect: Right, Truth: truthOf(one(s)), Partly: true})
	return c
}

// addedFile brings a mended file in beside what it brought before.
func addedFile(seed uint64) Case {
	c := mendedFile(seed)
	c.Name, c.Note = "hand-mended-file-added", "--add brings all lines of a mended file in beside those it brought before."
	both := c.Steps[0].Truth
	both.Rows = append(append([][]string{}, both.Rows...), c.Steps[2].Truth.Rows...)
	c.Steps = []Step{c.Steps[0], {Files: c.Steps[1].Files, Flags: []string{"--add"}, Expect: Right, Truth: both}}
	return c
}
