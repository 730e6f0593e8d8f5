package returns

// catalogue holds every return in the order people are shown them.
var catalogue = []*Return{
	&return1071, &return1072, &returnQuick, &returnUseSource, &returnFullTime, &returnTax, &returnDeduction, &returnHightech, &returnRatios, &returnSmallTech,
}

// All gives every return.
func All() []*Return { return catalogue }

// ByID gives a return by its id, or nil.
func ByID(id string) *Return {
	for _, r := range catalogue {
		if r.ID == id {
			return r
		}
	}
	return nil
}
