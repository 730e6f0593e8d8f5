package text

// Sentences of reading and writing tables.
var (
	FilingNoFile          = Pair{"找不到 %s：请检查路径", "there is no %s: check the path"}
	FilingNoPermission    = Pair{"没有权限读取 %s：请检查文件权限，或把文件复制出来再试", "no permission to read %s: check its permissions, or copy it and try again"}
	FilingCannotRead      = Pair{"读不了 %s", "cannot read %s"}
	FilingCannotWrite     = Pair{"写不了 %s：请检查文件夹是否存在、可写，磁盘是否已满", "cannot write %s: check that the folder exists and is writable, and that the disk is not full"}
	FilingRowTooLarge     = Pair{"第 %[1]d 行太大（超过 %[2]d KB 或 %[3]d 列）：多半是引号没有成对，请检查这一行", "row %[1]d is too large (above %[2]d KB or %[3]d columns): most likely a quote is not closed; look at that row"}
	FilingOpenQuote       = Pair{"第 %d 行的引号没有成对，直到文件末尾：请补上缺少的引号", "a quote opened in row %d is not closed before the end of the file: add the missing one"}
	FilingEncodingBroken  = Pair{"%s 以 UTF-8 标记开头，内容却不是 UTF-8：文件可能已损坏，请重新导出", "%s begins with the mark of UTF-8 but is not: it may be damaged; export it again"}
	FilingEncodingUnknown = Pair{"认不出 %s 的文字编码（不是 UTF-8，也不是 GB18030）：请另存为 UTF-8 的 CSV，或用 XLSX", "the text encoding of %s is neither UTF-8 nor GB18030: save it as CSV in UTF-8, or as XLSX"}
	FilingNotATable       = Pair{"%s 不是表格文件：请给 CSV 或 XLSX", "%s is not a table: give a CSV or an XLSX file"}
)
