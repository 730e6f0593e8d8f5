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

// AlsoSaid are words that people look for a command by and its title has not, by the command's id. On screen a thing has one
// name; who knows another finds it all the same.
var AlsoSaid = map[string]string{
	"backup":   "保存 存盘 拷贝 save copy",
	"checks":   "错误 检查 校核 errors problems",
	"export":   "另存 下载 excel xlsx csv save as",
	"help":     "说明 教程 手册 manual",
	"history":  "日志 痕迹 修改记录 log audit",
	"import":   "读入 导数 上传 excel xlsx csv load",
	"leader":   "汇报 领导 打印 print",
	"merge":    "并入 汇入 整合 combine",
	"packedit": "编辑政策 参数 权重 edit",
	"quit":     "关闭 结束 close exit",
	"report":   "打印 报告 print",
	"restore":  "还原 找回 recover",
	"returns":  "107 报表 统计局",
	"salvage":  "修复 损坏 repair",
	"search":   "搜索 检索 find",
	"settings": "选项 偏好 配置 options preferences",
	"since":    "对比 差异 diff compare",
	"submit":   "上报 提交 封存 打包 file seal",
	"undo":     "撤回 回退 取消 revert",
	"verify":   "校验 验证 验真 验签 check",
	"whatif":   "假如 预测 推演 simulate",
}
