"""The curve of risk and coverage as a drawing (SVG)."""

from collections.abc import Sequence

from eval.record import Row
from eval.risk import Point, area, chosen, curve

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _FOOT = 520, 300, 48, 20, 40
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


def drawing(rows: Sequence[Row]) -> str:
    """Return the drawing: the curve, and a dot where the assistant stands."""
    points = curve(rows)
    path = " ".join(f"{'L' if at else 'M'}{_x(one.coverage)} {_y(one.risk)}" for at, one in enumerate(points))
    here = chosen(rows)
    label = f"Risk over coverage; area {area(points):.3f}"
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{label}">',
        *(_tick(share) for share in _TICKS),
        _text(_WIDTH / 2, _HEIGHT - 4, "share of the questions answered, the surest first"),
        f'<text transform="translate(12 {(_HEIGHT - _FOOT) / 2}) rotate(-90)" {_FONT}>share of wrong ones</text>',
        f'<path d="{path}" fill="none" stroke="#2563eb" stroke-width="2"/>',
        _dot(here) if here else "",
        "</svg>",
    ]
    return "\n".join(filter(None, parts))


_FONT = 'font-size="11" fill="currentColor" text-anchor="middle"'


def _tick(share: float) -> str:
    x, y = _x(share), _y(share)
    return (
        f'<path d="M{_LEFT} {y}H{_WIDTH - _RIGHT}M{x} {_y(0)}v4" stroke="currentColor" stroke-opacity=".2"/>'
        f"{_text(_LEFT - 18, y + 4, f'{share:.0%}')}{_text(x, _y(0) + 16, f'{share:.0%}')}"
    )


def _dot(here: Point) -> str:
    title = f"answered {here.coverage:.1%}, of which {here.risk:.1%} cite no right place"
    return f'<circle cx="{_x(here.coverage)}" cy="{_y(here.risk)}" r="5" fill="#c62828"><title>{title}</title></circle>'


def _text(x: float, y: float, words: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {_FONT}>{words}</text>'


def _x(share: float) -> float:
    return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)


def _y(share: float) -> float:
    return round((_HEIGHT - _FOOT) - share * (_HEIGHT - _FOOT - 12), 1)
