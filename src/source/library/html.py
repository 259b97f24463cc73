# html: characters that pages write otherwise. Of the names there are those of Latin-1 and what texts often have.

NAMES = (
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot "
    "cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
    "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
    "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute "
    "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"
).split()
OTHERS = {
    "amp;": "&", "lt;": "<", "gt;": ">", "quot;": '"', "apos;": "'", "amp": "&", "lt": "<", "gt": ">", "quot": '"',
    "AMP;": "&", "LT;": "<", "GT;": ">", "QUOT;": '"', "AMP": "&", "LT": "<", "GT": ">", "QUOT": '"',
    "ndash;": "\u2013", "mdash;": "\u2014", "lsquo;": "\u2018", "rsquo;": "\u2019", "ldquo;": "\u201c", "rdquo;": "\u201d",
    "sbquo;": "\u201a", "bdquo;": "\u201e", "bull;": "\u2022", "hellip;": "\u2026", "euro;": "\u20ac", "trade;": "\u2122",
    "larr;": "\u2190", "uarr;": "\u2191", "rarr;": "\u2192", "darr;": "\u2193", "harr;": "\u2194", "dagger;": "\u2020",
    "Dagger;": "\u2021", "permil;": "\u2030", "prime;": "\u2032", "Prime;": "\u2033", "infin;": "\u221e", "ne;": "\u2260",
    "le;": "\u2264", "ge;": "\u2265", "asymp;": "\u2248", "minus;": "\u2212", "radic;": "\u221a", "sum;": "\u2211",
    "ensp;": "\u2002", "emsp;": "\u2003", "thinsp;": "\u2009", "zwnj;": "\u200c", "zwj;": "\u200d", "check;": "\u2713",
    "hearts;": "\u2665", "spades;": "\u2660", "clubs;": "\u2663", "diams;": "\u2666", "OElig;": "\u0152", "oelig;": "\u0153",
    "Scaron;": "\u0160", "scaron;": "\u0161", "Yuml;": "\u0178", "alpha;": "\u03b1", "beta;": "\u03b2", "gamma;": "\u03b3",
    "delta;": "\u03b4", "epsilon;": "\u03b5", "lambda;": "\u03bb", "mu;": "\u03bc", "pi;": "\u03c0", "sigma;": "\u03c3",
    "omega;": "\u03c9", "Delta;": "\u0394", "Sigma;": "\u03a3", "Omega;": "\u03a9", "hyphen;": "\u2010", "star;": "\u2606",
}
# What numbers below 160 mean that are none of a character's: those of Windows.
OF_WINDOWS = (
    "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022"
    "\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178"
)


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def unescape(s):
    return re.sub("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)", meant, s) if "&" in s else s


def meant(match):
    text = match.group(1)
    if text[0] == "#":
        digits = text[1:].rstrip(";")
        return character(int(digits[1:], 16) if digits[0] in "xX" else int(digits))
    for length in range(len(text), 1, -1):
        known = named(text[:length])
        if known is not None:
            return known + text[length:]
    return "&" + text


def named(name):
    if name in OTHERS:
        return OTHERS[name]
    plain = name[:-1] if name.endswith(";") else name
    return chr(0xA0 + NAMES.index(plain)) if plain in NAMES else None


def character(number):
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    if 0x80 <= number < 0xA0:
        return OF_WINDOWS[number - 0x80]
    is_none = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
    return "" if is_none or number < 0x20 and number not in (9, 10, 13) and number != 12 or number == 0x7F else chr(number)
