// Signals: a handler sets an atomic flag and writes one byte to a pipe that the reader polls.
//
// SIGINT is ours for the whole session, because Ctrl-C cancels what runs. The others are ours only
// while a line or a key is read, so that Ctrl-Z stops and SIGTERM ends a run as anywhere else.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

_Static_assert(ATOMIC_INT_LOCK_FREE == 2, "a handler may only touch lock-free atomics");

enum { PATIENCE = 2 };

static atomic_int interrupted, stopped, continued, resized, termination;
static int wake[2] = {-1, -1};

enum { WATCHED = 6 };
static const int watched[WATCHED] = {SIGTSTP, SIGCONT, SIGWINCH, SIGTERM, SIGHUP, SIGQUIT};
static struct sigaction before_watch[WATCHED], before_open;

static void on_signal(int signal) {
  int saved = errno;
  switch (signal) {
    case SIGINT: atomic_store(&interrupted, 1); break;
    case SIGTSTP: atomic_store(&stopped, 1); break;
    case SIGCONT: atomic_store(&continued, 1); break;
    case SIGWINCH: atomic_store(&resized, 1); break;
    default:
      // Once more, or not seen for two seconds: whatever loop runs does not look, so it ends here.
      if (atomic_exchange(&termination, signal)) fe_die_of(signal);
      alarm(PATIENCE);
      break;
  }
  (void)!write(wake[1], "", 1);
  errno = saved;
}

// No SA_RESTART: a blocked read or poll must return to look at the flags.
static struct sigaction our_action(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  return action;
}

bool fe_signals_open(void) {
  if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  struct sigaction action = our_action();
  sigaction(SIGINT, &action, &before_open);
  return true;
}

void fe_signals_close(void) {
  sigaction(SIGINT, &before_open, NULL);
  close(wake[0]);
  close(wake[1]);
  wake[0] = wake[1] = -1;
}

void fe_signals_watch(void) {
  atomic_store(&stopped, 0);
  atomic_store(&continued, 0);
  atomic_store(&resized, 0);
  struct sigaction action = our_action();
  for (int i = 0; i < WATCHED; i++) {
    sigaction(watched[i], &action, &before_watch[i]);
    // nohup and the like: what was ignored stays ignored
    bool was_ignored = before_watch[i].sa_handler == SIG_IGN;
    if (was_ignored && watched[i] != SIGWINCH) sigaction(watched[i], &before_watch[i], NULL);
  }
}

void fe_signals_unwatch(void) {
  alarm(0);
  for (int i = 0; i < WATCHED; i++) sigaction(watched[i], &before_watch[i], NULL);
}

bool fe_signals_pending(void) {
  return atomic_load(&interrupted) || atomic_load(&stopped) || atomic_load(&continued) ||
         atomic_load(&resized) || atomic_load(&termination);
}

int fe_signals_wake_descriptor(void) { return wake[0]; }

void fe_signals_drain(void) {
  char bytes[64];
  while (read(wake[0], bytes, sizeof bytes) > 0) {
  }
}

bool fe_take_stop(void) { return atomic_exchange(&stopped, 0); }
bool fe_take_continue(void) { return atomic_exchange(&continued, 0); }
bool fe_take_resize(void) { return atomic_exchange(&resized, 0); }
bool fe_take_interrupt(void) { return atomic_exchange(&interrupted, 0); }
bool fe_is_interrupted(void) { return atomic_load(&interrupted); }
int fe_termination(void) { return atomic_load(&termination); }

bool fe_interrupt_requested(void) {
  return atomic_load(&interrupted) || atomic_load(&termination);
}

void fe_clear_interrupt(void) { atomic_store(&interrupted, 0); }

void fe_stop_here(void) {
  struct sigaction standard, ours;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
