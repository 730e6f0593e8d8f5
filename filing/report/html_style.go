package report

// style is all the page looks like: dark on white, on paper as on the screen, no colour that a word does not say as well.
const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1f2937;font:15px/1.65 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","WenQuanYi Micro Hei","Segoe UI",Arial,sans-serif}
main{max-width:900px;margin:0 auto;padding:24px 28px 60px}
header{margin-bottom:18px}
h1{font-size:26px;text-align:center;margin:4px 0 18px;letter-spacing:1px}
h2{font-size:18px;margin:30px 0 10px;padding-bottom:5px;border-bottom:2px solid #1f4e86;break-after:avoid}
h3{font-size:15px;margin:20px 0 6px;break-after:avoid}
p{margin:7px 0}
.unit{text-align:center;font-size:17px;margin:10px 0 0}
.mark{border:2px solid #b42318;color:#b42318;font-weight:700;text-align:center;padding:5px 10px;margin:0 0 6px}
.watermark{position:fixed;top:38%;left:0;right:0;text-align:center;font-size:150px;font-weight:700;color:#b42318;opacity:.06;transform:rotate(-24deg);pointer-events:none;z-index:0}
:lang(en) .watermark{font-size:84px}
.note{color:#4b5563;font-size:13px}
.tiles{display:flex;flex-wrap:wrap;gap:10px;margin:14px 0}
.tile{flex:1 1 120px;border:1px solid #9ca3af;border-top:4px solid #1f4e86;padding:9px 12px;break-inside:avoid}
.tile b{display:block;font-size:25px;line-height:1.25;font-variant-numeric:tabular-nums;white-space:nowrap}
.tile span{display:block;color:#4b5563;font-size:13px}
table{border-collapse:collapse;width:100%;margin:10px 0 14px;font-size:13.5px;font-variant-numeric:tabular-nums}
th,td{border:1px solid #9ca3af;padding:5px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{background:#eef2f6;vertical-align:middle;overflow-wrap:normal;word-break:keep-all}
thead{display:table-header-group}
tr{break-inside:avoid}
th.num,td.num{text-align:right;white-space:nowrap;overflow-wrap:normal}
th.tight,td.tight{white-space:nowrap;width:1%}
table.keep{break-inside:avoid}
tr.total td{background:#f5f7fa;font-weight:700}
.card th{background:#eef2f6;white-space:nowrap;width:1%}
.tag{display:inline-block;border:1px solid;padding:0 6px;font-size:12.5px;font-weight:700;white-space:nowrap}
.good{color:#1b6e3c;background:#e8f5ec}
.warn{color:#7a4d00;background:#fff6df}
.bad{color:#b42318;background:#fdecea}
.charts{display:flex;flex-wrap:wrap;gap:14px}
figure{margin:10px 0;flex:1 1 300px;break-inside:avoid}
figcaption{font-weight:700;font-size:13.5px;margin-bottom:4px}
svg{display:block;width:100%;height:auto}
.sign{margin-top:34px;border:1px solid #6b7280;padding:16px 20px;break-inside:avoid}
.sign .row{display:flex;gap:24px;margin:16px 0}
.sign .row div{flex:1;border-bottom:1px solid #6b7280;padding-bottom:3px;min-height:30px}
.seal{text-align:right;color:#4b5563;min-height:90px;padding-top:8px}
.annex{break-before:page}
dl{margin:6px 0 16px;font-size:13px}
dl div{display:flex;gap:12px;border-top:1px solid #d1d5db;padding:3px 0}
dt{flex:0 0 90px;font-weight:700}
dd{margin:0;flex:1;overflow-wrap:anywhere}
@page{size:A4;margin:15mm 14mm 16mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt;color:#4b5563}}
@media print{
body{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:none;padding:0 1px}
th,td{padding:3px 6px}
h1{font-size:18pt}h2{font-size:13pt;margin-top:18pt}h3{font-size:11pt}
table{font-size:9.5pt}dl{font-size:9pt}.tile b{font-size:16pt}.note,.tile span{font-size:9pt}
}
`
