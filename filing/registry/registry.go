// Package registry keeps the regulator's case of a year: who must hand in and when, what was handed in, what it comes to by
// the enterprise's word and by the regulator's, what was decided and adjusted, by whom and why, and how it ended.
//
// It is a store of what others found out. Whether a submission holds, and what it is worth, is said by package submission, whose
// verdict is put down here as it is; who comes before whom by package ranking. The database computes no policy: it can be asked,
// read-only, by anybody who knows SQL, and it must never be the only place where something is known: from the files that lie
// beside it (submissions, packs, keys, decisions) the same tables come out again.
//
// Two rules hold everywhere. A submission is there when its row in `submission` is, which is written after everything else of it;
// readers join through it. And whatever a person does stands in `history`, chained, with the rows as they became: what was
// edited by other means shows.
//
// Start with [Create], [Open] and [Registry.Take].
package registry

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"yice/scoring"
	"yice/text"
)

// Ending is that of a registry's file.
const Ending = ".yreg"

// format is the version of the tables.
const format = "3"

// Options of opening a registry.
type Options struct {
	Who string           // stands in the history
	Now func() time.Time // nil: the clock
	// PasswordFile holds the password of a server, for its address never does.
	PasswordFile string
	// Archive is the folder of the submissions, where it is not the one that the registry names. "": that one.
	Archive string
	// Asking opens it to be asked: what a question reads is held against what an earlier opening proved of the whole history, which is
	// remembered in Data. What changes something walks the whole history first.
	Asking bool
	// Unproven opens it although its history does not fit what it holds.
	Unproven bool
	// Data is the user's folder, in which the submissions of registries on servers lie where nobody said otherwise.
	Data string
}

// Registry is an open registry. One goroutine uses it at a time.
type Registry struct {
	o       Options
	address string
	engine  engine
	s       *session // reads, and the writer's
	archive archive
	id      string
	tables  []table // under the packs of all years
	lacking []table // those, and columns of those, that are not there yet: made when something is taken
	nodes   []string
	over    spreading                // over which servers rows are spread
	packs   map[string]*scoring.Pack // those read, by the digest of their files
	// seen is what an earlier opening proved, where this one is to be asked; nil: this one held everything against the whole history.
	seen *seen
	// was is its format where that is one before this program's, and it was not brought up: somebody asks what is wrong with it. "": this one.
	was string
	// packless: its packs could not be read, so nobody knows what they bring.
	packless bool
	// looking: what it reads is of one moment, that of a transaction which writes nothing.
	looking bool
}

// IsAddress reports whether a name is the address of a server and not that of a file.
func IsAddress(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

// engineFor gives the engine of an address.
func engineFor(address string, o Options) (engine, error) {
	if IsAddress(address) {
		return newPostgres(address, o)
	}
	return newSQLite(address), nil
}

func (o Options) now() time.Time {
	if o.Now == nil {
		return time.Now()
	}
	return o.Now()
}

// CreateOptions of making a registry, or of opening another year in one.
type CreateOptions struct {
	Options
	Year int
	Pack string // file of the regulator's pack, its signature beside it
	Keys string // a trust folder, or a signed register of keys
	// Nodes are servers over which the rows that submissions bring are spread by hash of uscc, by their names among the foreign
	// servers of the database; none: all lies in one.
	Nodes []string
	// Compared is asked for the fingerprint of the root of a signed register before it is trusted; nil asks nobody.
	Compared func(fingerprint string) error
}

// Named gives what people call the file of a registry its ending, by which the program knows one.
func Named(path string) string {
	if !IsAddress(path) && filepath.Ext(path) == "" {
		path += Ending
	}
	return path
}

// ParseYear reads the year of a registry.
func ParseYear(typed string) (int, bool) {
	year, err := strconv.Atoi(strings.TrimSpace(typed))
	return year, err == nil && year >= 1990 && year <= 2100
}

// Only is who is asked for the fingerprint of a signed register where one root was compared by somebody; any other is refused.
func Only(root string) func(fingerprint string) error {
	return func(found string) error {
		if found != root {
			return fault("registry.root", text.Findings, text.TuiRegMakeRoot)
		}
		return nil
	}
}

// Create makes a registry for a year, or adds a year to one that is there.
func Create(ctx context.Context, address string, o CreateOptions) (*Registry, error) {
	e, err := engineFor(address, o.Options)
	if err != nil {
		return nil, err
	}
	brought, err := readYear(o)
	if err != nil {
		return nil, err
	}
	there, err := e.exists(ctx)
	if err != nil {
		return nil, err
	}
	if there && len(o.Nodes) > 0 {
		return nil, fault("registry.nodes", text.Usage, text.RegistryNodesLate)
	}
	if there {
		r, err := Open(ctx, address, o.Options)
		if err != nil {
			return nil, err
		}
		if err := r.addYear(ctx, brought); err != nil {
			r.Close()
			return nil, err
		}
		return r, nil
	}
	r := &Registry{o: o.Options, address: address, engine: e, nodes: o.Nodes}
	if err := r.make(ctx, brought); err != nil {
		if r.s != nil {
			r.s.close()
		}
		e.discard(ctx)
		return nil, err
	}
	return r, nil
}

func (r *Registry) make(ctx context.Context, y *yearBrought) (err error) {
	var seed [8]byte
	if _, err := rand.Read(seed[:]); err != nil {
		return err
	}
	r.id = hex.EncodeToString(seed[:])
	where, noted := r.engine.archive(), ""
	switch {
	case r.o.Archive != "":
		where, noted = r.o.Archive, r.o.Archive
	case where == "":
		where = dataArchive(r.o.Data, r.id)
	}
	if r.s, err = r.engine.create(ctx); err != nil {
		return err
	}
	if r.archive, err = makeArchive(where); err != nil {
		return err
	}
	if r.tables, err = tablesOf([]*scoring.Pack{y.measure.Pack}); err != nil {
		return err
	}
	on, err := r.engine.nodes(ctx, r.s, r.id, r.nodes)
	if err != nil {
		return err
	}
	defer on.close()
	return r.write(ctx, func(t *tx) error {
		if err := t.makeAll(ctx, on); err != nil {
			return err
		}
		if err := t.insert(ctx, "head", turn, int64(0), ""); err != nil {
			return err
		}
		if err := t.insert(ctx, "registry", int64(1), r.id, format, t.at, noted); err != nil {
			return err
		}
		t.fresh = true
		return r.putYear(ctx, t, y)
	})
}

// Open opens a registry that is there. What its history does not account for is refused.
func Open(ctx context.Context, address string, o Options) (*Registry, error) {
	e, err := engineFor(address, o)
	if err != nil {
		return nil, err
	}
	there, err := e.exists(ctx)
	if err != nil {
		return nil, err
	}
	if !there {
		return nil, fault("registry.absent", text.Cannot, text.RegistryAbsent.With(shownAddress(address)))
	}
	r := &Registry{o: o, address: address, engine: e}
	if r.s, err = e.session(ctx); err != nil {
		return nil, err
	}
	if err := r.ready(ctx); err != nil {
		r.s.close()
		return nil, err
	}
	return r, nil
}

// ready reads what the registry says of itself and holds it against its history. One of an earlier format is brought up first.
func (r *Registry) ready(ctx context.Context) error {
	if err := r.known(ctx); err != nil {
		return err
	}
	if r.was != "" {
		err := r.proven(ctx)
		switch {
		case r.packless:
			return r.lookAway(ctx)
		case err != nil && r.o.Unproven:
			r.tables = r.standing() // what is wrong is told of it as it is
			return r.lookAway(ctx)
		}
		if err == nil {
			err = r.lookAway(ctx)
		}
		if err == nil {
			err = r.bringUp(ctx)
		}
		if err == nil {
			err = r.known(ctx)
		}
		if err != nil {
			return err
		}
		if r.was != "" {
			return fault("registry.earlier", text.Cannot, text.RegistryEarlier.With(shownAddress(r.address), r.was, format))
		}
	}
	switch {
	case r.o.Unproven:
	case r.o.Asking:
		return r.asking(ctx)
	default:
		if err := r.proven(ctx); err != nil {
			return err
		}
	}
	return r.lookAway(ctx)
}

// known reads, as of one moment, which registry it is, of which format, and which tables there are: somebody else may be bringing it up, and
// the tables of one format are not those of the other.
func (r *Registry) known(ctx context.Context) error {
	if err := r.look(ctx); err != nil {
		return err
	}
	if err := r.engine.ours(ctx, r.s); err != nil {
		return err
	}
	var version, noted string
	err := r.s.row(ctx, "SELECT id, format, archive FROM registry WHERE one = 1", &r.id, &version, &noted)
	if err != nil {
		return cannotUse(err)
	}
	r.was = ""
	switch {
	case newerThanOurs(version):
		return fault("registry.newer", text.Cannot, text.RegistryNewer.With(shownAddress(r.address), version, format))
	case r.s.format != "" && r.s.format != version:
		return fault("registry.schema", text.Cannot, text.RegistrySchema.With(text.Harmless("registry "+version)))
	case stepsFrom(version) != nil:
		r.was = version
	case version != format:
		return fault("registry.format", text.Cannot, text.RegistryFormat.With(text.Harmless(version)))
	}
	where := r.engine.archive()
	switch {
	case r.o.Archive != "":
		where = r.o.Archive
	case noted != "":
		where = noted
	case where == "":
		where = dataArchive(r.o.Data, r.id)
	}
	r.archive = archive{where}
	return r.shape(ctx)
}

// asking holds what every question reads against what is remembered; where nothing is, all of it against the history.
func (r *Registry) asking(ctx context.Context) (err error) {
	if r.seen, err = r.recall(ctx); err != nil {
		return err
	}
	if r.seen == nil {
		return r.proven(ctx)
	}
	for _, name := range wholeTables {
		if err := r.accounted(ctx, name, scope{}, "", func([]any) error { return nil }); err != nil {
			return err
		}
	}
	return nil
}

// look begins to read as of one moment: somebody may be loading at the same time.
func (r *Registry) look(ctx context.Context) error {
	_, err := r.s.conn.ExecContext(ctx, r.engine.look())
	r.looking = err == nil
	return cannotUse(err)
}

func (r *Registry) lookAway(ctx context.Context) error {
	if !r.looking {
		return nil
	}
	r.looking = false
	_, err := r.s.conn.ExecContext(ctx, "ROLLBACK")
	return cannotUse(err)
}

// mayChange holds a registry that was opened to be asked against its whole history before anything is changed in it.
func (r *Registry) mayChange(ctx context.Context) error {
	if !r.looking {
		return nil
	}
	r.seen = nil
	if !r.o.Unproven {
		if err := r.proven(ctx); err != nil {
			return err
		}
	}
	return r.lookAway(ctx)
}

// Close lets go of it.
func (r *Registry) Close() error {
	r.over.close()
	return r.s.close()
}

// Address is where it lies: its file, or its server.
func (r *Registry) Address() string { return r.address }

// Beside is the path of a file or folder that lies beside the registry, begins with its name and ends so: beside the submissions of one that
// is on a server.
func (r *Registry) Beside(ending string) string {
	if IsAddress(r.address) {
		return filepath.Join(r.Archive(), "registry"+ending)
	}
	return strings.TrimSuffix(r.address, Ending) + ending
}

// Archive is the folder in which the submissions lie.
func (r *Registry) Archive() string { return r.archive.dir }

func cannotOpen(path string, err error) error {
	if os.IsNotExist(err) || err == fs.ErrNotExist {
		return faultOf("registry.no-file", text.Cannot, text.RegistryNoFile.With(shown(path)), nil)
	}
	return faultOf("registry.cannot-read", text.Cannot, text.RegistryCannotRead.With(shown(path)), err)
}
