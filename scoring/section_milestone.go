package scoring

import (
	"slices"

	"yice/text"
)

// Milestone is one more checklist item set for an enterprise.
type Milestone struct {
	ID, Text string
	Clauses  []string
	Due      string // date
	Join     string // indicator id
	Line     int
}

var milestoneSection = declare(sectionOf[*Milestone]{
	key: "milestone", title: text.PackSayMilestone, line: func(m *Milestone) *int { return &m.Line },
	kept: several(func(*Pack) *[]Milestone { return nil }),
	says: []parameter[*Milestone]{
		{key: "id", is: isText, must: must, title: text.PackSayID, at: func(m *Milestone) any { return &m.ID }},
		{key: "text", is: isText, must: must, title: text.PackSayItem, at: func(m *Milestone) any { return &m.Text }},
		cites(func(m *Milestone) *[]string { return &m.Clauses }),
		{key: "due", is: isDay, hint: text.HintMilestone, must: must, title: text.PackSayDay, at: func(m *Milestone) any { return &m.Due }},
		{key: "join", is: isText, must: must, title: text.PackSayJoin, at: func(m *Milestone) any { return &m.Join }},
	},
})

// readMilestones reads what is asked of one enterprise beyond its checklists.
func readMilestones(s *section, e *Enterprise) {
	d := s.d
	for i, n := range s.many("milestone") {
		path := "enterprise." + e.USCC + ".milestone." + numbered(i)
		if v := n.get("id"); v != nil && v.kind == aString && isIdentifier(v.text) {
			path = "enterprise." + e.USCC + ".milestone." + v.text
		}
		in := d.open(n, path, milestoneSection.keys)
		var m Milestone
		milestoneSection.fillOnly(in, &m)
		m.Line = in.line()
		d.checkMilestone(in, &m, e)
		in.settle()
		e.Milestones = append(e.Milestones, m)
	}
}

// checkMilestone: it is known by its id, and asked once.
func (d *decoder) checkMilestone(s *section, m *Milestone, e *Enterprise) {
	if m.ID != "" && !isIdentifier(m.ID) {
		d.errs.add(s.at("id"), s.path, text.PackBadID.With(legible(m.ID)))
	}
	for _, old := range e.Milestones {
		if m.ID != "" && old.ID == m.ID {
			d.errs.add(s.at("id"), s.path, text.PackIDTwice.With(legible(m.ID), old.Line))
		}
		if m.Text != "" && old.Text == m.Text {
			d.errs.add(s.at("text"), s.path, text.PackItemTwice.With(legible(m.Text)))
		}
	}
	d.checkJoin(s, m)
}

// checkJoin: a milestone joins a checklist, and is not an item of it already.
func (d *decoder) checkJoin(s *section, m *Milestone) {
	if m.Join == "" {
		return
	}
	var lists []string
	for i := range d.p.Indicators {
		in := &d.p.Indicators[i]
		if in.ID == m.Join && in.Measure.Kind == "" && len(in.Ways) == 0 {
			return // its own error is told elsewhere
		}
		if in.Measure.Kind != MeasureChecklist {
			continue
		}
		if in.ID == m.Join {
			if slices.Contains(in.Measure.Items, m.Text) {
				d.errs.add(s.at("text"), s.path+".text", text.PackItemTwice.With(legible(m.Text)))
			}
			return
		}
		lists = append(lists, in.ID)
	}
	d.errs.addNear(s.at("join"), s.path+".join", text.PackJoin.With(legible(m.Join), among(lists)), d.near(m.Join, lists))
}
