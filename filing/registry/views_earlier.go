package registry

// The views as earlier formats had them: a file of one is known by them, word by word, before anything in it is believed.

// doubleClaim1 and fiveYears1 are those of format 1.
const (
	doubleClaim1 = `CREATE VIEW "double_claim" AS
SELECT k.mark, k.year, k.period, k.form, c.uscc, s.name, c.row, c.key, c.title, c.certain, c.because
FROM (SELECT period, year, form, mark FROM claim GROUP BY period, year, form, mark HAVING MIN(uscc) <> MAX(uscc)) k
JOIN claim c ON c.period = k.period AND c.year = k.year AND c.form = k.form AND c.mark = k.mark
JOIN submission s ON s.digest = c.digest
WHERE s.digest NOT IN ` + replacedOnes1 + ` AND EXISTS (
  SELECT 1 FROM claim x JOIN submission y ON y.digest = x.digest
  WHERE x.period = c.period AND x.year = c.year AND x.form = c.form AND x.mark = c.mark AND x.uscc <> c.uscc AND y.digest NOT IN ` + replacedOnes1 + `
)`
	fiveYears1 = `CREATE VIEW "five_years" AS
SELECT l.uscc, c.name, l.line, l.title, l.year, l.self, l.confirmed, l.value
FROM line l JOIN submission c ON c.digest = l.digest
WHERE c.digest NOT IN ` + replacedOnes1 + ` AND c.period = CAST(c.year AS VARCHAR) AND l.year > (SELECT MAX(p.year) FROM pack p) - 5`
	replacedOnes1 = `(SELECT digest FROM submission EXCEPT SELECT digest FROM current_submission)`
)
