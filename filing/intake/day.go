package intake

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"yice/internal/pattern"

	"yice/form"
)

var dateField = form.Field{ID: "date", Kind: form.Date}

var (
	monthDay   = pattern.Of(`^(\d{1,2})[月.\-/](\d{1,2})[日号]?$`)
	monthDay4  = pattern.Of(`^(\d{2})(\d{2})$`)
	shortYear  = pattern.Of(`^(\d{2})[.\-/年](\d{1,2})[.\-/月](\d{1,2})日?$`)
	serialText = pattern.Of(`^\d{5}(\.\d+)?$`)
	yearText   = pattern.Of(`(?:^|[^\d])((?:19|20)\d{2})(?:\s*年|\.\d{1,2}|-\d{1,2}|/\d{1,2}|\d{2}期|期|会计年度|$|[^\d])`)
)

// readDay gives a date as 2006-01-02. year is that of the table's title, 0 where none is stated: a date without a year is
// then not one.
func readDay(cell string, year int) (string, bool) {
	s := strings.TrimSpace(fold(cell))
	if s == "" {
		return "", false
	}
	if v, err := dateField.Parse(s, form.NoUnit); err == nil && !v.Empty() {
		return v.Str(), true
	}
	if serialText.MatchString(s) {
		return serialDay(s)
	}
	if m := shortYear.FindStringSubmatch(s); m != nil && year != 0 && year%100 == atoi(m[1]) {
		return dayOf(year, m[2], m[3])
	}
	if year == 0 {
		return "", false
	}
	m := monthDay.FindStringSubmatch(s)
	if m == nil {
		m = monthDay4.FindStringSubmatch(s)
	}
	if m == nil {
		return "", false
	}
	return dayOf(year, m[1], m[2])
}

// withoutYear reports a date that is one but for its year.
func withoutYear(cell string) bool {
	s := strings.TrimSpace(fold(cell))
	return monthDay.MatchString(s) || monthDay4.MatchString(s)
}

func dayOf(year int, month, day string) (string, bool) {
	m, err1 := strconv.Atoi(strings.TrimSuffix(fold(month), "月"))
	d, err2 := strconv.Atoi(strings.TrimRight(fold(day), "日号"))
	if err1 != nil || err2 != nil {
		return "", false
	}
	v, err := dateField.Parse(fmt.Sprintf("%04d-%02d-%02d", year, m, d), form.NoUnit)
	return v.Str(), err == nil && !v.Empty()
}

// printedWords are beside dates that say when a table was made, not what it is of.
var printedWords = []string{"打印", "制表", "填报", "填表", "报出", "报送", "导出", "生成", "制单", "审核", "查询日期", "查询时间", "操作"}

// yearIn finds the year a title states: 2023年, 2023.01-2023.12, 会计期间：2023年1月. Two different ones are none.
func yearIn(cell string) int {
	found := 0
	s := fold(cell)
	if hasAny(s, printedWords) {
		return 0 // when it was printed or filled in, which is often the year after
	}
	for _, m := range yearText.FindAllStringSubmatch(s, 8) {
		y, err := strconv.Atoi(m[1])
		if err != nil || found != 0 && y != found {
			return 0
		}
		found = y
	}
	return found
}

// serialDay reads the number a spreadsheet keeps a day as, where it lies between 1990 and 2100.
func serialDay(s string) (string, bool) {
	whole, _, _ := strings.Cut(s, ".")
	n := atoi(whole)
	if n < 32_874 || n > 73_415 {
		return "", false
	}
	return time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC).Format("2006-01-02"), true
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
