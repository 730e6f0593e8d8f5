package text

// Sentences of the submission file as an archive: each names what is wrong with it.
var (
	FilingArchiveTooLarge   = Pair{"报送文件超过 4 GB，装不下 %s：请不要附带佐证文件", "the submission grows above 4 GB with %s: leave the evidence files out"}
	FilingArchiveNotOne     = Pair{"这不是报送文件（ZIP 结尾不完整，或超过 4 GB）", "this is no submission file (the end of a ZIP is missing, or it is above 4 GB)"}
	FilingArchiveEnd        = Pair{"报送文件的目录被改动过：结尾、注释或条目数与内容不符", "the directory of the submission was changed: its end, comment or count does not fit"}
	FilingArchiveGap        = Pair{"报送文件里有多余的字节：条目之间或开头被插入了内容", "the submission holds stray bytes: something was put between its entries or before them"}
	FilingArchiveHeader     = Pair{"报送文件里 %s 的文件头被改动过", "the header of %s in the submission was changed"}
	FilingArchiveName       = Pair{"报送文件里有不该有的文件名 「%s」", "the submission holds an entry with a name it cannot have: \"%s\""}
	FilingArchiveTwice      = Pair{"报送文件里 %s 出现了两次", "%s stands in the submission twice"}
	FilingArchiveBroken     = Pair{"报送文件里 %s 的内容被改动过或已损坏", "the content of %s in the submission was changed or is damaged"}
	FilingArchiveMany       = Pair{"报送文件里的条目超过上限 %d 个", "the submission has more than %d entries"}
	FilingArchiveTotal      = Pair{"报送文件展开后超过上限 %d GB", "the submission unpacks to more than %d GB"}
	FilingArchiveRatio      = Pair{"报送文件里 %[1]s 的压缩比超过 %[2]d，像是压缩炸弹，已拒绝", "%[1]s in the submission is packed more than %[2]d to 1, like a bomb; refused"}
	FilingArchiveEntryLarge = Pair{"报送文件里 %[1]s 超过上限 %[2]d KB", "%[1]s in the submission is above its limit of %[2]d KB"}
)
