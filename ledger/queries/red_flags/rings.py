"""Who stands for whom in a circle: the strongly connected parts of a graph of members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def rings_in(edges: Mapping[str, set[str]]) -> list[tuple[str, ...]]:
    """Every group of at least two members each of whom reaches all others; sorted.

    Two passes over the graph (Kosaraju), without recursion: a cooperative's graph may be deep.
    """
    walked = set[str]()
    order = [one for start in sorted(edges) for one in _after(edges, start, walked)]
    back: dict[str, set[str]] = {}
    for source, targets in edges.items():
        for target in targets:
            back.setdefault(target, set()).add(source)
    found, seen = [], set[str]()
    for root in reversed(order):
        group = set(_reached(back, root, seen))
        if len(group) > 1:
            found.append(tuple(sorted(group)))
    return sorted(found)


def _after(edges: Mapping[str, set[str]], start: str, seen: set[str]) -> Iterator[str]:
    """Everybody newly reached from a member, each after all whom she reaches."""
    if start in seen:
        return
    seen.add(start)
    stack = [(start, iter(sorted(edges.get(start, ()))))]
    while stack:
        one, others = stack[-1]
        step = next((other for other in others if other not in seen), None)
        if step is None:
            stack.pop()
            yield one
        else:
            seen.add(step)
            stack.append((step, iter(sorted(edges.get(step, ())))))


def _reached(edges: Mapping[str, set[str]], root: str, seen: set[str]) -> Iterator[str]:
    waiting = [root]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            yield one
            waiting.extend(edges.get(one, ()))
