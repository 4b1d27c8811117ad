"""The number of threads changes nothing that is printed."""
import program

COPIES = 60


class Jobs(program.ScratchTest):
    def test_output_is_the_same_for_any_number_of_threads(self):
        seed = program.TEXT.read_bytes()
        for n in range(COPIES):
            self.write(f'in/{n}.txt', b'' if n % 7 == 0 else seed[:len(seed) * n // COPIES] if n % 3 else seed)
        for arguments in (['extract', 'in'], ['extract', '--text', 'in'], ['rank', '--from', 'in'],
                          ['export', '-f', 'graphml', '--from', 'in']):
            with self.subTest(arguments):
                one, *more = [self.run_here(*arguments, '--jobs', str(jobs)) for jobs in (1, 2, 3, 4)]
                self.assertIn('in/7.txt: error: is empty', one.err)
                self.assertGreater(len(one.out), 1000)
                for other in more:
                    self.assertEqual((other.out, other.err, other.status), (one.out, one.err, one.status))


if __name__ == '__main__':
    program.main()
