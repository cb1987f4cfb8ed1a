// No way out leaves the terminal raw: a fatal signal or exit() while keys are read puts the
// terminal back first, then goes its way (Swift's backtracer, a core, the exit status).
#include "internal.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {
    SIGSEGV, SIGBUS,  SIGILL,  SIGTRAP, SIGABRT, SIGFPE,    SIGSYS,  SIGPIPE,
    SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF,
};
enum { FATAL = sizeof fatal / sizeof fatal[0] };

static struct sigaction before[FATAL];
static bool replaced[FATAL];

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
  restore();
  for (int i = 0; i < FATAL; i++)
    if (fatal[i] == signal) sigaction(signal, &before[i], NULL);
  raise(signal);  // blocked until this handler returns, then the former action has it
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
  for (int i = 0; i < FATAL; i++) {
    sigaction(fatal[i], NULL, &before[i]);
    replaced[i] = before[i].sa_handler != SIG_IGN;
    if (replaced[i]) sigaction(fatal[i], &action, NULL);
  }
}

void fe_restore_disarm(void) {
  if (!atomic_exchange(&armed, 0)) return;
  for (int i = 0; i < FATAL; i++)
    if (replaced[i]) sigaction(fatal[i], &before[i], NULL);
}
