package text

var (
	TuiDamaged    = Pair{"文件有损坏", "The file is damaged"}
	TuiDamagedAsk = Pair{"%[1]s 再录入的内容也可能丢失。现在就去看备份、恢复吗？", "%[1]s What is keyed from now on may be lost too. Go to the backups now, to bring one back?"}
)
