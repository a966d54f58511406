"""A network as programs for networks read it: GraphML and GEXF, which networkx writes, or a plain list of edges."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING

from cyberdiplo.messages import tr_plural
from cyberdiplo.render.style import make_visible
from cyberdiplo.render.writers.libraries import require

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.questions.network import Network
    from cyberdiplo.render.writers.registry import NetworkFormat

HEADER = ("source", "target", "kind", "date", "place")  # of the list of edges


def write_network(network: Network, format: NetworkFormat, output: Path | None, *, force: bool = False) -> None:
    """Write it where it is to go. Raises CyberdiploError where networkx is not installed."""
    from cyberdiplo.render import output as out

    text = "" if format == "edges" else _as_xml(network, format)
    with out.open_output(output, force=force, as_it_is=False) as file:
        if format == "edges":
            _write_edges(network, file)
        file.write(text)
    count = len(network.edges)
    out.report_written(
        output, tr_plural("wrote {count:,} edge to {file}", "wrote {count:,} edges to {file}", count, file=output)
    )


def _write_edges(network: Network, file: IO[str]) -> None:
    lines = csv.writer(file, lineterminator="\n")
    lines.writerow(HEADER)
    lines.writerows((edge.source, edge.target, edge.kind, edge.date, edge.place) for edge in network.edges)


def _as_xml(network: Network, format: NetworkFormat) -> str:
    networkx = require("networkx", "network", format)
    graph = networkx.MultiDiGraph()
    for node in network.nodes:
        graph.add_node(node.id, kind=node.kind, label=make_visible(node.label))
    for number, edge in enumerate(network.edges, 1):
        known = {name: value for name, value in edge._asdict().items() if name not in ("source", "target") and value}
        graph.add_edge(edge.source, edge.target, key=f"e{number}", **known)
    lines = networkx.generate_graphml(graph) if format == "graphml" else networkx.generate_gexf(graph)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"
