"""Sizes of a terminal, and what the environment says of it: no crash, and 42 wherever it fits."""

from program import Home, Terminal

NAMES = ("xterm-256color", "xterm", "vt100", "dumb", "linux", "screen", "nonsense", "", None, "\x1b]0;x\x07", "x" * 300)
LANGUAGES = ("C.UTF-8", "C", "POSIX", "en_US.UTF-8", "tr_TR.UTF-8", "nonsense", "", None)
NUMBERS = (None, "", "0", "1", "-5", "80", "65535", "99999999999", "abc")
SIZES = [(columns, 24) for columns in range(1, 41)] + [(80, rows) for rows in range(1, 61)] + [
    (0, 0), (0, 24), (80, 0), (1, 1), (1000, 1000), (1001, 24), (65535, 65535)]


def cases(random):
    """Every size once, with an environment that is drawn; then sizes that are drawn, for every name and language."""
    drawn = [(columns, rows, random.choice(NAMES[:3]), "C.UTF-8", None, None) for columns, rows in SIZES]
    for name in NAMES:
        for language in LANGUAGES:
            columns, rows = random.choice(SIZES)
            drawn.append((columns, rows, name, language, random.choice(NUMBERS), random.choice(NUMBERS)))
    random.shuffle(drawn)
    return drawn


def named(case):
    return repr(case)


def attempt(case, program, lessons):
    """What goes wrong on such a terminal; None where nothing does."""
    columns, rows, name, language, said_columns, said_rows = case
    changes = {"TERM": name, "LANG": language, "COLUMNS": said_columns, "LINES": said_rows}
    with Home(program, lessons) as home, Terminal(home, ["play", "scaling"], columns, rows, **changes) as terminal:
        # What takes more than a screen waits for a key between two: keys until it is the end.
        terminal.take(0.5)
        for _ in range(3):
            terminal.send("40 + 2\r")
        for _ in range(400):
            terminal.send("\x04")
            if terminal.end(seconds=0.1) is not None:
                break
            terminal.send("q")
            terminal.send("\x15")
        status = terminal.end(seconds=5)
        if status is None:
            return f"it goes on: {terminal.shown[-300:]!r}"
        if status != 0:
            return f"it ended with {status}: {terminal.shown[-300:]!r}"
        if columns >= 20 and rows >= 10 and b"42" not in terminal.shown:
            return f"40 + 2 is not shown: {terminal.shown[-300:]!r}"
        if not terminal.is_as_before():
            return f"the terminal is not as it was: {terminal.shown[-200:]!r}"
    return None
