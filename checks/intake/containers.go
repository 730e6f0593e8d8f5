package intake

import (
	"fmt"
	"os"
	"path/filepath"
)

// ending of the file's name in a container.
func ending(container string) string {
	switch container {
	case "csv", "csv-bom", "csv-gb18030", "csv-utf16le", "csv-utf16be", "csv-utf16le-bom", "csv-cr", "csv-crlf", "csv-mixed", "csv-mixed-gb":
		return ".csv"
	case "tsv", "tsv-utf16le":
		return ".txt"
	case "html", "html-gbk", "xml2003", "biff8":
		return ".xls"
	}
	return "." + container
}

// write puts a grid in a container at a path without its ending's care.
func write(path, container string, g Grid) error {
	var b []byte
	var err error
	switch container {
	case "csv", "csv-bom", "csv-gb18030", "csv-utf16le", "csv-utf16be", "csv-utf16le-bom", "csv-cr", "csv-crlf", "csv-mixed", "csv-mixed-gb", "tsv", "tsv-utf16le":
		b, err = textFile(container, g)
	case "html", "html-gbk":
		b, err = htmlFile(container, g)
	case "xml2003":
		b = xmlFile(g)
	case "ods":
		b, err = odsFile(g)
	case "xlsx":
		return xlsxFile(path, g)
	case "biff8":
		return officeFile(path, g)
	default:
		return fmt.Errorf("no container %q", container)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o644)
}

// writeCase writes a case's files in one container into a folder, and gives their paths by the names in the case.
func writeCase(dir string, c Case, container string) (map[string]string, error) {
	paths := map[string]string{}
	for _, f := range c.Files {
		if f.Raw != nil {
			paths[f.Name] = filepath.Join(dir, f.Name)
			if err := os.WriteFile(paths[f.Name], f.Raw, 0o644); err != nil {
				return nil, err
			}
			continue
		}
		paths[f.Name] = filepath.Join(dir, fileName(f.Name, container))
		if err := os.MkdirAll(filepath.Dir(paths[f.Name]), 0o755); err != nil {
			return nil, err
		}
		if err := write(paths[f.Name], container, f.Grid); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return paths, nil
}
