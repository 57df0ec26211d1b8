"""Which of a site's languages a text is written in, by its script and its commonest words."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from .scripts import HAS_MARKS, MARKED_WORD, WORD
from .stemming import base_language

_SAMPLE = 4000  # characters: more does not change the answer
_SAMPLE_OF_A_PIECE = 1500
_ENOUGH = 3  # common words, before they count as evidence
_CLEARLY = 1.3  # times as many as of any other language, before a piece says otherwise than its neighbours

# The commonest words that tell a language from its neighbours.
_COMMON = {
    "ca": "el la els les i de del que en per amb una és no al aquest aquesta seva als són dels com més ser",
    "cs": "a v se na je že s z do o k i ve by pro jako který jsou nebo být od jeho při podle každý má",
    "da": "og i at det er en til af på for med den der ikke som et har de han eller enhver sin ved ret",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es oder",
    "en": "the of and to in a is that for it as was with be by on not this are or from at which have has",
    "eo": "la de kaj en al por estas ke kiu ĉiu aŭ ne li oni ĝi kun per sia havas rajton el",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero este ser",
    "et": "ja on ei et see kui oma või ta ka mis igal inimesel õigus peab nende tema olema",
    "eu": "eta da ez bat du dira edo izan dute eskubidea bere ere beste gizon hori guztiek",
    "fi": "ja on ei että se oli hän joka mutta myös kun ovat tai hänen jokaisella oikeus olla kuin",
    "fr": "de la le et les des en un une du que est pour qui dans par sur au pas plus ne se ce sont avec ou",
    "ga": "agus an na ar is i go le do ag den bhfuil sé nó aon duine chun gach ceart",
    "hu": "a az és hogy nem is van egy meg csak de ez minden vagy joga van személynek bármely kell",
    "id": "yang dan di untuk dengan dari ini pada tidak dalam adalah atau orang setiap berhak oleh akan hak",
    "it": "di che la il e un a per in una sono è con non del si da dei le alla ogni ha della nel o gli come",
    "lt": "ir kad yra į iš su tai kaip jo arba kiekvienas žmogus turi teisę būti ar už dėl nuo",
    "nb": "og i å det er en til av på for med som har den ikke et de eller enhver seg sin rett ved fra også",
    "nl": "de van het een en in is dat op te zijn met voor niet aan die er om ook als bij door of heeft",
    "nn": "og i å det er ein til av på for med som har den ikkje eit dei eller alle seg rett frå",
    "pl": "i w z na do się nie że jest o od za przez oraz lub dla każdy prawo ma po jego są ich to",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como ao das à ser são pela",
    "ro": "și de în a la cu care să nu o din pe un este sau orice persoană are dreptul prin pentru sale mai",
    "sr": "i u je da na se za su od sa ne o ili svako pravo ima svoje и у је да на се за су од са не или",
    "st": "le ho ba ka tsa e ya o mong tokelo motho bohle ke a na kapa ha eo hae se",
    "sv": "och i att det som en på är av för med den till inte ett har de om eller var rätt sin från skall",
    "tr": "ve bir bu da de için ile olarak olan her veya hakkı hakkına haiz kendi ya gibi göre şahsın vardır",
    "el": "και το να του η της την των με στο σε για ο που από τα είναι τον στην οι ή δεν",
    "ru": "и в не на что он с как это по но из к за от то все его быть или каждый человек имеет право при",
    "uk": "і в не на що з та як до у за від або кожна людина має право при його для це бути й",
    "bg": "и в на да се не за с от е че по или всеки човек има право при като са ще му",
    "ar": "في من على أن إلى التي الذي هذا كل أو لا ما عن مع هذه شخص الحق له حق بين كان قد",
    "fa": "و در به از که این است را با هر یا برای آن حق دارد کس می باشد خود های شود",
    "ur": "کے کی میں اور ہے کا کو سے اس کہ پر نہیں ہر شخص حق یا جو اپنے نے بھی کسی ہو",
    "hi": "के और का है को में की से पर यह कि या हर व्यक्ति अधिकार नहीं भी लिए प्रत्येक किसी",
    "ne": "र को छ मा हुनेछ वा लाई हरेक अधिकार व्यक्ति गर्ने प्रत्येक हो पनि तथा यो",
    "hy": "և է որ ու են ունի մարդ իրավունք յուրաքանչյուր չի կամ իր այդ պետք",
    "yi": "און פון די צו איז אין דער אַ אויף מיט ער מענטש רעכט האָט יעדער",
    "he": "את של על לא כל הוא או אדם זכות עם זה אל גם כי בין לכל זכאי",
}  # fmt: skip
_PROFILES = {language: frozenset(words.split()) for language, words in _COMMON.items()}

# Scripts that only one or a few languages are written in.
_SCRIPTS = {
    "ja": "[\u3040-\u30ff]",
    "ko": "[\uac00-\ud7af]",
    "zh": "[\u4e00-\u9fff]",
    "th": "[\u0e00-\u0e7f]",
    "ta": "[\u0b80-\u0bff]",
}
_SIGNS = {language: re.compile(signs) for language, signs in _SCRIPTS.items()}
_MANY_SIGNS = 0.2  # of the letters


def language_of(text: str, allowed: Sequence[str]) -> str:
    """The tag among `allowed` whose language the text is in; where nothing tells, the first, the site's
    default.

    Of tags of one language (es, es-co) it is the first. `allowed` empty gives "".
    """
    tags = _by_language(allowed)
    if len(tags) < 2:
        return allowed[0] if allowed else ""
    sample = text[:_SAMPLE]
    found = _by_script(sample, tags) or _by_words(sample, tags)
    return tags[found] if found else allowed[0]


def languages_of(texts: Sequence[str], allowed: Sequence[str]) -> list[str]:
    """The same for each of the pieces of a document, which may be in several languages.

    A piece that does not tell its language clearly (a short one, a table of numbers) has that of the piece before
    it, else of the one after it, else the document's.
    """
    tags = _by_language(allowed)
    if len(tags) < 2:
        return [language_of("", allowed)] * len(texts)
    told = [_told(text[:_SAMPLE_OF_A_PIECE], tags) for text in texts]
    first = next(filter(None, told), "")
    document = first or language_of("\n".join(text[:500] for text in texts[:20]), allowed)
    return list(accumulate(told, lambda before, now: now or before, initial=document))[1:]


def _by_language(allowed: Sequence[str]) -> dict[str, str]:
    """The first tag of each language."""
    tags: dict[str, str] = {}
    for tag in allowed:
        tags.setdefault(base_language(tag), tag)
    return tags


def _told(sample: str, tags: dict[str, str]) -> str:
    """The tag of the language that a text is clearly in, "" where two fit about as well or none does."""
    found = _by_script(sample, tags)
    if not found:
        scores = _scores(sample, tags)
        best, second = sorted(scores.values(), reverse=True)[:2]
        clear = best >= _ENOUGH and best >= _CLEARLY * second
        found = max(scores, key=scores.__getitem__) if clear else ""
    return tags.get(found, "")


def _by_script(sample: str, languages: dict[str, str]) -> str:
    letters = sum(map(str.isalpha, sample))
    for language, pattern in _SIGNS.items():
        if language in languages and len(pattern.findall(sample)) > letters * _MANY_SIGNS:
            return language
    return ""


def _by_words(sample: str, languages: dict[str, str]) -> str:
    scores = _scores(sample, languages)
    best = max(scores, key=scores.__getitem__)  # equal ones: the first, nearest to the default
    return best if scores[best] >= _ENOUGH else ""


def _scores(sample: str, languages: dict[str, str]) -> dict[str, int]:
    """How many of a text's words are common ones of each language."""
    pattern = MARKED_WORD if HAS_MARKS.search(sample) else WORD
    counts = Counter(pattern.findall(sample.lower()))
    return {language: _score(counts, _profile(language)) for language in languages}


def _profile(language: str) -> frozenset[str]:
    return _PROFILES.get({"no": "nb"}.get(language, language), frozenset())


def _score(counts: Counter[str], profile: frozenset[str]) -> int:
    return sum(counts[word] for word in profile)
