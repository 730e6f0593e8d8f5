package screen

// Way names an action of another room that a line of a screen leads to: rooms know one another by these alone. The action
// bears its ID, so that a way nobody declares, or one that is misspelt, is no way.
type Way uint8

// The ways there are.
const (
	ToYearAfter  Way = iota // opens the next year
	ToYearBefore            // opens the year before the first
	ToReceive               // takes in what the regulator sends back
	ToPolicy                // the pack in force
	ToGroup                 // many submissions tabled
	ToRegistry              // a registry
	ToEvidence              // the files of the row under the cursor
	Ways                    // how many there are
)

var wayIDs = [Ways]string{ToYearAfter: "year.after", ToYearBefore: "year.before", ToReceive: "receive", ToPolicy: "policy", ToGroup: "group.anywhere", ToRegistry: "registry.anywhere", ToEvidence: "evidence"}

// ID is that of the action.
func (w Way) ID() string { return wayIDs[w] }
