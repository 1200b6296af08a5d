"""``python -m tests.ingest.synthetic --seeds 500``: how many synthetic letters are read right, and which are not."""

import argparse
import sys
from collections import Counter

from ingest.readers.decoding import decode
from tests.ingest.synthetic.check import wrongs
from tests.ingest.synthetic.letters import draw


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ingest.synthetic", description=__doc__)
    parser.add_argument("--seeds", type=int, default=500, help="how many letters to draw")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--list", type=int, default=10, help="how many failures to print")
    parser.add_argument("--show", type=int, help="print the letter of one seed instead")
    parser.add_argument("--layout", default="", help="only letters of layouts that start with this")
    options = parser.parse_args()
    if options.show is not None:
        letter = draw(options.show)
        sys.stdout.write(f"{letter.truth.form}\n{decode(letter.data, letter.source)}\n")
        return 0
    drawn = failed = 0
    kinds: Counter[str] = Counter()
    for seed in range(options.first, options.first + options.seeds):
        letter = draw(seed)
        if not letter.truth.form.startswith(options.layout):
            continue
        drawn += 1
        if wrong := wrongs(letter):
            failed += 1
            kinds[f"{letter.truth.form.partition(':')[0]}: {wrong[0].partition(':')[0].partition(' of ')[0]}"] += 1
            if failed <= options.list:
                sys.stdout.write(f"{seed}: {letter.truth.form}\n  " + "\n  ".join(wrong) + "\n")
    for kind, count in kinds.most_common():
        sys.stdout.write(f"{count:5}  {kind}\n")
    sys.stdout.write(f"{drawn - failed} of {drawn} letters are read right\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
