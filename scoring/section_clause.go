package scoring

import "yice/text"

// Clause is one clause of the source document: where it stands and its gist in our words.
type Clause struct {
	ID, At, Gist string
	Line         int
}

var clauseSection = declare(sectionOf[*Clause]{
	key: "clause", must: must, title: text.ScoreLabelClause, unlisted: true,
	kept: several(func(p *Pack) *[]Clause { return &p.Clauses }), line: func(c *Clause) *int { return &c.Line },
	says: []parameter[*Clause]{
		{key: "id", is: isText, must: must, title: text.PackSayID, quiet: true, at: func(c *Clause) any { return &c.ID }},
		{key: "at", is: isText, must: must, title: text.PackSayAt, quiet: true, at: func(c *Clause) any { return &c.At }},
		{
			key: "gist", is: isText, hint: text.HintGist, must: must, title: text.PackSayGist, own: true, at: func(c *Clause) any { return &c.Gist },
			say: func(p *Pack, c *Clause) text.Pair { return text.ScoreTwo.With(c.Where(), p.Say(c.Gist)) },
		},
	},
})

// clauseKind is the pack's directory of clauses: each section cites those it rests on.
type clauseKind struct{ plainKind }

func (k *clauseKind) read(d *decoder, file *section) {
	for _, n := range file.many("clause") {
		s := d.open(n, "clause", k.section.keys)
		var c Clause
		k.section.fill(s, &c)
		if c.ID != "" && d.clauses[c.ID] {
			d.errs.add(s.at("id"), "clause."+c.ID, text.PackClauseTwice.With(legible(c.ID)))
			continue
		}
		d.clauses[c.ID] = true
		d.p.Clauses = append(d.p.Clauses, c)
	}
}

func (k *clauseKind) list(l *settingList) {
	for i := range l.p.Clauses {
		c := &l.p.Clauses[i]
		l.in("clause."+c.ID, text.PackSayClause.With(c.ID), c.Line)
		k.section.listOnly(l, c)
	}
}

// cited reads a list of clauses; each must stand in the pack's own directory of clauses.
func (s *section) cited() []string {
	all := s.list("clauses", true)
	v := s.got["clauses"]
	if v == nil {
		return nil
	}
	for i, id := range all {
		if s.d.clauses[id] || s.d.clausesLost() {
			continue
		}
		known := make([]string, len(s.d.p.Clauses))
		for j := range known {
			known[j] = s.d.p.Clauses[j].ID
		}
		s.d.errs.addNear(v.items[i].at, s.path+".clauses", text.PackUnknownClause.With(legible(id)), s.d.near(id, known))
	}
	return all
}

// clausesLost: with no clause read at all, each citation would be an error of its own.
func (d *decoder) clausesLost() bool { return len(d.p.Clauses) == 0 }
