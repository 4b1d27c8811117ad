"""What one document teaches is found by name in the others, whatever the order of the files."""
import json
import sqlite3

import program
from program import DONE, NOTHING_DONE, WRONG_USAGE

FILES = program.ROOT / 'tests/cli/learning'
TEACHER, READER, RIVAL = (FILES / f'{name}.txt' for name in ('teacher', 'reader', 'rival'))
COVENANT = 'A/60/123#annex'
NAME = 'name:kimberley-covenant-on-water'
TAUGHT = [('op1', COVENANT, 'context, learned from A/RES/61/5'), ('pp1', COVENANT, 'name, learned from A/RES/61/5'),
          ('pp2', 'name:tilbury-declaration', 'name')]
UNTAUGHT = [('op1', NAME, 'context'), ('pp1', NAME, 'name'), ('pp2', 'name:tilbury-declaration', 'name')]


def rows(result, status=DONE):
    assert result.status == status, result.err
    return [json.loads(line) for line in result.out.splitlines()]


class Learning(program.ScratchTest):
    def build(self, *files):
        result = self.run_here('build', *files)
        self.assertEqual(result.status, DONE, result.err)

    def cited(self, *source):
        """Where the reader cites what by which evidence, in the graph; sorted."""
        result = self.run_here('cites', 'A/RES/62/8', '--mentions', '--no-structure', '--format', 'jsonl', *source)
        mentions = [(row['location'], row['evidence']) for row in rows(result)]
        targets = {row['id']: row['locations'] for row in
                   rows(self.run_here('cites', 'A/RES/62/8', '--no-structure', '--format', 'jsonl', *source))}
        return sorted((location, next(id for id, places in targets.items() if location in places), evidence)
                      for location, evidence in mentions)

    def in_the_store(self):
        database = sqlite3.connect(self.folder / 'resograph.db')
        found = database.execute("SELECT location, target, evidence FROM citations WHERE source = 'A/RES/62/8' ORDER BY location")
        return found.fetchall()

    def test_a_name_is_learned_whatever_the_order_of_the_files(self):
        for files in ([TEACHER, READER], [READER, TEACHER]):
            self.assertEqual(self.cited('--from', *files), TAUGHT)

    def test_a_teacher_that_comes_later_teaches_what_was_stored_before(self):
        self.build(READER)
        self.assertEqual(self.cited(), UNTAUGHT)
        self.build(TEACHER)
        self.assertEqual(self.cited(), TAUGHT)
        self.assertEqual(self.in_the_store(), TAUGHT)

    def test_what_is_taught_no_longer_is_forgotten(self):
        teacher = self.write('in/teacher.txt', TEACHER.read_bytes())
        self.write('in/reader.txt', READER.read_bytes())
        self.build('in')
        self.assertEqual(self.in_the_store(), TAUGHT)
        teacher.unlink()
        self.build('in')
        self.assertEqual(self.in_the_store(), UNTAUGHT)
        self.assertEqual(self.cited(), UNTAUGHT)

    def test_of_two_targets_taught_equally_often_neither_counts(self):
        self.build(TEACHER, READER, RIVAL)
        self.assertEqual(self.in_the_store(), UNTAUGHT)
        self.assertEqual(self.cited('--from', RIVAL, READER, TEACHER), UNTAUGHT)

    def test_the_target_taught_most_often_counts(self):
        second = self.write('second.txt', TEACHER.read_text().replace('61/5', '64/2'))
        self.build(RIVAL, TEACHER, READER, second)
        self.assertEqual(self.in_the_store(), TAUGHT)
        self.assertEqual(self.cited('--from', second, RIVAL, READER, TEACHER), TAUGHT)

    def test_a_document_cannot_mean_what_is_younger(self):
        early = self.write('early.txt', READER.read_text().replace('62/8', '40/8').replace('2007', '1985'))
        self.build(TEACHER, early)
        self.assertEqual([row['id'] for row in rows(self.run_here('cites', 'A/RES/40/8', '--format', 'jsonl'))][:1], [NAME])

    def test_every_question_knows_the_name_in_the_store_and_in_memory(self):
        self.build(TEACHER, READER)
        memory = ['--from', TEACHER, READER]
        for question in (['citing', COVENANT], ['citing', NAME], ['citing', 'Kimberley Covenant on Water'],
                         ['citing', COVENANT, '--mentions'], ['show', COVENANT], ['rank'], ['check'],
                         ['path', 'A/RES/62/8', COVENANT], ['why', 'A/RES/62/8', COVENANT], ['export', '-f', 'graphml'],
                         ['instruments', '--learned']):
            with self.subTest(question):
                stored = self.run_here(*question)
                read = self.run_here(*question, *memory)
                self.assertEqual((stored.out, stored.err, stored.status), (read.out, read.err, read.status))
        self.assertEqual([row['id'] for row in rows(self.run_here('citing', NAME, '--format', 'jsonl'))],
                         ['A/RES/61/5', 'A/RES/62/8'])
        self.assertIn('"title":"Kimberley Covenant on Water"', self.run_here('show', COVENANT, '--format', 'json').out)
        self.assertIn('another document says where it is', self.run_here('why', 'A/RES/62/8', COVENANT).out)

    def test_what_was_learned_is_a_table_for_the_registry(self):
        learned = self.run_here('instruments', '--learned', '--format', 'tsv', '--from', TEACHER)
        table = self.write('mine.tsv', learned.out)
        header = (program.ROOT / 'registry/tables/instruments.tsv').read_text().splitlines()[0]
        self.assertEqual(learned.out.splitlines()[0], header + '\twhere\tdocuments')
        cited = rows(self.run_here('extract', READER, '--registry', table))
        self.assertEqual(cited[0]['target'], 'kimberley-covenant-on-water')
        self.assertEqual(rows(self.run_here('instruments', 'kimberley', '--registry', table, '--format', 'jsonl'))[0]['symbol'],
                         COVENANT)
        nothing = self.run_here('instruments', '--learned', '--from', TEACHER, '--registry', table)
        self.assertIn('teach no such name', nothing.err)

    def test_words_choose_among_what_was_learned(self):
        for words, found in (["covenant"], 1), (["protocol"], 0):
            learned = self.run_here('instruments', '--learned', *words, '--format', 'jsonl', '--from', TEACHER)
            self.assertEqual(len(rows(learned)), found)

    def test_only_what_was_learned_needs_documents(self):
        self.assertEqual(self.run_here('instruments', '--from', TEACHER).status, WRONG_USAGE)
        self.assertEqual(self.run_here('instruments', '--learned').status, NOTHING_DONE)


if __name__ == '__main__':
    program.main()
