"""tally.py - what a test counts: every verdict is told once, and the last line is the count that tests/all.sh adds up."""
import sys

sys.dont_write_bytecode = True


class Tally:
    def __init__(self, name):
        self.name, self.passed, self.failed = name, 0, 0

    def verdict(self, good, *what):
        """Of one thing that must be so; `what` says which, and what is wrong where it is not."""
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(": ".join([f"FAIL {self.name}", *(str(w) for w in what if w != "")]))

    def end(self):
        """The status of the test: one that looked at nothing has not passed."""
        print(f"{self.name}: {self.passed} passed, {self.failed} failed")
        return self.failed != 0 or self.passed == 0
