package filing

import (
	"yice/filing/shape"
	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

// The shape of `yice collect --json`. Keys are a contract; figures are decimal strings, null where there is none.
type (
	collectedJSON struct {
		Enterprises  []enterpriseJSON          `json:"enterprises"`
		DoubleClaims []shape.Double[claimJSON] `json:"double_claims"`
		Problems     []string                  `json:"problems"`
		IntraGroup   []intraGroupJSON          `json:"intra_group"`
		Groups       []groupJSON               `json:"groups"`
		Spread       []spreadJSON              `json:"spread"`
		Totals       []totalsJSON              `json:"totals"`
		Replaced     []replacedJSON            `json:"replaced"`
		Measured     bool                      `json:"measured"` // by the regulator's pack; else 自评
		Notes        []string                  `json:"notes"`
		Receipts     *receiptsJSON             `json:"receipts"` // null where none was asked for
	}
	enterpriseJSON struct {
		USCC       string       `json:"uscc"`
		Name       string       `json:"name"`
		Type       string       `json:"type"`
		Year       int          `json:"year"`
		OK         bool         `json:"ok"`
		Innovation *string      `json:"innovation"`
		Bonus      *string      `json:"bonus"`
		Assessed   *string      `json:"assessed"`
		Completion *string      `json:"completion"`
		Rank       *int         `json:"rank"`
		Indicators []scoredJSON `json:"indicators"`
		Book       *string      `json:"book"`
		Addback    *string      `json:"addback"`
		RD         *string      `json:"rd"`
		Official   bool         `json:"official"`
		Pack       string       `json:"pack"`
		Parent     string       `json:"parent_uscc"`
		File       string       `json:"file"`
		Serial     string       `json:"serial"`
		SealedAt   string       `json:"sealed_at"`
		Signer     string       `json:"signer"`
		Problems   []string     `json:"problems"`

		Period       string                 `json:"period"` // "2026", or "2026Q2" of a quarterly return
		Mode         string                 `json:"mode"`
		Integrity    string                 `json:"integrity"`
		Signature    string                 `json:"signature"`
		Identity     string                 `json:"identity"`
		Policy       string                 `json:"policy"`
		Score        string                 `json:"score"`
		SignOffs     string                 `json:"signoffs"`
		Recognitions recognitionsJSON       `json:"recognitions"`
		Self         *submission.ResultJSON `json:"self"`
		Confirmed    *submission.ResultJSON `json:"confirmed"`
		Notes        []string               `json:"notes"`
	}
	recognitionsJSON struct {
		Decided      int `json:"decided"`
		SelfDeclared int `json:"self_declared"`
	}
	scoredJSON struct {
		ID    string  `json:"id"`
		Name  string  `json:"name"`
		Value *string `json:"value"`
		Score string  `json:"score"`
	}
	claimJSON struct {
		shape.Who
		File string `json:"file"`
		shape.Where
	}
	intraGroupJSON struct {
		From     string `json:"from"`
		FromName string `json:"from_name"`
		To       string `json:"to"`
		ToName   string `json:"to_name"`
		Year     int    `json:"year"`
		Period   string `json:"period"`
		Amount   string `json:"amount"` // 万元
		Yuan     string `json:"amount_yuan"`
		Lines    int64  `json:"lines"`
		Group    string `json:"group"`
	}
	groupJSON struct {
		Root         string   `json:"uscc"`
		Name         string   `json:"name"`
		Year         int      `json:"year"`
		Period       string   `json:"period"`
		Members      []string `json:"members"`
		RD           string   `json:"rd"`
		Eliminated   string   `json:"eliminated"`
		Sum          *string  `json:"addback_sum"`
		Consolidated *string  `json:"addback_consolidated"`
		Note         string   `json:"note"`
	}
	spreadJSON struct {
		Year   int    `json:"year"`
		Period string `json:"period"`
		Type   string `json:"type"`
		Column string `json:"column"`
		Count  int    `json:"count"`
		Min    string `json:"min"`
		Median string `json:"median"`
		Max    string `json:"max"`
	}
	totalsJSON struct {
		Year        int     `json:"year"`
		Period      string  `json:"period"`
		Enterprises int     `json:"enterprises"`
		RD          string  `json:"rd"`
		Expensed    string  `json:"expensed"`
		Government  string  `json:"government"`
		Eliminated  string  `json:"eliminated"`
		RDNet       string  `json:"rd_net"`
		Book        *string `json:"book"`
		Addback     *string `json:"addback"`
		Assessed    *string `json:"assessed"`
	}
	receiptsJSON struct {
		Written int      `json:"written"`
		Kept    int      `json:"kept"`
		Log     seal.Log `json:"log"`
	}
	replacedJSON struct {
		USCC       string  `json:"uscc"`
		Name       string  `json:"name"`
		Year       int     `json:"year"`
		Period     string  `json:"period"`
		File       string  `json:"file"`
		Serial     string  `json:"serial"`
		SealedAt   string  `json:"sealed_at"`
		OK         bool    `json:"ok"`
		Innovation *string `json:"innovation"`
		By         string  `json:"replaced_by"`
	}
)

// JSON prints it as `yice collect --json` does.
func (c *Collected) JSON(l text.Lang) []byte {
	out := collectedJSON{
		Enterprises: []enterpriseJSON{}, DoubleClaims: []shape.Double[claimJSON]{}, Problems: shape.Said(c.Problems, l),
		IntraGroup: []intraGroupJSON{}, Groups: []groupJSON{}, Spread: []spreadJSON{}, Totals: []totalsJSON{}, Replaced: []replacedJSON{},
		Measured: c.Measured, Notes: shape.Said(c.Notes, l),
	}
	for i := range c.Enterprises {
		out.Enterprises = append(out.Enterprises, c.enterpriseJSON(&c.Enterprises[i], l))
	}
	for _, d := range c.DoubleClaims {
		j := shape.Double[claimJSON]{Form: d.Kind, Grade: shape.Grade(d.Certain), Because: d.Because.In(l)}
		for _, s := range d.Claims {
			j.Claims = append(j.Claims, claimJSON{shape.Who{USCC: s.USCC, Name: s.Name, Key: s.Key, Title: s.Title}, s.File, shape.Where{Entry: s.Entry, Row: s.Row}})
		}
		out.DoubleClaims = append(out.DoubleClaims, j)
	}
	for _, p := range c.IntraGroup {
		out.IntraGroup = append(out.IntraGroup, intraGroupJSON{
			p.From, p.FromName, p.To, p.ToName, p.Year, p.Period, wan(p.Amount), string(submission.AppendFen(nil, p.Amount)), p.Lines, p.Group,
		})
	}
	for _, g := range c.Groups {
		out.Groups = append(out.Groups, groupJSON{
			g.Root, g.Name, g.Year, g.Period, g.Members, g.RD, g.Eliminated, shape.OrNull(g.Sum), shape.OrNull(g.Consolidated), g.Note.In(l),
		})
	}
	for _, s := range c.Spread {
		out.Spread = append(out.Spread, spreadJSON(s))
	}
	for _, t := range c.Totals {
		out.Totals = append(out.Totals, totalsJSON{
			t.Year, t.Period, t.Enterprises, t.RD, t.Expensed, t.Government, t.Eliminated, t.RDNet, shape.OrNull(t.Book), shape.OrNull(t.Addback), shape.OrNull(t.Assessed),
		})
	}
	if g := c.Receipts; g != nil {
		out.Receipts = &receiptsJSON{g.Written, g.Kept, g.Log}
	}
	for _, r := range c.Replaced {
		out.Replaced = append(out.Replaced, replacedJSON{
			r.USCC, r.Name, r.Year, r.Period, r.File, r.Serial, r.SealedAt, r.OK, shape.OrNull(r.Innovation), r.ReplacedBy,
		})
	}
	return printJSON(out)
}

func (c *Collected) enterpriseJSON(e *CollectedEnterprise, l text.Lang) enterpriseJSON {
	j := enterpriseJSON{
		Rank: shape.RankOrNull(e.Rank), USCC: e.USCC, Name: e.Name, Type: e.Type, Year: e.Year, Period: e.Period, OK: e.OK, Innovation: shape.OrNull(e.Innovation), Bonus: shape.OrNull(e.Bonus),
		Assessed: shape.OrNull(e.Assessed), Completion: shape.OrNull(e.Completion), Indicators: []scoredJSON{}, Book: shape.OrNull(e.Book),
		Addback: shape.OrNull(e.Addback), RD: shape.OrNull(e.RD), Official: e.Official, Pack: e.Pack, Parent: e.Parent,
		File: e.File, Serial: e.Serial, SealedAt: e.SealedAt, Signer: e.Signer, Problems: shape.Said(e.Problems, l),
		Mode: e.Mode().ZH, Integrity: e.Integrity, Signature: e.Signature, Identity: e.Identity, Policy: e.Policy, Score: e.Score, SignOffs: e.SignOffs,
		Recognitions: recognitionsJSON{e.Decided, e.SelfDeclared}, Self: e.Self.JSON(), Confirmed: e.Confirmed.JSON(), Notes: shape.Said(e.Notes, l),
	}
	for _, column := range c.Columns {
		if score, ok := e.Indicators[column.ID]; ok {
			j.Indicators = append(j.Indicators, scoredJSON{column.ID, column.Name, shape.OrNull(e.Values[column.ID]), score})
		}
	}
	return j
}
