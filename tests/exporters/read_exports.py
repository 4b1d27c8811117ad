#!/usr/bin/python3
"""read_exports.py FOLDER NODES EDGES: reads graph.* in a folder with strict readers; the same nodes, edges and values in all.
NODES and EDGES may be "-": then those of the JSON file count."""
import csv, json, sys, unicodedata
from pathlib import Path

import igraph, networkx as nx
from lxml import etree

folder = Path(sys.argv[1])
problems = []
NODE_TEXTS = ["label", "kind", "title", "body", "symbol", "date", "language", "file", "uri"]
EDGE_TEXTS = ["relation", "location", "pinpoint", "text", "evidence", "footnote"]


def expect(what, got, want):
    if got != want:
        problems.append(f"{what}: got {str(got)[:200]!r}, want {str(want)[:200]!r}")


def no_duplicates(pairs):
    expect("members of an object", len(dict(pairs)), len(pairs))
    return dict(pairs)


def no_constant(name):
    raise ValueError(f"{name} is no JSON")


def load(name):
    text = (folder / name).read_bytes().decode("utf8")
    tree = json.loads(text, object_pairs_hook=no_duplicates, parse_constant=no_constant)
    json.dumps(tree, ensure_ascii=False).encode("utf8")  # fails for a lone surrogate
    for tag in ("</script", "<!--"):
        expect(f"{name}: {tag} inside", tag in text, False)
    return tree


def texts(items, names, rename={}):
    return [tuple(item.get(rename.get(name, name)) or "" for name in names) for item in items]


def rows(name):
    text = (folder / name).read_bytes().decode("utf8")
    lines = text.split("\n")
    expect(f"{name}: last line", lines.pop(), "")
    table = list(csv.reader(lines, strict=True))
    for row in table:
        expect(f"{name}: cells of {row[0][:40]}", len(row), len(table[0]))
        for cell in row:
            if cell.lstrip()[:1] in tuple("=+-@＝＋－＠"):
                problems.append(f"{name}: {cell[:30]!r} would run as a formula")
    return [dict(zip(table[0], row)) for row in table[1:]]


# node-link is the measure of all
reference = load("graph.json")
nodes, edges = reference["nodes"], reference["links"]
node_count, edge_count = (len(found) if said == "-" else int(said) for said, found in zip(sys.argv[2:4], (nodes, edges)))
expect("json nodes", len(nodes), node_count)
expect("json edges", len(edges), edge_count)
ids = [node["id"] for node in nodes]
expect("unique ids", len(set(ids)), len(ids))
expect("unique keys", len({edge["key"] for edge in edges}), len(edges))
want_nodes, want_edges = texts(nodes, NODE_TEXTS), texts(edges, EDGE_TEXTS)
for row in want_nodes + want_edges:
    for text in row:
        for c in text:
            if unicodedata.category(c) == "Cc":
                problems.append(f"control character {c!r} in {text[:30]!r}")

for name, node_of, edge_of in [("graph.cyjs", lambda t: [n["data"] for n in t["elements"]["nodes"]], lambda t: [e["data"] for e in t["elements"]["edges"]]),
                               ("graph.graphology.json", lambda t: [{"id": n["key"], **n["attributes"]} for n in t["nodes"]], lambda t: [{**e, **e["attributes"]} for e in t["edges"]])]:
    tree = load(name)
    expect(f"{name} ids", [n["id"] for n in node_of(tree)], ids)
    expect(f"{name} node texts", texts(node_of(tree), NODE_TEXTS), want_nodes)
    expect(f"{name} edge texts", texts(edge_of(tree), EDGE_TEXTS), want_edges)
    expect(f"{name} ends", [(e["source"], e["target"]) for e in edge_of(tree)], [(e["source"], e["target"]) for e in edges])

graph = nx.node_link_graph(reference, link="links")
expect("networkx json", (graph.number_of_nodes(), graph.number_of_edges()), (node_count, edge_count))

# GraphML: lxml with all limits on, networkx, igraph
etree.parse(str(folder / "graph.graphml"))
graph = nx.read_graphml(folder / "graph.graphml", force_multigraph=True)
expect("networkx graphml", (graph.number_of_nodes(), graph.number_of_edges()), (node_count, edge_count))
expect("networkx graphml ids", list(graph), ids)
expect("networkx graphml node texts", texts((graph.nodes[i] for i in ids), NODE_TEXTS), want_nodes)
by_key = {key: data for _, _, key, data in graph.edges(keys=True, data=True)}
expect("networkx graphml edge texts", texts((by_key[e["key"]] for e in edges), EDGE_TEXTS), want_edges)
expect("networkx weights", {type(d["weight"]) for d in by_key.values()} <= {float}, True)
g = igraph.Graph.Read_GraphML(str(folder / "graph.graphml"))
expect("igraph graphml", (g.vcount(), g.ecount(), g.is_directed()), (node_count, edge_count, True))
# igraph gives the & of an attribute as it found it in the file
expect("igraph graphml ids", [i.replace("&#38;", "&") for i in g.vs["id"]], ids)
expect("igraph graphml titles", [t or "" for t in g.vs["title"]], [n.get("title", "") for n in nodes])
if g.ecount() and any(e.get("text") for e in edges):
    expect("igraph graphml texts", [t or "" for t in g.es["text"]], [e.get("text", "") for e in edges])

# DOT: long texts are cut, and cgraph gives a backslash as it found it in the file
try:
    import pygraphviz
    def cut(text):
        return (text or "")[:512]
    def said(item, name):
        return (item.attr[name] or "").replace("\\\\", "\\")
    g = pygraphviz.AGraph(str(folder / "graph.dot"), encoding="UTF-8")
    expect("pygraphviz", (g.number_of_nodes(), g.number_of_edges()), (node_count, edge_count))
    # A name that cgraph keeps for itself is spelled otherwise
    names = {node: i for node, i in zip(g.nodes(), ids)}
    expect("pygraphviz titles", [said(n, "title") for n in g.nodes()], [cut(n.get("title")) for n in nodes])
    EDGE_VALUES = ["relation", "location", "pinpoint", "text"]
    expect("pygraphviz edges", sorted((names[e[0]], names[e[1]], *(said(e, name) for name in EDGE_VALUES)) for e in g.edges()),
           sorted((e["source"], e["target"], *(cut(e.get(name)) for name in EDGE_VALUES)) for e in edges))
except ImportError:
    print("pygraphviz is not installed: the values in DOT are not compared")

# GEXF: parallel edges of one kind are folded, so pairs are compared
kinds = {(e["source"], e["target"], e["relation"]) for e in edges}
for name in ("graph.12.gexf", "graph.gexf"):
    tree = etree.parse(str(folder / name))
    found = tree.findall(".//{*}edge")
    expect(f"{name} kinds", {(e.get("source"), e.get("target"), e.get("kind")) for e in found}, kinds)
    expect(f"{name} edges", len(found), len(kinds))
    expect(f"{name} labels", [n.get("label") for n in tree.findall(".//{*}node")], [n["label"] for n in nodes])
graph = nx.read_gexf(folder / "graph.12.gexf")
expect("networkx gexf", (list(graph), graph.number_of_edges()), (ids, len(kinds)))
expect("networkx gexf titles", [graph.nodes[i].get("title", "") for i in ids], [n.get("title", "") for n in nodes])


# CSV: a formula has an apostrophe before it
def unquoted(cell):
    return cell[1:] if cell[:1] == "'" and cell[1:].lstrip()[:1] in tuple("=+-@＝＋－＠") else cell


table = rows("graph.nodes.csv")
expect("csv ids", [unquoted(row["Id"]) for row in table], ids)
expect("csv titles", [unquoted(row["title"]) for row in table], [n.get("title", "") for n in nodes])
table = rows("graph.edges.csv")
expect("csv kinds", {(unquoted(r["Source"]), unquoted(r["Target"]), r["Kind"]) for r in table}, kinds)
expect("csv edges", len(table), len(kinds))
table = rows("graph.neo4j.nodes.csv")
expect("neo4j ids", [unquoted(row["id:ID(work)"]) for row in table], ids)
table = rows("graph.neo4j.edges.csv")
expect("neo4j texts", [unquoted(row["text"]) for row in table], [e.get("text", "") for e in edges])
expect("neo4j ends", [(unquoted(r[":START_ID(work)"]), unquoted(r[":END_ID(work)"])) for r in table], [(e["source"], e["target"]) for e in edges])

# Pajek
graph = nx.read_pajek(folder / "graph.net")
expect("networkx pajek", (graph.number_of_nodes(), graph.number_of_edges()), (node_count, edge_count))
g = igraph.Graph.Read_Pajek(str(folder / "graph.net"))
expect("igraph pajek", (g.vcount(), g.ecount()), (node_count, edge_count))

# Turtle and JSON-LD say the same
try:
    if edge_count > 20_000:
        raise ImportError("rdflib takes minutes")
    import logging, rdflib
    logging.disable(logging.WARNING)  # a string that is no date is no fault of the file
    turtle = rdflib.Graph().parse(folder / "graph.ttl")
    linked = rdflib.Graph().parse(folder / "graph.jsonld", format="json-ld")
    expect("triples", len(turtle), len(linked))
    if len(turtle) < 1000:
        from rdflib.compare import isomorphic
        expect("isomorphic", isomorphic(turtle, linked), True)
    LABEL = rdflib.RDFS.label
    expect("labels of works", sorted(map(str, turtle.objects(None, LABEL))), sorted(n["label"] for n in nodes))
    expect("labels in JSON-LD", sorted(map(str, linked.objects(None, LABEL))), sorted(n["label"] for n in nodes))
except ImportError:
    load("graph.jsonld")
    print("rdflib is not installed, or the graph is large: Turtle and JSON-LD are not compared")

for problem in problems[:20]:
    print("FAIL", problem, file=sys.stderr)
sys.exit(1 if problems else 0)
