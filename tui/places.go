package tui

import "yice/text"

// placeInfo says in words what a place is and what it is for: help, the key map and the manual are made of it.
type placeInfo struct {
	at         Place
	title, say text.Pair
}

// places are all places, in the order people meet them.
var places = []placeInfo{
	{InStart, text.TuiPlaceStart, text.TuiForStart},
	{InNewBook, text.TuiPlaceNewBook, text.TuiForNewBook},
	{InOverview, text.TuiPlaceOverview, text.TuiForOverview},
	{InGrid, text.TuiPlaceGrid, text.TuiForGrid},
	{InCell, text.TuiPlaceCell, text.TuiForCell},
	{InCard, text.TuiPlaceCard, text.TuiForCard},
	{InField, text.TuiPlaceField, text.TuiForField},
	{InNote, text.TuiPlaceNote, text.TuiForNote},
	{InCalendar, text.TuiPlaceCalendar, text.TuiForCalendar},
	{InScore, text.TuiPlaceScore, text.TuiForScore},
	{InExplain, text.TuiPlaceExplain, text.TuiForExplain},
	{InChecks, text.TuiPlaceChecks, text.TuiForChecks},
	{InPolicy, text.TuiPlacePolicy, text.TuiForPolicy},
	{InWhatIf, text.TuiPlaceWhatIf, text.TuiForWhatIf},
	{InOutlook, text.TuiPlaceOutlook, text.TuiForOutlook},
	{InSpending, text.TuiPlaceSpending, text.TuiForSpending},
	{InHistory, text.TuiPlaceHistory, text.TuiForHistory},
	{InImport, text.TuiPlaceImport, text.TuiForImport},
	{InSubmit, text.TuiPlaceSubmit, text.TuiForSubmit},
	{InVerdict, text.TuiPlaceVerdict, text.TuiForVerdict},
	{InSince, text.TuiPlaceSince, text.TuiForSince},
	{InSearch, text.TuiPlaceSearch, text.TuiForSearch},
	{InDouble, text.TuiPlaceDouble, text.TuiForDouble},
	{InGroup, text.TuiPlaceGroup, text.TuiForGroup},
	{InSubmitted, text.TuiPlaceSubmitted, text.TuiForSubmitted},
	{InKeys, text.TuiPlaceKeys, text.TuiForKeys},
	{InBackups, text.TuiBackups, text.TuiForBackups},
	{InFingerprint, text.TuiPlacePrint, text.TuiForPrint},
	{InTold, text.TuiPlaceTold, text.TuiForTold},
	{InSettings, text.TuiPlaceSettings, text.TuiForSettings},
	{InPalette, text.TuiPlacePalette, text.TuiForPalette},
	{InEvidence, text.TuiPlaceEvidence, text.TuiForEvidence},
	{InList, text.TuiPlaceList, text.TuiForList},
	{InInput, text.TuiPlaceInput, text.TuiForInput},
	{InAsk, text.TuiPlaceAsk, text.TuiForAsk},
	{InTask, text.TuiPlaceTask, text.TuiForTask},
	{InGuide, text.TuiPlaceGuide, text.TuiForGuide},
	{InHelp, text.TuiPlaceHelp, text.TuiForHelp},
}

func placeOf(at Place) *placeInfo {
	for i := range places {
		if places[i].at == at {
			return &places[i]
		}
	}
	return nil
}
