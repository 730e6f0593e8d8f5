package registry

// The views, for questions: read-only, and in no way what the program itself decides by, which asks package ranking. They say
// the same of all that is not contested; a contested submission is told by `yice registry rank`.
var views = []string{
	// Of several sealings of one enterprise and period the one that no other replaces, then the highest serial, then the newest: there is none
	// before it. It is asked row by row, so that a question of few rows asks about few.
	`CREATE VIEW "current_submission" AS
SELECT s.* FROM submission s
WHERE NOT EXISTS (` + better + `)`,
	`CREATE VIEW "ranking" AS
SELECT RANK() OVER (PARTITION BY o.period, o.type ORDER BY o.final DESC) AS rank,
  o.year, o.period, o.uscc, o.name, o.type, o.tier, o.self_innovation, o.innovation, o.bonus, o.assessed, o.completion, o.final
FROM (
  SELECT c.*, r.tier AS tier, c.innovation + COALESCE(a.points, 0) AS final
  FROM current_submission c
  LEFT JOIN roster r ON r.uscc = c.uscc
  LEFT JOIN (SELECT uscc, period, SUM(points) AS points FROM adjustment WHERE kind = 'indicator' GROUP BY uscc, period) a
    ON a.uscc = c.uscc AND a.period = c.period
  WHERE c.policy = 'issued'
) o`,
	`CREATE VIEW "due" AS
SELECT r.uscc, r.name, p.year, r.due,
  CASE WHEN c.digest IS NOT NULL THEN '迟报' WHEN v.uscc IS NOT NULL THEN '无效' ELSE '未报' END AS state
FROM roster r
CROSS JOIN pack p
LEFT JOIN current_submission c ON c.uscc = r.uscc AND c.year = p.year AND c.period = CAST(p.year AS VARCHAR)
LEFT JOIN (SELECT DISTINCT uscc, year FROM arrival WHERE state = '退回' AND period = CAST(year AS VARCHAR)) v ON v.uscc = r.uscc AND v.year = p.year
WHERE (r.member_from = '' OR r.member_from <= CAST(p.year AS VARCHAR) || '-12-31') AND (r.member_to = '' OR r.member_to >= CAST(p.year AS VARCHAR) || '-01-01')
  AND (c.digest IS NULL OR (r.due <> '' AND CAST(c.received_at AS VARCHAR) >= r.due || ' 16:00:00'))`,
	// What is claimed twice is put down when a run that took something in ends (doubles.go); a period for which that was not done, or is done no
	// longer, is asked for row by row: the groups come out of the index in its order, and of the rows in them each is asked whether another
	// that counts bears the mark.
	`CREATE VIEW "double_claim" AS
SELECT d.mark, d.year, d.period, d.form, d.uscc, d.name, d.row, d.key, d.title, d.certain, d.because FROM doubled_row d
UNION ALL
SELECT k.mark, k.year, k.period, k.form, c.uscc, s.name, c.row, c.key, c.title, c.certain, c.because
FROM (
  SELECT period, year, form, mark FROM claim WHERE period IN (
    SELECT p.period FROM (SELECT DISTINCT year, period FROM submission) p WHERE NOT EXISTS (SELECT 1 FROM doubled d WHERE d.period = p.period)
  ) GROUP BY period, year, form, mark HAVING MIN(uscc) <> MAX(uscc)
) k
JOIN claim c ON c.period = k.period AND c.year = k.year AND c.form = k.form AND c.mark = k.mark
JOIN submission s ON s.digest = c.digest
WHERE s.digest NOT IN ` + replacedOnes + ` AND EXISTS (
  SELECT 1 FROM claim x JOIN submission y ON y.digest = x.digest
  WHERE x.period = c.period AND x.year = c.year AND x.form = c.form AND x.mark = c.mark AND x.uscc <> c.uscc AND y.digest NOT IN ` + replacedOnes + `
)`,
	`CREATE VIEW "intra_group" AS
SELECT f.year, f.period, f.uscc AS from_uscc, f.name AS from_name, p.counterparty AS to_uscc, t.name AS to_name, p.lines, p.expensed + p.capitalised AS amount
FROM paid p
JOIN current_submission f ON f.digest = p.digest
JOIN current_submission t ON t.uscc = p.counterparty AND t.period = f.period AND t.uscc <> f.uscc`,
	`CREATE VIEW "group_total" AS
SELECT g.year, g.period, g.root, COUNT(*) AS members, SUM(g.rd_expensed + g.rd_capitalised) AS rd, SUM(g.addback) AS addback, SUM(g.assessed) AS assessed
FROM (
  SELECT c.*, CASE WHEN r.parent <> '' THEN r.parent WHEN c.parent <> '' THEN c.parent ELSE c.uscc END AS root
  FROM current_submission c LEFT JOIN roster r ON r.uscc = c.uscc
) g GROUP BY g.year, g.period, g.root`,
	// The year is asked of the submission: a line need not be read to know whether it is meant.
	`CREATE VIEW "five_years" AS
SELECT l.uscc, c.name, l.line, l.title, c.year, l.self, l.confirmed, l.value
FROM submission c JOIN line l ON l.digest = c.digest
WHERE c.digest NOT IN ` + replacedOnes + ` AND c.period = CAST(c.year AS VARCHAR) AND c.year > (SELECT MAX(p.year) FROM pack p) - 5`,
}

// replacedOnes are the submissions that do not count. Only where an enterprise handed in more than once for a period is it asked which.
var replacedOnes = `(
  SELECT s.digest FROM (SELECT uscc, year, period FROM submission GROUP BY uscc, year, period HAVING COUNT(*) > 1) g
  JOIN submission s ON s.uscc = g.uscc AND s.year = g.year AND s.period = g.period
  WHERE EXISTS (` + better + `)
)`

// better asks for a submission that counts before the row s of submission.
var better = `
  SELECT 1 FROM submission o
  WHERE o.uscc = s.uscc AND o.year = s.year AND o.period = s.period AND o.digest <> s.digest AND (
    (` + replaced("s") + ` AND NOT ` + replaced("o") + `) OR (
      (` + replaced("s") + ` OR NOT ` + replaced("o") + `) AND (
        LENGTH(o.serial) > LENGTH(s.serial) OR (LENGTH(o.serial) = LENGTH(s.serial) AND (
          o.serial > s.serial OR (o.serial = s.serial AND (
            o.sealed_text > s.sealed_text OR (o.sealed_text = s.sealed_text AND o.digest < s.digest))))))))
`

// replaced asks of a row of submission whether another takes its place.
func replaced(of string) string {
	return "EXISTS (SELECT 1 FROM submission r WHERE r.replaces_manifest = " + of + ".manifest AND r.replaces_manifest <> r.manifest)"
}
