package scoring

import (
	"maps"
	"strings"
)

// Replacing a number of a pack by its path, and forking a pack so far that its numbers can be replaced.

// set replaces the number at a path within a section of the kind by what with gives for it; false where there is none.
func (k *declaration) set(p *Pack, path string, with func(Param) Param) (done bool) {
	id := ""
	if k.id != nil {
		id, path, _ = strings.Cut(path, ".")
	}
	k.each(p, func(t any) {
		if !done && (k.id == nil || k.id(t) == id) {
			done = setIn(k.says, t, path, with)
		}
	})
	return done
}

func setIn(says []saying, t any, path string, with func(Param) Param) bool {
	key, below, _ := strings.Cut(path, ".")
	for i := range says {
		if says[i].key != key || says[i].at == nil {
			continue
		}
		switch at := says[i].at(t).(type) {
		case *Param:
			return below == "" && replace(at, with)
		case *map[string]Param:
			return replaceIn(at, below, with)
		case nest:
			return at.set(below, with)
		}
	}
	return false
}

// replace puts a new parameter where one is set.
func replace(at *Param, with func(Param) Param) bool {
	if at.Value == nil {
		return false
	}
	*at = with(*at)
	return true
}

// replaceIn does it in a table, on a table of its own.
func replaceIn(table *map[string]Param, key string, with func(Param) Param) bool {
	old, ok := (*table)[key]
	if !ok {
		return false
	}
	*table = maps.Clone(*table)
	(*table)[key] = with(old)
	return true
}
