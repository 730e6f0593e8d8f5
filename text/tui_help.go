package text

// Help: what each screen is for, how fields are keyed.
var (
	TuiHelp         = Pair{"帮助", "Help"}
	TuiGoHelp       = Pair{"这一屏的帮助：按键、字段、用途", "Help on this screen: keys, field, purpose"}
	TuiFootHelp     = Pair{"帮助", "Help"}
	TuiHelpHere     = Pair{"这一屏", "This screen"}
	TuiHelpField    = Pair{"这一格", "This field"}
	TuiHelpKeys     = Pair{"全部按键", "All keys"}
	TuiHelpHint     = Pair{"Tab 换页   ↑↓ 翻看   Esc 关闭", "Tab page   ↑↓ scroll   Esc close"}
	TuiFootPage     = Pair{"换页", "Page"}
	TuiFootScroll   = Pair{"翻看", "Scroll"}
	TuiFootShut     = Pair{"关闭", "Close"}
	TuiHelpAlways   = Pair{"每一屏都有", "On every screen"}
	TuiHelpFind     = Pair{"键入汉字、拼音首字母、英文或按键的名字，只列出合的", "Type words, pinyin initials or a key's name to narrow the list"}
	TuiHelpKeysHint = Pair{"Tab 换页   ↑ ↓ 选择   Enter 展开、收起一节   Esc 关闭", "Tab page   ↑ ↓ choose   Enter unfold or fold a section   Esc close"}
	TuiHelpFold     = Pair{"展开、收起一节按键（在“全部按键”这一页）", "Unfold or fold a section (on the page of all keys)"}
	TuiHelpTab      = Pair{"换到下一页帮助", "Next page of help"}
	TuiHelpClose    = Pair{"关闭帮助，回到原处", "Close help and go on where you were"}
	TuiHelpNoKey    = Pair{"在命令面板里", "in the palette"}
	TuiHelpSource   = Pair{"依据", "Source"}
	TuiHelpUnit     = Pair{"单位", "Unit"}
	TuiHelpTyping   = Pair{"怎样键入", "How to key it"}
	TuiHelpCodes    = Pair{"可选", "Choices"}
	TuiHelpNeeded   = Pair{"必填", "Required"}
	TuiHelpYes      = Pair{"是", "yes"}
	TuiHelpOf       = Pair{"所属表单", "Form"}
	TuiHelpClause   = Pair{"条款", "Clauses"}
	TuiHelpNone     = Pair{"这一屏没有字段。", "There is no field on this screen."}
)

// What a screen is for.
var (
	TuiPlaceStart    = Pair{"开始", "Start"}
	TuiForStart      = Pair{"打开最近用过的工作区，新建一个，或看看示例企业。工作区是一个 .yice 文件，拷走它（连同旁边的附件文件夹）就拷走了全部数据。", "Open a workspace used before, make a new one, or look at the example. A workspace is one .yice file: copy it, with the folder of evidence beside it, and you have everything."}
	TuiPlaceOverview = Pair{"总览", "Overview"}
	TuiForOverview   = Pair{"一眼看全：每张表填到哪里，离一企一策的每个目标还差多少，离报送还差哪几件，下一步做什么最划算。Enter 打开光标所在的一项，Tab 换栏。", "Everything at a glance: how far each form is, how far each target, what stands between you and handing in, what to do next. Enter opens what the cursor is on, Tab changes the pane."}
	TuiPlaceGrid     = Pair{"表格", "Table"}
	TuiForGrid       = Pair{"一张表的全部记录。直接键入就填这一格，离开即存盘、计分；最下面的空行用来添新记录。整块内容可以从电子表格粘贴进来，先预览再写入。", "All records of a form. Typing fills the cell; leaving it saves and scores. New records go into the empty row at the end. Blocks can be pasted from a spreadsheet and are shown before they are written."}
	TuiPlaceCell     = Pair{"表格：正在填一格", "Table: keying a cell"}
	TuiForCell       = Pair{"正在填这一格。代码可以按编号、汉字或拼音首字母选；金额可以写算式。", "A cell is being keyed. Codes go by number, Chinese or pinyin initials; amounts may be an arithmetic."}
	TuiPlaceCard     = Pair{"卡片", "Card"}
	TuiForCard       = Pair{"一条记录的全部字段，旁边是上年的数和增减，下面是填报说明和依据。", "All fields of one record, with last year's figure and the change beside them, help and source below."}
	TuiPlaceField    = Pair{"卡片：正在填一项", "Card: keying a field"}
	TuiForField      = Pair{"正在填这一项。离开即存盘、计分；读不懂的内容照原样留着并标为错误，不会丢。", "A field is being keyed. Leaving it saves and scores; what cannot be read is kept as typed and marked, never lost."}
	TuiPlaceScore    = Pair{"得分", "Score"}
	TuiForScore      = Pair{"按政策包算出的每一项得分、加分、加回和工资。Enter 展开一项：依据哪一条、用什么口径、算式是什么、计入和未计的记录是哪些。", "Every line the policy pack makes of the data. Enter explains one: its clause, its reading, its formula, the records that counted and those that did not."}
	TuiPlaceExplain  = Pair{"得分：一项的依据", "Score: one line explained"}
	TuiForExplain    = Pair{"一项得分的来历。光标放在记录上按 Enter，就到那条记录。", "Where one figure comes from. Enter on a record goes to it."}
	TuiPlaceChecks   = Pair{"审核", "Checks"}
	TuiForChecks     = Pair{"全部审核问题。强制性的必须改正；核实性的改正，或写明原因。有未改正、未说明的，不能报送；填表则从不拦着。", "All findings. Those to fix must be mended; those to verify are mended or explained in writing. Only submitting waits for them; keying never does."}
	TuiPlaceList     = Pair{"列表对话框", "List dialog"}
	TuiForList       = Pair{"在列表里选择，Enter 确定，Esc 不选就关。", "Choose from the list; Enter takes, Esc closes."}
	TuiPlaceAsk      = Pair{"提问", "Question"}
	TuiForAsk        = Pair{"Enter 或 Y 同意，Esc 或 N 不同意。", "Enter or Y agrees, Esc or N does not."}
	TuiPlaceInput    = Pair{"填写对话框", "Entry dialog"}
	TuiForInput      = Pair{"填好按 Enter，Esc 放弃。", "Fill it in and press Enter; Esc gives up."}
	TuiPlacePalette  = Pair{"命令面板和选择列表", "Palette and choices"}
	TuiForPalette    = Pair{"键入汉字、拼音首字母或英文，列表随即收窄；Enter 执行光标所在的一条。命令面板里有这一屏的全部命令、每张表单和最近到过的地方。", "Type Chinese, pinyin initials or English and the list narrows; Enter runs the line. The palette holds every command of the screen, every form and where you have been."}
	TuiPlaceHelp     = Pair{"帮助", "Help"}
	TuiForHelp       = Pair{"看帮助时原来的屏幕不动，Esc 回去。“全部按键”按屏分节，Enter 展开；键入几个字就只列出合的。", "The screen stays as it was; Esc goes back to it. The page of all keys is in sections that Enter unfolds; typing narrows it."}
	TuiPlaceHistory  = Pair{"修改记录", "History"}
	TuiForHistory    = Pair{"谁、什么时候、把什么从多少改成多少，逐笔都在，逐笔相扣，不能悄悄改掉。按时间：一分钟的活并作一行，展开看各步、各处改动；按记录：动过的记录一条一行，展开看它每个字段有过的每个值、谁在什么时候怎么来的（键入、粘贴、从哪个文件导入、撤销）；Tab 换排法。可以按表单、字段、人、日期和文字筛选；在这里也能撤销、重做；Enter 到那条记录。", "Who changed what from what to what, and when: every step, chained so that none can be altered unseen. By time, a minute of work is a line that opens to its steps and changes; by record, each record that was changed is a line that opens to every value its fields have had, when, by whom and how it came (keyed, pasted, imported from which file, undone); Tab changes between them. Narrow it by form, field, person, day and text; undo and redo work here; Enter goes to the record."}
	TuiPlaceSubmit   = Pair{"报送", "Submit"}
	TuiForSubmit     = Pair{"检查是否具备条件，三级签字，选签名密钥和存放位置，封存成一个文件。封存后本年度锁定；要改先解封并写明原因。", "What has to be so first, three signatures, the key and the place, then one sealed file. The year is locked after it; reopening asks for a reason."}
	TuiPlacePolicy   = Pair{"政策包", "Policy"}
	TuiForPolicy     = Pair{"现在按哪个政策包计分、为什么是它；每个数字是文件给出的、国资委确定的、草案假设的，还是为本企业单独定的；和上年比变了什么；几种口径各得多少。可以为本企业定目标、生成下一年的草案。", "Which pack is in force and why; every number with whether the document gives it, the regulator settled it, a draft assumes it, or it was set for this enterprise; what differs from last year's; what each reading comes to. Targets for one enterprise can be set here, and next year's draft made."}
	TuiPlaceWhatIf   = Pair{"试算", "What if"}
	TuiForWhatIf     = Pair{"试改几处，看总分和每一项怎么变。什么都不写入；满意了再去填。", "Suppose a few changes and see what becomes of the score and of every line. Nothing is written."}
	TuiPlaceOutlook  = Pair{"展望", "Outlook"}
	TuiForOutlook    = Pair{"各项按季度走到哪里、是否落后于均匀进度；按目前进度全年会是多少（推算，不是结果）；几个年度并排看。", "How far each line was at the end of each quarter beside an even pace; what the year comes to at this pace (an extrapolation, no result); the years side by side."}
	TuiPlaceSearch   = Pair{"查找", "Search"}
	TuiForSearch     = Pair{"在全部表单里找：名称、编号、金额、摘要都行。Enter 到那条记录。", "Searches all forms: names, numbers, amounts, notes. Enter goes to the record."}
	TuiPlaceSettings = Pair{"设置", "Settings"}
	TuiForSettings   = Pair{"操作人（写进修改记录）、界面语言、配色。", "The operator named in the history, the language, the colours."}
	TuiPlaceDouble   = Pair{"双录", "Double entry"}
	TuiForDouble     = Pair{"不看原值把记录再录一遍，逐项比对，不一致的当场定：保留原值、采用第二次的，或重新键入。谁、什么时候、怎么定的都留下。", "Key records again without seeing them; the two are compared field by field, and what differs is decided on the spot. Who decided, when and how is kept."}
	TuiPlaceGroup    = Pair{"汇总（监管端）", "Group (regulator)"}
	TuiForGroup      = Pair{"打开一个装报送文件的文件夹：逐个验真、重新计分，列出企业乘指标的表，同类型内排名，找出重复申报。", "Open a folder of submissions: each is verified and scored again, tabled by enterprise and indicator, ranked within its type, and searched for double claims."}
)

// How a field of a kind is keyed.
var (
	TuiKeyText    = Pair{"文字，一行。", "Text, one line."}
	TuiKeyNote    = Pair{"文字，可以多行。", "Text, several lines."}
	TuiKeyInt     = Pair{"整数；12,000、1.2万 都可以。", "A whole number; 12,000 will do."}
	TuiKeyMoney   = Pair{"金额；12,000、350万、1.2亿、=120+35.5*2 都可以，全角也行；按「分」精确保存。", "An amount; 3500000, 12,000.50 or =120+35.5*2 will do; kept exactly, to the hundredth of a yuan."}
	TuiKeyDecimal = Pair{"小数；也可以写算式。", "A decimal; an arithmetic will do."}
	TuiKeyPercent = Pair{"百分数；60 就是 60%。", "A percentage; 60 is 60%."}
	TuiKeyDate    = Pair{"日期；20240315、2024.3.5、2024年3月5日 都可以。", "A date; 20240315, 2024.3.5 or 2024-03-05 will do."}
	TuiKeyMonth   = Pair{"年月；202403、2024.3 都可以。", "A month; 202403 or 2024.3 will do."}
	TuiKeyCode    = Pair{"从列表选：编号、汉字或拼音首字母。", "From a list: number, Chinese or pinyin initials."}
	TuiKeyRef     = Pair{"指向另一张表的一条记录：键入编号、名称或拼音首字母；没有的可以当场新建。", "A record of another form: its number, name or pinyin initials; one that is not there can be made in place."}
	TuiKeyFlag    = Pair{"是或否；Y、N、1、0 也可以。", "Yes or no; Y, N, 1 and 0 will do."}
	TuiKeyID      = Pair{"编号；空格、横线和 ZL、CN 前缀都可以带着，校验位会核对。", "A number; spaces, dashes and a prefix such as ZL or CN are fine, its check digit is verified."}
	TuiKeyFiles   = Pair{"佐证文件。", "Evidence files."}
)
