"""A result is written whole or not at all, and a failure to write is never silent."""
import fcntl
import os
import pty
import struct
import subprocess
import termios

import program
from program import DONE, NOTHING_DONE

SEED = ['--from', program.AKN]
FULL = 'cannot be written: No space left on device'

# Every command that writes, without -o.
WRITERS = [
    ['extract', program.TEXT],
    ['extract', '--text', program.TEXT],
    ['citing', 'untoc', *SEED],
    ['show', 'untoc', *SEED],
    ['rank', '--format', 'json', *SEED],
    ['instruments', 'crime'],
    ['formats'],
    ['export', '-f', 'graphml', *SEED],
    ['export', '-f', 'dot', *SEED],
    ['diagram', 'untoc', '-f', 'svg', *SEED],
]


class OutputTest(program.ScratchTest):
    def test_a_full_disk_is_reported(self):
        for arguments in WRITERS:
            with self.subTest(arguments[0]):
                result = self.run_here(*arguments, '-o', '/dev/full')
                self.assertEqual((result.err, result.status),
                                 (f'resograph: error: /dev/full {FULL}\n', NOTHING_DONE))
                with open('/dev/full', 'wb') as full:
                    finished = subprocess.run([program.PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE)
                self.assertEqual((finished.stderr.decode(), finished.returncode),
                                 (f'resograph: error: standard output {FULL}\n', NOTHING_DONE))

    def test_a_file_that_cannot_be_finished_leaves_the_old_one(self):
        old = self.write('out.graphml', 'old')
        finished = subprocess.run(['sh', '-c', 'ulimit -f 8; trap "" XFSZ; exec "$@"', 'sh', program.PROGRAM, 'export', '-o', 'out.graphml',
                                   *SEED], cwd=self.folder, capture_output=True)
        self.assertEqual(finished.returncode, NOTHING_DONE)
        self.assertIn('out.graphml cannot be written: File too large', finished.stderr.decode())
        self.assertEqual(old.read_text(), 'old')
        self.assertEqual(os.listdir(self.folder), ['out.graphml'])

    def test_output_goes_to_files_devices_and_through_links(self):
        result = self.run_here('extract', program.TEXT, '-o', 'out.jsonl')
        self.assertEqual((result.out, result.err, result.status), ('', '', DONE))
        self.assertEqual((self.folder / 'out.jsonl').read_text(), self.run_here('extract', program.TEXT).out)

        (self.folder / 'link').symlink_to('out.jsonl')
        self.run_here('formats', '-o', 'link')
        self.assertTrue((self.folder / 'link').is_symlink())
        self.assertEqual((self.folder / 'out.jsonl').read_text(), self.run_here('formats').out)

        self.assertEqual(self.run_here('formats', '-o', '/dev/null').status, DONE)
        self.assertTrue(os.path.exists('/dev/null') and not os.path.isfile('/dev/null'))

    def test_a_folder_that_is_not_there(self):
        result = self.run_here('formats', '-o', 'no/such/file')
        self.assertEqual((result.err, result.status),
                         ('resograph: error: no/such/file cannot be written: No such file or directory\n',
                          NOTHING_DONE))

    def test_a_reader_that_leaves_early_hears_no_complaint(self):
        many = [program.TEXT] + [self.write(f'{n}.txt', program.TEXT.read_bytes()) for n in range(50)]
        finished = subprocess.run(['sh', '-c', '"$@" | head -n 1', 'sh', program.PROGRAM, 'extract', *many],
                                  capture_output=True)
        self.assertEqual(len(finished.stdout.splitlines()), 1)
        self.assertEqual(finished.stderr, b'')

    def test_pictures_have_the_format_of_their_name(self):
        for suffix, start in (('svg', b'<?xml'), ('png', b'\x89PNG'), ('pdf', b'%PDF'), ('dot', b'')):
            result = self.run_here('diagram', 'untoc', '-o', f'p.{suffix}', *SEED)
            self.assertEqual((result.out, result.err, result.status), ('', '', DONE))
            picture = (self.folder / f'p.{suffix}').read_bytes()
            self.assertTrue(picture.startswith(start))
            self.assertGreater(len(picture), 500)

    def test_two_tables_are_two_files(self):
        self.assertEqual(self.run_here('export', '-o', 'un.csv', *SEED).status, DONE)
        self.assertEqual(sorted(os.listdir(self.folder)), ['un.edges.csv', 'un.nodes.csv'])

    def test_a_table_fits_the_terminal(self):
        out = self.in_terminal(80, 'citing', 'untoc', *SEED)
        self.assertIn('E/RES/2003/20', out)
        self.assertLessEqual(max(map(len, out.splitlines())), 80)

    def test_identifiers_are_cut_when_nothing_else_is_left_to_cut(self):
        wide = self.in_terminal(120, 'rank', '--by', 'authority', *SEED)
        self.assertIn('vienna-declaration-crime', wide)
        narrow = self.in_terminal(80, 'rank', '--by', 'authority', *SEED)
        self.assertLessEqual(max(map(len, narrow.splitlines())), 80)

    def test_messages_have_colours_on_a_terminal_only_when_wanted(self):
        self.assertIn('\x1b[31merror:\x1b[0m', self.in_terminal(80, 'extract', 'nope', TERM='xterm'))
        self.assertNotIn('\x1b', self.in_terminal(80, 'extract', 'nope', TERM='xterm', NO_COLOR='1'))
        self.assertNotIn('\x1b', self.in_terminal(80, 'extract', 'nope', TERM='dumb'))

    def in_terminal(self, columns, *arguments, **more):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
        subprocess.run([program.PROGRAM, *arguments], cwd=self.folder, stdout=theirs, stderr=theirs,
                       env=program.environment(**more), timeout=60)
        os.close(theirs)
        out = b''
        while True:
            try:
                read = os.read(ours, 65536)
            except OSError:  # the end of a terminal
                read = b''
            if not read:
                os.close(ours)
                return out.decode()
            out += read


if __name__ == '__main__':
    program.main()
