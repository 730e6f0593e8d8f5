package page

import (
	"yice/filing/page/document"
	"yice/text"
)

// words are the sentences that the scripts say, by the name they ask for them with.
var words = map[string]text.Pair{
	"title": text.PageTitle, "brand": text.PageBrand, "kind": text.PageKind, "language": text.PageLanguage, "print": text.PagePrint,
	"open-all": text.PageOpenAll, "close-all": text.PageCloseAll, "take-out": text.PageTakeOut,
	"starting": text.PageStarting, "verifying": text.PageVerifying, "not-yet": text.PageNotYet, "old": text.PageOld,
	"broken": text.PageBroken, "no-data": text.PageNoData,
	"own": text.PageOwn, "owners": text.PageOwners,

	"asked": text.PageAsked, "q-signoffs": text.PageQSignOffs, "problems": text.PageProblems, "notes": text.PageNotes, "entry": text.PageEntry,
	"mark-good": text.PageMarkGood, "mark-warn": text.PageMarkWarn, "mark-bad": text.PageMarkBad, "mark-none": text.PageMarkNone,
	"unverified": text.PageUnverified, "unverified-say": text.PageUnverifiedSay, "unverified-ask": text.PageUnverifiedAsk,

	"uscc": text.PageUSCC, "type": text.PageType, "serial": text.PageSerial, "replaces": text.PageReplaces, "sealed-at": text.PageSealedAt,
	"signer": text.PageSigner, "no-signer": text.PageNoSigner, "fingerprint": text.PageFingerIs, "pack": text.PagePackIs,
	"audience": text.PageAudience, "manifest": text.PageManifest, "sha256": text.PageFileDigest, "made-up": text.PageMadeUp, "simulated": text.PageModeTrial,
	"compare": text.PageCompare, "compare-say": text.PageCompareSay, "compare-same": text.PageCompareSame, "compare-not": text.PageCompareNot,
	"compare-more": text.PageCompareMore,

	"score": text.PageScore, "self": text.PageSelf, "confirmed-is": text.PageConfirmedIs, "self-is": text.PageSelfIs,
	"with-pending": text.PageWithPending, "unfilled": text.PageUnfilledIs, "progress": text.PageProgress, "progress-say": text.PageProgressSay,
	"bonus": text.PageBonus, "profit": text.PageProfit, "payroll": text.PagePayroll, "used": text.PageUsed, "rejected": text.PageRejected,
	"row-of": text.PageRowOf, "pending": text.PagePendingMark,

	"findings": text.PageFindings, "findings-none": text.PageFindingsNone, "reason": text.PageReason, "signoffs": text.PageSignOffs,
	"signed-on": text.PageSignedOn, "nobody": text.PageNobody, "unsigned-why": text.PageUnsignedWhy,
	"recognitions": text.PageRecognitions, "recognition-as": text.PageRecognitionAs, "recognition-who": text.PageRecognitionWho,
	"decided": text.PageDecided, "declared": text.PageDeclared, "row-name": text.PageRecord,
	"assumed": text.PageAssumed, "assumed-say": text.PageAssumedSay, "of": text.ReportOf, "parameter": text.ReportParameter,
	"value": text.ReportValue, "path": text.ReportPath,
	"tables": text.PageTables, "tables-say": text.PageTablesSay, "rows": text.PageRows, "row": text.PageRow, "no-rows": text.PageNoRows,
	"more-rows": text.PageMoreRows, "shown": text.PageShown, "find": text.PageFind, "find-say": text.PageFindSay, "found": text.PageFound,
	"found-most": text.PageFoundMost, "wait": text.PageWait,
	"by-hand": text.PageByHand, "by-hand-say": text.PageByHandSay, "by-hand-whole": text.PageByHandWhole,

	"drop": text.PageDrop, "drop-say": text.PageDropSay, "choose": text.PageChoose, "goes-by": text.PageGoesBy, "no-basis": text.PageNoBasis,
	"results": text.PageResults, "col-file": text.PageColFile, "col-who": text.PageColWho, "col-year": text.PageColYear,
	"col-verdict": text.PageColVerdict, "col-score": text.PageColScore, "col-issues": text.PageColIssues, "queued": text.PageQueued,
	"no-inside": text.PageNoInside, "unreadable": text.PageUnreadable,
}

// said gives the words as the scripts read them.
func said() map[string]document.Say {
	all := make(map[string]document.Say, len(words))
	for name, p := range words {
		all[name] = document.Say(p)
	}
	return all
}
