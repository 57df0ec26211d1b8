"""How far two words are apart, by the mistakes that people make when they type."""


def distance(one: str, other: str, most: int = 2) -> int:
    """The signs to add, leave out, change or swap with their neighbour, to make one word of the other.

    Counts no further than `most` + 1 (Damerau-Levenshtein, each sign moved once at most).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, sign in enumerate(one, start=1):
        before, last, row = row, before, [place]
        for column, against in enumerate(other, start=1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (sign != against))
            if place > 1 and column > 1 and sign == other[column - 2] and one[place - 2] == against:
                cost = min(cost, last[column - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def allowed(word: str) -> int:
    """How many mistakes a word of its length may have: none in short ones, where any other word is near."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2
