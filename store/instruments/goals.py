"""The Sustainable Development Goals: what each is about, and its targets (General Assembly resolution 70/1)."""

GOALS = (
    ("消除贫困", 5, "ab"),
    ("消除饥饿", 5, "abc"),
    ("良好健康与福祉", 9, "abcd"),
    ("优质教育", 7, "abc"),
    ("性别平等", 6, "abc"),
    ("清洁饮水和卫生设施", 6, "ab"),
    ("经济适用的清洁能源", 3, "ab"),
    ("体面工作和经济增长", 10, "ab"),
    ("产业、创新和基础设施", 5, "abc"),
    ("减少不平等", 7, "abc"),
    ("可持续城市和社区", 7, "abc"),
    ("负责任消费和生产", 8, "abc"),
    ("气候行动", 3, "ab"),
    ("水下生物", 7, "abc"),
    ("陆地生物", 9, "abc"),
    ("和平、正义与强大机构", 10, "ab"),
    ("促进目标实现的伙伴关系", 19, ""),
)
"""By goal, from the first: its short name, how many numbered targets, the letters of the others."""


def is_goal(number: str) -> bool:
    """Whether there is such a goal or target: "8", "8.7", "16.a"."""
    goal, _, target = number.partition(".")
    if not goal.isdecimal() or not 1 <= int(goal) <= len(GOALS):
        return False
    _, numbered, letters = GOALS[int(goal) - 1]
    if target.isdecimal():
        return 1 <= int(target) <= numbered
    return (not target and "." not in number) or (len(target) == 1 and target in letters)
