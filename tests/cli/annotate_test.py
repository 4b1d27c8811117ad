"""Documents with their references marked up: what was read by a person before it was accepted, and how it is written."""
import os
import pathlib
import re
import subprocess
import unittest

import program
from program import DONE, NOTHING_DONE, WRONG_USAGE

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
        self.assertEqual(self.run_here('annotate', program.ROOT / 'samples').status, WRONG_USAGE)
        self.assertEqual(self.run_here('annotate', program.AKN, '--format', 'pdf').status, WRONG_USAGE)

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
