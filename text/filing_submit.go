package text

// Sentences of sealing and verifying a submission.
var (
	// %[1]s: the file, %[2]s: who signed it, or what is wrong with it.
	FilingWitnessSigned     = Pair{"报送文件 %[1]s（由 %[2]s 签名）", "the submission %[1]s (signed by %[2]s)"}
	FilingWitnessUnsigned   = Pair{"报送文件 %[1]s（没有签名，谁都能另写一份）", "the submission %[1]s (unsigned: anybody can write another)"}
	FilingWitnessUnverified = Pair{
		"%[1]s 不能拿来对照历史：%[2]s",
		"%[1]s cannot be held against the history: %[2]s",
	}
	// %[2]s: the serial of the submission; %[3]s: who signed the receipt.
	FilingWitnessReceipt = Pair{"%[2]s 的回执 %[1]s（由 %[3]s 签名）", "the receipt %[1]s for %[2]s (signed by %[3]s)"}
	FilingWitnessNobody  = Pair{"这份回执没有签名，谁都能另写一份", "the receipt is unsigned, and anybody can write another"}
	FilingWitnessBlind   = Pair{"报送文件是第一版格式，没有写明封存时的历史，回执也就没有见证", "the submission is of the first format and does not say which history it was sealed with, so that the receipt saw none"}

	FilingStageCheck   = Pair{"正在做全面检查……", "checking everything…"}
	FilingStageWrite   = Pair{"正在写入 %s", "writing %s"}
	FilingStageSeal    = Pair{"正在封存……", "sealing…"}
	FilingStageSound   = Pair{"正在等工作区核查完……", "waiting for the check of the workspace…"}
	FilingStageEncrypt = Pair{"正在加密……", "encrypting…"}

	// What is needed to be sealed: Need says that it is so, Lack that it is not. Neither may read as the other.
	FilingNeedMust   = Pair{"没有未改正的强制性问题", "nothing is left to fix"}
	FilingLackMust   = Pair{"还有 %d 个强制性问题没有改正", "findings still to fix: %d"}
	FilingNeedVerify = Pair{"核实性问题都写明了原因", "every finding to verify has a written reason"}
	FilingLackVerify = Pair{"还有 %d 个核实性问题没有写明原因", "findings to verify without a written reason: %d"}
	FilingNeedPack   = Pair{"有 %d 年度的政策包可用于打分", "there is a policy pack to score %d with"}
	FilingLackPack   = Pair{"没有 %d 年度的政策包，不能打分", "there is no policy pack to score %d with"}
	FilingNeedIssued = Pair{"政策包已由国资委签发", "the policy pack is issued by the regulator"}
	FilingLackIssued = Pair{"政策包不是国资委签发的：得分按模拟，报送文件会注明", "the policy pack is not issued by the regulator: the file will say that the score is a simulation"}
	// %[1]s period, %[2]d the month it ends with, %[3]d the month the figures run to.
	FilingNeedPeriod  = Pair{"年度指标的「截至月份」与报送的%[1]s相符", "the annual figures run to the end of %[1]s"}
	FilingLackPeriod  = Pair{"年度指标的「截至月份」与报送的不符：%[1]s要到 %[2]d 月，现在到 %[3]d 月", "the annual figures do not run to the end of what is handed in: %[1]s ends with month %[2]d, they run to month %[3]d"}
	FilingNeedSignOff = Pair{"%s已签字确认", "%s has signed off"}
	FilingLackSignOff = Pair{"%s还没有签字", "%s has not signed off"}
	// FilingNeedSignAgain is the same where somebody signed what has changed since.
	FilingNeedSignAgain = Pair{"%s的签字因数据改动作废，须重新签字", "%s has to sign again: the data has changed since"}
	// FilingNotSigned refuses to seal without a sign-off.
	FilingNotSigned = Pair{
		"还不能封存：%s。确实无法签字的，写明原因后可以不带签字封存，原因随报送文件交出",
		"not ready to be sealed: %s. Where that cannot be had, say why: the year is then sealed without, and the reason travels with the file",
	}

	FilingNotReady         = Pair{"还不能封存：%s", "not ready to be sealed: %s"}
	FilingPackNotKept      = Pair{"政策包 %s %s 标为已签发，但工作区里没有它和国资委的签名：请先把国资委签发的政策包连同签名加入工作区，再用工作区里的政策包报送", "the pack %s %s says that it is issued, but the workspace does not have it with the regulator's signature: add the issued pack with its signature to the workspace, then submit under the one kept there"}
	FilingWorkspaceDamaged = Pair{"工作区没有通过全面检查，不能封存：%s。请先恢复一份完好的备份", "the workspace fails its long check and cannot be sealed: %s. Bring a sound backup back first"}
	// Periods: %d year and quarter.
	FilingPeriodYear    = Pair{"%d 年度", "%d"}
	FilingPeriodQuarter = Pair{"%d 年第 %d 季度快报", "the quarterly return %d Q%d"}
	FilingPeriodOther   = Pair{"报送期 %s 不在 %d 年度内", "the period %s is not of the year %d"}
	FilingPeriodUnread  = Pair{"看不懂报送期「%s」：年度写 2026，季度写 2026Q2", "'%s' is no period: write 2026 for the year, 2026Q2 for a quarter"}

	FilingNotRememberedQuarter = Pair{"季度快报 %s 已经写好，但没能登记到工作区：请检查磁盘，然后重新生成一次", "the quarterly return %s is written but could not be entered in the workspace: check the disk and make it again"}
	FilingNotRemembered        = Pair{"报送文件 %s 已经写好，但没能登记到工作区：请检查磁盘，然后重新封存一次", "the submission %s is written but could not be entered in the workspace: check the disk and seal again"}
	FilingLockReason           = Pair{"封存 %s", "sealed as %s"}
	FilingPackageTitle         = Pair{"%[1]s %[2]d年度科技创新统计报送", "%[1]s, innovation statistics %[2]d"}
	FilingPriorTitle           = Pair{"%d年研发投入（上年数）", "R&D spending in %d (the year before)"}

	FilingVerifyExtra           = Pair{"多出了清单里没有的文件 %s", "there is a file that the manifest does not list: %s"}
	FilingVerifyChanged         = Pair{"%s 被改动过：内容与清单不符", "%s was changed: it does not fit the manifest"}
	FilingVerifyMissing         = Pair{"清单里的 %s 不见了", "%s is listed in the manifest and missing"}
	FilingVerifyManifest        = Pair{"清单 manifest.sha256 被改动过：写法与封存时不一致", "manifest.sha256 was changed: it is not spelled as it was sealed"}
	FilingVerifyPacked          = Pair{"%s 被改动过：压缩后的字节与封存时不一致", "%s was changed: its packed bytes are not those that were sealed"}
	FilingVerifyStranger        = Pair{"多出了不该有的文件 %s", "there is a file that does not belong: %s"}
	FilingVerifyAbsent          = Pair{"缺少 %s", "%s is missing"}
	FilingVerifyOrder           = Pair{"文件的排列顺序被改动过（%s 不在应在的位置）", "the order of the files was changed (%s is not in its place)"}
	FilingVerifySeal            = Pair{"seal.json 读不懂：被改动过，或来自更新版本的程序", "seal.json cannot be read: it was changed, or made by a newer version of the program"}
	FilingVerifySignature       = Pair{"签名不对：清单 manifest.sha256、签名 manifest.sm2sig 或公钥 signer.pem 被改动过", "the signature is wrong: manifest.sha256, manifest.sm2sig or signer.pem was changed"}
	FilingVerifySigner          = Pair{"公钥 signer.pem 与 seal.json 记录的签名人不一致", "signer.pem is not the key that seal.json names"}
	FilingVerifyUnsigned        = Pair{"报送文件没有签名", "the submission is not signed"}
	FilingVerifyStripped        = Pair{"签名被拿掉了：seal.json 记录由 %s 签名，文件里却没有签名", "the signature was taken out: seal.json says %s signed, and there is none"}
	FilingVerifyTable           = Pair{"%[1]s 第 %[2]d 行的「%[3]s」读不懂：%[4]s", "%[1]s row %[2]d, \"%[3]s\" cannot be read: %[4]s"}
	FilingVerifyHeader          = Pair{"%[1]s 的表头里有不认识的列 「%[2]s」", "%[1]s has a column nobody knows: \"%[2]s\""}
	FilingVerifyPack            = Pair{"政策包 pack.toml 读不懂：%s", "the policy pack pack.toml cannot be read: %s"}
	FilingVerifyScore           = Pair{"得分表 sheet.json 与数据不符：按 CSV 数据和政策包重新计算，「%s」 一项不同", "sheet.json does not follow from its data: scored again from the CSV files and the pack, \"%s\" differs"}
	FilingVerifyEnterprise      = Pair{"企业概况与 seal.json 不一致：统一社会信用代码或年度不同", "the enterprise's card does not agree with seal.json: another code or year"}
	FilingVerifyFinding         = Pair{"还有未改正的强制性问题：%s", "a finding to fix is still open: %s"}
	FilingVerifyPackSig         = Pair{"政策包的签名 pack.toml.sm2sig 不对", "the signature of the policy pack, pack.toml.sm2sig, is wrong"}
	FilingVerifyPackUnsigned    = Pair{"政策包标为已签发，却没有随附国资委的签名 pack.toml.sm2sig：不能当作正式得分", "the policy pack says that it is issued, but the regulator's signature pack.toml.sm2sig did not come along: the score is not official"}
	FilingVerifyEncrypted       = Pair{"报送文件是加密的：请用 --open-key 给出接收方的私钥", "the submission is encrypted: give the receiver's private key with --open-key"}
	FilingVerifyJudged          = Pair{"数据里有强制性问题（重新审核发现）：%s", "the data has something to fix (judged again): %s"}
	FilingVerifyHidden          = Pair{"有核实性问题没有列在 findings.json 里：%s", "a finding to verify is not listed in findings.json: %s"}
	FilingVerifyEvidenceChanged = Pair{"佐证文件 %s 的内容与它的名字（SHA-256）不符", "the evidence %s is not what its name, a SHA-256, says"}
	FilingVerifyEvidenceStray   = Pair{"佐证文件 %s 没有任何一行提到", "no row names the evidence %s"}
	FilingVerifyEvidenceGone    = Pair{"佐证文件「%s」没有随报送文件一起来，别的佐证却来了", "the evidence '%s' did not come along, though other evidence did"}
	FilingEvidenceDense         = Pair{"佐证文件「%[1]s」几乎是空白的（压缩比超过 %[2]d），接收方会当作压缩炸弹拒收。请换成 PDF 或 JPG 后重新添加。", "The evidence file '%[1]s' is nearly blank (it packs more than %[2]d to 1) and would be refused as a bomb. Attach it as a PDF or JPG instead."}
	FilingEvidenceMuch          = Pair{"佐证文件有 %[1]d 个、%[2]s GB，超过报送文件的上限（%[3]d 个、%[4]d GB）。请不要附带，另行报送。", "There are %[1]d evidence files of %[2]s GB, above the limit of a submission (%[3]d files, %[4]d GB). Leave them out and send them separately."}
	FilingVerifyTotal           = Pair{"%[1]s 到第 %[2]d 行为止，「%[3]s」合计（不计正负号）超过 1000 万亿元的上限，不能计分", "%[1]s up to row %[2]d: %[3]s comes to more than the limit of CNY 10^15, signs left out, and cannot be scored"}
	FilingVerifyRows            = Pair{"%[1]s 超过上限 %[2]d 行", "%[1]s has more than its limit of %[2]d rows"}
	FilingVerifyMeanwhile       = Pair{"%s 在读取过程中被改动了：请等它保存好再核验", "%s changed while it was being read: wait until it is saved, then verify again"}
	FilingVerifyPaid            = Pair{"台账里的受托方超过上限 %d 家", "the ledger names more than %d counterparties"}
)
