package scoring_test

import (
	"bytes"
	"strings"
	"testing"

	"yice/scoring"
	"yice/text"
)

// issuedGolden is the example's pack as its issuer hands it out.
func issuedGolden(t testing.TB) *scoring.Pack {
	t.Helper()
	p, err := scoring.Load(bytes.Replace(goldenPack(t).Source, []byte(`status     = "draft"`), []byte(`status     = "issued"`), 1))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func everySentence(t testing.TB, s *scoring.Sheet) string {
	t.Helper()
	var b strings.Builder
	for _, id := range s.ExplainIDs() {
		e, ok := s.Explain(id)
		if !ok {
			t.Fatal(id)
		}
		for _, p := range e.Paragraphs {
			for _, l := range p.Lines {
				b.WriteString(l.ZH + "\n" + l.EN + "\n")
			}
		}
	}
	return b.String()
}

// What a draft assumes is settled once it is issued, by one and the same figure; a pack that says it is issued and that nobody trusted
// has signed is a draft.
func TestAnIssuedNumberIsTheRegulators(t *testing.T) {
	facts := goldenFacts(t)
	unproven := issuedGolden(t)
	unproven.Unproven = true
	draft := scoring.Evaluate(goldenPack(t), facts)
	for _, c := range []struct {
		name    string
		p       *scoring.Pack
		settled bool
	}{{"draft", goldenPack(t), false}, {"issued", issuedGolden(t), true}, {"issued, not proven", unproven, false}} {
		s := scoring.Evaluate(c.p, facts)
		assumed := s.Assumed()
		if len(assumed) == 0 || len(assumed) != len(draft.Assumed()) {
			t.Fatalf("%s: %d numbers are not the document's", c.name, len(assumed))
		}
		for i := range assumed {
			of, in := c.p.Standing(&assumed[i]), s.Standing(&assumed[i])
			if of.Settled() != c.settled || of.Open() == c.settled || of != in {
				t.Errorf("%s: %s: %v %v", c.name, assumed[i].Path, of, in)
			}
		}
		say := everySentence(t, s)
		for word, want := range map[string]bool{"待确认": !c.settled, "to be confirmed": !c.settled, "国资委确定": c.settled, "settled by the regulator": c.settled, "文件明确": true} {
			if strings.Contains(say, word) != want {
				t.Errorf("%s: %q is told: %v", c.name, word, !want)
			}
		}
		if open := s.LeftOpen(); (open.Word == text.StandSettled) != c.settled || strings.Contains(open.Note.ZH, "待国资委确认") == c.settled {
			t.Errorf("%s: %v", c.name, open)
		}
		if got := bytes.Count(s.JSONWith(&scoring.Outlook{}), []byte(`"standing": "国资委确定"`)); got != len(s.Assumed()) && c.settled || got > 0 && !c.settled {
			t.Errorf("%s: %d numbers stand in the JSON as settled", c.name, got)
		}
		if bytes.Contains(s.JSON(), []byte("standing")) {
			t.Errorf("%s: what is sealed says how numbers stand: an older file would differ", c.name)
		}
		if scoring.Compare(draft, s) != nil {
			t.Errorf("%s: figures move", c.name)
		}
	}
}

// A number that one enterprise's policy sets tells the paper it rests on.
func TestASettledNumberTellsItsPaper(t *testing.T) {
	p := issuedGolden(t)
	eff, ent := p.For(goldenFacts(t).USCC, "功能型")
	if ent == nil || ent.ProfitTarget.Basis != scoring.Assumed || ent.Doc == "" {
		t.Fatal(ent)
	}
	if st := eff.Standing(&ent.ProfitTarget); !strings.Contains(st.Tail().ZH, ent.Doc) || !strings.Contains(st.Full(p).ZH, ent.Doc) || st.Word() != text.StandSettled {
		t.Error(st.Tail(), st.Full(p))
	}
	target, _ := eff.Param("indicator.rd_intensity.target")
	if target.Basis != scoring.Override || eff.Standing(&target).Tail() != text.ScoreSettled || goldenPack(t).Standing(&target).Tail() != (text.Pair{}) {
		t.Errorf("%+v", target)
	}
	if rate, _ := eff.Param("addback.increment_rate"); eff.Standing(&rate).Tail() != text.ScoreGiven || eff.Standing(&rate).Settled() {
		t.Errorf("the document's number: %+v", rate)
	}
	cap, _ := eff.Param("bonus_total.cap")
	if st := eff.Standing(&cap); !strings.Contains(st.Full(p).ZH, p.ID+" "+p.Version) {
		t.Error(st.Full(p))
	}
}
