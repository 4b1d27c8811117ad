"""Answers about the graph against networkx, igraph and plain references: on the samples, and on the corpus where
../shared holds it. Debian's python3 has networkx and igraph."""
import collections
import functools
import json
import subprocess
import sys
import tempfile
import unittest

try:
    import igraph
    import networkx
    from networkx.algorithms.link_analysis import hits_alg, pagerank_alg
except ImportError:
    print('skipped: python3-networkx or python3-igraph is not installed')
    sys.exit(77)

import program

CORPUS = program.ROOT.parent / 'shared/corpus'
TOLERANCE = 1e-9


class Graph:
    """The graph as the program exports it: (source, target) of each citation, without the relations between
    instruments."""

    def __init__(self, store):
        self.store = store
        exported = json.loads(self.run('export', '-f', 'json').out)
        self.ids = [node['id'] for node in exported['nodes']]
        structural = {'annexed_to', 'adopted_by', 'part_of', 'protocol_to', 'supplements', 'recommended_by', 'member_of',
                      'related'}
        self.citations = [(edge['source'], edge['target']) for edge in exported['links']
                          if edge['relation'] not in structural]
        self.pairs = sorted(set(self.citations))

    def run(self, *arguments):
        # Longer than program.run allows: the sanitizers are slow on a whole corpus.
        result = program.Result(subprocess.run([program.PROGRAM, *arguments, '--store', self.store], timeout=280,
                                               capture_output=True, env=program.environment()))
        assert result.status == program.DONE, result.err
        return result

    def in_igraph(self):
        number = {work: n for n, work in enumerate(self.ids)}
        return igraph.Graph(len(number), [(number[a], number[b]) for a, b in self.citations], directed=True)

    @functools.cache
    def ask(self, *question):
        return [json.loads(line) for line in self.run(*question, '--format', 'jsonl').out.splitlines()]


def search_path_counts(pairs, roots, before_anywhere, after_anywhere):
    """Traversal counts of all citations of the descent, and the highest sum along a way: by the definition, with whole
    numbers."""
    descent = networkx.DiGraph((cited, citing) for citing, cited in pairs)
    descent = descent.subgraph(set(roots).union(*(networkx.descendants(descent, root) for root in roots))).copy()
    for works in list(networkx.strongly_connected_components(descent)):
        descent.remove_edges_from(list(descent.subgraph(works).edges))
    order = list(networkx.topological_sort(descent))
    before, after, best = {}, {}, collections.defaultdict(int)
    for work in order:
        ways = [before[cited] for cited in descent.predecessors(work)]
        before[work] = sum(ways) + (1 if before_anywhere or not ways else 0)
    for work in reversed(order):
        ways = [after[citing] for citing in descent.successors(work)]
        after[work] = sum(ways) + (1 if after_anywhere or not ways else 0)
    counts = {(cited, citing): before[cited] * after[citing] for cited, citing in descent.edges}
    for work in order:
        for citing in descent.successors(work):
            best[citing] = max(best[citing], best[work] + counts[work, citing])
    return counts, max(best.values(), default=0)


class Agreement:
    def close(self, one, other):
        self.assertEqual(one.keys(), other.keys())
        for work, value in one.items():
            self.assertAlmostEqual(value, other[work], delta=TOLERANCE * max(1, abs(value)), msg=work)

    def test_pagerank(self):
        ours = {row['id']: row['pagerank'] for row in self.graph.ask('rank', '--by', 'pagerank', '--limit', '0')}
        network = networkx.MultiDiGraph(self.graph.citations)
        network.add_nodes_from(self.graph.ids)
        ranks = pagerank_alg._pagerank_python(network, tol=1e-14, max_iter=1000)  # networkx.pagerank asks for scipy
        self.close(ours, {work: ranks[work] for work in ours})
        of_igraph = dict(zip(self.graph.ids, self.graph.in_igraph().pagerank()))
        self.close(ours, {work: of_igraph[work] for work in ours})

    def test_hubs_and_authorities(self):
        network = networkx.DiGraph()
        network.add_nodes_from(self.graph.ids)
        for pair, mentions in collections.Counter(self.graph.citations).items():
            network.add_edge(*pair, weight=mentions)
        hubs, authorities = hits_alg._hits_python(network, tol=1e-13, max_iter=10000)  # networkx.hits asks for scipy
        theirs = {'hub': hubs, 'authority': authorities}
        for measure, values in (('hub', self.graph.in_igraph().hub_score()),
                                ('authority', self.graph.in_igraph().authority_score())):
            self.close(theirs[measure], {work: value / sum(values) for work, value in zip(self.graph.ids, values)})
        listed = {'hub': {citing for citing, _ in self.graph.pairs}, 'authority': {cited for _, cited in self.graph.pairs}}
        for measure, works in listed.items():
            rows = self.graph.ask('rank', '--by', measure, '--limit', '0')
            self.assertEqual({row['id'] for row in rows}, works)
            values = [row[measure] for row in rows]
            self.assertEqual(values, sorted(values, reverse=True))
            for column, value_of in theirs.items():
                self.close({row['id']: row[column] for row in rows}, {row['id']: value_of[row['id']] for row in rows})

    def test_ranks_count_documents_and_mentions(self):
        ours = {row['id']: (row['documents'], row['mentions']) for row in self.graph.ask('rank', '--limit', '0')}
        documents = collections.Counter(cited for _, cited in self.graph.pairs)
        mentions = collections.Counter(cited for _, cited in self.graph.citations)
        self.assertEqual(ours, {work: (documents[work], mentions[work]) for work in documents})

    def test_components(self):
        ours = {frozenset(row['members']) for row in self.graph.ask('communities', '--by', 'component', '--limit', '0')}
        network = networkx.Graph(self.graph.pairs)
        self.assertEqual(ours, {frozenset(works) for works in networkx.connected_components(network)})

    def test_modularity_of_communities_and_that_they_are_no_worse_than_those_of_igraph(self):
        result = self.graph.run('communities', '--limit', '0', '--format', 'jsonl')
        members = [json.loads(line)['members'] for line in result.out.splitlines()]
        network = networkx.Graph()
        for pair in self.graph.pairs:
            weight = network.get_edge_data(*pair, {'weight': 0})['weight']
            network.add_edge(*pair, weight=weight + 1)
        modularity = networkx.algorithms.community.modularity(network, members)
        self.assertIn(f'modularity {modularity:.4f}', result.err)
        theirs = igraph.Graph.from_networkx(network).community_multilevel(weights='weight').modularity
        self.assertGreater(modularity, theirs - 0.02)

    def test_cocitation_and_coupling(self):
        number = {work: n for n, work in enumerate(self.graph.ids)}
        simple = igraph.Graph(len(number), [(number[a], number[b]) for a, b in self.graph.pairs], directed=True)
        for work in self.works:
            ours = {row['id']: (row['cocited'], row['coupled']) for row in self.graph.ask('related', work, '--limit', '0')}
            cocited, = simple.cocitation([number[work]])
            coupled, = simple.bibcoupling([number[work]])
            theirs = {other: (int(cocited[n]), int(coupled[n])) for other, n in number.items()
                      if other != work and (cocited[n] or coupled[n])}
            self.assertEqual(ours, theirs)

    def test_similarity_is_the_cosine_of_neighbourhoods(self):
        network = networkx.DiGraph(self.graph.pairs)
        degree = dict(network.degree())
        for work in self.works:
            ours = self.graph.ask('related', work, '--limit', '0')
            self.close({row['id']: row['similarity'] for row in ours},
                       {row['id']: (row['cocited'] + row['coupled']) / (degree[work] * degree[row['id']]) ** 0.5
                        for row in ours})

    def test_main_path_against_its_definition(self):
        for work in self.works:
            for measure, before, after in (('spc', False, False), ('splc', True, False), ('spnp', True, True)):
                path = self.graph.ask('mainpath', work, '--by', measure)
                counts, best = search_path_counts(self.graph.pairs, [work], before, after)
                steps = [(path[n - 1]['id'], path[n]['id']) for n in range(1, len(path))]
                self.close({step: path[n + 1]['count'] for n, step in enumerate(steps)},
                           {step: float(counts[step]) for step in steps})
                total = sum(row['count'] or 0 for row in path)
                self.assertAlmostEqual(total, best, delta=TOLERANCE * max(1, best))

    def test_all_on_chains_lies_between(self):
        network = networkx.DiGraph(self.graph.pairs)
        for first, last in self.chains:
            ours = {row['id']: (row['from_first'], row['to_last'])
                    for row in self.graph.ask('between', first, last, '--limit', '0', '--no-structure')}
            forward = networkx.single_source_shortest_path_length(network, first)
            backward = networkx.single_target_shortest_path_length(network, last)
            backward = dict(backward)
            theirs = {work: (forward[work], backward[work]) for work in forward
                      if work in backward and work not in (first, last)}
            self.assertEqual(ours, theirs)


class OnStore(Agreement):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix='resograph-')
        cls.addClassCleanup(folder.cleanup)
        store = folder.name + '/test.db'
        subprocess.run([program.PROGRAM, 'build', cls.documents, '--store', store], capture_output=True, timeout=280)
        cls.graph = Graph(store)


class OnSamples(OnStore, unittest.TestCase):
    documents = program.ROOT / 'samples'
    works = ['untoc-tip', 'E/RES/2003/20', 'un-charter', 'A/RES/69/187']
    chains = [('A/HRC/RES/36/5', 'untoc-tip')]


@unittest.skipUnless(CORPUS.is_dir(), f'skipped: no corpus in {CORPUS}')
class OnCorpus(OnStore, unittest.TestCase):
    documents = CORPUS
    works = ['crc', 'A/RES/70/1', 'S/RES/1325(2000)']
    chains = [('S/RES/2388(2017)', 'S/RES/1325(2000)')]


if __name__ == '__main__':
    program.main()
