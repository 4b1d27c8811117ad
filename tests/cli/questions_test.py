"""check and diff on documents that contradict themselves or change; the queries of docs/store.md in SQL."""
import json
import re
import sqlite3
import unittest

import program
from program import DONE, NOTHING_DONE, PARTLY_DONE, WRONG_USAGE

SEED = program.TEXT.read_text()


def rows(result):
    return [json.loads(line) for line in result.out.splitlines()]


class Check(program.ScratchTest):
    def faults(self, *options, status=PARTLY_DONE):
        result = self.run_here('check', '--format', 'jsonl', *options, '--from', 'in')
        self.assertEqual(result.status, status, result.err)
        return rows(result), result.err

    def test_a_citation_of_what_is_later_is_a_contradiction(self):
        self.write('in/a.txt', SEED.replace('resolution 55/25', 'Economic and Social Council resolution 2015/23'))
        found, said = self.faults()
        later = 'E/RES/2015/23'  # and its annexes, where the notes now place the Convention and its Protocols
        self.assertEqual({(row['fault'], row['id'], *row['targets']) for row in found},
                         {('forward', 'E/RES/2003/20', target)
                          for target in (later, f'{later}#annexI', f'{later}#annexII', f'{later}#annexIII')})
        self.assertRegex(said, r'^\d+ forward\n$')

    def test_a_circle_of_citations_is_named_once_with_its_works(self):
        self.write('in/a.txt', SEED.replace('resolution 55/25', 'Economic and Social Council resolution 2003/24'))
        self.write('in/b.txt', SEED.replace('2003/20', '2003/24')
                   .replace('resolution 55/25', 'Economic and Social Council resolution 2003/20'))
        circles = [row for row in self.faults()[0] if row['fault'] == 'circle']
        self.assertEqual([row['targets'] for row in circles], [['E/RES/2003/20', 'E/RES/2003/24']])

    def test_what_was_left_undecided_is_listed_with_the_reason(self):
        self.write('in/a.txt', SEED.replace('resolution 55/25', 'resolution 9/1'))
        self.write('in/b.txt', SEED.replace('2003/20', '2003/24')
                   .replace('resolution 55/25', 'the Declaration of Principles'))
        found, said = self.faults()
        self.assertEqual([(row['fault'], row['id'], row['text'].split(' of ')[0], row['targets']) for row in found],
                         [('unresolved', 'E/RES/2003/20', 'resolution 9/1', []),
                          ('ambiguous', 'E/RES/2003/24', 'Declaration', ['wsis-geneva-declaration'])])
        self.assertTrue(all(row['detail'] for row in found))
        self.assertEqual(said, '1 unresolved, 1 ambiguous\n')

    def test_the_filter_chooses_documents(self):
        self.write('in/a.txt', SEED.replace('resolution 55/25', 'Economic and Social Council resolution 2015/23'))
        self.assertEqual(self.faults('--body', 'GA', status=DONE), ([], 'no contradiction was found\n'))
        self.assertTrue(self.faults('--body', 'ECOSOC')[0])


class Diff(program.ScratchTest):
    def build(self, store, *texts):
        for n, text in enumerate(texts):
            self.write(f'{store}/{n}.txt', text)
        self.assertEqual(self.run_here('build', store, '--store', f'{store}.db').status, DONE)

    def diff(self, *options):
        result = self.run_here('diff', 'old.db', 'new.db', '--format', 'jsonl', *options)
        self.assertEqual(result.status, DONE, result.err)
        return [(row['change'], row['id'], row['target'], row['location']) for row in rows(result)], result.err

    def test_the_same_documents_do_not_differ(self):
        self.build('old', SEED)
        self.build('new', SEED)
        self.assertEqual(self.diff(), ([], 'no difference in what is asked for\n'))

    def test_each_citation_and_document_that_came_or_went_is_a_row(self):
        self.build('old', SEED)
        self.build('new', SEED.replace('resolution 55/25', 'resolution 53/111', 1), SEED.replace('2003/20', '2003/24'))
        changes, _ = self.diff('--no-structure')
        of_seed = [change for change in changes if change[1] == 'E/RES/2003/20']
        self.assertEqual(of_seed, [('added', 'E/RES/2003/20', 'A/RES/53/111', 'pp6'),
                                   ('removed', 'E/RES/2003/20', 'A/RES/55/25', 'pp6')])
        self.assertIn(('added', 'E/RES/2003/24', None, None), changes)
        self.assertEqual(self.diff('--no-structure', '--relation', 'urges_adherence', '--until', '2002')[0], [])

    def test_a_changed_title_is_told(self):
        self.build('old', SEED)
        self.build('new', SEED.replace('Strengthening international', 'Weakening international'))
        self.assertIn(('changed', 'E/RES/2003/20', None, None), self.diff()[0])

    def test_one_store_is_not_enough(self):
        self.build('old', SEED)
        self.assertEqual(self.run_here('diff', 'old.db').status, WRONG_USAGE)
        self.assertEqual(self.run_here('diff', 'old.db', 'new.db').status, NOTHING_DONE)


class StoreInSql(program.ScratchTest):
    """What docs/store.md says."""
    TEXT = (program.ROOT / 'docs/store.md').read_text()

    def setUp(self):
        super().setUp()
        self.assertEqual(self.run_here('build', program.ROOT / 'samples', '--store', 'samples.db').status, DONE)
        self.store = sqlite3.connect(self.folder / 'samples.db')
        self.addCleanup(self.store.close)

    def test_every_query_runs_and_all_that_can_answer_on_the_samples_do(self):
        queries = re.findall(r'(?m)^([^\n]+\?)\n\n((?:    .+\n)+)', self.TEXT)
        self.assertGreaterEqual(len(queries), 10)
        for question, query in queries:
            with self.subTest(question):
                answer = self.store.execute(query).fetchall()
                if 'not resolved' not in question and 'doubtful' not in question:
                    self.assertTrue(answer, query)

    def test_the_views_have_the_columns_that_are_told(self):
        for name, _, columns in re.findall(r'(?m)^\| `(\w+)` \| ([^|]+) \| (.+) \|$', self.TEXT):
            told = re.findall(r'`(\w+)`', columns)
            is_there = [column[1] for column in self.store.execute(f'PRAGMA table_info({name})')]
            self.assertEqual(told, is_there, name)

    def test_the_numbers_of_the_file_are_those_that_are_told(self):
        (application,), = self.store.execute('PRAGMA application_id')
        (version,), = self.store.execute('PRAGMA user_version')
        self.assertIn(f'`PRAGMA application_id` is 0x{application:X}', self.TEXT)
        self.assertIn(f'the version of the tables ({version})', self.TEXT)

    def test_sql_and_program_agree_on_who_cites_a_work(self):
        in_sql = {row[0] for row in self.store.execute("SELECT source FROM citations WHERE target = 'untoc-tip'")}
        result = self.run_here('citing', 'untoc-tip', '--format', 'jsonl', '--store', 'samples.db')
        self.assertEqual({row['id'] for row in rows(result)}, in_sql)


if __name__ == '__main__':
    program.main()
