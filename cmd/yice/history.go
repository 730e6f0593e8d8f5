package main

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/form"
	"yice/internal/inorder"
	"yice/store"
	"yice/text"
)

func (p *program) historyCommand() *cobra.Command {
	var (
		asJSON, verify bool
		limit          int
		against        []string
		trust          string
	)
	c := &cobra.Command{
		Use:     "history W",
		Short:   text.CmdHistoryShort.In(p.lang),
		Long:    text.CmdHistoryLong.In(p.lang),
		Example: "  yice history desk.yice --year 2023 --limit 20",
		Args:    takes(1, 1),
	}
	s := p.bookFlags(c)
	c.Flags().IntVar(&limit, "limit", 100, text.CmdFlagLimit.In(p.lang))
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.Flags().BoolVar(&verify, "verify", false, text.CmdFlagVerify.In(p.lang))
	c.Flags().StringArrayVar(&against, "against", nil, text.CmdFlagAgainst.In(p.lang))
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inWorkspace(args[0], reading, func(w *store.Workspace) error {
			if verify || len(against) > 0 {
				return p.verifyHistory(c.Context(), w, against, filing.VerifyOptions{Trust: p.trustOr(trust)}, asJSON)
			}
			entries, err := p.entries(w, s, limit)
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(historyJSON(entries, p.lang))
			}
			return p.print(historyText(w.Dictionary(), entries, p.lang))
		})
	}
	return c
}

// verifyHistory holds every row against the history, and the history against the backups and what others saw of it. What
// was changed behind the program's back is listed row by row.
func (p *program) verifyHistory(ctx context.Context, w *store.Workspace, against []string, o filing.VerifyOptions, asJSON bool) error {
	var witnesses []store.Witness
	for _, path := range against {
		x, err := filing.Witness(ctx, path, o)
		if err != nil {
			return err
		}
		witnesses = append(witnesses, x)
	}
	v, err := w.VerifyAgainst(ctx, witnesses)
	if err != nil {
		return err
	}
	if len(v.Findings) > 0 {
		p.exit = text.Findings
	}
	if asJSON {
		return p.printJSON(verifiedJSON(v, against, p.lang))
	}
	return p.print(verifiedText(v, witnesses, p.lang))
}

// jsonVouched is how many entries, from the first, a file vouches for.
type jsonVouched struct {
	File    string `json:"file"`
	Entries int64  `json:"entries"`
}

func verifiedJSON(v store.Verified, against []string, l text.Lang) map[string]any {
	printed := findingsJSON(v.Findings, l)
	printed["log"] = v.Log
	vouched := make([]jsonVouched, len(against))
	for i, path := range against {
		vouched[i] = jsonVouched{path, v.Vouched[i]}
	}
	printed["vouched"] = vouched
	return printed
}

func verifiedText(v store.Verified, witnesses []store.Witness, l text.Lang) string {
	var lines []string
	for _, f := range v.Findings {
		lines = append(lines, f.Message.In(l))
	}
	if len(lines) == 0 {
		lines = append(lines, text.CmdHistoryHolds.In(l))
	}
	for i, x := range witnesses {
		if n := v.Vouched[i]; n > 0 {
			lines = append(lines, text.CmdHistoryVouched.With(x.Name, n, v.Log.Size-n).In(l))
		}
	}
	if len(v.Findings) == 0 { // of a history that does not hold the root says nothing
		lines = append(lines, text.CmdHistoryLog.With(v.Log.Size, v.Log.Root.String()).In(l))
	}
	return strings.Join(lines, "\n")
}

// dated is an entry with the year it belongs to.
type dated struct {
	year int
	store.Entry
}

// entries reads the newest entries of the years that are meant, newest first.
func (p *program) entries(w *store.Workspace, s *scope, limit int) ([]dated, error) {
	books, err := p.books(w, s)
	if err != nil {
		return nil, err
	}
	var all []dated
	for _, b := range books {
		entries, err := w.History(b.Book, store.HistoryQuery{Limit: limit})
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			all = append(all, dated{b.Year, e})
		}
	}
	inorder.Stably(all, func(a, b dated) int { return cmp.Compare(b.Seq, a.Seq) })
	if limit > 0 && len(all) > limit {
		all = all[:limit]
	}
	return all, nil
}

// books gives the books of the enterprise that is meant: the year asked for, or all years.
func (p *program) books(w *store.Workspace, s *scope) ([]store.BookInfo, error) {
	books, err := w.Books()
	if err != nil {
		return nil, err
	}
	uscc, err := chooseEnterprise(books, s.enterprise)
	if err != nil {
		return nil, err
	}
	at, ok := 0, true
	if s.year != "" {
		if at, ok = year(s.year); !ok {
			return nil, usage("cmd.year", text.CmdBadYear.With(s.year))
		}
	}
	years := yearsOf(books, uscc)
	books = slices.DeleteFunc(books, func(b store.BookInfo) bool { return b.USCC != uscc || at != 0 && b.Year != at })
	if len(books) == 0 {
		return nil, usage("cmd.which-year", text.CmdWhichYear.With(listed(years)))
	}
	return books, nil
}

type jsonEntry struct {
	Seq   int64  `json:"seq"`
	At    string `json:"at"`
	Who   string `json:"who"`
	Year  int    `json:"year"`
	Kind  string `json:"kind"`
	Label string `json:"label"`
	Form  string `json:"form"`
	Row   int64  `json:"row"`
	Key   string `json:"key"`
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

func historyJSON(entries []dated, l text.Lang) any {
	list := make([]jsonEntry, 0, len(entries))
	for _, e := range entries {
		list = append(list, jsonEntry{
			e.Seq, e.At.Format(time.RFC3339), e.Who, e.year, e.Kind, e.Label.In(l), e.Form, e.Row, e.Key, e.Field, e.Old, e.New,
		})
	}
	return map[string]any{"history": list}
}

func historyText(d *form.Dictionary, entries []dated, l text.Lang) string {
	if len(entries) == 0 {
		return text.CmdHistoryEmpty.In(l)
	}
	t := columns("rlllllll")
	t.row("#", text.CmdHistoryAt.In(l), text.CmdHistoryWho.In(l), text.CmdHistoryYear.In(l), text.CmdHistoryWhat.In(l),
		text.CmdHistoryWhere.In(l), text.CmdHistoryOld.In(l), text.CmdHistoryNew.In(l))
	for _, e := range entries {
		where := formTitle(d, e.Form, l)
		if e.Key != "" {
			where += " " + form.KeyTitle(e.Form, e.Key).In(l)
		}
		if title := fieldTitle(d, e.Form, e.Field, l); title != "" {
			where += " · " + title
		}
		t.row(itoa(e.Seq), e.At.Local().Format("2006-01-02 15:04:05"), e.Who, itoa(int64(e.year)), e.Label.In(l), where, short(e.Old), short(e.New))
	}
	return t.String()
}
