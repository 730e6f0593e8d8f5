package text

// Names that a pack gives to levels and types.
var (
	PackManyNames = Pair{"最多 %[1]d 个名称。", "There may be %[1]d names at most."}
	PackLongName  = Pair{"名称最多 %[1]d 个字。", "A name has %[1]d characters at most."}
	PackSameName  = Pair{"「%[1]s」和「%[2]s」在填报里是同一个：写「%[1]s」的会读成「%[2]s」。只留一个。", "'%[1]s' and '%[2]s' are one and the same in what is keyed: who writes '%[1]s' is read as '%[2]s'. Keep one of them."}
	PackOwnName   = Pair{"「%[1]s」不是内置的名称，与「%[2]s」相近。确是自定的名称就不用管。", "'%[1]s' is no built-in name and comes near '%[2]s'. If it is meant as a name of its own, let it stand."}
)
