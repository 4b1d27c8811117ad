"""Every export of a corpus of real documents, read by its real readers: the same numbers and values in all.

The corpus and the probes are not part of the project; without them this test is skipped.
"""
import collections
import json
import os
import subprocess
import sys
import unittest
import unittest.mock

import program

SHARED = program.ROOT.parent / 'shared'
CORPUS = [SHARED / 'corpus' / name for name in ('akn', 'layout', 'security-council', 'text', 'akn-other')]
PYTHON = '/usr/bin/python3'  # Debian's, which has the readers
JAVASCRIPT = program.ROOT / 'build/javascript/node_modules'  # from scripts/test
SUFFIXES = ('graphml', 'dot', 'gexf', '12.gexf', 'json', 'cyjs', 'graphology.json', 'csv', 'neo4j.csv', 'net', 'jsonld',
            'ttl')
# The probe of DOT takes minutes for so large a file: read_exports.py asks cgraph instead.
PROBES = [('probe_graphml.py', 'graph.graphml'), ('probe_gexf.py', 'graph.gexf'), ('probe_gexf.py', 'graph.12.gexf'),
          ('probe_json.py', 'graph.json'), ('probe_json.py', 'graph.cyjs'), ('probe_json.py', 'graph.graphology.json'),
          ('probe_csv.py', 'graph.nodes.csv', 'graph.edges.csv'),
          ('probe_csv.py', 'graph.neo4j.nodes.csv', 'graph.neo4j.edges.csv', '--flavour', 'neo4j')]


class Corpus(program.ScratchTest):
    def reads(self, *command):
        finished = subprocess.run(list(map(os.fspath, command)), cwd=self.folder, capture_output=True, text=True,
                                  env={**os.environ, 'LC_ALL': 'C.UTF-8'})
        self.assertEqual(finished.returncode, 0, finished.stdout[-2000:] + finished.stderr[-2000:])
        return finished.stdout

    def export(self, *options):
        for suffix in SUFFIXES:
            result = self.run_here('export', '--store', 'corpus.db', *options, '-o', f'graph.{suffix}')
            self.assertEqual((result.err, result.status), ('', program.DONE), suffix)

    def setUp(self):
        super().setUp()
        result = self.run_here('build', *CORPUS, '--store', 'corpus.db')
        self.assertEqual(result.status, program.DONE, result.err)

    def test_all_readers_agree(self):
        self.export()
        graph = json.loads((self.folder / 'graph.json').read_text())
        self.assertGreater(len(graph['links']), 20_000)
        counts = (str(len(graph['nodes'])), str(len(graph['links'])))
        self.reads(PYTHON, program.ROOT / 'tests/exporters/read_exports.py', '.', *counts)
        for probe, *files in PROBES:
            with self.subTest(probe, files=files):
                self.reads(PYTHON, SHARED / 'probes' / probe, *files)
        for file in ('graph.graphml', 'graph.gexf', 'graph.12.gexf'):
            self.reads('xmllint', '--noout', '--nonet', file)
        self.reads('rapper', '-q', '-c', '-i', 'turtle', 'graph.ttl')
        self.assertEqual(self.reads('gc', '-n', '-e', 'graph.dot').split()[:2], list(counts))
        self.boost_agrees(graph)
        if JAVASCRIPT.exists():
            with unittest.mock.patch.dict(os.environ, NODE_PATH=str(JAVASCRIPT)):
                self.reads('node', program.ROOT / 'tests/exporters/read_javascript.cjs', '.')

    def boost_agrees(self, graph):
        labels = {node['id']: node['label'] for node in graph['nodes']}
        want = [[node['label'], node['in_degree']] for node in graph['nodes']]
        want += [[labels[edge['source']], labels[edge['target']], edge['relation'], edge.get('text', ''), edge['weight']]
                 for edge in graph['links']]
        got = [json.loads(line) for line in self.reads(os.environ['READ_GRAPHML'], 'graph.graphml').splitlines()]
        self.assertEqual(len(got), len(want))
        self.assertEqual(collections.Counter(map(repr, got)), collections.Counter(map(repr, want)))

    def test_merged_edges_carry_their_number_and_relations(self):
        result = self.run_here('export', '--store', 'corpus.db', '-o', 'all.json')
        self.assertEqual(result.status, program.DONE)
        result = self.run_here('export', '--store', 'corpus.db', '--merge', '-o', 'merged.json')
        self.assertEqual(result.status, program.DONE)
        mentions, relations = collections.Counter(), collections.defaultdict(set)
        for edge in json.loads((self.folder / 'all.json').read_text())['links']:
            mentions[edge['source'], edge['target']] += 1
            relations[edge['source'], edge['target']].add(edge['relation'])
        merged = json.loads((self.folder / 'merged.json').read_text())['links']
        self.assertEqual({(edge['source'], edge['target']): edge['weight'] for edge in merged}, mentions)
        for edge in merged:
            pair = edge['source'], edge['target']
            self.assertEqual(set(edge['relations'].split('; ')), relations[pair], pair)


if __name__ == '__main__':
    if not all(folder.exists() for folder in [SHARED / 'probes', *CORPUS]):
        print('skipped: there is no corpus beside the project')
        sys.exit(77)
    program.main()
