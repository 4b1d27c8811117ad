"""Input that cannot be used is named on standard error, and everything else is still processed."""
import os
import re
import zipfile

import program
from program import DONE, NOTHING_DONE, PARTLY_DONE

DEEP = 1_000_000

# Name, bytes, what standard error says of it.
BAD_FILES = [
    ('truncated.xml', program.AKN.read_bytes()[:9000] if program.AKN.exists() else b'', r':\d+:\d+: error: '),
    ('empty.txt', b'', r': error: is empty, expected a document'),
    ('binary.doc', bytes(range(256)) * 64, r': error: is in no format that resograph reads'),
    ('picture.png', b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1', r': error: is in no format'),
    ('nested.xml', b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">' + b'<p>' * DEEP +
     b'</p>' * DEEP + b'</akomaNtoso>', r':\d+:\d+: error: elements nested more than 10000 deep'),
    ('truncated.pdf', b'%PDF-1.7\n1 0 obj\n<< /Type /Catalog', r': error: damaged or incomplete, expected a whole PDF'),
    ('truncated.tei.xml', b'<TEI><text><p>The General', r':\d+:\d+: error: not well-formed'),
    ('records.xml', b'<collection xmlns="http://www.loc.gov/MARC21/slim">\n</collection>', r':1:1: error: no record in it'),
    ('unclosed.xml', b'<akomaNtoso>' + b'<p>' * DEEP, r':\d+:\d+: error: not well-formed'),
]


class BadInput(program.ScratchTest):
    def test_a_bad_file_alone_leaves_nothing_to_do(self):
        for name, content, message in BAD_FILES:
            with self.subTest(name):
                self.write(name, content)
                result = self.run_here('extract', name)
                self.assertRegex(result.err, '^' + re.escape(name) + message)
                self.assertEqual((result.out, result.status), ('', NOTHING_DONE))

    def test_a_bad_file_beside_a_good_one_costs_only_itself(self):
        for name, content, message in BAD_FILES:
            with self.subTest(name):
                self.write(name, content)
                result = self.run_here('extract', name, program.TEXT)
                self.assertRegex(result.err, '^' + re.escape(name) + message)
                self.assertEqual(len(result.out.splitlines()), program.CITATIONS_OF_SEED)
                self.assertEqual(result.status, PARTLY_DONE)

    def test_invalid_utf8_is_read_and_written_as_valid_utf8(self):
        self.write('latin.txt', program.TEXT.read_bytes().replace(b'Urges', b'Urg\xe9s \xff').replace(b'Recalling', b'\xc0\xafRecalling', 1))
        for arguments in (['extract', 'latin.txt'], ['extract', '--text', 'latin.txt']):
            result = self.run_here(*arguments)  # decodes strictly
            self.assertIn('Protocol to Prevent', result.out)
            self.assertIn(result.status, (DONE, PARTLY_DONE))

    def test_a_folder_without_documents(self):
        (self.folder / 'empty').mkdir()
        result = self.run_here('extract', 'empty')
        self.assertEqual((result.out, result.err, result.status),
                         ('', 'empty: error: holds no files, expected documents\n', NOTHING_DONE))

    def test_what_is_no_file_is_left_out_without_waiting(self):
        os.mkfifo(self.write('in/seed.txt', program.TEXT.read_bytes()).parent / 'pipe')
        (self.folder / 'in/loop').symlink_to('..')
        result = self.run_here('extract', 'in')
        self.assertEqual(result.err, 'in/loop: warning: left out: it is a link to a folder\n'
                                     'in/pipe: warning: left out: it is a named pipe\n')
        self.assertEqual(result.status, DONE)
        self.assertEqual(self.run_here('extract', 'in/pipe', '/dev/zero').status, NOTHING_DONE)

    def test_a_missing_file(self):
        result = self.run_here('extract', 'nope.xml', program.TEXT)
        self.assertEqual(result.err, 'nope.xml: error: cannot be opened: No such file or directory\n')
        self.assertEqual(result.status, PARTLY_DONE)

    def test_a_file_above_the_limit(self):
        self.write('large.txt', program.TEXT.read_bytes() + b'\n' * (1 << 20))
        result = self.run_here('extract', '--max-size', '1', 'large.txt')
        self.assertEqual(result.err, 'large.txt: error: is larger than 1 MiB (--max-size raises the limit)\n')
        self.assertEqual(result.status, NOTHING_DONE)

    def test_each_limit_is_named_with_the_option_that_raises_it(self):
        nested = b'<akomaNtoso><statement><mainBody>' + b'<div>' * 50 + b'<p>The General Assembly,</p><p>Recalling its resolution 55/25,</p>'
        self.write('nested.xml', nested + b'</div>' * 50 + b'</mainBody></statement></akomaNtoso>')
        with zipfile.ZipFile(self.folder / 'bomb.docx', 'w', zipfile.ZIP_DEFLATED) as bomb:
            bomb.writestr('[Content_Types].xml', '<Types/>')
            bomb.writestr('word/document.xml', '<document><body><p><r><t>The General Assembly,</t></r></p>'
                          '<p><r><t>Recalling its resolution 55/25,</t></r></p></body>'
                          + ' ' * (20 << 20) + '</document>')
        pdf, docx = program.ROOT / 'samples/e-res-2003-20.pdf', program.ROOT / 'samples/e-res-2003-20.docx'
        for file, option, low, high in (('nested.xml', '--max-depth', 20, 100), (pdf, '--max-pages', 1, 100),
                                        ('bomb.docx', '--max-growth', 50, 5000), (docx, '--max-members', 1, 100)):
            with self.subTest(option):
                result = self.run_here('extract', option, str(low), file)
                self.assertIn(f'({option} raises the limit)', result.err)
                self.assertEqual((result.out, result.status), ('', NOTHING_DONE))
                result = self.run_here('extract', option, str(high), file)
                self.assertEqual((result.err, result.status), ('', DONE))
                self.assertIn('A/RES/55/25', result.out)

    def test_a_hostile_file_name_cannot_command_the_terminal(self):
        self.write('a\x1b[31m\nb.txt', b'')
        result = self.run_here('extract', '.')
        self.assertEqual(result.err, r'a\x1b[31m\x0ab.txt: error: is empty, expected a document' + '\n')

    def test_standard_input_is_a_document_too(self):
        result = self.run_here('extract', '-', stdin=program.TEXT.read_bytes())
        self.assertEqual(len(result.out.splitlines()), program.CITATIONS_OF_SEED)
        self.assertIn('"file":"-"', result.out)
        self.assertEqual(self.run_here('extract', '-').err, '-: error: is empty, expected a document\n')

    def test_a_question_about_nothing_readable_is_not_answered(self):
        self.write('empty.txt', b'')
        result = self.run_here('citing', 'untoc', '--from', 'empty.txt')
        self.assertEqual((result.out, result.status), ('', NOTHING_DONE))

    def test_a_registry_with_a_bad_row_is_used_but_for_that_row(self):
        self.write('mine.tsv', 'id\ttitle\nmy-convention\tConvention on Samples of Text\nbad id\tX\n')
        ilo = b'International Labour Organization Convention No. 182'
        self.write('doc.txt', program.TEXT.read_bytes().replace(ilo, b'Convention on Samples of Text'))
        result = self.run_here('extract', '--registry', 'mine.tsv', 'doc.txt')
        self.assertIn('"target":"my-convention"', result.out)
        self.assertRegex(result.err, r'^mine\.tsv:3:1: error: ')
        self.assertEqual(result.status, PARTLY_DONE)

    def test_an_importer_that_nobody_has(self):
        result = self.run_here('extract', '--input-format', 'wordstar', program.TEXT)
        self.assertEqual(result.status, program.WRONG_USAGE)
        self.assertIn('wordstar', result.err)


if __name__ == '__main__':
    program.main()
