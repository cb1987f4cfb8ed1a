// No way out leaves the terminal raw: a fatal signal or exit() while keys are read puts the
// terminal back first, then goes its way (Swift's backtracer, a core, the exit status).
#include "internal.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { SIGNALS = 65 };

static struct sigaction before[SIGNALS];
static bool replaced[SIGNALS];

// Whether a signal ends a process unless something is done about it, and nothing else here does.
static bool is_fatal(int signal) {
  switch (signal) {
    case SIGKILL: case SIGSTOP:                                     // nobody catches these
    case SIGCHLD: case SIGCONT: case SIGURG: case SIGWINCH:         // these end nothing
    case SIGTSTP: case SIGTTIN: case SIGTTOU:
    case SIGINT: case SIGTERM: case SIGHUP: case SIGQUIT:           // signals.c has these
      return false;
    default: return true;
  }
}

// Written before `armed` is set, read by the handler after it is seen.
static struct termios cooked;
static int terminal_in, terminal_out;
static bool resets_paste;
static atomic_int armed;

static void restore(void) {
  if (!atomic_exchange(&armed, 0)) return;
  if (resets_paste) (void)!write(terminal_out, "\033[?2004l", 8);
  tcsetattr(terminal_in, TCSANOW, &cooked);
}

static void on_fatal(int signal) {
  // The alarm is ours: nobody has seen a wish to end for too long.
  int wish = signal == SIGALRM ? fe_termination() : 0;
  if (wish) {
    fe_die_of(wish);
    return;
  }
  restore();
  sigaction(signal, &before[signal], NULL);
  raise(signal);  // blocked until this handler returns, then the former action has it
}

void fe_die_of(int signal) {
  restore();
  struct sigaction standard;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigaction(signal, &standard, NULL);
  raise(signal);
}

void fe_restore_arm(int in, int out, bool pastes) {
  static bool at_exit;
  if (!at_exit) at_exit = atexit(restore) == 0;
  if (tcgetattr(in, &cooked) != 0) return;
  terminal_in = in;
  terminal_out = out;
  resets_paste = pastes;
  atomic_store(&armed, 1);

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_fatal;
  action.sa_flags = SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int signal = 1; signal < SIGNALS; signal++) {
    // The C library keeps some real-time signals for itself.
    replaced[signal] = is_fatal(signal) && sigaction(signal, NULL, &before[signal]) == 0 &&
                       before[signal].sa_handler != SIG_IGN &&
                       sigaction(signal, &action, NULL) == 0;
  }
}

void fe_restore_disarm(void) {
  if (!atomic_exchange(&armed, 0)) return;
  for (int signal = 1; signal < SIGNALS; signal++)
    if (replaced[signal]) sigaction(signal, &before[signal], NULL);
}
