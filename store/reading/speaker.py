"""The line that names the organ that speaks, also where a narrow layout broke it or a copy lost its comma."""

from __future__ import annotations

from store.bodies import ORGANS
from store.reading.drafts import Body
from store.reading.masthead_forms import SPEAKER
from store.reading.phrases import WEAK_ENDS, is_chapeau, opens_decision, opens_preamble

_SPEECH = ("通过", "通過", "兹", "茲", "爰")
"""Words with which an organ may begin to speak, beside the verbs of preambles and decisions."""
_NAMES = (*(organ.chinese for organ in ORGANS), "缔约方会议", "締約方會議", "缔约国会议", "締約國會議")


def speaker_end(body: Body, index: int) -> int | None:
    """The index after the line or two that name who speaks; None when none begins here."""
    line = body[index]
    if is_chapeau(line.text) or names_speaker(body, index):
        return index + 1
    following = body[index + 1] if index + 1 < len(body) else None
    if following is None or following.gap or line.complete or line.label is not None or line.marked:
        return None
    if not is_chapeau(line.text + following.text):
        return None
    return index + 2 if not is_chapeau(following.text) or _is_cut(line.text, following.text.rstrip("，, ")) else None


def names_speaker(body: Body, index: int) -> bool:
    """Whether a line is the organ that speaks, without its comma: what it says begins on the next."""
    if index + 1 >= len(body) or not SPEAKER.fullmatch(body[index].text):
        return False
    following = body[index + 1]
    opens = opens_preamble(following.text) or opens_decision(following.text) or following.text.startswith(_SPEECH)
    return following.complete and (opens or following.text[-1] in WEAK_ENDS)


def _is_cut(above: str, rest: str) -> bool:
    """Whether the end of an organ's name, "会议", is only the rest of one that began on the line above."""
    return any((above + rest).endswith(name) and len(rest) < len(name) for name in _NAMES)
