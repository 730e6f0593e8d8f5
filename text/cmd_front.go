package text

// The groups of the help, and what shells and manual pages are made of.
var (
	CmdGroupDesk      = Pair{"填报", "At the desk"}
	CmdGroupHanding   = Pair{"报送", "Handing in"}
	CmdGroupRegulator = Pair{"国资委", "The regulator"}
	CmdGroupPack      = Pair{"政策包", "Policy packs"}
	CmdGroupKeys      = Pair{"密钥", "Keys"}
	CmdGroupProgram   = Pair{"程序", "The program"}
	CmdColon          = Pair{"%s：", "%s:"}

	CmdCompletionShort = Pair{"生成命令补全脚本", "write a script that completes commands in a shell"}
	CmdCompletionLong  = Pair{
		"生成 bash、zsh、fish 或 PowerShell 的补全脚本，写到标准输出。补全的是命令、选项、表号和各处该用的文件；日志文件（-wal）和锁文件（.lock）不列出来。",
		"Writes the script of bash, zsh, fish or PowerShell to standard output. It completes commands, flags, forms and the files that belong in each place; journals (-wal) and locks (.lock) are left out.",
	}
	CmdUnknownShell = Pair{"不会写 %s 的补全脚本：可以写 bash、zsh、fish、powershell", "there is no script for %s: there are bash, zsh, fish and powershell"}

	CmdPipeFolder = Pair{"标准输入的内容存不下来，或要输出的内容读不出来：请检查临时文件夹和磁盘空间", "what comes from standard input, or goes to standard output, could not be kept: check the temporary folder and the disk"}
	CmdPipeTwice  = Pair{"标准输入（-）只能用一次", "standard input (-) can be used once"}
	CmdPipeNot    = Pair{"这里不能用标准输入（-）：%s 要写文件或名称", "standard input (-) is not for this: write a file or a name for %s"}
	CmdPipeLarge  = Pair{"标准输入的内容超过 4 GB：请存成文件再给出", "standard input is larger than 4 GB: save it to a file first"}

	CmdManShort    = Pair{"生成 man 手册页", "write manual pages"}
	CmdManLong     = Pair{"把每条命令的手册页（man 1）写到一个文件夹里，一条命令一页，语言随 --lang。", "Writes the manual page (section 1) of every command into a folder, in the language of --lang."}
	CmdFlagManDir  = Pair{"`DIR` 写到的文件夹", "`DIR` to write to"}
	CmdManWritten  = Pair{"已把 %[1]d 页写到 %[2]s", "%[1]d pages written to %[2]s"}
	CmdManTitle    = Pair{"一策：企业创新统计工作台", "yice, the desk of an enterprise statistician"}
	CmdManName     = Pair{"名称", "NAME"}
	CmdManUse      = Pair{"用法", "SYNOPSIS"}
	CmdManAbout    = Pair{"说明", "DESCRIPTION"}
	CmdManCommands = Pair{"子命令", "COMMANDS"}
	CmdManFlags    = Pair{"选项", "OPTIONS"}
	CmdManExamples = Pair{"例", "EXAMPLES"}
	CmdManExit     = Pair{"退出码", "EXIT STATUS"}
)
