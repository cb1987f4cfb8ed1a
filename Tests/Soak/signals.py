"""Each signal in each state: whatever ends the program, the terminal is as it was."""

import signal

from program import PATIENCE, Home, Terminal

PROMPT = b"\x1b[?2004h"
FIGURE = "plot s^n over n in 1...20\r"
LONG = "f(n) = rms(network(gaussian(), width: 64, depth: 400, seed: n)(ones(64)))\r", "table f(n) over n in 1...2000\r"
# Nobody catches the first two; the others stop a program, which needs a shell to be seen.
LEFT_OUT = {
    signal.SIGKILL, signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU}
# What ends nothing by itself, what is a key, and what the program would rather be told by a failing write.
HARMLESS = {
    signal.SIGCHLD, signal.SIGCONT, signal.SIGURG, signal.SIGWINCH, signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ}
WISHES = {signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT}


def all_signals():
    """The classic signals by name, and two of those that have only numbers."""
    named = [number for number in signal.Signals if number < 32 and number not in LEFT_OUT]
    return named + [signal.SIGRTMIN + 1, signal.SIGRTMAX]


def at_prompt(terminal):
    return terminal.wait(PROMPT)


def editing(terminal):
    if not at_prompt(terminal):
        return False
    terminal.send("half a line")
    return terminal.wait(b"half a line")


def in_a_paste(terminal):
    if not at_prompt(terminal):
        return False
    terminal.send(b"\x1b[200~1 + 1\n2 + ")
    return True


def computing(terminal):
    if not at_prompt(terminal):
        return False
    for line in LONG:
        before = len(terminal.shown)
        terminal.send(line)
        if line != LONG[-1] and not terminal.wait(PROMPT, before):
            return False
    return terminal.wait(b"Ctrl-C stops")


def at_a_knob(terminal):
    if not at_prompt(terminal):
        return False
    for line in ("s = 1.5\r", FIGURE):
        before = len(terminal.shown)
        terminal.send(line)
        if not terminal.wait(PROMPT, before):
            return False
    terminal.send(":knob s\r")
    return terminal.wait(b"arrows turn")


def presenting(terminal):
    return terminal.wait(b"space next")


# What is started, and what is done until the state is reached.
STATES = {
    "prompt": (["play", "scaling"], at_prompt),
    "editing": (["play", "scaling"], editing),
    "paste": (["play", "scaling"], in_a_paste),
    "computing": (["play", "scaling"], computing),
    "knob": (["play", "scaling"], at_a_knob),
    "present": (["present", "scaling"], presenting),
    "home": ([], at_prompt),
    "notebook": (["notebook"], at_prompt),
    "run": (["run"], at_prompt),
}


def cases(random):
    pairs = [(state, int(number), times) for state in STATES for number in all_signals()
             for times in ((1, 2) if number in WISHES else (1,))]
    random.shuffle(pairs)
    return pairs


def named(case):
    state, number, times = case
    return f"{state} {number} {times}"


def case_named(name):
    state, number, times = name.split()
    return state, int(number), int(times)


def attempt(case, program, lessons):
    """What a signal does in a state; None where all is as it should be."""
    state, number, times = case
    arguments, reach = STATES[state]
    with Home(program, lessons) as home, Terminal(home, arguments) as terminal:
        if not reach(terminal):
            return f"the state is not reached: {terminal.shown[-300:]!r}"
        for _ in range(times):
            terminal.kill(number)
        status = terminal.end(seconds=0.3 if number in HARMLESS else PATIENCE)
        if status is None and number not in HARMLESS:
            return f"it goes on: {terminal.shown[-300:]!r}"
        if status is None:
            # It lives on, and ends when it is asked.
            terminal.kill(signal.SIGTERM)
            status = terminal.end()
            if status is None:
                return f"it does not end: {terminal.shown[-300:]!r}"
        if not terminal.is_as_before():
            return f"the terminal is not as it was; status {status}: {terminal.shown[-200:]!r}"
    return None
