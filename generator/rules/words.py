"""The Dutch words for what is wrong with a single value."""

from __future__ import annotations

_KINDS_OF_VALUE = {
    "string_type": "hier hoort tekst",
    "int_parsing": "hier hoort een heel getal",
    "int_type": "hier hoort een heel getal",
    "float_parsing": "hier hoort een getal",
    "float_type": "hier hoort een getal",
    "bool_parsing": "hier hoort ja of nee",
    "bool_type": "hier hoort ja of nee",
    "tuple_type": "hier hoort een lijst",
    "dict_type": "hier horen velden met een naam",
    "model_type": "hier horen velden met een naam",
    "string_too_short": "deze tekst is leeg",
    "too_short": "deze lijst is leeg of te kort",
    "too_long": "deze lijst is te lang",
    "date_parsing": "dit is geen bestaande datum",
    "date_type": "hier hoort een datum",
}

_PATTERNS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": (
        "dit is geen geldige naam",
        "gebruik kleine letters, cijfers en koppeltekens, bijvoorbeeld 'veilige-omgeving'",
    ),
    "^[^\\n]+$": ("dit moet op één regel passen", "maak er één regel van"),
    "^[a-z0-9]+(-[a-z0-9]+)*(, [^\\n]+)?$": (
        "dit is geen geldige vindplaats",
        "schrijf de naam van de bron, een komma en de plaats: 'beschrijving, hoofdstuk 2'",
    ),
    "^\\d+\\.\\d+$": ("dit is geen versienummer", "schrijf bijvoorbeeld '1.0'"),
    "^[A-Z]{1,2}-[A-Z]{0,2}[0-9]{0,2}$": ("dit is geen code", "schrijf bijvoorbeeld 'M-07'"),
}


def value_words(field: str, what: str, shown: str, context: dict[str, str]) -> tuple[str, str]:
    """Return (sentence, hint) for one value that does not fit.

    `what` is the reader's name for the kind of mistake, `context` its details.
    """
    hint = ""
    if what == "literal_error":
        why = f"'{shown}' hoort niet bij de keuzes"
        hint = "kies uit: " + context.get("expected", "")
    elif what == "string_pattern_mismatch":
        why, hint = _PATTERNS.get(context.get("pattern", ""), ("deze vorm klopt niet", ""))
    elif what == "string_too_long":
        why = f"deze tekst is te lang (hoogstens {context.get('max_length', '?')} tekens)"
    elif what in ("greater_than_equal", "greater_than"):
        why = f"dit getal is te klein (minstens {context.get('ge') or context.get('gt')})"
    elif what in ("less_than_equal", "less_than"):
        why = f"dit getal is te groot (hoogstens {context.get('le') or context.get('lt')})"
    else:
        why = _KINDS_OF_VALUE.get(what, "deze waarde past hier niet")
        if what.startswith("date_"):
            hint = "schrijf jaar-maand-dag, bijvoorbeeld 2026-11-21"
    where = f"Bij '{field}': " if field and not field.isdigit() else "In deze lijst: "
    return f"{where}{why}.", hint


_SYNTAX = {
    "mapping values are not allowed in this context": "hier staat een dubbelepunt waar die niet kan",
    "mapping values are not allowed here": "hier staat een dubbelepunt waar die niet kan",
    "did not find expected key": "de inspringing klopt niet, of een aanhalingsteken ontbreekt",
    "could not find expected ':'": "na deze naam ontbreekt een dubbelepunt",
    "did not find expected '-' indicator": "de inspringing van deze lijst klopt niet",
    "did not find expected ',' or ']'": "de lijst tussen blokhaken is niet goed afgesloten",
    "did not find expected ',' or '}'": "de velden tussen accolades zijn niet goed afgesloten",
    "did not find expected node content": "een haak of accolade is niet goed afgesloten",
    "found unexpected end of stream": "de tekst houdt op voordat een aanhalingsteken of haak gesloten is",
    "found character that cannot start any token": "hier staat een teken waarmee niets kan beginnen, zoals een tab",
    "found a tab character that violates indentation": "hier staat een tab; spring in met spaties",
    "found undefined alias": "hier staat een verwijzing (*) naar niets",
}


def syntax_words(problem: str) -> str:
    """Return what is wrong with YAML that cannot be read, in Dutch."""
    return _SYNTAX.get(problem, "de vorm van de tekst klopt hier niet")
