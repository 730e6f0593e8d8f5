package filing

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"yice/entry"
	"yice/internal/whole"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// PackDraft is a pack being changed, and where what is changed of it stays until it is saved or dropped: beside the list of recent
// workspaces, written at every change, so that a power cut takes nothing. The screens and the lines go on with the same one.
type PackDraft struct {
	*scoring.Drafting
	path   string // "": it is kept nowhere
	saved  string // digest of what was saved last
	keeper keeper
}

// PackDraftLeft is what of an earlier draft could not be gone on with.
type PackDraftLeft struct {
	Aside string   // the file that could not be read, put aside under this name
	Paths []string // of values that this pack does not take any more
}

// keptDraft is how it lies on the disk.
type keptDraft struct {
	Pack    string            `json:"pack"` // digest of the pack that it began from
	ID      string            `json:"id"`
	Version string            `json:"version"`
	Values  map[string]string `json:"values"`
}

// keptMax bounds the file of a draft, in bytes.
const keptMax = 4 << 20

// keeper writes a draft in the order of its changes; a newer one that is down already is never written over by an older.
//
// One pack may be in force in several workspaces, and be changed in two of them at the same time: what another wrote since is kept beside what
// is written here. Of a value that both changed the last one stands.
type keeper struct {
	mu     sync.Mutex
	asked  int // of the last that was asked for
	wrote  int
	fails  bool              // the last could not be written
	seen   map[string]string // the values on the disk, as they were read or written here last
	others map[string]string // those that another wrote
}

// OpenPackDraft begins a draft of a pack, from what was kept of it in a folder if anything was; dir "" keeps it nowhere.
func OpenPackDraft(dir string, from *scoring.Pack) (*PackDraft, PackDraftLeft, error) {
	d, err := scoring.NewDrafting(from)
	if err != nil {
		return nil, PackDraftLeft{}, err
	}
	p := &PackDraft{Drafting: d}
	if dir != "" && len(from.SHA256) >= 32 {
		p.path = filepath.Join(dir, from.SHA256[:32]+".json")
	}
	values, aside := loadKept(p.path, from.SHA256)
	p.keeper.seen = values
	return p, PackDraftLeft{aside, d.Resume(values)}, nil
}

// Unsaved reports changes that no file of their own holds.
func (p *PackDraft) Unsaved() bool {
	if p.Changed() == 0 {
		return false
	}
	pack := p.Pack()
	return pack == nil || pack.SHA256 != p.saved
}

// Kept reports that the last change is on the disk.
func (p *PackDraft) Kept() bool { return p.keeper.holds() }

// Keep takes down what is changed now, and gives what writes it: nil where it is kept nowhere.
func (p *PackDraft) Keep() (write func() error) {
	if p.path == "" {
		return nil
	}
	from := p.From()
	kept := keptDraft{from.SHA256, from.ID, from.Version, p.Values()}
	if !p.Unsaved() {
		kept.Values = nil
	}
	k := &p.keeper
	k.mu.Lock()
	k.asked++
	turn := k.asked
	k.mu.Unlock()
	return func() error { return k.write(turn, p.path, kept) }
}

// Drop forgets every change.
func (p *PackDraft) Drop() error {
	fresh, err := scoring.NewDrafting(p.From())
	if err == nil {
		p.Drafting = fresh
	}
	return err
}

// FileName is what the file of the draft is called, of letters that every system takes; "" while it makes no pack.
func (p *PackDraft) FileName() string {
	pack := p.Pack()
	if pack == nil {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimLeft(pack.ID+"-"+pack.Version, "."))
}

// UnfitForDraft says why the draft cannot go to a path; nothing where it can.
func UnfitForDraft(path string) text.Pair { return unfit(path, text.TuiPeOnlyTOML, ".toml") }

// UnfitForSheet says it of the sheet of what differs, which a director signs.
func UnfitForSheet(path string) text.Pair { return unfit(path, text.TuiPeOnlyHTML, ".html", ".htm") }

func unfit(path string, otherEnding text.Pair, endings ...string) text.Pair {
	switch {
	case path == "":
		return text.TuiPathEmpty
	case !slices.Contains(endings, strings.ToLower(filepath.Ext(path))):
		return otherEnding
	}
	if _, err := os.Lstat(path); err == nil {
		return text.TuiPeExists
	}
	return text.Pair{}
}

// WriteDraft writes a pack to a new file, never over one that is there.
func WriteDraft(pack *scoring.Pack, path string) error {
	err := whole.New(path, pack.Source, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return faultOf("filing.draft-there", text.Usage, text.TuiPeExists, err)
	}
	return err
}

// Saved notes that a pack was written to a file of its own.
func (p *PackDraft) Saved(pack *scoring.Pack) { p.saved = pack.SHA256 }

// KeepDraft puts a draft into the workspace of a session and reads everything by it.
func KeepDraft(ctx context.Context, s *entry.Session, pack *scoring.Pack) error {
	file := store.PackFile{SHA256: pack.SHA256, Year: pack.Year, Status: pack.Status, Source: pack.Source}
	if err := s.Workspace().AddPack(file); err != nil {
		return err
	}
	return s.Reload(ctx)
}

// PackOf is the pack of a year that a workspace has: an issued one before a draft, nil where it has none. The built-in one is no policy of
// that year: nobody was assessed by it.
func PackOf(w *store.Workspace, year int) (*scoring.Pack, error) {
	files, err := w.Packs()
	if err != nil {
		return nil, err
	}
	var found *scoring.Pack
	for i := range files {
		if files[i].Year != year {
			continue
		}
		if p, err := scoring.Load(files[i].Source); err == nil && (found == nil || p.Issued() || !found.Issued()) {
			found = p
		}
	}
	return found, nil
}

func (k *keeper) write(turn int, path string, d keptDraft) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if turn < k.wrote {
		return nil
	}
	k.wrote = turn
	k.look(path, d.Pack)
	all := maps.Clone(k.others)
	if all == nil {
		all = make(map[string]string)
	}
	maps.Copy(all, d.Values)
	d.Values = all
	err := d.write(path)
	if k.fails = err != nil; !k.fails {
		k.seen = all
	}
	return err
}

// look finds what another wrote since, or took back.
func (k *keeper) look(path, pack string) {
	now, _ := loadKept(path, pack)
	for at := range k.others {
		if _, still := now[at]; !still {
			delete(k.others, at)
		}
	}
	for at, value := range now {
		if was, there := k.seen[at]; there && was == value {
			continue
		}
		if k.others == nil {
			k.others = make(map[string]string)
		}
		k.others[at] = value
	}
}

func (d keptDraft) write(path string) error {
	if len(d.Values) == 0 {
		if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	data, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return err
	}
	return whole.Over(path, data, 0o600)
}

func (k *keeper) holds() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.wrote > 0 && k.wrote == k.asked && !k.fails
}

// loadKept reads what was kept of a pack; nothing where there is none. What cannot be read is put aside under the name it gives, so that
// the next change does not take its place.
func loadKept(path, pack string) (values map[string]string, aside string) {
	st, err := os.Stat(path)
	if path == "" || errors.Is(err, fs.ErrNotExist) {
		return nil, ""
	}
	var d keptDraft
	if err == nil && st.Size() <= keptMax {
		var data []byte
		if data, err = os.ReadFile(path); err == nil {
			err = json.Unmarshal(data, &d)
		}
	}
	if err == nil && d.Pack == pack {
		return d.Values, ""
	}
	aside = path + ".unread"
	if os.Rename(path, aside) != nil {
		aside = path
	}
	return nil, aside
}
