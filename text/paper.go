package text

// The paper form of a receipt.
var (
	// %[1]s: the enterprise; %[2]s: the year, or a quarter.
	PaperTitle   = Pair{"%[1]s %[2]s 报送回执", "Receipt for %[1]s, %[2]s"}
	PaperHeading = Pair{"报送回执", "RECEIPT"}
	// %[1]s: name; %[2]s: code; %[3]s: when; %[4]s: the year or quarter; %[5]s: serial.
	PaperSaid = Pair{
		"兹于 %[3]s 收到 %[1]s（统一社会信用代码 %[2]s）%[4]s 年度科技创新考核报送文件，报送编号 %[5]s，经核验内容完好、签名人有权报送、所用政策包系国资委签发。结果如下：",
		"On %[3]s the submission %[5]s of %[1]s (USCC %[2]s) for %[4]s was received. It verified: its content is whole, its signer may hand it in, and its policy pack was issued by the regulator. It comes to:",
	}
	PaperMoment     = Pair{"%[1]d 年 %[2]d 月 %[3]d 日 %[4]s", "%[1]d-%02[2]d-%02[3]d %[4]s"}
	PaperAssessed   = Pair{"考核利润（万元）", "Assessed profit (CNY 10k)"}
	PaperReceived   = Pair{"收到的文件", "What was received"}
	PaperProof      = Pair{"回执文件的核验", "What the receipt was found to be"}
	PaperFile       = Pair{"回执文件 SHA-256", "SHA-256 of the receipt"}
	PaperBy         = Pair{"签发：%s", "Given by: %s"}
	PaperOn         = Pair{"打印核对人：", "Printed and compared by:"}
	PaperStamp      = Pair{"（盖章处）", "(stamp)"}
	PaperSimulated  = Pair{"模拟结果，不作考核依据", "Simulated: no result of an assessment"}
	PaperUnasked    = Pair{"签名正确，但没有核对签名人是谁", "The signature is right, but nobody was asked whose it is"}
	PaperNone       = Pair{"只有报送文件和回执可以打印。%s", "only submissions and receipts are printed. %s"}
	PaperKind       = Pair{"回执打印成 .html，不能写 %s", "a receipt is printed as .html, not as %s"}
	PaperUnverified = Pair{"回执没有通过核验，不出打印件：%s", "the receipt does not verify; there is no print of it: %s"}
	PaperNote       = Pair{
		"本页由回执文件核验后打印。纸面可以另印，作证的是回执文件本身：yice verify 回执.zip，与上列 SHA-256、登记簿根逐字核对。",
		"Printed from the receipt after it verified. Anybody can print a page; the file is the proof: yice verify RECEIPT.zip, and compare the SHA-256 and the root above.",
	}
)
