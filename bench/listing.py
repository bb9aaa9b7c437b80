"""How long the list of all annotations takes: until there is something to see, until all is there, and a key.

    python bench/listing.py                    100,000 annotations in 2,000 documents
    python bench/listing.py --documents 200    10,000

Keys are measured as the screen has them: each letter more of a filter is looked for, and the list is grouped anew. They
are counted in the time of one processor, since the machine may have other work; the slowest of them meets Python's
collector. Exit code 1 when the first list, or one key in twenty, takes longer than it may.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parent))

from saving import fill_shelf, timed

from store.listing.filtering import Sieve
from store.listing.groups import GROUPINGS, Group, fitting, groups_of
from store.listing.listing import Listing, make_listing
from store.listing.notebook import Notebook
from store.listing.wanted import parse

FIRST, KEY = 1.0, 0.050
"""Seconds until the first list, and between a key and the list that it leaves."""
_FILTERS = ("敦促会员国", "#商定措辞", "批注 4", "#yt1", "in:A/RES/3", "since:2025-11", "kind:agreed", "gjx")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--each", type=int, default=50, help="annotations in a document")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shelf = fill_shelf(Path(folder) / "shelf", wanted.documents, wanted.each)
        notebook = Notebook(shelf)
        first, whole, listing = reading(notebook)
        print(f"{len(listing.annotations)} annotations in {len(listing.sources)} documents")
        print(f"{'the first list':<40} {first * 1e3:9.1f} ms")
        print(f"{'the whole list':<40} {whole * 1e3:9.1f} ms")
        print(f"{'the whole list again':<40} {timed(lambda: make_listing(notebook.read(), {})) * 1e3:9.1f} ms")
        slowest = keys(listing)
    kept = first <= FIRST and slowest <= KEY
    limits = f"at most {FIRST * 1e3:.0f} ms for the first list and {KEY * 1e3:.0f} ms for a key, 95 %"
    print(f"{limits}: {'kept' if kept else 'missed'}")
    return 0 if kept else 1


def reading(notebook: Notebook) -> tuple[float, float, Listing]:
    """Seconds until the first list, until the whole one, and that one."""
    start = time.perf_counter()
    first = None
    listing = Listing()
    for each in notebook.readings():
        listing = make_listing(each, {})
        first = first or time.perf_counter() - start
    return first or 0.0, time.perf_counter() - start, listing


def keys(listing: Listing) -> float:
    """Print what the keys of some filters take in each grouping; in seconds, the 95th percentile of the slowest one."""
    slowest = 0.0
    for by in GROUPINGS:
        start = time.perf_counter()
        groups = groups_of(listing, by)
        print(f"{'grouped by ' + by:<40} {(time.perf_counter() - start) * 1e3:9.1f} ms")
        times = list(key_times(listing, groups))
        most = quantiles(times, n=20)[-1]
        shown = " ".join(f"{each * 1e3:9.1f}" for each in (median(times), most, max(times)))
        print(f"{'  a key: median, 95 %, slowest':<40} {shown} ms")
        slowest = max(slowest, most)
    return slowest


def key_times(listing: Listing, groups: Sequence[Group]) -> Iterator[float]:
    """Seconds of a processor that each key of the filters takes, typed letter by letter."""
    for typed in _FILTERS:
        sieve = Sieve(listing, lambda kind: ())
        sieve.prepare()
        for length in range(1, len(typed) + 1):
            start = time.process_time()
            fitting(groups, sieve.find(parse(typed[:length])))
            yield time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
