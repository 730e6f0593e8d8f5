package text

// The evidence of a row: its files, and asking for the path of a file.
var (
	TuiPlaceEvidence = Pair{"附件", "Attachments"}
	TuiForEvidence   = Pair{"这一行的佐证文件：合同、批文、证书、凭证的扫描件。文件复制进工作区旁的文件夹，原件怎么动都不影响；每次打开都重新核对内容。", "The evidence of a row: scans of contracts, approvals, certificates, vouchers. Files are copied into the folder beside the workspace, so that the originals may change; their content is checked each time this opens."}

	TuiEvidence      = Pair{"附件", "Attachments"}
	TuiEvidenceOpen  = Pair{"附件：查看、添加、移除这一行的佐证文件", "Attachments: see, add and remove the evidence of this row"}
	TuiEvidenceCount = Pair{"附件 %d", "%d attached"}
	TuiEvidenceOf    = Pair{"附件 · %s", "Attachments · %s"}

	TuiEvName     = Pair{"文件名", "Name"}
	TuiEvSize     = Pair{"大小", "Size"}
	TuiEvAdded    = Pair{"添加日期", "Added"}
	TuiEvDigest   = Pair{"指纹", "Digest"}
	TuiEvState    = Pair{"状态", "Status"}
	TuiEvIntact   = Pair{"完好", "intact"}
	TuiEvMissing  = Pair{"找不到", "missing"}
	TuiEvDamaged  = Pair{"已损坏", "damaged"}
	TuiEvUnread   = Pair{"读不出", "unreadable"}
	TuiEvReading  = Pair{"正在核对存着的文件…", "Checking the stored files…"}
	TuiEvNotPath  = Pair{"粘贴的不是文件的路径", "What was pasted is no path of a file"}
	TuiEvNone     = Pair{"还没有附件。按 Ctrl+N 添加，或把文件拖进窗口。", "Nothing is attached yet. Ctrl+N adds a file; or drop one onto the window."}
	TuiEvSum      = Pair{"%d 个文件，共 %s；每个不超过 %d MB，一行最多 %d 个", "files: %d, %s in all; at most %d MB each and %d a row"}
	TuiEvLost     = Pair{"找不到或已损坏的：用 Ctrl+P「从备份恢复」找回，或移除后重新添加原文件。", "For what is missing or damaged: Ctrl+P 'Bring back a backup', or attach the original again."}
	TuiEvCopying  = Pair{"正在复制 %s", "Copying %s"}
	TuiEvStopped  = Pair{"已停止，没有留下半个文件", "Stopped; no half of a file is left"}
	TuiEvAttached = Pair{"已附上「%s」（Ctrl+Z 撤销）", "Attached '%s' (Ctrl+Z takes it back)"}
	TuiEvDetached = Pair{"已从这一行移除「%s」（Ctrl+Z 恢复）", "Taken off this row: '%s' (Ctrl+Z brings it back)"}
	TuiEvSaved    = Pair{"已另存到 %s", "Saved to %s"}
	TuiEvSealed   = Pair{"本年度已封存：附件可以另存，不能添加或移除", "The year is sealed: files can be saved, not added or removed"}
	TuiEvLater    = Pair{"这一行还没有保存，先填一格再添加附件", "This row is not saved yet; key a cell before attaching a file"}

	TuiEvAdd        = Pair{"添加附件…（也可以把文件拖进窗口，或粘贴路径）", "Attach a file… (or drop one onto the window, or paste its path)"}
	TuiEvSave       = Pair{"另存到…", "Save a copy…"}
	TuiEvRemove     = Pair{"从这一行移除", "Take it off this row"}
	TuiEvUndo       = Pair{"撤销、重做", "Undo and redo"}
	TuiEvClose      = Pair{"停止复制，或关闭", "Stop copying, or close"}
	TuiFootAttach   = Pair{"附件", "Attach"}
	TuiFootAddFile  = Pair{"添加", "Add"}
	TuiFootSaveCopy = Pair{"另存", "Save copy"}
	TuiFootDetach   = Pair{"移除", "Remove"}

	TuiEvAddTitle  = Pair{"要附上的文件", "The file to attach"}
	TuiEvAddSay    = Pair{"合同、批文、证书、凭证的扫描件；可以粘贴路径，或把文件拖进来：", "A scan of a contract, approval, certificate or voucher; paste its path, or drop it here:"}
	TuiEvSaveTitle = Pair{"附件另存到", "Where the copy goes"}
	TuiEvSaveSay   = Pair{"「%s」存成哪个文件（不会覆盖已有的文件）：", "The file that '%s' is saved as (no file is written over):"}

	// The field for a path.
	TuiPathComplete = Pair{"补全路径", "Complete the path"}
	TuiPathPick     = Pair{"在文件夹的内容里选", "Choose among what is in the folder"}
	TuiFootComplete = Pair{"补全", "Complete"}
	TuiPathKeys     = Pair{"Tab 补全   ↑↓ 选   Enter 确定", "Tab completes   ↑↓ choose   Enter takes it"}
	TuiPathNoFolder = Pair{"没有这个文件夹，或没有权限打开", "there is no such folder, or it may not be opened"}
	TuiPathNothing  = Pair{"这里没有以此开头的文件或文件夹", "nothing here begins like that"}
	TuiPathHere     = Pair{"从 %s 起", "in %s"}
	TuiPathIsFolder = Pair{"这是文件夹，请选里面的文件", "this is a folder; choose a file in it"}
	TuiPathVacant   = Pair{"空文件夹", "an empty folder"}
	TuiPathMore     = Pair{"文件太多，只列出前 %d 个", "too many files; the first %d are listed"}
	TuiPathKeySay   = Pair{"密钥文件（.pem）的路径；可以粘贴，或把文件拖进来：", "The path of the key file (.pem); paste it, or drop the file here:"}
	TuiPathOther    = Pair{"从文件夹里找…", "Look in the folders…"}
)
