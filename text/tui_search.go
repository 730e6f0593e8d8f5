package text

// Search.
var (
	TuiSearch        = Pair{"查找", "Search"}
	TuiGoSearch      = Pair{"在全部表单里查找", "Search all forms"}
	TuiFootSearch    = Pair{"查找", "Search"}
	TuiSearchHint    = Pair{"名称、编号、金额、摘要、人名……", "names, numbers, amounts, notes, people…"}
	TuiSearchNone    = Pair{"没有找到「%s」", "Nothing holds '%s'"}
	TuiSearchMany    = Pair{"找到 %d 条，涉及 %d 张表", "%d records in %d forms"}
	TuiSearchMore    = Pair{"还有 %d 条，在表里看全部", "%d more; see them in the table"}
	TuiSearching     = Pair{"正在查找 %s…", "Searching %s…"}
	TuiSearchOpen    = Pair{"到这条记录；光标在「还有」一行时打开筛选好的表", "Go to the record; on a line of more, open the table narrowed to them"}
	TuiSearchNowhere = Pair{"键入要找的内容", "Type what to look for"}
	TuiSearchBare    = Pair{"键入要找的内容。最近到过的地方：", "Type what to look for. Where you have been:"}
	TuiSearchMove    = Pair{"在结果中移动", "Move in the results"}
)
