package scoring

// roundedLine rounds an account's line; what has no figure counts nothing.
func (e *evaluation) roundedLine(l *Line) Pair {
	p := e.zero(e.money)
	if l.Exact != nil {
		p.Confirmed = e.money.round(l.Exact)
	}
	if l.ExactPending != nil {
		p.Pending = e.money.round(l.ExactPending)
	}
	return p
}

// annual reads a figure of form annual, in 分.
func (e *evaluation) annual(field string) (fen int64, ok bool) {
	if e.f.Annual == nil {
		return 0, false
	}
	return e.f.Annual.Get(field).Int()
}

// assess adds the profit as it is assessed: book + add-back + each deemed item, all as they are printed, and what that is of
// the target: whoever adds the printed lines up gets the printed total.
func (e *evaluation) assess() {
	book, ok := e.annual("profit")
	if !ok {
		e.lacks(nil, "fin.profit")
		return
	}
	shown := e.money.round(wan(book))
	e.s.Book = &shown
	total := Pair{shown, shown}
	if e.s.Addback.ID != "" {
		total = total.plus(e.s.Addback.Score)
	}
	for i := range e.s.Deemed {
		total = total.plus(e.s.Deemed[i].Score)
	}
	e.s.Assessed = &total
	if t := e.s.ProfitTarget.Value; t != nil && t.Sign() > 0 {
		percent := rounding{2, e.p.HalfEven}
		of := func(d Dec) Dec {
			v := d.Rat()
			return percent.round(v.Mul(v.Quo(v, t), hundred))
		}
		e.s.Completion = &Pair{of(total.Confirmed), of(total.Pending)}
	}
}

func confirmedOf(p Pair) Dec { return p.Confirmed }
func pendingOf(p Pair) Dec   { return p.Pending }
