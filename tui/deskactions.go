package tui

// deskActions are the actions of the screens round the forms: palette, help, history and the rest.
func deskActions() []Action {
	var all []Action
	for _, list := range [][]Action{newBookActions(), paletteActions(), helpActions(), historyActions(), submitActions(), policyActions(), whatIfActions(), outlookActions(), spendingActions(), searchActions(), settingsActions(), guideActions(), doubleActions(), groupActions(), submittedActions(), importActions(), evidenceActions(), yearendActions(), yearsActions(), restoreActions(), backupsActions(), verdictActions(), mergeActions(), taskActions(), sinceActions(), keysActions()} {
		all = append(all, list...)
	}
	return all
}
