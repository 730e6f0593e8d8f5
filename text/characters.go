package text

// Sentences about characters that cannot be read or written.
var (
	FilingUndecodable = Pair{"%[1]s 第 %[2]d 行第 %[3]d 列有读不出来的字（按 %[4]s 读，字节 %[5]s）：请在原来的系统或表格里改正这一处再导出；如果编码不是 %[4]s，请另存为 UTF-8 的 CSV，或用 XLSX", "row %[2]d, column %[3]d of %[1]s cannot be read as %[4]s (bytes %[5]s): mend it where the file comes from and export it again; if the file is not in %[4]s, save it as CSV in UTF-8, or as XLSX"}
	FilingCutOff      = Pair{"%[1]s 在第 %[2]d 行第 %[3]d 列一个字的中间断了（按 %[4]s 读，字节 %[5]s）：文件没有存完或没有传完，请重新导出", "%[1]s breaks off within a character, in row %[2]d, column %[3]d (read as %[4]s, bytes %[5]s): it was not saved or sent whole; export it again"}
	FilingDoubtful    = Pair{"%[1]s 像是 GB18030 编码，但有 %[6]d 处是自造字或没有定义的字，先是第 %[2]d 行第 %[3]d 列（字节 %[4]s，U+%04[5]X），认不准：请核对这一处；确是 GB18030 的，请指定编码为 GB18030 再导入", "%[1]s looks like GB18030, but %[6]d characters are of private use or undefined, first in row %[2]d, column %[3]d (bytes %[4]s, U+%04[5]X): look there; if the file is GB18030, name that encoding and import again"}
	FilingExportText  = Pair{"第 %[1]d 行「%[2]s」里有读不出来的字节（%[3]s），没有对应的 GB18030 编码，没有导出：请先把这一栏改正", "row %[1]d, \"%[2]s\", holds bytes that are no text (%[3]s) and have no code in GB18030; nothing was exported: mend that field first"}

	FormLostCharacter = Pair{
		"第 %d 个字已经丢失（显示为 �，U+FFFD）；请查出原来的字，重新填写。",
		"Character %d was lost earlier (it shows as �, U+FFFD); find out what it was and enter it again.",
	}
)
