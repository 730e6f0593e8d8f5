package form

import (
	"slices"
	"sync"

	"yice/text"
)

// dictionary is every form in the order people see it. It is never changed after start.
var dictionary = []*Form{
	NewForm(enterpriseForm),
	NewForm(annualForm),
	NewForm(rdSummaryForm),
	NewForm(spendForm),
	NewForm(projectForm),
	NewForm(patentForm),
	NewForm(awardForm),
	NewForm(platformForm),
	NewForm(talentForm),
	NewForm(teamForm),
	NewForm(conversionForm),
	NewForm(innovationForm),
	NewForm(standardForm),
	NewForm(smallForm),
	NewForm(allianceForm),
	NewForm(fundForm),
	NewForm(checklistForm),
}

var byID = func() map[string]*Form {
	m := make(map[string]*Form, len(dictionary))
	for _, f := range dictionary {
		m[f.ID] = f
	}
	return m
}()

// All gives the dictionary in the order people see it.
func All() []*Form { return slices.Clone(dictionary) }

// ByID gives a form, or nil.
func ByID(id string) *Form { return byID[id] }

// NewForm makes a usable form of a literal: it adds the fields every row has (the recognition group where the form is
// recognised, then evidence and remark) and builds the index. [Form.Validate] says what is wrong with it, if anything.
func NewForm(f Form) *Form {
	fields := slices.Clone(f.Fields)
	add := func(extra []Field) {
		for _, e := range extra {
			if !slices.ContainsFunc(fields, func(have Field) bool { return have.ID == e.ID }) {
				fields = append(fields, e)
			}
		}
	}
	if f.Recognised && f.index == nil { // one that a pack adds fields to has them already
		add(recognitionFields(f.RecognitionLasts))
		f.Checks = append(slices.Clone(f.Checks), recognitionChecks(f.ID)...)
	}
	add(standingFields)

	n := &f
	n.Fields = fields
	for i := range fields {
		reachable(&fields[i], i)
	}
	n.index = make(map[string]int, len(fields))
	for i := range fields {
		if _, twice := n.index[fields[i].ID]; !twice {
			n.index[fields[i].ID] = i
		}
	}
	n.headers = sync.OnceValue(func() map[string]int { return headerIndex(n) })
	return n
}

// reachable lets a field apply wherever it holds something: what should not be there must at least be possible to clear.
func reachable(f *Field, at int) {
	applies := f.Applies
	if applies == nil {
		return
	}
	f.Applies = func(r *Record) bool {
		if !r.Values[at].Empty() {
			return true
		}
		if _, raw := r.Raw[at]; raw {
			return true
		}
		return applies(r)
	}
}

// standingFields are the fields of every row of every form.
var standingFields = []Field{
	{
		ID: "evidence", Title: pair("佐证材料", "Evidence"), Kind: Files, Carry: true, Width: 16, Aside: true,
		Help: pair("证书、批文、合同、凭证的扫描件；随报送文件一并交出时由您选择。",
			"Scans of certificates, approvals, contracts or vouchers; whether they travel with the submission is your choice."),
		Synonyms: []string{"佐证", "证明材料", "附件", "attachments"},
	},
	{
		ID: "remark", Title: pair("备注", "Remark"), Kind: Note, Width: 20, Aside: true,
		Help: pair("写明需要向审核人说明的情况；红字冲销必须在这里写明冲销哪一笔、为什么。",
			"Whatever the reviewer should know; a reversal must say here which line it reverses and why."),
		Synonyms: []string{"说明", "备注说明", "note", "notes", "comment"},
	},
}

// recognitionFields are the fields of rows that an authority recognises (the policy, §三(三)). Carry: whether last
// year's recognition still holds in the next year.
func recognitionFields(carry bool) []Field {
	decided := func(r *Record) bool { s := r.Str("recognition"); return s == Recognised || s == Refused }
	return []Field{
		{
			ID: "recognition", Title: pair("认定情况", "Recognition"), Kind: CodeKind, Codes: recognitionCodes, Source: "C35 C36", Carry: carry,
			Help: pair("主管部门是否已认定。没有批复就填「待认定」：待认定的只进「含待认定」一栏，不进已确认分。",
				"Whether the authority has recognised it. Without a decision choose 'pending': it then counts only in the with-pending figures."),
			Synonyms: []string{"认定状态", "是否认定", "认定结果"},
		},
		{
			ID: "recognised_by", Title: pair("认定部门", "Recognised by"), Kind: Text, Source: "C35 C36", Carry: carry, Applies: decided, Width: 16,
			Help: pair("作出认定的主管部门全称，如科技局、工信厅；不是授奖或建设单位自己。",
				"Full name of the authority that decided, such as the science bureau; not the enterprise itself."),
			Synonyms: []string{"认定单位", "认定机关"},
		},
		{
			ID: "recognised_doc", Title: pair("认定文号", "Decision number"), Kind: Text, Source: "C35 C36", Carry: carry, Applies: decided, Width: 18,
			Help: pair("认定文件的文号，照文件抄写，如 包科发〔2023〕12号；没有文号的「已认定」不算数。",
				"Number of the decision as printed on it; 'recognised' without a number does not count."),
			Synonyms: []string{"文号", "认定文件", "认定文件号"},
		},
		{
			ID: "recognised_on", Title: pair("认定日期", "Decision date"), Kind: Date, Later: true, Source: "C35 C36", Carry: carry, Applies: decided,
			Help: pair("认定文件的成文日期，不是收到的日期。",
				"The date on the decision, not the date it was received."),
			Synonyms: []string{"认定时间", "批复日期"},
		},
	}
}

// pair makes a title or a sentence in both languages.
func pair(zh, en string) text.Pair { return text.Pair{ZH: zh, EN: en} }

// YesNo are the two values of a flag, as a list of codes.
func YesNo() []Code { return slices.Clone(flagCodes) }

// Referred are the forms that fields which are built in refer to.
func Referred() []string {
	var ids []string
	for _, f := range dictionary {
		for i := range f.Fields {
			if to := f.Fields[i].Ref; to != "" && !slices.Contains(ids, to) {
				ids = append(ids, to)
			}
		}
	}
	return ids
}
