package text

// How a number of a pack stands: the document's, the regulator's, one enterprise's, or a draft's assumption.
var (
	StandGiven   = Pair{"文件", "given"}
	StandAssumed = Pair{"假设", "assumed"}
	StandOwn     = Pair{"本企业", "own"}
	StandSettled = Pair{"国资委确定", "settled"}

	ScoreGiven     = Pair{"，文件明确", ", stated by the document"}
	ScoreAssumed   = Pair{"，文件未给出，待确认", ", assumed, to be confirmed"}
	ScoreSettled   = Pair{"，国资委确定", ", settled by the regulator"}
	ScoreSettledBy = Pair{"，国资委确定（%[1]s）", ", settled by the regulator (%[1]s)"}

	StandIsGiven     = Pair{"文件给出的数字", "The document gives it"}
	StandIsAssumed   = Pair{"文件没有给出，由政策包假设，待确认", "The document does not give it; the pack assumes it, to be confirmed"}
	StandIsOwn       = Pair{"为本企业单独设定", "Set for this enterprise"}
	StandIsSettled   = Pair{"文件没有给出，由国资委确定（政策包 %[1]s %[2]s，%[3]s签发）", "The document does not give it; the regulator settled it (pack %[1]s %[2]s, issued by %[3]s)"}
	StandIsSettledBy = Pair{"文件没有给出，由国资委确定（%[1]s）", "The document does not give it; the regulator settled it (%[1]s)"}

	OpenAssumedWord  = Pair{"假设", "Assumed"}
	OpenAssumedAbout = Pair{"文件没有给出、由政策包设定、待确认的数字", "Numbers that the document does not give and the pack assumes"}
	OpenSettledAbout = Pair{"文件没有给出、由国资委在签发的政策包里确定的数字", "Numbers that the document does not give and the regulator settled in the issued pack"}
	OpenAssumed      = Pair{"假设的参数", "Assumed parameters"}
	OpenAssumedSay   = Pair{"下列数字文件没有给出，由政策包设定，待国资委确认；不得当作文件规定引用。", "The document does not give these numbers; the pack sets them, to be confirmed by the regulator. They must not be quoted as the document's."}
	OpenSettled      = Pair{"国资委确定的参数", "Parameters settled by the regulator"}
	OpenSettledSay   = Pair{"下列数字文件没有给出，由国资委在签发的政策包 %[1]s %[2]s（%[3]s）中确定；引用时注明政策包，不得当作文件规定引用。", "The document does not give these numbers; the regulator settled them in the issued pack %[1]s %[2]s (%[3]s). Quote the pack for them, not the document."}
)
