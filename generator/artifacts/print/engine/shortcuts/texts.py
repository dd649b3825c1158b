"""Text: a font is looked up once for a style, a line is broken once, and what was shaped stays so until it is drawn.

WeasyPrint looks the font up for every piece of text, breaks the same lines again for every try of columns, tables and
footnotes, and throws away what was shaped, to shape it again when it is drawn: once for each PDF of a layout.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description

PARAGRAPHS = frozenset("\n\r\u2029")
"""What ends a paragraph for Pango."""


class _Face:
    """What every Pango layout of one kind of text shares: a context with its language, a font, and its features."""

    def __init__(self, style: Any) -> None:
        context = pango.pango_font_map_create_context(style.font_config.font_map)
        self.context = ffi.gc(context, gobject.g_object_unref)
        pango.pango_context_set_round_glyph_positions(self.context, False)
        pango.pango_context_set_base_dir(self.context, PANGO_DIRECTION[style["direction"]])
        code = style["lang"]
        if (override := style["font_language_override"]) != "normal":
            code = LST_TO_ISO.get(override.lower(), override)
        if code:
            # The bytes must live as long as the pointer is used.
            pointer, _bytes = unicode_to_char_p(code)
            self.language = pango.pango_language_from_string(pointer)
            pango.pango_context_set_language(self.context, self.language)
        else:
            self.language = pango.pango_language_get_default()
        self.description = get_font_description(style)
        features = font_features(
            style["font_kerning"],
            style["font_variant_ligatures"],
            style["font_variant_position"],
            style["font_variant_caps"],
            style["font_variant_numeric"],
            style["font_variant_alternates"],
            style["font_variant_east_asian"],
            style["font_feature_settings"],
        )
        self.features = ",".join(f"{key} {value}" for key, value in features.items()).encode()


def _face(style: Any) -> _Face:
    """The face of a style: remembered by the style, and among the fonts for styles that look alike."""
    face: _Face | None = vars(style).get("face")
    if face is None:
        alike = line_break._font_style_cache_key(style)
        key = f"{alike} {style['font_size']} {style['font_kerning']} {style['direction']}"
        faces: dict[str, _Face] = vars(style.font_config).setdefault("faces", {})
        face = style.face = faces[key] if key in faces else faces.setdefault(key, _Face(style))
    return face


def _setup(_original: Any) -> Callable[[Any, Any], None]:
    def setup(layout: Any, style: Any) -> None:
        """Gives a `Layout` its Pango layout, for a style."""
        face = _face(style)
        layout.style = style
        layout.first_line_direction = 0
        layout.language = face.language
        layout.layout = ffi.gc(pango.pango_layout_new(face.context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(layout.layout, False)
        pango.pango_layout_set_font_description(layout.layout, face.description)
        layout.ascent = layout.underline_position = layout.strikethrough_position = None
        if style["text_decoration_line"] != "none":
            _measure_decoration(layout, face)
        if face.features:
            features = style.font_config.font_features
            if face.features not in features:
                features[face.features] = pango.pango_attr_font_features_new(face.features)
            attributes = pango.pango_attr_list_new()
            pango.pango_attr_list_insert(attributes, features[face.features])
            pango.pango_layout_set_attributes(layout.layout, attributes)

    return setup


def _measure_decoration(layout: Any, face: _Face) -> None:
    """Where the lines under and through a text come."""
    metrics = pango.pango_context_get_metrics(face.context, face.description, face.language)
    metrics = ffi.gc(metrics, pango.pango_font_metrics_unref)
    layout.ascent = FROM_UNITS * pango.pango_font_metrics_get_ascent(metrics)
    layout.underline_position = FROM_UNITS * pango.pango_font_metrics_get_underline_position(metrics)
    layout.underline_thickness = FROM_UNITS * pango.pango_font_metrics_get_underline_thickness(metrics)
    layout.strikethrough_position = FROM_UNITS * pango.pango_font_metrics_get_strikethrough_position(metrics)
    layout.strikethrough_thickness = FROM_UNITS * pango.pango_font_metrics_get_strikethrough_thickness(metrics)


def _set_text(original: Any) -> Callable[..., None]:
    def set_text(layout: Any, text: str, justify: bool = False) -> None:
        """Sets the text of a `Layout`: at once in the mode in which it is drawn, where that makes no difference."""
        original(layout, text, justify)
        pango.pango_layout_set_single_paragraph_mode(layout.layout, PARAGRAPHS.isdisjoint(layout.text))

    return set_text


def _deactivate(_original: Any) -> Callable[[Any], None]:
    def deactivate(layout: Any) -> None:
        """Lets a `Layout` be: what was shaped takes a kilobyte or two for a line."""

    return deactivate


def _reactivate(original: Any) -> Callable[[Any, Any], None]:
    def reactivate(layout: Any, style: Any) -> None:
        """Makes a `Layout` ready to be drawn; what was shaped with spacing of its own is shaped again."""
        if layout.justification_spacing or not _plain(style):
            original(layout, style)
        elif pango.pango_layout_get_line_readonly(layout.layout, 1) != ffi.NULL:
            pango.pango_layout_set_width(layout.layout, -1)

    return reactivate


def _plain(style: Any) -> bool:
    """Whether nothing is added between letters and words, and no word may be broken anywhere."""
    return not style["word_spacing"] and style["letter_spacing"] == "normal" and style["overflow_wrap"] == "normal"


def _split_first_line(original: Any) -> Callable[..., Any]:
    def split_first_line(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        """Breaks a line of text, unless the same was asked before of the same style."""
        key = text, max_width, justification_spacing, is_line_start, minimum, style["white_space"]
        lines: dict[Any, Any] = vars(style).setdefault("lines", {})
        if (line := lines.get(key)) is None:
            line = lines[key] = original(text, style, context, max_width, justification_spacing, is_line_start, minimum)
        return line

    return split_first_line


def _strut(original: Any) -> Callable[[Any], Any]:
    def strut(style: Any) -> Any:
        """The height and baseline of an empty line of a style."""
        if (known := vars(style).get("strut")) is None:
            known = style.strut = original(style)
        return known

    return strut


REPLACED = (
    (line_break.Layout, "setup", _setup),
    (line_break.Layout, "set_text", _set_text),
    (line_break.Layout, "deactivate", _deactivate),
    (line_break.Layout, "reactivate", _reactivate),
    (line_break, "split_first_line", _split_first_line),
    (line_break, "strut", _strut),
)
