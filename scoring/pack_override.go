package scoring

import (
	"bytes"
	"slices"

	"yice/text"
)

// ProfitTargetPath is the path under which SetOverride sets an enterprise's profit target, which is no override of anything.
const ProfitTargetPath = "profit_target"

// SetOverride sets one parameter for one enterprise in a pack's file (一企一策) and gives the new file, which loads; else
// err is its PackErrors. path is as in the pack ("indicator.patents.target"), or ProfitTargetPath. An override that is
// there already is changed in place. An enterprise that the pack does not name is added, with the name, type and doc of ent
// (an empty doc takes the reason); for one that it names only the code matters. Comments and layout stay.
func SetOverride(source []byte, ent Enterprise, path, value, reason string) ([]byte, error) {
	if _, err := Load(source); err != nil {
		return nil, err
	}
	e := newEditor(source)
	own, err := e.enterprise(ent.USCC)
	switch {
	case err != nil:
		return nil, err
	case own == nil:
		e.addEnterprise(ent, path, value, reason)
	case path == ProfitTargetPath:
		e.set(own, "profit_target", literal(value))
		e.assume(own, "profit_target")
	default:
		if err := e.setOverride(own, path, value, reason); err != nil {
			return nil, err
		}
	}
	return e.finish()
}

// RemoveOverride takes an override of one enterprise out of a pack's file, so that the default holds again. Nothing to
// remove is no error.
func RemoveOverride(source []byte, uscc, path string) ([]byte, error) {
	if _, err := Load(source); err != nil {
		return nil, err
	}
	e := newEditor(source)
	own, err := e.enterprise(uscc)
	if err != nil || own == nil {
		return source, err
	}
	o, err := e.override(own, path)
	if err != nil || o == nil {
		return source, err
	}
	from := bytes.LastIndexByte(e.src[:o.at], '\n') + 1
	to := min(lineEnd(e.src, o.end)+1, len(e.src))
	e.edits = append(e.edits, edit{from, to, ""})
	return e.finish()
}

// finish applies the edits and makes sure that the result is a pack.
func (e *editor) finish() ([]byte, error) {
	out := e.apply()
	if _, err := Load(out); err != nil {
		return nil, err
	}
	return out, nil
}

// enterprise finds an enterprise's table; nil where the pack does not name it.
func (e *editor) enterprise(uscc string) (*node, error) {
	all := e.root.get("enterprise")
	if all == nil {
		return nil, nil
	}
	if all.kind != aTables {
		return nil, editByHand("enterprise")
	}
	i := slices.IndexFunc(all.items, func(n *node) bool { return n.get("uscc").text == uscc })
	if i < 0 {
		return nil, nil
	}
	return all.items[i], nil
}

// override finds the override of a path; nil where there is none.
func (e *editor) override(own *node, path string) (*node, error) {
	all := own.get("override")
	if all == nil {
		return nil, nil
	}
	if all.kind != aTables {
		return nil, editByHand("enterprise.override")
	}
	ofType := own.get("type").text
	i := slices.IndexFunc(all.items, func(n *node) bool {
		p := n.get("path").text
		return p == path || p+"."+ofType == path || p == path+"."+ofType
	})
	if i < 0 {
		return nil, nil
	}
	return all.items[i], nil
}

// editByHand: a list written inline cannot grow by a header of its own.
func editByHand(section string) error {
	return &text.Fault{Code: "pack.layout", Class: text.Cannot, Say: text.PackByHand.With(section)}
}

func (e *editor) setOverride(own *node, path, value, reason string) error {
	o, err := e.override(own, path)
	switch {
	case err != nil:
		return err
	case o != nil:
		e.replace(o.get("value"), literal(value))
		e.replace(o.get("reason"), quoted(reason))
		return nil
	}
	indent, after := e.indent(own)+"  ", own.end
	if all := own.get("override"); all != nil {
		last := all.items[len(all.items)-1]
		indent, after = e.indent(last), last.end
	}
	e.insertAfter(after, overrideLines(indent, path, value, reason)...)
	return nil
}

func overrideLines(indent, path, value, reason string) []string {
	return []string{
		indent + "[[enterprise.override]]",
		indent + "path   = " + quoted(path),
		indent + "value  = " + literal(value),
		indent + "reason = " + quoted(reason),
	}
}

// addEnterprise puts a new enterprise at the end of the file.
func (e *editor) addEnterprise(ent Enterprise, path, value, reason string) {
	doc := ent.Doc
	if doc == "" {
		doc = reason
	}
	lines := []string{
		"", "[[enterprise]]",
		"uscc = " + quoted(ent.USCC),
		"name = " + quoted(ent.Name),
		"type = " + quoted(ent.Type),
		"doc  = " + quoted(doc),
	}
	if path == ProfitTargetPath {
		lines = append(lines, "profit_target = "+literal(value), `assumed = ["profit_target"]`)
	} else {
		lines = append(lines, overrideLines("  ", path, value, reason)...)
	}
	e.insertAfter(len(e.src), lines...)
}
