package text

// What is asked before a step is taken back, and how one that was lost on the way of redo comes back.
var (
	TuiUndoAsk = Pair{"撤销这一步？", "Take this step back?"}
	// %[1]s: the step's label, %[2]s: where.
	TuiUndoWhat     = Pair{"不在眼前的一步：%[1]s（%[2]s）", "A step that is not in sight: %[1]s (%[2]s)"}
	TuiUndoMany     = Pair{"这一步不止一条记录：%[1]s（%[2]s）", "This step is of more than one record: %[1]s (%[2]s)"}
	TuiUndoForm     = Pair{"%[1]s %[2]d 条", "%[1]s: %[2]d records"}
	TuiUndoNoRecord = Pair{"不涉及记录", "no record"}

	TuiHistRevive  = Pair{"找回这一步（撤销后又被别的改动盖过的）", "Bring this step back (taken back, then overtaken by another)"}
	TuiFootRevive  = Pair{"找回", "Bring back"}
	TuiHistDropped = Pair{"已撤销", "taken back"}
	TuiHistRevived = Pair{"已找回：%s", "Brought back: %s"}
	TuiHistRows    = Pair{"%d 条", "%d rows"}
	TuiHistIsThere = Pair{"这一步没有被撤销，不用找回", "This step has not been taken back"}
	TuiReviveAsk   = Pair{"找回这一步？", "Bring this step back?"}
	TuiReviveSay   = Pair{"把「%s」作为新的一步再做一次；它涉及的内容若后来改过，会说明并且什么也不动。", "Does '%s' again as a new step. Where what it touches was changed since, that is said and nothing happens."}
)
