"""The drawn signs of a legend, each in a small frame of 18 by 10 millimetres."""

from __future__ import annotations

from markupsafe import Markup

WORDS = {
    "vierkant": "vierkant",
    "cirkel": "cirkel",
    "ruit": "ruit",
    "dikke-rand": "cirkel met dikke rand",
    "vraagteken": "vraagteken",
    "kruis-stil": "cirkel met kruis",
    "lijn-nabij": "dubbele lijn",
    "lijn-gewoon": "gewone lijn",
    "lijn-ver": "stippellijn",
    "lijn-botsing": "zigzaglijn",
    "lijn-verbroken": "lijn met twee streepjes erdoor",
    "lijn-ouders": "vierkant en cirkel met een lijn ertussen",
    "lijn-uit-elkaar": "vierkant en cirkel met een onderbroken lijn ertussen",
    "lijn-kind": "lijn naar beneden vanaf een lijn",
    "ster": "ster",
    "hart": "hart",
}
"""What a screen reader says for each sign."""

_DRAWN = {
    "vierkant": '<path d="M5.5 1.5h7v7h-7z"/>',
    "cirkel": '<circle cx="9" cy="5" r="3.7"/>',
    "ruit": '<path d="M9 .8 13.2 5 9 9.2 4.8 5z"/>',
    "dikke-rand": '<circle cx="9" cy="5" r="3.5" stroke-width="1.3"/>',
    "vraagteken": '<path d="M7 3.4a2 2 0 1 1 3 1.8c-.8.5-1 .9-1 1.5"/><path d="M9 8.5v.1" stroke-width=".8"/>',
    "kruis-stil": '<circle cx="9" cy="5" r="3.7"/><path d="M6.4 2.4l5.2 5.2M11.6 2.4 6.4 7.6"/>',
    "lijn-nabij": '<path d="M2 4.1h14M2 5.9h14"/>',
    "lijn-gewoon": '<path d="M2 5h14"/>',
    "lijn-ver": '<path d="M2 5h14" stroke-dasharray="1.1 1.3"/>',
    "lijn-botsing": '<path d="M2 5l1.4-2.2 2.3 4.4L8 2.8l2.3 4.4 2.3-4.4 2.3 4.4L16 5"/>',
    "lijn-verbroken": '<path d="M2 5h14M7.6 7.8l1.6-5.6M9.6 7.8l1.6-5.6"/>',
    "lijn-ouders": '<path d="M1.5 2.5h5v5h-5zM6.5 5h5"/><circle cx="14" cy="5" r="2.6"/>',
    "lijn-uit-elkaar": '<path d="M1.5 2.5h5v5h-5zM6.5 5h5M8.3 6.8l1.4-3.6"/><circle cx="14" cy="5" r="2.6"/>',
    "lijn-kind": '<path d="M3 2h12M9 2v4"/><circle cx="9" cy="7.7" r="1.8"/>',
    "ster": '<path d="M9 .9l1.2 2.7 2.9.3-2.2 2 .6 2.9L9 7.3 6.5 8.8l.6-2.9-2.2-2 2.9-.3z"/>',
    "hart": '<path d="M9 8.8S4.6 6.2 4.6 3.6A2.2 2.2 0 0 1 9 2.9a2.2 2.2 0 0 1 4.4.7C13.4 6.2 9 8.8 9 8.8z"/>',
}


def symbol(name: str) -> Markup:
    """Draw one sign. Raises KeyError for a sign that a legend can't have."""
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="teken" viewBox="0 0 18 10" '
        'fill="none" stroke="#1b2733" stroke-width=".55" stroke-linecap="round" stroke-linejoin="round">'
        "<title>{}</title>{}</svg>"
    ).format(WORDS[name], Markup(_DRAWN[name]))
