"""Disk faults: the k-th call of a kind fails, and nothing that was acknowledged may be lost in silence."""

import errno
import os
import re

from program import Home, inputs_of

CALLS = (
    "write", "fdatasync", "fsync", "open", "open64", "rename", "ftruncate", "flock", "mkdir", "unlink", "fstat",
    "read", "close")
NUMBERS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS)
LINES = ("", "30", "", "t*n", "t^n", "", "0", "0.5^27", "s = 1.25", "s^2", "1 + 1", ":undo", "s = 3", "s^3")
# After one of these the session has said that it may not be kept.
TOLD = re.compile(
    r"not saved|no longer saved|does not confirm|removed or changed|could not be saved|not confirmed|"
    r"cannot be (?:written|read|opened|made)|is being played|No lesson|no lesson", re.I)


def cases(random, most):
    """Every kind of call, each k up to `most`, each way to fail, in a new session and in one that is taken up.

    The errno is drawn; a call that a signal has interrupted is made again, so that it does not end.
    """
    all_of_them = [
        (call, k, how, random.choice(NUMBERS + (errno.EINTR,) if how == "once" else NUMBERS), begun)
        for call in CALLS for k in range(1, most + 1) for begun in ("new", "begun")
        for how in (("once", "ever", "short") if call in ("write", "read") else ("once", "ever"))]
    random.shuffle(all_of_them)
    return all_of_them


def named(case):
    call, k, how, code, begun = case
    return f"{call} {k} {how} {errno.errorcode[code]} {begun}"


def case_named(name):
    call, k, how, code, begun = name.split()
    return call, int(k), how, getattr(errno, code), begun


def acknowledged(shown):
    """Inputs that were shown before the first word of a failure."""
    told = TOLD.search(shown)
    return inputs_of(shown[:told.start()] if told else shown), told is not None


def keeps(transcripts, wanted):
    """Whether some transcript begins with these inputs."""
    return not wanted or any(inputs_of(text)[:len(wanted)] == wanted for text in transcripts.values())


def fault_of(case, shim, home):
    call, k, how, code, _ = case
    return {
        "LD_PRELOAD": shim, "FATHOM_FAULT": f"{call} {k} {how} {code}", "FATHOM_FAULT_BELOW": home.folder + "/",
        "FATHOM_FAULT_MARK": mark_of(home)}


def mark_of(home):
    """What is there when a fault has come."""
    return home.folder + ".came"


def attempt(case, shim, program, lessons):
    """What went wrong in a session with this fault, None where nothing did; and whether the fault came."""
    with Home(program, lessons) as home:
        lines, before = LINES, []
        if case[-1] == "begun":
            lines = LINES[4:]
            before = inputs_of(home.run(["play", "growth"], LINES[:4])[1])
        status, shown = home.run(["play", "growth"], lines, **fault_of(case, shim, home))
        has_come = os.path.exists(mark_of(home))
        if has_come:
            os.remove(mark_of(home))
        problem = judged(home, lines, before, status, shown)
        if problem is not None:
            return f"{problem}: {shown[-300:]}", has_come
        return taken_up(home, before + acknowledged(shown)[0]), has_come


def taken_up(home, wanted):
    """What is wrong when the session is taken up without a fault."""
    status, shown = home.run(["play", "growth"])
    if status != 0 and home.transcripts():
        return f"it cannot be taken up: {shown[-300:]}"
    return None if keeps(home.transcripts(), wanted) else "inputs are lost when it is taken up"


def judged(home, lines, before, status, shown):
    """What is wrong with how a session with a fault went and ended."""
    if status is None:
        return "it hangs"
    if status not in (0, 1):
        return f"it ended with {status}"
    wanted, told = acknowledged(shown)
    if not told and (status != 0 or len(wanted) < len(lines)):
        return f"{len(wanted)} of {len(lines)} inputs, status {status}, and no word of it"
    if not keeps(home.transcripts(), before + wanted):
        return f"{len(wanted)} inputs were acknowledged, not all are kept"
    is_kept = status == 0 and "not saved" not in shown
    if is_kept and not keeps(home.transcripts(), before + inputs_of(shown)):
        return "it ended well, and not all is kept"
    return None
