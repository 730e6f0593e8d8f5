package registry

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strconv"

	"yice/filing/ranking"
	"yice/filing/registry/spelling"
	"yice/filing/submission"
	"yice/scoring"
	"yice/text"
)

// held is a submission as the registry has it: the entry that the rules of ranking ask for, and what stands beside it.
type held struct {
	ranking.Entry
	Digest, Name, Parent, Grade string
	Self, Confirmed             *submission.ResultJSON
	Received                    stamp
	Deducted, Missing           bool
	Replaced                    *held // by which
	Asked                       []text.Pair
	prior                       *scoring.RD
	content                     string
}

// submissionAt gives the places of the columns of `submission`.
var submissionAt = func() map[string]int {
	at := make(map[string]int)
	for i, c := range tableNamed("submission").columns {
		at[c.name] = i
	}
	return at
}()

// submissions gives those that are there, in the order of enterprise and period.
func (r *Registry) submissions(ctx context.Context, in scope) (all []*held, err error) {
	err = r.accounted(ctx, "submission", in, " ORDER BY uscc, year, period, digest", func(values []any) error {
		h, ok := heldOf(values)
		if !ok {
			return fault("registry.row", text.Findings, text.RegistryRowEdited.With("submission "+text.Harmless(h.Digest)))
		}
		all = append(all, h)
		return nil
	})
	return all, cannotUse(err)
}

// heldOf reads a row of `submission`; not ok where it is not as the program writes one.
func heldOf(values []any) (h *held, ok bool) {
	word := func(name string) string { return canonical(varchar, values[submissionAt[name]]) }
	number := func(name string) int64 {
		n, _ := strconv.ParseInt(canonical(bigint, values[submissionAt[name]]), 10, 64)
		return n
	}
	h = &held{
		Entry: ranking.Entry{
			USCC: word("uscc"), Year: int(number("year")), Period: word("period"), Serial: word("serial"), Manifest: word("manifest"),
			Replaces: word("replaces_manifest"), Type: word("type"), Shown: word("file"), Signer: word("signer"), SealedAt: word("sealed_text"),
			Pack: word("own_pack"), Identity: word("identity"), Policy: word("policy"), OK: true, Issued: true,
		},
		Digest: word("digest"), Name: word("name"), Parent: word("parent"), Grade: word("grade"), content: word("content"),
		Deducted: number("deducted") == 1, Missing: number("missing") == 1,
		Self: figuresOf(word("self_text")), Confirmed: figuresOf(word("confirmed_text")),
	}
	h.Path = h.Digest
	_ = h.Received.Scan(values[submissionAt["received_at"]])
	if json.Unmarshal([]byte(word("history")), &h.History) != nil || h.Self == nil || h.Confirmed == nil {
		return h, false
	}
	if values[submissionAt["rd_expensed"]] != nil {
		h.prior = &scoring.RD{
			Expensed: number("rd_expensed"), ExpensedGovernment: number("rd_expensed_government"),
			Capitalised: number("rd_capitalised"), CapitalisedGovernment: number("rd_capitalised_government"),
		}
	}
	h.Score, ok = spelling.Dec(h.Confirmed.Innovation)
	return h, ok
}

// current gives the submissions that count: of each enterprise and period the end of its chain.
func (r *Registry) current(ctx context.Context, in scope) ([]*held, error) {
	all, err := r.submissions(ctx, in)
	if err != nil {
		return nil, err
	}
	return ends(all), nil
}

// ends picks the end of each chain of submissions, which stand in the order of enterprise and period.
func ends(all []*held) (last []*held) {
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].USCC == all[from].USCC && all[to].Year == all[from].Year && all[to].Period == all[from].Period {
			to++
		}
		chain := make([]*ranking.Entry, 0, to-from)
		for _, h := range all[from:to] {
			chain = append(chain, &h.Entry)
		}
		end, asked := ranking.Last(chain)
		at := all[from+slices.Index(chain, end)]
		at.Asked = asked
		for _, h := range all[from:to] {
			if h != at {
				h.Replaced = at
			}
		}
		last = append(last, at)
		from = to
	}
	return last
}

func scanTexts(scan func(...any) error, into []*string) error {
	texts := make([]sql.NullString, len(into))
	at := make([]any, len(into))
	for i := range texts {
		at[i] = &texts[i]
	}
	if err := scan(at...); err != nil {
		return err
	}
	for i := range texts {
		*into[i] = texts[i].String
	}
	return nil
}
