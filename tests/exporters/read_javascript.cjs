// node read_javascript.cjs FOLDER: graphology and Cytoscape.js load their files; what they then hold is what graph.json
// says. NODE_PATH is the folder that has them.
const assert = require('assert');
const fs = require('fs');
const { MultiDirectedGraph } = require('graphology');
const cytoscape = require('cytoscape');

const load = name => JSON.parse(fs.readFileSync(`${process.argv[2]}/${name}`, 'utf8'));
const NODE_TEXTS = ['label', 'kind', 'title', 'symbol', 'date'];
const EDGE_TEXTS = ['relation', 'location', 'text', 'footnote', 'weight'];
const only = (names, from) => names.map(name => from[name] ?? '');

const { nodes, links } = load('graph.json');
const wantedNodes = nodes.map(node => [node.id, ...only(NODE_TEXTS, node)]);
const wantedEdges = links.map(edge => [edge.source, edge.target, ...only(EDGE_TEXTS, edge)]);

const graph = MultiDirectedGraph.from(load('graph.graphology.json'));
assert.deepStrictEqual(graph.mapNodes((id, node) => [id, ...only(NODE_TEXTS, node)]), wantedNodes);
assert.deepStrictEqual(
    graph.mapEdges((key, edge, source, target) => [source, target, ...only(EDGE_TEXTS, edge)]), wantedEdges);

const { elements } = load('graph.cyjs');
const cy = cytoscape({ headless: true, elements });
assert.deepStrictEqual(cy.nodes().map(node => [node.id(), ...only(NODE_TEXTS, node.data())]), wantedNodes);
assert.deepStrictEqual(
    cy.edges().map(edge => [edge.data('source'), edge.data('target'), ...only(EDGE_TEXTS, edge.data())]), wantedEdges);
