package text

// Changing a policy pack on the screen.
var (
	TuiPlacePolicyEdit = Pair{"改政策包", "Change a pack"}
	TuiForPolicyEdit   = Pair{"政策包里的每个数、每种口径：现在是多少、文件给的还是假设的、可以写什么、起什么作用。改了马上看到本企业的得分怎么变。改动存成新的草案文件，原来的政策包不动；与原包逐项比，出签批单。", "Every number and reading of the pack: what it is, whether the document gives it or it is assumed, what may stand there and what it does. A change shows at once what it makes of this enterprise's score. Changes are saved as a new draft; the pack itself stays. What differs is listed, and printed for signature."}
	TuiGoPolicyEdit    = Pair{"改政策包：每个数字、它的作用、对本企业得分的影响", "Change the pack: every number, what it does, and what it makes of the score"}
	TuiFootPolicyEdit  = Pair{"改政策包", "Change"}

	TuiPeNumbers     = Pair{"数字", "Numbers"}
	TuiPeChanged     = Pair{"改过的", "Changed"}
	TuiPeSet         = Pair{"改这一项", "Change the value"}
	TuiPeReset       = Pair{"恢复这一项原来的值", "Give the value back what it was"}
	TuiPeTab         = Pair{"换一类看：全部、数字、假设、改过的", "All, numbers, assumed, changed"}
	TuiPeSection     = Pair{"移到下一节、上一节", "Move to the next or previous section"}
	TuiPeDiff        = Pair{"看与原政策包的不同", "See what differs from the pack"}
	TuiPeDiffHead    = Pair{"与原政策包的不同", "What differs from the pack"}
	TuiFootDiff      = Pair{"不同", "Diff"}
	TuiPeSave        = Pair{"存成新的政策包草案", "Save as a new draft of the pack"}
	TuiFootSaveDraft = Pair{"存草案", "Save"}
	TuiPePaper       = Pair{"出政策包变动签批单", "Print what differs, for signature"}
	TuiFootPaperFor  = Pair{"签批单", "Sheet"}
	TuiPeUndo        = Pair{"撤销政策包的上一处改动（不动数据）", "Take the last change of the pack back (never data)"}
	TuiPeRedo        = Pair{"恢复撤销的政策包改动", "Make again the change of the pack that was taken back"}
	TuiPeDrop        = Pair{"放弃对政策包的全部改动", "Drop every change of the pack"}
	TuiPeBack        = Pair{"退出比较，回到各项", "Back to the values"}

	TuiPeFromDraft  = Pair{"草案 %[1]s %[2]s　改了 %[3]d 处", "draft %[1]s %[2]s, %[3]d changed"}
	TuiPeFromIssued = Pair{"%[1]s %[2]s → 草案 %[3]s　改了 %[4]d 处", "%[1]s %[2]s → draft %[3]s, %[4]d changed"}
	TuiPeGoesOn     = Pair{"接着改 %[1]s %[2]s，已改 %[3]d 处，还没有另存的都在", "Going on with %[1]s %[2]s: %[3]d changed, and all of it is here"}
	TuiPeNone       = Pair{"这一类里没有", "There are none"}
	TuiPeUnset      = Pair{"（没有写）", "(not set)"}
	TuiPeNowUnset   = Pair{"政策包现在没有写这一项；写了就列入假设", "the pack does not set it; once set it is an assumption"}
	TuiPeOpen       = Pair{"企业类型、单个企业可以另定", "types and enterprises may have their own"}
	TuiPeOwn        = Pair{"本企业另定为 %s，改这里对它没有影响", "this enterprise has its own, %s: a change here makes no difference to it"}
	TuiPeAnd        = Pair{"；", "; "}
	TuiPeAsItWas    = Pair{"这一项没有改过", "The value was not changed"}
	TuiPeNoUndo     = Pair{"没有可撤销的改动；数据在这一屏从不改动", "Nothing to take back; no data is ever changed here"}
	TuiPeDropSay    = Pair{"放弃 %d 处改动？政策包恢复原样，放弃了找不回来。", "Drop %d changes? The pack is as it was then, and they cannot be brought back."}
	TuiPeNotYet     = Pair{"还不成政策包：%s", "It is no pack yet: %s"}
	TuiPeFitsNot    = Pair{"可以先改，但别处还要跟着改：%s", "It can be set, and more has to be changed with it: %s"}
	TuiPeNothingYet = Pair{"还没有改动。按 Enter 改一项，这里马上显示 %s 的得分怎么变。", "Nothing is changed yet. Enter changes a value, and here stands at once what becomes of the score of %s."}
	TuiPeNoEffect   = Pair{"没有可以计分的数据", "There is no data to score"}
	TuiPeMoreLines  = Pair{"……另有 %d 项变动", "… %d more lines move"}
	TuiPeCompletion = Pair{"完成率", "Completion"}
	TuiPeSame       = Pair{"与原政策包没有差别", "Nothing differs from the pack"}
	TuiPeDiffSays   = Pair{"%[1]d 处不同，其中 %[2]d 处的新值文件没有给出", "%[1]d differences; the document does not give %[2]d of the new values"}

	TuiPeSaveSay   = Pair{"新文件的路径（.toml）。已有的文件不会覆盖；没有改的各行、注释照原样。", "The path of the new file (.toml). No file that is there is written over; lines that were not changed, and comments, stay as they are."}
	TuiPeOnlyTOML  = Pair{"政策包草案要存成 .toml", "A draft of a pack is a .toml file"}
	TuiPeOnlyHTML  = Pair{"签批单要存成 .html", "The sheet is an .html file"}
	TuiPeExists    = Pair{"已有这个文件；请换一个名字", "There is such a file already: choose another name"}
	TuiPeSaved     = Pair{"草案已存为 %s；签发以前只作模拟", "The draft is saved as %s; until it is issued it only simulates"}
	TuiPePaperSay  = Pair{"签批单的路径（.html）：逐项列出原值、新值、依据，打印后签字。", "The path of the sheet (.html): every old and new value with its clause, to be printed and signed."}
	TuiPePaperExt  = Pair{"-签批单.html", "-changes.html"}
	TuiPePaperDone = Pair{"签批单已写成 %s", "The sheet is written as %s"}
	// %[1]s why.
	TuiPeNotKept = Pair{"改动还没有写到磁盘：%[1]s；请尽快另存草案（Ctrl+S）", "The change is not on the disk: %[1]s; save the draft soon (Ctrl+S)"}
	// %[1]s a file.
	TuiPeKeptUnread = Pair{"上次没有另存的改动读不出来，从头开始；那个文件还在：%[1]s", "What was changed last time cannot be read, so this begins anew; the file is still there: %[1]s"}
	// %[1]d taken, %[2]d left out, %[3]s the first of them.
	TuiPeKeptPart    = Pair{"接着改，已改 %[1]d 处；上次改的有 %[2]d 处这里不能用了：%[3]s …", "Going on with %[1]d changed; %[2]d of last time do not fit here any more: %[3]s …"}
	TuiQuitDraftKept = Pair{"政策包改了 %d 处，还没有存成文件；改动留在这台机器上，下次打开接着改。", "%d changes of the pack are not saved to a file; they stay on this machine, and the editor goes on with them."}
	TuiQuitDraft     = Pair{"政策包改了 %d 处，还没有存成文件；退出就没有了。", "%d changes of the pack are not saved to a file and would be lost."}
)
