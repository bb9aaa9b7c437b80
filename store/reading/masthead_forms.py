"""The written forms of a masthead's fields, as tables."""

from __future__ import annotations

import re

_NUMERAL = "一二三四五六七八九十百零〇"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = rf"(?:\d{{1,2}}\s*(?:{MONTHS})\s*\d{{4}}|\d{{4}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日)"
_HAN_DATE = r"[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
ENGLISH_LANGUAGES = "Arabic|Chinese|English|French|Russian|Spanish"
_ORGANS = "大会|大會|安全理事会|安全理事會|经济及社会理事会|經濟及社會理事會|人权理事会|托管理事会|国际法院|秘书处"
_ENGLISH_ORGANS = "General Assembly|Security Council|Economic and Social Council|Human Rights Council"
_UNITED_NATIONS = "联合国|聯合國|United Nations"
_SESSION = (
    rf"第[{_NUMERAL}\d\s]+[届屆](?:紧急|特别|常|緊急|特別)*(?:会议|會議|会|會)"
    rf"(?:第?[{_NUMERAL}\d]+期?会议)?(?:续会)?"
    rf"|^(?:\d{{4}}|[{_NUMERAL}○]{{4}})\s?年(?:度)?(?:实质性|實質性|组织|組織|常务|管理)*(?:会议|會議|届会|屆會)$"
)
_DRAFT = (
    r"(?:(?:订正|修订|修正|经口头订正的)?(?:决议|决定|決議)(?:修订|订正|修正)?草案(?:(?:订正|修订)[稿本])?"
    r"|(?:决议|決議)草案|工作文件|会议室文件)"
)

# One line may hold several fields ("第八十届会议 第三委员会"); each form takes what it can from what is left.
FIELDS = tuple(
    (name, re.compile(form, re.IGNORECASE))
    for name, form in (
        (
            "distribution",
            rf"Distr\.?\s*[:：]?(?:\s*[A-Za-z]+)?(?:\s*{_DATE})?|(?:普遍|有限|限制|一般)分发"
            r"|^(?:GENERAL|LIMITED|RESTRICTED|PROVISIONAL|UNRESTRICTED)$",
        ),
        (
            "language",
            r"(?:Chinese\s+)?(?:Original|原文|原语文|原件)\s*[:：]\s*[A-Za-z\u4e00-\u9fff/、]+(?:\s(?:and|AND)\s[A-Za-z]+)?"
            rf"|(?<![A-Za-z])Chinese(?:\sonly)?(?![A-Za-z])|^中文$|^(?:{ENGLISH_LANGUAGES})(?:/(?:{ENGLISH_LANGUAGES}))*/?$",
        ),
        (
            "session_dates",
            r"^[（(]\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日?.{0,30}[)）]$"
            r"|^\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日?\s?(?:和|、|[-–—])\s?\d{1,2}\s?日"
            r"|^\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日?\s?至.*?(?=\s*(?:临时|暂定|臨時|暫定)?(?:议程|議程)[*∗＊]{0,3}\s*(?:项目|項目)|$)",
        ),
        (
            "adoption",
            r"^[\[［〔【].*(?:通过|通過).*[\]］〕】]$|^\[(?:on the report|without reference).*|^RESOLUTIONS? ADOPTED.*"
            r"|^(?:联合国)?大会.{6,40}第.{2,16}[号號]决议(?:通过|附件).{0,40}$|^生效\s?[:：].{4,60}$"
            r"|^[（(]据.{2,40}所?(?:通过|通過)之?(?:决议|決議)案?[)）]$"
            r"|^[\[［〔(（]?\s*(?:根据|根據).*(?:通过|通過)\s*[\]］〕)）]?$|^[\[［〔](?:根据|根據).*$|^.*(?:通过|通過)\s?[\]］〕]$"
            rf"|^(?:{_ORGANS})(?:\d{{4}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日)?(?:通过的)?(?:决议|決議|决定|決定)$"
            rf"|^[\u3400-\u9fff《》]{{2,40}}(?:大会|会议|理事会|委员会)(?:\s?{_DATE}\s?)?通过的(?:决议|决定)$"
            rf"|^(?:{_ORGANS})\s?(?:{_DATE}|{_HAN_DATE})\s?第.{{1,12}}次(?:全体|全體)?(?:会议|會議)(?:一致)?(?:通过|通過)$"
            r"|^\d{4}\s?年.*(?:会议通过|会议決議通過|通过的?(?:决议|决定)|(?:大会|大會|理事会|委员会|会议)(?:决议|决定|決議))$",
        ),
        (
            "agenda",
            r"(?:暂定|临时|初步|暫定|臨時)?(?:议程|議程|项目表|項目表)[*∗＊]{0,3}\s*(?:项目|項目)\s*(?:\d+(?:\.\d+)?[A-Z]?|[一二三四五六七八九十]+)"
            r"(?:\s?[(（][a-z0-9一二三四五六]+[)）])*(?:\s?(?:[和、至]|[-–])\s?(?:\d+(?:\s?[(（][a-z0-9]+[)）])*|[(（][a-z0-9]+[)）]))*",
        ),
        ("agenda", r"^Agenda items? \d{1,3}(?:\s?\([a-z]+\))*$"),
        ("session", _SESSION),
        ("session", r"^[A-Z][a-z]+(?:-[a-z]+)? (?:(?:emergency )?special )?session$"),
        (
            "meeting",
            rf"^第\s?[{_NUMERAL}\d]+\s?次(?:全体|公开|非公开|闭门)?(?:会议|會議)(?:[（(]第[一二]部分[)）])?$"
            r"|^.{6,40}(?:时|時|分|午)(?:在.{2,20})?(?:举行|舉行)$|^(?:纽约|日内瓦|维也纳|内罗毕|海牙)(?:总部)?$"
            r"|^(?:联合国\s*[•·‧・.]?\s*)?[\d〇○零一二三四五六七八九]{4}\s?年\s?[，,]\s?(?:纽约|日内瓦|维也纳|内罗毕)$"
            r"|^(?:联合国\s*[•·‧・.]?\s*)?(?:纽约|日内瓦|维也纳|内罗毕)[，,]\s?\d{4}\s?年$"
            r"|^在.{2,20}(?:举行|舉行)$|^\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?星期.[，,\s]?[上下中]午\s?\d{1,2}\s?[时時]"
            r"(?:\s?\d{1,2}\s?分)?$",
        ),
        ("year", rf"^第[{_NUMERAL}]+年$"),
        ("president", r"^(?:代理?|副)?主席[:：]\s*.{2,40}$"),
        ("rapporteur", r"^(?:副?主席兼|特别|共同)?(?:报告员|報告員)[:：]\s*.{2,60}$"),
        (
            "series",
            r"^(?:大会|大會|安全理事会|安全理事會|经济及社会理事会|理事会)?\s?正式(?:记录|記錄)"
            rf"(?:[，,]?\s?第[{_NUMERAL}\d]+[届屆](?:特别)?(?:会议|會議))?(?:[，,]?\s?(?:补编|補編)第\s?\d{{1,3}}\s?[号號][A-Z]?)?"
            r"(?:\s?[（(][A-Z]/[A-Za-z0-9./()-]{1,30}[)）])?$"
            r"|^\d{4}年，(?:补编|補編)第\s?\d{1,3}\s?[号號]$|^(?:补编|補編)第\s?\d{1,3}\s?[号號][A-Z]?(?:\s?[（(][A-Z]/[A-Za-z0-9./()-]{1,30}[)）])?$"
            r"|^第[一二三四五六]卷$",
        ),
        ("reference", r"^[（(〔\[][A-Z]{1,8}(?:\(\d{1,3}\))?/[A-Za-z0-9./()-]{1,30}[)）〕\]]$"),
        ("date", rf"^(?:{_DATE}|{_HAN_DATE})$|(?<=\s)\d{{1,2}}\s(?:{MONTHS})\s\d{{4}}$"),
        (
            "organ",
            rf"^(?:{_UNITED_NATIONS})?\s*(?:{_ORGANS}|{_ENGLISH_ORGANS})?(?:\s*(?:{_ORGANS}))?$|^(?:{_UNITED_NATIONS})\s+[A-Z]{{1,6}}$",
        ),
        ("group", r"^[\u4e00-\u9fff]{2,20}(?:工作组|论坛|专门小组)$"),
        ("author", r"^(?:联合检查组|联合国系统联合检查组)$"),
        ("committee", r"^(?:第[一二三四五六]|[\u4e00-\u9fff]{2,24})(?:委员会|委員會)$|^[A-Z][a-z]+ Committee$"),
    )
)
ADOPTED_FROM = re.compile(r"[\[［〔【](?:未[经經]|[经經]|根[据據]|以)")
"""What opens the note in brackets on how a text was adopted."""
BODY = re.compile(
    r"[\u3400-\u9fff《》“”（）()]{2,40}(?:大会|大會|会议|會議|理事会|理事會|委员会|委員會|署|组织|机构|工作组|论坛)"
)
"""The name of a body above its session."""
OF_SESSION = re.compile(
    rf"(?P<body>{BODY.pattern})?\s*(?P<session>{_SESSION.partition('|^')[0]})\s*"
    r"(?:[（(]?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日.{0,24})?"
)
"""A body, its session and when that was held, on one line."""
OF_HEALTH = re.compile(
    rf"(?:第[{_NUMERAL}\d]+[届屆](?:世界卫生大会|世界衛生大會|会议)|执行委员会(?:第[{_NUMERAL}\d]+[届屆]会议)?)?\s*"
    r"(?P<symbol>WHA\d{1,3}\.\d{1,3}|EB\d{1,3}\.R\d{1,3})"
)
"""The symbol of a resolution of the World Health Assembly or its board, beside the session or alone."""
OWN_SYMBOL = re.compile(
    rf"^(?=.{{1,120}}$)(?:(?:{_UNITED_NATIONS})\s*)?(?P<symbol>[A-Z]{{1,8}}(?:-[A-Z0-9]{{1,3}}){{0,2}}(?:\(\d{{1,3}}\))?(?:[/.][A-Za-z0-9][A-Za-z0-9.()-]*)+(?:/[^\s，,、；;。和及至]+)*(?:\s?\((?:\d{{4}}|(?:Vol|Part)\.?\s?[IVX]+)\))?\**)"
    r"(?:\s[A-Z](?:\s?[-–和及至]\s?[A-Z])?)?(?:\s?(?:号?决议|號?決議|号?决定|号?文件))?$"
)
BESIDE_BODY = re.compile(
    rf"(?:{BODY.pattern}|[\u3400-\u9fff]{{2,30}}(?:公约|条约|公約|條約))\s+"
    r"(?P<symbol>[A-Z]{1,8}(?:[/.][A-Za-z0-9][A-Za-z0-9.()-]*)+)"
)
"""The symbol beside the name of the body whose paper it is."""
_OLD_NUMBER = (
    r"(?:\d{1,4}(?:\s?[A-Z])?|[〇○零一二三四五六七八九十百]{1,5})\s?[(（]\s?(?:E?S-)?"
    r"(?:[IVXL]{1,7}|一九[〇○零一二三四五六七八九]{2}|[一二三四五六七八九十]{1,3})\s?[)）](?:\s?[A-Z](?![A-Za-z]))?"
)
NUMBERED = re.compile(
    rf"^(?:[\u3400-\u9fff]{{2,24}}(?:大会|大會|理事会|理事會|委员会|委員會|会议|會議)|大会|大會)?\s?第\s?(?P<number>\d{{1,3}}/(?:CP|CMP|CMA|COP)\.\d{{1,3}}|[\dIVXLES-]+(?:/\d+)?(?:\s?[(（]\s?\d{{4}}\s?[)）])?|{_OLD_NUMBER})\s?[号號]\s?"
    r"(?P<kind>决议|決議|决定|決定)$"
)
BARE_NUMBER = re.compile(r"^(?P<number>(?:\d{2}|\d{4})/\d{1,3})[.．]?$")
HEADED = re.compile(
    rf"^(?:[\u3400-\u9fff]{{0,12}}(?:决议案?|決議案?)\s?)?"
    rf"(?:(?P<number>(?:S-|ES-)?\d{{1,4}}/\d{{1,4}}(?:\s[A-Z])?|(?:BC|RC|SC|MC)-\d{{1,2}}/\d{{1,3}}(?=[:：])|{_OLD_NUMBER})|(?:S-|ES-)?\d{{1,4}}/\s?(?:…+|\.{{2,6}}|_{{2,}}))"
    r"(?:\s?[.．、。:：]\s*|\s+|(?<=[)）]))(?P<title>(?![号號])(?:[\u3400-\u9fff《“〈]|\d{4}(?:[-–—至]\d{4})?\s?(?:年|[两双三四五]年)).*)$"
)
DATED = re.compile(
    r"[\d〇○零一二三四五六七八九]{4}\s?年[\d〇零一二三四五六七八九十\s月]{2,12}日(?:的|之)?(?:决议案?|決議案?|决定|決定)"
)
"""What stands for a title where a resolution has none: "一九五○年六月二十五日決議案"."""
SPONSORED = re.compile(rf"^(?P<sponsors>.*?)\s*[:：]\s*[*∗＊]*\s?(?P<kind>{_DRAFT})[*∗＊]*$")
DRAFT = re.compile(_DRAFT)
NUMBERED_DRAFT = re.compile(rf"(?P<kind>{_DRAFT})(?:[一二三四五六七八九十]{{1,3}}|[A-Z]|\d{{1,2}}|[IVX]{{1,4}})")
COMMITTEE = re.compile(r"第[一二三四五六]委员会|第[一二三四五六]委員會")
RECORD = re.compile(rf"^(?:第[{_NUMERAL}]+年)?(?:{_ORGANS})?(?:临时|臨時)?(?:逐字|简要|簡要|摘要)(?:记录|記錄)\**$")
LETTER = re.compile(r"^.{2,60}(?:给|致).{2,60}的(?:同文)?(?:信|普通照会)(?:\s?[（(][A-Z0-9/.]+[）)])?[*∗＊]*$")
KIND_ALONE = re.compile(r"^(?:决议|決議|决定|決定|秘书长公报|行政指示|情况通报)[*∗＊]*$")
AGENDA_OF_RECORD = re.compile(r"^(?:议程|議程)(?:项目|項目)?$")
MEMBERS = re.compile(r"^(?:成员|成員|出席)[:：]")
OF_RECORD = re.compile(r"^本(?:逐字|简要|簡要)?(?:记录|記錄).{2,}")
"""What the cover of a record says of the record itself."""
AGENDA_OF_SESSION = re.compile(
    rf"^.{{0,20}}(?P<session>第[{_NUMERAL}\d\s]+[届屆次](?:特别|緊急|紧急|特別)*(?:会议|會議))的?(?:临时|暂定|臨時|暫定)?(?:议程|議程)(?:说明)?[*∗＊]*$"
)
PROLOGUE = re.compile(r"序\s?言|弁言")
"""What heads the preamble of a treaty."""
SPEAKER = re.compile(rf"(?:{_ORGANS})")
"""An organ that is named without a comma, as some copies leave it, on a line of its own."""
AGENDA = re.compile(r"^(?:临时|暂定)?(?:议程|議程)$")
AUTHORED = re.compile(
    r"^(?:(?:秘书长|秘書長)(?:按照|根据|依照|依据).{2,40}(?:提交|提出)|秘书长|秘書長|主席|特别报告员|独立专家|工作组|高级专员|行政和预算问题咨询委员会|内部监督事务厅"
    r"|.{2,30}(?:员|组|会|厅|处|署))的?(?:\S{0,4})(?:报告|報告|说明|說明|备忘录)\**$"
    r"|^[\u3400-\u9fff]{2,16}(?:编写|编制|提交|拟订|提出)的.{0,12}(?:文件|说明)\**$"
    r"|^.{0,24}(?:执行秘书|执行主任|总干事|署长|检察官|书记官长|主席团|共同主席|协调员|代表)的(?:报告|说明|备忘录)\**$"
)
ANNOTATED = re.compile(
    r"^(?:附加说明的|带说明的)?(?:临时|暂定|臨時|暫定)(?:议程|議程)(?:及|及其|和)?(?:附加)?(?:说明|說明)[*∗＊]*$"
)
"""The agenda with what is said of its items, which is the title of a document of its own."""
_KINDS = (
    (re.compile(r"(?:决定|決定).{0,2}草案"), "draft decision"),
    (re.compile(r"草案$"), "draft resolution"),
    (re.compile(r"主席的?(?:声明|聲明)$"), "presidential statement"),
    (re.compile(r"(?:报告|報告)\**(?:[，,]\s?\d{4}\s?年.{0,40})?$"), "report"),
    (re.compile(r"(?:说明|說明|备忘录)\**$"), "note"),
    (re.compile(r"(?:的(?:同文)?信|信函|普通照会)\**$"), "letter"),
    (re.compile(r"(?:简要|逐字|临时|簡要)(?:记录|記錄)\**$"), "record"),
    (re.compile(r"(?:公约|条约|议定书|规约|宪章|协定|公約|條約|議定書|規約|憲章|協定)(?:草案)?$"), "convention"),
    (ANNOTATED, "note"),
    (AGENDA, "agenda"),
    (re.compile(r"(?:[会會][议議]|[届屆]|年)(?:临时|暂定|臨時)?(?:议程|議程)[*∗＊]*$"), "agenda"),
)


def kind_named(text: str) -> str | None:
    """The kind of document that a phrase of the masthead names."""
    return next((kind for form, kind in _KINDS if form.search(text)), None)
