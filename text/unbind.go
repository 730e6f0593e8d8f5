package text

// Recognitions that no longer hold, because what they were given for was changed.
var (
	// EntryUnbound tells that a recognition went back: %[1]s form, %[2]s the row with a space before it, %[3]s what was changed.
	EntryUnbound = Pair{
		"%[1]s%[2]s 的「%[3]s」改了，原来的认定不再适用，已退回「待认定」；重新认定后再填文号和日期。",
		"%[1]s%[2]s: %[3]s was changed, so the recognition no longer holds and is pending again; enter number and date of a new decision once there is one.",
	}
	// EntryLabelUnbound is a step of undo that took a recognition back with it: %[1]s what was done.
	EntryLabelUnbound = Pair{"%[1]s（认定退回待认定）", "%[1]s (recognition pending again)"}
	// FilingUnboundRow tells of a row that an import changed: %[1]s form, %[2]s the row.
	FilingUnboundRow = Pair{
		"%[1]s「%[2]s」的级别、授奖部门或平台类型与原认定不符，认定退回「待认定」",
		"%[1]s '%[2]s' is no longer of the level, authority or kind it was recognised for: pending again",
	}
	// FilingUnbound tells of a merge: %[1]d rows.
	FilingUnbound = Pair{
		"%[1]d 行的级别、授奖部门或平台类型与原认定不符，认定退回「待认定」",
		"%[1]d rows are no longer of the level, authority or kind they were recognised for: pending again",
	}
	// TuiSelfDeclared stands behind a recognition that no signed decision covers.
	TuiSelfDeclared = Pair{"（自报）", " (self-declared)"}
)
