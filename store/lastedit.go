package store

import (
	"time"

	"yice/text"
)

// lastLooked bounds how many entries are looked through for one that is about a form: the newest may be notes, sign-offs and
// sealings, and of a file from elsewhere nothing else.
const lastLooked = 1000

// LastEdit gives the newest entry of the history that is about a form, of whichever year, and the year it is of. It reads
// the end of the history only; ok is false where nothing was edited, or not within the last thousand entries. Old and New
// are left out.
func (w *Workspace) LastEdit() (e Entry, b Book, ok bool, err error) {
	err = w.reading(background, func(c *conn) error {
		k, err := c.once(background, "SELECT h.seq, h.at, h.who, h.kind, h.form, h.row, h.key, h.field, h.step, b.id, b.uscc, b.year, s.label_zh, s.label_en"+
			" FROM (SELECT * FROM history ORDER BY seq DESC LIMIT ?) h JOIN book b ON b.id=h.book LEFT JOIN step s ON s.id=h.step"+
			" WHERE h.form<>'' AND h.kind IN ('do','undo','redo','bulk','import') ORDER BY h.seq DESC LIMIT 1", lastLooked)
		if err != nil {
			return err
		}
		defer k.close()
		if ok = k.next(); ok {
			e = Entry{
				Seq: k.int(0), At: time.UnixMilli(k.int(1)), Who: k.text(2), Kind: k.text(3), Form: k.text(4), Row: k.int(5), Key: k.text(6),
				Field: k.text(7), Step: k.int(8), Label: text.Pair{ZH: k.text(12), EN: k.text(13)}, Rows: 1,
			}
			b = Book{k.int(9), k.text(10), int(k.int(11))}
		}
		return k.err
	})
	return e, b, ok, err
}
