package authority

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"yice/seal"
)

// The enterprises: the first is the one of the worked example, the second somebody else. Both are invented.
const (
	USCC  = "91150200MA0BT0013C"
	Other = "91150200MA0BT00218"
)

// Hand is somebody with a key.
type Hand struct {
	ID string // of the key file
	seal.Holder
	Enrolled bool // stands in the regulator's register
	Key      *seal.Key
}

// The hands, by the name of their key file.
const (
	Root     = "root"     // 签发, signs the register
	Decider  = "decider"  // 认定
	Receiver = "receiver" // 回执
	Filer    = "filer"    // 报送 of the enterprise
	Lost     = "lost"     // 报送 of the enterprise, revoked
	Expired  = "expired"  // 报送 of the enterprise, whose time is over
	Rival    = "rival"    // 报送 of the other enterprise
	Clerk    = "clerk"    // 签字 of three persons of the enterprise
	Chief    = "chief"
	Head     = "head"
	Stranger = "stranger" // in no register
)

// The three who sign off.
var signing = [...]struct{ role, hand, name string }{
	{"填表人", Clerk, "示例甲"}, {"统计负责人", Chief, "示例乙"}, {"单位负责人", Head, "示例丙"},
}

// RevokedOn is the day from which Lost signs nothing, and ExpiredOn the last day of Expired.
const (
	RevokedOn = "2024-01-18"
	ExpiredOn = "2023-12-31"
)

var register = []Hand{
	{ID: Root, Holder: seal.Holder{Name: "示例国资委（虚构）", Role: seal.Issuing}},
	{ID: Decider, Holder: seal.Holder{Name: "示例认定部门（虚构）", Role: seal.Deciding}},
	{ID: Receiver, Holder: seal.Holder{Name: "示例收件处（虚构）", Role: seal.Receipting}},
	{ID: Filer, Holder: seal.Holder{Name: "示例水务报送（虚构）", Role: seal.Filing, USCC: USCC}},
	{ID: Lost, Holder: seal.Holder{Name: "示例水务旧钥（虚构）", Role: seal.Filing, USCC: USCC, RevokedOn: RevokedOn, RevokedWhy: "密钥遗失"}},
	{ID: Expired, Holder: seal.Holder{Name: "示例水务前钥（虚构）", Role: seal.Filing, USCC: USCC, To: ExpiredOn}},
	{ID: Rival, Holder: seal.Holder{Name: "示例热力报送（虚构）", Role: seal.Filing, USCC: Other}},
	{ID: Clerk, Holder: seal.Holder{Name: "示例水务填表人（虚构）", Role: seal.Signing, USCC: USCC, Person: "示例甲"}},
	{ID: Chief, Holder: seal.Holder{Name: "示例水务统计负责人（虚构）", Role: seal.Signing, USCC: USCC, Person: "示例乙"}},
	{ID: Head, Holder: seal.Holder{Name: "示例水务单位负责人（虚构）", Role: seal.Signing, USCC: USCC, Person: "示例丙"}},
}

// hands reads the keys of a folder; with create it makes those that are not there.
func hands(dir string, create bool) (map[string]*Hand, error) {
	all := make(map[string]*Hand)
	list := append([]Hand{{ID: Stranger}}, register...)
	for i := range list {
		h := &list[i]
		path := filepath.Join(dir, h.ID+".pem")
		if _, err := os.Stat(path); create && errors.Is(err, fs.ErrNotExist) {
			if err := newHand(path); err != nil {
				return nil, err
			}
		}
		key, err := seal.ReadKey(path, func() (string, error) { return "", errors.New("it is encrypted") })
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		h.Key, h.Enrolled = key, h.ID != Stranger
		h.Holder.Key, h.Fingerprint = key.Public(), key.Public().Fingerprint()
		all[h.ID] = h
	}
	return all, nil
}

// newHand makes a key and keeps it for everybody to read.
func newHand(path string) error {
	key, err := seal.NewKey()
	if err == nil {
		err = errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), seal.WriteKey(path, key, ""))
	}
	if err != nil {
		return err
	}
	return errors.Join(os.Remove(seal.PublicPath(path)), os.Chmod(path, 0o644))
}

// Register is the regulator's register of all who are enrolled.
func (p *Papers) Register() *seal.Register {
	r := &seal.Register{Number: 3, IssuedAt: Issued, Root: p.Hands[Root].Fingerprint}
	for _, h := range register {
		r.Holders = append(r.Holders, p.Hands[h.ID].Holder)
	}
	return r
}

// china is where the papers are dated.
var china = time.FixedZone("UTC+8", 8*60*60)

// When things happened: the register and the pack were issued, the year was sealed, the decisions made, and now.
var (
	Issued  = time.Date(2023, 12, 1, 9, 0, 0, 0, china)
	Sealed  = time.Date(2024, 1, 20, 9, 0, 0, 0, china)
	Decided = time.Date(2024, 1, 25, 9, 0, 0, 0, china)
	Now     = time.Date(2024, 2, 1, 9, 0, 0, 0, china)
)
