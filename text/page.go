package text

// The self-proving page: what stands on it before anything is verified, and round what was.
var (
	PageTitle = Pair{"一策 · 核验页", "yice · verification page"}
	PageBrand = Pair{"一策", "yice"}
	PageKind  = Pair{"核验页", "verification page"}
	// PageLanguage is what each language calls itself; the button shows the other one's.
	PageLanguage = Pair{"中文", "English"}
	PagePrint    = Pair{"打印", "Print"}
	PageOpenAll  = Pair{"全部展开", "Open all"}
	PageCloseAll = Pair{"全部收起", "Close all"}
	PageTakeOut  = Pair{"取出 ZIP", "Save the ZIP"}

	PageStarting  = Pair{"正在启动核验程序……", "Starting the verifier…"}
	PageVerifying = Pair{"正在核验：已读 %[1]s", "Verifying: %[1]s read"}
	PageNotYet    = Pair{"核验完成之前，本页不显示文件中的任何内容。", "Until verification has ended, nothing of the file is shown."}
	PageNoScript  = Pair{"没有核验：本页要允许运行脚本才能核验。不联网，也不保存任何内容。", "NOT VERIFIED: this page must be allowed to run scripts. It uses no network and keeps nothing."}
	PageOld       = Pair{"没有核验：这个浏览器太旧。请用新版的 Chrome、Edge、Firefox 或 Safari 打开，或在一策里按 Ctrl+P 选「核验一份报送文件」。", "NOT VERIFIED: this browser is too old. Open the page in a current Chrome, Edge, Firefox or Safari, or choose 'Verify a submission' with Ctrl+P in yice."}
	PageBroken    = Pair{"没有核验完：核验程序中断（%[1]s）。请在一策里按 Ctrl+P 选「核验一份报送文件」。", "NOT VERIFIED: the verifier broke off (%[1]s). Choose 'Verify a submission' with Ctrl+P in yice."}
	PageNoData    = Pair{"没有核验：页面里没有报送文件，可能没有存完整。请重新取得这一页。", "NOT VERIFIED: the page holds no submission; it may not have been saved whole. Get it again."}
)

// The verdict as a whole.
var (
	PageGood           = Pair{"核验通过", "Verified"}
	PageGoodSay        = Pair{"问到的每一项都成立。", "Everything that was asked holds."}
	PagePartly         = Pair{"内容完好，得分属实；身份未核对", "Whole, and the score follows; who signed was not asked"}
	PagePartlySay      = Pair{"数据与封存时一字不差，得分由数据重新算出，与所报一致。是谁签的、用的是不是国资委的政策包，本页没有可以对照的依据。", "The data are to the byte what was sealed, and the score, computed anew from them, is the one reported. Who signed it, and whether the policy pack is the regulator's, this page has nothing to compare with."}
	PagePartlyPack     = Pair{"内容完好，签名可信；政策包未核对", "Whole, and the signer is trusted; the policy pack was not asked"}
	PagePartlyPackS    = Pair{"数据与封存时一字不差，得分由数据重新算出，与所报一致。用的是不是国资委签发的政策包，本页没有可以对照的依据，所以只是自评。", "The data are to the byte what was sealed, and the score, computed anew, is the one reported. Whether the pack is one that the regulator issued, this page has nothing to compare with: it stays a self-assessment."}
	PageDraft          = Pair{"内容完好；得分是模拟", "Whole; the score is a simulation"}
	PageDraftSay       = Pair{"数据与封存时一字不差，得分由数据重新算出，与所报一致；但所用政策包是草案，没有国资委签发，得分不作数。", "The data are to the byte what was sealed, and the score, computed anew, is the one reported; but the pack is a draft that nobody issued, so the score does not count."}
	PageUnscored       = Pair{"内容完好；所报得分没有核对", "Whole; the score it reports was not compared"}
	PageUnscoredSay    = Pair{"数据与封存时一字不差；但所报的得分按那时的规则算出，与现在的规则不同，没有逐个核对。下面的得分是按现在的规则由数据重新算出的。", "The data are to the byte what was sealed; but the score it reports was computed by the rules of its time, which are not today's, and was not compared. The score below is computed anew from the data, by today's."}
	PageUnsigned       = Pair{"内容完好；没有签名", "Whole; nobody signed it"}
	PageUnsignedSay    = Pair{"数据自相符合，得分由数据重新算出，与所报一致；但没有签名，谁都可以做出这样一份文件。", "The data agree with themselves, and the score, computed anew, is the one reported; but nobody signed it: anyone can make such a file."}
	PageUnconfirmed    = Pair{"核验通过；签字不全", "Verified; not everybody signed off"}
	PageUnconfirmedSay = Pair{"问到的每一项都成立；但三个角色没有都签字，原因见下。", "Everything that was asked holds, but not all three roles signed off: the reason is given below."}
	PageBad            = Pair{"核验不通过", "Not verified"}
	PageBadSay         = Pair{"有 %[1]d 处问题，逐条列在下面。这份文件不能当作报送结果。", "There are %[1]d problems, listed below. This file must not be taken for a result."}
	PageUnknown        = Pair{"没有打开，不知道", "Not opened, not known"}
	PageUnknownSay     = Pair{"文件是加密的，本页没有打开它的钥匙。这不是说它不好：请收件人用 yice verify --open-key 核验。", "The file is encrypted and this page has no key to it. That does not make it bad: its reader verifies it with yice verify --open-key."}

	PageOwn    = Pair{"本页由报送的一方提供。一张页面只能证明它自己装的东西前后相符；要信它，请把它拖进您自己的核验页（yice page -o verify.html），或当面、电话核对签名人的指纹。", "This page came from the side that filed. A page can only prove what it carries by its own lights: to rely on it, drop it on a verification page of your own (yice page -o verify.html), or compare the signer's fingerprint by voice."}
	PageOwners = Pair{"这是您自己的核验页：核验程序和下面的依据都在页内，拖进来的文件只被读取。请只用自己生成、自己保管的这一页；别人给的核验页证明不了什么。", "This is a verification page of your own: the verifier and what it goes by are inside, and files dropped on it are only read. Use only a page that you made and kept yourself; a page from somebody else proves nothing."}
)

// The questions and their answers.
var (
	PageAsked         = Pair{"逐项核验", "What was asked"}
	PageQIntegrity    = Pair{"完整", "Integrity"}
	PageQSignature    = Pair{"签名", "Signature"}
	PageQIdentity     = Pair{"身份", "Identity"}
	PageQPolicy       = Pair{"政策", "Policy"}
	PageQScore        = Pair{"得分", "Score"}
	PageQSignOffs     = Pair{"签字", "Sign-off"}
	PageQRecognitions = Pair{"认定", "Recognition"}

	PageIntegrityOK       = Pair{"完好", "whole"}
	PageIntegrityOKSay    = Pair{"%[1]d 个文件逐字节与清单和封条相符。", "%[1]d entries are, byte for byte, those of the manifest and the seal."}
	PageIntegrityBad      = Pair{"不完好", "not whole"}
	PageIntegrityBadSay   = Pair{"与封存时不同，见下面的问题。", "It differs from what was sealed: see the problems below."}
	PageNotKnown          = Pair{"不知道", "not known"}
	PageNotKnownSay       = Pair{"没有能核验到这一步。", "Verification did not come that far."}
	PageSignatureOK       = Pair{"有效", "right"}
	PageSignatureOKSay    = Pair{"清单的 SM2 签名正确，是下面这把钥匙签的。", "The SM2 signature over the manifest is right and was made by the key below."}
	PageSignatureBad      = Pair{"不对", "wrong"}
	PageSignatureBadSay   = Pair{"签名与清单不符，或被换过、去掉过。", "The signature does not fit the manifest, or was replaced or taken out."}
	PageSignatureNone     = Pair{"没有签名", "none"}
	PageSignatureNoneSay  = Pair{"只能说明文件自身完整，不能说明是谁报的。", "It shows that the file is whole, not who filed it."}
	PageIdentityTrusted   = Pair{"可信", "trusted"}
	PageIdentitySay       = Pair{"%[1]s，钥匙已登记为本企业报送之用。", "%[1]s: the key is enrolled to file for this enterprise."}
	PageIdentityPinned    = Pair{"签名的钥匙就是本页指定的指纹 %[1]s。", "The key that signed is the one whose fingerprint is pinned in this page, %[1]s."}
	PageIdentityUnknown   = Pair{"不认识", "unknown"}
	PageIdentityUnknownS  = Pair{"签名的钥匙不在本页登记的钥匙之中。", "The key that signed is not among those enrolled in this page."}
	PageIdentityWrong     = Pair{"不符", "not entitled"}
	PageIdentityWrongSay  = Pair{"这把钥匙无权在此时为本企业报送，见下面的问题。", "This key may not file for this enterprise at this time: see the problems below."}
	PageNotPinned         = Pair{"签名的钥匙不是本页指定的任何一把", "the key that signed is none of those pinned in this page"}
	PageUnasked           = Pair{"未核对", "not asked"}
	PageIdentityUnaskedS  = Pair{"本页没有登记钥匙可以对照；请核对指纹。", "No keys are enrolled in this page to compare with: compare the fingerprint."}
	PagePolicyIssued      = Pair{"国资委签发", "issued"}
	PagePolicyIssuedSay   = Pair{"%[1]s，签发签名已核对。", "%[1]s; the signature of its issue was checked."}
	PagePolicyDraft       = Pair{"草案", "draft"}
	PagePolicyDraftSay    = Pair{"%[1]s 没有国资委的签发签名：得分是模拟。", "%[1]s was issued by nobody: the score is a simulation."}
	PagePolicyForeign     = Pair{"另一份", "another"}
	PagePolicyForeignSay  = Pair{"%[1]s 不是本页规定的政策包。", "%[1]s is not the policy pack that this page measures by."}
	PagePolicyUnaskedSay  = Pair{"%[1]s；本页没有签发的钥匙可以对照。", "%[1]s; this page has no issuing key to compare with."}
	PageScoreFollows      = Pair{"复算一致", "follows"}
	PageScoreFollowsSay   = Pair{"由数据和政策包重新计算，每一个数都与所报相同。", "Computed anew from the data and the pack, every figure is the one reported."}
	PageScoreDiffers      = Pair{"不一致", "differs"}
	PageScoreDiffersSay   = Pair{"重新计算与所报的得分不同。", "Computed anew, the score is not the one reported."}
	PageSignOffsStanding  = Pair{"齐全", "standing"}
	PageSignOffsStandingS = Pair{"三个角色都确认了这份数据。", "All three roles confirmed these data."}
	PageSignOffsVoid      = Pair{"已失效", "void"}
	PageSignOffsVoidSay   = Pair{"确认之后数据又有改动，或签字不成立。", "The data changed after the sign-off, or it does not stand."}
	PageSignOffsAbsent    = Pair{"不全", "absent"}
	PageSignOffsAbsentSay = Pair{"有角色没有确认。", "Not every role confirmed."}
	PageRecognised        = Pair{"核定 %[1]d 项，自报 %[2]d 项", "%[1]d decided, %[2]d self-declared"}
	PageRecognisedSay     = Pair{"自报的写着「已认定」，但没有国资委的决定可以对照。", "Self-declared ones say that they are recognised; there is no decision of the regulator to compare with."}
	PageRecognisedAllSay  = Pair{"每一项都有国资委的决定。", "The regulator decided each of them."}
	PageRecognisedNone    = Pair{"没有", "none"}
	PageRecognisedNoneSay = Pair{"没有要认定的事项写为已认定。", "Nothing is said to be recognised."}

	PageMarkGood = Pair{"成立", "holds"}
	PageMarkWarn = Pair{"注意", "take note"}
	PageMarkBad  = Pair{"不成立", "fails"}
	PageMarkNone = Pair{"未问", "not asked"}

	PageProblems = Pair{"问题", "Problems"}
	PageNotes    = Pair{"说明", "Notes"}
	PageEntry    = Pair{"文件 %[1]s", "entry %[1]s"}
)

// What is shown of a submission.
var (
	PageUnverified    = Pair{"未经核实", "NOT VERIFIED"}
	PageUnverifiedSay = Pair{"以下是文件里写的内容，没有通过核验，不能当作结果。", "What follows is only what the file says. It did not verify and must not be taken for a result."}
	PageUnverifiedAsk = Pair{"未经核实：看文件里写了什么", "NOT VERIFIED: see what the file says"}

	PagePaper        = Pair{"%[1]d 年度科技创新考核自评", "Innovation self-assessment, %[1]d"}
	PagePaperQuarter = Pair{"%[1]d 年第 %[2]d 季度快报（截至 %[3]d 月）", "Quarterly return %[1]d Q%[2]d, to the end of month %[3]d"}
	PagePaperSoFar   = Pair{"%[1]d 年度科技创新考核自评（截至 %[2]d 月）", "Innovation self-assessment, %[1]d to the end of month %[2]d"}
	PageUSCC         = Pair{"统一社会信用代码", "Unified social credit code"}
	PageType         = Pair{"企业类型", "Type"}
	PageSerial       = Pair{"报送编号", "Serial"}
	PageReplaces     = Pair{"替代", "Replaces"}
	PageSealedAt     = Pair{"封存时间", "Sealed"}
	PageSealedBy     = Pair{"%[1]s，%[2]s", "%[1]s by %[2]s"}
	PageSigner       = Pair{"签名人", "Signed by"}
	PageNoSigner     = Pair{"没有签名", "nobody"}
	PageFingerIs     = Pair{"钥匙指纹", "Fingerprint of the key"}
	PagePackIs       = Pair{"政策包", "Policy pack"}
	PageAudience     = Pair{"报给（指纹）", "Filed for (fingerprint)"}
	PageManifest     = Pair{"清单摘要 SM3", "SM3 of the manifest"}
	PageFileDigest   = Pair{"文件 SHA-256", "SHA-256 of the file"}
	PageModeReal     = Pair{"正式", "official"}
	PageModeTrial    = Pair{"模拟", "SIMULATED"}
	PageMadeUp       = Pair{"虚构企业", "fictitious enterprise"}

	PageCompare     = Pair{"核对指纹", "Compare the fingerprint"}
	PageCompareSay  = Pair{"请报送单位读出指纹，键入这里：", "Let the enterprise read out its fingerprint and type it here:"}
	PageCompareSame = Pair{"相同：签名人就是告诉您这个指纹的人", "The same: whoever told you this fingerprint signed it"}
	PageCompareNot  = Pair{"不同：不是这把钥匙签的", "Different: this key did not sign it"}
	PageCompareMore = Pair{"继续键入：共 24 个字符", "Go on: 24 characters"}

	PageScore       = Pair{"得分", "Score"}
	PageSelf        = Pair{"自评", "Self-assessed"}
	PageConfirmedIs = Pair{"核定：按国资委的政策包和认定重新计算。自评：企业按自带的政策包所报。", "Confirmed: computed anew under the regulator's pack and decisions. Self-assessed: as the enterprise reports it under the pack it brought."}
	PageSelfIs      = Pair{"自评：按文件自带的政策包计算；核定由国资委作出。", "Self-assessed under the pack in the file; confirming is the regulator's."}
	PageOfFull      = Pair{"满分 %[1]s", "of %[1]s"}
	PageCapIs       = Pair{"上限 %[1]s", "at most %[1]s"}
	PageWithPending = Pair{"含待认定 %[1]s", "%[1]s with what is pending"}
	PageUnfilledIs  = Pair{"未填 %[1]s", "%[1]s unfilled"}
	PageInWan       = Pair{"万元", "CNY 10k"}
	PageProgress    = Pair{"一企一策：离每个目标还有多远", "Its own policy: how far to each target"}
	PageProgressSay = Pair{"进度 = 实绩 ÷（实绩 + 还差），满分为 100%。点开一行，看依据、算式和算进去的每一条记录。", "Progress = actual ÷ (actual + what is missing); full marks are 100%. Open a line for its clause, formula and every record that went in."}
	PageGap         = Pair{"还差 %[1]s", "%[1]s missing"}
	PageBonus       = Pair{"加分", "Bonus"}
	PageProfit      = Pair{"考核利润（万元）", "Assessed profit (CNY 10k)"}
	PagePayroll     = Pair{"工资总额（万元）", "Payroll (CNY 10k)"}
	PageUsed        = Pair{"计入的记录", "Records that counted"}
	PageRejected    = Pair{"没有计入的记录", "Records that did not count"}
	PageRecord      = Pair{"这条记录", "This record"}
	PageRowOf       = Pair{"%[1]s 第 %[2]d 行", "%[1]s, row %[2]d"}
	PagePendingMark = Pair{"待认定", "pending"}

	PageFindings     = Pair{"审核问题和原因", "Findings and reasons"}
	PageFindingsNone = Pair{"没有审核问题", "No findings"}
	PageReason       = Pair{"原因：%[1]s", "Reason: %[1]s"}
	PageSignOffs     = Pair{"签字", "Sign-off"}
	PageSignedOn     = Pair{"%[1]s，%[2]s", "%[1]s, %[2]s"}
	PageNobody       = Pair{"没有确认", "not confirmed"}
	PageSignOffVoid  = Pair{"失效", "void"}
	PageUnsignedWhy  = Pair{"未签字封存的原因：%[1]s", "Sealed without sign-off because: %[1]s"}
	PageByKey        = Pair{"钥匙签字", "signed with a key"}
	PageByName       = Pair{"署名", "by name"}

	PageRecognitions   = Pair{"认定", "Recognitions"}
	PageDecided        = Pair{"国资委决定", "decided"}
	PageDeclared       = Pair{"自报", "self-declared"}
	PageRecognitionAs  = Pair{"文件上写的", "As the file has it"}
	PageRecognitionWho = Pair{"依据", "On what"}

	PageAssumed     = Pair{"假设的参数", "Assumed parameters"}
	PageAssumedSay  = Pair{"下列数字文件没有给出，由政策包设定；不得当作文件规定引用。", "The document does not give these numbers; the pack sets them. They must not be quoted as the document's."}
	PageTables      = Pair{"数据", "The data"}
	PageTablesSay   = Pair{"每张表都来自核验过的文件，与 data/ 中的 CSV 一字不差；全是空白的列没有列出。", "Every table is from the verified file, to the letter the CSV under data/; columns that are all blank are left out."}
	PageRows        = Pair{"%[1]d 行", "%[1]d rows"}
	PageRow         = Pair{"行", "Row"}
	PageNoRows      = Pair{"没有记录", "No records"}
	PageMoreRows    = Pair{"再看 %[1]d 行", "%[1]d more rows"}
	PageShown       = Pair{"显示 %[1]d–%[2]d 行，共 %[3]d 行", "rows %[1]d–%[2]d of %[3]d"}
	PageFind        = Pair{"查找", "Find"}
	PageFindSay     = Pair{"编号、名称、金额、摘要……", "code, name, amount, text…"}
	PageFound       = Pair{"找到 %[1]d 行", "%[1]d rows found"}
	PageFoundMost   = Pair{"先列出 %[1]d 行", "the first %[1]d rows"}
	PageWait        = Pair{"正在读……", "Reading…"}
	PageByHand      = Pair{"不用本程序怎样核对", "How to check without this program"}
	PageByHandSay   = Pair{"取出 ZIP，在任何一台装有 OpenSSL 3 的机器上：", "Save the ZIP, and on any machine with OpenSSL 3:"}
	PageByHandWhole = Pair{"第一条核对每个文件的摘要，第二条核对签名；指纹仍须与报送单位核对。", "The first checks every digest, the second the signature; the fingerprint still has to be compared with the enterprise."}
)

// The verification page of one's own.
var (
	PageDrop       = Pair{"把报送文件拖到这里", "Drop submissions here"}
	PageDropSay    = Pair{"ZIP，或别人发来的核验页（只取其中的报送文件，不运行它）。可以一次拖入许多个。", "ZIP files, or verification pages sent by others (only the submission inside is taken, nothing of them runs). As many at a time as you like."}
	PageChoose     = Pair{"选择文件", "Choose files"}
	PageGoesBy     = Pair{"本页的依据", "What this page goes by"}
	PageNoBasis    = Pair{"没有登记钥匙，也没有规定政策包：身份和政策不核对。", "No keys are enrolled and no pack is set: identity and policy are not asked."}
	PagePinned     = Pair{"指定的指纹", "Pinned fingerprint"}
	PageHolder     = Pair{"登记的钥匙", "Enrolled key"}
	PageMeasure    = Pair{"政策包", "Policy pack"}
	PageResults    = Pair{"核验结果", "Verdicts"}
	PageColFile    = Pair{"文件", "File"}
	PageColWho     = Pair{"企业", "Enterprise"}
	PageColYear    = Pair{"年度", "Year"}
	PageColVerdict = Pair{"结论", "Verdict"}
	PageColScore   = Pair{"创新得分", "Innovation"}
	PageColIssues  = Pair{"问题", "Problems"}
	PageQueued     = Pair{"排队", "queued"}
	PageNoInside   = Pair{"这个网页里没有报送文件", "There is no submission in this web page"}
	PageUnreadable = Pair{"读不出这个文件", "The file cannot be read"}
)

// Making a page.
var (
	PageStuck      = Pair{"若一直停在这里：浏览器不许本页运行脚本，或者太旧。请换新版的 Chrome、Edge、Firefox 或 Safari，或在一策里按 Ctrl+P 选「核验一份报送文件」。", "If it stays like this, the browser forbids the page its scripts or is too old: use a current Chrome, Edge, Firefox or Safari, or choose 'Verify a submission' with Ctrl+P in yice."}
	PageTooLarge   = Pair{"报送文件超过 %[1]d MB，核验页装不下：请直接交 ZIP 文件", "the submission is larger than %[1]d MB, more than a verification page carries: hand in the ZIP file alone"}
	PageNoVerifier = Pair{"这个程序没有带核验程序，做不出核验页：请用正式发布的版本，或先运行 go generate ./filing/page", "this program carries no compiled verifier and cannot make the page: use a released one, or run go generate ./filing/page first"}
)

// PageMoreUses stands at the end of a long list of records.
var PageMoreUses = Pair{"另有 %[1]d 条没有列出，见下面的数据表", "%[1]d more are not listed: see the tables below"}

// What a page of one's own goes by.
var (
	PageHolderIs      = Pair{"%[1]s（%[2]s）", "%[1]s (%[2]s)"}
	PageDecisionFiles = Pair{"%[1]d 份认定文件", "%[1]d files of decisions"}
)

// The command that makes pages.
var (
	PageEncrypted = Pair{"%[1]s 是加密的，不做核验页：只有收件人能打开它", "%[1]s is encrypted and gets no page: nobody but its reader can open it"}
	PageStage     = Pair{"正在写核验页……", "Writing the verification page…"}
	PageTaken     = Pair{"没有写核验页：%[1]s 是另外的文件。要写到别处，用 yice page", "no page was written: %[1]s is another file; write it elsewhere with yice page"}
	PageNotOne    = Pair{"%[1]s 不是报送文件（ZIP）", "%[1]s is no submission (ZIP)"}

	CmdPageShort = Pair{"制作核验页：双击即可核验的网页", "make a verification page, which verifies by a double click"}
	CmdPageLong  = Pair{
		"给一份报送文件做核验页：一个网页文件，不联网，双击打开就核验里面的报送文件、重新计分、逐条看到记录。yice submit 已在报送文件旁写了同名的一份。\n\n不给报送文件，则做一张自己的核验页：把别人交来的报送文件（或核验页）拖进去，就按页内的依据核验。依据可以是报送单位的钥匙指纹（--fingerprint，可写多次）、登记的钥匙（--trust）、国资委的政策包（--pack，旁边要有签名）和认定文件（--decisions，可写多次）。别人给的核验页只能证明自身前后相符；要作依据，请用自己做的这一张。",
		"Makes the page of a submission: one file of HTML that needs no network, verifies the submission inside at a double click, scores it anew and opens every line down to its records. yice submit has written one beside the submission.\n\nWithout a submission it makes a verification page of one's own: submissions (or pages) that others hand in are dropped on it and measured by what it carries: fingerprints of the keys that may sign (--fingerprint, repeatable), enrolled keys (--trust), the regulator's policy pack (--pack, its signature beside it) and files of decisions (--decisions, repeatable). A page from somebody else can only prove that it agrees with itself; to rely on one, make it yourself.",
	}
	CmdFlagPinned        = Pair{"`F` 认这个指纹的签名，可写多次", "`F` of a key whose signature is trusted, may be given again"}
	CmdFlagPageTrust     = Pair{"`DIR` 把这个文件夹里登记的钥匙写进页内", "`DIR` of enrolled keys to carry"}
	CmdFlagPagePack      = Pair{"`PACK` 按这个已签发的政策包重新计分", "`PACK`, issued, to score under"}
	CmdFlagPageDecisions = Pair{"`FILE` 认定文件，可写多次", "`FILE` of decisions, may be given again"}
	CmdPageBadPrint      = Pair{"“%[1]s”不是指纹：应是六组、每组四个字符，如 ABCD-EFGH-…", "'%[1]s' is no fingerprint: six groups of four characters, such as ABCD-EFGH-…"}
	CmdPageOneOf         = Pair{"--fingerprint 和 --trust 只能给一个", "give --fingerprint or --trust, not both"}
	CmdPageOnlyOwn       = Pair{"--%[1]s 只用于自己的核验页：不要同时给报送文件", "--%[1]s is for a page of one's own: give no submission with it"}
	CmdFlagNoPage        = Pair{"不写核验页", "write no verification page"}
	CmdSubmitPage        = Pair{"核验页", "Page"}
)
