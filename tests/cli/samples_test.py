"""Every file of samples/ against the citations that were read by a person before they were accepted."""
import os
import unittest

import program

GOLDEN = program.ROOT / 'tests/cli/golden/samples'
SAMPLES = sorted(file for file in (program.ROOT / 'samples').glob('*') if file.is_file() and file.stem != 'README')


class Samples(unittest.TestCase):
    maxDiff = None

    def test_every_sample_gives_its_golden_citations(self):
        for sample in SAMPLES:
            with self.subTest(sample.name):
                result = program.run('extract', f'samples/{sample.name}')
                self.assertEqual((result.err, result.status), ('', program.DONE))
                golden = GOLDEN / f'{sample.name}.jsonl'
                if 'ACCEPT_GOLDEN' in os.environ:
                    GOLDEN.mkdir(parents=True, exist_ok=True)
                    golden.write_bytes(result.out.encode())
                self.assertEqual(result.out, golden.read_bytes().decode())

    def test_no_golden_file_is_left_over(self):
        self.assertEqual([file.name for file in sorted(GOLDEN.glob('*'))],
                         [f'{sample.name}.jsonl' for sample in SAMPLES])


if __name__ == '__main__':
    program.main()
