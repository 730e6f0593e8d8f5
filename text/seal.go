package text

// Sentences of keys, signatures and envelopes.
var (
	SealNoFile           = Pair{"找不到密钥文件 %s：请检查路径，或用 yice key new 生成一个", "there is no key file %s: check the path, or make a key with yice key new"}
	SealCannotRead       = Pair{"读不了 %s：请检查文件和权限", "cannot read %s: check the file and its permissions"}
	SealCannotWrite      = Pair{"写不了 %s：请检查文件夹是否存在、可写，磁盘是否已满", "cannot write %s: check that the folder exists and is writable, and that the disk is not full"}
	SealExists           = Pair{"%s 已经存在，不会覆盖：请换一个文件名", "%s exists and is not overwritten: choose another name"}
	SealNotAKey          = Pair{"%s 不是 SM2 密钥文件（PEM）：请换用 yice key new 生成的文件", "%s is not an SM2 key file (PEM): use one made by yice key new"}
	SealNotAKeyText      = Pair{"这段内容不是 SM2 公钥（PEM）", "this is not an SM2 public key (PEM)"}
	SealPublicOnly       = Pair{"%s 里只有公钥，签名和解密要用私钥文件", "%s holds only a public key; signing and decrypting need the private one"}
	SealGivePublic       = Pair{"%[1]s 是加了口令的私钥，这里要用公钥：请换用 %[2]s", "%[1]s is a private key under a passphrase; the public key is needed here: use %[2]s"}
	SealPassphraseNeeded = Pair{"密钥文件 %s 加了口令：请输入口令，或设置环境变量 YICE_PASSPHRASE", "the key file %s is under a passphrase: enter it, or set YICE_PASSPHRASE"}
	SealPassphraseWrong  = Pair{"密钥文件 %s 的口令不对，或文件已损坏：请重新输入口令", "the passphrase of the key file %s is wrong, or the file is damaged: enter it again"}
	SealNoRandomness     = Pair{"系统没有给出随机数，不能生成密钥或加密：请稍后再试", "the system gave no randomness, so no key can be made and nothing encrypted: try again later"}
	SealCannotSign       = Pair{"签名没有成功：请检查密钥文件", "signing failed: check the key file"}
	SealCannotEncrypt    = Pair{"加密没有成功：请检查接收方的公钥文件", "encrypting failed: check the receiver's public key file"}
	SealCannotOpen       = Pair{"解不开这个加密文件：不是发给这把密钥的，或文件已被改动。请向报送单位核对，或换用对应的私钥", "this encrypted file cannot be opened: it is not for this key, or it was changed. Ask the sender, or use the right private key"}
	SealTooLarge         = Pair{"内容超过加密文件的上限 %d MB：请不要附带佐证文件，或不加密", "the content is above the limit of %d MB for an encrypted file: leave the evidence files out, or do not encrypt"}
	SealNameTaken        = Pair{
		"「%[1]s」名下已登记了另一把公钥（指纹 %[2]s），没有改动。对方换了公钥时，请先当面或电话核对新指纹，再换一个名称登记，例如「%[1]s（新）」。",
		"Another key is registered as '%[1]s' (fingerprint %[2]s); nothing has changed. Where they have a new key, compare its fingerprint with them first, then add it under another name, such as '%[1]s (new)'.",
	}
	SealBadName = Pair{"「%s」不能用作名称：请写成一行，不超过 200 字节，不含控制字符，开头和结尾不要有空格", "'%s' cannot be a name: write it in one line of at most 200 bytes, without control characters and without blanks at its ends"}
)
