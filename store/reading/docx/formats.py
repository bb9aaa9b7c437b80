"""A number as Word prints it in the format that a list or a footnote asks for."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CHICAGO = "*†‡§"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def formatted(number: int, form: str) -> str:
    """The number in a format of Word's ("lowerRoman", "chineseCounting", …); digits in one that is not known."""
    if form in ("none", "bullet") or number < 0:
        return ""
    return _FORMATS.get(form, str)(number)


def _letters(number: int) -> str:
    """1 is "a", 26 "z", 27 "aa", 28 "bb"."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    printed = ""
    for value, letters in _ROMAN:
        printed += letters * (number // value)
        number %= value
    return printed


def _counting(number: int, digits: str = _DIGITS, units: str = "十百千", zero: str = "零", short: bool = True) -> str:
    """1 is 一, 10 十, 12 十二, 20 二十, 105 一百零五."""
    if number == 0 or number > 9999:
        return _one_by_one(number, digits)
    printed, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            printed += (zero if gap else "") + digits[digit] + (units[place - 1] if place else "")
        gap = bool(printed) and not digit
    return printed[1:] if short and 10 <= number < 20 else printed


def _one_by_one(number: int, digits: str = _DIGITS) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _in_turn(signs: str) -> Callable[[int], str]:
    """The signs one after the other; digits where they are used up."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _circled(number: int) -> str:
    if 0 < number <= 20:
        return chr(0x245F + number)
    if 20 < number <= 35:
        return chr(0x3251 + number - 21)
    return chr(0x32B1 + number - 36) if 35 < number <= 50 else str(number)


def _from(first: int, most: int) -> Callable[[int], str]:
    """Signs that stand one after the other in Unicode."""
    return lambda number: chr(first + number - 1) if 0 < number <= most else str(number)


def _chicago(number: int) -> str:
    return _CHICAGO[(number - 1) % 4] * ((number - 1) // 4 + 1) if number > 0 else str(number)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _wide(number: int) -> str:
    return str(number).translate({ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)})


def _legal(number: int) -> str:
    return _counting(number, _LEGAL, "拾佰仟", short=False)


def _legal_traditional(number: int) -> str:
    return _counting(number, _LEGAL_TRADITIONAL, "拾佰仟", short=False)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02}".format,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "ideographDigital": _one_by_one,
    "japaneseDigitalTenThousand": _one_by_one,
    "taiwaneseDigital": _one_by_one,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
    "ideographTraditional": _in_turn(_STEMS),
    "ideographZodiac": _in_turn(_BRANCHES),
    "ideographZodiacTraditional": lambda number: _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12],
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ideographEnclosedCircle": _from(0x3280, 10),
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "numberInDash": "- {} -".format,
    "chicago": _chicago,
    "ordinal": _ordinal,
    "hex": "{:X}".format,
}
