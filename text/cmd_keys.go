package text

// The commands of keys: making them, and registering whose they are.
var (
	CmdFlagPassphrase  = Pair{"`FILE` 私钥口令在这个文件的第一行；不写则取环境变量 YICE_PASSPHRASE，再不然询问", "`FILE` whose first line is the passphrase of the key; else YICE_PASSPHRASE, else it is asked for"}
	CmdFlagKeyName     = Pair{"`NAME` 这把公钥是谁的", "`NAME` of whose key it is"}
	CmdFlagKeyRole     = Pair{"`ROLE` 能签什么：签发、报送、认定、回执、签字", "`ROLE` it may sign in: issue, file, decide, receipt, sign"}
	CmdFlagKeyUSCC     = Pair{"`USCC` 代表哪家企业（报送、签字）", "`USCC` of the enterprise it speaks for (file, sign)"}
	CmdFlagPerson      = Pair{"`PERSON` 是谁的（签字必填）", "`PERSON` whose key it is (needed for sign)"}
	CmdFlagKeyFrom     = Pair{"`DATE` 从这一天起可用", "`DATE` from which it may sign"}
	CmdFlagKeyTo       = Pair{"`DATE` 到这一天为止可用", "`DATE` until which it may sign"}
	CmdFlagFingerprint = Pair{"`FINGERPRINT` 与对方核对过的指纹", "`FINGERPRINT` as its holder has read it out"}
	CmdFlagRevokedOn   = Pair{"`DATE` 从这一天起作废", "`DATE` from which it signs nothing"}
	CmdFlagRevokedWhy  = Pair{"`TEXT` 原因", "`TEXT`, the reason"}

	CmdKeyShort    = Pair{"签名密钥", "signing keys"}
	CmdKeyNewShort = Pair{"生成密钥", "make a key"}
	CmdKeyNewLong  = Pair{
		"生成一把 SM2 私钥（口令保护）和它的公钥。口令会询问，或取自 --passphrase-file、环境变量 YICE_PASSPHRASE。把公钥交给国资委，私钥自己保管。",
		"Makes an SM2 private key, protected by a passphrase, and its public key. The passphrase is asked for, or taken from --passphrase-file or YICE_PASSPHRASE. Give the public key to the regulator and keep the private one.",
	}
	CmdKeyShowShort   = Pair{"显示密钥的指纹", "show the fingerprint of a key"}
	CmdKeyPrivate     = Pair{"私钥", "private key"}
	CmdKeyPublic      = Pair{"公钥", "public key"}
	CmdKeyFingerprint = Pair{"指纹", "fingerprint"}
	CmdKeyOpen        = Pair{"口令为空：谁拿到私钥文件都能用它签名", "The passphrase is empty: whoever has the key file can sign with it"}
	CmdAskPassphrase  = Pair{"口令（不显示）：", "Passphrase (not shown):"}
	CmdAskAgain       = Pair{"再输一遍：", "Once more:"}

	CmdPassphraseDiffers = Pair{"两次口令不一样，没有生成密钥", "The two differ; no key was made"}
	CmdNoPassphrase      = Pair{"没有得到口令：在终端里输入，写 --passphrase-file，或设环境变量 YICE_PASSPHRASE", "No passphrase: type it at a terminal, name --passphrase-file, or set YICE_PASSPHRASE"}

	CmdTrustShort = Pair{"密钥登记：谁的密钥能签什么", "whose keys may sign what"}
	CmdTrustLong  = Pair{
		"登记每把公钥是谁的、能签什么、代表哪家企业、哪段时间可用。登记之后，报送文件、政策包、认定结果和回执只认有权的密钥。登记前请与对方当面或电话核对指纹。国资委可以签发一份名册，其他单位收下即可。",
		"Registers whose each public key is, what it may sign, for which enterprise and when. Once there are any, submissions, packs, recognitions and receipts need a key that is entitled. Compare the fingerprint with its holder first. The regulator can issue a register that everybody else takes.",
	}
	CmdTrustExample = Pair{
		"  yice trust add sasac.pem.pub --role 签发 --name 包头市国资委\n  yice trust add our.pem.pub --role 报送 --uscc 91150200MA0BT0013C --name 示例水务",
		"  yice trust add sasac.pem.pub --role issue --name 'Baotou SASAC'\n  yice trust add our.pem.pub --role file --uscc 91150200MA0BT0013C --name 'Example Water'",
	}
	CmdTrustAddShort = Pair{"登记一把公钥", "register a key"}
	CmdTrustAddLong  = Pair{
		"登记一把公钥。角色：签发（政策包、目标值、密钥名册）、报送（一家企业的报送文件）、认定（认定结果）、回执（报送回执）、签字（一家企业某一个人的签字）。不写角色的列为未定角色，什么都不能签。第一把要用 --fingerprint 写明核对过的指纹。",
		"Registers a public key. Roles: issue (packs, targets, the register of keys), file (submissions of one enterprise), decide (recognitions), receipt (receipts), sign (one person's sign-offs at one enterprise). Without a role it may sign nothing. The first one needs --fingerprint, as it was compared.",
	}
	CmdTrustListShort     = Pair{"列出登记的密钥", "list the registered keys"}
	CmdTrusted            = Pair{"已登记 %[1]s 的密钥，角色：%[2]s（%[3]s），在 %[4]s；请与对方核对指纹：", "The key of %[1]s is registered for %[2]s (%[3]s) in %[4]s; compare the fingerprint with its holder:"}
	CmdTrustUnassigned    = Pair{"没有写角色：这把密钥现在什么都不能签。用 --role 再登记一次，给它定角色", "No role was given: this key may sign nothing yet. Register it again with --role"}
	CmdTrustNone          = Pair{"%s 里还没有登记密钥", "No key is registered in %s yet"}
	CmdTrustRoot          = Pair{"名册第 %[1]d 号，根密钥 %[2]s", "register number %[1]d, root key %[2]s"}
	CmdCompareFingerprint = Pair{"这是这里第一把登记的密钥，指纹 %s。请与持有人当面或电话逐组核对；不一致就用 yice trust remove 移除", "This is the first key enrolled here, fingerprint %s. Compare it with its holder, group by group; if it differs, take it out with yice trust remove"}
	CmdAskFingerprint     = Pair{"指纹 %s\n请与对方当面或电话逐组核对；一致就输入最后一组（4 个字符），不一致直接回车：", "Fingerprint %s\nCompare it with its holder, group by group; if it agrees type the last group (4 characters), else press Enter:"}

	CmdTrustRevokeShort = Pair{"吊销一把密钥", "revoke a key"}
	CmdTrustRevokeLong  = Pair{
		"从某一天起吊销一把密钥的全部角色：写明那天或以后的签名一律不认；此前的仍认，但会提醒核对。吊销日只能提前，不能推后。",
		"Revokes all roles of a key as of a day: nothing dated that day or later is accepted from it; what is dated before still is, with a word of caution. The day can be moved forward, never back.",
	}
	CmdTrustRevokeExample = Pair{
		"  yice trust revoke 8K3D-0000-0000-0000-0000-0000 --on 2024-06-01 --why 电脑失窃",
		"  yice trust revoke 8K3D-0000-0000-0000-0000-0000 --on 2024-06-01 --why 'laptop stolen'",
	}
	CmdTrustRevoked     = Pair{"已自 %s 起吊销：", "Revoked as of %s:"}
	CmdTrustRemoveShort = Pair{"移除一把密钥", "remove a key"}
	CmdTrustRemoveLong  = Pair{
		"移除一把密钥的登记：按指纹，或按只对应一把密钥的名称。移除名册的根密钥时，从那份名册来的全部移除。",
		"Removes a key from the register: by its fingerprint, or by a name that one key alone has. With the root of a register goes everything that came with it.",
	}
	CmdTrustRemoved     = Pair{"已移除 %[1]d 项，在 %[2]s：", "Entries removed from %[2]s: %[1]d"}
	CmdTrustExportShort = Pair{"签发密钥名册（国资委用）", "issue the register of keys (for the regulator)"}
	CmdTrustExportLong  = Pair{
		"把登记的密钥签成一份编号的名册，发给各单位；每次编号加一。签名的密钥必须登记为签发。未定角色的不列入。",
		"Signs the registered keys as a numbered register to hand out; the number goes up each time. The key that signs must be registered for issuing. Keys without a role are left out.",
	}
	CmdTrustExported  = Pair{"名册第 %[1]d 号，列密钥 %[2]d 项，已写到 %[3]s。请把根密钥的指纹当面或电话告诉各单位：", "Register number %[1]d with %[2]d entries is in %[3]s. Tell everybody the fingerprint of the root key, in person or by telephone:"}
	CmdTrustTakeShort = Pair{"收下密钥名册", "take a register of keys"}
	CmdTrustTakeLong  = Pair{
		"收下国资委签发的密钥名册，取代上一份，并列出新增、改变和不再列入的密钥。第一次要用 --fingerprint 写明核对过的根密钥指纹；以后只认同一把根密钥、号更大的名册。在这里吊销的密钥，名册不会恢复。",
		"Takes the register that the regulator issued in place of the one before, and says what is added, changed and gone. The first time needs --fingerprint, the root's as it was compared; later ones must come from the same root and have a higher number. What was revoked here stays revoked.",
	}
	CmdTrustTakeExample = Pair{
		"  yice trust take keys.zip --fingerprint 8K3D-0000-0000-0000-0000-0000\n  yice trust take keys-2.zip",
		"  yice trust take keys.zip --fingerprint 8K3D-0000-0000-0000-0000-0000\n  yice trust take keys-2.zip",
	}
	CmdTrustTaken   = Pair{"已收下名册第 %[1]d 号（根密钥 %[2]s），在 %[3]s：", "Register number %[1]d (root key %[2]s) was taken into %[3]s:"}
	CmdTrustAdded   = Pair{"新增 %d 项", "added: %d"}
	CmdTrustChanged = Pair{"改变 %d 项", "changed: %d"}
	CmdTrustGone    = Pair{"不再列入 %d 项", "gone: %d"}
	CmdTrustKept    = Pair{"在这里吊销、仍作废 %d 项", "revoked here, and still so: %d"}
)
