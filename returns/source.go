package returns

import (
	"strconv"

	"yice/form"
)

// source is the inputs summed once, so that every code is a look-up.
type source struct {
	in      *Inputs
	summary *form.Record // the year's rd_summary, or nil

	lines, amount  int64
	byCategory     map[string]int64
	byCounterparty map[string]int64 // of 委托外部
	bySource       map[string]int64
	byProject      map[string]*projectSpend

	projects []Row1071
	figures  map[int]Figure // by code of 107-2
}

// projectSpend is what the ledger says of one project, 分.
type projectSpend struct {
	lines, amount, government, basic, commissioned int64
}

const (
	commissioned = "委托外部"
	government   = "政府部门"
	basic        = "基础研究"
	labour       = "人员人工"
)

// gather sums the inputs.
func gather(in *Inputs) *source {
	s := &source{
		in:             in,
		summary:        in.summary(),
		byCategory:     map[string]int64{},
		byCounterparty: map[string]int64{},
		bySource:       map[string]int64{},
		byProject:      map[string]*projectSpend{},
	}
	for i := range in.Ledger {
		s.add(&in.Ledger[i])
	}
	s.projects = s.rows1071()
	s.figures = make(map[int]Figure, len(codes1072))
	for i := range codes1072 {
		s.figures[codes1072[i].Number] = codes1072[i].figure(s)
	}
	return s
}

func (s *source) add(sum *Sum) {
	s.lines += sum.Lines
	s.amount = form.Plus(s.amount, sum.Amount)
	s.byCategory[sum.Category] = form.Plus(s.byCategory[sum.Category], sum.Amount)
	s.bySource[sum.Source] = form.Plus(s.bySource[sum.Source], sum.Amount)
	if sum.Category == commissioned {
		s.byCounterparty[sum.Counterparty] = form.Plus(s.byCounterparty[sum.Counterparty], sum.Amount)
	}
	if sum.Project == "" {
		return
	}
	p := s.byProject[sum.Project]
	if p == nil {
		p = &projectSpend{}
		s.byProject[sum.Project] = p
	}
	p.lines += sum.Lines
	p.amount = form.Plus(p.amount, sum.Amount)
	if sum.Source == government {
		p.government = form.Plus(p.government, sum.Amount)
	}
	if sum.Activity == basic {
		p.basic = form.Plus(p.basic, sum.Amount)
	}
	if sum.Category == commissioned {
		p.commissioned = form.Plus(p.commissioned, sum.Amount)
	}
}

// empty: the ledger has no line, so nothing it should yield can be judged.
func (s *source) empty() bool { return s.lines == 0 }

// summarised: the year stands on rd_summary because its ledger has no line; then parts by category are not known.
func (s *source) summarised() bool {
	if !s.empty() || s.summary == nil {
		return false
	}
	return !s.summary.Get("expensed").Empty() || !s.summary.Get("capitalised").Empty()
}

// total is R&D of the year, both treatments, every source.
func (s *source) total() Figure {
	if s.summarised() {
		return known(form.Plus(s.summary.Num("expensed"), s.summary.Num("capitalised")))
	}
	return known(s.amount)
}

func (s *source) part(amount int64) Figure {
	if s.summarised() {
		return Figure{}
	}
	return known(amount)
}

func (s *source) fundsFrom(id string) Figure {
	if s.summarised() && id == government {
		return known(form.Plus(s.summary.Num("expensed_government"), s.summary.Num("capitalised_government")))
	}
	return s.part(s.bySource[id])
}

// yearOf reads the year of a date "2023-03-15" or a month "202303"; 0 where there is none.
func yearOf(v form.Value) int {
	text := v.Str()
	if len(text) < 4 {
		return 0
	}
	year, err := strconv.Atoi(text[:4])
	if err != nil {
		return 0
	}
	return year
}

// count gives how many different rows of a register are meant; rows with the same key are one.
func (s *source) count(formID string, meant func(*form.Record) bool) Figure {
	var n int64
	seen := map[string]bool{}
	for _, r := range s.in.Registers[formID] {
		if !meant(r) {
			continue
		}
		if key := r.Key(); key != "" {
			if seen[key] {
				continue
			}
			seen[key] = true
		}
		n++
	}
	return known(n)
}

func (s *source) patentsApplied() Figure {
	return s.count("patent", func(r *form.Record) bool { return yearOf(r.Get("applied_on")) == s.in.Year })
}

func (s *source) inventionsApplied() Figure {
	return s.count("patent", func(r *form.Record) bool {
		return r.Str("kind") == "发明" && yearOf(r.Get("applied_on")) == s.in.Year
	})
}

// inForce: a granted invention, unless it was granted after the year.
func (s *source) inForce(r *form.Record) bool {
	return r.Str("kind") == "发明" && r.Str("status") == "授权" && yearOf(r.Get("granted_on")) <= s.in.Year
}

func (s *source) inventionsInForce() Figure { return s.count("patent", s.inForce) }

func (s *source) inventionsInUse() Figure {
	return s.count("patent", func(r *form.Record) bool { return s.inForce(r) && r.Str("implemented") == "是" })
}

// licensed: a conversion by transfer or licence that names the patent.
func licensed(r *form.Record) bool {
	mode := r.Str("mode")
	return (mode == "转让" || mode == "许可") && r.Str("patent") != ""
}

func (s *source) patentsLicensed() Figure {
	patents := map[string]bool{}
	for _, r := range s.in.Registers["conversion"] {
		if licensed(r) {
			patents[r.Str("patent")] = true
		}
	}
	return known(int64(len(patents)))
}

func (s *source) licenceIncome() Figure {
	var income int64
	for _, r := range s.in.Registers["conversion"] {
		if licensed(r) {
			income = form.Plus(income, r.Num("income"))
		}
	}
	return known(income)
}

func (s *source) standards() Figure {
	return s.count("standard", func(r *form.Record) bool {
		level := r.Str("level")
		return (level == "国家" || level == "行业") && yearOf(r.Get("issued_on")) == s.in.Year
	})
}
