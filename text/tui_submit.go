package text

// Submitting.
var (
	TuiSubmit        = Pair{"报送", "Submit"}
	TuiGoSubmit      = Pair{"报送：检查条件、签字、封存", "Submit: what is needed, sign-off, sealing"}
	TuiFootSubmit    = Pair{"报送", "Submit"}
	TuiSubNeeds      = Pair{"封存条件", "Before sealing"}
	TuiSubReady      = Pair{"条件都已具备，可以封存", "Everything is in place; the year can be sealed"}
	TuiSubBlocked    = Pair{"还有 %d 项必须先做到，不能封存", "still to be done before sealing: %d"}
	TuiSubSigns      = Pair{"签字确认", "Sign-off"}
	TuiSubSignsNote  = Pair{"依次签；此后数据一有改动就要重签", "in this order; a later change asks for them again"}
	TuiSubNotSigned  = Pair{"未签", "not signed"}
	TuiSubStale      = Pair{"签字后数据有改动，需重签", "the data changed after it; sign again"}
	TuiSubSealing    = Pair{"封存", "Sealing"}
	TuiSubKey        = Pair{"签名密钥", "Key"}
	TuiSubNoKey      = Pair{"不签名", "unsigned"}
	TuiSubNoKeyNote  = Pair{"没有密钥：在这一行按 Enter，选「生成一把新密钥」", "no key yet: press Enter on this line and choose to make one"}
	TuiSubOut        = Pair{"存放到", "Write to"}
	TuiSubTo         = Pair{"加密给", "Encrypt to"}
	TuiSubNoTo       = Pair{"不加密", "not encrypted"}
	TuiSubEvidence   = Pair{"附带佐证文件", "Evidence files"}
	TuiSubPeriod     = Pair{"报送什么", "What"}
	TuiSubPeriodNext = Pair{"（回车换一个：年度，或某一季度的快报）", "(Enter: the next; the year, or the return of a quarter)"}
	TuiSubGoQuarter  = Pair{"生成季度快报（不锁定年度）", "Write the quarterly return (locks nothing)"}
	// %s: the period, the file.
	TuiSubQuarterTitle = Pair{"%s", "%s"}
	TuiSubQuarterSay   = Pair{"将生成 %s：截至季末的累计数。不锁定年度，不要求签字，只替代同一季度的上一份。现在生成吗？", "This writes %s: the figures to the quarter's end. It locks nothing, asks for no sign-off and replaces only the one before of the same quarter. Write it now?"}
	TuiSubReadyQuarter = Pair{"条件都已具备，可以生成", "Everything is in place; it can be written"}
	TuiSubGo           = Pair{"封存并生成报送文件", "Seal the year into a file"}
	TuiSubReopen       = Pair{"解封本年度", "Reopen the year"}
	TuiSubMade         = Pair{"已生成的报送文件", "Submissions made"}
	TuiSubLocked       = Pair{"本年度已封存，数据锁定；要修改请解封并写明原因，改后重新封存，新文件会注明替代哪一份。", "The year is sealed and locked. To change it, reopen it with a reason; the next file will say which one it replaces."}
	TuiSubAct          = Pair{"处理光标所在的一项：去改、签字、选择、封存", "Deal with the line: go there, sign, choose, seal"}
	TuiFootAct         = Pair{"处理", "Do"}
	TuiFootSeal        = Pair{"封存", "Seal"}

	TuiSubSignAsk   = Pair{"%s签字：姓名，可以带日期，如 张三 2024-01-15", "Sign as %s: the name, with a date if you like: Zhang San 2024-01-15"}
	TuiSubSigned    = Pair{"%s %s 已签字", "%s: signed by %s"}
	TuiSubSignTitle = Pair{"签字确认", "Sign off"}
	TuiSubKeyTitle  = Pair{"选择签名密钥", "Choose the key"}
	TuiSubKeyHint   = Pair{"选一个，或按 Tab 到文件夹里找", "Choose one, or press Tab to look in the folders"}
	TuiSubOutTitle  = Pair{"报送文件存放到", "Where the submission goes"}
	TuiSubOutSay    = Pair{"文件的完整路径，以 .zip 结尾；已有同名文件会被替换。", "The full path, ending in .zip; a file of that name is replaced."}
	TuiSubToTitle   = Pair{"加密给接收方", "Encrypt to the receiver"}
	TuiSubToHint    = Pair{"选接收方的公钥，或按 Tab 到文件夹里找", "Choose the receiver's public key, or press Tab to look in the folders"}
	TuiSubGoTitle   = Pair{"封存 %d 年度", "Seal %d"}
	TuiSubGoSay     = Pair{"将生成 %s，并锁定本年度。封存前会把工作区从头检查一遍。现在封存吗？", "This writes %s and locks the year; the workspace is examined from end to end first. Seal it now?"}
	TuiSubNoDraft   = Pair{"注意：政策包还是草案，得分只作模拟，报送文件会注明。", "Note: the pack is a draft; the score is a simulation and the file will say so."}
	TuiSubUnsigned  = Pair{"注意：没有选择密钥，报送文件不带签名，接收方无从核实是谁交的。", "Note: no key is chosen; the file will not be signed and nobody can tell who made it."}
	TuiSubPass      = Pair{"密钥 %s 的口令：", "Passphrase of the key %s:"}
	TuiSubPassTitle = Pair{"密钥口令", "Passphrase"}
	TuiSubWorking   = Pair{"正在封存，请稍候", "Sealing; one moment"}
	TuiSubDone      = Pair{"已封存：%s", "Sealed: %s"}
	TuiSubReopened  = Pair{"已解封，可以修改；改好后请重新签字、封存", "Reopened; sign off and seal again when it is mended"}
	TuiSubWhy       = Pair{"为什么解封？原因会留在修改记录里，并随下一次报送说明。", "Why is it reopened? The reason stays in the history."}
	TuiSubSerial    = Pair{"序号", "Serial"}
	TuiSubReplaces  = Pair{"替代", "replaces"}
	TuiSubDigest    = Pair{"清单摘要（SM3）", "Digest of the manifest (SM3)"}
	TuiSubSigner    = Pair{"签名者指纹", "Signer"}
	TuiSubRows      = Pair{"%s 行，%s 字节", "%s rows, %s bytes"}
	TuiSubYes       = Pair{"附带", "taken along"}
	TuiSubAlong     = Pair{"附带：%d 个文件，%s", "taken along, files: %d, %s"}
	TuiSubAlongNone = Pair{"附带（还没有任何一行有附件）", "taken along (no row has any yet)"}
	TuiSubAlongGone = Pair{"附带，但有 %d 个找不到：%s 等；请先恢复或重新添加", "taken along; missing: %d (%s …); bring back a backup, or attach again"}
	TuiSubNo        = Pair{"不附带", "left out"}
	TuiSubReading   = Pair{"正在核对条件…", "Looking at what is needed…"}
	TuiSubCheckIt   = Pair{"V 核验这一份；没有本程序的人，双击旁边同名的 .html 也能核验", "V verifies it; whoever has not this program opens the .html of the same name beside it"}
)
