#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

// Only system calls between fork and exec: the tests have threads.
static void become(pt_strings arguments, pt_strings environment) {
  struct sigaction standard;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  for (int i = 1; i < 32; i++) sigaction(i, &standard, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  alarm(60);  // whatever hangs ends
  execve(arguments[0], (char *const *)arguments, (char *const *)environment);
  _exit(126);
}

int pt_spawn(pt_strings arguments, pt_strings environment, int columns, int rows, int *terminal) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  pid_t process = forkpty(terminal, NULL, NULL, &size);
  if (process == 0) become(arguments, environment);
  if (process > 0) fcntl(*terminal, F_SETFD, FD_CLOEXEC);
  return process;
}

// Writes the input as fast as the program takes it, and reads what it says meanwhile.
static void converse(int to, int from, const char *input, size_t input_count, char **output,
                     size_t *count) {
  size_t written = 0, capacity = 0;
  if (to >= 0) fcntl(to, F_SETFL, O_NONBLOCK);
  for (;;) {
    if (to >= 0 && written == input_count) {
      close(to);
      to = -1;
    }
    struct pollfd ends[2] = {{from, POLLIN, 0}, {to, POLLOUT, 0}};
    if (poll(ends, 2, -1) < 0) continue;
    if (ends[1].revents) {
      ssize_t n = write(to, input + written, input_count - written);
      written = n < 0 ? input_count : written + (size_t)n;
    }
    if (!ends[0].revents) continue;
    if (capacity - *count < 65536) *output = realloc(*output, capacity = 2 * capacity + 65536);
    ssize_t n = read(from, *output + *count, 65536);
    if (n <= 0) break;
    *count += (size_t)n;
  }
  if (to >= 0) close(to);
  close(from);
}

int pt_run(pt_strings arguments, pt_strings environment, const char *input, size_t input_count,
           char **output, size_t *count) {
  int in[2] = {-1, -1}, out[2];
  *output = NULL;
  *count = 0;
  signal(SIGPIPE, SIG_IGN);
  if (pipe2(out, O_CLOEXEC) != 0 || (input && pipe2(in, O_CLOEXEC) != 0)) return -1;
  pid_t process = fork();
  if (process == 0) {
    if (input) dup2(in[0], 0);
    else close(0);
    dup2(out[1], 1);
    dup2(out[1], 2);
    become(arguments, environment);
  }
  if (input) close(in[0]);
  close(out[1]);
  converse(in[1], out[0], input, input_count, output, count);
  int status = -1;
  if (process > 0) waitpid(process, &status, 0);
  return status;
}

void pt_resize(int terminal, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  ioctl(terminal, TIOCSWINSZ, &size);
}

int pt_wait(int process, int timeout_ms) {
  for (int waited = 0; waited <= timeout_ms; waited += 5) {
    int status;
    if (waitpid(process, &status, WNOHANG) == process) return status;
    usleep(5000);
  }
  return -1;
}
