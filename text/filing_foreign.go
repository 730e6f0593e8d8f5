package text

// Sentences of opening workbooks that other programs wrote. What cannot be read says what it is, and the way out.
var (
	ForeignBroken    = Pair{"文件打不开：内容是%s，但已损坏或不完整。请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入；打不开就请重新导出", "the file cannot be opened: it is %s, but damaged or cut off. Open it in Excel or WPS, save it as .xlsx and import that; if that fails, export it again"}
	ForeignOldExcel  = Pair{"这是 Excel 5/95 或更早的工作簿：请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入", "this is a workbook of Excel 5/95 or older: open it in Excel or WPS, save it as .xlsx and import that"}
	ForeignEncrypted = Pair{"工作簿加了密码：请在 Excel 或 WPS 里输入密码打开，取消打开密码和「保护工作簿」，另存为 .xlsx 再导入", "the workbook is under a password: open it in Excel or WPS with its password, remove the password and the protection of the workbook, save it as .xlsx and import that"}
	ForeignNoSheet   = Pair{"文件里没有表格：%s里没有一张有内容的工作表。请核对是不是选错了文件", "there is no table in the file: %s without a sheet that holds anything. Check that it is the right file"}
	ForeignCharset   = Pair{"文件声明的文字编码是 %s，读不了：请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入", "the file says its text is in %s, which cannot be read: open it in Excel or WPS, save it as .xlsx and import that"}
	ForeignBadText   = Pair{"文件里的文字读不出来（既不是 UTF-8，也不是 GB18030），第一处在第 %d 字节：请重新导出，或在 Excel、WPS 里打开后另存为 .xlsx", "the text of the file is neither UTF-8 nor GB18030, first at byte %d: export it again, or open it in Excel or WPS and save it as .xlsx"}
	ForeignKind      = Pair{"这是%[1]s，不是表格：%[2]s", "this is %[1]s, not a table: %[2]s"}
	ForeignPart      = Pair{"这是网页归档（.mht），里面没有读得出的网页：请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入", "this is a web archive (.mht) without a page that can be read: open it in Excel or WPS, save it as .xlsx and import that"}
)

// What a file is, within the sentences above.
var (
	KindXLS        = Pair{"旧版 Excel 工作簿（.xls）", "an old Excel workbook (.xls)"}
	KindHTML       = Pair{"网页表格（HTML）", "a table of a web page (HTML)"}
	KindXML2003    = Pair{"XML 表格（Excel 2003）", "an XML spreadsheet (Excel 2003)"}
	KindXML        = Pair{"普通 XML 文件", "an ordinary XML file"}
	KindODS        = Pair{"OpenDocument 表格（.ods）", "an OpenDocument spreadsheet (.ods)"}
	KindODF        = Pair{"OpenDocument 文档（不是表格）", "an OpenDocument file of another kind"}
	KindPDF        = Pair{"PDF 文件", "a PDF file"}
	KindImage      = Pair{"图片", "an image"}
	KindRAR        = Pair{"RAR 压缩包", "a RAR archive"}
	Kind7z         = Pair{"7z 压缩包", "a 7z archive"}
	KindGzip       = Pair{"gzip 压缩包", "a gzip archive"}
	KindZip        = Pair{"ZIP 压缩包", "a ZIP archive"}
	KindWord       = Pair{"Word 文档", "a Word document"}
	KindPowerPoint = Pair{"PowerPoint 演示文稿", "a PowerPoint presentation"}
	KindXLSB       = Pair{"二进制工作簿（.xlsb）", "a binary workbook (.xlsb)"}
	KindAccess     = Pair{"Access 数据库", "an Access database"}
	KindDBF        = Pair{"dBase/FoxPro 数据表（.dbf）", "a dBase/FoxPro table (.dbf)"}
	KindSQLite     = Pair{"SQLite 数据库", "an SQLite database"}
	KindRTF        = Pair{"RTF 文档", "an RTF document"}
	KindOFD        = Pair{"OFD 版式文件", "an OFD document"}
	KindOLE        = Pair{"复合文档（其他程序的文件）", "a compound document of another program"}
	KindProgram    = Pair{"程序文件", "a program"}
	WayExport      = Pair{"请从原来的系统里导出为 .xlsx 或 CSV 再导入", "export it from the system it comes from as .xlsx or CSV and import that"}
	WaySaveAs      = Pair{"请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入", "open it in Excel or WPS, save it as .xlsx and import that"}
	WayUnpack      = Pair{"请先解压，再导入里面的表格", "unpack it first and import the table within"}
	WayCopyTable   = Pair{"请把里面的表格复制到 Excel 或 WPS，保存为 .xlsx 再导入", "copy the table within into Excel or WPS, save it as .xlsx and import that"}
	WayOriginal    = Pair{"请找出原来的电子表格（.xlsx、.xls 或 CSV）再导入", "find the spreadsheet it was made from (.xlsx, .xls or CSV) and import that"}
	WayCheck       = Pair{"请核对是不是选错了文件", "check that it is the right file"}
)
