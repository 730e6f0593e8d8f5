package scoring

import "strings"

// cities are the other leagues and cities of the region, as authorities write them. A city-level award, platform or
// project granted by one of them is not the pack's own city's (Q16). An authority that names no city is taken at its word.
var cities = [...]string{
	"呼和浩特", "包头", "乌海", "赤峰", "通辽", "鄂尔多斯", "呼伦贝尔", "巴彦淖尔", "乌兰察布", "兴安盟", "锡林郭勒盟", "阿拉善盟",
}

// namesCity reports whether an authority names one of the region's cities.
func namesCity(authority string) bool {
	for _, c := range cities {
		if strings.Contains(authority, c) {
			return true
		}
	}
	return false
}
