"""Who does what to what, as programs for networks read it: networkx reads back each file that is written."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.questions import catalogue, run
from cyberdiplo.questions.network import Edge, Network, Node, list_networks, read_network
from cyberdiplo.render.writers.network import HEADER, write_network

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.render.writers.registry import NetworkFormat
    from cyberdiplo.store.connection import Connection
    from tests.conftest import Run

Edges = set[tuple[str, ...]]


def network_of(database: Connection, noun: str, lang: str = "en", **wishes: str) -> Network:
    result = run.answer(database, catalogue.read_list(noun), wishes, lang=lang, ids=True).result
    return read_network(database, noun, result, lang)


def read_graph(path: Path) -> Any:
    networkx = pytest.importorskip("networkx")
    return networkx.read_graphml(path) if path.suffix == ".graphml" else networkx.read_gexf(path)


@pytest.mark.parametrize("noun", list_networks())
@pytest.mark.parametrize("ending", [".graphml", ".gexf"])
def test_a_graph_is_read_back_as_the_list_of_edges_has_it(
    cyberdiplo: Run, tmp_path: Path, noun: str, ending: str
) -> None:
    file = tmp_path / f"network{ending}"
    cyberdiplo(noun, "--lang", "fr", "--limit", "200", "--output", str(file))
    graph = read_graph(file)
    listed = list(csv.reader(io.StringIO(cyberdiplo(noun, "--limit", "200", "--format", "edges").stdout)))
    assert tuple(listed[0]) == HEADER
    expected = sorted(tuple(row) for row in listed[1:])
    edges = {
        (source, target, data["kind"], data.get("date", ""), data.get("place", ""), data["record"])
        for source, target, data in graph.edges(data=True)
    }
    assert len(edges) == graph.number_of_edges()
    assert sorted(edge[:-1] for edge in edges) == expected
    assert expected


@pytest.mark.parametrize("noun", list_networks())
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_node_is_a_record_with_kind_and_label(database: Connection, noun: str, lang: str) -> None:
    network = network_of(database, noun, lang)
    kinds: dict[str, str] = dict(database.execute("select id, kind from records", {}))
    names: dict[str, str] = dict(database.execute(f"select id, name_{lang} from labels", {}))
    assert network.nodes == [Node(node.id, kinds[node.id], names[node.id]) for node in network.nodes]
    assert {node.id for node in network.nodes} == {end for edge in network.edges for end in edge[:2]}
    assert len({node.id for node in network.nodes}) == len(network.nodes)


@pytest.mark.parametrize("noun", list_networks())
def test_each_edge_is_told_of_a_record_that_has_the_place(database: Connection, noun: str) -> None:
    places = {
        (record, ", ".join(filter(None, (source, locator))))
        for record, source, locator in database.execute("select record_id, source_id, locator from citations", {})
    }
    for edge in network_of(database, noun).edges:
        assert edge.place is None or (edge.record, edge.place) in places, edge


def test_who_opposes_what_has_every_stance_against(database: Connection) -> None:
    against = {
        (row[0], row[1]) for row in database.execute(
            "select id, stance_target_id from statements where stance = 'opposes' and stance_target_id is not null", {}
        )
    }  # fmt: skip
    edges = [edge for edge in network_of(database, "statements").edges if edge.kind == "opposes"]
    assert {(edge.record, edge.target) for edge in edges} == against


def test_a_person_speaks_for_an_organisation_and_for_a_country_only_as_a_state(database: Connection) -> None:
    edges = network_of(database, "statements", speaker="Fick").edges
    assert {edge.target for edge in edges if (edge.source, edge.kind) == ("fick-jacqueline", "speaks_for")} == {
        "vizstrat"
    }
    spoken = network_of(database, "statements", capacity="state").edges
    people = {node.id for node in network_of(database, "statements", capacity="state").nodes if node.kind == "speaker"}
    states = {row[0] for row in database.execute("select id from countries", {})}
    of_state = {
        (row[0], row[1]) for row in database.execute(
            "select speaker_id, country_id from voices where capacity = 'state' and speaker_id is not null", {}
        )
    }  # fmt: skip
    told = {(edge.source, edge.target) for edge in spoken if edge.kind == "speaks_for" and edge.target in states}
    assert told <= of_state
    assert {source for source, _ in told} <= people
    assert told


def test_of_a_roll_call_only_the_votes_that_were_asked_for(database: Connection) -> None:
    edges = network_of(database, "votes", vote="no", resolution="A/RES/73/27").edges
    assert {edge.kind for edge in edges} == {"no"}
    assert {edge.target for edge in edges} == {"a-res-73-27"}
    assert len(edges) == len(
        list(run.ask(database, catalogue.read_list("votes"), {"vote": "no", "resolution": "A/RES/73/27"}).rows)
    )


def test_russia_introduced_what_the_list_says(database: Connection) -> None:
    listed = {row[0] for row in run.ask(database, catalogue.read_list("measures"), {"introduced_by": "RUS"}).rows}
    edges = network_of(database, "measures", introduced_by="RUS").edges
    told = {
        edge.target
        for edge in edges
        if edge.source == "RUS" and edge.kind in ("introduced", "co_sponsored", "proposed")
    }
    assert told == listed


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_what_xml_cannot_hold_is_shown(tmp_path: Path, format: NetworkFormat) -> None:
    network = Network(
        [Node("a", "country", "A \x1b[31m & <b> «é»"), Node("b", "measure", "B")],
        [Edge("a", "b", "supports", None, None, "r"), Edge("a", "b", "supports", "2020", 'par. "3"', "s")],
    )
    file = tmp_path / f"small.{format}"
    write_network(network, format, file)
    graph = read_graph(file)
    assert graph.nodes["a"]["label"] == "A \\x1b[31m & <b> «é»"
    assert graph.number_of_edges("a", "b") == 2


def test_a_list_without_a_network_says_which_have_one(cyberdiplo: Run) -> None:
    done = cyberdiplo("topics", "--format", "edges", "--lang", "en")
    assert done.returncode == 2
    assert done.stderr == (
        "error: There is no network of this list.\n"
        "hint: the lists that have one: measures, meetings, processes, speakers, statements, votes.\n"
    )
