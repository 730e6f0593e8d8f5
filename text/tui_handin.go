package text

// What stands between the desk and handing in.
var (
	TuiHand            = Pair{"离报送还差 %d 件", "Before handing in: %d"}
	TuiHandNothing     = Pair{"可以报送了", "Ready to hand in"}
	TuiHandAfter       = Pair{"已封存，接下来", "Sealed; what comes next"}
	TuiHandNoPack      = Pair{"没有可用的政策包，算不出得分", "There is no policy pack, so there is no score"}
	TuiHandQuarter     = Pair{"第 %d 季度快报还没有报：数已到季末", "The return of quarter %d is not made; the figures are there"}
	TuiHandQuarterMade = Pair{"第 %d 季度快报已生成", "The return of quarter %d is made"}
	TuiHandLater       = Pair{"年度报送在年末：数填到 12 月（现在到 %d 月）、签字、封存", "The year is handed in at its end: figures to December (now to month %d), signatures, seal"}
	TuiHandYear        = Pair{"年度指标的数只到 %d 月，报年度要填到 12 月", "The year's figures run to month %d; they have to reach December"}
	TuiHandSign        = Pair{"%[1]d 人没有签字：%[2]s", "not signed by %[1]d: %[2]s"}
	TuiHandReady       = Pair{"都齐了，可以封存报送", "All is in place: seal it and hand it in"}
	TuiHandSealed      = Pair{"本年度已封存", "The year is sealed"}
	TuiHandSealedAs    = Pair{"本年度已封存：%s", "The year is sealed: %s"}
	TuiHandReceipt     = Pair{"收到国资委的回执后，在这里登记", "Take in the regulator's receipt when it comes"}
	TuiHandReceived    = Pair{"国资委的回执已登记", "The regulator's receipt is taken in"}
	TuiHandNext        = Pair{"打开 %d 年度（结转）", "Open %d (carry over)"}
)
