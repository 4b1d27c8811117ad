"""Documents with their references marked up: what was read by a person before it was accepted, and how it is written."""
import os
import pathlib
import re
import shutil
import subprocess
import unittest

import program
from program import DONE, NOTHING_DONE, PARTLY_DONE, WRONG_USAGE

GOLDEN = program.ROOT / 'tests/cli/golden/annotated'
SAMPLES = sorted(file for file in (program.ROOT / 'samples').glob('*') if file.stem != 'README'
                 and not file.name.endswith('.marc.xml'))  # a catalogue is no document to mark up
SHARED = pathlib.Path(os.environ.get('RESOGRAPH_SHARED', program.ROOT.parent / 'shared'))


class Annotate(program.ScratchTest):
    maxDiff = None

    def check_golden(self, name, written):
        golden = GOLDEN / name
        if 'ACCEPT_GOLDEN' in os.environ:
            GOLDEN.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(written.encode())
        self.assertEqual(written, golden.read_bytes().decode())

    def test_every_sample_gives_its_golden_files(self):
        for sample in SAMPLES:
            with self.subTest(sample.name):
                for suffix in ('xml', 'html'):
                    output = self.folder / f'out.{suffix}'
                    result = program.run('annotate', f'samples/{sample.name}', '-o', output)
                    self.assertEqual((result.out, result.err, result.status), ('', '', DONE))
                    self.check_golden(f'{sample.name}.{suffix}', output.read_text())

    def test_no_golden_file_is_left_over(self):
        self.assertEqual(sorted(file.name for file in GOLDEN.glob('*')),
                         sorted(f'{sample.name}.{suffix}' for sample in SAMPLES for suffix in ('xml', 'html')))

    def test_without_the_references_the_source_is_left(self):
        written = program.run('annotate', program.AKN).out
        self.assertEqual(re.sub(r'</?[mr]?ref\b[^>]*>', '', written).encode(), program.AKN.read_bytes())

    def test_the_text_and_the_akoma_ntoso_of_a_resolution_have_the_same_references(self):
        def references(file):
            return re.findall(r'<[mr]?ref [^>]*>', program.run('annotate', file).out)
        self.assertEqual(references(program.TEXT), references(program.AKN))

    def test_standard_input_and_output(self):
        whole = program.run('annotate', program.AKN).out
        self.assertEqual(program.run('annotate', '-', stdin=program.AKN.read_bytes()).out, whole)
        self.assertIn('<!DOCTYPE html>', program.run('annotate', program.AKN, '--format', 'html').out)

    def test_what_cannot_be_annotated_leaves_the_old_file(self):
        old = self.write('out.xml', 'old')
        bad = self.write('bad.xml', '<akomaNtoso><statement>\n<p></akomaNtoso>')
        for file, message in ((bad, f'{bad}:2:'), (self.write('empty.xml', ''), 'is empty, expected a document'),
                              ('no-such-file', 'no-such-file')):
            result = self.run_here('annotate', file, '-o', 'out.xml')
            self.assertEqual((result.out, result.status, old.read_text()), ('', NOTHING_DONE, 'old'))
            self.assertIn(message, result.err)
            self.assertIn('error: ', result.err)
        self.assertEqual(self.run_here('annotate', program.AKN, '--format', 'pdf').status, WRONG_USAGE)

    def test_folders_and_archives_become_a_folder(self):
        sources = self.folder / 'sources'
        (sources / 'more').mkdir(parents=True)
        for place in (sources, sources / 'more'):
            shutil.copy(program.TEXT, place)
        shutil.copy(program.AKN, sources)
        (sources / 'broken.xml').write_text('<akomaNtoso>')
        archive = shutil.make_archive(self.folder / 'archive', 'zip', sources)
        for source in (sources, archive):
            with self.subTest(source):
                result = self.run_here('annotate', source, '-o', 'annotated/')
                self.assertEqual((result.out, result.status), ('', PARTLY_DONE))
                self.assertIn('broken.xml:1:', result.err)
                text, akn = f'{program.TEXT.name}.xml', program.AKN.name
                written = {file.name: file.read_text() for file in (self.folder / 'annotated').iterdir()}
                self.assertEqual(sorted(written), sorted([text, text.replace('.xml', '-2.xml'), akn]))
                self.assertEqual(written[akn], program.run('annotate', program.AKN).out)
                self.assertEqual(written[text], program.run('annotate', program.TEXT).out)
                shutil.rmtree(self.folder / 'annotated')

    def test_many_documents_need_a_folder_of_their_own(self):
        samples = program.ROOT / 'samples'
        for output, message in (('-', '"-o FOLDER/'), ('x.xml', '-o FOLDER/'), (samples, 'expected another folder')):
            result = self.run_here('annotate', samples, '-o', output)
            self.assertEqual((result.out, result.status), ('', WRONG_USAGE))
            self.assertIn(message.strip('"'), result.err)
        self.assertFalse((self.folder / 'x.xml').exists())

    def test_the_table_of_metadata_completes_a_document(self):
        document = self.write('unnamed.txt', 'The General Assembly,\n\nRecalling its resolution 55/25,\n')
        table = self.write('table.csv', f'file,symbol\n{document},A/RES/60/1\n')
        self.assertIn('unga/2005-09-16/60-1/', self.run_here('annotate', document, '--metadata', table).out)

    def test_a_limit_is_for_the_source_and_not_for_what_is_made_of_it(self):
        whole = program.run('annotate', program.TEXT).out
        self.assertEqual(program.run('annotate', program.TEXT, '--max-depth', '3').out, whole)

    def test_the_golden_files_are_valid(self):
        schema = SHARED / 'schema/akomantoso30.xsd'
        if not schema.exists():
            self.skipTest(f'no schema in {SHARED}')
        result = subprocess.run(['xmllint', '--noout', '--nonet', '--schema', schema, *GOLDEN.glob('*.xml')],
                                capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_the_gold_file_is_matched_byte_for_byte(self):
        gold = SHARED / 'samples/e-res-2003-20.gold.akn.xml'
        if not gold.exists():
            self.skipTest(f'no gold in {SHARED}')
        self.assertEqual(program.run('annotate', SHARED / 'samples/e-res-2003-20.akn.xml').out, gold.read_text())


if __name__ == '__main__':
    program.main()
