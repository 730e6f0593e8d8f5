package text

// Sign-offs: three people answer for a year. %[1]s is the role where nothing else is said.
var (
	// EntryWithdrawn tells that sign-offs were withdrawn by a change.
	EntryWithdrawn = Pair{
		"数据有改动，此前的签字作废，报送前须重签。",
		"The data was changed: what was signed before is void and has to be signed again before submitting.",
	}
	// EntrySignFuture: %[2]s the date.
	EntrySignFuture = Pair{
		"%[1]s 的签字日期 %[2]s 还没有到，没有签上。请写签字当天的日期；如果日期没有错，请核对本机的日期。",
		"The date %[2]s of %[1]s is still to come; nothing was signed. Give the day of signing; if it is right, check the clock of this machine.",
	}
	// EntrySignBefore and EntrySignAfter: %[2]s the date, %[3]s the other role, %[4]s its date.
	EntrySignBefore = Pair{
		"%[1]s 的签字日期 %[2]s 早于 %[3]s 的 %[4]s，没有签上：先填表、再审核、最后由负责人签字，日期不能倒过来。",
		"The date %[2]s of %[1]s lies before that of %[3]s, %[4]s; nothing was signed: who prepares signs first, then who checks, then the head.",
	}
	EntrySignAfter = Pair{
		"%[1]s 的签字日期 %[2]s 晚于 %[3]s 已签的 %[4]s，没有签上：先填表、再审核、最后由负责人签字，日期不能倒过来。",
		"The date %[2]s of %[1]s lies behind that of %[3]s, who signed on %[4]s; nothing was signed: who prepares signs first, then who checks, then the head.",
	}
	// EntrySignOther: %[2]s the name on the card, %[3]s the name given.
	EntrySignOther = Pair{
		"企业概况上的%[1]s是「%[2]s」，不是「%[3]s」，没有签上。换了人请先改企业概况；由他人代签须明确说明。",
		"The card names %[2]s as %[1]s, not %[3]s; nothing was signed. Where the person has changed, change the card first; that somebody else signs has to be said.",
	}
	EntrySignChanged = Pair{
		"签字期间本年度的数据有改动，%[1]s 没有签上。请核对改动后再签。",
		"The year was changed while %[1]s was signing; nothing was signed. Look at the change, then sign again.",
	}

	// CmdFlagWithout and the others are flags of submit and sign.
	CmdFlagPeriod    = Pair{"`PERIOD` 报送期：2026 为年度，2026Q2 为季度快报（不锁定、不要求签字）", "`PERIOD` what is handed in: 2026 is the year, 2026Q2 a quarterly return, which locks nothing and asks for no sign-off"}
	CmdFlagWithout   = Pair{"`REASON` 签字不全或已作废时，写明原因封存", "`REASON` seals although sign-offs are missing or void, and says why"}
	CmdFlagRole      = Pair{"`ROLE` 填表人、统计负责人、单位负责人之一", "`ROLE` preparer, statistics head or unit head"}
	CmdFlagOtherName = Pair{"签字人不是企业概况上的那一位", "whoever signs is not the one on the card"}
	CmdFlagSignOff   = Pair{"`KEY.pem` 用签字人自己的密钥对数据签名", "`KEY.pem` signs the data with the person's own key"}
	// CmdSignOther is added where a name is not that of the card.
	CmdSignOther = Pair{"%[1]s（确由他人代签的，加 --other-name）", "%[1]s (where somebody else does sign, add --other-name)"}
	CmdSignTyped = Pair{"署名", "typed"}
	CmdSignKeyed = Pair{"签字", "signed"}

	// TuiSubOther asks whether somebody else signs: %[2]s the name on the card, %[3]s the name given.
	TuiSubOther = Pair{
		"企业概况上的%[1]s是「%[2]s」。确由「%[3]s」代签吗？换了人的，请先改企业概况。",
		"The card names %[2]s as %[1]s. Does %[3]s sign instead? Where the person has changed, change the card first.",
	}
	TuiSubOtherTitle = Pair{"由他人代签", "Somebody else signs"}
	// TuiSubWithout is the line of a sealing without all sign-offs.
	TuiSubWithout     = Pair{"不带签字", "Without"}
	TuiSubWithoutNone = Pair{"（确实签不了的，按 Enter 写明原因）", "(where one cannot be had, Enter to say why)"}
	TuiSubWithoutAsk  = Pair{
		"签字不全也要封存的原因，随报送文件交给国资委，例如：单位负责人出国，已电话确认，回国后补签",
		"Why it is sealed although sign-offs are missing; the regulator reads it. For instance: the head is abroad, agreed by phone, signs on return",
	}
	TuiSubWithoutTitle = Pair{"不带签字封存的原因", "Why without sign-offs"}
	TuiSubWithoutGo    = Pair{"签字不全，封存原因：%s", "Sign-offs are missing, because: %s"}
	// TuiSubHow asks how a sign-off is given: %[1]s the role, %[2]s the name.
	TuiSubHow       = Pair{"%[1]s %[2]s：怎样确认", "%[1]s %[2]s: how"}
	TuiSubTyped     = Pair{"署名：只写姓名和日期", "By name and date alone"}
	TuiSubKeyed     = Pair{"签字：用本人的签字密钥对数据签名", "With the person's own key, over the data"}
	TuiSubKeyedHint = Pair{"签字人自己的私钥（.pem），公钥已由国资委登记为「签字」", "the person's own private key (.pem), registered with the regulator for sign-offs"}
	TuiSubNotNow    = Pair{"现在不签", "Not now"}
	TuiSubSignPass  = Pair{"%s 的口令（没有口令的直接按 Enter）", "The passphrase of %s (Enter where it has none)"}
	// TuiSubProven tells of a 签字: the role, the name.
	TuiSubProven   = Pair{"%s %s 已对数据签字", "%s %s has signed the data"}
	TuiTaskSign    = Pair{"签字", "Signing"}
	TuiTaskSigning = Pair{"正在对全年数据签字", "signing the year's data"}
)
