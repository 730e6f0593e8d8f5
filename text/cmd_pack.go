package text

// Sentences of the commands that keep policy packs: what may come into a workspace beside what is there.
var (
	CmdPackThere   = Pair{"政策包 %s %s 已在工作区里，没有变动", "The pack %s %s is in the workspace already; nothing has changed"}
	CmdPackToIssue = Pair{
		"注意：这个包的 status 是 draft（草案），签名后仍只作模拟。要正式签发，先把 status 改成 \"issued\"，再签一次。",
		"Note: the status of this pack is draft; signed or not, it only simulates. To issue it, set status to \"issued\" and sign it again.",
	}
)
