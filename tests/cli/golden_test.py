"""What each command prints on the samples. With ACCEPT_GOLDEN in the environment the files are written anew."""
import os
import unittest

import program

GOLDEN = program.ROOT / 'tests/cli/golden'
ALL = '--from samples/a-hrc-res-36-5.akn.xml samples/a-res-1514-xv.txt samples/a-res-55-255.txt samples/a-res-56-253.txt ' \
    'samples/a-res-69-187.txt samples/e-res-2003-20.akn.xml samples/e-res-2015-23.txt samples/s-res-2388-2017.txt'
SEED = '--from samples/e-res-2003-20.akn.xml'

# The name of a golden file: the command line.
CASES = {
    'extract-table': 'extract --format table samples/e-res-2003-20.txt',
    'extract-csv': 'extract --format csv samples/e-res-2003-20.txt',
    'extract-text': 'extract --text samples/e-res-2003-20.txt',
    'citing': f'citing untoc-tip {SEED}',
    'citing-mentions': f'citing untoc-tip --mentions {SEED}',
    'citing-quote': f'citing untoc-tip --quote --format jsonl {SEED}',
    'citing-json': f'citing untoc-tip --format json {SEED}',
    'citing-jsonl': f'citing untoc-tip --format jsonl {SEED}',
    'citing-csv': f'citing untoc-tip --format csv {SEED}',
    'citing-markdown': f'citing untoc-tip --format markdown {SEED}',
    'citing-transitive': f'citing untoc-tip --transitive {SEED}',
    'citing-nothing': f'citing bwc {SEED}',
    'citing-unknown': f'citing untocc {SEED}',
    'citing-filtered': f'citing untoc --relation acts_under --body ecosoc --since 2003 --until 2003-12 --mentions {SEED}',
    'citing-too-late': f'citing untoc --since 2003-08 {SEED}',
    'cites': f'cites E/RES/2003/20 {SEED}',
    'cites-filtered': f'cites E/RES/2003/20 --until 1999 {SEED}',
    'show': f'show untoc-tip {SEED}',
    'show-json': f'show E/RES/2003/20 --format json {SEED}',
    'show-uncited': f'show bwc {SEED}',
    'path': f'path E/RES/2003/20 A/RES/55/25 {SEED}',
    'path-backwards': f'path crc untoc {SEED}',
    'path-none': f'path crc bwc {SEED}',
    'rank': f'rank --limit 3 {SEED}',
    'rank-pagerank': f'rank --by pagerank --limit 3 --format jsonl {SEED}',
    'rank-authority': f'rank --by authority --limit 5 {ALL}',
    'rank-hub': f'rank --by hub --limit 5 {ALL}',
    'rank-of-treaties': f'rank --kind treaty --kind protocol --body ecosoc --since 2003 --limit 3 {ALL}',
    'citing-with-protocols': f'citing untoc --with-protocols {ALL}',
    'citing-mentions-with-protocols': f'citing crc --with-protocols --mentions --until 2003 --format jsonl {SEED}',
    'citing-around': f'citing untoc --around A/RES/55/255 {ALL}',
    'citing-often': f'citing untoc --min-weight 5 {ALL}',
    'cites-of-kind': f'cites E/RES/2015/23 --kind treaty {ALL}',
    'show-no-structure': f'show untoc-tip --no-structure {SEED}',
    'path-around-unknown': f'path crc untoc --around nowhere {SEED}',
    'related': f'related untoc-tip --limit 4 {ALL}',
    'related-by-coupling': f'related E/RES/2003/20 --by coupling --kind resolution {ALL}',
    'related-nothing': f'related bwc {ALL}',
    'mainpath': f'mainpath untoc --with-protocols {ALL}',
    'mainpath-spnp': f'mainpath un-charter --by spnp --format jsonl {ALL}',
    'mainpath-topic': f'mainpath {ALL} --topic firearms protocol',
    'mainpath-of-nothing': f'mainpath {ALL}',
    'communities': f'communities {ALL}',
    'communities-components': f'communities --by component --format json {ALL}',
    'timeline': f'timeline untoc --with-protocols {ALL}',
    'timeline-csv': f'timeline untoc --format csv {ALL}',
    'timeline-nothing': f'timeline bwc {ALL}',
    'between': f'between E/RES/2003/20 untoc {ALL}',
    'between-nothing': f'between bwc untoc {ALL}',
    'dangling': f'dangling --kind resolution --limit 5 {ALL}',
    'check': f'check {ALL}',
    'check-filtered': f'check --body GA --until 1970 {ALL}',
    'diff-no-store': 'diff samples/one.db samples/other.db',
    'instruments': 'instruments trafficking protocol',
    'instruments-none': 'instruments no such thing',
    'instruments-learned': 'instruments --learned --from tests/cli/learning/teacher.txt tests/cli/learning/reader.txt',
    'instruments-learned-tsv': 'instruments --learned --format tsv --from tests/cli/learning/teacher.txt',
    'instruments-learned-none': 'instruments --learned --from tests/cli/learning/teacher.txt tests/cli/learning/rival.txt',
    'formats': 'formats',
    'no-command': '',
    'unknown-command': 'cite untoc',
    'unknown-option': 'citing untoc --form samples',
    'unknown-relation': f'citing untoc --relation likes {SEED}',
    'not-a-date': f'citing untoc --since yesterday {SEED}',
    'export-unknown-format': f'export -f docx {SEED}',
    'export-two-files': f'export -f csv {SEED}',
    'diagram-unknown-format': f'diagram untoc -o x.gif {SEED}',
    'no-store': 'citing untoc --store samples/no-such.db',
}


def transcript(line):
    result = program.run(*line.split())
    return f'$ resograph {line}\n{result.out}--- standard error\n{result.err}--- status {result.status}\n'


class Golden(unittest.TestCase):
    maxDiff = None

    def test_every_command_prints_what_its_golden_file_says(self):
        for name, line in CASES.items():
            with self.subTest(name):
                printed = transcript(line)
                file = GOLDEN / f'{name}.txt'
                if 'ACCEPT_GOLDEN' in os.environ:
                    GOLDEN.mkdir(exist_ok=True)
                    file.write_bytes(printed.encode())
                self.assertEqual(printed, file.read_bytes().decode())

    def test_no_golden_file_is_left_over(self):
        self.assertEqual({file.stem for file in GOLDEN.glob('*.txt')}, set(CASES))

    def test_all_names_of_a_work_give_the_same_answer(self):
        for names in (['untoc-tip', 'GA 55/25 annex II', 'A/RES/55/25#annexII'],
                      ['crc', 'CRC', 'Convention on the Rights of the Child']):
            answers = {program.run('citing', name, *SEED.split()).out for name in names}
            self.assertEqual(len(answers), 1, names)
            self.assertIn('E/RES/2003/20', answers.pop())

    def test_a_name_of_several_words_needs_no_quotes(self):
        self.assertEqual(program.run('citing', 'GA', '55/25', 'annex', 'II', *SEED.split()).out,
                         program.run('citing', 'untoc-tip', *SEED.split()).out)

    def test_the_help_of_every_command_names_its_options(self):
        for command in ('build', 'extract', 'annotate', 'why', 'citing', 'cites', 'show', 'path', 'between', 'rank', 'related', 'mainpath',
                        'communities', 'timeline', 'dangling', 'check', 'diff', 'diagram', 'export', 'instruments',
                        'formats'):
            result = program.run(command, '--help')
            self.assertEqual((result.status, result.err), (program.DONE, ''))
            self.assertIn('--', result.out)


if __name__ == '__main__':
    program.main()
