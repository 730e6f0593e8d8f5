package text

// Palette and lists narrowed by typing.
var (
	TuiPalette        = Pair{"命令", "Commands"}
	TuiFootPalette    = Pair{"命令", "Commands"}
	TuiPaletteTyping  = Pair{"汉字、拼音首字母或英文", "Chinese, pinyin initials or English"}
	TuiPaletteHint    = Pair{"Enter 确定   ↑↓ 选择   Esc 放弃", "Enter OK   ↑↓ choose   Esc cancel"}
	TuiPaletteHintTab = Pair{"Enter 确定   ↑↓ 选择   Tab 到文件夹里找   Esc 放弃", "Enter OK   ↑↓ choose   Tab look in the folders   Esc cancel"}
	TuiChooseHint     = Pair{"键入几个字或拼音首字母来缩小范围", "Type a few letters to narrow the list"}
	TuiNothingFits    = Pair{"没有匹配的；删去几个字试试", "Nothing fits; try fewer letters"}
	TuiTakeTyped      = Pair{"列表里没有；按 Enter 就用键入的内容", "Not in the list; Enter takes what was typed"}
	TuiGroupRecent    = Pair{"最近到过", "Recent"}
	TuiGroupHere      = Pair{"这一屏", "Here"}
	TuiGroupCommand   = Pair{"各处通用", "Everywhere"}
)
