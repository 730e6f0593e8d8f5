package text

// Policy packs that come into a workspace: who issued them, and beside what.
var (
	FilingPackUnsigned  = Pair{"%s 标为已签发，却没有签名文件 %s；请向国资委索取", "%s says that it is issued, but there is no signature %s; ask the regulator for it"}
	FilingPackUntrusted = Pair{"%[1]s 的签名不能算签发：%[2]s。文件也可能被改过", "%[1]s does not count as issued: %[2]s. The file may have been changed, too"}
	FilingPackBare      = Pair{"「%s」的签名是旧格式，没有写明签的是政策包：请国资委重新签名（yice pack sign）", "the signature of '%s' is of the old format and does not say that it signs a pack: ask the regulator to sign it again (yice pack sign)"}
	FilingPackBeside    = Pair{
		"%[1]d 年度已有签发的政策包 %[2]s，%[3]s 没有写明取代它，所以没有加入：一年只能有一份。请国资委在新版里写 supersedes = \"%[4]s\"，重新签名下发。",
		"%[2]s is issued for %[1]d already, and %[3]s does not say that it takes its place, so it was not added: a year has one. Ask the regulator to write supersedes = \"%[4]s\" in the new version and to sign it again.",
	}
	FilingPackReplaced = Pair{"%s 已被工作区里的 %s 取代，没有加入。", "%s is superseded by %s, which is in the workspace; it was not added."}
)
