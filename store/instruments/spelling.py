"""Names of instruments as they are compared: in one script, without white space, 的 and marks.

`store.numbers.fold` knows the traditional characters around numbers; titles need more of them, and need them one for
one, so that what is found in the folded text stands at the same place in the text as printed.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from store.characters import Replacing
from store.numbers import FOLDED

_TRADITIONAL = (
    "並乾佈併來俁係俬個們傢傭傳傷僱償優儲兒內別剋剝創動務匯協參唸問單噁嚮嚴圍圖團埰堅報夥奪孫學寀實專對層"
    "屬島嶼幹庫廢廣強彆彈彔彙後徑從復惡態慮憲應懞懲戰捲採損擇擴擾敵數時曏朮東枴柺棲業極榦槍標機檯歸殘殺毀"
    "氣氾汎汙沖減準溼滅漁潔濕濛濫瀕災無煙熱營燬爭爾狀獨獲現畢監眾睏矇礎種稱穀穫箇範簡籌籲糰紀納紐級細紹終"
    "結絕絡給統綜維綱網編練繫續罰羅義習職脅脩腦腳臺華菸葯蓋蔘薩處術衕衝補裡製複覈規視計訓記訟設許訴註証試"
    "認誘語調談諾證識譭變貝負財貧貨販貪責買費貿賂賄資賠賣質蹤軍載輕輸轄轉辦農迴逕這週進遊運達違遙遜適遲遺"
    "還釋鈍銷錶長門開間閤陸隊險隸離難電韆項風颱飢飲養餓饑馬騷驗髮魚麵齡"
)
_SIMPLIFIED = (
    "并干布并来俣系私个们家佣传伤雇偿优储儿内别克剥创动务汇协参念问单恶向严围图团采坚报伙夺孙学采实专对层"
    "属岛屿干库废广强别弹录汇后径从复恶态虑宪应蒙惩战卷采损择扩扰敌数时向术东拐拐栖业极干枪标机台归残杀毁"
    "气泛泛污冲减准湿灭渔洁湿蒙滥濒灾无烟热营毁争尔状独获现毕监众困蒙础种称谷获个范简筹吁团纪纳纽级细绍终"
    "结绝络给统综维纲网编练系续罚罗义习职胁修脑脚台华烟药盖参萨处术同冲补里制复核规视计训记讼设许诉注证试"
    "认诱语调谈诺证识毁变贝负财贫货贩贪责买费贸赂贿资赔卖质踪军载轻输辖转办农回径这周进游运达违遥逊适迟遗"
    "还释钝销表长门开间合陆队险隶离难电千项风台饥饮养饿饥马骚验发鱼面龄"
)
_SCRIPT = dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True))

SILENT = frozenset(" \t\n\u3000的、,，。.·・‧:：;；—–-‐‑－<>〈〉＜＞《》“”\"'‘’「」『』()（）[]")
"""What one printing of a title has and another lacks; in no key."""


@cache
def _deleted() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(SILENT)))}]+")


spelled = Replacing(_SCRIPT | {before: _SCRIPT.get(after, after) for before, after in FOLDED.items()})
"""A text in one width and one script, each character at its place."""


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """What two printings of one title have in common."""
    return _deleted().sub("", spelled(title)).casefold()
