package tui

// SecondPlace is the folder that the user wants backups brought to besides; "" for none. ConfigDir is as in Options.
func SecondPlace(configDir string) string { return loadPreferences(configDir).Second }

// SetSecondPlace names it, or with "" forgets it.
func SetSecondPlace(configDir, place string) error {
	p := loadPreferences(configDir)
	p.Second = place
	return p.save(configDir)
}
