"""The words by which UN texts take up what they cite, each with the name of what it does: its treatment.

A table and the expressions made of it. Verbs are those of the preambular and operative paragraphs, as resolutions print
them since 1946 (覆按, 备悉 and 嘉许 are those of the first decades); adverbs before them belong to the
verb as printed (又回顾, 满意地注意到), and change nothing of its treatment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from store.characters import Replacing

PERFORMED: Mapping[str, tuple[str, ...]] = {
    "recall": ("回顾", "忆及", "追忆", "覆按", "复按"),
    "reaffirm": ("重申", "再次确认", "重新确认", "再次申明", "重新肯定"),
    "affirm": ("申明", "声明", "宣布", "宣告", "肯定"),
    "recognize": ("认识到", "承认", "确认", "意识到", "深信", "确信", "相信", "坚信", "认为"),
    "mindful": ("铭记", "念及", "牢记", "考虑到", "顾及", "有鉴于", "鉴于", "念念不忘"),
    "welcome": ("欢迎", "欣见", "喜见", "欣悉", "欣然注意到", "欣慰"),
    "note": ("注意到", "知悉", "得悉", "获悉", "备悉", "察悉", "鉴悉", "阅悉"),
    "attention": ("提请",),
    "emphasize": ("强调", "着重指出", "着重", "突出强调", "指出"),
    "appreciate": ("赞赏", "赞扬", "赞许", "称赞", "嘉许", "感谢", "感激", "谢意", "致谢"),
    "request": ("请求", "要求", "邀请", "请", "责成", "指示", "授权", "委托"),
    "urge": ("敦促", "促请", "力促", "促"),
    "call": ("呼吁", "吁请", "号召"),
    "encourage": ("鼓励",),
    "decide": ("决定", "商定", "决心", "议定"),
    "condemn": ("谴责", "痛斥", "反对"),
    "regret": ("遗憾", "痛惜", "痛心", "惋惜"),
    "concern": ("关切", "关注", "震惊", "忧虑", "不安", "惊悉"),
    "expect": ("期待", "期望", "希望"),
}
"""Treatments by words that only the speaker of a text performs, so that they begin a clause of their own wherever
they follow a comma."""

DONE: Mapping[str, tuple[str, ...]] = {
    "endorse": ("核可", "认可", "核准", "批准", "赞同", "同意"),
    "adopt": ("通过", "采纳"),
    "support": ("支持",),
    "recommend": ("建议",),
    "consider": ("审议", "听取", "收到", "审查", "参照"),
    "extend": ("延长", "延续"),
    "amend": ("修正", "修订"),
    "repeal": ("废除", "撤销", "取代", "终止", "中止", "暂停"),
    "refer": ("提及", "述及", "援引", "引述", "参考"),
    "implement": ("执行", "落实", "实施", "响应", "履行"),
    "accord": ("依照", "根据", "按照", "遵照", "遵循", "依据", "依循", "秉承", "基于", "符合", "遵守"),
    "breach": ("违反", "违背"),
}
"""Treatments by words that others do as well, or that stand before a noun: they begin a paragraph, or follow 又 or 还;
after a comma alone they are part of what is asked for."""

SEE = "see"
"""见, 参看: a note, or words in brackets, that send the reader there."""
RECOUNT = "recount"
"""在第72/195号决议中促请: what the cited text itself does is told."""

TREATMENTS = (*PERFORMED, *DONE, SEE, RECOUNT)
"""All treatments, in the order in which they are listed."""

_ADVERBS = (
    "又|还|也|并且|并|而且|且|再次|再度|一再|再|重新|进一步|更|深为|深深|深切|深感|感到|深|极为|极其|十分|非常|高度|最?强烈地?"
    "|最为|严重|严正|严厉|特别|尤其|满意地|赞赏地|感兴趣地|饶有兴趣地|关切地|遗憾地|欣慰地|感激地|沉痛地|高兴地|赞许地|谨|兹|特此"
    "|同时|仍然|仍|继续|坚决|断然|毫不含糊地|明确|郑重地?|庄严|紧急|热烈|由衷|诚挚|衷心|表示|对此|为此|因此|在此|此外|最后|同样|注意到并"
)
_COORDINATES = ("又", "还", "也", "并", "再", "进一步", "同时", "此外", "最后")
"""Adverbs by which a further verb joins the first."""

_GUARDS = {
    "请": r"(?<![申聘宴约])请(?![求愿教柬])",
    "促": r"促(?![进使成销膳])",
    "要求": r"(?<![的项些])要求",
    "决定": r"(?<![号的该项一此各和及、与])(?<!号\s)决定(?!性)",
    "建议": r"(?<![的项些条])建议",
    "支持": r"(?<![的])支持",
    "关切": r"(?<![的人])关切",
    "关注": r"(?<![的人])关注",
    "执行": r"(?<![的])执行(?!主任|部分|局|秘书|委员会|机构|人)",
    "通过": r"通过了?",
    "审议": r"(?<![的])审议了?(?!大会|机制|组|周期)",
    "听取": r"听取了?",
    "收到": r"收到了?",
    "指出": r"(?:着重)?指出了?",
    "授权": r"(?<![的])授权",
    "同意": r"(?<![的])同意",
    "决心": r"(?<![的])决心",
    "肯定": r"(?<![的])肯定",
    "希望": r"(?<![的])希望",
    "期望": r"(?<![的])期望",
    "批准": r"(?<![的])批准",
    "修正": r"(?<![的])修正(?!案|稿|文)",
    "修订": r"(?<![的])修订(?!草案|稿|版|本|案)",
    "参考": r"(?<![供作为的])参考(?!资料|文件|消长)",
    "认为": r"(?<![被])认为",
}
"""Words that mean something else beside these characters: 申请, 促进, 第4/4号决定, 执行主任."""

_PAIRS = (
    "顧顾憶忆認认確确識识銘铭記记慮虑歡欢見见號号調调著着謝谢贊赞讚赞賞赏揚扬稱称請请責责權权託托囑嘱籲吁勵励決决議议譴谴對对關关憂忧驚惊參参審审聽听長长續续廢废銷销執执實实應应據据鑒鉴鑑鉴於于與与並并還还"
    "進进為为極极強强嚴严滿满遺遗謹谨茲兹時时繼继斷断鄭郑莊庄緊紧熱热誠诚懷怀聲声這这項项獲获採采響响終终內内裏里裡里祕秘會会國国書书興兴違违備备閱阅許许復复訂订"
)
"""Characters of these words, each before the simplified one that stands for it, so that offsets stay true."""


simplify = Replacing(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))
"""Makes of a folded text one in which the words of the tables are found in either script; positions stay true."""


@cache
def treatment_of(word: str) -> str:
    """The treatment of a verb as these expressions find it.

    Raises:
        KeyError: it is none of the tables.
    """
    return _by_word()[word.removesuffix("了") if word not in _by_word() else word]


def coordinates(adverbs: str) -> bool:
    """Whether the adverbs join a further verb to the one before: 又, 还, 并."""
    return adverbs.startswith(_COORDINATES)


def is_performed(treatment: str) -> bool:
    """Whether only the speaker of a text does that."""
    return treatment in PERFORMED


@cache
def clauses() -> re.Pattern[str]:
    """Finds what stands before a clause: the end of a sentence, or only a comma or the like."""
    return re.compile(r"[。\n,;:][\s”\"’]{0,4}")


@cache
def verb_here() -> re.Pattern[str]:
    """A verb with its adverbs, where a clause begins."""
    return re.compile(rf"(?P<adverbs>(?:(?:{_ADVERBS})\s?){{0,4}})(?P<verb>{_words()})")


@cache
def first_characters() -> frozenset[str]:
    """With which verbs and adverbs begin: most clauses begin with none of them, which is quickly seen."""
    spoken = (word for word in re.split(r"[|?]", _ADVERBS) if word)
    return frozenset(word[0] for word in (*_by_word(), *spoken))


@cache
def subject() -> re.Pattern[str]:
    """Who performs the verb of a sentence, where that is said before it."""
    actors = "大会|理事会|委员会|会议|安理会|缔约方|秘书长|主席|会员国|缔约国|各国"
    return re.compile(rf"[^,。;:\n\s]{{0,20}}?(?:{actors})\s{{0,2}}")


@cache
def verbs() -> re.Pattern[str]:
    """Finds verbs anywhere, without their adverbs."""
    return re.compile(_words())


@cache
def adverbs() -> re.Pattern[str]:
    """The adverbs with which a text ends."""
    return re.compile(rf"(?:(?:{_ADVERBS})\s?){{1,4}}$")


@cache
def sight() -> re.Pattern[str]:
    """Finds 见 where it begins a note or a bracket."""
    return re.compile(r"(?:^|[(,;。])\s{0,2}(?P<verb>(?:另|并|又|参|详|亦|也)?(?:请?参)?(?:见|看|阅))(?!到|于是|解|证)")


@cache
def _by_word() -> Mapping[str, str]:
    return {word: name for table in (PERFORMED, DONE) for name, words in table.items() for word in words}


@cache
def _words() -> str:
    """An expression of all verbs, the longest first; that one of their first characters stands there is tested first,
    for speed."""
    words = sorted(_by_word(), key=len, reverse=True)
    first = "".join(sorted({word[0] for word in words}))
    return f"(?=[{first}])(?:{'|'.join(_GUARDS.get(word, word) for word in words)})"
