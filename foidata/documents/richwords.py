"""The control words of rich text: which are drawn, which switch something, which start a group that is not drawn."""

import re

UNDRAWN = frozenset(
    "fonttbl colortbl stylesheet info pict objdata shprslt header headerl headerr headerf footer footerl footerr"
    " footerf nonesttables nesttableprops listtable listoverridetable rsidtbl generator themedata datastore"
    " colorschememapping latentstyles xmlnstbl filetbl revtbl atnid atnauthor annotation bkmkstart bkmkend sp pn"
    " pnseclvl tc xe rxe txe private keywords userprops ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn formfield mmathPr"
    " panose falt do background picprop nonshppict fldtype datafield objclass objname objalias stextflow".split()
)
STARRED = frozenset("shpinst shptxt fldinst shppict footnote cs".split())
"""Starred groups that are drawn, or looked at, all the same."""
MARGINS = dict.fromkeys(("headerf", "header", "headerr"), "header") | dict.fromkeys(
    ("footerf", "footer", "footerr"), "footer"
)
SIGNS = {
    **{"tab": "\t", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005"},
    **{"bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "nestcell": "\t"},
    **{"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t"},
}
SWITCHES = {"v": "hidden", "deleted": "deleted", "super": "high"}
LOOKS = frozenset("pard intbl sb sa s pagebb contextualspace".split())
ENCODINGS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
CHARSETS = {
    **{0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253"},
    **{162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874"},
    **{238: "cp1250", 254: "cp437", 255: "cp850"},
}
SYMBOL = 2

_BRACE = re.compile(r"\\bin(?P<size>[0-9]{1,9}) ?|\\[{}\\]|(?P<open>\{)|(?P<close>\})")


def group_end(text: str, place: int) -> int:
    """Where the group ends that a place is in: behind its brace, or behind the text when it is cut short."""
    depth = 1
    while True:
        found = _BRACE.search(text, place)
        if found is None:
            return len(text) + 1
        place = found.end() + int(found["size"] or 0)
        depth += (found["open"] is not None) - (found["close"] is not None)
        if depth == 0:
            return place
