package text

// What verify says of files that travel between the two desks and are no submissions.
var (
	DocumentReceipt   = Pair{"回执", "a receipt"}
	DocumentReceipts  = Pair{"回执登记簿", "a log of receipts"}
	DocumentDecisions = Pair{"认定文件", "a file of recognitions"}
	DocumentKeys      = Pair{"密钥名册", "a register of keys"}
	DocumentPackTitle = Pair{"政策包", "policy pack"}

	DocumentHolds         = Pair{"校验通过：这是%s", "verified: this is %s"}
	DocumentWhole         = Pair{"内容完好：这是%s；签名人没有核对", "whole: this is %s; nobody was asked who signed"}
	DocumentWholeUnsigned = Pair{"内容完好：这是%s；没有签名，不能作证", "whole: this is %s; it is unsigned and proves nothing"}
	DocumentDraft         = Pair{"内容可用：这是%s草案", "can be used: this is a draft of a %s"}
	DocumentFails         = Pair{"校验不通过：这是%s", "not verified: this is %s"}

	DocumentUseReceipt   = Pair{"收进工作区：yice receive；打印：yice report 回执.zip -o 回执.html", "take it in: yice receive; print it: yice report RECEIPT.zip -o RECEIPT.html"}
	DocumentUseReceipts  = Pair{"请留在回执文件夹里，不要移动；核对一份回执在不在其中：yice verify 回执.zip --log 登记簿.zip", "leave it in the folder of the receipts; to look a receipt up: yice verify RECEIPT.zip --log LOG.zip"}
	DocumentUseDecisions = Pair{"收进工作区：yice recognise；核验报送文件时用 --decisions 给出", "take it in: yice recognise; give it with --decisions when a submission is verified"}
	DocumentUseKeys      = Pair{"收下：yice trust take（第一次要先与国资委核对指纹）", "take it: yice trust take (the first time, compare the fingerprint with the regulator before)"}
	DocumentUsePack      = Pair{"收进工作区：yice pack add；核验报送文件时用 --pack 给出；查错：yice pack check", "take it in: yice pack add; give it with --pack when a submission is verified; its mistakes: yice pack check"}

	DocumentSignedAt   = Pair{"签名时间", "Signed at"}
	DocumentOf         = Pair{"与报送文件核对", "Of the submission"}
	DocumentLogged     = Pair{"与回执登记簿核对", "In the log"}
	DocumentNumber     = Pair{"回执编号", "Number"}
	DocumentNumberIs   = Pair{"第 %d 号", "%d"}
	DocumentEnterprise = Pair{"报送企业", "Enterprise"}
	DocumentUSCC       = Pair{"统一社会信用代码", "USCC"}
	DocumentYear       = Pair{"年度", "Year"}
	DocumentSerial     = Pair{"报送编号", "Serial"}
	DocumentSealedAt   = Pair{"封存时间", "Sealed at"}
	DocumentSubmitter  = Pair{"报送签名", "Signed by"}
	DocumentReceivedAt = Pair{"收到时间", "Received at"}
	DocumentManifest   = Pair{"清单 SM3", "Manifest SM3"}
	DocumentPack       = Pair{"政策包 SHA-256", "Pack SHA-256"}
	DocumentHistory    = Pair{"企业历史", "History"}
	DocumentLogHead    = Pair{"回执登记簿", "Log of receipts"}
	DocumentLogIs      = Pair{"共 %[1]d 条，根 %[2]s", "%[1]d entries, root %[2]s"}
	DocumentEntries    = Pair{"条数", "Entries"}
	DocumentRoot       = Pair{"根", "Root"}
	DocumentRows       = Pair{"认定结果", "Decisions"}
	DocumentRowsAre    = Pair{"%[1]d 行，涉及 %[2]d 家企业", "%[1]d rows on %[2]d enterprises"}
	DocumentDecided    = Pair{"已认定 %[1]d 行，不予认定 %[2]d 行，退回待认定 %[3]d 行", "%[1]d recognised, %[2]d refused, %[3]d taken back"}
	DocumentKeysNumber = Pair{"名册号", "Number"}
	DocumentIssuedAt   = Pair{"签发时间", "Issued at"}
	DocumentKeysRoot   = Pair{"根密钥指纹", "Root"}
	DocumentHolders    = Pair{"登记的密钥", "Keys"}
	DocumentHoldersAre = Pair{"%[1]d 把：签发 %[2]d，认定 %[3]d，回执 %[4]d，报送 %[5]d，签字 %[6]d", "%[1]d: %[2]d issuing, %[3]d deciding, %[4]d receipting, %[5]d filing, %[6]d signing"}
	DocumentTitle      = Pair{"名称", "Title"}
	DocumentStatus     = Pair{"状态", "Status"}

	DocumentPackSaysIssued = Pair{"自称已签发", "says that it is issued"}
	DocumentTrusted        = Pair{"登记在册的「%s」密钥，有权作此声明", "registered for %s, and may state this"}
	DocumentWrong          = Pair{"登记在册，无权签这份%s", "registered, but may not sign %s"}

	DocumentPackBare    = Pair{"自称已签发，旁边却没有国资委的签名文件（政策包文件名后加 .sig）", "it says that it is issued, but the regulator's signature does not lie beside it (the name of the pack and .sig)"}
	DocumentFuture      = Pair{"签名时间 %s 还没有到：对方或本机的时钟不对", "it says that it was signed at %s, which is still to come: a clock is wrong"}
	DocumentUnsigned    = Pair{"没有签名，谁都能另写一份：只能说内容完好", "it is unsigned, and anybody can write another: no more than that it is whole is known"}
	DocumentUnasked     = Pair{"没有核对签名人是谁（--trust）", "nobody was asked whose signature it is (--trust)"}
	DocumentPackUnasked = Pair{
		"自称已签发，旁边有签名文件；没有登记的密钥（--trust），核对不了是谁签的",
		"it says that it is issued and has a signature beside it; without registered keys (--trust) nobody knows whose",
	}
	DocumentRootSigned     = Pair{"名册必须由它自己写明的根密钥在它写明的时间签发，这一份不是", "a register must be signed by the root that it names, at the moment it names, and this one is not"}
	DocumentRootOther      = Pair{"这里收下过的根密钥是 %[1]s，它却由 %[2]s 签发", "the root taken here is %[1]s, and it was issued by %[2]s"}
	DocumentKeysOlder      = Pair{"它是第 %[1]d 号，这里已经收下第 %[2]d 号", "it is number %[1]d, and number %[2]d was taken here"}
	DocumentReceiptTimes   = Pair{"收到时间 %[2]s 早于封存时间 %[1]s", "received at %[2]s, which is before it was sealed at %[1]s"}
	DocumentReceiptFigures = Pair{"写明的得分是 %[1]s，结果栏却是 %[2]s", "the score it states is %[1]s, and that of its result %[2]s"}
	DocumentNumberUnproved = Pair{"写明的编号与附带的登记簿证明对不上", "the number it states is not what the proof beside it proves"}
	DocumentNumberUnsigned = Pair{"没有签名的回执不能有编号", "an unsigned receipt cannot have a number"}
	DocumentOfUnread       = Pair{"给出的报送文件读不出来，不知道回执是不是它的", "the submission brought along could not be read: whether the receipt is of it is unknown"}
	DocumentOfOther        = Pair{"这不是那份报送文件的回执：%[1]s，回执写的是 %[2]s，报送文件是 %[3]s", "it is not the receipt of that submission: %[1]s is %[2]s here and %[3]s there"}
	DocumentNotInLog       = Pair{"给出的回执登记簿（%d 条）里没有这一份", "the log of receipts brought along (%d entries) does not have it"}
	DocumentLogBroken      = Pair{"回执登记簿 %[1]s 不能作准：%[2]s", "the log of receipts %[1]s proves nothing: %[2]s"}
	DocumentLogNone        = Pair{"它不是回执登记簿", "it is no log of receipts"}
	DocumentNone           = Pair{"--document 用来校验回执、回执登记簿、认定文件、密钥名册和政策包，%s 不是这些", "--document is for receipts, logs of receipts, recognitions, registers of keys and packs, and %s is none of these"}
	DocumentNotReceipt     = Pair{"--of 和 --log 只用来核对回执，%s 不是回执", "--of and --log are for a receipt, and %s is none"}
	DocumentNoReceipt      = Pair{"回执只出给报送文件，%s 不是报送文件", "receipts are for submissions, and %s is none"}

	AnswerMatches = Pair{"是它的回执", "matches"}
	AnswerOther   = Pair{"不是它的回执", "of another"}
	AnswerHas     = Pair{"登记在簿", "has"}
	AnswerLacks   = Pair{"簿里没有", "lacks"}
)
