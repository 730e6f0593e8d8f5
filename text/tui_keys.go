package text

// KeySpace is what the space bar is called.
var KeySpace = Pair{"空格", "Space"}

// Keys inside the program: whose may sign what, the register, and making one.
var (
	TuiKeys      = Pair{"密钥登记", "Keys"}
	TuiGoKeys    = Pair{"密钥登记：谁的密钥能签什么", "Keys: whose may sign what"}
	TuiPlaceKeys = Pair{"密钥登记", "Keys"}
	TuiForKeys   = Pair{"谁的公钥能签什么、代表哪家企业、哪段时间可用。收下国资委的名册，或一把一把登记；自己的密钥也在这里生成。", "Whose public key may sign what, for which enterprise and when. Take the regulator's register, or register key by key; your own key is made here too."}

	TuiPlacePrint = Pair{"指纹", "Fingerprint"}
	TuiForPrint   = Pair{"两个人当面或电话核对一把密钥的指纹。六组都一致，输入最后一组，才会信任它。", "Two people compare a key's fingerprint. It is trusted only once its last group was typed."}

	TuiPlaceTold = Pair{"没有做成", "Refused"}
	TuiForTold   = Pair{"说明为什么没有做、该怎么办。读完按 Enter。", "Says why something was not done, and what to do. Press Enter when you have read it."}
	TuiToldRead  = Pair{"知道了", "I see"}

	TuiKeyAdd       = Pair{"登记一把公钥", "Register a public key"}
	TuiKeyTake      = Pair{"收下国资委的密钥名册", "Take the regulator's register of keys"}
	TuiKeyMake      = Pair{"生成一把新密钥", "Make a new key"}
	TuiKeyOpen      = Pair{"显示指纹；未定角色的，给它定角色", "Show the fingerprint; give a role where there is none"}
	TuiKeyRevoke    = Pair{"吊销", "Revoke"}
	TuiKeyRemove    = Pair{"移除", "Remove"}
	TuiFootAddKey   = Pair{"登记", "Add"}
	TuiFootTakeKeys = Pair{"收名册", "Register"}
	TuiFootMake     = Pair{"生成密钥", "New key"}
	TuiFootRevoke   = Pair{"吊销", "Revoke"}
	TuiFootPrint    = Pair{"指纹", "Fingerprint"}

	TuiKeyReading  = Pair{"正在读密钥登记…", "Reading the keys…"}
	TuiKeyNone     = Pair{"还没有登记密钥：签名只核对有没有被改动，不核对是谁签的。", "No key is registered: signatures are checked for changes, not for who made them."}
	TuiKeyBegin    = Pair{"按 T 收下国资委发的名册（.zip），或按 A 登记一把公钥（.pem）；要签自己的报送文件，按 K 生成密钥，把公钥交给国资委。", "Press T to take the regulator's register (.zip), or A to register a public key (.pem). To sign your own submissions press K to make a key, and give its public half to the regulator."}
	TuiKeyRoot     = Pair{"名册第 %[1]d 号　根密钥 %[2]s", "Register number %[1]d, root key %[2]s"}
	TuiKeyNoRoot   = Pair{"没有收过名册：下面都是在这里登记的", "No register was taken: all of these were added here"}
	TuiKeyHeadRole = Pair{"角色", "Role"}
	TuiKeyHeadName = Pair{"名称", "Name"}
	TuiKeyHeadFor  = Pair{"代表", "Speaks for"}
	TuiKeyHeadDays = Pair{"可用", "Valid"}
	TuiKeyHeadMark = Pair{"指纹", "Fingerprint"}
	TuiKeySigns    = Pair{"%[1]s：%[2]s", "%[1]s: %[2]s"}

	TuiKeyFileSay = Pair{"公钥文件的路径（.pem 或 .pem.pub）", "The path of the public key (.pem or .pem.pub)"}
	TuiKeyRoleAsk = Pair{"这把密钥能签什么", "What may this key sign"}
	TuiKeyUSCCAsk = Pair{"它代表哪家企业？统一社会信用代码：", "Which enterprise does it speak for? USCC:"}
	TuiKeyNameAsk = Pair{"这把密钥是哪个单位的？名称：", "Whose key is it? Name:"}
	TuiKeyWhoAsk  = Pair{"是谁签字用的？姓名：", "Who signs with it? Name:"}
	TuiKeyDaysAsk = Pair{"哪段时间可用？留空为长期；或写 2024-01-01 2025-12-31，只写一个日期是从那天起", "When may it sign? Empty: always; or 2024-01-01 2025-12-31; a single day is the first"}
	TuiKeyDaysBad = Pair{"请写一个或两个日期，如 2024-01-01 2025-12-31，或留空", "Write one or two days, such as 2024-01-01 2025-12-31, or nothing"}
	TuiKeyEnroled = Pair{"已登记 %[1]s 的密钥，角色：%[2]s", "Registered the key of %[1]s for %[2]s"}

	TuiPrintTitle  = Pair{"核对指纹", "Compare the fingerprint"}
	TuiPrintOf     = Pair{"指纹", "Fingerprint"}
	TuiPrintSay    = Pair{"请当面或电话，由对方逐组念出，您逐组核对。不一致就不要登记：文件可能被人换过。", "Have its holder read it out, in person or by telephone, and compare group by group. If it differs do not go on: the file may have been exchanged."}
	TuiPrintType   = Pair{"六组都一致，请输入最后一组（第 6 组，4 个字符）：", "All six agree? Type the last group (number 6, 4 characters):"}
	TuiPrintWrong  = Pair{"与最后一组不一致，没有登记。请再核对，或按 Esc 放弃", "This is not the last group; nothing is registered. Compare again, or press Esc"}
	TuiPrintRoot   = Pair{"名册第 %[1]d 号，列密钥 %[2]d 项，由这把根密钥签发（%[3]s）。信任它，就信任它名册里的全部密钥。", "Register number %[1]d with %[2]d entries, signed by this root key (%[3]s). To trust it is to trust every key it lists."}
	TuiPrintHolder = Pair{"%[1]s　%[2]s", "%[1]s, %[2]s"}

	TuiTakeSay     = Pair{"名册文件的路径（国资委发来的 .zip）", "The path of the register (the .zip from the regulator)"}
	TuiTaken       = Pair{"已收下名册第 %[1]d 号：新增 %[2]d，改变 %[3]d，不再列入 %[4]d", "Took register number %[1]d: added %[2]d, changed %[3]d, gone %[4]d"}
	TuiTakenKept   = Pair{"已收下名册第 %[1]d 号：新增 %[2]d，改变 %[3]d，不再列入 %[4]d；在这里吊销的 %[5]d 项仍作废", "Took register number %[1]d: added %[2]d, changed %[3]d, gone %[4]d; revoked here and still so: %[5]d"}
	TuiKeyRevokeOn = Pair{"从哪一天起吊销「%s」的密钥？那天及以后签的都不认：", "From which day is the key of '%s' revoked? What is dated that day or later is not accepted:"}
	TuiKeyWhy      = Pair{"为什么吊销？原因会显示给核对的人：", "Why is it revoked? The reason is shown to whoever checks:"}
	TuiKeyRevoked  = Pair{"「%[1]s」的密钥已自 %[2]s 起吊销", "The key of '%[1]s' is revoked as of %[2]s"}
	TuiKeyGoneAsk  = Pair{"移除「%[1]s」的密钥（%[2]s）？它的签名以后按没有登记处理。", "Remove the key of '%[1]s' (%[2]s)? Its signatures will be those of a stranger."}
	TuiKeyGoneRoot = Pair{"移除根密钥「%[1]s」（%[2]s）？它名册里的密钥会全部移除；以后收名册要重新核对指纹。", "Remove the root key '%[1]s' (%[2]s)? Every key of its register goes with it; the next register asks for the fingerprint anew."}
	TuiKeyRemoved  = Pair{"已移除 %d 项", "Removed: %d"}

	TuiMakeSay   = Pair{"新私钥存放到（.pem）。公钥在它旁边，名称后加 .pub。", "Where the new private key goes (.pem). Its public key lies beside it, with .pub after the name."}
	TuiMakePass  = Pair{"给私钥定一个口令，以后每次签名都要输入；忘了就再也不能用这把密钥。", "A passphrase for the key, to be typed at every signing; once forgotten the key is lost."}
	TuiMakeAgain = Pair{"再输入一遍口令：", "The passphrase once more:"}
	TuiMakeDiff  = Pair{"两次口令不一样，没有生成密钥", "The two differ; no key was made"}
	TuiMakeOpen  = Pair{"口令为空：谁拿到私钥文件都能用它签名。仍然这样生成吗？", "The passphrase is empty: whoever has the file can sign with it. Make it all the same?"}
	TuiMade      = Pair{"密钥已生成。把公钥 %s 交给国资委登记，并把下面的指纹当面或电话念给他们。私钥自己保管，不要发给任何人。", "The key is made. Give the public key %s to the regulator and read them this fingerprint, in person or by telephone. Keep the private key; send it to nobody."}
)
