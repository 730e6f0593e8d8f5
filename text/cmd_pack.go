package text

// Sentences of the commands that keep policy packs: what may come into a workspace beside what is there.
var (
	CmdPackThere  = Pair{"政策包 %s %s 已在工作区里，没有变动", "The pack %s %s is in the workspace already; nothing has changed"}
	CmdPackBeside = Pair{
		"%[1]d 年度已有签发的政策包 %[2]s，%[3]s 没有写明取代它，所以没有加入：一年只能有一份。请国资委在新版里写 supersedes = \"%[4]s\"，重新签名下发。",
		"%[2]s is issued for %[1]d already, and %[3]s does not say that it takes its place, so it was not added: a year has one. Ask the regulator to write supersedes = \"%[4]s\" in the new version and to sign it again.",
	}
	CmdPackReplaced = Pair{"%s 已被工作区里的 %s 取代，没有加入。", "%s is superseded by %s, which is in the workspace; it was not added."}
	CmdPackToIssue  = Pair{
		"注意：这个包的 status 是 draft（草案），签名后仍只作模拟。要正式签发，先把 status 改成 \"issued\"，再签一次。",
		"Note: the status of this pack is draft; signed or not, it only simulates. To issue it, set status to \"issued\" and sign it again.",
	}
)
