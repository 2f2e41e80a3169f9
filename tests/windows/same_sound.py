#!/usr/bin/env python3
"""Whether two renders have the same sound: 24 bits in 32, each sample at most one apart. same_sound.py ONE OTHER"""
import sys

import numpy

one, other = (numpy.fromfile(path, "<i4").astype(numpy.int64) for path in sys.argv[1:])
worst = abs(one - other).max() if len(one) == len(other) and len(one) else None
print(f"{len(one)} and {len(other)} samples, at most {worst} apart, {(one != other).sum() if worst is not None else '?'} differ")
sys.exit(0 if worst is not None and worst <= 1 else 1)
