package filing

import (
	"context"

	"yice/form"
	"yice/scoring"
	"yice/store"
)

// Names of forms that the scoring asks for by name.
const (
	cardForm    = "enterprise"
	annualForm  = "annual"
	summaryForm = "rd_summary"
	ledgerForm  = "spend"
)

// factsOf gathers what the engine needs from rows that lie in files, as a session gathers it from a workspace. prior are
// the rows of the year before's summary, as a submission carries it.
func factsOf(ctx context.Context, uscc string, year int, rows rowsOf, prior *form.Record) (*scoring.Facts, error) {
	f := &scoring.Facts{USCC: uscc, Year: year, Registers: make(map[string][]*form.Record)}
	single := make(map[string]*form.Record)
	book := store.Book{USCC: uscc, Year: year}
	for _, fm := range form.All() {
		var err error
		switch {
		case fm.Scope == form.Ledger:
			err = rows(ctx, fm, func(r *form.Record) error {
				if fm.ID == ledgerForm {
					c, month := store.CubeKey(book, r)
					addLine(&f.Ledger, &c)
					f.Ledger.ByMonth[month] += c.Amount
				}
				return nil
			})
		case fm.Single():
			err = rows(ctx, fm, func(r *form.Record) error {
				if single[fm.ID] == nil {
					single[fm.ID] = r
				}
				return nil
			})
		default:
			err = rows(ctx, fm, func(r *form.Record) error {
				f.Registers[fm.ID] = append(f.Registers[fm.ID], r)
				return nil
			})
		}
		if err != nil {
			return nil, err
		}
	}
	if card := single[cardForm]; card != nil {
		f.Name, f.Type = card.Str("name"), card.Str("type")
	}
	f.Annual = single[annualForm]
	if rd, ok := summaryRD(single[summaryForm]); ok && f.Ledger.Lines == 0 {
		f.Ledger = rd
	}
	if rd, ok := summaryRD(prior); ok {
		f.Prev = &rd
	}
	return f, nil
}

// addLine adds one line of the ledger, all but its month.
func addLine(rd *scoring.RD, c *store.CubeCell) {
	rd.Lines += c.Lines
	switch c.Treatment {
	case "费用化":
		rd.Expensed += c.Amount
		if c.Source == "政府部门" {
			rd.ExpensedGovernment += c.Amount
		} else {
			addTo(&rd.OwnByProject, c.Project, c.Amount)
		}
	case "资本化":
		rd.Capitalised += c.Amount
		if c.Source == "政府部门" {
			rd.CapitalisedGovernment += c.Amount
		}
	}
	if c.Original {
		rd.Original += c.Amount
	}
	addTo(&rd.ByProject, c.Project, c.Amount)
	addTo(&rd.ByPlatform, c.Platform, c.Amount)
}

func addTo(m *map[string]int64, key string, fen int64) {
	if key == "" {
		return
	}
	if *m == nil {
		*m = make(map[string]int64)
	}
	(*m)[key] += fen
}

// summaryRD reads a year's R&D from its summary; ok is false where it has no figure.
func summaryRD(r *form.Record) (rd scoring.RD, ok bool) {
	if r == nil {
		return rd, false
	}
	for _, id := range []string{"expensed", "expensed_government", "capitalised", "capitalised_government"} {
		ok = ok || !r.Get(id).Empty()
	}
	return scoring.RD{
		FromSummary: true,
		Expensed:    r.Num("expensed"), ExpensedGovernment: r.Num("expensed_government"),
		Capitalised: r.Num("capitalised"), CapitalisedGovernment: r.Num("capitalised_government"),
	}, ok
}

// priorRecord writes the year before as a summary, whatever it came from; nil where there is none.
func priorRecord(prev *scoring.RD) *form.Record {
	if prev == nil {
		return nil
	}
	r := form.NewRecord(form.ByID(summaryForm))
	r.Set("expensed", form.N(prev.Expensed))
	r.Set("expensed_government", form.N(prev.ExpensedGovernment))
	r.Set("capitalised", form.N(prev.Capitalised))
	r.Set("capitalised_government", form.N(prev.CapitalisedGovernment))
	return r
}
