"""A store is brought up to date by reading only what changed, and survives what happens to a build."""
import os
import pathlib
import re
import signal
import subprocess
import time

import program
from program import DONE, NOTHING_DONE, PARTLY_DONE

SUMMARY = re.compile(r'(\S+): (\d+) files read, (\d+) unchanged, (\d+) removed, (\d+) unusable\n$')


class StoreTest(program.ScratchTest):
    def setUp(self):
        super().setUp()
        self.write('in/a.txt', program.TEXT.read_bytes())
        self.write('in/b.xml', program.AKN.read_bytes())

    def build(self, *paths, status=DONE, **more):
        result = self.run_here('build', *(paths or ['in']), **more)
        self.assertEqual(result.status, status, result.err)
        found = SUMMARY.search(result.err)
        self.assertTrue(found, result.err)
        return tuple(map(int, found.groups()[1:]))

    def answer(self):
        return self.run_here('citing', 'untoc', '--mentions').out

    def test_a_second_build_reads_nothing(self):
        self.assertEqual(self.build(), (2, 0, 0, 0))
        self.assertEqual(self.build(), (0, 2, 0, 0))

    def test_the_store_answers_as_the_files_do(self):
        self.build()
        for question in (['citing', 'untoc'], ['cites', 'E/RES/2003/20'], ['show', 'crc'], ['rank'],
                         ['export', '-f', 'graphml']):
            self.assertEqual(self.run_here(*question).out, self.run_here(*question, '--from', 'in').out)

    def test_a_catalogue_that_comes_in_parts_is_one_file(self):
        record = ('<record><datafield tag="191"><subfield code="a">A/{0}/L.1</subfield></datafield>'
                  '<datafield tag="993"><subfield code="a">A/RES/{0}/1</subfield></datafield></record>\n')
        records = [record.format(session) for session in range(1, 9000)]
        head = '<collection xmlns="http://www.loc.gov/MARC21/slim">\n'
        path = self.write('in/c.xml', head + ''.join(records) + '</collection>\n')
        self.assertGreater(path.stat().st_size, 1 << 20)
        self.assertEqual(self.build(), (3, 0, 0, 0))
        for question in (['show', 'A/RES/1/1'], ['show', 'A/RES/8999/1'], ['show', 'A/8999/L.1']):
            stored = self.run_here(*question)
            self.assertIn('related', stored.out)
            self.assertEqual(stored.out, self.run_here(*question, '--from', 'in').out)
        records[8000] = '<record><datafield></record>\n'
        self.write('in/c.xml', head + ''.join(records) + '</collection>\n')
        result = self.run_here('build', 'in')
        self.assertIn('in/c.xml:8002:22: error: not well-formed XML', result.err)
        self.assertEqual(result.status, PARTLY_DONE)
        self.assertNotIn('related', self.run_here('show', 'A/8001/L.1').out)
        self.assertIn('related', self.run_here('show', 'A/8002/L.1').out)

    def test_who_cites_a_work_is_read_alone_and_is_the_same(self):
        # The seed is in two files; in the text this one lacks a citation that the other has.
        self.write('in/a.txt', program.TEXT.read_bytes().replace(b'55/25', b'55/26'))
        self.write('in/c.txt', program.TEXT.read_bytes().replace(b'2003/20', b'2003/24'))
        self.build()
        for question in ('untoc', 'crc --with-protocols', 'untoc --with-protocols --mentions', 'untoc --min-weight 5',
                         'untoc --relation acts_under --mentions', 'untoc-tip --since 2004', 'bwc', 'A/RES/55/26',
                         'A/RES/55/25', 'CRC --body ecosoc --no-structure', 'untoc --around crc',
                         'crc --transitive', 'A/RES/53/999', 'Strengthening international cooperation in preventing'):
            with self.subTest(question):
                stored, read = (self.run_here('citing', *question.split(), '--format', 'jsonl', *more)
                                for more in ([], ['--from', 'in']))
                self.assertEqual((stored.out, stored.err, stored.status), (read.out, read.err, read.status))

    def test_what_changed_is_read_and_what_vanished_is_removed(self):
        self.build()
        self.write('in/c.txt', 'Recalling the Convention on the Rights of the Child,\n')
        self.assertEqual(self.build(), (1, 2, 0, 0))
        self.write('in/c.txt', 'Recalling the Convention against Torture and Other things,\n')
        self.assertEqual(self.build(), (1, 2, 0, 0))
        os.utime(self.folder / 'in/a.txt')
        self.assertEqual(self.build(), (0, 3, 0, 0))
        (self.folder / 'in/c.txt').unlink()
        self.assertEqual(self.build(), (0, 2, 1, 0))
        self.assertEqual(self.answer(), self.run_here('citing', 'untoc', '--mentions', '--from', 'in').out)

    def test_an_edit_that_keeps_size_and_time_just_after_a_build_is_found(self):
        before = os.stat(self.folder / 'in/a.txt')
        self.build()
        self.write('in/a.txt', program.TEXT.read_bytes().replace(b'55/25', b'55/26'))
        os.utime(self.folder / 'in/a.txt', ns=(before.st_atime_ns, before.st_mtime_ns))
        self.assertEqual(self.build(), (1, 1, 0, 0))

    def test_files_of_another_folder_stay(self):
        self.write('other/d.txt', 'Recalling the Convention on the Rights of the Child,\n')
        self.build()
        self.assertEqual(self.build('other'), (1, 0, 0, 0))
        (self.folder / 'in').rename(self.folder / 'elsewhere')
        self.assertEqual(self.build('other'), (0, 1, 0, 0))
        self.assertIn('E/RES/2003/20', self.answer())

    def test_a_file_that_broke_keeps_what_was_read_of_it_and_is_named_each_time(self):
        (self.folder / 'in/b.xml').unlink()
        self.build()
        answer = self.answer()
        self.write('in/a.txt', b'')
        for _ in range(2):
            self.assertEqual(self.build(status=NOTHING_DONE), (0, 0, 0, 1))
            self.assertEqual(self.answer(), answer)

    def test_another_registry_reads_everything_again(self):
        self.build()
        self.write('mine.tsv', 'id\ttitle\nmy-convention\tConvention on Samples of Text\n')
        self.assertEqual(self.build('in', '--registry', 'mine.tsv'), (2, 0, 0, 0))
        self.assertEqual(self.build('in', '--registry', 'mine.tsv'), (0, 2, 0, 0))
        self.assertEqual(self.build('in'), (2, 0, 0, 0))

    def test_a_killed_build_leaves_the_store_as_it_was(self):
        self.build()
        answer = self.answer()
        for n in range(300):
            self.write(f'in/more/{n}.txt', program.TEXT.read_bytes().replace(b'2003/20', f'2003/{n}'.encode()))
        for delay in (0.01, 0.03, 0.06, 0.1):
            with subprocess.Popen([program.PROGRAM, 'build', 'in'], cwd=self.folder, stderr=subprocess.PIPE) as build:
                time.sleep(delay)
                build.send_signal(signal.SIGKILL)
                killed = build.wait() == -signal.SIGKILL
            if killed:
                self.assertEqual(self.answer(), answer)
        read, unchanged, removed, unusable = self.build()
        self.assertEqual((read + unchanged, removed, unusable), (302, 0, 0))

    def test_a_file_that_is_no_store_is_left_alone(self):
        for name, content in (('text', b'not a store\n' * 100), ('empty', b'')):
            path = self.write(name, content)
            self.assertEqual(self.run_here('citing', 'untoc', '--store', name).status, NOTHING_DONE)
            self.assertEqual(path.read_bytes(), content)
        result = self.run_here('build', 'in', '--store', 'text')
        self.assertEqual(result.status, NOTHING_DONE)
        self.assertRegex(result.err, r'^resograph: error: .*text')
        self.assertEqual((self.folder / 'text').read_bytes(), b'not a store\n' * 100)

    def test_a_store_that_is_missing_is_not_made_by_a_question(self):
        result = self.run_here('citing', 'untoc')
        self.assertEqual(result.status, NOTHING_DONE)
        self.assertFalse(pathlib.Path(self.folder / 'resograph.db').exists())

    def test_bad_input_costs_only_itself(self):
        self.write('in/empty.txt', b'')
        self.assertEqual(self.build(status=PARTLY_DONE), (2, 0, 0, 1))
        self.assertEqual(self.build(status=PARTLY_DONE), (0, 2, 0, 1))


if __name__ == '__main__':
    program.main()
