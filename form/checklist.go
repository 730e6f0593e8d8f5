package form

import "yice/text"

// checklistForm answers the items and milestones that the policy pack lists.
var checklistForm = Form{
	ID: "checklist", Title: pair("制度与机制", "Systems and milestones"), Scope: PerYear,
	Keys:    [][]string{{"item"}},
	Clauses: []string{"C02", "C03", "C04", "C11", "C12", "C28", "C41"},
	Help: pair("政策包列出的制度、机制和点名任务，一项一行；答「是」要有文号，没有落实答「否」，还没核实留「未填」。",
		"Systems, mechanisms and named milestones that the pack lists, one row each; 'yes' needs a document, 'unanswered' is neither yes nor no."),
	Fields: []Field{
		{
			ID: "item", Title: pair("事项", "Item"), Kind: Text, Required: true, Width: 24, Worded: true,
			Help:     pair("与政策包中的事项一字不差。", "Exactly as the pack names it."),
			Synonyms: []string{"项目", "检查事项", "制度名称", "名称"},
		},
		{
			ID: "answer", Title: pair("是否落实", "Answer"), Kind: CodeKind, Codes: answerCodes,
			Help:     pair("已印发并执行的答「是」，在起草的答「否」。", "Yes once issued and in force; a draft is no."),
			Synonyms: []string{"答复", "是否完成", "落实情况", "是/否"},
		},
		{
			ID: "document", Title: pair("文号", "Document"), Kind: Text, Width: 18,
			Help:     pair("制度、会议纪要或批复的文号；答「是」时应填。", "Number of the rules, minutes or approval; expected with a yes."),
			Synonyms: []string{"文件号", "文件文号", "依据文件"},
			Applies:  func(r *Record) bool { return r.Str("answer") == Yes },
		},
		{
			ID: "date", Title: pair("日期", "Date"), Kind: Date,
			Help:     pair("文件的成文日期；点名任务填完成日期，超过期限不算。", "Date of the document; for a milestone the date it was met."),
			Synonyms: []string{"印发日期", "完成日期", "时间"},
			Applies:  func(r *Record) bool { return r.Str("answer") == Yes },
		},
	},
	Checks: []Check{{
		ID: "checklist.document", Severity: Verify, Fields: []string{"document", "answer"},
		Bad: func(r *Record) (text.Pair, bool) {
			return found(r.Str("answer") == Yes && r.Get("document").Empty() && !r.unread("document"), text.FormChecklistDocument, Printable(r.Str("item"), 60))
		},
	}},
}
