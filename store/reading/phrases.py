"""What the language of UN documents looks like at the seams: ends of sentences, opening verbs, names of parts.

Everything that is Chinese about reading stands here, as tables; another language is another set of tables.
"""

from __future__ import annotations

import re

from store.characters import Replacing

STRONG_ENDS = "。．.！？!?；;：:"
WEAK_ENDS = "，,"
ENDS = STRONG_ENDS + WEAK_ENDS
CLOSING = "，。；：、》）”’」』】〕！？…,.;:)]"
"""Marks with which no text begins."""
_CLOSING = "”’\"'」』）)】〕》〉>*"
_CALLS = re.compile(
    r"(?:\s*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,，、]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*|<sup>[^<]*</sup>|(?:\^|\\textsuperscript)\{[^}]*\}|\^\d+"
    r"|(?<=[。．，,；;：:])\s?\d{1,3}/?|(?<=[。．；;！？][”）)])\s?\d{1,3}|(?<=[。，,；])「|(?<=[。．，,；;：:])\s?[\[［〔(（]\^?\d{1,3}[\]］〕)）]"
    r"|(?<=[\]］〕)）])[\[［〔(（]\^?\d{1,3}[\]］〕)）]|[①-⑳]))+$"
)

# Verbs with which preambular paragraphs open, in resolutions of all organs and decades.
_VERBS = """
回顾 忆及 忆起 追忆 重申 铭记 牢记 记得 认识到 意识到 体认 确认 申明 肯定 断定 断言 承认 公认 注意到 注意 获悉
获知 欣悉 惊悉 表示 强调 着重 指出 欢迎 欣见 欣闻 关切 关注 严重关切 深切关切 深为关切 考虑到 考虑 顾及 计及
虑及 念及 鉴于 有鉴于 深信 坚信 确信 相信 深知 明知 了解 理解 希望 期望 期待 盼望 决心 决意 审议了 审议 审查了
审查 研究了 听取了 听取 收到 接获 接到 讨论了 赞赏 赞扬 赞同 赞许 称赞 嘉许 感谢 感激 满意 感到 谴责 痛惜 痛心
哀悼 遗憾 震惊 惊愕 忧虑 担忧 不安 深感 遵循 遵照 依照 依据 根据 按照 本着 秉承 基于 支持 认为 致力 关心 着眼
承诺 宣布 宣告 声明 提及 参照 参考 援引 核可 同意 接受 尊重 珍视 渴望 力求 谋求 察及 察悉 兹 认定 判定 依循
已审议 经审议 经过审议 谨记 切望 热望 庆祝 祝贺 悼念 得悉 据悉 警觉 知悉 知道 洞悉 重视 面对 值此 正值 适逢 纪念
担心 愤慨 珍惜 体会 提醒
检讨 同情 声援 悲痛 寻求 秉持 坚持 认识 鉴悉 忆 深恐 深惧 深虑 重议 笃信 缅怀 亟欲 深悉 查悉 体念 忆记 察觉 想到
申述 敬悉 覆按 备悉 复按
""".split()
# Verbs with which operative paragraphs open and preambular ones do not.
_DECISIONS = """
决定 请 吁请 促请 敦促 呼吁 要求 建议 授权 邀请 鼓励 核准 批准 通过 任命 设立 宣告 郑重 责成 指示 责令 号召 提请
核可 赞同 谴责 宣布 申明 重申 欢迎 表示 强调 断定 同意 接受 确认 吁 特 兹 爰
""".split()
_SURE_DECISIONS = """
决定 请 吁请 促请 敦促 呼吁 要求 建议 授权 邀请 鼓励 核准 任命 设立 郑重 责成 指示 责令 号召 提请
""".split()
# Of these, the ones that just as often open a clause inside a sentence.
_CLAUSE_VERBS = """
庆祝 祝贺 重视 面对 寻求 坚持 秉持 知道 担心 同情 声援 纪念 提醒 珍惜 支持 根据 依照 按照 遵照 遵循 依据 基于 本着
秉承 考虑 关注 关切 提及 参照 参考 援引 同意 接受 尊重 致力 收到
接到 听取 希望 期待 期望 力求 谋求 感到 感谢 决心 宣布 宣告 声明 承诺 渴望 认为 指出 着重 注意 理解 了解 强调
承认 相信 着眼 关心 表示
""".split()
_ADVERBS = """
又 复 还 再次 再度 再 也 亦 并 并且 且 特别 尤其 深为 深切 深表 深 极为 极其 严重 十分 非常 高度 充分 完全 坚决
业已 业经 进而 一再 重新 依然 仍感 极表 至为 甚为 断然 真诚 殷切 热切 迫切 衷心 深刻 明确 续行 坚定 强烈 最 仍 仍然
一贯 继续 进一步 就此 为此 因此 同样 同时 此外 此外还 在这方面 在此方面 在这一方面 关切地
赞赏地 满意地 遗憾地 感谢地 欣慰地 沮丧地 震惊地 不安地 忧虑地 深切关切地 严重关切地 深为关切地 极为关切地
深表遗憾地 十分关切地
""".split()


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_TURN = r"(?:PP\s?\d{1,2}(?:\s?(?:bis|ter|alt))?[.．:：]?\s*)?"
"""The turn of a preambular paragraph as drafts under negotiation print it: PP3."""
OPENING = re.compile(
    rf"(?:{_TURN}(?:(?:{_alternatives(_ADVERBS)}|[\u3400-\u9fff]{{2,5}}地)\s?){{0,3}}(?:{_alternatives(_VERBS)})"
    r"|(?:又|还|也|并)?对[^，。；：]{1,18}(?:表示|感到|深感|深表|深为|极为)(?:关切|震惊|不安|遗憾|感谢|满意|欣慰|赞赏|忧虑|愤慨|痛惜))"
)
_DECISION = re.compile(
    rf"(?:(?:又|还|再|也|并|并且|因此|为此)\s?)?(?:{_alternatives(_SURE_DECISIONS)})"
    r"|(?:爰|兹|特)?(?:决议|议决)[：:]"
    rf"|(?:为此)?(?:兹|爰|特)\s?(?:特|此|郑重|谨)?\s?(?:{_alternatives(_DECISIONS)})"
)
_OPENING_CLAUSE = re.compile(
    rf"(?:{_alternatives(_CLAUSE_VERBS)})(?!到|了|指出)(?<!表示)"
    r"|(?:又|还|也|并)?对|表示(?!注意到|(?:深为|严重|极为|深切|高度)?(?:关切|赞赏|感谢|遗憾|欢迎|满意|震惊|欣慰))"
)
OPENING_AFTER_AND = re.compile(rf"(?:并且?|且)\s?(?:{_alternatives(_VERBS)})")

THEREFORE = re.compile(r"(?:因此|为此|為此|爰)[，,]\s?")
# The organ that speaks, alone on its line before a comma.
CHAPEAU = re.compile(
    rf"(?:{THEREFORE.pattern})?"
    r"[《“]?[\u3400-\u9fff《》“”（）()·、\s]{0,60}"
    r"(?:大会|大會|理事会|理事會|委员会|委員會|会议|會議|缔约方|缔约国|缔约各国|締約各國|小组|机构|总会|法院|联盟|执行局|管理局|筹备委员会)[”》]?\s?[，,]"
)
INTRODUCTION = re.compile(
    r".*(?:建[议議]|提[议議]|[决決]定|[谨謹]此?|提[请請]|[请請]).*(?:通[过過]|[审審][议議]|核准|[采採][纳納]).*"
    r"(?:[决決][议議]|[决決]定|宣言|草案).*[：:。]$"
)
UNNUMBERED_HEADINGS = re.compile(
    r"(?:内容)?(?:摘要|提要|概要)|说明|目录|目次|导言|引言|前言|序言|弁言|背景(?:资料)?|评注|評註|概述|概况|文件|评论|意见|结语|结束语"
    r"|后续行动|今后方向|前进方向|前进的道路|缩略语|简称|术语表|参考文献|致谢|结论|建议(?:\s?\d{1,2})?|结论和建议|附件(?:[一二三四五六七八九十]+|\s?[IVX\d]+)?|附录.{0,6}"
)

TITLE_OF_TARGETS = re.compile(r"(?:可持续发展)?(?:目标|目標)\s?\d{1,2}\s?[.．:：]\s?[^。；：]{2,60}")
"""The title of a goal, above its targets."""
RULE = re.compile(
    r"(?:规则|規則|原则|原則|准则|準則|结论|結論|(?:条款|准则|原则|结论)草案|标准|(?:长期|行动|具体)?目标|优先事项|行动领域)\s?(?:[\d一二三四五六七八九十]{1,3}|[A-Z])"
)
"""The number of a rule, principle or target, alone on its line."""

_NUMERALS = "〇○零一二三四五六七八九十百千\\d"
_DAY_FORM = rf"[{_NUMERALS}]{{4}}\s?年\s?[{_NUMERALS}]{{1,3}}\s?月\s?[{_NUMERALS}]{{1,3}}\s?日"
_MEETING_FORM = (
    rf"第\s?[{_NUMERALS}]{{1,6}}\s?次(?:全体|全體|正式|特别)?(?:会议|會議|会|會)(?:\s?[（(](?:续会?|續會?)[）)])?"
)
_DAY = re.compile(rf"{_DAY_FORM}[，,]?")
_MEETING = re.compile(rf"{_MEETING_FORM}[。.]?")
_DECIDES = re.compile(
    rf"[在于於]?(?:{_DAY_FORM})?[，,]?(?:{_MEETING_FORM}上?)?[，,]?(?P<organ>大会|大會|[\u3400-\u9fff]{{0,12}}(?:理事会|理事會|委员会|委員會))(?:于|於|在)?\s?(?:{_DAY_FORM}|{_MEETING_FORM})"
    rf"|(?:在|于|於)?\s?{_DAY_FORM}[，,]?\s?(?:的)?{_MEETING_FORM}上[，,]\s?(?P<speaker>大会|大會|[\u3400-\u9fff]{{0,12}}(?:理事会|理事會|委员会|委員會))(?=[：:，,决])"
    r"|(?P<decider>大会|大會|[\u3400-\u9fff]{0,12}(?:理事会|理事會|委员会|委員會|缔约方会议|缔约国会议|缔约国大会|执行局))(?:兹|茲|特此?)?(?:决定|決定)(?!草案)"
)
_ADOPTION = re.compile(
    rf"{_DAY_FORM}[，,]?\s?(?:[\u3400-\u9fff]{{0,10}}(?:大会|大會|理事会|理事會|委员会|委員會)(?:第)?)?(?:{_MEETING_FORM})?(?:(?:以.{{0,30}})?通过|通過)?[。.]?|{_MEETING_FORM}[，,]?\s?(?:{_DAY_FORM})?[。.]?"
    rf"|{_MEETING_FORM}[，,]?\s?(?:以.{{0,60}}|一致)?(?:通过|通過)(?:[，,].{{0,40}})?[。.]?\d{{0,2}}"
    r"|[\[［【(（].{0,40}(?:通过|通過|表决)[。.]?[\]］】)）]"
)


_ANNEX = re.compile(
    r"(?:附件|附錄|附录|附文|增编)\s?(?:[一二三四五六七八九十]{1,3}|[IVX]{1,4}|\d{1,2}|[A-Z])?(?:\s.{0,40})?"
    r"|.{6,90}(?:信|照会|照會|来文|來文)的(?:附件|附文|附录)[一二三四五六七八九十]{0,3}"
    r"|[\[［]附件[一二三四五六七八九十]{0,3}[\]］]"
)
ARTICLE = re.compile(
    r"第\s?[〇一二三四五六七八九十百\d]{1,5}\s?(?:条|條|章|编|編|部分|节|節)(?:\s?之[一二三四五六七八九十])?"
    r"(?:[\s　]+[^，。；]{1,40})?"
)
"""An article, chapter or part that heads what follows, with its title or without."""

_PROCLAIMS = re.compile(r"(?:兹|茲|爰|特)?\s?(?:庄严|莊嚴|郑重|鄭重)?\s?(?:通过|通過|宣布|宣告|颁布|頒佈)")
_AGREES = re.compile(
    r"(?:兹|茲|爰)?(?:同意|议定|議定)(?:下[列述]|以下)?各?(?:条|條)款?(?:如下)?[：:]|(?:兹|茲|现|爰)?(?:已)?(?:达成)?(?:协议|協議|议定|議定|约定|商定|规定)如下[：:]"
)
_ADOPTS = re.compile(r"(?:兹|茲|爰)?(?:通过|通過)[^，。；]{0,60}(?:下列|以下|如下|下述)[^，。；]{0,40}[：:]")
COMMUNICATION = re.compile(
    r"(?:(?:来文)?提交人|据称受害人|據稱受害人|申诉人|请愿人|(?:所涉)?缔约国|来文日期|申诉日期|参考文件|(?:意见|决定)?的?通过日期|事由"
    r"|程序性?问题|实质性?问题|《(?:公约|任择议定书|议定书)》条款)\s?[:：]"
)
"""The names of the fields that head the views of a committee on a communication."""
VOTES = re.compile(r"(?:赞成|贊成|反对|反對|弃权|棄權|未参加表决|未參加表決|缺席)(?:者|国|票)?\s?[:：]")
"""The head of a list of states that voted one way."""
ADOPTED = re.compile(r"[\[［【](?:(?:未)?[经經]|以\s?\d|[无無]?[记記][录錄]|一致)")
"""What opens the note on how a text was adopted: "[经记录表决，以…"."""
CAPTION = re.compile(
    r"(?P<number>(?:表|图|圖|方框|专栏|插文)\s?(?:\d{1,2}(?:[.-]\d{1,2})?|[一二三四五六七八九十]{1,3}))(?:[\s：:.、]\s*[^，。；]{1,60})?"
)
"""What stands above a table, figure or box: its number, with its title or without."""
ORIGINAL = re.compile(
    r"[\[［【(（](?:(?:原件|原文)\s?[：:].{2,16}|\s?[〇○零一二三四五六七八九十\d]{4}\s?年.{2,12}日)[\]］】)）]"
)
"""The language in which an answer or annex was written, or its day, in brackets on a line of its own."""
HEADS_ALONE = re.compile(
    r"(?:附件|附錄|附录|附文)\s?(?:[一二三四五六七八九十]{1,3}|[IVX]{1,4})?|.{8,80}(?:信|照会|照會)的(?:附件|附文|附录)"
    r"|(?:内容)?(?:摘要|提要)|概要|导言|引言|结论和建议"
)
"""What heads a part also where no blank line stands above it."""
LINKED = re.compile(r"[，；,;](?:并且?|且|和|及|以及)$")
"""How a clause ends that the next one, on its own line, is joined to."""
CALL_ALONE = re.compile(r"\d{1,3}")
"""The marker of a note that the end of the line parted from its word."""
COUNTED = (
    "年(?![度龄轻])|月|日(?!内瓦|本|益|常)|时(?![间任])|時(?!間)|个(?![人体别案])|個(?![人體別案])|名(?![为义称])"
    "|国(?![际家内籍民别会])|國(?![際家內籍民別會])|至(?![今关少])|号(?!召)|號(?!召)|卷|届|屆|次(?!区域|级)"
)
"""What a number before it counts or dates: a digit there calls no note, and none begins so."""
CALLED = re.compile(r"[。；，]\s?(?:\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})$")
"""A marker ends the line, below which the paragraph may go on: some programs break lines after each raised sign."""
RAISED_END = re.compile(r"(?<=[\u3400-\u9fff》）)，。；、”])\s?(?:\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})$")
"""What may be a marker ends the line, in the middle of a sentence too."""
GOES_THROUGH = re.compile(r"(?:一致|未经表决|获得)?(?:通过|通過)(?=[，。,.\]］]|$)")
"""The rest of a line that says how a text was adopted."""
# What may stand between a stop and the end of the text: closing signs and the characters of markers.
_MAY_FOLLOW = frozenset(_CLOSING + "0123456789⁰¹²³⁴⁵⁶⁷⁸⁹}「]］/①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
# The verbs stand in the table in simplified characters; texts in traditional ones open with the same verbs.
_TRADITIONAL = (
    "顧憶審議銘記認識體確斷獲驚強調著歡見關嚴慮計鑒於堅瞭決聽討論讚贊揚稱許謝滿譴責遺憾憂擔為聲視別還極進樣時這並據導鄭請籲設號勵權爲茲決業續備復",
    "顾忆审议铭记认识体确断获惊强调着欢见关严虑计鉴于坚了决听讨论赞赞扬称许谢满谴责遗憾忧担为声视别还极进样时这并据导郑请吁设号励权为兹决业续备复",
)
_simplified = Replacing(dict(zip(*_TRADITIONAL, strict=True)))
_SPACED = 24
"""Characters of a heading that the layout may set apart, at most."""
_HEAD = 24
"""Characters that hold the verb with which a paragraph opens."""
_TAIL = 60
"""Characters that may hold the stop of a text and the markers after it."""


def ending(text: str) -> str:
    """The character that closes a text once markers, quotation marks and brackets after it are set aside."""
    tail = text[-_TAIL:].rstrip()
    if tail[-1:] in ENDS or tail[-1:] not in _MAY_FOLLOW:
        return tail[-1:]
    shown = _CALLS.sub("", tail).rstrip()
    while len(shown) > 1 and shown[-1] in _CLOSING and shown[-2] in STRONG_ENDS + _CLOSING:
        shown = shown[:-1].rstrip()
    return shown[-1:]


def opens_preamble(text: str) -> bool:
    """Whether a text begins as preambular paragraphs do."""
    return OPENING.match(_simplified(text[:_HEAD])) is not None


def may_open_a_clause(text: str) -> bool:
    """Whether the verb at the start of a text also opens clauses inside sentences."""
    return _OPENING_CLAUSE.match(_simplified(text[:_HEAD])) is not None


def dates_a_meeting(day: str, meeting: str) -> bool:
    """Whether two lines are the day and the meeting of an adoption, in either order: 2018年12月17日, 第55次全体会议."""
    if len(day) > 24:
        return False
    if _MEETING.fullmatch(day):
        return _DAY.fullmatch(meeting) is not None
    return _DAY.fullmatch(day) is not None and _MEETING.fullmatch(meeting) is not None


def is_adoption(text: str) -> bool:
    """Whether a line only says when and at which meeting a text was adopted."""
    return len(text) < 60 and _ADOPTION.fullmatch(text) is not None


def is_annex(text: str) -> bool:
    """Whether a line heads an annex."""
    if "附" not in text and "增" not in text:
        return False
    return _ANNEX.fullmatch(text) is not None or (len(text) < _SPACED and _ANNEX.fullmatch(_unspaced(text)) is not None)


def is_part(text: str) -> bool:
    """Whether a line is the name of a part that documents have without a number: "摘要", "导  言"."""
    return len(text) < _SPACED and UNNUMBERED_HEADINGS.fullmatch(_unspaced(text)) is not None


def _unspaced(text: str) -> str:
    """A heading whose characters the layout sets apart, without the spaces between them."""
    return re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", text)


def opens_a_clause_of_adoption(text: str) -> bool:
    """Whether a text begins as the last clause of a resolution without numbers does: 通过, 庄严宣布, 决定."""
    return _PROCLAIMS.match(text) is not None or opens_decision(text)


def adopts_what_follows(text: str) -> bool:
    """Whether all that a resolution does is adopt the text below: "通过下列宣言：", which is no longer its own."""
    return _ADOPTS.fullmatch(text) is not None


def agrees_on_what_follows(text: str) -> bool:
    """Whether a text only says that the parties agree: "兹协议如下：", above the articles of a treaty."""
    return _AGREES.fullmatch(text) is not None


def opens_decision(text: str) -> bool:
    """Whether a text begins as operative paragraphs do and preambular ones do not."""
    return _DECISION.match(_simplified(text[:_HEAD])) is not None


def deciding_organ(text: str) -> str | None:
    """The organ whose meeting a text begins with, as decisions do: "大会2018年11月9日第33次全体会议…"."""
    match = _DECIDES.match(text)
    return (match["organ"] or match["speaker"] or match["decider"]) if match else None


def is_chapeau(text: str) -> bool:
    """Whether a text is the line that names the organ that speaks."""
    return len(text) <= 64 and text[-1:] in WEAK_ENDS and CHAPEAU.fullmatch(text) is not None
