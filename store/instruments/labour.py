"""Conventions and protocols of the International Labour Organization that United Nations texts name.

Columns: number as the Organization writes it (C for a convention, P for a protocol), year, title, other names. The
source is the Organization's own numbering, which the texts give in brackets: （第29号）.
"""

from __future__ import annotations

LAST = {"C": 192, "R": 209}
"""The last number of a convention and of a recommendation that is known here."""
PROTOCOLS = (29, 81, 89, 110, 147, 155)
"""A protocol has the number of its convention."""
_SOON = 20
"""How many more may have been adopted by the time of a text that names one."""


def is_labour(number: str, *, soon: bool = False) -> bool:
    """Whether there is such a convention, protocol or recommendation: "C29"; or may be soon."""
    kind, count = number[:1], int(number[1:])
    return count in PROTOCOLS if kind == "P" else 1 <= count <= LAST[kind] + (_SOON if soon else 0)


LABOUR = """
C29 | 1930 | 强迫劳动公约 | 强迫或强制劳动公约
P29 | 2014 | 强迫劳动公约2014年议定书
C81 | 1947 | 劳动监察公约
C87 | 1948 | 结社自由和保护组织权利公约 | 结社自由及保护组织权公约
C97 | 1949 | 移民就业公约（修订） | 移民就业公约（修订本）
C98 | 1949 | 组织权利和集体谈判权利公约 | 组织权及集体谈判权公约
C100 | 1951 | 同酬公约 | 同工同酬公约
C102 | 1952 | 社会保障（最低标准）公约
C105 | 1957 | 废除强迫劳动公约
C111 | 1958 | （就业和职业）歧视公约
C122 | 1964 | 就业政策公约
C129 | 1969 | （农业）劳动监察公约
C138 | 1973 | 最低年龄公约 | 最低就业年龄公约 | 准予就业最低年龄公约
C143 | 1975 | 移民工人（补充规定）公约 | 移徙工人（补充条款）公约
C144 | 1976 | 三方协商（国际劳工标准）公约
C155 | 1981 | 职业安全和卫生公约
C156 | 1981 | 有家庭责任工人公约
C159 | 1983 | （残疾人）职业康复和就业公约
C169 | 1989 | 土著和部落人民公约
C181 | 1997 | 私营职业介绍所公约
C182 | 1999 | 最恶劣形式的童工劳动公约 | 最有害的童工形式公约
C183 | 2000 | 保护生育公约
C187 | 2006 | 促进职业安全和卫生框架公约
C188 | 2007 | 渔业工作公约
C189 | 2011 | 家庭工人公约 | 体面的家庭工作公约
C190 | 2019 | 暴力和骚扰公约
"""
