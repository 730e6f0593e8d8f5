package text

// Sentences of who holds a key and what it may sign.
var (
	SealRoleIssuing    = Pair{"签发", "issuing"}
	SealRoleFiling     = Pair{"报送", "filing"}
	SealRoleDeciding   = Pair{"认定", "deciding"}
	SealRoleReceipting = Pair{"回执", "receipts"}
	SealRoleSigning    = Pair{"签字", "signing off"}
	SealRoleUnassigned = Pair{"未定角色", "no role yet"}

	SealRoleIssues   = Pair{"签发政策包、目标值和密钥名册", "policy packs, targets and the register of keys"}
	SealRoleFiles    = Pair{"一家企业的报送文件", "the submissions of one enterprise"}
	SealRoleDecides  = Pair{"认定结果", "recognitions"}
	SealRoleReceipts = Pair{"报送回执", "receipts of submissions"}
	SealRoleSigns    = Pair{"填表人、统计负责人、单位负责人的签字", "the sign-offs of the people who fill in, check and answer for the forms"}
	SealRoleNothing  = Pair{"定角色之前，什么都不能签", "nothing, before it is given a role"}

	SealDaysOpen    = Pair{"长期", "always"}
	SealDaysFrom    = Pair{"%s 起", "from %s"}
	SealDaysTo      = Pair{"至 %s", "until %s"}
	SealDaysBoth    = Pair{"%[1]s 至 %[2]s", "%[1]s to %[2]s"}
	SealDaysRevoked = Pair{"%[1]s 起吊销：%[2]s", "revoked as of %[1]s: %[2]s"}

	SealBadRole     = Pair{"没有「%s」这种角色：请用 签发、报送、认定、回执 或 签字（issue、file、decide、receipt、sign）", "there is no role '%s': use issue, file, decide, receipt or sign"}
	SealNeedsUSCC   = Pair{"「%s」密钥只代表一家企业：请写明它的统一社会信用代码", "a key for %s speaks for one enterprise: give its USCC"}
	SealNoUSCC      = Pair{"「%s」密钥不代表某一家企业：请去掉统一社会信用代码", "a key for %s speaks for no single enterprise: leave the USCC out"}
	SealBadUSCC     = Pair{"「%s」不是统一社会信用代码：应为 18 位数字和大写字母（不用 I、O、S、V、Z）", "'%s' is not a USCC: it has 18 digits and capital letters (no I, O, S, V, Z)"}
	SealNeedsPerson = Pair{"「签字」密钥是某一个人的：请写明姓名", "a key for signing off is one person's: give the name"}
	SealBadDay      = Pair{"「%s」不是日期：请按 2024-03-15 的样子写", "'%s' is not a day: write it like 2024-03-15"}
	SealDaysTurned  = Pair{"起用日 %[1]s 晚于停用日 %[2]s：请改正", "the first day, %[1]s, is after the last, %[2]s: put it right"}
	SealRevokeWhy   = Pair{"吊销密钥要写明日期和原因（不超过 500 字节，写成一行）", "revoking a key needs a day and a reason (of at most 500 bytes, in one line)"}
	SealKeyTaken    = Pair{
		"这把密钥（指纹 %[1]s）已登记为「%[2]s」的%[3]s密钥，没有改动：一把密钥只属于一个单位或个人，同一角色只登记一次。要改登记内容，请先移除再登记",
		"this key (fingerprint %[1]s) is registered as that of '%[2]s' for %[3]s; nothing has changed: a key belongs to one holder and has a role once. To change the entry, remove it and add it again",
	}
	SealEnrolRevoked   = Pair{"「%[1]s」的密钥（指纹 %[2]s）已于 %[3]s 吊销（%[4]s），不能再登记：请换一把新密钥", "the key of '%[1]s' (fingerprint %[2]s) was revoked as of %[3]s (%[4]s) and cannot be registered: use a new key"}
	SealRevokedAlready = Pair{"「%[1]s」的密钥已于 %[2]s 吊销（%[3]s）：吊销日只能提前，不能推后", "the key of '%[1]s' is revoked as of %[2]s already (%[3]s): that day can be moved forward, never back"}
	SealNoHolder       = Pair{"%[2]s 里没有登记「%[1]s」：请用列表里的指纹或名称", "'%[1]s' is not registered in %[2]s: use a fingerprint or a name from the list"}
	SealTwoHolders     = Pair{"「%[1]s」名下有几把密钥（%[2]s）：请用指纹指明是哪一把", "'%[1]s' has several keys (%[2]s): name the one by its fingerprint"}

	SealTrustAbsent  = Pair{"没有密钥登记文件夹 %s：请检查路径，或先登记一把密钥", "there is no folder of registered keys %s: check the path, or register a key first"}
	SealTrustBusy    = Pair{"另一个程序正在改密钥登记 %s，没有等到：请稍后再试", "another program is changing the register of keys %s and did not finish: try again later"}
	SealTrustDamaged = Pair{"密钥登记 %[1]s 不能用：%[2]s。修好以前，不按「没有要求核对密钥」处理；请恢复这个文件，或移走后重新登记", "the register of keys %[1]s cannot be used: %[2]s. Until it is mended nothing counts as if no keys were asked for; restore the file, or move it away and register the keys again"}
	SealKeysDamaged  = Pair{"内容不是本程序写的密钥名册，或已被改动", "it is not a list of keys as this program writes it, or it was changed"}
	SealNotPlain     = Pair{"它不是普通文件（是链接、文件夹或别的），或超过 %d 字节", "it is not a plain file (a link, a folder or something else), or larger than %d bytes"}
	SealKeysMany     = Pair{"登记的密钥超过 %d 把", "more than %d keys are registered"}

	SealRegisterChanged = Pair{"登记的密钥刚刚被另一个程序改动，登记册没有签发：请看过改动以后再签发一次", "the registered keys were changed by another program just now, and no register was issued: look at the change and issue it again"}
	SealKeyUnknown      = Pair{"签名的密钥没有登记（指纹 %s）：请与对方核对指纹后再登记", "the key that signed is not registered (fingerprint %s): compare the fingerprint with its holder, then register it"}
	SealKeyUnassigned   = Pair{"「%[1]s」的密钥（指纹 %[2]s）还没有定角色，什么都不能签：请先核对指纹，再登记它的角色", "the key of '%[1]s' (fingerprint %[2]s) has no role yet and may sign nothing: compare the fingerprint, then register its role"}
	SealKeyRole         = Pair{"「%[1]s」的密钥（指纹 %[2]s）登记为%[3]s，不能用于%[4]s", "the key of '%[1]s' (fingerprint %[2]s) is registered for %[3]s, not for %[4]s"}
	SealKeyOther        = Pair{"「%[1]s」的密钥（指纹 %[2]s）登记给企业 %[3]s，不能代表 %[4]s", "the key of '%[1]s' (fingerprint %[2]s) is registered for the enterprise %[3]s and cannot speak for %[4]s"}
	SealKeyPerson       = Pair{"这把签字密钥登记给「%[1]s」（指纹 %[2]s），不是「%[3]s」的", "this key for signing off is registered as that of '%[1]s' (fingerprint %[2]s), not of '%[3]s'"}
	SealKeyNoTime       = Pair{"文件没有写明签名时间，无法判断「%s」的密钥当时能不能用", "the file does not say when it was signed, so it cannot be told whether the key of '%s' was good then"}
	SealKeyEarly        = Pair{"「%[1]s」的密钥（指纹 %[2]s）自 %[3]s 起才可用，文件写明 %[4]s", "the key of '%[1]s' (fingerprint %[2]s) is good from %[3]s on; the file is dated %[4]s"}
	SealKeyLate         = Pair{"「%[1]s」的密钥（指纹 %[2]s）用到 %[3]s 为止，文件写明 %[4]s", "the key of '%[1]s' (fingerprint %[2]s) was good until %[3]s; the file is dated %[4]s"}
	SealKeyRevoked      = Pair{"「%[1]s」的密钥（指纹 %[2]s）自 %[3]s 起吊销（%[4]s），文件写明 %[5]s", "the key of '%[1]s' (fingerprint %[2]s) is revoked as of %[3]s (%[4]s); the file is dated %[5]s"}
	SealKeyRevokedSince = Pair{
		"「%[1]s」的密钥（指纹 %[2]s）后来自 %[3]s 起吊销（%[4]s）。文件写明的 %[5]s 在此之前，但这个日期是签名人自己写的：请与当时的回执或收件记录核对",
		"the key of '%[1]s' (fingerprint %[2]s) was revoked later, as of %[3]s (%[4]s). The file is dated %[5]s, before that, but the date is the signer's own: compare it with the receipt, or with when the file came in",
	}
	SealNobodySigned = Pair{"登记的密钥里，没有一把签过它", "none of the registered keys has signed it"}

	SealRootNot        = Pair{"签名的根密钥（指纹 %[1]s）无权签发这份名册：%[2]s", "the root key that signed (fingerprint %[1]s) has no right to issue this register: %[2]s"}
	SealRootAbsent     = Pair{"名册里没有把它列为签发密钥", "the register does not list it as a key for issuing"}
	SealRootOther      = Pair{"名册由另一把根密钥签发（指纹 %[1]s），这里认定的根密钥是 %[2]s：没有改动。根密钥确实换了的话，请先当面或电话核对新指纹，移除旧的根密钥后再取名册", "the register is signed by another root (fingerprint %[1]s); the root pinned here is %[2]s: nothing has changed. If the root was really replaced, compare the new fingerprint first, remove the old root, then take the register"}
	SealRegisterOld    = Pair{"这份名册是第 %[1]d 号，手上的已是第 %[2]d 号：只接受号更大的", "this register is number %[1]d and number %[2]d was taken already: only a higher number replaces it"}
	SealRegisterFuture = Pair{"名册的签发时间 %s 还没有到：请检查本机的时钟，或请签发单位重新签发", "the register is dated %s, which has not come yet: check this machine's clock, or ask for it to be issued again"}
	SealConfirm        = Pair{"这是这里第一把要信任的密钥，指纹 %[1]s。请当面或电话与对方逐组核对，一致后用 --fingerprint %[1]s 再做一次；还没有登记任何密钥", "this is the first key to be trusted here, fingerprint %[1]s. Compare it with its holder group by group, then do it again with --fingerprint %[1]s; nothing is registered yet"}
	SealConfirmDiffers = Pair{"指纹不一致：文件里的密钥是 %[1]s，给出的是 %[2]s。没有登记；请不要使用这个文件，先与对方核对", "the fingerprints differ: the key in the file is %[1]s, what was given is %[2]s. Nothing is registered; do not use this file before you have asked its sender"}
)
